// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What models meet at run time: constraints, values that do not fit, and tables that are not what the structs say.
//
// Compiled apart: a message names a type with its namespace.

#include <pgmodel.hpp>
#include <pgmodel/session/upsert_many.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class mood { calm, busy };

struct team {
    std::int64_t id{};
    std::string title{};

    static constexpr auto table() {
        return pg::table("teams", pg::field<&team::id>.primary_key().identity(),
                         pg::field<&team::title>.named("team name").unique());
    }
};
struct person {
    std::int64_t id{};
    std::int64_t team_id{};
    std::optional<std::int64_t> boss_id{};
    std::string first_name{};
    std::string last{};
    std::int32_t age = 1;
    std::string email{};
    std::string nick{};
    pg::varchar<5> code{};

    static constexpr auto table() {
        using p = person;
        return pg::table("people", pg::field<&p::id>.primary_key().identity(),
                         pg::field<&p::team_id>.references(pg::model<team>),
                         pg::field<&p::boss_id>.references(pg::model<person>), pg::field<&p::last>.named("last_name"),
                         pg::field<&p::email>.unique(), pg::unique(col<&p::first_name>, col<&p::last>),
                         pg::unique(col<&p::nick>, col<&p::age>).named("given name"), pg::check(col<&p::age> > 0),
                         pg::check(col<&p::first_name> != col<&p::last>).named("two_names"));
    }
};
struct visit {
    std::int64_t person_id{};
    std::int32_t day{};
    std::optional<std::int32_t> minutes{};
    static constexpr auto table() {
        return pg::table("visits", pg::primary_key(col<&visit::person_id>, col<&visit::day>));
    }
};
/// Names of constraints that say little, or that could be read in two ways.
struct tag {
    std::int32_t a = 0;
    std::int32_t b = 0;
    std::int32_t a_b = 0;
    std::string label;
    std::string kind_of;
    std::optional<std::int32_t> parent;
    std::int32_t lower = 0;

    static constexpr auto table() {
        using pg::col;
        return pg::table("tags", pg::primary_key(col<&tag::a>), pg::unique(col<&tag::a_b>), pg::unique(col<&tag::b>, col<&tag::lower>),
                         pg::field<&tag::kind_of>.named("the \"kind\", of"), pg::unique(col<&tag::kind_of>).named("x"),
                         pg::field<&tag::parent>.named("my parent"), pg::foreign_key(col<&tag::parent>).references(col<&tag::a>).named("y"),
                         pg::index(pg::lower(col<&tag::label>), col<&tag::b>).unique(),
                         pg::check(col<&tag::b> < 100 && col<&tag::a> < 100).named("z"), pg::check(col<&tag::lower> < 100));
    }
};
struct booking {
    std::int64_t id{};
    std::optional<std::int64_t> room{};
    std::int64_t guest{};

    static constexpr auto table() {
        using b = booking;
        return pg::table("bookings", pg::field<&b::id>.primary_key().identity(),
                         pg::foreign_key(col<&b::room>).references(pg::model<team>).named("where_to").initially_deferred(),
                         pg::unique(col<&b::guest>).initially_deferred());
    }
};
inline constexpr pg::registry<team, person, visit, tag, booking> models{};

class errors : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("errors");
        pg::session(dsn()).create_all(models);
    }
    void SetUp() override {
        db.execute_script("truncate teams, people, visits, tags, bookings restart identity");
        db.insert(team{.title = "t"});
        db.insert(person{.team_id = 1, .first_name = "Ada", .last = "L", .email = "a@x", .nick = "n"});
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    template <class Error, class Call>
    Error caught(const Call& call) {
        try {
            call();
        } catch (const Error& e) {
            return e;
        } catch (const std::exception& e) {
            ADD_FAILURE() << "another error: " << e.what();
            return Error("none");
        }
        ADD_FAILURE() << "no error";
        return Error("none");
    }
    pg::session db{dsn()};
};

person other() { return {.team_id = 1, .first_name = "Bob", .last = "M", .email = "b@x", .nick = "m"}; }

