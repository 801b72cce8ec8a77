// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Many rows in one statement: every kind of column, columns that the server fills for some rows only, and many rows.

#include <pgmodel.hpp>

#include <pgmodel/types/any_array.hpp>
#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/tsquery.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

/// Says that it is so long, and is not.
struct much {
    std::size_t bytes = 0;
};

}  // namespace

template <>
struct pgmodel::codec<much> {
    static constexpr type_ref type{17, "bytea"};
    static constexpr type_ref array_type{1001, "bytea[]"};
    static std::size_t size(const much& value) { return value.bytes; }
    static void encode(const much& value, writer& out) { out.reserve(value.bytes); }
    static much decode(reader) { return {}; }
    static std::string text(const much&) { return {}; }
};

namespace {

struct heavy {
    std::int64_t id{};
    much first{};
    much second{};
};

enum class tone { low, Mid_high, high };

struct everything {
    std::int64_t id{};
    bool flag{};
    std::int16_t small{};
    std::uint32_t wide{};
    double ratio{};
    std::string text{};
    pg::varchar<5> code{};
    pg::bytes raw{};
    pg::uuid uuid{};
    pg::numeric<12, 3> price{};
    pg::timestamptz at{};
    pg::timestamp local{};
    pg::date day{};
    nlohmann::json document{};
    tone level{};
    std::optional<std::string> maybe{};
    std::optional<tone> maybe_level{};
    std::vector<std::string> tags{};
    std::vector<std::int32_t> numbers{};
    std::vector<std::optional<pg::varchar<5>>> gaps{};
    std::vector<tone> levels{};
    std::vector<pg::bytes> blobs{};
    std::optional<std::vector<pg::numeric<12, 3>>> prices{};
    std::vector<pg::timestamptz> times{};
    std::vector<nlohmann::json> documents{};

    bool operator==(const everything&) const = default;
};

struct mixed {
    std::int64_t id{};
    std::string name{};
    tone level = tone::high;
    std::optional<std::string> note = "none";
    std::vector<std::string> tags = {"t"};
    pg::timestamptz at{};

    static constexpr auto table() {
        using m = mixed;
        return pg::table("Mixed", pg::in_schema("a b"), pg::field<&m::id>.primary_key().identity(),
                         pg::field<&m::name>.unique(), pg::field<&m::level>.server_default(tone::high),
                         pg::field<&m::note>.server_default("none"), pg::field<&m::at>.server_default(pg::now()));
    }
};
struct numbered {
    std::int64_t id{};
};
struct keyless {
    std::int32_t n{};
    static constexpr auto table() { return pg::table("keyless", pg::no_primary_key); }
};

class insert_many : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("insert_many");
        pg::session(dsn()).create_all(pg::registry<everything, mixed, numbered, keyless>{});
    }
    void SetUp() override {
        db.execute_script("truncate everything, \"a b\".\"Mixed\", numbered, keyless restart identity");
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    int statements = 0;
    pg::session db{pg::options{.dsn = dsn(), .log = [this](const pg::logged_statement&) { ++statements; }}};
};

everything sample(int n) {
    everything e;
    e.flag = n % 2 == 0;
    e.small = static_cast<std::int16_t>(-n);
    e.wide = 4'000'000'000u + static_cast<std::uint32_t>(n);
    e.ratio = n / 8.0;
    e.text = "row " + std::to_string(n) + (n == 1 ? "{,\"\\' NULL" : "");
    e.code = n == 1 ? "äöüßé" : "";
    e.raw = pg::bytes{std::byte{0}, std::byte{0xff}, std::byte{static_cast<unsigned char>(n)}};
    e.uuid = pg::uuid::v4();
    e.price = pg::numeric<12, 3>("-123456789.125");
    e.at = pg::timestamptz("2024-02-29 12:00:00.000001+00");
    e.local = pg::timestamp("0001-01-01 00:00:00");
    e.day = pg::date(9999, 12, 31);
    e.document = {{"n", n}, {"deep", {1, nullptr, "x\"y"}}};
    e.level = n % 2 ? tone::Mid_high : tone::low;
    if (n % 2)
        e.maybe = "", e.maybe_level = tone::high, e.prices = {pg::numeric<12, 3>(n)};
    if (n != 2) {
        e.tags = {"", "a b", "NULL", "null", "{}", "\"", "\\", "é\n"};
        e.numbers = {n, -2147483647 - 1, 2147483647};
        e.gaps = {std::nullopt, pg::varchar<5>("NULL"), pg::varchar<5>("")};
        e.levels = {tone::high, tone::Mid_high};
        e.blobs = {pg::bytes{}, pg::bytes{std::byte{'\\'}, std::byte{0}}};
        e.times = {pg::timestamptz("2000-01-01 00:00:00+00"), pg::timestamptz("1999-12-31 23:59:59.999999+00")};
        e.documents = {{{"a", "b,c"}}, nullptr, "s"};
    }
    return e;
}

