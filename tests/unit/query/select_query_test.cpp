// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/ordered_set.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/query/set_returning.hpp>

#include <gtest/gtest.h>

#include <functional>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

#include "expression_text.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct artist {
    std::int32_t id{};
    std::string name{};
};
struct album {
    std::int32_t id{};
    std::string title{};
    std::int32_t artist_id{};

    static constexpr auto table() {
        return pg::table("albums", pg::field<&album::id>.primary_key(),
                         pg::field<&album::artist_id>.references(pg::model<artist>));
    }
};
struct track {
    std::int32_t id{};
    std::string name{};
    std::int32_t album_id{};
    std::int32_t milliseconds{};
    std::optional<std::string> composer{};
    std::vector<std::string> tags{};

    static constexpr auto table() {
        return pg::table("tracks", pg::field<&track::id>.primary_key(),
                         pg::field<&track::album_id>.references(col<&album::id>));
    }
};
struct employee {
    std::int32_t id{};
    std::string name{};
    std::optional<std::int32_t> reports_to{};
};
struct seat {
    std::int32_t row{}, place{};

    static constexpr auto table() { return pg::table("seats", pg::primary_key(col<&seat::row>, col<&seat::place>)); }
};
struct duel {
    std::int32_t id{};
    std::int32_t row{}, place{};

    static constexpr auto table() {
        using d = duel;
        return pg::table("duels", pg::field<&d::id>.primary_key(),
                         pg::foreign_key(col<&d::row>, col<&d::place>).references(pg::model<seat>));
    }
};
struct total {
    std::int32_t artist_id{};
    std::int64_t n{};
};
struct node {
    std::int32_t id{};
    std::string name{};
    std::int32_t depth{};
};
struct tag_at {
    std::string tag{};
    std::int64_t n{};
};
struct number {
    std::int32_t n{};
};
constexpr auto boss = pg::alias<employee, "boss">;
using t = track;

template <class Query>
std::string sql(const Query&) {
    return std::string(Query::sql());
}
template <class Row, class Query>
constexpr bool gives(const Query&) {
    return std::is_same_v<typename Query::row, Row>;
}
using pgmodel_test::values;

// ---- FROM and its joins

TEST(select_query, aliases) {
    const auto q = pg::select(col<&employee::name>, boss[col<&employee::name>])
                       .left_join(boss)
                       .on(boss[col<&employee::id>] == col<&employee::reports_to>);
    EXPECT_EQ(sql(q), "select employee.name, boss.name from employee left join employee as boss on boss.id = "
                      "employee.reports_to");
    static_assert(gives<std::tuple<std::string, std::optional<std::string>>>(q));
    EXPECT_EQ(sql(pg::select(boss).where(boss[col<&employee::id>] == 1)),
              "select id, name, reports_to from employee as boss where id = $1");
    EXPECT_EQ(
        sql(pg::select(pg::model<employee>, boss).cross_join(boss)),
        "select employee.id, employee.name, employee.reports_to, boss.id, boss.name, boss.reports_to from employee "
        "cross join employee as boss");
}

TEST(select_query, joins_along_the_key_of_an_alias) {
    constexpr auto other = pg::alias<album, "other">;
    EXPECT_EQ(sql(pg::select(other[col<&album::title>], col<&artist::name>).join(other[col<&album::artist_id>])),
              "select other.title, artist.name from albums as other join artist on other.artist_id = artist.id");
    EXPECT_EQ(sql(pg::select(col<&artist::name>, other[col<&album::title>]).left_join(other[col<&album::artist_id>])),
              "select artist.name, other.title from artist left join albums as other on other.artist_id = artist.id");
}

TEST(select_query, outer_joins_make_optional) {
    const auto base = pg::select(pg::model<album>, pg::model<artist>, col<&artist::name>);
    const auto left = base.left_join(col<&album::artist_id>);
    EXPECT_EQ(sql(left),
              "select albums.id, albums.title, albums.artist_id, artist.id, artist.name, artist.name from albums "
              "left join artist on albums.artist_id = artist.id");
    static_assert(gives<std::tuple<album, std::optional<artist>, std::optional<std::string>>>(left));
    static_assert(
        gives<std::tuple<std::optional<album>, artist, std::string>>(base.right_join(col<&album::artist_id>)));
    static_assert(gives<std::tuple<std::optional<album>, std::optional<artist>, std::optional<std::string>>>(
        base.full_join(col<&album::artist_id>)));
    static_assert(gives<std::tuple<album, artist, std::string>>(base.join(col<&album::artist_id>)));
    static_assert(
        gives<std::optional<artist>>(pg::select<artist>().from(pg::model<album>).left_join(pg::model<artist>)));
    // A later right join makes all before it optional.
    static_assert(
        gives<std::tuple<std::string, std::optional<std::string>>>(pg::select(col<&artist::name>, col<&track::name>)
                                                                       .from(pg::model<track>)
                                                                       .join(col<&track::album_id>)
                                                                       .right_join(col<&album::artist_id>)));
    const auto strict =
        pg::select(pg::lower(col<&artist::name>), pg::coalesce(col<&artist::name>, "none"),
                   col<&artist::name>.is_null(), col<&artist::id> + 1, pg::count(col<&artist::id>).over())
            .from(pg::model<album>)
            .left_join(pg::model<artist>);
    static_assert(
        gives<std::tuple<std::optional<std::string>, std::string, bool, std::optional<std::int32_t>, std::int64_t>>(
            strict));
}

