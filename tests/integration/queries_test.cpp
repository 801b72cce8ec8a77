// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Queries that join, group and nest, on a server: each beside the same in SQL by hand.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/ordered_set.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/sort.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "../../examples/chinook/chinook.hpp"
#include "database.hpp"

namespace {

namespace pg = pgmodel;
using namespace chinook;
using pg::col;
using t = track;

struct total {
    std::int32_t artist_id{};
    std::int64_t n{};
    bool operator==(const total&) const = default;
};
struct node {
    std::int32_t id{};
    pg::varchar<20> last_name{};
    std::int32_t depth{};
    bool operator==(const node&) const = default;
};
struct number {
    std::int32_t n{};
    bool operator==(const number&) const = default;
};
struct letter {
    std::string text{};
    std::int64_t place{};
};
constexpr auto boss = pg::alias<employee, "boss">;

class queries : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("queries");
        pg::session db(dsn());
        db.create_all(models);
        db.insert(std::vector<artist>{{1, "AC/DC"}, {2, "Accept"}, {3, "Bach"}, {4, "Nobody"}});
        db.insert(std::vector<album>{
            {1, "For Those", 1}, {2, "Balls", 2}, {3, "Restless", 2}, {4, "Rock", 1}, {5, "Suites", 3}});
        db.insert(std::vector<media_type>{{1, "MPEG"}, {2, "AAC"}});
        db.insert(std::vector<genre>{{1, "Rock"}, {2, "Classical"}, {3, "Unused"}});
        std::vector<track> tracks;
        for (std::int32_t i = 1; i <= 20; ++i)
            tracks.push_back({.id = i,
                              .name = "Track " + std::to_string(i),
                              .album_id = i % 5 == 0 ? std::nullopt : std::optional(1 + i % 5),
                              .media_type_id = 1 + i % 2,
                              .genre_id = i % 7 == 0 ? std::nullopt : std::optional(1 + i % 2),
                              .milliseconds = 1000 * (i * 7 % 11),
                              .unit_price = money(i % 3 == 0 ? "1.99" : "0.99")});
        db.insert(tracks);
        db.insert(std::vector<employee>{{.id = 1, .last_name = "Adams", .first_name = "Andrew"},
                                        {.id = 2, .last_name = "Edwards", .first_name = "Nancy", .reports_to = 1},
                                        {.id = 3, .last_name = "Peacock", .first_name = "Jane", .reports_to = 2},
                                        {.id = 4, .last_name = "Park", .first_name = "Margaret", .reports_to = 2},
                                        {.id = 5, .last_name = "Mitchell", .first_name = "Michael", .reports_to = 1}});
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    /// The rows of the query are those of the SQL, and there are some.
    template <class Query>
    void same(const Query& query, const char* by_hand) {
        const auto rows = db.all(query);
        EXPECT_TRUE(rows == db.all<typename Query::row>(by_hand)) << Query::sql() << '\n' << by_hand;
        EXPECT_FALSE(rows.empty()) << by_hand;
    }
    pg::session db{dsn()};
};

TEST_F(queries, self_and_outer_joins) {
    same(pg::select(col<&employee::last_name>, boss[col<&employee::last_name>])
             .left_join(boss)
             .on(boss[col<&employee::id>] == col<&employee::reports_to>)
             .order_by(col<&employee::id>),
         "select e.last_name, b.last_name from employee e left join employee b on b.employee_id = e.reports_to order "
         "by e.employee_id");
    same(pg::select(col<&artist::name>, col<&album::title>)
             .full_join(col<&album::artist_id>)
             .order_by(col<&artist::id>, col<&album::id>),
         "select name, title from artist a full join album b using (artist_id) order by a.artist_id, b.album_id");
    same(pg::select(col<&album::title>, col<&artist::name>)
             .right_join(col<&album::artist_id>)
             .order_by(col<&artist::id>, col<&album::id>),
         "select title, name from album right join artist using (artist_id) order by artist.artist_id, album_id");
}

