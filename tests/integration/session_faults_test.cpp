// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Sessions when servers and networks fail: each fault is one typed error, and what is told of a commit is true.

#include <pgmodel/session.hpp>
#include <pgmodel/session/copy_csv.hpp>
#include <pgmodel/session/pool.hpp>
#include <pgmodel/testing.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <optional>
#include <string>
#include <string_view>

#include "../faults/proxy.hpp"
#include "database.hpp"
#include "session_helpers.hpp"

namespace {

using namespace pgmodel_test;
using namespace std::chrono_literals;
using pgmodel::transaction;

class session_faults : public ::testing::Test {
protected:
    static void SetUpTestSuite() { dsn = create_database("session_faults"); }
    void SetUp() override {
        if (socket_of(dsn).empty()) GTEST_SKIP() << "the faults need a server on a Unix socket";
        net.emplace(socket_of(dsn));
        witness.execute_script("create table if not exists t(i integer); truncate t");
    }
    std::string through() const { return net->dsn(dsn); }

    static inline std::string dsn;
    open_session witness{dsn};
    std::optional<proxy> net{};
};

void expect_lost(pgmodel::connection& db) {
    EXPECT_FALSE(db.is_open());
    const auto again = caught<pgmodel::connection_error>([&] { ask(db, "select 'x'::text"); });
    ASSERT_TRUE(again);
    EXPECT_TRUE(again->connection_lost());
    PGMODEL_EXPECT_THROW(db.execute_script("select 1"), pgmodel::connection_error, "lost before");
}

TEST_F(session_faults, killed_in_mid_query) {
    open_session db{dsn};
    for (const char* how : {"statement", "script"}) {
        pgmodel::session fresh{dsn};
        const auto failed = caught<pgmodel::connection_error>([&] {
            const std::string sql = "select pg_terminate_backend(pg_backend_pid()), pg_sleep(60)";
            how == std::string("script") ? fresh.execute_script(sql) : void(run(fresh, {sql}));
        });
        ASSERT_TRUE(failed) << how;
        EXPECT_EQ(failed->sqlstate(), "57P01") << "the first error, not libpq's last one";
        EXPECT_TRUE(failed->connection_lost());
        EXPECT_FALSE(failed->retryable());
        expect_lost(fresh);
    }
}

TEST_F(session_faults, killed_while_idle) {
    open_session db{dsn};
    EXPECT_TRUE(db.use().link().looks_alive());
    kill_backend(witness, backend(db));
    const auto failed = caught<pgmodel::connection_error>([&] { ask(db, "select 'x'::text"); });
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->sqlstate(), "57P01");
    expect_lost(db);

    open_session other{dsn};
    kill_backend(witness, backend(other));
    EXPECT_FALSE(other.use().link().looks_alive()) << "without a round trip";
}

// The last words of the server are heard, also when its end is not.
TEST_F(session_faults, killed_while_idle_behind_a_slow_network) {
    net->linger();
    open_session db{through()};
    EXPECT_TRUE(db.use().link().looks_alive());
    net->passed();
    kill_backend(witness, backend(db));
    const auto until = std::chrono::steady_clock::now() + 10s;
    while (db.use().link().looks_alive() && std::chrono::steady_clock::now() < until) {
    }
    EXPECT_FALSE(db.use().link().looks_alive());
}

TEST_F(session_faults, killed_while_preparing) {
    open_session db{dsn};
    kill_backend(witness, backend(db));
    PGMODEL_EXPECT_THROW(run(db, {"select 'never prepared before'::text"}), pgmodel::connection_error, "[57P01]");
    expect_lost(db);
}

TEST_F(session_faults, killed_in_a_transaction) {
    open_session db{dsn};
    {
        transaction tx{db};
        tx.execute_script("insert into t values (1)");
        transaction inner{tx};
        inner.execute_script("insert into t values (2)");
        kill_backend(witness, backend(inner));
        EXPECT_THROW(inner.execute_script("insert into t values (3)"), pgmodel::connection_error);
        EXPECT_THROW(inner.execute_script("insert into t values (4)"), pgmodel::connection_error);
    }
    expect_lost(db);
    EXPECT_EQ(count(witness, "t"), 0);
}

// Before COMMIT was sent nothing is in doubt, whether the loss is known already or not.
TEST_F(session_faults, killed_before_the_first_statement_of_a_transaction) {
    open_session db{dsn};
    const int process = backend(db);
    int runs = 0;
    const auto failed = caught<pgmodel::connection_error>([&] {
        db.transaction([&](transaction& tx) {
            ++runs;
            kill_backend(witness, process);
            tx.execute_script("insert into t values (1)");
        });
    });
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->sqlstate(), "57P01");
    EXPECT_TRUE(failed->connection_lost());
    EXPECT_EQ(runs, 1) << "on this connection no attempt can succeed";
    expect_lost(db);
    open_session other{dsn};
    {
        transaction tx{other};
        kill_backend(witness, backend(tx));
        EXPECT_THROW(transaction{tx}, pgmodel::connection_error) << "a savepoint";
    }
    expect_lost(other);
    EXPECT_EQ(count(witness, "t"), 0);
}

