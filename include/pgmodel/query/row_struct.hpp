// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a query's rows must be for other queries to read them: structs, of whose fields each has the type that the
// server has for its column.
#pragma once

#include <pgmodel/expression/subquery.hpp>

namespace pgmodel::detail {

/// Are the columns of a select list what the fields of its struct are? Of into() see there.
template <class List>
struct columns_as_fields : std::true_type {};
/// The struct that a query's rows are; what stands in FROM must have one.
template <class Query>
struct row_struct {
    static constexpr bool value = requires { typename Query::struct_row; };
    static_assert(value,
                  "pgmodel: the columns of a subquery in FROM need names; give its rows a struct with .into<...>()");
};
template <class Query>
    requires requires {
        typename Query::struct_row;
        typename Query::list_type;
    }
struct row_struct<Query> : columns_as_fields<typename Query::list_type> {};
template <class Query>
    requires requires {
        typename Query::struct_row;
        typename Query::returning_type;
    }
struct row_struct<Query> : columns_as_fields<typename Query::returning_type> {};
template <class Query>
    requires(joins_queries<Query> && requires { typename Query::struct_row; })
struct row_struct<Query> {
    static constexpr bool value =
        row_struct<typename Query::left_type>::value && row_struct<typename Query::right_type>::value;
};

}  // namespace pgmodel::detail
