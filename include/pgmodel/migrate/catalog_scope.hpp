// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The SQL that every query of the catalog has in common.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/introspect_options.hpp>
#include <pgmodel/schema/values.hpp>
#include <pgmodel/session/connection.hpp>
#include <pgmodel/session/transaction.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/object_id.hpp>

#include <string>
#include <vector>

namespace pgmodel::migrate::detail {

/// Is the object of catalog `catalog` with the number `id` an extension's?
template <class = pgmodel::detail::when_used>
std::string is_extension_member(const std::string& catalog, const std::string& id) {
    return "exists (select from pg_depend where classid = '" + catalog + "'::regclass and objid = " + id +
           " and deptype = 'e')";
}

/// The schema `n` of an object as schema values have it: empty where a new table would be made without being told so.
inline constexpr const char* schema_of_n = "case when n.nspname = coalesce(current_schema(), '') or n.oid = "
                                           "pg_my_temp_schema() then '' else n.nspname::text end";

/// Is the schema `n` among those that are asked for, `$1`?
inline constexpr const char* n_is_wanted =
    "(n.nspname = any($1) or n.oid = pg_my_temp_schema() and (cardinality($1) = 0 or 'pg_temp' = any($1)) or "
    "cardinality($1) = 0 and n.nspname !~ '^pg_' and n.nspname <> 'information_schema')";

/// `name=value`, as the catalog keeps options. Since the minor releases of November 2026 the server keeps a `pg_attver`
/// of its own among those of a column, another one after each change.
template <class = pgmodel::detail::when_used>
schema::many<schema::parameter> parameters_of(const std::vector<std::string>& options) {
    schema::many<schema::parameter> made;
    for (const auto& option : options) {
        const std::size_t equals = option.find('=');
        if (option.compare(0, equals, "pg_attver") == 0) continue;
        made.push_back({option.substr(0, equals), equals == option.npos ? "" : option.substr(equals + 1)});
    }
    return made;
}

}  // namespace pgmodel::migrate::detail
