// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "expression_text.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class mood { calm, busy };

struct team {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::table("teams", pg::field<&team::id>.primary_key().identity(), pg::field<&team::name>.unique());
    }
};
struct person {
    std::int64_t id{};
    std::int64_t team_id{};
    std::string name{};
    std::optional<std::string> nick{};
    mood state{};
    std::int32_t class_{};
    int cache{};

    static constexpr auto table() {
        using p = person;
        return pg::table("user", pg::in_schema("my app"), pg::field<&p::id>.primary_key().identity(),
                         pg::field<&p::team_id>.references(col<&team::id>), pg::field<&p::class_>.named("class"),
                         pg::transient<&p::cache>);
    }
};
struct badge {
    std::int64_t person_id{};
    std::string Title{};

    static constexpr auto table() {
        return pg::table("badge \"of\" honour",
                         pg::field<&badge::person_id>.primary_key().references(pg::model<person>),
                         pg::field<&badge::Title>.named("Title \"x\""));
    }
};

#define PEOPLE "\"my app\".\"user\""
#define PEOPLE_COLUMNS "id, team_id, name, nick, state, class"

// The text of a statement is a constant.
static_assert(decltype(pg::select<team>())::sql == "select id, name from teams");
static_assert(decltype(pg::select<person>())::sql == "select " PEOPLE_COLUMNS " from " PEOPLE);
static_assert(decltype(pg::select<badge>())::sql ==
              "select person_id, \"Title \"\"x\"\"\" from \"badge \"\"of\"\" honour\"");
static_assert(decltype(pg::select<team>().limit(1))::sql == "select id, name from teams limit $1");
static_assert(decltype(pg::select<team>().offset(1))::sql == "select id, name from teams offset $1");
static_assert(decltype(pg::select<team>().offset(2).limit(1))::sql == "select id, name from teams limit $1 offset $2",
              "clauses stand in SQL's order, whatever the order of the calls");

template <class Query>
std::string sql(const Query&) {
    return std::string(std::string_view(Query::sql));
}

using pgmodel_test::values;
template <class Query>
std::string types(const Query&) {
    using text = pg::detail::rendered<Query>;
    std::string out;
    for (std::size_t i = 0; i < text::size.parameters; ++i)
        out += (i ? " " : "") + std::string(text::data.types[i].name);
    return out;
}

TEST(select, clauses_in_their_order_and_parameters_in_the_text_s) {
    const auto query = pg::select<team>()
                           .limit(10)
                           .order_by(col<&team::name>.desc().nulls_last(), col<&team::id>)
                           .offset(20)
                           .where(col<&team::name> == "x")
                           .where(col<&team::id> > 5 || col<&team::id> == 1);
    EXPECT_EQ(sql(query), "select id, name from teams where name = $1 and (id > $2 or id = $3) "
                          "order by name desc nulls last, id limit $4 offset $5");
    EXPECT_EQ(values(query), "x 5 1 10 20");
    EXPECT_EQ(types(query), "text bigint bigint bigint bigint");
    EXPECT_EQ(query.sql(), sql(query));
}

TEST(select, order_said_again_replaces) {
    EXPECT_EQ(sql(pg::select<team>().order_by(col<&team::id>).order_by(col<&team::name>)),
              "select id, name from teams order by name");
}

TEST(select, expressions_and_their_row_types) {
    const auto one = pg::select(col<&person::name>);
    EXPECT_EQ(sql(one), "select name from " PEOPLE);
    static_assert(std::is_same_v<decltype(one)::row, std::string>);
    const auto several = pg::select(col<&person::name>, col<&person::nick>, col<&person::state>, col<&person::id> + 1);
    EXPECT_EQ(sql(several), "select name, nick, state, id + $1 from " PEOPLE);
    static_assert(std::is_same_v<decltype(several)::row,
                                 std::tuple<std::string, std::optional<std::string>, mood, std::int64_t>>);
    const auto empty_group = pg::select(pg::max(col<&team::id>), pg::count() + 1).from(pg::model<team>);
    EXPECT_EQ(sql(empty_group), "select max(id), count(*) + $1 from teams");
    static_assert(std::is_same_v<decltype(empty_group)::row, std::tuple<std::optional<std::int64_t>, std::int64_t>>);
    static_assert(std::is_same_v<decltype(pg::select<team>())::row, team>);
}

