// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Tables and their columns, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_scope.hpp>
#include <pgmodel/migrate/key_scan.hpp>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct relation_row {
    object_id id{};
    std::string schema{};
    std::string name{};
    std::string persistence{};
    bool row_security{};
    bool force_row_security{};
    std::string access_method{};
    std::vector<std::string> options{};
    std::string tablespace{};
    std::string comment{};
    object_id parent{};                      ///< of a partition
    std::string bounds{};                    ///< of a partition: `FOR VALUES ...`
    std::string partitioned{};               ///< `RANGE (a, lower(b))`
    std::vector<std::string> key_columns{};  ///< of the partition key; empty where it is an expression
    std::vector<std::string> key_collations{};
    std::vector<std::string> key_classes{};
    std::string replica_identity{};
    std::string replica_index{};
    std::string cluster_index{};
    std::string owner{};
};

struct column_row {
    object_id table{};
    std::string name{};
    std::string type{};
    std::string expression{};  ///< a default, or what is generated
    bool not_null{};
    std::string identity{};
    std::string generated{};
    std::string collation_schema{};
    std::string collation{};
    std::string storage{};
    std::string compression{};
    std::int32_t statistics{};
    std::vector<std::string> options{};
    std::string comment{};
};

/// A table that is being read, and what is only known of a table of the catalog.
struct read_table {
    object_id id{};
    object_id parent{};
    std::string bounds{};
    schema::table value{};
    schema::many<schema::column> own_columns{};  ///< of a partition, which differ from those of its table
};

using tables_by_id = std::map<object_id, std::size_t>;

/// Everything that is being read, before it is put in order.
struct reading {
    connection& db;
    const introspect_options& wanted;
    bool list_unsupported = false;
    bool within_schemas = false;  ///< nothing of other schemas, whoever uses it
    std::vector<unsupported_object> unsupported{};
    std::vector<read_table> tables{};
    tables_by_id by_id{};
    std::vector<object_id> ids{};
    schema::many<schema::view> views{};
    tables_by_id view_by_id{};
    std::vector<object_id> view_ids{};

    std::vector<object_id> relation_ids() const {
        std::vector<object_id> both = ids;
        both.insert(both.end(), view_ids.begin(), view_ids.end());
        return both;
    }
    schema::table& table(object_id id) { return tables[by_id.at(id)].value; }
};

template <class = pgmodel::detail::when_used>
partition_strategy strategy_of(std::string_view partitioned) {
    return partitioned.starts_with("RANGE")  ? partition_strategy::range
           : partitioned.starts_with("LIST") ? partition_strategy::list
           : partitioned.starts_with("HASH") ? partition_strategy::hash
                                             : partition_strategy::none;
}

/// A name as quote_identifier() writes it, with its schema or without.
template <class = pgmodel::detail::when_used>
schema::qualified_name unquoted_name(std::string_view text) {
    const std::size_t end = !text.empty() && text[0] == '"' ? skip_quoted(text, 0) : text.find('.');
    using schema::detail::unquoted;
    if (end >= text.size()) return {{}, unquoted(text)};
    return {unquoted(text.substr(0, end)), unquoted(text.substr(end + 1))};
}

template <class = pgmodel::detail::when_used>
schema::partitioning partitioning_of(const relation_row& row) {
    schema::partitioning made{strategy_of(row.partitioned), {}};
    std::size_t at = 0;
    const std::string_view keys = take_list(row.partitioned, at);
    at = 0;
    for (std::size_t i = 0; i < row.key_columns.size(); ++i) {
        schema::index_key key;
        const std::size_t begin = at;
        if (row.key_columns[i].empty()) {
            at = skip_expression(keys, at);
            key.expression = keys.substr(begin, at - begin);
        } else {
            key.column = row.key_columns[i];
            at += quote_identifier(key.column).size();
        }
        const printed_parts printed = take_key_tail(keys, at, row.key_collations[i], row.key_classes[i]);
        if (printed.collation) key.collation = unquoted_name(row.key_collations[i]);
        if (printed.operator_class) key.operator_class = unquoted_name(row.key_classes[i]);
        made.keys.push_back(std::move(key));
        at += 2;
    }
    return made;
}

/// A name of an operator class `o` in schema `k`, as the server prints it.
inline constexpr const char* operator_class_text =
    "case when pg_opclass_is_visible(o.oid) then '' else quote_ident(k.nspname) || '.' end || quote_ident(o.opcname)";

