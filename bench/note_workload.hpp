// SPDX-License-Identifier: Apache-2.0
// The notes every figure of the note check is about: sentences of tests/accuracy/tuned, cut and joined to 700 bytes on
// average, and texts made to be hard to read.
#pragma once

#include "peersupport/text/language.hpp"

#include <cstddef>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::bench {

struct written_note {
    language in;
    std::string text;
};

/// The value of "text" in one line of JSON; those files escape nothing but quotation marks, backslashes and line ends.
inline std::string text_of_line(std::string_view line) {
    constexpr std::string_view name = "\"text\": \"";
    std::string text;
    for (std::size_t at = line.find(name) + name.size(); at < line.size() && line[at] != '"'; ++at) {
        if (line[at] == '\\') ++at;
        text += line[at] == 'n' && line[at - 1] == '\\' ? '\n' : line[at];
    }
    return text;
}

inline std::string text_of_notes(language in) {
    std::ifstream file(std::string(PEERSUPPORT_SOURCE_DIR) + "/tests/accuracy/tuned/notes-" + (in == language::fr ? "fr" : "en") + ".jsonl");
    std::string all;
    for (std::string line; std::getline(file, line);) all += text_of_line(line) + "\n\n";
    return all;
}

/// Pieces of 400 to 1,000 bytes, cut behind a sentence.
inline std::vector<written_note> make_notes(std::size_t count) {
    std::vector<written_note> made;
    for (const language in : {language::en, language::fr}) {
        const std::string all = text_of_notes(in);
        std::size_t at = 0;
        for (std::size_t i = 0; i < (count + 1) / 2; ++i) {
            if (at + 1'200 > all.size()) at = i % 97;
            std::size_t end = all.find(". ", at + 350 + i * 37 % 600);
            if (end == std::string::npos || end > at + 1'100) end = at + 1'000;
            while (end < all.size() && (static_cast<unsigned char>(all[end]) & 0xC0U) == 0x80U) ++end;
            while (at < end && (static_cast<unsigned char>(all[at]) & 0xC0U) == 0x80U) ++at;
            made.push_back({in, all.substr(at, end + 1 - at)});
            at = end + 1;
        }
    }
    return made;
}

inline std::string repeated(std::string_view piece, std::size_t bytes) {
    std::string made;
    while (made.size() + piece.size() <= bytes) made += piece;
    return made;
}

struct hard_text {
    std::string_view name, piece;
};
/// Each is written over and over.
inline constexpr hard_text hard_texts[] = {
    {"no spaces", "clientrefusedmedicationagain"},
    {"accents behind their letters", "l\xCC\x81""e\xCC\x81""te\xCC\x81 re\xCC\x81""fuse\xCC\x81 "},
    {"emoji", "\xF0\x9F\x98\x80\xF0\x9F\x91\x8D "},
    {"bullets", "- client\n"},
    {"one word", "refused "},
    {"one small word", "the "},
    {"commas", ", "},
    {"names", "Sam "},
    {"what rules look for", "client refused to take his meds and was non-compliant "},
    {"one sentence without an end", "he said she told me that they were very very upset with him and "},
};

}  // namespace peersupport::bench
