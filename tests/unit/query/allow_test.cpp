// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/query/sort.hpp>

#include <gtest/gtest.h>

namespace pg = pgmodel;
using pg::col;

namespace {

struct book {
    std::int32_t id{};
    std::string title{};
};
constexpr auto other = pg::alias<book, "other">;

TEST(allow, finds_a_column_by_its_field_and_its_table) {
    const pg::detail::allowed_column allowed[]{pg::detail::allowed_column_of<&book::title>(),
                                               pg::detail::allowed_column_of<other[col<&book::title>]>(),
                                               pg::detail::allowed_column_of<&book::id>()};
    const auto find = [&](const char* name) { return pg::detail::find_allowed(name, allowed, 3, "it"); };
    EXPECT_EQ(find("book.title"), 0u);
    EXPECT_EQ(find("other.title"), 1u);
    EXPECT_EQ(find("id"), 2u);
    try {
        find("title");
        ADD_FAILURE();
    } catch (const pg::choice_error& e) {
        EXPECT_EQ(std::string(e.what()), "pgmodel: it names a field that several models have; write the model before it: book.title");
    }
    EXPECT_THROW(find("other.id"), pg::choice_error);
}
TEST(allow, names_are_separated_by_commas) {
    std::string seen;
    pg::detail::each_name(" a, b ,c", [&](std::string_view name) { (seen += name) += '|'; });
    EXPECT_EQ(seen, "a|b|c|");
}

}  // namespace
