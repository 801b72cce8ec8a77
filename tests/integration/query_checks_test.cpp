// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Where the compiler draws the line around WITH, GROUP BY and windows, the server does: what compiles runs here, and the
// SQL of what does not (tests/compile_fail/query) is refused by the server, too.

#include <pgmodel.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/sort.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct team {
    std::int64_t id{};
    std::string name{};
};
struct person {
    std::int64_t id{};
    std::int64_t team_id{};
    pg::varchar<20> name{};
    std::int32_t age{};

    static constexpr auto table() {
        return pg::table("people", pg::field<&person::id>.primary_key(),
                         pg::field<&person::team_id>.references(pg::model<team>));
    }
};
struct older {
    std::int64_t id{};
    std::int32_t age{};
};
struct oldest {
    std::int64_t id{};
};
struct named {
    std::int64_t id{};
    std::string name{};
};
struct named_id {
    std::int64_t id{};
};
struct reached {
    std::int64_t id{};
    std::string path{};
    std::int64_t depth{};
};

class query_checks : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("query_checks");
        pg::session made(dsn());
        made.create_all(pg::registry<team, person>{});
        made.insert(std::vector<team>{{1, "red"}, {2, "blue"}});
        made.insert(std::vector<person>{{1, 1, "Ann", 30}, {2, 1, "Bo", 40}, {3, 2, "Cy", 50}});
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    /// What the server says of a statement; empty where it takes it.
    std::string refused(const std::string& sql) {
        try {
            db.execute(pg::raw_sql(sql));
            return {};
        } catch (const pg::server_error& e) {
            return std::string(e.sqlstate().code());
        }
    }
    pg::session db{dsn()};
};

TEST_F(query_checks, with_is_read_forwards_where_it_is_recursive) {
    const auto first = pg::cte(pg::select(col<&person::id>, col<&person::age>).where(col<&person::age> > 35).into<older>());
    const auto second = pg::cte(pg::select(col<&older::id>).where(col<&older::age> > 45).into<oldest>());
    const std::vector<std::int64_t> cy{3};
    EXPECT_EQ(db.all(pg::with(first, second).select(col<&oldest::id>)), cy);
    EXPECT_EQ(db.all(pg::with_recursive(second, first).select(col<&oldest::id>)), cy);
    EXPECT_EQ(refused("with oldest as (select id from older where age > 45), older as (select id, age from people) "
                      "select id from oldest"),
              "42P01");
    // A later one that is called like the table that it reads is not meant by an earlier one.
    const auto some = pg::cte(pg::select<person>().where(col<&person::age> > 45)).as(pg::alias<person, "some">);
    const auto people = pg::cte(pg::select<person>().where(col<&person::age> < 45));
    EXPECT_EQ(db.all(pg::with(some, people).select(some[col<&person::id>], col<&person::id>).from(some, people)),
              (std::vector<std::tuple<std::int64_t, std::int64_t>>{{3, 1}, {3, 2}}));
    const auto gone = pg::cte(pg::delete_from(pg::model<person>).where(col<&person::id> == 99).returning(pg::model<person>));
    EXPECT_EQ(db.all(pg::with(some, gone).select(some[col<&person::id>]).from(some)), cy);
    // Nor is one whose rows come from elsewhere, where the struct has a table.
    const auto invented = pg::cte(pg::select(pg::cast<std::int64_t>(lit<8>), pg::cast<std::int64_t>(lit<8>), pg::cast<pg::varchar<20>>(lit<"Zoe">), lit<1>).into(pg::model<person>));
    const auto ids = pg::cte(pg::select(col<&person::id>).from(pg::model<person>).where(col<&person::age> > 45).into<oldest>());
    EXPECT_EQ(db.all(pg::with(ids, invented).select(col<&oldest::id>, col<&person::id>).from(ids, invented)),
              (std::vector<std::tuple<std::int64_t, std::int64_t>>{{3, 8}}));
}