TEST_F(queries, several_models_in_a_row) {
    const auto rows = db.all(pg::select(pg::model<artist>, pg::model<album>, pg::lower(col<&album::title>))
                                 .left_join(pg::model<album>)
                                 .order_by(col<&artist::id>, col<&album::id>));
    ASSERT_EQ(rows.size(), 6u);
    EXPECT_EQ(std::get<0>(rows[1]).id, 1);
    EXPECT_EQ(std::get<1>(rows[1])->title, "Rock");
    EXPECT_EQ(std::get<2>(rows[1]), "rock");
    EXPECT_EQ(std::get<0>(rows[5]).name, "Nobody");
    EXPECT_EQ(std::get<1>(rows[5]), std::nullopt);
    EXPECT_EQ(std::get<2>(rows[5]), std::nullopt);
    EXPECT_EQ(
        db.all(pg::select<album>().from(pg::model<artist>).left_join(pg::model<album>).where(col<&artist::id> == 4))
            .at(0),
        std::nullopt);
    EXPECT_EQ(db.count(pg::select(pg::model<artist>, pg::model<album>).cross_join(pg::model<album>)), 20);
}

TEST_F(queries, arrays_of_what_an_outer_join_leaves_out) {
    const auto lists = pg::select(col<&artist::id>, pg::array_agg(col<&album::title>).order_by(col<&album::id>))
                           .from(pg::model<artist>)
                           .left_join(pg::model<album>)
                           .group_by(col<&artist::id>)
                           .order_by(col<&artist::id>);
    using texts = std::vector<std::optional<pg::varchar<160>>>;
    static_assert(std::is_same_v<decltype(lists)::row, std::tuple<std::int32_t, texts>>);
    const auto rows = db.all(lists);
    EXPECT_EQ(std::get<1>(rows[0]), (texts{"For Those", "Rock"}));
    EXPECT_EQ(std::get<1>(rows[3]), texts{std::nullopt});
    struct albums {
        std::int32_t id{};
        texts titles{};
    };
    EXPECT_EQ(db.all(lists.into<albums>()).at(3).titles, texts{std::nullopt});

    const auto all = db.all(pg::select(pg::array(col<&artist::id>, col<&album::id>),
                                       pg::array_agg(col<&album::id>).over(pg::partition_by(col<&artist::id>)))
                                .from(pg::model<artist>)
                                .left_join(pg::model<album>)
                                .where(col<&artist::id> == 4));
    using numbers = std::vector<std::optional<std::int32_t>>;
    static_assert(std::is_same_v<decltype(all)::value_type, std::tuple<numbers, std::optional<numbers>>>);
    EXPECT_EQ(all.at(0), std::make_tuple(numbers{4, std::nullopt}, std::optional(numbers{std::nullopt})));

    const auto through = db.all(
        pg::select(pg::coalesce(pg::array_agg(col<&album::id>), std::vector<std::int32_t>{}),
                   pg::max(pg::array(col<&album::id>)),
                   pg::case_when(pg::count() > 0, pg::array_agg(col<&album::id>) + col<&artist::id>)
                       .otherwise(std::vector<std::int32_t>{}),
                   pg::slice(pg::array_agg(col<&album::id>), 1, 1))
            .from(pg::model<artist>)
            .left_join(pg::model<album>)
            .where(col<&artist::id> == 4)
            .group_by(col<&artist::id>));
    EXPECT_EQ(through.at(0), std::make_tuple(numbers{std::nullopt}, std::optional(numbers{std::nullopt}),
                                             numbers{std::nullopt, 4}, numbers{std::nullopt}))
        << "also behind what such arrays are given to";

    const auto kept = pg::select(pg::array_agg(col<&album::id>)).where(col<&album::artist_id> == 2);
    EXPECT_EQ(db.one(kept), (std::vector<std::int32_t>{2, 3}));
}

