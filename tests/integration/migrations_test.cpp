// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Migrations on a server: there and back, interrupted and gone on with, and what is told before anything runs.

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/migrate/read_migrations.hpp>
#include <pgmodel/migrate/sql_scan.hpp>

#include <gtest/gtest.h>

#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <csignal>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "../faults/proxy.hpp"
#include "database.hpp"
#include "session_helpers.hpp"

namespace {

namespace pg = pgmodel;
namespace migrate = pgmodel::migrate;
using namespace pgmodel_test;
using namespace std::chrono_literals;
using migrate::script;
using scripts = std::vector<script>;
using lines = std::vector<std::string>;

class migrations : public ::testing::Test {
protected:
    migrations() : dsn(create_database("migrations")), db(dsn) {}

    lines status(const scripts& s) {
        lines made;
        for (const auto& each : migrate::status(db, s)) {
            auto text = to_string(each);
            made.push_back(text.substr(0, text.find(" at 2")));
        }
        return made;
    }
    std::string relations(pg::connection& c) {
        return ask(c, "select coalesce(string_agg(relname || case when indisvalid is not false then '' else '!' end, ' ' order by "
                      "relname), '') from pg_class as c left join pg_index on indexrelid = c.oid where relnamespace = "
                      "'public'::regnamespace and relname not like 'pgmodel%' and relname not like '%pkey'");
    }
    static lines names(const std::vector<migrate::done_script>& done) {
        lines made;
        for (const auto& each : done) made.push_back(std::to_string(each.version) + ' ' + each.name);
        return made;
    }

    std::string dsn;
    pg::session db;
};

const script first{"0001_first.sql", "create table a (id int primary key); insert into a values (1);\n"
                                     "-- pgmodel: down\ndrop table a;\n"};
const script second{"0002_second.sql", "create table b (id int);\n"
                                       "-- pgmodel: alone\ncreate index concurrently b_id on b (id);\n"
                                       "-- pgmodel: transaction\ninsert into b values (2)\n"
                                       "-- pgmodel: down\n-- pgmodel: alone\ndrop index concurrently b_id;\n"
                                       "-- pgmodel: transaction\ndrop table b;\n"};
const script third{"0003_third.sql", "alter table b add c int;\n-- pgmodel: down\nalter table b drop c;\n"};

template <class Function>
pg::migration_error refused(Function function) {
    auto failure = caught<pg::migration_error>(function);
    EXPECT_TRUE(failure);
    return failure ? *failure : pg::migration_error(std::vector<migrate::problem>(1));
}

TEST_F(migrations, there_and_back) {
    const scripts s{second, third, first};
    EXPECT_EQ(status(s), (lines{"1 first: pending", "2 second: pending", "3 third: pending"}));
    EXPECT_EQ(ask(db, "select to_regclass('pgmodel_migrations')::text"), "NULL") << "to look makes nothing";
    EXPECT_EQ(names(migrate::up(db, s, {.to = 2}).applied), (lines{"1 first", "2 second"}));
    EXPECT_EQ(relations(db), "a b b_id");
    EXPECT_EQ(status(s), (lines{"1 first: applied", "2 second: applied", "3 third: pending"}));
    EXPECT_EQ(names(migrate::up(db, s).applied), (lines{"3 third"}));
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{});
    EXPECT_EQ(ask(db, "select string_agg(version || name || blocks || blocks_done || going_back || begun || (applied_by = "
                      "session_user) || (duration > '0'), ' ' order by version) from pgmodel_migrations"),
              "1first11falsefalsetruetrue 2second33falsefalsetruetrue 3third11falsefalsetruetrue");
    EXPECT_EQ(names(migrate::down(db, s)), (lines{"3 third"}));
    EXPECT_EQ(names(migrate::down(db, s, {.steps = 5})), (lines{"2 second", "1 first"}));
    EXPECT_EQ(relations(db), "");
    EXPECT_EQ(count(db, "pgmodel_migrations"), 0);
    EXPECT_EQ(names(migrate::up(db, s).applied).size(), 3U);
    EXPECT_EQ(names(migrate::down(db, s, {.to = 1})), (lines{"3 third", "2 second"}));
    EXPECT_EQ(relations(db), "a");
    EXPECT_EQ(ask(db, "select current_setting('lock_timeout') || current_setting('statement_timeout')"), "030s");
    EXPECT_EQ(count(db, "pg_locks where locktype = 'advisory'"), 0);
}


TEST_F(migrations, a_block_that_fails_is_gone_on_with) {
    scripts s{first, {"0002_more.sql", "create table b (id int);\n-- pgmodel: transaction\ninsert into b values (1);\n"
                                       "insert into nobody values (1);\n-- pgmodel: transaction\ncreate table c (id int);"}};
    const auto failure = refused([&] { migrate::up(db, s); });
    EXPECT_EQ(failure.sqlstate(), "42P01");
    EXPECT_EQ(failure.version(), 2);
    EXPECT_EQ(failure.file(), "0002_more.sql");
    EXPECT_EQ(failure.block(), 2U);
    EXPECT_EQ(failure.statement_number(), 2U);
    EXPECT_EQ(failure.statement(), "insert into nobody values (1)");
    EXPECT_EQ(std::string(failure.what()),
              "pgmodel: migration 0002_more.sql, block 2, statement 2 (line 4): relation \"nobody\" does not exist [42P01]; "
              "the blocks before it are done, and the next run goes on here");
    EXPECT_EQ(relations(db), "a b");
    EXPECT_EQ(status(s), (lines{"1 first: applied", "2 more: half done, block 2 of 3 is next"}));
    EXPECT_EQ(count(db, "pg_locks where locktype = 'advisory'"), 0);

    PGMODEL_EXPECT_THROW(migrate::down(db, s), pg::migration_error, "is half done, and its way back is for the whole");
    auto edited = s;
    edited[1].text = "create table b (id bigint);\n-- pgmodel: transaction\nselect 1;";
    PGMODEL_EXPECT_THROW(migrate::up(db, edited), pg::migration_error, "the text of its blocks that have run is another one");
    s[1].text = "create table b (id int);\n-- pgmodel: transaction\ninsert into b values (7);\n"
                "-- pgmodel: transaction\ncreate table c (id int);";
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{"2 more"});
    EXPECT_EQ(relations(db), "a b c");
    EXPECT_EQ(ask(db, "select string_agg(id::text, ' ') from b"), "7");
    EXPECT_EQ(status(s), (lines{"1 first: applied", "2 more: applied"}));
}