// A text of a length is read as a text wherever it comes from; all else has the type of its field.
TEST_F(query_checks, whole_rows_of_what_is_no_table) {
    const auto names = pg::select(col<&person::id>, col<&person::name>).where(col<&person::age> > 45).into<named>();
    const auto is_cy = [](const named& row) { return row.id == 3 && row.name == "Cy"; };
    EXPECT_TRUE(is_cy(db.one(pg::with(pg::cte(names)).select<named>().limit(1))));
    EXPECT_TRUE(is_cy(db.one(pg::select(pg::model<named>).from(pg::subquery(names)).limit(1))));
    const auto beside = db.one(pg::with(pg::cte(names))
                                   .select(pg::model<named>, col<&person::age>)
                                   .from(pg::model<named>)
                                   .join(pg::model<person>, col<&person::id> == col<&named::id>)
                                   .limit(1));
    EXPECT_TRUE(is_cy(std::get<0>(beside)));
    EXPECT_EQ(std::get<1>(beside), 50);
    const auto missing = db.one(pg::with(pg::cte(names))
                                    .select(pg::model<named>)
                                    .from(pg::model<person>)
                                    .left_join(pg::model<named>, col<&person::id> == col<&named::id>)
                                    .order_by(col<&person::id>.desc())
                                    .limit(1));
    EXPECT_TRUE(missing && is_cy(*missing));
}

TEST_F(query_checks, recursion_has_the_types_and_lengths_of_its_start) {
    const auto step = [](auto path) {
        return pg::select(col<&person::id>, path, col<&reached::depth> + lit<1>)
            .from(pg::model<person>)
            .join(pg::model<reached>, col<&person::id> == col<&reached::id> + 1)
            .into(pg::model<reached>);
    };
    const auto start = [](auto path) {
        return pg::select(col<&person::id>, path, pg::cast<std::int64_t>(lit<0>)).where(col<&person::id> == 1).into(pg::model<reached>);
    };
    const auto last = [&](auto tree) {
        const auto row = db.one(
            pg::with_recursive(pg::cte(tree)).select(pg::model<reached>).order_by(col<&reached::depth>.desc()).limit(1));
        return row.path + " " + std::to_string(row.depth);
    };
    const auto p = col<&person::name>;
    EXPECT_EQ(last(start(pg::cast<std::string>(p)).union_all(step(col<&reached::path> + "/" + p))), "Ann/Bo/Cy 2");
    EXPECT_EQ(last(start(p).union_all(step(p))), "Cy 2");
    EXPECT_EQ(last(start(p).union_all(step(col<&reached::path>))), "Ann 2");
    EXPECT_EQ(last(start(pg::cast<std::string>(p)).union_all(step(p))), "Cy 2");
    EXPECT_EQ(last(start(pg::cast<pg::varchar<>>(p)).union_all(step(col<&reached::path> + "/" + p))), "Ann/Bo/Cy 2");
    // Columns of one length, of whatever table, and casts to it.
    const auto other = pg::alias<person, "other">;
    const auto of_other = pg::select(col<&person::id>, other[p], col<&reached::depth> + lit<1>)
                              .from(pg::model<person>)
                              .join(other, other[col<&person::id>] == col<&person::id>)
                              .join(pg::model<reached>, col<&person::id> == col<&reached::id> + 1)
                              .into(pg::model<reached>);
    EXPECT_EQ(last(start(p).union_all(of_other)), "Cy 2");
    EXPECT_EQ(last(start(p).union_all(step(pg::cast<pg::varchar<20>>(col<&reached::path> + "/" + p)))), "Ann/Bo/Cy 2");
    for (const char* types : {"name, 0 from people where id = 1 union all select people.id, people.name, depth + bigint '1'",
                              "name, 0 from people where id = 1 union all select people.id, path || people.name, depth"})
        EXPECT_EQ(refused("with recursive reached (id, path, depth) as (select id, " + std::string(types) +
                          " from people join reached on people.id = reached.id + 1) select 1 from reached"),
                  "42804")
            << types;
}