TEST(select, parameters_of_the_select_list_come_first) {
    const auto query = pg::select(pg::coalesce(col<&person::nick>, "none"), col<&person::class_> + 1)
                           .from(pg::model<person>)
                           .join(pg::model<team>, col<&team::id> == col<&person::team_id> && col<&team::name> != "x")
                           .where(col<&person::class_> > 2)
                           .order_by(col<&person::class_> % 3)
                           .limit(4);
    EXPECT_EQ(sql(query), "select coalesce(" PEOPLE ".nick, $1), " PEOPLE ".class + $2 from " PEOPLE
                          " join teams on teams.id = " PEOPLE ".team_id and teams.name <> $3 where " PEOPLE
                          ".class > $4 order by " PEOPLE ".class % $5 limit $6");
    EXPECT_EQ(values(query), "none 1 x 2 3 4");
    EXPECT_EQ(types(query), "text integer text integer integer bigint");
}

TEST(select, joins_along_foreign_keys) {
    EXPECT_EQ(sql(pg::select(col<&person::name>, col<&team::name>).join(col<&person::team_id>)),
              "select " PEOPLE ".name, teams.name from " PEOPLE " join teams on " PEOPLE ".team_id = teams.id");
    EXPECT_EQ(sql(pg::select(col<&team::name>).join(col<&person::team_id>)),
              "select teams.name from teams join " PEOPLE " on " PEOPLE ".team_id = teams.id")
        << "from the other side";
    EXPECT_EQ(sql(pg::select<team>().join(col<&person::team_id>).join(col<&badge::person_id>)),
              "select teams.id, teams.name from teams join " PEOPLE " on " PEOPLE
              ".team_id = teams.id join \"badge \"\"of\"\" honour\" "
              "on \"badge \"\"of\"\" honour\".person_id = " PEOPLE ".id");
}

TEST(select, groups) {
    const auto query = pg::select(col<&team::name>, pg::count())
                           .from(pg::model<person>)
                           .join(col<&person::team_id>)
                           .group_by(col<&team::name>, pg::lower(col<&team::name>))
                           .order_by(pg::count().desc());
    EXPECT_EQ(sql(query), "select teams.name, count(*) from " PEOPLE " join teams on " PEOPLE ".team_id = teams.id "
                          "group by teams.name, lower(teams.name) order by count(*) desc");
}

TEST(select, pages_share_a_statement) {
    auto page = pg::select<team>().where(col<&team::name> == "a").limit(10).offset(0);
    static_assert(std::is_same_v<decltype(page),
                                 decltype(pg::select<team>().where(col<&team::name> == "bcd").limit(7).offset(70))>);
    EXPECT_THROW(pg::select<team>().limit(-1), pg::usage_error);
    EXPECT_THROW(pg::select<team>().offset(-1), pg::usage_error);
    EXPECT_EQ(values(pg::select<team>().limit(0)), "0");
}

TEST(select, what_is_asked_of_a_query_keeps_its_parameters) {
    using query = decltype(pg::select<team>().where(col<&team::id> == 1).limit(5));
    using two = pg::detail::rendered<pg::detail::limited_query<2, query>>;
    static_assert(two::sql == "select * from (select id, name from teams where id = $1 limit $2) as q limit 2");
    using unlimited = decltype(pg::select<team>().where(col<&team::id> == 1));
    static_assert(pg::detail::rendered<pg::detail::limited_query<1, unlimited>>::sql ==
                  "select id, name from teams where id = $1 limit 1");
    using any = pg::detail::rendered<pg::detail::any_query<query>>;
    static_assert(any::sql == "select exists (select from teams where id = $1 limit $2)" && any::size.parameters == 2);
}

// Inside templates and generic lambdas all of it is written the same way.
template <class Model>
auto in_a_template(std::int64_t id) {
    using m = Model;
    return pg::select<m>().where(col<&m::id> == id && col<&m::name>.like("a%")).order_by(col<&m::name>.desc()).limit(3);
}
TEST(select, inside_a_template) {
    EXPECT_EQ(sql(in_a_template<team>(5)),
              "select id, name from teams where id = $1 and name like $2 order by name desc limit $3");
    const auto lambda = [](auto pattern) {
        return pg::select(col<&team::name>, pg::count())
            .from(pg::model<person>)
            .join(col<&person::team_id>)
            .where(col<&team::name>.like(pattern))
            .group_by(col<&team::name>);
    };
    EXPECT_EQ(values(lambda("a%")), "a%");
}

}  // namespace