TEST_F(session_faults, commit_after_the_connection_was_lost) {
    for (const bool noticed : {true, false}) {
        open_session db{dsn};
        transaction tx{db};
        tx.execute_script("insert into t values (1)");
        kill_backend(witness, backend(tx));
        if (noticed) {
            EXPECT_THROW(ask(tx, "select 'x'::text"), pgmodel::connection_error);
        }
        try {
            tx.commit();
            ADD_FAILURE();
        } catch (const pgmodel::commit_in_doubt&) {
            ADD_FAILURE() << "it was never sent";
        } catch (const pgmodel::connection_error& failure) {
            EXPECT_TRUE(failure.connection_lost());
        }
    }
    EXPECT_EQ(count(witness, "t"), 0);
}

// The server has committed, and its answer is cut off at the message.
TEST_F(session_faults, commit_in_doubt_can_be_resolved) {
    open_session db{through()};
    transaction tx{db};
    tx.execute_script("insert into t values (1)");
    const auto id = ask(tx, "select pg_current_xact_id()::text");
    net->cut_at_tag("COMMIT");
    const auto doubt = caught<pgmodel::commit_in_doubt>([&] { tx.commit(); });
    ASSERT_TRUE(doubt);
    EXPECT_EQ(doubt->sqlstate(), "08007");
    EXPECT_TRUE(doubt->connection_lost());
    EXPECT_FALSE(doubt->retryable());
    ASSERT_TRUE(doubt->transaction_id());
    EXPECT_EQ(std::to_string(*doubt->transaction_id()), id);
    EXPECT_NE(std::string_view(doubt->what()).find(id), std::string_view::npos);
    EXPECT_EQ(ask(witness, "select pg_xact_status('" + id + "')"), "committed");
    EXPECT_EQ(count(witness, "t"), 1);
    expect_lost(db);
}

TEST_F(session_faults, commit_in_doubt_that_never_arrived) {
    open_session db{through()};
    db.transaction([](transaction& tx) { tx.execute_script("insert into t values (1)"); });
    transaction tx{db};
    tx.execute_script("insert into t values (2)");
    const auto id = ask(tx, "select pg_current_xact_id()::text");
    net->cut_at_request("commit");
    EXPECT_TRUE(caught<pgmodel::commit_in_doubt>([&] { tx.commit(); }));
    std::string status;
    do status = ask(witness, "select pg_xact_status('" + id + "')");
    while (status == "in progress");
    EXPECT_EQ(status, "aborted");
    EXPECT_EQ(count(witness, "t"), 1);
}

TEST_F(session_faults, commit_in_doubt_is_never_run_again) {
    open_session db{through()};
    int calls = 0;
    EXPECT_TRUE(caught<pgmodel::commit_in_doubt>([&] {
        db.transaction([&](transaction& tx) {
            ++calls;
            tx.execute_script("insert into t values (1)");
            net->cut_at_tag("COMMIT");
        });
    }));
    EXPECT_EQ(calls, 1);
    EXPECT_EQ(count(witness, "t"), 1);
}

// The id is on its way before the server turns to COMMIT, however long that takes.
TEST_F(session_faults, commit_that_takes_too_long_is_in_doubt) {
    witness.execute_script("create or replace function wait_long() returns trigger language plpgsql as "
                           "$$ begin perform pg_sleep(60); return null; end $$; "
                           "drop table if exists slow; create table slow(i integer); "
                           "create constraint trigger late after insert on slow deferrable initially deferred "
                           "for each row execute function wait_long()");
    open_session db{pgmodel::options{.dsn = dsn, .deadline = 100ms}};
    transaction tx{db};
    tx.execute_script("set local statement_timeout = 0; insert into slow values (1)");
    const auto id = ask(tx, "select pg_current_xact_id()::text");
    const auto pid = backend(tx);
    const auto doubt = caught<pgmodel::commit_in_doubt>([&] { tx.commit(); });
    ASSERT_TRUE(doubt);
    ASSERT_TRUE(doubt->transaction_id());
    EXPECT_EQ(std::to_string(*doubt->transaction_id()), id);
    kill_backend(witness, pid);
    EXPECT_EQ(ask(witness, "select pg_xact_status('" + id + "')"), "aborted");
}

