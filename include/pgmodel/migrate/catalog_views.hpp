// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Views, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_tables.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct view_row {
    object_id id{};
    std::string schema{};
    std::string name{};
    std::vector<std::string> columns{};
    std::vector<std::string> types{};
    std::vector<std::string> comments{};
    std::string query{};
    bool materialized{};
    bool populated{};
    std::vector<std::string> options{};
    std::string access_method{};
    std::string tablespace{};
    std::string comment{};
    std::string owner{};
};

template <class = pgmodel::detail::when_used>
void read_views(reading& all) {
    const std::string sql =
        std::string("select c.oid as id, ") + schema_of_n +
        " as schema, c.relname as name, a.columns, a.types, a.comments, pg_get_viewdef(c.oid) as query, "
        "c.relkind = 'm' as materialized, c.relispopulated as populated, coalesce(c.reloptions, '{}') as options, "
        "case when m.amname = current_setting('default_table_access_method') then '' else coalesce(m.amname::text, '') "
        "end "
        "as access_method, coalesce(s.spcname::text, '') as tablespace, "
        "coalesce(obj_description(c.oid, 'pg_class'), '') as comment, pg_get_userbyid(c.relowner) as owner "
        "from pg_class as c join pg_namespace as n on n.oid = c.relnamespace left join pg_am as m on m.oid = c.relam "
        "left join pg_tablespace as s on s.oid = c.reltablespace cross join lateral ("
        "select array_agg(attname::text order by attnum) as columns, "
        "array_agg(format_type(atttypid, atttypmod) order by attnum) as types, "
        "array_agg(coalesce(col_description(attrelid, attnum), '') order by attnum) as comments "
        "from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped) as a "
        "where c.relkind in ('v', 'm') and (cardinality($2) = 0 or c.relname = any($2)) and ($3 or not " +
        is_extension_member("pg_class", "c.oid") + ") and c.relname <> all($4) and " + n_is_wanted +
        " order by n.nspname collate \"C\", c.relname collate \"C\"";
    for (auto& row : all.db.all<view_row>(sql, all.wanted.schemas, all.wanted.tables, all.wanted.extension_members,
                                          all.wanted.left_out)) {
        all.view_by_id.emplace(row.id, all.views.size());
        all.view_ids.push_back(row.id);
        schema::view& v = all.views.emplace_back();
        v.schema = std::move(row.schema);
        v.name = std::move(row.name);
        for (std::size_t i = 0; i < row.columns.size(); ++i) {
            schema::column& c = v.columns.emplace_back();
            c.name = std::move(row.columns[i]);
            c.type = std::move(row.types[i]);
            c.comment = std::move(row.comments[i]);
        }
        // The server prints a statement.
        v.query = std::move(row.query);
        v.query.erase(0, v.query.find_first_not_of(' '));
        if (v.query.ends_with(';')) v.query.pop_back();
        v.materialized = row.materialized;
        v.with_data = row.populated;
        v.parameters = parameters_of(row.options);
        v.access_method = std::move(row.access_method);
        v.tablespace = std::move(row.tablespace);
        v.comment = std::move(row.comment);
        if (all.wanted.owners) v.owner = std::move(row.owner);
    }
}

}  // namespace pgmodel::migrate::detail
