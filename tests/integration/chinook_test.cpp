// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The real Chinook database, or what stands in for it: read through the structs of the example, written into a second database
// that is made from the same structs, and both compared.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "chinook_stand_in.hpp"
#include "database.hpp"
#include "introspected.hpp"
#include "real_data.hpp"

namespace {

namespace pg = pgmodel;
using namespace chinook;
using pgmodel_test::fact;
using pgmodel_test::for_each_table;
using pgmodel_test::table_name;

class chinook_database : public ::testing::Test {
protected:
    // Databases live as long as the suite: loading takes longer than all of the tests.
    static void SetUpTestSuite() {
        missing = pgmodel_test::missing_data("chinook.sql");
        original.emplace(pgmodel_test::make_database<pgmodel_test::chinook_stand_in>("chinook"));
        copy.emplace(pgmodel_test::create_database("chinook_copy"));
        copy->create_all(models);
        for_each_table(models, []<class T>(pg::detail::model_tag<T>) { copy->insert(original->all(pg::select<T>())); });
    }
    static void TearDownTestSuite() {
        original.reset();
        copy.reset();
    }
    void SetUp() override {
        ASSERT_TRUE(original && copy) << "the databases could not be made";
    }

    static inline std::string missing;
    static inline std::optional<pg::session> original, copy;
};

TEST_F(chinook_database, models_are_all_of_its_tables) {
    if (!missing.empty()) GTEST_SKIP() << missing << "; the models are compared with its tables";
    std::vector<std::string> names;
    for_each_table(models, [&]<class T>(pg::detail::model_tag<T>) { names.push_back("relation " + table_name<T>()); });
    EXPECT_EQ(names.size(), 11U);
    std::size_t found = 0;
    for (const auto& each : pgmodel_test::catalog_of(*original)) {
        if (!each.what.starts_with("relation ")) continue;
        ++found;
        EXPECT_NE(std::find(names.begin(), names.end(), each.what), names.end()) << each.what << " has no model";
    }
    EXPECT_EQ(found, names.size());
}

// Nothing is declared to differ, so nothing may.
TEST_F(chinook_database, catalogs_are_equal) {
    if (!missing.empty()) GTEST_SKIP() << missing << "; the models are compared with its catalogs";
    const auto facts = pgmodel_test::catalog_of(*original);
    const auto number = [&](const char* kind) {
        return std::count_if(facts.begin(), facts.end(), [&](const fact& f) { return f.what.starts_with(kind); });
    };
    EXPECT_EQ(number("relation "), 11);
    EXPECT_EQ(number("column "), 64);
    EXPECT_EQ(number("constraint "), 22);
    EXPECT_EQ(number("index "), 22);
    pgmodel_test::expect_same_facts(pgmodel_test::catalog_of(*copy), facts, {});
}

// The same by the library itself.
TEST_F(chinook_database, is_introspected_as_the_models_say) {
    pgmodel_test::expect_introspected(*original, models);
    EXPECT_EQ(to_string(pg::migrate::compare(*original, models, {}, {.column_order = true})), "");
    const auto found = pg::migrate::introspect(*original);
    EXPECT_EQ(found.database.tables.size(), 11U);
    EXPECT_TRUE(found.unsupported.empty());
    pg::transaction undone{*original};
    undone.execute_script("alter table track alter composer type varchar(221)");
    EXPECT_EQ(to_string(pg::migrate::compare(undone, models)),
              "column composer of track: type character varying(221), expected character varying(220)\n");
}

// As the server sees them: each row as the text of a composite value.
TEST_F(chinook_database, rows_are_equal) {
    std::size_t rows = 0;
    for_each_table(models, [&]<class T>(pg::detail::model_tag<T>) {
        SCOPED_TRACE(table_name<T>());
        const auto text = "select t::text from " + table_name<T>() + " as t order by t";
        const auto expected = original->all<std::string>(text);
        EXPECT_GT(expected.size(), 0U);
        EXPECT_EQ(copy->all<std::string>(text), expected);
        rows += expected.size();
    });
    if (missing.empty()) { EXPECT_EQ(rows, 15607U); }
}

// As C++ sees them.
TEST_F(chinook_database, structs_are_equal) {
    for_each_table(models, [&]<class T>(pg::detail::model_tag<T>) {
        SCOPED_TRACE(table_name<T>());
        const auto rows = original->all(pg::select<T>());
        EXPECT_EQ(rows.size(), static_cast<std::size_t>(original->count<T>()));
        EXPECT_TRUE(copy->all(pg::select<T>()) == rows);
    });
}

// What the server prints and what the structs hold is the same, so reading and writing cannot be wrong in the same way.
TEST_F(chinook_database, structs_hold_what_the_server_prints) {
    const auto line = original->get<invoice_line>(579);
    const auto number = [](std::int32_t n) { return std::to_string(n) + ","; };
    EXPECT_EQ(original->scalar<std::string>("select l::text from invoice_line l where invoice_line_id = 579"),
              "(" + number(line.id) + number(line.invoice_id) + number(line.track_id) + line.unit_price.to_string() +
                  "," + std::to_string(line.quantity) + ")");
    const auto someone = original->get<employee>(1);
    EXPECT_EQ(someone.reports_to, std::nullopt);
    EXPECT_EQ(someone.birth_date->to_string(),
              original->scalar<std::string>("select birth_date::text from employee where employee_id = 1"));
    EXPECT_EQ(original->find<artist>(0), std::nullopt);
    if (!missing.empty()) return;
    EXPECT_EQ(someone.first_name, "Andrew");
    EXPECT_EQ(original->find<artist>(6)->name->str(), "Ant\xC3\xB4nio Carlos Jobim");
    EXPECT_TRUE(original->find<playlist_track>(1, 3402).has_value());
    EXPECT_FALSE(original->find<playlist_track>(3402, 1).has_value());
}

// One statement per row, what comes back included, gives the same tables as one statement for all rows.
TEST_F(chinook_database, rows_inserted_one_by_one_are_equal) {
    pg::session third(pgmodel_test::create_database("chinook_third"));
    third.create_all(models);
    third.transaction([](pg::transaction& tx) {
        for_each_table(models, [&]<class T>(pg::detail::model_tag<T>) {
            for (const auto& row : original->all(pg::select<T>()))
                if (tx.insert(row) != row) FAIL() << "another row came back from " << table_name<T>();
        });
    });
    for_each_table(models, [&]<class T>(pg::detail::model_tag<T>) {
        SCOPED_TRACE(table_name<T>());
        const auto text = "select t::text from " + table_name<T>() + " as t order by t";
        EXPECT_EQ(third.all<std::string>(text), original->all<std::string>(text));
    });
}

// The copy is made again from nothing, and nothing is made twice.
TEST_F(chinook_database, tables_are_dropped_and_made_again) {
    pg::session fourth(pgmodel_test::create_database("chinook_fourth"));
    fourth.create_all(models);
    const auto once = pgmodel_test::catalog_of(fourth);
    fourth.create_all(models);
    EXPECT_EQ(pgmodel_test::catalog_of(fourth), once);
    fourth.drop_all(models);
    EXPECT_TRUE(pgmodel_test::catalog_of(fourth).empty());
    fourth.create_all(models);
    EXPECT_EQ(pgmodel_test::catalog_of(fourth), once);
}

// A second insert of the same row meets the real key, and the error names the field.
TEST_F(chinook_database, constraints_are_mapped_to_fields) {
    try {
        copy->insert(album{.id = 1, .title = "Again", .artist_id = 1});
        ADD_FAILURE() << "no exception";
    } catch (const pg::unique_violation& failure) {
        EXPECT_EQ(failure.constraint(), "album_pkey");
        EXPECT_EQ(failure.field(), "id");
    }
    try {
        copy->insert(album{.id = 100000, .title = "By nobody", .artist_id = 100000});
        ADD_FAILURE() << "no exception";
    } catch (const pg::foreign_key_violation& failure) {
        EXPECT_EQ(failure.constraint(), "album_artist_id_fkey");
        EXPECT_EQ(failure.field(), "artist_id");
    }
}

}  // namespace
