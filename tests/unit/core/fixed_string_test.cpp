// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/core/fixed_string.hpp>

#include <gtest/gtest.h>

#include <string>
#include <type_traits>

namespace {

using pgmodel::fixed_string;

template <fixed_string Text>
struct named {
    static constexpr auto view() { return Text.view(); }
};

static_assert(named<"english">::view() == "english" && named<"">::view().empty());
static_assert(std::is_same_v<named<"a">, named<"a">> && !std::is_same_v<named<"a">, named<"b">>);
static_assert(!std::is_same_v<named<"a">, named<"a\0">>, "a NUL is a character as any other");
static_assert(fixed_string("abc").size() == 3 && fixed_string<3>::size() == 3 && fixed_string<0>().view().empty());
// g++ 14 took the second comparison of a constant for true when the operator was a defaulted one.
static_assert(fixed_string("abc") == fixed_string("abc") && fixed_string("abc") != fixed_string("abd"));

TEST(fixed_string, ends_with_a_nul_for_c) { EXPECT_EQ(std::string(fixed_string("abc").text), "abc"); }

}  // namespace
