// SPDX-License-Identifier: Apache-2.0
// note_instruction_bench WHAT COUNT: checks COUNT notes, or COUNT × 10 kB of a hard text, for counting instructions.
#include "note_workload.hpp"

#include "peersupport/exchange/note_json.hpp"
#include "peersupport/review/note_check.hpp"

#include <algorithm>
#include <charconv>
#include <cstring>
#include <iterator>

int main(int argc, char** argv) {
    using namespace peersupport;
    if (argc != 3) return 2;
    const std::string_view what(argv[1]);
    std::size_t count = 0;
    std::from_chars(argv[2], argv[2] + std::strlen(argv[2]), count);
    std::vector<bench::written_note> texts;
    if (what == "notes") {
        texts = bench::make_notes(400);
    } else {
        const auto hard = std::find_if(std::begin(bench::hard_texts), std::end(bench::hard_texts), [&](const bench::hard_text& h) { return h.name == what; });
        if (hard == std::end(bench::hard_texts)) return 2;
        texts.push_back({language::en, bench::repeated(hard->piece, 10'000)});
    }
    note_checker checker(*canonical_rules());
    for (std::size_t i = 0; i < count; ++i) {
        const bench::written_note& one = texts[i % texts.size()];
        note written{one.text};
        written.written_in = one.in;
        if (!checker.check(written)) return 1;
    }
    return 0;
}
