// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "Common PostgreSQL data types": one column of each.

#include <nlohmann/json.hpp>
#include <pgmodel/types/time_of_day.hpp>

#include "sqlalchemy.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;
using pg::col;

using amount = pg::numeric<12, 4>;

struct everything {
    std::int32_t id{};
    std::optional<pg::varchar<>> a_string{};
    std::optional<pg::varchar<50>> a_string_50{};
    std::optional<std::string> a_text{};
    std::optional<std::int32_t> an_integer{};
    std::optional<std::int64_t> a_big_integer{};
    std::optional<double> a_float{};
    std::optional<amount> a_numeric{};
    std::optional<bool> a_boolean{};
    std::optional<pg::timestamp> a_date_time{};
    std::optional<pg::timestamptz> a_date_time_zone{};
    std::optional<pg::date> a_date{};
    std::optional<pg::uuid> a_uuid{};
    std::optional<nlohmann::json> a_jsonb{};
    std::optional<std::vector<std::int32_t>> an_array{};
    std::optional<std::vector<pg::varchar<50>>> a_string_array{};
    std::optional<std::vector<amount>> a_numeric_array{};
    std::optional<std::vector<pg::date>> a_date_array{};
    std::optional<pg::time_of_day> a_time{};

    static constexpr auto table() {
        return pg::table("everything", pg::field<&everything::id>.primary_key().identity());
    }
};

constexpr pg::registry<everything> models{};

class seed_data_types : public seed {
    void prepare() override { make("data_types", models); }
};

TEST_F(seed_data_types, tables_are_the_same) {
    expect_same_tables({identity_for_serial("everything")});
}

TEST_F(seed_data_types, rows_of_sqlalchemy_are_read) {
    const auto rows = theirs().all(pg::select<everything>().order_by(col<&everything::id>));
    ASSERT_EQ(rows.size(), 2U);
    const auto& row = rows[1];
    EXPECT_EQ(row.a_string, "string");
    EXPECT_EQ(row.a_string_50->size(), 100U) << "50 characters of two bytes each";
    EXPECT_EQ(row.a_text, "line\nline");
    EXPECT_EQ(row.an_integer, -2147483648);
    EXPECT_EQ(row.a_big_integer, 9223372036854775807);
    EXPECT_EQ(row.a_float, 0.1);
    EXPECT_EQ(row.a_numeric, amount("-12345678.9012"));
    EXPECT_EQ(row.a_boolean, true);
    EXPECT_EQ(row.a_date_time, pg::timestamp("2024-02-29 23:59:59.999999"));
    EXPECT_EQ(row.a_date_time_zone, pg::timestamptz("2024-05-17 06:30:00Z"));
    EXPECT_EQ(row.a_date, pg::date("1969-12-31"));
    EXPECT_EQ(row.a_uuid, pg::uuid("5f0c32e4-1d5b-4e0c-8a5e-0d9b8d6f7a11"));
    EXPECT_EQ(row.a_jsonb, nlohmann::json::parse(R"({"a": [1, null, "x"]})"));
    EXPECT_EQ(row.an_array, (std::vector<std::int32_t>{1, 2}));
    EXPECT_EQ(row.a_string_array, (std::vector<pg::varchar<50>>{"x", "y"}));
    EXPECT_EQ(row.a_numeric_array, std::vector<amount>{amount("0.0001")});
    EXPECT_EQ(row.a_date_array, std::vector<pg::date>{pg::date("2000-01-01")});
    EXPECT_EQ(row.a_time, pg::time_of_day("23:59:59.999999"));
}

// Written back through the library, the server sees the same values: in our table and in theirs, NULLs included.
TEST_F(seed_data_types, rows_are_written) {
    const auto rows = theirs().all(pg::select<everything>().order_by(col<&everything::id>));
    constexpr auto text = "select (to_jsonb(e) - 'id')::text from everything as e order by id";
    const auto expected = theirs().all<std::string>(text);
    ours().insert(rows);
    EXPECT_EQ(ours().all<std::string>(text), expected);
    for (auto row : rows) {
        row.id = 0;  // another number
        EXPECT_GT(theirs().insert(row).id, 2);
    }
    const auto twice = theirs().all<std::string>(text);
    ASSERT_EQ(twice.size(), 4U);
    EXPECT_EQ(std::vector(twice.begin() + 2, twice.end()), expected);
}

}  // namespace
