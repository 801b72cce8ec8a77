// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// A constant of every type is a default value, and the value that its text says.

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/types/any_array.hpp>

#include <cmath>
#include <string>

#include "all_values.hpp"
#include "database.hpp"
#include "expression_text.hpp"

namespace pg = pgmodel;
using pg::col;

namespace {

class constants : public testing::Test {
protected:
    void SetUp() override {
        db_.execute_script("create extension hstore; create extension citext; create extension ltree");
        db_.execute_script(pgmodel_test::types_of_samples);
    }
    template <class T, pg::fixed_string Text>
    void check() {
        const std::string type(pg::detail::declared_type<T>()), sql = pgmodel_test::text(pg::constant<T, Text>);
        SCOPED_TRACE(type + " default " + sql);
        ASSERT_NO_THROW(db_.execute_script("drop table if exists t; create table t (v " + type + " default " + sql +
                                           "); insert into t default values"));
        EXPECT_EQ(db_.scalar<std::string>("select v::text from t"),
                  db_.scalar<std::string>("select $1::text::" + type + "::text", Text.view()));
        EXPECT_NO_THROW(db_.scalar<T>("select v from t"));
    }

    pg::session db_{pgmodel_test::create_database("constants")};
};

TEST_F(constants, of_texts_numbers_and_times) {
    check<std::string, "x">();
    check<pg::varchar<5>, "x">();
    check<pg::varchar<>, "x">();
    check<pg::fixed_char<3>, "x">();
    check<pg::numeric<10, 2>, "1.50">();
    check<pg::numeric<38, 4>, "-12345678901234567890.1250">();
    check<pg::numeric<>, "1.5">();
    check<pg::date, "2024-01-01">();
    check<pg::time_of_day, "04:05:06.7">();
    check<pg::timetz, "04:05:06+02">();
    check<pg::timestamp, "2024-02-29 12:30:00">();
    check<pg::timestamptz, "2024-02-29 12:30:00+02">();
    check<pg::interval, "1 year 2 mons -3 days +04:05:06.7">();
    check<pg::uuid, "00112233-4455-6677-8899-aabbccddeeff">();
    check<pg::jsonb_text, "[1]">();
    check<pg::json_text, "[1]">();
}

TEST_F(constants, of_special_types) {
    check<pg::range<std::int32_t>, "[2,5)">();
    check<pg::range<pg::date>, "[2024-01-01,)">();
    check<pg::multirange<std::int32_t>, "{[1,3)}">();
    check<pg::inet, "10.0.0.0/8">();
    check<pg::cidr, "10.0.0.0/8">();
    check<pg::macaddr, "08:00:2b:01:02:03">();
    check<pg::macaddr8, "08:00:2b:01:02:03:04:05">();
    check<pg::bit<3>, "010">();
    check<pg::varbit<>, "1011">();
    check<pg::varbit<8>, "1011">();
    check<pg::pg_lsn, "16/B374D848">();
    check<pg::citext, "A">();
    check<pg::ltree, "Top.Science">();
    check<pg::tsvector, "'cat':3">();
    check<pg::tsquery, "'cat'">();
    check<pg::jsonpath, "$.\"a\"">();
    check<pg::xml, "<a/>">();
    check<pg::point, "(1,2)">();
    check<pg::line, "{1,2,3}">();
    check<pg::lseg, "[(1,2),(3,4)]">();
    check<pg::box, "(3,4),(1,2)">();
    check<pg::circle, "<(1,2),3>">();
    check<pg::path, "((1,2),(3,4))">();
    check<pg::polygon, "((1,2),(3,4))">();
}

TEST_F(constants, of_other_types) {
    check<std::vector<std::int32_t>, "{1,2}">();
    check<std::vector<std::string>, "{a}">();
    check<std::array<std::int32_t, 2>, "{1,2}">();
    check<pg::object_id, "1">();
    check<pg::xid8, "1">();
    check<pg::hstore, "a=>1">();
    check<pgmodel_test::hue, "red">();
    check<pgmodel_test::sample_pair, "(1,x,{red},1.00)">();
    check<pgmodel_test::sample_id, "5">();
    check<pgmodel_test::sample_year, "5">();
    check<pg::bytes, "\\x00ff">();
    check<pg::jsonb<std::vector<int>>, "[1]">();
    check<pg::json<std::string>, "\"a\"">();
    check<pg::any_array<std::int32_t>, "{1,2}">();
    check<double, "1.5">();
    check<float, "1.5">();
    check<std::int16_t, "5">();
    check<std::uint32_t, "5">();
    check<bool, "true">();
    check<nlohmann::json, "{}">();
    check<boost::uuids::uuid, "00112233-4455-6677-8899-aabbccddeeff">();
}

struct flags {
    std::int64_t id{};
    pg::bit<4> set{"0101"};
    pg::range<std::int32_t> within{};
    pg::numeric<> rate{};

    static constexpr auto table() {
        using f = flags;
        return pg::table("flags", pg::field<&f::id>.primary_key().identity(),
                         pg::field<&f::set>.server_default(pg::constant<pg::bit<4>, "0101">),
                         pg::field<&f::within>.server_default(pg::constant<pg::range<std::int32_t>, "[1,5)">),
                         pg::field<&f::rate>.server_default(pg::constant<pg::numeric<>, "0.2">));
    }
};

TEST_F(constants, are_defaults_of_a_model) {
    constexpr pg::registry<flags> all{};
    db_.create_all(all);
    EXPECT_EQ(db_.all<std::string>("select pg_get_expr(adbin, adrelid) from pg_attrdef where adrelid = 'flags'::regclass "
                                   "order by adnum"),
              (std::vector<std::string>{"'0101'::\"bit\"", "'[1,5)'::int4range", "0.2"}));
    const auto row = db_.insert(flags{});
    EXPECT_EQ(row.within, (pg::range<std::int32_t>{1, 5}));
    EXPECT_EQ(row.rate.to_string(), "0.2");
}

struct slope {
    double value{};
    static constexpr auto domain() { return pg::domain("slope"); }
};
struct falling {
    std::int64_t id{};
    double plain = -0.0;
    slope named{-0.0};

    static constexpr auto table() {
        using f = falling;
        return pg::table("falling", pg::field<&f::id>.primary_key().identity(), pg::field<&f::plain>.server_default(-0.0),
                         pg::field<&f::named>.server_default(slope{-0.0}));
    }
};

TEST_F(constants, keep_the_sign_of_zero) {
    db_.create_all(pg::registry<falling>{});
    const auto row = db_.insert(falling{});
    EXPECT_TRUE(std::signbit(row.plain));
    EXPECT_TRUE(std::signbit(row.named.value));
}

}  // namespace
