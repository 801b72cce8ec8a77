// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Enum types, composite types and sequences, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_tables.hpp>
#include <pgmodel/schema/names.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct enum_row {
    std::string schema{};
    std::string name{};
    std::vector<std::string> labels{};
    std::string comment{};
};

struct composite_row {
    object_id id{};
    std::string schema{};
    std::string name{};
    std::vector<std::string> names{};
    std::vector<std::string> types{};
    std::vector<std::string> collations{};
    std::vector<std::string> comments{};
    std::vector<object_id> held{};  ///< composite types of its attributes, or of their elements
    std::string comment{};
};

struct sequence_row {
    std::string schema{};
    std::string name{};
    std::string type{};
    std::int64_t start{};
    std::int64_t increment{};
    std::int64_t minimum{};
    std::int64_t maximum{};
    std::int64_t cache{};
    bool cycle{};
    bool unlogged{};
    std::string comment{};
    object_id owner{};
    std::string owner_schema{};
    std::string owner_table{};
    std::string owner_column{};
    bool of_identity{};
    bool is_default{};  ///< the owner's default is its next value
};

/// Is a type `t` wanted? It is where a column of a table that is read has it, an array of it, a domain over it or a
/// composite type that holds it, whatever its schema; and where its schema is, unless tables are named.
template <class = pgmodel::detail::when_used>
std::string type_is_wanted(const reading& all) {
    std::string sql = all.wanted.tables.empty() ? "(" + std::string(n_is_wanted) + " or " : "(";
    sql += "cardinality($1) >= 0 and n.nspname <> all('{pg_catalog,information_schema}') and t.oid in (with recursive "
           "used (id) as (select atttypid from pg_attribute where attrelid = any($3) and attnum > 0 "
           "union select x.id from used join pg_type as u on u.oid = used.id left join pg_attribute as a on "
           "a.attrelid = u.typrelid and a.attnum > 0, unnest(array[u.typelem, u.typbasetype, a.atttypid, (select "
           "rngtypid from pg_range where rngmultitypid = u.oid), (select rngsubtype from pg_range where rngtypid = "
           "u.oid)]) as x (id) "
           "where x.id <> 0) select id from used)) and ($2 or not " +
           is_extension_member("pg_type", "t.oid") + ") and t.typname <> all($4)";
    if (all.within_schemas) (sql += " and ") += n_is_wanted;
    return sql;
}

template <class = pgmodel::detail::when_used>
schema::many<schema::enumeration> read_enumerations(reading& all) {
    const std::string sql =
        std::string("select ") + schema_of_n +
        " as schema, t.typname as name, array(select enumlabel::text from pg_enum where enumtypid = t.oid "
        "order by enumsortorder) as labels, coalesce(obj_description(t.oid, 'pg_type'), '') as comment "
        "from pg_type as t join pg_namespace as n on n.oid = t.typnamespace where t.typtype = 'e' and " +
        type_is_wanted(all) + " order by n.nspname collate \"C\", t.typname collate \"C\"";
    schema::many<schema::enumeration> made;
    for (auto& row : all.db.all<enum_row>(sql, all.wanted.schemas, all.wanted.extension_members, all.relation_ids(),
                                          all.wanted.left_out))
        made.push_back({std::move(row.schema), std::move(row.name), std::move(row.labels), std::move(row.comment)});
    return made;
}

struct range_row {
    std::string schema{};
    std::string name{};
    std::string subtype{};
    std::string multirange{};
    std::string operator_class{};
    std::string collation{};
    std::string subtype_diff{};
    std::string comment{};
};

