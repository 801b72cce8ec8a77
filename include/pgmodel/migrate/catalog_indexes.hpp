// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Indexes and the constraints that are made of them, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_constraints.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct index_row {
    object_id id{};
    object_id table{};
    std::string name{};
    std::string method{};
    bool unique{};
    bool nulls_not_distinct{};
    std::vector<std::string> options{};
    std::string tablespace{};
    std::string condition{};
    std::string definition{};
    std::string comment{};
};

struct index_key_row {
    object_id index{};
    bool included{};
    std::string column{};
    std::string text{};
    std::string collation{};
    std::string operator_class{};
    std::vector<std::string> options{};
    bool descending{};
    bool nulls_first{};
    std::string operator_text{};  ///< of an exclusion constraint
};

/// The keys of one index, whose rows begin at `at`, and the columns that it includes.
struct read_keys {
    schema::many<schema::index_key> keys{};
    std::vector<std::string> operators{};
    std::vector<std::string> include{};
};
template <class = pgmodel::detail::when_used>
read_keys take_keys(const index_row& index, std::vector<index_key_row>& rows, std::size_t& at) {
    read_keys made;
    const std::string_view definition = index.definition;
    // Before the list stand names only, which may hold anything within quotes.
    std::size_t place = 0;
    while (place < definition.size() && definition[place] != '(')
        place = definition[place] == '"' ? skip_quoted(definition, place) : place + 1;
    ++place;
    for (; at < rows.size() && rows[at].index == index.id; ++at) {
        index_key_row& row = rows[at];
        if (row.included) {
            made.include.push_back(std::move(row.column));
            continue;
        }
        schema::index_key key;
        place += row.text.size();
        const printed_parts printed = take_key_tail(definition, place, row.collation, row.operator_class);
        place += 2;
        if (row.column.empty()) key.expression = std::move(row.text);
        else key.column = std::move(row.column);
        if (printed.collation) key.collation = unquoted_name(row.collation);
        if (printed.operator_class) key.operator_class = unquoted_name(row.operator_class);
        key.operator_class_parameters = parameters_of(row.options);
        key.descending = row.descending;
        key.nulls_first = row.nulls_first;
        made.keys.push_back(std::move(key));
        made.operators.push_back(std::move(row.operator_text));
    }
    return made;
}

template <class = pgmodel::detail::when_used>
std::vector<std::string> columns_of(const schema::many<schema::index_key>& keys) {
    std::vector<std::string> columns;
    for (const auto& key : keys) columns.push_back(key.column);
    return columns;
}

/// What a primary key, a unique constraint and an index have in common.
template <class Value>
void take_index(Value& made, index_row& row, read_keys& keys) {
    made.include = std::move(keys.include);
    made.parameters = parameters_of(row.options);
    made.tablespace = std::move(row.tablespace);
    if constexpr (requires { made.nulls_not_distinct; }) made.nulls_not_distinct = row.nulls_not_distinct;
    if constexpr (requires { made.condition; }) made.condition = std::move(row.condition);
    if constexpr (requires { made.method; }) made.method = row.method == "btree" ? "" : std::move(row.method);
}
template <class Value>
void take_constraint(Value& made, const index_constraint& constraint) {
    made.name = constraint.name;
    made.deferred = constraint.deferred;
    made.comment = constraint.comment;
}

template <class = pgmodel::detail::when_used>
void add_index(schema::table& t, index_row& row, read_keys& keys, const index_constraint* constraint) {
    if (!constraint) {
        schema::index made;
        made.name = std::move(row.name);
        made.unique = row.unique;
        made.comment = std::move(row.comment);
        made.keys = std::move(keys.keys);
        take_index(made, row, keys);
        t.indexes.push_back(std::move(made));
    } else if (constraint->kind == "x") {
        schema::exclusion made;
        take_constraint(made, *constraint);
        for (std::size_t i = 0; i < keys.keys.size(); ++i)
            made.elements.push_back({std::move(keys.keys[i]), std::move(keys.operators[i])});
        take_index(made, row, keys);
        t.exclusions.push_back(std::move(made));
    } else {
        schema::key made;
        take_constraint(made, *constraint);
        made.columns = columns_of(keys.keys);
        take_index(made, row, keys);
        if (constraint->kind == "p") t.primary_key = std::move(made);
        else t.unique_keys.push_back(std::move(made));
    }
}