TEST_F(migrations, the_last_blocks_of_one_that_failed_may_be_taken_out) {
    scripts s{{"1_x.sql", "create table a (id int);\n-- pgmodel: transaction\nselect nothing;"}};
    refused([&] { migrate::up(db, s); });
    s[0].text = "create table a (id int);\n";
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{"1 x"});
    EXPECT_EQ(status(s), lines{"1 x: applied"});
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{});
}

TEST_F(migrations, everything_wrong_is_told_at_once_and_before_anything_runs) {
    migrate::up(db, scripts{first, second, {"5_old.sql", "select 1"}});
    const scripts s{{"0001_renamed.sql", first.text},
                    {"0002_second.sql", "create table other (id int)"},
                    {"0003_late.sql", "create table late (id int)"},
                    {"0006_new.sql", "create table fresh (id int)"}};
    const auto failure = refused([&] { migrate::up(db, s); });
    EXPECT_EQ(failure.block(), 0U);
    EXPECT_EQ(failure.problems().size(), 4U);
    EXPECT_EQ(failure.version(), 1);
    EXPECT_EQ(std::string(failure.what()),
              "pgmodel: migration 0001_renamed.sql has changed since it has run: it has run under the name first; make it "
              "what it was, or take it as it is by pgmodel::migrate::stamp\n"
              "    migration 0002_second.sql has changed since it has run: 3 blocks were there when it ran, and it has 1; "
              "make it what it was, or take it as it is by pgmodel::migrate::stamp\n"
              "    migration 5_old has run, and its file is missing\n"
              "    migration 0003_late.sql has not run, but the newer 5_old has; give it a newer version, or say "
              "run_options::allow_out_of_order");
    EXPECT_EQ(status(s), (lines{"1 renamed: changed, it has run under the name first",
                                "2 second: changed, 3 blocks were there when it ran, and it has 1", "3 late: pending",
                                "5 old: missing file", "6 new: pending"}));
    EXPECT_EQ(relations(db), "a b b_id");

    const scripts edited{{"1_first.sql", "create table a (id int);\n-- pgmodel: down\ndrop table a;\n"}};
    PGMODEL_EXPECT_THROW(migrate::up(db, edited, {.allow_missing = true}), pg::migration_error,
                         "its text is another than the one that has run");
    PGMODEL_EXPECT_THROW(migrate::down(db, edited, {.to = 0}), pg::migration_error, "5_old has run, and its file is missing");
    const std::string crlf = "\xef\xbb\xbf" "create table a (id int primary key); insert into a values (1);\r\n"
                             "-- pgmodel: down\r\ndrop table a cascade;\r\n";
    const scripts kept{{"0001_first.sql", crlf}, second, {"0003_late.sql", "create table late (id int)"}};
    EXPECT_EQ(names(migrate::up(db, kept, {.allow_out_of_order = true, .allow_missing = true}).applied), lines{"3 late"})
        << "ends of lines are no change, and neither is a way back that has not run";
    PGMODEL_EXPECT_THROW(migrate::up(db, kept, {.to = 9}), pg::migration_error, "there is no file of version 9");
    PGMODEL_EXPECT_THROW(migrate::down(db, kept, {.to = 4}), pg::migration_error, "version 4 has not run");
    PGMODEL_EXPECT_THROW(migrate::down(db, {{kept[2]}}), pg::migration_error, "5_old has run, and its file is missing");
}

TEST_F(migrations, semicolons_that_end_no_statement) {
    const scripts s{{"1_x.sql", R"sql(
create table t (a int, b text default 'it''s; -- no comment');
create rule r as on delete to t do also (insert into t values (-1); insert into t values (-2));
create or replace function f(n int) returns int begin atomic
    select case when n > 0 then case n when 1 then 1 else 2 end end;
    select n; /* ; /* nested */ ; */
end;
create procedure p() language plpgsql as $body$ begin insert into t values (7); end; $body$;
create function "odd;name"() returns text language sql return E'\';' || $$;$$ || 'end';
create function later() returns int language sql begin atomic select 1 as "end"; select 2; end;
do $$ begin perform 1; end $$;
call p();
insert into t (b) values ('$$'), (e'\';'), (U&'\003B;'), ('begin atomic;')
-- pgmodel: transaction
;;
delete from t where a = 7
)sql"}};
    migrate::up(db, s);
    EXPECT_EQ(ask(db, "select string_agg(coalesce(a::text, b), ' ' order by a, b collate \"C\") from t"),
              "-2 -1 $$ '; ;; begin atomic;");
    EXPECT_EQ(ask(db, "select f(1)::text || f(3) || later() || \"odd;name\"()"), "132';;end");
}

TEST_F(migrations, no_way_back) {
    const scripts s{first, {"2_no.sql", "create table n (id int)"}, {"3_yes.sql", "select 1;\n-- pgmodel: down\n"}};
    migrate::up(db, s);
    const auto failure = refused([&] { migrate::down(db, s, {.to = 0}); });
    EXPECT_EQ(std::string(failure.what()), "pgmodel: migration 2_no.sql has no way back");
    EXPECT_EQ(status(s).size(), 3U);
    EXPECT_EQ(names(migrate::down(db, s)), lines{"3 yes"}) << "one of no statements is one";
    EXPECT_EQ(status(s)[2], "3 yes: pending");
}

TEST_F(migrations, a_way_back_that_fails_is_gone_on_with) {
    scripts s{{"1_x.sql", "create table a (id int); create table b (id int);\n-- pgmodel: down\ndrop table b;\n"
                          "-- pgmodel: transaction\ndrop table nobody;\n"}};
    migrate::up(db, s);
    const auto failure = refused([&] { migrate::down(db, s); });
    EXPECT_EQ(failure.block(), 2U);
    EXPECT_NE(std::string(failure.what()).find("1_x.sql, way back, block 2, statement 1"), std::string::npos);
    EXPECT_EQ(status(s), lines{"1 x: half done, block 2 of 2 of the way back is next"});
    PGMODEL_EXPECT_THROW(migrate::up(db, s), pg::migration_error, "is half way back");
    s[0].text = "create table a (id int); create table b (id int);\n-- pgmodel: down\ndrop table b;\n"
                "-- pgmodel: transaction\ndrop table a;\n";
    EXPECT_EQ(names(migrate::down(db, s)), lines{"1 x"});
    EXPECT_EQ(relations(db), "");
    EXPECT_EQ(status(s), lines{"1 x: pending"});
}

TEST_F(migrations, a_database_that_was_there_before_is_stamped) {
    db.execute_script("create table a (id int primary key); create table b (id int)");
    const scripts s{first, second, third};
    migrate::stamp(db, s, 2);
    EXPECT_EQ(status(s), (lines{"1 first: applied", "2 second: applied", "3 third: pending"}));
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{"3 third"});
    const scripts edited{{"0001_first.sql", "create table a (id int);"}, second, third};
    EXPECT_EQ(status(edited)[0], "1 first: changed, its text is another than the one that has run");
    migrate::stamp(db, edited, 1);
    EXPECT_EQ(status(edited)[0], "1 first: applied");
    PGMODEL_EXPECT_THROW(migrate::stamp(db, s, 4), pg::migration_error, "there is no file of version 4");
}

