// SPDX-License-Identifier: Apache-2.0
#include "text/decimal_value.hpp"

namespace peersupport {

double to_double(decimal d) noexcept {
    static constexpr double power[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                       1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    const auto mantissa = static_cast<double>(d.mantissa);
    return d.exponent < 0 ? mantissa / power[-d.exponent] : mantissa * power[d.exponent];
}

}  // namespace peersupport
