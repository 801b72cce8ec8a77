// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions, triggers, rules, views, policies, privileges, domains and extensions are read from a database, made again and
// compared.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/objects.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
namespace migrate = pgmodel::migrate;
namespace schema = pgmodel::schema;
using lines = std::vector<std::string>;

constexpr const char* everything = R"(
    create extension pg_trgm;
    create schema "O'ther";
    create domain "O'ther".year as integer default 2000 not null constraint late check (value > 1900) check (value < 2155);
    comment on domain "O'ther".year is 'of a film';
    comment on constraint late on domain "O'ther".year is 'since then';
    create domain word as varchar(20) collate "C";
    alter domain word add constraint short check (length(value) < 5) not valid;
    create domain words as word[];

    create function add(a integer, b integer default 1 + 1) returns integer language sql immutable strict parallel safe
        leakproof cost 7 as $$select a + b$$;
    create function add(bigint) returns bigint language sql stable as 'select 1::bigint';
    create function "O'ther".numbers(up_to integer, variadic "rest of" text[]) returns table (n integer, "t" text)
        language plpgsql security definer rows 5 set search_path to pg_catalog, "O'ther" set timezone to 'Europe/Berlin'
        set work_mem to '64MB' as $body$ begin return query select 1, '$$'; end $body$;
    create function split(inout a integer, out b text) language sql as 'select 1, $$x$$';
    create function pairs(out a integer, out b text) returns setof record language sql as 'select 1, $$x$$';
    create procedure clean(days integer) language sql as 'select 1';
    comment on procedure clean is 'now and then';
    create function note() returns trigger language plpgsql as 'begin return new; end';
    create aggregate total (integer) (sfunc = int4pl, stype = integer, initcond = '0', parallel = safe);
    create aggregate "O'ther".last (a "O'ther".year) (sfunc = public.add, stype = integer, finalfunc = int4abs);
    comment on aggregate total (integer) is 'a sum';

    create table t (id integer primary key, y "O'ther".year, w words, note text);
    create table "O'ther".part (id integer, at date) partition by range (at);
    create trigger first before insert or update of y, note on t for each row when (new.y is distinct from 7 and
        new.note <> ') WHEN (') execute function note('it''s', '', 'b\c');
    create trigger bulk after delete on t referencing old table as gone for each statement execute function note();
    create trigger emptied after truncate on t execute function note();
    create constraint trigger later after insert on t deferrable initially deferred for each row execute function note();
    comment on trigger first on t is 'the first';
    create trigger of_parts after insert on "O'ther".part for each row execute function note();

    create view plain with (security_barrier = true) as select id, y + 1 as next, note from t where y > 1900;
    comment on view plain is 'so plain';
    comment on column plain.next is 'year';
    create view "O'ther".outer_view as select p.next, f.n from plain as p, "O'ther".numbers(p.id, 'x') as f;
    create trigger instead instead of insert on plain for each row execute function note();
    create rule "WHERE " as on update to t where new.note <> ' DO INSTEAD ' and (new.y > old.y) do also
        insert into "O'ther".part values (new.id, null);
    create rule twice as on insert to plain do instead (insert into t (id, note) values (new.id, ') DO (;');
        delete from t as " DO ;" where " DO ;".id = 0);
    create rule flagged as on delete to plain where pg_is_in_recovery() do nothing;
    create rule kept as on delete to "O'ther".part do instead nothing;
    comment on rule twice on plain is 'into the table';
    alter table t enable replica rule "WHERE ";

    create materialized view kept with (fillfactor = 70) as select id, lower(note) as lowered from t with no data;
    create unique index kept_id on kept (id) include (lowered);
    create index kept_words on kept using gin (lowered gin_trgm_ops);
    comment on index kept_words is 'for search';
    create materialized view "O'ther".total as select total(id) from kept with no data;

    alter table t enable row level security;
    alter table "O'ther".part enable row level security;
    alter table "O'ther".part force row level security;
    create policy mine on t as restrictive for update to pgmodel_reader, pgmodel_writer using (id > 0) with check (y > 1900);
    create policy all_of_it on t using (true);
    comment on policy mine on t is 'not yours';

    create sequence numbers;
    create type mood as enum ('fine');
    grant select, insert on t to pgmodel_reader;
    grant select, update on t to pgmodel_writer with grant option;
    grant select (id, at), update (id) on "O'ther".part to public;
    grant usage on sequence numbers to pgmodel_reader;
    grant usage, create on schema "O'ther" to pgmodel_writer;
    grant create on schema public to pgmodel_writer;
    revoke execute on function add(integer, integer) from public;
    grant execute on function "O'ther".numbers to pgmodel_reader;
    revoke execute on procedure clean from public;
    grant usage on type mood to pgmodel_reader;
    revoke usage on domain "O'ther".year from public;
    grant select on plain to pgmodel_reader;
)";

