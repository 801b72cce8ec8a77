// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Plans for what cannot just be altered: types that others are made of, conversions that the server has no cast for,
// rows of what goes, privileges that no model says. Each pair of schemas is of SQL, and the steps run on rows.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "database.hpp"
#include "session_helpers.hpp"

namespace {

namespace pg = pgmodel;
namespace migrate = pg::migrate;
namespace schema = pg::schema;

class plan_types : public ::testing::Test {
protected:
    static std::string name(const char* which) {
        return "plan_types_" +
               std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()).substr(0, 30) + which;
    }
    void run(const std::vector<std::string>& statements) {
        for (const auto& sql : statements) {
            try {
                db.execute_script(sql);
            } catch (const pg::server_error& e) {
                ADD_FAILURE() << sql << " -- " << e.what();
                return;
            }
        }
    }
    void run(const std::vector<schema::step>& steps) {
        std::vector<std::string> statements;
        for (const auto& s : steps) statements.push_back(s.sql);
        run(statements);
    }
    static std::string problems(const migrate::way& w) {
        std::string all = w.not_rehearsed + to_string(w.left);
        for (const auto& r : w.refused) all += r.step.sql + " -- " + r.reason + "\n";
        return all;
    }
    schema::database wanted(const std::string& sql) {
        pg::session other{pgmodel_test::create_database(name("_to"))};
        other.execute_script(sql);
        return migrate::introspect(other).database;
    }
    /// There, back and there again, on the rows that are there.
    migrate::plan plan_and_run(const std::string& sql, const migrate::plan_options& options = {}) {
        const auto model = wanted(sql);
        const auto before = migrate::introspect(db).database;
        auto plan = migrate::make_plan(db, model, options);
        EXPECT_EQ(problems(plan.up), "");
        EXPECT_EQ(problems(plan.down), "");
        run(plan.up.steps);
        EXPECT_TRUE(migrate::make_plan(db, model).empty()) << to_script(plan);
        run(plan.down.steps);
        EXPECT_EQ(to_string(schema::compare(before, migrate::introspect(db).database)), "") << to_script(plan);
        run(plan.up.steps);
        EXPECT_TRUE(migrate::make_plan(db, model).empty()) << to_script(plan);
        return plan;
    }
    std::string ask(const std::string& query) { return db.scalar<std::string>(pg::raw_sql(query)); }
    static bool loses(const migrate::way& w) {
        for (const auto& s : w.steps)
            if (s.has(schema::hazard::loses_data)) return true;
        return false;
    }

    pg::session db{pgmodel_test::create_database(name(""))};
};

TEST_F(plan_types, what_is_made_of_a_type_is_made_anew_with_it) {
    db.execute_script("create type e as enum ('a', 'b'); create domain d as e check (value <> 'b'); create domain over as d; "
                      "create type c as (e e, i integer, o over); create table t (e e[], d d, o over, c c, cs c[]); "
                      "insert into t values ('{a,b}', 'a', 'a', row('b', 1, 'a'), array[row('a', 2, 'a')::c])");
    plan_and_run("create type e as enum ('b', 'a'); create domain d as e check (value <> 'b'); create domain over as d; "
                 "create type c as (e e, i integer, o over); create table t (e e[], d d, o over, c c, cs c[])");
    EXPECT_EQ(ask("select t::text from t"), R"q(("{a,b}",a,a,"(b,1,a)","{""(a,2,a)""}"))q");
}

TEST_F(plan_types, domains_over_another_type_convert_as_that_does) {
    db.execute_script("create domain d as numeric(5,1); create domain over as d check (value > 0); "
                      "create table t (d d, ds d[], o over); insert into t values (2.0, '{3.0}', 4.0)");
    plan_and_run("create domain d as integer; create domain over as d check (value > 0); create table t (d d, ds d[], o over)");
    EXPECT_EQ(ask("select t::text from t"), "(2,{3},4)");
}

TEST_F(plan_types, attributes_change_in_columns) {
    db.execute_script("create type pair as (gone text, a integer, b text); create table t (p pair, ps pair[]); "
                      "insert into t values (row('x', 1, 'y'), array[row('x', 2, 'z')::pair])");
    const auto plan = migrate::make_plan(
        db, wanted("create type state as enum ('on'); create type pair as (a bigint, b text, s state); create table t (p pair, ps pair[])"));
    EXPECT_EQ(problems(plan.up), "");
    EXPECT_TRUE(loses(plan.up));
    run(plan.up.steps);
    EXPECT_EQ(ask("select t::text from t"), R"q(("(1,y,)","{""(2,z,)""}"))q");
}

TEST_F(plan_types, an_enum_that_cannot_be_made_anew_stays_and_is_told) {
    db.execute_script("create type e as enum ('a', 'b'); create table t (e e not null) partition by list (e)");
    const auto model = wanted("create type e as enum ('b', 'a'); create table t (e e not null) partition by list (e)");
    const auto plan = migrate::make_plan(db, model);
    EXPECT_TRUE(plan.up.steps.empty()) << to_script(plan);
    EXPECT_EQ(to_string(plan.up.left), "enum type e: labels ('a', 'b'), expected ('b', 'a')\n");
}

TEST_F(plan_types, values_convert_where_the_server_has_no_cast) {
    db.execute_script("create type old as enum ('a', 'b'); "
                      "create table t (r int4range, e old, i integer, many integer[]); "
                      "insert into t values ('[1,3)', 'a', 5, '{7}'), (null, null, null, null)");
    const auto plan = plan_and_run("create type fresh as enum ('a', 'b'); "
                                   "create table t (r int8range, e fresh, i bigint[], many integer)");
    EXPECT_EQ(ask("select string_agg(t::text, ' ') from t"), R"q(("[1,3)",a,{5},7) (,,,))q");
    EXPECT_TRUE(loses(plan.up)) << "an array may hold more than one";
    EXPECT_TRUE(loses(plan.down));
}

