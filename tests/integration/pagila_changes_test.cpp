// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements that change Pagila, each in a transaction that is rolled back: what comes back, and what a query finds afterwards, is
// what it is of the SQL that a person has written beside it.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/query/merge_into.hpp>
#include <pgmodel/query/values.hpp>

#include <gtest/gtest.h>

#include <algorithm>
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

struct pagila_changes : pgmodel_test::real_database<pagila_changes, pgmodel_test::pagila_stand_in> {
    template <class Rows>
    static Rows sorted(Rows rows) {
        std::sort(rows.begin(), rows.end());
        return rows;
    }
    /// The rows that a statement returns, in any order.
    template <class Statement>
    static void expect_returned(const Statement& statement, const char* sql, std::size_t rows) {
        using row = typename Statement::row;
        std::vector<row> found, expected;
        {
            pg::transaction tx{*db};
            found = sorted(tx.all(statement));
        }
        {
            pg::transaction tx{*db};
            expected = sorted(tx.all<row>(pg::raw_sql(sql)));
        }
        expect_number(expected.size(), rows, sql);
        EXPECT_TRUE(found == expected) << pg::sql_text(statement);
    }
    /// How many rows a statement changes, and what the table is afterwards as text.
    template <class Statement>
    static void expect_changed(const Statement& statement, const char* sql, const char* afterwards, std::uint64_t rows) {
        std::vector<std::string> found, expected;
        std::uint64_t changed = 0;
        {
            pg::transaction tx{*db};
            changed = tx.execute(statement);
            found = tx.all<std::string>(pg::raw_sql(afterwards));
        }
        {
            pg::transaction tx{*db};
            EXPECT_EQ(tx.execute(sql), changed) << sql;
            expected = tx.all<std::string>(pg::raw_sql(afterwards));
        }
        expect_number(changed, rows, sql);
        EXPECT_FALSE(expected.empty());
        EXPECT_TRUE(found == expected) << pg::sql_text(statement);
    }
};

TEST_F(pagila_changes, update_from_other_tables) {
    expect_returned(pg::update(pg::model<f>)
                        .set(col<&f::rental_rate> = col<&f::rental_rate> + 1, col<&f::rental_duration> = 7)
                        .from(pg::model<film_category>)
                        .join(col<&film_category::category_id>)
                        .where(col<&film_category::film_id> == col<&f::id> && col<&category::name> == "Horror")
                        .returning(col<&f::id>, col<&f::rental_rate>, pg::lower(col<&category::name>)),
                    "update film set rental_rate = rental_rate + 1, rental_duration = 7 from film_category fc join category c using "
                    "(category_id) where fc.film_id = film.film_id and c.name = 'Horror' returning film.film_id, rental_rate, "
                    "lower(c.name)",
                    56);
}

TEST_F(pagila_changes, update_of_what_queries_find) {
    const auto rented = pg::select(pg::count())
                            .from(pg::model<rental>)
                            .join(col<&rental::inventory_id>)
                            .where(col<&inventory::film_id> == col<&f::id>);
    expect_returned(pg::update(pg::model<f>)
                        .set(col<&f::replacement_cost> = pg::case_when(pg::scalar(rented) > 30, pg::numeric<5, 2>("99.99"))
                                                             .otherwise(col<&f::replacement_cost>),
                             col<&f::special_features> = col<&f::special_features> + "Updated")
                        .where(col<&f::length>.between(60, 62))
                        .returning(col<&f::id>, col<&f::replacement_cost>, col<&f::special_features>),
                    "update film set replacement_cost = case when (select count(*) from rental join inventory i using "
                    "(inventory_id) where i.film_id = film.film_id) > 30 then 99.99 else replacement_cost end, special_features = "
                    "special_features || 'Updated'::text where length between 60 and 62 returning film_id, replacement_cost, "
                    "special_features",
                    24);
}