template <class = pgmodel::detail::when_used>
std::string relations_sql() {
    return std::string("select c.oid as id, ") + schema_of_n +
           " as schema, c.relname as name, c.relpersistence::text as persistence, c.relrowsecurity as row_security, "
           "c.relforcerowsecurity as force_row_security, "
           "case when c.relam = coalesce(nullif(above.relam, 0), (select oid from pg_am where amname = "
           "current_setting('default_table_access_method'))) then '' else coalesce(a.amname::text, '') end "
           "as access_method, "
           "coalesce(c.reloptions, '{}') || array(select 'toast.' || o from unnest(t.reloptions) as o) as options, "
           "coalesce(s.spcname::text, '') as tablespace, coalesce(obj_description(c.oid, 'pg_class'), '') as comment, "
           "coalesce(i.inhparent, 0::oid) as parent, coalesce(pg_get_expr(c.relpartbound, c.oid), '') as bounds, "
           "coalesce(pg_get_partkeydef(c.oid), '') as partitioned, "
           "array(select coalesce(attname::text, '') from unnest(p.partattrs) with ordinality as u (number, place) "
           "left join pg_attribute on attrelid = c.oid and attnum = number and attnum > 0 order by "
           "place) as key_columns, "
           "array(select case when id = 0 then '' else id::regcollation::text end "
           "from unnest(p.partcollation) with ordinality as u (id, place) order by place) as key_collations, "
           "array(select " +
           operator_class_text +
           " from unnest(p.partclass) with ordinality as u (id, place) join pg_opclass as o on o.oid = id "
           "join pg_namespace as k on k.oid = o.opcnamespace order by place) as key_classes, "
           "c.relreplident::text as replica_identity, coalesce((select x.relname::text from pg_index as r join "
           "pg_class as x on x.oid = r.indexrelid where r.indrelid = c.oid and r.indisreplident), '') as "
           "replica_index, "
           "coalesce((select x.relname::text from pg_index as r join pg_class as x on x.oid = r.indexrelid where "
           "r.indrelid = c.oid and r.indisclustered), '') as cluster_index, pg_get_userbyid(c.relowner) as owner "
           "from pg_class as c join pg_namespace as n on n.oid = c.relnamespace "
           "join pg_class as root on root.oid = coalesce(pg_partition_root(c.oid), c.oid) "
           "left join pg_am as a on a.oid = c.relam left join pg_tablespace as s on s.oid = c.reltablespace "
           "left join pg_class as t on t.oid = c.reltoastrelid left join pg_partitioned_table as p on p.partrelid = "
           "c.oid left join pg_inherits as i on i.inhrelid = c.oid and c.relispartition "
           "left join pg_class as above on above.oid = i.inhparent "
           "where c.relkind in ('r', 'p') and (cardinality($2) = 0 or root.relname = any($2)) and "
           "root.relname <> all($4) and ($3 or not " +
           is_extension_member("pg_class", "c.oid") +
           ") and exists (select from pg_namespace as n where n.oid = root.relnamespace and " + n_is_wanted +
           ") order by n.nspname collate \"C\", c.relname collate \"C\"";
}

/// A table or a partition, without what belongs to it.
template <class = pgmodel::detail::when_used>
read_table table_of(relation_row& row, bool owners) {
    read_table made{row.id, row.parent, std::move(row.bounds), {}, {}};
    schema::table& t = made.value;
    t.partitioned = partitioning_of(row);
    t.schema = std::move(row.schema);
    t.name = std::move(row.name);
    // That a partitioned table is unlogged means nothing, and PostgreSQL 18 refuses it.
    const bool holds_rows = row.partitioned.empty();
    t.persistence = row.persistence == "t"                 ? persistence::temporary
                    : row.persistence == "u" && holds_rows ? persistence::unlogged
                                                           : persistence::permanent;
    t.row_security = row.row_security;
    t.force_row_security = row.force_row_security;
    t.access_method = std::move(row.access_method);
    t.parameters = parameters_of(row.options);
    t.tablespace = std::move(row.tablespace);
    t.replica_identity = row.replica_identity == "n"   ? replica_identity::nothing
                         : row.replica_identity == "f" ? replica_identity::full
                         : row.replica_identity == "i" ? replica_identity::index
                                                       : replica_identity::primary_key;
    t.replica_index = std::move(row.replica_index);
    t.cluster_index = std::move(row.cluster_index);
    t.comment = std::move(row.comment);
    if (owners) t.owner = std::move(row.owner);
    return made;
}

template <class = pgmodel::detail::when_used>
void read_relations(reading& all) {
    const std::string sql = relations_sql();
    for (auto& row : all.db.all<relation_row>(sql, all.wanted.schemas, all.wanted.tables, all.wanted.extension_members,
                                              all.wanted.left_out)) {
        all.by_id.emplace(row.id, all.tables.size());
        all.ids.push_back(row.id);
        all.tables.push_back(table_of(row, all.wanted.owners));
    }
}

