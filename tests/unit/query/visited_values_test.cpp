// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A statement's values are visited in the order of its parameters, whatever part of it holds them. The values of each
// statement here are 1, 2, 3 ... as they stand in its text.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/ordered_set.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/expression/text_search.hpp>
#include <pgmodel/query/changes.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/fields.hpp>
#include <pgmodel/query/literal_sql.hpp>
#include <pgmodel/query/merge_into.hpp>
#include <pgmodel/query/run_time_text.hpp>
#include <pgmodel/query/search_cycle.hpp>
#include <pgmodel/query/set_returning.hpp>
#include <pgmodel/query/sort.hpp>
#include <pgmodel/query/values.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <cctype>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct shelf {
    std::int64_t id{};
    std::int64_t floor{};
};
struct book {
    std::int64_t id{};
    std::int64_t shelf_id{};
    std::int64_t pages{};
    std::string title{};
    std::optional<std::int64_t> price{};
    std::vector<std::int64_t> marks{};
    pg::jsonb_text facts{};

    static constexpr auto table() {
        using b = book;
        return pg::table("book", pg::field<&b::id>.primary_key(), pg::field<&b::shelf_id>.references(col<&shelf::id>));
    }
};
struct number {
    std::int64_t n{};
};
struct pair {
    std::int64_t a{};
    std::optional<std::int64_t> b{};
};
struct text {
    std::optional<std::string> value{};
};
struct both {
    std::optional<std::int64_t> a{}, b{};
};
struct step {
    std::int64_t id{};
    std::int64_t depth{};
};
using b = book;
constexpr auto id = col<&b::id>;
constexpr auto pages = col<&b::pages>;
constexpr auto title = col<&b::title>;
constexpr auto price = col<&b::price>;
constexpr auto marks = col<&b::marks>;
constexpr auto facts = col<&b::facts>;
constexpr auto floor_of_shelf = col<&shelf::floor>;

constexpr auto x(std::int64_t n) { return pg::value(n); }

/// The last number of each literal.
std::vector<int> numbers(const std::vector<std::string>& literals) {
    std::vector<int> all;
    for (const std::string& literal : literals) {
        std::size_t end = literal.size();
        while (end > 0 && !std::isdigit(static_cast<unsigned char>(literal[end - 1]))) --end;
        std::size_t begin = end;
        while (begin > 0 && std::isdigit(static_cast<unsigned char>(literal[begin - 1]))) --begin;
        all.push_back(begin < end ? std::stoi(literal.substr(begin, end - begin)) : -1);
    }
    return all;
}

struct statement_text {
    std::string sql;
    std::size_t parameters;
};
void compare(const statement_text& text, const std::vector<std::string>& literals, int line) {
    std::vector<int> expected;
    for (std::size_t i = 1; i <= text.parameters; ++i) expected.push_back(static_cast<int>(i));
    EXPECT_EQ(numbers(literals), expected) << "line " << line << ": " << text.sql;
    EXPECT_NE(text.parameters, 0u) << "line " << line << ": " << text.sql;
}
/// `Statement`: the query, or what counts its rows.
template <class Statement, class Query, class... Bound>
void expect_values(int line, const Query& query, const Bound&... bound) {
    std::vector<std::string> literals;
    pg::detail::argument_collector<pg::detail::value_gatherer, Bound...> gather({nullptr, &literals}, bound...);
    query.visit(gather);
    const auto made = pg::detail::render_at_run_time<Statement>(query);
    compare({std::string(made.sql()), made.parameters()}, literals, line);
}
template <class Query, class... Bound>
void expect_bound(int line, const Query& query, const Bound&... bound) {
    expect_values<Query>(line, query, bound...);
    const auto made = pg::detail::render_at_run_time<Query>(query);
    if constexpr (!Query::dynamic) {
        EXPECT_EQ(Query::sql(), made.sql()) << "line " << line;
    }
    EXPECT_FALSE(Query::constant) << "line " << line;
    // What has no parameter only has no constant.
}
template <class Query>
void expect(const Query& query, int line = __builtin_LINE()) {
    expect_bound(line, query);
}
/// An expression, wherever it may stand in a query: the list, a condition, a key of an order and of a group's rows.
template <class E>
void expect_in_query(const E& e, int line = __builtin_LINE()) {
    expect_bound(line, pg::select(e).from(pg::model<book>));
}

