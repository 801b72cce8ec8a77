// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "../../support/expression_text.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class mood { calm, very_busy };

struct item {
    std::int64_t id{};
    std::int32_t n{};
    std::int16_t small{};
    double ratio{};
    bool on{};
    std::string name{};
    pg::varchar<5> code{};
    std::optional<std::string> nick{};
    std::optional<std::int32_t> maybe{};
    std::vector<std::string> tags{};
    std::vector<std::int32_t> numbers{};
    pg::numeric<10, 2> price{};
    mood state = mood::calm;
    pg::timestamptz at{};
};
using i = item;

using pgmodel_test::gives;
using pgmodel_test::nullable;
using pgmodel_test::text;
using pgmodel_test::types;
using pgmodel_test::values;

TEST(expression, comparisons) {
    EXPECT_EQ(text(col<&i::n> == 5), "n = $1");
    EXPECT_EQ(text(col<&i::n> != 5), "n <> $1");
    EXPECT_EQ(text(col<&i::n> < 5), "n < $1");
    EXPECT_EQ(text(col<&i::n> <= 5), "n <= $1");
    EXPECT_EQ(text(col<&i::n> > 5), "n > $1");
    EXPECT_EQ(text(col<&i::n> >= 5), "n >= $1");
    EXPECT_EQ(text(5 < col<&i::n>), "$1 < n") << "the order is the user's";
    EXPECT_EQ(text(col<&i::n> == col<&i::maybe>), "n = maybe");
    EXPECT_EQ(text(col<&i::n> < col<&i::ratio>), "n < ratio") << "PostgreSQL compares all kinds of numbers";
    EXPECT_EQ(text(col<&i::price> >= col<&i::n>), "price >= n");
    EXPECT_EQ(text(col<&i::name> == col<&i::code>), "name = code");
    EXPECT_EQ(text((col<&i::n> == 1) == (col<&i::maybe> == 2)), "(n = $1) = (maybe = $2)");
}

TEST(expression, a_value_takes_the_type_of_the_other_side) {
    EXPECT_EQ(types(col<&i::id> == 1), "bigint");
    EXPECT_EQ(types(col<&i::n> == 1L), "integer");
    EXPECT_EQ(types(col<&i::small> == 1u), "smallint");
    EXPECT_EQ(types(col<&i::ratio> == 1), "double precision");
    EXPECT_EQ(types(col<&i::price> == 1), "numeric");
    EXPECT_EQ(types(col<&i::price> == pg::numeric<10, 2>("1.50")), "numeric");
    EXPECT_EQ(types(col<&i::state> == mood::very_busy), "mood");
    EXPECT_EQ(types(col<&i::name> == "x"), "text");
    EXPECT_EQ(types(col<&i::code> == "x"), "text");
    EXPECT_EQ(types(col<&i::maybe> == 5), "integer");
    EXPECT_EQ(types(col<&i::on> == true), "boolean");
    using of_int = decltype(col<&i::id> == 1);
    static_assert(std::is_same_v<of_int, decltype(col<&i::id> == 1L)>);
    static_assert(std::is_same_v<of_int, decltype(col<&i::id> == static_cast<unsigned char>(1))>);
    using of_literal = decltype(col<&i::name> == "x");
    static_assert(std::is_same_v<of_literal, decltype(col<&i::name> == "longer")>);
    static_assert(std::is_same_v<of_literal, decltype(col<&i::name> == std::string("x"))>);
    static_assert(std::is_same_v<of_literal, decltype(col<&i::name> == static_cast<const char*>("x"))>);
}

