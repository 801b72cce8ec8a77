// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An import: many rows by one statement, inserted or updated by a unique key.

#include <pgmodel.hpp>
#include <pgmodel/partitions.hpp>
#include <pgmodel/session/get_or_insert.hpp>
#include <pgmodel/session/upsert_many.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct product {
    std::int64_t id{};
    std::string sku{};
    std::string name{};
    pg::numeric<10, 2> price{};
    std::int32_t stock{};
    std::vector<std::string> tags{};
    pg::timestamptz created_at{};
    std::int32_t revision{};

    static constexpr auto table() {
        using p = product;
        return pg::table("products", pg::field<&p::id>.primary_key().identity(), pg::field<&p::sku>.unique(),
                         pg::field<&p::created_at>.server_default(pg::now()), pg::field<&p::revision>.version());
    }
};
struct setting {
    std::int64_t owner{};
    std::optional<std::string> name{};
    std::string value = "on";

    static constexpr auto table() {
        using s = setting;
        return pg::table("settings", pg::no_primary_key, pg::unique(col<&s::owner>, col<&s::name>), pg::field<&s::value>.server_default("on"));
    }
};
struct sale {
    std::int32_t year{};
    std::int64_t number{};
    std::int32_t amount{};

    static constexpr auto table() {
        using s = sale;
        return pg::table("sales", pg::primary_key(col<&s::year>, col<&s::number>), pg::partition_by_list(col<&s::year>));
    }
};
struct rate {
    std::string region = "eu";
    std::string code{};
    std::int32_t percent{};

    static constexpr auto table() {
        using r = rate;
        return pg::table("rates", pg::primary_key(col<&r::region>, col<&r::code>), pg::field<&r::region>.server_default("eu"),
                         pg::field<&r::code>.collate("C"));
    }
};
struct note {
    std::optional<std::string> topic{};
    std::string text{};

    static constexpr auto table() {
        using n = note;
        return pg::table("notes", pg::no_primary_key, pg::field<&n::topic>.unique(pg::nulls_not_distinct));
    }
};
/// A key whose column rounds.
struct reading {
    pg::timestamp at{};
    pg::numeric<> place{};
    std::int32_t value{};

    static constexpr auto table() {
        using r = reading;
        return pg::table("readings", pg::primary_key(col<&r::at>, col<&r::place>), pg::field<&r::at>.type(pg::sql<"timestamp(0)">),
                         pg::field<&r::place>.type(pg::sql<"numeric(6,2)">));
    }
};
using p = product;

template <class T, class Set, auto... Key>
std::string text_of(const std::vector<T>& rows) {
    using namespace pg::detail;
    return std::string(many_upsert(many_plan_of<T>, many_key_of<T, Set, Key...>, rows.data(), rows.size()).shape().sql);
}
constexpr std::string_view counts = " returning xmax = 0 as inserted) select count(*) filter (where inserted) as inserted, "
                                    "count(*) filter (where not inserted) as updated from pgmodel_done";

TEST(upsert_many_text, of_a_key_that_is_never_null) {
    EXPECT_EQ((text_of<product, pg::detail::fields_to_set<&p::price, &p::stock>, &p::sku>(std::vector<product>(2))),
              "with pgmodel_done as (insert into products (sku, name, price, stock, tags, revision) "
              "select distinct on (c1) c1, c2, c3, c4, c5::text[], c7 "
              "from unnest($1::text[], $2::text[], $3::numeric[], $4::integer[], $5::text[], $6::integer[]) with ordinality "
              "as r (c1, c2, c3, c4, c5, c7, n) order by c1, n desc on conflict (sku) do update set price = excluded.price, "
              "stock = excluded.stock, revision = products.revision + 1" + std::string(counts));
}
TEST(upsert_many_text, of_keys_that_are_null_or_made_by_the_server) {
    EXPECT_EQ((text_of<setting, pg::detail::fields_to_set<>, &setting::owner, &setting::name>(std::vector<setting>(1))),
              "with pgmodel_done as (insert into settings (owner, name) select distinct on (c0, c1, case when c1 is null then n end) "
              "c0, c1 from unnest($1::bigint[], $2::text[]) with ordinality as r (c0, c1, n) "
              "order by c0, c1, case when c1 is null then n end, n desc on conflict (owner, name) "
              "do update set value = excluded.value" + std::string(counts));
    EXPECT_EQ((text_of<product, pg::detail::fields_to_set<&p::stock>, &p::id>({{.id = 1}, {}})),
              "with pgmodel_done as (insert into products (id, sku, name, price, stock, tags, revision) "
              "select distinct on (c0, case when not s0 then n end) "
              "case when s0 then c0 else nextval(pg_get_serial_sequence('products', 'id')) end, c1, c2, c3, c4, c5::text[], c7 "
              "from unnest($1::bigint[], $2::boolean[], $3::text[], $4::text[], $5::numeric[], $6::integer[], $7::text[], "
              "$8::integer[]) with ordinality as r (c0, s0, c1, c2, c3, c4, c5, c7, n) order by c0, case when not s0 then n end, n desc "
              "on conflict (id) do update set stock = excluded.stock, revision = products.revision + 1" + std::string(counts));
}

