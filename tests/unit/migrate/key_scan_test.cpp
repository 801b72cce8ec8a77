// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/migrate/key_scan.hpp>

#include <gtest/gtest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace pgmodel::migrate::detail;
using list = std::vector<std::string>;

TEST(key_scan, quoted_parts_end_at_their_own_quote) {
    const auto rest = [](std::string_view text) { return std::string(text.substr(skip_quoted(text, 0))); };
    EXPECT_EQ(rest("'a'b"), "b");
    EXPECT_EQ(rest("'it''s' x"), " x");
    EXPECT_EQ(rest("\"a\"\"b\"c"), "c");
    EXPECT_EQ(rest("'\"'x"), "x");
    EXPECT_EQ(rest("''"), "");
    EXPECT_EQ(rest("'without an end"), "");
}

TEST(key_scan, expressions_end_at_their_own_parenthesis) {
    const auto rest = [](std::string_view text) { return std::string(text.substr(skip_expression(text, 0))); };
    EXPECT_EQ(rest("lower(name) DESC"), " DESC");
    EXPECT_EQ(rest("((a + b) * 2), c"), ", c");
    EXPECT_EQ(rest("f(')', \"(\") x"), " x");
    EXPECT_EQ(rest("f((1)"), "");
}

TEST(key_scan, lists_are_taken_apart_at_their_own_commas) {
    EXPECT_EQ(split_list("'2023-01-01', MAXVALUE, f(1, 2)"), (list{"'2023-01-01'", "MAXVALUE", "f(1, 2)"}));
    EXPECT_EQ(split_list("'a, b', \"c,d\", ARRAY[1, 2]"), (list{"'a, b'", "\"c,d\"", "ARRAY[1, 2]"}));
    EXPECT_EQ(split_list("1,2"), (list{"1", "2"}));
    EXPECT_EQ(split_list(""), list{});
    EXPECT_EQ(split_list("''"), list{"''"});
}

TEST(key_scan, lists_in_parentheses) {
    const std::string_view text = "FOR VALUES FROM ('a)', f(1)) TO (2)";
    std::size_t at = 0;
    EXPECT_EQ(take_list(text, at), "'a)', f(1)");
    EXPECT_EQ(take_list(text, at), "2");
    EXPECT_EQ(at, text.size());
    EXPECT_EQ(take_list(text, at), "");
}

/// What is left, behind `C` and `O` for a collation and an operator class that were there.
std::string tail(std::string_view text, std::string_view collation, std::string_view operator_class) {
    std::size_t at = 0;
    const auto found = take_key_tail(text, at, collation, operator_class);
    return std::string(found.collation ? "C" : "") + (found.operator_class ? "O" : "") + std::string(text.substr(at));
}
TEST(key_scan, what_stands_behind_a_key) {
    EXPECT_EQ(tail(", b", "\"C\"", "text_ops"), ", b");
    EXPECT_EQ(tail(" COLLATE \"C\" text_pattern_ops DESC, b", "\"C\"", "text_pattern_ops"), "CO, b");
    EXPECT_EQ(tail(" COLLATE \"C\")", "\"C\"", "text_ops"), "C)");
    EXPECT_EQ(tail(" text_ops_of_mine, b", "", "text_ops"), ", b") << "only its beginning";
    EXPECT_EQ(tail(" tsvector_ops (siglen='8,)') NULLS FIRST)", "", "tsvector_ops"), "O)");
    EXPECT_EQ(tail(" \"odd, class\", b", "", "\"odd, class\""), "O, b");
}

}  // namespace
