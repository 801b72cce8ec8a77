// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/core/pack.hpp>

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <type_traits>

namespace {

using pgmodel::detail::pack;

struct none {};
struct none_either {};

static_assert(std::is_empty_v<pack<>> && std::is_empty_v<pack<none, none_either>>);
static_assert(sizeof(pack<int, none>) == sizeof(int));
static_assert(pack<int, char>{7, 'x'}.get<0, int>() == 7 && pack<int, char>{7, 'x'}.get<1, char>() == 'x');
static_assert(pack<int>::at<0, int>(nullptr) == nullptr);

TEST(pack, goes_over_its_values_in_order) {
    const pack<int, std::string, int> values{1, "two", 3};
    std::string all;
    values.each([&all](const auto& value) {
        if constexpr (std::is_same_v<decltype(value), const int&>) all += std::to_string(value);
        else all += value;
    });
    EXPECT_EQ(all, "1two3");
    EXPECT_EQ((*pack<int, std::string, int>::at<1, std::string>(&values)), "two");
}

TEST(pack, values_are_moved_into_it) {
    const pack<std::unique_ptr<int>> values{std::make_unique<int>(5)};
    EXPECT_EQ((*values.get<0, std::unique_ptr<int>>()), 5);
}

}  // namespace
