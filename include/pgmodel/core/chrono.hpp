// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Durations, time points and clocks, without the calendar. <chrono> of C++20 brings streams and formatting along, an
// eighth of what all of pgmodel costs the compiler; libstdc++ keeps the rest in a header of its own. Who uses the
// calendar (`std::chrono::year_month_day`) has included <chrono> anyway.
#pragma once

#include <cstdint>

#if defined(_GLIBCXX_RELEASE) && __has_include(<bits/chrono.h>)

#include <bits/chrono.h>

namespace std _GLIBCXX_VISIBILITY(default) {
_GLIBCXX_BEGIN_NAMESPACE_VERSION
namespace chrono {
struct local_t;
class year_month_day;
}  // namespace chrono
_GLIBCXX_END_NAMESPACE_VERSION
// clang-format off
}  // namespace std
// clang-format on

#else

#include <chrono>

#endif
