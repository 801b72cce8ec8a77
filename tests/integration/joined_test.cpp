// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Joins in parentheses on a real server, compared with SQL written beside them.

#include <pgmodel.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/joined.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace joined_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct author {
    std::int64_t id{};
    std::string name{};
};
struct book {
    std::int64_t id{};
    std::int64_t author_id{};
    std::string title{};

    static constexpr auto table() {
        return pg::table("books", pg::field<&book::id>.primary_key(), pg::field<&book::author_id>.references(pg::model<author>));
    }
};
struct review {
    std::int64_t id{};
    std::int64_t book_id{};
    std::int32_t stars{};
    std::optional<pg::timestamptz> removed_at{};

    static constexpr auto table() {
        return pg::table("reviews", pg::field<&review::id>.primary_key(), pg::field<&review::book_id>.references(pg::model<book>),
                         pg::field<&review::removed_at>.soft_delete());
    }
};

class joined_tables : public testing::Test {
protected:
    void SetUp() override {
        db.create_all(pg::registry<author, book, review>{});
        db.insert(std::vector<author>{{1, "Ada"}, {2, "Bob"}, {3, "Cy"}});
        db.insert(std::vector<book>{{1, 1, "Read"}, {2, 1, "Unread"}, {3, 2, "New"}});
        db.insert(std::vector<review>{{1, 1, 5}, {2, 1, 2}, {3, 3, 4}});
    }
    pg::session db{pgmodel_test::create_database("joined_tables")};
};
constexpr auto reviews = pg::with_removed(pg::model<review>);

TEST_F(joined_tables, both_are_there_or_neither) {
    using row = std::tuple<std::string, std::optional<std::string>, std::optional<std::int32_t>>;
    const auto q = pg::select(col<&author::name>, col<&book::title>, col<&review::stars>)
                       .from(pg::model<author>)
                       .left_join(pg::joined(pg::model<book>).join(reviews).on(col<&review::book_id> == col<&book::id> && col<&review::stars> > 1))
                       .on(col<&book::author_id> == col<&author::id> && col<&review::stars> < 5)
                       .order_by(col<&author::name>);
    const std::vector<row> found = db.all(q);
    EXPECT_EQ(found, (std::vector<row>{{"Ada", "Read", 2}, {"Bob", "New", 4}, {"Cy", {}, {}}}));
    EXPECT_EQ(found, db.all<row>("select a.name, b.title, r.stars from author a left join (books b join reviews r on r.book_id = b.id and "
                                 "r.stars > $1) on b.author_id = a.id and r.stars < $2 order by a.name",
                                 1, 5));
    EXPECT_EQ(db.count(q), 3);
    // Without parentheses a book that has no review stays.
    const auto flat = pg::select(col<&author::name>, col<&book::title>)
                          .from(pg::model<author>)
                          .left_join(pg::model<book>)
                          .on(col<&book::author_id> == col<&author::id>)
                          .left_join(reviews)
                          .on(col<&review::book_id> == col<&book::id> && col<&review::stars> > 1);
    EXPECT_EQ(db.count(flat), 5);
}

TEST_F(joined_tables, whole_models) {
    const auto q = pg::select(pg::model<author>, pg::model<book>, pg::model<review>)
                       .left_join(pg::joined(pg::model<book>).join(reviews))
                       .order_by(col<&author::id>, col<&review::id>);
    const auto rows = db.all(q);
    ASSERT_EQ(rows.size(), 4u);
    EXPECT_EQ(std::get<1>(rows[0])->title, "Read");
    EXPECT_EQ(std::get<2>(rows[1])->stars, 2);
    EXPECT_FALSE(std::get<1>(rows[3]) || std::get<2>(rows[3]));
}