TEST_F(queries, groups) {
    same(pg::select(col<&t::media_type_id>, col<&t::genre_id>, pg::count(),
                    pg::grouping(col<&t::media_type_id>, col<&t::genre_id>))
             .group_by(pg::rollup(col<&t::media_type_id>, col<&t::genre_id>))
             .having(pg::count() > 1)
             .order_by(pg::grouping(col<&t::media_type_id>, col<&t::genre_id>), col<&t::media_type_id>,
                       col<&t::genre_id>),
         "select media_type_id, genre_id, count(*), grouping(media_type_id, genre_id) from track group by rollup "
         "(media_type_id, genre_id) "
         "having count(*) > 1 order by 4, 1, 2");
    same(pg::select(col<&t::genre_id>, pg::count())
             .group_by(pg::grouping_sets(pg::keys(col<&t::genre_id>), pg::keys()))
             .order_by(col<&t::genre_id>, pg::count()),
         "select genre_id, count(*) from track group by grouping sets ((genre_id), ()) order by 1, 2");
    const auto rows = db.all(pg::select(pg::model<album>, pg::count())
                                 .join(pg::model<track>)
                                 .group_by(col<&album::id>)
                                 .order_by(col<&album::id>));
    ASSERT_FALSE(rows.empty());
    EXPECT_EQ(std::get<0>(rows[0]).title, "Balls") << "the primary key determines the rest";
}

TEST_F(queries, aggregates) {
    same(pg::select(pg::count(col<&t::genre_id>).distinct(), pg::count().filter(col<&t::milliseconds> > 5000),
                    pg::percentile_cont(0.5).within_group(col<&t::milliseconds>),
                    pg::percentile_disc(0.25).within_group(col<&t::milliseconds>),
                    pg::mode().within_group(col<&t::unit_price>),
                    pg::string_agg(col<&t::name>, ",").order_by(col<&t::id>.desc()),
                    pg::array_agg(col<&t::id>).order_by(col<&t::milliseconds>).filter(col<&t::id> < 5)),
         "select count(distinct genre_id), count(*) filter (where milliseconds > 5000), percentile_cont(0.5) within "
         "group (order by milliseconds), "
         "percentile_disc(0.25) within group (order by milliseconds), mode() within group (order by unit_price), "
         "string_agg(name, ',' order by "
         "track_id desc), array_agg(track_id order by milliseconds) filter (where track_id < 5) from track");
}

TEST_F(queries, windows) {
    const auto w = pg::partition_by(col<&t::media_type_id>).order_by(col<&t::milliseconds>, col<&t::id>);
    same(pg::select(col<&t::id>, pg::row_number().over(w), pg::rank().over(w), pg::dense_rank().over(w),
                    pg::percent_rank().over(w), pg::cume_dist().over(w), pg::ntile(3).over(w),
                    pg::lag(col<&t::id>).over(w), pg::lead(col<&t::id>, 2).over(w), pg::lag(col<&t::id>, 1, 0).over(w),
                    pg::first_value(col<&t::id>).over(w), pg::last_value(col<&t::id>).over(w),
                    pg::nth_value(col<&t::id>, 2).over(w))
             .order_by(col<&t::id>),
         "select track_id, row_number() over w, rank() over w, dense_rank() over w, percent_rank() over w, cume_dist() "
         "over w, ntile(3) over w, "
         "lag(track_id) over w, lead(track_id, 2) over w, lag(track_id, 1, 0) over w, first_value(track_id) over w, "
         "last_value(track_id) over w, "
         "nth_value(track_id, 2) over w from track window w as (partition by media_type_id order by milliseconds, "
         "track_id) order by track_id");
    same(pg::select(
             col<&t::id>,
             pg::count().over(pg::order_by(col<&t::id>).rows(pg::preceding(2), pg::following(1)).exclude_current_row()),
             pg::count().over(pg::order_by(col<&t::milliseconds>).range(pg::preceding(2000), pg::current_row)),
             pg::max(col<&t::id>).over(pg::window<"m">.order_by(col<&t::milliseconds>)),
             pg::count()
                 .filter(col<&t::id> > 3)
                 .over(pg::order_by(col<&t::milliseconds>).groups(pg::unbounded_preceding)))
             .window(pg::window<"m">.as(pg::partition_by(col<&t::genre_id>)))
             .order_by(col<&t::id>),
         "select track_id, count(*) over (order by track_id rows between 2 preceding and 1 following exclude current "
         "row), count(*) over (order by "
         "milliseconds range between 2000 preceding and current row), max(track_id) over (partition by genre_id order "
         "by milliseconds), count(*) "
         "filter (where track_id > 3) over (order by milliseconds groups between unbounded preceding and current row) "
         "from track order by 1");
}

