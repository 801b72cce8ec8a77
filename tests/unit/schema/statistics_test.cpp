// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
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

}  // namespace