// The answer to COMMIT, cut at each of its bytes: what commit() says is true every time.
TEST_F(session_faults, commit_cut_at_every_byte) {
    int done = 0, doubtful = 0, with_id = 0, committed_without_id = 0;
    for (std::int64_t bytes = 0; bytes < 1000 && done < 8; ++bytes) {
        net.emplace(socket_of(dsn));
        open_session db{through()};
        db.transaction(
            [](transaction& tx) { tx.execute_script("insert into t values (-3)"); });  // prepares the question
        const auto row = std::to_string(bytes);
        const auto backend = ask(db, "select pg_backend_pid()::text");
        transaction tx{db};
        tx.execute_script("insert into t values (" + row + ")");
        net->cut_after(bytes);
        try {
            tx.commit();
            ++done;
        } catch (const pgmodel::commit_in_doubt& doubt) {
            ++doubtful;
            with_id += doubt.transaction_id().has_value();
            if (!doubt.transaction_id()) {
                while (ask(witness, "select count(*)::text from pg_stat_activity where pid = " + backend) != "0") {
                }
                committed_without_id += ask(witness, "select count(*)::text from t where i = " + row) == "1";
            }
            EXPECT_EQ(done, 0) << "once the answer was there, it is there with more bytes as well";
        }
        if (done) {
            EXPECT_EQ(ask(witness, "select count(*)::text from t where i = " + row), "1");
        }
    }
    EXPECT_EQ(done, 8);
    EXPECT_GT(doubtful, 20);
    EXPECT_GT(with_id, 5) << "the id comes before COMMIT is done";
    EXPECT_GT(committed_without_id, 0) << "no id does not say that nothing was written";
}

TEST_F(session_faults, a_result_cut_at_every_byte_is_one_error) {
    const query q{"select i, repeat('x', 20) from generate_series(1, 5) i"};
    std::int64_t whole = 0;
    {
        open_session db{through()};
        run(db, q);
        net->passed();
        run(db, q);
        whole = net->passed();
    }
    ASSERT_GT(whole, 100);
    for (std::int64_t bytes = 0; bytes < whole; ++bytes) {
        net.emplace(socket_of(dsn));
        open_session db{through()};
        run(db, q);
        net->cut_after(bytes);
        const auto failed = caught<pgmodel::connection_error>([&] { run(db, q); });
        ASSERT_TRUE(failed) << bytes;
        EXPECT_TRUE(failed->connection_lost());
        EXPECT_FALSE(db.is_open());
    }
}

TEST_F(session_faults, a_first_preparation_cut_at_every_byte_is_one_error) {
    const query q{"select i, $1::text from generate_series(1, 2) i",
                  {text_type},
                  {{"i", integer_type}, {"text", text_type}},
                  pgmodel::detail::match_columns::by_name};
    for (std::int64_t bytes = 0; bytes < 60; ++bytes) {
        net.emplace(socket_of(dsn));
        open_session db{through()};
        net->cut_after(bytes);
        ASSERT_TRUE(caught<pgmodel::connection_error>([&] { run(db, q, {"x"}); })) << bytes;
    }
}

TEST_F(session_faults, single_bytes_make_whole_results) {
    net->split(1);
    open_session db{through()};
    const std::string text(3000, 'y');
    const query q{"select $1::text", {text_type}};
    for (int i = 0; i < 2; ++i) EXPECT_EQ(run(db, q, {text}).value(0, 0).rest(), text);
    db.transaction([](transaction& tx) { tx.execute_script("insert into t values (1)"); });
    EXPECT_EQ(count(witness, "t"), 1);
}

TEST_F(session_faults, silence_ends_at_the_deadline) {
    const auto waited = [&](auto act) {
        net.emplace(socket_of(dsn));
        open_session db{pgmodel::options{.dsn = through(), .deadline = 100ms}};
        db.transaction([](transaction& tx) { tx.execute_script("insert into t values (1)"); });
        const auto start = std::chrono::steady_clock::now();
        const auto failed = caught<pgmodel::connection_error>([&] { act(db); });
        const auto time = std::chrono::steady_clock::now() - start;
        EXPECT_TRUE(failed);
        EXPECT_TRUE(failed && failed->connection_lost());
        EXPECT_GE(time, 550ms) << "the server is heard first";
        EXPECT_LE(time, 1500ms);
        EXPECT_FALSE(db.is_open());
        return failed ? std::string(failed->what()) : std::string();
    };
    EXPECT_NE(waited([&](open_session& db) {
                  net->swallow();
                  ask(db, "select 'new'::text");
              }).find("no answer in 600 ms"),
              std::string::npos);
    waited([&](open_session& db) {
        net->swallow();
        db.execute_script("select 1");
    });
    waited([&](open_session& db) {
        net->swallow();
        db.use().resolve({0, "nothing"});
    });
    waited([&](open_session& db) {
        net->swallow();
        transaction tx{db};
    });
    EXPECT_NE(waited([&](open_session& db) {
                  transaction tx{db};
                  tx.execute_script("insert into t values (2)");
                  net->swallow();
                  tx.commit();
              }).find("may have been committed or not"),
              std::string::npos);
}