TEST(expression, values_out_of_the_columns_range) {
    EXPECT_THROW((void)(col<&i::n> == 3'000'000'000), pg::encode_error);
    EXPECT_THROW((void)(col<&i::small> == 40'000), pg::encode_error);
    EXPECT_THROW((void)(col<&i::small> == -32'769L), pg::encode_error);
    for (const auto& refused : {+[] { (void)(col<&i::small> == 40'000); }, +[] { (void)(col<&i::small> = 40'000); },
                                +[] { (void)(col<&i::small>.in({1, 40'000})); }, +[] { (void)(col<&i::small>.not_in(std::vector<long>{40'000})); }}) {
        try {
            refused();
            ADD_FAILURE() << "no error";
        } catch (const pg::encode_error& e) {
            EXPECT_EQ(std::string(e.what()),
                      "pgmodel: an integer is out of the range of the column that it stands beside (field small)");
            EXPECT_EQ(e.field(), "small");
        }
    }
    EXPECT_THROW((void)(col<&i::id> == std::numeric_limits<std::uint64_t>::max()), pg::encode_error);
    EXPECT_EQ(values(col<&i::small> == -32'768L), "-32768");
    EXPECT_EQ(values(col<&i::id> == std::uint64_t{1} << 62), "4611686018427387904");
    try {
        (void)(col<&i::maybe> = std::optional<std::int64_t>(std::int64_t{1} << 40));
        ADD_FAILURE() << "no error";
    } catch (const pg::encode_error& e) {
        EXPECT_EQ(e.field(), "maybe");
    }
}

TEST(expression, texts_are_owned_and_views_stay_views) {
    auto made = [] {
        const std::string gone = "a text too long for any small buffer, and gone when it is used";
        return col<&i::name> == gone;
    }();
    EXPECT_EQ(values(made), "a text too long for any small buffer, and gone when it is used");
    const auto copied = [] {
        const auto original =
            col<&i::name> == std::string("a text too long for any small buffer, and its owner is gone");
        auto copy = original;
        return copy;
    }();
    EXPECT_EQ(values(copied), "a text too long for any small buffer, and its owner is gone");
    auto copy = made;
    const auto moved = std::move(copy);
    EXPECT_EQ(values(moved), values(made));
    char buffer[] = "abc";
    const auto from_buffer = col<&i::name> == buffer;
    const auto from_view = col<&i::name> == std::string_view(buffer);
    buffer[0] = 'X';
    EXPECT_EQ(values(from_buffer), "abc");
    EXPECT_EQ(values(from_view), "Xbc");
    auto assigned = col<&i::name> == "first";
    assigned = col<&i::name> == "second";
    EXPECT_EQ(values(assigned), "second");
    constexpr auto constant = col<&i::name> == "literal";
    EXPECT_EQ(values(constant), "literal");
    const auto copied_from_constant = constant;
    EXPECT_EQ(values(copied_from_constant), "literal");
}

TEST(expression, logic_and_its_parentheses) {
    const auto a = col<&i::n> == 1, b = col<&i::n> == 2, c = col<&i::n> == 3;
    EXPECT_EQ(text(a && b), "n = $1 and n = $2");
    EXPECT_EQ(text(a || b), "n = $1 or n = $2");
    EXPECT_EQ(text((a && b) || c), "n = $1 and n = $2 or n = $3");
    EXPECT_EQ(text(a && (b || c)), "n = $1 and (n = $2 or n = $3)");
    EXPECT_EQ(text((a || b) && c), "(n = $1 or n = $2) and n = $3");
    EXPECT_EQ(text(a && (b && c)), "n = $1 and n = $2 and n = $3") << "associative";
    EXPECT_EQ(text(!a), "not n = $1");
    EXPECT_EQ(text(!(a && b)), "not (n = $1 and n = $2)");
    EXPECT_EQ(text(!a && b), "not n = $1 and n = $2");
    EXPECT_EQ(text(!!a), "not not n = $1");
    EXPECT_EQ(text(!col<&i::on>), "not on");
    EXPECT_EQ(text(col<&i::on> && pg::lit<true>), "on and true");
    EXPECT_EQ(text((!col<&i::on>) == pg::lit<false>), "(not on) = false");
    EXPECT_EQ(values(a && (b || c)), "1 2 3");
}

TEST(expression, arithmetic_and_its_parentheses) {
    EXPECT_EQ(text(col<&i::n> + 1), "n + $1");
    EXPECT_EQ(text(col<&i::n> - col<&i::small> - 1), "n - small - $1");
    EXPECT_EQ(text(col<&i::n> - (col<&i::small> - 1)), "n - (small - $1)");
    EXPECT_EQ(text((col<&i::n> + 1) * 2), "(n + $1) * $2");
    EXPECT_EQ(text(col<&i::n> + col<&i::n> * 2), "n + n * $1");
    EXPECT_EQ(text(col<&i::n> / 2 % 3), "n / $1 % $2");
    EXPECT_EQ(text(col<&i::n> / (col<&i::n> * col<&i::n>)), "n / (n * n)");
    EXPECT_EQ(text(-col<&i::n>), "-n");
    EXPECT_EQ(text(-(col<&i::n> + 1)), "-(n + $1)");
    EXPECT_EQ(text(-(-col<&i::n>)), "-(-n)") << "two hyphens would begin a comment";
    EXPECT_EQ(text(-pg::lit<-5> - col<&i::n>), "-(-5) - n");
    EXPECT_EQ(text(col<&i::n> - pg::lit<-5>), "n - -5");
    EXPECT_EQ(text(col<&i::n> - pg::lit<-1>), "n - -1");
    EXPECT_EQ(text(col<&i::n> + 1 == 5), "n + $1 = $2");
    static_assert(gives<std::int32_t>(col<&i::n> + 1) && gives<std::int64_t>(col<&i::n> + col<&i::id>) &&
                  gives<std::int32_t>(col<&i::small> * col<&i::n>) && gives<double>(col<&i::ratio> / 2));
}

TEST(expression, joined_texts) {
    EXPECT_EQ(text(col<&i::name> + "x"), "name || $1");
    EXPECT_EQ(text("x" + col<&i::name> + col<&i::code>), "$1 || name || code");
    EXPECT_EQ(text(col<&i::name> + pg::lit<" "> + col<&i::nick> == "a b"), "name || ' ' || nick = $1");
    EXPECT_EQ(text(pg::concat(col<&i::name>, " ", col<&i::nick>)), "concat(name, $1, nick)");
    static_assert(nullable(col<&i::name> + col<&i::nick>) && !nullable(pg::concat(col<&i::name>, col<&i::nick>)));
    static_assert(gives<std::string>(col<&i::code> + col<&i::code>));
}

TEST(expression, nulls) {
    EXPECT_EQ(text(col<&i::nick>.is_null()), "nick is null");
    EXPECT_EQ(text(col<&i::nick>.is_not_null()), "nick is not null");
    EXPECT_EQ(text((col<&i::maybe> + 1).is_null()), "maybe + $1 is null");
    EXPECT_EQ(text((col<&i::maybe> == 1).is_null()), "maybe = $1 is null") << "IS binds less tightly than a comparison";
    EXPECT_EQ(text((col<&i::on> && col<&i::on>).is_null()), "(on and on) is null");
    EXPECT_EQ(text(!col<&i::nick>.is_null()), "not nick is null");
    EXPECT_EQ(text(col<&i::nick>.is_null() == pg::lit<true>), "(nick is null) = true");
    EXPECT_EQ(text(col<&i::nick>.is_not_distinct_from("x")), "nick is not distinct from $1");
    EXPECT_EQ(text(col<&i::nick>.is_distinct_from(col<&i::name>)), "nick is distinct from name");
    EXPECT_EQ(values(col<&i::nick>.is_distinct_from(std::optional<std::string>())), "null");
    EXPECT_EQ(types(col<&i::nick>.is_distinct_from(std::optional<std::string>())), "text");
    EXPECT_EQ(values(col<&i::maybe>.is_not_distinct_from(std::optional(7))), "7");
    static_assert(!nullable(col<&i::nick>.is_null()) && nullable(col<&i::nick> == "x") &&
                  !nullable(col<&i::name> == "x"));
}

TEST(expression, lists) {
    EXPECT_EQ(text(col<&i::n>.in({1, 2, 3})), "n = any($1)");
    EXPECT_EQ(text(col<&i::n>.not_in({1})), "n <> all($1)");
    EXPECT_EQ(types(col<&i::id>.in({1, 2})), "bigint[]");
    EXPECT_EQ(values(col<&i::id>.in({1, 2})), "{1,2}");
    EXPECT_EQ(values(col<&i::n>.in(std::vector<std::int32_t>{})), "{}");
    EXPECT_EQ(values(col<&i::n>.in(std::list<long>{4, 5})), "{4,5}");
    EXPECT_EQ(values(col<&i::name>.in({"a", "b c"})), "{a,\"b c\"}");
    EXPECT_EQ(values(col<&i::name>.in(std::vector<std::string_view>{"x"})), "{x}");
    EXPECT_EQ(types(col<&i::state>.in({mood::calm})), "mood[]");
    EXPECT_EQ(values(col<&i::on>.in(std::vector<bool>{true, false})), "{t,f}");
    EXPECT_EQ(text(!col<&i::n>.in({1}) && col<&i::on>), "not n = any($1) and on");
    EXPECT_EQ(text(col<&i::n>.between(1, 5)), "n between $1 and $2");
    EXPECT_EQ(text(!col<&i::n>.between(1, 5)), "not n between $1 and $2");
    EXPECT_EQ(text(col<&i::n>.not_between(1, 5)), "n not between $1 and $2");
    EXPECT_EQ(text(pg::lower(col<&i::code>) == pg::lower("Ab")), "lower(code) = lower($1)");
    EXPECT_EQ(text(pg::upper(col<&i::code>) == pg::upper(std::string("Ab"))), "upper(code) = upper($1)");
}

TEST(expression, patterns) {
    EXPECT_EQ(text(col<&i::name>.like("a%")), "name like $1");
    EXPECT_EQ(text(col<&i::code>.not_like("a%")), "code not like $1");
    EXPECT_EQ(text(pg::lower(col<&i::name>).ilike(col<&i::nick>)), "lower(name) ilike nick");
    EXPECT_EQ(text((col<&i::name> + "x").like("a%")), "name || $1 like $2");
    EXPECT_EQ(text(col<&i::name>.like("a%") == pg::lit<true>), "name like $1 = true")
        << "LIKE binds more tightly than =";
}

TEST(expression, arrays) {
    EXPECT_EQ(text(col<&i::tags>.contains("x")), "tags @> $1");
    EXPECT_EQ(types(col<&i::tags>.contains("x")), "text[]");
    EXPECT_EQ(values(col<&i::tags>.contains("x")), "{x}");
    EXPECT_EQ(values(col<&i::tags>.contains(std::vector<std::string>{"x", "y"})), "{x,y}");
    EXPECT_EQ(values(col<&i::numbers>.contains(5L)), "{5}");
    EXPECT_THROW(col<&i::numbers>.contains(5LL << 40), pg::encode_error);
    EXPECT_EQ(text(col<&i::tags>.contains(col<&i::tags>)), "tags @> tags");
    EXPECT_EQ(text(col<&i::tags>.contains(col<&i::name>)), "tags @> array[name]");
    EXPECT_EQ(text(col<&i::tags>.contains(pg::lit<"x">)), "tags @> array['x']");
    EXPECT_EQ(text(col<&i::tags> == std::vector<std::string>{"x"}), "tags = $1");
}

TEST(expression, functions) {
    EXPECT_EQ(text(pg::now()), "now()");
    EXPECT_EQ(text(pg::count()), "count(*)");
    EXPECT_EQ(text(pg::count(col<&i::nick>)), "count(nick)");
    EXPECT_EQ(text(pg::min(col<&i::n>)), "min(n)");
    EXPECT_EQ(text(pg::max(col<&i::n> + 1)), "max(n + $1)");
    EXPECT_EQ(text(pg::lower(col<&i::code>)), "lower(code)");
    EXPECT_EQ(text(pg::upper(col<&i::name>)), "upper(name)");
    EXPECT_EQ(text(pg::length(col<&i::nick>) > 3), "length(nick) > $1");
    EXPECT_EQ(text(pg::coalesce(col<&i::nick>, col<&i::name>, "none")), "coalesce(nick, name, $1)");
    EXPECT_EQ(text(pg::coalesce(col<&i::maybe>, 0) == 0), "coalesce(maybe, $1) = $2");
    EXPECT_EQ(text(col<&i::at> < pg::now()), "at < now()");
    static_assert(nullable(pg::min(col<&i::n>)) && gives<std::int32_t>(pg::min(col<&i::n>)));
    static_assert(!nullable(pg::count(col<&i::nick>)) && gives<std::int64_t>(pg::count()));
    static_assert(!nullable(pg::coalesce(col<&i::nick>, "x")) && nullable(pg::coalesce(col<&i::nick>, col<&i::nick>)));
    static_assert(nullable(pg::lower(col<&i::nick>)) && !nullable(pg::lower(col<&i::name>)));
}

TEST(expression, text_search) {
    const auto document =
        pg::to_tsvector<"english">(col<&i::name> + pg::lit<" "> + pg::coalesce(col<&i::nick>, pg::lit<"">));
    EXPECT_EQ(text(document.matches(pg::websearch<"english">("a -b"))),
              "to_tsvector('english', name || ' ' || coalesce(nick, '')) @@ websearch_to_tsquery('english', $1)");
    EXPECT_EQ(text(pg::plain_search<"simple">("x")), "plainto_tsquery('simple', $1)");
    EXPECT_EQ(text(pg::phrase_search<"simple">(col<&i::name>)), "phraseto_tsquery('simple', name)");
    static_assert(decltype(document)::constant && !decltype(pg::websearch<"english">("x"))::constant);
}

TEST(expression, literals) {
    EXPECT_EQ(text(pg::lit<5>), "5");
    EXPECT_EQ(text(pg::lit<-5>), "-5");
    EXPECT_EQ(text(pg::lit<std::numeric_limits<std::int64_t>::min()>), "-9223372036854775808");
    EXPECT_EQ(text(pg::lit<true>), "true");
    EXPECT_EQ(text(pg::lit<"it's">), "'it''s'");
    EXPECT_EQ(text(pg::lit<"a\\b'c">), " E'a\\\\b''c'");
    EXPECT_EQ(text(pg::lit<"">), "''");
    EXPECT_EQ(text(col<&i::state> == pg::lit<mood::very_busy>), "state = 'very_busy'");
    EXPECT_EQ(text(col<&i::name> == pg::lit<"$1">), "name = '$1'");
    static_assert(decltype(col<&i::n> == pg::lit<5>)::constant && !decltype(col<&i::n> == 5)::constant);
}

TEST(expression, order) {
    EXPECT_EQ(text(col<&i::n>.desc()), "n desc");
    EXPECT_EQ(text(col<&i::n>.asc().nulls_first()), "n asc nulls first");
    EXPECT_EQ(text((col<&i::n> + 1).desc().nulls_last()), "n + $1 desc nulls last");
    // An operator class is an index's, which writes it from its schema value.
    using key = decltype(pg::lower(col<&i::name>).ops(pg::text_pattern_ops).desc());
    static_assert(key::operator_class_name() == "text_pattern_ops" && key::descending);
    EXPECT_EQ(text(key{{}, pg::lower(col<&i::name>)}), "lower(name) desc");
}

TEST(expression, takes_no_room_without_values) {
    static_assert(std::is_empty_v<decltype(col<&i::n> == col<&i::maybe> && col<&i::on>)>);
    static_assert(std::is_empty_v<decltype(pg::lower(col<&i::name>) == pg::lit<"x">)>);
}

}  // namespace
