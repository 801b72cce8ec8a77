// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which fields an expression of a declaration speaks of.
#pragma once

#include <pgmodel/model/facts.hpp>

namespace pgmodel::detail {

/// Takes the place of a text, and notes only the columns.
template <class T>
struct mentioned_fields {
    bool at[column_count<T>]{};
    bool rows = false;  ///< a function is called that returns rows

    template <class E>
    constexpr void look_at() {
        E::write(*this, static_cast<const E*>(nullptr));
    }

    constexpr void append(std::string_view part) {
        for (const std::string_view name : {"unnest(", "generate_series(", "generate_subscripts(", "regexp_matches("})
            rows |= part.starts_with(name);
    }
    constexpr void string(std::string_view) {}
    template <auto M, class Owner = owner_of<M>>
    constexpr void column() {
        if constexpr (std::is_same_v<Owner, T>) at[column_place<M>] = true;
    }
    template <class Value>
    constexpr void parameter(const void*) {}
};

}  // namespace pgmodel::detail
