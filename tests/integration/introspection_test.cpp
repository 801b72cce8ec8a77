// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is read from a database is what the models say; each change of the database is seen, and nothing else.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"
#include "table_models.hpp"

namespace {

namespace pg = pgmodel;
namespace migrate = pgmodel::migrate;
namespace schema = pgmodel::schema;
using pg::col;
using lines = std::vector<std::string>;

struct shelf {
    std::int32_t id{};
    std::int32_t room_id{};
    table_models::spot where{};
    table_models::grade level = table_models::grade::low;

    static constexpr auto table() {
        using s = shelf;
        return pg::table("Shelves", pg::in_schema("My Store"), pg::field<&s::id>.primary_key().identity(),
                         pg::field<&s::room_id>.references(col<&table_models::room::id>),
                         pg::field<&s::level>.server_default(table_models::grade::low).index(),
                         pg::check(col<&s::level> == pg::lit<table_models::grade::low> || col<&s::id> > 0));
    }
};

struct reading {
    std::int32_t city{};
    pg::date day{};
    std::string note{};

    static constexpr auto table() {
        using r = reading;
        return pg::table(
            "readings", pg::no_primary_key, pg::index(col<&r::note>),
            pg::partition_by_list(col<&r::city>)
                .partition("readings_one", pg::in(1, 2))
                .default_partition("readings_more",
                                   pg::partition_by_range(col<&r::day>, pg::lower(col<&r::note>))
                                       .partition("readings_old", pg::from(pg::min_value, pg::min_value),
                                                  pg::to(pg::date{2024, 1, 1}, "it's, (m"))));
    }
};

inline constexpr pg::registry<table_models::line, table_models::room, table_models::booking, table_models::document,
                              table_models::session_row, table_models::typed, shelf, reading>
    models{};

class introspection : public testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("introspection");
        pg::session first{dsn()};
        first.execute_script("create extension btree_gist; create extension pg_trgm");
        first.create_all(models);
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    /// The sentences of all differences, after a change that is undone.
    lines after(const std::string& change, const schema::compare_options& options = {}) {
        pg::transaction undone{db};
        undone.execute_script(change);
        lines found;
        for (const auto& d : schema::compare(expected, migrate::introspect(undone).database, options))
            found.push_back(schema::to_string(d));
        return found;
    }

    pg::session db{dsn()};
    schema::database expected = migrate::normalise(db, models);
};

TEST_F(introspection, of_what_models_have_made_is_what_they_say) {
    const auto found = migrate::introspect(db);
    EXPECT_EQ(schema::to_string(schema::compare(expected, found.database, {.column_order = true})), "");
    EXPECT_EQ(found.database.tables.size(), 8u);
    EXPECT_EQ(schema::to_string(migrate::compare(db, models)), "");
}

}  // namespace