TEST_F(migrations, an_index_that_could_not_be_built_is_built_anew) {
    const scripts s{{"1_t.sql", "create table t (id int); insert into t values (1), (1);\n"
                                "-- pgmodel: alone\ncreate unique index concurrently \"T by id\" on public.t (id);\n"
                                "-- pgmodel: transaction\ncreate table behind (id int);"}};
    const auto failure = refused([&] { migrate::up(db, s); });
    EXPECT_EQ(failure.sqlstate(), "23505");
    EXPECT_EQ(failure.block(), 2U);
    EXPECT_EQ(relations(db), "T by id! t");
    EXPECT_EQ(status(s), lines{"1 t: half done, block 2 of 3 was begun, and its end is not known"});
    EXPECT_EQ(refused([&] { migrate::up(db, s); }).sqlstate(), "23505") << "dropped, and built in vain once more";
    db.execute_script("delete from t; insert into t values (1)");
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{"1 t"});
    EXPECT_EQ(relations(db), "T by id behind t");
    // As a migrator leaves it that is killed behind the statement.
    db.execute_script("update pgmodel_migrations set blocks_done = 1, begun = true, checksum = (select checksum from "
                      "pgmodel_migrations); drop table behind");
    auto half = s;
    const auto parsed = migrate::detail::read_migrations(s);
    db.execute("update pgmodel_migrations set checksum = $1", parsed[0].checksum(false, 1));
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{"1 t"});
    EXPECT_EQ(relations(db), "T by id behind t");
}

TEST_F(migrations, an_index_of_somebody_else_is_left_alone) {
    db.execute_script("create table t (id int); insert into t values (1), (1)");
    refused([&] { migrate::up(db, scripts{{"9_x.sql", "select 1 / 0"}}); });
    EXPECT_THROW(db.execute_script("create unique index concurrently i on t (id)"), pg::unique_violation);
    const scripts s{{"1_t.sql", "-- pgmodel: alone\ncreate index concurrently if not exists i on t (id);"}};
    PGMODEL_EXPECT_THROW(migrate::up(db, s), pg::migration_error, "index public.i is there, not valid, and not of this");
    EXPECT_EQ(relations(db), "i! t");
    EXPECT_EQ(status(s), lines{"1 t: pending"});
    db.execute_script("drop index i; create index i on t (id)");
    const scripts plain{{"1_t.sql", "-- pgmodel: alone\ncreate index concurrently i on t (id);"}};
    EXPECT_EQ(refused([&] { migrate::up(db, plain); }).sqlstate(), "42P07");
    EXPECT_EQ(status(plain), lines{"1 t: pending"}) << "nothing is left of it";
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{"1 t"}) << "IF NOT EXISTS";
}

TEST_F(migrations, what_nobody_can_tell_is_asked_for) {
    const scripts s{{"1_t.sql", "create table t (id int);\n-- pgmodel: alone\nselect pg_terminate_backend(pg_backend_pid());"
                                "\n-- pgmodel: transaction\ncreate table behind (id int);"}};
    const auto lost = refused([&] { migrate::up(db, s); });
    EXPECT_TRUE(lost.connection_lost());
    pg::session other{dsn};
    const std::string told = refused([&] { migrate::up(other, s); }).what();
    EXPECT_NE(told.find("migration 1_t.sql, block 2, statement 1 (line 3): an earlier run was interrupted in this statement, "
                        "and whether it has taken effect is not known"),
              std::string::npos)
        << told;
    EXPECT_NE(told.find("pgmodel::migrate::resolve(db, scripts, 1, block_outcome::done)"), std::string::npos) << told;
    migrate::resolve(other, s, 1, migrate::block_outcome::not_done);
    EXPECT_EQ(to_string(migrate::status(other, s)[0]), "1 t: half done, block 2 of 3 is next");
    PGMODEL_EXPECT_THROW(migrate::resolve(other, s, 1, migrate::block_outcome::done), pg::migration_error,
                         "has no block that was begun");
    EXPECT_TRUE(refused([&] { migrate::up(other, s); }).connection_lost());
    pg::session third_one{dsn};
    migrate::resolve(third_one, s, 1, migrate::block_outcome::done);
    EXPECT_EQ(names(migrate::up(third_one, s).applied), lines{"1 t"});
    EXPECT_EQ(relations(third_one), "behind t");
}

TEST_F(migrations, what_may_run_twice_is_run_again) {
    db.execute_script("create type mood as enum ('fine')");
    const scripts s{{"1_t.sql", "-- pgmodel: alone\nalter type mood add value if not exists 'glad';\n"
                                "-- pgmodel: alone\nvacuum pg_class;\n-- pgmodel: alone\ndrop index concurrently gone;"}};
    EXPECT_EQ(refused([&] { migrate::up(db, s); }).sqlstate(), "42704");
    EXPECT_EQ(status(s), lines{"1 t: half done, block 3 of 3 is next"}) << "nothing of it is left";
    for (const char* block : {"0", "1"}) {
        db.execute("update pgmodel_migrations set begun = true, blocks_done = $1::int, checksum = $2", std::stoi(block),
                   migrate::detail::read_migrations(s)[0].checksum(false, static_cast<std::size_t>(std::stoi(block))));
        EXPECT_EQ(refused([&] { migrate::up(db, s); }).block(), 3U);
    }
    db.execute_script("update pgmodel_migrations set begun = true");
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{"1 t"}) << "it was begun, and the index is not there";
}

