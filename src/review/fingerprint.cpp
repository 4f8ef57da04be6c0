// SPDX-License-Identifier: Apache-2.0
#include "review/fingerprint.hpp"

#include "review/language/letter.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

constexpr std::uint32_t neighbours = 2;

/// FNV-1a.
class hash {
public:
    void add(char c) noexcept { value_ = (value_ ^ static_cast<unsigned char>(c)) * 0x100000001B3ULL; }
    void add(std::string_view text) noexcept {
        for (const char c : text) add(c);
        add('\0');
    }
    [[nodiscard]] std::string text() const {
        std::string digits(16, '0');
        for (unsigned i = 0; i < 16; ++i) digits[i] = "0123456789abcdef"[value_ >> (60U - 4U * i) & 15U];
        return digits;
    }

private:
    std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

void add_token(hash& to, const reading& in, const token& t) noexcept {
    for (std::size_t at = t.begin; at < t.end;) {
        const letter l = letter_at(in.text, at);
        if (l.kind == letter_kind::letter || l.kind == letter_kind::digit) {
            if (l.first) to.add(l.first);
            else
                for (std::size_t i = 0; i < l.bytes; ++i) to.add(in.text[at + i]);
            if (l.second) to.add(l.second);
        }
        at += l.bytes;
    }
    to.add('\0');
}

}  // namespace

std::string fingerprint_of(std::string_view rule, const reading& in, std::uint32_t begin, std::uint32_t end) {
    hash made;
    made.add(rule);
    // Neighbours of the same sentence only: what stands before and after it may change.
    const std::uint32_t first = begin > neighbours ? begin - neighbours : 0;
    const auto last = std::min<std::size_t>(in.tokens.size(), end + neighbours);
    for (std::size_t t = first; t < last; ++t) {
        const std::uint32_t sentence = in.tokens[t].sentence;
        if (sentence >= in.tokens[begin].sentence && sentence <= in.tokens[end - 1].sentence) add_token(made, in, in.tokens[t]);
    }
    return made.text();
}

std::string fingerprint_of(std::string_view rule) {
    hash made;
    made.add(rule);
    return made.text();
}

}  // namespace peersupport::review
