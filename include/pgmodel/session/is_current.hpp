// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Can this program work with this database? `#include <pgmodel/session/is_current.hpp>`
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/model_view.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/session/transaction.hpp>

#include <cstddef>

namespace pgmodel {
namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"is_current", First, More...> = true;

/// What has no table gives no view.
template <class Entry>
constexpr const model_view* view_of_entry() {
    if constexpr (describes_objects<Entry>) return nullptr;
    else return &view_of<Entry>;
}

PGMODEL_FUNCTION
bool has_objects_of(channel& c, const schema::database& db);
PGMODEL_FUNCTION
bool has_columns_of(channel& c, const model_view* const* models, std::size_t count);

}  // namespace detail

/// Has the database what these models need? True where `create_all` would find nothing to make, and every column that a
/// model has is there in the type that its field is read and written as; what the database has besides does not matter.
///
/// For a health check: the server is asked anew each time, about the catalog only, with no right but to use the schemas
/// (`server_error` without it); a question, one for each model, and one for each type of its columns that has no fixed
/// OID. It runs in a transaction, also a read-only one or on a replica; within an open transaction in a savepoint,
/// which one that has failed does not take. It does not look at keys, constraints, defaults and indexes of tables that
/// are there: `migrate::compare` tells all differences, for which it needs to create schemas. Throws `connection_error`
/// when the connection is lost; a table that a migration has locked is waited for until the deadline.
template <class... Models>
bool is_current(connection& db, const registry<Models...>& models) {
    scoped_transaction asking{db};
    detail::channel& c = detail::connection_access::channel_of(asking);
    const detail::model_view* const views[]{detail::view_of_entry<Models>()..., nullptr};
    return detail::has_objects_of(c, schema::describe(models)) && detail::has_columns_of(c, views, sizeof...(Models));
}

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/is_current.ipp>
#endif