TEST_F(pagila_changes, update_of_several_columns_from_one_query) {
    constexpr auto best = pg::alias<f, "best">;
    expect_changed(pg::update(pg::model<f>)
                       .set(pg::row(col<&f::rental_rate>, col<&f::length>) =
                                pg::select(best[col<&f::rental_rate>], best[col<&f::length>]).where(best[col<&f::id>] == col<&f::id> + 1))
                       .where(col<&f::id> < 20),
                   "update film set (rental_rate, length) = (select rental_rate, length from film b where b.film_id = film.film_id + 1) "
                   "where film_id < 20",
                   "select concat_ws(' ', film_id, rental_rate, length) from film where film_id < 25 order by film_id", 19);
}

TEST_F(pagila_changes, delete_using_other_tables) {
    expect_returned(pg::delete_from(pg::model<film_actor>)
                        .using_(pg::model<actor>)
                        .where(col<&actor::id> == col<&film_actor::actor_id> && col<&actor::last_name>.starts_with("W"))
                        .returning(col<&film_actor::film_id>, col<&actor::last_name> + ", " + col<&actor::first_name>),
                    "delete from film_actor using actor a where a.actor_id = film_actor.actor_id and a.last_name like 'W%' returning "
                    "film_id, last_name || ', ' || first_name",
                    532);
}

TEST_F(pagila_changes, delete_of_what_no_query_finds) {
    expect_returned(pg::delete_from(pg::model<film_category>)
                        .where(!pg::exists(pg::select<inventory>().where(col<&inventory::film_id> == col<&film_category::film_id>)))
                        .returning(col<&film_category::film_id>, col<&film_category::category_id>),
                    "delete from film_category where not exists (select from inventory i where i.film_id = film_category.film_id) "
                    "returning film_id, category_id",
                    42);
}

TEST_F(pagila_changes, insert_of_rows_or_update) {
    using k = category;
    expect_returned(pg::insert_into(pg::model<k>)
                        .values(col<&k::id> = 1, col<&k::name> = "Adventure")
                        .values(col<&k::id> = 16, col<&k::name> = "Travel")
                        .values(col<&k::id> = 90, col<&k::name> = "Western")
                        .on_conflict(col<&k::id>)
                        .do_update(col<&k::name> = pg::cast<pg::varchar<25>>(col<&k::name> + "/" + pg::excluded(col<&k::name>)))
                        .where(col<&k::name> != pg::excluded(col<&k::name>))
                        .returning(col<&k::id>, col<&k::name>),
                    "insert into category (category_id, name) values (1, 'Adventure'), (16, 'Travel'), (90, 'Western') on conflict "
                    "(category_id) do update set name = category.name || '/' || excluded.name where category.name <> excluded.name "
                    "returning category_id, name",
                    2);
}

TEST_F(pagila_changes, insert_of_what_a_query_finds) {
    using x = film_category;
    expect_returned(pg::insert_into(pg::model<x>)
                        .columns(col<&x::film_id>, col<&x::category_id>)
                        .select(pg::select(pg::cast<std::int16_t>(col<&f::id>), pg::cast<std::int16_t>(lit<1>)).where(col<&f::rating> == rating::g))
                        .on_conflict(col<&x::film_id>, col<&x::category_id>)
                        .do_nothing()
                        .returning(col<&x::film_id>),
                    "insert into film_category (film_id, category_id) select film_id, 1 from film where rating = 'G' on conflict "
                    "(film_id, category_id) do nothing returning film_id",
                    160);
}