TEST(select_query, joins) {
    EXPECT_EQ(
        sql(pg::select<track>().join(pg::model<album>)),
        "select tracks.id, tracks.name, tracks.album_id, tracks.milliseconds, tracks.composer, tracks.tags from tracks "
        "join albums on tracks.album_id = albums.id")
        << "the only key between them";
    EXPECT_EQ(
        sql(pg::select(col<&artist::name>).join(pg::model<album>).join(pg::model<track>)),
        "select artist.name from artist join albums on albums.artist_id = artist.id join tracks on tracks.album_id = "
        "albums.id");
    EXPECT_EQ(sql(pg::select(col<&duel::id>).join(pg::model<seat>)),
              "select duels.id from duels join seats on duels.\"row\" = seats.\"row\" and duels.place = seats.place");
    EXPECT_EQ(sql(pg::select(col<&duel::id>).join(col<&duel::place>)),
              sql(pg::select(col<&duel::id>).join(pg::model<seat>)));
    EXPECT_EQ(sql(pg::select(col<&artist::name>, col<&seat::row>).from(pg::model<artist>, pg::model<seat>)),
              "select artist.name, seats.\"row\" from artist, seats");
    const auto values_on =
        pg::select(col<&track::name>).join(pg::model<album>).on(col<&album::id> == 5).where(col<&t::id> == 6);
    EXPECT_EQ(values(values_on), "5 6");
    EXPECT_EQ(sql(pg::select<artist>().from(pg::only(pg::model<artist>))), "select id, name from only artist");
    EXPECT_EQ(sql(pg::select<artist>().from(pg::tablesample(pg::model<artist>, pg::bernoulli(10).repeatable(1)))),
              "select id, name from artist tablesample bernoulli ($1) repeatable ($2)");
}

TEST(select_query, sources_that_are_no_tables) {
    const auto totals = pg::subquery(pg::select(col<&album::artist_id>, pg::count())
                                         .where(col<&album::id> > 7)
                                         .group_by(col<&album::artist_id>)
                                         .into<total>());
    const auto q = pg::select(col<&artist::name>, col<&total::n>)
                       .from(pg::model<artist>)
                       .left_join(totals)
                       .on(col<&total::artist_id> == col<&artist::id>)
                       .where(col<&artist::id> < 9);
    EXPECT_EQ(
        sql(q),
        "select artist.name, total.n from artist left join (select artist_id, count(*) as n from albums where id > "
        "$1 group by artist_id) as total on total.artist_id = artist.id where artist.id < $2");
    EXPECT_EQ(values(q), "7 9");
    static_assert(gives<std::tuple<std::string, std::optional<std::int64_t>>>(q));
    constexpr auto x = pg::alias<total, "x">;
    EXPECT_EQ(
        sql(pg::select(x).from(totals.as(x))),
        "select artist_id, n from (select artist_id, count(*) as n from albums where id > $1 group by artist_id) as x");
    EXPECT_EQ(sql(pg::select(col<&t::name>, col<&tag_at::tag>, col<&tag_at::n>)
                      .cross_join(pg::unnest<tag_at>(col<&t::tags>).with_ordinality())),
              "select tracks.name, tag_at.tag, tag_at.n from tracks cross join unnest(tracks.tags) with ordinality as "
              "tag_at (tag, n)");
    EXPECT_EQ(sql(pg::select<number>().from(pg::generate_series<number>(1, 10, 2))),
              "select n from generate_series($1, $2, $3) as number (n)");
    const auto newest = pg::select(pg::model<artist>, pg::model<album>)
                            .left_join(pg::lateral(pg::select<album>()
                                                       .where(col<&album::artist_id> == col<&artist::id>)
                                                       .order_by(col<&album::id>.desc())
                                                       .limit(3)));
    EXPECT_EQ(sql(newest), "select artist.id, artist.name, albums.id, albums.title, albums.artist_id from artist left "
                           "join lateral (select "
                           "albums.id, albums.title, albums.artist_id from albums where albums.artist_id = artist.id "
                           "order by albums.id desc "
                           "limit $1) as albums on true");
    static_assert(gives<std::tuple<artist, std::optional<album>>>(newest));
}

// ---- groups and windows

TEST(select_query, groups) {
    const auto q = pg::select(col<&t::album_id>, pg::max(col<&t::milliseconds>), pg::grouping(col<&t::album_id>))
                       .group_by(pg::rollup(col<&t::album_id>))
                       .having(pg::count() > 3);
    EXPECT_EQ(sql(q), "select album_id, max(milliseconds), grouping(album_id) from tracks group by rollup (album_id) "
                      "having count(*) > $1");
    static_assert(gives<std::tuple<std::optional<std::int32_t>, std::optional<std::int32_t>, std::int32_t>>(q));
    EXPECT_EQ(sql(pg::select(pg::count())
                      .from(pg::model<track>)
                      .group_by(pg::grouping_sets(pg::keys(col<&t::album_id>, col<&t::name>), pg::keys(col<&t::name>),
                                                  pg::keys()))),
              "select count(*) from tracks group by grouping sets ((album_id, name), (name), ())");
    EXPECT_EQ(sql(pg::select(pg::count()).from(pg::model<track>).group_by(pg::cube(col<&t::album_id>, col<&t::name>))),
              "select count(*) from tracks group by cube (album_id, name)");
    EXPECT_EQ(sql(pg::select(pg::model<album>, pg::count()).join(pg::model<track>).group_by(col<&album::id>)),
              "select albums.id, albums.title, albums.artist_id, count(*) from albums join tracks on tracks.album_id = "
              "albums.id "
              "group by albums.id")
        << "the primary key determines the rest";
    EXPECT_EQ(sql(pg::select(pg::lower(col<&t::name>) + pg::lit<"!">, pg::count()).group_by(pg::lower(col<&t::name>))),
              "select lower(name) || '!', count(*) from tracks group by lower(name)");
    EXPECT_EQ(
        sql(pg::select(pg::count(col<&t::name>).distinct(), pg::count().filter(col<&t::id> > 5),
                       pg::percentile_cont(0.5).within_group(col<&t::milliseconds>),
                       pg::mode().within_group(col<&t::name>.desc()))),
        "select count(distinct name), count(*) filter (where id > $1), percentile_cont($2) within group (order by "
        "milliseconds), mode() within group (order by name desc) from tracks");
}

