// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What SQLAlchemy's tests of its PostgreSQL dialect ask of SELECT; README.md lists them by number.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/ordered_set.hpp>
#include <pgmodel/query/set_returning.hpp>
#include <pgmodel/query/values.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct owner {
    std::int32_t id{};
    std::string name{};
};
struct thing {
    std::int32_t id{};
    std::int32_t owner_id{};
    std::string a{};
    std::string b{};
    std::int32_t n{};
    std::vector<std::int32_t> refs{};
    pg::jsonb_text document{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::owner_id>.references(pg::model<owner>));
    }
};
struct far {
    std::int32_t id{};
    std::int32_t variadic{};

    static constexpr auto table() {
        return pg::table("far", pg::in_schema("remote"), pg::field<&far::id>.primary_key());
    }
};
struct number {
    std::int32_t n{};
};
struct named_number {
    std::int32_t n{};
    std::string name{};
};
struct reference {
    std::int32_t v{};
    std::int64_t n{};
};
struct pair {
    std::string key{};
    pg::jsonb_text value{};
};
struct record {
    std::optional<std::int32_t> CaseSensitive{};
    std::optional<pg::numeric<10, 2>> price{};
};
using t = thing;
using o = owner;

template <class Query>
std::string sql(const Query&) {
    return std::string(Query::sql());
}
/// What stands behind `select a from things `.
template <class Query>
std::string tail(const Query& query) {
    return sql(query).substr(std::string_view("select a from things ").size());
}
constexpr auto a = pg::select(col<&t::a>);

TEST(sqlalchemy_select, case_36_for_update) {
    EXPECT_EQ(tail(a.for_update()), "for update");
    EXPECT_EQ(tail(a.for_share()), "for share");
    EXPECT_EQ(tail(a.for_no_key_update()), "for no key update");
    EXPECT_EQ(tail(a.for_key_share()), "for key share");
    EXPECT_EQ(tail(a.for_update().nowait()), "for update nowait");
    EXPECT_EQ(tail(a.for_share().skip_locked()), "for share skip locked");
    EXPECT_EQ(tail(a.for_update().of(pg::model<t>).nowait()), "for update of things nowait");
    EXPECT_EQ(sql(a.join(pg::model<o>).for_key_share().of(pg::model<t>, pg::model<o>).skip_locked()),
              "select things.a from things join owner on things.owner_id = owner.id for key share of things, owner "
              "skip locked");
    constexpr auto x = pg::alias<t, "x">;
    EXPECT_EQ(sql(pg::select(x[col<&t::a>]).from(x).for_update().of(x)), "select a from things as x for update of x");
    EXPECT_EQ(sql(pg::select(col<&far::id>).for_update().of(pg::model<far>)),
              "select id from remote.far for update of far")
        << "OF takes no schema";
}

TEST(sqlalchemy_select, case_37_distinct_on) {
    EXPECT_EQ(sql(a.distinct_on(col<&t::a>, col<&t::b>)), "select distinct on (a, b) a from things");
    EXPECT_EQ(sql(a.distinct_on(pg::lower(col<&t::a>)).order_by(pg::lower(col<&t::a>), col<&t::n>.desc())),
              "select distinct on (lower(a)) a from things order by lower(a), n desc");
    EXPECT_EQ(sql(a.distinct()), "select distinct a from things");
}

TEST(sqlalchemy_select, case_38_fetch) {
    EXPECT_EQ(tail(a.order_by(col<&t::n>).fetch_with_ties(3).offset(5)), "order by n fetch first $1 rows with ties offset $2");
    EXPECT_EQ(tail(a.offset(5)), "offset $1");
    EXPECT_EQ(tail(a.limit(5)), "limit $1");
}

TEST(sqlalchemy_select, case_39_only) {
    EXPECT_EQ(sql(a.from(pg::only(pg::model<t>))), "select a from only things");
    constexpr auto foo = pg::alias<t, "foo">;
    EXPECT_EQ(sql(pg::select(foo[col<&t::a>]).from(pg::only(foo))), "select a from only things as foo");
}

