// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>

#include <gtest/gtest.h>

namespace {

namespace pg = pgmodel;
using pg::arg;
using pg::col;

struct member {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int32_t> age{};
    std::vector<std::string> tags{};
};

struct badge {
    std::int64_t member_id{};
    std::int32_t number{};
};

TEST(argument, is_a_parameter_wherever_an_expression_may_stand) {
    constexpr auto q = pg::select(col<&member::name> + arg<std::string, "suffix">, pg::count())
                           .where(col<&member::age>.between(arg<int, "low">, arg<int, "high">) &&
                                  col<&member::name>.like(arg<std::string, "pattern">) &&
                                  col<&member::tags>.contains(arg<std::vector<std::string>, "tags">))
                           .group_by(col<&member::name>)
                           .having(pg::count() > arg<std::int64_t, "least">)
                           .order_by(col<&member::name>)
                           .limit(arg<std::int64_t, "limit">)
                           .offset(arg<std::int64_t, "offset">);
    static_assert(decltype(q)::sql ==
                  "select name || $1, count(*) from member where age between $2 and $3 and name like $4 and tags @> $5 "
                  "group by name having count(*) > $6 order by name limit $7 offset $8");
}

TEST(argument, with_one_name_is_one_parameter) {
    constexpr auto q = pg::select(col<&member::id>)
                           .where((col < &member::id >> arg<std::int64_t, "id"> && col<&member::age> == 5) ||
                                  col<&member::id> < arg<std::int64_t, "id"> || col<&member::age> == arg<int, "age">)
                           .union_all(pg::select(col<&member::id>).where(col<&member::id> == arg<std::int64_t, "id">));
    static_assert(decltype(q)::sql == "select id from member where id > $1 and age = $2 or id < $1 or age = $3 "
                                      "union all select id from member where id = $1");
}

TEST(argument, takes_a_list) {
    static_assert(
        decltype(pg::select(col<&member::id>).where(col<&member::id>.in(arg<std::vector<std::int64_t>, "ids">)))::sql ==
        "select id from member where id = any($1)");
    static_assert(decltype(pg::select(col<&member::id>)
                               .where(col<&member::id>.not_in(arg<std::vector<std::int64_t>, "ids">)))::sql ==
                  "select id from member where id <> all($1)");
    static_assert(decltype(pg::select(col<&member::id>).where(col<&member::name>.in(col<&member::tags>)))::sql ==
                  "select id from member where name = any(tags)");
}

TEST(argument, can_be_null_as_an_optional) {
    using query = decltype(pg::select(col<&member::id> + arg<std::optional<std::int64_t>, "n">));
    static_assert(std::is_same_v<query::row, std::optional<std::int64_t>>);
    static_assert(decltype(pg::select(col<&member::id>)
                               .where(col<&member::age>.is_not_distinct_from(arg<std::optional<int>, "age">)))::sql ==
                  "select id from member where age is not distinct from $1");
}

TEST(argument, stands_in_subqueries_and_common_table_expressions) {
    auto old = pg::cte(pg::select<member>().where(col<&member::age> > arg<int, "age">)).as(pg::alias<member, "old">);
    auto q = pg::with(old)
                 .select(old[col<&member::name>])
                 .from(old)
                 .where(pg::exists(pg::select<member>().where(col<&member::age> < arg<int, "age">)) &&
                        old[col<&member::id>].in(pg::select(col<&member::id>).limit(arg<std::int64_t, "n">)));
    EXPECT_EQ(q.sql(), "with old as (select id, name, age, tags from member where age > $1) select name from old where "
                       "exists (select from member where age < $1) and id in (select id from member limit $2)");
}

TEST(argument, stands_in_joins_that_are_constants) {
    constexpr auto q = pg::select(col<&member::name>, col<&badge::number>)
                           .from(pg::model<member>)
                           .join(pg::model<badge>)
                           .on(col<&badge::member_id> == col<&member::id> && col < &badge::number >> arg<int, "least">)
                           .where(col<&member::name> == arg<std::string, "name">);
    static_assert(decltype(q)::sql ==
                  "select member.name, badge.number from member join badge on badge.member_id = member.id "
                  "and badge.number > $1 where member.name = $2");
}

TEST(argument, ties_can_be_fetched_in_a_number_that_is_given_later) {
    static_assert(
        decltype(pg::select(col<&member::id>).order_by(col<&member::age>).fetch_with_ties(arg<int, "n">))::sql ==
        "select id from member order by age fetch first $1 rows with ties");
}

}  // namespace