TEST_F(errors, a_unique_column) {
    auto p = other();
    p.email = "a@x";
    const auto e = caught<pg::unique_violation>([&] { db.insert(p); });
    EXPECT_EQ(e.field(), "email");
    EXPECT_EQ(e.constraint(), "people_email_key");
    EXPECT_EQ(e.table(), "people");
    EXPECT_EQ(e.sqlstate(), "23505");
    EXPECT_EQ(std::string(e.what()),
              "pgmodel: unique constraint \"people_email_key\" of table \"people\" is violated (field email) [23505]");
    EXPECT_EQ(e.info().detail, "Key (email)=(a@x) already exists.") << "the value is in the detail only";
    EXPECT_FALSE(e.retryable());
    EXPECT_FALSE(e.connection_lost());
    EXPECT_EQ(caught<pg::unique_violation>([&] { db.insert(team{.title = "t"}); }).field(), "title")
        << "the field, not the column";
}

TEST_F(errors, a_row_that_is_not_there) {
    const auto select = caught<pg::not_found>([&] { (void)db.one(pg::select<team>().where(col<&team::id> == 9)); });
    EXPECT_TRUE(select.statement().starts_with("select ")) << select.statement();
    const auto raw = caught<pg::not_found>([&] { (void)db.one<int>("select 1 where false"); });
    EXPECT_EQ(raw.statement(), "select 1 where false");
    EXPECT_EQ(caught<pg::row_count_error>([&] { (void)db.scalar<int>("values (1), (2)"); }).statement(), "values (1), (2)");
    const auto key = caught<pg::not_found>([&] { (void)db.get<team>(9); });
    EXPECT_EQ(key.table(), "teams");
    EXPECT_TRUE(key.statement().starts_with("select ")) << key.statement();
    EXPECT_TRUE(caught<pg::not_found>([&] { db.remove(team{.id = 9}); }).statement().starts_with("delete "));
    team lost{.id = 9};
    EXPECT_TRUE(caught<pg::not_found>([&] { db.update(lost); }).statement().starts_with("update "));
}

TEST_F(errors, keys_of_several_columns) {
    auto p = other();
    p.first_name = "Ada";
    p.last = "L";
    EXPECT_EQ(caught<pg::unique_violation>([&] { db.insert(p); }).field(), "first_name, last");
    p = other();
    p.nick = "n";
    EXPECT_EQ(caught<pg::unique_violation>([&] { db.insert(p); }).field(), "nick, age")
        << "of a constraint with a name of its own";
    db.insert(visit{1, 2, {}});
    EXPECT_EQ(caught<pg::unique_violation>([&] {
                  db.insert(visit{1, 2, {}});
              }).field(),
              "person_id, day")
        << "the primary key";
    p = other();
    p.id = 1;
    EXPECT_EQ(caught<pg::unique_violation>([&] { db.insert(p); }).field(), "id");
}

TEST_F(errors, foreign_keys_and_checks) {
    auto p = other();
    p.team_id = 99;
    EXPECT_EQ(caught<pg::foreign_key_violation>([&] { db.insert(p); }).field(), "team_id");
    p = other();
    p.boss_id = 99;
    EXPECT_EQ(caught<pg::foreign_key_violation>([&] { db.insert(p); }).field(), "boss_id");
    p = other();
    p.age = 0;
    const auto check = caught<pg::check_violation>([&] { db.insert(p); });
    EXPECT_EQ(check.field(), "age");
    EXPECT_EQ(check.sqlstate(), "23514");
    p = other();
    p.last = "Bob";
    EXPECT_EQ(caught<pg::check_violation>([&] { db.insert(p); }).constraint(), "two_names");
    EXPECT_EQ(caught<pg::foreign_key_violation>([&] { db.remove<team>(1); }).constraint(), "people_team_id_fkey");
}