TEST_F(joined_tables, kinds_of_joins_within_and_outside) {
    const auto count = [this](auto query) { return db.count(query); };
    const auto from = pg::select(col<&author::name>, col<&book::title>, col<&review::stars>).from(pg::model<author>);
    const auto on_book = col<&book::author_id> == col<&author::id>;
    EXPECT_EQ(count(from.join(pg::joined(pg::model<book>).left_join(reviews))), 4);
    EXPECT_EQ(count(from.right_join(pg::joined(pg::model<book>).left_join(reviews)).on(on_book && col<&review::stars> > 2)), 4);
    EXPECT_EQ(count(from.full_join(pg::joined(pg::model<book>).join(reviews)).on(col<&author::id> == col<&review::id>)), 3);
    EXPECT_EQ(count(from.full_join(pg::joined(pg::model<book>).join(reviews)).on(col<&author::id> == col<&book::author_id>)), 4);
    EXPECT_EQ(count(from.cross_join(pg::joined(pg::model<book>).join(reviews))), 9);
    EXPECT_EQ(count(from.left_join(pg::joined(pg::model<book>).full_join(reviews).on(col<&review::id> == col<&book::id>)).on(on_book)), 4);
    EXPECT_EQ(count(from.left_join(pg::joined(pg::model<book>).right_join(reviews)).on(on_book)), 4);
    // In a row and in each other.
    constexpr auto other = pg::alias<book, "other">;
    constexpr auto mine = pg::alias<author, "mine">;
    const auto deep = from.left_join(pg::joined(pg::model<book>)
                                         .left_join(pg::joined(reviews)
                                                        .join(other)
                                                        .on(other[col<&book::id>] == col<&review::id>)
                                                        .join(mine)
                                                        .on(mine[col<&author::id>] == other[col<&book::author_id>]))
                                         .on(col<&review::book_id> == col<&book::id>))
                          .on(on_book);
    EXPECT_EQ(count(deep), 5);
    EXPECT_EQ(db.scalar<std::int64_t>(
                  "select count(*) from author a left join (books b left join (reviews r join books o on o.id = r.id join author m "
                  "on m.id = o.author_id) on r.book_id = b.id) on b.author_id = a.id"),
              5);
}

TEST_F(joined_tables, without_removed_rows) {
    const auto names = [this](auto query) {
        std::string out;
        for (auto& [name, stars] : db.all(query.order_by(col<&author::name>, col<&review::stars>)))
            out += name + (stars ? std::to_string(*stars) : "-") + ' ';
        return out;
    };
    db.execute(pg::update(pg::model<review>).set(col<&review::removed_at> = pg::now()).where(col<&review::stars>.in({2, 4})));
    const auto from = pg::select(col<&author::name>, col<&review::stars>).from(pg::model<author>);
    EXPECT_EQ(names(from.left_join(pg::joined(pg::model<book>).join(pg::model<review>))), "Ada5 Bob- Cy- ");
    EXPECT_EQ(names(from.left_join(pg::joined(pg::model<book>).join(pg::model<review>)).with_removed()), "Ada2 Ada5 Bob4 Cy- ");
    EXPECT_EQ(names(from.left_join(pg::joined(pg::model<book>).left_join(pg::model<review>))), "Ada5 Ada- Bob- Cy- ");
    EXPECT_EQ(names(from.left_join(pg::joined(pg::model<review>).right_join(pg::model<book>))), "Ada5 Ada- Bob- Cy- ");
}

TEST_F(joined_tables, in_subqueries_groups_and_changes) {
    constexpr auto other = pg::alias<book, "other">;
    const auto stars = pg::scalar(pg::select(pg::sum(col<&review::stars>))
                                      .from(pg::model<book>)
                                      .left_join(pg::joined(reviews).join(other).on(other[col<&book::id>] == col<&review::book_id>))
                                      .on(col<&review::book_id> == col<&book::id>)
                                      .where(col<&book::author_id> == col<&author::id>));
    EXPECT_EQ(db.all(pg::select(stars).from(pg::model<author>).order_by(col<&author::id>)),
              (std::vector<std::optional<std::int64_t>>{7, 4, {}}));
    pg::condition<book, review> filter;
    filter &= col<&review::stars> > 4;
    const auto groups = pg::select(col<&author::name>, pg::count(col<&book::id>))
                            .from(pg::model<author>)
                            .left_join(pg::joined(pg::model<book>).join(reviews).on(filter))
                            .on(col<&book::author_id> == col<&author::id>)
                            .group_by(col<&author::id>)
                            .order_by(col<&author::name>);
    EXPECT_EQ(db.all(groups), (std::vector<std::tuple<std::string, std::int64_t>>{{"Ada", 2}, {"Bob", 1}, {"Cy", 0}}));
    constexpr auto writer = pg::alias<author, "writer">;
    EXPECT_EQ(db.execute(pg::update(pg::model<author>)
                             .set(col<&author::name> = writer[col<&author::name>] + "!")
                             .from(writer)
                             .left_join(pg::joined(pg::model<book>).join(reviews).on(col<&review::book_id> == col<&book::id>))
                             .on(col<&book::author_id> == writer[col<&author::id>])
                             .where(writer[col<&author::id>] == col<&author::id> && col<&book::id>.is_null())),
              1u);
    EXPECT_EQ(db.scalar(pg::select(col<&author::name>).where(col<&author::id> == 3)), "Cy!");
}

}  // namespace joined_test