TEST_F(session_faults, a_server_that_is_stopped) {
    pgmodel::testing::server server;
    open_session db{server.connection_string()};
    EXPECT_EQ(ask(db, "select 'x'::text"), "x");
    server.stop();
    PGMODEL_EXPECT_THROW(ask(db, "select 'x'::text"), pgmodel::connection_error, "pgmodel: ");
    expect_lost(db);
    PGMODEL_EXPECT_THROW(pgmodel::session{server.connection_string()}, pgmodel::connection_error, "cannot connect");
}

TEST_F(session_faults, idle_in_transaction_for_too_long) {
    open_session db{dsn};
    transaction tx{db};
    tx.execute_script("set idle_in_transaction_session_timeout = 1");
    while (db.is_open() && PQtransactionStatus(channel_of(tx).link().get()) == PQTRANS_INTRANS &&
           channel_of(tx).link().looks_alive()) {
    }
    const auto failed = caught<pgmodel::connection_error>([&] { tx.execute_script("select 1"); });
    ASSERT_TRUE(failed);
    EXPECT_TRUE(failed->connection_lost());
}

TEST_F(session_faults, signals_do_not_disturb) {
    struct sigaction quiet {}, before{};
    quiet.sa_handler = [](int) {};
    ASSERT_EQ(::sigaction(SIGALRM, &quiet, &before), 0);
    const itimerval often{{0, 1000}, {0, 1000}}, never{};
    ::setitimer(ITIMER_REAL, &often, nullptr);
    {
        open_session db{dsn};
        EXPECT_EQ(ask(db, "select 'x'::text || pg_sleep(0.1)"), "x");
        db.transaction([](transaction& tx) { tx.execute_script("insert into t values (1)"); });
    }
    ::setitimer(ITIMER_REAL, &never, nullptr);
    ::sigaction(SIGALRM, &before, nullptr);
    EXPECT_EQ(count(witness, "t"), 1);
}

// A child's copy of a session must not say good-bye in its parent's name.
TEST_F(session_faults, a_forked_child_leaves_the_session_alone) {
    auto db = std::make_unique<open_session>(dsn);
    const auto pid = backend(*db);
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        db.reset();
        ::_exit(0);
    }
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    EXPECT_EQ(backend(*db), pid);
}

// It would read what its parent is sent.
TEST_F(session_faults, a_forked_child_cannot_use_the_session) {
    open_session db{dsn};
    const auto pid = backend(db);
    pgmodel::pool pool{dsn};
    pool.acquire().execute_script("select 1");
    transaction tx{db};
    tx.execute_script("insert into t values (1)");
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        int right = 0;
        const auto refused = [&right](auto act) {
            try {
                act();
            } catch (const pgmodel::commit_in_doubt&) {
            } catch (const pgmodel::connection_error& e) {
                right += std::string_view(e.what()).find("forked") != std::string_view::npos;
            }
        };
        refused([&] { ask(tx, "select 'x'::text"); });
        refused([&] { ask(tx, "select 'new'::text"); });
        refused([&] { tx.execute_script("insert into t values (2)"); });
        refused([&] { tx.commit(); });
        right += !db.is_open() + !db.ping(100ms);
        right += pool.with([](pgmodel::connection& own) { return count(own, "t"); }) == 0;
        ::_exit(right);
    }
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    EXPECT_EQ(WEXITSTATUS(status), 7);
    tx.commit();
    EXPECT_EQ(backend(db), pid);
    EXPECT_EQ(count(witness, "t"), 1);
}

// What tells the server to stop is another connection, which may hang as any other.
TEST_F(session_faults, a_copy_that_cannot_be_cancelled_ends_in_time) {
    pgmodel::session db{pgmodel::options{.dsn = net->dsn(dsn), .deadline = 200ms}};
    net->ignore_new();
    struct mine {};
    auto full = [](std::string_view) { throw mine{}; };
    const auto start = std::chrono::steady_clock::now();
    EXPECT_THROW(pgmodel::copy_csv(db, "select generate_series(1, 100000000)", full), mine);
    EXPECT_LT(std::chrono::steady_clock::now() - start, 5s);
    EXPECT_FALSE(db.is_open());
}

}  // namespace