TEST_F(plan_types, a_type_that_holds_less_loses_data) {
    const auto plan_of = [this](const std::string& from, const std::string& to) {
        db.execute_script("drop table if exists t; create table t (x " + from + ")");
        const auto plan = migrate::make_plan(db, wanted("create table t (x " + to + ")"));
        EXPECT_EQ(problems(plan.up), "") << from << to;
        return plan;
    };
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"numeric(8,2)", "integer"}, {"numeric(8,2)", "numeric(9,1)"}, {"numeric", "numeric(30,10)"},
             {"double precision", "real"}, {"double precision", "bigint"}, {"bigint", "double precision"},
             {"timestamp with time zone", "date"}, {"timestamp", "timestamp(0)"}, {"inet", "cidr"},
             {"integer", "boolean"}, {"numeric(8,2)[]", "integer[]"}})
        EXPECT_TRUE(loses(plan_of(from, to).up)) << from << " to " << to;
    for (const auto& [from, to] : std::vector<std::pair<std::string, std::string>>{
             {"numeric(8,2)", "numeric(10,3)"}, {"numeric(8,0)", "bigint"}, {"integer", "bigint"}, {"bigint", "integer"},
             {"integer", "numeric(8,2)"}, {"date", "timestamp"}, {"timestamp(0)", "timestamp"}, {"text", "varchar(3)"},
             {"integer", "text"}, {"real", "double precision"}, {"cidr", "inet"}})
        EXPECT_FALSE(loses(plan_of(from, to).up)) << from << " to " << to;
    EXPECT_FALSE(plan_of("integer", "bigint").up.steps.at(0).has(schema::hazard::may_fail));
    EXPECT_TRUE(plan_of("bigint", "integer").up.steps.at(0).has(schema::hazard::may_fail));
    EXPECT_TRUE(plan_of("numeric(8,2)", "numeric(10,2)").up.steps.at(0).hazards.empty()) << "the rows stay as they are";
}

TEST_F(plan_types, functions_over_rows_go_before_these) {
    db.execute_script("create table t (a integer); create view v as select a from t; create table gone (id integer); "
                      "create function of_view() returns setof v language sql as 'select * from v'; "
                      "create function of_table() returns setof gone language sql as 'select * from gone'; "
                      "create domain d as integer; create function f(d) returns boolean language sql as 'select $1 > 0'; "
                      "create domain checked as integer check (f(value))");
    plan_and_run("create table t (a integer, b integer); create view v as select b, a from t; "
                 "create function of_view() returns setof v language sql as 'select * from v'");
}

TEST_F(plan_types, views_make_way_for_aggregates) {
    db.execute_script("create function s(integer, integer) returns integer language sql immutable as 'select $1 + $2'; "
                      "create aggregate total(integer) (sfunc = s, stype = integer); create table t (a integer); "
                      "create view v as select total(a) from t");
    plan_and_run("create function s(bigint, integer) returns bigint language sql immutable as 'select $1 + $2'; "
                 "create aggregate total(integer) (sfunc = s, stype = bigint); create table t (a integer); "
                 "create view v as select total(a) from t");
}

TEST_F(plan_types, tables_are_logged_after_those_that_they_refer_to) {
    db.execute_script("create unlogged table z (id integer primary key); create unlogged table a (z integer references z)");
    plan_and_run("create table z (id integer primary key); create table a (z integer references z)");
}

TEST_F(plan_types, an_extension_that_comes_is_there_for_both_ways) {
    db.execute_script("create table t (room integer, during int4range)");
    const auto plan = migrate::make_plan(db, wanted("create extension btree_gist; create table t (room integer, during int4range, "
                                                    "exclude using gist (room with =, during with &&))"));
    EXPECT_EQ(problems(plan.up), "");
    EXPECT_EQ(problems(plan.down), "");
}

TEST_F(plan_types, a_type_of_another_name_and_bodies_with_old_ones) {
    db.execute_script("create type st as enum ('a'); create table posts (s st, n integer); insert into posts values ('a', 3); "
                      "create function total() returns bigint language sql as 'select sum(n) from posts'");
    const auto plan = plan_and_run("create type state as enum ('a'); create table articles (s state, m integer); "
                                   "create function total() returns bigint language sql as 'select sum(m) from articles'",
                                   {.renamed = {migrate::rename_type("st", "state"), migrate::rename_table("posts", "articles"),
                                                migrate::rename_column("articles", "n", "m")}});
    EXPECT_EQ(plan.up.steps.at(0).sql, "alter type st rename to state");
    EXPECT_EQ(plan.up.steps.at(0).about, "type st");
    EXPECT_EQ(ask("select s::text || total() from articles"), "a3");
}

TEST_F(plan_types, who_may_use_what_is_made_anew_may_still) {
    for (const char* role : {"plan_types_reader", "plan_types_owner"})
        if (!db.scalar<bool>("select exists (select from pg_roles where rolname = $1)", std::string(role)))
            db.execute_script(std::string("create role ") + role);
    db.execute_script("create table t (a integer); create view v as select a from t; grant select on v to plan_types_reader; "
                      "create function f() returns integer language sql as 'select 1'; "
                      "revoke execute on function f() from public; grant execute on function f() to plan_types_reader");
    const auto plan = plan_and_run("create table t (a bigint); create view v as select a from t; "
                                   "create function f() returns bigint language sql as 'select 1::bigint'");
    EXPECT_FALSE(loses(plan.up));
    EXPECT_EQ(ask("select (has_table_privilege('plan_types_reader', 'v', 'select') and has_function_privilege("
                  "'plan_types_reader', 'f()', 'execute'))::text"), "true");
    EXPECT_EQ(ask("select has_function_privilege('plan_types_owner', 'f()', 'execute')::text"), "false");

    db.execute_script("alter view v owner to plan_types_owner; grant select on t to plan_types_owner");
    plan_and_run("create table t (a integer); create view v as select a from t; "
                 "create function f() returns bigint language sql as 'select 1::bigint'");
    EXPECT_EQ(ask("select viewowner::text from pg_views where viewname = 'v'"), "plan_types_owner");
    db.execute_script("drop view v; drop owned by plan_types_reader, plan_types_owner; drop role plan_types_reader, plan_types_owner");
}