TEST(sqlalchemy_select, case_40_ordered_aggregates) {
    EXPECT_EQ(sql(pg::select(pg::array_agg(col<&t::a>).order_by(col<&t::b>.desc()),
                             pg::string_agg(col<&t::a>, lit<",">).order_by(col<&t::a>, col<&t::b>.desc()))),
              "select array_agg(a order by b desc), string_agg(a, ',' order by a, b desc) from things");
}

TEST(sqlalchemy_select, case_41_subscript_of_a_filtered_aggregate) {
    EXPECT_EQ(sql(pg::select(pg::array_agg(col<&t::n>).filter(col<&t::n> % 2 == 0)[7])),
              "select (array_agg(n) filter (where n % $1 = $2))[$3] from things");
}

TEST(sqlalchemy_select, case_42_filter_over_a_window) {
    const auto window = pg::partition_by(col<&t::a>).order_by(col<&t::n>);
    EXPECT_EQ(sql(pg::select(pg::count().filter(col<&t::n> > 1).over(window.rows(pg::following(1), pg::following(5))))),
              "select count(*) filter (where n > $1) over (partition by a order by n rows between $2 following and $3 "
              "following) from things");
    EXPECT_EQ(sql(pg::select(pg::count().filter(col<&t::n> > 1).over(window.range(pg::preceding(1), pg::current_row)))),
              "select count(*) filter (where n > $1) over (partition by a order by n range between $2 preceding and "
              "current row) from things");
    EXPECT_EQ(sql(pg::select(pg::sum(col<&t::n>).filter(col<&t::n> > 1).over(window.groups(pg::preceding(1), pg::following(5))))),
              "select sum(n) filter (where n > $1) over (partition by a order by n groups between $2 preceding and $3 "
              "following) from things");
}

TEST(sqlalchemy_select, case_43_within_group) {
    EXPECT_EQ(sql(pg::select(pg::percentile_cont(0.5).within_group(col<&t::n>.desc()),
                             pg::percentile_disc(0.5).within_group(col<&t::a>),
                             pg::mode().within_group(col<&t::a>).filter(col<&t::n> > 1))),
              "select percentile_cont($1) within group (order by n desc), percentile_disc($2) within group (order by a), "
              "mode() within group (order by a) filter (where n > $3) from things");
}

TEST(sqlalchemy_select, case_44_frames) {
    const auto window = pg::order_by(col<&t::n>);
    const auto over = [](const auto& spec) { return sql(pg::select(pg::count().over(spec))); };
    EXPECT_EQ(over(window.rows(pg::current_row, pg::unbounded_following)),
              "select count(*) over (order by n rows between current row and unbounded following) from things");
    EXPECT_EQ(over(window.rows(pg::preceding(10), pg::following(1))),
              "select count(*) over (order by n rows between $1 preceding and $2 following) from things");
    EXPECT_EQ(over(window.rows(pg::unbounded_preceding)),
              "select count(*) over (order by n rows between unbounded preceding and current row) from things");
    EXPECT_EQ(over(window.range(pg::unbounded_preceding, pg::current_row).exclude_ties()),
              "select count(*) over (order by n range between unbounded preceding and current row exclude ties) from things");
    EXPECT_EQ(over(window.groups(pg::preceding(1), pg::following(2)).exclude_group()),
              "select count(*) over (order by n groups between $1 preceding and $2 following exclude group) from things");
    EXPECT_EQ(over(window.rows(pg::preceding(1), pg::following(1)).exclude_current_row()),
              "select count(*) over (order by n rows between $1 preceding and $2 following exclude current row) from things");
    EXPECT_THROW(pg::following(-1), pg::usage_error);
}

