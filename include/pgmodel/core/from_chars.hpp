// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::from_chars of all numbers, also where the standard library knows integers only: libc++ before version 20.
#pragma once

#include <charconv>

#if defined(_LIBCPP_VERSION) && _LIBCPP_VERSION < 200000
#include <pgmodel/core/from_chars_by_strtod.hpp>

namespace pgmodel::detail {

using std::from_chars;

template <std::floating_point T>
std::from_chars_result from_chars(const char* first, const char* last, T& value) {
    return from_chars_by_strtod(first, last, value);
}

}  // namespace pgmodel::detail
#else
namespace pgmodel::detail {

using std::from_chars;

}  // namespace pgmodel::detail
#endif
