// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/partitions.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

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

struct order_id {
    std::int64_t value{};
    auto operator<=>(const order_id&) const = default;
};
struct year {
    std::int32_t value{};
    static constexpr auto domain() { return pg::domain("year"); }
    auto operator<=>(const year&) const = default;
};

}  // namespace

template <>
struct pgmodel::codec<order_id> : pgmodel::wrapped<&order_id::value> {};

namespace {

struct numbered_sale {
    order_id id{};
    year made{};

    static constexpr auto table() {
        using s = numbered_sale;
        return pg::table("sales", pg::no_primary_key,
                         pg::partition_by_list(col<&s::made>)
                             .partition("recent", pg::in(year{2024}, year{2025}),
                                        pg::partition_by_range(col<&s::id>)
                                            .partition("recent_0", pg::from(order_id{0}), pg::to(order_id{1000}))
                                            .partition("recent_1", pg::from(order_id{1000}), pg::to(pg::max_value))));
    }
};
TEST(partition, by_ids_and_domains) {
    EXPECT_EQ(pg::create_script(pg::registry<numbered_sale>{}),
              "create domain year as integer;\n"
              "create table sales (\n"
              "    id bigint not null,\n"
              "    made year not null\n"
              ") partition by list (made);\n"
              "create table recent partition of sales for values in (2024, 2025) partition by range (id);\n"
              "create table recent_0 partition of recent for values from (0) to (1000);\n"
              "create table recent_1 partition of recent for values from (1000) to (maxvalue);\n");
}

struct draft {
    std::int32_t number{};

    static constexpr auto table() {
        return pg::table("drafts", pg::no_primary_key, pg::temporary,
                         pg::partition_by_list(col<&draft::number>).partition("first", pg::in(1, 2)));
    }
};
TEST(partition, of_a_temporary_table) {
    EXPECT_EQ(pg::create_script(pg::registry<draft>{}), "create temporary table drafts (\n"
                                                        "    number integer not null\n"
                                                        ") partition by list (number);\n"
                                                        "create temporary table first partition of drafts for values in "
                                                        "(1, 2);\n");
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

struct shop {
    std::int32_t id{};
};
struct receipt {
    std::int32_t id{};
    std::int16_t shop_id{};
    pg::date day{};
    std::int32_t amount{};

    static constexpr auto table() {
        using r = receipt;
        return pg::table("receipts", pg::no_primary_key, pg::field<&r::id>.index(),
                         pg::partition_by_range(col<&r::day>)
                             .partition("receipts_2023", pg::from(pg::date{2023, 1, 1}), pg::to(pg::date{2024, 1, 1}),
                                        pg::primary_key(col<&r::id>).named("receipts_of_2023"),
                                        pg::unique(col<&r::amount>, col<&r::shop_id>),
                                        pg::foreign_key(col<&r::shop_id>)
                                            .references(col<&shop::id>, pg::of_another_type, pg::on_delete_cascade),
                                        pg::check(col<&r::amount> > 0).comment("Nothing is free"),
                                        pg::index(col<&r::shop_id>).where(col<&r::amount> > pg::lit<5>),
                                        pg::with("fillfactor", 70), pg::tablespace("slow"), pg::comment("The old ones"))
                             .default_partition("receipts_rest",
                                                pg::partition_by_hash(col<&r::id>)
                                                    .partition("receipts_rest_0", pg::modulus<1>, pg::remainder<0>,
                                                               pg::index(col<&r::day>)),
                                                pg::primary_key(col<&r::id>), pg::in_schema("attic")));
    }
};
// The table that the partitions reference comes later here, and first in the script.
inline constexpr pg::registry<receipt, shop> receipts{};

TEST(partition, with_keys_checks_and_indexes_of_its_own) {
    const auto described = pg::schema::describe(receipts);
    const auto all = pg::schema::create_statements(described);
    const std::vector<std::string> expected{
        "create schema if not exists attic",
        "create table shop (\n"
        "    id integer generated by default as identity,\n"
        "    constraint shop_pkey primary key (id)\n"
        ")",
        "create table receipts (\n"
        "    id integer not null,\n"
        "    shop_id smallint not null,\n"
        "    day date not null,\n"
        "    amount integer not null\n"
        ") partition by range (day)",
        "create table receipts_2023 partition of receipts for values from ('2023-01-01') to ('2024-01-01') with "
        "(fillfactor = 70) "
        "tablespace slow",
        "create table attic.receipts_rest partition of receipts default partition by hash (id)",
        "create table attic.receipts_rest_0 partition of attic.receipts_rest for values with (modulus 1, remainder 0)",
        "create index receipts_id_idx on receipts (id)",
        "alter table receipts_2023 add constraint receipts_of_2023 primary key (id)",
        "alter table receipts_2023 add constraint receipts_2023_amount_shop_id_key unique (amount, shop_id)",
        "alter table receipts_2023 add constraint receipts_2023_amount_check check (amount > 0)",
        "create index receipts_2023_shop_id_idx on receipts_2023 (shop_id) where amount > 5",
        "alter table receipts_2023 add constraint receipts_2023_shop_id_fkey foreign key (shop_id) references shop "
        "(id) on delete cascade",
        "comment on table receipts_2023 is 'The old ones'",
        "comment on constraint receipts_2023_amount_check on receipts_2023 is 'Nothing is free'",
        "alter table attic.receipts_rest add constraint receipts_rest_pkey primary key (id)",
        "create index receipts_rest_0_day_idx on attic.receipts_rest_0 (day)"};
    ASSERT_EQ(all.size(), expected.size());
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], expected[i]);

