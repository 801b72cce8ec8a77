// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Words of SQL that have headers of their own: their texts and types. What a server answers is in
// integration/seldom_words_test.cpp.

#include <pgmodel.hpp>
#include <pgmodel/expression/between_symmetric.hpp>
#include <pgmodel/expression/case_of.hpp>
#include <pgmodel/expression/is_json.hpp>
#include <pgmodel/expression/similar_to.hpp>
#include <pgmodel/query/distinct_grouping.hpp>
#include <pgmodel/query/system_columns.hpp>
#include <pgmodel/types/nothing.hpp>

#include <gtest/gtest.h>

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

template <class Row, class Query>
constexpr bool gives(const Query&) {
    return std::is_same_v<typename Query::row, Row>;
}

TEST(case_of, compares_one_operand) {
    constexpr auto q = pg::select(pg::case_of(col<&i::n>).when(1, "one").when(lit<2>, col<&i::name>).otherwise("more"));
    EXPECT_EQ(q.sql(), "select case n when $1 then $2 when 2 then name else $3 end from item");
    static_assert(gives<std::string>(q));
    const auto open = pg::select(pg::case_of(col<&i::maybe> + 1).when(2, 3));
    static_assert(gives<std::optional<std::int32_t>>(open));
    EXPECT_EQ(open.sql(), "select case maybe + $1 when $2 then $3 end from item");
    const auto words = pg::select(pg::case_of(col<&i::state>).when(lit<mood::calm>, lit<mood::busy>).otherwise(lit<mood::calm>));
    EXPECT_EQ(words.sql(), "select cast(case state when 'calm' then 'busy' else 'calm' end as mood) from item");
    static_assert(gives<mood>(words));
    const auto wider = pg::select(pg::case_of(col<&i::n>).when(1, col<&i::n>).otherwise(col<&i::id>));
    static_assert(gives<std::int64_t>(wider));
}
TEST(case_of, is_one_text_for_grouping) {
    constexpr auto size = pg::case_of(col<&i::n>).when(lit<1>, lit<"one">).otherwise(lit<"more">);
    constexpr auto q = pg::select(size, pg::count()).group_by(size).having(pg::count() > lit<1>);
    static_assert(decltype(q)::sql == "select case n when 1 then 'one' else 'more' end, count(*) from item group by case n when 1 "
                                      "then 'one' else 'more' end having count(*) > 1");
}

TEST(between_symmetric, of_ends_in_any_order) {
    const auto q = pg::select<i>().where(pg::between_symmetric(col<&i::n>, 9, col<&i::maybe>) || !pg::between_symmetric(5, col<&i::n>, lit<2>));
    EXPECT_TRUE(q.sql().ends_with(" where n between symmetric $1 and maybe or not $2 between symmetric n and 2")) << q.sql();
    const auto two = pg::select(pg::not_between_symmetric(col<&i::n>, 9, col<&i::maybe>), pg::not_between_symmetric(col<&i::n>, 1, 2));
    EXPECT_EQ(two.sql(), "select n not between symmetric $1 and maybe, n not between symmetric $2 and $3 from item");
    static_assert(gives<std::tuple<std::optional<bool>, bool>>(two));
}

TEST(is_json, of_texts_and_documents) {
    EXPECT_EQ(pg::select(pg::is_json(col<&i::name>)).sql(), "select name is json from item");
    EXPECT_EQ(pg::select(!pg::is_json_object_with_unique_keys(col<&i::name> + "}")).sql(),
              "select not name || $1 is json object with unique keys from item");
    EXPECT_EQ(pg::select(pg::is_json_array(col<&i::name>).is_true()).sql(), "select (name is json array) is true from item");
    EXPECT_EQ(pg::select(pg::is_json_scalar(pg::cast<std::string>(col<&i::maybe>))).sql(),
              "select cast(maybe as text) is json scalar from item");
    static_assert(gives<std::optional<bool>>(pg::select(pg::is_json_scalar(pg::cast<std::string>(col<&i::maybe>)))));
}