TEST_F(queries, distinct_and_ties) {
    same(pg::select(col<&t::genre_id>, col<&t::media_type_id>)
             .distinct()
             .order_by(col<&t::media_type_id>, col<&t::genre_id>),
         "select distinct genre_id, media_type_id from track order by 2, 1");
    same(pg::select<track>().distinct_on(col<&t::album_id>).order_by(col<&t::album_id>, col<&t::milliseconds>.desc()),
         "select distinct on (album_id) track_id, name, album_id, media_type_id, genre_id, composer, milliseconds, "
         "bytes, unit_price from track "
         "order by album_id, milliseconds desc");
    same(pg::select(col<&t::unit_price>).order_by(col<&t::unit_price>.desc()).fetch_with_ties(1),
         "select unit_price from track order by unit_price desc fetch first 1 rows with ties");
}

TEST_F(queries, subqueries) {
    same(pg::select(
             col<&artist::id>,
             pg::scalar(
                 pg::select(pg::count()).from(pg::model<album>).where(col<&album::artist_id> == col<&artist::id>)),
             pg::array(pg::select(col<&album::id>)
                           .where(col<&album::artist_id> == col<&artist::id>)
                           .order_by(col<&album::id>)))
             .order_by(col<&artist::id>),
         "select artist_id, (select count(*) from album b where b.artist_id = a.artist_id), array(select album_id from "
         "album b where b.artist_id = "
         "a.artist_id order by 1) from artist a order by 1");
    same(pg::select(col<&artist::id>)
             .where(!pg::exists(pg::select<album>().where(col<&album::artist_id> == col<&artist::id>))),
         "select 4");
    same(pg::select(col<&artist::id>)
             .where(col<&artist::id>.in(pg::select(col<&album::artist_id>).where(col<&album::title>.like("R%"))))
             .order_by(col<&artist::id>),
         "select * from (values (1), (2)) v");
    same(pg::select(col<&t::id>)
             .where(col<&t::milliseconds> >= pg::all(pg::select(col<&t::milliseconds>)))
             .order_by(col<&t::id>),
         "select track_id from track where milliseconds = (select max(milliseconds) from track) order by 1");
    same(pg::select(col<&t::id>)
             .where(col<&t::album_id> == pg::any(pg::select(col<&album::id>).where(col<&album::artist_id> == 2)) &&
                    col<&t::id> > 3)
             .order_by(col<&t::id>),
         "select track_id from track where album_id in (2, 3) and track_id > 3 order by 1");
    const auto totals =
        pg::subquery(pg::select(col<&album::artist_id>, pg::count()).group_by(col<&album::artist_id>).into<total>());
    same(pg::select(col<&artist::id>, col<&total::n>)
             .from(pg::model<artist>)
             .left_join(totals)
             .on(col<&total::artist_id> == col<&artist::id>)
             .order_by(col<&artist::id>),
         "select a.artist_id, n from artist a left join (select artist_id, count(*) n from album group by 1) x using "
         "(artist_id) order by 1");
    same(pg::select(col<&artist::id>, col<&album::id>)
             .left_join(pg::lateral(pg::select<album>()
                                        .where(col<&album::artist_id> == col<&artist::id>)
                                        .order_by(col<&album::id>.desc())
                                        .limit(1)))
             .order_by(col<&artist::id>),
         "select artist_id, max(album_id) from artist left join album using (artist_id) group by 1 order by 1");
}

