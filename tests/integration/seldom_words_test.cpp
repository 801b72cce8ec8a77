// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Words of SQL that have headers of their own, on a real server.

#include <pgmodel.hpp>
#include <pgmodel/expression/between_symmetric.hpp>
#include <pgmodel/expression/case_of.hpp>
#include <pgmodel/expression/is_json.hpp>
#include <pgmodel/expression/similar_to.hpp>
#include <pgmodel/query/cte_alias.hpp>
#include <pgmodel/query/distinct_grouping.hpp>
#include <pgmodel/query/system_columns.hpp>
#include <pgmodel/session/notifications.hpp>
#include <pgmodel/types/nothing.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace seldom_words_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

enum class mood { calm, busy };
struct item {
    std::int64_t id{};
    std::int32_t n{};
    std::optional<std::int32_t> maybe{};
    std::string name{};
    mood state{};
};
using i = item;

class seldom_words : public testing::Test {
protected:
    void SetUp() override {
        db.create_all(pg::registry<item>{});
        db.insert(std::vector<item>{{1, 1, 7, "{\"a\": 1}", mood::calm},
                                    {2, 2, {}, "[1", mood::busy},
                                    {3, 9, 4, "{\"a\": 1, \"a\": 2}", mood::busy},
                                    {4, 9, 4, "7", mood::busy}});
    }
    pg::session db{pgmodel_test::create_database("seldom_words")};
};

TEST_F(seldom_words, case_of_one_operand) {
    using names = std::vector<std::string>;
    const auto name = pg::case_of(col<&i::n>).when(1, "one").when(lit<2>, col<&i::name>).otherwise("more");
    EXPECT_EQ(db.all(pg::select(name).order_by(col<&i::id>)), (names{"one", "[1", "more", "more"}));
    // What is NULL equals nothing, and without otherwise() the rest is NULL.
    EXPECT_EQ(db.all(pg::select(pg::case_of(col<&i::maybe>).when(7, 1).when(4, col<&i::id>)).order_by(col<&i::id>)),
              (std::vector<std::optional<std::int64_t>>{1, {}, 3, 4}));
    const auto turned = pg::case_of(col<&i::state>).when(lit<mood::calm>, lit<mood::busy>).otherwise(lit<mood::calm>);
    EXPECT_EQ(db.all(pg::select(turned).order_by(col<&i::id>).limit(2)), (std::vector<mood>{mood::busy, mood::calm}));
    EXPECT_EQ(db.all(pg::select(pg::case_of(col<&i::state>).when(mood::calm, 1).otherwise(2)).order_by(col<&i::id>).limit(2)),
              (std::vector<std::int32_t>{1, 2}));
    constexpr auto size = pg::case_of(col<&i::n>).when(lit<9>, lit<"nine">).otherwise(lit<"few">);
    EXPECT_EQ(db.all(pg::select(size, pg::count()).group_by(size).order_by(size)),
              (std::vector<std::tuple<std::string, std::int64_t>>{{"few", 2}, {"nine", 2}}));
    EXPECT_EQ(db.scalar(pg::select(pg::case_of(pg::value(5)).when(5, "five").otherwise("other"))), "five");
}

TEST_F(seldom_words, between_symmetric) {
    const auto ids = [this](auto condition) { return db.all(pg::select(col<&i::id>).where(condition).order_by(col<&i::id>)); };
    using found = std::vector<std::int64_t>;
    EXPECT_EQ(ids(pg::between_symmetric(col<&i::n>, 5, 1)), (found{1, 2}));
    EXPECT_EQ(ids(pg::not_between_symmetric(col<&i::n>, 5, 1)), (found{3, 4}));
    EXPECT_EQ(ids(pg::between_symmetric(5, col<&i::n>, col<&i::maybe>)), (found{1, 3, 4}));
    EXPECT_EQ(ids(col<&i::n>.between(5, 1)), found{});
}

