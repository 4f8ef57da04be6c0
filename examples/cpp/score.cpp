// SPDX-License-Identifier: Apache-2.0
// Scores one response to the Integrity Survey and says, in English and French, why a score was not given.
// The same as examples/c/score_one.c, with the same output.
#include <peersupport/exchange/instrument_json.hpp>
#include <peersupport/scoring/score.hpp>

#include <cinttypes>
#include <cstdio>
#include <vector>

namespace ps = peersupport;

namespace {

// Codes in form order, four for each of the seven values: 0 never … 4 always, 8 does not apply, 9 declined.
constexpr std::int32_t codes[] = {
    4, 3, 3, 0,               // hope and recovery
    3, 2, 9, 3,               // self-determination: one question declined
    9, ps::blank_code, 4, 1,  // relationships: two questions not answered
    8, 8, 8, 8,               // dignity: nothing applied
    4, 4, 0, 4,               // integrity and trust
    2, 2, 2, 2,               // health and wellness
    1, 8, 3, 2,               // learning: one question did not apply
};

int failed(const ps::error& why) {
    const auto text = ps::status_text(why.code(), ps::language::en);
    std::fprintf(stderr, "%.*s\n", static_cast<int>(text.size()), text.data());
    return 1;
}

void print(std::string_view id, const ps::score& score) {
    std::printf("%.*s: ", static_cast<int>(id.size()), id.data());
    if (score.why == ps::reason::scored) {
        std::printf("%.2f (%" PRId64 "/%" PRId64 ")", score.value, score.numerator, score.denominator);
    } else {
        const auto en = ps::text_of(score.why, ps::language::en), fr = ps::text_of(score.why, ps::language::fr);
        std::printf("%.*s / %.*s", static_cast<int>(en.size()), en.data(), static_cast<int>(fr.size()), fr.data());
    }
    std::printf("; %d of %d answered\n", score.answered, score.applicable);
}

}  // namespace

int main() {
    const auto survey = ps::open_instrument("integrity-survey");
    if (!survey) return failed(survey.problems());
    const auto plan = ps::plan::compile(*survey, {.form = "person"});
    if (!plan) return failed(plan.problems());

    std::vector<ps::score> scores(plan->scale_count());
    if (const auto status = ps::score_one(*plan, codes, scores); status != ps::status::ok)
        return failed(ps::error(status));
    for (std::size_t s = 0; s < scores.size(); ++s) print(plan->scale_id(s), scores[s]);
}
