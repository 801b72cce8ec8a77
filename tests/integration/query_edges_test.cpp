// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Parts of queries that few statements need, on a server: WITH before a set operation, rows beside rows and queries,
// open slices, frames in lengths of time, FULL JOIN and sorting over joins.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/bits.hpp>
#include <pgmodel/expression/date_time.hpp>
#include <pgmodel/expression/jsonb.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/sort.hpp>
#include <pgmodel/query/values.hpp>
#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/long_numeric.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using namespace std::chrono_literals;
using pg::col;

struct shelf {
    std::int64_t id{};
    std::string name{};
};
struct book {
    std::int64_t id{};
    std::optional<std::int64_t> shelf_id{};
    std::string name{};
    std::vector<std::int32_t> pages{};
    pg::timestamp printed{};

    static constexpr auto table() {
        return pg::table("books", pg::field<&book::id>.primary_key(),
                         pg::field<&book::shelf_id>.references(pg::model<shelf>));
    }
};
struct entry {
    std::int64_t id{};
    std::string name{};
    bool operator==(const entry&) const = default;
};

class query_edges : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("query_edges");
        pg::session made(dsn());
        made.create_all(pg::registry<shelf, book>{});
        made.insert(std::vector<shelf>{{1, "b"}, {2, "a"}, {3, "empty"}});
        const auto day = pg::timestamp(std::chrono::local_days(std::chrono::year(2024) / 1 / 1));
        made.insert(std::vector<book>{{1, 1, "x", {1, 2, 3, 4}, day},
                                      {2, 2, "y", {5}, day + std::chrono::hours(1)},
                                      {3, std::nullopt, "z", {}, day + std::chrono::hours(5)}});
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    pg::session db{dsn()};
};

TEST_F(query_edges, with_before_a_set_operation) {
    const auto named = pg::cte(pg::select(col<&book::id>, col<&book::name>).where(col<&book::id> < 3).into<entry>());
    const auto both = pg::with(named)
                          .select<entry>()
                          .from(named)
                          .where(col<&entry::name> == "y")
                          .union_all(pg::select<entry>().where(col<&entry::id> <= 2))
                          .order_by(col<&entry::id>)
                          .limit(2)
                          .offset(1);
    EXPECT_EQ(db.all(both), (std::vector<entry>{{2, "y"}, {2, "y"}}));
    EXPECT_EQ(db.count(pg::with(named).select<entry>().union_(pg::select<entry>())), 2);
    db.insert(book{.id = 9, .name = "gone"});
    const auto gone = pg::cte(pg::delete_from(pg::model<book>)
                                  .where(col<&book::id> > 8)
                                  .returning(col<&book::id>, col<&book::name>)
                                  .into<entry>());
    EXPECT_EQ(db.all(pg::with(gone).select<entry>().from(gone).union_all(pg::select<entry>().from(gone))),
              (std::vector<entry>{{9, "gone"}, {9, "gone"}}));
    EXPECT_EQ(db.count(pg::select<book>()), 3);
}

struct count_of {
    std::optional<std::int64_t> n;
};