TEST(select_query, places_among_the_rows_of_a_group) {
    const auto q =
        pg::select(col<&t::album_id>, pg::rank(90000, "x").within_group(col<&t::milliseconds>.desc(), col<&t::name>),
                   pg::dense_rank(col<&t::album_id>).within_group(col<&t::id>),
                   pg::percent_rank("x").within_group(col<&t::composer>).filter(col<&t::id> > 1),
                   pg::cume_dist(pg::lit<5>).within_group(col<&t::id>))
            .group_by(col<&t::album_id>);
    EXPECT_EQ(sql(q), "select album_id, rank($1, $2) within group (order by milliseconds desc, name), dense_rank(album_id) "
                      "within group (order by id), percent_rank($3) within group (order by composer) filter (where id > $4), "
                      "cume_dist(5) within group (order by id) from tracks group by album_id");
    static_assert(gives<std::tuple<std::int32_t, std::int64_t, std::int64_t, double, double>>(q));
    EXPECT_EQ(values(q), "90000 x x 1");
    const auto several = pg::select(pg::percentile_cont({0.25, 0.75}).within_group(col<&t::milliseconds>),
                                    pg::percentile_disc({0.25, 0.75}).within_group(col<&t::name>));
    EXPECT_EQ(sql(several), "select percentile_cont($1) within group (order by milliseconds), percentile_disc($2) within "
                            "group (order by name) from tracks");
    static_assert(gives<std::tuple<std::optional<std::vector<double>>, std::optional<std::vector<std::string>>>>(several));
}

// In a group there are rows, so an aggregate of what is not NULL is not NULL either.
TEST(select_query, aggregates_of_groups_are_not_null) {
    using whole = std::tuple<std::int64_t, std::vector<std::string>, std::string, std::int32_t, double, std::int32_t>;
    const auto of = [](auto... keys) {
        return pg::select(pg::sum(col<&t::milliseconds>), pg::array_agg(col<&t::name>).order_by(col<&t::id>.desc()),
                          pg::string_agg(col<&t::name>, ", "), pg::max(col<&t::id>) - pg::min(col<&t::id>),
                          pg::percentile_cont(0.5).within_group(col<&t::id>), pg::cast<std::int32_t>(pg::sum(col<&t::id>)))
            .group_by(keys...);
    };
    static_assert(gives<whole>(of(col<&t::album_id>)));
    static_assert(gives<whole>(of(pg::rollup(col<&t::name>), col<&t::album_id>)), "a key that all groups have");
    using none = std::tuple<std::optional<std::int64_t>, std::optional<std::vector<std::string>>, std::optional<std::string>,
                            std::optional<std::int32_t>, std::optional<double>, std::optional<std::int32_t>>;
    static_assert(gives<none>(of(pg::rollup(col<&t::name>))));
    static_assert(gives<none>(of(pg::keys())));

    static_assert(gives<std::optional<std::int64_t>>(pg::select(pg::sum(col<&t::id>))));
    const auto by_album = [](auto what) { return pg::select(what).group_by(col<&t::album_id>); };
    static_assert(gives<std::optional<std::int64_t>>(by_album(pg::sum(col<&t::id>).filter(col<&t::id> > 1))));
    static_assert(gives<std::optional<std::string>>(by_album(pg::max(col<&t::composer>))));
    static_assert(gives<std::optional<double>>(by_album(pg::corr(col<&t::id>, col<&t::album_id>))));
    static_assert(gives<std::optional<double>>(by_album(pg::covar_samp(col<&t::id>, col<&t::album_id>))), "of one row");
    static_assert(gives<double>(by_album(pg::covar_pop(col<&t::id>, col<&t::album_id>))));
    // Nor is what operators, CASE and functions make of them.
    constexpr auto name = pg::max(col<&t::name>);
    constexpr auto sum = pg::sum(col<&t::id>);
    static_assert(gives<std::string>(by_album(name + "x" + name)));
    static_assert(gives<std::int32_t>(by_album(pg::length(name))));
    static_assert(gives<std::int64_t>(by_album(-sum)));
    static_assert(gives<bool>(by_album((sum > 3 && !(name == "x")) || name.like("y"))));
    static_assert(gives<std::string>(by_album(pg::case_when(sum > 3, name).otherwise("few"))));
    static_assert(gives<std::optional<std::string>>(by_album(pg::case_when(sum > 3, name))));
    static_assert(gives<std::optional<std::string>>(by_album(name + pg::max(col<&t::composer>))));
    static_assert(gives<std::optional<std::int32_t>>(by_album(pg::array_agg(col<&t::id>)[1])));
    static_assert(gives<std::optional<std::int64_t>>(by_album(-pg::sum(col<&t::id>).filter(col<&t::id> > 1))));
    static_assert(gives<std::optional<std::int32_t>>(by_album(pg::max(pg::max(col<&t::id>)).over(pg::order_by(col<&t::album_id>)))));
    const auto outer = pg::select(pg::min(col<&album::title>), pg::max(col<&artist::name>)).left_join(pg::model<artist>);
    static_assert(gives<std::tuple<std::string, std::optional<std::string>>>(outer.group_by(col<&album::id>)));
}

