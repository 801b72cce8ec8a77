// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Domains, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_types.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct domain_row {
    std::string schema{};
    std::string name{};
    std::string type{};
    std::string default_value{};
    bool not_null{};
    std::string collation{};
    std::vector<std::string> checks{};
    std::vector<std::string> conditions{};
    std::vector<bool> valid{};
    std::vector<std::string> check_comments{};
    std::string comment{};
};

template <class = pgmodel::detail::when_used>
schema::many<schema::domain> read_domains(reading& all) {
    const std::string sql =
        std::string("select ") + schema_of_n +
        " as schema, t.typname as name, format_type(t.typbasetype, t.typtypmod) as type, "
        "coalesce(pg_get_expr(t.typdefaultbin, 0), '') as default_value, t.typnotnull as not_null, "
        "case when t.typcollation <> b.typcollation then t.typcollation::regcollation::text else '' end as collation, "
        "c.checks, c.conditions, c.valid, c.check_comments, coalesce(obj_description(t.oid, 'pg_type'), '') as comment "
        "from pg_type as t join pg_namespace as n on n.oid = t.typnamespace join pg_type as b on b.oid = t.typbasetype "
        "cross join lateral (select coalesce(array_agg(conname::text order by conname), '{}') as checks, "
        "coalesce(array_agg(pg_get_expr(conbin, 0) order by conname), '{}') as conditions, "
        "coalesce(array_agg(convalidated order by conname), '{}') as valid, "
        "coalesce(array_agg(coalesce(obj_description(oid, 'pg_constraint'), '') order by conname), '{}') as "
        "check_comments from pg_constraint where contypid = t.oid and contype = 'c') as c where t.typtype = 'd' and " +
        type_is_wanted(all) + " order by n.nspname collate \"C\", t.typname collate \"C\"";
    schema::many<schema::domain> made;
    for (auto& row : all.db.all<domain_row>(sql, all.wanted.schemas, all.wanted.extension_members, all.relation_ids(),
                                            all.wanted.left_out)) {
        schema::domain& d = made.emplace_back();
        d.schema = std::move(row.schema);
        d.name = std::move(row.name);
        d.type = std::move(row.type);
        d.default_value = std::move(row.default_value);
        d.not_null = row.not_null;
        d.collation = unquoted_name(row.collation);
        for (std::size_t i = 0; i < row.checks.size(); ++i) {
            schema::check& c = d.checks.emplace_back();
            c.name = std::move(row.checks[i]);
            c.condition = std::move(row.conditions[i]);
            c.not_valid = !row.valid[i];
            c.comment = std::move(row.check_comments[i]);
        }
        d.comment = std::move(row.comment);
    }
    return made;
}

}  // namespace pgmodel::migrate::detail