TEST(visited_values, of_operators_and_functions) {
    expect_in_query(x(1) + pages * 2);
    expect_in_query(-x(1));
    expect_in_query((pages > 1) && !(price.is_distinct_from(2)) && (title != "3"));
    expect_in_query((pages == 1).is_null());
    expect_in_query(pages.between(1, 2));
    expect_in_query(title.like("1") || title.starts_with("2") || title.contains("3"));
    expect_in_query(pages.in({1}) || pages.not_in(std::vector<std::int64_t>{2}));
    expect_in_query(pages == pg::any(std::vector<std::int64_t>{1}));
    expect_in_query(x(1) == pg::all(marks));
    expect_in_query(pg::coalesce(price, 1));
    expect_in_query(pg::greatest(pages, 1, 2));
    expect_in_query(pg::nullif(pages, 1));
    expect_in_query(pg::case_when(pages > 1, x(2)).when(pages > 3, x(4)).otherwise(x(5)));
    expect_in_query(pg::cast<std::string>(x(1)));
    expect_in_query(marks[1]);
    expect_in_query(pg::slice(marks, 1, 2));
    expect_in_query(pg::slice(marks, pg::open_end, 1));
    expect_in_query(pg::array(x(1), 2));
    expect_in_query(marks.contains(1) || marks.overlaps(std::vector<std::int64_t>{2}));
    expect_in_query(facts["1"][2].as_text());
    expect_in_query(pg::raw<"$2 + $1 + $2", std::int64_t>(pages, id) + 1);
    expect_in_query(pg::to_tsvector<"simple">(title).matches(pg::websearch<"simple">("1")));
    expect_in_query(pg::extract<"year">(pg::now()) + 1);
}

TEST(visited_values, of_raw_text_in_the_order_of_its_placeholders) {
    expect_in_query(pg::raw<"$2 - $1", std::int64_t>(2, 1));
    expect_in_query(pg::raw<"$1", std::int64_t>(1));
}

TEST(visited_values, of_what_is_elsewhere) {
    const std::int64_t one = 1, two = 2;
    const std::vector<std::int64_t> list{3};
    expect_in_query(pages + std::cref(one) == std::cref(two) || pages.in(std::cref(list)));
    expect_in_query(pages == 1 || pages == 2 || pages == pg::any(std::cref(list)));
    expect_in_query(pg::count().over(pg::order_by(id).rows(pg::preceding(std::cref(one)))));
    expect(pg::select<pair>().from(pg::values<pair>(pg::row(std::cref(one), std::cref(two)))));
}

TEST(visited_values, of_rows) {
    expect_in_query(pg::row(pages, id) < pg::row(1, 2));
    expect_in_query(pg::row(pages, id).in(std::vector<std::tuple<std::int64_t, std::int64_t>>{{1, 2}}));
    expect_in_query(pg::row(pages, id).in(pg::select(id, pages).from(pg::model<book>).where(pages == 1)));
}

TEST(visited_values, of_subqueries) {
    const auto inner = pg::select(id).from(pg::model<book>).where(pages == 1);
    expect_in_query(pages.in(inner) || pages > 2);
    expect_in_query(pages.not_in(inner.limit(2)));
    expect_in_query(pg::exists(inner));
    expect_in_query(pg::exists(pg::select(pages + 1).from(pg::model<book>).where(pages > 2).order_by(pages + 3)));
    expect_in_query(pg::scalar(inner.limit(2)) + 3);
    expect_in_query(pg::array(inner));
    expect_in_query(pages == pg::any(inner));
    expect_in_query(pages > pg::all(inner));
}

TEST(visited_values, of_aggregates_and_windows) {
    expect_in_query(pg::sum(pages + 1).filter(pages > 2));
    expect_in_query(pg::string_agg(title, "1").order_by((pages + 2).desc()).filter(pages > 3));
    expect_in_query(pg::percentile_cont(1).within_group(pages + 2));
    expect_in_query(pg::percentile_disc(std::vector<double>{1}).within_group(pages).filter(pages > 2));
    expect_in_query(pg::rank(1, 2).within_group(pages, id + 3));
    expect_in_query(
        pg::lag(pages, 1, 2)
            .over(pg::partition_by(pages + 3).order_by((pages + 4).desc()).rows(pg::preceding(5), pg::following(6))));
    expect_in_query(pg::sum(pages).over(pg::order_by(pages).range(pg::preceding(1), pg::following(2))));
    expect_in_query(pg::sum(pages).over(pg::order_by(pages).groups(pg::preceding(1)).exclude_ties()));
    expect_in_query(pg::count().filter(pages > 1).over(pg::partition_by(pages)));
    expect_in_query(pg::nth_value(pages, 1).over(pg::order_by(pages)));
    expect(
        pg::select(pg::sum(pages + 1).over(pg::window<"w">), pg::row_number().over(pg::window<"v">.order_by(id + 2)))
            .window(pg::window<"w">.as(pg::partition_by(pages + 3)), pg::window<"v">.as(pg::partition_by(pages + 4))));
}

