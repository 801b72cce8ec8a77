// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is in a database and has no place in schema values: whole objects, and properties of those that have one.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_functions.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace pgmodel::migrate {

namespace detail {

/// A catalog whose rows are objects, or rows of one that have a property.
struct unsupported_rows {
    const char* catalog;   ///< of which the object is
    const char* id;        ///< its number
    const char* column;    ///< of a relation; 0: the object itself
    const char* schema;    ///< its schema's number; 0: it is in none
    const char* relation;  ///< that it belongs to; 0: none
    const char* from;      ///< where to look
    const char* reason;    ///< empty: there is no place for objects of this kind
};

inline constexpr unsupported_rows unsupported_kinds[]{
    // Objects that stand alone.
    {"pg_class", "oid", "0", "relnamespace", "0", "pg_class where relkind = 'f'", ""},
    {"pg_type", "oid", "0", "typnamespace", "0",
     "pg_type where exists (select from pg_range where rngtypid = pg_type.oid and rngcanonical <> 0) or typtype = 'b' "
     "and typcategory <> 'A' or not typisdefined",
     ""},
    // Those of other schemas that the tables use.
    {"pg_type", "t.oid", "0", "0", "attrelid",
     "pg_attribute join pg_type as u on u.oid = atttypid cross join lateral (values (u.oid), (u.typelem), "
     "(u.typbasetype), ((select rngtypid from pg_range where rngmultitypid = u.oid))) as x (id) join pg_type as t on "
     "t.oid = x.id where attrelid = any($4) and attnum > 0 and (exists (select from pg_range where rngtypid = "
     "t.oid and rngcanonical <> 0) or t.typtype = 'b' and t.typcategory "
     "<> 'A')",
     ""},
    {"pg_operator", "oid", "0", "oprnamespace", "0", "pg_operator", ""},
    {"pg_opclass", "oid", "0", "opcnamespace", "0", "pg_opclass", ""},
    {"pg_opfamily", "oid", "0", "opfnamespace", "0", "pg_opfamily", ""},
    {"pg_collation", "oid", "0", "collnamespace", "0", "pg_collation", ""},
    {"pg_conversion", "oid", "0", "connamespace", "0", "pg_conversion", ""},
    {"pg_ts_config", "oid", "0", "cfgnamespace", "0", "pg_ts_config", ""},
    {"pg_ts_dict", "oid", "0", "dictnamespace", "0", "pg_ts_dict", ""},
    {"pg_ts_parser", "oid", "0", "prsnamespace", "0", "pg_ts_parser", ""},
    {"pg_ts_template", "oid", "0", "tmplnamespace", "0", "pg_ts_template", ""},
    {"pg_statistic_ext", "s.oid", "0", "stxnamespace", "stxrelid",
     "pg_statistic_ext as s join pg_class as c on c.oid = stxrelid where c.relkind not in ('r', 'p') or "
     "c.relnamespace <> stxnamespace",
     ""},
    {"pg_default_acl", "oid", "0", "defaclnamespace", "0", "pg_default_acl", ""},
    {"pg_cast", "oid", "0", "0", "0", "pg_cast", ""},
    {"pg_transform", "oid", "0", "0", "0", "pg_transform", ""},
    {"pg_language", "oid", "0", "0", "0", "pg_language", ""},
    {"pg_am", "oid", "0", "0", "0", "pg_am", ""},
    {"pg_event_trigger", "oid", "0", "0", "0", "pg_event_trigger", ""},
    {"pg_foreign_data_wrapper", "oid", "0", "0", "0", "pg_foreign_data_wrapper", ""},
    {"pg_foreign_server", "oid", "0", "0", "0", "pg_foreign_server", ""},
    {"pg_user_mapping", "umid", "0", "0", "0", "pg_user_mappings", ""},
    {"pg_publication", "oid", "0", "0", "0", "pg_publication", ""},
    {"pg_subscription", "oid", "0", "0", "0",
     "pg_subscription where subdbid = (select oid from pg_database where datname = current_database())", ""},
    // The one of temporary tables stays when they are gone.
    {"pg_namespace", "oid", "0", "oid", "0",
     "pg_namespace as s where s.oid <> pg_my_temp_schema() and not exists (select from pg_class where relnamespace = "
     "s.oid) and not exists (select from "
     "pg_proc where pronamespace = s.oid) and not exists (select from pg_type where typnamespace = s.oid)",
     "has nothing in it"},
    // What belongs to a relation.
    {"pg_trigger", "t.oid", "0", "relnamespace", "tgrelid",
     "pg_trigger as t join pg_class as c on c.oid = tgrelid where not tgisinternal and tgconstrrelid <> 0",
     "names another table"},
    {"pg_trigger", "t.oid", "0", "relnamespace", "t.tgrelid",
     "pg_trigger as t join pg_trigger as p on p.oid = t.tgparentid join pg_class as c on c.oid = t.tgrelid where "
     "not t.tgisinternal and t.tgenabled <> p.tgenabled",
     "is in another state than that of its table"},
    // Properties of tables.
    {"pg_class", "oid", "0", "0", "oid",
     "pg_class as c where not relispartition and exists (select from pg_inherits where inhrelid = c.oid)",
     "inherits from another one"},
    {"pg_class", "inhrelid", "0", "0", "inhrelid", "pg_inherits where inhdetachpending", "is being detached"},
    {"pg_class", "oid", "0", "0", "oid", "pg_class where reloftype <> 0", "is made of a composite type"},
    {"pg_class", "tgrelid", "0", "0", "tgrelid", "pg_trigger where tgisinternal and tgenabled <> 'O' group by tgrelid",
     "has disabled triggers of foreign keys"},
    // Properties of columns.
    {"pg_class", "adrelid", "adnum", "relnamespace", "0",
     "pg_attrdef join pg_class as c on c.oid = adrelid where relkind = 'v'", "has a default"},
    {"pg_class", "attrelid", "attnum", "0", "attrelid",
     "pg_attribute where attgenerated not in ('', 's') and not attisdropped", "is generated when it is read"},
    {"pg_class", "a.attrelid", "a.attnum", "0", "a.attrelid",
     "pg_class as c join pg_inherits on inhrelid = c.oid join pg_attribute as a on a.attrelid = c.oid join "
     "pg_attribute as p on p.attrelid = inhparent and p.attname = a.attname left join pg_attrdef as d on d.adrelid = "
     "a.attrelid and d.adnum = a.attnum left join pg_attrdef as e on e.adrelid = p.attrelid and e.adnum = p.attnum "
     "where c.relispartition and a.attnum > 0 and ((a.attnotnull, a.attcollation) is distinct from (p.attnotnull, "
     "p.attcollation) or a.attgenerated <> '' and pg_get_expr(d.adbin, d.adrelid) is distinct from "
     "pg_get_expr(e.adbin, e.adrelid))",
     "is not like the one of its table"},
    // Properties of constraints, indexes and sequences.
    {"pg_constraint", "oid", "0", "0", "conrelid",
     "pg_constraint as c where (to_jsonb(c) ->> 'conperiod')::boolean or not (to_jsonb(c) ->> 'conenforced')::boolean "
     "or contype = 'n' and (connoinherit or not convalidated)",
     "is not enforced on all rows, or has a period"},
    {"pg_class", "indexrelid", "0", "0", "indrelid", "pg_index where not indisvalid", "is not valid"},
    {"pg_class", "indexrelid", "0", "0", "indrelid",
     "pg_index join pg_class as c on c.oid = indrelid where indisclustered and c.relkind <> 'r'",
     "is the one to cluster by"},
    {"pg_class", "indexrelid", "0", "0", "indrelid",
     "pg_index where exists (select from pg_attribute where attrelid = indexrelid and attstattarget >= 0)",
     "has a statistics target"},
    {"pg_class", "indexrelid", "0", "0", "indrelid",
     "pg_index join pg_constraint on conindid = indexrelid and contype in ('p', 'u', 'x') where "
     "obj_description(indexrelid, 'pg_class') is not null",
     "is of a key and has a comment"},
    // A partition has these from its table, and names and settings of them are the table's.
    {"pg_class", "i.oid", "0", "0", "x.indrelid",
     "pg_class as i join pg_index as x on x.indexrelid = i.oid join pg_inherits on inhrelid = i.oid join pg_class as p "
     "on p.oid = inhparent where i.reloptions is distinct from p.reloptions or i.reltablespace <> p.reltablespace or "
     "obj_description(i.oid, 'pg_class') is not null",
     "is not like the one of its table"},
    {"pg_constraint", "c.oid", "0", "0", "conrelid",
     "pg_constraint as c join pg_class as t on t.oid = conrelid where relispartition and coninhcount > 0 and "
     "obj_description(c.oid, 'pg_constraint') is not null",
     "is not like the one of its table"},
    {"pg_trigger", "oid", "0", "0", "tgrelid",
     "pg_trigger where tgparentid <> 0 and obj_description(oid, 'pg_trigger') is not null",
     "is not like the one of its table"},
    {"pg_class", "c.oid", "0", "c.relnamespace", "0",
     "pg_class as c join pg_depend on classid = 'pg_class'::regclass and objid = c.oid and deptype = 'i' join pg_class "
     "as t on t.oid = refobjid where c.relkind = 'S' and c.relpersistence <> t.relpersistence",
     "is of an identity column and kept otherwise than its table"},
    {"pg_class", "c.oid", "0", "relnamespace", "0",
     "pg_class as c join pg_depend on classid = 'pg_class'::regclass and objid = c.oid and deptype = 'i' where relkind "
     "= 'S' and obj_description(c.oid, 'pg_class') is not null",
     "is of an identity column and has a comment"},
};

template <class = pgmodel::detail::when_used>
void add_rows(const unsupported_rows& kind, std::string& rows) {
    if (!rows.empty()) rows += " union all ";
    ((rows += "select '") += kind.catalog) += "'::regclass::oid, ";
    for (const char* part : {kind.id, kind.column, kind.schema, kind.relation}) (rows += part) += "::oid::bigint, ";
    ((rows += "'") += kind.reason) += "' from ";
    rows += kind.from;
}

template <class = pgmodel::detail::when_used>
std::vector<unsupported_object> read_unsupported(reading& all) {
    std::string rows;
    for (const auto& kind : unsupported_kinds) add_rows(kind, rows);
    const std::string functions = std::string("pg_proc as p join pg_language as l on l.oid = p.prolang left join "
                                              "pg_aggregate as g on g.aggfnoid = p.oid where "
                                              "case when p.prokind = 'a' then ") +
                                  g_is_unsupported + " else " + p_is_unsupported + " end";
    add_rows({"pg_proc", "p.oid", "0", "pronamespace", "0", functions.c_str(), ""}, rows);
    const std::string sql =
        "with found (class, id, part, schema, relation, reason) as (" + rows +
        ") select coalesce(i.type, '') as kind, coalesce(i.identity, '') as name, f.reason from found as f "
        "cross join lateral pg_identify_object(f.class, f.id::oid, f.part::integer) as i "
        "left join pg_namespace as n on n.oid = f.schema::oid "
        // Below are the server's own; schemas it has made for users may have been changed.
        "where (f.id >= 16384 or f.class = 'pg_namespace'::regclass) and (f.relation::oid = any($4) or "
        "cardinality($2) = 0 and (case when f.schema = 0 then f.relation = 0 and cardinality($1) = 0 else " +
        n_is_wanted +
        " end)) and ($3 or not exists (select from pg_depend as d where d.classid = f.class and d.objid = f.id::oid "
        "and d.deptype = 'e')) and (f.reason <> '' or f.relation <> 0 or not exists "
        "(select from pg_depend as d where d.classid = f.class and d.objid = f.id::oid and d.deptype = 'i')) "
        "order by i.type, i.identity collate \"C\", f.reason";
    auto found = all.db.all<unsupported_object>(sql, all.wanted.schemas, all.wanted.tables,
                                                all.wanted.extension_members, all.ids);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace detail
}  // namespace pgmodel::migrate