// PostgreSQL 18 has a code of its own for them.
TEST_F(errors, rows_that_a_foreign_key_keeps) {
    db.execute_script("create table kept(id integer primary key); create table keeper(id integer references kept on delete "
                      "restrict); insert into kept values (1); insert into keeper values (1)");
    const auto failure = caught<pg::foreign_key_violation>([&] { db.execute("delete from kept"); });
    EXPECT_EQ(failure.constraint(), "keeper_id_fkey");
    EXPECT_EQ(std::string(failure.what()).find("pgmodel: foreign key constraint \"keeper_id_fkey\" of table "), 0U);
}

TEST_F(errors, constraints_whose_names_do_not_tell_the_field) {
    db.insert(tag{.a = 1, .b = 2, .a_b = 3, .label = "L", .kind_of = "k", .parent = {}, .lower = 4});
    const auto field = [&](const tag& t) { return caught<pg::constraint_violation>([&] { db.insert(t); }).field(); };
    EXPECT_EQ(field({.a = 2, .b = 3, .a_b = 3, .label = "M", .kind_of = "m", .parent = {}}), "a_b");
    EXPECT_EQ(field({.a = 2, .b = 2, .a_b = 4, .label = "M", .kind_of = "m", .parent = {}, .lower = 4}), "b, lower");
    EXPECT_EQ(field({.a = 2, .b = 3, .a_b = 4, .label = "M", .kind_of = "k", .parent = {}}), "kind_of");
    EXPECT_EQ(field({.a = 2, .b = 2, .a_b = 4, .label = "l", .kind_of = "m", .parent = {}}), "label, b");
    EXPECT_EQ(field({.a = 2, .b = 3, .a_b = 4, .label = "M", .kind_of = "m", .parent = 9}), "parent");
    EXPECT_EQ(field({.a = 2, .b = 100, .a_b = 4, .label = "M", .kind_of = "m", .parent = {}}), "a, b");
    EXPECT_EQ(field({.a = 2, .b = 3, .a_b = 4, .label = "M", .kind_of = "m", .parent = {}, .lower = 100}), "lower");
}

TEST_F(errors, of_constraints_that_commit_looks_at) {
    try {
        db.transaction([](pg::transaction& tx) { tx.insert(booking{.room = 4711}); });
        FAIL();
    } catch (const pg::foreign_key_violation& e) {
        EXPECT_EQ(e.field(), "room");
        EXPECT_EQ(e.constraint(), "where_to");
        EXPECT_EQ(e.statement(), "commit");
    }
    try {
        db.transaction([](pg::transaction& tx) { tx.insert(std::vector<booking>{{.guest = 1}, {.guest = 1}}); });
        FAIL();
    } catch (const pg::unique_violation& e) {
        EXPECT_EQ(e.field(), "guest");
    }
    EXPECT_EQ(db.count<booking>(), 0);
}

TEST_F(errors, of_every_verb) {
    auto p = db.insert(other());
    p.email = "a@x";
    EXPECT_EQ(caught<pg::unique_violation>([&] { db.update(p); }).field(), "email");
    EXPECT_EQ(caught<pg::unique_violation>([&] { db.update<&person::email>(p); }).field(), "email");
    EXPECT_EQ(caught<pg::unique_violation>([&] { db.upsert<&person::id>(p); }).field(), "email");
    p.id = 0;
    EXPECT_EQ(caught<pg::unique_violation>([&] { db.insert(std::vector{p}); }).field(), "email");
    const auto raw =
        caught<pg::unique_violation>([&] { db.execute("insert into teams (\"team name\") values ($1)", "t"); });
    EXPECT_EQ(raw.field(), "") << "raw SQL knows no model";
    EXPECT_EQ(raw.constraint(), "teams_team name_key");
}

TEST_F(errors, null_where_the_database_forbids_it) {
    db.execute_script("alter table visits alter minutes set not null");
    const auto e = caught<pg::not_null_violation>([&] { db.insert(visit{1, 1, std::nullopt}); });
    EXPECT_EQ(e.field(), "minutes");
    EXPECT_EQ(e.column(), "minutes");
    EXPECT_EQ(std::string(e.what()),
              "pgmodel: column \"minutes\" of table \"visits\" must not be NULL (field minutes) [23502]");
    db.execute_script("alter table visits alter minutes drop not null");
}

