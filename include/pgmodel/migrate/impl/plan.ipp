// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/migrate/as_written.hpp>
#include <pgmodel/migrate/compare.hpp>
#include <pgmodel/migrate/introspect.hpp>
#include <pgmodel/migrate/left_alone.hpp>
#include <pgmodel/migrate/normalise.hpp>
#include <pgmodel/migrate/plan.hpp>
#include <pgmodel/migrate/renamed_steps.hpp>
#include <pgmodel/schema/alter.hpp>
#include <pgmodel/schema/compare.hpp>
#include <pgmodel/schema/impl/alter.ipp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::migrate {
namespace detail {

/// CREATE INDEX CONCURRENTLY and its like cannot be tried within a transaction; all else of it can.
template <class = pgmodel::detail::when_used>
std::string within_transaction(const schema::step& s) {
    std::string sql = s.sql;
    if (!s.alone) return sql;
    const std::string_view word = " concurrently";
    if (const auto at = sql.find(word); at != sql.npos) sql.erase(at, word.size());
    return sql;
}

/// Runs a step as far as the server lets it.
template <class = pgmodel::detail::when_used>
std::string why_refused(connection& db, const schema::step& s) {
    try {
        scoped_transaction step{db};
        step.execute_script(within_transaction(s));
        step.commit();
        return "";
    } catch (const server_error& e) {
        return e.what();
    }
}

/// The extensions are there once, so in a rehearsal they stay, and those that are missing come.
template <class = pgmodel::detail::when_used>
void make_extensions(connection& db, const schema::database& of) {
    schema::database alone;
    for (const auto& e : of.extensions) alone.extensions.push_back({.name = e.name, .schema = e.schema});
    for (const auto& statement : schema::create_statements(alone)) db.execute_script(statement);
}
template <class = pgmodel::detail::when_used>
schema::database without_extensions(schema::database db) {
    db.extensions.clear();
    return db;
}

/// The steps from one schema to another, and which of them can be rehearsed.
struct steps_between {
    std::vector<schema::step> steps{};
    std::vector<bool> movable{};
    std::vector<bool> retypes{};

    steps_between(const schema::database& from, const schema::database& to, const schema::alter_options& options) {
        schema::detail::alteration all{to, from, options};
        schema::detail::alter(all);
        steps = all.take(&movable, &retypes);
    }
};

/// Other types for several columns of a table by one statement, which writes its rows anew once. False: of another
/// table.
template <class = pgmodel::detail::when_used>
bool join_retypes(schema::step& first, const schema::step& next) {
    const std::size_t end = next.sql.find(" alter column ");
    if (first.sql.compare(0, end + 1, next.sql, 0, end + 1) != 0) return false;
    first.sql += "," + next.sql.substr(end);
    first.about += ", " + next.about;
    for (const auto h : next.hazards)
        if (!first.has(h)) first.hazards.push_back(h);
    return true;
}

/// A new label cannot be used in the transaction that adds it, so in a rehearsal enums have theirs from the beginning.
template <class = pgmodel::detail::when_used>
schema::database with_new_labels(schema::database from, const schema::database& to) {
    for (auto& e : from.enumerations)
        if (const auto* wanted = schema::detail::named(to.enumerations, e);
            wanted && schema::detail::only_adds_labels(*wanted, e))
            e.labels = wanted->labels;
    return from;
}

/// Makes `from` in the scratch place, and runs the steps to `to` there. Those that work are kept; what should have come
/// out is `target`, in the server's spelling.
template <class = pgmodel::detail::when_used>
void rehearse(connection& db, way& made, const steps_between& all, const schema::database& from,
              const schema::database& to, const schema::database& target, const schema::alter_options& options) {
    made.steps.clear();
    scoped_transaction undone{db};
    scratch_place scratch{undone};
    make_extensions(undone, to);
    make_extensions(undone, from);
    const auto from_here = scratch.moved(without_extensions(from)), to_here = scratch.moved(without_extensions(to));
    scratch.begin();
    for (const auto& statement : schema::create_statements(with_new_labels(from_here, to_here)))
        undone.execute_script(statement);
    schema::alter_options how_here = options;
    how_here.current = scratch.called_here("");
    for (auto& f : how_here.filled) f.table.schema = scratch.called_here(f.table.schema);
    const steps_between here{from_here, to_here, how_here};
    std::size_t next = 0;
    const auto next_here = [&]() -> const schema::step* {
        while (next < here.steps.size() && !here.movable[next]) ++next;
        return next < here.steps.size() ? &here.steps[next++] : nullptr;
    };
    bool retyped = false;  // the last step that works
    std::vector<const schema::step*> waiting;  // those that were refused, as they are called here
    for (std::size_t i = 0; i < all.steps.size(); ++i) {
        const schema::step* const tried = all.movable[i] ? next_here() : nullptr;
        std::string reason = tried ? why_refused(undone, *tried) : "";
        if (reason.empty()) {
            const bool joins = retyped && all.retypes[i];
            if (!joins || !join_retypes(made.steps.back(), all.steps[i])) made.steps.push_back(all.steps[i]);
            retyped = all.retypes[i];
        } else {
            made.refused.push_back({all.steps[i], std::move(reason)});
            waiting.push_back(tried);
        }
    }
    // What stood in the way of some may have gone by now, such as a function over the row of a table.
    for (std::size_t i = 0; i < waiting.size();) {
        if (!why_refused(undone, *waiting[i]).empty()) {
            ++i;
            continue;
        }
        made.steps.push_back(made.refused[i].step);
        made.refused.erase(made.refused.begin() + static_cast<std::ptrdiff_t>(i));
        waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(i));
        i = 0;
    }
    const schema::database wanted = without_extensions(target);
    made.left = schema::compare(wanted, scratch.read(wanted));
}

