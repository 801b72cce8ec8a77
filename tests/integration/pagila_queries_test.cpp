// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What PostgreSQL can be asked and few other databases, of Pagila by the query builder: each answer is that of the SQL
// which a person has written beside it.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/range.hpp>
#include <pgmodel/expression/ranking.hpp>
#include <pgmodel/expression/row_value.hpp>

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

struct pagila_queries : pgmodel_test::real_database<pagila_queries, pgmodel_test::pagila_stand_in> {};

TEST_F(pagila_queries, running_totals_and_ranks) {
    using p = payment;
    expect_rows(
        pg::select(col<&p::customer_id>, col<&p::id>,
                   pg::sum(col<&p::amount>)
                       .over(pg::partition_by(col<&p::customer_id>).order_by(col<&p::payment_date>, col<&p::id>)),
                   pg::rank().over(pg::partition_by(col<&p::customer_id>).order_by(col<&p::amount>.desc())),
                   pg::lag(col<&p::amount>)
                       .over(pg::partition_by(col<&p::customer_id>).order_by(col<&p::payment_date>, col<&p::id>)))
            .where(col<&p::customer_id> <= 50)
            .order_by(col<&p::customer_id>, col<&p::payment_date>, col<&p::id>),
        "select customer_id, payment_id, sum(amount) over (partition by customer_id order by payment_date, "
        "payment_id), "
        "rank() over (partition by customer_id order by amount desc), "
        "lag(amount) over (partition by customer_id order by payment_date, payment_id) from payment "
        "where customer_id <= 50 order by customer_id, payment_date, payment_id",
        1390);
}

TEST_F(pagila_queries, frames_of_rows_ranges_and_groups) {
    using f = film;
    expect_rows(
        pg::select(
            col<&f::id>, pg::count().over(pg::order_by(col<&f::length>).range(pg::preceding(5), pg::following(5))),
            pg::first_value(col<&f::title>)
                .over(pg::partition_by(col<&f::rating>).order_by(col<&f::length>, col<&f::id>)),
            pg::sum(col<&f::length>).over(pg::order_by(col<&f::rating>).groups(pg::preceding(1), pg::current_row)),
            pg::avg(col<&f::length>)
                .over(pg::order_by(col<&f::id>).rows(pg::preceding(2), pg::following(2)).exclude_current_row()))
            .order_by(col<&f::id>),
        "select film_id, count(*) over (order by length range between 5 preceding and 5 following), "
        "first_value(title) over (partition by rating order by length, film_id), "
        "sum(length) over (order by rating groups between 1 preceding and current row), "
        "avg(length) over (order by film_id rows between 2 preceding and 2 following exclude current row) from film "
        "order by film_id",
        1000);
}

TEST_F(pagila_queries, named_windows_and_quartiles) {
    using f = film;
    expect_rows(pg::select(col<&f::title>, pg::ntile(4).over(pg::window<"w">), pg::percent_rank().over(pg::window<"w">),
                           pg::dense_rank().over(pg::window<"w">))
                    .window(pg::window<"w">.as(
                        pg::partition_by(col<&f::rating>).order_by(col<&f::replacement_cost>, col<&f::title>)))
                    .order_by(col<&f::title>),
                "select title, ntile(4) over w, percent_rank() over w, dense_rank() over w from film "
                "window w as (partition by rating order by replacement_cost, title) order by title",
                1000);
}

TEST_F(pagila_queries, distinct_on_the_last_rental_of_each_customer) {
    using r = rental;
    expect_rows(pg::select(col<&r::customer_id>, col<&r::id>, pg::lower(col<&r::rental_period>))
                    .distinct_on(col<&r::customer_id>)
                    .order_by(col<&r::customer_id>, pg::lower(col<&r::rental_period>).desc(), col<&r::id>),
                "select distinct on (customer_id) customer_id, rental_id, lower(rental_period) from rental "
                "order by customer_id, lower(rental_period) desc, rental_id",
                599);
}

