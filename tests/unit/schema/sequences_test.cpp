// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

namespace pg = pgmodel;
using pg::col;

namespace {

constexpr auto plain = pg::sequence<"plain">();
constexpr auto full =
    pg::sequence<"my\"schema.some'seq", std::int32_t>(pg::start_with(7), pg::increment_by(-2), pg::minvalue(-9),
                                                      pg::maxvalue(9), pg::cache(2), pg::cycle)
        .comment("it's one");

struct first {
    std::int64_t a{};
    std::int32_t b{};
    static constexpr auto table() {
        return pg::table("firsts", pg::no_primary_key, pg::field<&first::a>.server_default(plain.nextval()),
                         pg::field<&first::b>.server_default(full.nextval()));
    }
};
struct second {
    std::int64_t a{};
    static constexpr auto table() {
        return pg::table("seconds", pg::no_primary_key, pg::field<&second::a>.server_default(plain.nextval()));
    }
};
struct contradicting {
    std::int64_t a{};
    static constexpr auto table() {
        return pg::table("others", pg::no_primary_key,
                         pg::field<&contradicting::a>.server_default(pg::sequence<"plain">(pg::cycle).nextval()));
    }
};

TEST(sequences, are_made_once_before_the_tables) {
    EXPECT_EQ(
        pg::create_script(pg::registry<first, second>{}),
        "create schema if not exists \"my\"\"schema\";\n"
        "create sequence plain;\n"
        "create sequence \"my\"\"schema\".\"some'seq\" as integer start with 7 increment by -2 minvalue -9 maxvalue 9 "
        "cache 2 cycle;\n"
        "comment on sequence \"my\"\"schema\".\"some'seq\" is 'it''s one';\n"
        "create table firsts (\n    a bigint not null default nextval('plain'::regclass),\n"
        "    b integer not null default nextval('\"my\"\"schema\".\"some''seq\"'::regclass)\n);\n"
        "create table seconds (\n    a bigint not null default nextval('plain'::regclass)\n);\n");
    const auto db = pg::schema::describe(pg::registry<second>{});
    EXPECT_EQ(db.sequences, pg::schema::many<pg::schema::sequence>{{.name = "plain"}});
    EXPECT_EQ(pg::schema::drop_statements(db),
              (std::vector<std::string>{"drop table if exists seconds", "drop sequence if exists plain"}));
}

struct renamed {
    std::int32_t id{};
    std::int64_t fast{};
    static constexpr auto table() {
        return pg::table("renamed", pg::in_schema("s"),
                         pg::field<&renamed::id>.primary_key().server_default(
                             pg::sequence<"s.old_name_id_seq", std::int32_t>(pg::cache(10)).owned_by_column().nextval()),
                         pg::field<&renamed::fast>.server_default(pg::sequence<"fast">().unlogged().nextval()));
    }
};

TEST(sequences, of_a_column_and_unlogged_ones) {
    EXPECT_EQ(pg::create_script(pg::registry<renamed>{}),
              "create schema if not exists s;\n"
              "create sequence s.old_name_id_seq as integer cache 10;\n"
              "create unlogged sequence fast;\n"
              "create table s.renamed (\n    id integer not null default nextval('s.old_name_id_seq'::regclass),\n"
              "    fast bigint not null default nextval('fast'::regclass),\n"
              "    constraint renamed_pkey primary key (id)\n);\n"
              "alter sequence s.old_name_id_seq owned by s.renamed.id;\n");
}

TEST(sequences, of_one_name_are_the_same) {
    EXPECT_THROW((pg::schema::describe(pg::registry<first, contradicting>{})), pg::usage_error);
}

struct of_two_columns {
    std::int64_t a{}, b{};
    static constexpr auto table() {
        using t = of_two_columns;
        constexpr auto numbers = pg::sequence<"numbers">().owned_by_column();
        return pg::table("of_two", pg::no_primary_key, pg::field<&t::a>.server_default(numbers.nextval()),
                         pg::field<&t::b>.server_default(numbers.nextval()));
    }
};

TEST(sequences, of_two_columns_go_with_neither) {
    try {
        pg::schema::describe(pg::registry<of_two_columns>{});
        FAIL();
    } catch (const pg::usage_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: sequence \"numbers\" is the default of several columns, so it goes with none of "
                               "them; take owned_by_column() away");
    }
}

struct counted_twice {
    std::int64_t id{}, other{};
    static constexpr auto table() {
        using t = counted_twice;
        return pg::table("twice", pg::field<&t::id>.primary_key().identity(),
                         pg::field<&t::other>.server_default(pg::sequence<"twice_id_seq">().nextval()));
    }
};
struct called_like_a_table {
    std::int64_t id{};
    static constexpr auto table() {
        return pg::table("numbers", pg::field<&called_like_a_table::id>.primary_key().server_default(
                                        pg::sequence<"numbers">().nextval()));
    }
};

TEST(sequences, are_not_called_like_others) {
    try {
        pg::schema::describe(pg::registry<counted_twice>{});
        FAIL();
    } catch (const pg::usage_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: sequence \"twice_id_seq\" is called like the one that numbers \"id\" of \"twice\"; "
                               "where both are to count together, say server_default() with nextval() of one "
                               "pgmodel::sequence in both places, else name it otherwise");
    }
    EXPECT_THROW(pg::schema::describe(pg::registry<called_like_a_table>{}), pg::usage_error);
}

struct computed_from_one {
    std::int64_t id{};
    static constexpr auto table() {
        return pg::table("computed", pg::field<&computed_from_one::id>.primary_key().server_default(
                                         pg::sequence<"steps">(pg::start_with(7)).nextval() * pg::lit<100>));
    }
};

TEST(sequences, come_with_a_default_that_is_computed_from_one) {
    EXPECT_EQ(pg::create_script(pg::registry<computed_from_one>{}),
              "create sequence steps start with 7;\n"
              "create table computed (\n    id bigint not null default nextval('steps'::regclass) * 100,\n"
              "    constraint computed_pkey primary key (id)\n);\n");
}

TEST(sequences, in_queries) {
    static_assert(decltype(pg::select(plain.nextval(), col<&second::a>))::sql ==
                  "select nextval('plain'::regclass), a from seconds");
}

}  // namespace
