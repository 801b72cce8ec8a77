// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps from what a database is to what the models say, and back. `#include <pgmodel/migrate/plan.hpp>`
//
// The steps are made of two schemas, without the server; whether they do what they should only it can tell. So they are
// rehearsed: the database's objects are made again, without rows, in schemas of other names, the steps run there, and
// what has come out is compared with the models; then all of it is rolled back.
#pragma once

#include <pgmodel/migrate/as_written.hpp>
#include <pgmodel/migrate/compare.hpp>
#include <pgmodel/migrate/rename.hpp>
#include <pgmodel/schema/alter.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate {

struct plan_options {
    /// Indexes CONCURRENTLY, constraints NOT VALID first, for a database in use.
    bool online = false;
    /// What has another name now; nothing is taken for renamed otherwise, and what it held would be lost.
    std::vector<renaming> renamed{};
    /// What rows that are there get in a column that must not be NULL now and has no default.
    std::vector<schema::filling> filled{};
    /// What is read of the database.
    introspect_options read{};
};

/// A step that the server has refused in the rehearsal.
struct refused_step {
    schema::step step{};
    std::string reason{};  ///< what it said

    bool operator==(const refused_step&) const = default;
};

/// One direction of a plan.
struct way {
    std::vector<schema::step> steps{};
    std::vector<refused_step> refused{};  ///< they are not among the steps
    std::vector<schema::difference> left{};  ///< what is still otherwise after them: to be written by hand
    std::string not_rehearsed{};  ///< why it could not be tried: what the server said; empty: it was

    /// Do the steps lead there, as far as the server can tell without rows?
    bool complete() const { return refused.empty() && left.empty() && not_rehearsed.empty(); }
};

struct plan {
    std::vector<schema::difference> differences{};  ///< as `compare` gives them
    way up{};
    way down{};

    /// Is there nothing to do?
    bool empty() const { return differences.empty() && up.steps.empty(); }
};

namespace detail {

/// CREATE INDEX CONCURRENTLY and its like cannot be tried within a transaction; all else of it can.
inline std::string within_transaction(const schema::step& s) {
    std::string sql = s.sql;
    if (!s.alone) return sql;
    for (const std::string_view word : {" concurrently"})
        if (const auto at = sql.find(word); at != sql.npos) sql.erase(at, word.size());
    return sql;
}

/// Runs a step as far as the server lets it.
inline std::string why_refused(connection& db, const schema::step& s) {
    try {
        scoped_transaction step{db};
        step.execute_script(within_transaction(s));
        step.commit();
        return "";
    } catch (const server_error& e) {
        return e.what();
    }
}

/// The extensions are there once, so in a rehearsal they stay.
inline schema::database without_extensions(schema::database db) {
    db.extensions.clear();
    return db;
}

/// The steps from one schema to another, and which of them can be rehearsed.
struct steps_between {
    std::vector<schema::step> steps{};
    std::vector<bool> movable{};

    steps_between(const schema::database& from, const schema::database& to, const schema::alter_options& options) {
        schema::detail::alteration all{to, from, options};
        schema::detail::alter(all);
        steps = all.take(&movable);
    }
};

/// Runs the steps between the same two schemas in the scratch place, and keeps of `made` those that work.
inline void rehearse(connection& db, const scratch_place& scratch, way& made, const std::vector<bool>& movable,
                     const steps_between& here, const schema::database& to) {
    std::vector<schema::step> kept;
    std::size_t next = 0;
    const auto next_here = [&]() -> const schema::step* {
        while (next < here.steps.size() && !here.movable[next]) ++next;
        return next < here.steps.size() ? &here.steps[next++] : nullptr;
    };
    for (std::size_t i = 0; i < made.steps.size(); ++i) {
        const schema::step* const tried = movable[i] ? next_here() : nullptr;
        std::string reason = tried ? why_refused(db, *tried) : "";
        if (reason.empty()) kept.push_back(std::move(made.steps[i]));
        else made.refused.push_back({std::move(made.steps[i]), std::move(reason)});
    }
    made.steps = std::move(kept);
    made.left = schema::compare(to, scratch.read(to));
}

/// Both ways, one after the other, between what the database has and what the models say.
inline void find_ways(connection& db, plan& made, const schema::database& expected, const schema::database& found,
                      const schema::database& model, const schema::alter_options& options) {
    const schema::database wanted = as_written(expected, found, model);
    const steps_between up{found, wanted, options}, down{expected, found, options};
    made.up.steps = up.steps;
    made.down.steps = down.steps;
    scoped_transaction undone{db};
    try {
        scratch_place scratch{undone};
        for (const auto& e : expected.extensions) undone.execute_script(schema::create_extension(e));
        const auto from = scratch.moved(without_extensions(found)), to = scratch.moved(without_extensions(wanted)),
                   from_there = scratch.moved(without_extensions(expected));
        scratch.begin();
        for (const auto& statement : schema::create_statements(from)) undone.execute_script(statement);
        rehearse(undone, scratch, made.up, up.movable, {from, to, options}, without_extensions(expected));
        rehearse(undone, scratch, made.down, down.movable, {from_there, from, options}, without_extensions(found));
    } catch (const server_error& e) {
        made.up.not_rehearsed = made.down.not_rehearsed = e.what();
    }
}

/// The first migration is what create_all would run.
inline void find_first_way(plan& made, const schema::database& model, const schema::database& found) {
    made.up.steps = schema::alter_statements(model, found);
    for (auto& sql : schema::drop_statements(model)) {
        auto& step = made.down.steps.emplace_back();
        step.sql = std::move(sql);
        step.hazards = {schema::hazard::loses_data};
    }
}

}  // namespace detail

/// What must be done to a database so that it is what a model's schema says, and how to undo it; nothing is done. Takes
/// what `normalise` takes, for as long as both ways are rehearsed: a copy of the database's objects, without rows, is
/// made in schemas of other names and rolled back. Throws `server_error` where the server refuses the model.
inline plan make_plan(connection& db, const schema::database& model, const plan_options& options = {}) {
    introspect_options all = options.read;
    all.owners = true;
    plan made;
    const schema::database expected = normalise(db, model);
    schema::database found = introspect(db, all).database;
    made.differences = schema::compare(expected, found);
    const auto renamed = detail::renamed_steps(options.renamed);
    if (!renamed.empty()) found = detail::after_renaming(db, found, options.renamed);
    if (schema::detail::is_empty(found)) detail::find_first_way(made, model, found);
    else detail::find_ways(db, made, expected, found, model, {.online = options.online, .filled = options.filled});
    made.up.steps.insert(made.up.steps.begin(), renamed.begin(), renamed.end());
    for (const auto& step : detail::renamed_steps(detail::reversed(options.renamed))) made.down.steps.push_back(step);
    return made;
}

/// The same of a registry's models.
template <class... Models>
plan make_plan(connection& db, const registry<Models...>& models, const plan_options& options = {}) {
    return make_plan(db, schema::describe(models), options);
}

}  // namespace pgmodel::migrate