TEST_F(pagila_queries, lateral_three_best_payments) {
    using p = payment;
    using c = customer;
    expect_rows(
        pg::select(col<&c::id>, col<&p::id>, col<&p::amount>)
            .from(pg::model<c>)
            .left_join(pg::lateral(pg::select<p>()
                                       .where(col<&p::customer_id> == col<&c::id>)
                                       .order_by(col<&p::amount>.desc(), col<&p::id>)
                                       .limit(3)))
            .order_by(col<&c::id>, col<&p::amount>.desc(), col<&p::id>),
        "select c.customer_id, p.payment_id, p.amount from customer c left join lateral (select * from payment where "
        "customer_id = c.customer_id order by amount desc, payment_id limit 3) p on true order by 1, 3 desc, 2",
        1797);
}

TEST_F(pagila_queries, grouping_sets_and_rollup) {
    using f = film;
    expect_rows(
        pg::select(col<&f::rating>, col<&f::rental_duration>, pg::grouping(col<&f::rating>, col<&f::rental_duration>),
                   pg::count(), pg::sum(col<&f::replacement_cost>))
            .group_by(pg::grouping_sets(pg::keys(col<&f::rating>, col<&f::rental_duration>), pg::keys(col<&f::rating>),
                                        pg::keys()))
            .order_by(pg::grouping(col<&f::rating>, col<&f::rental_duration>), col<&f::rating>,
                      col<&f::rental_duration>),
        "select rating, rental_duration, grouping(rating, rental_duration), count(*), sum(replacement_cost) from film "
        "group by grouping sets ((rating, rental_duration), (rating), ()) order by 3, 1, 2",
        31);
    expect_rows(pg::select(col<&f::rating>, col<&f::rental_rate>, pg::count())
                    .group_by(pg::cube(col<&f::rating>, col<&f::rental_rate>))
                    .order_by(col<&f::rating>, col<&f::rental_rate>),
                "select rating, rental_rate, count(*) from film group by cube (rating, rental_rate) order by 1, 2", 24);
}

TEST_F(pagila_queries, filter_and_having) {
    using f = film;
    expect_rows(pg::select(col<&f::rating>, pg::count().filter(col<&f::length> > 120),
                           pg::count(col<&f::rental_rate>).distinct(), pg::bool_and(col<&f::length> > 45))
                    .group_by(col<&f::rating>)
                    .having(pg::count() > 180)
                    .order_by(col<&f::rating>),
                "select rating, count(*) filter (where length > 120), count(distinct rental_rate), bool_and(length > "
                "45) from film "
                "group by rating having count(*) > 180 order by rating",
                4);
}

TEST_F(pagila_queries, within_group) {
    using f = film;
    expect_rows(
        pg::select(col<&f::rating>, pg::percentile_cont(0.5).within_group(col<&f::length>),
                   pg::percentile_disc(0.9).within_group(col<&f::replacement_cost>),
                   pg::mode().within_group(col<&f::rental_duration>))
            .group_by(col<&f::rating>)
            .order_by(col<&f::rating>),
        "select rating, percentile_cont(0.5) within group (order by length), percentile_disc(0.9) within group (order "
        "by "
        "replacement_cost), mode() within group (order by rental_duration) from film group by rating order by rating",
        5);
}

TEST_F(pagila_queries, documents_of_each_category) {
    expect_rows(pg::select(col<&category::name>, pg::jsonb_agg(pg::jsonb_build_object("title", col<&film::title>,
                                                                                      "minutes", col<&film::length>))
                                                     .order_by(col<&film::id>))
                    .from(pg::model<film_category>)
                    .join(col<&film_category::category_id>)
                    .join(col<&film_category::film_id>)
                    .group_by(col<&category::name>)
                    .order_by(col<&category::name>),
                "select c.name, jsonb_agg(jsonb_build_object('title', f.title, 'minutes', f.length) order by "
                "f.film_id) from film_category fc "
                "join category c using (category_id) join film f using (film_id) group by c.name order by c.name",
                16);
    expect_rows(pg::select(pg::jsonb_object_agg(col<&category::name>, col<&category::id>)),
                "select jsonb_object_agg(name, category_id) from category", 1);
}

