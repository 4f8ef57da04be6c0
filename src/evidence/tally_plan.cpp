// SPDX-License-Identifier: Apache-2.0
#include "peersupport/evidence/tally_plan.hpp"

#include "evidence/counted_form.hpp"
#include "peersupport/instrument/digest.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace peersupport {

struct tally_plan::state {
    tally_header header;
    std::vector<evidence::counted_form> forms;
};

result<tally_plan> tally_plan::compile(const instrument& from, std::span<const std::string_view> forms,
                                       const tally_options& options) {
    std::vector<std::string_view> ids(forms.begin(), forms.end());
    std::ranges::sort(ids);
    if (ids.empty()) return error(status::form_required, "/forms");
    if (std::ranges::adjacent_find(ids) != ids.end()) return error(status::id_duplicate, "/forms");
    auto made = std::make_shared<state>();
    for (const std::string_view id : ids) {
        if (id.empty()) return error(status::form_unknown, "/forms");
        auto planned = plan::compile(from, {id, options.allow_unverified});
        if (!planned) return planned.problems();
        const form& of = *find_form(from, id);
        evidence::counted_form& counted = made->forms.emplace_back(std::move(planned).value());
        if (!evidence::make_counted_form(from, of, counted)) return error(status::too_large, "/response_scales");
        made->header.forms.push_back(evidence::header_of(from, of, counted));
    }
    made->header.instrument_id = from.id;
    made->header.instrument_version = from.version;
    made->header.instrument_digest = instrument_digest(from);
    made->header.definition_version = options.definition.version;
    made->header.definition_digest = options.definition.digest;
    made->header.counted_by = options.counted_by;
    made->header.with_gram = options.with_gram;
    return tally_plan(std::move(made));
}

const tally_header& tally_plan::header() const noexcept { return state_->header; }
const plan& tally_plan::form_plan(std::size_t form) const noexcept { return state_->forms[form].by; }
const evidence::counted_form& tally_plan::internals(std::size_t form) const noexcept { return state_->forms[form]; }

std::size_t tally_plan::place_of(std::string_view form) const noexcept {
    const tally_form* found = find_form(header(), form);
    return found ? static_cast<std::size_t>(found - header().forms.data()) : header().forms.size();
}

}  // namespace peersupport
