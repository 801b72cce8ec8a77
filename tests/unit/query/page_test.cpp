// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace {

namespace pg = pgmodel;
using pg::col;

struct person {
    std::int64_t id{};
    std::string name{};
    std::optional<std::int32_t> age{};
};
template <class Query>
constexpr std::string_view page_text(const Query&) {
    return pg::detail::rendered<pg::detail::page_query<Query>>::sql;
}

TEST(page, counts_in_the_same_statement) {
    EXPECT_EQ(page_text(pg::select<person>().where(col<&person::age> > 5).order_by(col<&person::name>)),
              "select t.*, p.* from (select count(*) from person where age > $1) as t left join "
              "(select true, r.* from (select id, name, age from person where age > $2 order by name limit $3 offset "
              "$4) as r) as p on true");
}
TEST(page, keeps_what_a_count_depends_on) {
    EXPECT_EQ(
        page_text(
            pg::select(col<&person::name>, pg::count()).group_by(col<&person::name>).order_by(col<&person::name>)),
        "select t.*, p.* from (select count(*) from (select name, count(*) from person group by name) as q) as t left "
        "join "
        "(select true, r.* from (select name, count(*) from person group by name order by name limit $1 offset $2) as "
        "r) as p on true");
    EXPECT_EQ(
        page_text(pg::select(col<&person::name>).union_(pg::select(col<&person::name>).where(col<&person::age> > 5))),
        "select t.*, p.* from (select count(*) from (select name from person union select name from person where age > "
        "$1) as q) "
        "as t left join (select true, r.* from (select name from person union select name from person where age > $2 "
        "limit $3 "
        "offset $4) as r) as p on true");
}
TEST(page, has_one_parameter_for_each_placeholder) {
    EXPECT_EQ(page_text(pg::select(col<&person::id>).where(col<&person::age> > pg::arg<int, "age">)),
              "select t.*, p.* from (select count(*) from person where age > $1) as t left join "
              "(select true, r.* from (select id from person where age > $1 limit $2 offset $3) as r) as p on true");
}
TEST(page, is_numbered_from_one) {
    EXPECT_EQ((pg::numbered_page{.number = 3, .size = 20}.offset()), 40);
    EXPECT_EQ((pg::numbered_page{}.offset()), 0);
    EXPECT_THROW((pg::numbered_page{.number = 0}.offset()), pg::usage_error);
    EXPECT_THROW((pg::numbered_page{.number = std::int64_t{1} << 62, .size = 20}.offset()), pg::usage_error);
    EXPECT_THROW((pg::numbered_page{.number = 1, .size = -1}.offset()), pg::usage_error);
    constexpr std::int64_t last = std::numeric_limits<std::int64_t>::max() / 20;
    EXPECT_EQ((pg::numbered_page{.number = last + 1, .size = 20}.offset()), last * 20);
    EXPECT_THROW((pg::numbered_page{.number = last + 2, .size = 20}.offset()), pg::usage_error);
}
TEST(page, tells_where_it_is) {
    const pg::page<int> first{{1, 2}, 5, 2, 0}, last{{5}, 5, 2, 4}, beyond{{}, 5, 2, 6}, none{{}, 0, 2, 0};
    EXPECT_TRUE(first.has_next() && !first.has_previous());
    EXPECT_TRUE(!last.has_next() && last.has_previous());
    EXPECT_TRUE(!beyond.has_next() && beyond.has_previous());
    EXPECT_TRUE(!none.has_next() && !none.has_previous());
    EXPECT_EQ(first.pages(), 3);
    EXPECT_EQ(none.pages(), 0);
    EXPECT_EQ((pg::page<int>{{}, 5, 0, 0}.pages()), 0);
}

}  // namespace