TEST(visited_values, of_the_clauses_of_a_query) {
    expect(pg::select(pages + 1, id)
               .where(pages > 2)
               .group_by(pages, id)
               .having(pg::count() > 3)
               .order_by((pg::max(pages) + 4).desc(), pages * 5)
               .limit(6)
               .offset(7));
    expect(pg::select(pages).where(pages > 1).where(pages > 2).distinct_on(pages).order_by(pages).limit(3));
    expect(pg::select(pages).where(pages > 1).for_update());
    expect(pg::select(pages).order_by(pages + 1));
    expect(pg::select(pages).order_by(pages).offset(1));
    expect(pg::select(pages).order_by(pages).fetch_with_ties(1));
    expect(pg::select(pages).group_by(pages).having(pg::count() > 1));
    expect(pg::select(pg::count()).from(pg::model<book>).having(pg::count() > 1));
    expect(pg::select(pages + 1, pg::model<book>));
}

template <class Query>
void expect_counted(const Query& query, int line = __builtin_LINE()) {
    expect_values<pg::detail::count_query<Query>>(line, query);
    expect_values<pg::detail::any_query<Query>>(line, query);
}
TEST(visited_values, of_queries_whose_rows_are_counted) {
    expect_counted(pg::select(pages).where(pages > 1));
    expect_counted(pg::select(pages).where(pages > 1).order_by(id));
    expect_counted(pg::select(pages + 1).where(pages > 2).order_by(pages + 3));
    expect_counted(pg::select(pages).where(pages > 1).order_by(pages + 2).limit(3));
    expect_counted(pg::select(pages, pg::count().filter(pages > 1)).group_by(pages).having(pg::count() > 2));
    expect_counted(pg::select(pages).where(pages == 1).union_(pg::select(id).where(pages == 2)));
}

TEST(visited_values, of_sources) {
    expect(pg::select(pages)
               .join(pg::model<shelf>)
               .on(floor_of_shelf == 1)
               .left_join(pg::alias<shelf, "s">)
               .on(pages == 2));
    expect(pg::select(pages).from(pg::tablesample(pg::model<book>, pg::bernoulli(1))));
    expect(pg::select(pages)
               .from(pg::tablesample(pg::only(pg::model<book>), pg::system_pages(1).repeatable(2)))
               .where(pages > 3));
    expect(pg::select(pages).from(pg::with_removed(pg::tablesample(pg::model<book>, pg::bernoulli(1)))));
    const auto inner = pg::select(id + 1, price).where(pages > 2).into<pair>();
    expect(pg::select<pair>().from(pg::subquery(inner)).where(col<&pair::a> > 3));
    expect(pg::select(pages).join(pg::lateral(inner)).on(col<&pair::a> > 3));
    expect(pg::select(pages).cross_join(pg::lateral(inner)));
    expect(pg::select<number>().from(pg::generate_series<number>(1, 2, 3)));
    expect(pg::select<number>().from(pg::generate_series<number>(1, 2)).where(col<&number::n> > 3));
    expect(pg::select<number>().from(pg::unnest<number>(pg::value(std::vector<std::int64_t>{1}))));
    expect(pg::select(pages).cross_join(pg::unnest<number>(pg::array_append(marks, 1))));
    expect(pg::select<number>().from(pg::table_function<number>(pg::raw<"f($1)", std::int64_t>(1))));
    expect(pg::select<pair>().from(pg::values<pair>(pg::row(1, 2), pg::row(3, 4))));
    expect(pg::select(pages).cross_join(pg::lateral(pg::values<number>(1, pages + 2))));
    expect(pg::select<number>().from(pg::values(std::vector<number>{{1}})));
    expect(pg::select<both>().from(
        pg::rows_from<both>(pg::unnest(pg::value(std::vector<std::int64_t>{1})), pg::generate_series<number>(2, 3))));
    expect(pg::select<both>().from(pg::jsonb_to_recordset<both>(pg::value(pg::jsonb_text("1")))));
    expect(pg::select<pair>().from(pg::set_returning<"f", pair(std::int64_t)>(1)));
}

