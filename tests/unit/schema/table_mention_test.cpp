// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/schema/table_mention.hpp>

#include <gtest/gtest.h>

namespace {

using pgmodel::schema::detail::reads;

TEST(table_mention, sources_of_every_kind) {
    for (const char* sql :
         {" SELECT a\n   FROM t;", " SELECT t.a\n   FROM (t\n     JOIN u ON ((t.a = u.a)));", " SELECT 1\n   FROM u,\n    t;",
          " SELECT u.a\n   FROM ((u\n     JOIN w ON ((u.a = w.a)))\n     LEFT JOIN t ON (true));",
          " SELECT u.a\n   FROM (u\n     JOIN w ON ((u.a = w.a))),\n    t x;", "SELECT 1 FROM ONLY t", "SELECT 1 FROM s.t x",
          "SELECT (SELECT max(a) FROM t) AS m FROM u", "(a IN ( SELECT t.a\n   FROM t))", "INSERT INTO t (a) VALUES (1)",
          "UPDATE t SET a = 1", "DELETE FROM u USING t", "WITH x AS (SELECT 1 FROM t) SELECT * FROM x", "SELECT 1 FROM \"t\""})
        EXPECT_TRUE(reads(sql, {"s", "t"})) << sql;
}

TEST(table_mention, words_that_are_no_source) {
    for (const char* sql :
         {" SELECT t,\n    a\n   FROM u;", " SELECT u.t\n   FROM u\n  WHERE (t > 1);", " SELECT 'from t'::text\n   FROM u;",
          " SELECT a AS t\n   FROM u t;", " SELECT u.a\n   FROM (u\n     JOIN w ON ((u.t = w.t)));", " SELECT 1 FROM other.t",
          " SELECT a FROM u GROUP BY a, t ORDER BY a, t", "SELECT 1 FROM \"T\""})
        EXPECT_FALSE(reads(sql, {"s", "t"})) << sql;
}

TEST(table_mention, columns_of_other_names) {
    bool renames = false;
    EXPECT_TRUE(reads("SELECT x.b FROM t x WHERE (x.b > 1)", {{}, "t"}, &renames));
    EXPECT_FALSE(renames);
    EXPECT_TRUE(reads("SELECT x.b FROM t x(b, c)", {{}, "t"}, &renames));
    EXPECT_TRUE(renames);
    renames = false;
    EXPECT_TRUE(reads("SELECT x.b FROM (t\n JOIN u ON (f(1)))", {{}, "t"}, &renames));
    EXPECT_FALSE(renames);
}

}  // namespace