TEST_F(plan_types, foreign_keys_make_way_for_unique_indexes) {
    db.execute_script("create table p (a integer, b integer, c integer); create unique index pi on p (a desc) include (c); "
                      "create table f (a integer constraint fk references p (a)); insert into p values (1, 2, 3); "
                      "insert into f values (1)");
    plan_and_run("create table p (a bigint, b integer, c bigint, s bigint); create unique index pi on p (a) include (c, b); "
                 "create unique index si on p (s); alter table p add constraint own foreign key (a) references p (s) not valid; "
                 "create table f (a bigint constraint fk references p (a))");
    plan_and_run("create table p (a bigint unique, b integer, c bigint, s bigint); create unique index si on p (s); "
                 "alter table p add constraint own foreign key (a) references p (s) not valid; "
                 "create table f (a bigint constraint fk references p (a), s bigint references p (s))");
    const auto in_use = migrate::make_plan(
        db, wanted("create table p (a bigint unique, b integer, c bigint, s bigint); create unique index si on p (s); "
                   "create unique index bi on p (b); alter table p add constraint own foreign key (a) references p (s) not valid; "
                   "create table f (a bigint constraint fk references p (a), s bigint references p (s)); "
                   "create table g (b integer references p (b))"),
        {.online = true});
    EXPECT_EQ(problems(in_use.up), "");
    run(in_use.up.steps);
}

// What PostgreSQL has no ALTER for is no step, loses nothing, and stands in the file with a sentence.
TEST_F(plan_types, what_has_no_alter_is_said_in_a_sentence) {
    const std::string keys = "PostgreSQL does not change how a table is partitioned: make another one, and move the rows";
    const std::string order = "PostgreSQL leaves attributes in their order, and puts new ones last: make another type for the columns";
    const std::string ranges = "PostgreSQL does not change what a range type consists of: make another one for the columns";
    const std::string t = "create table t (a text, b integer) ", p = "; create table p partition of t ";
    const std::string d = "create function d(double precision, double precision) returns double precision language sql immutable "
                          "as 'select $1 - $2'; ";
    const struct {
        std::string from, to, why;
    } cases[]{
        {t + "partition by range (a)", t + "partition by range (b)", keys},
        {t + "partition by range (a)", t + "partition by range (a text_pattern_ops)", keys},
        {t + "partition by range (a)", t + "partition by range (a collate \"C\")", keys},
        {t + "partition by range (a)", t + "partition by range (lower(a))", keys},
        {t + "partition by list (b)" + p + "for values in (1)", t + "partition by range (b)" + p + "for values from (1) to (2)", keys},
        {t + "partition by list (b)" + p + "for values in (1)", t, keys},
        {t, t + "partition by list (b)" + p + "for values in (1)", keys},
        {t + "partition by list (b)" + p + "for values in (1) partition by list (a)",
         t + "partition by list (b)" + p + "for values in (1) partition by hash (a)", keys},
        {"create type c as (a integer, b text)", "create type c as (b text, a integer)", order},
        {"create type c as (a integer, b text); create table t (c c)", "create type c as (x integer, a integer, b text); create table t (c c)", order},
        {"create type r as range (subtype = integer); create table t (r r)", "create type r as range (subtype = bigint); create table t (r r)", ranges},
        {d + "create type r as range (subtype = float8)", d + "create type r as range (subtype = float8, subtype_diff = d)", ranges},
        {"create type r as range (subtype = text)", "create type r as range (subtype = text, subtype_opclass = text_pattern_ops)", ranges},
        {"create type r as range (subtype = text)", "create type r as range (subtype = text, collation = \"C\")", ranges},
        {"create type r as range (subtype = text)", "create type r as range (subtype = text, multirange_type_name = many)", ranges}};
    for (const auto& [from, to, why] : cases) {
        db.execute_script("drop schema public cascade; create schema public; " + from);
        const auto model = wanted(to);
        const auto plan = migrate::make_plan(db, model);
        EXPECT_FALSE(plan.empty() || plan.up.complete()) << from << to;
        EXPECT_FALSE(loses(plan.up)) << from << " to " << to << to_script(plan);
        EXPECT_NE(to_script(plan).find("; " + why + "\n"), std::string::npos) << to_script(plan);
        EXPECT_EQ(to_script(plan).find("detach"), std::string::npos) << to_script(plan);
    }
}

// Also where the steps could not be tried, here since nobody may make the view again that is there.
TEST_F(plan_types, what_has_no_alter_is_said_where_nothing_is_tried) {
    db.execute_script("create type e as enum ('a', 'b'); create view v as select 1 as a; create type c as (a integer, b text); "
                      "create table t (a integer, b integer) partition by range (a); create function no() returns event_trigger "
                      "language plpgsql as $$ begin raise 'no views'; end $$; create event trigger no on ddl_command_start when "
                      "tag in ('CREATE VIEW') execute function no()");
    const auto plan = migrate::make_plan(
        db, wanted("create function no() returns event_trigger language plpgsql as $$ begin raise 'no views'; end $$; create type "
                   "e as enum ('b', 'a'); create type c as (b text, a integer); create table t (a integer, b integer) partition by "
                   "range (b)"));
    EXPECT_NE(plan.up.not_rehearsed, "") << to_script(plan);
    EXPECT_EQ(to_string(plan.up.left), "composite type c: attributes (a integer, b text), expected (b text, a integer)\n"
                                       "table t: partitioning by range (a), expected by range (b)\n") << to_script(plan);
}

