// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session/server_failure.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace pgmodel::detail;
using pgmodel::error_info;
using pgmodel::sqlstate;

error_info info(const char* state) {
    return {.state = sqlstate{state},
            .table = "t",
            .column = "c",
            .constraint = "k",
            .server_message = "the server's words"};
}

TEST(server_failure, violations_name_what_is_violated) {
    EXPECT_EQ(violation_sentence(info("23505")), "pgmodel: unique constraint \"k\" of table \"t\" is violated [23505]");
    EXPECT_EQ(violation_sentence(info("23503")),
              "pgmodel: foreign key constraint \"k\" of table \"t\" is violated [23503]");
    EXPECT_EQ(violation_sentence(info("23514")), "pgmodel: check constraint \"k\" of table \"t\" is violated [23514]");
    EXPECT_EQ(violation_sentence(info("23P01")),
              "pgmodel: exclusion constraint \"k\" of table \"t\" is violated [23P01]");
    EXPECT_EQ(violation_sentence(info("23502")), "pgmodel: column \"c\" of table \"t\" must not be NULL [23502]");
    EXPECT_EQ(violation_sentence(info("23001")),
              "pgmodel: foreign key constraint \"k\" of table \"t\" is violated [23001]");
    EXPECT_EQ(violation_sentence({.state = sqlstate{"23000"}}), "pgmodel: a constraint is violated [23000]");
    auto with_field = info("23505");
    with_field.field = "name";
    EXPECT_EQ(violation_sentence(with_field),
              "pgmodel: unique constraint \"k\" of table \"t\" is violated (field name) [23505]");
}

TEST(server_failure, only_sentences_without_values_are_shown) {
    const auto shown = [](const char* state, bool top_level = true, bool about_text = true, const char* sql = "select f($1)") {
        auto what = info(state);
        what.statement = sql;
        return pgmodel::detail::sentence_may_be_shown(what, top_level, about_text);
    };
    for (const char* state : {"42601", "42P01", "57014", "40001", "53300", "25P02", "0A000", "55P03"})
        EXPECT_TRUE(shown(state)) << state;
    for (const char* state : {"42601", "42P01", "53300", "0A000"}) EXPECT_FALSE(shown(state, false)) << "in a function: " << state;
    for (const char* state : {"22P02", "22001", "P0001", "XX000", "23505", "38000", "F0000", "21000"})
        EXPECT_FALSE(shown(state)) << state;
    // Names and languages that functions read while a query runs; other statements have no values.
    for (const char* state : {"42601", "42602", "42703", "42704", "42883", "42P01", "3D000", "3F000", "58P01"}) {
        for (const char* sql : {"select f($1)", "\n WITH x as (select 1) select 1", "(insert into t values ($1))", "Merge into t",
                                "explain (analyze) select 1", "copy (select 1) to stdout", "-- why\nupdate t", ""})
            EXPECT_FALSE(shown(state, true, false, sql)) << state << ' ' << sql;
        EXPECT_TRUE(shown(state, true, false, "\n Create table t ()")) << state;
        EXPECT_TRUE(shown(state, true, false, "drop table t")) << state;
    }
    EXPECT_TRUE(shown("42501", true, false)) << "a right that the role has not";
    EXPECT_TRUE(shown("42P10", true, false)) << "no such key for ON CONFLICT";
    // A sequence whose name is a value, and not one of the text or of a default.
    for (const char* state : {"42501", "42809", "55000"}) {
        for (const char* sql : {"select currval($1)", "SELECT CURRVAL($1)", "select pg_catalog.nextval(t.name) from t", "select setval('a_' || $1, 2)", "select NextVal($1::text)",
                                "select nextval ($1::text)", "select \"nextval\"($1::text)", "select nextval('secret_'::text || $1)",
                                "select pg_sequence_last_value($1::text::regclass)"})
            EXPECT_FALSE(shown(state, true, false, sql)) << state << ' ' << sql;
        for (const char* sql : {"insert into t default values", "select nextval('s'), $1", "select setval('s', $1), nextval('s'::regclass)"})
            EXPECT_TRUE(shown(state, true, false, sql)) << state << ' ' << sql;
        EXPECT_TRUE(shown(state, true, true, "select currval($1)")) << state;
    }
    // Who waits for a row is told so by a context.
    for (const char* state : {"40001", "40P01", "55P03", "57014"}) {
        EXPECT_TRUE(shown(state, false, false)) << state;
        auto raised = info(state);
        raised.routine = "exec_stmt_raise";
        EXPECT_FALSE(pgmodel::detail::sentence_may_be_shown(raised, false, false)) << state;
    }

    EXPECT_EQ(failure_sentence(info("42601"), true), "pgmodel: the server's words [42601]");
    EXPECT_EQ(failure_sentence(info("42601")), "pgmodel: the server refused the statement [42601]");
    EXPECT_EQ(failure_sentence(info("22003")), "pgmodel: a number is out of range for its type (column \"c\") [22003]");
    EXPECT_EQ(failure_sentence({.state = sqlstate{"22P02"}, .parameter = 3}),
              "pgmodel: a text is not valid for its type (parameter $3) [22P02]");
    EXPECT_EQ(failure_sentence({.state = sqlstate{"22P02"}, .field = "body", .parameter = 3}),
              "pgmodel: a text is not valid for its type (field body) [22P02]");
    EXPECT_EQ(failure_sentence({.state = sqlstate{"22999"}}), "pgmodel: a value was refused [22999]");
}

// What libpq itself makes of a lost connection has no fields at all.
TEST(server_failure, a_result_without_a_code_is_a_lost_connection) {
    PGresult* raw = PQmakeEmptyPGresult(nullptr, PGRES_FATAL_ERROR);
    EXPECT_TRUE(state_of(raw).empty());
    EXPECT_FALSE(is_fatal(raw));
    EXPECT_THROW(throw_server_failure(raw, "select 1", true), pgmodel::connection_error);
    EXPECT_THROW(throw_server_failure(nullptr, "select 1", true), pgmodel::connection_error);
    PQclear(raw);
}

}  // namespace