/// An index that a partition has of its table's is not its own.
template <class = pgmodel::detail::when_used>
void read_indexes(reading& all, const index_constraints& constraints) {
    constexpr const char* sql =
        "select i.indexrelid as id, i.indrelid as table, c.relname as name, a.amname as method, i.indisunique as "
        "unique, "
        "i.indnullsnotdistinct as nulls_not_distinct, coalesce(c.reloptions, '{}') as options, "
        "coalesce(s.spcname::text, '') as tablespace, coalesce(pg_get_expr(i.indpred, i.indrelid), '') as condition, "
        "pg_get_indexdef(i.indexrelid) as definition, coalesce(obj_description(i.indexrelid, 'pg_class'), '') as "
        "comment "
        "from pg_index as i join pg_class as c on c.oid = i.indexrelid join pg_am as a on a.oid = c.relam "
        "left join pg_tablespace as s on s.oid = c.reltablespace "
        "where i.indrelid = any($1) and not c.relispartition order by i.indrelid, c.relname collate \"C\"";
    auto indexes = all.db.all<index_row>(sql, all.relation_ids());
    std::vector<object_id> ids;
    ids.reserve(indexes.size());
    for (const auto& row : indexes) ids.push_back(row.id);
    const std::string key_sql =
        std::string("select i.indexrelid as index, number > i.indnkeyatts as included, coalesce(t.attname::text, '') "
                    "as column, "
                    "pg_get_indexdef(i.indexrelid, number, false) as text, "
                    "coalesce(case when i.indcollation[number - 1] <> 0 then i.indcollation[number - "
                    "1]::regcollation::text end, '') "
                    "as collation, coalesce(") +
        operator_class_text +
        ", '') as operator_class, coalesce(a.attoptions, '{}') as options, "
        "coalesce(i.indoption[number - 1] & 1, 0) = 1 as descending, coalesce(i.indoption[number - 1] & 2, 0) = 2 as "
        "nulls_first, "
        "coalesce(case when pg_operator_is_visible(p.oid) then p.oprname::text "
        "else 'operator(' || quote_ident(m.nspname) || '.' || p.oprname || ')' end, '') as operator_text "
        "from unnest($1) with ordinality as u (id, place) join pg_index as i on i.indexrelid = u.id "
        "cross join lateral generate_series(1, i.indnatts) as number "
        "join pg_attribute as a on a.attrelid = i.indexrelid and a.attnum = number "
        "left join pg_attribute as t on t.attrelid = i.indrelid and t.attnum = i.indkey[number - 1] and t.attnum > 0 "
        "left join pg_opclass as o on o.oid = i.indclass[number - 1] left join pg_namespace as k on k.oid = "
        "o.opcnamespace "
        "left join pg_constraint as x on x.conindid = i.indexrelid and x.contype = 'x' "
        "left join pg_operator as p on p.oid = x.conexclop[number] left join pg_namespace as m on m.oid = "
        "p.oprnamespace "
        "order by u.place, number";
    auto keys = all.db.all<index_key_row>(key_sql, ids);
    std::size_t at = 0;
    for (auto& row : indexes) {
        read_keys read = take_keys(row, keys, at);
        const auto found = constraints.find(row.id);
        if (const auto view = all.view_by_id.find(row.table); view != all.view_by_id.end()) {
            schema::table indexed;
            add_index(indexed, row, read, nullptr);
            all.views[view->second].indexes.push_back(std::move(indexed.indexes[0]));
            continue;
        }
        add_index(all.table(row.table), row, read, found == constraints.end() ? nullptr : &found->second);
    }
}

}  // namespace pgmodel::migrate::detail
