// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "database.hpp"
#include "session_helpers.hpp"

namespace {

/// So many bytes, of which none is written: the memory is never touched.
struct much {
    std::size_t bytes;
};

/// The same as bytes that are there, of which only the first ones are.
struct much_to_see {
    std::size_t bytes;
};

}  // namespace

template <>
struct pgmodel::codec<much_to_see> {
    static constexpr type_ref type{17, "bytea"};
    static std::string_view view(const much_to_see& value) { return {"seen", value.bytes}; }
    static std::string text(const much_to_see&) { return {}; }
};
template <>
struct pgmodel::codec<much> {
    static constexpr type_ref type{17, "bytea"};
    static std::size_t size(const much& value) { return value.bytes; }
    static void encode(const much& value, writer& out) { out.reserve(value.bytes); }
    static much decode(reader) { return {}; }
    static std::string text(const much&) { return {}; }
};

namespace {

using namespace pgmodel_test;
using pgmodel::detail::match_columns;
using std::chrono_literals::operator""ms;

class session_statements : public ::testing::Test {
protected:
    static void SetUpTestSuite() { dsn = create_database("session_statements"); }
    static inline std::string dsn;
    open_session db{dsn};
};

TEST_F(session_statements, parameters_go_and_rows_come_back_in_binary) {
    const query q{"select $1::integer + 1, $2::text, null::text", {integer_type, text_type}};
    const auto r = run(db, q, {"41", "ä \" '"});
    ASSERT_EQ(r.rows(), 1U);
    ASSERT_EQ(r.columns(), 3U);
    EXPECT_EQ(r.value(0, 0).read<std::int32_t>(), 42);
    EXPECT_EQ(r.value(0, 1).rest(), "ä \" '");
    EXPECT_TRUE(r.is_null(0, 2));
    EXPECT_FALSE(r.is_null(0, 1));
    EXPECT_EQ(run(db, {"select $1::text", {text_type}}, {std::nullopt}).is_null(0, 0), true);
}

TEST_F(session_statements, affected_counts_rows_of_the_command) {
    db.execute_script("create temp table t(i integer)");
    EXPECT_EQ(run(db, {"insert into t select generate_series(1, 1234)"}).affected(), 1234U);
    EXPECT_EQ(run(db, {"update t set i = i where i > 1000"}).affected(), 234U);
    EXPECT_EQ(run(db, {"create temp table u()"}).affected(), 0U);
    EXPECT_EQ(run(db, {"merge into t using (values (1001), (1234)) as v (n) on i = n when matched then delete"}).affected(), 2U);
    EXPECT_EQ(run(db, {"create table t9 as select generate_series(1, 12) as n"}).affected(), 12U);
    EXPECT_EQ(run(db, {"drop table t9"}).affected(), 0U);
}

TEST_F(session_statements, are_prepared_once) {
    const query q{"select $1::integer", {integer_type}};
    for (int i = 0; i < 3; ++i) EXPECT_EQ(run(db, q, {std::to_string(i)}).value(0, 0).read<std::int32_t>(), i);
    EXPECT_EQ(ask(db, "select count(*)::text from pg_prepared_statements where statement = 'select $1::integer'"), "1");
    EXPECT_EQ(ask(db, "select (generic_plans + custom_plans)::text from pg_prepared_statements where statement = "
                      "'select $1::integer'"),
              "3");
}

// The same text with another parameter type is another statement.
TEST_F(session_statements, are_told_apart_by_types) {
    const query small{"select pg_typeof($1)::text", {integer_type}}, big{"select pg_typeof($1)::text", {bigint_type}};
    EXPECT_EQ(run(db, small, {"1"}).value(0, 0).rest(), "integer");
    EXPECT_EQ(run(db, big, {"1"}).value(0, 0).rest(), "bigint");
    EXPECT_EQ(run(db, small, {"1"}).value(0, 0).rest(), "integer");
}

// Stacks use their addresses again: a shape at the same place must not be taken for the one that was there.
TEST_F(session_statements, are_told_apart_at_the_same_address) {
    pgmodel::detail::statement_shape shape;
    for (const std::string sql : {"select 'one'::text", "select 'two'::text", "select 'one'::text"}) {
        shape = {.sql = sql};
        shape.set_hash();
        EXPECT_EQ("select '" + std::string(db.use().run(shape, {}).value(0, 0).rest()) + "'::text", sql);
    }
}

TEST_F(session_statements, make_room_in_the_cache_and_on_the_server) {
    open_session small{pgmodel::options{.dsn = dsn, .statement_cache = 8}};
    for (int round = 0; round < 2; ++round)
        for (int i = 0; i < 50; ++i) {
            const auto number = std::to_string(i);
            EXPECT_EQ(ask(small, "select '" + number + "'::text"), number);
        }
    EXPECT_LE(std::stoi(ask(small, "select count(*)::text from pg_prepared_statements")), 9);
    EXPECT_EQ(small.use().prepared_statements(), 8U);
}

TEST_F(session_statements, of_who_works_in_transactions_only_are_not_kept_for_ever) {
    open_session small{pgmodel::options{.dsn = dsn, .statement_cache = 2}};
    for (int i = 0; i < 300; ++i)
        small.transaction([&](pgmodel::transaction& tx) {
            EXPECT_EQ(tx.scalar<std::int32_t>(pgmodel::raw_sql("select " + std::to_string(i))), i);
        });
    EXPECT_LE(std::stoi(ask(small, "select count(*)::text from pg_prepared_statements")), 70);
    // One that is not there any more spoils nothing.
    small.execute_script("do $$ begin execute 'deallocate all'; end $$");
    for (int i = 0; i < 300; ++i)
        small.transaction([&](pgmodel::transaction& tx) { tx.scalar<std::int32_t>(pgmodel::raw_sql("select " + std::to_string(i))); });
    EXPECT_TRUE(small.is_open());
}

TEST_F(session_statements, dropped_inside_a_transaction_are_deallocated_after_it) {
    open_session small{pgmodel::options{.dsn = dsn, .statement_cache = 2}};
    small.transaction([](pgmodel::connection& tx) {
        for (int i = 0; i < 20; ++i) ask(tx, "select '" + std::to_string(i) + "'::text");
    });
    ask(small, "select 'after'::text");
    EXPECT_LE(std::stoi(ask(small, "select count(*)::text from pg_prepared_statements")), 3);
}

TEST_F(session_statements, columns_are_checked_by_position) {
    const auto checked = [&](std::vector<pgmodel::detail::expected_column> columns, const char* sql) {
        return run(db, {sql, {}, std::move(columns), match_columns::by_position});
    };
    EXPECT_EQ(checked({{"", integer_type}, {"", text_type}}, "select 1 as a, 'x'::text as b").order(), nullptr);
    PGMODEL_EXPECT_THROW(
        checked({{"", integer_type, nullptr, "int"}, {"", bigint_type, nullptr, "std::int64_t"}},
                "select 1, 2.5::numeric(10,2) as price"),
        pgmodel::schema_mismatch,
        "pgmodel: column \"price\" is numeric(10,2) in the database, but bigint is expected (std::int64_t)");
    PGMODEL_EXPECT_THROW(checked({{"", integer_type}}, "select 1, 2"), pgmodel::schema_mismatch,
                         "returns 2 columns, but 1 are expected");
    constexpr auto narrower = [](pgmodel::oid id) { return id == 21; };
    EXPECT_EQ(checked({{"", integer_type, narrower}}, "select 1::smallint").rows(), 1U);
    const auto mismatch = caught<pgmodel::schema_mismatch>([&] { checked({{"", text_type}}, "select 7 as seven"); });
    ASSERT_TRUE(mismatch);
    EXPECT_EQ(mismatch->column(), "seven");
    EXPECT_EQ(mismatch->statement(), "select 7 as seven");
}

TEST_F(session_statements, columns_are_found_by_name) {
    const std::vector<pgmodel::detail::expected_column> columns{{"a", integer_type}, {"b", text_type}};
    const auto by_name = [&](const char* sql) { return run(db, {sql, {}, columns, match_columns::by_name}); };
    const auto r = by_name("select 'x'::text as b, 5 as a");
    ASSERT_NE(r.order(), nullptr);
    EXPECT_EQ(r.order()[0], 1);
    EXPECT_EQ(r.order()[1], 0);
    EXPECT_EQ(r.column_name(r.order()[0]), "a");
    PGMODEL_EXPECT_THROW(by_name("select 5 as a"), pgmodel::schema_mismatch,
                         "column \"b\" (text) is expected, but the statement does not return it");
    PGMODEL_EXPECT_THROW(by_name("select 5 as a, 'x'::text as b, 1 as c"), pgmodel::schema_mismatch,
                         "returns column \"c\", for which the C++ type has no field");
    PGMODEL_EXPECT_THROW(by_name("select 5 as a, 'x'::text as b, 1 as a"), pgmodel::schema_mismatch,
                         "column \"a\" is returned twice");
    PGMODEL_EXPECT_THROW(by_name("select 5 as a, 1 as b"), pgmodel::schema_mismatch,
                         "column \"b\" is integer in the database, but text is expected");
}

TEST_F(session_statements, several_in_one_text_are_told) {
    const char* const sentence = "pgmodel: this text has several statements; execute() runs one, execute_script() any number";
    PGMODEL_EXPECT_THROW(db.execute("select 1; select 2"), pgmodel::usage_error, sentence);
    PGMODEL_EXPECT_THROW(db.scalar<int>("select $1; select 2", 1), pgmodel::usage_error, sentence);
    PGMODEL_EXPECT_THROW(db.execute("selec 1; select 2"), pgmodel::server_error, "syntax error");
    db.execute("select 1;");
    db.execute_script("select 1; select 2");
}

TEST_F(session_statements, too_few_values_are_refused_before_anything_runs) {
    db.execute_script("create temp table item(id integer, n integer); insert into item values (2, 1)");
    const char* const sql = "update item set n = $1 where id = $2";
    db.transaction([&](pgmodel::transaction& tx) {
        for (int round = 0; round < 2; ++round) {
            const auto failed = caught<pgmodel::usage_error>([&] { tx.execute(sql, 5); });
            ASSERT_TRUE(failed);
            EXPECT_EQ(std::string(failed->what()), "pgmodel: this text has 2 parameters, but 1 value was given");
            EXPECT_EQ(failed->statement(), sql);
        }
        EXPECT_EQ(tx.execute(sql, 5, 2), 1U) << "the transaction has not failed";
    });
    PGMODEL_EXPECT_THROW(db.scalar<std::int32_t>("select $1::integer"), pgmodel::usage_error,
                         "pgmodel: this text has 1 parameter, but 0 values were given");
    EXPECT_EQ(db.scalar<std::int32_t>("select n from item"), 5);
}

// The server would take them, and a value would be lost.
TEST_F(session_statements, too_many_values_are_refused_before_anything_runs) {
    db.execute_script("create temp table item(id integer, n integer); insert into item values (2, 1)");
    const char* const sql = "update item set n = $1 where id = 2";
    db.transaction([&](pgmodel::transaction& tx) {
        const auto failed = caught<pgmodel::usage_error>([&] { tx.execute(sql, 5, 2); });
        ASSERT_TRUE(failed);
        EXPECT_EQ(std::string(failed->what()), "pgmodel: 2 values were given, but this text has no $2");
        EXPECT_EQ(failed->statement(), sql);
        EXPECT_EQ(tx.execute(sql, 5), 1U) << "the transaction has not failed";
    });
    PGMODEL_EXPECT_THROW(db.execute("select 1", 5), pgmodel::usage_error, "pgmodel: 1 value was given, but this text has no $1");
    EXPECT_EQ((db.scalar<std::int32_t>("select $1 + $2 + $10 + $11::integer + coalesce(nullif($3+$4+$5+$6+$7+$8+$9, $9), 0)", 1, 1, 0,
                                       0, 0, 0, 0, 0, 0, 1, 1)), 4) << "$1 is not taken for $10 and $11";
    PGMODEL_EXPECT_THROW(db.execute("select $1 where '$' <> '$20'", 1, 2), pgmodel::usage_error, "this text has no $2");
    EXPECT_EQ(db.scalar<std::int32_t>("select $01 + $02", 1, 2), 3) << "a number as the server reads it";
}

TEST_F(session_statements, too_many_values_without_names) {
    open_session plain{pgmodel::options{.dsn = dsn, .named_statements = false}};
    plain.execute_script("create temp table item(id integer, n integer); insert into item values (2, 1)");
    PGMODEL_EXPECT_THROW(plain.execute("update item set n = $1", 5, 2), pgmodel::usage_error,
                         "pgmodel: 2 values were given, but this text has no $2");
    for (const char* sql : {"update item set n = 7", "update item set n = ?"})
        PGMODEL_EXPECT_THROW(plain.execute(sql, 5), pgmodel::usage_error, "pgmodel: 1 value was given, but this text has no $1; parameters are $1, $2");
    EXPECT_EQ(plain.scalar<std::int32_t>("select n from item"), 1) << "nothing has run";
    EXPECT_EQ(plain.execute("update item set n = $1", 5), 1U);
}

// There the server says it, in the round trip of the statement.
TEST_F(session_statements, placeholders_of_other_libraries_are_told_of) {
    for (const char* sql : {"select * from pg_class where relname = ?", "select * from pg_class where relname = %s",
                            "select * from pg_class where relname = :name"}) {
        const auto failed = caught<pgmodel::usage_error>([&] { run(db, {sql, {text_type}}, {"x"}); });
        ASSERT_TRUE(failed) << sql;
        EXPECT_EQ(std::string(failed->what()),
                  "pgmodel: values were given, but this text has no $1; parameters are $1, $2 ..., not ?, %s or :name");
        EXPECT_EQ(failed->sqlstate(), "42601");
    }
    EXPECT_THROW(run(db, {"selct $1", {text_type}}, {"x"}), pgmodel::server_error);
    EXPECT_THROW(run(db, {"selct 1"}), pgmodel::server_error);
}

TEST_F(session_statements, too_few_values_without_names) {
    open_session plain{pgmodel::options{.dsn = dsn, .named_statements = false}};
    const auto failed = caught<pgmodel::usage_error>([&] { plain.scalar<std::int32_t>("select $1 + $2::integer", 5); });
    ASSERT_TRUE(failed);
    EXPECT_EQ(std::string(failed->what()), "pgmodel: this text has more parameters than values were given: 1");
    EXPECT_EQ(failed->sqlstate(), "08P01");
    EXPECT_FALSE(failed->connection_lost());
    EXPECT_EQ(plain.scalar<std::int32_t>("select $1 + $2::integer", 5, 6), 11);
}

// What the server calls a violation of the protocol may be a value's bytes.
TEST_F(session_statements, a_malformed_value_is_no_lost_connection) {
    const std::int16_t half = 0;
    const char* const values[] = {reinterpret_cast<const char*>(&half)};
    const int lengths[] = {sizeof half}, formats[] = {1};
    const query q{"select $1", {integer_type}};
    const auto failed =
        caught<pgmodel::server_error>([&] { db.use().run(q.shape(), {values, lengths, formats}); });
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->sqlstate(), "08P01");
    EXPECT_TRUE(db.is_open());
}