struct taken {
    std::int16_t film_id{};
    std::int16_t actor_id{};
};
TEST_F(pagila_changes, a_delete_within_with) {
    const auto gone = pg::cte(pg::delete_from(pg::model<film_actor>)
                                  .where(col<&film_actor::film_id> <= 40)
                                  .returning(col<&film_actor::film_id>, col<&film_actor::actor_id>)
                                  .into<taken>());
    expect_returned(pg::with(gone)
                        .select(col<&actor::last_name>, pg::count(), pg::min(col<&taken::film_id>))
                        .from(gone)
                        .join(pg::model<actor>)
                        .on(col<&actor::id> == col<&taken::actor_id>)
                        .group_by(col<&actor::last_name>)
                        .having(pg::count() > 2),
                    "with gone as (delete from film_actor where film_id <= 40 returning film_id, actor_id) select last_name, count(*), "
                    "min(film_id) from gone join actor using (actor_id) group by last_name having count(*) > 2",
                    34);
    expect_returned(pg::with(gone)
                        .insert_into(pg::model<film_actor>)
                        .columns(col<&film_actor::film_id>, col<&film_actor::actor_id>)
                        .select(pg::select(pg::cast<std::int16_t>(col<&taken::film_id> + 100), col<&taken::actor_id>).from(gone))
                        .on_conflict()
                        .do_nothing()
                        .returning(col<&film_actor::film_id>, col<&film_actor::actor_id>),
                    "with gone as (delete from film_actor where film_id <= 40 returning film_id, actor_id) insert into film_actor "
                    "(film_id, actor_id) select film_id + 100, actor_id from gone on conflict do nothing returning film_id, actor_id",
                    226);
}

struct delivery {
    std::int16_t id{};
    std::string name{};
    std::int32_t action{};
};
TEST_F(pagila_changes, merge) {
    using k = category;
    const std::vector<delivery> list{{1, "Action and more", 1}, {2, "", 0}, {80, "Western", 1}, {81, "", 0}};
    expect_changed(pg::merge_into(pg::model<film_category>)
                       .using_(pg::values(list))
                       .on(col<&film_category::category_id> == col<&delivery::id> && col<&film_category::film_id> <= 100)
                       .when_matched(col<&delivery::action> == 0)
                       .then_delete()
                       .when_matched()
                       .then_update(col<&film_category::film_id> = pg::cast<std::int16_t>(col<&film_category::film_id> + 0))
                       .when_not_matched()
                       .then_do_nothing(),
                   "merge into film_category using (values (1, 1), (2, 0), (80, 1), (81, 0)) d (id, action) on category_id = id and film_id "
                   "<= 100 when matched and action = 0 then delete when matched then update set film_id = film_id + 0 when not matched "
                   "then do nothing",
                   "select film_id || ' ' || category_id from film_category where film_id <= 100 order by film_id, category_id", 13);
    expect_changed(pg::merge_into(pg::model<k>)
                       .using_(pg::values(list))
                       .on(col<&k::id> == col<&delivery::id>)
                       .when_matched(col<&delivery::action> == 1)
                       .then_update(col<&k::name> = pg::cast<pg::varchar<25>>(pg::upper(col<&delivery::name>)))
                       .when_not_matched(col<&delivery::action> == 1)
                       .then_insert(col<&k::id> = col<&delivery::id>, col<&k::name> = pg::cast<pg::varchar<25>>(col<&delivery::name>)),
                   "merge into category using (values (1, 'Action and more', 1), (2, '', 0), (80, 'Western', 1), (81, '', 0)) d (id, n, "
                   "action) on category_id = id when matched and action = 1 then update set name = upper(n) when not matched and action = 1 "
                   "then insert (category_id, name) values (id, n)",
                   "select category_id || ' ' || name from category order by category_id", 2);
}

// Two workers: the second one passes over what the first one holds.
TEST_F(pagila_changes, claims_by_update_of_locked_rows) {
    constexpr auto next = [](std::int64_t rows) {
        constexpr auto free = pg::alias<inventory, "free">;
        return pg::update(pg::model<inventory>)
            .set(col<&inventory::store_id> = 2)
            .where(col<&inventory::id>.in(pg::select(free[col<&inventory::id>])
                                              .where(free[col<&inventory::store_id>] == 1)
                                              .order_by(free[col<&inventory::id>])
                                              .limit(rows)
                                              .for_no_key_update()
                                              .skip_locked()))
            .returning(col<&inventory::id>);
    };
    pg::session second(dsn);
    pg::transaction mine{*db}, theirs{second};
    EXPECT_EQ(sorted(mine.all(next(3))), (std::vector<std::int32_t>{1, 2, 3}));
    EXPECT_EQ(sorted(theirs.all(next(2))), (std::vector<std::int32_t>{4, 16}));
}

}  // namespace