// ---- values on their way out

TEST_F(errors, texts_that_cannot_be_sent) {
    auto p = other();
    p.nick = std::string("a\0b", 3);
    const auto nul = caught<pg::encode_error>([&] { db.insert(p); });
    EXPECT_EQ(nul.field(), "nick");
    EXPECT_TRUE(nul.statement().starts_with("insert into people (")) << nul.statement();
    EXPECT_EQ(std::string(nul.what()), "pgmodel: text holds a NUL byte (field nick)");
    p = other();
    p.first_name = "\xff";
    EXPECT_EQ(std::string(caught<pg::encode_error>([&] { db.insert(p); }).what()),
              "pgmodel: text is not valid UTF-8 (field first_name)");
    p = other();
    p.code = "äöüßéx";
    EXPECT_EQ(std::string(caught<pg::encode_error>([&] { db.insert(p); }).what()),
              "pgmodel: text is too long for character varying(5) (field code)");
    p.code = "äöüßé";
    EXPECT_EQ(db.get<person>(db.insert(p).id).code, "äöüßé") << "characters are counted, not bytes";
    p = db.get<person>(1);
    p.code = "123456";
    EXPECT_EQ(caught<pg::encode_error>([&] { db.update<&person::code>(p); }).field(), "code");
    EXPECT_EQ(caught<pg::encode_error>([&] { db.update(p); }).field(), "code");
    p = other();
    p.id = 77;
    p.code = "123456";
    EXPECT_EQ(caught<pg::encode_error>([&] { db.insert(p); }).field(), "code") << "also where the key is sent";
    EXPECT_EQ(caught<pg::encode_error>([&] { db.upsert<&person::email>(p); }).field(), "code");
    EXPECT_TRUE(caught<pg::encode_error>([&] { db.insert(std::vector{p, p}); }).statement().starts_with("insert into people ("));
    const auto raw = caught<pg::encode_error>([&] { db.execute("select $1, $2", 1, "\xff"); });
    EXPECT_NE(std::string_view(raw.what()).find("parameter $2"), std::string_view::npos);
    EXPECT_EQ(raw.statement(), "select $1, $2") << "says which statement it was";
    EXPECT_EQ(caught<pg::encode_error>([&] { db.find<person>(std::uint64_t{1} << 63); }).field(), "id");
    EXPECT_THROW(db.all(pg::select<person>().where(col<&person::nick> == std::string("a\0b", 3))), pg::encode_error);
    EXPECT_EQ(db.count<person>(), 2) << "nothing was sent, and the session goes on";
    // Of many rows it says which one.
    std::vector<person> many(100, other());
    many[70].code = "123456";
    EXPECT_EQ(std::string(caught<pg::encode_error>([&] { db.insert(many); }).what()),
              "pgmodel: text is too long for character varying(5) (field code of row 71)");
    many[70].code = "";
    many[99].nick = std::string("a\0b", 3);
    EXPECT_EQ(std::string(caught<pg::encode_error>([&] { db.insert(many); }).what()),
              "pgmodel: text holds a NUL byte (field nick of row 100)");
}

// The context of a key's look at another table has a $1 of its own.
TEST_F(errors, who_waits_for_the_row_that_a_key_refers_to) {
    pg::session elsewhere{dsn()};
    pg::transaction tx{elsewhere};
    tx.execute_script("delete from people where id = 1; delete from teams where id = 1");
    db.execute_script("set lock_timeout = 20");
    const auto waited = caught<pg::query_canceled>([&] { db.insert(other()); });
    EXPECT_EQ(waited.sqlstate(), "55P03");
    EXPECT_EQ(waited.info().parameter, 0U);
    EXPECT_EQ(waited.field(), "");
    EXPECT_NE(std::string(waited.what()).find("lock timeout"), std::string::npos) << waited.what();
    EXPECT_EQ(caught<pg::query_canceled>([&] { db.insert(std::vector{other()}); }).sqlstate(), "55P03");
}

struct page {
    std::int64_t id{};
    std::string title{};
    pg::jsonb_text body{"{}"};
    pg::jsonb_text more{"{}"};
};

