// SPDX-License-Identifier: Apache-2.0
// Loaded before a test program (LD_PRELOAD): puts the whole process into the locale of the environment, as a host
// with a desktop or a web server does. Programs start in "C" otherwise, and a locale would be tested in name only.
#include <cerrno>  // program_invocation_short_name
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <locale>
#include <string_view>

namespace {

struct use_locale {
    use_locale() {
        if (std::string_view(program_invocation_short_name) == "ctest") return;  // its own sums stay readable
        try {
            std::locale::global(std::locale(""));
        } catch (const std::exception&) {
            std::fputs("use_locale: this locale is not there\n", stderr);
            std::_Exit(97);
        }
    }
} const now;

}  // namespace