TEST_F(query_checks, windows_are_made_of_those_before_them) {
    const auto of_team = pg::window<"of_team">.as(pg::partition_by(col<&person::team_id>));
    const auto by_age = pg::window<"by_age">.as(pg::window<"of_team">.order_by(col<&person::age>.desc()));
    EXPECT_EQ(db.all(pg::select(col<&person::id>, pg::row_number().over(pg::window<"by_age">))
                         .window(of_team, by_age)
                         .order_by(col<&person::id>)),
              (std::vector<std::tuple<std::int64_t, std::int64_t>>{{1, 2}, {2, 1}, {3, 1}}));
    EXPECT_EQ(refused("select row_number() over by_age from people window by_age as (of_team order by age desc), of_team "
                      "as (partition by team_id)"),
              "42704");
    EXPECT_EQ(refused("select row_number() over w from people window w as (w order by age)"), "42704");
}

TEST_F(query_checks, a_key_in_every_group_determines_the_rest) {
    using sums = std::vector<std::tuple<std::string, std::optional<std::int32_t>, std::int64_t>>;
    const auto by = [&](auto... keys) {
        return db.all(pg::select(col<&team::name>, col<&person::age>, pg::count())
                          .join(col<&person::team_id>)
                          .group_by(keys...)
                          .order_by(col<&team::name>, col<&person::age>));
    };
    const sums rolled{{"blue", 50, 1}, {"blue", {}, 1}, {"red", 30, 1}, {"red", 40, 1}, {"red", {}, 2}};
    EXPECT_EQ(by(col<&team::id>, pg::rollup(col<&person::age>)), rolled);
    EXPECT_EQ(by(col<&team::id>, pg::rollup(pg::keys(col<&person::age>, col<&team::id>))), rolled);
    EXPECT_EQ(by(pg::grouping_sets(pg::keys(col<&team::id>, col<&person::age>), col<&team::id>)), rolled);
    for (const char* keys : {"rollup (teams.id), age", "grouping sets ((teams.id, age), (age))",
                             "grouping sets (rollup (teams.id, age), teams.id)"})
        EXPECT_EQ(refused("select teams.name, age from people join team as teams on teams.id = team_id group by " +
                          std::string(keys)),
                  "42803")
            << keys;

    const auto teams = db.all(pg::select(pg::model<team>, pg::count())
                                  .join(col<&person::team_id>)
                                  .group_by(col<&team::id>, pg::rollup(col<&person::age>))
                                  .having(pg::grouping(col<&person::age>) == 1)
                                  .order_by(col<&team::id>));
    ASSERT_EQ(teams.size(), 2u);
    EXPECT_EQ(std::get<0>(teams[1]).name, "blue");
    EXPECT_EQ(refused("with older as (select id, age from people) select id, age from older group by id"), "42803");

    // What stands in every group is not NULL, and what is a key of some is, even if another determines it.
    const auto row = db.one(pg::select(col<&team::id>, col<&team::name>)
                                .group_by(col<&team::id>, pg::rollup(col<&team::name>))
                                .having(col<&team::name>.is_null())
                                .order_by(col<&team::id>)
                                .limit(1));
    EXPECT_EQ(row, std::tuple(std::int64_t{1}, std::optional<std::string>()));
}

TEST_F(query_checks, subqueries_know_columns_of_groups_only) {
    const auto letter = pg::lower(col<&team::name>);
    const auto alike = pg::scalar(pg::select(pg::count()).from(pg::model<person>).where(col<&person::name> == letter));
    EXPECT_EQ(db.all(pg::select(letter, alike).group_by(letter, col<&team::name>).order_by(letter)),
              (std::vector<std::tuple<std::string, std::int64_t>>{{"blue", 0}, {"red", 0}}));
    for (const char* what : {"select lower(name), (select count(*) from people where people.name = lower(team.name)) from "
                             "team group by lower(name)",
                             "select lower(name) from team group by lower(name) having exists (select from people where "
                             "people.name = lower(team.name))",
                             "select name, (select max(age + team.id) from people) from team group by name"})
        EXPECT_EQ(refused(what), "42803") << what;
}