TEST_F(insert_many, every_kind_of_column) {
    const std::vector<everything> rows{sample(0), sample(1), sample(2), sample(3)};
    statements = 0;
    const auto made = db.insert(rows);
    EXPECT_EQ(statements, 1);
    ASSERT_EQ(made.size(), rows.size());
    const auto found = db.all(pg::select<everything>().order_by(col<&everything::id>));
    ASSERT_EQ(found.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        auto expected = rows[i];
        expected.id = static_cast<std::int64_t>(i + 1);
        EXPECT_TRUE(made[i] == expected) << i;
        EXPECT_TRUE(found[i] == expected) << i;
    }
    auto one = sample(7);
    const auto inserted = db.insert(one);
    one.id = 5;
    EXPECT_TRUE(db.get<everything>(5) == one) << "one row alone";
    EXPECT_TRUE(inserted == one);
}

TEST_F(insert_many, none_and_one) {
    statements = 0;
    EXPECT_TRUE(db.insert(std::vector<mixed>{}).empty());
    EXPECT_EQ(statements, 0);
    const auto one = db.insert(std::vector<mixed>{{.name = "a"}});
    EXPECT_EQ(one.at(0).id, 1);
    EXPECT_EQ(one.at(0).level, tone::high);
}

TEST_F(insert_many, some_rows_send_what_others_leave_to_the_server) {
    const pg::timestamptz then("2001-01-01 00:00:00+00");
    const auto made = db.insert(std::vector<mixed>{
        {.name = "all left"},
        {.id = 900, .name = "all sent", .level = tone::low, .note = "n", .tags = {}, .at = then},
        {.name = "null", .note = std::nullopt},
        {.name = "time", .at = then},
        {.id = 901, .name = "id", .tags = {"x", "y"}},
    });
    ASSERT_EQ(made.size(), 5u);
    EXPECT_EQ(made[0].id, 1);
    EXPECT_EQ(made[0].level, tone::high);
    EXPECT_EQ(made[0].note, "none");
    EXPECT_NE(made[0].at, pg::timestamptz{});
    EXPECT_EQ(made[1].id, 900);
    EXPECT_EQ(made[1].level, tone::low);
    EXPECT_EQ(made[1].at, then);
    EXPECT_EQ(made[2].note, std::nullopt);
    EXPECT_EQ(made[3].at, then);
    EXPECT_EQ(made[4].id, 901);
    for (const auto& row : made) {
        const auto found = db.get<mixed>(row.id);
        EXPECT_EQ(found.name, row.name);
        EXPECT_EQ(found.level, row.level);
        EXPECT_EQ(found.note, row.note);
        EXPECT_EQ(found.tags, row.tags);
        EXPECT_EQ(found.at, row.at);
    }
}

TEST_F(insert_many, tables_with_nothing_but_what_the_server_fills) {
    const auto made = db.insert(std::vector<numbered>(3));
    EXPECT_EQ(made.at(0).id, 1);
    EXPECT_EQ(made.at(2).id, 3);
    EXPECT_EQ(db.insert(std::vector<numbered>{{50}, {51}}).at(1).id, 51);
    EXPECT_EQ(db.insert(std::vector<keyless>{{1}, {2}, {3}}).size(), 3u);
    EXPECT_EQ(db.scalar<std::int64_t>("select sum(n) from keyless"), 6);
}