// What only has the name of a type that is made anew, and stands in another schema, is left alone.
TEST_F(plan_types, types_of_one_name_in_two_schemas) {
    const std::string others = "create schema other; create type other.st as enum ('x', 'y'); create table other.u (s other.st); ";
    const std::string rest = "; create table t (s other.st default 'x', mine st, check (s <> 'y'::other.st)); create view v as "
                             "select s from t where s = 'x'::other.st; create function f(other.st) returns other.st language sql "
                             "as 'select $1::other.st'; create function g(st) returns st language sql as 'select $1::public.st'";
    db.execute_script(others + "create type st as enum ('a', 'b')" + rest + "; insert into t values ('x', 'a')");
    const auto plan = plan_and_run(others + "create type st as enum ('b', 'a')" + rest);
    const std::string up = to_script(plan).substr(0, to_script(plan).find("-- pgmodel: down"));
    EXPECT_EQ(up.find("other.st"), std::string::npos) << up;
    EXPECT_NE(up.find("drop function g("), std::string::npos) << up;
    EXPECT_EQ(ask("select t::text from t"), "(x,a)");
    // The other one is made anew, and this one left alone.
    plan_and_run("create schema other; create type other.st as enum ('y', 'x'); create table other.u (s other.st); create type "
                 "st as enum ('b', 'a')" + rest);
}

// A function over the rows of a table, or that reads another, comes after it, and what calls it after that.
constexpr const char* self_called =
    "create table scale (a integer); create table t (a integer, b integer); "
    "create function good(t) returns boolean language sql immutable as 'select $1.a > 0'; "
    "create function top() returns integer language sql stable as 'select coalesce(max(a), 7) from scale'; "
    "create function name_of(t) returns text language sql immutable as 'select coalesce($1.a, 0)::text'; "
    "create function reads(integer) returns integer language sql immutable set search_path = public as 'select $1 + count(*)::integer from scale'; "
    "alter table t add constraint is_good check (good(t)); comment on constraint is_good on t is 'as good() says'; "
    "alter table t alter column b set default top(); create index named on t (name_of(t.*)); comment on index named is 'n'; "
    "create index read on t (reads(a)); create index half on t (a) where reads(b) > 0; alter table t cluster on read; create statistics st on reads(a), b from t; "
    "alter statistics st set statistics 7; alter table t add constraint apart exclude using btree (reads(a) with =); "
    "create table p (a integer, b integer) partition by range (a); create table p1 partition of p for values from (0) to (9); "
    "create table p2 (like p) partition by range (b); create table p3 partition of p2 for values from (0) to (9); "
    "create function of_p(p1) returns boolean language sql immutable as 'select $1.a >= 0'; "
    "alter table p1 add constraint of_p1 check (of_p(p1)); alter table p3 alter b set default top(); "
    "create table scaled (scale integer, s integer generated always as (twice(scale)) stored)";

TEST_F(plan_types, what_functions_need_comes_before_what_calls_them) {
    const std::string sql = std::string("create function twice(scale integer) returns integer language sql immutable as "
                                        "'select scale * 2'; ") + self_called;
    const auto model = wanted(sql);
    run(schema::create_statements(model));
    EXPECT_EQ(to_string(schema::compare(model, migrate::introspect(db).database)), "");
    db.execute_script("insert into t values (1)");
    EXPECT_THROW(db.execute_script("insert into t values (-1)"), pg::check_violation);
    EXPECT_EQ(ask("select b::text from t"), "7");
    run(schema::drop_statements(model));
    run(schema::drop_statements(model));
    EXPECT_EQ(ask("select count(*)::text from pg_class as c join pg_namespace as n on n.oid = relnamespace where nspname = 'public'"), "0");

    db.execute_script("create table other (a integer); insert into other values (1)");
    plan_and_run(sql + "; create table other (a integer)");
    EXPECT_THROW(db.execute_script("insert into t values (-1)"), pg::check_violation);
    plan_and_run("create table other (a integer); create table t (a integer, b integer)", {.online = true});
}

// The functions that new columns call are made before them, although they read tables; none is tried twice.
TEST_F(plan_types, functions_that_new_columns_call_come_before_them) {
    const std::string before = "create table t (a integer); create table p (a integer, b integer) partition by range (a); create "
                               "table p1 partition of p for values from (0) to (9); ";
    const std::string after =
        "create table scale (a integer); create function top() returns integer language sql stable as 'select coalesce(max(a), 7) "
        "from scale'; create function over_top() returns integer language sql stable as 'select top() + 1'; "
        "create table t (a integer, b integer default "
        "over_top() not null unique, c integer default top() check (c > 0)); create index on t (b, c); create "
        "function rest() returns bigint language sql stable as 'select count(*) from t'; create view v as select b, rest() from t; create table p (a integer, b integer) partition by range (a); create table p1 partition of p for values "
        "from (0) to (9); alter table p1 alter b set default top()";
    const auto model = wanted(after);
    db.execute_script(before + "insert into t values (1)");
    run(schema::alter_statements(model, migrate::introspect(db).database));
    EXPECT_EQ(to_string(schema::compare(model, migrate::introspect(db).database)), "");
    EXPECT_EQ(ask("select t::text from t"), "(1,8,7)");
    db.execute_script("drop schema public cascade; create schema public; " + before + "insert into t values (1)");
    plan_and_run(after);
    EXPECT_EQ(ask("select t::text from t"), "(1,8,7)");
    // One that reads such a column itself has to wait for it, and what calls it as well: the rehearsal finds that out.
    db.execute_script("drop schema public cascade; create schema public; create table t (a integer); insert into t values (1)");
    plan_and_run("create table t (a integer, b integer); create function f() returns integer language sql as 'select "
                 "coalesce(max(b), 5) from t'; alter table t add c integer default f()");
}

