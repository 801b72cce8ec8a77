// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/migrate/half_index.hpp>

#include <gtest/gtest.h>

#include <string>
#include <string_view>

namespace {

using namespace pgmodel::migrate::detail;

std::string read(std::string_view sql) {
    const auto index = concurrent_index_of(sql);
    if (!index) return "none";
    return std::string(index->drops ? "drop " : "create ") + (index->if_there ? "if " : "") + index->index + " on " +
           index->table;
}

TEST(half_index, names) {
    EXPECT_EQ(read("create index concurrently i on t (a)"), "create i on t");
    EXPECT_EQ(read("CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS \"I.1\" ON ONLY s.\"T\" USING gin (a)"),
              "create if \"I.1\" on s.\"T\"");
    EXPECT_EQ(read("create /* */ index -- x\nconcurrently i on a . b(c)"), "create i on a.b");
    EXPECT_EQ(read("drop index concurrently s.i"), "drop s.i on ");
    EXPECT_EQ(read("drop index concurrently if exists i cascade"), "drop if i on ");
    EXPECT_EQ(read("create index i on t (a)"), "none");
    EXPECT_EQ(read("reindex index concurrently i"), "none");
    EXPECT_EQ(read("drop index i"), "none");
}
TEST(half_index, what_may_run_again) {
    for (const char* yes : {"vacuum t", "REINDEX INDEX CONCURRENTLY i", "alter type e add value if not exists 'x'",
                            "alter table t validate constraint c", "alter system set x = 1", "drop database if exists d",
                            "refresh materialized view concurrently v"})
        EXPECT_TRUE(may_run_again(yes)) << yes;
    for (const char* no : {"alter type e add value 'if not exists'", "call work()", "create database d",
                           "alter table t detach partition p concurrently", "select 'vacuum'"})
        EXPECT_FALSE(may_run_again(no)) << no;
}

}  // namespace
