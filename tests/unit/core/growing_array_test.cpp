// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#include <pgmodel/core/growing_array.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

using pgmodel::detail::growing_array;

TEST(growing_array, grows) {
    growing_array<std::string> texts;
    EXPECT_TRUE(texts.empty());
    for (int i = 0; i < 100; ++i) EXPECT_EQ(texts.push_back(std::to_string(i)), std::to_string(i));
    ASSERT_EQ(texts.size(), 100u);
    int i = 0;
    for (const std::string& text : texts) EXPECT_EQ(text, std::to_string(i++));
    EXPECT_EQ(i, 100);
    EXPECT_EQ(texts.back(), "99");
    EXPECT_EQ(texts.data() + texts.size(), texts.end());
}

TEST(growing_array, takes_what_it_holds_itself) {
    growing_array<std::string> texts;
    texts.push_back("long enough to live on the heap, so that a freed one is seen");
    for (int i = 0; i < 40; ++i) texts.push_back(texts[0]);
    EXPECT_EQ(texts.back(), texts[0]);
}

TEST(growing_array, sizes) {
    growing_array<int> numbers(3);
    EXPECT_EQ(numbers.size(), 3u);
    EXPECT_EQ(numbers[2], 0);
    numbers.push_back(7);
    EXPECT_EQ(numbers.size(), 4u);
    numbers.pop_back();
    numbers.resize(1);
    EXPECT_EQ(numbers.end() - numbers.begin(), 1);
    numbers.clear();
    EXPECT_TRUE(numbers.empty());
    numbers.reserve(50);
    const int* const first = numbers.data();
    for (int i = 0; i < 50; ++i) numbers.push_back(i);
    EXPECT_EQ(numbers.data(), first);
}

TEST(growing_array, moves) {
    growing_array<std::string> texts;
    texts.push_back("a");
    growing_array<std::string> taken = std::move(texts);
    ASSERT_EQ(taken.size(), 1u);
    EXPECT_EQ(taken[0], "a");
    growing_array<std::string> other;
    other.push_back("b");
    other = std::move(taken);
    EXPECT_EQ(other[0], "a");
    other = {};
    EXPECT_TRUE(other.empty());
}

}  // namespace