TEST(upsert_many_text, of_keys_with_a_default_and_a_collation) {
    using text = std::string;
    const auto of = [](const std::vector<rate>& rows) { return text_of<rate, pg::detail::fields_to_set<>, &rate::region, &rate::code>(rows); };
    EXPECT_NE(of({{"eu", "a"}}).find("select distinct on (coalesce('eu'), c1 collate \"C\") c1, c2 "), text::npos);
    EXPECT_NE(of({{"eu", "a"}, {"us", "a"}}).find("distinct on (case when s0 then c0 else 'eu' end, c1 collate \"C\") case"), text::npos);
    const text nulls = text_of<note, pg::detail::fields_to_set<>, &note::topic>(std::vector<note>(1));
    EXPECT_NE(nulls.find("distinct on (c0) c0, c1 "), text::npos) << nulls;
}

TEST(upsert_many_text, of_keys_whose_columns_round) {
    const std::string text = text_of<reading, pg::detail::fields_to_set<>, &reading::at, &reading::place>(std::vector<reading>(1));
    EXPECT_NE(text.find("select distinct on (cast(c0 as timestamp(0)), cast(c1 as numeric(6,2))) c0, c1, c2 "), text.npos) << text;
}

TEST(upsert_many_text, of_a_partitioned_table) {
    const std::string text = text_of<sale, pg::detail::fields_to_set<>, &sale::year, &sale::number>(std::vector<sale>(1));
    EXPECT_NE(text.find("do update set amount = excluded.amount returning not exists (select from sales as pgmodel_old "
                        "where pgmodel_old.year = sales.year and pgmodel_old.number = sales.number) as inserted)"),
              text.npos)
        << text;
}

class upsert_many : public ::testing::Test {
protected:
    pg::session db{pgmodel_test::create_database("upsert_many")};
    void SetUp() override { db.create_all(pg::registry<product, setting>{}); }
    static void expect(const pg::upsert_counts& got, std::uint64_t inserted, std::uint64_t updated) {
        EXPECT_EQ(got.inserted, inserted);
        EXPECT_EQ(got.updated, updated);
    }
    product get(const std::string& sku) { return db.one(pg::select<product>().where(col<&p::sku> == sku)); }
};

TEST_F(upsert_many, counts_and_takes_what_is_named) {
    db.insert(product{.sku = "a", .name = "Anvil", .price = pg::numeric<10, 2>("5.00"), .stock = 1});
    const std::vector<product> rows{{.sku = "a", .name = "x", .price = pg::numeric<10, 2>("6.00"), .stock = 2},
                                    {.sku = "b", .name = "Bolt", .price = pg::numeric<10, 2>("0.10"), .stock = 3, .tags = {"m", "n"}}};
    expect(db.upsert<&p::sku>(rows, pg::set<&p::price, &p::stock>()), 1, 1);
    EXPECT_EQ(get("a").name, "Anvil");
    EXPECT_EQ(get("a").stock, 2);
    EXPECT_EQ(get("a").revision, 1) << "the version counts";
    EXPECT_EQ(get("b").tags, (std::vector<std::string>{"m", "n"}));
    expect(db.upsert<&p::sku>(rows), 0, 2);
    EXPECT_EQ(get("a").name, "x") << "without set() all is taken";
    expect(db.upsert<&p::sku>(std::vector<product>{}), 0, 0);
}

TEST_F(upsert_many, the_last_of_duplicates_wins) {
    std::vector<product> rows;
    for (std::int32_t i = 0; i < 3000; ++i) rows.push_back({.sku = "sku " + std::to_string(i % 1000), .stock = i});
    expect(db.upsert<&p::sku>(rows), 1000, 0);
    EXPECT_EQ(get("sku 7").stock, 2007);
    expect(db.upsert<&p::sku>(std::move(rows)), 0, 1000);
}

TEST_F(upsert_many, keys_that_the_column_rounds_to_one_are_one) {
    db.create_all(pg::registry<reading>{});
    using pg::numeric;
    const pg::timestamp at{"2024-01-01 00:00:00"};
    const std::vector<reading> rows{{pg::timestamp{"2024-01-01 00:00:00.2"}, numeric<>{"1.001"}, 1},
                                    {pg::timestamp{"2023-12-31 23:59:59.7"}, numeric<>{"0.999"}, 2},
                                    {at, numeric<>{"1.01"}, 3}};
    expect(db.upsert<&reading::at, &reading::place>(rows), 2, 0);
    expect(db.upsert<&reading::at, &reading::place>(rows), 0, 2);
    EXPECT_EQ(db.all(pg::select(col<&reading::value>).order_by(col<&reading::place>)), (std::vector<std::int32_t>{2, 3}));
    const auto [found, created] = db.get_or_insert<&reading::at, &reading::place>(rows[0]);
    EXPECT_TRUE(!created && found.at == at && found.place == numeric<>{"1.00"} && found.value == 2);
    const auto made = db.get_or_insert<&reading::at, &reading::place>(reading{at, numeric<>{"7.777"}});
    const auto again = db.get_or_insert<&reading::at, &reading::place>(reading{at, numeric<>{"7.779"}});
    EXPECT_TRUE(made.created && !again.created);
}