TEST(sqlalchemy_select, case_45_grouping_sets) {
    const auto count = pg::select(pg::count()).from(pg::model<t>);
    EXPECT_EQ(sql(count.group_by(pg::grouping_sets(pg::keys(col<&t::a>, col<&t::b>), pg::keys(col<&t::n>, col<&t::id>)))),
              "select count(*) from things group by grouping sets ((a, b), (n, id))");
    EXPECT_EQ(sql(count.group_by(pg::cube(col<&t::a>, col<&t::b>))), "select count(*) from things group by cube (a, b)");
    EXPECT_EQ(sql(count.group_by(pg::rollup(pg::keys(col<&t::a>, col<&t::b>), col<&t::n>))),
              "select count(*) from things group by rollup ((a, b), n)");
    EXPECT_EQ(sql(count.group_by(col<&t::id>, pg::rollup(col<&t::a>))), "select count(*) from things group by id, rollup (a)");
}

TEST(sqlalchemy_select, case_46_lateral) {
    const auto inner = pg::lateral(pg::select<t>().where(col<&t::owner_id> == col<&o::id>).limit(1));
    EXPECT_EQ(sql(pg::select(col<&t::a>).from(pg::model<o>).join(inner)),
              "select things.a from owner join lateral (select things.id, things.owner_id, things.a, things.b, things.n, "
              "things.refs, things.document from things where things.owner_id = owner.id limit $1) as things on true");
    EXPECT_EQ(sql(pg::select(col<&t::a>, col<&number::n>).join(pg::generate_series<number>(1, col<&t::n>))),
              "select things.a, number.n from things join generate_series($1, things.n) as number (n) on true")
        << "functions see what stands before them without LATERAL";
}

TEST(sqlalchemy_select, case_47_values) {
    EXPECT_EQ(sql(pg::select(col<&o::id>, col<&number::n>).cross_join(pg::lateral(pg::values<number>(col<&o::id>, col<&o::id> + 1)))),
              "select owner.id, number.n from owner cross join lateral (values (owner.id), (owner.id + $1)) as number (n)");
    EXPECT_EQ(sql(pg::select(col<&o::id>, pg::scalar(pg::select(pg::max(col<&number::n>))
                                                         .from(pg::values<number>(col<&o::id>, lit<7>))))),
              "select id, (select max(number.n) from (values (owner.id), (7)) as number (n)) from owner");
    constexpr auto v = pg::alias<named_number, "v">;
    EXPECT_EQ(sql(pg::select(v).from(pg::values<named_number>(pg::row(1, "one"), pg::row(lit<2>, lit<"two">)).as(v))),
              "select n, name from (values ($1, $2), (2, 'two')) as v (n, name)");
    const auto rows = pg::values(std::vector<named_number>{{1, "one"}, {2, "two"}, {3, "three"}});
    EXPECT_EQ(sql(pg::select<named_number>().from(rows)), "select n, name from unnest($1, $2) as named_number (n, name)")
        << "the same text for any number of rows";
}

TEST(sqlalchemy_select, case_48_values_in_with) {
    constexpr auto c = pg::alias<named_number, "c">;
    const auto rows = pg::cte(pg::values<named_number>(pg::row(1, "a"), pg::row(2, "b")).as(c));
    EXPECT_EQ(sql(pg::with(rows).select(c[col<&named_number::n>]).from(rows)),
              "with c (n, name) as (values ($1, $2), ($3, $4)) select n from c");
}

TEST(sqlalchemy_select, case_49_recursive_and_prefixes) {
    const auto numbers = pg::cte(pg::select(lit<1>).into<number>().union_(
        pg::select(col<&number::n> + lit<1>).from(pg::model<number>).where(col<&number::n> < lit<9>).into<number>()));
    EXPECT_EQ(sql(pg::with_recursive(numbers).select<number>().from(numbers)),
              "with recursive number as (select 1 as n union select n + 1 as n from number where n < 9) select n from number");
    const auto things = pg::cte(pg::select<o>());
    EXPECT_EQ(sql(pg::with(things.not_materialized()).select(col<&o::name>).from(things)),
              "with owner as not materialized (select id, name from owner) select name from owner");
    EXPECT_EQ(sql(pg::with(things.materialized()).select(col<&o::name>).from(things)),
              "with owner as materialized (select id, name from owner) select name from owner");
}

