// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/core/sqlstate.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

using pgmodel::sqlstate;

static_assert(sqlstate("40001").code() == "40001" && sqlstate("40001").error_class() == "40");
static_assert(sqlstate("40001") == sqlstate("40001") && sqlstate("40001") == "40001" && sqlstate("40001") != sqlstate("40P01"));
static_assert(sqlstate().empty() && sqlstate().code().empty() && sqlstate().error_class().empty() && sqlstate() == "");

TEST(sqlstate, what_has_not_five_characters_is_none) {
    for (const char* text : {"", "4", "4000", "400011"}) EXPECT_TRUE(sqlstate(text).empty()) << text;
    std::string gone = "23505";
    const sqlstate kept(gone);
    gone = "xxxxx";
    EXPECT_EQ(kept.code(), "23505");
}

}  // namespace
