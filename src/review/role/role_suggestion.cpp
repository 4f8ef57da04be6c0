// SPDX-License-Identifier: Apache-2.0
#include "peersupport/review/role_check.hpp"
#include "peersupport/text/wiped_string.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport {

namespace {

constexpr std::string_view duties_row = "jd-in-scope", limits_row = "jd-out-of-scope";
constexpr std::string_view blanks = " \t\r";

/// The line a place stands in, without its bullet.
std::string_view line_around(std::string_view text, std::size_t at) {
    const std::size_t before = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    std::string_view line = text.substr(begin, std::min(text.find('\n', at), text.size()) - begin);
    line.remove_prefix(std::min(line.find_first_not_of(blanks), line.size()));
    constexpr std::array<std::string_view, 5> signs{"- ", "* ", "• ", "– ", "— "};
    for (const std::string_view sign : signs)
        if (line.starts_with(sign)) line.remove_prefix(sign.size());
    const std::size_t last = line.find_last_not_of(blanks);
    return line.substr(0, last == std::string_view::npos ? 0 : last + 1);
}

/// Writes the description. Lines of the text are used once.
class description {
public:
    description(const role_description& what, const role_report& report, const rule_set& rules, const definition& by, language in)
        : what_(what), report_(report), rules_(rules), by_(by), in_(in) {}

    std::string write() && {
        const role* held = by_.find<role>(report_.role);
        to_ += "# " + std::string(held->name.in(in_)) + "\n\n";
        to_ += say("A draft. What stood in the description is kept in its own words; lines marked *proposed* come from the library's definition of peer support and are no official text. Finish it with peer workers.",
                   "Une ébauche. Ce qui figurait dans la description y reste dans ses propres mots; les lignes marquées *proposé* viennent de la définition du soutien par les pairs de la bibliothèque et ne sont pas un texte officiel. Terminez-la avec des paires aidantes et des pairs aidants.");
        to_ += "\n";
        for (const job_description_component& row : by_.job_description_components())
            for (const role_component& c : report_.components)
                if (c.row == row.id) write_component(c, *held);
        write_changes();
        return std::string(to_);
    }

private:
    [[nodiscard]] std::string say(std::string_view en, std::string_view fr) const { return std::string(in_ == language::fr ? fr : en); }

    [[nodiscard]] std::string_view text_of(std::string_view field) const {
        if (field == "text") return what_.text;
        const auto at = std::ranges::find(what_.sections, field, &role_section::name);
        return at == what_.sections.end() ? std::string_view{} : at->text;
    }

    [[nodiscard]] const review_language& words(std::size_t rule) const { return rules_.rules()[rule].words_in(in_); }

    void item(std::string_view text) {
        if (text.empty() || std::ranges::find(used_, text) != used_.end()) return;
        used_.push_back(text);
        to_.append("- ").append(text).append("\n");
    }

    void proposed(std::string_view text) { to_.append("- ").append(text).append(say(" *(proposed)*\n", " *(proposé)*\n")); }

    void write_component(const role_component& c, const role& held) {
        to_ += "\n## " + words(c.rule).title + "\n\n";
        if (c.row == duties_row) return write_duties();
        if (c.row == limits_row) return write_limits(held);
        if (c.state != component_state::missing) {
            const std::string_view field = text_of(c.field);
            if (c.span.byte_end == 0) to_.append(field).append("\n");  // the whole section
            else if (const auto line = line_around(field, c.span.byte_begin); !holds_drift(c.field, line)) item(line);
        }
        if (c.state != component_state::present)
            for (const std::string& sentence : words(c.rule).suggest) proposed(sentence);
    }

    [[nodiscard]] bool is_drift(const role_finding& f) const {
        return rules_.rules()[f.found.rule].category == review_category::drift && f.found.suppressed_by == suppression::none && (!f.conditional || f.found.severity == review_severity::error);
    }

    /// A line that also holds drift is not taken over.
    [[nodiscard]] bool holds_drift(std::string_view field, std::string_view line) const {
        return std::ranges::any_of(report_.findings, [&](const role_finding& f) {
            return is_drift(f) && f.found.field == field && f.entry == 0 && line_around(text_of(f.found.field), f.found.span.byte_begin) == line;
        });
    }

    void write_duties() {
        std::vector<std::string_view> known;
        for (const role_finding& f : report_.findings) {
            if (f.entry || f.found.suppressed_by != suppression::none || is_drift(f)) continue;
            const std::string_view line = line_around(text_of(f.found.field), f.found.span.byte_begin);
            if (holds_drift(f.found.field, line)) continue;
            known.push_back(f.row);
            item(line);
        }
        for (const duty& row : by_.duties()) {
            const bool core = std::ranges::find(row.core_roles, report_.role) != row.core_roles.end();
            if (core && std::ranges::find(known, row.id) == known.end()) proposed(row.text.in(in_));
        }
    }

    void write_limits(const role& held) {
        for (const role_finding& f : report_.findings)
            if (!f.entry && f.polarity == duty_polarity::does_not) item(line_around(text_of(f.found.field), f.found.span.byte_begin));
        proposed(held.exclusions.in(in_));
    }

    /// What is not peer support, and what to do instead.
    void write_changes() {
        bool any = false;
        std::vector<std::string_view> told;
        for (const role_finding& f : report_.findings) {
            if (!is_drift(f) || f.entry || std::ranges::find(told, f.row) != told.end()) continue;
            const drift* row = by_.find<drift>(f.row);
            if (!any) to_ += "\n## " + say("Left out, and what to do instead", "Ce qui est retiré, et quoi faire à la place") + "\n\n";
            any = true;
            if (row) told.push_back(f.row);
            to_ += "- " + std::string(row ? row->text.in(in_) : std::string_view(words(f.found.rule).title)) + say(": ", " : ");
            if (row) to_ += row->instead.in(in_);
            else if (!words(f.found.rule).suggest.empty()) to_ += words(f.found.rule).suggest.front();
            to_ += "\n";
        }
    }

    const role_description& what_;
    const role_report& report_;
    const rule_set& rules_;
    const definition& by_;
    language in_;
    wiped_string to_;
    std::vector<std::string_view> used_;
};

}  // namespace

std::string suggested_description(const role_description& what, const role_report& report, const rule_set& rules, const definition& by, language in) {
    return description(what, report, rules, by, in).write();
}

}  // namespace peersupport
