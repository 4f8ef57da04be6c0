// SPDX-License-Identifier: Apache-2.0
#include "review/language/tokenizer.hpp"

#include "review/language/letter.hpp"

#include <algorithm>
#include <array>

namespace peersupport::review {
namespace {

using namespace std::string_view_literals;

/// French words that lose their vowel before an apostrophe.
constexpr std::array elided{"l"sv, "d"sv, "j"sv, "m"sv, "t"sv, "s"sv, "n"sv, "c"sv, "qu"sv, "lorsqu"sv, "puisqu"sv, "jusqu"sv, "quoiqu"sv};
/// What English puts behind one; n't is told apart by its n.
constexpr std::array suffixes{"s"sv, "re"sv, "ve"sv, "ll"sv, "d"sv, "m"sv};
/// Feminine and plural endings written behind a masculine word.
constexpr std::array dotted{"e"sv,  "es"sv,  "s"sv,     "ne"sv,     "nes"sv,   "le"sv,  "les"sv,  "te"sv,  "tes"sv,
                            "ve"sv, "ves"sv, "rice"sv,  "rices"sv,  "trice"sv, "trices"sv, "euse"sv, "euses"sv,
                            "se"sv, "ses"sv, "sse"sv,   "sses"sv,   "ere"sv,   "eres"sv,  "iere"sv, "ieres"sv,
                            "ive"sv, "ives"sv, "enne"sv, "ennes"sv, "elle"sv,  "elles"sv, "x"sv};
/// After a hyphen only what is no French pronoun.
constexpr std::array hyphened{"e"sv, "es"sv, "ne"sv, "nes"sv, "trice"sv, "trices"sv};
constexpr std::array slashed{"e"sv, "trice"sv, "rice"sv, "euse"sv, "ere"sv, "ive"sv, "ve"sv, "ne"sv};

/// Words whose full stop ends no sentence.
constexpr std::array abbreviations{"dr"sv, "dre"sv, "mr"sv, "mrs"sv, "ms"sv, "mme"sv, "mlle"sv, "st"sv, "ste"sv, "prof"sv, "rev"sv,
                                   "vs"sv, "approx"sv, "env"sv, "tel"sv, "ext"sv, "poste"sv, "ave"sv, "blvd"sv, "boul"sv,
                                   "jan"sv, "janv"sv, "feb"sv, "fev"sv, "apr"sv, "avr"sv, "aug"sv, "sept"sv, "oct"sv, "nov"sv, "dec"sv,
                                   "mon"sv, "tues"sv, "wed"sv, "thurs"sv, "fri"sv, "lun"sv, "mer"sv, "jeu"sv, "ven"sv, "sam"sv, "dim"sv};

constexpr std::uint64_t letter_alone = ~0ULL;
/// A word of up to eight letters as one number; longer ones are no abbreviations.
constexpr std::uint64_t eight_letters(std::string_view word) noexcept {
    if (word.size() > 8) return 0;
    std::uint64_t all = 0;
    for (const char c : word) all = all << 8U | static_cast<unsigned char>(c);
    return all;
}
/// Asked at each full stop, not at each word.
bool is_abbreviated(std::uint64_t word) noexcept {
    return word == letter_alone || std::ranges::any_of(abbreviations, [&](std::string_view one) { return eight_letters(one) == word; });
}

template <std::size_t N>
bool is_one_of(std::string_view word, const std::array<std::string_view, N>& list) noexcept {
    return std::ranges::find(list, word) != list.end();
}

template <class Words>
class cutter {
public:
    cutter(std::string_view text, Words words, std::vector<token>& to) : text_(text), words_(words), to_(to) {}

    void run() {
        while (at_ < text_.size()) {
            const letter l = letter_at(text_, at_);
            switch (l.kind) {
                case letter_kind::letter: word(); break;
                case letter_kind::digit: number(); break;
                case letter_kind::line_end: line_end(l); break;
                case letter_kind::mark: mark_token(l); break;
                case letter_kind::space:
                    spaced_ = true;
                    at_ += l.bytes;
                    break;
                default: at_ += l.bytes;
            }
        }
    }

private:
    struct letters {
        std::size_t end = 0;
        std::uint32_t accents = 0;
        std::size_t count = 0;
        std::size_t capitals = 0;
        bool capital = false;
    };

    /// Reads letters from `from` on into `into`.
    letters read_letters(std::size_t from, folded_word& into) const noexcept {
        letters read{from};
        into.clear();
        std::size_t at = from;
        read_plain(at, read, into);
        while (at < text_.size()) {
            const letter l = letter_at(text_, at);
            if (l.kind == letter_kind::letter) {
                if (read.count == 0) read.capital = l.capital;
                read.capitals += l.capital;
                ++read.count;
                if (l.first) into.add(l.first);
                else
                    for (std::size_t i = 0; i < l.bytes; ++i) into.add(text_[at + i]);
                if (l.second) into.add(l.second);
                if (l.over != accent::none) add_accent(read, l.over);
            } else if (l.kind == letter_kind::accent) {
                add_accent(read, l.over);
            } else if (l.kind != letter_kind::ignored) {
                break;
            }
            at += l.bytes;
            if (l.kind != letter_kind::ignored) read.end = at;
        }
        return read;
    }