template <class = pgmodel::detail::when_used>
void read_columns(reading& all) {
    constexpr const char* sql =
        "select a.attrelid as table, a.attname as name, format_type(a.atttypid, a.atttypmod) as type, "
        "coalesce(pg_get_expr(d.adbin, d.adrelid), '') as expression, a.attnotnull as not_null, "
        "a.attidentity::text as identity, a.attgenerated::text as generated, "
        "case when c.oid is null or pg_collation_is_visible(c.oid) then '' else n.nspname::text end as "
        "collation_schema, "
        "coalesce(c.collname::text, '') as collation, "
        "case when a.attstorage = t.typstorage then '' else case a.attstorage when 'p' then 'plain' when 'e' then "
        "'external' "
        "when 'm' then 'main' else 'extended' end end as storage, "
        "case a.attcompression::text when 'p' then 'pglz' when 'l' then 'lz4' else '' end as compression, "
        "coalesce(a.attstattarget, -1)::integer as statistics, coalesce(a.attoptions, '{}') as options, "
        "coalesce(col_description(a.attrelid, a.attnum), '') as comment "
        "from pg_attribute as a join pg_type as t on t.oid = a.atttypid "
        "left join pg_attrdef as d on d.adrelid = a.attrelid and d.adnum = a.attnum "
        "left join pg_collation as c on c.oid = a.attcollation and a.attcollation <> t.typcollation "
        "left join pg_namespace as n on n.oid = c.collnamespace "
        "where a.attrelid = any($1) and a.attnum > 0 and not a.attisdropped order by a.attrelid, a.attnum";
    for (auto& row : all.db.all<column_row>(sql, all.ids)) {
        schema::column made;
        made.name = std::move(row.name);
        made.type = std::move(row.type);
        (row.generated.empty() ? made.default_value : made.generated) = std::move(row.expression);
        made.not_null = row.not_null;
        made.identity = row.identity == "a"   ? identity_kind::always
                        : row.identity == "d" ? identity_kind::by_default
                                              : identity_kind::none;
        made.collation = {std::move(row.collation_schema), std::move(row.collation)};
        made.storage = std::move(row.storage);
        made.compression = std::move(row.compression);
        made.statistics = row.statistics;
        made.parameters = parameters_of(row.options);
        made.comment = std::move(row.comment);
        all.table(row.table).columns.push_back(std::move(made));
    }
}

struct partition_column_row {
    object_id table{};
    std::string name{};
    std::string expression{};
    std::string storage{};
    std::string compression{};
    std::int32_t statistics{};
    std::vector<std::string> options{};
    std::string comment{};
};

/// A partition that is made takes over its table's default, storage and compression, and a statistics target with all
/// others; never parameters and comments. What cannot be said of it is among what introspection lists.
template <class = pgmodel::detail::when_used>
void read_partition_columns(reading& all) {
    constexpr const char* sql =
        "select a.attrelid as table, a.attname as name, "
        "case when a.attgenerated <> '' or d.text is not distinct from e.text then '' else coalesce(d.text, 'null') "
        "end as expression, "
        "case when a.attstorage = p.attstorage then '' else case a.attstorage when 'p' then 'plain' when 'e' then "
        "'external' when 'm' then 'main' else 'extended' end end as storage, "
        "case when a.attcompression = p.attcompression then '' else case a.attcompression::text when 'p' then 'pglz' "
        "when 'l' then 'lz4' else 'default' end end as compression, "
        "case when coalesce(a.attstattarget, -1) = coalesce(p.attstattarget, -1) then -1 else "
        "coalesce(nullif(a.attstattarget, -1), -2)::integer end as statistics, coalesce(a.attoptions, '{}') as "
        "options, "
        "coalesce(col_description(a.attrelid, a.attnum), '') as comment "
        "from pg_class as c join pg_inherits on inhrelid = c.oid join pg_attribute as a on a.attrelid = c.oid "
        "join pg_attribute as p on p.attrelid = inhparent and p.attname = a.attname "
        "cross join lateral (select (select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = a.attrelid and "
        "adnum = a.attnum)) as d (text) "
        "cross join lateral (select (select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = p.attrelid and "
        "adnum = p.attnum)) as e (text) "
        "where c.oid = any($1) and c.relispartition and a.attnum > 0 and not a.attisdropped and "
        "(d.text is distinct from e.text or (a.attstorage, a.attcompression) <> (p.attstorage, p.attcompression) or "
        "a.attstattarget is distinct from p.attstattarget or a.attoptions is not null or "
        "col_description(a.attrelid, a.attnum) is not null) order by a.attrelid, a.attnum";
    for (auto& row : all.db.all<partition_column_row>(sql, all.ids)) {
        schema::column made{.name = std::move(row.name),
                            .default_value = std::move(row.expression),
                            .storage = std::move(row.storage),
                            .compression = std::move(row.compression),
                            .statistics = row.statistics,
                            .parameters = parameters_of(row.options),
                            .comment = std::move(row.comment)};
        if (made != schema::column{.name = made.name})
            all.tables[all.by_id.at(row.table)].own_columns.push_back(std::move(made));
    }
}

}  // namespace pgmodel::migrate::detail