TEST(visited_values, of_with_and_set_operations) {
    const auto one = pg::cte(pg::select(id, price).where(pages > 1).into<pair>());
    expect(pg::with(one.materialized()).select<pair>().from(one).where(col<&pair::a> > 2));
    expect(pg::with(one).select<pair>().from(one));
    expect(pg::with(pg::cte(pg::values<pair>(pg::row(1, 2)))).select<pair>());
    const auto steps = pg::cte(pg::select(id, pg::value(std::int64_t{1}))
                                   .into<step>()
                                   .union_all(pg::select(id, col<&step::depth> + 2)
                                                  .into<step>()
                                                  .from(pg::model<book>)
                                                  .join(pg::model<step>)
                                                  .on(col<&step::id> == col<&b::shelf_id>)
                                                  .where(col<&step::depth> < 3)));
    expect(pg::with_recursive(steps).select<step>().from(steps).where(col<&step::depth> > 4));
    expect(pg::with_recursive(steps).select<step>().from(steps));
    expect(pg::with_recursive(pg::search_depth_first(steps, col<&step::id>)).select<step>().from(steps));
    expect(pg::with_recursive(pg::detect_cycles(steps, col<&step::id>)).select<step>().from(steps));
    expect(pg::select(pages)
               .where(pages == 1)
               .union_(pg::select(id).where(pages == 2))
               .order_by(pages)
               .limit(3)
               .offset(4));
    expect(pg::select(pages).union_all(pg::select(id).where(pages == 1).limit(2)));
    expect(pg::select(pages).intersect(pg::select(id)).limit(1));
    expect(pg::select(pages).except_all(pg::select(id)).order_by(pages).fetch_with_ties(1).offset(2));
    expect(pg::select(pages).except(pg::select(id)).offset(1));
    expect(pg::with(one).select(col<&pair::a>).from(one).union_(pg::select(id).where(pages == 2)));
    expect(pg::select<pair>().from(
        pg::subquery(pg::select(id, price).into<pair>().union_(pg::select(pages, price).into<pair>()).limit(1))));
}

TEST(visited_values, of_statements_that_change_rows) {
    const auto added = pg::insert_into(pg::model<shelf>).values(col<&shelf::id> = 1, floor_of_shelf = 2);
    expect(added);
    expect(added.values(col<&shelf::id> = 3, floor_of_shelf = x(4)).returning(floor_of_shelf + 5));
    expect(added.on_conflict(col<&shelf::id>)
               .do_update(floor_of_shelf = pg::excluded(floor_of_shelf) + 3)
               .where(floor_of_shelf > 4)
               .returning(floor_of_shelf * 5));
    expect(pg::insert_into(pg::model<shelf>)
               .columns(col<&shelf::id>, floor_of_shelf)
               .select(pg::select(id + 1, pages).where(pages > 2)));
    expect(pg::update(pg::model<book>)
               .set(pages = 1, marks[2] = 3, facts["4"] = 5, title = pg::upper("6"))
               .from(pg::subquery(pg::select(id, price).where(pages > 7).into<pair>()))
               .where(col<&pair::a> == id && id > 8)
               .returning(pages + 9));
    expect(pg::update(pg::model<book>)
               .set(pg::row(pages, price) = pg::select(floor_of_shelf, floor_of_shelf + 1).where(floor_of_shelf > 2))
               .where(id == 3));
    expect(pg::delete_from(pg::model<book>)
               .using_(pg::subquery(pg::select(id, price).where(pages > 1).into<pair>()))
               .where(id == 2 && col<&pair::a> == 3)
               .returning(pages + 4));
    const auto gone = pg::cte(pg::delete_from(pg::model<book>).where(id == 1).returning(id, price).into<pair>());
    expect(pg::with(gone).select<pair>().from(gone).where(col<&pair::a> > 2));
    expect(pg::with(pg::cte<"moved">(pg::update(pg::model<book>).set(pages = 1).where(id == 2)))
               .select(pg::model<shelf>)
               .where(floor_of_shelf == 3));
    const auto read = pg::cte(pg::select(id, price).where(pages > 1).into<pair>());
    expect(pg::with(read)
               .insert_into(pg::model<shelf>)
               .columns(col<&shelf::id>, floor_of_shelf)
               .select(pg::select(col<&pair::a>, x(2)).from(read)));
    expect(pg::with(read).update(pg::model<book>).set(pages = 2).from(read).where(id == col<&pair::a> && id == 3));
    expect(pg::with(read).delete_from(pg::model<book>).using_(read).where(id == col<&pair::a> && id == 2));
    expect(pg::merge_into(pg::model<shelf>)
               .using_(pg::subquery(pg::select(id, price).where(pages > 1).into<pair>()))
               .on(floor_of_shelf == col<&pair::a> + 2)
               .when_matched(floor_of_shelf > 3)
               .then_update(floor_of_shelf = 4)
               .when_not_matched(col<&pair::a> == 5)
               .then_insert(col<&shelf::id> = 6, floor_of_shelf = col<&pair::a> + 7)
               .returning(floor_of_shelf + 8));
}

