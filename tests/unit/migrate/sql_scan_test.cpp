// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/migrate/sql_scan.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace {

using namespace pgmodel::migrate::detail;

/// The tokens with a letter for their kinds.
std::string tokens(std::string_view sql) {
    std::string made;
    sql_scanner scan(sql);
    for (auto t = scan.next(); t.kind != sql_token_kind::end; t = scan.next()) {
        made += made.empty() ? "" : " ";
        made += "ewntsc?"[static_cast<std::size_t>(t.kind)];
        made += '[' + std::string(t.text) + ']';
    }
    return made;
}
/// Where statements end.
std::vector<std::string> statements(std::string_view sql) {
    std::vector<std::string> made(1);
    sql_scanner scan(sql);
    statement_ends ends;
    for (auto t = scan.next(); t.kind != sql_token_kind::end; t = scan.next())
        if (ends.ended_by(t)) made.emplace_back();
        else (made.back() += made.back().empty() ? "" : " ") += t.text;
    return made;
}

TEST(sql_scan, tokens) {
    EXPECT_EQ(tokens(""), "");
    EXPECT_EQ(tokens(" \t\r\n"), "");
    EXPECT_EQ(tokens("Select a.b_1,$1"), "w[Select] w[a] s[.] w[b_1] s[,] s[$] s[1]");
    EXPECT_EQ(tokens("a$b$c"), "w[a$b$c]") << "no quote begins within a name";
    EXPECT_EQ(tokens("1.5e3::numeric"), "s[1.5e3] s[:] s[:] w[numeric]");
    EXPECT_EQ(tokens("\xc3\xa4\xc3\xb6 x"), "w[\xc3\xa4\xc3\xb6] w[x]");
}
TEST(sql_scan, quotes) {
    EXPECT_EQ(tokens("'it''s; --'x"), "t['it''s; --'] w[x]");
    EXPECT_EQ(tokens("'a\\'b"), "t['a\\'] w[b]") << "a backslash is one of E'' only";
    EXPECT_EQ(tokens("E'a\\'b''c\\'' e'\\\\'"), "t[E'a\\'b''c\\''] t[e'\\\\']");
    EXPECT_EQ(tokens("E'a' -- b\n 'c\\'d' 'e\\'"), "t[E'a' -- b\n 'c\\'d'] t['e\\']") << "goes on behind a line's end";
    EXPECT_EQ(tokens("E'a'\n-b 'c\\'\n"), "t[E'a'] s[-] w[b] t['c\\']");
    EXPECT_EQ(tokens("E'a'\n'b\\'"), "?[E'a'\n'b\\']");
    EXPECT_EQ(tokens("date'a\\'b"), "w[date] t['a\\'] w[b]");
    EXPECT_EQ(tokens("B'01' x'f' U&'d\\0061'"), "t[B'01'] t[x'f'] w[U] s[&] t['d\\0061']");
    EXPECT_EQ(tokens("\"a\"\";\"\"b\";"), "n[\"a\"\";\"\"b\"] s[;]");
    EXPECT_EQ(tokens("$$a;'$$ $x$ $$ $y$ $x$"), "t[$$a;'$$] t[$x$ $$ $y$ $x$]");
    EXPECT_EQ(tokens("$1$ $a1_\xc3\xa4$;$a1_\xc3\xa4$"), "s[$] s[1] s[$] t[$a1_\xc3\xa4$;$a1_\xc3\xa4$]");
    EXPECT_EQ(tokens("$"), "s[$]");
    for (const char* open : {"'a", "'a''", "E'a\\'", "\"a", "$$a$", "$a$ $b$", "/* /* */", "/*/", "'"})
        EXPECT_EQ(tokens(open), "?[" + std::string(open) + "]");
}
TEST(sql_scan, comments) {
    EXPECT_EQ(tokens("a--b'\n-c"), "w[a] c[--b'] s[-] w[c]");
    EXPECT_EQ(tokens("/*a /* ' */ ; */b/**/"), "c[/*a /* ' */ ; */] w[b] c[/**/]");
    EXPECT_EQ(tokens("--"), "c[--]");
    EXPECT_EQ(tokens("--a\rb"), "c[--a] w[b]") << "a line's end for the server";
    EXPECT_EQ(tokens("\\restrict x'y\nb\n\\unrestrict x'y"), "c[\\restrict x'y] w[b] c[\\unrestrict x'y]");
    EXPECT_EQ(tokens("a \\restrict b"), "w[a] s[\\] w[restrict] w[b]");
}
TEST(sql_scan, statements) {
    using list = std::vector<std::string>;
    EXPECT_EQ(statements("a; b ';' ;c"), (list{"a", "b ';'", "c"}));
    EXPECT_EQ(statements("create rule r as on insert to t do (a; b); c"),
              (list{"create rule r as on insert to t do ( a ; b )", "c"}));
    EXPECT_EQ(statements("create or replace function f(x int) returns int begin atomic select case when (x; ) then 1 end; "
                         "select 2; end; c"),
              (list{"create or replace function f ( x int ) returns int begin atomic select case when ( x ; ) then 1 end ; "
                    "select 2 ; end",
                    "c"}));
    EXPECT_EQ(statements("CREATE PROCEDURE p() BEGIN ATOMIC a; END; c").size(), 2U);
    EXPECT_EQ(statements("create function f() language sql as $$ begin atomic; $$; c").size(), 2U);
    EXPECT_EQ(statements("select begin atomic; c").size(), 2U) << "no function is created";
    EXPECT_EQ(statements(");)a; b").size(), 3U) << "wrong, and no reason to run on";
}
TEST(sql_scan, words) {
    const auto found = tokens_of("Create /* unique */ INDEX concurrently \"index\"");
    EXPECT_EQ(found.size(), 4U);
    EXPECT_TRUE(has_words_at(found, 0, "create", "index"));
    EXPECT_FALSE(has_words_at(found, 1, "create"));
    EXPECT_TRUE(has_words(found, "index", "concurrently"));
    EXPECT_FALSE(has_words(found, "concurrently", "index")) << "that one is a name";
    EXPECT_FALSE(has_words(found, "create", "concurrently"));
    EXPECT_FALSE(has_words_at(found, 3, "index", "x"));
}

}  // namespace
