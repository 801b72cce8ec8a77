// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <list>
#include <ranges>
#include <span>

#include "expression_text.hpp"

namespace pg = pgmodel;

namespace {

struct item {
    std::int64_t id{};
    std::string name{};
};

TEST(value_list, stays_where_it_is_if_it_can_be_sent_so) {
    const std::vector<std::string> names{"a", "b"};
    const auto referred = pg::detail::make_list<pg::detail::column<&item::name>>(std::cref(names));
    EXPECT_EQ(referred.value, &names);
    const std::vector<std::int32_t> numbers{1, 2};
    const auto converted = pg::detail::make_list<pg::detail::column<&item::id>>(std::cref(numbers));
    EXPECT_EQ(converted.value, (std::vector<std::int64_t>{1, 2}));
    const auto kept = pg::detail::make_list<pg::detail::column<&item::id>>(std::list<int>{3});
    EXPECT_EQ(kept.value, (std::vector<std::int64_t>{3}));
}

TEST(value_list, is_any_range) {
    const auto id = pg::col<&item::id>;
    const int numbers[]{1, 2};
    EXPECT_EQ(pgmodel_test::values(id.in(numbers)), "{1,2}");
    EXPECT_EQ(pgmodel_test::values(id.not_in(std::cref(numbers))), "{1,2}");
    const char* const names[]{"a", "b"};
    EXPECT_EQ(pgmodel_test::values(pg::col<&item::name>.in(names)), "{a,b}");
    EXPECT_EQ(pgmodel_test::values(id.in(std::views::iota(1, 4))), "{1,2,3}");
    EXPECT_EQ(pgmodel_test::values(id.in(std::span(numbers))), "{1,2}");
}

}  // namespace
