// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A place of the open transaction in which a model's objects are made beside those of the database.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/read_database.hpp>
#include <pgmodel/migrate/scratch.hpp>

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct place_row {
    std::string scratch{};
    std::string current{};
    std::vector<std::string> path{};
};

/// The owners are those that the model says: in the scratch schemas all is of who compares. So is the calendar.
template <class Table>
void take_said(Table& made, const Table& said) {
    made.owner = said.owner;
    made.partitioned.period = said.partitioned.period;
    made.partitioned.zone = said.partitioned.zone;
    for (auto& p : made.partitions)
        for (const auto& other : said.partitions)
            if (other.name == p.name) take_said(p, other);
}

/// What was read, in the model's order, with what no catalog holds. The session may have other temporary tables.
template <class = pgmodel::detail::when_used>
schema::database like_model(schema::database read, const schema::database& model, const std::string& current) {
    schema::many<schema::table> tables;
    for (const auto& t : model.tables)
        for (auto& made : read.tables) {
            if (made.name != t.name || made.schema != (t.schema == current ? "" : t.schema) ||
                (made.persistence == persistence::temporary) != (t.persistence == persistence::temporary))
                continue;
            made.on_commit = t.on_commit;
            take_said(made, t);
            for (auto& c : made.columns)
                for (const auto& said : t.columns)
                    if (said.name == c.name) c.field = said.field;
            tables.push_back(std::exchange(made, {}));
        }
    for (auto& other : read.tables)
        if (!other.name.empty() && other.persistence != persistence::temporary) tables.push_back(std::move(other));
    read.tables = std::move(tables);
    read.schemas = model.schemas;
    // They are no part of any schema, and there once. Every database has plpgsql, so introspection leaves it out.
    for (const auto& e : model.extensions)
        if (e.name != "plpgsql") read.extensions.push_back(e);
    for (auto& v : read.views)
        for (const auto& said : model.views)
            if (said.name == v.name && v.schema == (said.schema == current ? "" : said.schema)) {
                v.with_data = said.with_data;
                v.owner = said.owner;
                for (std::size_t i = 0; i < v.columns.size() && i < said.columns.size(); ++i)
                    v.columns[i].field = said.columns[i].field;
            }
    return read;
}

/// Schemas of other names in the open transaction, and what was made in them.
class scratch_place {
public:
    explicit scratch_place(connection& db)
        : db_(db),
          place_(db.one<place_row>("select 'pgmodel_scratch_' || pg_backend_pid() as scratch, "
                                   "coalesce(current_schema()::text, '') as current, current_schemas(false) as path")),
          scratch_(place_.scratch, place_.current) {}

    /// The same objects as they are called here. Before begin(), for all that will be here.
    template <class = pgmodel::detail::when_used>
    schema::database moved(const schema::database& model) {
        schema::database made = model;
        scratch_.enter(made);
        for (auto& t : made.tables)
            if (t.persistence == persistence::temporary) {
                // It is in a schema of its own, where the session may have it already; so is what it refers to.
                each_part(t, [](auto& part) { part.schema.clear(); });
                each_foreign_key(t, [](auto& key) { key.referred_schema.clear(); });
                temporary_.push_back(t.name);
            }
        made.schemas.clear();
        for (auto& t : made.tables) each_part(t, [](auto& part) { part.owner.clear(); });
        for (auto& v : made.views) {
            v.with_data = !v.materialized;  // no query need run
            v.owner.clear();
        }
        return made;
    }
    template <class = pgmodel::detail::when_used>
    void begin() {
        for (const auto& name : scratch_.names()) db_.execute_script("create schema " + name);
        db_.scalar<std::string>("select set_config('search_path', $1, true)", scratch_.search_path(place_.path));
        // A function may speak of what is made after it, or of what is not there now.
        db_.scalar<std::string>("select set_config('check_function_bodies', 'off', true)");
        for (const auto& name : temporary_)
            db_.execute_script("drop table if exists pg_temp." + quote_identifier(name) + " cascade");
    }
    const std::string& called_here(const std::string& schema) { return scratch_.of(schema); }
    /// What is here now, called as the model calls it and in its order.
    template <class = pgmodel::detail::when_used>
    schema::database read(const schema::database& model) const {
        introspect_options wanted{.schemas = scratch_.names()};
        if (!temporary_.empty()) wanted.schemas.push_back("pg_temp");
        reading all{db_, wanted};
        all.within_schemas = true;
        schema::database found = read_database(all);
        scratch_.leave(found);
        return like_model(std::move(found), model, place_.current);
    }

private:
    connection& db_;
    place_row place_;
    scratch_schemas scratch_;
    std::vector<std::string> temporary_{};
};

}  // namespace pgmodel::migrate::detail