TEST_F(plan_types, a_label_of_another_name_and_a_body_with_the_old_one) {
    db.execute_script("create type st as enum ('a', 'b'); create table t (s st); insert into t values ('a'); "
                      "create function f(x integer) returns integer language sql as $$select 1 from t where s = 'a'::st limit 1$$; "
                      "create view v as select f(1) as n");
    plan_and_run("create type st as enum ('z', 'b'); create table t (s st); "
                 "create function f(x integer) returns bigint language sql as $$select 2::bigint from t where s = 'z'::st limit 1$$; "
                 "create view v as select f(1) as n",
                 {.renamed = {migrate::rename_label({"public", "st"}, "a", "z")}});
    EXPECT_EQ(ask("select n::text from v"), "2");
}

// The server refuses it, and no row is moved behind the back of triggers and foreign keys.
TEST_F(plan_types, rows_of_a_new_partition_in_the_default_one_stop_it) {
    const std::string before = "create table p (a integer primary key) partition by range (a); "
                               "create table rest partition of p default; ";
    db.execute_script(before + "insert into p values (5), (25)");
    const auto model = wanted(before + "create table p1 partition of p for values from (0) to (10)");
    const auto plan = migrate::make_plan(db, model);
    EXPECT_EQ(problems(plan.up) + problems(plan.down), "");
    EXPECT_NE(to_script(plan).find("may fail"), std::string::npos) << to_script(plan);
    EXPECT_THROW(db.transaction([&](pg::transaction& tx) {
        for (const auto& s : plan.up.steps) tx.execute_script(s.sql.c_str());
    }),
                 pg::server_error);
    EXPECT_EQ(ask("select string_agg(tableoid::regclass || p::text, ' ' order by a) from p"), "rest(5) rest(25)");
    db.execute_script("delete from p where a = 5");
    run(plan.up.steps);
    EXPECT_TRUE(migrate::make_plan(db, model).empty()) << to_script(plan);
}

TEST_F(plan_types, long_names_that_differ_at_their_end_step_aside) {
    const std::string a(62, 'x'), types = "create table t (a " + a + "1, b " + a + "2); ";
    db.execute_script("create type " + a + "1 as enum ('a', 'b'); create type " + a + "2 as enum ('a', 'b'); " + types +
                      "insert into t values ('a', 'b')");
    plan_and_run("create type " + a + "1 as enum ('b', 'a'); create type " + a + "2 as enum ('b', 'a'); " + types);
    EXPECT_EQ(ask("select t::text from t"), "(a,b)");
}

TEST_F(plan_types, functions_that_are_made_anew_have_their_owner_again) {
    if (!db.scalar<bool>("select exists (select from pg_roles where rolname = 'plan_types_maker')"))
        db.execute_script("create role plan_types_maker");
    db.execute_script("create function f(a integer) returns integer language sql as 'select 1'; alter function f owner to plan_types_maker; "
                      "create aggregate total(integer) (sfunc = int4pl, stype = integer, initcond = '0'); "
                      "alter aggregate total(integer) owner to plan_types_maker");
    plan_and_run("create function f(a integer) returns bigint language sql as 'select 1::bigint'; "
                 "create aggregate total(integer) (sfunc = int4pl, stype = integer, initcond = '1')");
    EXPECT_EQ(ask("select string_agg(pg_get_userbyid(proowner)::text, ' ') from pg_proc where proname in ('f', 'total')"),
              "plan_types_maker plan_types_maker");
    db.execute_script("drop function f; drop aggregate total(integer); drop role plan_types_maker");
}

TEST_F(plan_types, views_stay_that_only_have_a_word_in_common) {
    const std::string views = "create view bystander as select person.name, 'item'::text as kind from person; "
                              "create view other_column as select a from item; "
                              "create view concerned as select x.renamed from item x(q, renamed); "
                              "create view quoted as select size as \"owner's\" from item;";
    db.execute_script("create table item (a integer, size integer); create table person (name text, item integer); " + views);
    const auto plan = plan_and_run("create table item (a integer, size bigint); create table person (name text, item integer); " + views);
    EXPECT_EQ(to_script(plan).find("bystander"), std::string::npos) << to_script(plan);
    EXPECT_EQ(to_script(plan).find("other_column"), std::string::npos) << to_script(plan);
    EXPECT_NE(to_script(plan).find("create view concerned"), std::string::npos) << to_script(plan);
}

TEST_F(plan_types, types_of_one_name_are_told_apart_by_their_schemas) {
    const std::string here = "create schema aside; create type state as enum ('a', 'b'); ",
                      table = "create table t (here state, there aside.state); create domain d as state; "
                              "create view v as select here from t where here = 'a'::state; "
                              "create function f(state) returns state language sql as 'select $1'; ";
    db.execute_script(here + "create type aside.state as enum ('x', 'y'); " + table + "insert into t values ('b', 'y')");
    const auto plan = plan_and_run(here + "create type aside.state as enum ('y', 'x'); " + table);
    EXPECT_EQ(ask("select t::text from t"), "(b,y)");
    for (const char* word : {"column here", "function f", "domain d", "view v"})
        EXPECT_EQ(to_script(plan).find(word), std::string::npos) << to_script(plan);
}

TEST_F(plan_types, an_index_of_a_partition_stays_its_own) {
    const std::string tables = "create table p (a integer, b integer) partition by range (a); "
                               "create table p1 partition of p for values from (0) to (10); ";
    db.execute_script(tables + "create index own on p1 (b)");
    plan_and_run(tables + "create index of_all on p (b); create index own on p1 (b)");
}

