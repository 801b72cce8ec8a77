// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What few models say of a field: it costs nothing where it is not said.
#pragma once

#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/model/options.hpp>
#include <pgmodel/model/sequence_request.hpp>

namespace pgmodel {
namespace detail {

struct storage_option {
    std::string_view word;
};
struct compression_option {
    std::string_view word;
};

/// SQL that is known at compile time.
template <fixed_string Text>
struct sql_text {
    static_assert(Text.size() > 0, "pgmodel: this SQL text is empty");
    static_assert(checked_fragment<Text, 0>::value);
    static constexpr std::string_view text() { return Text.view(); }
};

struct column_properties {
    sequence_request sequence{};
    std::string_view collation_schema{};
    std::string_view collation{};
    std::string_view type{};
    std::string_view storage{};
    std::string_view compression{};
    std::string_view comment{};
    int statistics = -1;
    storage_parameters parameters{};
    constraint_options primary_key{};
    constraint_options unique{};
    constraint_options index{};
    constraint_options reference{};
};

template <class Generated>
struct column_details {
    using generated_type = Generated;
    [[no_unique_address]] Generated generated{};
    column_properties properties{};
};

}  // namespace detail

/// SQL of the user's where no expression stands, such as a column's type: `.type(pg::sql<"timestamp(3) with time
/// zone">)`.
template <fixed_string Text>
inline constexpr detail::sql_text<Text> sql{};

/// Where the server keeps a long value (manual, TOAST): in the row, outside, compressed or not.
inline constexpr detail::storage_option storage_plain{"plain"};
inline constexpr detail::storage_option storage_external{"external"};
inline constexpr detail::storage_option storage_extended{"extended"};
inline constexpr detail::storage_option storage_main{"main"};

inline constexpr detail::compression_option compression_pglz{"pglz"};
inline constexpr detail::compression_option compression_lz4{"lz4"};

}  // namespace pgmodel