TEST_F(query_edges, as_many_rows_as_a_query_says) {
    const auto shelves = pg::scalar(pg::select(pg::count()).from(pg::model<shelf>).where(col<&shelf::id> < 3));
    const auto ids = pg::select(col<&book::id>).order_by(col<&book::id>);
    using list = std::vector<std::int64_t>;
    EXPECT_EQ(db.all(ids.where(col<&book::id> > 0).limit(shelves)), (list{1, 2}));
    EXPECT_EQ(db.all(ids.limit(shelves / 2).offset(shelves)), list{3});
    EXPECT_EQ(db.all(ids.fetch_with_ties(shelves - 1)), list{1});
    EXPECT_EQ(db.all(pg::select(col<&book::id>).union_(pg::select(col<&shelf::id>)).limit(shelves)).size(), 2u);

    // LIMIT sees the tables of WITH, and those around the query.
    const auto wanted = pg::cte(pg::select(shelves).into<count_of>());
    const auto most = pg::scalar(pg::select(col<&count_of::n>).from(wanted));
    EXPECT_EQ(db.all(pg::with(wanted).select(col<&book::id>).order_by(col<&book::id>).limit(most)), (list{1, 2}));
    EXPECT_EQ(db.all(pg::with(wanted)
                         .select(col<&book::id>)
                         .union_all(pg::select(col<&shelf::id>))
                         .order_by(col<&book::id>)
                         .offset(most)),
              (list{2, 2, 3, 3}));
    const auto first_of = pg::lateral(
        pg::select<entry>().from(pg::values<entry>(pg::row(1, "p"), pg::row(2, "q"))).order_by(col<&entry::id>).limit(col<&shelf::id> - 1));
    EXPECT_EQ(db.all(pg::select(col<&shelf::id>, col<&entry::name>).cross_join(first_of).order_by(col<&shelf::id>, col<&entry::id>)),
              (std::vector<std::tuple<std::int64_t, std::string>>{{2, "p"}, {3, "p"}, {3, "q"}}));
    const auto nth = pg::scalar(ids.limit(1).offset(col<&shelf::id> - 1));
    EXPECT_EQ(db.all(pg::select(nth).from(pg::model<shelf>).order_by(col<&shelf::id>)),
              (std::vector<std::optional<std::int64_t>>{1, 2, 3}));
    EXPECT_EQ(db.count(ids.limit(shelves)), 2);
}

TEST_F(query_edges, distinct_on_what_groups_and_windows_make) {
    const auto rank = pg::rank().over(pg::partition_by(col<&book::shelf_id>).order_by(col<&book::id>));
    const auto q = pg::select(col<&book::name>, rank).distinct_on(rank).order_by(rank, col<&book::name>.desc());
    EXPECT_EQ(std::get<0>(db.one(q)), "z") << "each book is the first of its shelf";
    const auto counts = pg::select(col<&book::shelf_id>, pg::count()).group_by(col<&book::shelf_id>);
    EXPECT_EQ(db.all(counts.distinct_on(pg::count()).order_by(pg::count(), col<&book::shelf_id>)).size(), 1u);
}

TEST_F(query_edges, rows_beside_rows_and_queries) {
    const auto ids = [&](auto condition) {
        return db.all(pg::select(col<&book::id>).where(condition).order_by(col<&book::id>));
    };
    using list = std::vector<std::int64_t>;
    const auto place = pg::row(col<&book::shelf_id>, col<&book::name>);
    EXPECT_EQ(ids(place.is_distinct_from(pg::row(1, "x"))), (list{2, 3}));
    EXPECT_EQ(ids(place != pg::row(1, "x")), (list{2, 3})) << "the name alone tells";
    EXPECT_EQ(ids(place.is_not_distinct_from(pg::row(pg::null<std::int64_t>, "z"))), list{3});
    EXPECT_EQ(ids(place.is_not_distinct_from(pg::row(std::optional<std::int64_t>(), "z"))), list{3});
    EXPECT_EQ(ids(place.is_not_distinct_from(pg::row(std::optional<int>(1), std::optional<std::string>("x")))), list{1});
    EXPECT_EQ(ids(pg::row(std::optional<std::int64_t>(), "z").is_distinct_from(place)), (list{1, 2}));
    const auto one = pg::select(col<&shelf::id>, pg::lit<"y">).where(col<&shelf::name> == "a");
    EXPECT_EQ(ids(place == one), list{2});
    EXPECT_EQ(ids(place < one), list{1});
    EXPECT_EQ(ids(place <= one), (list{1, 2}));
    EXPECT_EQ(ids(place >= one), list{2});
    EXPECT_EQ(ids(place > one), list{});
    EXPECT_EQ(ids(place != one), (list{1, 3}));
}

