// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#pragma once

#include <compare>

// The single place of the version: the build reads these three lines.
#define PGMODEL_VERSION_MAJOR 0
#define PGMODEL_VERSION_MINOR 1
#define PGMODEL_VERSION_PATCH 0

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