TEST_F(queries, functions_in_from) {
    same(pg::select<number>().from(pg::generate_series<number>(1, 9, 4)), "select n from generate_series(1, 9, 4) n");
    same(pg::select(col<&artist::id>, col<&letter::text>, col<&letter::place>)
             .cross_join(pg::unnest<letter>(pg::array(pg::lit<"x">, pg::coalesce(col<&artist::name>, "") + "!", "z"))
                             .with_ordinality())
             .where(col<&artist::id> == 3 && col<&letter::place> > 1)
             .order_by(col<&letter::place>),
         "select * from (values (3, 'Bach!', 2::bigint), (3, 'z', 3)) v");
}

TEST_F(queries, set_operations) {
    const auto low = pg::select(col<&artist::id>).where(col<&artist::id> <= 3);
    const auto high = pg::select(col<&artist::id>).where(col<&artist::id> >= 3);
    same(low.union_(high).order_by(col<&artist::id>), "select * from generate_series(1, 4)");
    same(low.union_all(high).order_by(col<&artist::id>.desc()).limit(3), "select * from (values (4), (3), (3)) v");
    same(low.union_all(high).order_by(col<&artist::id>).offset(1).fetch_with_ties(2), "select * from (values (2), (3), (3)) v");
    same(low.intersect(high), "select 3");
    same(low.except(high).order_by(col<&artist::id>), "select * from generate_series(1, 2)");
    same(low.union_all(low).except_all(low).intersect_all(low).order_by(col<&artist::id>),
         "select * from generate_series(1, 3)");
    EXPECT_EQ(db.count(low.union_(high)), 4);
    EXPECT_TRUE(db.exists(low.intersect(high)));
    EXPECT_EQ(db.one(low.intersect(high)), 3);
    EXPECT_EQ(db.first(low.union_(high).order_by(col<&artist::id>.desc())), 4);
}

TEST_F(queries, common_table_expressions) {
    const auto tree =
        pg::cte(pg::select(col<&employee::id>, col<&employee::last_name>, pg::lit<0>)
                    .where(col<&employee::reports_to>.is_null())
                    .into<node>()
                    .union_all(pg::select(col<&employee::id>, col<&employee::last_name>, col<&node::depth> + pg::lit<1>)
                                   .from(pg::model<employee>)
                                   .join(pg::model<node>)
                                   .on(col<&node::id> == col<&employee::reports_to>)
                                   .into<node>()));
    const auto rows =
        db.all(pg::with_recursive(tree).select<node>().from(tree).order_by(col<&node::depth>, col<&node::id>));
    ASSERT_EQ(rows.size(), 5u);
    EXPECT_EQ(rows[4], (node{4, "Park", 2}));
    const auto totals = pg::cte(pg::select(col<&album::artist_id>, pg::count())
                                    .where(col<&album::id> > 1)
                                    .group_by(col<&album::artist_id>)
                                    .into<total>());
    same(pg::with(totals.not_materialized())
             .select<total>()
             .from(totals)
             .where(col<&total::n> >= 1)
             .order_by(col<&total::artist_id>),
         "select artist_id, count(*) as n from album where album_id > 1 group by artist_id order by 1");
    const auto recent = pg::cte(pg::select<album>().order_by(col<&album::id>.desc()).limit(2))
                            .as(pg::alias<album, "recent">)
                            .materialized();
    same(pg::with(recent)
             .select(col<&artist::name>, recent[col<&album::title>])
             .from(recent)
             .join(pg::model<artist>)
             .on(col<&artist::id> == recent[col<&album::artist_id>])
             .order_by(col<&artist::id>),
         "select name, title from album join artist using (artist_id) where album_id > 3 order by artist_id");
}

