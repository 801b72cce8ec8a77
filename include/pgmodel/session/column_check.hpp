// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Are the columns that a statement returns, and the labels of an enum type, the ones that the C++ type expects?
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/session/result.hpp>

#include <libpq-fe.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// What is wrong with a statement's columns; `sentence` is empty when the type is.
struct column_problem {
    bool found = false;
    std::string sentence{};
    std::string column{};
    const expected_column* expected{};
    oid type{};  ///< of the column in the database
    int modifier = -1;
    oid table{};  ///< whose column it is; 0 for other expressions
};

/// Whether a column's type is the expected one, or another that can be read.
template <class = when_used>
bool column_accepts(const expected_column& expected, oid type, type_resolver& types) {
    const oid exact = expected.type.id ? expected.type.id : types.resolve(expected.type);
    return type == exact || (expected.accepts && expected.accepts(type));
}

/// Compares and, by name, notes in `order` where each expected column is.
template <class = when_used>
column_problem check_columns(const result& described, const statement_shape& shape, type_resolver& types,
                             growing_array<std::uint16_t>& order) {
    order.clear();
    const auto count = described.columns();
    const auto check_type = [&](const expected_column& expected, std::size_t at) -> column_problem {
        const auto type = PQftype(described.get(), static_cast<int>(at));
        if (column_accepts(expected, type, types)) return {};
        const int place = static_cast<int>(at);
        return {true,
                {},
                std::string(described.column_name(at)),
                &expected,
                type,
                PQfmod(described.get(), place),
                PQftable(described.get(), place)};
    };

    if (shape.match == match_columns::by_position) {
        if (count != shape.column_count)
            return {.found = true,
                    .sentence = "the statement returns " + std::to_string(count) + " columns, but " +
                                std::to_string(shape.column_count) + " are expected"};
        for (std::size_t i = 0; i < count; ++i)
            if (auto problem = check_type(shape.columns[i], i); problem.found) return problem;
    } else if (shape.match == match_columns::by_name) {
        for (std::size_t i = 0; i < shape.column_count; ++i) {
            const auto& expected = shape.columns[i];
            std::size_t at = count;
            for (std::size_t c = 0; c < count; ++c) {
                if (expected.name.empty() ? c != i : described.column_name(c) != expected.name) continue;
                if (at != count)
                    return {.found = true,
                            .sentence = "column \"" + std::string(expected.name) + "\" is returned twice",
                            .column = std::string(expected.name)};
                at = c;
            }
            if (at == count)
                return {.found = true,
                        .sentence = "column \"" + std::string(expected.name) + "\" (" +
                                    std::string(expected.type.name) +
                                    ") is expected, but the statement does not return it",
                        .column = std::string(expected.name)};
            order.push_back(static_cast<std::uint16_t>(at));
            if (auto problem = check_type(expected, at); problem.found) return problem;
        }
        const auto taken = [&order](std::size_t c) {
            for (const auto at : order)
                if (at == c) return true;
            return false;
        };
        for (std::size_t c = 0; c < count; ++c)
            if (!taken(c))
                return {.found = true,
                        .sentence = "the statement returns column \"" + std::string(described.column_name(c)) +
                                    "\", for which the C++ type has no field",
                        .column = std::string(described.column_name(c))};
    }
    return {};
}

/// A type's OID, in a row for each label that it or its elements have.
inline constexpr const char* type_question =
    "select t.id, e.enumlabel from (select pg_catalog.to_regtype($1)::pg_catalog.oid) as t (id) "
    "left join pg_catalog.pg_type a on a.oid = t.id "
    "left join pg_catalog.pg_enum e on e.enumtypid in (a.oid, a.typelem)";

/// `found`: the answer to type_question. The type may have more labels than the program knows.
template <class = when_used>
void check_labels(const result& found, const type_labels& expected, std::string_view type_name) {
    for (std::size_t i = 0; i < expected.count; ++i) {
        bool has = false;
        for (std::size_t row = 0; row < found.rows() && !has; ++row) has = found.value(row, 1).rest() == expected.at[i];
        if (has) continue;
        const std::string name(type_name.substr(0, type_name.size() - (type_name.ends_with("[]") ? 2 : 0)));
        throw schema_mismatch("pgmodel: enum type " + name + " has no label \"" + std::string(expected.at[i]) +
                                  "\" in the database",
                              {.data_type = name});
    }
}

}  // namespace pgmodel::detail