TEST_F(query_checks, an_order_of_the_run_over_groups_and_distinct_rows) {
    const auto p = col<&person::team_id>;
    const auto by = [](const char* text) { return pg::sort<person>(text, pg::allow<&person::team_id>()); };
    using counts = std::vector<std::tuple<std::int64_t, std::int64_t>>;
    const auto groups = pg::select(p, pg::count()).group_by(p);
    EXPECT_EQ(db.all(groups.order_by(by("-team_id"))), (counts{{2, 1}, {1, 2}}));
    EXPECT_EQ(db.all(groups.order_by(pg::count().desc(), by(""))), (counts{{1, 2}, {2, 1}}));
    EXPECT_EQ(db.page(groups.order_by(by("-team_id")), 1, 1).rows, (counts{{1, 2}}));
    using list = std::vector<std::int64_t>;
    EXPECT_EQ(db.all(pg::select(p).distinct().order_by(by("-team_id"))), (list{2, 1}));
    EXPECT_EQ(db.all(pg::select(p).distinct().order_by(by(""))), (list{1, 2}));
    EXPECT_EQ(db.all(pg::select(p).union_(pg::select(col<&team::id> + lit<5L>)).order_by(by("-team_id"))), (list{7, 6, 2, 1}));
    EXPECT_EQ(db.all(pg::select(col<&person::id>).distinct_on(p).order_by(p, by("-team_id"))), (list{1, 3}));
    // By what a report computes, in a query around it.
    struct report {
        std::int64_t team_id;
        std::int64_t people;
    };
    const auto reports = pg::subquery(groups.into<report>());
    const auto rows = db.all(pg::select<report>().from(reports).order_by(
        pg::sort<report>("-people", pg::allow<&report::team_id, &report::people>())));
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].team_id, 1);
    EXPECT_EQ(rows[0].people, 2);
}

TEST_F(query_checks, what_rows_are_sorted_by_beside_names_that_into_gives) {
    struct debt {
        std::int32_t age;
    };
    const auto debts = pg::select(-col<&person::age>).from(pg::model<person>).into<debt>();
    const auto ages = [&](const auto& query) {
        std::vector<std::int32_t> all;
        for (const debt& each : db.all(query)) all.push_back(each.age);
        return all;
    };
    using list = std::vector<std::int32_t>;
    EXPECT_EQ(ages(debts.order_by(pg::sort<person>("age", pg::allow<&person::age>()))), (list{-30, -40, -50}));
    EXPECT_EQ(ages(debts.order_by(col<&person::age>)), (list{-30, -40, -50}));
    EXPECT_EQ(ages(debts.union_(debts).order_by(pg::sort<debt>("age", pg::allow<&debt::age>()))), (list{-50, -40, -30}));
    // The rows of a set operation have no other names than theirs.
    EXPECT_EQ(refused("select id as number from people union select id from people order by id"), "42703");
    EXPECT_EQ(refused("select grouping(age) from people group by id"), "42803");
    // A number with a sign is a place, too.
    EXPECT_EQ(refused("select age from people order by -1"), "42P10");
    EXPECT_EQ(refused("select count(*) from people group by - (-3)"), "42P10");
}

