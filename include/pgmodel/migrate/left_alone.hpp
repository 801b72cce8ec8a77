// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a plan leaves alone, since the models say nothing of it.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/renamed_steps.hpp>
#include <pgmodel/schema/alteration.hpp>
#include <pgmodel/schema/calendar_partition.hpp>
#include <pgmodel/session/connection.hpp>

#include <string>
#include <vector>

namespace pgmodel::migrate::detail {

/// A temporary table is made by the session that uses it.
template <class = pgmodel::detail::when_used>
schema::database without_temporary(schema::database db) {
    for (auto* t = db.tables.begin(); t != db.tables.end();)
        t = t->persistence == persistence::temporary ? db.tables.erase(t) : t + 1;
    return db;
}

/// May a privilege be given again when its object is made anew, since all that it names stays?
template <class = pgmodel::detail::when_used>
bool stays(const schema::grant& g, const schema::database& expected) {
    for (const auto& f : expected.functions) {
        std::vector<std::string> types;
        for (const auto& a : f.arguments)
            if (schema::detail::is_passed(a)) types.push_back(a.type);
        if (schema::detail::name_of(f) == g.object && types == g.argument_types) return true;
    }
    const auto has_columns = [&g](const auto& relation) {
        bool all = schema::detail::name_of(relation) == g.object;
        for (const auto& name : g.columns) {
            bool found = false;
            for (const auto& c : relation.columns) found |= c.name == name;
            all &= found;
        }
        return all;
    };
    bool found = false;
    for (const auto& v : expected.views) found |= has_columns(v);
    for (const auto& t : expected.tables) found |= has_columns(t);
    return found && g.target == privilege_target::table;
}

/// The partitions that a service makes ahead by the calendar are there before and after, with nothing of their own: so
/// the way back does not make them, and new ones beside them are nobody's.
template <class Table>
void keep_calendar_partitions(Table& expected, const Table& found) {
    using schema::detail::partitioning_text;
    if (partitioning_text(expected.partitioned) != partitioning_text(found.partitioned)) return;
    for (const auto& f : found.partitions) {
        for (auto& e : expected.partitions)
            if (schema::detail::same_name(e, f)) keep_calendar_partitions(e, f);
        if (!schema::detail::named(expected.partitions, f) &&
            schema::detail::is_by_calendar(schema::detail::name_of(expected), expected.partitioned, f))
            expected.partitions.push_back(schema::detail::plain_partition(f, expected.owner));
    }
}

/// Leaves alone what the models say nothing of, who owns an object and who may use it: what is made anew has it again.
template <class = pgmodel::detail::when_used>
void keep_what_is_said(connection& db, schema::database& found, schema::database& expected) {
    using schema::detail::named;
    for (auto& e : expected.tables)
        if (const auto* there = named(found.tables, e)) keep_calendar_partitions(e, *there);
    // One that no model names is of use without any, and stays.
    for (auto* e = found.extensions.begin(); e != found.extensions.end();)
        e = named(expected.extensions, *e) ? e + 1 : found.extensions.erase(e);
    for (auto& t : found.tables) {
        const auto* said = named(expected.tables, t);
        if (!said || said->owner.empty()) each_part(t, [](auto& part) { part.owner.clear(); });
    }
    const auto current = db.scalar<std::string>("select current_user::text");
    for (auto& v : expected.views)
        if (const auto* there = named(found.views, v); there && v.owner.empty() && there->owner != current)
            v.owner = there->owner;
    for (auto& v : found.views) {
        const auto* said = named(expected.views, v);
        if (!said || said->owner.empty()) v.owner.clear();
    }
    const auto is_said = [said = expected.grants](const schema::grant& g) {
        for (const auto& other : said)
            if (other.target == g.target && other.object == g.object) return true;
        return false;
    };
    for (auto* g = found.grants.begin(); g != found.grants.end();) {
        const bool said = is_said(*g), kept = said || stays(*g, expected);
        if (!said && kept) expected.grants.push_back(*g);
        g = kept ? g + 1 : found.grants.erase(g);
    }
}

/// A function that is dropped and made again has its owner again.
template <class = pgmodel::detail::when_used>
void keep_owners(connection& db, std::vector<schema::step>& steps, const schema::database& found,
                 const std::vector<planned_renaming>& renamed) {
    const std::size_t count = steps.size();
    const auto makes = [&](const std::string& words) {
        for (std::size_t i = 0; i < count; ++i)
            if (steps[i].sql.starts_with(words)) return true;
        return false;
    };
    const auto keep = [&](const std::string& kind, const auto& f) {
        const std::string name = schema::signature(f), called = kind + name;
        const std::string words = kind + schema::detail::qualified(schema::detail::name_of(f)) + "(";
        if (!makes("drop " + called) || !makes("create " + words)) return;
        const auto owner = db.scalar<std::string>(
            "select coalesce((select pg_get_userbyid(proowner)::text from pg_proc where oid = to_regprocedure($1) and "
            "pg_get_userbyid(proowner) <> current_user), '')",
            schema::signature(before_renaming(f, renamed)));
        if (owner.empty()) return;
        auto& step = steps.emplace_back();
        step.sql = "alter " + called + " owner to " + quote_identifier(owner);
        step.about = called;
    };
    for (const auto& f : found.functions) keep(f.procedure ? "procedure " : "function ", f);
    for (const auto& a : found.aggregates) keep("aggregate ", a);
}

}  // namespace pgmodel::migrate::detail
