// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps from what a database is to what the models say, and back. `#include <pgmodel/migrate/plan.hpp>`
//
// The steps are made of two schemas, without the server; whether they do what they should only it can tell. So they are
// rehearsed: the database's objects are made again, without rows, in schemas of other names, the steps run there, and
// what has come out is compared with the models; then all of it is rolled back.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/introspect_options.hpp>
#include <pgmodel/migrate/rename.hpp>
#include <pgmodel/model/registry.hpp>
#include <pgmodel/schema/alter_options.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/schema/difference.hpp>
#include <pgmodel/schema/step.hpp>
#include <pgmodel/session/connection.hpp>

#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate {

/// Rows that are there get this in a column that has nothing in them, whatever its default; `value` is SQL, which may
/// speak of the other columns of the row, also of one that goes. What is renamed has its new name in it.
template <class = pgmodel::detail::when_used>
schema::filling fill(const said_name& table, std::string column, std::string value) {
    return {table.get(), std::move(column), std::move(value)};
}

/// What `make_plan` cannot see in the models and the database.
struct plan_options {
    /// Indexes CONCURRENTLY, constraints NOT VALID first, for a database in use.
    bool online = false;
    /// What has another name now; nothing is taken for renamed otherwise, and what it held would be lost.
    std::vector<renaming> renamed{};
    std::vector<schema::filling> filled{};  ///< made by `fill`
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

/// The steps to what the models say, and back: made by `make_plan`, written by `to_script` and `write_script`. They
/// hold for the database as it was; nothing is kept of the connection.
struct plan {
    std::vector<schema::difference> differences{};  ///< as `compare` gives them
    way up{};
    way down{};
    /// What is there that no model can say, such as a foreign table: it stays, and steps may meet it.
    std::vector<unsupported_object> unsupported{};

    /// Is there nothing to do? There may be differences that are nobody's: extensions, and privileges on objects of
    /// whose privileges the models say nothing.
    bool empty() const { return up.steps.empty() && up.refused.empty() && up.left.empty(); }
};

/// What must be done to a database so that it is what a model's schema says, and how to undo it; nothing is done. Takes
/// what `normalise` takes, for as long as both ways are rehearsed: a copy of the database's objects, without rows, is
/// made in schemas of other names and rolled back. Throws `server_error` where the server refuses the model, and
/// `usage_error` where what is to be renamed or filled is not there.
PGMODEL_FUNCTION
plan make_plan(connection& db, const schema::database& model, const plan_options& options = {});

/// The same of a registry's models.
template <class... Models>
plan make_plan(connection& db, const registry<Models...>& models, const plan_options& options = {}) {
    return make_plan(db, schema::describe(models), options);
}

}  // namespace pgmodel::migrate

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/migrate/impl/plan.ipp>
#endif