TEST_F(plan_types, rows_are_filled_from_their_other_columns) {
    db.execute_script("create table t (net integer not null, tax integer); insert into t values (10, 2), (20, null)");
    const auto plan = plan_and_run(
        "create table t (net integer not null, tax integer not null, gross integer not null, kind text not null)",
        {.filled = {migrate::fill("t", "tax", "0"), migrate::fill({"public", "t"}, "gross", "net + tax"),
                    migrate::fill("t", "kind", "'net'")}});
    EXPECT_EQ(ask("select string_agg(t::text, ' ' order by net) from t"), "(10,2,12,net) (20,0,20,net)");
    EXPECT_NE(to_script(plan).find("add column kind text not null default 'net'"), std::string::npos) << to_script(plan);
    const auto model = wanted("create table t (net integer not null)");
    PGMODEL_EXPECT_THROW(migrate::make_plan(db, model, {.filled = {migrate::fill("t", "nett", "1")}}), pg::usage_error,
                         "neither the models nor the database have the column nett of t that is to be filled");
    PGMODEL_EXPECT_THROW(migrate::make_plan(db, model, {.renamed = {migrate::rename_column("t", "nett", "net")}}),
                         pg::usage_error, "or the new name is taken: alter table t rename column nett to net");
    // The rehearsal fills, too.
    const auto wrong = migrate::make_plan(db, wanted("create table t (net integer not null, x integer not null)"),
                                          {.filled = {migrate::fill("t", "x", "1 +")}});
    EXPECT_FALSE(wrong.up.refused.empty());
}

TEST_F(plan_types, columns_are_split_and_joined_before_the_old_ones_go) {
    db.execute_script("create table people (id integer primary key, \"full\" text not null, nick text); create index on people "
                      "(\"full\"); create view names as select id, \"full\" from people; "
                      "insert into people values (1, 'Ada Lovelace', 'a'), (2, 'Alan Turing', null)");
    const auto plan = plan_and_run(
        "create table people (id integer primary key, first text not null, last text, nick text); create view names as select id, "
        "first, last from people",
        {.filled = {migrate::fill("people", "first", "split_part(\"full\", ' ', 1)"),
                    migrate::fill("people", "last", "split_part(\"full\", ' ', 2)"),
                    migrate::fill("people", "full", "first || ' ' || last")}});
    EXPECT_EQ(ask("select string_agg(concat(id, first, '/', last, nick), ' ' order by id) from people"),
              "1Ada/Lovelacea 2Alan/Turing");
    std::string up = to_script(plan).substr(0, to_script(plan).find("\n-- pgmodel: down\n"));
    // Before PostgreSQL 16 the columns of a view's only table are written with it.
    for (auto at = up.find("people.", up.find("create view")); at != up.npos; at = up.find("people.", at)) up.erase(at, 7);
    EXPECT_EQ(up,
              R"(-- view names
drop view names;
-- index people_full_idx of people
drop index people_full_idx;
-- column first of people
alter table people add column first text;
-- blocks writes
update people set first = split_part("full", ' ', 1) where first is null;
-- scans the table, may fail for the rows that are there
alter table people alter column first set not null;
-- column last of people
alter table people add column last text;
-- blocks writes
update people set last = split_part("full", ' ', 2) where last is null;
-- view names
create view names as SELECT id,
    first,
    last
   FROM people;
-- column "full" of people: loses data, breaks programs that run now
alter table people drop column "full";
)");
}

TEST_F(plan_types, columns_are_filled_from_a_table_that_goes) {
    db.execute_script("create table addresses (person integer primary key, town text not null); create table people (id integer "
                      "primary key); insert into people values (1); insert into addresses values (1, 'Bonn')");
    const auto plan = migrate::make_plan(
        db, wanted("create table people (id integer primary key, town text not null)"),
        {.filled = {migrate::fill("people", "town", "(select a.town from addresses as a where person = id)")}});
    EXPECT_EQ(problems(plan.up) + problems(plan.down), "");
    EXPECT_EQ(plan.up.steps.back().sql, "drop table addresses");
    run(plan.up.steps);
    EXPECT_EQ(ask("select town from people"), "Bonn");
}

TEST_F(plan_types, what_fills_has_the_new_names) {
    db.execute_script("create table people (id integer primary key, \"full\" text not null); insert into people values (1, 'a b')");
    const auto model = wanted("create table people (id integer primary key, name text not null, first text not null)");
    const std::vector<migrate::renaming> renamed{migrate::rename_column("people", "full", "name")};
    const auto wrong = migrate::make_plan(
        db, model, {.renamed = renamed, .filled = {migrate::fill("people", "first", "split_part(\"full\", ' ', 1)")}});
    ASSERT_FALSE(wrong.up.refused.empty());
    EXPECT_NE(wrong.up.refused[0].reason.find("; what fills a column calls others by their new names: name, not \"full\""),
              std::string::npos)
        << wrong.up.refused[0].reason;
    const auto right = migrate::make_plan(
        db, model, {.renamed = renamed, .filled = {migrate::fill("people", "first", "split_part(name, ' ', 1)")}});
    EXPECT_EQ(problems(right.up) + problems(right.down), "");
    run(right.up.steps);
    EXPECT_EQ(ask("select first from people"), "a");
    run(right.down.steps);
}

