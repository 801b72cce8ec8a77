// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Keys, foreign keys, checks and exclusion constraints, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_tables.hpp>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct constraint_row {
    object_id table{};
    object_id index{};
    std::string name{};
    std::string kind{};
    bool deferrable{};
    bool deferred{};
    bool validated{};
    bool no_inherit{};
    std::vector<std::string> columns{};
    std::string expression{};
    std::string referred_schema{};
    std::string referred_table{};
    std::vector<std::string> referred_columns{};
    std::string on_delete{};
    std::string on_update{};
    std::string match{};
    std::vector<std::string> set_columns{};
    std::string comment{};
};

/// A constraint that is made of an index.
struct index_constraint {
    std::string name{};
    std::string kind{};
    deferral deferred{};
    std::string comment{};
};
using index_constraints = std::map<object_id, index_constraint>;

template <class = pgmodel::detail::when_used>
referential_action action_of(std::string_view letter) {
    return letter == "r"   ? referential_action::restrict_
           : letter == "c" ? referential_action::cascade
           : letter == "n" ? referential_action::set_null
           : letter == "d" ? referential_action::set_default
                           : referential_action::no_action;
}

/// The names of the columns of a relation whose numbers an array holds.
template <class = pgmodel::detail::when_used>
std::string names_in(const std::string& numbers, const std::string& relation) {
    return "array(select attname::text from unnest(" + numbers +
           ") with ordinality as u (number, place) join pg_attribute on attrelid = " + relation +
           " and attnum = number order by place)";
}

/// A constraint that a partition has of its table is not its own.
template <class = pgmodel::detail::when_used>
index_constraints read_constraints(reading& all) {
    const std::string sql =
        "select c.conrelid as table, c.conindid as index, c.conname as name, c.contype::text as kind, "
        "c.condeferrable as deferrable, c.condeferred as deferred, c.convalidated as validated, "
        "c.connoinherit as no_inherit, " +
        names_in("c.conkey", "c.conrelid") +
        " as columns, coalesce(pg_get_expr(c.conbin, c.conrelid), '') as expression, coalesce(" + schema_of_n +
        ", '') as referred_schema, coalesce(r.relname::text, '') as referred_table, " +
        names_in("c.confkey", "c.confrelid") +
        " as referred_columns, c.confdeltype::text as on_delete, c.confupdtype::text as on_update, "
        "c.confmatchtype::text as match, " +
        names_in("c.confdelsetcols", "c.conrelid") +
        " as set_columns, coalesce(obj_description(c.oid, 'pg_constraint'), '') as comment "
        "from pg_constraint as c left join pg_class as r on r.oid = c.confrelid "
        "left join pg_namespace as n on n.oid = r.relnamespace "
        "where c.conrelid = any($1) and c.contype in ('p', 'u', 'x', 'f', 'c') and c.conparentid = 0 "
        "and (c.conislocal or c.coninhcount = 0) order by c.conrelid, c.conname collate \"C\"";
    index_constraints of_indexes;
    for (auto& row : all.db.all<constraint_row>(sql, all.ids)) {
        schema::table& t = all.table(row.table);
        const deferral deferred = !row.deferrable ? deferral::not_deferrable
                                  : row.deferred  ? deferral::initially_deferred
                                                  : deferral::deferrable;
        if (row.kind == "c") {
            schema::check made;
            made.name = std::move(row.name);
            made.condition = std::move(row.expression);
            made.columns = std::move(row.columns);
            made.no_inherit = row.no_inherit;
            made.not_valid = !row.validated;
            made.comment = std::move(row.comment);
            t.checks.push_back(std::move(made));
        } else if (row.kind == "f") {
            schema::foreign_key made;
            made.name = std::move(row.name);
            made.columns = std::move(row.columns);
            made.referred_schema = std::move(row.referred_schema);
            made.referred_table = std::move(row.referred_table);
            made.referred_columns = std::move(row.referred_columns);
            made.on_delete = action_of(row.on_delete);
            made.on_update = action_of(row.on_update);
            made.on_delete_columns = std::move(row.set_columns);
            made.match_full = row.match == "f";
            made.deferred = deferred;
            made.not_valid = !row.validated;
            made.comment = std::move(row.comment);
            t.foreign_keys.push_back(std::move(made));
        } else {
            of_indexes[row.index] = {std::move(row.name), std::move(row.kind), deferred, std::move(row.comment)};
        }
    }
    return of_indexes;
}

}  // namespace pgmodel::migrate::detail
