// SPDX-License-Identifier: Apache-2.0
// Paths the instrument reader never makes: built from the sources of capi/src/error.cpp.
#include "check.h"
#include "handles.hpp"

namespace {

/// What a caller sees of a path: where it was cut.
std::size_t length_of(const std::string& path) {
    peersupport_error error = PEERSUPPORT_ERROR_INIT;
    const peersupport_problems problems{peersupport::error(peersupport::status::field_value, path, 7)};
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_problems_at(&problems, 0, &error));
    const std::string seen = error.path;
    CHECK(path.compare(0, seen.size(), seen) == 0 && error.offset == 7 && error.total == 1);
    peersupport_text whole;
    CHECK_STATUS(PEERSUPPORT_OK, peersupport_problems_path(&problems, 0, &whole));
    CHECK(std::string(whole.data, whole.size) == path);
    return seen.size();
}

std::string repeated(const char* text, int times) {
    std::string made;
    for (int i = 0; i < times; ++i) made += text;
    return made;
}

}  // namespace

int main() {
    CHECK(length_of("") == 0);
    CHECK(length_of(repeated("x", 255)) == 255);
    CHECK(length_of(repeated("x", 256)) == 255);
    CHECK(length_of(repeated("é", 128)) == 254);
    CHECK(length_of("/" + repeated("é", 128)) == 255);
    CHECK(length_of("/" + repeated("€", 100)) == 253);
    CHECK(length_of(repeated("😀", 100)) == 252);
    return check_result();
}