// Each block runs as `up` runs it; what it holds at its end is what others wait for.
TEST_F(plan_types, a_new_trigger_does_not_run_for_rows_that_are_filled) {
    const std::string function = "create function count_up() returns trigger language plpgsql as $$ begin new.rev := old.rev + 1; return "
                                 "new; end $$; ";
    const std::string table = "create table people (id integer primary key, name text not null, rev integer not null";
    for (const bool online : {false, true}) {
        db.execute_script("drop table if exists people; drop function if exists count_up; " + function + table +
                          "); insert into people values (1, 'A', 1)");
        const auto model = wanted(function + table + ", key text not null); create trigger counts before update on people for each row "
                                                     "execute function count_up(); comment on trigger counts on people is 'c'");
        const auto plan = migrate::make_plan(db, model, {.online = online, .filled = {migrate::fill("people", "key", "lower(name)")}});
        EXPECT_EQ(problems(plan.up) + problems(plan.down), "") << online;
        for (const auto& step : plan.up.steps) db.execute_script(step.sql);
        EXPECT_EQ(ask("select concat(key, rev) from people"), "a1") << online;
        EXPECT_EQ(to_string(schema::compare(model, migrate::introspect(db).database)), "") << online;
    }
}

TEST_F(plan_types, in_use_nobody_waits_for_rows_that_are_filled) {
    db.execute_script("create table people (id integer primary key, name text not null, nick text); "
                      "insert into people values (1, 'a', null)");
    const auto model = wanted("create table people (id integer primary key, name text not null, nick text not null, upper text not "
                              "null, token uuid not null, code integer not null)");
    const auto plan = migrate::make_plan(db, model,
                                         {.online = true,
                                          .filled = {migrate::fill("people", "nick", "name"), migrate::fill("people", "upper", "upper(name)"),
                                                     migrate::fill("people", "token", "gen_random_uuid()"),
                                                     migrate::fill("people", "code", "7")}});
    EXPECT_EQ(problems(plan.up) + problems(plan.down), "");
    std::size_t updates = 0;
    for (std::size_t i = 0; i < plan.up.steps.size();) {
        bool updated = false;
        {
            pg::transaction block{db};
            do {
                updated |= plan.up.steps[i].sql.starts_with("update ");
                updated |= plan.up.steps[i].sql.find(" validate ") != std::string::npos;
                block.execute_script(plan.up.steps[i].sql);
            } while (++i < plan.up.steps.size() && !plan.up.steps[i].apart);
            if (updated) {
                ++updates;
                EXPECT_FALSE(block.scalar<bool>("select exists (select from pg_locks where relation = 'people'::regclass and mode "
                                                "= 'AccessExclusiveLock' and granted)"))
                    << plan.up.steps[i - 1].sql;
            }
            block.commit();
        }
        // A program that knows nothing of it goes on, until NULL is refused.
        if (updates == 1 && updated) db.execute("insert into people (id, name, token, code) values (2, 'b', gen_random_uuid(), 8)");
    }
    EXPECT_EQ(updates, 9u) << "two for each and a validation";
    EXPECT_EQ(ask("select string_agg(concat(nick, upper, code), ' ' order by id) from people where token is not null"), "aA7 bB8");
    EXPECT_EQ(to_string(schema::compare(model, migrate::introspect(db).database)), "");
    const std::string text = to_script(plan);
    EXPECT_NE(text.find(R"(
-- pgmodel: transaction
-- column upper of people: blocks writes
update people set upper = upper(name) where upper is null;

-- pgmodel: transaction
alter table people add constraint people_upper_not_null check (upper is not null) not valid;

-- pgmodel: transaction
-- column upper of people, of rows that came meanwhile
update people set upper = upper(name) where upper is null;

-- pgmodel: transaction
-- column upper of people: may fail for the rows that are there
alter table people validate constraint people_upper_not_null;

-- pgmodel: transaction
alter table people alter column upper set not null;
alter table people drop constraint people_upper_not_null;
)"),
              std::string::npos)
        << text;
}

TEST_F(plan_types, in_use_views_are_away_for_one_transaction_only) {
    db.execute_script("create table people (id integer primary key, name text not null, nick text not null); create view names as "
                      "select id, nick from people; create index by_id on people (id); insert into people values (1, 'a', 'b')");
    const auto plan = migrate::make_plan(
        db,
        wanted("create function loud(p text) returns text language sql immutable as $$ select upper(p) $$; create table people (id "
               "integer primary key, name text not null, nick varchar(20) not null, town text not null); create unique index by_name "
               "on people (name); create index by_loud on people (loud(name)); comment on index by_name is 'of names'; alter table "
               "people replica identity using index by_name; create view names as select id, nick from people; create table notes "
               "(name text references people (name))"),
        {.online = true, .filled = {migrate::fill("people", "town", "name")}});
    EXPECT_EQ(problems(plan.up) + problems(plan.down), "");
    for (const auto* steps : {&plan.up.steps, &plan.down.steps}) {
        bool away = false, seen = false;
        for (const auto& s : *steps) {
            EXPECT_FALSE(away && (s.alone || s.apart)) << s.sql;
            if (s.sql == "drop view names") away = seen = true;
            if (s.sql.starts_with("create view names")) away = false;
        }
        EXPECT_TRUE(seen && !away);
    }
    const std::string text = to_script(plan);
    const migrate::script scripts[]{{"0001_x.sql", text}};
    migrate::up(db, scripts);
    EXPECT_TRUE(migrate::introspect(db).unsupported.empty());
    migrate::down(db, scripts);
    migrate::up(db, scripts);
    EXPECT_EQ(ask("select town from people"), "a");
}

