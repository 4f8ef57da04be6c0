// SPDX-License-Identifier: Apache-2.0
#include "review/finder/finder.hpp"

#include "review/finder/impossible_times.hpp"
#include "review/finder/repeated_text.hpp"
#include "review/finder/scare_quotes.hpp"

namespace peersupport::review {

void find_by(review_finder finder, const reading& in, const review_rule& rule, const language_rules& by, std::vector<token_range>& to) {
    switch (finder) {
        case review_finder::none: break;
        case review_finder::scare_quotes: scare_quotes(in, by, to); break;
        case review_finder::impossible_times: impossible_times(in, to); break;
        case review_finder::repeated_text: repeated_sentences(in, rule.least_words, to); break;
    }
}

}  // namespace peersupport::review