TEST(similar_to, and_like_with_escape) {
    const auto at = [](auto condition) {
        const std::string text(pg::select(condition).sql());
        return text.substr(7, text.size() - 17);
    };
    EXPECT_EQ(at(pg::similar_to(col<&i::name>, "a%(b|c)")), "name similar to $1");
    EXPECT_EQ(at(!pg::not_similar_to(col<&i::name> + "x", lit<"a">, "!")), "not name || $1 not similar to 'a' escape $2");
    EXPECT_EQ(at(pg::like_escape(col<&i::name>, col<&i::name> + "%", lit<"!">).is_true()), "name like name || $1 escape '!' is true");
    EXPECT_EQ(at(pg::not_ilike_escape(col<&i::name>, "a", "!") && pg::not_like_escape(col<&i::name>, "a", "!")),
              "name not ilike $1 escape $2 and name not like $3 escape $4");
    EXPECT_EQ(at(pg::ilike_escape(pg::cast<std::string>(col<&i::maybe>), "a", "")), "cast(maybe as text) ilike $1 escape $2");
    static_assert(gives<std::optional<bool>>(pg::select(pg::ilike_escape(pg::cast<std::string>(col<&i::maybe>), "a", ""))));
}

TEST(distinct_grouping, says_distinct_of_all_sets) {
    constexpr auto q = pg::select(col<&i::n>, col<&i::name>, col<&i::state>, pg::max(col<&i::id>))
                           .group_by(pg::distinct(col<&i::n>, pg::rollup(col<&i::name>), pg::rollup(col<&i::name>, col<&i::state>)));
    static_assert(decltype(q)::sql == "select n, name, state, max(id) from item group by distinct n, rollup (name), rollup (name, state)");
    static_assert(gives<std::tuple<std::int32_t, std::optional<std::string>, std::optional<mood>, std::int64_t>>(q));
    static_assert(gives<std::tuple<std::optional<std::int32_t>, std::optional<std::int64_t>>>(
        pg::select(col<&i::n>, pg::max(col<&i::id>)).group_by(pg::distinct(pg::cube(col<&i::n>)))));
}

TEST(system_columns, of_tables_and_aliases) {
    constexpr auto other = pg::alias<item, "other">;
    EXPECT_EQ(pg::select(pg::ctid<item>, pg::tableoid<item>, pg::xmin<item>, pg::xmax<item>).sql(),
              "select ctid, tableoid, xmin, xmax from item");
    const auto q = pg::select(pg::regclass(pg::tableoid<item>), other[pg::ctid<item>]).left_join(other).on(other[pg::ctid<item>] > pg::ctid<item>);
    EXPECT_EQ(q.sql(), "select cast(cast(item.tableoid as regclass) as text), other.ctid from item left join item as other on "
                       "other.ctid > item.ctid");
    static_assert(gives<std::tuple<std::string, std::optional<pg::tid>>>(q));
    static_assert(gives<std::optional<pg::tid>>(
        pg::select(pg::ctid<item>).from(other).left_join(pg::model<item>).on(other[pg::ctid<item>] > pg::ctid<item>)));
    EXPECT_EQ(pg::delete_from(pg::model<item>).using_(other).where(col<&i::name> == other[col<&i::name>] && pg::ctid<item> > other[pg::ctid<item>]).sql(),
              "delete from item using item as other where item.name = other.name and item.ctid > other.ctid");
}

inline constexpr auto notify = pg::function<"pg_notify", void(std::string, std::string)>;

TEST(nothing, is_what_void_gives) {
    const auto q = pg::select(notify("a", col<&i::name>));
    EXPECT_EQ(q.sql(), "select pg_notify($1, name) from item");
    static_assert(gives<pg::nothing>(q));
    EXPECT_EQ(pg::select(notify("a", "b")).sql(), "select pg_notify($1, $2)");
}

}  // namespace seldom_words_test