TEST_F(insert_many, all_or_none) {
    try {
        db.insert(std::vector<mixed>{{.name = "a"}, {.name = "b"}, {.name = "a"}});
        FAIL();
    } catch (const pg::unique_violation& e) {
        EXPECT_EQ(e.field(), "name");
        EXPECT_EQ(e.constraint(), "Mixed_name_key");
    }
    EXPECT_EQ(db.count<mixed>(), 0);
    try {
        auto rows = std::vector<mixed>{{.name = "a"}, {.name = std::string("b\0c", 3)}};
        db.insert(rows);
        FAIL();
    } catch (const pg::encode_error& e) {
        EXPECT_EQ(e.field(), "name");
    }
    EXPECT_EQ(db.count<mixed>(), 0);
}

/// Structs and arrays travel as text, and these are values that no server reads as it prints them.
struct lasting {
    pg::interval length{};
    static constexpr auto domain() { return pg::domain("lasting"); }
    bool operator==(const lasting&) const = default;
};
struct wait {
    pg::interval least{};
    std::optional<lasting> longest{};
    std::vector<pg::tsquery> searches{};
    bool operator==(const wait&) const = default;
};
struct unprinted {
    std::int64_t id{};
    std::vector<pg::interval> lengths{};
    std::vector<lasting> named{};
    wait one{};
    std::vector<wait> waits{};
    pg::any_array<std::optional<pg::tsquery>> searches{};
    bool operator==(const unprinted&) const = default;
};

TEST_F(insert_many, values_that_are_not_read_as_they_are_printed_are_kept) {
    db.create_all(pg::registry<unprinted>{});
    const pg::interval least{0, 0, INT64_MIN}, lowest{INT32_MIN, INT32_MIN, INT64_MIN + 1};
    const wait each{least, lasting{least}, {pg::tsquery{"a & (b & c)"}, pg::tsquery{"a <-> (b <2> !(c | d))"}}};
    const unprinted row{.lengths = {least, lowest, pg::interval::infinity, pg::interval::minus_infinity},
                        .named = {{least}, {pg::interval::infinity}},
                        .one = each,
                        .waits = {each, {lowest, std::nullopt, {}}},
                        .searches = {{pg::tsquery{"(a | b) & (c & !d)"}, std::nullopt}, -3}};
    const auto many = db.insert(std::vector<unprinted>{row, row});
    for (unprinted found : many) {
        EXPECT_TRUE(db.get<unprinted>(found.id) == found);
        found.id = 0;
        EXPECT_TRUE(found == row);
    }
    auto alone = db.insert(row);
    EXPECT_EQ(db.scalar<std::int64_t>("select count(distinct (lengths::text, one::text)) from unprinted"), 1);
    // An empty query is read by the server from text only.
    EXPECT_EQ(db.insert(std::vector<unprinted>(2, {.searches = {{pg::tsquery{}}}})).at(1).searches.values().at(0), pg::tsquery{});
    EXPECT_THROW(db.insert(unprinted{.searches = {{pg::tsquery{}}}}), pg::encode_error);
}

TEST_F(insert_many, too_many_rows_are_not_blamed_on_a_field) {
    const much third{std::size_t{300} << 20};
    try {
        db.insert(std::vector<heavy>{{1, third, third}, {2, third, third}});
        ADD_FAILURE();
    } catch (const pg::encode_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: these rows take 1 GiB or more; insert fewer at once, or copy_rows()");
        EXPECT_EQ(e.field(), "");
        EXPECT_EQ(e.statement().substr(0, 18), "insert into heavy ");
    }
}

TEST_F(insert_many, a_hundred_thousand_rows_come_back_in_their_order) {
    std::vector<mixed> rows(100'000);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        rows[i].name = "name " + std::to_string(i);
        if (i % 3 == 0)
            rows[i].note = std::nullopt;
        if (i % 7 == 0)
            rows[i].tags = {std::to_string(i)};
    }
    statements = 0;
    const auto made = db.insert(rows);
    EXPECT_EQ(statements, 1);
    ASSERT_EQ(made.size(), rows.size());
    std::size_t wrong = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        wrong += made[i].name != rows[i].name || made[i].id != static_cast<std::int64_t>(i + 1) ||
                 made[i].note != rows[i].note;
    EXPECT_EQ(wrong, 0u);
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from \"a b\".\"Mixed\" where name = 'name ' || (id - 1) "
                                      "and (note is null) = ((id - 1) % 3 = 0) "
                                      "and tags = array[case when (id - 1) % 7 = 0 then (id - 1)::text else 't' end]"),
              100'000);
}

}  // namespace
