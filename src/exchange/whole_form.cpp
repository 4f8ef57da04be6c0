// SPDX-License-Identifier: Apache-2.0
#include "exchange/whole_form.hpp"

#include <numeric>

namespace peersupport::exchange {

namespace {

std::vector<std::size_t> first(std::size_t count) {
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

}  // namespace

form whole_form(const instrument& of) {
    form out;
    out.id = "default";
    out.name = {"Whole form", "Formulaire complet"};
    out.items = first(of.items.size());
    out.scales = first(of.scales.size());
    out.sample_scales = first(of.sample_scales.size());
    return out;
}

}  // namespace peersupport::exchange
