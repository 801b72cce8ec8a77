// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Joins in parentheses: their text, their rows, and the order of their parameters.

#include <pgmodel.hpp>
#include <pgmodel/query/joined.hpp>
#include <pgmodel/query/pretty.hpp>

#include <gtest/gtest.h>

namespace joined_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

struct a {
    std::int64_t id{};
    std::int32_t n{};
};
struct b {
    std::int64_t id{};
    std::int64_t a_id{};
    std::int32_t n{};

    static constexpr auto table() {
        return pg::table("b", pg::field<&b::id>.primary_key(), pg::field<&b::a_id>.references(pg::model<a>));
    }
};
struct c {
    std::int64_t id{};
    std::int64_t b_id{};
    std::int32_t n{};

    static constexpr auto table() {
        return pg::table("c", pg::field<&c::id>.primary_key(), pg::field<&c::b_id>.references(pg::model<b>));
    }
};
struct d {
    std::int64_t id{};
    std::int32_t n{};
};

using n = std::int32_t;
using maybe = std::optional<std::int32_t>;
template <class Row, class Query>
constexpr bool gives(const Query&) {
    return std::is_same_v<typename Query::row, Row>;
}

TEST(joined, text_and_rows) {
    constexpr auto q = pg::select(col<&a::n>, col<&b::n>, col<&c::n>)
                           .left_join(pg::joined(pg::model<b>).join(pg::model<c>).on(col<&c::b_id> == col<&b::id>))
                           .on(col<&b::a_id> == col<&a::id>);
    static_assert(decltype(q)::sql == "select a.n, b.n, c.n from a left join (b join c on c.b_id = b.id) on b.a_id = a.id");
    static_assert(gives<std::tuple<n, maybe, maybe>>(q));
    // Without parentheses c would have to be there.
    static_assert(gives<std::tuple<n, maybe, n>>(pg::select(col<&a::n>, col<&b::n>, col<&c::n>)
                                                     .left_join(pg::model<b>)
                                                     .join(pg::model<c>)));
}
TEST(joined, whole_models_that_are_there_or_not) {
    const auto q = pg::select(pg::model<a>, pg::model<b>, pg::model<c>).left_join(pg::joined(pg::model<b>).left_join(pg::model<c>));
    static_assert(gives<std::tuple<a, std::optional<b>, std::optional<c>>>(q));
    static_assert(gives<std::tuple<a, b, std::optional<c>>>(
        pg::select(pg::model<a>, pg::model<b>, pg::model<c>).join(pg::joined(pg::model<b>).left_join(pg::model<c>))));
    static_assert(gives<std::tuple<a, std::optional<b>, c>>(
        pg::select(pg::model<a>, pg::model<b>, pg::model<c>).join(pg::joined(pg::model<b>).right_join(pg::model<c>))));
    static_assert(gives<std::tuple<std::optional<a>, b, c>>(
        pg::select(pg::model<a>, pg::model<b>, pg::model<c>).right_join(pg::joined(pg::model<b>).join(pg::model<c>))));
    static_assert(gives<std::tuple<std::optional<a>, std::optional<b>, std::optional<c>>>(
        pg::select(pg::model<a>, pg::model<b>, pg::model<c>)
            .full_join(pg::joined(pg::model<b>).join(pg::model<c>))
            .on(col<&a::id> == col<&c::n>)));
    // A right join within makes nothing optional outside; one behind makes all before it so.
    static_assert(gives<std::tuple<std::optional<n>, maybe, maybe, n>>(
        pg::select(col<&a::n>, col<&b::n>, col<&c::n>, col<&d::n>)
            .from(pg::model<a>)
            .join(pg::joined(pg::model<b>).join(pg::model<c>))
            .right_join(pg::model<d>)
            .on(col<&d::id> == col<&c::id>)));
}
TEST(joined, by_foreign_keys) {
    EXPECT_EQ(pg::select(col<&a::n>).left_join(pg::joined(pg::model<b>).join(pg::model<c>)).sql(),
              "select a.n from a left join (b join c on c.b_id = b.id) on b.a_id = a.id");
    EXPECT_EQ(pg::select(col<&a::n>).left_join(pg::joined(pg::model<c>).join(col<&c::b_id>)).sql(),
              "select a.n from a left join (c join b on c.b_id = b.id) on b.a_id = a.id");
    EXPECT_EQ(pg::select(col<&a::n>).join(pg::joined(pg::model<d>).cross_join(pg::model<c>), col<&d::id> == col<&a::id>).sql(),
              "select a.n from a join (d cross join c) on d.id = a.id");
    EXPECT_EQ(pg::select(col<&a::n>).cross_join(pg::joined(pg::model<b>).join(pg::model<c>)).sql(),
              "select a.n from a cross join (b join c on c.b_id = b.id)");
}
TEST(joined, within_each_other_and_beside) {
    constexpr auto other = pg::alias<c, "other">;
    const auto q = pg::select(col<&a::n>, col<&b::n>, col<&c::n>, col<&d::n>, other[col<&c::n>])
                       .from(pg::model<a>)
                       .left_join(pg::joined(pg::model<b>).left_join(pg::joined(pg::model<c>).join(pg::model<d>).on(col<&d::id> == col<&c::n>)))
                       .join(other)
                       .on(other[col<&c::id>] == col<&a::n>);
    EXPECT_EQ(q.sql(), "select a.n, b.n, c.n, d.n, other.n from a left join (b left join (c join d on d.id = c.n) on c.b_id = b.id) on "
                       "b.a_id = a.id join c as other on other.id = a.n");
    static_assert(gives<std::tuple<n, maybe, maybe, maybe, n>>(q));
    static_assert(gives<std::tuple<n, n, maybe, maybe>>(
        pg::select(col<&a::n>, col<&b::n>, col<&c::n>, col<&d::n>)
            .join(pg::joined(pg::model<b>).left_join(pg::joined(pg::model<c>).join(pg::model<d>).on(col<&d::id> == col<&c::n>)))));
}
struct gone {
    std::int64_t id{};
    std::int64_t b_id{};
    std::optional<pg::timestamptz> at{};

