// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/query/keyset.hpp>

#include <gtest/gtest.h>

namespace {

namespace pg = pgmodel;
using pg::col;

struct author {
    std::int64_t id{};
    std::string name{};
};
struct post {
    std::int64_t id{};
    std::int64_t author_id{};
    std::int32_t score{};
    std::optional<std::int32_t> rank{};
    std::string slug{};

    static constexpr auto table() {
        using p = post;
        return pg::table("posts", pg::field<&p::id>.primary_key().identity(),
                         pg::field<&p::author_id>.references(col<&author::id>), pg::field<&p::slug>.unique());
    }
};

struct draft {
    std::int64_t id{};
    std::string slug{};
    bool gone = false;

    static constexpr auto table() {
        using d = draft;
        return pg::table("drafts", pg::field<&d::id>.primary_key().identity(), pg::field<&d::slug>.unique(),
                         pg::field<&d::gone>.server_default(false).soft_delete());
    }
};

/// Keys of two columns: of which one can be NULL, of which none can, and one that may be broken until the commit.
struct chapter {
    std::int64_t id{};
    std::int64_t book{};
    std::int32_t place{};
    std::optional<std::string> title{};

    static constexpr auto table() {
        using c = chapter;
        return pg::table("chapters", pg::field<&c::id>.primary_key(), pg::unique(col<&c::book>, col<&c::title>),
                         pg::unique(col<&c::book>, col<&c::place>), pg::unique(col<&c::id>, col<&c::place>).deferrable());
    }
};

/// The statement for the page beyond these values; `backward`, `inclusive`.
template <class Query, class... Values>
std::string beyond(const Query& query, pg::detail::cursor_head head, Values... values) {
    const auto cursor = pg::detail::keyset_of<Query>::write(query, head, {values...});
    return pg::sql_text(pg::keyset_query(query, 10, cursor));
}

std::string condition(const std::string& sql) {
    const std::size_t begin = sql.find("where ") + 6;
    return sql.substr(begin, sql.find(" order by") - begin);
}
TEST(keyset_query, compares_rows_where_all_keys_go_one_way) {
    const auto q = pg::select(col<&post::id>).order_by(col<&post::score>, col<&post::id>);
    EXPECT_EQ(pg::sql_text(pg::keyset_query(q, 10)),
              "select id, score, id from posts order by score, id limit $1");
    EXPECT_EQ(beyond(q, {}, 5, 7), "select id, score, id from posts where (score, id) > ($1, "
                                   "$2) order by score, id limit $3");
    EXPECT_EQ(beyond(q, {.backward = true}, 5, 7),
              "select id, score, id from posts where (score, id) < ($1, $2) "
              "order by score desc, id desc limit $3");
    EXPECT_EQ(condition(beyond(q, {.inclusive = true}, 5, 7)), "(score, id) >= ($1, $2)");
    EXPECT_EQ(beyond(pg::select<post>().where(col<&post::score> > 3).order_by(col<&post::slug>.desc()), {}, "x"),
              "select id, author_id, score, rank, slug, slug from posts where score > $1 and slug < $2 "
              "order by slug desc "
              "limit $3");
}
struct renamed {
    std::int64_t id{};
    std::string score{};
};
// What the rows call otherwise is named with its table where ORDER BY would take the name for the rows'.
TEST(keyset_query, sorts_by_its_keys_whatever_the_rows_call_so) {
    const auto q =
        pg::select(col<&post::id>, pg::upper(col<&post::slug>)).into<renamed>().order_by(col<&post::score>, col<&post::id>);
    EXPECT_EQ(beyond(q, {}, 5, 7), "select id, upper(slug) as score, score, id from posts where (score, id) > ($1, $2) "
                                   "order by posts.score, posts.id limit $3");
}
TEST(keyset_query, begins_with_a_range_where_keys_go_both_ways) {
    const auto q = pg::select(col<&post::id>).order_by(col<&post::score>.desc(), col<&post::slug>, col<&post::id>);
    EXPECT_EQ(condition(beyond(q, {}, 5, "x", 7)),
              "score <= $1 and (score < $1 or slug >= $2 and (slug > $2 or id > $3))");
    EXPECT_EQ(condition(beyond(q, {true, true}, 5, "x", 7)),
              "score >= $1 and (score > $1 or slug <= $2 and (slug < $2 or id <= $3))");
}
TEST(keyset_query, knows_where_nulls_are) {
    const auto last = pg::select(col<&post::id>).order_by(col<&post::rank>, col<&post::id>);
    EXPECT_EQ(
        beyond(last, {}, 5, 7),
        "select id, rank, id from posts where rank >= $1 and (rank > $1 or id > $2) "
        "order by rank, id limit $3");
    EXPECT_EQ(beyond(last, {.backward = true}, 5, 7),
              "select id, rank, id from posts where rank <= $1 and (rank < $1 or id < "
              "$2) order by rank desc, "
              "id desc limit $3");
    EXPECT_EQ(condition(beyond(last, {}, std::nullopt, 7)), "rank is null and id > $1");
    EXPECT_EQ(condition(beyond(last, {.backward = true}, std::nullopt, 7)), "rank is null and id < $1");
}
TEST(keyset_query, knows_where_nulls_of_later_keys_are) {
    const auto q =
        pg::select(col<&post::id>).order_by(col<&post::score>, col<&post::rank>.desc().nulls_last(), col<&post::id>);
    EXPECT_EQ(condition(beyond(q, {}, 1, 5, 7)), "score >= $1 and (score > $1 or rank <= $2 and "
                                                 "(rank < $2 or id > $3) or rank is null)");
    EXPECT_EQ(condition(beyond(q, {}, 1, std::nullopt, 7)),
              "score >= $1 and (score > $1 or rank is null and id > $2)");
    EXPECT_EQ(beyond(q, {.backward = true}, 1, 5, 7).substr(beyond(q, {.backward = true}, 1, 5, 7).find("order by")),
              "order by score desc, rank nulls first, id desc limit $4");
}
/// A unique key of a model that marks its removed rows is one of the others.
TEST(keyset_query, may_end_with_a_key_of_the_rows_that_are_there) {
    const auto q = pg::select(col<&draft::id>).order_by(col<&draft::slug>);
    EXPECT_EQ(beyond(q, {}, "x"),
              "select id, slug from drafts where slug > $1 and not gone order by slug limit $2");
}
TEST(keyset_query, is_told_rows_apart_by_keys_and_joins) {
    using pg::detail::checked_keyset;
    using c = chapter;
    constexpr auto chapters = pg::select<chapter>();
    static_assert(checked_keyset<decltype(chapters.order_by(col<&c::place>.desc(), col<&c::title>, col<&c::book>))>::value);
    constexpr auto tells_rows = []<class... Fixed>(Fixed...) {
        pg::detail::fixed_columns<chapter, false> fixed;
        (fixed.add<Fixed>(), ...);
        return fixed.hold_a_key();
    };
    static_assert(tells_rows(col<&c::id>) && tells_rows(col<&c::book>, col<&c::place>));
    static_assert(!tells_rows(col<&c::book>, col<&c::title>) && !tells_rows(col<&c::place>) && !tells_rows(col<&c::book>));
    constexpr auto of_author = pg::select(col<&post::id>, col<&author::name>).from(pg::model<post>);
    static_assert(checked_keyset<
                  decltype(of_author.join(col<&post::author_id>).order_by(col<&author::name>, col<&post::id>))>::value);
    static_assert(checked_keyset<decltype(of_author.left_join(pg::model<author>)
                                              .order_by(col<&author::name>, col<&post::slug>))>::value);
    static_assert(
        checked_keyset<decltype(of_author.join(pg::model<author>)
                                    .on(col<&author::id> == col<&post::author_id> && col<&author::name> != "x")
                                    .order_by(col<&post::id>))>::value);
    static_assert(checked_keyset<decltype(pg::select(col<&post::id>)
                                              .from(pg::model<author>)
                                              .join(col<&post::author_id>)
                                              .order_by(col<&post::id>))>::value);
    static_assert(checked_keyset<decltype(pg::select(col<&post::id>)
                                              .from(pg::model<author>)
                                              .join(pg::model<post>)
                                              .order_by(col<&post::score>, col<&post::slug>))>::value);
    constexpr auto other = pg::alias<post, "other">;
    static_assert(checked_keyset<decltype(pg::select(col<&post::id>)
                                              .join(other)
                                              .on(other[col<&post::score>] == col<&post::score>)
                                              .order_by(col<&post::id>, other[col<&post::id>]))>::value);
}
/// A cursor whose checksum is right, with these bytes for its values.
template <class Query>
pg::cursor forged(const Query& query, std::string_view values) {
    std::string bytes;
    pg::detail::begin_cursor(bytes, {}, pg::detail::keyset_of<Query>::signature(query));
    return pg::cursor(pg::detail::end_cursor(bytes.append(values)));
}
TEST(keyset_query, refuses_values_that_are_none) {
    using namespace std::literals;
    const auto q = pg::select(col<&post::id>).order_by(col<&post::rank>, col<&post::id>);
    const auto id = "\0\0\0\x8\0\0\0\0\0\0\0\7"sv;
    const std::string null = "\xff\xff\xff\xff", rank = "\0\0\0\4\0\0\0\5"s;
    EXPECT_EQ(condition(pg::sql_text(pg::keyset_query(q, 10, forged(q, null + std::string(id))))),
              "rank is null and id > $1");
    EXPECT_NO_THROW(pg::keyset_query(q, 10, forged(q, rank + std::string(id))));
    for (const std::string& bad :
         {""s, rank, null + null, rank + null, rank + std::string(id) + "x", "\0\0\0\3\0\0\5"s + std::string(id),
          "\xff\xff\xff\xfe"s + std::string(id), "\x7f\xff\xff\xff"s + std::string(id)})
        EXPECT_THROW(pg::keyset_query(q, 10, forged(q, bad)), pg::cursor_error);
}
TEST(keyset_query, belongs_to_its_query) {
    const auto q = pg::select(col<&post::id>).where(col<&post::score> > 1).order_by(col<&post::id>);
    const auto cursor = pg::detail::keyset_of<std::remove_const_t<decltype(q)>>::write(q, {}, {7});
    EXPECT_NO_THROW(
        pg::keyset_query(pg::select(col<&post::id>).where(col<&post::score> > 2).order_by(col<&post::id>), 10, cursor));
    EXPECT_THROW(
        pg::keyset_query(pg::select(col<&post::id>).where(col<&post::score> < 2).order_by(col<&post::id>), 10, cursor),
        pg::cursor_error);
    EXPECT_THROW(
        pg::keyset_query(pg::select(col<&post::id>).where(col<&post::score> > 1).order_by(col<&post::id>.desc()), 10,
                         cursor),
        pg::cursor_error);
}

}  // namespace