TEST_F(query_edges, open_slices) {
    const auto pages = col<&book::pages>;
    const auto q = pg::select(pg::slice(pages, 2, pg::open_end), pg::slice(pages, pg::open_end, 3),
                              pg::slice(pages, pg::open_end, pg::open_end))
                       .where(col<&book::id> == 1);
    static_assert(decltype(q)::sql == "select pages[$1:], pages[:$2], pages[:] from books where id = $3");
    using list = std::vector<std::int32_t>;
    EXPECT_EQ(db.one(q), std::tuple(list{2, 3, 4}, list{1, 2, 3}, list{1, 2, 3, 4}));
}

TEST_F(query_edges, frames_in_lengths_of_time_and_numbers) {
    const auto near = pg::order_by(col<&book::printed>).range(pg::preceding(2h), pg::following(30min));
    EXPECT_EQ(db.all(pg::select(pg::count().over(near)).from(pg::model<book>).order_by(col<&book::id>)),
              (std::vector<std::int64_t>{1, 2, 1}));
    const auto by_number = pg::order_by(pg::cast<double>(col<&book::id>)).range(pg::preceding(1));
    EXPECT_EQ(db.all(pg::select(pg::count().over(by_number)).from(pg::model<book>).order_by(col<&book::id>)),
              (std::vector<std::int64_t>{1, 2, 2}));
}

struct moment {
    pg::timestamp at;
};
struct element {
    pg::jsonb_text value;
    std::int64_t place;
};

TEST_F(query_edges, functions_of_several_rows) {
    using row = std::tuple<std::optional<std::int32_t>, std::optional<std::int32_t>>;
    const auto page = pg::unnest(col<&book::pages>);
    EXPECT_EQ(db.all(pg::select(page, pg::unnest(pg::value(std::vector<std::int32_t>{8, 9}))).where(col<&book::id> == 2)),
              (std::vector<row>{{5, 8}, {std::nullopt, 9}}))
        << "the shorter one is filled up with NULL";
    EXPECT_EQ(db.all(pg::select(page).where(col<&book::id> < 3)).size(), 5u);
    EXPECT_EQ(db.all(pg::select(page, page + 1, col<&book::id>).where(col<&book::id> == 2)),
              (std::vector<std::tuple<std::optional<std::int32_t>, std::optional<std::int32_t>, std::int64_t>>{{5, 6, 2}}));

    const auto day = pg::timestamp(std::chrono::local_days(std::chrono::year(2024) / 1 / 1));
    const auto hours = pg::generate_series<moment>(day, day + 3h, 90min);
    EXPECT_EQ(db.count(pg::select<moment>().from(hours)), 3);
    EXPECT_EQ(db.all(pg::select(pg::count(col<&book::id>))
                         .from(hours)
                         .left_join(pg::model<book>)
                         .on(col<&book::printed> >= col<&moment::at> && col<&book::printed> < col<&moment::at> + 90min)
                         .group_by(col<&moment::at>)
                         .order_by(col<&moment::at>)),
              (std::vector<std::int64_t>{2, 0, 0}));

    // Of NULL there are no rows, so there is no element that is NULL.
    const pg::jsonb_text document(R"({"items": [{"n": 1}, null]})");
    const auto items = pg::table_function<element>(pg::jsonb_array_elements(pg::value(document)["items"])).with_ordinality();
    EXPECT_EQ(db.all(pg::select(col<&element::place>, col<&element::value>["n"].as_text()).from(items).order_by(col<&element::place>)),
              (std::vector<std::tuple<std::int64_t, std::optional<std::string>>>{{1, "1"}, {2, std::nullopt}}));
    const auto none = pg::table_function<element>(pg::jsonb_array_elements(pg::value(document)["x"])).with_ordinality();
    EXPECT_EQ(db.count(pg::select<element>().from(none)), 0);
    EXPECT_TRUE(db.all(pg::select(pg::jsonb_array_elements(pg::value(document)["x"])["n"].as_text())).empty());
}