    /// Letters without accents, as most are; stops before anything else.
    void read_plain(std::size_t& at, letters& read, folded_word& into) const noexcept {
        for (; at < text_.size(); ++at) {
            const auto code = static_cast<unsigned char>(text_[at]);
            const unsigned small = code | 0x20U;
            if (small - 'a' > 25U) break;
            const bool capital = code < 'a';
            if (read.count == 0) read.capital = capital;
            read.capitals += capital;
            ++read.count;
            into.add(static_cast<char>(small));
        }
        if (read.count) read.end = at;
    }

    static void add_accent(letters& read, accent over) noexcept {
        read.accents = (read.accents * 31U + static_cast<std::uint32_t>(read.count)) * 8U + static_cast<std::uint32_t>(over);
    }

    [[nodiscard]] letter peek(std::size_t at) const noexcept {
        return at < text_.size() ? letter_at(text_, at) : letter{letter_kind::space};
    }
    [[nodiscard]] static bool is_apostrophe(const letter& l) noexcept {
        return l.kind == letter_kind::mark && (l.first == '\'' || l.first == mark::close_single || l.first == '`');
    }

    void word() {
        folded_word folded;
        const letters read = read_letters(at_, folded);
        const letter after = peek(read.end);
        if (is_apostrophe(after) && peek(read.end + after.bytes).kind == letter_kind::letter) {
            const std::size_t next = read.end + after.bytes;
            if (is_one_of(folded.text(), elided)) {
                push(read, read.end + after.bytes, words_(folded), 0);
                joined_ = true;
                return;
            }
            folded_word behind;
            const letters tail = read_letters(next, behind);
            if (behind.text() == "t" && folded.size > 1 && folded.letters[folded.size - 1U] == 'n')
                return not_suffix(read, folded, tail);
            if (is_one_of(behind.text(), suffixes)) {
                push(read, read.end, words_(folded), 0);
                return suffix(read.end, tail, behind);
            }
        }
        std::size_t end = read.end;
        std::uint32_t bits = 0;
        if (read.count >= 3)
            if (const std::size_t longer = inclusive_end(end); longer != end) {
                end = longer;
                bits = shape::inclusive;
            }
        push(read, end, words_(folded), bits);
        last_word_ = read.count == 1 ? letter_alone : eight_letters(folded.text());
        const letter hyphen = peek(end);
        if (hyphen.kind == letter_kind::mark && hyphen.first == '-' && peek(end + hyphen.bytes).kind == letter_kind::letter) {
            at_ = end + hyphen.bytes;
            joined_ = true;
        }
    }

    /// did n't, ca n't -> can n't
    void not_suffix(const letters& read, folded_word& folded, const letters& tail) {
        const bool can = folded.text() == "can";
        if (!can) --folded.size;
        const std::size_t n = can ? read.end : read.end - 1;
        const std::uint32_t first = words_(padded(folded));
        push(read, n, first, 0);
        folded_word behind;
        for (const char c : "n't"sv) behind.add(c);
        joined_ = true;
        push({tail.end, 0, 2, 0, false}, tail.end, words_(behind), 0);
    }

    void suffix(std::size_t begin, const letters& tail, const folded_word& behind) {
        folded_word with;
        with.add('\'');
        for (const char c : behind.text()) with.add(c);
        at_ = begin;
        joined_ = true;
        push({tail.end, 0, behind.size, 0, false}, tail.end, words_(with), 0);
    }

    static folded_word padded(const folded_word& from) noexcept {
        folded_word to;
        for (const char c : from.text()) to.add(c);
        return to;
    }

    /// Where the word ends with its inclusive ending, for example ·e·s, (e)s, -e, /trice.
    [[nodiscard]] std::size_t inclusive_end(std::size_t end) const noexcept {
        const letter sign = peek(end);
        if (sign.kind != letter_kind::mark) return end;
        const char c = sign.first;
        if (c != mark::dot && c != '*' && c != '.' && c != '-' && c != '(' && c != '/' && c != mark::symbol) return end;
        folded_word behind;
        const letters tail = read_letters(end + sign.bytes, behind);
        if (tail.count == 0 || tail.capitals) return end;
        const bool known = c == '-' ? is_one_of(behind.text(), hyphened)
                         : c == '/' ? is_one_of(behind.text(), slashed)
                                    : is_one_of(behind.text(), dotted);
        if (!known) return end;
        if (c == '(') return closed_ending(end, tail.end);
        const letter next = peek(tail.end);
        if (next.kind == letter_kind::mark && next.first == c) {
            folded_word plural;
            const letters last = read_letters(tail.end + next.bytes, plural);
            if (plural.text() == "s" || plural.text() == "x") return last.end;
        }
        // "fine.e" is an ending, "end. e" and "word.even" are not.
        return c == '.' && behind.text() != "e" && behind.text() != "es" ? end : tail.end;
    }