// The check comes before the statement runs.
TEST_F(session_statements, a_mismatch_has_changed_nothing) {
    db.execute_script("create temp table kept(i integer)");
    const query q{"insert into kept values (1) returning i", {}, {{"", text_type}}, match_columns::by_position};
    EXPECT_THROW(run(db, q), pgmodel::schema_mismatch);
    EXPECT_THROW(run(db, q), pgmodel::schema_mismatch) << "also the second time";
    EXPECT_EQ(count(db, "kept"), 0);
}

TEST_F(session_statements, named_types_are_looked_up_once) {
    db.execute_script("create type \"mood; drop\" as enum ('sad', 'ok')");
    auto& types = db.use();
    const auto id = types.resolve({0, "\"mood; drop\""});
    EXPECT_EQ(std::to_string(id), ask(db, "select '\"mood; drop\"'::regtype::oid::text"));
    EXPECT_NE(types.resolve({0, "\"mood; drop\"[]"}), id);
    EXPECT_EQ(types.resolve({0, "pg_catalog.int4"}), 23U);
    PGMODEL_EXPECT_THROW(types.resolve({0, "nowhere"}), pgmodel::schema_mismatch, "the type nowhere is not in the database");

    const query q{"select $1", {{0, "\"mood; drop\""}}, {{"", {0, "\"mood; drop\""}}}, match_columns::by_position};
    EXPECT_EQ(run(db, q, {"ok"}).value(0, 0).rest(), "ok");
    // Another type of the same name has another OID: what relies on it is prepared again.
    db.execute_script("drop type \"mood; drop\"; create type \"mood; drop\" as enum ('new')");
    EXPECT_EQ(run(db, q, {"new"}).value(0, 0).rest(), "new");
    EXPECT_NE(types.resolve({0, "\"mood; drop\""}), id);
}