TEST_F(query_edges, periods_overlap) {
    const auto day = pg::timestamp(std::chrono::local_days(std::chrono::year(2024) / 1 / 1));
    const auto printed = pg::row(col<&book::printed>, 30min);
    const auto within = [&](auto from, auto to) {
        return db.all(pg::select(col<&book::id>).where(printed.overlaps(pg::row(from, to))).order_by(col<&book::id>));
    };
    using list = std::vector<std::int64_t>;
    EXPECT_EQ(within(day, day + 61min), (list{1, 2}));
    EXPECT_EQ(within(day + 30min, 30min), list{}) << "the later end is not part of a period";
    EXPECT_EQ(within(day + 10min, 40h), (list{1, 2, 3}));
    EXPECT_EQ(pg::sql_text(pg::select<book>().where(!printed.overlaps(pg::row(day, col<&book::printed> + 1h)))),
              "select id, shelf_id, name, pages, printed from books where not (printed, $1) overlaps ($2, printed + $3)");
}

struct reached {
    std::int64_t id;
};
struct counted {
    std::int64_t id;
};

TEST_F(query_edges, where_a_recursive_query_is_read) {
    using list = std::vector<std::int64_t>;
    constexpr auto x = pg::alias<reached, "x">;
    const auto start = pg::select(col<&shelf::id>).where(col<&shelf::id> == 1).into<reached>();
    const auto within = pg::subquery(pg::select<reached>().where(col<&reached::id> < 3)).as(x);
    const auto up = pg::cte(start.union_all(pg::select(x[col<&reached::id>] + 1).from(within).into<reached>()));
    EXPECT_EQ(db.all(pg::with_recursive(up).select(col<&reached::id>).from(up)), (list{1, 2, 3}));
    const auto both = pg::cte(start.union_(pg::select(col<&shelf::id>).into<reached>().intersect(
        pg::select(col<&reached::id> + 1).from(pg::model<reached>).into<reached>())));
    EXPECT_EQ(db.all(pg::with_recursive(both).select(col<&reached::id>).from(both)), (list{1, 2, 3}));
    // What stands behind may be read.
    const auto before = pg::cte(
        pg::select(col<&book::id>).where(col<&book::id>.in(pg::select(col<&reached::id>).from(pg::model<reached>))).into<counted>());
    EXPECT_EQ(db.count(pg::with_recursive(before, up).select<counted>().from(before)), 3);

    for (const char* refused :
         {"select 1 union all select id + 1 from shelf where id in (select n from r)",
          "select 1 union all select id from shelf where exists (select from r where r.n = id)",
          "select 1 union all select (select max(n) from r) from shelf",
          "select id from shelf where id in (select n from r) union all select n from r",
          "select 1 union all select x.id from (select id from shelf where id in (select n from r)) as x",
          "select 1 union all (select id from shelf except select n from r)",
          "select 1 union all (select n from r except all select id from shelf)",
          "select 1 union all (select n from r intersect all select id from shelf)"}) {
        try {
            db.execute(pg::raw_sql("with recursive r (n) as (" + std::string(refused) + ") select n from r"));
            ADD_FAILURE() << refused;
        } catch (const pg::server_error& e) {
            EXPECT_EQ(e.sqlstate(), "42P19") << refused << ": " << e.what();
        }
    }
}

TEST_F(query_edges, full_joins_and_sorting_over_them) {
    const auto by = [&](const char* text) {
        return db.all(pg::select(col<&book::id>, col<&shelf::id>)
                          .from(pg::model<book>)
                          .full_join(pg::model<shelf>)
                          .on(col<&shelf::id> == col<&book::shelf_id> && col<&shelf::id> > 1)
                          .order_by(pg::sort<book, shelf>(text, pg::allow<&book::name, &shelf::name>())));
    };
    using row = std::tuple<std::optional<std::int64_t>, std::optional<std::int64_t>>;
    const std::optional<std::int64_t> none;
    EXPECT_EQ(by("book.name"),
              (std::vector<row>{{1, none}, {2, 2}, {3, none}, {none, 1}, {none, 3}}));
    EXPECT_EQ(by("-shelf.name,book.name"),
              (std::vector<row>{{1, none}, {3, none}, {none, 3}, {none, 1}, {2, 2}}));
    const auto on = [&](auto constant) {
        return db.count(
            pg::select(col<&book::id>).from(pg::model<book>).full_join(pg::model<shelf>).on(constant));
    };
    EXPECT_EQ(on(pg::lit<true>), 9);
    EXPECT_EQ(on(pg::lit<false>), 6);
}

