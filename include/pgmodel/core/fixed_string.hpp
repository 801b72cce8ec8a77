// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A string that can be a template argument: literals, names and configurations that are part of a type.
#pragma once

#include <cstddef>
#include <string_view>

namespace pgmodel {

/// A string of `N` characters that is part of a type: `pg::lit<"draft">`, `pg::to_tsvector<"english">`.
template <std::size_t N>
struct fixed_string {
    char text[N + 1]{};

    constexpr fixed_string() = default;
    constexpr fixed_string(const char (&literal)[N + 1]) {
        for (std::size_t i = 0; i < N; ++i) text[i] = literal[i];
    }

    constexpr std::string_view view() const { return {text, N}; }
    static constexpr std::size_t size() { return N; }
    /// By hand: of a constant with two comparisons g++ 13 to 16 say that the second one holds, where a defaulted
    /// operator compares arrays.
    constexpr bool operator==(const fixed_string& other) const { return view() == other.view(); }
};

template <std::size_t N>
fixed_string(const char (&)[N]) -> fixed_string<N - 1>;

}  // namespace pgmodel