TEST_F(session_statements, a_type_that_somebody_else_has_replaced_is_found_again) {
    db.execute_script("create type colour as enum ('red')");
    const query q{"select $1::text", {{0, "colour"}}};
    EXPECT_EQ(run(db, q, {"red"}).value(0, 0).rest(), "red");
    open_session other{dsn};
    other.execute_script("drop type colour; create type colour as enum ('blue')");
    EXPECT_EQ(run(db, q, {"blue"}).value(0, 0).rest(), "blue");
    // Also by a statement that is prepared only now.
    other.execute_script("drop type colour; create type colour as enum ('green'); create table tinted(c colour)");
    EXPECT_EQ(run(db, {"select $1::text || 'er'", {{0, "colour"}}}, {"green"}).value(0, 0).rest(), "greener");
    EXPECT_EQ(run(db, {"select c from tinted", {}, {{"c", {0, "colour"}}}, match_columns::by_name}).rows(), 0U);
}

TEST_F(session_statements, a_type_made_in_a_transaction_goes_with_it) {
    const query q{"select $1::text", {{0, "passing"}}};
    EXPECT_THROW(db.transaction([&](pgmodel::connection& tx) {
        tx.execute_script("create type passing as enum ('a')");
        EXPECT_EQ(run(tx, q, {"a"}).value(0, 0).rest(), "a");
        throw 1;
    }),
                 int);
    open_session other{dsn};
    other.execute_script("create type passing as enum ('b')");
    // In a transaction there is no second try.
    db.transaction([&](pgmodel::connection& tx) { EXPECT_EQ(run(tx, q, {"b"}).value(0, 0).rest(), "b"); });
}

