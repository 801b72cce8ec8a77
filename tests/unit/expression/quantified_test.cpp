// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// `any(list)` and `all(list)`: a list of texts beside citext and character(n) is of that type.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/fixed_char.hpp>

#include <gtest/gtest.h>

#include "expression_text.hpp"

namespace pg = pgmodel;
using pg::col;
using pgmodel_test::text;
using pgmodel_test::types;
using pgmodel_test::values;

namespace {

struct contact {
    std::int64_t id{};
    std::string name{};
    pg::citext email{};
    pg::varchar<20> code{};
    pg::fixed_char<3> unit{};
};

const std::vector<std::string> list{"a", "b"};

TEST(quantified, lists_of_text_take_the_type_beside_them) {
    const auto any_of = [](auto column) { return column == pg::any(list); };
    EXPECT_EQ(types(any_of(col<&contact::name>)), "text[]");
    EXPECT_EQ(types(any_of(col<&contact::code>)), "text[]") << "which varchar is compared as";
    EXPECT_EQ(types(any_of(col<&contact::email>)), "citext[]");
    EXPECT_EQ(types(any_of(col<&contact::unit>)), "bpchar[]");
    EXPECT_EQ(text(any_of(col<&contact::email>)), "email = any($1)");
    EXPECT_EQ(values(any_of(col<&contact::unit>)), "{a,b}");
    EXPECT_EQ(types(col<&contact::email> != pg::all(std::cref(list))), "citext[]");
    EXPECT_EQ(types(col<&contact::email> == pg::any(std::vector<pg::citext>{"a"})), "citext[]");
    EXPECT_EQ(types(col<&contact::id> == pg::any(std::vector<std::int32_t>{1})), "integer[]");
}

TEST(quantified, a_list_that_is_given_away_is_not_copied) {
    std::vector<std::int64_t> ids{1, 2};
    const auto* const at = ids.data();
    EXPECT_EQ((col<&contact::id> == pg::any(std::move(ids))).right.list.value.data(), at);
}

TEST(quantified, optional_texts_take_the_type_beside_them) {
    const std::optional<std::string> some = "a", none;
    EXPECT_EQ(types(col<&contact::email>.is_distinct_from(some)), "citext");
    EXPECT_EQ(types(col<&contact::code>.is_not_distinct_from(some)), "text");
    EXPECT_EQ(types(col<&contact::unit>.is_not_distinct_from(std::cref(some))), "bpchar");
    EXPECT_EQ(values(col<&contact::unit>.is_distinct_from(none)), "null");
    EXPECT_EQ(types(col<&contact::id>.is_distinct_from(std::optional<int>(7))), "bigint");
    EXPECT_EQ(text(col<&contact::id>.is_distinct_from(std::optional<int>(7))), "id is distinct from $1");
}

}  // namespace
