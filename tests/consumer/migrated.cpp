// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A program that makes its database by migrations, with what reads catalogs and makes plans compiled separately.

#include "note.hpp"

#include <pgmodel/migrate.hpp>
#include <pgmodel/testing.hpp>

#include <iostream>
#include <string>

namespace pg = pgmodel;

inline constexpr pg::registry<consumer_note> models{};

int main() {
    try {
        pg::testing::server server;
        pg::session db{server.connection_string()};
        const std::string text = pg::migrate::to_script(pg::migrate::make_plan(db, models));
        const pg::migrate::script files[]{{"0001_notes.sql", text}};
        const pg::migrate::up_result done = pg::migrate::up(db, models, files);
        const bool known = pg::migrate::status(db, files).at(0).state == pg::migrate::script_state::applied;
        const pg::schema::database expected = pg::migrate::normalise(db, pg::schema::describe(models)),
                                   found = pg::migrate::introspect(db).database;
        if (done.applied.size() != 1 || !done.differences.empty() || !known ||
            !pg::schema::alter_statements(expected, found).empty() || !pg::schema::compare(expected, found).empty() ||
            !pg::migrate::pending_sql(db, files).empty() || !pg::migrate::read_scripts("/nowhere/at/all").size()) {
            std::cerr << "the database is not what its migrations say\n";
            return 1;
        }
    } catch (const pg::migration_error& e) {
        std::cout << e.what() << '\n';  // there is no such directory
    } catch (const std::exception& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
