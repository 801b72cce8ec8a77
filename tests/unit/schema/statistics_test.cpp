// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/expression/geometry.hpp>
#include <pgmodel/objects.hpp>
#include <pgmodel/schema/compare.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "statistics_models.hpp"

namespace pg = pgmodel;
namespace schema = pgmodel::schema;

namespace {

TEST(statistics, of_columns_and_expressions) {
    const auto script = pg::create_script(pgmodel_test::postal);
    EXPECT_EQ(script.substr(script.find("create index"), script.find("create trigger") - script.find("create index")),
              "create index addresses_city_idx on addresses (city);\n"
              "alter table addresses cluster on addresses_city_idx;\n"
              "create statistics addresses_city_zip_stat (dependencies) on city, zip from addresses;\n"
              "alter statistics addresses_city_zip_stat set statistics 500;\n"
              "comment on statistics addresses_city_zip_stat is 'A zip has one city';\n"
              "create statistics streets on zip, lower(street), (number % 2) from addresses;\n"
              "create statistics addresses_expr_stat on lower(city) from addresses;\n");
    EXPECT_EQ(script.substr(script.find("create trigger")),
              "create trigger first before update on addresses for each row execute function "
              "suppress_redundant_updates_trigger();\n"
              "alter table addresses disable trigger first;\n"
              "create trigger second before update on addresses for each row execute function "
              "suppress_redundant_updates_trigger();\n"
              "alter table addresses enable always trigger second;\n"
              "create trigger third before update on addresses for each row execute function "
              "suppress_redundant_updates_trigger();\n"
              "alter table addresses enable replica trigger third;\n"
              "comment on trigger third on addresses is 'Elsewhere';\n");
}

TEST(statistics, compared) {
    const auto expected = pg::schema::describe(pgmodel_test::postal);
    auto found = expected;
    EXPECT_EQ(to_string(schema::compare(expected, found)), "");
    found.tables[0].extended_statistics[0].kinds.clear();
    found.tables[0].extended_statistics[0].target = -1;
    found.tables[0].extended_statistics[1].name = "other";
    found.tables[0].extended_statistics.pop_back();
    found.tables[0].cluster_index.clear();
    found.tables[0].triggers[0].state = pg::trigger_state::enabled;
    EXPECT_EQ(to_string(schema::compare(expected, found)),
              "table addresses: index to cluster by none, expected addresses_city_idx\n"
              "statistics addresses_city_zip_stat of addresses: definition on city, zip, expected (dependencies) on city, "
              "zip\n"
              "statistics addresses_city_zip_stat of addresses: statistics target none, expected 500\n"
              "statistics streets of addresses: name other, expected streets\n"
              "statistics addresses_expr_stat of addresses is missing: on lower(city)\n"
              "trigger first of addresses: state enabled, expected disabled\n");
    EXPECT_EQ(set_cluster_index(found.tables[0]), "alter table addresses set without cluster");
    EXPECT_EQ(drop_statistics(found.tables[0], found.tables[0].extended_statistics[0]),
              "drop statistics addresses_city_zip_stat");
    EXPECT_EQ(set_trigger_state({"", "addresses"}, found.tables[0].triggers[0]),
              "alter table addresses enable trigger first");
}

struct place {
    std::int64_t id{};
    pg::point at{};
    static constexpr auto table() {
        using p = place;
        return pg::table("places", pg::field<&p::id>.primary_key(), pg::statistics(pg::col<&p::at> + pg::col<&p::at>));
    }
};

TEST(statistics, of_one_expression_need_no_order) {
    const auto script = pg::create_script(pg::registry<place>{});
    EXPECT_NE(script.find("create statistics places_expr_stat on (at + at) from places;"), script.npos) << script;
}

struct clustered_nowhere {
    std::int64_t id{};
    static constexpr auto table() {
        return pg::table("nowhere", pg::field<&clustered_nowhere::id>.primary_key(), pg::cluster_on("nowhere_idx"));
    }
};
struct identified_nowhere {
    std::int64_t id{};
    static constexpr auto table() {
        return pg::table("nowhere", pg::field<&identified_nowhere::id>.primary_key(),
                         pg::replica_identity_index("nowhere_idx"));
    }
};

TEST(statistics, indexes_that_are_named_are_there) {
    EXPECT_THROW(pg::create_script(pg::registry<clustered_nowhere>{}), pg::usage_error);
    EXPECT_THROW(pg::create_script(pg::registry<identified_nowhere>{}), pg::usage_error);
}

// What the server says to such an index is in the comments.
TEST(statistics, indexes_that_are_named_can_serve) {
    using schema::index;
    const auto fault = [](schema::table t) {
        t.name = "t";
        t.columns = {{.name = "a", .type = "integer", .not_null = true}, {.name = "b", .type = "integer"}};
        schema::database db{.tables = {t}};
        try {
            schema::name_all(db);
            return std::string{};
        } catch (const pg::usage_error& e) {
            return std::string(e.what());
        }
    };
    const auto clustered = [&](const index& i) { return fault({.indexes = {i}, .cluster_index = i.name}); };
    const auto identified = [&](const index& i) { return fault({.indexes = {i}, .replica_index = i.name}); };
    const index plain{.name = "i", .keys = {{.column = "a"}}};
    EXPECT_EQ(clustered(plain), "");
    // cannot cluster on partial index "i"
    EXPECT_EQ(clustered({.name = "i", .keys = plain.keys, .condition = "a > 0"}),
              "pgmodel: cluster_on() of \"t\" names the index \"i\", which holds a part of the rows only; name another one");
    // cannot cluster on index "i" because access method does not support clustering
    EXPECT_NE(clustered({.name = "i", .method = "hash", .keys = plain.keys}), "");
    EXPECT_EQ(clustered({.name = "i", .method = "gist", .keys = plain.keys}), "");
    // cannot use non-unique index "i" as replica identity
    EXPECT_EQ(identified(plain),
              "pgmodel: the replica identity of \"t\" names the index \"i\", which is not unique; name another one");
    EXPECT_EQ(identified({.name = "i", .unique = true, .keys = plain.keys}), "");
    // index "i" cannot be used as replica identity because column "b" is nullable
    EXPECT_NE(identified({.name = "i", .unique = true, .keys = {{.column = "a"}, {.column = "b"}}}), "");
    // cannot use expression index "i" as replica identity
    EXPECT_NE(identified({.name = "i", .unique = true, .keys = {{.expression = "(a + 1)"}}}), "");
    // cannot use partial index "i" as replica identity
    EXPECT_NE(identified({.name = "i", .unique = true, .keys = plain.keys, .condition = "a > 0"}), "");
    // cannot use non-immediate index "k" as replica identity
    const schema::key later{.name = "k", .columns = {"a"}, .deferred = pg::deferral::deferrable};
    EXPECT_NE(fault({.unique_keys = {later}, .replica_index = "k"}), "");
    EXPECT_NE(fault({.primary_key = later, .replica_index = "k"}), "");
    EXPECT_EQ(fault({.unique_keys = {later}, .cluster_index = "k"}), "");
    EXPECT_EQ(fault({.unique_keys = {{.name = "k", .columns = {"a"}}}, .replica_index = "k"}), "");
    EXPECT_NE(fault({.unique_keys = {{.name = "k", .columns = {"b"}}}, .replica_index = "k"}), "");
    // cannot use non-unique index "e" as replica identity
    const schema::exclusion excluded{.name = "e", .elements = {{.key = {.column = "a"}, .operator_text = "="}}};
    EXPECT_NE(fault({.exclusions = {excluded}, .replica_index = "e"}), "");
    EXPECT_EQ(fault({.exclusions = {excluded}, .cluster_index = "e"}), "");
}

}  // namespace
