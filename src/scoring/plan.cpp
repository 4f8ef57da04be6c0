// SPDX-License-Identifier: Apache-2.0
#include "peersupport/scoring/plan.hpp"

#include "scoring/compile.hpp"

namespace peersupport {
namespace {

/// Positions are 16 bits wide and a tile of codes lives on the stack.
constexpr std::size_t most_items = 1024;

status may_plan(const instrument& from, const plan_options& options) {
    switch (from.verification.state) {
        case verification_state::incomplete: return status::instrument_incomplete;
        case verification_state::unverified: return options.allow_unverified ? status::ok : status::instrument_unverified;
        case verification_state::verified: break;
    }
    return status::ok;
}

}  // namespace

result<plan> plan::compile(const instrument& from, const plan_options& options) {
    if (const status s = may_plan(from, options); s != status::ok) return error(s, "/verification");
    const form* of = options.form.empty() ? default_form(from) : find_form(from, options.form);
    if (!of) return error(options.form.empty() ? status::form_required : status::form_unknown, "/forms");
    if (of->items.empty() || of->items.size() > most_items) return error(status::too_large, "/forms");

    auto made = std::make_shared<scoring::compiled>();
    made->instrument_id = from.id;
    made->instrument_version = from.version;
    made->form_id = of->id;
    made->subject = from.subject;
    error problems;
    scoring::compile_items(from, *of, *made, problems);
    scoring::compile_scales(from, *of, *made, problems);
    if (problems.total > 0) return problems;
    scoring::compile_lanes(*made);
    scoring::compile_row(*made);
    return plan(std::move(made));
}

std::string_view plan::instrument_id() const noexcept { return compiled_->instrument_id; }
std::string_view plan::instrument_version() const noexcept { return compiled_->instrument_version; }
std::string_view plan::form_id() const noexcept { return compiled_->form_id; }
instrument_subject plan::subject() const noexcept { return compiled_->subject; }
std::size_t plan::item_count() const noexcept { return compiled_->items.size(); }
std::size_t plan::scale_count() const noexcept { return compiled_->scales.size(); }
std::size_t plan::sample_scale_count() const noexcept { return compiled_->samples.size(); }
bool plan::byte_sums() const noexcept { return compiled_->byte_sums; }

std::string_view plan::item_id(std::size_t item) const noexcept {
    return item < item_count() ? std::string_view(compiled_->items[item].id) : std::string_view{};
}

std::string_view plan::scale_id(std::size_t scale) const noexcept {
    return scale < scale_count() ? std::string_view(compiled_->scales[scale].id) : std::string_view{};
}

std::string_view plan::sample_scale_id(std::size_t scale) const noexcept {
    return scale < sample_scale_count() ? std::string_view(compiled_->samples[scale].id) : std::string_view{};
}

}  // namespace peersupport