TEST_F(pagila_queries, arrays_of_special_features) {
    using f = film;
    expect_rows(pg::select(col<&f::title>, pg::cardinality(col<&f::special_features>), col<&f::special_features>[1],
                           pg::array_to_string(col<&f::special_features>, " + "))
                    .where(col<&f::special_features>.contains(std::vector<std::string>{"Trailers", "Deleted Scenes"}) &&
                           "Commentaries" == pg::any(col<&f::special_features>))
                    .order_by(col<&f::id>),
                "select title, cardinality(special_features), special_features[1], array_to_string(special_features, ' "
                "+ ') from film "
                "where special_features @> '{Trailers,Deleted Scenes}' and 'Commentaries' = any(special_features) "
                "order by film_id",
                125);
    struct feature {
        std::optional<std::string> text;
        std::int64_t place;
    };
    expect_rows(pg::select(col<&feature::text>, pg::count(), pg::array_agg(col<&f::id>).order_by(col<&f::id>))
                    .from(pg::model<f>)
                    .cross_join(pg::unnest<feature>(col<&f::special_features>).with_ordinality())
                    .where(col<&feature::place> == 1)
                    .group_by(col<&feature::text>)
                    .order_by(col<&feature::text>),
                "select x, count(*), array_agg(film_id order by film_id) from film, unnest(special_features) with "
                "ordinality as u (x, n) "
                "where n = 1 group by x order by x",
                4);
}

TEST_F(pagila_queries, full_text) {
    using f = film;
    const auto query = pg::websearch<"english">("(boat or shark) -monkey");
    expect_rows(
        pg::select(col<&f::title>, pg::rank(col<&f::fulltext>, query),
                   pg::headline<"english">(col<&f::description>, query))
            .where(col<&f::fulltext>.matches(query))
            .order_by(pg::rank(col<&f::fulltext>, query).desc(), col<&f::id>),
        "select title, ts_rank(fulltext, q), ts_headline('english', description, q) from film, "
        "websearch_to_tsquery('english', '(boat or shark) -monkey') q where fulltext @@ q order by 2 desc, film_id",
        245);
}

TEST_F(pagila_queries, ranges_of_rentals) {
    using r = rental;
    const pg::range<pg::timestamp> week("[2005-06-01 00:00:00,2005-06-08 00:00:00)");
    expect_rows(pg::select(col<&r::id>, col<&r::rental_period> * week,
                           pg::upper(col<&r::rental_period>) - pg::lower(col<&r::rental_period>))
                    .where(col<&r::rental_period>.overlaps(week) && !pg::upper_inf(col<&r::rental_period>))
                    .order_by(col<&r::id>),
                "select rental_id, rental_period * '[2005-06-01,2005-06-08)', upper(rental_period) - "
                "lower(rental_period) from rental "
                "where rental_period && '[2005-06-01,2005-06-08)' and not upper_inf(rental_period) order by rental_id",
                761);
    expect_rows(
        pg::select(col<&r::customer_id>, pg::range_agg(col<&r::rental_period>))
            .where(col<&r::customer_id> <= 20)
            .group_by(col<&r::customer_id>)
            .order_by(col<&r::customer_id>),
        "select customer_id, range_agg(rental_period) from rental where customer_id <= 20 group by 1 order by 1", 20);
}