/// A migrator that is killed at any statement leaves both or none of what it does and what the history says.
TEST_F(migrations, killed_anywhere) {
    const lines parts{"create table a (id int);\n", "insert into a values (1);\n",
                      "-- pgmodel: transaction\n", "insert into a values (2);\n", "create table b (id int);\n",
                      "-- pgmodel: alone\ncreate index concurrently a_id on a (id);\n", "-- pgmodel: transaction\n",
                      "insert into b select count(*) from a;\n"};
    const std::string kill = "select pg_terminate_backend(pg_backend_pid());\n";
    const auto text_killed_at = [&](std::size_t at) {
        std::string text;
        for (std::size_t i = 0; i < parts.size(); ++i) text += (i == at ? kill : "") + parts[i];
        return text + (at == parts.size() ? kill : "");
    };
    const std::string whole = text_killed_at(parts.size() + 1);
    for (std::size_t at = 0; at <= parts.size(); ++at) {
        if (at == 6) continue;  // it would be a second statement of the block alone
        const std::string dead = text_killed_at(at);
        {
            pg::session dies{dsn};
            EXPECT_TRUE(refused([&] { migrate::up(dies, scripts{{"1_x.sql", dead}}); }).connection_lost()) << at;
        }
        migrate::up(db, scripts{{"1_x.sql", whole}});
        EXPECT_EQ(relations(db), "a a_id b") << at;
        EXPECT_EQ(ask(db, "select string_agg(id::text, ' ' order by id) from (select id from a union all select id from b) "
                          "as x"),
                  "1 2 2")
            << at;
        db.execute_script("drop table a, b; delete from pgmodel_migrations");
    }
}

TEST_F(migrations, killed_when_the_history_is_written) {
    migrate::up(db, scripts{});
    const scripts s{{"1_x.sql", "create table t (id int);\n-- pgmodel: down\ndrop table t;"}};
    for (const bool back : {false, true}) {
        db.execute_script("create function dies() returns trigger language plpgsql as $$ begin perform "
                          "pg_terminate_backend(pg_backend_pid()); return null; end $$; create trigger dies before insert or "
                          "delete on pgmodel_migrations for each statement execute function dies()");
        {
            pg::session dies{dsn};
            EXPECT_TRUE(refused([&] { back ? void(migrate::down(dies, s)) : void(migrate::up(dies, s)); }).connection_lost());
        }
        db.execute_script("drop function dies() cascade");
        EXPECT_EQ(relations(db), back ? "t" : "");
        EXPECT_EQ(status(s), lines{back ? "1 x: applied" : "1 x: pending"});
        back ? void(migrate::down(db, s)) : void(migrate::up(db, s));
        EXPECT_EQ(relations(db), back ? "" : "t");
    }
}

TEST_F(migrations, the_process_is_killed_while_it_waits) {
    const scripts s{{"1_t.sql", "create table t (id int);\n-- pgmodel: transaction\ninsert into t values (1); lock table t; "
                                "insert into waited values (1);\n"
                                "-- pgmodel: alone\ncreate index concurrently t_id on t (id);"}};
    db.execute_script("create table waited (id int)");
    pg::session watcher{dsn};
    pg::transaction tx{db};
    tx.execute_script("lock table waited");
    const pid_t child = ::fork();
    if (child == 0) {
        try {
            pg::session own{pg::options{.dsn = dsn, .application_name = "killed one"}};
            migrate::up(own, s, {.lock_timeout = 0ms});
        } catch (...) {
        }
        ::_exit(1);
    }
    const std::string pid = "(select pid from pg_stat_activity where application_name = 'killed one' and datname = "
                            "current_database())";
    while (ask(watcher, "select count(*)::text from pg_locks where not granted and pid = " + pid) != "1")
        std::this_thread::yield();
    const auto held = refused([&] { migrate::up(watcher, s, {.lock_deadline = 0ms}); });
    EXPECT_NE(std::string(held.what()).find("another migrator has held the lock of public.pgmodel_migrations for longer than "
                                            "0 ms: pid " +
                                            ask(watcher, "select " + pid + "::text") + " (killed one), connected since 2"),
              std::string::npos)
        << held.what();
    ::kill(child, SIGKILL);
    int state = 0;
    ::waitpid(child, &state, 0);
    EXPECT_TRUE(WIFSIGNALED(state));
    tx.rollback();
    EXPECT_EQ(names(migrate::up(watcher, s).applied), lines{"1 t"}) << "it waits until the server has noticed";
    EXPECT_EQ(relations(watcher), "t t_id waited");
    EXPECT_EQ(count(watcher, "t"), 1);
    EXPECT_EQ(count(watcher, "waited"), 1);
}

TEST_F(migrations, another_one_is_waited_for_without_a_limit) {
    const std::string lock = "hashtextextended('pgmodel migrations of public.pgmodel_migrations', 0)";
    ask(db, "select pg_advisory_lock(" + lock + ")::text");
    std::atomic<bool> over = false;
    std::thread waits([&] {
        pg::session own{pg::options{.dsn = dsn, .application_name = "waits"}};
        EXPECT_NO_THROW(migrate::up(own, scripts{{"1_t.sql", "create table t (id int);"}},
                                    {.lock_deadline = std::chrono::milliseconds::max()}));
        over = true;
    });
    while (!over && ask(db, "select count(*)::text from pg_stat_activity where application_name = 'waits' and query like "
                            "'%pg_try_advisory_lock%' and state = 'idle'") != "1")
        std::this_thread::yield();
    EXPECT_FALSE(over);
    ask(db, "select pg_advisory_unlock(" + lock + ")::text");
    waits.join();
    EXPECT_EQ(relations(db), "t");
}