TEST_F(session_statements, a_type_found_by_a_path_that_was_set_for_a_transaction) {
    db.execute_script("create schema near; create type near.leaf as enum ('n'); create type leaf as enum ('l')");
    const query q{"select $1::text", {{0, "leaf"}}};
    EXPECT_EQ(run(db, q, {"l"}).value(0, 0).rest(), "l");
    db.transaction([&](pgmodel::connection& tx) {
        tx.execute_script("SET LOCAL Search_Path = near");
        EXPECT_EQ(run(tx, q, {"n"}).value(0, 0).rest(), "n");
    });
    db.transaction([&](pgmodel::connection& tx) { EXPECT_EQ(run(tx, q, {"l"}).value(0, 0).rest(), "l"); });
}

TEST_F(session_statements, a_type_found_by_a_path_that_a_function_has_set) {
    db.execute_script("create schema elsewhere; create type elsewhere.mood as enum ('up'); create type mood as enum ('up')");
    const auto id = [&] { return db.use().resolve({0, "mood"}); };
    const auto here = id();
    run(db, {"select set_config('search_path', 'elsewhere', false)"});
    EXPECT_NE(id(), here);
    db.execute_script("select set_config('search_path', 'public', false)");
    EXPECT_EQ(id(), here);
    run(db, {"with x as (select set_config('search_path', 'elsewhere', false)) select * from x"});
    EXPECT_NE(id(), here);
    run(db, {"select set_config($1, $2, false)", {text_type, text_type}}, {"search_path", "public"});
    EXPECT_EQ(id(), here);
    run(db, {"select set_config($1, $2, false)", {text_type, text_type}}, {"Search_Path", "elsewhere"});
    EXPECT_NE(id(), here);
}

TEST_F(session_statements, settings_of_other_kinds_leave_statements_prepared) {
    db.execute_script("create type petal as enum ('p')");
    const query q{"select $1::text", {{0, "petal"}}};
    run(db, q, {"p"});
    const auto names = ask(db, "select string_agg(name, ',') from pg_prepared_statements where statement = 'select $1::text'");
    db.transaction([&](pgmodel::connection& tx) {
        tx.execute_script("set local my.id = '7'");
        run(tx, {"select set_config($1, $2, true)", {text_type, text_type}}, {"my.id", "all"});
        run(tx, q, {"p"});
    });
    EXPECT_EQ(ask(db, "select string_agg(name, ',') from pg_prepared_statements where statement = 'select $1::text'"), names);
}

TEST_F(session_statements, without_names_a_type_that_was_replaced_is_found_again) {
    open_session unnamed{pgmodel::options{.dsn = dsn, .named_statements = false}};
    db.execute_script("create type shade as enum ('a'); create table shaded(s shade)");
    const query add{"insert into shaded values ($1)", {{0, "shade"}}};
    run(unnamed, add, {"a"});
    db.execute_script("drop table shaded; drop type shade; create type shade as enum ('b'); create table shaded(s shade)");
    run(unnamed, add, {"b"});
    EXPECT_EQ(ask(db, "select string_agg(s::text, ',') from shaded"), "b");

    // As the type of a column that is read, too.
    const query read{"select s from shaded", {}, {{"s", {0, "shade"}}}, match_columns::by_position};
    EXPECT_EQ(run(unnamed, read).value(0, 0).rest(), "b");
    db.execute_script("drop table shaded; drop type shade; create type shade as enum ('c'); create table shaded(s shade); "
                      "insert into shaded values ('c')");
    EXPECT_EQ(run(unnamed, read).value(0, 0).rest(), "c");
    db.execute_script("alter table shaded alter s type text");
    EXPECT_THROW(run(unnamed, read), pgmodel::schema_mismatch);
}

// By a session that runs all it does in transactions, where nothing can be tried again.
TEST_F(session_statements, the_next_transaction_finds_a_type_that_was_replaced) {
    open_session other{dsn};
    for (const bool named : {true, false}) {
        open_session one{pgmodel::options{.dsn = dsn, .named_statements = named}};
        other.execute_script("drop type if exists tint; create type tint as enum ('a')");
        run(one, {"select $1", {{0, "tint"}}, {{"", {0, "tint"}}}, match_columns::by_position}, {"a"});
        other.execute_script("drop type tint; create type tint as enum ('b')");
        const query fresh{"select 2, $1", {{0, "tint"}}};
        const auto in_transaction = [&] { one.transaction([&](pgmodel::connection& tx) { run(tx, fresh, {"b"}); }); };
        EXPECT_THROW(in_transaction(), pgmodel::error);
        EXPECT_NO_THROW(in_transaction()) << named;
    }
}

TEST_F(session_statements, a_table_that_the_transaction_itself_has_changed) {
    db.execute_script("create table growing(a integer)");
    const query q{"select * from growing"};
    EXPECT_EQ(run(db, q).columns(), 1U);
    EXPECT_THROW(db.transaction([&](pgmodel::connection& tx) {
        tx.execute_script("alter table growing add b integer");
        EXPECT_EQ(run(tx, q).columns(), 2U);
        throw 1;
    }),
                 int);
    db.transaction([&](pgmodel::connection& tx) { EXPECT_EQ(run(tx, q).columns(), 1U) << "rolled back"; });
}

TEST_F(session_statements, a_table_that_a_procedure_of_the_transaction_has_changed) {
    db.execute_script("create table widened(a varchar(5)); create procedure widen() language plpgsql as "
                      "'begin alter table widened alter a type varchar(9); end'");
    const query q{"select a from widened"};
    run(db, q);
    pgmodel::transaction tx{db};
    tx.execute("call widen()");
    EXPECT_EQ(run(tx, q).rows(), 0U);
    tx.commit();
}

TEST_F(session_statements, what_is_settled_is_forgotten_once) {
    db.execute_script("create table settled(); alter table settled add a integer");
    const query q{"select a from settled"};
    const auto prepared = [&] {
        run(db, q);
        return ask(db, "select prepare_time::text from pg_prepared_statements where statement = 'select a from settled'");
    };
    const auto first = prepared();
    db.execute("notify somebody");
    db.execute_script("notify somebody");
    EXPECT_EQ(prepared(), first);
}

