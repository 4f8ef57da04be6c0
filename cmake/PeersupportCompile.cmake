# SPDX-License-Identifier: Apache-2.0
# How every target of ours is compiled. Floating point must give the same bits everywhere, so contraction is
# off and nothing may switch fast-math on; instruction sets are chosen at run time, never here.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
if(NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()
find_program(PEERSUPPORT_CCACHE ccache)
if(PEERSUPPORT_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER "${PEERSUPPORT_CCACHE}")
  set(CMAKE_CXX_COMPILER_LAUNCHER "${PEERSUPPORT_CCACHE}")
  if(PEERSUPPORT_PRECOMPILE) # ccache looks at what is precompiled only when told so
    set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env CCACHE_SLOPPINESS=pch_defines,time_macros "${PEERSUPPORT_CCACHE}")
  endif()
endif()

if(CMAKE_CXX_FLAGS MATCHES "-ffast-math|-Ofast|/fp:fast")
  message(FATAL_ERROR "peersupport gives the same bits everywhere; it cannot be built with fast-math.")
endif()

function(peersupport_compile target)
  target_compile_features(${target} PUBLIC cxx_std_20)
  if(MSVC)
    target_compile_options(${target} PRIVATE /W4 /permissive- /utf-8 /fp:precise)
    if(PEERSUPPORT_WARNINGS_AS_ERRORS)
      target_compile_options(${target} PRIVATE /WX)
    endif()
  else()
    target_compile_options(${target} PRIVATE
      -ffp-contract=off -fno-fast-math -fvisibility=hidden
      "-ffile-prefix-map=${PROJECT_SOURCE_DIR}=."
      -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow
      $<$<COMPILE_LANGUAGE:CXX>:-fvisibility-inlines-hidden>)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
      # False alarms inside std::string assignment with GCC 12 (GCC bug 105651).
      target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
    endif()
    if(PEERSUPPORT_WARNINGS_AS_ERRORS)
      target_compile_options(${target} PRIVATE -Werror)
    endif()
    if(CMAKE_BUILD_TYPE MATCHES "Rel")
      target_compile_options(${target} PRIVATE -fstack-protector-strong)
      target_compile_definitions(${target} PRIVATE NDEBUG)
    endif()
  endif()
endfunction()

# peersupport_precompile(TARGET HEADER…): never for what is shipped: there each file shows that it includes what it needs.
function(peersupport_precompile target)
  if(PEERSUPPORT_PRECOMPILE)
    peersupport_precompile_always(${target} ${ARGN})
  endif()
endfunction()

# Tests are not shipped, and half of what building takes is theirs.
function(peersupport_precompile_always target)
  target_precompile_headers(${target} PRIVATE "$<$<COMPILE_LANGUAGE:CXX>:${PROJECT_SOURCE_DIR}/include/peersupport/peersupport.hpp>" ${ARGN})
  if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
    target_compile_options(${target} PRIVATE "SHELL:$<$<COMPILE_LANGUAGE:CXX>:-Xclang -fno-pch-timestamp>")
  endif()
endfunction()
