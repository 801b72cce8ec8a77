// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Values at which programs break: each comes back as it was, or is refused by an error that says what it is.
// tests/README.md lists where the others of this kind are tested.

#include <pgmodel.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/inet.hpp>
#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/time_of_day.hpp>
#include <pgmodel/types/xml.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "database.hpp"

namespace bad_input_test {

namespace pg = pgmodel;
using pg::col;
using namespace std::string_literals;

struct note {
    std::int64_t id{};
    std::string text{};
    std::optional<std::string> maybe{};
    pg::varchar<3> name{};
    pg::bytes data{};
    pg::numeric<10, 2> price{};

    static constexpr auto table() { return pg::table("notes", pg::field<&note::id>.primary_key().identity()); }
};
inline constexpr pg::registry<note> all{};

class bad_input : public testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("bad_input");
        pg::session{dsn()}.create_all(all);
    }
    static std::string& dsn() {
        static std::string dsn;
        return dsn;
    }
    pg::session db_{dsn()};
};

TEST_F(bad_input, text_that_is_syntax_elsewhere_is_a_value) {
    for (const auto& text : {"'; DROP TABLE notes;--"s, "\\'"s, "\"a\"\".b"s, "$1"s, "$$x$$"s, "/*"s, "--"s,
                             "\n\\! id"s, "{}"s, "%s"s, "\xe2\x80\x99"s, "NULL"s, "\xef\xbb\xbf"s, "\xef\xbf\xbe"s,
                             "\x01\x1f\x7f"s, "e\xcc\x81"s, "\xd7\x90\xe2\x80\xae"s, "\xf0\x9f\x98\x80"s, ""s}) {
        const auto id = db_.insert(note{.text = text, .maybe = text}).id;
        const auto found = db_.all(pg::select<note>().where(col<&note::text> == text && col<&note::id> == id));
        ASSERT_EQ(found.size(), 1u) << text;
        EXPECT_EQ(found[0].text, text);
        EXPECT_EQ(found[0].maybe, text);
        EXPECT_EQ(db_.scalar<std::string>("select $1::text", text), text);
    }
    const auto absent = db_.insert(note{}).id;
    EXPECT_FALSE(db_.find<note>(absent)->maybe);  // an empty text is none of these
    EXPECT_EQ(db_.scalar<std::int32_t>("select -$1::integer", -5), 5);
}

TEST_F(bad_input, text_that_is_none_is_not_sent) {
    for (const auto& text : {"a\0b"s, "\xff"s, "\xc0\xaf"s, "\xed\xa0\x80"s, "\xf4\x90\x80\x80"s, "\xe2\x82"s}) {
        EXPECT_THROW(db_.insert(note{.text = text}), pg::encode_error);
        EXPECT_THROW(db_.insert(std::vector<note>{note{}, note{.text = text}}), pg::encode_error);
        EXPECT_THROW(db_.all(pg::select<note>().where(col<&note::text> == text)), pg::encode_error);
        EXPECT_THROW(db_.scalar<std::string>("select $1::text", text), pg::encode_error);
    }
    EXPECT_THROW(db_.insert(note{.name = "abcd"}), pg::encode_error);
    EXPECT_THROW(db_.insert(std::vector<note>{note{.name = "abcd"}}), pg::encode_error);
    EXPECT_THROW(db_.scalar<pg::xml>("select $1::xml", pg::xml{"<a>"}), pg::server_error);
    EXPECT_EQ(db_.scalar<std::int32_t>("select 1"), 1);  // the session goes on
}

TEST_F(bad_input, bytes_of_any_length) {
    for (const std::size_t size : {0u, 1u, 255u, 8'191u, 8'192u, 1u << 20}) {
        pg::bytes data(size, std::byte{0});
        if (size > 1) data[size / 2] = std::byte{255};
        const auto id = db_.insert(note{.data = data}).id;
        EXPECT_EQ(db_.find<note>(id)->data, data) << size;
    }
    pg::bytes every;
    for (int i = 0; i < 256; ++i) every.push_back(static_cast<std::byte>(i));
    EXPECT_EQ(db_.scalar<pg::bytes>("select $1::bytea", every), every);
}

TEST_F(bad_input, other_texts_of_the_server) {
    const std::string longest(63, 'x');
    EXPECT_EQ(db_.scalar<std::string>("select $1::text::name", longest), longest);
    EXPECT_EQ(db_.scalar<std::string>("select $1::text::name", longest + "y"), longest);  // the server cuts its names
    EXPECT_EQ(db_.scalar<std::string>("select ''::\"char\""), "");
    EXPECT_EQ(db_.scalar<std::string>("select 'a'::\"char\""), "a");
    EXPECT_EQ(db_.scalar<std::string>("select 'ab'::character(4)"), "ab  ");
    EXPECT_EQ(db_.scalar<pg::fixed_char<4>>("select 'ab'::character(4)"), "ab");
}