TEST_F(pagila_queries, a_series_of_days_with_their_payments) {
    struct day {
        pg::timestamp at;
    };
    using p = payment;
    const auto first = pg::timestamp("2007-02-01 00:00"), last = pg::timestamp("2007-02-28 00:00");
    expect_rows(pg::select(col<&day::at>, pg::count(col<&p::id>),
                           pg::coalesce(pg::sum(col<&p::amount>), pg::constant<pg::numeric<>, "0">))
                    .from(pg::generate_series<day>(first, last, pg::interval("1 day")))
                    .left_join(pg::model<p>)
                    .on(pg::date_trunc<"day">(col<&p::payment_date>) == col<&day::at>)
                    .group_by(col<&day::at>)
                    .order_by(col<&day::at>),
                "select d, count(payment_id), coalesce(sum(amount), 0) from generate_series(timestamp '2007-02-01', "
                "'2007-02-28', '1 day') d "
                "left join payment on date_trunc('day', payment_date) = d group by d order by d",
                28);
}

TEST_F(pagila_queries, set_operations) {
    expect_rows(pg::select(col<&actor::last_name>)
                    .union_(pg::select(col<&customer::last_name>))
                    .order_by(col<&actor::last_name>),
                "select last_name from actor union select last_name from customer order by 1", 698);
    expect_rows(pg::select(col<&actor::last_name>)
                    .intersect(pg::select(col<&customer::last_name>))
                    .order_by(col<&actor::last_name>),
                "select last_name from actor intersect select last_name from customer order by 1", 22);
    expect_rows(pg::select(col<&actor::first_name>)
                    .except_all(pg::select(col<&customer::first_name>))
                    .order_by(col<&actor::first_name>),
                "select first_name from actor except all select first_name from customer order by 1", 128);
}

TEST_F(pagila_queries, common_tables_and_correlated_subqueries) {
    struct spent {
        std::int16_t customer_id;
        std::optional<pg::numeric<>> total;
    };
    const auto totals = pg::cte(pg::select(col<&payment::customer_id>, pg::sum(col<&payment::amount>))
                                    .group_by(col<&payment::customer_id>)
                                    .into<spent>());
    expect_rows(pg::with(totals)
                    .select(col<&customer::last_name>, col<&spent::total>)
                    .from(totals)
                    .join(pg::model<customer>)
                    .on(col<&customer::id> == col<&spent::customer_id>)
                    .where(col<&spent::total> > pg::scalar(pg::select(pg::avg(col<&spent::total>)).from(totals)))
                    .order_by(col<&spent::total>.desc(), col<&customer::last_name>),
                "with t as (select customer_id, sum(amount) as total from payment group by 1) select last_name, total "
                "from t join customer "
                "using (customer_id) where total > (select avg(total) from t) order by total desc, last_name",
                285);
    expect_rows(
        pg::select(col<&film::title>, pg::array(pg::select(col<&actor::last_name>)
                                                    .from(pg::model<film_actor>)
                                                    .join(col<&film_actor::actor_id>)
                                                    .where(col<&film_actor::film_id> == col<&film::id>)
                                                    .order_by(col<&actor::id>)))
            .where(!pg::exists(pg::select<inventory>().where(col<&inventory::film_id> == col<&film::id>)))
            .order_by(col<&film::id>),
        "select title, array(select last_name from film_actor fa join actor using (actor_id) where fa.film_id = "
        "f.film_id order by "
        "actor_id) from film f where not exists (select from inventory i where i.film_id = f.film_id) order by film_id",
        42);
}

TEST_F(pagila_queries, row_values_enums_and_domains) {
    using f = film;
    expect_rows(pg::select(col<&f::id>, col<&f::rating>)
                    .where(pg::row(col<&f::rating>, col<&f::length>) > pg::row(rating::r, 180) &&
                           col<&f::release_year> == year{2006})
                    .order_by(col<&f::rating>.desc(), col<&f::length>, col<&f::id>),
                "select film_id, rating from film where (rating, length) > ('R', 180) and release_year = 2006 order by "
                "rating desc, length, film_id",
                219);
    expect_rows(pg::select(col<&f::id>)
                    .where(col<&f::rating>.in({rating::g, rating::pg_13}) && col<&f::title>.ilike("%air%"))
                    .order_by(col<&f::id>),
                "select film_id from film where rating in ('G', 'PG-13') and title ilike '%air%' order by 1", 3);
}

