// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/core/quote_literal.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

std::string quoted(std::string_view text) {
    std::string out;
    pgmodel::quote_literal(text, out);
    return out;
}

TEST(quote_literal, quotes_are_doubled) {
    EXPECT_EQ(quoted(""), "''");
    EXPECT_EQ(quoted("plain"), "'plain'");
    EXPECT_EQ(quoted("it's"), "'it''s'");
    EXPECT_EQ(quoted("''"), "''''''");
    EXPECT_EQ(quoted("$1 -- /* \" \xc3\xa9\n"), "'$1 -- /* \" \xc3\xa9\n'");
}

// Whatever standard_conforming_strings says, none of these ends too early. The blank keeps the E from being a name's end.
TEST(quote_literal, backslashes_make_another_kind_of_literal) {
    EXPECT_EQ(quoted("\\"), " E'\\\\'");
    EXPECT_EQ(quoted("\\'; drop table x; --"), " E'\\\\''; drop table x; --'");
    EXPECT_EQ(quoted("a\\nb"), " E'a\\\\nb'");
}

TEST(quote_literal, appends) {
    std::string out = "select ";
    pgmodel::quote_literal("a", out);
    EXPECT_EQ(out, "select 'a'");
}

// A backslash hides a quote in E'' constants only; a name may hold the other quote.
TEST(quote_literal, ends_at_its_quote) {
    using pgmodel::detail::closing_quote;
    EXPECT_EQ(closing_quote("a 'b' c", 2), 4u);
    EXPECT_EQ(closing_quote("'it''s'", 0), 3u);
    EXPECT_EQ(closing_quote(R"(E'\'' x')", 1), 4u);
    EXPECT_EQ(closing_quote(R"(e'\\' x')", 1), 4u);
    EXPECT_EQ(closing_quote(R"('\' x')", 0), 2u);
    EXPECT_EQ(closing_quote(R"("it's" x)", 0), 5u);
    EXPECT_EQ(closing_quote("'open", 0), 5u);
    EXPECT_EQ(closing_quote("e'open\\", 1), 7u);
}

}  // namespace
