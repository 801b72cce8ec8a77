// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Pages with a total.

#include <pgmodel.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/fields.hpp>
#include <pgmodel/query/sort.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct owner {
    std::int64_t id{};
    std::string name{};
};
struct item {
    std::int64_t id{};
    std::optional<std::int64_t> owner_id{};
    std::optional<std::string> name{};

    static constexpr auto table() {
        return pg::table("items", pg::field<&item::id>.primary_key().identity(),
                         pg::field<&item::owner_id>.references(col<&owner::id>));
    }
};

class pages : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("pages");
        pg::session db(dsn());
        db.create_all(pg::registry<owner, item>{});
        db.insert(owner{.name = "Ada"});
        db.insert(std::vector<item>{{.name = "a"}, {.owner_id = 1, .name = "b"}, {}, {.owner_id = 1}, {.name = "e"}});
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    pg::session db{dsn()};
};

TEST_F(pages, have_rows_and_a_total) {
    const auto q = pg::select(col<&item::id>).where(col<&item::id> > 1).order_by(col<&item::id>.desc());
    const auto second = db.page(q, 2, 1);
    EXPECT_EQ(second.rows, (std::vector<std::int64_t>{4, 3}));
    EXPECT_EQ(second.total, 4);
    EXPECT_TRUE(second.has_next());
    EXPECT_FALSE(db.page(q, 2, 2).has_next());
}
TEST_F(pages, know_the_total_past_the_end) {
    const auto q = pg::select<item>().order_by(col<&item::id>);
    const auto beyond = db.page(q, 2, 100);
    EXPECT_TRUE(beyond.rows.empty());
    EXPECT_EQ(beyond.total, 5);
    EXPECT_EQ(db.page(q, 0, 0).total, 5);
    EXPECT_EQ(db.page(q.where(col<&item::id> < 0), 2, 0).total, 0);
}
TEST_F(pages, tell_a_row_of_nulls_from_none) {
    const auto page = db.page(pg::select(col<&item::name>).order_by(col<&item::id>), 2, 2);
    EXPECT_EQ(page.rows, (std::vector<std::optional<std::string>>{std::nullopt, std::nullopt}));
    EXPECT_EQ(page.total, 5);
}
TEST_F(pages, read_whole_models_of_joins_with_columns_of_one_name) {
    const auto page = db.page(pg::select(pg::model<item>, pg::model<owner>)
                                  .from(pg::model<item>)
                                  .left_join(pg::model<owner>)
                                  .order_by(col<&item::id>),
                              2, 0);
    EXPECT_EQ(page.total, 5);
    ASSERT_EQ(page.rows.size(), 2u);
    EXPECT_EQ(std::get<0>(page.rows[1]).name, "b");
    EXPECT_FALSE(std::get<1>(page.rows[0]));
    EXPECT_EQ(std::get<1>(page.rows[1])->name, "Ada");
}
TEST_F(pages, take_placeholders_and_parts_of_the_run) {
    pg::condition<item> some(col<&item::id> > 1);
    const auto q = pg::select<item>()
                       .where(some && col<&item::id> < pg::arg<std::int64_t, "end">)
                       .order_by(pg::sort<item>("-id", pg::allow<&item::id>()));
    const auto page = db.page(q, 1, 1, pg::bind<"end">(5));
    EXPECT_EQ(page.total, 3);
    ASSERT_EQ(page.rows.size(), 1u);
    EXPECT_EQ(page.rows[0].id, 3);
}
TEST_F(pages, are_asked_for_by_their_number) {
    const auto page = db.page(pg::select(col<&item::id>).order_by(col<&item::id>), {.number = 2, .size = 1});
    EXPECT_EQ(page.rows, (std::vector<std::int64_t>{2}));
    EXPECT_EQ(page.offset, 1);
}
TEST_F(pages, read_the_fields_that_a_user_wants) {
    const auto wanted = pg::fields<item>("id", pg::allow<&item::id, &item::name>());
    const auto page = db.page(pg::select(wanted.only(col<&item::id>), wanted.only(col<&item::name>)).order_by(col<&item::id>), 1, 0);
    ASSERT_EQ(page.rows.size(), 1u);
    EXPECT_EQ(std::get<0>(page.rows[0]), 1);
    EXPECT_FALSE(std::get<1>(page.rows[0]));
}
TEST_F(pages, refuse_negative_numbers) {
    EXPECT_THROW(db.page(pg::select<item>(), -1, 0), pg::usage_error);
    EXPECT_THROW(db.page(pg::select<item>(), 1, -1), pg::usage_error);
}
}  // namespace
