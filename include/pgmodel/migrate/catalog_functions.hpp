// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions, procedures, aggregates and extensions, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_tables.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct function_row {
    std::string schema{};
    std::string name{};
    std::vector<std::string> names{};
    std::vector<std::string> types{};
    std::vector<std::string> modes{};
    std::vector<std::string> defaults{};
    std::string returns{};
    std::string language{};
    std::string body{};
    bool procedure{};
    std::string volatility{};
    std::string parallel{};
    bool strict{};
    bool security_definer{};
    bool leakproof{};
    double cost{};
    double rows{};
    std::vector<std::string> settings{};
    std::string comment{};
};

struct aggregate_row {
    std::string schema{};
    std::string name{};
    std::vector<std::string> names{};
    std::vector<std::string> types{};
    std::vector<std::string> modes{};
    std::string transition_schema{};
    std::string transition{};
    std::string state_type{};
    std::string final_schema{};
    std::string final{};
    bool has_initial{};
    std::string initial{};
    std::string parallel{};
    std::string comment{};
};

/// The names, types and modes of the arguments of a function `p`.
inline constexpr const char* arguments_of_p = "array(select coalesce(p.proargnames[i], '') from generate_series(1, "
                                              "coalesce(cardinality(p.proallargtypes), p.pronargs)) as i "
                                              "order by i) as names, array(select format_type(id, null) from "
                                              "unnest(coalesce(p.proallargtypes, p.proargtypes::oid[])) with "
                                              "ordinality as u (id, place) order by place) as types, array(select "
                                              "coalesce(p.proargmodes[i]::text, case when p.provariadic <> 0 "
                                              "and i = p.pronargs then 'v' else 'i' end) from generate_series(1, "
                                              "coalesce(cardinality(p.proallargtypes), p.pronargs)) as i "
                                              "order by i) as modes";

/// Can schema values not say all of a function `p` in language `l`? Then it is listed as unsupported.
inline constexpr const char* p_is_unsupported = "(p.prokind = 'w' or l.lanname in ('c', 'internal') or p.prosqlbody is "
                                                "not null or p.prosupport <> 0 or p.protrftypes is "
                                                "not null)";
/// The same of an aggregate `g`.
inline constexpr const char* g_is_unsupported =
    "(g.aggkind <> 'n' or g.aggmtransfn <> 0 or g.aggcombinefn <> 0 or g.aggserialfn <> 0 or g.aggsortop <> 0 or "
    "g.aggfinalextra or g.aggfinalmodify <> 'r' or g.aggtransspace <> 0)";

template <class = pgmodel::detail::when_used>
argument_mode mode_of(std::string_view letter) {
    return letter == "o"   ? argument_mode::out
           : letter == "b" ? argument_mode::inout
           : letter == "v" ? argument_mode::variadic
           : letter == "t" ? argument_mode::table
                           : argument_mode::in;
}
template <class = pgmodel::detail::when_used>
parallel_safety parallel_of(std::string_view letter) {
    return letter == "s"   ? parallel_safety::safe
           : letter == "r" ? parallel_safety::restricted
                           : parallel_safety::unsafe;
}

/// Settings as SQL; the server keeps lists of names quoted as they must be, and anything else as it is.
template <class = pgmodel::detail::when_used>
schema::many<schema::parameter> settings_of(const std::vector<std::string>& options) {
    schema::many<schema::parameter> made = parameters_of(options);
    for (auto& setting : made) {
        if (setting.name == "search_path" || setting.name == "temp_tablespaces" || setting.name.ends_with("_libraries"))
            continue;
        std::string text;
        quote_literal(setting.value, text);
        setting.value = std::move(text);
    }
    return made;
}

/// Is an object that belongs to no table wanted?
template <class = pgmodel::detail::when_used>
std::string is_wanted(const char* catalog, const char* id) {
    return std::string(n_is_wanted) + " and ($2 or not " + is_extension_member(catalog, id) +
           ") and not exists (select from pg_depend as d where d.classid = '" + catalog +
           "'::regclass and d.objid = " + id + " and d.deptype = 'i') ";
}

template <class = pgmodel::detail::when_used>
schema::many<schema::function> read_functions(reading& all) {
    const std::string sql =
        std::string("select ") + schema_of_n + " as schema, p.proname as name, " + arguments_of_p +
        ", array(select coalesce(pg_get_function_arg_default(p.oid, i), '') from generate_series(1, "
        "coalesce(cardinality(p.proallargtypes), p.pronargs)) as i order by i) as defaults, "
        "case when p.prokind = 'p' or 't' = any(p.proargmodes) then '' when not p.proretset and p.proargmodes && "
        "'{o,b}'::\"char\"[] then '' else case when p.proretset then 'SETOF ' else '' end || format_type(p.prorettype, "
        "null) end "
        "as returns, l.lanname as language, p.prosrc as body, p.prokind = 'p' as procedure, p.provolatile::text as "
        "volatility, "
        "p.proparallel::text as parallel, p.proisstrict as strict, p.prosecdef as security_definer, p.proleakproof as "
        "leakproof, case when p.procost = 100 then 0 else p.procost end::double precision as cost, case when "
        "p.proretset and "
        "p.prorows <> 1000 then p.prorows else 0 end::double precision as rows, coalesce(p.proconfig, '{}') as "
        "settings, "
        "coalesce(obj_description(p.oid, 'pg_proc'), '') as comment "
        "from pg_proc as p join pg_namespace as n on n.oid = p.pronamespace join pg_language as l on l.oid = p.prolang "
        "where p.prokind in ('f', 'p') and not " +
        p_is_unsupported + " and p.proname <> all($3) and " + is_wanted("pg_proc", "p.oid") +
        "order by n.nspname collate \"C\", p.proname collate \"C\", p.oid::regprocedure::text collate \"C\"";
    schema::many<schema::function> made;
    for (auto& row :
         all.db.all<function_row>(sql, all.wanted.schemas, all.wanted.extension_members, all.wanted.left_out)) {
        schema::function& f = made.emplace_back();
        f.schema = std::move(row.schema);
        f.name = std::move(row.name);
        for (std::size_t i = 0; i < row.types.size(); ++i)
            f.arguments.push_back(
                {std::move(row.names[i]), std::move(row.types[i]), std::move(row.defaults[i]), mode_of(row.modes[i])});
        f.returns = std::move(row.returns);
        f.language = std::move(row.language);
        f.body = std::move(row.body);
        f.procedure = row.procedure;
        f.volatility = row.volatility == "i"   ? volatility::immutable
                       : row.volatility == "s" ? volatility::stable
                                               : volatility::volatile_;
        f.parallel = parallel_of(row.parallel);
        f.strict = row.strict;
        f.security_definer = row.security_definer;
        f.leakproof = row.leakproof;
        f.cost = row.cost;
        f.rows = row.rows;
        f.settings = settings_of(row.settings);
        f.comment = std::move(row.comment);
    }
    return made;
}