TEST_F(migrations, killed_while_it_builds_an_index_and_another_one_waits) {
    const scripts s{{"1_t.sql", "create table t (id int);\n-- pgmodel: alone\ncreate index concurrently t_id on t (id);\n"
                                "-- pgmodel: transaction\ncreate table behind (id int);"}};
    migrate::up(db, scripts{{"1_t.sql", "create table t (id int);"}});
    db.execute_script("update pgmodel_migrations set blocks = 3, blocks_done = 1");
    db.execute("update pgmodel_migrations set checksum = $1", migrate::detail::read_migrations(s)[0].checksum(false, 1));
    pg::session writer{dsn};
    pg::transaction tx{writer};
    tx.execute_script("insert into t values (1)");
    std::atomic<int> failed{0};
    std::atomic<std::size_t> applied{0};
    const auto migrator = [&] {
        try {
            pg::session own{pg::options{.dsn = dsn, .application_name = "migrator"}};
            applied += migrate::up(own, s).applied.size();
        } catch (const pg::migration_error& e) {
            failed += e.connection_lost();
        }
    };
    std::thread one(migrator), two(migrator);
    const std::string builder = "select coalesce(min(pid), 0)::text from pg_stat_activity where application_name = 'migrator' "
                                "and query like 'create index%' and wait_event_type = 'Lock' and datname = current_database()";
    while (ask(db, builder) == "0") std::this_thread::yield();
    kill_backend(db, std::stoi(ask(db, builder)));
    tx.rollback();
    one.join();
    two.join();
    EXPECT_EQ(failed, 1);
    EXPECT_EQ(applied, 1U);
    EXPECT_EQ(relations(db), "behind t t_id");
}

TEST_F(migrations, many_at_once_run_each_step_once) {
    std::string text;
    std::vector<std::pair<std::string, std::string>> files;
    for (int i = 1; i <= 6; ++i)
        files.emplace_back(std::to_string(i) + "_step.sql",
                           "create table t" + std::to_string(i) + " (id int);\n-- pgmodel: alone\ncreate index concurrently i" +
                               std::to_string(i) + " on t" + std::to_string(i) + " (id);\n-- pgmodel: transaction\n" +
                               "insert into t" + std::to_string(i) + " values (1);");
    scripts s;
    for (const auto& file : files) s.push_back({file.first, file.second});
    std::atomic<std::size_t> applied{0};
    std::vector<std::thread> all;
    for (int i = 0; i < 12; ++i)
        all.emplace_back([&] {
            try {
                pg::session own{dsn};
                applied += migrate::up(own, s).applied.size();
            } catch (const pg::error& e) {
                ADD_FAILURE() << e.what();
            }
        });
    for (auto& each : all) each.join();
    EXPECT_EQ(applied, 6U);
    EXPECT_EQ(count(db, "pgmodel_migrations where blocks_done = 3"), 6);
    for (int i = 1; i <= 6; ++i) EXPECT_EQ(count(db, "t" + std::to_string(i)), 1);
    EXPECT_EQ(count(db, "pg_locks where locktype = 'advisory'"), 0);
}

TEST_F(migrations, a_lock_that_is_not_got_in_time) {
    migrate::up(db, scripts{first});
    pg::session reader{pg::options{.dsn = dsn, .application_name = "reader"}};
    const scripts s{first, {"2_x.sql", "create table b (id int); alter table a add b int;"}};
    {
        pg::transaction tx{reader};
        count(tx, "a");
        const auto failure = refused([&] { migrate::up(db, s, {.lock_timeout = 20ms, .lock_retries = 1}); });
        EXPECT_EQ(failure.sqlstate(), "55P03");
        EXPECT_EQ(failure.statement_number(), 2U);
        const std::string told = failure.what();
        EXPECT_NE(told.find("tried 2 times; pid " + std::to_string(backend(tx)) +
                            " (reader) holds AccessShareLock on a, in a transaction since 2"),
                  std::string::npos)
            << told;
        EXPECT_EQ(relations(db), "a");
        const scripts hidden{first, {"2_x.sql", "do $$begin lock table a; end$$"}};
        const std::string oldest = refused([&] { migrate::up(db, hidden, {.lock_timeout = 20ms, .lock_retries = 0}); }).what();
        EXPECT_NE(oldest.find("tried 1 time; pid " + std::to_string(backend(tx)) + " (reader) is in a transaction since 2"),
                  std::string::npos)
            << oldest;
    }
    {
        // Alone it waits for whoever may still see what is there, for no longer than it is told.
        pg::transaction tx{reader};
        tx.execute_script("lock table a in row exclusive mode");
        const scripts alone{first, {"2_x.sql", "-- pgmodel: alone\ncreate index concurrently a_id on a (id)"}};
        const std::string told = refused([&] { migrate::up(db, alone, {.alone_lock_timeout = 20ms}); }).what();
        EXPECT_NE(told.find("tried 1 time; pid " + std::to_string(backend(tx)) + " (reader) holds RowExclusiveLock on a,"),
                  std::string::npos)
            << told;
        EXPECT_EQ(relations(db), "a a_id!");
        tx.rollback();
        migrate::up(db, alone);
        EXPECT_EQ(relations(db), "a a_id");
        db.execute_script("drop index a_id; delete from pgmodel_migrations where version = 2");
    }
    std::thread leaves;
    {
        pg::transaction tx{reader};
        count(tx, "a");
        pg::session watcher{dsn};
        std::atomic<bool> done{false};
        leaves = std::thread([&] {
            migrate::up(db, s, {.lock_timeout = 50ms, .lock_retries = 1000});
            done = true;
        });
        while (count(watcher, "pg_locks where not granted and relation = 'a'::regclass") == 0) std::this_thread::yield();
        EXPECT_FALSE(done);
        tx.rollback();
        leaves.join();
    }
    EXPECT_EQ(relations(db), "a b");
}

TEST_F(migrations, the_deadline_of_the_session_is_none_of_a_migration) {
    pg::session hasty{pg::options{.dsn = dsn, .deadline = 50ms}};
    migrate::up(hasty, scripts{{"1_x.sql", "select pg_sleep(0.6);\n-- pgmodel: alone\nselect pg_sleep(0.6);"}});
    EXPECT_THROW(hasty.execute_script("select pg_sleep(0.6)"), pg::query_canceled);
    EXPECT_EQ(ask(hasty, "select current_setting('statement_timeout')"), "50ms");
    if (server_version() >= 17) {
        hasty.execute_script("set transaction_timeout = 100");
        migrate::up(hasty, scripts{{"2_x.sql", "select pg_sleep(0.2)"}}, {.allow_missing = true});
        migrate::down(hasty, scripts{{"2_x.sql", "select pg_sleep(0.2)\n-- pgmodel: down\n"}});
        EXPECT_EQ(ask(hasty, "select current_setting('transaction_timeout')"), "100ms");
    }
    for (const char* alone : {"", "-- pgmodel: alone\n"})
        EXPECT_EQ(refused([&] {
                      migrate::up(hasty, scripts{{"2_x.sql", alone + std::string("select pg_sleep(9)")}},
                                  {.allow_missing = true, .statement_timeout = 20ms});
                  }).sqlstate(),
                  "57014");
    EXPECT_EQ(count(hasty, "pgmodel_migrations"), 1);
}

