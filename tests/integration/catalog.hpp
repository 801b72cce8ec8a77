// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What PostgreSQL's catalog says of a database, as plain facts that two databases can be compared by.
#pragma once

#include <pgmodel/session.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <ostream>
#include <string>
#include <vector>

namespace pgmodel_test {

/// One thing in the catalog, and what it is: `column album.title`, `2 character varying(160) not null`.
struct fact {
    std::string what;
    std::string is;

    bool operator==(const fact&) const = default;
};

/// Something that two databases do not have in common; empty where one of them has no such thing.
struct difference {
    std::string what;
    std::string first;
    std::string second;
    const char* reason = "";  ///< of a difference that is expected

    bool operator==(const difference& other) const {
        return what == other.what && first == other.first && second == other.second;
    }
    friend std::ostream& operator<<(std::ostream& out, const difference& d) {
        return out << "{\"" << d.what << "\",\n     \"" << d.first << "\",\n     \"" << d.second << "\"}";
    }
};

/// Everything that users have made in a database, in order: relations, columns, constraints, indexes, sequences, enum
/// types, domains, triggers, rules, queries of views, functions and comments.
inline std::vector<fact> catalog_of(pgmodel::connection& db) {
    return db.all<fact>(R"(
        with relations as (
            select c.oid, c.oid::regclass::text as name, relkind, relpersistence, relreplident, relpartbound,
                relispartition, relispopulated, reloptions, spcname
            from pg_class c join pg_namespace n on n.oid = relnamespace
                left join pg_tablespace s on s.oid = reltablespace
            where nspname !~ '^pg_' and nspname <> 'information_schema')
        select what, "is" from (
            select 'relation ' || name as what,
                   concat_ws(' ', case relkind when 'r' then 'table' when 'p' then 'partitioned table'
                       when 'v' then 'view' when 'm' then 'materialized view' when 'c' then 'composite type'
                       else relkind::text end,
                       case relpersistence when 'u' then 'unlogged' end, reloptions::text,
                       'tablespace ' || spcname,
                       case relreplident when 'n' then 'replica identity nothing' when 'f' then 'replica identity full'
                       when 'i' then 'replica identity by index' end,
                       'partition of ' || inhparent::regclass || ' ' || pg_get_expr(relpartbound, relations.oid)) as "is"
            from relations left join pg_inherits on inhrelid = relations.oid and relispartition where relkind not in ('i', 'I', 'S')
            union all
            select 'column ' || name || '.' || attname,
                   concat_ws(' ', attnum, format_type(atttypid, atttypmod), case when attnotnull then 'not null' end,
                       'default ' || pg_get_expr(adbin, adrelid),
                       case attidentity when 'a' then 'always identity' when 'd' then 'identity' end,
                       case attgenerated when 's' then 'stored' when 'v' then 'virtual' end,
                       case when attcollation <> typcollation then 'collation ' || attcollation::regcollation end,
                       case when attstorage <> typstorage then 'storage ' || attstorage::text end,
                       'compression ' || nullif(attcompression::text, ''),
                       'statistics ' || nullif(attstattarget, -1),
                       nullif(array(select o from unnest(attoptions) as o where o !~ '^pg_attver='), '{}')::text)
            from relations r join pg_attribute a on attrelid = r.oid join pg_type t on t.oid = atttypid
                left join pg_attrdef on adrelid = attrelid and adnum = attnum
            where relkind in ('r', 'p', 'v', 'm', 'c') and attnum > 0 and not attisdropped
            union all
            select 'constraint ' || name || '.' || conname,
                   pg_get_constraintdef(c.oid) || case when convalidated then '' else ' not valid' end
            from relations r join pg_constraint c on conrelid = r.oid
            where contype <> 'n'  -- the column says it; only PostgreSQL 18 has a constraint for it too
            union all
            select 'index ' || name, concat_ws(' ', pg_get_indexdef(indexrelid),
                       case when not indisvalid then 'invalid' end, 'tablespace ' || spcname)
            from relations r join pg_index on indexrelid = r.oid
            union all
            select 'sequence ' || name,
                   concat_ws(' ', format_type(seqtypid, null), seqstart, seqincrement, seqmin, seqmax, seqcache,
                       case when seqcycle then 'cycle' end, 'of ' || refobjid::regclass || '.' || attname)
            from relations r join pg_sequence on seqrelid = r.oid
                left join pg_depend on classid = 'pg_class'::regclass and objid = r.oid and deptype in ('a', 'i')
                    and refclassid = 'pg_class'::regclass
                left join pg_attribute on attrelid = refobjid and attnum = refobjsubid
            union all
            select 'enum ' || enumtypid::regtype, string_agg(quote_literal(enumlabel), ', ' order by enumsortorder)
            from pg_enum group by enumtypid
            union all
            select 'domain ' || t.oid::regtype, concat_ws(' ', format_type(typbasetype, typtypmod),
                       case when typnotnull then 'not null' end, 'default ' || typdefault,
                       (select string_agg(conname || ' ' || pg_get_constraintdef(c.oid), ', ' order by conname)
                        from pg_constraint c where contypid = t.oid))
            from pg_type t join pg_namespace n on n.oid = typnamespace
            where typtype = 'd' and nspname !~ '^pg_' and nspname <> 'information_schema'
            union all
            select 'query of ' || name, pg_get_viewdef(oid) || case when relispopulated then '' else ' with no data' end
            from relations where relkind in ('v', 'm')
            union all
            select 'rule ' || name || '.' || rulename, pg_get_ruledef(r.oid)
            from relations join pg_rewrite r on ev_class = relations.oid where rulename <> '_RETURN'
            union all
            select concat_ws(' ', 'comment on', o.type, o.identity), description
            from pg_description, pg_identify_object(classoid, objoid, objsubid) o
            where objoid >= 16384  -- below are the server's own
            union all
            select 'trigger ' || name || '.' || tgname, pg_get_triggerdef(t.oid)
            from relations r join pg_trigger t on tgrelid = r.oid where not tgisinternal
            union all
            select 'signature of ' || p.oid::regprocedure,
                   concat_ws(' ', case prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end,
                       '(' || pg_get_function_arguments(p.oid) || ')', pg_get_function_result(p.oid),
                       (select lanname from pg_language l where l.oid = prolang), provolatile, proparallel,
                       case when proisstrict then 'strict' end, case when prosecdef then 'security definer' end,
                       case when proleakproof then 'leakproof' end, procost, nullif(prorows, 0), proconfig::text,
                       (select concat_ws(' ', aggtransfn, aggfinalfn, aggtranstype::regtype, agginitval, aggkind)
                        from pg_aggregate where aggfnoid = p.oid))
            from pg_proc p join pg_namespace n on n.oid = pronamespace
            where nspname !~ '^pg_' and nspname <> 'information_schema'
            union all
            select 'function ' || p.oid::regprocedure, prosrc
            from pg_proc p join pg_namespace n on n.oid = pronamespace
            where nspname !~ '^pg_' and nspname <> 'information_schema') as facts
        order by what collate "C", "is" collate "C")");
}

/// What is only in one of two lists of facts, or not the same in both; both must be in order.
inline std::vector<difference> differences_of(const std::vector<fact>& first, const std::vector<fact>& second) {
    std::vector<difference> found;
    std::size_t i = 0, j = 0;
    while (i < first.size() || j < second.size()) {
        if (j == second.size() || (i < first.size() && first[i].what < second[j].what)) {
            found.push_back({first[i].what, first[i].is, {}});
            ++i;
        } else if (i == first.size() || second[j].what < first[i].what) {
            found.push_back({second[j].what, {}, second[j].is});
            ++j;
        } else {
            if (first[i].is != second[j].is) found.push_back({first[i].what, first[i].is, second[j].is});
            ++i;
            ++j;
        }
    }
    return found;
}

/// Compares two lists of facts. They may differ as declared, and must: a difference that is not declared fails, and so
/// does a declared one that is not there, or has no reason.
inline void expect_same_facts(const std::vector<fact>& first, const std::vector<fact>& second,
                              const std::vector<difference>& declared) {
    const auto found = differences_of(first, second);
    const auto in = [](const std::vector<difference>& list, const difference& wanted) {
        for (const auto& each : list)
            if (each == wanted) return true;
        return false;
    };
    for (const auto& each : found) EXPECT_TRUE(in(declared, each)) << "an undeclared difference:\n    " << each;
    for (const auto& each : declared) {
        EXPECT_TRUE(in(found, each)) << "a declared difference that is not there:\n    " << each;
        EXPECT_STRNE(each.reason, "") << "a difference without a reason:\n    " << each;
    }
}

/// Compares the catalogs of two databases; see `expect_same_facts`.
inline void expect_same_catalog(pgmodel::connection& first, pgmodel::connection& second,
                                const std::vector<difference>& declared) {
    expect_same_facts(catalog_of(first), catalog_of(second), declared);
}

}  // namespace pgmodel_test