TEST(visited_values, of_parts_known_when_the_program_runs) {
    pg::condition<book> c = pages > 1;
    c &= pages < 2;
    expect(pg::select(pages).where(c && id == 3));
    expect(pg::select(pages).where(!c).order_by(pg::sort<book>("title", pg::allow<&b::title>())));
    expect(pg::delete_from(pg::model<book>).where(c));
    expect_in_query(pg::count().filter(c));
    expect_in_query(pg::bool_and(c));
    expect_in_query(pg::case_when(c, lit<1>).otherwise(lit<2>));
    expect_in_query(pg::coalesce(c, lit<false>));
    expect_in_query(pg::cast<std::string>(c));
    expect_in_query(pg::raw<"$1", bool>(c));
    expect_in_query(marks[pg::cast<std::int32_t>(c)]);
    expect_in_query(id == pg::any(pg::array(pg::case_when(c, id).otherwise(pages))));
    expect_in_query(pg::to_tsvector<"simple">(pg::cast<std::string>(c)).matches(pg::websearch<"simple">("3")));
    expect_in_query(pg::cast<std::string>(c).between(title, title));
    expect_in_query(pg::mode().within_group(c));
    expect_in_query(pg::count().over(pg::partition_by(c)));
    expect_in_query(pg::row_number().over(pg::order_by(c)));
    expect_in_query(pg::lag(pg::cast<std::string>(c)).over(pg::order_by(id)));
    expect(pg::select(pg::row_number().over(pg::window<"w">))
               .window(pg::window<"w">.as(pg::order_by(c.desc())))
               .from(pg::model<book>));
    expect(pg::select(id).order_by(c.desc()));
    const pg::condition<book> more = pages > 3;
    expect_counted(pg::select(id).where(c).order_by(more.desc(), pg::case_when(id > 4, title)));
    const auto found = pg::scalar(pg::select(id).where(c).limit(3));
    expect(pg::insert_into(pg::model<shelf>).values(col<&shelf::id> = pg::coalesce(found, lit<0>), floor_of_shelf = 4));
    const auto added = pg::insert_into(pg::model<shelf>).values(col<&shelf::id> = lit<1>, floor_of_shelf = lit<2>);
    expect(added.on_conflict(col<&shelf::id>).do_update(floor_of_shelf = pg::coalesce(found, lit<0>)));
    expect(added.returning(pg::coalesce(found, lit<0>)));
    expect(pg::merge_into(pg::model<book>)
               .using_(pg::model<shelf>)
               .on(id == col<&shelf::id>)
               .when_matched()
               .then_update(pages = pg::case_when(c, id).otherwise(pages)));
    expect(pg::select(id).cross_join(pg::unnest<text>(pg::array(pg::cast<std::string>(c)))));
    expect(pg::select(id).cross_join(pg::jsonb_to_recordset<both>(pg::cast<pg::jsonb_text>(pg::cast<std::string>(c)))));
    expect(pg::update(pg::model<book>).set(pages = pg::case_when(c, id).otherwise(pages)).all_rows());
    expect(pg::update(pg::model<book>).set(price = pg::scalar(pg::select(id).where(c).limit(3))).all_rows());
    pg::changes<book> set;
    set.set(pages = 1);
    expect(pg::update(pg::model<book>).set(set).where(id == 2));
    const auto wanted = pg::fields<book>("pages", pg::allow<&b::pages, &b::title>());
    expect(pg::select(id, wanted.only(pages)).where(pages > 1));
}

TEST(visited_values, of_placeholders) {
    const std::int64_t one = 1, three = 3;
    const auto q = pg::select(pages + pg::arg<std::int64_t, "one">)
                       .where(pages > 2 && id != pg::arg<std::int64_t, "one">)
                       .limit(pg::arg<std::int64_t, "three">);
    expect_bound(__LINE__, q, pg::bind<"one">(one), pg::bind<"three">(three));
}

}  // namespace