class introspection_of_objects : public testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("introspection_objects");
        pg::session first{dsn()};
        for (const std::string role : {"pgmodel_reader", "pgmodel_writer"})
            if (!first.scalar<bool>("select exists (select from pg_roles where rolname = $1)", role))
                first.execute_script("create role " + role);
        first.execute_script(everything);
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    /// The sentences of all differences, after a change that is undone.
    lines after(const std::string& change) {
        pg::transaction undone{db};
        undone.execute_script(change);
        lines found;
        for (const auto& d : schema::compare(before.database, migrate::introspect(undone).database))
            found.push_back(schema::to_string(d));
        return found;
    }

    pg::session db{dsn()};
    migrate::introspection before = migrate::introspect(db);
};

TEST_F(introspection_of_objects, finds_all_of_them) {
    const auto& found = before.database;
    EXPECT_EQ(found.extensions.size(), 1u);
    EXPECT_EQ(found.domains.size(), 3u);
    EXPECT_EQ(found.functions.size(), 7u);
    EXPECT_EQ(found.aggregates.size(), 2u);
    EXPECT_EQ(found.views.size(), 4u);
    EXPECT_EQ(found.tables.size(), 2u);
    EXPECT_EQ(found.grants.size(), 13u);
    ASSERT_EQ(found.views.size(), 4u);
    const auto plain = std::find_if(found.views.begin(), found.views.end(), [](const auto& v) { return v.name == "plain"; });
    lines rules;
    for (const auto& each : plain->rules) {
        std::string text = schema::create_rule({{}, "plain"}, each) + " -- " + each.comment;
        // The server writes the optional word since the minor releases of November 2026.
        if (const auto as = text.find("t AS \" DO"); as != text.npos) text.erase(as + 2, 3);
        rules.push_back(std::move(text));
    }
    EXPECT_EQ(rules,
              (lines{"create rule flagged as on delete to plain where pg_is_in_recovery() do also nothing -- ",
                     "create rule twice as on insert to plain do instead ( INSERT INTO t (id, note)\n  VALUES (new.id, ') "
                     "DO (;'::text);\n DELETE FROM t \" DO ;\"\n  WHERE (\" DO ;\".id = 0);\n) -- into the table"}));
    lines unsupported;
    for (const auto& each : before.unsupported)
        unsupported.push_back(migrate::to_string(each));
    EXPECT_EQ(unsupported, lines{});
}

// What is read can be made again, in schemas of the same names and in an order that works, and is the same then.
TEST_F(introspection_of_objects, can_be_made_again) {
    const auto again = migrate::normalise(db, before.database);
    EXPECT_EQ(schema::to_string(schema::compare(again, before.database, {.column_order = true})), "");

    pg::session empty{pgmodel_test::create_database("introspection_copy")};
    empty.execute_script(schema::create_script(before.database));
    EXPECT_EQ(schema::to_string(schema::compare(before.database, migrate::introspect(empty).database)), "");
}