TEST_F(plan_types, rows_are_written_anew_once_for_all_columns) {
    db.execute_script("create table t (a integer default 1, b text, c integer not null, d varchar(5)); create table u (a integer); "
                      "insert into t values (1, '2', 3, 'x')");
    const auto plan = plan_and_run("create table t (a bigint default 1, b integer, c integer, d text); create table u (a bigint)");
    EXPECT_EQ(to_script(plan).substr(0, to_script(plan).find("\n-- pgmodel: down\n")),
              R"(-- column a of t
alter table t alter column a drop default;
-- column a of t, column b of t, column d of t: rewrites the table, breaks programs that run now, may fail for the rows that are there
alter table t alter column a type bigint, alter column b type integer using b::integer, alter column d type text;
-- column a of u: rewrites the table, breaks programs that run now
alter table u alter column a type bigint;
-- column a of t
alter table t alter column a set default 1;
-- column c of t
alter table t alter column c drop not null;
)");
    // One that the server has no way for does not take the others along.
    const auto some = migrate::make_plan(db, wanted("create table t (a integer default 1, b uuid, c bigint, d text); create table u (a bigint)"));
    ASSERT_EQ(some.up.refused.size(), 1u);
    EXPECT_EQ(some.up.refused[0].step.sql, "alter table t alter column b type uuid using b::uuid");
    EXPECT_EQ(some.up.steps.at(1).sql, "alter table t alter column a type integer, alter column c type bigint");
    const auto first = migrate::make_plan(db, wanted("create table t (a uuid, b bigint, c integer, d text); create table u (a bigint)"));
    ASSERT_EQ(first.up.refused.size(), 1u);
    EXPECT_EQ(first.up.steps.at(0).sql, "alter table t alter column a drop default");
}

TEST_F(plan_types, in_use_unique_constraints_are_made_of_an_index) {
    db.execute_script("create table people (id integer primary key, name text not null, nick text not null, code integer, constraint "
                      "people_code_key unique (code)); insert into people values (1, 'a', 'b', 2)");
    const auto plan = plan_and_run(
        "create table people (id integer primary key, name text not null, nick text not null unique nulls not distinct deferrable, code "
        "integer, constraint people_code_key unique (code) include (id), constraint \"by name\" unique (name) include (nick) with "
        "(fillfactor = 70)); comment on constraint \"by name\" on people is 'of names'; create table notes (name text references "
        "people (name))",
        {.online = true});
    const std::string text = to_script(plan);
    EXPECT_NE(text.find(R"(
-- pgmodel: alone
-- unique constraint "by name" of people: may fail for the rows that are there
create unique index concurrently "by name" on people (name) include (nick) with (fillfactor = 70);

-- pgmodel: alone
-- unique constraint people_nick_key of people: may fail for the rows that are there
create unique index concurrently people_nick_key on people (nick) nulls not distinct;

-- pgmodel: transaction
)"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("alter table people add constraint people_nick_key unique using index people_nick_key deferrable;\n"),
              std::string::npos)
        << text;
    EXPECT_NE(text.find("alter table people add constraint people_code_key unique (code) include (id);\n"), std::string::npos)
        << "one that is there goes and comes in one transaction";
    const migrate::script scripts[]{{"0001_x.sql", text}};
    run(plan.down.steps);
    migrate::up(db, scripts);
    migrate::down(db, scripts);
}

TEST_F(plan_types, rows_are_filled_beside_what_waits_for_the_end) {
    db.execute_script("create table p (id integer primary key); create table c (a integer, p integer constraint later references p "
                      "deferrable initially deferred); insert into p values (1); insert into c values (1, null)");
    const auto plan = migrate::make_plan(
        db, wanted("create table p (id integer primary key); create table c (a integer, p integer not null constraint later "
                   "references p deferrable initially deferred)"),
        {.filled = {migrate::fill("c", "p", "a")}});
    {
        pg::transaction tx{db};
        for (const auto& s : plan.up.steps) tx.execute_script(s.sql);
        tx.commit();
    }
    EXPECT_EQ(ask("select c::text from c"), "(1,1)");
}

TEST_F(plan_types, partitions_change_along_with_their_table) {
    db.execute_script("create table p (a integer primary key, b integer) partition by range (a); "
                      "create table p1 partition of p for values from (0) to (10); create table p2 partition of p for values "
                      "from (10) to (20); create table c (a integer references p); insert into p values (1, 2); insert into c values (1)");
    plan_and_run("create table p (a integer primary key, b bigint, d text) partition by range (a); "
                 "create table p1 partition of p for values from (0) to (20); create table c (a integer references p)");
    EXPECT_EQ(ask("select p1::text from p1"), "(1,2,)");
}

TEST_F(plan_types, domains_within_arrays_ask_more) {
    db.execute_script("create domain d as integer; create type c as (d d); create table t (ds d[], c c); "
                      "insert into t values ('{1}', row(2))");
    plan_and_run("create domain d as integer check (value < 9); create type c as (d d); create table t (ds d[], c c)");
    EXPECT_THROW(db.execute_script("update t set ds = '{10}'"), pg::check_violation);
}

TEST_F(plan_types, changed_conditions_stand_as_they_are_written) {
    struct thing {
        std::int32_t id{};
        std::string name{};
        static constexpr auto table() {
            return pg::table("things", pg::field<&thing::id>.primary_key(), pg::check(pg::col<&thing::name> != "").named("named"));
        }
    };
    db.execute_script("create table things (id integer primary key, name text not null, constraint named check (name <> 'x'))");
    const auto plan = migrate::make_plan(db, pg::registry<thing>{});
    ASSERT_EQ(plan.up.steps.size(), 2u);
    EXPECT_EQ(plan.up.steps[1].sql, "alter table things add constraint named check (name <> '')");
    run(plan.up.steps);
    EXPECT_TRUE(migrate::make_plan(db, pg::registry<thing>{}).empty());
}

TEST_F(plan_types, what_no_model_can_say_is_told) {
    db.execute_script("create table parent (a integer); create table child (b integer) inherits (parent)");
    const auto plan = migrate::make_plan(db, wanted("create table t (a integer)"));
    ASSERT_FALSE(plan.unsupported.empty());
    EXPECT_EQ(to_string(plan.unsupported.at(0)), "table public.child: inherits from another one");
}

}  // namespace