// A few values of a condition are held in place, more of them elsewhere; placeholders are numbered among them.
TEST_F(query_edges, any_number_of_values_of_the_run) {
    for (int count = 0; count <= 30; ++count) {
        pg::condition<book> c;
        for (int i = 0; i < count; ++i) c |= col<&book::id> == (i + 1 < count ? 100 + i : 2);
        const auto found = count == 0 ? std::vector<std::int64_t>{1, 2, 3} : std::vector<std::int64_t>{2};
        const auto q = pg::select(col<&book::id>).where(c).order_by(col<&book::id>);
        EXPECT_EQ(db.all(q), found) << count;
        EXPECT_EQ(db.count(q), static_cast<std::int64_t>(found.size())) << count;
        constexpr auto most = pg::arg<std::int64_t, "most">;
        const auto limited = pg::select(col<&book::id>)
                                 .where(col<&book::id> <= most && c && col<&book::id> > pg::arg<std::int64_t, "least"> &&
                                        col<&book::id> < most + 1)
                                 .order_by(col<&book::id>);
        EXPECT_EQ(db.all(limited, pg::bind<"least">(0), pg::bind<"most">(3)), found) << count;
        EXPECT_EQ(db.all(limited, pg::bind<"least">(0), pg::bind<"most">(1)).size(), count == 0 ? 1u : 0u) << count;
    }
}

// There SQL takes words such as AT TIME ZONE and COLLATE in parentheses only.
TEST_F(query_edges, words_in_between_and_position) {
    const auto printed = [&](auto low) {
        return pg::select(col<&book::id>).where(col<&book::printed>.between(low, pg::at_time_zone<"UTC">(pg::now()))).order_by(col<&book::id>);
    };
    const auto day = pg::at_time_zone<"UTC">(pg::at_time_zone<"UTC">(col<&book::printed>));
    static_assert(decltype(printed(day))::sql ==
                  "select id from books where printed between (printed at time zone 'UTC' at time zone 'UTC') and "
                  "now() at time zone 'UTC' order by id");
    EXPECT_EQ(db.all(printed(day)).size(), 3u);
    EXPECT_EQ(db.all(printed(day - 1h)).size(), 3u);
    EXPECT_EQ(db.all(printed(col<&book::printed> - 1h)).size(), 3u);
    const auto text = pg::collate<"C">(col<&book::name>);
    const auto q = pg::select(col<&book::id>).where(text.between(text, text) && pg::position(text + "", text) == 1);
    static_assert(decltype(q)::sql == "select id from books where name collate \"C\" between (name collate \"C\") and "
                                      "name collate \"C\" and position((name collate \"C\" || $1) in (name collate \"C\")) = $2");
    EXPECT_EQ(db.all(q).size(), 3u);
}

/// Values that the type of a column cannot hold, made of it and of what stands beside it.
struct gauge {
    std::int16_t id{};
    std::uint16_t level{};
    std::optional<std::uint32_t> total{};
    pg::numeric<4, 1> price{};
};

