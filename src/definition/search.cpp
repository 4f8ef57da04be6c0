// SPDX-License-Identifier: Apache-2.0
#include "peersupport/definition/search.hpp"

#include "text/fold.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace peersupport {
namespace {

/// A word of a text, folded, and where it stands.
struct found_word {
    std::string folded;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<found_word> words_in(std::string_view text) {
    std::vector<found_word> out;
    bool inside = false;
    for (std::size_t at = 0; at < text.size();) {
        const folded c = fold(text, at);
        if (c.letter != 0) {
            if (!inside) out.push_back({{}, at, at});
            out.back().folded += c.letter;
            if (c.second != 0) out.back().folded += c.second;
            out.back().end = at + c.bytes;
        }
        inside = c.letter != 0 || (inside && c.is_mark);
        at += c.bytes;
    }
    return out;
}

/// Without the ending that English and French most often change, when enough of the word is left.
std::string_view stem(std::string_view word) {
    constexpr std::size_t enough = 4;
    constexpr std::array<std::string_view, 10> endings{"ing", "ies", "ees", "ed", "es",
                                                       "er",  "s",   "e",   "y",  "x"};
    for (const std::string_view ending : endings) {
        if (word.ends_with(ending) && word.size() >= enough + ending.size())
            return word.substr(0, word.size() - ending.size());
    }
    return word;
}

/// Articles before an apostrophe: l'espoir, d'aide, qu'on.
bool is_elided(const found_word& word, std::string_view query) {
    return word.folded.size() <= 2 && query.substr(word.end).starts_with('\'');
}

std::vector<std::string> query_stems(std::string_view query) {
    constexpr std::size_t most = 32;
    std::vector<std::string> out;
    for (const found_word& word : words_in(query)) {
        if (is_elided(word, query)) continue;
        std::string its(stem(word.folded));
        if (std::ranges::find(out, its) == out.end()) out.push_back(std::move(its));
        if (out.size() == most) break;
    }
    return out;
}

/// Where the first word of the query stands, if every word of it begins a word of the text.
std::optional<found_word> match(const std::vector<std::string>& query, std::string_view text) {
    const std::vector<found_word> words = words_in(text);
    std::optional<found_word> first;
    for (const std::string& asked : query) {
        const auto at = std::ranges::find_if(
            words, [&](const found_word& word) { return word.folded.starts_with(asked); });
        if (at == words.end()) return std::nullopt;
        if (!first) first = *at;
    }
    return first;
}

enum class place : std::uint8_t { id, name, text, none };

struct ranked_hit {
    search_hit hit;
    place where;
};

class searcher {
public:
    searcher(const std::vector<std::string>& query, std::optional<language> in)
        : query_(&query), in_(in) {}

    [[nodiscard]] std::optional<ranked_hit> look_at(const definition_row& row) const {
        if (const auto at = match(*query_, row.id()))
            return ranked_hit{{row, nullptr, language::en, at->begin, at->end}, place::id};
        std::optional<ranked_hit> best;
        for (const definition_field& field : row.table().fields) {
            const auto found = look_at(row, field);
            if (found && (!best || found->where < best->where)) best = found;
        }
        return best;
    }

private:
    [[nodiscard]] std::optional<ranked_hit> look_at(const definition_row& row,
                                                    const definition_field& field) const {
        if (field.kind != field_kind::text) return std::nullopt;
        const localized_text text = row.value(field).text;
        const bool name = text == row.label();
        for (const language each : {language::en, language::fr}) {
            if (in_ && *in_ != each) continue;
            if (const auto at = match(*query_, text.in(each)))
                return ranked_hit{{row, &field, each, at->begin, at->end},
                                  name ? place::name : place::text};
        }
        return std::nullopt;
    }

    const std::vector<std::string>* query_;
    std::optional<language> in_;
};

}  // namespace

std::vector<search_hit> search(const definition& of, std::string_view query,
                               std::optional<language> in) {
    const std::vector<std::string> stems = query_stems(query);
    std::vector<search_hit> out;
    if (stems.empty()) return out;
    std::vector<ranked_hit> found;
    const searcher looking(stems, in);
    for (const table_description& each : table_descriptions()) {
        const definition_table table(each, of.tables());
        for (std::size_t i = 0; i < table.size(); ++i) {
            if (auto hit = looking.look_at(table[i])) found.push_back(*hit);
        }
    }
    std::ranges::stable_sort(found, {}, &ranked_hit::where);
    for (const ranked_hit& each : found) out.push_back(each.hit);
    return out;
}

}  // namespace peersupport
