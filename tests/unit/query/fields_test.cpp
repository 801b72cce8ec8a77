// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/query/fields.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>

namespace {

namespace pg = pgmodel;
using pg::col;

struct article {
    std::int64_t id{};
    std::string title{};
    std::optional<std::int32_t> size{};
};
using a = article;
constexpr auto allowed = pg::allow<&a::title, &a::size>();

TEST(fields, are_read_where_they_are_wanted) {
    const auto q = [](std::string_view names) {
        const auto f = pg::fields<article>(names, allowed);
        return pg::select(col<&a::id>, f.only(col<&a::title>), f.only(col<&a::size>, col<&a::size> + 1));
    };
    static_assert(std::is_same_v<decltype(q(""))::row, std::tuple<std::int64_t, std::optional<std::string>, std::optional<std::int32_t>>>);
    EXPECT_EQ(pg::sql_text(q("title , size")), "select id, title, size + $1 from article");
    EXPECT_EQ(pg::sql_text(q("")), "select id, title, size + $1 from article");
    EXPECT_EQ(pg::sql_text(q("title")), "select id, title, cast(null as integer) from article");
    EXPECT_EQ(pg::sql_text(q("size")), "select id, cast(null as text), size + $1 from article");
    const auto f = pg::fields<article>("size,size", allowed);
    EXPECT_TRUE(f.has(col<&a::size>) && !f.has(col<&a::title>));
}
TEST(fields, refuse_what_is_not_allowed) {
    for (const char* bad : {"id", ",title", "SIZE", "title;size"})
        try {
            pg::fields<article>(bad, allowed);
            ADD_FAILURE() << bad;
        } catch (const pg::choice_error& e) {
            EXPECT_EQ(std::string(e.what()), "pgmodel: a list of fields names a field that is not allowed; allowed are title, size");
        }
}

}  // namespace
