// SPDX-License-Identifier: Apache-2.0
// note_loop FILE
// The plain loop that bench/compare_notes.py holds Python against, and bench/compare_alex.py other checkers: one
// checker, one note after the other, reports thrown away. FILE holds notes in UTF-8 with a zero byte behind each. For
// each line on standard input it goes through them once and prints seconds and the number of findings.
#include "peersupport/exchange/note_json.hpp"
#include "peersupport/review/note_check.hpp"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

using namespace peersupport;

namespace {

std::vector<std::string_view> notes_of(std::string_view all) {
    std::vector<std::string_view> notes;
    while (!all.empty()) {
        const std::size_t end = all.find('\0');
        notes.push_back(all.substr(0, end));
        all.remove_prefix(end == std::string_view::npos ? all.size() : end + 1);
    }
    return notes;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2 || !canonical_rules()) return 2;
    std::ifstream file(arguments[1], std::ios::binary);
    const std::string all{std::istreambuf_iterator<char>(file), {}};
    const auto notes = notes_of(all);
    note_checker by(*canonical_rules());
    for (std::string line; std::getline(std::cin, line);) {
        std::size_t findings = 0;
        const auto start = std::chrono::steady_clock::now();
        for (const std::string_view text : notes) {
            const auto report = by.check(note{text});
            if (!report) return 1;
            findings += report->findings.size();
        }
        const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
        std::printf("%.9f %zu\n", seconds.count(), findings);
        std::fflush(stdout);
    }
}