TEST_F(seldom_words, similar_to_and_like_with_escape) {
    const auto ids = [this](auto condition) { return db.all(pg::select(col<&i::id>).where(condition).order_by(col<&i::id>)); };
    using found = std::vector<std::int64_t>;
    EXPECT_EQ(ids(pg::similar_to(col<&i::name>, "(7|x)|\\[%")), (found{2, 4}));
    EXPECT_EQ(ids(pg::similar_to(col<&i::name>, "![%", "!")), (found{2}));
    EXPECT_EQ(ids(pg::not_similar_to(col<&i::name>, "%(1|2)%")), (found{4}));
    db.execute(pg::update(pg::model<item>).set(col<&i::name> = "50%").where(col<&i::id> == 4));
    EXPECT_EQ(ids(pg::like_escape(col<&i::name>, "%!%", "!")), (found{4}));
    EXPECT_EQ(ids(pg::not_like_escape(col<&i::name>, "%" + pg::value("!%"), lit<"!">)), (found{1, 2, 3}));
    EXPECT_EQ(ids(pg::ilike_escape(col<&i::name>, "%A%", "")), (found{1, 3}));
    EXPECT_EQ(ids(pg::not_ilike_escape(col<&i::name>, "%A%", "")), (found{2, 4}));
    EXPECT_EQ(ids(pg::like_escape(col<&i::name>, pg::left(col<&i::name>, 2) + "%", "") == lit<true>), (found{1, 2, 3, 4}));
    EXPECT_EQ(ids(pg::like_escape(col<&i::name>, "5%", lit<"!">).is_not_true()), (found{1, 2, 3}));
}

TEST_F(seldom_words, group_by_distinct) {
    const auto count = [this](auto query) { return db.all(query).size(); };
    const auto twice = pg::select(col<&i::n>, col<&i::state>, pg::count()).group_by(pg::rollup(col<&i::n>), pg::rollup(col<&i::n>, col<&i::state>));
    const auto once = pg::select(col<&i::n>, col<&i::state>, pg::count())
                          .group_by(pg::distinct(pg::rollup(col<&i::n>), pg::rollup(col<&i::n>, col<&i::state>)));
    // (n, state) comes twice, (n) three times and () once.
    EXPECT_EQ(count(twice), 3u * 5 + 1);
    EXPECT_EQ(count(once), 3u * 2 + 1);
    // Each set has n, so that no group is without rows.
    EXPECT_EQ(db.first(pg::select(col<&i::n>, col<&i::state>, pg::max(col<&i::id>))
                           .group_by(pg::distinct(col<&i::n>, pg::rollup(col<&i::state>), pg::rollup(col<&i::state>)))
                           .order_by(col<&i::n>.desc(), col<&i::state>.nulls_last())),
              (std::tuple<std::int32_t, std::optional<mood>, std::int64_t>{9, mood::busy, 4}));
    EXPECT_EQ(count(pg::select(col<&i::n>).where(lit<false>).group_by(pg::distinct(pg::cube(col<&i::n>), pg::cube(col<&i::n>)))), 1u);
}

