// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Statements that combine what others show one by one; each gives the rows of SQL by hand.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/ordered_set.hpp>
#include <pgmodel/expression/range.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/expression/text.hpp>
#include <pgmodel/expression/text_search.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/merge_into.hpp>
#include <pgmodel/query/search_cycle.hpp>
#include <pgmodel/query/values.hpp>
#include <pgmodel/testing/rolled_back.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <functional>

#include "database.hpp"

namespace pg = pgmodel;
using pg::col;
using pg::lit;

namespace expert_queries_test {

struct team {
    std::int32_t id{};
    std::string name{};
};
struct worker {
    std::int32_t id{};
    std::optional<std::int32_t> boss_id{};
    std::optional<std::int32_t> team_id{};
    std::string name{};
    std::int32_t pay{};
    std::vector<std::string> skills{};
    pg::range<std::int32_t> shift{};
    pg::jsonb_text extra{"{}"};

    static constexpr auto table() {
        using w = worker;
        return pg::table("workers", pg::field<&w::id>.primary_key(),
                         pg::field<&w::boss_id>.references(pg::model<worker>),
                         pg::field<&w::team_id>.references(pg::model<team>));
    }
};
struct level {
    std::int32_t id{};
    std::int32_t depth{};
};
struct skill {
    std::string word{};
    std::int64_t place{};
};
struct paid {
    std::int32_t id{};
    std::int32_t pay{};
};
struct wanted_pay {
    std::string name{};
    std::int32_t pay{};
};
struct wanted {
    std::int32_t id{};
    std::string name{};
};

using w = worker;
constexpr auto boss = pg::alias<worker, "boss">;
constexpr auto id = col<&w::id>;
constexpr auto name = col<&w::name>;
constexpr auto pay = col<&w::pay>;
constexpr auto of_team = col<&w::team_id>;

class expert_queries : public testing::Test {
protected:
    static inline std::string dsn;
    static void SetUpTestSuite() {
        dsn = pgmodel_test::create_database("expert_queries");
        pg::session db{dsn};
        db.create_all(pg::registry<team, worker>{});
        db.execute("insert into team values (1, 'red'), (2, 'blue'), (3, 'none')");
        db.execute("insert into workers values (1, null, 1, 'Ada', 900, '{c,sql}', '[1,5)', '{\"a\": {\"n\": 1}}'),"
                   "(2, 1, 1, 'Bob', 500, '{sql}', '[4,9)', '{}'), (3, 1, 2, 'Cy', 400, '{}', '[20,30)', '{}'),"
                   "(4, 3, null, 'Di', 400, '{c,go,sql}', 'empty', '{}')");
    }
    pg::session db{dsn};

