// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Triggers and policies, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_functions.hpp>
#include <pgmodel/types/bytes.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct trigger_row {
    object_id relation{};
    std::string name{};
    std::int32_t bits{};
    std::vector<std::string> update_columns{};
    std::string definition{};
    std::string old_table{};
    std::string new_table{};
    std::string function_schema{};
    std::string function{};
    bytes arguments{};
    bool constraint{};
    bool deferrable{};
    bool deferred{};
    std::string state{};
    std::string comment{};
};

/// Of a trigger or a rule.
template <class = pgmodel::detail::when_used>
trigger_state state_of(std::string_view letter) {
    return letter == "D"   ? trigger_state::disabled
           : letter == "R" ? trigger_state::on_replica
           : letter == "A" ? trigger_state::always
                           : trigger_state::enabled;
}

struct policy_row {
    object_id relation{};
    std::string name{};
    std::string command{};
    bool permissive{};
    std::vector<std::string> roles{};
    std::string condition{};
    std::string check{};
    std::string comment{};
};

/// `WHEN (a > b)` of a trigger's definition, in which names stand before and literals behind.
template <class = pgmodel::detail::when_used>
std::string condition_of(std::string_view definition) {
    std::size_t at = 0;
    while (at < definition.size()) {
        if (definition[at] == '"' || definition[at] == '\'') {
            at = skip_quoted(definition, at);
        } else if (definition.substr(at).starts_with(" WHEN (")) {
            return std::string(take_list(definition, at));
        } else {
            ++at;
        }
    }
    return {};
}

/// Texts that each end with a NUL.
template <class = pgmodel::detail::when_used>
std::vector<std::string> split_arguments(const bytes& given) {
    std::vector<std::string> made;
    std::string text;
    for (const std::byte each : given) {
        if (each != std::byte{}) {
            text += static_cast<char>(each);
            continue;
        }
        made.push_back(std::move(text));
        text.clear();
    }
    return made;
}

template <class = pgmodel::detail::when_used>
void read_triggers(reading& all) {
    const std::string sql =
        "select t.tgrelid as relation, t.tgname as name, t.tgtype::integer as bits, " +
        std::string(
            "array(select attname::text from unnest(t.tgattr::smallint[]) with ordinality as u (number, place) join "
            "pg_attribute on attrelid = t.tgrelid and attnum = number order by place) as update_columns, "
            "pg_get_triggerdef(t.oid) as definition, coalesce(t.tgoldtable::text, '') as old_table, "
            "coalesce(t.tgnewtable::text, '') as new_table, ") +
        function_name("t.tgfoid", "function") +
        ", t.tgargs as arguments, t.tgconstraint <> 0 as constraint, t.tgdeferrable as deferrable, t.tginitdeferred as "
        "deferred, t.tgenabled::text as state, "
        "coalesce(obj_description(t.oid, 'pg_trigger'), '') as comment "
        "from pg_trigger as t where t.tgrelid = any($1) and not t.tgisinternal and t.tgparentid = 0 "
        "order by t.tgrelid, t.tgname collate \"C\"";
    for (auto& row : all.db.all<trigger_row>(sql, all.relation_ids())) {
        schema::trigger t;
        t.name = std::move(row.name);
        t.timing = row.bits & 64  ? trigger_timing::instead_of
                   : row.bits & 2 ? trigger_timing::before
                                  : trigger_timing::after;
        t.for_each_row = row.bits & 1;
        t.on_insert = row.bits & 4;
        t.on_delete = row.bits & 8;
        t.on_update = row.bits & 16;
        t.on_truncate = row.bits & 32;
        t.update_columns = std::move(row.update_columns);
        t.condition = condition_of(row.definition);
        t.old_table = std::move(row.old_table);
        t.new_table = std::move(row.new_table);
        t.function = {std::move(row.function_schema), std::move(row.function)};
        t.arguments = split_arguments(row.arguments);
        t.constraint = row.constraint;
        t.deferred = !row.deferrable ? deferral::not_deferrable
                     : row.deferred  ? deferral::initially_deferred
                                     : deferral::deferrable;
        t.state = state_of(row.state);
        t.comment = std::move(row.comment);
        const auto view = all.view_by_id.find(row.relation);
        (view == all.view_by_id.end() ? all.table(row.relation).triggers : all.views[view->second].triggers)
            .push_back(std::move(t));
    }
}

template <class = pgmodel::detail::when_used>
void read_policies(reading& all) {
    constexpr const char* sql =
        "select p.polrelid as relation, p.polname as name, p.polcmd::text as command, p.polpermissive as permissive, "
        "array(select rolname::text from pg_roles where oid = any(p.polroles) order by rolname collate \"C\") as "
        "roles, "
        "coalesce(pg_get_expr(p.polqual, p.polrelid), '') as condition, "
        "coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '') as check, "
        "coalesce(obj_description(p.oid, 'pg_policy'), '') as comment "
        "from pg_policy as p where p.polrelid = any($1) order by p.polrelid, p.polname collate \"C\"";
    for (auto& row : all.db.all<policy_row>(sql, all.ids)) {
        schema::policy& p = all.table(row.relation).policies.emplace_back();
        p.name = std::move(row.name);
        p.command = row.command == "r"   ? policy_command::select
                    : row.command == "a" ? policy_command::insert
                    : row.command == "w" ? policy_command::update
                    : row.command == "d" ? policy_command::delete_
                                         : policy_command::all;
        p.restrictive = !row.permissive;
        p.roles = std::move(row.roles);
        p.condition = std::move(row.condition);
        p.check = std::move(row.check);
        p.comment = std::move(row.comment);
    }
}

}  // namespace pgmodel::migrate::detail