TEST_F(session_statements, a_stale_plan_is_made_again) {
    db.execute_script("create table changing(a integer)");
    open_session other{dsn};
    const query q{"select * from changing"};
    EXPECT_EQ(run(db, q).columns(), 1U);
    other.execute_script("alter table changing add b integer");
    EXPECT_EQ(run(db, q).columns(), 2U);

    other.execute_script("alter table changing add c integer");
    const auto failed =
        caught<pgmodel::server_error>([&] { db.transaction([&](pgmodel::connection& tx) { run(tx, q); }); });
    ASSERT_TRUE(failed) << "a transaction cannot go on after it";
    EXPECT_EQ(failed->sqlstate(), "0A000");
    db.transaction([&](pgmodel::connection& tx) { EXPECT_EQ(run(tx, q).columns(), 3U); });
}

// Made again, it must still be what was expected.
TEST_F(session_statements, a_stale_plan_is_checked_again) {
    db.execute_script("create table drifting(a integer)");
    const query q{"select a from drifting", {}, {{"a", integer_type}}, match_columns::by_name};
    run(db, q);
    open_session other{dsn};
    other.execute_script("alter table drifting alter a type bigint");
    PGMODEL_EXPECT_THROW(run(db, q), pgmodel::schema_mismatch,
                         "column \"a\" is bigint in the database, but integer is expected");
    other.execute_script("alter table drifting alter a type integer");
    EXPECT_EQ(run(db, q).rows(), 0U);
}

// The same SQLSTATE out of a function is the function's business: running it again would hide it.
TEST_F(session_statements, a_stale_plan_inside_a_function_is_its_own_error) {
    db.execute_script("create sequence calls; create function stale() returns void language plpgsql as $$ begin "
                      "perform nextval('calls'); raise exception 'x' using errcode = '26000'; end $$");
    const auto failed = caught<pgmodel::server_error>([&] { run(db, {"select stale()"}); });
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->sqlstate(), "26000");
    EXPECT_EQ(ask(db, "select last_value::text from calls"), "1");
}

TEST_F(session_statements, survive_deallocate_all) {
    const query q{"select 'still'::text"};
    for (const char* sql : {"deallocate all", "discard all"}) {
        EXPECT_EQ(run(db, q).value(0, 0).rest(), "still");
        db.execute_script(sql);
        EXPECT_EQ(run(db, q).value(0, 0).rest(), "still") << sql;
    }
    // Behind the library's back.
    db.execute_script("do $$ begin execute 'deallocate all'; end $$");
    EXPECT_EQ(run(db, q).value(0, 0).rest(), "still");
    EXPECT_EQ(run(db, q).value(0, 0).rest(), "still");
}

// As behind a pooler that gives each transaction another server connection.
TEST_F(session_statements, that_are_gone_in_a_transaction) {
    const query q{"select 'x'::text"};
    db.execute_script("create function forget() returns text language plpgsql as "
                      "$$ begin execute 'deallocate all'; return ''; end $$");
    run(db, q);
    pgmodel::transaction tx{db};
    ask(tx, "select forget()");
    PGMODEL_EXPECT_THROW(run(tx, q), pgmodel::server_error, "needs named_statements = false [26000]");
}

TEST_F(session_statements, without_names_nothing_is_prepared) {
    open_session unnamed{pgmodel::options{.dsn = dsn, .named_statements = false}};
    const query q{"select $1::integer as a, 'x'::text as b",
                  {integer_type},
                  {{"b", text_type}, {"a", integer_type}},
                  match_columns::by_name};
    for (int i = 0; i < 3; ++i) {
        const auto r = run(unnamed, q, {std::to_string(i)});
        EXPECT_EQ(r.value(0, r.order()[1]).read<std::int32_t>(), i);
    }
    EXPECT_EQ(ask(unnamed, "select count(*)::text from pg_prepared_statements"), "0");
    EXPECT_THROW(run(unnamed, {"select 1", {}, {{"", text_type}}, match_columns::by_position}),
                 pgmodel::schema_mismatch);
    EXPECT_EQ(ask(unnamed, "show statement_timeout"), "0");
    unnamed.transaction([](pgmodel::connection& tx) {
        tx.execute_script("create table unnamed_made(); insert into unnamed_made default values");
    });
    EXPECT_EQ(count(unnamed, "unnamed_made"), 1);
}

