// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/note_batch.hpp"

#include <string>
#include <utility>

namespace peersupport {

namespace {

template <class Column>
void behind(Column& to, const Column& more) {
    to.insert(to.end(), more.begin(), more.end());
}

/// 0 for the text, 1 + note_field for a field.
std::int8_t number_of_field(std::string_view name) noexcept {
    const auto field = find_note_field(name);
    return field ? static_cast<std::int8_t>(1 + static_cast<int>(*field)) : std::int8_t{0};
}

std::array<std::size_t, finding_offsets> offsets_of(const text_span& s) noexcept {
    return {s.begin, s.end, s.byte_begin, s.byte_end, s.utf16_begin, s.utf16_end};
}

void add(finding_columns& to, std::size_t row, const text_finding& f) {
    to.note.push_back(static_cast<std::int64_t>(row));
    to.rule.push_back(static_cast<std::int32_t>(f.rule));
    to.severity.push_back(static_cast<std::int8_t>(f.severity));
    to.sureness.push_back(static_cast<std::int8_t>(f.sureness));
    to.field.push_back(number_of_field(f.field));
    to.context.push_back(static_cast<std::int8_t>(f.context));
    to.suppressed_by.push_back(static_cast<std::int8_t>(f.suppressed_by));
    const auto offsets = offsets_of(f.span);
    for (std::size_t i = 0; i < finding_offsets; ++i) to.offsets[i].push_back(static_cast<std::int32_t>(offsets[i]));
    to.fingerprints.append(f.fingerprint);
}

void add(note_row_columns& to, const note_report& report) {
    to.checked.push_back(1);
    to.written_in.push_back(static_cast<std::int8_t>(report.in));
    to.kind.push_back(static_cast<std::int8_t>(report.kind));
    const auto counts = report.counts();
    for (std::size_t i = 0; i < counts.size(); ++i) to.counts[i].push_back(static_cast<std::int32_t>(counts[i]));
}

void add_nothing(note_row_columns& to) {
    for (auto* column : {&to.checked, &to.written_in, &to.kind}) column->push_back(0);
    for (auto& column : to.counts) column.push_back(0);
}

/// Whether it is the options that are wrong, so that every text would be refused alike.
bool is_of_options(const problem& p) noexcept { return p.path == "/profile" || p.path == "/now"; }

}  // namespace

void note_batch::append(const note_batch& following) {
    const finding_columns& f = following.findings;
    behind(findings.note, f.note);
    behind(findings.rule, f.rule);
    behind(findings.severity, f.severity);
    behind(findings.sureness, f.sureness);
    behind(findings.field, f.field);
    behind(findings.context, f.context);
    behind(findings.suppressed_by, f.suppressed_by);
    for (std::size_t i = 0; i < finding_offsets; ++i) behind(findings.offsets[i], f.offsets[i]);
    findings.fingerprints += f.fingerprints;
    const note_row_columns& n = following.notes;
    behind(notes.checked, n.checked);
    behind(notes.written_in, n.written_in);
    behind(notes.kind, n.kind);
    for (std::size_t i = 0; i < n.counts.size(); ++i) behind(notes.counts[i], n.counts[i]);
}

error check_notes(note_checker& by, std::span<const note_cell> texts, std::size_t first, const note_batch_options& options, note_batch& to) {
    error wrong;
    note what;
    what.written_in = options.written_in;
    what.kind = options.kind;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!texts[i]) {
            add_nothing(to.notes);
            continue;
        }
        what.text = *texts[i];
        const auto report = by.check(what, options.check);
        if (report) {
            add(to.notes, *report);
            for (const text_finding& f : report->findings) add(to.findings, first + i, f);
            continue;
        }
        for (const problem& p : report.problems().problems) {
            if (is_of_options(p)) return report.problems();
            wrong.add(p.code, "/" + std::to_string(first + i), p.offset);
        }
    }
    return wrong;
}

}  // namespace peersupport