/// The schema and name of a function whose number is in a column, as `schema` and `name` of a query's select list.
template <class = pgmodel::detail::when_used>
std::string function_name(const std::string& id, const std::string& column) {
    const std::string from =
        " from pg_proc as f join pg_namespace as m on m.oid = f.pronamespace where f.oid = " + id + "), '') as ";
    return "coalesce((select case when pg_function_is_visible(f.oid) then '' else m.nspname::text end" + from + column +
           "_schema, coalesce((select f.proname::text" + from + column;
}

template <class = pgmodel::detail::when_used>
schema::many<schema::aggregate> read_aggregates(reading& all) {
    const std::string sql =
        std::string("select ") + schema_of_n + " as schema, p.proname as name, " + arguments_of_p + ", " +
        function_name("g.aggtransfn", "transition") + ", format_type(g.aggtranstype, null) as state_type, " +
        function_name("g.aggfinalfn", "final") +
        ", g.agginitval is not null as has_initial, coalesce(g.agginitval, '') as initial, p.proparallel::text as "
        "parallel, "
        "coalesce(obj_description(p.oid, 'pg_proc'), '') as comment from pg_aggregate as g join pg_proc as p on p.oid "
        "= "
        "g.aggfnoid join pg_namespace as n on n.oid = p.pronamespace where not " +
        g_is_unsupported + " and p.proname <> all($3) and " + is_wanted("pg_proc", "p.oid") +
        "order by n.nspname collate \"C\", p.proname collate \"C\", p.oid::regprocedure::text collate \"C\"";
    schema::many<schema::aggregate> made;
    for (auto& row :
         all.db.all<aggregate_row>(sql, all.wanted.schemas, all.wanted.extension_members, all.wanted.left_out)) {
        schema::aggregate& a = made.emplace_back();
        a.schema = std::move(row.schema);
        a.name = std::move(row.name);
        for (std::size_t i = 0; i < row.types.size(); ++i)
            a.arguments.push_back({std::move(row.names[i]), std::move(row.types[i]), {}, mode_of(row.modes[i])});
        a.transition = {std::move(row.transition_schema), std::move(row.transition)};
        a.state_type = std::move(row.state_type);
        a.final = {std::move(row.final_schema), std::move(row.final)};
        if (row.has_initial) quote_literal(row.initial, a.initial);
        a.parallel = parallel_of(row.parallel);
        a.comment = std::move(row.comment);
    }
    return made;
}

/// The server says something of its own schema.
template <class = pgmodel::detail::when_used>
schema::many<schema::schema_comment> read_schemas(reading& all) {
    struct schema_row {
        std::string name{};
        std::string comment{};
    };
    const std::string sql =
        std::string("select n.nspname as name, d.description as comment from pg_namespace as n join pg_description as "
                    "d on d.classoid = 'pg_namespace'::regclass and d.objoid = n.oid where (n.oid >= 16384 or "
                    "d.description <> 'standard public schema') and ($2 or not ") +
        is_extension_member("pg_namespace", "n.oid") + ") and " + n_is_wanted + " order by n.nspname collate \"C\"";
    schema::many<schema::schema_comment> made;
    for (auto& row : all.db.all<schema_row>(sql, all.wanted.schemas, all.wanted.extension_members))
        made.push_back({std::move(row.name), std::move(row.comment)});
    return made;
}

template <class = pgmodel::detail::when_used>
schema::many<schema::extension> read_extensions(reading& all) {
    struct extension_row {
        std::string name{};
        std::string schema{};
        std::string version{};
        std::string comment{};
    };
    const std::string sql =
        std::string("select e.extname as name, ") + schema_of_n +
        " as schema, e.extversion as version, coalesce(nullif(obj_description(e.oid, "
        "'pg_extension'), (select comment from pg_available_extensions as a where a.name = e.extname)), '') as comment "
        "from pg_extension as e join pg_namespace as n on n.oid = "
        "e.extnamespace where e.oid >= 16384 and " +
        n_is_wanted + " order by e.extname collate \"C\"";
    schema::many<schema::extension> made;
    for (auto& row : all.db.all<extension_row>(sql, all.wanted.schemas))
        made.push_back({std::move(row.name), std::move(row.schema), std::move(row.version), std::move(row.comment)});
    return made;
}

}  // namespace pgmodel::migrate::detail