// A constant is none of the rows that are missing; of arrays, NULL counts as an empty one or as an element.
TEST(select_query, constants_arrays_and_bytes_beside_outer_joins) {
    struct file {
        std::int32_t id{};
        pg::bytes content{};
        std::vector<std::int32_t> sizes{};
    };
    const auto q = [](auto what) {
        return pg::select(what).from(pg::model<track>).left_join(pg::model<file>).on(col<&file::id> == col<&t::id>);
    };
    using texts = std::vector<std::string>;
    using sizes = std::vector<std::int32_t>;
    static_assert(gives<double>(q(pg::constant<double, "0.5">)));
    static_assert(gives<texts>(q(pg::slice(col<&t::tags>, 2, pg::open_end))));
    static_assert(gives<std::optional<sizes>>(q(pg::slice(col<&file::sizes>, 2, pg::open_end))));
    static_assert(gives<texts>(q(col<&t::tags> + pg::constant<texts, "{x}">)));
    static_assert(gives<sizes>(q(col<&file::sizes> + sizes{1})));
    static_assert(gives<std::optional<sizes>>(q(col<&file::sizes> + col<&file::sizes>)));
    static_assert(gives<sizes>(q(col<&file::sizes> + col<&t::id>)));
    static_assert(gives<std::vector<std::optional<std::int32_t>>>(q(pg::value(sizes{1}) + col<&file::id>)));
    static_assert(gives<std::optional<pg::bytes>>(q(col<&file::content> + pg::bytes{})));
    // Functions that answer the NULL of an argument.
    static_assert(gives<std::string>(q(pg::format("%s", col<&file::id>))));
    static_assert(gives<std::int32_t>(q(pg::length(pg::concat_ws(", ", col<&file::id>, col<&t::name>)))));
    static_assert(gives<std::optional<std::string>>(q(pg::format(pg::cast<std::string>(col<&file::id>), col<&t::name>))));
    constexpr auto answers = pg::function<"f", bool(std::string, std::optional<std::int32_t>)>;
    static_assert(gives<bool>(q(answers(col<&t::name>, col<&file::id>))));
    static_assert(gives<std::optional<bool>>(q(answers(pg::cast<std::string>(col<&file::id>), col<&t::id>))));
    // One with NULL elements is an array as well.
    constexpr auto holes = pg::array_append(col<&file::sizes>, pg::nullif(col<&file::id>, pg::lit<1>));
    static_assert(gives<std::optional<std::vector<std::optional<std::int32_t>>>>(q(pg::coalesce(col<&file::sizes>, holes))));
    static_assert(gives<std::optional<bool>>(q(holes == col<&file::sizes>)));
    static_assert(gives<std::int32_t>(pg::select(pg::max(pg::constant<std::int32_t, "5">) + pg::max(col<&t::id>)).group_by(col<&t::name>)));
}

// Nothing beside them tells the server what these are.
TEST(select_query, literals_have_their_type) {
    enum class mood { calm, busy };
    struct day {
        std::int32_t id{};
        mood kind{};
    };
    EXPECT_EQ(sql(pg::select(col<&day::id>, pg::lit<mood::calm>).where(col<&day::kind> == pg::lit<mood::busy>)),
              "select id, mood 'calm' from day where kind = 'busy'");
    EXPECT_EQ(sql(pg::select(pg::array(pg::lit<mood::calm>, pg::lit<mood::busy>), pg::array(col<&day::kind>, pg::lit<mood::busy>))),
              "select array['calm', mood 'busy'], array[kind, 'busy'] from day");
    EXPECT_EQ(sql(pg::select(pg::array(col<&day::kind>) + pg::lit<mood::calm>, pg::array_agg(pg::lit<mood::busy>)).group_by(col<&day::kind>)),
              "select array[kind] || mood 'calm', array_agg(mood 'busy') from day group by kind");
    EXPECT_EQ(sql(pg::select(pg::lit<"{x}"> + col<&t::tags>)), "select text '{x}' || tags from tracks");
    EXPECT_EQ(sql(pg::select(pg::min(pg::lit<mood::calm>), pg::max(pg::lit<mood::busy>)).from(pg::model<day>)),
              "select min(mood 'calm'), max(mood 'busy') from day");
    EXPECT_EQ(sql(pg::select(pg::coalesce(pg::lit<mood::calm>, pg::lit<mood::busy>), pg::greatest(pg::lit<mood::calm>, pg::lit<mood::busy>),
                             pg::least(pg::lit<mood::calm>, col<&day::kind>), pg::case_when(col<&day::id> > 1, pg::lit<mood::calm>))),
              "select coalesce('calm', mood 'busy'), greatest('calm', mood 'busy'), least('calm', kind), cast(case when id > $1 then 'calm' "
              "end as mood) from day");
}

// Beside an outer join they can be NULL where an operand can.
TEST(select_query, case_and_raw_beside_outer_joins) {
    const auto q = [](auto what) { return pg::select(what).from(pg::model<album>).left_join(pg::model<artist>); };
    constexpr auto named = col<&artist::name> == pg::lit<"x">;
    static_assert(gives<std::string>(q(pg::case_when(named, col<&album::title>).otherwise("none"))));
    static_assert(gives<std::optional<std::string>>(q(pg::case_when(named, col<&artist::name>).otherwise("none"))));
    static_assert(gives<std::optional<std::string>>(q(pg::case_when(named, "some").otherwise(col<&artist::name>))));
    static_assert(gives<pg::timestamptz>(q(pg::raw<"now()", pg::timestamptz>())));
    static_assert(gives<std::int32_t>(q(pg::raw<"$1 | 1", std::int32_t>(col<&album::id>))));
    static_assert(gives<std::optional<std::int32_t>>(q(pg::raw<"$1 | 1", std::int32_t>(col<&artist::id>))));
    static_assert(gives<std::int32_t>(q(pg::greatest(col<&artist::id>, col<&album::id>))), "only NULL when all are");
}