TEST_F(migrations, settings_and_locks_that_a_file_changes) {
    const scripts s{{"1_x.sql", "create table t (id int); select set_config('search_path', '', false); set lock_timeout = 7; "
                                "set jit = off; reset DateStyle; create role pgmodel_migrator; grant create, usage on schema "
                                "public to pgmodel_migrator; set role pgmodel_migrator"},
                    {"2_x.sql", "create table u (id int);\n-- pgmodel: alone\nset search_path to nowhere;\n"
                                "-- pgmodel: transaction\ncreate table v (id int);"}};
    db.execute_script("drop role if exists pgmodel_migrator; set DateStyle to 'ISO, DMY'; set IntervalStyle to postgres_verbose");
    const std::string all = "select string_agg(name || setting, ' ' order by name) from pg_settings where name <> "
                            "'transaction_read_only'";
    const std::string before = ask(db, all);
    migrate::up(db, s);
    EXPECT_EQ(ask(db, all), before);
    EXPECT_EQ(ask(db, "select count(distinct tableowner)::text || current_setting('role') from pg_tables where schemaname = "
                      "'public'"),
              "1none");
    EXPECT_EQ(relations(db), "t u v");
    refused([&] { migrate::up(db, scripts{s[0], s[1], {"3_x.sql", "-- pgmodel: alone\nset jit = off;\n-- pgmodel: "
                                                                  "transaction\nset search_path to nowhere; select 1 / 0"}}); });
    EXPECT_EQ(ask(db, all), before);
    migrate::stamp(db, scripts{s[0], s[1], {"3_x.sql", ""}}, 3);
    migrate::up(db, scripts{s[0], s[1], {"3_x.sql", ""}});
    db.execute_script("drop owned by pgmodel_migrator; drop role pgmodel_migrator; delete from pgmodel_migrations where "
                      "version = 3");
    PGMODEL_EXPECT_THROW(migrate::up(db, scripts{s[0], s[1], {"3_x.sql", "select pg_advisory_unlock_all()"}}),
                         pg::migration_error, "the lock of migrations was lost");
    EXPECT_FALSE(db.in_transaction());
}

TEST_F(migrations, settings_of_ones_own_and_who_the_session_is) {
    db.execute_script("drop role if exists pgmodel_mate; create role pgmodel_mate; grant create, usage on schema public to "
                      "pgmodel_mate; set app.given = 'by the program'; create function named_late() returns void language "
                      "plpgsql as $$ begin perform set_config('app.' || 'computed', 'x', false); end $$");
    const std::string seen = "select concat_ws(' ', coalesce(nullif(current_setting('app.mate', true), ''), 'none'), "
                             "coalesce(nullif(current_setting('app.computed', true), ''), 'none'), "
                             "current_setting('app.given'), session_user, current_user) as seen";
    const std::string look = "create table seen1 as " + seen, again = "-- pgmodel: alone\nset app.mate = 'three';\n-- pgmodel: "
                                                                      "transaction\ncreate table seen2 as " + seen,
                      last = "-- pgmodel: alone\nset session authorization pgmodel_mate;\n-- pgmodel: transaction\ncreate "
                             "table seen3 as " + seen;
    const scripts s{{"1_x.sql", "set app.mate = 'one'; set app.given = 'by a file'; select named_late(); set session "
                                "authorization pgmodel_mate; create table made (id int)"},
                    {"2_x.sql", look}, {"3_x.sql", again}, {"4_x.sql", last}};
    const std::string me = ask(db, "select session_user::text"), plain = "none none by the program " + me + ' ' + me;
    EXPECT_EQ(names(migrate::up(db, s).applied).size(), 4U);
    EXPECT_EQ(ask(db, "select tableowner::text from pg_tables where tablename = 'made'"), "pgmodel_mate");
    for (const char* table : {"seen1", "seen2", "seen3"})
        EXPECT_EQ(ask(db, std::string("select seen from ") + table), plain) << table;
    EXPECT_EQ(ask(db, seen), plain) << "and of whoever migrates afterwards";
    EXPECT_EQ(count(db, "pgmodel_migrations where applied_by = session_user"), 4);

    // Where it fails, too, and as somebody else that the session was made before, with a setting that only superusers set.
    scripts more{s[0], s[1], s[2], s[3], {"5_x.sql", "-- pgmodel: alone\nset session authorization nobody_at_all"}};
    refused([&] { migrate::up(db, more); });
    more[4].text = "set session authorization pgmodel_mate; select 1 / 0";
    refused([&] { migrate::up(db, more); });
    EXPECT_EQ(status(more)[4], "5 x: pending");
    EXPECT_EQ(ask(db, seen), plain);
    db.execute_script("grant all on pgmodel_migrations to pgmodel_mate; set session_replication_role = replica; set session "
                      "authorization pgmodel_mate");
    const std::string reset = "reset session authorization; create table fifth as " + seen;
    more[4].text = reset;
    EXPECT_EQ(names(migrate::up(db, more).applied), lines{"5 x"});
    EXPECT_EQ(ask(db, "select concat_ws(' ', session_user, current_setting('session_replication_role'), applied_by) from "
                      "pgmodel_migrations where version = 5"),
              "pgmodel_mate replica pgmodel_mate");
    db.execute_script("reset session authorization; reset session_replication_role; drop owned by pgmodel_mate; drop role "
                      "pgmodel_mate");
}

