// SPDX-License-Identifier: Apache-2.0
#include "evidence/bin_counter.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::evidence {
namespace {

bool before(const score_bin& a, const score_bin& b) noexcept { return score_bin::order(a, b) < 0; }

/// 0 where they are the same score, whatever the counts.
std::uint64_t difference(const score_bin& a, const score_bin& b) noexcept {
    return static_cast<std::uint64_t>((a.numerator ^ b.numerator) | (a.denominator ^ b.denominator) |
                                      (a.answered ^ b.answered));
}

}  // namespace

std::vector<score_bin> united(const std::vector<score_bin>& a, const std::vector<score_bin>& b) {
    std::vector<score_bin> out;
    out.reserve(a.size() + b.size());
    auto left = a.begin(), right = b.begin();
    while (left != a.end() || right != b.end()) {
        const bool only_left = right == b.end() || (left != a.end() && before(*left, *right));
        const bool only_right = left == a.end() || (right != b.end() && before(*right, *left));
        score_bin next = only_right ? *right : *left;
        if (!only_left && !only_right) next.people += right->people;
        left += !only_right;
        right += !only_left;
        out.push_back(next);
    }
    return out;
}

bool holds_bins_of(const std::vector<score_bin>& a, const std::vector<score_bin>& b) noexcept {
    if (a.size() < b.size()) return false;
    if (a.size() == b.size()) {  // mostly: the same scores were seen; no branches, so that it runs in vectors
        std::uint64_t differences = 0;
        for (std::size_t i = 0; i < b.size(); ++i) differences |= difference(a[i], b[i]);
        return differences == 0;
    }
    auto at = a.begin();
    for (const score_bin& bin : b) {
        while (at != a.end() && difference(*at, bin) != 0) ++at;
        if (at == a.end()) return false;
    }
    return true;
}

void add_bins(std::vector<score_bin>& a, const std::vector<score_bin>& b) noexcept {
    if (a.size() == b.size()) {
        for (std::size_t i = 0; i < b.size(); ++i) a[i].people += b[i].people;
        return;
    }
    auto at = a.begin();
    for (const score_bin& bin : b) {
        while (difference(*at, bin) != 0) ++at;
        at->people += bin.people;
    }
}

void bin_counter::add(std::int32_t answered, std::int64_t numerator, std::int64_t denominator, std::int64_t people) {
    constexpr std::size_t least = 4096;
    waiting_.push_back({answered, numerator, denominator, people});
    if (waiting_.size() >= std::max(least, settled_.size())) settle();
}

std::vector<score_bin> bin_counter::take() {
    settle();
    return std::exchange(settled_, {});
}

void bin_counter::settle() {
    std::ranges::sort(waiting_, before);
    std::size_t kept = 0;
    for (std::size_t at = 0; at < waiting_.size(); ++at) {
        if (kept > 0 && score_bin::order(waiting_[kept - 1], waiting_[at]) == 0)
            waiting_[kept - 1].people += waiting_[at].people;
        else waiting_[kept++] = waiting_[at];
    }
    waiting_.resize(kept);
    settled_ = united(settled_, waiting_);
    waiting_.clear();
}

}  // namespace peersupport::evidence
