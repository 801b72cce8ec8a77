// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#pragma once

#include <compare>

// The single place of the version: the build reads these three lines.
#define PGMODEL_VERSION_MAJOR 0
#define PGMODEL_VERSION_MINOR 1
#define PGMODEL_VERSION_PATCH 0

#if defined(_MSVC_LANG) ? _MSVC_LANG < 202002L : __cplusplus < 202002L
#error "pgmodel: this is a C++20 library; compile with -std=c++20 or newer"
#endif
// Earlier ones take no address of a field as a template argument, and clang 16 mistranslates [[no_unique_address]].
#if defined(__apple_build_version__) ? __clang_major__ < 17 : defined(__clang__) && __clang_major__ < 18
#error "pgmodel: this needs clang 18 (Xcode 16.3) or newer, or GCC 12"
#endif
#ifndef __cpp_exceptions
#error "pgmodel: its errors are exceptions; compile without -fno-exceptions"
#endif

namespace pgmodel {

/// The version of the library, comparable in `static_assert` and `if constexpr`.
struct library_version {
    int major_number;
    int minor_number;
    int patch_number;

    friend constexpr auto operator<=>(const library_version&, const library_version&) = default;
};

/// The version of these headers.
inline constexpr library_version version{PGMODEL_VERSION_MAJOR, PGMODEL_VERSION_MINOR, PGMODEL_VERSION_PATCH};

}  // namespace pgmodel
