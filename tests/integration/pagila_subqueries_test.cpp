// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Pagila by queries within queries, set operations, ranked searches and pages: each answer of the query builder is that of the SQL
// which a person has written beside it.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/ranking.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/session/keyset.hpp>

#include <gtest/gtest.h>

#include <cstddef>
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
using c = customer;
using p = payment;

struct pagila_subqueries : pgmodel_test::real_database<pagila_subqueries, pgmodel_test::pagila_stand_in> {};

TEST_F(pagila_subqueries, any_and_all_that_see_the_row) {
    constexpr auto other = pg::alias<f, "other">;
    const auto lengths = pg::select(other[col<&f::length>])
                             .where(other[col<&f::rating>] == col<&f::rating> && other[col<&f::length>].is_not_null());
    expect_rows(pg::select(col<&f::title>, col<&f::rating>).where(col<&f::length> >= pg::all(lengths)).order_by(col<&f::title>),
                "select title, rating from film f where length >= all (select length from film o where o.rating = f.rating and "
                "length is not null) order by title",
                14);
    const auto amounts = pg::select(col<&p::amount>).where(col<&p::customer_id> == col<&c::id>);
    expect_rows(pg::select(col<&c::last_name>)
                    .where(pg::numeric<5, 2>("9.99") == pg::any(amounts) && pg::numeric<5, 2>("1.99") != pg::all(amounts))
                    .order_by(col<&c::last_name>),
                "select last_name from customer c where 9.99 = any (select amount from payment where customer_id = c.customer_id) "
                "and 1.99 <> all (select amount from payment where customer_id = c.customer_id) order by 1",
                72);
}

TEST_F(pagila_subqueries, rows_in_queries) {
    constexpr auto last = pg::alias<p, "last">;
    expect_rows(pg::select(col<&p::id>)
                    .where(pg::row(col<&p::customer_id>, col<&p::payment_date>)
                               .in(pg::select(last[col<&p::customer_id>], pg::min(last[col<&p::payment_date>]))
                                       .from(last)
                                       .where(last[col<&p::amount>] > 9)
                                       .group_by(last[col<&p::customer_id>])))
                    .order_by(col<&p::id>),
                "select payment_id from payment where (customer_id, payment_date) in (select customer_id, min(payment_date) from "
                "payment where amount > 9 group by customer_id) order by 1",
                284);
}

TEST_F(pagila_subqueries, scalars_in_select_and_having) {
    expect_rows(pg::select(col<&category::name>,
                           pg::scalar(pg::select(pg::count())
                                          .from(pg::model<film_category>)
                                          .where(col<&film_category::category_id> == col<&category::id>)),
                           pg::coalesce(pg::scalar(pg::select(pg::string_agg(col<&f::title>, ", ").order_by(col<&f::title>))
                                                       .from(pg::model<film_category>)
                                                       .join(col<&film_category::film_id>)
                                                       .where(col<&film_category::category_id> == col<&category::id> &&
                                                              col<&f::length> > 180)),
                                        "none"))
                    .order_by(col<&category::name>),
                "select name, (select count(*) from film_category fc where fc.category_id = c.category_id), coalesce((select "
                "string_agg(title, ', ' order by title) from film_category fc join film using (film_id) where fc.category_id = "
                "c.category_id and length > 180), 'none') from category c order by name",
                16);
    expect_rows(pg::select(col<&p::customer_id>, pg::sum(col<&p::amount>))
                    .group_by(col<&p::customer_id>)
                    .having(pg::avg(col<&p::amount>) > pg::scalar(pg::select(pg::avg(col<&p::amount>))) + lit<1>)
                    .order_by(col<&p::customer_id>),
                "select customer_id, sum(amount) from payment group by 1 having avg(amount) > (select avg(amount) from payment) + 1 "
                "order by 1",
                9);
}

TEST_F(pagila_subqueries, set_operations_within_each_other) {
    const auto actors = pg::select(col<&actor::first_name>);
    const auto customers = pg::select(col<&c::first_name>);
    const auto workers = pg::select(col<&staff::first_name>);
    expect_rows(actors.intersect(customers).except(pg::select(col<&c::first_name>).where(col<&c::store_id> == 1)).union_all(workers)
                    .order_by(col<&actor::first_name>.desc())
                    .limit(25)
                    .offset(2),
                "(select first_name from actor intersect select first_name from customer) except select first_name from customer "
                "where store_id = 1 union all select first_name from staff order by 1 desc limit 25 offset 2",
                25);
    expect_rows(actors.order_by(col<&actor::id>).limit(3).union_(customers.order_by(col<&c::id>).limit(3)).order_by(col<&actor::first_name>),
                "(select first_name from actor order by actor_id limit 3) union (select first_name from customer order by "
                "customer_id limit 3) order by 1",
                6);
}

