// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#include <pgmodel/core/exchange.hpp>

#include <gtest/gtest.h>

using pgmodel::detail::exchange_plain;
using pgmodel::detail::swap_plain;

TEST(exchange, gives_what_was_there) {
    int number = 1;
    EXPECT_EQ(exchange_plain(number, 2), 1);
    EXPECT_EQ(number, 2);
    EXPECT_EQ(exchange_plain(number), 2);
    EXPECT_EQ(number, 0);
    const int* pointer = &number;
    EXPECT_EQ(exchange_plain(pointer), &number);
    EXPECT_EQ(pointer, nullptr);
}

TEST(exchange, swaps) {
    int one = 1, two = 2;
    swap_plain(one, two);
    EXPECT_EQ(one, 2);
    EXPECT_EQ(two, 1);
}