TEST_F(upsert_many, rows_without_a_key_are_equal_to_none) {
    using s = setting;
    expect(db.upsert<&s::owner, &s::name>(std::vector<setting>{{1, {}, "a"}, {1, {}, "b"}, {1, "x", "c"}, {1, "x", "d"}}), 3, 0);
    EXPECT_EQ(db.count<setting>(), 3);
    expect(db.upsert<&p::id>(std::vector<product>{{.sku = "new"}, {.sku = "newer"}, {.id = 70, .sku = "old"}}), 3, 0);
    expect(db.upsert<&p::id>(std::vector<product>{{.sku = "newest"}, {.id = 70, .sku = "x"}, {.id = 70, .sku = "older"}}), 1, 1);
    EXPECT_EQ(db.get<product>(70).sku, "older");
    expect(db.upsert<&p::id>(std::vector<product>{{.sku = "y"}, {.sku = "z"}}), 2, 0);
}

TEST_F(upsert_many, keys_that_a_default_makes_the_same) {
    db.create_all(pg::registry<rate, note>{});
    using r = rate;
    expect(db.upsert<&r::region, &r::code>(std::vector<rate>{{"eu", "a", 1}, {"eu", "b", 2}, {"eu", "a", 3}}), 2, 0);
    expect(db.upsert<&r::region, &r::code>(std::vector<rate>{{"us", "a", 4}, {"eu", "a", 5}, {"eu", "a", 6}}), 1, 1);
    EXPECT_EQ(db.get<rate>("eu", "a").percent, 6);
    expect(db.upsert<&note::topic>(std::vector<note>{{{}, "a"}, {{}, "b"}}), 1, 0);
    expect(db.upsert<&note::topic>(std::vector<note>{{{}, "c"}}), 0, 1);
    EXPECT_EQ(db.one(pg::select<note>()).text, "c") << "where NULLs are not distinct";
}

TEST_F(upsert_many, a_default_of_the_server_that_only_some_rows_replace) {
    const pg::timestamptz then{"2020-01-01T00:00:00Z"};
    const std::vector<product> some{{.sku = "a", .created_at = then}, {.sku = "b"}};
    EXPECT_THROW(db.upsert<&p::sku>(some), pg::usage_error);
    expect(db.upsert<&p::sku>(some, pg::set<&p::name>()), 2, 0);
    EXPECT_EQ(get("a").created_at, then);
    expect(db.upsert<&p::sku>(std::vector<product>{{.sku = "a"}}), 0, 1);
    EXPECT_EQ(get("a").created_at, then) << "what no row gives stays";
}

TEST_F(upsert_many, counts_rows_of_its_own_transaction) {
    db.transaction([&](pg::transaction& tx) {
        tx.insert(product{.sku = "a"});
        expect(tx.upsert<&p::sku>(std::vector<product>{{.sku = "a"}, {.sku = "b"}}), 1, 1);
        expect(tx.upsert<&p::sku>(std::vector<product>{{.sku = "a"}, {.sku = "b"}}), 0, 2);
    });
    expect(db.upsert<&p::sku>(std::vector<product>{{.sku = "a"}}), 0, 1);
}

TEST_F(upsert_many, is_all_or_nothing) {
    db.execute_script("alter table products add check (stock < 100)");
    const std::vector<product> rows{{.sku = "a"}, {.sku = "b", .stock = 100}};
    EXPECT_THROW(db.upsert<&p::sku>(rows), pg::check_violation);
    EXPECT_EQ(db.count<product>(), 0);
}

TEST_F(upsert_many, into_partitions) {
    db.create_all(pg::registry<sale>{});
    db.execute_script("create table sales_2024 partition of sales for values in (2024);"
                      "create table sales_2025 partition of sales for values in (2025)");
    const std::vector<sale> rows{{2024, 1, 5}, {2025, 1, 6}, {2025, 2, 7}};
    expect(db.upsert<&sale::year, &sale::number>(rows), 3, 0);
    expect(db.upsert<&sale::year, &sale::number>(rows), 0, 3);
    db.execute("delete from sales where number = 2");
    expect(db.upsert<&sale::year, &sale::number>(rows), 1, 2);
}

}  // namespace
