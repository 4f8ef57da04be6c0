// SPDX-License-Identifier: Apache-2.0
// The one translation unit that holds the compiled part of Boost.JSON (header-only: no Boost library is linked).
#include <boost/json/src.hpp>