/// Why a plan has no step for it, where the server has no way; empty: it has one, or may have.
template <class = pgmodel::detail::when_used>
std::string_view why_by_hand(const schema::difference& d) {
    using schema::object_kind;
    if (d.property == "partitioning")
        return "PostgreSQL does not change how a table is partitioned: make another one, and move the rows";
    if (d.object == object_kind::composite && d.property == "attributes")
        return "PostgreSQL leaves attributes in their order, and puts new ones last: make another type for the columns";
    if (d.object == object_kind::range && d.property == "definition")
        return "PostgreSQL does not change what a range type consists of: make another one for the columns";
    if (d.object == object_kind::enumeration && d.property == "labels")
        return "a partition key or a range is of this type, so that it cannot be made anew";
    return "";
}

template <class = pgmodel::detail::when_used>
void find_way(connection& db, way& made, const schema::database& from, const schema::database& to,
              const schema::database& target, const schema::alter_options& options) {
    const steps_between all{from, to, options};
    try {
        rehearse(db, made, all, from, to, target, options);
    } catch (const server_error& e) {
        made = {.steps = all.steps, .not_rehearsed = e.what()};
        const auto has_step = [&all](const std::string& about) {
            for (const auto& s : all.steps)
                if (s.about == about) return true;
            return false;
        };
        for (auto& d : schema::compare(target, from))
            if (!why_by_hand(d).empty() && !has_step(subject_of(d))) made.left.push_back(std::move(d));
    }
}

/// The first migration is what create_all would run.
template <class = pgmodel::detail::when_used>
void find_first_way(plan& made, const schema::database& model, const schema::database& found) {
    made.up.steps = schema::alter_statements(model, found);
    for (auto& sql : schema::drop_statements(model)) {
        auto& step = made.down.steps.emplace_back();
        if (sql.starts_with("drop table ") || sql.starts_with("drop sequence "))
            step.hazards = {schema::hazard::loses_data};
        step.sql = std::move(sql);
    }
}

/// What is filled, called as the models call it.
template <class = pgmodel::detail::when_used>
std::vector<schema::filling> filled_columns(connection& db, std::vector<schema::filling> filled,
                                            const schema::database& expected, const schema::database& found) {
    const auto current = db.scalar<std::string>("select coalesce(current_schema()::text, '')");
    for (auto& f : filled) {
        if (f.table.schema == current) f.table.schema.clear();
        const auto column_of = [&f](const schema::database& of) -> const schema::column* {
            const auto* t = schema::detail::named(of.tables, schema::detail::table_called(f.table));
            return t ? schema::detail::named(t->columns, schema::column{.name = f.column}) : nullptr;
        };
        const schema::column *const comes = column_of(expected), *const goes = column_of(found);
        if (comes && !goes && (!comes->generated.empty() || comes->serial || comes->identity != identity_kind::none))
            throw usage_error("pgmodel: the server fills the new column " + quote_identifier(f.column) + " of " +
                              schema::detail::qualified(f.table) +
                              " itself; add it as a plain one, and make it another in a further migration");
        if (!comes && !goes)
            throw usage_error("pgmodel: neither the models nor the database have the column " +
                              quote_identifier(f.column) + " of " + schema::detail::qualified(f.table) +
                              " that is to be filled");
    }
    return filled;
}