TEST_F(pagila_queries, case_and_aggregates_of_it) {
    using f = film;
    const auto size = pg::case_when(col<&f::length> < lit<60>, lit<"short">)
                          .when(col<&f::length> < lit<120>, lit<"middle">)
                          .otherwise(lit<"long">);
    expect_rows(pg::select(size, pg::count(), pg::string_agg(col<&f::title>, "; ").order_by(col<&f::title>))
                    .group_by(size)
                    .order_by(size),
                "select case when length < 60 then 'short' when length < 120 then 'middle' else 'long' end, count(*), "
                "string_agg(title, '; ' order by title) from film group by 1 order by 1",
                3);
}

TEST_F(pagila_queries, times) {
    using p = payment;
    expect_rows(pg::select(pg::date_trunc<"month">(col<&p::payment_date>), pg::count(),
                           pg::max(pg::extract<"dow">(col<&p::payment_date>)))
                    .group_by(pg::date_trunc<"month">(col<&p::payment_date>))
                    .order_by(pg::date_trunc<"month">(col<&p::payment_date>)),
                "select date_trunc('month', payment_date), count(*), max(extract(dow from payment_date)) from payment "
                "group by 1 order by 1",
                12);
    expect_rows(pg::select(pg::at_time_zone<"Europe/Berlin">(col<&p::payment_date>),
                           pg::age(col<&p::payment_date>, pg::timestamp("2007-01-01 00:00")))
                    .where(col<&p::id> <= 300)
                    .order_by(col<&p::id>),
                "select payment_date at time zone 'Europe/Berlin', age(payment_date, '2007-01-01') from payment where "
                "payment_id <= 300 order by payment_id",
                300);
}

// Two workers take copies at the same time: none waits, and none gets what the other has.
TEST_F(pagila_queries, locks) {
    using i = inventory;
    const auto next =
        pg::select(col<&i::id>).where(col<&i::film_id> == 1).order_by(col<&i::id>).limit(3).for_update().skip_locked();
    pg::session second(dsn);
    pg::transaction mine{*db}, theirs{second};
    EXPECT_EQ(mine.all(next), (std::vector<std::int32_t>{1, 2, 3}));
    EXPECT_EQ(theirs.all(next), (std::vector<std::int32_t>{4, 5, 6}));
    EXPECT_THROW(theirs.all(pg::select<i>().where(col<&i::id> == 1).for_share().nowait()), pg::server_error);
}

TEST_F(pagila_queries, self_joins_and_partitions) {
    constexpr auto other = pg::alias<film_actor, "other">;
    using a = film_actor;
    expect_rows(pg::select(col<&a::actor_id>, other[col<&a::actor_id>], pg::count())
                    .from(pg::model<a>)
                    .join(other)
                    .on(other[col<&a::film_id>] == col<&a::film_id> && other[col<&a::actor_id>] > col<&a::actor_id>)
                    .group_by(col<&a::actor_id>, other[col<&a::actor_id>])
                    .having(pg::count() >= 6)
                    .order_by(pg::count().desc(), col<&a::actor_id>, other[col<&a::actor_id>]),
                "select a.actor_id, b.actor_id, count(*) from film_actor a join film_actor b on b.film_id = a.film_id "
                "and b.actor_id > a.actor_id "
                "group by 1, 2 having count(*) >= 6 order by 3 desc, 1, 2",
                6);
    expect_rows(pg::select(pg::raw<"tableoid::regclass::text", std::string>(), pg::count())
                    .from(pg::model<payment>)
                    .group_by(pg::raw<"tableoid::regclass::text", std::string>())
                    .order_by(pg::raw<"tableoid::regclass::text", std::string>()),
                "select tableoid::regclass::text, count(*) from payment group by 1 order by 1", 8);
}

}  // namespace
