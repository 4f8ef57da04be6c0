// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/definition/identity.hpp"
#include "peersupport/instrument/instrument.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace peersupport {

namespace scoring {
struct compiled;
}

struct plan_options {
    std::string_view form;          ///< id; empty: default_form()
    bool allow_unverified = false;  ///< plan a structure that was not checked against its manual
};

/// One form of an instrument, compiled once. Immutable; may be shared between threads without locks;
/// copying shares. Scoring with it does not allocate and does not throw.
class plan {
public:
    /// Errors: instrument_incomplete, instrument_unverified, form_required, form_unknown, score_too_large,
    /// rule_conflict (path names the scale), too_large (more than 1024 items, or graded models of over 4 million
    /// probabilities). Throws std::bad_alloc only.
    [[nodiscard]] static result<plan> compile(const instrument& from, const plan_options& options = {});

    [[nodiscard]] std::string_view instrument_id() const noexcept;
    [[nodiscard]] std::string_view instrument_version() const noexcept;
    /// The definition its results are made with: the one the library was built with.
    [[nodiscard]] const definition_identity& definition() const noexcept { return canonical_identity(); }
    [[nodiscard]] std::string_view form_id() const noexcept;
    [[nodiscard]] instrument_subject subject() const noexcept;

    [[nodiscard]] std::size_t item_count() const noexcept;                           ///< columns of an answers table
    [[nodiscard]] std::string_view item_id(std::size_t item) const noexcept;         ///< in form order
    [[nodiscard]] std::size_t scale_count() const noexcept;                          ///< scores of a response
    [[nodiscard]] std::string_view scale_id(std::size_t scale) const noexcept;       ///< in form order
    [[nodiscard]] std::size_t sample_scale_count() const noexcept;                   ///< results of a group
    [[nodiscard]] std::string_view sample_scale_id(std::size_t scale) const noexcept;
    /// True when score_outputs::sums and counts may be asked for: every scale adds up whole points of its items
    /// (no gate, table or model, no does-not-apply that its missing rule counts), and the sums fit in a byte.
    [[nodiscard]] bool byte_sums() const noexcept;

    [[nodiscard]] const scoring::compiled& internals() const noexcept { return *compiled_; }

private:
    explicit plan(std::shared_ptr<const scoring::compiled> c) noexcept : compiled_(std::move(c)) {}
    std::shared_ptr<const scoring::compiled> compiled_;
};

}  // namespace peersupport
