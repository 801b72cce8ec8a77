// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace {

namespace pg = pgmodel;
using pg::col;

enum class region { eu, us };

struct reading {
    pg::date logdate{};
    std::optional<std::int32_t> peaktemp{};

    static constexpr auto table() {
        using m = reading;
        return pg::table("readings", pg::no_primary_key, pg::field<&m::logdate>.index(),
                         pg::partition_by_range(col<&m::logdate>)
                             .partition("readings_y2023", pg::from(pg::date{2023, 1, 1}), pg::to(pg::date{2024, 1, 1}))
                             .partition("readings_late", pg::from(pg::date{2024, 1, 1}), pg::to(pg::max_value))
                             .default_partition("readings rest"));
    }
};
inline constexpr pg::registry<reading> readings{};

TEST(partition, by_range) {
    EXPECT_EQ(pg::create_script(readings),
              "create table readings (\n"
              "    logdate date not null,\n"
              "    peaktemp integer\n"
              ") partition by range (logdate);\n"
              "create table readings_y2023 partition of readings for values from ('2023-01-01') to ('2024-01-01');\n"
              "create table readings_late partition of readings for values from ('2024-01-01') to (maxvalue);\n"
              "create table \"readings rest\" partition of readings default;\n"
              "create index readings_logdate_idx on readings (logdate);\n");
}

struct sale {
    region where{};
    std::string kind{};
    std::int64_t id{};
    pg::timestamptz at{};

    static constexpr auto table() {
        using s = sale;
        return pg::table("sales", pg::in_schema("shop"), pg::primary_key(col<&s::where>, col<&s::kind>, col<&s::id>, col<&s::at>),
                         pg::partition_by_list(col<&s::where>)
                             .partition("sales_eu", pg::in(region::eu),
                                        pg::partition_by_hash(col<&s::id>, col<&s::kind>)
                                            .partition("sales_eu_0", pg::modulus<2>, pg::remainder<0>)
                                            .partition("sales_eu_1", pg::modulus<2>, pg::remainder<1>))
                             .partition("sales_us", pg::in(region::us, pg::null_value),
                                        pg::partition_by_range(col<&s::at>, col<&s::kind>)
                                            .partition("sales_us_old", pg::from(pg::min_value, pg::min_value),
                                                       pg::to(pg::timestamptz{"2024-01-01T00:00:00Z"}, "it's"))));
    }
};
inline constexpr pg::registry<sale> sales{};

TEST(partition, by_list_with_partitions_of_partitions) {
    const auto all = pg::schema::create_statements(pg::schema::describe(sales));
    ASSERT_EQ(all.size(), 8U);
    EXPECT_TRUE(all[2].ends_with("\n) partition by list (\"where\")")) << all[2];
    EXPECT_EQ(all[3], "create table shop.sales_eu partition of shop.sales for values in ('eu') partition by hash (id, kind)");
    EXPECT_EQ(all[4], "create table shop.sales_eu_0 partition of shop.sales_eu for values with (modulus 2, remainder 0)");
    EXPECT_EQ(all[5], "create table shop.sales_eu_1 partition of shop.sales_eu for values with (modulus 2, remainder 1)");
    EXPECT_EQ(all[6], "create table shop.sales_us partition of shop.sales for values in ('us', null) partition by range (at, kind)");
    EXPECT_EQ(all[7], "create table shop.sales_us_old partition of shop.sales_us for values from (minvalue, minvalue) to "
                      "('2024-01-01 00:00:00+00', 'it''s')");
}

struct shard {
    std::int32_t number{};
    std::string name{};
    double weight{};

    static constexpr auto table() {
        using s = shard;
        return pg::table("shards", pg::no_primary_key,
                         pg::partition_by_range(pg::lower(col<&s::name>).ops(pg::text_pattern_ops), col<&s::number>, col<&s::weight>)
                             .partition("shards_a", pg::from("a", -5, 0.5), pg::to("b", pg::lit<7>, pg::min_value)));
    }
};
inline constexpr pg::registry<shard> shards{};

TEST(partition, by_expressions) {
    const auto all = pg::schema::create_statements(pg::schema::describe(shards));
    EXPECT_TRUE(all[0].ends_with("\n) partition by range (lower(name) text_pattern_ops, number, weight)")) << all[0];
    EXPECT_EQ(all[1], "create table shards_a partition of shards for values from ('a', -5, 0.5) to ('b', 7, minvalue)");
}

TEST(partition, attached_and_detached) {
    namespace schema = pg::schema;
    const schema::partition p{.schema = "s", .name = "Odd name", .in = {"1", "2"}};
    EXPECT_EQ(schema::attach_partition({"s", "t"}, p), "alter table s.t attach partition s.\"Odd name\" for values in (1, 2)");
    EXPECT_EQ(schema::detach_partition({"", "t"}, {"", "p"}), "alter table t detach partition p");
    EXPECT_EQ(schema::detach_partition({"", "t"}, {"", "p"}, schema::partition_detach::concurrently),
              "alter table t detach partition p concurrently");
    EXPECT_EQ(schema::detach_partition({"", "t"}, {"", "p"}, schema::partition_detach::finalize), "alter table t detach partition p finalize");
}

TEST(partition, names_are_checked) {
    struct longer {
        std::int32_t id{};
        static constexpr auto table() {
            return pg::table("longer", pg::no_primary_key,
                             pg::partition_by_list(col<&longer::id>)
                                 .partition("a_name_of_sixty_four_bytes_is_one_more_than_the_server_takes_____", pg::in(1)));
        }
    };
    static constexpr pg::registry<longer> models{};
    EXPECT_THROW(pg::create_script(models), pg::usage_error);
}

}  // namespace