struct tag_and_number {
    std::optional<std::string> tag{};
    std::optional<std::int32_t> n{};
    std::int64_t place{};
};
TEST(select_query, functions_side_by_side) {
    const auto both = pg::rows_from<tag_and_number>(pg::unnest(col<&t::tags>), pg::generate_series<number>(1, 9));
    EXPECT_EQ(sql(pg::select(col<&t::id>, pg::model<tag_and_number>).cross_join(both.with_ordinality())),
              "select tracks.id, tag_and_number.tag, tag_and_number.n, tag_and_number.place from tracks cross join rows from "
              "(unnest(tracks.tags), generate_series($1, $2)) with ordinality as tag_and_number (tag, n, place)");
}

TEST(select_query, functions_of_several_columns_are_numbered) {
    struct numbered {
        std::string key{};
        std::string value{};
        std::int64_t place{};
    };
    struct line {
        std::optional<std::int32_t> count{};
        std::int64_t place{};
    };
    struct some {
        std::optional<std::int32_t> n{};
        std::optional<std::int64_t> place{};
    };
    constexpr auto pairs = pg::set_returning<"each", numbered(std::vector<std::string>)>;
    EXPECT_EQ(sql(pg::select(col<&t::id>, col<&numbered::place>).cross_join(pairs(col<&t::tags>).with_ordinality())),
              "select tracks.id, numbered.place from tracks cross join each(tracks.tags) with ordinality as numbered (key, value, place)");
    // PostgreSQL takes types and numbers in ROWS FROM only.
    const auto lines = pg::jsonb_to_recordset<line>(pg::value(pg::jsonb_text("[]")));
    EXPECT_EQ(sql(pg::select<line>().from(lines.with_ordinality())),
              "select count, place from rows from (jsonb_to_recordset($1) as (count integer)) with ordinality as line (count, place)");
    struct both {
        std::optional<std::string> tag{};
        std::optional<std::int32_t> n{};
        std::optional<std::int64_t> place{};
    };
    constexpr auto x = pg::alias<both, "x">;
    EXPECT_EQ(sql(pg::select(x[col<&both::n>])
                      .from(pg::rows_from<both>(pg::unnest(pg::value(std::vector<std::string>{})), pg::jsonb_to_recordset<some>(pg::value(pg::jsonb_text("[]")))).as(x))),
              "select n from rows from (unnest($1), jsonb_to_recordset($2) as (n integer, place bigint)) as x (tag, n, place)");
}

TEST(select_query, whole_rows_as_documents) {
    constexpr auto other = pg::alias<track, "other">;
    EXPECT_EQ(sql(pg::select(pg::to_jsonb(pg::model<track>))), "select to_jsonb(tracks.*) from tracks");
    EXPECT_EQ(sql(pg::select(pg::jsonb_agg(other).order_by(other[col<&t::id>])).from(other)),
              "select jsonb_agg(other.* order by id) from tracks as other");
    static_assert(gives<std::optional<pg::jsonb_text>>(
        pg::select(pg::to_jsonb(other)).from(pg::model<track>).left_join(other).on(other[col<&t::id>] == 1)));
    EXPECT_EQ(sql(pg::select(pg::count(pg::row(col<&t::id>, col<&t::name>)).distinct())),
              "select count(distinct (id, name)) from tracks");
}

// A number that is referred to is copied; one of the text leaves the statement a constant.
TEST(select_query, rows_are_counted_by_numbers_references_and_literals) {
    const int rows = 3;
    const auto q = pg::select(col<&t::name>).order_by(col<&t::id>).limit(std::cref(rows)).offset(std::cref(rows));
    EXPECT_EQ(sql(q), "select name from tracks order by id limit $1 offset $2");
    EXPECT_EQ(q.most.value, 3);
    const int less = -1;
    EXPECT_THROW((void)pg::select(col<&t::name>).limit(std::cref(less)), pg::usage_error);
    EXPECT_EQ(sql(pg::select(col<&t::name>).order_by(col<&t::id>).limit(pg::lit<10>).offset(pg::lit<5>)),
              "select name from tracks order by id limit 10 offset 5");
    EXPECT_EQ(sql(pg::select(col<&t::name>).union_(pg::select(col<&t::name>)).order_by(col<&t::name>).fetch_with_ties(pg::lit<2>)),
              "select name from tracks union select name from tracks order by name fetch first 2 rows with ties");
}

// What the server computes stands as it is behind LIMIT, and in parentheses where a word follows.
TEST(select_query, rows_are_counted_by_subqueries) {
    const auto half = pg::scalar(pg::select(pg::count()).from(pg::model<t>)) / 2;
    EXPECT_EQ(sql(pg::select(col<&t::name>).order_by(col<&t::id>).limit(half).offset(pg::lit<1> + pg::lit<2>)),
              "select name from tracks order by id limit (select count(*) from tracks) / $1 offset 1 + 2");
    EXPECT_EQ(sql(pg::select(col<&t::name>).order_by(col<&t::id>).fetch_with_ties(half)),
              "select name from tracks order by id fetch first ((select count(*) from tracks) / $1) rows with ties");
}

