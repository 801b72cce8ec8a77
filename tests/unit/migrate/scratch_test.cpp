// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/migrate/scratch.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

using pgmodel::migrate::detail::replace_name;

std::string replaced(std::string text) {
    replace_name(text, "shop.item", "scratch.item");
    return text;
}

TEST(scratch, names_are_replaced_where_they_stand_as_a_whole) {
    EXPECT_EQ(replaced("shop.item, (shop.item).id from shop.item"),
              "scratch.item, (scratch.item).id from scratch.item");
    for (const char* other : {"shop.items", "shop.item_2", "shop.item$", "myshop.item", "a.shop.item", "\"shop.item\"",
                              "shop.item\xc3\xa9", "\xc3\xa9shop.item"})
        EXPECT_EQ(replaced(other), other);
}

}  // namespace