TEST_F(errors, values_that_the_server_cannot_read) {
    db.create_all(pg::registry<page>{});
    const auto refused = [this](const auto& call) {
        const auto error = caught<pg::server_error>(call);
        EXPECT_EQ(error.sqlstate(), "22P02");
        EXPECT_EQ(error.field(), "more");
        EXPECT_EQ(std::string(error.what()), "pgmodel: a text is not valid for its type (field more) [22P02]");
    };
    page p{.title = "x", .more = pg::jsonb_text("{bad $7")};
    refused([&] { db.insert(p); });
    refused([&] { db.insert(std::vector{p, p}); });
    page kept = p;
    kept.id = 7;
    refused([&] { db.insert(std::vector{p, kept}); });
    refused([&] { db.upsert<&page::id>(std::vector{kept}, pg::set<&page::more>()); });
    p.more = pg::jsonb_text("{}");
    p = db.insert(p);
    p.more = pg::jsonb_text("[1,");
    refused([&] { db.update(p); });
    refused([&] { db.update<&page::more>(p); });
    refused([&] { db.upsert<&page::id>(p); });
    // What is stored is no parameter, however it is written.
    db.execute_script("alter table page add raw text; update page set raw = '{\"pin\": $4711'");
    EXPECT_EQ(std::string(caught<pg::server_error>([&] { db.all<std::string>("select raw::jsonb::text from page"); }).what()),
              "pgmodel: a text is not valid for its type [22P02]");
    db.execute_script("create function pay$1() returns int language plpgsql as $$ begin return 1 / 0; end $$");
    EXPECT_EQ(std::string(caught<pg::server_error>([&] { (void)db.scalar<std::int32_t>("select pay$1() + $1::int", 1); }).what()),
              "pgmodel: division by zero [22012]");
    const auto one = caught<pg::server_error>([&] {
        db.execute(pg::update(pg::model<page>).set(col<&page::title> = "y", col<&page::more> = pg::jsonb_text("]")).all_rows());
    });
    EXPECT_EQ(std::string(one.what()), "pgmodel: a text is not valid for its type (parameter $2) [22P02]");
    EXPECT_EQ(one.info().parameter, 2U);
}

// ---- tables that are not what the structs say

struct drifted {
    std::int64_t id{};
    std::string name{};
    std::optional<std::string> note{};
    std::int32_t n{};
    mood state{};
};

class drift : public errors {
protected:
    void SetUp() override {
        db.execute_script(
            "drop table if exists drifted; drop type if exists mood; create type mood as enum ('calm', 'busy')");
    }
    void make(const std::string& columns) {
        db.execute_script("drop table if exists drifted; create table drifted (" + columns + ")");
    }
    std::string mismatch() {
        return caught<pg::schema_mismatch>([&] { (void)db.all(pg::select<drifted>()); }).what();
    }
};

TEST_F(drift, columns_of_another_type) {
    make("id bigint primary key, name text, note text, n bigint, state mood");
    const auto e = caught<pg::schema_mismatch>([&] { (void)db.all(pg::select<drifted>()); });
    EXPECT_EQ(std::string(e.what()), "pgmodel: column \"n\" is bigint in the database, but integer is expected (int)");
    EXPECT_EQ(e.column(), "n");
    EXPECT_EQ(e.table(), "drifted") << "which of the tables of a join it is";
    EXPECT_EQ(caught<pg::schema_mismatch>([&] { (void)db.all<std::tuple<std::int32_t>>("select n + 1 from drifted"); }).table(), "")
        << "no table has that column";
    make("id bigint primary key, name varchar(7), note text, n integer, state mood");
    EXPECT_EQ(mismatch(),
              "pgmodel: column \"name\" is character varying(7) in the database, but text is expected (std::string)");
    make("id bigint primary key, name text, note text, n integer, state text");
    EXPECT_EQ(mismatch(), "pgmodel: column \"state\" is text in the database, but mood is expected (mood)");
}