    /// (e), (e)s, (trice)s
    [[nodiscard]] std::size_t closed_ending(std::size_t end, std::size_t tail) const noexcept {
        const letter close = peek(tail);
        if (close.kind != letter_kind::mark || close.first != ')') return end;
        folded_word plural;
        const letters last = read_letters(tail + close.bytes, plural);
        if (last.count == 0) return tail + close.bytes;
        return plural.text() == "s" ? last.end : end;
    }

    void number() {
        std::size_t end = at_;
        while (end < text_.size() && text_[end] >= '0' && text_[end] <= '9') ++end;
        folded_word folded;
        for (std::size_t i = at_; i < end; ++i) folded.add(text_[i]);
        last_word_ = 0;
        put(at_, end, words_(folded), shape::number | shape::digits(static_cast<unsigned>(end - at_)), 0, 0);
        at_ = end;
    }

    void mark_token(const letter& l) {
        folded_word folded;
        folded.add(l.first == mark::open_quotation || l.first == mark::close_quotation ? '"'
                   : l.first == mark::open_single || l.first == mark::close_single     ? '\''
                                                                                       : l.first);
        const bool bullet = line_ && (l.first == '*' || l.first == '-' || l.first == mark::dot);
        put(at_, at_ + l.bytes, words_(folded), shape::mark, 0, l.first);
        at_ += l.bytes;
        if (bullet) {
            first_ = item_ = true;
            return;
        }
        ended_ = (l.first == '.' && !is_abbreviated(last_word_)) || l.first == '!' || l.first == '?' || (ended_ && closes(l.first));
    }

    [[nodiscard]] static bool closes(char c) noexcept {
        return c == ')' || c == '"' || c == '\'' || c == mark::close_quotation || c == mark::close_single || c == ']';
    }

    /// Straight marks open as well as they close.
    [[nodiscard]] static bool may_open(char c) noexcept {
        return (!closes(c) || c == '"' || c == '\'') && c != '.' && c != ',' && c != ';' && c != ':' && c != '!' && c != '?';
    }

    void line_end(const letter& l) {
        at_ += l.bytes;
        spaced_ = true;
        if (l.first == '\n' && text_[at_ - l.bytes] == '\r' && at_ < text_.size() && text_[at_] == '\n') ++at_;
        if (line_) paragraph_ = true;
        line_ = true;
    }

    /// A line that goes on in small letters belongs to the sentence before it, if that had not ended.
    [[nodiscard]] bool begins_sentence(const letters& read) const noexcept {
        if (sentence_ || paragraph_) return true;
        if (line_) return ended_ || read.capital || read.count == 0;
        return ended_ && spaced_ && (read.capital || read.count == 0);
    }

    void push(const letters& read, std::size_t end, std::uint32_t word, std::uint32_t bits) {
        bits |= shape::word;
        if (read.capital) bits |= shape::capital;
        if (read.count == 1) bits |= shape::single;
        if (read.capitals == read.count && read.count >= 2 && read.count <= 5) bits |= shape::all_capitals;
        if (begins_sentence(read)) bits |= shape::sentence;
        put(at_, end, word, bits, read.accents, 0);
        at_ = end;
    }

    void put(std::size_t begin, std::size_t end, std::uint32_t word, std::uint32_t bits, std::uint32_t accents, char sign) {
        const bool is_mark = bits & shape::mark;
        if ((bits & shape::number || (is_mark && may_open(sign))) && begins_sentence({})) bits |= shape::sentence;
        // A quotation mark or a bracket may begin a sentence; its first word comes behind it.
        if (bits & shape::sentence) first_ = true;
        if (first_ && !is_mark) bits |= shape::first;
        if (line_) bits |= shape::line;
        if (paragraph_) bits |= shape::paragraph;
        if (item_) bits |= shape::item;
        if (joined_) bits |= shape::joined;
        if (spaced_) bits |= shape::spaced;
        if (bits & shape::sentence && !to_.empty()) ++sentence_count_;
        to_.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end), word, bits, accents,
                       sentence_count_, sign});
        if (bits & shape::sentence) sentence_ = ended_ = false;
        if (!is_mark) first_ = sentence_ = item_ = ended_ = false;
        line_ = paragraph_ = joined_ = spaced_ = false;
    }

    std::string_view text_;
    Words words_;
    std::vector<token>& to_;
    std::size_t at_ = 0;
    std::uint32_t sentence_count_ = 0;
    bool sentence_ = true, line_ = true, paragraph_ = true, item_ = false;
    bool first_ = true, joined_ = false, spaced_ = false, ended_ = false;
    std::uint64_t last_word_ = 0;  ///< its first letters
};

}  // namespace

void tokenize(std::string_view text, const vocabulary& words, std::vector<token>& to) {
    cutter(text, [&](const folded_word& word) { return words.find(word); }, to).run();
}

void tokenize_and_learn(std::string_view text, vocabulary& words, std::vector<token>& to) {
    cutter(text, [&](const folded_word& word) { return words.add(word.text()); }, to).run();
}

}  // namespace peersupport::review