    static constexpr auto table() {
        return pg::table("gone", pg::field<&gone::id>.primary_key(), pg::field<&gone::b_id>.references(pg::model<b>),
                         pg::field<&gone::at>.soft_delete());
    }
};
/// The condition on rows that are marked as removed stands where it takes away no row of what is kept.
TEST(joined, without_removed_rows) {
    const auto from = pg::select(col<&a::n>).from(pg::model<a>);
    const auto tail = [](const auto& query) { return std::string(query.sql()).substr(std::string_view("select a.n from a ").size()); };
    constexpr auto g = pg::model<gone>;
    EXPECT_EQ(tail(from.left_join(pg::joined(pg::model<b>).join(g))),
              "left join (b join gone on gone.b_id = b.id) on b.a_id = a.id and gone.at is null");
    EXPECT_EQ(tail(from.left_join(pg::joined(g).join(pg::model<b>)).on(col<&b::a_id> == col<&a::id> || col<&b::n> == 1)),
              "left join (gone join b on gone.b_id = b.id) on (b.a_id = a.id or b.n = $1) and gone.at is null");
    EXPECT_EQ(tail(from.left_join(pg::joined(pg::model<b>).left_join(g))),
              "left join (b left join gone on gone.b_id = b.id and gone.at is null) on b.a_id = a.id");
    EXPECT_EQ(tail(from.left_join(pg::joined(g).right_join(pg::model<b>))),
              "left join (gone right join b on gone.b_id = b.id and gone.at is null) on b.a_id = a.id");
    EXPECT_EQ(tail(from.join(pg::joined(pg::model<b>).join(g))), "join (b join gone on gone.b_id = b.id) on b.a_id = a.id where gone.at is null");
    EXPECT_EQ(tail(from.join(pg::joined(pg::model<b>).join(g)).right_join(pg::model<d>).on(col<&d::id> == col<&a::id>)),
              "join (b join gone on gone.b_id = b.id) on b.a_id = a.id right join d on d.id = a.id and gone.at is null");
    EXPECT_EQ(tail(from.right_join(pg::joined(pg::model<b>).join(g))),
              "right join (b join gone on gone.b_id = b.id) on b.a_id = a.id where gone.at is null");
    EXPECT_EQ(tail(from.left_join(pg::joined(pg::model<b>).join(g)).with_removed()),
              "left join (b join gone on gone.b_id = b.id) on b.a_id = a.id");
    const auto first = pg::select(col<&gone::id>).join(pg::joined(pg::model<b>).join(pg::model<c>)).where(col<&c::n> == 1);
    EXPECT_EQ(first.sql(), "select gone.id from gone join (b join c on c.b_id = b.id) on gone.b_id = b.id where c.n = $1 and gone.at is null");
}
TEST(joined, parameters_as_they_stand) {
    const auto q = pg::select(col<&a::n>)
                       .left_join(pg::joined(pg::model<b>).join(pg::model<c>).on(col<&c::n> == 1))
                       .on(col<&b::n> == 2)
                       .join(pg::model<d>)
                       .on(col<&d::n> == 3)
                       .where(col<&a::n> == 4);
    EXPECT_EQ(q.sql(), "select a.n from a left join (b join c on c.n = $1) on b.n = $2 join d on d.n = $3 where a.n = $4");
    EXPECT_NE(pg::pretty(q, pg::show_values).find("c.n = 1) on b.n = 2"), std::string::npos) << pg::pretty(q, pg::show_values);
}

}  // namespace joined_test