template <class = pgmodel::detail::when_used>
schema::many<schema::range> read_ranges(reading& all) {
    const std::string sql =
        std::string("select ") + schema_of_n +
        " as schema, t.typname as name, format_type(r.rngsubtype, null) as subtype, m.typname as multirange, "
        "case when o.opcdefault then '' else " +
        operator_class_text +
        " end as operator_class, case when r.rngcollation in (0, s.typcollation) then '' else "
        "r.rngcollation::regcollation::text end as collation, "
        "case when r.rngsubdiff = 0 then '' else r.rngsubdiff::text end as subtype_diff, "
        "coalesce(obj_description(t.oid, 'pg_type'), '') as comment "
        "from pg_range as r join pg_type as t on t.oid = r.rngtypid join pg_namespace as n on n.oid = t.typnamespace "
        "join pg_type as m on m.oid = r.rngmultitypid join pg_type as s on s.oid = r.rngsubtype "
        "join pg_opclass as o on o.oid = r.rngsubopc join pg_namespace as k on k.oid = o.opcnamespace "
        "where r.rngcanonical = 0 and t.oid >= 16384 and " +
        type_is_wanted(all) + " order by n.nspname collate \"C\", t.typname collate \"C\"";
    schema::many<schema::range> made;
    for (auto& row : all.db.all<range_row>(sql, all.wanted.schemas, all.wanted.extension_members, all.relation_ids(),
                                           all.wanted.left_out))
        made.push_back({std::move(row.schema), std::move(row.name), std::move(row.subtype), std::move(row.multirange),
                        unquoted_name(row.operator_class), unquoted_name(row.collation),
                        unquoted_name(row.subtype_diff), std::move(row.comment)});
    return made;
}

/// Each after those that it holds.
template <class = pgmodel::detail::when_used>
schema::many<schema::composite> read_composites(reading& all) {
    const std::string sql =
        std::string("select t.oid as id, ") + schema_of_n +
        " as schema, t.typname as name, h.names, h.types, h.collations, h.comments, h.held, "
        "coalesce(obj_description(t.oid, 'pg_type'), '') as comment from pg_type as t join pg_namespace as n on "
        "n.oid = t.typnamespace join pg_class as c on c.oid = t.typrelid cross join lateral (select "
        "coalesce(array_agg(attname::text order by attnum), '{}') as names, "
        "coalesce(array_agg(format_type(atttypid, atttypmod) order by attnum), '{}') as types, "
        "coalesce(array_agg(case when attcollation = typcollation then '' else attcollation::regcollation::text end "
        "order by attnum), '{}') as collations, "
        "coalesce(array_agg(coalesce(col_description(attrelid, attnum), '') order by attnum), '{}') as comments, "
        "coalesce(array_agg(case when u.typelem <> 0 then u.typelem else u.oid end order by attnum), '{}') as held "
        "from pg_attribute join pg_type as u on u.oid = atttypid where attrelid = c.oid and attnum > 0 and not "
        "attisdropped) as h where t.typtype = 'c' and c.relkind = 'c' and " +
        type_is_wanted(all) + " order by n.nspname collate \"C\", t.typname collate \"C\"";
    auto rows = all.db.all<composite_row>(sql, all.wanted.schemas, all.wanted.extension_members, all.relation_ids(),
                                          all.wanted.left_out);
    schema::many<schema::composite> made;
    // The server allows no cycle, so there is always one that waits for none.
    while (!rows.empty()) {
        const auto waits = [&rows](const composite_row& row) {
            for (const auto& other : rows)
                for (const auto held : row.held)
                    if (held == other.id) return true;
            return false;
        };
        std::size_t next = 0;
        while (next + 1 < rows.size() && waits(rows[next])) ++next;
        composite_row row = std::move(rows[next]);
        rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(next));
        schema::composite& c = made.emplace_back();
        c.schema = std::move(row.schema);
        c.name = std::move(row.name);
        for (std::size_t i = 0; i < row.names.size(); ++i)
            c.attributes.push_back({std::move(row.names[i]), std::move(row.types[i]), unquoted_name(row.collations[i]),
                                    std::move(row.comments[i])});
        c.comment = std::move(row.comment);
    }
    return made;
}

template <class = pgmodel::detail::when_used>
schema::column* column_called(schema::table& t, const std::string& name) {
    for (auto& c : t.columns)
        if (c.name == name) return &c;
    return nullptr;
}

