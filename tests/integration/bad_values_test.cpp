// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// What the server refuses, and what it keeps where others would not: the cases of tests/reliability.md that only a
// server can answer.

#include <pgmodel.hpp>
#include <pgmodel/types/bit.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/jsonpath.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/time_of_day.hpp>
#include <pgmodel/types/timetz.hpp>
#include <pgmodel/types/xml.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "database.hpp"

namespace bad_values_test {

namespace pg = pgmodel;
using namespace std::string_literals;

class bad_values : public testing::Test {
protected:
    static void SetUpTestSuite() { dsn() = pgmodel_test::create_database("bad_values"); }
    static std::string& dsn() {
        static std::string dsn;
        return dsn;
    }
    /// The code of the server's error; empty if there is none. The session goes on in any case.
    template <class T, class... Values>
    std::string refusal(const char* sql, const Values&... values) {
        std::string code;
        try {
            (void)db_.scalar<T>(sql, values...);
        } catch (const pg::server_error& error) {
            code = error.sqlstate().code();
        }
        EXPECT_EQ(db_.scalar<std::int32_t>("select 1"), 1);
        return code;
    }
    pg::session db_{dsn()};
};

TEST_F(bad_values, a_row_of_more_than_a_gigabyte) {
    using text = std::string;
    try {
        (void)db_.one<std::tuple<text, text, text, text, text, text>>(
            "select x, x, x, x, x, x from (select repeat('x', 200000000) as x offset 0) big");
        ADD_FAILURE() << "no error";
    } catch (const pg::server_error& error) {
        EXPECT_EQ(error.sqlstate(), "54000");
    }
    EXPECT_EQ(db_.scalar<std::int32_t>("select 1"), 1);
}

TEST_F(bad_values, texts_with_a_language_of_their_own) {
    EXPECT_EQ(refusal<pg::xml>("select $1::xml", pg::xml{"<a>"}), "2200N");
    EXPECT_EQ(refusal<pg::jsonpath>("select $1::jsonpath", pg::jsonpath{"$.["}), "42601");
    db_.execute("create extension citext");
    EXPECT_TRUE(db_.scalar<bool>("select $1 = 'ABC'::citext", pg::citext{"abc"}));
    EXPECT_EQ(db_.scalar<pg::citext>("select $1", pg::citext{"aBc"}).str(), "aBc");
}

TEST_F(bad_values, texts_that_are_longer_than_their_column) {
    db_.execute_script("create temp table narrow (a varchar(3), b character(3), c bit(3), d name)");
    EXPECT_EQ(refusal<std::string>("insert into narrow (a) values ($1) returning a", "abcd"), "22001");
    EXPECT_EQ(refusal<std::string>("insert into narrow (b) values ($1::text) returning b", "abcd"), "22001");
    EXPECT_EQ(db_.scalar<std::string>("insert into narrow (b) values ($1::text) returning b", "abc   "), "abc");
    EXPECT_EQ(refusal<std::string>("insert into narrow (c) values ($1) returning c::text", pg::varbit<>{"1111"}), "22026");
    EXPECT_EQ(db_.scalar<pg::bit<3>>("insert into narrow (c) values ($1) returning c", pg::bit<3>{"101"}).to_string(), "101");
}

TEST_F(bad_values, types_are_checked_before_the_first_row) {
    EXPECT_THROW((void)db_.all<std::string>("select ctid from pg_class where false"), pg::schema_mismatch);
    EXPECT_THROW((void)db_.all<std::int32_t>("select 1::bigint as n where false"), pg::schema_mismatch);
}

TEST_F(bad_values, numerics_of_the_most_digits) {
    const pg::numeric<> most{std::string(131'072, '9') + "." + std::string(16'383, '9')};
    EXPECT_EQ(db_.scalar<pg::numeric<>>("select $1", most).to_string(), most.to_string());
    EXPECT_EQ(db_.scalar<std::string>("select $1::text", most), most.to_string());
}

TEST_F(bad_values, numerics_that_are_too_long) {
    EXPECT_EQ(refusal<pg::numeric<>>("select $1 * 10", pg::numeric<>{"1e131071"}), "22003");
    EXPECT_THROW(pg::numeric<>{"1e131072"}, pg::usage_error);
    EXPECT_EQ(refusal<pg::numeric<>>("select 123456789.5::numeric(10,2)"), "22003");
    EXPECT_EQ(db_.scalar<pg::numeric<>>("select 1234.5::numeric(5,-2)").to_string(), "1200");
    EXPECT_EQ((db_.scalar<pg::numeric<10, 2>>("select 1.005::numeric(10,2)").to_string()), "1.01") << "the server rounds";
}

TEST_F(bad_values, digits_in_groups_are_known_since_16) {
    EXPECT_EQ(refusal<pg::numeric<>>("select $1::text::numeric", "1_000"), pgmodel_test::server_version() >= 16 ? "" : "22P02");
    EXPECT_FALSE(pg::numeric<>::parse("1_000"));
    EXPECT_FALSE((pg::numeric<10, 2>::parse("1_000")));
}

TEST_F(bad_values, times_that_there_are_not) {
    EXPECT_EQ(refusal<pg::timestamptz>("select $1::text::timestamptz", "2024-01-01 00:00:00 Nowhere/City"), "22023");
    EXPECT_EQ(refusal<pg::timestamp>("select $1::text::timestamp", "294277-01-01"), "22008");
    EXPECT_EQ(refusal<pg::time_of_day>("select $1::text::time", "24:00:00.000001"), "22008");
    EXPECT_EQ(refusal<pg::timetz>("select $1::text::timetz", "12:00:00+16:00"), "22009");
    // The hour that is there twice: the server takes the later one.
    EXPECT_EQ(db_.scalar<pg::timestamptz>("select $1::text::timestamptz", "2024-10-27 02:30:00 Europe/Berlin"),
              pg::timestamptz{"2024-10-27T01:30:00Z"});
    EXPECT_EQ(refusal<pg::date>("select $1::text::date", "2023-02-29"), "22008");
    EXPECT_EQ(refusal<pg::date>("select $1::text::date", "0000-01-01"), "22008") << "there is no year 0";
    EXPECT_EQ(db_.scalar<pg::date>("select $1", pg::date{"4713-02-29 BC"}).to_string(), "4713-02-29 BC");
    EXPECT_EQ(db_.scalar<std::string>("select to_char($1, 'YYYY-MM-DD BC')", pg::timestamp{"0001-12-31 00:00:00 BC"}),
              "0001-12-31 BC");
}

TEST_F(bad_values, json_keeps_what_jsonb_does_not) {
    const pg::json_text twice{R"({"a":1, "b":"\u0000", "a":2})"};
    EXPECT_EQ(db_.scalar<pg::json_text>("select $1", twice), twice);
    EXPECT_EQ(refusal<pg::jsonb_text>("select $1::jsonb", twice), "22P05");
    EXPECT_EQ(refusal<pg::json_text>("select $1::text::json", "\"\\ud800"), "22P02");
    EXPECT_EQ(db_.scalar<pg::jsonb_text>("select $1::text::jsonb", R"({"a":1, "a":2})").str(), R"({"a": 2})");
    const pg::jsonb_text exact{"[9007199254740993, 12345678901234567890123456789, 1.10]"};
    EXPECT_EQ(db_.scalar<pg::jsonb_text>("select $1", exact), exact);
    EXPECT_EQ(refusal<pg::jsonb_text>("select $1", pg::jsonb_text{"1e200000"}), "22003");
    EXPECT_EQ(refusal<pg::jsonb_text>("select $1", pg::jsonb_text{std::string(20'000, '[') + std::string(20'000, ']')}), "54001");
    const auto nested = std::string(5'000, '[') + std::string(5'000, ']');
    EXPECT_EQ(db_.scalar<pg::jsonb_text>("select $1", pg::jsonb_text{nested}).str(), nested);
    for (const char* root : {"null", "{}", "[]", "7", "\"x\"", "true"})
        EXPECT_EQ(db_.scalar<std::optional<pg::jsonb_text>>("select $1", pg::jsonb_text{root})->str(), root);
    EXPECT_EQ(db_.scalar<std::optional<pg::jsonb_text>>("select null::jsonb"), std::nullopt) << "is not null within the document";
    EXPECT_EQ(db_.scalar<pg::jsonb_text>("select $1", pg::jsonb_text{R"({"b" :1,"aa":2, "a": 3})"}).str(),
              R"({"a": 3, "b": 1, "aa": 2})")
        << "spaces and order are the server's";
}

TEST_F(bad_values, paths_and_names_are_values) {
    const pg::jsonb_text document{R"({"'; drop table x; --": 1, "a": [1, 2]})"};
    EXPECT_EQ(db_.scalar<pg::jsonb_text>("select jsonb_path_query_first($1, $2)", document,
                                         pg::jsonpath{R"($."'; drop table x; --")"}).str(),
              "1");
    EXPECT_EQ(db_.scalar<std::int64_t>("select count(*) from jsonb_path_query($1, $2)", document, pg::jsonpath{"$.a[*]"}), 2);
    // A name in a text is looked up, and never syntax.
    EXPECT_EQ(refusal<std::string>("select $1::text::regclass::text", "pg_class; drop table x"), "42602");
    EXPECT_EQ(refusal<std::string>("select $1::text::regclass::text", "no_such_table"), "42P01");
    EXPECT_EQ(db_.scalar<std::string>("select $1::text::regclass::text", "pg_class"), "pg_class");
}

enum class stage { early, late };

TEST_F(bad_values, labels_of_enums) {
    db_.execute("create type stage as enum ('early')");
    EXPECT_THROW((void)db_.scalar<stage>("select $1", stage::early), pg::schema_mismatch) << "'late' is missing yet";
    pg::transaction tx{db_};
    tx.execute("alter type stage add value 'late'");
    try {
        (void)tx.scalar<stage>("select $1", stage::late);
        ADD_FAILURE() << "a new label is used before its transaction is over";
    } catch (const pg::server_error& error) {
        EXPECT_EQ(error.sqlstate(), "55P04");
    }
    tx.rollback();
    db_.execute("alter type stage add value 'late'");
    EXPECT_EQ(db_.scalar<stage>("select $1", stage::late), stage::late);
    db_.execute("alter type stage add value 'later'");
    EXPECT_THROW((void)db_.scalar<stage>("select 'later'::stage"), pg::decode_error);
}

TEST_F(bad_values, arrays_end_at_six_dimensions) {
    EXPECT_EQ(refusal<std::string>("select array[array[array[array[array[array[array[1]]]]]]]::text"), "54000");
    EXPECT_EQ(refusal<std::string>("select '{{1},{2,3}}'::integer[]::text"), "22P02");
    EXPECT_EQ(refusal<std::string>("select '[5,1)'::int4range::text"), "22000");
    const std::vector<std::optional<std::string>> quoted{"a\"b", "\\", std::nullopt, "NULL", "(,)"};
    EXPECT_EQ(db_.scalar<std::vector<std::optional<std::string>>>("select $1", quoted), quoted);
}

}  // namespace bad_values_test
