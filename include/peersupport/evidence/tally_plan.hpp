// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/identity.hpp"
#include "peersupport/evidence/tally_header.hpp"
#include "peersupport/scoring/plan.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <memory>
#include <span>
#include <string_view>

namespace peersupport {

namespace evidence {
struct counted_form;
}

struct tally_options {
    peersupport::counted_by counted_by = peersupport::counted_by::person;
    bool with_gram = true;  ///< cross-products of points too: reliability, item–rest correlations
    bool allow_unverified = false;
    definition_identity definition = canonical_identity();  ///< what the results are to be read with; copied
};

/// Forms of one instrument made ready for counting. Immutable; may be shared between threads; copying shares.
class tally_plan {
public:
    /// `forms`: ids, in any order, at least one. Errors: those of plan::compile(); id_duplicate; too_large (an item
    /// with more than 240 answer codes). Throws std::bad_alloc only.
    [[nodiscard]] static result<tally_plan> compile(const instrument& from, std::span<const std::string_view> forms,
                                                    const tally_options& options = {});
    [[nodiscard]] const tally_header& header() const noexcept;
    /// The plan of header().forms[form]; form < header().forms.size().
    [[nodiscard]] const plan& form_plan(std::size_t form) const noexcept;
    /// The place of a form in header().forms, or header().forms.size().
    [[nodiscard]] std::size_t place_of(std::string_view form) const noexcept;

    [[nodiscard]] const evidence::counted_form& internals(std::size_t form) const noexcept;

private:
    struct state;
    explicit tally_plan(std::shared_ptr<const state> s) noexcept : state_(std::move(s)) {}
    std::shared_ptr<const state> state_;
    friend class tally;
};

}  // namespace peersupport