TEST_F(drift, columns_that_are_missing_or_renamed) {
    make("id bigint primary key, full_name text, note text, n integer, state mood");
    EXPECT_EQ(mismatch(),
              "pgmodel: column \"name\" is not in the database, but text is expected (std::string) [42703]: "
              "column \"name\" does not exist");
    const auto kind = [&](auto&& call) -> std::string {
        try {
            call();
            return "none";
        } catch (const pg::schema_mismatch& m) {
            return "schema_mismatch " + m.table() + '.' + m.column();
        } catch (const pg::error& m) {
            return m.what();
        }
    };
    EXPECT_EQ(std::string(caught<pg::schema_mismatch>([&] { db.insert(drifted{.id = 1}); }).what()),
              "pgmodel: column \"name\" of table \"drifted\" is not in the database, but text is expected (std::string) [42703]: "
              "column \"name\" does not exist");
    EXPECT_EQ(kind([&] { (void)db.all(pg::select<drifted>()); }), "schema_mismatch .name");
    EXPECT_EQ(kind([&] { (void)db.find<drifted>(1); }), "schema_mismatch drifted.name");
    EXPECT_EQ(kind([&] { db.insert(drifted{.id = 1}); }), "schema_mismatch drifted.name");
    EXPECT_EQ(kind([&] { db.update(drifted{.id = 1}); }), "schema_mismatch drifted.name");
    EXPECT_EQ(kind([&] { db.execute(pg::delete_from(pg::model<drifted>).where(col<&drifted::name> == "x")); }), "schema_mismatch drifted.name");
    EXPECT_EQ(kind([&] { db.insert(std::vector<drifted>(2)); }), "schema_mismatch drifted.name");
    EXPECT_EQ(kind([&] { (void)db.all(pg::select(col<&drifted::id>).where(col<&drifted::name> == "x")); }),
              "schema_mismatch .name");
    // Which of several queries misses it, nothing tells.
    EXPECT_EQ(kind([&] {
                  db.execute(pg::delete_from(pg::model<team>).where(
                      col<&team::id>.in(pg::select(col<&drifted::id>).where(col<&drifted::name> == "x"))));
              }),
              "schema_mismatch .name");
    EXPECT_EQ(
        kind([&] { (void)db.all(pg::select<drifted>().join(pg::model<team>, col<&drifted::id> == col<&team::id>)); }),
        "schema_mismatch .name")
        << "behind its table, which the sentence of the server names";
    db.execute_script("drop table drifted");
    const auto gone = caught<pg::schema_mismatch>([&] { (void)db.count<drifted>(); });
    EXPECT_EQ(gone.table(), "drifted");
    EXPECT_EQ(
        std::string(gone.what()),
        "pgmodel: table \"drifted\" of a model is not in the database [42P01]: relation \"drifted\" does not exist");
    EXPECT_THROW(db.all<int>("select n from drifted"), pg::server_error) << "the user's own SQL";
}

TEST_F(drift, types_that_are_missing) {
    make("id bigint primary key, name text, note text, n integer, state text");
    db.execute_script("drop type mood");
    EXPECT_EQ(mismatch(), "pgmodel: the type mood is not in the database");
}

TEST_F(drift, labels_that_are_missing) {
    db.execute_script("drop table if exists drifted; drop type if exists mood; create type mood as enum ('busy', 'other')");
    db.execute_script("create table drifted(id bigint generated by default as identity primary key, name text, note text, "
                      "n integer, state mood)");
    const std::string sentence = "pgmodel: enum type mood has no label \"calm\" in the database";
    db.transaction([&](pg::transaction& tx) {
        const auto e = caught<pg::schema_mismatch>([&] { tx.insert(drifted{.state = mood::calm}); });
        EXPECT_EQ(std::string(e.what()), sentence);
        EXPECT_EQ(e.info().data_type, "mood");
        EXPECT_EQ(tx.scalar<int>("select 1"), 1) << "the transaction has not failed";
    });
    const auto told = [&](auto call) { return std::string(caught<pg::schema_mismatch>(call).what()); };
    EXPECT_EQ(told([&] { (void)db.all(pg::select<drifted>()); }), sentence) << "before it is written";
    EXPECT_EQ(told([&] { db.insert(std::vector<drifted>(2)); }), sentence);
    EXPECT_EQ(told([&] { (void)db.scalar<std::vector<mood>>("select null::mood[]"); }), sentence);
    EXPECT_EQ(told([&] { (void)db.execute("select $1", std::vector<mood>{}); }), sentence);
    db.execute_script("alter type mood add value 'calm'");
    EXPECT_EQ(db.insert(drifted{.state = mood::calm}).state, mood::calm) << "and 'other' may be there";
    // What a column is made of is not asked where it is no enum type.
    db.execute_script("drop table drifted; drop type mood; create domain mood as text");
    EXPECT_EQ(db.scalar<std::string>("select $1::text", mood::calm), "calm");
    db.execute_script("drop domain mood");
}