TEST(select_query, windows) {
    EXPECT_EQ(sql(pg::select(col<&t::name>,
                             pg::row_number().over(pg::partition_by(col<&t::album_id>).order_by(col<&t::id>.desc())),
                             pg::lag(col<&t::name>, 2, "none").over(pg::order_by(col<&t::id>)))),
              "select name, row_number() over (partition by album_id order by id desc), lag(name, $1, $2) over (order "
              "by id) from tracks");
    // What they count by is an expression as well.
    EXPECT_EQ(sql(pg::select(pg::ntile(pg::lit<4>).over(pg::order_by(col<&t::id>)),
                             pg::lead(col<&t::name>, pg::cast<std::int32_t>(col<&t::album_id>)).over(pg::order_by(col<&t::id>)),
                             pg::nth_value(col<&t::id>, pg::arg<std::int32_t, "n">).over())),
              "select ntile(4) over (order by id), lead(name, cast(album_id as integer)) over (order by id), "
              "nth_value(id, $1) over () from tracks");
    const auto named =
        pg::select(pg::max(col<&t::id>).over(pg::window<"w">), pg::count().over(pg::window<"w">.order_by(col<&t::id>)))
            .window(pg::window<"w">.as(pg::partition_by(col<&t::album_id>)))
            .order_by(col<&t::id>);
    EXPECT_EQ(sql(named), "select max(id) over w, count(*) over (w order by id) from tracks window w as (partition by "
                          "album_id) order by id");
    EXPECT_EQ(sql(pg::select(
                  pg::count().over(pg::order_by(col<&t::id>).rows(pg::preceding(2), pg::following(1)).exclude_ties()),
                  pg::max(col<&t::id>).over(pg::order_by(col<&t::id>).range(pg::unbounded_preceding)),
                  pg::min(col<&t::id>).over(pg::order_by(col<&t::id>).groups(pg::current_row, pg::unbounded_following)),
                  pg::rank().over())),
              "select count(*) over (order by id rows between $1 preceding and $2 following exclude ties), max(id) "
              "over (order by "
              "id range between unbounded preceding and current row), min(id) over (order by id groups between current "
              "row and "
              "unbounded following), rank() over () from tracks");
    EXPECT_EQ(sql(pg::select(col<&t::album_id>, pg::max(pg::count()).over()).group_by(col<&t::album_id>)),
              "select album_id, max(count(*)) over () from tracks group by album_id");
    EXPECT_THROW(pg::preceding(-1), pg::usage_error);
}

// ---- distinct, order, locks

TEST(select_query, distinct_ties_and_locks) {
    EXPECT_EQ(sql(pg::select(col<&t::album_id>).distinct().order_by(col<&t::album_id>)),
              "select distinct album_id from tracks order by album_id");
    EXPECT_EQ(
        sql(pg::select(col<&t::name>).distinct_on(col<&t::album_id>).order_by(col<&t::album_id>, col<&t::id>.desc())),
        "select distinct on (album_id) name from tracks order by album_id, id desc");
    EXPECT_EQ(sql(pg::select<artist>().order_by(col<&artist::name>).fetch_with_ties(3).offset(1)),
              "select id, name from artist order by name fetch first $1 rows with ties offset $2");
    EXPECT_EQ(sql(pg::select<artist>().for_update()), "select id, name from artist for update");
    EXPECT_EQ(sql(pg::select<artist>().limit(5).for_no_key_update().nowait()),
              "select id, name from artist limit $1 for no key update nowait");
    EXPECT_EQ(sql(pg::select<album>()
                      .left_join(pg::model<artist>)
                      .for_share()
                      .of(pg::model<album>)
                      .for_key_share()
                      .of(pg::model<album>)
                      .skip_locked()),
              "select albums.id, albums.title, albums.artist_id from albums left join artist on albums.artist_id = "
              "artist.id for "
              "share of albums for key share of albums skip locked");
}

struct labelled {
    std::string name{};
    std::int32_t size{};
};
TEST(select_query, order_by_a_column_whose_name_is_given_to_something_else) {
    EXPECT_EQ(sql(pg::select(pg::lower(col<&artist::name>), pg::length(col<&artist::name>))
                      .into<labelled>()
                      .order_by(col<&artist::name>)),
              "select lower(name) as name, length(name) as size from artist order by artist.name");
    EXPECT_EQ(sql(pg::select(col<&artist::name>, pg::length(col<&artist::name>))
                      .into<labelled>()
                      .order_by(col<&artist::name>)),
              "select name, length(name) as size from artist order by name");
}

TEST(select_query, order_by_a_column_whose_name_the_server_gives_to_something_else) {
    EXPECT_EQ(sql(pg::select(pg::cast<std::string>(col<&artist::id>)).order_by(col<&artist::id>.desc())),
              "select cast(id as text) from artist order by artist.id desc");
    EXPECT_EQ(sql(pg::select(pg::cast<std::string>(col<&artist::id>)).distinct_on(col<&artist::id>).order_by(col<&artist::id>)),
              "select distinct on (artist.id) cast(id as text) from artist order by artist.id");
    EXPECT_EQ(sql(pg::select(pg::lower(col<&artist::name>), pg::count().over()).order_by(col<&artist::name>)),
              "select lower(name), count(*) over () from artist order by name");
    EXPECT_EQ(sql(pg::select(-col<&artist::id>, col<&artist::id> + pg::lit<1>, pg::lit<2>).order_by(col<&artist::id>)),
              "select -id, id + 1, 2 from artist order by id");
}

