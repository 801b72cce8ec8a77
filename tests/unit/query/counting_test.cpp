// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/query/sort.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace pg = pgmodel;
using pg::col;

struct team {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() { return pg::table("teams", pg::field<&team::id>.primary_key()); }
};
struct person {
    std::int64_t id{};
    std::string name{};
    std::int32_t age{};
    std::vector<std::string> tags{};
    std::int64_t team_id{};

    static constexpr auto table() {
        return pg::table("people", pg::field<&person::id>.primary_key(), pg::field<&person::team_id>.references(pg::model<team>));
    }
};
using p = person;

template <class Query>
constexpr std::string_view counted(const Query&) {
    return pg::detail::rendered<pg::detail::count_query<Query>>::sql;
}

TEST(counting, needs_no_list_and_no_order) {
    EXPECT_EQ(counted(pg::select<p>().where(col<&p::age> > 5).order_by(col<&p::name>)), "select count(*) from people where age > $1");
    EXPECT_EQ(counted(pg::select(col<&p::name>, pg::model<team>).left_join(pg::model<team>).order_by(col<&team::name>)),
              "select count(*) from people left join teams on people.team_id = teams.id");
    struct named {
        std::string name;
        std::int32_t kind;
    };
    const auto some = pg::cte(pg::select(col<&p::name>, pg::lit<1>).into<named>());
    EXPECT_EQ(counted(pg::with(some).select<named>().from(some)),
              "with named as (select name, 1 as kind from people) select count(*) from named");
}
TEST(counting, keeps_what_the_number_depends_on) {
    EXPECT_EQ(counted(pg::select<p>().order_by(col<&p::age>).limit(5)),
              "select count(*) from (select from people order by age limit $1) as q");
    EXPECT_EQ(counted(pg::select(col<&p::age>).distinct().order_by(col<&p::age>)),
              "select count(*) from (select distinct age from people) as q");
    EXPECT_EQ(counted(pg::select(col<&p::age>, pg::count()).group_by(col<&p::age>)),
              "select count(*) from (select age, count(*) from people group by age) as q");
    EXPECT_EQ(counted(pg::select(pg::max(col<&p::age>))), "select count(*) from (select max(age) from people) as q");
    EXPECT_EQ(counted(pg::select(col<&p::name>).union_(pg::select(col<&team::name>))),
              "select count(*) from (select name from people union select name from teams) as q");
    EXPECT_EQ(counted(pg::select(col<&p::id>).for_update()), "select count(*) from (select from people for update) as q");
    EXPECT_EQ(counted(pg::select(col<&p::id>)
                          .window(pg::window<"w">.as(pg::partition_by(col<&p::age>)))
                          .order_by(pg::rank().over(pg::window<"w">))),
              "select count(*) from (select from people window w as (partition by age)) as q")
        << "count(*) beside a window would ask for the window's columns in GROUP BY";
    EXPECT_EQ(counted(pg::select(pg::unnest(col<&p::tags>))), "select count(*) from (select unnest(tags) from people) as q")
        << "a row for each element";
}
TEST(counting, keeps_what_holds_values) {
    EXPECT_EQ(counted(pg::select(col<&p::age> + 1)), "select count(*) from (select age + $1 from people) as q");
    EXPECT_EQ(counted(pg::select(col<&p::id>).order_by(col<&p::age> % 10)),
              "select count(*) from (select from people order by age % $1) as q");
}
TEST(counting, exists_of_a_function_that_may_give_no_row) {
    EXPECT_EQ(std::string(decltype(pg::select<team>().where(pg::exists(pg::select(pg::unnest(col<&p::tags>)))))::sql()),
              "select id, name from teams where exists (select unnest(tags) from people)");
}

}  // namespace
