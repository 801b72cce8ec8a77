// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Statements that are built once and run many times.

#include <pgmodel.hpp>
#include <pgmodel/expression/ordered_set.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/testing.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::arg;
using pg::bind;
using pg::col;

enum class state { open, closed };
struct ticket {
    std::int64_t id{};
    std::string title{};
    std::optional<std::int32_t> points{};
    state now = state::open;
};

constexpr auto by_points =
    pg::select(col<&ticket::title>)
        .where(col<&ticket::points>.between(arg<int, "low">, arg<int, "high">) ||
               (col<&ticket::now> == arg<state, "now"> && arg<int, "high"> < col<&ticket::points>))
        .order_by(col<&ticket::id>)
        .limit(arg<std::int64_t, "most">);

class placeholders : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("placeholders");
        pg::session db(dsn());
        db.create_all(pg::registry<ticket>{});
        db.insert(std::vector<ticket>{{.title = "a", .points = 1},
                                      {.title = "b", .points = 5, .now = state::closed},
                                      {.title = "c"},
                                      {.title = "d", .points = 9, .now = state::closed}});
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    pg::session db{dsn()};
};
using rows = std::vector<std::string>;

TEST_F(placeholders, are_given_at_each_run) {
    EXPECT_EQ(db.all(by_points, bind<"low">(1), bind<"high">(5), bind<"now">(state::open), bind<"most">(10)),
              (rows{"a", "b"}));
    EXPECT_EQ(db.all(by_points, bind<"most">(10), bind<"now">(state::closed), bind<"low">(0), bind<"high">(2)),
              (rows{"a", "b", "d"}));
    EXPECT_EQ(db.all(by_points, bind<"low">(1), bind<"high">(5), bind<"now">(state::open), bind<"most">(1)), rows{"a"});
    EXPECT_EQ(db.first(by_points, bind<"low">(2), bind<"high">(5), bind<"now">(state::open), bind<"most">(9)), "b");
    EXPECT_EQ(db.one(by_points, bind<"low">(2), bind<"high">(5), bind<"now">(state::open), bind<"most">(9)), "b");
    EXPECT_EQ(db.scalar(by_points, bind<"low">(2), bind<"high">(5), bind<"now">(state::open), bind<"most">(9)), "b");
    EXPECT_EQ(db.count(by_points, bind<"low">(1), bind<"high">(5), bind<"now">(state::open), bind<"most">(9)), 2);
    EXPECT_TRUE(db.exists(by_points, bind<"low">(1), bind<"high">(5), bind<"now">(state::open), bind<"most">(9)));
}
TEST_F(placeholders, take_lists_and_null) {
    constexpr auto q =
        pg::select(col<&ticket::title>)
            .where(
                col<&ticket::id>.in(arg<std::vector<std::int64_t>, "ids">)&&col<&ticket::points>.is_not_distinct_from(
                    arg<std::optional<int>, "points">));
    EXPECT_EQ(db.all(q, bind<"ids">(std::vector<std::int64_t>{1, 3}), bind<"points">(std::nullopt)), rows{"c"});
    EXPECT_EQ(db.all(q, bind<"ids">(std::vector<std::int64_t>{1, 3}), bind<"points">(1)), rows{"a"});
    EXPECT_EQ(db.all(q, bind<"ids">(std::vector<std::int64_t>{}), bind<"points">(std::optional<int>(1))), rows{});
}
TEST_F(placeholders, stand_beside_values_and_conditions_of_the_run) {
    pg::condition<ticket> some(col<&ticket::now> == state::closed);
    auto q = pg::select(col<&ticket::title>)
                 .where(some && (col<&ticket::points> >= arg<int, "points"> || col<&ticket::title> == "a" ||
                                 col<&ticket::points> == arg<int, "points">))
                 .order_by(col<&ticket::id>);
    EXPECT_EQ(pg::sql_text(q),
              "select title from ticket where now = $1 and (points >= $2 or title = $3 or points = $2) order by id");
    EXPECT_EQ(db.all(q, bind<"points">(5)), (rows{"b", "d"}));
    EXPECT_EQ(db.all(q, bind<"points">(9)), rows{"d"});
}
TEST_F(placeholders, share_one_prepared_statement) {
    for (int i = 0; i < 20; ++i)
        db.count(by_points, bind<"low">(i), bind<"high">(i), bind<"now">(state::open), bind<"most">(9));
    EXPECT_EQ(
        db.scalar<std::int64_t>(
            "select count(*) from pg_prepared_statements where statement like 'select count(*) from (select from ticket%'"),
        1);
}
TEST_F(placeholders, stand_in_statements_that_change_rows) {
    constexpr auto add = pg::insert_into(pg::model<ticket>)
                             .values(col<& ticket::now> = state::open, col<& ticket::title> = arg<std::string, "title">,
                                     col<& ticket::points> = arg<std::optional<int>, "points">)
                             .returning(col<&ticket::points>);
    pg::testing::rolled_back test(dsn());
    EXPECT_EQ(test.one(add, bind<"title">("e"), bind<"points">(3)), 3);
    EXPECT_EQ(test.one(add, bind<"title">("f"), bind<"points">(std::nullopt)), std::nullopt);
    EXPECT_EQ(test.execute(add, bind<"title">("g"), bind<"points">(4)), 1u);
    const auto more = pg::update(pg::model<ticket>)
                          .set(col<& ticket::points> = col<&ticket::points> + arg<int, "more">)
                          .where(col<&ticket::title>.in(arg<std::vector<std::string>, "titles">)&&arg<int, "more"> > 0)
                          .returning(col<&ticket::points>);
    EXPECT_EQ(test.all(more, bind<"more">(2), bind<"titles">(std::vector<std::string>{"e", "f"})),
              (std::vector<std::optional<std::int32_t>>{5, std::nullopt}));
    const auto gone = pg::delete_from(pg::model<ticket>).where(col<&ticket::points> >= arg<int, "least">);
    EXPECT_EQ(test.execute(gone, bind<"least">(5)), 3u);
}
TEST_F(placeholders, can_keep_the_limit_away) {
    constexpr auto q = pg::select(col<&ticket::id>).limit(arg<std::optional<std::int64_t>, "most">);
    EXPECT_EQ(db.all(q, bind<"most">(std::nullopt)).size(), 4u);
    EXPECT_EQ(db.all(q, bind<"most">(2)).size(), 2u);
    EXPECT_THROW(db.all(q, bind<"most">(-1)), pg::server_error);
}
TEST_F(placeholders, say_which_percentile) {
    constexpr auto middle = pg::select(pg::percentile_cont(arg<double, "part">).within_group(col<&ticket::points>),
                                       pg::percentile_disc(arg<std::vector<double>, "parts">).within_group(col<&ticket::id>),
                                       pg::rank(arg<std::int64_t, "id">).within_group(col<&ticket::id>));
    static_assert(decltype(middle)::sql == "select percentile_cont($1) within group (order by points), percentile_disc($2) within group "
                                           "(order by id), rank($3) within group (order by id) from ticket");
    const auto [points, ids, place] = *db.first(middle, bind<"part">(0.25), bind<"parts">(std::vector{0.5, 1.0}), bind<"id">(3));
    EXPECT_EQ(points, 3);
    EXPECT_EQ(ids, (std::vector<std::int64_t>{2, 4}));
    EXPECT_EQ(place, 3);
    // Of no part there is no percentile, also where no group is without rows.
    constexpr auto none = pg::select(pg::percentile_disc(arg<std::optional<double>, "part">).within_group(col<&ticket::id>))
                              .group_by(col<&ticket::now>);
    EXPECT_EQ(db.all(none, bind<"part">(std::nullopt)), (std::vector<std::optional<std::int64_t>>(2)));
}

}  // namespace