/// A body in SQL is looked at when its function is made: with the old names, once they are back. One that is made anew
/// while others stand on it is not looked at.
template <class = pgmodel::detail::when_used>
void rename_back(std::vector<schema::step>& steps, const schema::database& found,
                 const std::vector<planned_renaming>& all_renamed) {
    if (all_renamed.empty()) return;
    const auto renamed = renamed_steps(reversed(all_renamed));
    // std::stable_partition of libstdc++ 12 uses what clang tells to be deprecated.
    std::vector<schema::step> bodies, all;
    for (auto& s : steps) {
        const bool body =
            s.sql.starts_with("create or replace function ") || s.sql.starts_with("create or replace procedure ");
        const bool anew = s.sql.starts_with("create function ") || s.sql.starts_with("create procedure ");
        if (anew) all.push_back({.sql = "set check_function_bodies = off", .about = s.about});
        const std::string about = s.about;
        // What it is called with has its old name as well by then.
        for (const auto& f : found.functions)
            if (body && s.sql == schema::detail::or_replace(schema::create_function(f))) {
                s.sql = schema::detail::or_replace(schema::create_function(before_renaming(f, all_renamed)));
                break;
            }
        (body ? bodies : all).push_back(std::move(s));
        if (anew) all.push_back({.sql = "reset check_function_bodies", .about = about});
    }
    all.insert(all.end(), renamed.begin(), renamed.end());
    all.insert(all.end(), bodies.begin(), bodies.end());
    steps = std::move(all);
}

/// What is renamed has its new name by then, there and back.
template <class = pgmodel::detail::when_used>
void explain_old_names(way& made, const plan_options& options) {
    for (auto& r : made.refused)
        for (const auto& f : options.filled)
            for (const auto& n : options.renamed)
                if (n.kind == schema::object_kind::column && r.step.sql.find(f.value) != std::string::npos &&
                    schema::detail::mentions(schema::detail::without_literals(f.value), n.from))
                    r.reason += "; what fills a column calls others by their new names: " + quote_identifier(n.to) +
                                ", not " + quote_identifier(n.from);
}

}  // namespace detail

PGMODEL_BODY
plan make_plan(connection& db, const schema::database& model, const plan_options& options) {
    introspect_options all = options.read;
    all.owners = true;
    plan made;
    schema::database expected = detail::without_temporary(normalise(db, model));
    introspection read = introspect(db, all);
    made.unsupported = std::move(read.unsupported);
    schema::database found = detail::without_temporary(std::move(read.database));
    made.differences = schema::compare(expected, found);
    const auto all_renamed = detail::with_periods(
        options.renamed, expected, db.scalar<std::string>("select coalesce(current_schema()::text, '')"));
    const auto renamed = detail::renamed_steps(all_renamed);
    if (!renamed.empty()) found = detail::after_renaming(db, found, all_renamed);
    detail::keep_what_is_said(db, found, expected);
    if (schema::detail::is_empty(found)) {
        detail::find_first_way(made, detail::without_temporary(model), found);
    } else {
        const schema::alter_options how{.online = options.online,
                                        .filled = detail::filled_columns(db, options.filled, expected, found)};
        detail::find_way(db, made.up, found, detail::as_written(expected, found, model), expected, how);
        detail::find_way(db, made.down, expected, found, found, how);
        // On the way back it is what the models have declared meanwhile.
        for (auto& s : made.down.steps) std::erase(s.hazards, schema::hazard::drops_object);
        detail::explain_old_names(made.up, options);
        detail::explain_old_names(made.down, options);
        detail::keep_owners(db, made.up.steps, found, all_renamed);
        detail::keep_owners(db, made.down.steps, found, all_renamed);
    }
    made.up.steps.insert(made.up.steps.begin(), renamed.begin(), renamed.end());
    detail::rename_back(made.down.steps, found, all_renamed);
    return made;
}

}  // namespace pgmodel::migrate