TEST_F(seldom_words, system_columns) {
    EXPECT_EQ(db.first(pg::select(pg::ctid<item>, pg::regclass(pg::tableoid<item>), pg::xmax<item>).order_by(pg::ctid<item>)),
              (std::tuple<pg::tid, std::string, pg::xid>{{0, 1}, "item", pg::xid{0}}));
    const auto written = db.scalar(pg::select(pg::xmin<item>).where(col<&i::id> == 1));
    EXPECT_EQ(db.count(pg::select<item>().where(pg::xmin<item> == written)), 4);
    EXPECT_EQ(db.scalar<std::int64_t>("select xmin::text::bigint from item where id = 1"), written.value());
    // The later of rows that are equal goes.
    constexpr auto other = pg::alias<item, "other">;
    EXPECT_EQ(db.execute(pg::delete_from(pg::model<item>)
                             .using_(other)
                             .where(col<&i::n> == other[col<&i::n>] && pg::ctid<item> > other[pg::ctid<item>])),
              1u);
    const auto places = db.all(pg::update(pg::model<item>)
                                   .set(col<&i::n> = 5)
                                   .where(pg::ctid<item> == pg::tid("(0,3)"))
                                   .returning(pg::ctid<item>, col<&i::id>));
    EXPECT_EQ(places, (std::vector<std::tuple<pg::tid, std::int64_t>>{{pg::tid{0, 5}, 3}}));
    EXPECT_EQ(db.scalar(pg::select(pg::max(pg::ctid<item>))), (pg::tid{0, 5}));
    EXPECT_EQ(db.count(pg::select<item>().where(pg::xmin<item> == written)), 2);
    EXPECT_EQ(db.count(pg::select<item>().where(pg::ctid<item>.in({pg::tid{0, 5}, pg::tid{0, 1}, pg::tid{7, 1}}))), 2);
    // Of a table whose key is grouped by, and of one that an outer join leaves out.
    EXPECT_EQ(db.all(pg::select(pg::ctid<item>, pg::count()).group_by(col<&i::id>)).size(), 3u);
    EXPECT_EQ(db.first(pg::select(other[pg::ctid<item>], pg::regclass(other[pg::tableoid<item>]))
                           .from(pg::model<item>)
                           .left_join(other)
                           .on(lit<false>)),
              (std::tuple<std::optional<pg::tid>, std::optional<std::string>>{}));
}

/// Transactions have no order, but they are told from each other.
TEST_F(seldom_words, rows_by_the_transactions_that_have_written_them) {
    db.execute(pg::update(pg::model<item>).set(col<&i::n> = 7).where(col<&i::id> == 2));
    constexpr auto by = pg::xmin<item>;
    const auto written = db.scalar(pg::select(by).where(col<&i::id> == 2));
    EXPECT_EQ(db.all(pg::select(by, pg::count()).group_by(by).order_by(pg::count())),
              (std::vector<std::tuple<pg::xid, std::int64_t>>{
                  {written, 1}, {db.scalar(pg::select(by).where(col<&i::id> == 1)), 3}}));
    EXPECT_EQ(db.all(pg::select(by, col<&i::state>).group_by(pg::rollup(by, col<&i::state>))).size(), 6u);
    const auto writers = pg::select(by).from(pg::model<item>);
    EXPECT_EQ(db.all(writers.distinct()).size(), 2u);
    EXPECT_EQ(db.all(writers.distinct_on(by)).size(), 2u);
    EXPECT_EQ(db.all(writers.union_(writers)).size(), 2u);
    EXPECT_EQ(db.all(writers.except(writers.where(col<&i::id> == 1))), (std::vector<pg::xid>{written}));
    constexpr auto other = pg::alias<item, "other">;
    EXPECT_EQ(db.count(pg::select(col<&i::id>).full_join(other).on(by == other[by])), 10);
}

/// Behind ON CONFLICT: was there a row already?
TEST_F(seldom_words, a_new_row_has_no_xmax) {
    const auto put = [this](std::int64_t id) {
        return db.scalar(pg::insert_into(pg::model<item>)
                             .values(col<&i::id> = id, col<&i::n> = 1, col<&i::name> = "x", col<&i::state> = mood::busy)
                             .on_conflict(col<&i::id>)
                             .do_update(col<&i::n> = col<&i::n> + 1)
                             .returning(pg::xmax<item> == pg::xid{0}));
    };
    EXPECT_TRUE(put(9));
    EXPECT_FALSE(put(9));
    EXPECT_EQ(db.scalar(pg::select(col<&i::n>).where(col<&i::id> == 9)), 2);
}

inline constexpr auto notify = pg::function<"pg_notify", void(std::string, std::string)>;
inline constexpr auto lock = pg::function<"pg_advisory_lock", void(std::int64_t)>;