TEST_F(pagila_subqueries, ranked_and_weighted_search) {
    const auto document = pg::setweight<'A'>(pg::to_tsvector<"english">(col<&f::title>)) +
                          pg::setweight<'D'>(pg::to_tsvector<"english">(pg::coalesce(col<&f::description>, lit<"">)));
    const auto query = pg::to_tsquery<"english">("dragon | (robot & !monkey) | epi:*");
    expect_rows(pg::select(col<&f::title>, pg::rank(document, query, 2), pg::rank_cd(document, query),
                           pg::weighted_rank({0.1f, 0.2f, 0.4f, 0.9f}, document, query))
                    .where(document.matches(query))
                    .order_by(pg::rank(document, query, 2).desc(), col<&f::id>)
                    .limit(50),
                "select title, ts_rank(d, q, 2), ts_rank_cd(d, q), ts_rank('{0.1,0.2,0.4,0.9}', d, q) from (select *, "
                "setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', coalesce(description, '')), 'D') "
                "d, to_tsquery('english', 'dragon | (robot & !monkey) | epi:*') q from film) x where d @@ q order by 2 desc, film_id "
                "limit 50",
                50);
}

TEST_F(pagila_subqueries, updates_of_queries_in_with) {
    struct busiest {
        std::int16_t store_id;
        std::int64_t customers;
    };
    const auto stores = pg::cte(pg::select(col<&c::store_id>, pg::count()).where(col<&c::activebool>).group_by(col<&c::store_id>).into<busiest>())
                            .materialized();
    constexpr auto again = pg::alias<busiest, "again">;
    expect_rows(pg::with(stores)
                    .select(col<&busiest::store_id>, col<&busiest::customers>, pg::sum(again[col<&busiest::customers>]))
                    .from(stores)
                    .join(again)
                    .on(again[col<&busiest::customers>] <= col<&busiest::customers>)
                    .group_by(col<&busiest::store_id>, col<&busiest::customers>)
                    .order_by(col<&busiest::store_id>),
                "with b as materialized (select store_id, count(*) n from customer where activebool group by 1) select b.store_id, "
                "b.n, sum(a.n) from b join b a on a.n <= b.n group by 1, 2 order by 1",
                2);
}

// Page by page all rows, each once, forward and back.
TEST_F(pagila_subqueries, keyset_pages) {
    const auto q = pg::select(col<&f::id>, col<&f::rating>)
                       .order_by(col<&f::rating>.desc().nulls_last(), col<&f::length>, col<&f::id>.desc());
    const auto all = db->all(q);
    ASSERT_EQ(all.size(), missing.empty() ? 1000u : 400u);
    const auto last = static_cast<std::ptrdiff_t>((all.size() - 1) / 170 * 170);
    std::vector<decltype(q)::row> read;
    auto page = pg::keyset(*db, q, 170);
    for (;;) {
        read.insert(read.end(), page.rows.begin(), page.rows.end());
        if (!page.has_next()) break;
        page = pg::keyset(*db, q, 170, page.next);
    }
    EXPECT_EQ(read, all);
    const auto back = pg::keyset(*db, q, 170, page.previous);
    EXPECT_EQ(back.rows, std::vector<decltype(q)::row>(all.begin() + last - 170, all.begin() + last));
}

TEST_F(pagila_subqueries, counted) {
    EXPECT_EQ(db->count(pg::select(pg::model<f>, col<&language::name>).join(col<&f::language_id>).where(col<&f::length> > 180).order_by(col<&f::title>)),
              db->scalar<std::int64_t>("select count(*) from film where length > 180"));
    EXPECT_EQ(db->count(pg::select(col<&f::rating>).distinct()), 5);
    const auto third = db->page(pg::select(col<&f::id>).where(col<&f::rating> == rating::r).order_by(col<&f::id>), 50, 100);
    EXPECT_EQ(third.total, db->scalar<std::int64_t>("select count(*) from film where rating = 'R'"));
    if (missing.empty()) { EXPECT_EQ(third.total, 195); }
    EXPECT_EQ(third.rows.size(), 50u);
}

}  // namespace
