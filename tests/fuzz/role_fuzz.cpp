// SPDX-License-Identifier: Apache-2.0
// Any text as a job description and as the rows of a log, and any bytes as a file: places lie on whole characters, minutes
// add up, checking twice says the same, and nothing crashes. The first byte says how the rest is read.
#include "error_check.hpp"
#include "peersupport/exchange/role_json.hpp"
#include "peersupport/exchange/role_request_json.hpp"
#include "peersupport/review/role_check.hpp"
#include "span_check.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace {

using namespace peersupport;

role_checker& checker() {
    static role_checker made(canonical_role_rules().value());
    return made;
}

/// A row for each line.
std::vector<role_activity> rows_of(std::string_view text) {
    std::vector<role_activity> rows;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        rows.push_back({text.substr(0, end), static_cast<std::int64_t>(end), {}});
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return rows;
}

void check_places(const role_report& report, const role_description& what) {
    for (const role_finding& f : report.findings) {
        if (f.entry) check_span(f.found.span, what.activities[f.entry - 1].activity);
        else if (f.found.field == "text") check_span(f.found.span, what.text);
    }
    std::int64_t minutes = 0;
    for (const role_entry& e : report.entries) minutes += e.minutes;
    require(minutes == report.total_minutes());
}

void check_text(std::string_view text, std::uint8_t how) {
    role_description what;
    std::vector<role_activity> rows;
    if (how & 1U) what.written_in = how & 2U ? language::fr : language::en;
    if (how & 4U) rows = rows_of(text);
    else what.text = text;
    what.activities = rows;
    const auto report = checker().check(what);
    if (!report) {
        check_error(report.problems(), text, rows.empty() ? input_texts::one : input_texts::several);
        return;
    }
    check_places(*report, what);
    const auto again = checker().check(what);
    require(again.has_value() && *again == *report);
    (void)suggested_description(what, *report, checker().rules(), canonical(), report->in);
}

void check_file(std::string_view json) {
    auto request = read_role_request(json);
    if (!request) {
        check_error(request.problems(), json);
        return;
    }
    const auto report = checker().check(request->what());
    if (report) require(write_role_report(*report, checker().rules(), canonical(), report->in).ends_with("\n"));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view rest(reinterpret_cast<const char*>(data + 1), size - 1);
    if (data[0] == '{') check_file({reinterpret_cast<const char*>(data), size});
    else check_text(rest, data[0]);
    return 0;
}
