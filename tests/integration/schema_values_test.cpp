// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the DDL of schema values makes on a server, by the catalog: every property that the values have.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"

namespace {

namespace pg = pgmodel;
namespace schema = pgmodel::schema;

class schema_values : public ::testing::Test {
protected:
    void run(const std::vector<std::string>& statements) {
        for (const auto& statement : statements)
            db.execute_script(statement);
    }
    /// A table alone.
    void make(const schema::table& t) {
        schema::database all;
        all.tables.push_back(t);
        run(schema::create_statements(all));
    }
    std::string is(const std::string& what) {
        for (const auto& f : pgmodel_test::catalog_of(db))
            if (f.what == what)
                return f.is;
        return "nothing";
    }
    /// Makes a tablespace within the server's own folder; another server than the private one may be used more than
    /// once.
    void make_tablespace(const std::string& name) {
        if (db.scalar<bool>("select exists (select from pg_tablespace where spcname = $1)", name))
            return;
        db.execute_script("set allow_in_place_tablespaces = on");
        db.execute_script("create tablespace " + name + " location ''");
    }

    pg::session db{pgmodel_test::create_database(
        "schema_values_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()).substr(0, 30))};
};

TEST_F(schema_values, columns) {
    const std::string smallest = std::to_string(std::numeric_limits<std::int64_t>::min());
    schema::table t{.name = "t"};
    t.columns = {
        {.name = "i2",
         .type = "smallint",
         .not_null = true,
         .identity = pg::identity_kind::always,
         .sequence = {.start = 100, .increment = 5, .minimum = 10, .maximum = 1000, .cache = 20, .cycle = true}},
        {.name = "down",
         .type = "bigint",
         .not_null = true,
         .identity = pg::identity_kind::by_default,
         .sequence = schema::default_sequence("bigint", -1)},
        {.name = "n", .type = "integer", .not_null = true, .serial = true},
        {.name = "twice", .type = "integer", .generated = "n * 2"},
        {.name = "c", .type = "text", .not_null = true, .collation = {"pg_catalog", "C"}, .storage = "external"},
        {.name = "p",
         .type = "text",
         .default_value = "'it''s'",
         .compression = "pglz",
         .statistics = 500,
         .parameters = {{"n_distinct", "-0.5"}, {"n_distinct_inherited", "7"}}},
        {.name = "grid", .type = "integer[]"}};
    make(t);
    EXPECT_EQ(is("column t.i2"), "1 smallint not null always identity");
    EXPECT_EQ(is("sequence t_i2_seq"), "smallint 100 5 10 1000 20 cycle of t.i2");
    EXPECT_EQ(is("column t.down"), "2 bigint not null identity");
    EXPECT_EQ(is("sequence t_down_seq"), "bigint -1 -1 " + smallest + " -1 1 of t.down");
    EXPECT_EQ(is("column t.n"), "3 integer not null default nextval('t_n_seq'::regclass)");
    EXPECT_EQ(is("sequence t_n_seq"), "integer 1 1 1 2147483647 1 of t.n");
    EXPECT_EQ(is("column t.twice"), "4 integer default (n * 2) stored");
    EXPECT_EQ(is("column t.c"), "5 text not null collation \"C\" storage e");
    EXPECT_EQ(is("column t.p"),
              "6 text default 'it''s'::text compression p statistics 500 {n_distinct=-0.5,n_distinct_inherited=7}");
    EXPECT_EQ(is("column t.grid"), "7 integer[]");
}

TEST_F(schema_values, sequences_alone) {
    schema::database all;
    all.sequences = {{.name = "plain"},
                     {.schema = "public",
                      .name = "it's \"one\"",
                      .type = "integer",
                      .options = {.start = 7, .increment = -2, .minimum = -9, .maximum = 9, .cache = 3, .cycle = true},
                      .comment = "counts down"}};
    all.tables.push_back({.name = "t"});
    all.tables[0].columns = {{.name = "n", .type = "bigint", .default_value = "nextval('plain'::regclass)"}};
    run(schema::create_statements(all));
    EXPECT_EQ(is("sequence plain"), "bigint 1 1 1 9223372036854775807 1");
    EXPECT_EQ(is("sequence \"it's \"\"one\"\"\""), "integer 7 -2 -9 9 3 cycle");
    EXPECT_EQ(is("comment on sequence public.\"it's \"\"one\"\"\""), "counts down");
    EXPECT_EQ(is("column t.n"), "1 bigint default nextval('plain'::regclass)");
    run(schema::drop_statements(all));
    EXPECT_EQ(is("sequence plain"), "nothing");
}

TEST_F(schema_values, constraints) {
    make_tablespace("pgmodel_test_fast");
    db.execute_script("create extension btree_gist");
    schema::table other{.name = "other"};
    other.columns = {{.name = "x", .type = "integer", .not_null = true},
                     {.name = "y", .type = "integer", .not_null = true}};
    other.primary_key = {.name = "other_pk", .columns = {"x", "y"}};
    schema::table t{.name = "t"};
    for (const char* name : {"a", "b", "c", "d"})
        t.columns.push_back({.name = name, .type = "integer", .not_null = *name == 'a'});
    t.columns.push_back({.name = "during", .type = "tsrange"});
    t.primary_key = {.name = "pk",
                     .columns = {"a"},
                     .include = {"d"},
                     .deferred = pg::deferral::initially_deferred,
                     .parameters = {{"fillfactor", "70"}},
                     .tablespace = "pgmodel_test_fast"};
    t.unique_keys = {{.name = "uq", .columns = {"b", "c"}, .include = {"d"}, .nulls_not_distinct = true},
                     {.name = "uq2", .columns = {"c"}, .deferred = pg::deferral::deferrable}};
    t.checks = {{.name = "ck", .condition = "a > 0", .no_inherit = true},
                {.name = "later", .condition = "a < 9", .not_valid = true, .comment = "for new rows"}};
    t.foreign_keys = {{.name = "fk",
                       .columns = {"b", "c"},
                       .referred_table = "other",
                       .referred_columns = {"x", "y"},
                       .on_delete = pg::referential_action::set_null,
                       .on_update = pg::referential_action::cascade,
                       .on_delete_columns = {"c"},
                       .deferred = pg::deferral::initially_deferred},
                      {.name = "full",
                       .columns = {"b", "c"},
                       .referred_table = "other",
                       .referred_columns = {"x", "y"},
                       .on_delete = pg::referential_action::set_default,
                       .match_full = true,
                       .not_valid = true}};
    t.exclusions = {{.name = "no_overlap",
                     .method = "gist",
                     .elements = {{{.column = "a", .operator_class = {{}, "gist_int4_ops"}}, "="},
                                  {{.expression = "int4range(b, c)"}, "&&"},
                                  {{.column = "during"}, "operator(pg_catalog.&&)"}},
                     .include = {"d"},
                     .condition = "a > 100",
                     .deferred = pg::deferral::deferrable,
                     .parameters = {{"fillfactor", "90"}},
                     .tablespace = "pgmodel_test_fast"}};
    make(other);
    make(t);
    EXPECT_EQ(is("constraint t.pk"), "PRIMARY KEY (a) INCLUDE (d) DEFERRABLE INITIALLY DEFERRED");
    EXPECT_EQ(is("index pk"), "CREATE UNIQUE INDEX pk ON public.t USING btree (a) INCLUDE (d) WITH (fillfactor='70') "
                              "tablespace pgmodel_test_fast");
    EXPECT_EQ(is("constraint t.uq"), "UNIQUE NULLS NOT DISTINCT (b, c) INCLUDE (d)");
    EXPECT_EQ(is("constraint t.uq2"), "UNIQUE (c) DEFERRABLE");
    EXPECT_EQ(is("constraint t.ck"), "CHECK ((a > 0)) NO INHERIT");
    EXPECT_EQ(is("constraint t.later"), "CHECK ((a < 9)) NOT VALID not valid");
    EXPECT_EQ(is("comment on table constraint later on public.t"), "for new rows");
    EXPECT_EQ(is("constraint t.fk"),
              "FOREIGN KEY (b, c) REFERENCES other(x, y) ON UPDATE CASCADE ON DELETE SET NULL (c) "
              "DEFERRABLE INITIALLY DEFERRED");
    EXPECT_EQ(is("constraint t.full"),
              "FOREIGN KEY (b, c) REFERENCES other(x, y) MATCH FULL ON DELETE SET DEFAULT NOT VALID not valid");
    EXPECT_EQ(
        is("constraint t.no_overlap"),
        "EXCLUDE USING gist (a WITH =, int4range(b, c) WITH &&, during WITH &&) INCLUDE (d) WITH (fillfactor='90') "
        "WHERE ((a > 100)) DEFERRABLE");
    EXPECT_NE(is("index no_overlap").find("tablespace pgmodel_test_fast"), std::string::npos);
    run({schema::validate_constraint(t, "later"), schema::drop_constraint(t, "no_overlap"),
         schema::drop_constraint(t, "pk"), schema::add_primary_key(t, {.name = "again", .columns = {"a"}})});
    EXPECT_EQ(is("constraint t.later"), "CHECK ((a < 9))");
    EXPECT_EQ(is("constraint t.no_overlap"), "nothing");
    EXPECT_EQ(is("constraint t.again"), "PRIMARY KEY (a)");
}

TEST_F(schema_values, indexes_of_every_method) {
    make_tablespace("pgmodel_test_fast");
    db.execute_script("create extension pg_trgm; create schema ext; create extension bloom schema ext");
    schema::table t{.name = "t"};
    t.columns = {{.name = "a", .type = "text"},         {.name = "n", .type = "integer"},
                 {.name = "m", .type = "integer"},      {.name = "p", .type = "point"},
                 {.name = "tags", .type = "integer[]"}, {.name = "d", .type = "date"}};
    t.indexes = {
        {.name = "plain", .keys = {{.column = "n"}}},
        {.name = "everything",
         .method = "btree",
         .unique = true,
         .keys = {{.column = "a", .collation = {{}, "C"}, .operator_class = {"pg_catalog", "text_pattern_ops"}},
                  {.expression = "(n + m)", .descending = true, .nulls_first = true},
                  {.column = "n", .descending = true},
                  {.column = "m", .nulls_first = true}},
         .condition = "a is not null",
         .include = {"d"},
         .nulls_not_distinct = true,
         .parameters = {{"fillfactor", "70"}, {"deduplicate_items", "off"}},
         .tablespace = "pgmodel_test_fast",
         .comment = "it's the index"},
        {.name = "hashed", .method = "hash", .keys = {{.column = "a"}}},
        {.name = "elements",
         .method = "gin",
         .keys = {{.column = "tags"}},
         .parameters = {{"fastupdate", "false"}, {"gin_pending_list_limit", "4096"}}},
        {.name = "trigrams",
         .method = "gist",
         .keys = {{.column = "a",
                   .operator_class = {{}, "gist_trgm_ops"},
                   .operator_class_parameters = {{"siglen", "32"}}}}},
        {.name = "quads", .method = "spgist", .keys = {{.column = "p", .operator_class = {{}, "kd_point_ops"}}}},
        {.name = "ranges",
         .method = "brin",
         .keys = {{.column = "d",
                   .operator_class = {{}, "date_minmax_multi_ops"},
                   .operator_class_parameters = {{"values_per_range", "16"}}}},
         .parameters = {{"pages_per_range", "1"}, {"autosummarize", ""}}},
        {.name = "filter",
         .method = "bloom",
         .keys = {{.column = "n"}, {.column = "m"}},
         .parameters = {{"length", "80"}}}};
    make(t);
    const auto index = [this](const std::string& name) {
        std::string found = is("index " + name);
        if (const auto at = found.find(" USING "); at != found.npos)
            found = found.substr(at + 7);
        return found;
    };
    EXPECT_EQ(index("plain"), "btree (n)");
    EXPECT_EQ(
        index("everything"),
        "btree (a COLLATE \"C\" text_pattern_ops, ((n + m)) DESC, n DESC NULLS LAST, m NULLS FIRST) INCLUDE (d) NULLS "
        "NOT "
        "DISTINCT WITH (fillfactor='70', deduplicate_items=off) WHERE (a IS NOT NULL) tablespace pgmodel_test_fast");
    EXPECT_EQ(is("comment on index public.everything"), "it's the index");
    EXPECT_EQ(index("hashed"), "hash (a)");
    EXPECT_EQ(index("elements"), "gin (tags) WITH (fastupdate='false', gin_pending_list_limit='4096')");
    EXPECT_EQ(index("trigrams"), "gist (a gist_trgm_ops (siglen='32'))");
    EXPECT_EQ(index("quads"), "spgist (p kd_point_ops)");
    EXPECT_EQ(index("ranges"), "brin (d date_minmax_multi_ops (values_per_range='16')) WITH (pages_per_range='1', "
                               "autosummarize='true')");
    EXPECT_EQ(index("filter"), "bloom (n, m) WITH (length='80')");

    run({schema::drop_index(t, t.indexes[0], schema::index_build::concurrently),
         schema::create_index(t, t.indexes[0], schema::index_build::concurrently),
         schema::drop_index(t, t.indexes[2])});
    EXPECT_EQ(index("plain"), "btree (n)");
    EXPECT_EQ(index("hashed"), "nothing");
    EXPECT_THROW(db.transaction([&](pg::transaction& tx) {
        tx.execute_script(schema::drop_index(t, t.indexes[0], schema::index_build::concurrently));
    }),
                 pg::server_error);
}

TEST_F(schema_values, tables) {
    make_tablespace("pgmodel_test_fast");
    schema::table t{.schema = "My Schema", .name = "t"};
    t.columns = {{.name = "a", .type = "integer", .comment = "first"}};
    t.primary_key = {.name = "pk", .columns = {"a"}, .comment = "key"};
    t.persistence = pg::persistence::unlogged;
    t.access_method = "heap";
    t.parameters = {{"fillfactor", "70"}, {"autovacuum_enabled", "false"}};
    t.tablespace = "pgmodel_test_fast";
    t.comment = "it's \\ a table";
    make(t);
    EXPECT_EQ(is("relation \"My Schema\".t"),
              "table unlogged {fillfactor=70,autovacuum_enabled=false} tablespace pgmodel_test_fast");
    EXPECT_EQ(is("comment on table \"My Schema\".t"), "it's \\ a table");
    EXPECT_EQ(is("comment on table column \"My Schema\".t.a"), "first");
    EXPECT_EQ(is("comment on table constraint pk on \"My Schema\".t"), "key");
}

TEST_F(schema_values, temporary_tables) {
    schema::table t{.name = "t"};
    t.columns = {{.name = "a", .type = "integer"}};
    t.persistence = pg::persistence::temporary;
    t.on_commit = pg::commit_action::delete_rows;
    make(t);
    db.execute("insert into t values (1)");
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from t"), 0);
    db.execute_script("drop table t");
    t.on_commit = pg::commit_action::drop;
    db.transaction([&](pg::transaction& tx) {
        tx.execute_script(schema::create_table(t));
        EXPECT_EQ(tx.scalar<std::int64_t>("select count(*) from t"), 0);
    });
    EXPECT_TRUE(db.scalar<bool>("select to_regclass('t') is null"));
}

// Exclusion constraints and indexes that include columns, too, are named as the server itself would name them.
TEST_F(schema_values, names_are_those_that_the_server_chooses) {
    schema::table t{.name = "t"};
    t.columns = {
        {.name = "a", .type = "integer"}, {.name = "b", .type = "integer"}, {.name = "r", .type = "int4range"}};
    t.primary_key = {.columns = {"a"}, .include = {"b"}};
    t.unique_keys = {{.columns = {"b"}, .include = {"a"}}, {.columns = {"b", "a"}}};
    t.indexes = {{.keys = {{.column = "a", .label = "a"}}, .include = {"b"}}};
    t.exclusions = {{.method = "gist", .elements = {{{.column = "r", .label = "r"}, "&&"}}},
                    {.method = "gist",
                     .elements = {{{.expression = "int4range(a, b)", .label = "int4range"}, "&&"}},
                     .include = {"a"}},
                    {.method = "gist", .elements = {{{.column = "r", .label = "r"}, "&&"}}, .condition = "a > 0"}};
    schema::database unnamed;
    unnamed.tables.push_back(t);
    auto named = unnamed;
    schema::name_all(named);
    const auto names = [this] {
        return db.all<std::string>(
            "select relname || ' ' || pg_get_indexdef(indexrelid) from pg_index join pg_class on "
            "pg_class.oid = indexrelid where indrelid = 't'::regclass order by 1");
    };
    run(schema::create_statements(named));
    const auto ours = names();
    db.execute_script("drop table t");
    for (auto statement : schema::create_statements(unnamed)) {
        if (const auto at = statement.find("index \"\" on"); at != statement.npos)
            statement.replace(at, 11, "index on");
        db.execute_script(statement);
    }
    EXPECT_EQ(names(), ours);
    EXPECT_EQ(ours.size(), 7u);
}

}  // namespace