TEST_F(queries, locked_rows_are_skipped_or_refused) {
    pg::session other(dsn());
    db.transaction([&](pg::transaction& tx) {
        EXPECT_EQ(tx.one(pg::select(col<&artist::id>).order_by(col<&artist::id>).limit(1).for_update().skip_locked()),
                  1);
        other.transaction([](pg::transaction& second) {
            EXPECT_EQ(
                second.all(pg::select(col<&artist::id>).order_by(col<&artist::id>).limit(1).for_update().skip_locked())
                    .at(0),
                2);
        });
        EXPECT_THROW(other.all(pg::select<artist>().for_no_key_update().nowait()), pg::server_error);
        EXPECT_EQ(
            other.all(pg::select(col<&album::id>).join(pg::model<artist>).for_share().of(pg::model<album>)).size(), 5u);
    });
}

TEST_F(queries, order_by_prefers_columns_to_output_names) {
    struct pair {
        pg::varchar<120> name{};
        std::int32_t id{};
    };
    const auto rows = db.all(pg::select(col<&artist::name>, col<&artist::id>)
                                 .where(col<&artist::name>.is_not_null())
                                 .order_by(col<&artist::id>));
    EXPECT_EQ(rows.size(), 4u);
    EXPECT_EQ(db.all(pg::select(pg::coalesce(col<&artist::name>, ""), col<&artist::id> * -1)
                         .into<pair>()
                         .order_by(col<&artist::id>))
                  .at(0)
                  .id,
              -1);
}

TEST_F(queries, conditions_and_orders_of_the_run) {
    const auto find = [&](std::optional<std::string> title, std::vector<std::int32_t> artists, const char* order) {
        pg::condition<album, artist> c;
        if (title) c &= col<&album::title>.like(*title);
        if (!artists.empty()) c &= col<&artist::id>.in(artists);
        std::string ids;
        for (auto id : db.all(pg::select(col<&album::id>)
                                  .join(col<&album::artist_id>)
                                  .where(c)
                                  .order_by(pg::sort<album>(order, pg::allow<&album::title, &album::artist_id>()))
                                  .limit(4)))
            ids += std::to_string(id);
        return ids;
    };
    EXPECT_EQ(find({}, {}, ""), "1234");
    EXPECT_EQ(find({}, {1, 2}, "-title"), "4312");
    EXPECT_EQ(find("%s%", {1, 2}, "title"), "213");
    EXPECT_EQ(find("%s%", {3}, "-artist_id"), "5");
    EXPECT_EQ(find({}, {}, ""), "1234") << "prepared before";
    pg::condition<album> none;
    none &= col<&album::id> < 0;
    EXPECT_EQ(db.count(pg::select<album>().where(none)), 0);
    EXPECT_FALSE(db.exists(pg::select<album>().where(none)));
    EXPECT_EQ(db.first(pg::select<album>().where(none)), std::nullopt);
    EXPECT_EQ(db.count(pg::select<artist>().where(col<&artist::id>.in(pg::select(col<&album::artist_id>).where(!none)))), 3);
    // More values and text than most statements have.
    pg::condition<album> several;
    for (std::int32_t id : {4, 2}) {
        for (int i = 0; i < 40; ++i) {
            several |= col<&album::id> == id && col<&album::title> != std::string(20, 'x');
            ASSERT_EQ(db.all(pg::select(col<&album::id>).where(several).order_by(col<&album::id>)),
                      id == 4 ? std::vector{4} : (std::vector{2, 4}));
        }
    }
    // Wherever a condition may stand.
    pg::condition<album> early = col<&album::id> < 3;
    EXPECT_EQ(db.one(pg::select(pg::count().filter(early)).from(pg::model<album>)), 2);
    EXPECT_EQ(db.one(pg::select(pg::count().filter(none)).from(pg::model<album>)), 0);
    EXPECT_EQ(db.all(pg::select(col<&album::id>).order_by(early.asc(), col<&album::id>.desc()).limit(1)), std::vector{5});
    EXPECT_EQ(db.scalar(pg::select(pg::case_when(early, "early").otherwise("late")).where(col<&album::id> == 2)), "early");
}

}  // namespace