TEST_F(drift, parameters_of_another_type) {
    make("id bigint generated by default as identity primary key, name text, note text, n uuid, state mood");
    try {
        db.insert(drifted{});
        FAIL();
    } catch (const pg::error& e) {
        EXPECT_NE(std::string(e.what()).find("\"n\""), std::string::npos) << e.what();
    }
}

TEST_F(drift, values_that_do_not_fit) {
    make("id bigint primary key, name text, note text, n integer, state mood");
    db.execute_script("insert into drifted values (1, 'x', null, 1, 'calm'), (2, null, null, 1, 'calm')");
    const auto null =
        caught<pg::decode_error>([&] { (void)db.all(pg::select<drifted>().order_by(col<&drifted::id>)); });
    EXPECT_EQ(std::string(null.what()),
              "pgmodel: column \"name\" of row 2 cannot be read as std::string: NULL for a field that is not optional");
    EXPECT_EQ(null.column(), "name");
    EXPECT_EQ(null.table(), "drifted");
    EXPECT_TRUE(null.statement().starts_with("select ")) << null.statement();
    db.execute_script("delete from drifted where id = 2; alter type mood add value 'furious'");
    db.execute_script("insert into drifted values (3, 'secret', null, 1, 'furious')");
    const auto label = caught<pg::decode_error>([&] { (void)db.get<drifted>(3); });
    EXPECT_EQ(std::string(label.what()),
              "pgmodel: column \"state\" of row 1 cannot be read as mood: a label that the C++ enum does not have");
    EXPECT_EQ(label.table(), "drifted");
    const auto back = caught<pg::decode_error>([&] { drifted row{.id = 3}; db.refresh(row); });
    EXPECT_EQ(back.table(), "drifted");
    EXPECT_TRUE(back.statement().starts_with("select ")) << back.statement();
    EXPECT_EQ(db.get<drifted>(1).name, "x");
    struct narrow {
        std::uint16_t n{};
    };
    EXPECT_EQ(db.one<narrow>("select 65535 as n").n, 65535);
    const auto range = caught<pg::decode_error>([&] { db.one<narrow>("select -1 as n"); });
    EXPECT_EQ(range.column(), "n");
    EXPECT_THROW(db.one<narrow>("select 65536 as n"), pg::decode_error);
    EXPECT_THROW(db.scalar<std::string>("select null::text"), pg::decode_error);
    EXPECT_THROW(db.scalar<std::vector<int>>("select array[1, null]"), pg::decode_error);
}

TEST_F(drift, a_table_changed_under_a_prepared_statement) {
    make("id bigint primary key, name text, note text, n integer, state mood");
    db.insert(drifted{.id = 1, .name = "x"});
    EXPECT_EQ(db.get<drifted>(1).name, "x");
    pg::session(dsn()).execute_script("alter table drifted add more text");
    EXPECT_EQ(db.get<drifted>(1).name, "x") << "columns are named, so one more is no matter";
    pg::session(dsn()).execute_script("alter table drifted alter n type bigint");
    EXPECT_EQ(caught<pg::schema_mismatch>([&] { (void)db.get<drifted>(1); }).column(), "n");
}

}  // namespace