/// Where a backslash is an escape, `'\'; insert ... --'` is one string that goes on.
TEST_F(migrations, a_backslash_ends_no_quote_wherever_the_server_took_it_for_an_escape) {
    db.execute_script("create table t (a text); alter database " + ask(db, "select quote_ident(current_database())") +
                      " set standard_conforming_strings = off");
    pg::session off{dsn};
    const auto setting = [&] { return ask(off, "select current_setting('standard_conforming_strings')"); };
    ASSERT_EQ(setting(), "off");
    const scripts s{{"1_x.sql", R"(insert into t values ('\'); insert into t values ('b\'';');)"},
                    {"2_x.sql", R"(set jit = off; insert into t values ('c\d');)"}};
    const std::string text = migrate::pending_sql(off, s);
    EXPECT_EQ(names(migrate::up(off, s).applied).size(), 2U);
    EXPECT_EQ(ask(off, "select string_agg(a, ' ' order by a) from t"), R"(\ b\'; c\d)");
    EXPECT_EQ(setting(), "off");
    EXPECT_TRUE(text.starts_with("-- psql -v ON_ERROR_STOP=1\nset standard_conforming_strings = on;\n")) << text;
    EXPECT_NE(text.find("reset all;\nset standard_conforming_strings = on;\ninsert"), std::string::npos) << text;

    // By what only the server knows, it is noticed before the next statement, and nothing of the block stays.
    const std::string then = "insert into t values ('cut\\'); insert into t values (' or not')";
    const std::string sets = "create table u (id int); do $$ begin perform set_config('standard_' || 'conforming_strings', "
                             "'off', false); end $$; " + then;
    const std::string resets = "reset all; " + then, asks = "set standard_conforming_strings = off; " + then;
    for (const auto& bad : {sets, resets, asks}) {
        const auto failure = refused([&] { migrate::up(off, scripts{s[0], s[1], {"3_x.sql", bad}}); });
        EXPECT_NE(std::string(failure.what()).find("a file is taken apart with standard_conforming_strings on"),
                  std::string::npos)
            << failure.what();
        EXPECT_EQ(relations(db), "t") << bad;
        EXPECT_EQ(count(db, "t"), 3) << bad;
        EXPECT_EQ(setting(), "off");
    }
    // A block alone that turns it off has no effect on what follows.
    const std::string alone = "-- pgmodel: alone\nreset all;\n-- pgmodel: transaction\ninsert into t values ('alone\\')";
    migrate::up(off, scripts{s[0], s[1], {"3_x.sql", alone}});
    EXPECT_EQ(ask(db, "select a from t where a like 'alone%'"), "alone\\");
}

TEST_F(migrations, where_the_history_is) {
    db.execute_script("create schema \"My App\"; create schema empty");
    const migrate::run_options elsewhere{.schema = "My App", .table = "History"};
    migrate::up(db, scripts{first}, elsewhere);
    EXPECT_EQ(ask(db, "select name from \"My App\".\"History\""), "first");
    EXPECT_EQ(migrate::status(db, scripts{first}, elsewhere)[0].state, migrate::script_state::applied);
    EXPECT_EQ(status({first}), lines{"1 first: pending"});
    PGMODEL_EXPECT_THROW(migrate::up(db, scripts{first}, {.schema = "nowhere"}), pg::migration_error,
                         "the history of migrations nowhere.pgmodel_migrations cannot be used: schema \"nowhere\" does not");
    migrate::up(db, scripts{});
    db.execute_script("alter table pgmodel_migrations add note text; drop role if exists pgmodel_nobody; create role "
                      "pgmodel_nobody; set role pgmodel_nobody");
    PGMODEL_EXPECT_THROW(migrate::up(db, scripts{first}), pg::migration_error,
                         "public.pgmodel_migrations cannot be used: permission denied for table pgmodel_migrations [42501]");
    db.execute_script("reset role; grant select on pgmodel_migrations to pgmodel_nobody; set role pgmodel_nobody");
    EXPECT_EQ(migrate::up(db, scripts{}).applied.size(), 0U) << "there is nothing to do";
    PGMODEL_EXPECT_THROW(migrate::up(db, scripts{{"1_x.sql", "select 1"}}), pg::migration_error,
                         "migration 1_x.sql, block 1: permission denied for table pgmodel_migrations [42501]");
    PGMODEL_EXPECT_THROW(migrate::status(db, scripts{first}, {.schema = "empty"}), pg::migration_error,
                         "the history of migrations empty.pgmodel_migrations cannot be used: permission denied for schema empty");
    db.execute_script("reset role; drop owned by pgmodel_nobody; drop role pgmodel_nobody");
    db.execute_script("create table empty.pgmodel_migrations (version bigint)");
    PGMODEL_EXPECT_THROW(migrate::up(db, scripts{first}, {.schema = "empty"}), pg::migration_error,
                         "the history of migrations empty.pgmodel_migrations cannot be used");
    db.execute_script("set search_path to nothing");
    PGMODEL_EXPECT_THROW(migrate::up(db, scripts{first}), pg::usage_error, "run_options::schema must say where");
}

TEST_F(migrations, through_a_pooler_they_are_refused) {
    if (socket_of(dsn).empty()) GTEST_SKIP() << "the proxy needs a server on a Unix socket";
    proxy pooler(socket_of(dsn));
    pooler.number_sessions();
    pg::session lent{pooler.dsn(dsn)};
    PGMODEL_EXPECT_THROW(migrate::up(lent, scripts{first}), pg::migration_error, "this connection goes through a pooler");
    EXPECT_EQ(count(db, "pg_locks where locktype = 'advisory'"), 0);
    EXPECT_EQ(names(migrate::up(lent, scripts{first}, {.through_pooler = true}).applied), lines{"1 first"});
}

TEST_F(migrations, in_a_transaction_they_are_refused) {
    pg::transaction tx{db};
    PGMODEL_EXPECT_THROW(migrate::up(db, scripts{first}), pg::usage_error,
                         "pgmodel: migrations need a session without an open transaction");
    tx.rollback();
    db.execute_script("begin");
    PGMODEL_EXPECT_THROW(migrate::down(db, scripts{first}), pg::usage_error, "without an open transaction");
    db.execute_script("rollback");
}

