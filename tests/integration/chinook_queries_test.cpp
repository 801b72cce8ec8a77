// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a music shop asks that only PostgreSQL answers: each answer of the query builder is that of the SQL which a
// person has written beside it.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/ordered_set.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "chinook_stand_in.hpp"
#include "real_data.hpp"

namespace {

namespace pg = pgmodel;
using namespace chinook;
using pg::lit;

struct chinook_queries : pgmodel_test::real_database<chinook_queries, pgmodel_test::chinook_stand_in> {};

TEST_F(chinook_queries, who_reports_to_whom) {
    struct step {
        std::int32_t id;
        std::optional<std::string> path;
        std::int32_t depth;

        bool operator==(const step&) const = default;
    };
    using e = employee;
    const auto tree = pg::cte(pg::select(col<&e::id>, pg::cast<std::string>(col<&e::last_name>), lit<0>)
                                  .where(col<&e::reports_to>.is_null())
                                  .into<step>()
                                  .union_all(pg::select(col<&e::id>, col<&step::path> + " > " + col<&e::last_name>,
                                                        col<&step::depth> + lit<1>)
                                                 .from(pg::model<e>)
                                                 .join(pg::model<step>)
                                                 .on(col<&step::id> == col<&e::reports_to>)
                                                 .into<step>()));
    expect_rows(pg::with_recursive(tree).select<step>().from(tree).order_by(col<&step::path>),
                "with recursive step (id, path, depth) as (select employee_id, last_name::text, 0 from employee where "
                "reports_to is null "
                "union all select e.employee_id, path || ' > ' || last_name, depth + 1 from step join employee e on "
                "e.reports_to = id) "
                "select * from step order by path",
                8);
}

TEST_F(chinook_queries, best_track_of_each_genre) {
    using t = track;
    struct sold {
        std::int32_t track_id;
        std::optional<std::int64_t> n;
    };
    const auto sales = pg::subquery(pg::select(col<&invoice_line::track_id>, pg::sum(col<&invoice_line::quantity>))
                                        .group_by(col<&invoice_line::track_id>)
                                        .into<sold>());
    expect_rows(pg::select(col<&t::genre_id>, col<&t::name>, col<&sold::n>)
                    .from(pg::model<t>)
                    .join(sales)
                    .on(col<&sold::track_id> == col<&t::id>)
                    .distinct_on(col<&t::genre_id>)
                    .order_by(col<&t::genre_id>, col<&sold::n>.desc(), col<&t::name>),
                "select distinct on (genre_id) genre_id, name, n from track join (select track_id, sum(quantity) as n "
                "from invoice_line "
                "group by track_id) s using (track_id) order by genre_id, n desc, name",
                24);
}

TEST_F(chinook_queries, money_of_each_month_beside_the_year_before) {
    using i = invoice;
    const auto month = pg::date_trunc<"month">(col<&i::invoice_date>);
    expect_rows(pg::select(month, pg::sum(col<&i::total>),
                           pg::lag(pg::sum(col<&i::total>), 12).over(pg::order_by(month)),
                           pg::sum(pg::sum(col<&i::total>)).over(pg::order_by(month)))
                    .group_by(month)
                    .order_by(month),
                "select date_trunc('month', invoice_date) as m, sum(total), lag(sum(total), 12) over (order by "
                "date_trunc('month', invoice_date)), "
                "sum(sum(total)) over (order by date_trunc('month', invoice_date)) from invoice group by m order by m",
                60);
}

TEST_F(chinook_queries, rollup_of_countries_and_cities) {
    using i = invoice;
    expect_rows(pg::select(col<&i::billing_country>, col<&i::billing_city>, pg::sum(col<&i::total>),
                           pg::grouping(col<&i::billing_city>))
                    .group_by(pg::rollup(col<&i::billing_country>, col<&i::billing_city>))
                    .having(pg::sum(col<&i::total>) > money("37"))
                    .order_by(col<&i::billing_country>.asc().nulls_first(), col<&i::billing_city>.asc().nulls_first()),
                "select billing_country, billing_city, sum(total), grouping(billing_city) from invoice group by rollup "
                "(billing_country, billing_city) "
                "having sum(total) > 37 order by 1 nulls first, 2 nulls first",
                77);
}

TEST_F(chinook_queries, albums_as_documents) {
    expect_rows(
        pg::select(pg::jsonb_build_object(
                       "artist", col<&artist::name>, "albums",
                       pg::jsonb_agg(pg::jsonb_build_object("title", col<&album::title>)).order_by(col<&album::id>)))
            .from(pg::model<artist>)
            .join(pg::model<album>)
            .group_by(col<&artist::id>)
            .order_by(pg::count().desc(), col<&artist::id>)
            .limit(5),
        "select jsonb_build_object('artist', ar.name, 'albums', jsonb_agg(jsonb_build_object('title', title) order by "
        "album_id)) "
        "from artist ar join album using (artist_id) group by ar.artist_id order by count(*) desc, ar.artist_id limit "
        "5",
        5);
}

TEST_F(chinook_queries, arrays_of_tracks) {
    using t = track;
    expect_rows(pg::select(col<&t::album_id>,
                           pg::slice(pg::array_agg(col<&t::name>).order_by(col<&t::milliseconds>.desc()), 1, 2))
                    .where(col<&t::album_id>.in({1, 5, 7}))
                    .group_by(col<&t::album_id>)
                    .order_by(col<&t::album_id>),
                "select album_id, (array_agg(name order by milliseconds desc))[1:2] from track where album_id in (1, "
                "5, 7) group by 1 order by 1",
                3);
}

TEST_F(chinook_queries, texts_and_regular_expressions) {
    using c = customer;
    expect_rows(pg::select(pg::split_part(col<&c::email>, lit<"@">, lit<2>), pg::count(),
                           pg::string_agg(pg::initcap(col<&c::last_name>), ",").order_by(col<&c::id>))
                    .where(col<&c::email>.regex("@(gmail|yahoo)\\."))
                    .group_by(pg::split_part(col<&c::email>, lit<"@">, lit<2>))
                    .order_by(pg::count().desc(), pg::split_part(col<&c::email>, lit<"@">, lit<2>)),
                "select split_part(email, '@', 2), count(*), string_agg(initcap(last_name), ',' order by customer_id) "
                "from customer "
                "where email ~ '@(gmail|yahoo)\\.' group by 1 order by 2 desc, 1",
                16);
}

TEST_F(chinook_queries, ties_are_kept) {
    using i = invoice;
    expect_rows(pg::select(col<&i::id>, col<&i::total>).order_by(col<&i::total>.desc()).fetch_with_ties(3),
                "select invoice_id, total from invoice order by total desc fetch first 3 rows with ties", 4);
}

TEST_F(chinook_queries, statistics) {
    using t = track;
    expect_rows(pg::select(pg::corr(pg::cast<double>(col<&t::milliseconds>), pg::cast<double>(col<&t::bytes>)),
                           pg::stddev_samp(col<&t::milliseconds>),
                           pg::percentile_cont(0.25).within_group(col<&t::milliseconds>),
                           pg::mode().within_group(col<&t::genre_id>)),
                "select corr(milliseconds, bytes), stddev_samp(milliseconds), percentile_cont(0.25) within group "
                "(order by milliseconds), "
                "mode() within group (order by genre_id) from track",
                1);
}

TEST_F(chinook_queries, playlists_without_and_with) {
    using p = playlist;
    expect_rows(
        pg::select(col<&p::name>, pg::count(col<&playlist_track::track_id>))
            .from(pg::model<p>)
            .left_join(col<&playlist_track::playlist_id>)
            .group_by(col<&p::id>)
            .having(pg::count(col<&playlist_track::track_id>) < 10)
            .order_by(col<&p::id>),
        "select name, count(track_id) from playlist left join playlist_track using (playlist_id) group by playlist_id "
        "having count(track_id) < 10 order by playlist_id",
        6);
    expect_rows(pg::select(col<&track::id>)
                    .except(pg::select(col<&invoice_line::track_id>))
                    .intersect(pg::select(col<&playlist_track::track_id>))
                    .order_by(col<&track::id>)
                    .limit(20),
                "(select track_id from track except select track_id from invoice_line) intersect select track_id from "
                "playlist_track order by 1 limit 20",
                20);
}

}  // namespace
