// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Expressions over types that are others but for their meaning.

#include <pgmodel.hpp>
#include <pgmodel/types/wrapped.hpp>

#include <gtest/gtest.h>

namespace shop {

struct order_id {
    std::int64_t value{};
};
struct user_id {
    std::int64_t value{};
};
struct year {
    std::int32_t value{};
    static constexpr auto domain() { return pgmodel::domain("year"); }
};
struct leap_year {
    year value{};
    static constexpr auto domain() { return pgmodel::domain("leap_year"); }
};
struct price_year {
    std::int32_t value{};
    static constexpr auto domain() { return pgmodel::domain("price_year"); }
};

}  // namespace shop

template <>
struct pgmodel::codec<shop::order_id> : pgmodel::wrapped<&shop::order_id::value> {};
template <>
struct pgmodel::codec<shop::user_id> : pgmodel::wrapped<&shop::user_id::value> {};

namespace {

namespace pg = pgmodel;
using pg::col;
using namespace shop;

struct order {
    order_id id{};
    user_id owner{};
    std::optional<user_id> seller{};
    std::int64_t legacy_id{};
    year made{};
    leap_year leap{};

    static constexpr auto table() { return pg::table("orders", pg::field<&order::id>.primary_key()); }
};

using pg::detail::assigns;
using pg::detail::comparable;
using pg::detail::passes_as;

// Two that mean different things are not mixed; what is made of another one is that, too.
static_assert(!comparable<order_id, user_id>() && !passes_as<order_id, user_id>() && !assigns<order_id, user_id>());
static_assert(!passes_as<std::vector<order_id>, std::vector<user_id>>());
static_assert(!comparable<year, price_year>() && !comparable<leap_year, price_year>());
static_assert(comparable<order_id, order_id>() && comparable<leap_year, year>() && comparable<year, leap_year>());
static_assert(comparable<order_id, std::int64_t>() && assigns<leap_year, year>());

// A moment and what a clock or a calendar shows meet by a named zone only.
static_assert(!comparable<pg::timestamp, pg::timestamptz>() && !comparable<pg::timestamptz, pg::date>());
static_assert(!assigns<pg::timestamp, pg::timestamptz>() && !assigns<pg::timestamptz, pg::timestamp>());
static_assert(!assigns<pg::date, pg::timestamptz>() && !passes_as<pg::date, pg::timestamptz>());
static_assert(!passes_as<std::vector<pg::timestamp>, std::vector<pg::timestamptz>>());
static_assert(comparable<pg::timestamp, pg::date>() && assigns<pg::date, pg::timestamp>());

TEST(strong_types, in_queries) {
    constexpr auto q = pg::select(col<&order::id>)
                           .where(col<&order::seller> == col<&order::owner> && col<&order::made> == col<&order::leap> &&
                                  col<&order::id> == pg::lit<7> &&
                                  pg::cast<std::int64_t>(col<&order::owner>) == pg::cast<std::int64_t>(col<&order::id>));
    EXPECT_EQ(q.sql(), "select id from orders where seller = owner and made = leap and id = 7 and cast(owner as bigint) "
                       "= cast(id as bigint)");
    EXPECT_EQ(pg::sql_text(pg::select<order>().where(col<&order::owner>.in({user_id{3}}) && col<&order::id> < order_id{4})),
              "select id, owner, seller, legacy_id, made, leap from orders where owner = any($1) and id < $2");
}

}  // namespace
