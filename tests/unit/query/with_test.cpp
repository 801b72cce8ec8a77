// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// WITH before a set operation: it stands before all of it, and each of the queries may read what it names.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string>

namespace {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct song {
    std::int64_t id{};
    std::string title{};
    std::int32_t year{};
};
struct hit {
    std::int64_t id{};
    std::string title{};
};

const auto hits = pg::cte(pg::select(col<&song::id>, col<&song::title>).where(col<&song::year> > 1990).into<hit>());

TEST(with, stands_before_a_whole_set_operation) {
    const auto q = pg::with(hits)
                       .select<hit>()
                       .from(hits)
                       .where(col<&hit::id> < 5)
                       .union_all(pg::select<hit>().from(hits).where(col<&hit::id> > 7))
                       .order_by(col<&hit::title>)
                       .limit(3)
                       .offset(1);
    // Parameters are numbered as they stand in the text.
    static_assert(decltype(q)::sql ==
                  "with hit as (select id, title from song where year > $1) select id, title from hit where id < $2 "
                  "union all select id, title from hit where id > $3 order by title limit $4 offset $5");
    static_assert(!decltype(q)::dynamic && decltype(q)::limited);
}

TEST(with, is_read_by_the_struct_of_its_rows_as_by_its_name) {
    static_assert(decltype(pg::with(hits).select<hit>().union_(pg::select<hit>()).except(pg::select<hit>()))::sql ==
                  "with hit as (select id, title from song where year > $1) select id, title from hit "
                  "union select id, title from hit except select id, title from hit");
    const auto named = hits.as(pg::alias<hit, "h">);
    static_assert(
        decltype(pg::with(named)
                     .select(named[col<&hit::id>])
                     .from(named)
                     .intersect(pg::select(named[col<&hit::id>]).from(named)))::sql ==
        "with h as (select id, title from song where year > $1) select id from h intersect select id from h");
}

TEST(with, of_the_first_query_has_its_limit_in_parentheses) {
    static_assert(decltype(pg::with(hits).select<hit>().limit(1).union_all(pg::select<hit>()))::sql ==
                  "with hit as (select id, title from song where year > $1) "
                  "(select id, title from hit limit $2) union all select id, title from hit");
    static_assert(
        decltype(pg::with(hits).select<hit>().union_all(pg::select<hit>()).limit(1).union_all(pg::select<hit>()))::sql ==
        "with hit as (select id, title from song where year > $1) "
        "(select id, title from hit union all select id, title from hit limit $2) union all select id, title from hit");
    static_assert(
        decltype(pg::with(hits).select<hit>().union_all(pg::select<hit>()).intersect(pg::select<hit>()))::sql ==
        "with hit as (select id, title from song where year > $1) "
        "(select id, title from hit union all select id, title from hit) intersect select id, title from hit");
}

TEST(with, of_a_later_query_is_its_own) {
    static_assert(decltype(pg::select(col<&song::id>)
                               .union_all(pg::with(hits).select(col<&hit::id>).union_(pg::select(col<&hit::id>))))::sql ==
                  "select id from song union all (with hit as (select id, title from song where year > $1) "
                  "select id from hit union select id from hit)");
}

TEST(with, may_be_recursive_and_change_rows) {
    const auto counted = pg::cte(pg::select(pg::cast<std::int64_t>(lit<1>), lit<"">)
                                     .into<hit>()
                                     .union_all(pg::select(col<&hit::id> + lit<1L>, col<&hit::title>)
                                                    .where(col<&hit::id> < lit<3L>)
                                                    .into<hit>()));
    static_assert(decltype(pg::with_recursive(counted).select<hit>().except_all(pg::select<hit>()))::sql ==
                  "with recursive hit as (select cast(1 as bigint) as id, '' as title union all select id + 1 as id, title "
                  "from hit where id < 3) select id, title from hit except all select id, title from hit");
    const auto gone = pg::cte(pg::delete_from(pg::model<song>)
                                  .where(col<&song::year> < 1950)
                                  .returning(col<&song::id>, col<&song::title>)
                                  .into<hit>());
    static_assert(decltype(pg::with(gone).select<hit>().from(gone).union_all(pg::select<hit>().from(gone)))::sql ==
                  "with hit as (delete from song where year < $1 returning id, title) "
                  "select id, title from hit union all select id, title from hit");
}

TEST(with, stands_inside_other_queries) {
    const auto both = pg::with(hits).select<hit>().union_all(pg::select<hit>());
    static_assert(decltype(pg::select(pg::count()).from(pg::subquery(both)))::sql ==
                  "select count(*) from (with hit as (select id, title from song where year > $1) "
                  "select id, title from hit union all select id, title from hit) as hit");
    static_assert(decltype(pg::insert_into(pg::model<song>)
                               .columns(col<&song::id>, col<&song::title>, col<&song::year>)
                               .select(pg::with(hits)
                                           .select(col<&hit::id>, col<&hit::title>, lit<0>)
                                           .union_all(pg::select(col<&hit::id>, col<&hit::title>, lit<1>)
                                                          .from(hits))))::sql ==
                  "insert into song (id, title, year) with hit as (select id, title from song where year > $1) "
                  "select id, title, 0 from hit union all select id, title, 1 from hit");
    // What it names may speak of the query around it.
    const auto later = pg::alias<song, "later">;
    const auto same = pg::cte(pg::select(later[col<&song::id>], later[col<&song::title>])
                                  .from(later)
                                  .where(later[col<&song::title>] == col<&song::title>)
                                  .into<hit>());
    static_assert(decltype(pg::select<song>().where(
                      pg::exists(pg::with(same).select<hit>().union_all(pg::select<hit>()))))::sql ==
                  "select id, title, year from song where exists (with hit as (select later.id, later.title from song "
                  "as later where later.title = song.title) select id, title from hit union all select id, title from "
                  "hit)");
}

}  // namespace