TEST(select_query, order_by_an_expression_that_the_rows_give_a_name) {
    const auto size = pg::length(col<&artist::name>);
    const auto q = pg::select(pg::lower(col<&artist::name>), size).into<labelled>();
    EXPECT_EQ(sql(q.order_by(size.desc().nulls_last(), pg::lower(col<&artist::name>))),
              "select lower(name) as name, length(name) as size from artist order by size desc nulls last, name");
    EXPECT_EQ(sql(q.order_by(size + pg::lit<1>, pg::upper(col<&artist::name>))),
              "select lower(name) as name, length(name) as size from artist order by length(name) + 1, "
              "upper(name)")
        << "within an expression a name is the column's";
    EXPECT_EQ(sql(pg::select(col<&artist::name>, col<&artist::id> + 1).into<labelled>().order_by(col<&artist::id> + 2)),
              "select name, id + $1 as size from artist order by id + $2")
        << "two parameters may be two values";
}

// ---- subqueries, set operations, WITH

TEST(select_query, subqueries) {
    const auto q = pg::select(
        col<&artist::name>,
        pg::scalar(pg::select(pg::count()).from(pg::model<album>).where(col<&album::artist_id> == col<&artist::id>)),
        pg::scalar(pg::select(col<&album::title>).where(col<&album::id> == 3)));
    EXPECT_EQ(sql(q), "select name, (select count(*) from albums where albums.artist_id = artist.id), (select title "
                      "from albums where "
                      "id = $1) from artist");
    static_assert(gives<std::tuple<std::string, std::int64_t, std::optional<std::string>>>(q));
    EXPECT_EQ(sql(pg::select<artist>().where(
                  !pg::exists(pg::select<album>().where(col<&album::artist_id> == col<&artist::id>)))),
              "select id, name from artist where not exists (select from albums where albums.artist_id = artist.id)");
    EXPECT_EQ(sql(pg::select<artist>().where(col<&artist::id>.in(pg::select(col<&album::artist_id>)) &&
                                             col<&artist::id>.not_in(pg::select(col<&employee::id>)) &&
                                             col<&artist::id> == 4)),
              "select id, name from artist where id in (select artist_id from albums) and id not in (select id from "
              "employee) and id = $1");
    EXPECT_EQ(sql(pg::select<artist>().where(col<&artist::id> == pg::any(pg::select(col<&album::artist_id>)) &&
                                             col<&artist::id> > pg::all(pg::select(col<&employee::reports_to>)))),
              "select id, name from artist where id = any (select artist_id from albums) and id > all (select "
              "reports_to from employee)");
    const auto titles =
        pg::select(col<&artist::name>,
                   pg::array(pg::select(col<&album::title>).where(col<&album::artist_id> == col<&artist::id>)));
    static_assert(gives<std::tuple<std::string, std::vector<std::string>>>(titles));
}

TEST(select_query, rows_in_a_query) {
    const auto place = pg::row(col<&seat::row>, col<&seat::place>);
    const auto taken = pg::select(col<&duel::row>, col<&duel::place>).where(col<&duel::id> > 3);
    const auto q = pg::select<seat>().where(place.in(taken) && col<&seat::row> > 1);
    EXPECT_EQ(sql(q), "select \"row\", place from seats where (\"row\", place) in (select \"row\", place from duels where id > "
                      "$1) and \"row\" > $2");
    EXPECT_EQ(values(q), "3 1");
    EXPECT_EQ(sql(pg::select<seat>().where(place.not_in(taken))),
              "select \"row\", place from seats where (\"row\", place) not in (select \"row\", place from duels where id > $1)");
}

TEST(select_query, set_operations) {
    const auto names = pg::select(col<&artist::name>).where(col<&artist::id> > 1);
    const auto all = names.union_all(pg::select(col<&album::title>).where(col<&album::id> > 2))
                         .union_(pg::select(col<&t::composer>));
    const auto sorted = all.order_by(col<&artist::name>.desc()).limit(3).offset(4);
    EXPECT_EQ(
        sql(sorted),
        "select name from artist where id > $1 union all select title from albums where id > $2 union select composer "
        "from tracks order by name desc limit $3 offset $4");
    EXPECT_EQ(values(sorted), "1 2 3 4");
    static_assert(gives<std::optional<std::string>>(sorted) &&
                  gives<std::string>(pg::select(col<&artist::name>).intersect(pg::select(col<&album::title>))));
    EXPECT_EQ(sql(names.except(names.limit(1))),
              "select name from artist where id > $1 except (select name from artist where id > $2 limit $3)");
    EXPECT_EQ(sql(names.union_(names).intersect_all(names)),
              "(select name from artist where id > $1 union select name from artist where id > $2) intersect all "
              "select name from artist where id > $3");
    EXPECT_EQ(sql(names.union_(names.intersect(names))),
              "select name from artist where id > $1 union select name from artist where id > $2 intersect select name "
              "from artist where id > $3")
        << "INTERSECT binds more tightly";
    EXPECT_EQ(sql(names.except_all(names.except(names))),
              "select name from artist where id > $1 except all (select name from artist where id > $2 except select "
              "name from artist where id > $3)");
    static_assert(gives<artist>(pg::select<artist>().union_(pg::select<artist>())));
    EXPECT_EQ(sql(names.union_(names).order_by(col<&artist::name>).fetch_with_ties(3).offset(1)),
              "select name from artist where id > $1 union select name from artist where id > $2 order by name "
              "fetch first $3 rows with ties offset $4");
}