TEST(sqlalchemy_select, case_51_with_inside_of_a_subquery) {
    const auto inner = pg::cte(pg::select(col<&t::n>).into<number>());
    EXPECT_EQ(sql(pg::select<o>().where(
                  col<&o::id>.in(pg::with(inner).select(pg::max(col<&number::n>)).from(inner)))),
              "select id, name from owner where id in (with number as (select n from things) select max(n) from number)");
}

TEST(sqlalchemy_select, case_52_with_ordinality) {
    constexpr auto u = pg::alias<reference, "u">;
    EXPECT_EQ(sql(pg::select(col<&t::id>, u[col<&reference::v>], u[col<&reference::n>])
                      .left_join(pg::unnest<reference>(col<&t::refs>).with_ordinality().as(u))),
              "select things.id, u.v, u.n from things left join unnest(things.refs) with ordinality as u (v, n) on true");
}

inline constexpr auto jsonb_each = pg::set_returning<"jsonb_each", pair(pg::jsonb_text)>;

TEST(sqlalchemy_select, case_53_functions_as_tables) {
    EXPECT_EQ(sql(pg::select(col<&t::id>, col<&pair::key>, col<&pair::value>).cross_join(jsonb_each(col<&t::document>))),
              "select things.id, pair.key, pair.value from things cross join jsonb_each(things.document) as pair (key, value)");
    EXPECT_EQ(sql(pg::select<record>().from(pg::jsonb_to_recordset<record>(pg::value(pg::jsonb_text("[]"))))),
              "select \"CaseSensitive\", price from jsonb_to_recordset($1) as record (\"CaseSensitive\" integer, price "
              "numeric(10,2))");
}

TEST(sqlalchemy_select, case_54_samples) {
    constexpr auto x = pg::alias<t, "x">;
    EXPECT_EQ(sql(pg::select(x[col<&t::a>]).from(pg::tablesample(x, pg::bernoulli(10).repeatable(0.5)))),
              "select a from things as x tablesample bernoulli ($1) repeatable ($2)");
    EXPECT_EQ(sql(a.from(pg::tablesample(pg::model<t>, pg::system_pages(1)))), "select a from things tablesample system ($1)");
}

TEST(sqlalchemy_select, case_57_reserved_words) {
    EXPECT_EQ(sql(pg::select(col<&far::variadic>)), "select \"variadic\" from remote.far");
}

TEST(sqlalchemy_select, case_60_a_condition_that_links_two_tables) {
    EXPECT_EQ(sql(pg::select(col<&o::id>).from(pg::model<o>, pg::model<t>).where(col<&t::refs>.overlaps(pg::array(col<&o::id>)))),
              "select owner.id from owner, things where things.refs && array[owner.id]");
}

TEST(sqlalchemy_select, case_63_paths_of_documents) {
    const auto at = [](const auto& condition) { return tail(a.where(condition)); };
    EXPECT_EQ(at(pg::at_path(col<&t::document>, {"a", "0"}).is_null()), "where document #> $1 is null");
    EXPECT_EQ(at(pg::cast<std::int32_t>(col<&t::document>["a"].as_text()) == 5), "where cast(document ->> $1 as integer) = $2");
}

TEST(sqlalchemy_select, case_66_parts_of_what_a_function_returns) {
    EXPECT_EQ(sql(pg::select(pg::jsonb_array_elements(col<&t::document>)["k"])),
              "select jsonb_array_elements(document) -> $1 from things");
    EXPECT_EQ(sql(pg::select(pg::cast<pg::jsonb_text>(col<&t::a>)["k"].as_text())), "select cast(a as jsonb) ->> $1 from things");
}

}  // namespace