TEST_F(migrations, as_a_script) {
    const scripts s{first, second, {"0003_empty.sql", ""}, {"0004_more.sql", "select 1;\n-- pgmodel: transaction\nselect 2"}};
    migrate::up(db, s, {.to = 1});
    const std::string text = migrate::pending_sql(db, s, {.to = 2, .lock_timeout = 7ms});
    EXPECT_EQ(text.substr(0, text.find("insert into public")),
              "-- psql -v ON_ERROR_STOP=1\n"
              "do $pgmodel$ begin if not pg_try_advisory_lock(hashtextextended('pgmodel migrations of "
              "public.pgmodel_migrations', 0)) then raise 'another migrator is running'; end if; end $pgmodel$;\n"
              "\n-- 0002_second.sql, block 1\nbegin;\nset local lock_timeout = 7;\ncreate table b (id int);\n");
    EXPECT_EQ(relations(db), "a") << "nothing has run";
    const auto run = [&](const std::string& script) {
        // As psql does: one statement after the other.
        migrate::detail::sql_scanner scan(script);
        migrate::detail::statement_ends ends;
        std::size_t begin = 0;
        for (auto t = scan.next(); t.kind != migrate::detail::sql_token_kind::end; t = scan.next())
            if (t.kind != migrate::detail::sql_token_kind::comment && ends.ended_by(t)) {
                db.execute_script(script.substr(begin, t.end() - begin));
                begin = t.end();
            }
    };
    run(text);
    EXPECT_EQ(relations(db), "a b b_id");
    EXPECT_EQ(status(s)[1], "2 second: applied");
    run(migrate::pending_sql(db, s));
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{});
    EXPECT_EQ(migrate::pending_sql(db, s), "");
    EXPECT_EQ(count(db, "pg_locks where locktype = 'advisory'"), 0);
    PGMODEL_EXPECT_THROW(migrate::pending_sql(db, scripts{second}), pg::migration_error, "1_first has run, and its file is");
    db.execute_script("drop table pgmodel_migrations");
    EXPECT_NE(migrate::pending_sql(db, s).find("\ncreate table if not exists public.pgmodel_migrations (version"),
              std::string::npos);
    // What a file sets is none of the next one's here either.
    const scripts sets{{"1_dump.sql", "select pg_catalog.set_config('search_path', '', false); create table public.d (id int)"},
                       {"2_role.sql", "set role pg_monitor"},
                       {"3_plain.sql", "create table e (id int)"}};
    run(migrate::pending_sql(db, sets));
    EXPECT_EQ(relations(db), "a b b_id d e");
    EXPECT_EQ(names(migrate::up(db, sets).applied), lines{});
}

TEST_F(migrations, a_way_back_outside_of_a_transaction) {
    scripts s{{"1_x.sql", "create table t (id int); create index i on t (id);\n-- pgmodel: down\n-- pgmodel: alone\n"
                          "select 1 / 0;\n-- pgmodel: transaction\ndrop table t"}};
    migrate::up(db, s);
    EXPECT_EQ(refused([&] { migrate::down(db, s); }).sqlstate(), "22012");
    EXPECT_EQ(status(s), lines{"1 x: applied"}) << "nothing of the way back has happened";
    s[0].text = "create table t (id int); create index i on t (id);\n-- pgmodel: down\n-- pgmodel: alone\n"
                "drop index concurrently i;\n-- pgmodel: alone\nselect pg_terminate_backend(pg_backend_pid());\n"
                "-- pgmodel: transaction\ndrop table t";
    {
        pg::session dies{dsn};
        EXPECT_TRUE(refused([&] { migrate::down(dies, s); }).connection_lost());
    }
    EXPECT_EQ(status(s), lines{"1 x: half done, block 2 of 3 of the way back was begun, and its end is not known"});
    PGMODEL_EXPECT_THROW(migrate::down(db, s), pg::migration_error, "1_x.sql, way back, block 2, statement 1");
    PGMODEL_EXPECT_THROW(migrate::pending_sql(db, s), pg::migration_error, "is half way back");
    migrate::resolve(db, s, 1, migrate::block_outcome::done);
    EXPECT_EQ(names(migrate::down(db, s)), lines{"1 x"});
    EXPECT_EQ(relations(db), "");
}

TEST_F(migrations, a_block_that_was_begun_alone_and_is_now_none) {
    scripts s{{"1_x.sql", "-- pgmodel: alone\nselect pg_terminate_backend(pg_backend_pid())"}};
    {
        pg::session dies{dsn};
        refused([&] { migrate::up(dies, s); });
    }
    s[0].text = "create table t (id int)";
    PGMODEL_EXPECT_THROW(migrate::up(db, s), pg::migration_error, "whether it has taken effect is not known");
    PGMODEL_EXPECT_THROW(migrate::pending_sql(db, s), pg::migration_error, "a block that was begun and whose end is not");
    migrate::resolve(db, s, 1, migrate::block_outcome::not_done);
    EXPECT_EQ(status(s), lines{"1 x: pending"});
    migrate::up(db, s);
    EXPECT_EQ(relations(db), "t");
}

TEST_F(migrations, a_partition_that_could_not_be_detached) {
    const scripts s{{"1_x.sql", "create table p (id int) partition by list (id); create table p1 partition of p for values in "
                                "(1); create table p2 partition of p default;\n-- pgmodel: alone\n"
                                "alter table p detach partition p1 concurrently"}};
    EXPECT_EQ(refused([&] { migrate::up(db, s); }).sqlstate(), "55000") << "there is a default partition";
    EXPECT_EQ(status(s), lines{"1 x: half done, block 2 of 2 is next"});
    db.execute_script("drop table p2");
    EXPECT_EQ(names(migrate::up(db, s).applied), lines{"1 x"});
}

struct a {
    std::int32_t id{};

    static constexpr auto table() { return pg::table("a", pg::field<&a::id>.primary_key()); }
};
inline constexpr pg::registry<a> models{};

TEST_F(migrations, the_models_are_compared_afterwards) {
    const auto done = migrate::up(db, models, scripts{first});
    EXPECT_EQ(names(done.applied), lines{"1 first"});
    EXPECT_EQ(done.differences, std::vector<pg::schema::difference>{});
    EXPECT_EQ(migrate::compare(db, models), std::vector<pg::schema::difference>{}) << "the history is no part of a model";
    EXPECT_EQ(migrate::introspect(db).database.tables.size(), 1U);
    EXPECT_EQ(migrate::introspect(db, {.left_out = {}}).database.tables.size(), 2U);
    EXPECT_EQ(migrate::introspect(db).unsupported, std::vector<migrate::unsupported_object>{});
    const auto more = migrate::up(db, models, scripts{first, second}, {.table = "pgmodel_migrations"});
    ASSERT_EQ(more.differences.size(), 1U);
    EXPECT_EQ(to_string(more.differences[0]), "table b is not expected");
    migrate::introspect_options ours;
    ours.left_out.push_back("b");
    EXPECT_EQ(migrate::up(db, models, scripts{first, second}, {}, ours).differences, std::vector<pg::schema::difference>{});
    const auto own = migrate::up(db, models, scripts{{"7_drop.sql", "drop table b"}}, {.table = "own_history"});
    EXPECT_EQ(own.differences, std::vector<pg::schema::difference>{});
}

}  // namespace
