// SPDX-License-Identifier: Apache-2.0
#include "exchange/format_check.hpp"
#include "exchange/integrity_fields.hpp"
#include "exchange/integrity_words.hpp"
#include "peersupport/exchange/collection_json.hpp"

#include <algorithm>
#include <utility>

namespace peersupport {

namespace exchange {

namespace {

void read_modes(field_reader& fields, std::vector<std::string>& out) {
    const auto modes = find_given(fields, "mode");
    if (!modes || !check_array(fields.problems(), *modes, {1, mode_words.size()})) return;
    for (const json_value one : json_elements(*modes)) {
        const auto mode = read_word(fields.problems(), one, mode_words);
        if (!mode) continue;
        if (std::ranges::find(out, *mode) != out.end()) fields.problems().add(status::id_duplicate, one);
        else out.emplace_back(*mode);
    }
}

void read_waves(field_reader& fields, std::vector<collection_wave>& out) {
    const auto rows = find_given(fields, "waves");
    if (!rows || !check_array(fields.problems(), *rows, {0, integrity_limits::waves})) return;
    label_set ids(fields.problems());
    for (const json_value row : json_elements(*rows)) {
        field_reader wave(fields.problems(), row);
        collection_wave& one = out.emplace_back();
        read_label(wave, "id", presence::required, one.id);
        read_half_open(wave, one.from, one.to);
        wave.finish();
        if (!one.id.empty()) ids.add({one.id}, row);
        const auto both = [&](const collection_wave& w) { return w.from < one.to && one.from < w.to; };
        if (std::any_of(out.begin(), out.end() - 1, both)) fields.problems().add(status::date_out_of_range, row);
    }
}

/// A part cannot be larger than its whole.
void check_part(field_reader& fields, const std::optional<json_value>& at, const std::optional<std::int64_t>& part,
                const std::optional<std::int64_t>& whole) {
    if (at && part && whole && *part > *whole) fields.problems().add(status::field_value, *at);
}

void read_counts(field_reader& fields, collection_heard& out) {
    (void)read_count(fields, "eligible", out.eligible);
    const auto invited = read_count(fields, "invited", out.invited);
    const auto responded = read_count(fields, "responded", out.responded);
    const auto refused = read_count(fields, "refused", out.refused);
    (void)read_count(fields, "workers", out.workers);
    check_part(fields, invited, out.invited, out.eligible);
    check_part(fields, responded, out.responded, out.invited);
    check_part(fields, refused, out.refused,
               out.invited && out.responded ? std::optional(*out.invited - *out.responded) : out.invited);
}

collection_heard read_heard(problem_list& problems, json_value from, const std::vector<collection_wave>& waves) {
    field_reader fields(problems, from);
    collection_heard out;
    read_label(fields, "unit", presence::required, out.unit);
    if (const auto wave = fields.find("wave", presence::required))
        if (const auto id = read_label(problems, *wave)) {
            out.wave = *id;
            if (!waves.empty() && std::ranges::find(waves, *id, &collection_wave::id) == waves.end())
                problems.add(status::reference_unknown, *wave);
        }
    read_perspective(fields, out.perspective);
    read_counts(fields, out);
    if (const auto leavers = find_given(fields, "leavers_invited")) {
        if (leavers->kind() == json_kind::boolean) out.leavers_invited = leavers->truth();
        else problems.add(status::field_type, *leavers);
    }
    fields.finish();
    return out;
}

}  // namespace

collection read_collection(problem_list& problems, json_value from) {
    field_reader fields(problems, from);
    collection out;
    check_format(fields, collection_format);
    read_label(fields, "id", presence::required, out.id);
    read_given_text(fields, "consent", out.consent);
    read_modes(fields, out.modes);
    read_given_text(fields, "collector", out.collector);
    fields.boolean("simulated", presence::optional, out.simulated);
    read_waves(fields, out.waves);
    if (const auto rows = find_given(fields, "heard");
        rows && check_array(problems, *rows, {0, integrity_limits::heard})) {
        label_set keys(problems);
        for (const json_value row : json_elements(*rows)) {
            const collection_heard& one = out.heard.emplace_back(read_heard(problems, row, out.waves));
            if (!one.unit.empty()) keys.add({one.unit, one.wave, one.perspective}, row);
        }
    }
    fields.finish();
    return out;
}

}  // namespace exchange

result<collection> read_collection(std::string_view json) {
    using namespace exchange;
    const auto document = json_document::parse(json);
    if (!document) return document.problems();
    if (const auto other = wrong_format(*document, collection_format)) return *other;
    problem_list problems(*document);
    collection read = read_collection(problems, document->root());
    if (!problems.empty()) return problems.to_error();
    return read;
}

}  // namespace peersupport