/// Is a sequence what `serial` makes of a column? Then it is the column's own, and no other object.
template <class = pgmodel::detail::when_used>
bool is_serial(const sequence_row& row, const schema::column& c, const schema::table& t) {
    const std::string usual = schema::detail::object_name(t.name, c.name, "seq");
    const bool named =
        row.name.starts_with(usual) && row.name.find_first_not_of("0123456789", usual.size()) == row.name.npos;
    const schema::sequence_options options{row.start, row.increment, row.minimum, row.maximum, row.cache, row.cycle};
    return named && row.is_default && c.not_null && row.type == c.type && row.schema == row.owner_schema &&
           row.unlogged == (t.persistence == persistence::unlogged) && row.comment.empty() &&
           options == schema::default_sequence(row.type);
}

/// Those of identity and serial columns become part of the columns.
template <class = pgmodel::detail::when_used>
schema::many<schema::sequence> read_sequences(reading& all) {
    const std::string sql =
        std::string("select ") + schema_of_n +
        " as schema, c.relname as name, format_type(s.seqtypid, null) as type, s.seqstart as start, s.seqincrement as "
        "increment, s.seqmin as minimum, s.seqmax as maximum, s.seqcache as cache, s.seqcycle as cycle, "
        "c.relpersistence = 'u' as unlogged, coalesce(obj_description(c.oid, 'pg_class'), '') as comment, "
        "coalesce(d.refobjid, 0::oid) as owner, "
        "coalesce((select " +
        std::string(schema_of_n) +
        " from pg_namespace as n where n.oid = t.relnamespace), '') as owner_schema, coalesce(t.relname::text, '') as "
        "owner_table, coalesce(a.attname::text, '') as owner_column, coalesce(d.deptype = 'i', false) as of_identity, "
        "coalesce(pg_get_expr(f.adbin, f.adrelid) = 'nextval(' || quote_literal(c.oid::regclass::text) || "
        "'::regclass)', false) as is_default from pg_sequence as s join pg_class as c on c.oid = s.seqrelid join "
        "pg_namespace as n on n.oid = c.relnamespace "
        "left join pg_depend as d on d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype in ('a', 'i') "
        "and d.refclassid = 'pg_class'::regclass and d.refobjsubid > 0 left join pg_class as t on t.oid = d.refobjid "
        "left join pg_attribute as a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid "
        "left join pg_attrdef as f on f.adrelid = a.attrelid and f.adnum = a.attnum "
        "where d.refobjid = any($3) or (" +
        (all.wanted.tables.empty() ? std::string(n_is_wanted) + " or " : "cardinality($1) >= 0 and ") +
        "exists (select from pg_depend as u join pg_attrdef as e on e.oid = u.objid where u.classid = "
        "'pg_attrdef'::regclass and u.refclassid = 'pg_class'::regclass and u.refobjid = c.oid and e.adrelid = "
        "any($3))) and ($2 or not " +
        is_extension_member("pg_class", "c.oid") + ") and c.relname <> all($4) and coalesce(t.relname, '') <> all($4)" +
        (all.within_schemas ? std::string(" and ") + n_is_wanted : "") +
        " order by n.nspname collate \"C\", c.relname collate \"C\"";
    schema::many<schema::sequence> made;
    for (auto& row : all.db.all<sequence_row>(sql, all.wanted.schemas, all.wanted.extension_members, all.ids,
                                              all.wanted.left_out)) {
        const schema::sequence_options options{row.start,   row.increment, row.minimum,
                                               row.maximum, row.cache,     row.cycle};
        const auto owner = all.by_id.find(row.owner);
        schema::column* column =
            owner == all.by_id.end() ? nullptr : column_called(all.tables[owner->second].value, row.owner_column);
        if (column && row.of_identity) {
            column->sequence = options;
            continue;
        }
        if (column && is_serial(row, *column, all.tables[owner->second].value)) {
            column->serial = true;
            column->default_value.clear();
            column->sequence = options;
            continue;
        }
        schema::sequence& s = made.emplace_back();
        s.schema = std::move(row.schema);
        s.name = std::move(row.name);
        s.type = std::move(row.type);
        s.options = options;
        if (row.unlogged) s.persistence = persistence::unlogged;
        s.owner = {std::move(row.owner_schema), std::move(row.owner_table)};
        s.owner_column = std::move(row.owner_column);
        s.comment = std::move(row.comment);
    }
    return made;
}

}  // namespace pgmodel::migrate::detail