TEST_F(bad_input, a_database_of_another_encoding) {
    db_.execute("drop database if exists pgmodel_test_latin1");
    db_.execute("create database pgmodel_test_latin1 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C' template template0");
    auto other = dsn();
    other.replace(other.find("pgmodel_test_bad_input"), std::string("pgmodel_test_bad_input").size(),
                  "pgmodel_test_latin1");
    {
        pg::session latin{other};
        EXPECT_EQ(latin.scalar<std::string>("select $1::text || chr(233)", "\xc3\xa9"), "\xc3\xa9\xc3\xa9");
        try {
            (void)latin.scalar<std::string>("select $1::text", "\xe2\x82\xac");
            ADD_FAILURE() << "no error";
        } catch (const pg::server_error& error) {
            EXPECT_EQ(error.sqlstate(), "22P05");
        }
    }
    db_.execute("drop database pgmodel_test_latin1 with (force)");
}

TEST_F(bad_input, numbers_are_never_cut) {
    EXPECT_EQ(db_.scalar<std::uint32_t>("select 4294967295::bigint"), 4'294'967'295u);
    EXPECT_THROW((void)db_.scalar<std::uint32_t>("select 4294967296::bigint"), pg::decode_error);
    EXPECT_THROW((void)db_.scalar<std::uint32_t>("select -1::bigint"), pg::decode_error);
    EXPECT_THROW((void)db_.scalar<std::int32_t>("select 1::bigint"), pg::schema_mismatch);
    EXPECT_THROW((void)db_.scalar<float>("select 1::double precision"), pg::schema_mismatch);
    EXPECT_THROW((void)db_.scalar<std::int64_t>("select 1.5::numeric"), pg::schema_mismatch);
    EXPECT_THROW((void)(db_.scalar<pg::numeric<10, 2>>("select 1.005::numeric")), pg::decode_error);
    EXPECT_THROW((void)(db_.scalar<pg::numeric<10, 2>>("select 'Infinity'::numeric")), pg::decode_error);
    EXPECT_THROW((void)(db_.scalar<pg::numeric<10, 2>>("select 1e9::numeric")), pg::decode_error);
    EXPECT_EQ(db_.scalar<pg::numeric<>>("select '-0.00'::numeric").to_string(), "0.00");
    EXPECT_EQ(db_.scalar<pg::numeric<>>("select 1.50").to_string(), "1.50");
    EXPECT_THROW((void)db_.scalar<std::int32_t>("select null::integer"), pg::decode_error);
}

TEST_F(bad_input, intervals_without_end_are_known_since_17) {
    const bool known = pgmodel_test::server_version() >= 17;
    EXPECT_EQ(db_.scalar<std::string>("select $1::text", pg::interval::infinity),
              known ? "infinity" : "178956970 years 7 mons 2147483647 days 2562047788:00:54.775807");
    EXPECT_EQ(db_.scalar<pg::interval>("select $1", pg::interval::minus_infinity), pg::interval::minus_infinity);
    if (known) {
        EXPECT_FALSE(db_.scalar<pg::interval>("select 'infinity'::interval").is_finite());
        EXPECT_EQ(db_.scalar<pg::interval>("select -$1", pg::interval::infinity), pg::interval::minus_infinity);
    } else {
        EXPECT_THROW((void)db_.scalar<pg::interval>("select 'infinity'::interval"), pg::server_error);
    }
}

TEST_F(bad_input, times_at_their_ends) {
    EXPECT_EQ(db_.scalar<pg::time_of_day>("select '24:00'::time").to_string(), "24:00:00");
    EXPECT_EQ(db_.scalar<pg::time_of_day>("select '23:59:60'::time").to_string(), "24:00:00");
    EXPECT_THROW((void)db_.scalar<pg::timestamptz>("select 'infinity'::timestamptz").to_chrono(), pg::usage_error);
    EXPECT_THROW((void)db_.scalar<pg::date>("select '-infinity'::date").to_chrono(), pg::usage_error);
    EXPECT_THROW((void)pg::timestamp{"294277-01-01 00:00:00"}, pg::usage_error);
    EXPECT_THROW((void)(pg::date{2023, 2, 29}), pg::encode_error);
    EXPECT_THROW((void)(pg::date{0, 13, 1}), pg::encode_error);
    EXPECT_THROW((void)(pg::date{1900, 2, 29}), pg::encode_error);
    EXPECT_EQ((pg::date{2000, 2, 29}.to_string()), "2000-02-29");
    // Half a microsecond is rounded by the server, and cut by us where that is said.
    EXPECT_EQ(db_.scalar<pg::timestamp>("select '2024-01-01 00:00:00.9999995'::timestamp").to_string(),
              "2024-01-01 00:00:01");
    // A zone with seconds, and an hour that is not there.
    EXPECT_EQ(db_.scalar<pg::timestamptz>("select '1890-01-01 00:00:00 Europe/Amsterdam'::timestamptz")
                  .to_string()
                  .substr(0, 10),
              "1889-12-31");
    EXPECT_EQ(db_.scalar<pg::timestamptz>("select '2024-03-31 02:30:00 Europe/Berlin'::timestamptz"),
              pg::timestamptz{"2024-03-31T01:30:00Z"});
}

TEST_F(bad_input, types_that_nothing_is_known_of_are_named) {
    const auto message = [&](const char* sql) -> std::string {
        try {
            (void)db_.scalar<std::string>(sql);
        } catch (const pg::schema_mismatch& error) {
            return error.what();
        }
        return {};
    };
    for (const auto& [sql, type] : {std::pair{"select ctid as place from notes", "tid"},
                                    {"select 'notes'::regclass as place", "regclass"},
                                    {"select '1 2'::oidvector as place", "oidvector"},
                                    {"select 'x'::refcursor as place", "refcursor"},
                                    {"select row(1, 'a') as place", "record"},
                                    {"select pg_sleep(0) as place", "void"}}) {
        const auto said = message(sql);
        EXPECT_NE(said.find(type), said.npos) << said;
        EXPECT_NE(said.find("place"), said.npos) << said;
    }
}

struct everything {
    std::int64_t id{};
    std::string text{};
    pg::bytes data{};
    double wide{};
    float narrow{};
    pg::numeric<10, 2> price{};
    pg::timestamptz at{};
    pg::timestamp local{};
    pg::date day{};
    pg::interval length{};
    std::vector<double> many{};

    bool operator==(const everything&) const = default;
};

// What a role or a database has set changes texts of values only, and none is sent or read.
TEST_F(bad_input, settings_of_a_database_change_no_value) {
    const auto dsn = pgmodel_test::create_database("settings");
    {
        pg::session db{dsn};
        db.create_all(pg::registry<everything>{});
        for (const char* setting :
             {"client_encoding = latin1", "datestyle = 'SQL, DMY'", "timezone = 'Asia/Kolkata'", "intervalstyle = sql_standard",
              "bytea_output = escape", "extra_float_digits = -15", "standard_conforming_strings = off",
              "lc_monetary = 'C'", "array_nulls = off"})
            db.execute_script(("alter role current_user in database pgmodel_test_settings set "s + setting).c_str());
    }
    const everything row{.text = "\\'\u00e9\u4e2d\n",
                         .data = {std::byte{0}, std::byte{'\\'}, std::byte{255}},
                         .wide = 0.1 + 0.2,
                         .narrow = 16777217.0f / 3,
                         .price = pg::numeric<10, 2>("-1234.50"),
                         .at = pg::timestamptz{"2026-02-03T04:05:06.789012Z"},
                         .local = pg::timestamp{"2026-02-03T04:05:06.789012"},
                         .day = pg::date{"2026-02-03"},
                         .length = pg::interval{"-1 mon +2 days -03:04:05.000006"},
                         .many = {0.1, -0.0, 1e300}};
    pg::session db{dsn};
    ASSERT_EQ(db.scalar<std::string>("show datestyle"), "SQL, DMY");
    ASSERT_EQ(db.scalar<std::string>("show standard_conforming_strings"), "off");
    EXPECT_EQ(db.scalar<std::string>("show client_encoding"), "UTF8");
    auto expected = row;
    expected.id = db.insert(row).id;
    EXPECT_EQ(db.get<everything>(expected.id), expected);
    const auto found = db.all(pg::select<everything>().where(
        col<&everything::text> == row.text && col<&everything::at> == row.at && col<&everything::local> == row.local &&
        col<&everything::day> == row.day && col<&everything::length> == row.length && col<&everything::wide> == row.wide &&
        col<&everything::many> == row.many && col<&everything::data> == row.data && col<&everything::day> == pg::date{"2026-02-03"}));
    EXPECT_EQ(found.size(), 1u);
    EXPECT_EQ(db.insert(std::vector<everything>{row}).at(0).many, row.many);
    struct list {
        std::int64_t id{};
        std::vector<std::optional<std::string>> texts{};
        static constexpr auto table() { return pg::table("lists", pg::field<&list::id>.primary_key()); }
    };
    db.create_all(pg::registry<list>{});
    const std::vector<list> lists{{1, {"a", std::nullopt, "NULL"}}, {2, {std::nullopt}}};
    db.insert(lists);
    EXPECT_EQ(db.get<list>(1).texts, lists[0].texts);
    EXPECT_EQ(db.get<list>(2).texts, lists[1].texts);
    // A literal of the model means the same with backslashes in it.
    EXPECT_EQ(db.scalar(pg::select(pg::lit<"a\\b'">).from(pg::model<everything>).limit(1)), "a\\b'");
}

}  // namespace bad_input_test
