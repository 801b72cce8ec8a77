// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Privileges, as the catalog has them: what is given beyond what everything has from the beginning, and what of that is
// taken away. What an owner may do with the own objects is not looked at.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_tables.hpp>
#include <pgmodel/schema/policy_text.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct grant_row {
    std::string target{};
    std::string schema{};
    std::string name{};
    std::vector<std::string> arguments{};
    std::string column{};
    std::string role{};
    bool grantable{};
    bool revoked{};
    std::vector<std::string> privileges{};
};

template <class = pgmodel::detail::when_used>
privilege_target target_of(std::string_view word) {
    std::size_t i = 0;
    while (schema::detail::word_of(static_cast<privilege_target>(i)) != word) ++i;
    return static_cast<privilege_target>(i);
}

/// In lower case, as `grant_text` writes it.
template <class = pgmodel::detail::when_used>
schema::many<privilege> privileges_of(const std::vector<std::string>& words) {
    schema::many<privilege> made;
    for (std::size_t i = 0; i <= static_cast<std::size_t>(privilege::maintain); ++i)
        for (const auto& word : words)
            if (schema::detail::word_of(static_cast<privilege>(i)) == word) made.push_back(static_cast<privilege>(i));
    return made;
}

/// All objects and columns with privileges of their own: their kind as GRANT names it, and as acldefault() does.
template <class = pgmodel::detail::when_used>
std::string objects_with_privileges() {
    const std::string wanted = std::string(n_is_wanted) + " and cardinality($2) = 0 and ($3 or not ";
    return "select 'pg_class'::regclass, c.oid, case relkind when 'S' then 'sequence' else 'table' end, relnamespace, "
           "relname::text, '{}'::text[], '', relacl, case relkind when 'S' then 's' else 'r' end, relowner from "
           "pg_class "
           "as c join pg_namespace as n on n.oid = relnamespace where relacl is not null and (c.oid = any($4) or "
           "relkind "
           "= 'S' and " +
           wanted + is_extension_member("pg_class", "c.oid") +
           ")) union all select 'pg_class'::regclass, attrelid, 'table', relnamespace, relname::text, '{}', "
           "attname::text, attacl, 'c', relowner from pg_attribute join pg_class as c on c.oid = attrelid where attacl "
           "is not null and attrelid = any($4) and not attisdropped "
           "union all select 'pg_proc'::regclass, p.oid, case prokind when 'p' then 'procedure' else 'function' end, "
           "pronamespace, proname::text, array(select format_type(id, null) from unnest(proargtypes) with ordinality "
           "as "
           "u (id, place) order by place), '', proacl, 'f', proowner from pg_proc as p join pg_namespace as n on n.oid "
           "= "
           "pronamespace where proacl is not null and " +
           wanted + is_extension_member("pg_proc", "p.oid") +
           ") union all select 'pg_type'::regclass, t.oid, case typtype when 'd' then 'domain' else 'type' end, "
           "typnamespace, typname::text, '{}', '', typacl, 'T', typowner from pg_type as t join pg_namespace as n on "
           "n.oid = typnamespace where typacl is not null and " +
           wanted + is_extension_member("pg_type", "t.oid") +
           ") union all select 'pg_namespace'::regclass, n.oid, 'schema', 0, nspname::text, '{}', '', nspacl, 'n', "
           "nspowner from pg_namespace as n where nspacl is not null and " +
           wanted + is_extension_member("pg_namespace", "n.oid") + ")";
}

/// What was granted or revoked of what the owner, or an extension, has given from the beginning.
template <class = pgmodel::detail::when_used>
std::string grants_sql() {
    return "with objects (class, id, target, namespace, name, arguments, attribute, acl, kind, owner) as (" +
           objects_with_privileges() +
           "), given as (select o.*, coalesce((select initprivs from pg_init_privs as i where i.classoid = class and "
           "i.objoid = o.id and i.objsubid = 0 and attribute = ''), acldefault(kind::\"char\", owner)) as base from "
           "objects as o), changes as (select g.*, a.grantee, a.privilege_type, a.is_grantable, false as revoked from "
           "given as g, aclexplode(acl) as a where not exists (select from aclexplode(base) as b where (b.grantee, "
           "b.privilege_type, b.is_grantable) = (a.grantee, a.privilege_type, a.is_grantable)) union all select g.*, "
           "b.grantee, b.privilege_type, false, true from given as g, aclexplode(base) as b where not exists (select "
           "from aclexplode(acl) as a where (a.grantee, a.privilege_type) = (b.grantee, b.privilege_type))) "
           "select target, coalesce((select " +
           schema_of_n +
           " from pg_namespace as n where n.oid = namespace), '') as schema, name, arguments, attribute as column, "
           "case "
           "grantee when 0 then 'public' else pg_get_userbyid(grantee)::text end as role, is_grantable as grantable, "
           "revoked, array_agg(lower(privilege_type)) as privileges from changes where grantee <> owner "
           "group by 1, 2, 3, 4, 5, 6, 7, 8 order by 1, 2, 3, 4, 5, 6, 7, 8";
}

/// One for each object or column, role, and whether the role may pass it on.
template <class = pgmodel::detail::when_used>
schema::many<schema::grant> read_grants(reading& all) {
    const std::string sql = grants_sql();
    schema::many<schema::grant> made;
    for (auto& row : all.db.all<grant_row>(sql, all.wanted.schemas, all.wanted.tables, all.wanted.extension_members,
                                           all.relation_ids())) {
        schema::grant& g = made.emplace_back();
        g.target = target_of(row.target);
        g.object = {std::move(row.schema), std::move(row.name)};
        g.argument_types = std::move(row.arguments);
        if (!row.column.empty()) g.columns.push_back(std::move(row.column));
        g.privileges = privileges_of(row.privileges);
        g.roles.push_back(std::move(row.role));
        g.grantable = row.grantable;
        g.revoked = row.revoked;
    }
    return made;
}

}  // namespace pgmodel::migrate::detail