TEST_F(session_statements, too_many_parameters_are_refused_before_sending) {
    const std::vector<pgmodel::type_ref> types(65'536, integer_type);
    const std::vector<std::optional<std::string>> values(65'536);
    std::string sql = "select 1 where 1 in ($1";
    for (std::size_t i = 2; i <= 65'536; ++i) sql += ",$" + std::to_string(i);
    PGMODEL_EXPECT_THROW(run(db, {sql + ")", types}, values), pgmodel::usage_error, "65536 parameters");
    EXPECT_EQ(ask(db, "select 'fine'::text"), "fine");
    sql.resize(sql.rfind(','));
    const std::vector<pgmodel::type_ref> most(65'535, integer_type);
    EXPECT_EQ(run(db, {sql + ")", most}, std::vector<std::optional<std::string>>(65'535)).rows(), 0U);
}

TEST_F(session_statements, a_gibibyte_is_refused_before_sending) {
    // The memory is never touched: one page, said to be long.
    const char* value = "x";
    const char* values[] = {value, value};
    const int lengths[] = {1 << 29, 1 << 29}, formats[] = {1, 1};
    const query q{"select length($1::bytea), length($2::bytea)", {{17, "bytea"}, {17, "bytea"}}};
    EXPECT_THROW(db.use().run(q.shape(), {values, lengths, formats}), pgmodel::encode_error);
    const int negative[] = {-1, 1};
    EXPECT_THROW(db.use().run(q.shape(), {values, negative, formats}), pgmodel::encode_error);
    EXPECT_THROW(db.use().memory().begin(std::size_t{1} << 30), pgmodel::encode_error);
    EXPECT_EQ(ask(db, "select 'fine'::text"), "fine");
}

template <class Run>
std::string refusal_of(Run run) {
    try {
        run();
    } catch (const pgmodel::encode_error& e) {
        return e.what();
    }
    return "none";
}

TEST_F(session_statements, a_value_that_is_too_large_is_named) {
    EXPECT_EQ(refusal_of([&] { db.execute("select $1, $2", 1, much{std::size_t{1} << 30}); }),
              "pgmodel: a value of 1 GiB or more cannot be sent to PostgreSQL (parameter $2)");
}

// More than the int that libpq is given for it can say: the low bits alone would be sent.
TEST_F(session_statements, a_value_of_many_gibibytes_is_not_cut) {
    if (sizeof(std::size_t) < 8) GTEST_SKIP() << "no value is as large";
    for (const auto bytes : {std::uint64_t{1} << 30, (std::uint64_t{1} << 32) + 3}) {
        const much_to_see value{static_cast<std::size_t>(bytes)};
        EXPECT_EQ(refusal_of([&] { db.execute("select $1, $2", 1, value); }),
                  "pgmodel: a value of 1 GiB or more cannot be sent to PostgreSQL (parameter $2)");
    }
}

TEST_F(session_statements, values_that_are_too_large_together_are_not_blamed_on_one) {
    // 700 MiB each, of which no byte is written.
    const much value{std::size_t{700} << 20};
    EXPECT_EQ(refusal_of([&] { db.execute("select $1, $2", value, value); }),
              "pgmodel: the parameters of a statement must be smaller than 1 GiB together");
    EXPECT_EQ(ask(db, "select 'fine'::text"), "fine");
    // Sent from where they are, beside one that is encoded.
    const much_to_see seen{std::size_t{700} << 20};
    for (const std::size_t size : {std::size_t{1}, std::size_t{1000}})
        EXPECT_EQ(refusal_of([&] { db.execute("select $1, $2, $3", std::vector<int>(size), seen, seen); }),
                  "pgmodel: the parameters of a statement must be smaller than 1 GiB together");
    EXPECT_EQ(ask(db, "select 'fine'::text"), "fine");
}

// More than the socket's buffers hold, both ways: sending must go on while the server sends.
TEST_F(session_statements, big_values_go_both_ways) {
    const std::string big(20'000'000, 'b');
    const auto r = run(db, {"select $1::text, $1::text", {text_type}}, {big});
    EXPECT_EQ(r.value(0, 0).rest(), big);
    EXPECT_EQ(r.value(0, 1).rest(), big);
}

// What was encoded stays where it is while the memory for values grows, and much of it is given back.
TEST_F(session_statements, values_of_all_sizes_go_out_unchanged) {
    const std::vector<std::string> some{"a", "b"}, more(300, std::string(70, 'c')), most(40, std::string(50'000, 'd'));
    const auto sizes = db.one<std::tuple<std::int32_t, std::string, std::int64_t, std::int64_t, std::string, std::int32_t>>(
        "select $1::int4, array_to_string($2::text[], ''), length(array_to_string($3::text[], ''))::int8,"
        " length(array_to_string($4::text[], ''))::int8, array_to_string($5::text[], ''), $6::int4",
        1, some, more, most, some, 2);
    EXPECT_EQ(sizes, std::tuple(1, "ab", 21'000, 2'000'000, "ab", 2));
    EXPECT_EQ(ask(db, "select 'x'::text"), "x");
}

TEST_F(session_statements, of_another_encoding_would_change_texts) {
    db.execute_script("set client_encoding = 'UTF8'");
    EXPECT_THROW(db.execute_script("set client_encoding = 'latin1'; select 1"), pgmodel::connection_error);
    open_session other{dsn};
    EXPECT_THROW(run(other, {"set client_encoding = 'latin1'"}), pgmodel::connection_error);
    EXPECT_THROW(run(other, {"select 1"}), pgmodel::connection_error);
    open_session third{dsn};
    run(third, {"select set_config('application_name', 'x', false)"});
    EXPECT_THROW(run(third, {"SELECT pg_catalog.Set_Config('client_encoding', 'latin1', false)"}), pgmodel::connection_error);
    EXPECT_FALSE(third.is_open());
    open_session fourth{dsn};
    EXPECT_THROW(run(fourth, {"select set_config($1, $2, false)", {text_type, text_type}}, {"client_encoding", "latin1"}),
                 pgmodel::connection_error);
    open_session fifth{dsn};
    EXPECT_THROW(run(fifth, {"with x as (select set_config('client_encoding', 'latin1', false)) select * from x"}),
                 pgmodel::connection_error);
}

TEST_F(session_statements, copy_is_refused_and_the_session_goes_on) {
    db.execute_script("create temp table c(i integer); insert into c select generate_series(1, 100000)");
    for (const char* sql : {"copy c to stdout", "copy c from stdin"}) {
        PGMODEL_EXPECT_THROW(db.execute_script(sql), pgmodel::usage_error, "COPY");
        PGMODEL_EXPECT_THROW(run(db, {sql}), pgmodel::usage_error, "COPY");
        EXPECT_EQ(count(db, "c"), 100'000) << sql;
    }
}

TEST_F(session_statements, a_script_stops_at_its_first_error) {
    const auto failed =
        caught<pgmodel::server_error>([&] { db.execute_script("create temp table s(); select nowhere; select 1"); });
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->sqlstate(), "42703");
    EXPECT_STREQ(failed->what(), "pgmodel: column \"nowhere\" does not exist [42703]");
    EXPECT_EQ(ask(db, "select coalesce(to_regclass('s')::text, 'rolled back')"), "rolled back");
    PGMODEL_EXPECT_THROW(db.execute_script(std::string("select 1\0; drop table t", 23)), pgmodel::usage_error, "NUL");
    EXPECT_NO_THROW(db.execute_script(""));
}

TEST_F(session_statements, constraint_violations_say_what_and_never_the_value) {
    db.execute_script("create table parent(id integer primary key, email text constraint one_email unique, "
                      "age integer not null constraint grown check (age > 17)); "
                      "create table child(parent integer constraint has_parent references parent); "
                      "create table room(during int4range, constraint no_overlap exclude using gist (during with &&))");
    const auto secret = std::string("secret@example.org");
    run(db, {"insert into parent values (1, $1, 20)", {text_type}}, {secret});

    const query insert{"insert into parent values (2, $1, $2)",
                       {text_type, integer_type},
                       {},
                       match_columns::none,
                       {[](const pgmodel::error_info& info, const pgmodel::detail::model_view*) {
                            return info.constraint == "one_email" ? std::string("email") : std::string();
                        },
                        nullptr}};
    const auto unique = caught<pgmodel::unique_violation>([&] { run(db, insert, {secret, "20"}); });
    ASSERT_TRUE(unique);
    EXPECT_STREQ(unique->what(),
                 "pgmodel: unique constraint \"one_email\" of table \"parent\" is violated (field email) [23505]");
    EXPECT_EQ(unique->field(), "email");
    EXPECT_EQ(unique->table(), "parent");
    EXPECT_EQ(unique->constraint(), "one_email");
    EXPECT_NE(unique->info().detail.find(secret), std::string::npos) << "the detail is there for who asks";
    EXPECT_FALSE(unique->connection_lost());
    EXPECT_FALSE(unique->retryable());

    const auto null = caught<pgmodel::not_null_violation>([&] { run(db, insert, {"x", std::nullopt}); });
    ASSERT_TRUE(null);
    EXPECT_STREQ(null->what(), "pgmodel: column \"age\" of table \"parent\" must not be NULL [23502]");
    EXPECT_EQ(null->column(), "age");
    const auto check = caught<pgmodel::check_violation>([&] { run(db, insert, {"x", "3"}); });
    ASSERT_TRUE(check);
    EXPECT_EQ(check->constraint(), "grown");
    EXPECT_TRUE(caught<pgmodel::foreign_key_violation>([&] { run(db, {"insert into child values (99)"}); }));
    run(db, {"insert into room values ('[1,5)')"});
    EXPECT_TRUE(caught<pgmodel::exclusion_violation>([&] { run(db, {"insert into room values ('[2,3)')"}); }));
}

TEST_F(session_statements, messages_never_hold_values) {
    const std::string secret = "my-secret-token";
    db.execute_script(
        "create function telling(v text) returns void language plpgsql as $$ begin raise exception 'got %', v; end $$; "
        "create function dynamic(v text) returns void language plpgsql as $$ begin execute 'select ' || "
        "quote_ident(v); end $$;"
        "create table short(v varchar(3))");
    const auto hidden = [&](const char* sql) {
        const auto failed = caught<pgmodel::error>([&] { run(db, {sql, {text_type}}, {secret}); });
        ASSERT_TRUE(failed) << sql;
        EXPECT_EQ(std::string_view(failed->what()).find("secret"), std::string_view::npos) << failed->what();
        EXPECT_EQ(failed->statement(), sql);
        EXPECT_FALSE(failed->sqlstate().empty());
    };
    for (const char* sql :
         {"select $1::text::integer", "select telling($1)", "select dynamic($1)", "insert into short values ($1)",
          "select $1::text::jsonb", "select ('{' || $1 || '}')::point",
          // What functions and casts read as names or in a language of their own.
          "select to_tsquery('english', $1 || ' &')", "select cast($1 as regclass)", "select cast($1 as regrole)",
          "Select cast($1 as regproc)", "select cast($1 || '  x' as regtype)", "select has_table_privilege($1, 'select')",
          "select has_column_privilege('short', $1, 'select')", "select nextval($1::regclass)",
          "with s as (select 1) select current_setting('x.' || $1) from s", "select pg_read_file($1)",
          "select has_schema_privilege($1, 'usage')", "select has_database_privilege($1, 'connect')",
          "select query_to_xml($1, true, true, '')", "insert into short select cast($1 as regconfig)"})
        hidden(sql);
    // Sequences that are there, what is none, and what the role may not use.
    db.execute_script("create sequence \"my-secret-token\"; create table \"my-secret-token2\"()");
    for (const char* sql : {"select currval(quote_ident($1))", "select nextval(quote_ident($1 || '2'))",
                            "select setval(quote_ident($1 || '2'), 1)", "select currval(quote_ident($1 || '2'))"})
        hidden(sql);
    db.execute_script("set role pg_monitor");
    for (const char* sql : {"select nextval(quote_ident($1))", "select currval(quote_ident($1))",
                            "select setval(quote_ident($1), 1)"})
        hidden(sql);
    PGMODEL_EXPECT_THROW(run(db, {"select * from short"}), pgmodel::server_error, "permission denied for table short");
    db.execute_script("reset role");
    PGMODEL_EXPECT_THROW(run(db, {"select $1::text::integer", {text_type}}, {secret}), pgmodel::server_error,
                         "a text is not valid for its type [22P02]");
    // What is wrong with the text itself is said, and so is what a statement may not do.
    PGMODEL_EXPECT_THROW(run(db, {"select $1 frm x", {text_type}}, {secret}), pgmodel::server_error, "at or near \"x\"");
    PGMODEL_EXPECT_THROW(run(db, {"select nowhere from short where v = $1", {text_type}}, {secret}),
                         pgmodel::server_error, "\"nowhere\"");
    PGMODEL_EXPECT_THROW(run(db, {"insert into short values ($1) on conflict (v) do nothing", {text_type}}, {"x"}),
                         pgmodel::server_error, "unique or exclusion constraint");
    PGMODEL_EXPECT_THROW(db.execute_script("create table short()"), pgmodel::server_error, "\"short\"");
}

TEST_F(session_statements, limits_of_the_server_are_query_canceled) {
    open_session quick{pgmodel::options{.dsn = dsn, .deadline = 200ms}};
    const auto timeout = caught<pgmodel::query_canceled>([&] { quick.execute_script("select pg_sleep(60)"); });
    ASSERT_TRUE(timeout);
    EXPECT_EQ(timeout->sqlstate(), "57014");
    EXPECT_FALSE(timeout->connection_lost());
    EXPECT_EQ(ask(quick, "select 'alive'::text"), "alive");

    db.execute_script("create table held(i integer)");
    pgmodel::transaction tx{db};
    tx.execute_script("lock table held");
    open_session other{dsn};
    other.execute_script("set lock_timeout = 10");
    const auto locked = caught<pgmodel::query_canceled>([&] { ask(other, "select count(*)::text from held"); });
    ASSERT_TRUE(locked);
    EXPECT_EQ(locked->sqlstate(), "55P03");
}

TEST_F(session_statements, who_waits_for_a_row_is_told_so) {
    db.execute_script("create table waited(i integer); insert into waited values (1)");
    pgmodel::transaction tx{db};
    tx.execute_script("update waited set i = 2");
    open_session other{dsn};
    const auto ends = [&](const char* setting, const char* said) {
        other.execute_script(setting);
        for (const char* sql : {"select i::text from waited for update", "update waited set i = 3 returning i::text"}) {
            const auto failed = caught<pgmodel::query_canceled>([&] { ask(other, sql); });
            ASSERT_TRUE(failed) << sql;
            EXPECT_NE(std::string_view(failed->what()).find(said), std::string_view::npos) << failed->what();
        }
    };
    ends("set lock_timeout = 10", "lock timeout");
    ends("set lock_timeout = 0; set statement_timeout = 10", "statement timeout");
    other.execute_script("create function giving_up(v text) returns void language plpgsql as $$ begin raise exception "
                         "'gave up %', v using errcode = 'query_canceled'; end $$");
    const auto raised = caught<pgmodel::query_canceled>([&] { run(other, {"select giving_up($1)", {text_type}}, {"secret"}); });
    ASSERT_TRUE(raised);
    EXPECT_EQ(std::string_view(raised->what()).find("secret"), std::string_view::npos) << raised->what();
}

TEST_F(session_statements, the_log_hears_of_each_statement_and_of_no_value) {
    struct line {
        std::string sql, state;
        std::size_t rows;
        bool failed;
    };
    std::vector<line> lines;
    open_session logged{pgmodel::options{.dsn = dsn, .log = [&](const pgmodel::logged_statement& s) {
        EXPECT_GE(s.duration.count(), 0);
        lines.push_back({std::string(s.sql), std::string(s.state.code()), s.rows, s.failed});
    }}};
    run(logged, {"select generate_series(1, 3), $1", {text_type}}, {"canary"});
    EXPECT_THROW(run(logged, {"select 1/$1", {integer_type}}, {"0"}), pgmodel::server_error);
    logged.transaction(
        [](pgmodel::connection& tx) { tx.execute_script("create temp table l(); insert into l default values"); });
    ASSERT_EQ(lines.size(), 5U);
    EXPECT_EQ(lines[0].sql, "select generate_series(1, 3), $1");
    EXPECT_EQ(lines[0].rows, 3U);
    EXPECT_FALSE(lines[0].failed);
    EXPECT_EQ(lines[1].state, "22012");
    EXPECT_TRUE(lines[1].failed);
    EXPECT_EQ(lines[2].sql, "begin");
    EXPECT_EQ(lines[4].sql, "commit");
    EXPECT_FALSE(lines[4].failed);
    for (const auto& l : lines) EXPECT_EQ(l.sql.find("canary"), std::string::npos);
}

TEST_F(session_statements, a_log_that_throws_changes_nothing) {
    int calls = 0;
    open_session told{pgmodel::options{.dsn = dsn, .log = [&calls](const pgmodel::logged_statement&) {
                                           ++calls;
                                           throw 1;
                                       }}};
    told.transaction([](pgmodel::transaction& tx) { ask(tx, "select 'x'::text"); });
    EXPECT_FALSE(told.in_transaction());
    EXPECT_THROW(told.transaction([](pgmodel::transaction&) { throw std::string(); }), std::string);
    EXPECT_THROW(ask(told, "select 1/0"), pgmodel::server_error);
    EXPECT_EQ(calls, 6);
    EXPECT_EQ(ask(told, "select 'x'::text"), "x");
}

// The answer is still to be read when the log is told.
TEST_F(session_statements, a_log_cannot_use_its_own_connection) {
    int refused = 0, inner = 0;
    pgmodel::connection* own = nullptr;
    open_session told{pgmodel::options{.dsn = dsn, .statement_cache = 1, .log = [&](const pgmodel::logged_statement&) {
                                           if (!own) return;
                                           try {
                                               own->execute("select " + std::to_string(++inner));
                                           } catch (const pgmodel::usage_error& e) {
                                               EXPECT_EQ(std::string(e.what()).find("pgmodel: "), 0u);
                                               ++refused;
                                           }
                                       }}};
    own = &told;
    struct pair {
        std::string b, a;
    };
    const auto row = told.one<pair>("select 'x'::text as a, 'y'::text as b");
    EXPECT_EQ(row.a + row.b, "xy");
    told.transaction([&](pgmodel::transaction& tx) {
        own = &tx;
        tx.execute("select 1");
        own = &told;
    });
    EXPECT_EQ(refused, 4) << "the query, BEGIN, what is in it and COMMIT";
    EXPECT_EQ(ask(told, "select 'fine'::text"), "fine");
    own = nullptr;
}

TEST_F(session_statements, notices_do_not_reach_standard_error) {
    ::testing::internal::CaptureStderr();
    db.execute_script("drop table if exists not_there; do $$ begin raise warning 'loud'; end $$");
    EXPECT_EQ(::testing::internal::GetCapturedStderr(), "");
}

TEST_F(session_statements, a_moved_session_works_and_its_old_place_does_not) {
    pgmodel::session first{dsn};
    pgmodel::session second{std::move(first)};
    EXPECT_EQ(ask(second, "select 'moved'::text"), "moved");
    PGMODEL_EXPECT_THROW(first.execute_script("select 1"), pgmodel::usage_error, "moved from");
    PGMODEL_EXPECT_THROW(pgmodel::transaction{first}, pgmodel::usage_error, "moved from");
    PGMODEL_EXPECT_THROW(first.transaction([](pgmodel::transaction&) {}), pgmodel::usage_error, "moved from");
    PGMODEL_EXPECT_THROW(first.ping(std::chrono::seconds(1)), pgmodel::usage_error, "moved from");
    EXPECT_FALSE(first.is_open());
    EXPECT_FALSE(first.in_transaction());

    // With a transaction open on it: that goes on.
    std::optional<pgmodel::transaction> tx(std::in_place, second);
    pgmodel::session third{std::move(second)};
    EXPECT_EQ(ask(*tx, "select 'goes on'::text"), "goes on");
    PGMODEL_EXPECT_THROW(third.execute_script("select 1"), pgmodel::usage_error, "a transaction is open");
    tx.reset();
    EXPECT_EQ(ask(third, "select 'third'::text"), "third");
}

}  // namespace