    std::vector<std::string> missing, owners;
    add_partition_parts(described.tables.at(0).partitions.at(0), missing, owners);
    EXPECT_EQ(missing, (std::vector<std::string>(expected.begin() + 7, expected.begin() + 14)));
}

struct remark {
    std::int32_t id{};
    std::string text = "none";

    static constexpr auto table() {
        using r = remark;
        return pg::table("remarks", pg::no_primary_key, pg::field<&r::text>.named("Text").server_default("none").statistics(5),
                         pg::partition_by_list(col<&r::id>)
                             .partition("remarks_1", pg::in(1),
                                        pg::field<&r::text>.server_default("it's").comment("The first").storage(pg::storage_main)
                                            .compression(pg::compression_lz4).statistics(7).with("n_distinct", 5),
                                        pg::field<&r::id>.server_default(1))
                             .default_partition("remarks_rest", pg::no_server_default(col<&r::text>), pg::in_schema("attic"),
                                                pg::partition_by_hash(col<&r::id>)
                                                    .partition("remarks_rest_0", pg::modulus<1>, pg::remainder<0>,
                                                               pg::field<&r::text>.comment("")),
                                                pg::field<&r::text>.compression(pg::compression_pglz)));
    }
};

TEST(partition, with_settings_of_its_columns) {
    const auto all = pg::schema::create_statements(pg::schema::describe(pg::registry<remark>{}));
    const std::vector<std::string> expected{
        "create schema if not exists attic",
        "create table remarks (\n"
        "    id integer not null,\n"
        "    \"Text\" text not null default 'none'\n"
        ") partition by list (id)",
        "create table remarks_1 partition of remarks for values in (1)",
        "alter table remarks_1 alter column \"Text\" set compression lz4",
        "create table attic.remarks_rest partition of remarks default partition by hash (id)",
        // before its own partition, which takes it over
        "alter table attic.remarks_rest alter column \"Text\" set compression pglz",
        "create table attic.remarks_rest_0 partition of attic.remarks_rest for values with (modulus 1, remainder 0)",
        // before those of the partitions, to which it goes as well
        "alter table remarks alter column \"Text\" set statistics 5",
        "alter table remarks_1 alter column \"Text\" set default 'it''s'",
        "alter table remarks_1 alter column \"Text\" set storage main",
        "alter table remarks_1 alter column \"Text\" set statistics 7",
        "alter table remarks_1 alter column \"Text\" set (n_distinct = 5)",
        "alter table remarks_1 alter column id set default 1",
        "comment on column remarks_1.\"Text\" is 'The first'",
        "alter table attic.remarks_rest alter column \"Text\" drop default"};
    ASSERT_EQ(all.size(), expected.size());
    for (std::size_t i = 0; i < all.size(); ++i) EXPECT_EQ(all[i], expected[i]);
}

struct hit {
    pg::date day{};

    static constexpr auto table() {
        return pg::table("hits", pg::no_primary_key, pg::partition_by_range(col<&hit::day>).monthly());
    }
};

TEST(partition, its_constraints_are_mapped_to_fields) {
    EXPECT_TRUE(pg::detail::is_partition_of<hit>("hits_y2024m01"));
    EXPECT_FALSE(pg::detail::is_partition_of<hit>("hits_old"));
    EXPECT_FALSE(pg::detail::is_partition_of<hit>("visits_y2024m01"));
    EXPECT_EQ(pg::detail::fields_of_named<receipt>("receipts_of_2023"), "id");
    EXPECT_TRUE(pg::detail::is_partition_of<receipt>("receipts_rest_0"));
    EXPECT_FALSE(pg::detail::is_partition_of<receipt>("receipts_y2024"));
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