TEST_F(seldom_words, functions_that_return_void) {
    db.listen("news");
    EXPECT_EQ(db.execute(pg::select(notify("news", col<&i::name>)).where(col<&i::id> < 3)), 2u);
    const std::vector<pg::nothing> seen = db.all(pg::select(notify("news", "x")));
    EXPECT_EQ(seen.size(), 1u);
    std::vector<std::string> news;
    for (int heard = 0; heard < 3; ++heard) news.push_back(db.wait_notification(std::chrono::seconds(10))->payload);
    EXPECT_EQ(news, (std::vector<std::string>{"{\"a\": 1}", "[1", "x"}));
    EXPECT_EQ(db.scalar(pg::select(lock(42))), pg::nothing{});
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from pg_locks where locktype = 'advisory' and objid = 42"), 1);
    EXPECT_EQ(db.one(pg::select(notify("news", "y"), col<&i::id>).where(col<&i::id> == 1)),
              std::tuple(pg::nothing{}, std::int64_t{1}));
}

struct total {
    std::int32_t n;
    std::int64_t items;
};
TEST_F(seldom_words, a_common_table_expression_twice) {
    const auto busy = pg::cte(pg::select<item>().where(col<&i::state> == mood::busy)).as(pg::alias<item, "busy">);
    constexpr auto one = pg::alias<item, "one">;
    constexpr auto two = pg::alias<item, "two">;
    const auto q = pg::with(busy)
                       .select(one[col<&i::id>], two[col<&i::id>])
                       .from(pg::as(busy, one))
                       .left_join(pg::as(busy, two))
                       .on(one[col<&i::n>] == two[col<&i::n>] && one[col<&i::id>] < two[col<&i::id>])
                       .order_by(one[col<&i::id>]);
    EXPECT_TRUE(q.sql().ends_with(" select one.id, two.id from busy as one left join busy as two on one.n = two.n and one.id < two.id "
                                  "order by one.id"))
        << q.sql();
    using pairs = std::vector<std::tuple<std::int64_t, std::optional<std::int64_t>>>;
    EXPECT_EQ(db.all(q), (pairs{{2, {}}, {3, 4}, {4, {}}}));
    // Named by its own struct, and once by its own name.
    const auto totals = pg::cte(pg::select(col<&i::n>, pg::count()).group_by(col<&i::n>).into<total>());
    constexpr auto more = pg::alias<total, "more">;
    EXPECT_EQ(db.all(pg::with(totals)
                         .select(col<&total::n>, more[col<&total::n>])
                         .from(totals)
                         .join(pg::as(totals, more))
                         .on(more[col<&total::items>] > col<&total::items>)
                         .order_by(col<&total::n>)),
              (std::vector<std::tuple<std::int32_t, std::int32_t>>{{1, 9}, {2, 9}}));
}

TEST_F(seldom_words, is_json) {
    const auto names = pg::select(pg::is_json(col<&i::name>), pg::is_json_object(col<&i::name>), pg::is_json_array(col<&i::name>),
                                  pg::is_json_scalar(col<&i::name>), pg::is_json_with_unique_keys(col<&i::name>),
                                  pg::is_json_object_with_unique_keys(col<&i::name>), pg::is_json_array_with_unique_keys(col<&i::name>))
                           .order_by(col<&i::id>);
    if (pgmodel_test::server_version() < 16) {
        EXPECT_THROW((void)db.all(names), pg::server_error);
        return;
    }
    using row = std::tuple<bool, bool, bool, bool, bool, bool, bool>;
    EXPECT_EQ(db.all(names), (std::vector<row>{{true, true, false, false, true, true, false},
                                               {false, false, false, false, false, false, false},
                                               {true, true, false, false, false, false, false},
                                               {true, false, false, true, true, false, false}}));
    EXPECT_EQ(db.all(pg::select(pg::is_json(pg::cast<std::string>(col<&i::maybe>))).order_by(col<&i::id>)),
              (std::vector<std::optional<bool>>{true, {}, true, true}));
    EXPECT_EQ(db.count(pg::select<item>().where(!pg::is_json(col<&i::name>) || pg::is_json_array(col<&i::name>).is_null())), 1);
}

}  // namespace seldom_words_test