TEST_F(query_checks, what_is_no_table) {
    EXPECT_EQ(refused("with recursive people as (update people set age = 30 returning *) select * from people"), "42P19");
    const auto ages = pg::update(pg::model<person>).set(col<&person::age> = col<&person::age> + 0).all_rows();
    constexpr auto changed = pg::alias<person, "changed">;
    const auto older = pg::cte(ages.returning(pg::model<person>)).as(changed);
    EXPECT_EQ(db.all(pg::with_recursive(older).select(changed).from(older)).size(), 3u);
    EXPECT_EQ(refused("with c as (select 1) select ctid from c"), "42703");
    db.execute(pg::raw_sql("create temp view seen as select * from people"));
    EXPECT_EQ(refused("select ctid from seen"), "42703");
    EXPECT_NE(refused("select * from seen tablesample bernoulli (10)"), "");
    // A table and a query of one name, of which the first is meant.
    db.execute(pg::raw_sql("create temp table oldest as select id from people where id > 1"));
    const auto known = pg::cte(pg::select(col<&oldest::id>).from(pg::model<oldest>).into<named_id>());
    const auto old = pg::cte(pg::select(col<&person::id>).where(col<&person::age> > 45).into<oldest>()).as(pg::alias<oldest, "old">);
    EXPECT_EQ(db.all(pg::with(known, old).select(col<&named_id::id>).order_by(col<&named_id::id>)), (std::vector<std::int64_t>{2, 3}));
}

TEST_F(query_checks, conditions_of_the_run_on_groups) {
    const auto found = [&](std::optional<std::int64_t> least, std::optional<std::int32_t> oldest, bool named) {
        pg::having_condition<person, team> c;
        if (least) c &= pg::count() >= *least;
        if (oldest) c &= pg::max(col<&person::age>) <= *oldest || pg::min(col<&team::name>) == "none";
        pg::condition<person, team> rows;
        if (named) rows &= col<&team::name> != "red";
        return db.all(pg::select(col<&team::id>)
                          .join(col<&person::team_id>)
                          .where(rows)
                          .group_by(col<&team::id>)
                          .having(c)
                          .order_by(col<&team::id>));
    };
    using list = std::vector<std::int64_t>;
    EXPECT_EQ(found({}, {}, false), (list{1, 2}));
    EXPECT_EQ(found(2, {}, false), (list{1}));
    EXPECT_EQ(found({}, 45, false), (list{1}));
    EXPECT_EQ(found(1, 50, false), (list{1, 2}));
    EXPECT_EQ(found(1, 50, true), (list{2}));
    EXPECT_EQ(refused("select team_id from people where count(*) > 1 group by team_id"), "42803");
    EXPECT_EQ(refused("select team_id from people group by team_id having age > 1"), "42803");
}

TEST_F(query_checks, what_stands_in_with_and_in_grouping_sets) {
    const auto names = pg::cte(pg::select(col<&person::id>, col<&person::name>).into<named>());
    const auto locking = pg::with(names)
                             .select(col<&person::age>)
                             .from(pg::model<person>)
                             .join(pg::model<named>, col<&named::id> == col<&person::id>)
                             .where(col<&named::name> == "Cy")
                             .for_update();
    EXPECT_EQ(db.all(locking), (std::vector<std::int32_t>{50}));
    EXPECT_EQ(db.all(locking.of(pg::model<person>)), (std::vector<std::int32_t>{50}));
    EXPECT_EQ(db.count(pg::select(pg::count())
                           .from(pg::model<person>)
                           .group_by(pg::rollup(col<&person::team_id>, pg::keys(col<&person::age>, col<&person::name>)))),
              6);
    EXPECT_EQ(db.count(pg::select(pg::count())
                           .from(pg::model<person>)
                           .group_by(pg::grouping_sets(pg::cube(col<&person::team_id>), pg::grouping_sets(pg::keys())))),
              4);
    const auto says = [&](const char* code, const char* sql) { EXPECT_EQ(refused(sql), code) << sql; };
    says("0A000", "with named as (select id from people) select id from named for update of named");
    says("42883", "select 1 from people group by rollup (age, cube (name))");
    says("42601", "select 1 from people group by (age, grouping sets (name))");
    says("42803", "select w from people, unnest(array_agg(name)) as words (w)");
    says("42P19", "with recursive gone as (delete from people using gone where gone.id = people.id returning people.id) "
                  "select id from gone");
    says("0A000", "with recursive reached (id) as (select id from people union select 1 union all select people.id from "
                  "people join reached on false) search depth first by id set place select id from reached");
}

}  // namespace
