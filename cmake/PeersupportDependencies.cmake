# SPDX-License-Identifier: Apache-2.0
# Finds what the build needs and names the packages when something is missing, in one line.

function(peersupport_missing what apt brew vcpkg)
  message(FATAL_ERROR "peersupport needs ${what}. Debian/Ubuntu: apt install ${apt} | macOS: brew install ${brew} | vcpkg: vcpkg install ${vcpkg}")
endfunction()

find_path(PEERSUPPORT_BOOST_INCLUDE boost/json/src.hpp HINTS ${BOOST_ROOT}/include $ENV{BOOST_ROOT}/include)
if(NOT PEERSUPPORT_BOOST_INCLUDE OR NOT EXISTS "${PEERSUPPORT_BOOST_INCLUDE}/boost/date_time/gregorian/gregorian_types.hpp")
  peersupport_missing("the Boost headers, 1.81 or later (JSON, Date_Time)"
                      "libboost1.81-dev libboost-json1.81-dev" "boost" "boost-json boost-date-time")
endif()
file(STRINGS "${PEERSUPPORT_BOOST_INCLUDE}/boost/version.hpp" boost_version_line REGEX "^#define BOOST_VERSION [0-9]+")
string(REGEX MATCH "[0-9]+" boost_version "${boost_version_line}")
if(boost_version LESS 108100)
  peersupport_missing("Boost 1.81 or later (found ${boost_version})"
                      "libboost1.81-dev libboost-json1.81-dev" "boost" "boost-json boost-date-time")
endif()

if(PEERSUPPORT_BUILD_TESTS)
  find_package(GTest QUIET)
  if(NOT GTest_FOUND)
    peersupport_missing("GoogleTest for its tests" "libgtest-dev" "googletest" "gtest")
  endif()
endif()
if(PEERSUPPORT_BUILD_BENCH)
  find_package(benchmark QUIET)
  if(NOT benchmark_FOUND)
    peersupport_missing("Google Benchmark for its benchmarks" "libbenchmark-dev" "google-benchmark" "benchmark")
  endif()
endif()