TEST_F(introspection_of_objects, sees_changes_of_functions) {
    EXPECT_EQ(after("drop function add(bigint)"), lines{"function add(bigint) is missing"});
    EXPECT_EQ(after("create function add(text) returns text language sql as 'select $1'"),
              lines{"function add(text) is not expected"});
    EXPECT_EQ(
        after("create or replace function add(a integer, b integer default 3) returns integer language sql immutable "
              "strict parallel safe leakproof cost 7 as 'select a * b'"),
        (lines{"function add(integer, integer): arguments (a integer, b integer default 3), expected (a integer, b "
               "integer default (1 + 1))",
               "function add(integer, integer): body select a * b, expected select a + b"}));
    EXPECT_EQ(
        after("alter function add(integer, integer) stable called on null input parallel unsafe not leakproof security "
              "definer cost 8"),
        (lines{"function add(integer, integer): volatility stable, expected immutable",
               "function add(integer, integer): parallel safety unsafe, expected safe",
               "function add(integer, integer): treatment of nulls called on null input, expected strict",
               "function add(integer, integer): security definer, expected invoker",
               "function add(integer, integer): leaks not leakproof, expected leakproof",
               "function add(integer, integer): cost 8, expected 7"}));
    EXPECT_EQ(
        after("alter function \"O'ther\".numbers rows 6 reset timezone"),
        (lines{
            "function \"O'ther\".numbers(integer, text[]): number of rows 6, expected 5",
            "function \"O'ther\".numbers(integer, text[]): settings search_path to pg_catalog, \"O'ther\", work_mem to "
            "'64MB', expected search_path to pg_catalog, \"O'ther\", \"TimeZone\" to 'Europe/Berlin', work_mem to "
            "'64MB'"}));
    EXPECT_EQ(after("alter function add(bigint) set temp_tablespaces to pg_default, \"O'ther\""),
              lines{"function add(bigint): settings temp_tablespaces to pg_default, \"O'ther\", expected none"});
    EXPECT_EQ(after("comment on procedure clean is null"),
              lines{"function clean(integer): comment none, expected 'now and then'"});
    EXPECT_EQ(after("create or replace aggregate total (integer) (sfunc = int4mul, stype = integer, initcond = '1')"),
              (lines{"aggregate total(integer): transition function int4mul, expected int4pl",
                     "aggregate total(integer): first state '1', expected '0'",
                     "aggregate total(integer): parallel safety unsafe, expected safe"}));
    EXPECT_EQ(after("create extension hstore"), lines{"extension hstore is not expected: 1.8"});
}

TEST_F(introspection_of_objects, sees_changes_of_triggers_rules_and_policies) {
    EXPECT_EQ(after("drop trigger emptied on t"),
              lines{"trigger emptied of t is missing: after truncate for each statement execute function note()"});
    EXPECT_EQ(after("alter trigger emptied on t rename to other"),
              lines{"trigger emptied of t: name other, expected emptied"});
    EXPECT_EQ(
        after(
            "create or replace trigger bulk after delete on t referencing old table as was for each statement execute "
            "function note()"),
        lines{"trigger bulk of t: definition after delete referencing old table as was for each statement "
              "execute function note(), expected after delete referencing old table as gone for each statement "
              "execute function note()"});
    EXPECT_EQ(after("comment on trigger first on t is 'x'"),
              lines{"trigger first of t: comment 'x', expected 'the first'"});
    EXPECT_EQ(after("drop trigger instead on plain").size(), 1u);
    EXPECT_EQ(after("drop rule kept on \"O'ther\".part"),
              lines{"rule kept of \"O'ther\".part is missing: as on delete do instead nothing"});
    EXPECT_EQ(after("alter rule flagged on plain rename to other"),
              lines{"rule flagged of plain: name other, expected flagged"});
    EXPECT_EQ(after("create or replace rule flagged as on delete to plain where old.id > 7 do instead nothing"),
              lines{"rule flagged of plain: definition as on delete where (old.id > 7) do instead nothing, expected "
                    "as on delete where pg_is_in_recovery() do also nothing"});
    EXPECT_EQ(after("alter table t enable rule \"WHERE \""),
              lines{"rule \"WHERE \" of t: state enabled, expected enabled on a replica"});
    EXPECT_EQ(after("alter table t disable rule \"WHERE \""),
              lines{"rule \"WHERE \" of t: state disabled, expected enabled on a replica"});
    EXPECT_EQ(after("comment on rule twice on plain is null"),
              lines{"rule twice of plain: comment none, expected 'into the table'"});
    EXPECT_EQ(after("create rule more as on insert to t do nothing"),
              lines{"rule more of t is not expected: as on insert do also nothing"});
    EXPECT_EQ(after("drop policy all_of_it on t"), lines{"policy all_of_it of t is missing: using (true)"});
    EXPECT_EQ(after("alter policy mine on t to public using (id > 1) with check (true)"),
              (lines{"policy mine of t: roles public, expected pgmodel_reader, pgmodel_writer",
                     "policy mine of t: condition (id > 1), expected (id > 0)",
                     "policy mine of t: check true, expected ((y)::integer > 1900)"}));
    EXPECT_EQ(after("alter table t disable row level security"),
              lines{"table t: row-level security disabled, expected enabled"});
    EXPECT_EQ(after("alter table t force row level security"),
              lines{"table t: row-level security forced, expected enabled"});
    EXPECT_EQ(after("alter table t disable row level security, force row level security"),
              lines{"table t: row-level security disabled, but forced, expected enabled"});
}

