// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/pretty.hpp>

#include <gtest/gtest.h>

namespace {

namespace pg = pgmodel;
using pg::col;

enum class mood { calm, busy };
struct person {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int32_t> age{};
    std::vector<std::string> tags{};
    pg::numeric<10, 2> salary{};
    mood now = mood::calm;
};

TEST(pretty, begins_a_line_with_each_clause) {
    auto old = pg::cte(pg::select<person>().where(col<&person::age> > 60)).as(pg::alias<person, "old">);
    auto q = pg::with(old)
                 .select(old[col<&person::name>], pg::count())
                 .from(old)
                 .where(old[col<&person::age>].between(61, 90) &&
                        (old[col<&person::name>] == "a" ||
                         old[col<&person::id>].in(pg::select(col<&person::id>).where(col<&person::id> > 5))))
                 .group_by(old[col<&person::name>])
                 .having(pg::count() > 1)
                 .order_by(old[col<&person::name>])
                 .limit(10)
                 .offset(20);
    EXPECT_EQ(pg::pretty(q), R"(with old as (
    select id, name, age, tags, salary, now
    from person
    where age > $1
)
select name, count(*)
from old
where age between $2 and $3
    and (name = $4 or id in (
        select id
        from person
        where id > $5
    ))
group by name
having count(*) > $6
order by name
limit $7
offset $8)");
}
TEST(pretty, leaves_words_that_only_look_like_clauses) {
    EXPECT_EQ(
        pg::pretty(
            "select extract(year from a), left(b, 2), count(*) over (partition by a order by b), "
            "percentile_cont(0.5) within group (order by c) from t where a is distinct from b for no key update"),
        R"(select extract(year from a), left(b, 2), count(*) over (partition by a order by b), percentile_cont(0.5) within group (order by c)
from t
where a is distinct from b
for no key update)");
    EXPECT_EQ(pg::pretty("select 'from (select' from \"select\" left join b on a = b cross join c union all select "
                         "E'\\' where ' from d"),
              "select 'from (select'\nfrom \"select\"\nleft join b on a = b\ncross join c\nunion all\nselect E'\\' "
              "where '\nfrom d");
}
TEST(pretty, breaks_statements_that_change_rows) {
    EXPECT_EQ(pg::pretty("insert into t (a, b) values ($1, $2), ($3, $4) on conflict (a) do update set b = excluded.b "
                         "where t.a > 5 returning a"),
              "insert into t (a, b)\nvalues ($1, $2), ($3, $4)\non conflict (a) do update set b = excluded.b\nwhere "
              "t.a > 5\nreturning a");
    EXPECT_EQ(pg::pretty("delete from t using u where t.a = u.a"), "delete from t using u\nwhere t.a = u.a");
    EXPECT_EQ(pg::pretty("merge into t using u on t.a = u.a when matched then update set b = u.b when not matched then "
                         "insert (a) values (u.a)"),
              "merge into t\nusing u on t.a = u.a\nwhen matched then update set b = u.b\nwhen not matched then insert "
              "(a) values (u.a)");
    EXPECT_EQ(pg::pretty("with u as (select a from s) merge into t using u on t.a = u.a and t.b > 1 when matched and u.b is null or "
                         "case when not u.c then t.d end = 1 then delete when not matched by source then do nothing returning t.a"),
              "with u as (\n    select a\n    from s\n)\nmerge into t\nusing u on t.a = u.a\n    and t.b > 1\nwhen matched and u.b is "
              "null or case when not u.c then t.d end = 1 then delete\nwhen not matched by source then do nothing\nreturning t.a");
}
TEST(pretty, shows_values_on_request_only) {
    auto q = pg::select<person>().where(col<&person::name> == "O'Brien \\" && col<&person::id> == -5 &&
                                        col<&person::age> == 7 && col<&person::now> == mood::busy &&
                                        col<&person::tags>.contains("a,b"));
    EXPECT_EQ(pg::pretty(q).find("Brien"), std::string::npos);
    EXPECT_EQ(pg::pretty(q, pg::show_values), R"(select id, name, age, tags, salary, now
from person
where name = E'O''Brien \\'::text
    and id = '-5'::bigint
    and age = 7
    and now = 'busy'::mood
    and tags @> '{"a,b"}'::text[])");
    EXPECT_EQ(
        pg::sql_text(pg::select(col<&person::id>).where(col<&person::salary> < pg::numeric<10, 2>(3)), pg::show_values),
        "select id from person where salary < '3.00'::numeric");
}
TEST(pretty, shows_values_of_the_run_and_of_placeholders) {
    pg::condition<person> some(col<&person::age> > 5);
    auto q = pg::select(col<&person::id>)
                 .where(some && col<&person::name> == pg::arg<std::string, "name"> &&
                        col<&person::name> != pg::arg<std::string, "name"> &&
                        col<&person::age>.is_not_distinct_from(pg::arg<std::optional<int>, "age">))
                 .limit(3);
    EXPECT_EQ(
        pg::sql_text(q, pg::show_values, pg::bind<"name">("x"), pg::bind<"age">(std::nullopt)),
        "select id from person where age > 5 and name = 'x'::text and name <> 'x'::text and age is not distinct from "
        "null::integer limit '3'::bigint");
}
TEST(pretty, puts_subscripted_values_in_brackets) {
    EXPECT_EQ(pg::detail::with_literals("select $1[1], '$1', \"$1\", E'\\'$1', $2", {"'{1}'::integer[]", "5"}),
              "select ('{1}'::integer[])[1], '$1', \"$1\", E'\\'$1', 5");
}
TEST(pretty, refuses_values_that_no_literal_can_hold) {
    EXPECT_THROW(
        pg::sql_text(pg::select<person>().where(col<&person::name> == std::string("a\0b", 3)), pg::show_values),
        pg::encode_error);
}

}  // namespace
