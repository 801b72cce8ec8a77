// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Storage parameters of tables and indexes, and parameters of operator classes: `WITH (fillfactor = 70)`.
#pragma once

#include <pgmodel/model/item.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>

namespace pgmodel {
namespace detail {

struct storage_parameter : item_tag {
    std::string_view name{};
    std::string_view text{};  ///< unless it is a number
    double number = 0;
    bool is_number = false;
};

/// As many as one object sensibly has.
struct storage_parameters {
    static constexpr std::size_t most = 8;
    storage_parameter at[most]{};
    std::size_t count = 0;

    /// Beyond `most` it is no constant expression: the declaration does not compile.
    constexpr void add(const storage_parameter& p) { at[count++] = p; }
};

}  // namespace detail

/// A storage parameter of a table, or a parameter of an operator class: `pg::with("fillfactor", 70)`. The parameters of
/// the table's out-of-line part are called `toast.autovacuum_enabled`. PostgreSQL checks names and values.
template <class Value>
constexpr auto with(const char* name, Value value) {
    detail::storage_parameter made;
    made.name = name;
    if constexpr (std::same_as<Value, bool>) {
        made.text = value ? "true" : "false";
    } else if constexpr (std::is_arithmetic_v<Value>) {
        made.number = static_cast<double>(value);
        made.is_number = true;
    } else {
        static_assert(std::is_convertible_v<Value, std::string_view>,
                      "pgmodel: the value of a storage parameter is a number, a bool or a text; a common table "
                      "expression has no name there: pgmodel::with(pgmodel::cte(query))");
        if constexpr (std::is_convertible_v<Value, std::string_view>) made.text = value;
    }
    return made;
}

}  // namespace pgmodel
