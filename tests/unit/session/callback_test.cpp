// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session/callback.hpp>

#include <gtest/gtest.h>

#include <functional>
#include <memory>
#include <string>
#include <type_traits>
#include <utility>

namespace {

using pgmodel::callback;

std::string plain() { return "plain"; }

TEST(callback, takes_any_function) {
    EXPECT_EQ(callback<std::string()>(plain)(), "plain");
    EXPECT_EQ(callback<std::string()>([] { return "lambda"; })(), "lambda");
    EXPECT_EQ(callback<std::string()>(std::function<std::string()>(plain))(), "plain");
    int sum = 0;
    const callback<void(int)> add = [&](int i) { return sum += i; };
    add(3);
    add(4);
    EXPECT_EQ(sum, 7);
    static_assert(!std::is_constructible_v<callback<std::string()>, int>);
    static_assert(!std::is_constructible_v<callback<void(int)>, void (*)(std::string)>);
}

TEST(callback, is_empty_until_given_one) {
    callback<int()> c;
    EXPECT_FALSE(c);
    c = [] { return 1; };
    EXPECT_TRUE(c);
    EXPECT_EQ(c(), 1);
    c = {};
    EXPECT_FALSE(c);
}

TEST(callback, of_an_empty_function_is_empty) {
    EXPECT_FALSE(callback<std::string()>(std::function<std::string()>()));
    std::string (*none)() = nullptr;
    EXPECT_FALSE(callback<std::string()>(none));
    EXPECT_FALSE(callback<const std::string()>(callback<std::string()>()));
}

TEST(callback, of_an_object_that_is_false_is_none_without_a_function) {
    struct countdown {
        int left;
        explicit operator bool() const { return left > 0; }
        int operator()() const { return left; }
    };
    const pgmodel::callback<int()> held = countdown{0};
    ASSERT_TRUE(held);
    EXPECT_EQ(held(), 0);
}
TEST(callback, copies_hold_their_own_and_moves_give_theirs_away) {
    const auto shared = std::make_shared<int>(0);
    callback<int()> counting = [n = 0, shared]() mutable { return ++n; };
    EXPECT_EQ(counting(), 1);
    auto copy = counting;
    EXPECT_EQ(copy(), 2);
    EXPECT_EQ(copy(), 3);
    EXPECT_EQ(counting(), 2);
    EXPECT_EQ(shared.use_count(), 3);
    const auto moved = std::move(copy);
    EXPECT_FALSE(copy);
    EXPECT_EQ(moved(), 4);
    const auto& itself = counting;
    counting = itself;
    EXPECT_EQ(counting(), 3);
    counting = {};
    EXPECT_EQ(shared.use_count(), 2);
}

}  // namespace