TEST(select_query, common_table_expressions) {
    const auto totals = pg::cte(pg::select(col<&album::artist_id>, pg::count())
                                    .where(col<&album::id> > 1)
                                    .group_by(col<&album::artist_id>)
                                    .into<total>());
    const auto q = pg::with(totals.materialized())
                       .select(col<&artist::name>, col<&total::n>)
                       .from(pg::model<artist>)
                       .join(totals)
                       .on(col<&total::artist_id> == col<&artist::id>)
                       .where(col<&total::n> > 2);
    EXPECT_EQ(sql(q), "with total as materialized (select artist_id, count(*) as n from albums where id > $1 group by "
                      "artist_id) select "
                      "artist.name, total.n from artist join total on total.artist_id = artist.id where total.n > $2");
    EXPECT_EQ(values(q), "1 2");
    const auto recent =
        pg::cte(pg::select<album>().order_by(col<&album::id>.desc()).limit(5)).as(pg::alias<album, "recent">);
    EXPECT_EQ(sql(pg::with(recent, totals).select(recent[col<&album::title>]).from(recent)),
              "with recent as (select id, title, artist_id from albums order by id desc limit $1), total as (select "
              "artist_id, count(*) as n "
              "from albums where id > $2 group by artist_id) select title from recent");
    const auto tree =
        pg::cte(pg::select(col<&employee::id>, col<&employee::name>, pg::lit<0>)
                    .where(col<&employee::reports_to>.is_null())
                    .into<node>()
                    .union_all(pg::select(col<&employee::id>, col<&employee::name>, col<&node::depth> + pg::lit<1>)
                                   .from(pg::model<employee>)
                                   .join(pg::model<node>)
                                   .on(col<&node::id> == col<&employee::reports_to>)
                                   .into<node>()));
    EXPECT_EQ(sql(pg::with_recursive(tree).select<node>().from(tree).order_by(col<&node::depth>)),
              "with recursive node as (select id, name, 0 as depth from employee where reports_to is null union all "
              "select employee.id, "
              "employee.name, node.depth + 1 as depth from employee join node on node.id = employee.reports_to) select "
              "id, name, depth "
              "from node order by depth");
}

// Inside templates all of it is written the same way.
template <class Employee>
auto with_bosses() {
    constexpr auto chief = pg::alias<Employee, "chief">;
    return pg::select(col<&Employee::name>, chief[col<&Employee::name>])
        .left_join(chief)
        .on(chief[col<&Employee::id>] == col<&Employee::reports_to>)
        .where(pg::exists(pg::select<Employee>()))
        .order_by(chief[col<&Employee::name>].desc().nulls_last());
}
TEST(select_query, inside_a_template) {
    EXPECT_EQ(sql(with_bosses<employee>()), "select employee.name, chief.name from employee left join employee as "
                                            "chief on chief.id = employee.reports_to where exists "
                                            "(select from employee) order by chief.name desc nulls last");
}

struct named_track {
    std::string name{};
    std::string by{};
};

TEST(select_query, a_struct_has_columns_of_one_name_from_two_tables) {
    const auto q = pg::select(col<&track::name>, col<&artist::name>)
                       .join(col<&track::album_id>)
                       .join(col<&album::artist_id>)
                       .order_by(col<&artist::name>, col<&track::name>)
                       .into<named_track>();
    static_assert(decltype(q)::sql ==
                  "select tracks.name, artist.name as by from tracks join albums on tracks.album_id = albums.id join artist on "
                  "albums.artist_id = artist.id order by artist.name, tracks.name");
    EXPECT_TRUE(sql(pg::select(col<&named_track::by>).from(pg::subquery(q))).starts_with("select by from (select tracks.name, artist.name as by"));
}

struct kept_artist {
    std::int32_t id{};

    static constexpr auto table() {
        return pg::table("artist", pg::in_schema("archive"), pg::field<&kept_artist::id>.primary_key());
    }
};
struct shown_artist {
    std::int32_t id{};

    static constexpr auto table() {
        return pg::table("artist", pg::in_schema("shown"), pg::field<&shown_artist::id>.primary_key());
    }
};

TEST(select_query, names_that_may_be_equal) {
    // The server finds tables of two schemas apart, and a subquery's own table first.
    EXPECT_EQ(sql(pg::select(col<&shown_artist::id>).join(pg::model<kept_artist>).on(col<&kept_artist::id> == 1)),
              "select shown.artist.id from shown.artist join archive.artist on archive.artist.id = $1");
    EXPECT_EQ(sql(pg::select(col<&kept_artist::id>).where(pg::exists(
                  pg::select(pg::lit<1>).from(pg::model<artist>).where(col<&artist::id> == col<&kept_artist::id>)))),
              "select id from archive.artist where exists (select from artist where artist.id = archive.artist.id)");
    constexpr auto named_so = pg::alias<employee, "artist">;
    EXPECT_EQ(sql(pg::select(col<&kept_artist::id>).where(pg::exists(
                  pg::select(pg::lit<1>).from(named_so).where(named_so[col<&employee::id>] == col<&kept_artist::id>)))),
              "select id from archive.artist where exists (select from employee as artist where artist.id = "
              "archive.artist.id)");
    constexpr auto x = pg::alias<employee, "x">;
    const auto inner = pg::select(x[col<&employee::id>]).from(x).where(x[col<&employee::id>] > 1);
    EXPECT_EQ(sql(pg::select(x[col<&employee::name>]).from(x).where(x[col<&employee::id>].in(inner))),
              "select name from employee as x where id in (select id from employee as x where id > $1)");
    const auto named = pg::cte(pg::select<employee>().where(col<&employee::id> > 1));
    EXPECT_EQ(sql(pg::with(named).select(col<&employee::id>).from(pg::model<employee>)),
              "with employee as (select id, name, reports_to from employee where id > $1) select id from employee");
}

}  // namespace
