// SPDX-License-Identifier: Apache-2.0
// note_bench [ROUNDS]: what the note check costs: a note, its parts, hard texts by the byte, a text of 1 MB, and the rules.
// Beside it the limit: scanning the same bytes for words of the rules with Vectorscan, where that is installed.
#include "note_workload.hpp"

#include "peersupport/exchange/note_json.hpp"
#include "peersupport/exchange/rule_pack_json.hpp"
#include "peersupport/review/bundled_rules.hpp"
#include "peersupport/review/note_check.hpp"
#include "review/language/tokenizer.hpp"
#include "review/rule_matches.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>

#ifdef PEERSUPPORT_HAS_VECTORSCAN
#include <hs/hs.h>
#endif

namespace {

using namespace peersupport;
using bench::written_note;

constexpr std::size_t notes = 20'000;

double now() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// The shortest of so many rounds, in seconds.
template <class Work>
double shortest(int rounds, Work work) {
    double best = 1e9;
    for (int i = 0; i < rounds; ++i) {
        const double begin = now();
        work();
        best = std::min(best, now() - begin);
    }
    return best;
}

void row(std::string_view what, double value, std::string_view unit) {
    std::cout << "| " << what << " | " << std::fixed << std::setprecision(2) << value << " " << unit << " |\n";
}

note as_note(const written_note& written) {
    note made{written.text};
    made.written_in = written.in;
    return made;
}

void rules_rows(int rounds) {
    row("reading the packs", 1e3 * shortest(rounds, [] {
            for (const bundled_rules& pack : bundled_rule_packs()) (void)read_rule_pack(pack.json);
        }), "ms");
    std::vector<rule_pack> packs;
    for (const bundled_rules& pack : bundled_rule_packs()) packs.push_back(*read_rule_pack(pack.json));
    row("compiling the rules", 1e3 * shortest(rounds, [&] { (void)rule_set::compile(packs); }), "ms");
}

void note_rows(int rounds, const std::vector<written_note>& all) {
    const review::compiled_rules& rules = canonical_rules()->compiled();
    note_checker checker(*canonical_rules());
    std::vector<review::token> tokens;
    review::reading read;
    review::rule_matches matches;
    const double each = 1e6 / static_cast<double>(all.size());
    const auto tokenizing = [&] {
        for (const written_note& one : all) tokens.clear(), review::tokenize(one.text, rules.words, tokens);
    };
    const auto reading = [&] {
        for (const written_note& one : all) read.read(one.text, rules, one.in);
    };
    const auto collecting = [&] {
        for (const written_note& one : all) read.read(one.text, rules, one.in), matches.collect(read, rules, review::evidence_places::first);
    };
    const auto checking = [&] {
        for (const written_note& one : all) (void)checker.check(as_note(one));
    };
    row("cutting a note into words", each * shortest(rounds, tokenizing), "µs");
    row("that, and what each word stands for", each * shortest(rounds, reading), "µs");
    row("that, and what rules look for", each * shortest(rounds, collecting), "µs");
    row("checking a note", each * shortest(rounds, checking), "µs");
}

void long_rows(int rounds) {
    note_checker checker(*canonical_rules());
    const auto by_the_byte = [&](std::string_view text) {
        note what{text};
        what.written_in = language::en;
        return 1e9 * shortest(rounds, [&] { (void)checker.check(what); }) / static_cast<double>(text.size());
    };
    std::string ordinary = bench::text_of_notes(language::en);
    while (ordinary.size() < (1U << 20U)) ordinary += ordinary;
    row("100 kB of notes, a byte", by_the_byte(std::string_view(ordinary).substr(0, 100'000)), "ns");
    row("1 MB of notes, a byte", by_the_byte(std::string_view(ordinary).substr(0, 1U << 20U)), "ns");
    for (const bench::hard_text& hard : bench::hard_texts) row("1 MB, " + std::string(hard.name) + ", a byte", by_the_byte(bench::repeated(hard.piece, 1U << 20U)), "ns");
}

#ifdef PEERSUPPORT_HAS_VECTORSCAN
void limit_row(int rounds, const std::vector<written_note>& all) {
    const review::vocabulary& words = canonical_rules()->compiled().words;
    std::vector<std::string> texts;
    std::vector<const char*> literals;
    // Vectorscan takes minutes to get ready for all 60,000; each twentieth shows what scanning costs at least.
    for (std::uint32_t w = 1; w < words.size(); w += 20) texts.emplace_back(words.text(w));
    for (const std::string& text : texts) literals.push_back(text.c_str());
    std::vector<std::size_t> sizes;
    for (const std::string& text : texts) sizes.push_back(text.size());
    const std::vector<unsigned> flags(texts.size(), HS_FLAG_CASELESS), ids(texts.size());
    hs_database_t* database = nullptr;
    hs_compile_error_t* problem = nullptr;
    hs_scratch_t* scratch = nullptr;
    if (hs_compile_lit_multi(literals.data(), flags.data(), ids.data(), sizes.data(), static_cast<unsigned>(texts.size()), HS_MODE_BLOCK, nullptr, &database, &problem) != HS_SUCCESS ||
        hs_alloc_scratch(database, &scratch) != HS_SUCCESS)
        return void(std::cout << "| Vectorscan | refuses the words |\n");
    std::size_t found = 0;
    const auto count = [](unsigned, unsigned long long, unsigned long long, unsigned, void* to) { return ++*static_cast<std::size_t*>(to), 0; };
    const double seconds = shortest(rounds, [&] {
        for (const written_note& one : all) hs_scan(database, one.text.data(), static_cast<unsigned>(one.text.size()), 0, scratch, count, &found);
    });
    row("the limit: Vectorscan, each twentieth word of the rules", 1e6 * seconds / static_cast<double>(all.size()), "µs");
    hs_free_scratch(scratch);
    hs_free_database(database);
}
#else
void limit_row(int, const std::vector<written_note>&) { std::cout << "| the limit: Vectorscan, each twentieth word of the rules | not installed |\n"; }
#endif

}  // namespace

int main(int argc, char** argv) {
    const int rounds = argc > 1 ? std::max(1, std::atoi(argv[1])) : 3;
    if (!canonical_rules()) return 1;
    const std::vector<written_note> all = bench::make_notes(notes);
    std::size_t bytes = 0;
    for (const written_note& one : all) bytes += one.text.size();
    std::cout << all.size() << " notes of " << bytes / all.size() << " bytes, one thread\n\n| what | cost |\n|---|---:|\n";
    rules_rows(rounds);
    note_rows(rounds, all);
    limit_row(rounds, all);
    long_rows(rounds);
}