TEST(query_edges_of_types, results_are_as_wide_as_the_servers) {
    pg::session db(pgmodel_test::create_database("query_edges_of_types"));
    db.create_all(pg::registry<gauge>{});
    db.insert(std::vector<gauge>{{1, 65535, 4294967295, pg::numeric<4, 1>("1.5")}, {2, 3, std::nullopt, pg::numeric<4, 1>("2.5")}});
    using g = gauge;
    const auto level = col<&g::level>;
    EXPECT_EQ(db.one(pg::select(-level, ~level, level << 4, pg::max(-level).over(), pg::case_when(level > 9, -level).otherwise(0))
                         .where(col<&g::id> == 1)),
              (std::tuple{-65535, -65536, 1048560, std::optional(-65535), -65535}));
    EXPECT_EQ(db.one(pg::select(-col<&g::total>).where(col<&g::id> == 1)), -4294967295);
    const auto below = level - pg::value(std::int32_t{65536});
    EXPECT_EQ(db.all(pg::select(pg::least(level, below), pg::coalesce(level, below), pg::array(level, below),
                                pg::case_when(level > 9, level).otherwise(below))
                         .order_by(col<&g::id>)),
              (std::vector<std::tuple<std::int32_t, std::int32_t, std::vector<std::int32_t>, std::int32_t>>{
                  {-1, 65535, {65535, -1}, 65535}, {-65533, 3, {3, -65533}, -65533}}));
    const auto by_id = pg::order_by(col<&g::id>);
    const auto before = db.all(pg::select(pg::lag(col<&g::price>, 1, pg::numeric<8, 4>("0.1234")).over(by_id),
                                          pg::lead(col<&g::id>, 1, level).over(by_id))
                                   .order_by(col<&g::id>));
    EXPECT_EQ(std::get<0>(before.at(0)), pg::numeric<>("0.1234"));
    EXPECT_EQ(std::get<1>(before.at(1)), 3);
    static_assert(std::is_same_v<decltype(std::get<1>(before.at(1))), const std::int32_t&>);

    const auto prices = pg::array(col<&g::price>);
    const pg::numeric<8, 4> fine("0.1234");
    using numbers = std::vector<pg::numeric<>>;
    const numbers expected{pg::numeric<>("1.5"), pg::numeric<>("0.1234")};
    EXPECT_EQ(db.one(pg::select(prices + fine, pg::array_append(prices, fine), prices + pg::array(col<&g::price> / 2),
                                pg::array_replace(prices, col<&g::price>, fine), pg::array(level) + below)
                         .where(col<&g::id> == 1)),
              (std::tuple{expected, expected, numbers{pg::numeric<>("1.5"), pg::numeric<>("0.75000000000000000000")},
                          numbers{pg::numeric<>("0.1234")}, std::vector<std::int32_t>{65535, -1}}));
    static_assert(std::is_same_v<decltype(prices + prices)::value_type, std::vector<pg::numeric<4, 1>>>);
}

/// Arrays that elements of other types or NULL ones come into.
struct tally {
    std::int64_t id{};
    std::vector<std::uint32_t> counts{};
    std::vector<std::optional<std::int64_t>> changes{};
    std::vector<pg::numeric<4, 1>> prices{};
    std::int32_t change{};
    std::int64_t price{};
};

TEST(query_edges_of_types, arrays_hold_what_comes_into_them) {
    pg::session db(pgmodel_test::create_database("query_edges_of_arrays"));
    db.create_all(pg::registry<tally>{});
    db.insert(tally{1, {4294967295}, {std::nullopt, -3}, {pg::numeric<4, 1>("1.5")}, -7, 1234567});
    using s = tally;
    const auto counts = col<&s::counts>;
    const auto change = col<&s::change>;
    const std::vector<std::int64_t> both{4294967295, -7};
    EXPECT_EQ(db.one(pg::select(counts + change, pg::array_append(counts, change), pg::array_prepend(change, counts),
                                pg::array_replace(counts, 4294967295, change))),
              (std::tuple{both, both, std::vector<std::int64_t>{-7, 4294967295}, std::vector<std::int64_t>{-7}}));
    using optionals = std::vector<std::optional<std::int64_t>>;
    EXPECT_EQ(db.one(pg::select(counts + col<&s::changes>, col<&s::changes> + counts)),
              (std::tuple{optionals{4294967295, std::nullopt, -3}, optionals{std::nullopt, -3, 4294967295}}));
    EXPECT_EQ(db.one(pg::select(col<&s::prices> + col<&s::price>)),
              (std::vector{pg::numeric<>("1.5"), pg::numeric<>("1234567")}));
}

}  // namespace