TEST_F(introspection_of_objects, sees_changes_of_views_and_domains) {
    EXPECT_EQ(after("drop materialized view \"O'ther\".total"), lines{"view \"O'ther\".total is missing"});
    EXPECT_EQ(after("refresh materialized view kept"), lines{});
    EXPECT_EQ(after("create view v as select 1 as one"), lines{"view v is not expected"});
    EXPECT_EQ(after("alter view plain reset (security_barrier)"),
              lines{"view plain: parameters none, expected (security_barrier = true)"});
    EXPECT_EQ(after("comment on column plain.next is null"),
              lines{"column next of plain: comment none, expected 'year'"});
    EXPECT_EQ(
        after("create or replace view plain with (security_barrier = true) as select id, y + 2 as next, note from t "
              "where y > 1900")
            .size(),
        1u);
    EXPECT_EQ(after("drop index kept_words"), lines{"index kept_words of kept is missing: gin (lowered gin_trgm_ops)"});
    EXPECT_EQ(after("alter domain \"O'ther\".year drop not null"),
              lines{"domain \"O'ther\".year: nullability null, expected not null"});
    EXPECT_EQ(after("alter domain \"O'ther\".year set default 2001"),
              lines{"domain \"O'ther\".year: default 2001, expected 2000"});
    EXPECT_EQ(
        after("alter domain word drop constraint short"),
        lines{"domain word: checks none, expected constraint short check ((length((VALUE)::text) < 5)) not valid"});
    EXPECT_EQ(after("create domain more as integer"), lines{"domain more is not expected: integer"});
}

TEST_F(introspection_of_objects, sees_changes_of_privileges) {
    EXPECT_EQ(after("grant select on \"O'ther\".outer_view to pgmodel_reader"),
              lines{"grant on \"O'ther\".outer_view is not expected: grant select on table \"O'ther\".outer_view to "
                    "pgmodel_reader"});
    EXPECT_EQ(after("revoke insert on t from pgmodel_reader"),
              lines{"grant on t: privileges grant select on table t to pgmodel_reader, expected grant select, insert "
                    "on table t "
                    "to pgmodel_reader"});
    EXPECT_EQ(
        after("revoke update (id) on \"O'ther\".part from public"),
        lines{
            "grant on \"O'ther\".part: privileges grant select (id) on table \"O'ther\".part to public, expected grant "
            "select (id), update (id) on table \"O'ther\".part to public"});
    EXPECT_EQ(after("grant execute on function add(integer, integer) to public"),
              lines{"grant on add is missing: revoke execute on function add(integer, integer) from public"});
    EXPECT_EQ(after("revoke create on schema public from pgmodel_writer"),
              lines{"grant on public is missing: grant create on schema public to pgmodel_writer"});
}

struct kept {
    std::int64_t id{};
    static constexpr auto table() {
        return pg::table("kept", pg::no_primary_key, pg::grant(pg::all_privileges).to("pgmodel_reader"),
                         pg::grant(pg::select_privilege, pg::maintain_privilege).to("pgmodel_writer"));
    }
};
TEST_F(introspection_of_objects, has_the_privilege_to_maintain_a_table) {
    constexpr pg::registry<kept> models{};
    EXPECT_NE(schema::create_script(schema::describe(models)).find("grant select, maintain on table kept to pgmodel_writer;"),
              std::string::npos);
    if (pgmodel_test::server_version() < 17) GTEST_SKIP() << "MAINTAIN came with PostgreSQL 17";
    pg::session own{pgmodel_test::create_database("maintained")};
    own.create_all(models);
    EXPECT_EQ(schema::to_string(migrate::compare(own, models)), "");
    EXPECT_TRUE(migrate::introspect(own).unsupported.empty());
    own.execute_script("revoke maintain on kept from pgmodel_writer");
    EXPECT_EQ(schema::to_string(migrate::compare(own, models)),
              "grant on kept: privileges grant select on table kept to pgmodel_writer, expected grant select, maintain on "
              "table kept to pgmodel_writer\n");
}

}  // namespace
