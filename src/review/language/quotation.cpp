// SPDX-License-Identifier: Apache-2.0
#include "review/language/quotation.hpp"

#include "review/language/letter.hpp"

#include <algorithm>

namespace peersupport::review {
namespace {

constexpr std::uint32_t nowhere = 0xFFFFFFFFU;
/// A single mark without a partner so near is an apostrophe.
constexpr std::uint32_t longest_single = 40;

class pairing {
public:
    pairing(std::span<const token> tokens, std::vector<quotation>& to) : tokens_(tokens), to_(to) {}

    void run() {
        for (std::uint32_t t = 0; t < tokens_.size(); ++t) {
            if (tokens_[t].shape & shape::paragraph) end_paragraph(t);
            if (tokens_[t].shape & shape::mark) see(t);
        }
        end_paragraph(static_cast<std::uint32_t>(tokens_.size()));
        std::ranges::stable_sort(to_, {}, &quotation::begin);
    }

private:
    void see(std::uint32_t t) {
        switch (tokens_[t].mark) {
            case mark::open_quotation: paired_ = t; break;
            case mark::close_quotation: close(paired_, t); break;
            case '"': straight_ == nowhere ? void(straight_ = t) : close(straight_, t); break;
            case mark::open_single: single_ = t; break;
            case '\'':
            case mark::close_single: see_single(t); break;
            default: break;
        }
    }

    void see_single(std::uint32_t t) {
        const bool before_word = t + 1 < tokens_.size() && !(tokens_[t + 1].shape & (shape::spaced | shape::number)) && tokens_[t + 1].shape & shape::word;
        const bool free = t == 0 || tokens_[t].shape & (shape::spaced | shape::line);
        if (single_ != nowhere && !free && t - single_ <= longest_single) return close(single_, t);
        if (tokens_[t].mark == '\'' && free && before_word) single_ = t;
    }

    void close(std::uint32_t& open, std::uint32_t t) {
        if (open == nowhere) return;
        if (t > open + 1) to_.push_back({open + 1, t});
        open = nowhere;
    }

    void end_paragraph(std::uint32_t t) {
        if (paired_ != nowhere) close(paired_, t);
        if (straight_ != nowhere) close(straight_, t);
        single_ = nowhere;
    }

    std::span<const token> tokens_;
    std::vector<quotation>& to_;
    std::uint32_t paired_ = nowhere, straight_ = nowhere, single_ = nowhere;
};

}  // namespace

void find_quotations(std::span<const token> tokens, std::vector<quotation>& to) {
    to.clear();
    pairing(tokens, to).run();
}

}  // namespace peersupport::review
