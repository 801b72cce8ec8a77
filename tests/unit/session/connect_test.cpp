// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session/connect.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace pgmodel::detail;

TEST(connect, reasons_are_cut_down_to_what_is_harmless) {
    EXPECT_EQ(harmless_reason("connection to server at \"h\", port 1 failed: Connection refused", ""),
              "Connection refused");
    EXPECT_EQ(harmless_reason("could not translate host name \"p@ss@h\" to address: unknown", ""),
              "could not translate host name \"...\" to address: unknown");
    EXPECT_EQ(harmless_reason("it says \"open", ""), "it says \"...\"");
    EXPECT_EQ(harmless_reason("the word is secret", "secret"), "");
    EXPECT_EQ(harmless_reason("d\xc3\xa9j\xc3\xa0 \xc2\xab secret \xc2\xbb", ""), "")
        << "quotes of other languages are not known";
    EXPECT_EQ(harmless_reason(std::string(500, 'x'), ""), "");
}

TEST(connect, strangers_are_not_quoted) {
    EXPECT_TRUE(is_words_of_libpq("Connection refused"));
    EXPECT_TRUE(is_words_of_libpq("fe_sendauth: no password supplied"));
    EXPECT_FALSE(is_words_of_libpq("click here"));
    EXPECT_FALSE(is_words_of_libpq(""));
}

TEST(connect, refusals_name_role_and_database) {
    const auto reason = [](const char* state) { return connect_reason(pgmodel::sqlstate{state}, "role \"r\"", "database \"d\""); };
    EXPECT_EQ(reason("28P01"), "password authentication failed for role \"r\"");
    EXPECT_EQ(reason("3D000"), "database \"d\" does not exist");
    EXPECT_TRUE(reason("08P01").starts_with("a pooler refused role \"r\", its password, database \"d\", one more"));
    EXPECT_EQ(reason("42501"), "role \"r\" may not connect to database \"d\"");
    EXPECT_EQ(shown_name("plain name"), "plain name");
    EXPECT_EQ(shown_name("ord@host"), "...") << "a piece of a password that had an unescaped '/'";
}

TEST(connect, numbers_are_read_as_libpq_reads_them) {
    EXPECT_TRUE(is_integer("5432", 1, 65'535));
    EXPECT_TRUE(is_integer(" 1 ", 1, 65'535));
    for (const char* text : {"", " ", "abc", "5432x", "0", "65536", "99999999999999999999"})
        EXPECT_FALSE(is_integer(text, 1, 65'535)) << text;
}

TEST(connect, strings_are_read_as_libpq_reads_them) {
    const parsed_dsn url("postgresql://me@host:5433/db?application_name=it%20is");
    EXPECT_EQ(url.value("user"), "me");
    EXPECT_EQ(url.value("port"), "5433");
    EXPECT_EQ(url.value("application_name"), "it is");
    EXPECT_EQ(url.value("password"), "");
    const parsed_dsn keywords("host='a b' dbname=x");
    EXPECT_EQ(keywords.value("host"), "a b");
    EXPECT_NO_THROW(parsed_dsn(""));
    EXPECT_THROW(parsed_dsn("no such thing"), pgmodel::usage_error);
}

TEST(connect, the_timeout_of_the_string_wins) {
    const pgmodel::options wanted{.connect_timeout = std::chrono::milliseconds(77)};
    EXPECT_EQ(connect_timeout_in_ms(parsed_dsn(""), wanted), 77);
    EXPECT_EQ(connect_timeout_in_ms(parsed_dsn("connect_timeout=3"), wanted), 3000);
    EXPECT_EQ(connect_timeout_in_ms(parsed_dsn("connect_timeout=0"), wanted), 0);
    EXPECT_EQ(connect_timeout_in_ms(parsed_dsn("connect_timeout=-1"), wanted), 0);
    EXPECT_THROW(connect_timeout_in_ms(parsed_dsn("connect_timeout=1s"), wanted), pgmodel::usage_error);
}

}  // namespace
