// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#include <pgmodel/schema/many.hpp>

#include <gtest/gtest.h>

#include <stdexcept>
#include <string>

namespace {

using texts = pgmodel::schema::many<std::string>;

TEST(many, is_copied_and_compared) {
    const texts all{"a", "b", "c"};
    texts copy = all;
    EXPECT_EQ(copy, all);
    copy.push_back("d");
    EXPECT_NE(copy, all);
    EXPECT_EQ(all.size(), 3u);
    copy = all;
    EXPECT_EQ(copy, all);
    const texts moved = std::move(copy);
    EXPECT_EQ(moved, all);
    EXPECT_NE(all, (texts{"a", "b", "x"}));
    EXPECT_TRUE(texts{}.empty());
}

TEST(many, values_are_added_and_taken_out) {
    texts all;
    all.emplace_back("c");
    all.insert(all.begin(), "a");
    EXPECT_EQ(*all.insert(all.begin() + 1, "b"), "b");
    all.emplace_back(2, 'd');
    EXPECT_EQ(all, (texts{"a", "b", "c", "dd"}));
    EXPECT_EQ(all.front(), "a");
    EXPECT_EQ(all.back(), "dd");
    EXPECT_EQ(*all.erase(all.begin()), "b");
    const std::string* end = all.erase(all.begin() + 1, all.end());
    EXPECT_EQ(end, all.end());
    EXPECT_EQ(all, (texts{"b"}));
    all.clear();
    EXPECT_TRUE(all.empty());
    for (int i = 0; i < 100; ++i) all.push_back(std::to_string(i));
    EXPECT_EQ(all[99], "99");
}

TEST(many, at_checks_the_place) {
    texts all{"a"};
    EXPECT_EQ(all.at(0), "a");
    EXPECT_THROW(all.at(1), std::out_of_range);
    EXPECT_THROW(texts{}.at(0), std::out_of_range);
}

/// Its third copy does not come about.
struct counted {
    static inline int living = 0, copies = 0;

    counted() { ++living; }
    counted(const counted&) {
        if (++copies == 3) throw std::runtime_error("no more");
        ++living;
    }
    counted(counted&&) noexcept { ++living; }
    counted& operator=(counted&&) noexcept { return *this; }
    ~counted() { --living; }
};

TEST(many, a_copy_that_fails_leaves_nothing) {
    {
        pgmodel::schema::many<counted> all;
        for (int i = 0; i < 4; ++i) all.emplace_back();
        EXPECT_THROW(pgmodel::schema::many<counted>{all}, std::runtime_error);
    }
    EXPECT_EQ(counted::living, 0);
}

/// As a table's partition holds partitions.
struct tree {
    pgmodel::schema::many<tree> branches{};
    bool operator==(const tree&) const = default;
};

TEST(many, holds_values_of_the_type_that_holds_it) {
    const tree one{{tree{}, tree{{tree{}}}}};
    tree other = one;
    EXPECT_EQ(one, other);
    other.branches[1].branches.clear();
    EXPECT_NE(one, other);
}

}  // namespace
