// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// More of what PostgreSQL can be asked of Pagila: groups of several kinds, frames that leave rows out, functions and samples in
// FROM, arrays and ranges. Each answer of the query builder is that of the SQL which a person has written beside it.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/range.hpp>
#include <pgmodel/expression/ranking.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/query/set_returning.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "pagila_stand_in.hpp"
#include "real_data.hpp"

namespace {

namespace pg = pgmodel;
using namespace pagila;
using pg::lit;
using f = film;
using p = payment;

struct pagila_sources : pgmodel_test::real_database<pagila_sources, pgmodel_test::pagila_stand_in> {};

TEST_F(pagila_sources, cube) {
    const auto level = pg::grouping(col<&f::rating>, col<&f::rental_duration>);
    expect_rows(pg::select(col<&f::rating>, col<&f::rental_duration>, level, pg::count(), pg::avg(col<&f::length>))
                    .group_by(pg::cube(col<&f::rating>, col<&f::rental_duration>))
                    .order_by(level, col<&f::rating>, col<&f::rental_duration>),
                "select rating, rental_duration, grouping(rating, rental_duration), count(*), avg(length) from film group by "
                "cube (rating, rental_duration) order by 3, 1, 2",
                36);
}

// A key that all groups have beside others that some leave out: sums are not NULL.
TEST_F(pagila_sources, a_key_beside_a_rollup) {
    const auto q = pg::select(col<&p::staff_id>, col<&p::customer_id>, pg::sum(col<&p::amount>), pg::max(col<&p::payment_date>))
                       .where(col<&p::customer_id> <= 12)
                       .group_by(col<&p::staff_id>, pg::rollup(col<&p::customer_id>))
                       .having(pg::sum(col<&p::amount>) > 40)
                       .order_by(col<&p::staff_id>, col<&p::customer_id>.nulls_first());
    using row = std::tuple<std::int16_t, std::optional<std::int16_t>, pg::numeric<>, pg::timestamp>;
    static_assert(std::is_same_v<decltype(q)::row, row>);
    expect_rows(q,
                "select staff_id, customer_id, sum(amount), max(payment_date) from payment where customer_id <= 12 group by "
                "staff_id, rollup (customer_id) having sum(amount) > 40 order by 1, 2 nulls first",
                21);
}

TEST_F(pagila_sources, grouping_sets_of_expressions) {
    const auto month = pg::date_trunc<"month">(col<&p::payment_date>);
    expect_rows(pg::select(month, col<&p::staff_id>, pg::count(col<&p::customer_id>).distinct(), pg::sum(col<&p::amount>))
                    .group_by(pg::grouping_sets(pg::keys(month, col<&p::staff_id>), month))
                    .order_by(month, col<&p::staff_id>.nulls_last()),
                "select date_trunc('month', payment_date), staff_id, count(distinct customer_id), sum(amount) from payment "
                "group by grouping sets ((date_trunc('month', payment_date), staff_id), (date_trunc('month', payment_date))) "
                "order by 1, 2 nulls last",
                35);
}

TEST_F(pagila_sources, frames_that_leave_rows_out) {
    const auto by_rate = pg::order_by(col<&f::rental_rate>);
    expect_rows(
        pg::select(col<&f::id>,
                   pg::sum(col<&f::length>).over(by_rate.groups(pg::preceding(1), pg::following(1)).exclude_group()),
                   pg::count().over(by_rate.range(pg::unbounded_preceding, pg::current_row).exclude_ties()),
                   pg::max(col<&f::length>)
                       .over(pg::partition_by(col<&f::rating>)
                                 .order_by(col<&f::id>)
                                 .rows(pg::current_row, pg::unbounded_following)
                                 .exclude_current_row()),
                   pg::nth_value(col<&f::title>, 2).over(pg::order_by(col<&f::id>).rows(pg::unbounded_preceding, pg::following(1))))
            .order_by(col<&f::id>),
        "select film_id, sum(length) over (order by rental_rate groups between 1 preceding and 1 following exclude group), "
        "count(*) over (order by rental_rate range between unbounded preceding and current row exclude ties), "
        "max(length) over (partition by rating order by film_id rows between current row and unbounded following exclude "
        "current row), nth_value(title, 2) over (order by film_id rows between unbounded preceding and 1 following) from film "
        "order by film_id",
        1000);
}

TEST_F(pagila_sources, a_frame_of_a_length_of_time) {
    expect_rows(pg::select(col<&p::id>, pg::sum(col<&p::amount>)
                                            .over(pg::partition_by(col<&p::customer_id>)
                                                      .order_by(col<&p::payment_date>)
                                                      .range(pg::preceding(pg::interval("7 days")), pg::current_row)))
                    .where(col<&p::customer_id> <= 3)
                    .order_by(col<&p::id>),
                "select payment_id, sum(amount) over (partition by customer_id order by payment_date range between interval '7 "
                "days' preceding and current row) from payment where customer_id <= 3 order by payment_id",
                85);
}

TEST_F(pagila_sources, places_that_rows_would_have) {
    expect_rows(pg::select(col<&f::rating>, pg::rank(120).within_group(col<&f::length>),
                           pg::dense_rank(120).within_group(col<&f::length>.desc()),
                           pg::percent_rank(pg::numeric<5, 2>("20.99"), "M").within_group(col<&f::replacement_cost>, col<&f::title>),
                           pg::cume_dist(col<&f::rating>).within_group(col<&f::rating>).filter(col<&f::length> > 60),
                           pg::percentile_cont({0.1, 0.5, 0.9}).within_group(col<&f::length>),
                           pg::percentile_disc({0.1, 0.9}).within_group(col<&f::title>))
                    .group_by(col<&f::rating>)
                    .order_by(col<&f::rating>),
                "select rating, rank(120) within group (order by length), dense_rank(120) within group (order by length desc), "
                "percent_rank(20.99, 'M') within group (order by replacement_cost, title), cume_dist(rating) within group (order "
                "by rating) filter (where length > 60), percentile_cont('{0.1,0.5,0.9}'::float8[]) within group (order by length), "
                "percentile_disc('{0.1,0.9}'::float8[]) within group (order by title) from film group by rating order by rating",
                5);
}

TEST_F(pagila_sources, lateral_aggregates) {
    struct most {
        std::optional<pg::numeric<5, 2>> amount;
        std::int64_t payments;
    };
    using c = customer;
    expect_rows(pg::select(col<&c::last_name>, col<&most::amount>, col<&most::payments>)
                    .cross_join(pg::lateral(pg::select(pg::max(col<&p::amount>), pg::count())
                                                .where(col<&p::customer_id> == col<&c::id> && col<&p::amount> > 5)
                                                .into<most>()))
                    .where(col<&most::payments> >= 15)
                    .order_by(col<&most::payments>.desc(), col<&c::last_name>),
                "select last_name, m, n from customer c cross join lateral (select max(amount) m, count(*) n from payment where "
                "customer_id = c.customer_id and amount > 5) x where n >= 15 order by n desc, last_name",
                4);
}

struct word {
    std::optional<std::string> text{};
    std::int64_t place{};
};
TEST_F(pagila_sources, words_with_their_places) {
    expect_rows(pg::select(col<&word::text>, pg::count(), pg::min(col<&f::title>))
                    .from(pg::model<f>)
                    .cross_join(pg::unnest<word>(pg::string_to_array(pg::cast<std::string>(col<&f::title>), " ")).with_ordinality())
                    .where(col<&word::place> == 2)
                    .group_by(col<&word::text>)
                    .having(pg::count() > 3)
                    .order_by(pg::count().desc(), col<&word::text>),
                "select w, count(*), min(title) from film, unnest(string_to_array(title, ' ')) with ordinality as x (w, n) where "
                "n = 2 group by w having count(*) > 3 order by 2 desc, 1",
                20);
}

TEST_F(pagila_sources, functions_side_by_side) {
    struct day {
        std::int32_t n;
    };
    struct rented {
        std::optional<std::string> feature;
        std::optional<std::int32_t> day;
        std::int64_t place;
    };
    expect_rows(pg::select(col<&f::id>, col<&rented::feature>, col<&rented::day>, col<&rented::place>)
                    .cross_join(pg::rows_from<rented>(pg::unnest(col<&f::special_features>),
                                                      pg::generate_series<day>(1, pg::cast<std::int32_t>(col<&f::rental_duration>)))
                                    .with_ordinality())
                    .where(col<&f::id> <= 30)
                    .order_by(col<&f::id>, col<&rented::place>),
                "select film_id, x, d, n from film cross join rows from (unnest(special_features), generate_series(1, "
                "rental_duration::integer)) with ordinality as r (x, d, n) where film_id <= 30 order by film_id, n",
                148);
}

TEST_F(pagila_sources, samples) {
    expect_rows(pg::select(col<&f::id>).from(pg::tablesample(pg::model<f>, pg::bernoulli(20).repeatable(7))).order_by(col<&f::id>),
                "select film_id from film tablesample bernoulli (20) repeatable (7) order by film_id", 213);
    constexpr auto some = pg::alias<rental, "some">;
    expect_rows(pg::select(some[col<&rental::id>], col<&customer::last_name>)
                    .from(pg::tablesample(some, pg::system_pages(10).repeatable(3)))
                    .join(some[col<&rental::customer_id>])
                    .order_by(some[col<&rental::id>]),
                "select s.rental_id, c.last_name from rental s tablesample system (10) repeatable (3) join customer c using "
                "(customer_id) order by 1",
                1286);
}

TEST_F(pagila_sources, ties_and_distinct_on) {
    expect_rows(pg::select(col<&f::id>, col<&f::length>)
                    .where(col<&f::length>.is_not_null())
                    .order_by(col<&f::length>.desc())
                    .fetch_with_ties(7)
                    .offset(3),
                "select film_id, length from film where length is not null order by length desc offset 3 fetch first 7 rows with "
                "ties",
                7);
    expect_rows(pg::select(col<&f::rating>, col<&language::name>, col<&f::title>)
                    .distinct_on(col<&f::rating>, pg::left(col<&f::title>, lit<1>))
                    .join(col<&f::language_id>)
                    .order_by(col<&f::rating>, pg::left(col<&f::title>, lit<1>), col<&f::length>.desc().nulls_last(), col<&f::id>)
                    .limit(40),
                "select distinct on (rating, left(title, 1)) rating, l.name, title from film join "
                "language l using (language_id) order by rating, left(title, 1), length desc nulls last, film_id limit 40",
                40);
}

TEST_F(pagila_sources, arrays) {
    using list = std::vector<std::string>;
    expect_rows(pg::select(col<&f::id>, pg::slice(col<&f::special_features>, 2, 3), pg::array_position(col<&f::special_features>, "Trailers"),
                           pg::array_remove(col<&f::special_features>, "Commentaries") + "Menu", pg::array_length(col<&f::special_features>, 1))
                    .where(col<&f::special_features>.overlaps(list{"Trailers", "Nothing"}) &&
                           col<&f::special_features>.contained_by(list{"Trailers", "Commentaries", "Deleted Scenes"}) &&
                           "Deleted Scenes" != pg::all(col<&f::special_features>))
                    .order_by(col<&f::id>),
                "select film_id, special_features[2:3], array_position(special_features, 'Trailers'), array_remove("
                "special_features, 'Commentaries') || 'Menu'::text, array_length(special_features, 1) from film where "
                "special_features && '{Trailers,Nothing}' and special_features <@ '{Trailers,Commentaries,Deleted Scenes}' and "
                "'Deleted Scenes' <> all (special_features) order by film_id",
                144);
}

TEST_F(pagila_sources, multiranges) {
    using r = rental;
    const pg::multirange<pg::timestamp> weeks("{[2005-06-01 00:00:00,2005-06-08 00:00:00),[2005-07-01 00:00:00,2005-07-08 00:00:00)}");
    const auto all = pg::range_agg(col<&r::rental_period>);
    expect_rows(pg::select(col<&r::customer_id>, all * weeks, pg::range_merge(all), all.contains(pg::timestamp("2005-06-02 12:00")))
                    .where(col<&r::rental_period>.overlaps(weeks) && col<&r::customer_id> <= 100)
                    .group_by(col<&r::customer_id>)
                    .order_by(col<&r::customer_id>),
                "select customer_id, range_agg(rental_period) * w, range_merge(range_agg(rental_period)), range_agg("
                "rental_period) @> timestamp '2005-06-02 12:00' from rental, (select "
                "'{[2005-06-01,2005-06-08),[2005-07-01,2005-07-08)}'::tsmultirange w) x where rental_period && w and customer_id <= "
                "100 group by customer_id, w order by 1",
                96);
    expect_rows(pg::select(pg::count()).from(pg::model<r>).where(col<&r::rental_period>.contains(pg::timestamp("2005-07-10 12:00"))),
                "select count(*) from rental where rental_period @> timestamp '2005-07-10 12:00'", 1);
}

}  // namespace