    template <class Query>
    void same(const Query& query, const char* sql, int line = __builtin_LINE()) {
        using row = typename Query::row;
        const auto built = db.all(query);
        const auto by_hand = db.all<row>(sql);
        EXPECT_EQ(built.size(), by_hand.size()) << "line " << line << ": " << pg::sql_text(query);
        EXPECT_TRUE(built == by_hand) << "line " << line << ": " << pg::sql_text(query);
    }
};

TEST_F(expert_queries, windows_and_groups) {
    same(pg::select(of_team, pg::sum(pg::count().filter(pay > 450)).over(pg::order_by(of_team)),
                    pg::rank().over(pg::order_by(pg::sum(pay).desc())))
             .group_by(of_team)
             .order_by(of_team),
         "select team_id, sum(count(*) filter (where pay > 450)) over (order by team_id), rank() over (order by "
         "sum(pay) desc) from workers group by team_id order by team_id");
    same(pg::select(of_team, pg::grouping(of_team), pg::percentile_cont({0.25, 0.75}).within_group(pay))
             .group_by(pg::grouping_sets(pg::keys(of_team), pg::keys()))
             .having(pg::count() > 0)
             .order_by(pg::grouping(of_team), of_team.nulls_first()),
         "select team_id, grouping(team_id), percentile_cont(array[0.25, 0.75]) within group (order by pay) from workers "
         "group by grouping sets ((team_id), ()) order by grouping(team_id), team_id nulls first");
    same(pg::select(pg::mode().within_group(pay), pg::string_agg(name, ", ").order_by(pay.desc(), name),
                    pg::array_agg(pay).distinct(), pg::bool_or(pay > 800), pg::range_agg(col<&w::shift>))
             .from(pg::model<worker>),
         "select mode() within group (order by pay), string_agg(name, ', ' order by pay desc, name), array_agg(distinct "
         "pay), bool_or(pay > 800), range_agg(shift) from workers");
    same(pg::select(name, pg::first_value(name).over(pg::window<"w">), pg::sum(pay).over(pg::window<"w">.order_by(id)))
             .window(pg::window<"w">.as(pg::partition_by(of_team)))
             .order_by(id),
         "select name, first_value(name) over w, sum(pay) over (w order by id) from workers window w as (partition by "
         "team_id) order by id");
    same(pg::select(of_team, pg::max(pay) - pg::min(pay)).distinct().group_by(of_team, col<&w::boss_id>).order_by(of_team),
         "select distinct team_id, max(pay) - min(pay) from workers group by team_id, boss_id order by team_id");
}

TEST_F(expert_queries, common_tables) {
    auto tree = pg::cte(pg::select(id, lit<0>).where(col<&w::boss_id>.is_null()).into<level>().union_all(
        pg::select(id, col<&level::depth> + lit<1>)
            .from(pg::model<worker>)
            .join(pg::model<level>)
            .on(col<&level::id> == col<&w::boss_id>)
            .into<level>()));
    auto deep = pg::search_depth_first(tree, col<&level::id>);
    same(pg::with_recursive(deep)
             .select(name, col<&level::depth>, col<&team::name>)
             .from(deep)
             .join(pg::model<worker>)
             .on(id == col<&level::id>)
             .left_join(pg::model<team>)
             .on(col<&team::id> == of_team)
             .order_by(deep.search_order()),
         "with recursive level(id, depth) as (select id, 0 from workers where boss_id is null union all select w.id, "
         "depth + 1 from workers w join level on level.id = boss_id) search depth first by id set o select w.name, depth, "
         "t.name from level join workers w on w.id = level.id left join team t on t.id = team_id order by o");
}

TEST_F(expert_queries, changes_in_common_tables) {
    pg::testing::rolled_back tx{dsn};
    auto raised = pg::cte(pg::update(pg::model<worker>)
                              .set(pay = pay + 100)
                              .where(of_team == 2)
                              .returning(id, pay)
                              .into<paid>());
    const auto q = pg::with(raised)
                       .select(col<&paid::id>, col<&paid::pay>, pg::scalar(pg::select(pg::count()).from(raised)))
                       .from(raised);
    EXPECT_TRUE((tx.all(q) == std::vector<std::tuple<std::int32_t, std::int32_t, std::int64_t>>{{3, 500, 1}}));
}

TEST_F(expert_queries, lateral_and_functions) {
    same(pg::select(name, col<&skill::word>, col<&skill::place>)
             .from(pg::model<worker>)
             .left_join(pg::unnest<skill>(col<&w::skills>).with_ordinality())
             .on(lit<true>)
             .order_by(id, col<&skill::place>),
         "select name, word, place from workers left join lateral unnest(skills) with ordinality as s(word, place) on "
         "true order by id, place");
    same(pg::select(name, col<&wanted::name>)
             .from(pg::model<worker>)
             .join(pg::values<wanted>(pg::row(1, "first"), pg::row(3, "third")))
             .on(col<&wanted::id> == id)
             .order_by(id),
         "select name, v.column2 from workers join (values (1, 'first'), (3, 'third')) v on v.column1 = id order by id");
    same(pg::select(name, pg::array(pg::select(boss[name]).where(boss[pay] < pay).order_by(boss[id]))).order_by(id),
         "select name, array(select name from workers b where b.pay < w.pay order by b.id) from workers w order by id");
    same(pg::select(col<&team::name>, pg::array_agg(name).order_by(id))
             .from(pg::model<team>)
             .left_join(pg::model<worker>)
             .on(of_team == col<&team::id>)
             .group_by(col<&team::name>)
             .order_by(col<&team::name>),
         "select t.name, array_agg(w.name order by w.id) from team t left join workers w on team_id = t.id group by "
         "t.name order by t.name");
    same(pg::select(col<&team::name>, pg::cast<std::vector<pg::varchar<20>>>(col<&w::skills>), col<&w::skills> + "x")
             .from(pg::model<team>)
             .left_join(pg::model<worker>)
             .on(of_team == col<&team::id> && pay > 450)
             .order_by(col<&team::name>, id),
         "select t.name, cast(skills as varchar(20)[]), skills || 'x'::text from team t left join workers w on team_id = t.id and pay > 450 order "
         "by t.name, w.id");
}

TEST_F(expert_queries, comparisons_with_queries) {
    same(pg::select(name).where(pg::row(of_team, pay) == pg::select(boss[of_team], pg::max(boss[pay])).group_by(boss[of_team]).having(boss[of_team] == 1)).order_by(id),
         "select name from workers where (team_id, pay) = (select team_id, max(pay) from workers group by team_id having "
         "team_id = 1) order by id");
    same(pg::select(name).where(pay >= pg::all(pg::select(boss[pay]).where(boss[of_team].is_not_distinct_from(of_team)))).order_by(id),
         "select name from workers w where pay >= all (select pay from workers b where b.team_id is not distinct from "
         "w.team_id) order by id");
    same(pg::select(name).where(pay == pg::any(pg::select(pg::min(boss[pay])).group_by(boss[of_team]))).order_by(id),
         "select name from workers where pay = any (select min(pay) from workers group by team_id) order by id");
    const std::vector<std::string> words{"c", "go"};
    pg::condition<worker, decltype(boss)> c;
    c &= col<&w::skills>.overlaps(std::cref(words));
    c |= boss[pay] > pay;
    same(pg::select(name, boss[name]).from(pg::model<worker>).left_join(boss).on(boss[id] == col<&w::boss_id>).where(c).order_by(id),
         "select w.name, b.name from workers w left join workers b on b.id = w.boss_id where w.skills && '{c,go}' or "
         "b.pay > w.pay order by w.id");
    std::string terms = "ada | bob";
    same(pg::select(name).where(pg::to_tsvector<"simple">(name).matches(pg::to_tsquery<"simple">(std::cref(terms)))).order_by(id),
         "select name from workers where to_tsvector('simple', name) @@ to_tsquery('simple', 'ada | bob') order by id");
}

struct graded {
    std::int32_t id{};
    std::string grade{};
};

TEST_F(expert_queries, more_of_sources) {
    // The greatest of each group, three ways.
    same(pg::select(name, of_team).distinct_on(of_team).order_by(of_team, pay.desc()),
         "select distinct on (team_id) name, team_id from workers order by team_id, pay desc");
    auto best = pg::lateral(pg::select(boss[name], boss[pay])
                                .from(boss)
                                .where(boss[of_team] == col<&team::id>)
                                .order_by(boss[pay].desc())
                                .limit(1)
                                .into<wanted_pay>());
    same(pg::select(col<&team::name>, col<&wanted_pay::name>)
             .from(pg::model<team>)
             .left_join(best)
             .on(lit<true>)
             .order_by(col<&team::id>),
         "select t.name, b.name from team t left join lateral (select name from workers where team_id = t.id order by pay "
         "desc limit 1) b on true order by t.id");
    auto ranked = pg::subquery(pg::select(id, pg::case_when(pay > 450, "high").otherwise("low")).into<graded>());
    same(pg::select(col<&graded::grade>, pg::count(), pg::array_agg(name).order_by(name).filter(pay < 900))
             .from(ranked)
             .join(pg::model<worker>)
             .on(id == col<&graded::id>)
             .group_by(col<&graded::grade>)
             .having(pg::count() >= 1)
             .order_by(col<&graded::grade>),
         "select g.grade, count(*), array_agg(w.name order by w.name) filter (where w.pay < 900) from (select id, case when "
         "pay > 450 then 'high' else 'low' end as grade from workers) g join workers w on w.id = g.id group by g.grade "
         "having count(*) >= 1 order by g.grade");
    same(pg::select(name, pg::jsonb_build_object("name", name, "skills", col<&w::skills>, "boss", boss[name]))
             .from(pg::model<worker>)
             .left_join(boss)
             .on(boss[id] == col<&w::boss_id>)
             .order_by(id),
         "select w.name, jsonb_build_object('name', w.name, 'skills', w.skills, 'boss', b.name) from workers w left join "
         "workers b on b.id = w.boss_id order by w.id");
    same(pg::select(col<&team::name>, pg::jsonb_agg(name).order_by(id).filter(name.is_not_null()))
             .from(pg::model<team>)
             .left_join(pg::model<worker>)
             .on(of_team == col<&team::id>)
             .group_by(col<&team::id>)
             .order_by(col<&team::id>),
         "select t.name, jsonb_agg(w.name order by w.id) filter (where w.name is not null) from team t left join workers w "
         "on w.team_id = t.id group by t.id order by t.id");
    same(pg::select(name, pg::unnest(col<&w::skills>)).order_by(id),
         "select name, unnest(skills) from workers order by id");
    same(pg::select(id).except(pg::select(col<&w::boss_id>).where(col<&w::boss_id>.is_not_null())).order_by(id),
         "select id from workers except select boss_id from workers where boss_id is not null order by id");
    same(pg::select(name)
             .where(col<&w::shift>.overlaps(pg::range<std::int32_t>{3, 6}) && !pg::isempty(col<&w::shift>) &&
                    pg::upper(col<&w::shift>) - pg::lower(col<&w::shift>) >= 4)
             .order_by(pg::lower(col<&w::shift>).desc().nulls_last()),
         "select name from workers where shift && '[3,6)' and not isempty(shift) and upper(shift) - lower(shift) >= 4 order "
         "by lower(shift) desc nulls last");
    same(pg::select(pg::count()).from(pg::model<worker>).full_join(pg::model<team>).on(!(of_team != col<&team::id>)),
         "select count(*) from workers full join team on not team_id <> team.id");
    same(pg::select(of_team, pg::lag(pg::sum(pay), 1).over(pg::order_by(of_team)),
                    pg::sum(pay) * 100 / pg::sum(pg::sum(pay)).over())
             .group_by(of_team)
             .order_by(of_team),
         "select team_id, lag(sum(pay), 1) over (order by team_id), sum(pay) * 100 / sum(sum(pay)) over () from workers "
         "group by team_id order by team_id");
    same(pg::select(name, pg::avg(pay).over(pg::order_by(id).groups(pg::preceding(1), pg::following(1)).exclude_current_row()))
             .order_by(id),
         "select name, avg(pay) over (order by id groups between 1 preceding and 1 following exclude current row) from "
         "workers order by id");
    same(pg::select(name, pg::coalesce(boss[name], pg::concat(name, "*")), pg::nullif(pay, 400))
             .from(pg::model<worker>)
             .left_join(boss)
             .on(boss[id] == col<&w::boss_id> && boss[pay] > 450)
             .where(pg::exists(pg::select<team>().where(col<&team::id> == of_team)) || of_team.is_null())
             .order_by(pg::case_when(of_team.is_null(), 0).otherwise(1), id)
             .limit(3)
             .offset(1),
         "select w.name, coalesce(b.name, w.name || '*'), nullif(w.pay, 400) from workers w left join workers b on b.id = "
         "w.boss_id and b.pay > 450 where exists (select from team where id = w.team_id) or w.team_id is null order by case "
         "when w.team_id is null then 0 else 1 end, w.id limit 3 offset 1");
}

TEST_F(expert_queries, changes_of_several_tables) {
    pg::testing::rolled_back tx{dsn};
    const auto up = pg::update(pg::model<worker>)
                        .set(pay = boss[pay] - 1)
                        .from(boss)
                        .where(boss[id] == col<&w::boss_id> && boss[of_team] == 2)
                        .returning(name, pay, boss[name]);
    EXPECT_TRUE((tx.all(up) == std::vector<std::tuple<std::string, std::int32_t, std::string>>{{"Di", 399, "Cy"}}));
    const auto gone = pg::delete_from(pg::model<worker>)
                          .using_(boss)
                          .where(boss[id] == col<&w::boss_id> && boss[id] == 3)
                          .returning(name, boss[name]);
    EXPECT_TRUE((tx.all(gone) == std::vector<std::tuple<std::string, std::string>>{{"Di", "Cy"}}));
    const auto upsert = pg::insert_into(pg::model<worker>)
                            .values(id = 1, name = "x", pay = 1, col<&w::skills> = std::vector<std::string>{},
                                    col<&w::shift> = pg::range<std::int32_t>{}, col<&w::extra> = pg::jsonb_text("{}"))
                            .on_conflict(id)
                            .do_update(col<&w::extra> = pg::jsonb_set(col<&w::extra>, {"a", "n"}, pg::excluded(pay)),
                                       pay = pg::greatest(pay, pg::excluded(pay)))
                            .returning(col<&w::extra>["a"]["n"].as_text(), pay);
    EXPECT_TRUE((tx.one(upsert) == std::tuple<std::optional<std::string>, std::int32_t>("1", 900)));
    auto changes = pg::cte(pg::select(id, pay).where(of_team == 1).into<paid>());
    const auto merged = pg::with(changes)
                            .merge_into(pg::model<team>)
                            .using_(changes)
                            .on(col<&team::id> == col<&paid::id>)
                            .when_matched(col<&paid::pay> > 600)
                            .then_update(col<&team::name> = pg::concat(col<&team::name>, "!"))
                            .when_matched()
                            .then_do_nothing()
                            .when_not_matched()
                            .then_insert(col<&team::id> = col<&paid::id>, col<&team::name> = "new");
    EXPECT_EQ(tx.execute(merged), 1);
    EXPECT_EQ(tx.all(pg::select(col<&team::name>).order_by(col<&team::id>)),
              (std::vector<std::string>{"red!", "blue", "none"}));
}

}  // namespace expert_queries_test
