// SPDX-License-Identifier: Apache-2.0
// Any text as a note, and any bytes as a note's file: every place lies on whole characters and in the same order in all
// three units, checking twice says the same, and nothing crashes. The first byte says how the rest is read.
#include "error_check.hpp"
#include "peersupport/exchange/note_json.hpp"
#include "peersupport/exchange/note_request_json.hpp"
#include "peersupport/review/note_check.hpp"
#include "span_check.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using namespace peersupport;

note_checker& checker() {
    static note_checker made(canonical_rules().value());
    return made;
}

void check_text(std::string_view text, std::uint8_t how) {
    note what{text};
    if (how & 1U) what.written_in = how & 2U ? language::fr : language::en;
    if (how & 4U) what.kind = static_cast<note_kind>((how >> 3U) % note_kinds);
    const auto report = checker().check(what);
    if (!report) {
        check_error(report.problems(), text);
        return;
    }
    for (const text_finding& f : report->findings)
        if (f.field == "text") check_span(f.span, text);
    const auto again = checker().check(what);
    require(again.has_value() && *again == *report);
}

void check_file(std::string_view json) {
    const auto request = read_note_request(json);
    if (!request) {
        check_error(request.problems(), json);
        return;
    }
    const auto report = checker().check(request->what(), request->options());
    if (report) require(write_note_report(*report, checker().rules(), report->in).ends_with("\n"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view rest(reinterpret_cast<const char*>(data + 1), size - 1);
    if (data[0] == '{') check_file({reinterpret_cast<const char*>(data), size});
    else check_text(rest, data[0]);
    return 0;
}
