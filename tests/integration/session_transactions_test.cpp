// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <memory>
#include <stdexcept>
#include <string>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

#include "database.hpp"
#include "session_helpers.hpp"

namespace {

using namespace pgmodel_test;
using namespace std::chrono_literals;
using pgmodel::isolation;
using pgmodel::transaction;

class session_transactions : public ::testing::Test {
protected:
    static void SetUpTestSuite() { dsn = create_database("session_transactions"); }
    void SetUp() override {
        db.execute_script(
            "create table if not exists t(i integer primary key deferrable initially immediate); truncate t");
    }
    static inline std::string dsn;
    open_session db{dsn};
};

TEST_F(session_transactions, commit_and_roll_back) {
    {
        transaction tx{db};
        tx.execute_script("insert into t values (1)");
        EXPECT_TRUE(tx.in_transaction());
        tx.commit();
        EXPECT_FALSE(db.in_transaction());
    }
    {
        transaction tx{db};
        tx.execute_script("insert into t values (2)");
    }
    {
        transaction tx{db};
        tx.execute_script("insert into t values (3)");
        tx.rollback();
        EXPECT_EQ(count(db, "t"), 1) << "the session is free again";
    }
    EXPECT_EQ(count(db, "t"), 1);
}

TEST_F(session_transactions, the_session_must_not_be_used_meanwhile) {
    transaction tx{db};
    PGMODEL_EXPECT_THROW(db.execute_script("select 1"), pgmodel::usage_error,
                         "the session is used while a transaction is open on it");
    PGMODEL_EXPECT_THROW(transaction{db}, pgmodel::usage_error, "while a transaction is open");
    {
        transaction inner{tx};
        PGMODEL_EXPECT_THROW(tx.execute_script("select 1"), pgmodel::usage_error,
                             "pgmodel: another transaction is open inside this one; use that");
        PGMODEL_EXPECT_THROW(tx.commit(), pgmodel::usage_error,
                             "pgmodel: another transaction is open inside this one; use that");
        inner.execute_script("insert into t values (1)");
        inner.commit();
        PGMODEL_EXPECT_THROW(inner.commit(), pgmodel::usage_error, "has ended");
        PGMODEL_EXPECT_THROW(inner.rollback(), pgmodel::usage_error, "pgmodel: this transaction has ended");
    }
    tx.commit();
    PGMODEL_EXPECT_THROW(tx.execute_script("select 1"), pgmodel::usage_error, "has ended");
    EXPECT_EQ(count(db, "t"), 1);
}

TEST_F(session_transactions, an_inner_one_ends_with_the_outer_one) {
    transaction tx{db};
    transaction inner{tx};
    tx.rollback();
    PGMODEL_EXPECT_THROW(inner.execute_script("select 1"), pgmodel::usage_error, "pgmodel: this transaction has ended");
}

TEST_F(session_transactions, inner_ones_are_savepoints) {
    transaction tx{db};
    tx.execute_script("insert into t values (1)");
    {
        transaction inner{tx};
        inner.execute_script("insert into t values (2)");
        {
            transaction innermost{inner};
            innermost.execute_script("insert into t values (3)");
            innermost.commit();
        }
        EXPECT_EQ(count(inner, "t"), 3);
    }
    EXPECT_EQ(count(tx, "t"), 1);
    PGMODEL_EXPECT_THROW(tx.transaction([](transaction& inner) { inner.execute_script("insert into t values (1)"); }),
                         pgmodel::unique_violation, "t_pkey");
    tx.execute_script("insert into t values (4)");
    PGMODEL_EXPECT_THROW((transaction{tx, {.read_only = true}}), pgmodel::usage_error, "savepoint");
    tx.commit();
    EXPECT_EQ(count(db, "t"), 2);
}

TEST_F(session_transactions, a_failed_inner_one_says_so_at_its_commit) {
    transaction tx{db};
    transaction inner{tx};
    EXPECT_THROW(inner.execute_script("select nowhere"), pgmodel::server_error);
    PGMODEL_EXPECT_THROW(inner.commit(), pgmodel::transaction_rolled_back, "[42703]");
    tx.execute_script("insert into t values (1)");
    tx.commit();
    EXPECT_EQ(count(db, "t"), 1);
}

TEST_F(session_transactions, an_outer_one_that_ends_first_takes_the_inner_ones_along) {
    auto outer = std::make_unique<transaction>(db);
    auto inner = std::make_unique<transaction>(*outer);
    inner->execute_script("insert into t values (1)");
    outer.reset();
    EXPECT_FALSE(db.in_transaction());
    transaction next{db};
    transaction next_inner{next};
    EXPECT_THROW(inner->execute_script("select 1"), pgmodel::usage_error);
    inner.reset();
    next_inner.execute_script("insert into t values (2)");
    next_inner.commit();
    next.commit();
    EXPECT_EQ(ask(db, "select string_agg(i::text, ',') from t"), "2");
}

TEST_F(session_transactions, options_reach_the_server) {
    transaction tx{db, {.level = isolation::serializable, .read_only = true, .deferrable = true}};
    EXPECT_EQ(ask(tx, "select current_setting('transaction_isolation') || current_setting('transaction_read_only') || "
                      "current_setting('transaction_deferrable')"),
              "serializableonon");
    tx.rollback();
    for (auto [level, name] :
         {std::pair{isolation::read_committed, "read committed"}, {isolation::repeatable_read, "repeatable read"}})
        EXPECT_EQ(db.transaction([](transaction& inner) { return ask(inner, "show transaction_isolation"); },
                                 {.level = level}),
                  name);
}

TEST_F(session_transactions, deadlines_of_their_own) {
    open_session patient{pgmodel::options{.dsn = dsn, .deadline = 40s}};
    const auto deadline = [&](pgmodel::transaction_options wanted) {
        return patient.transaction([](transaction& tx) { return ask(tx, "show statement_timeout"); }, wanted);
    };
    EXPECT_EQ(deadline({}), "40s");
    EXPECT_EQ(deadline({.deadline = 7s}), "7s");
    EXPECT_EQ(deadline({.deadline = 0s}), "0");
    EXPECT_EQ(deadline({.deadline = std::chrono::hours(1'000)}), "0") << "more than the server can count";
    EXPECT_EQ(deadline({.deadline = pgmodel::session_deadline}), "40s");
    EXPECT_EQ(deadline({.deadline = -5s}), "40s") << "a time that is over is no reason to wait for ever";
    transaction tx{patient, {.deadline = 7s}};
    EXPECT_NO_THROW((transaction{tx, {.deadline = pgmodel::session_deadline}}));
    PGMODEL_EXPECT_THROW((transaction{tx, {.deadline = 0s}}), pgmodel::usage_error, "savepoint");
}

TEST_F(session_transactions, commit_of_a_failed_one_is_an_error) {
    transaction tx{db};
    tx.execute_script("insert into t values (1)");
    EXPECT_THROW(tx.execute_script("insert into t values (1)"), pgmodel::unique_violation);
    PGMODEL_EXPECT_THROW(tx.execute_script("select 1"), pgmodel::server_error,
                         "pgmodel: the transaction has failed before [23505] and takes no more statements [25P02]");
    const auto failed = caught<pgmodel::transaction_rolled_back>([&] { tx.commit(); });
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->sqlstate(), "23505") << "the cause";
    EXPECT_FALSE(failed->connection_lost());
    EXPECT_EQ(count(db, "t"), 0);
}

TEST_F(session_transactions, errors_of_commit_itself_come_out) {
    transaction tx{db};
    tx.execute_script("set constraints all deferred; insert into t values (1), (1)");
    PGMODEL_EXPECT_THROW(tx.commit(), pgmodel::unique_violation, "t_pkey");
    EXPECT_FALSE(db.in_transaction());
    EXPECT_EQ(count(db, "t"), 0);
    db.transaction([](transaction& again) { again.execute_script("insert into t values (1)"); });
    EXPECT_EQ(count(db, "t"), 1);
}

TEST_F(session_transactions, begun_or_ended_by_hand_are_noticed) {
    {
        transaction tx{db};
        tx.execute_script("commit");
        PGMODEL_EXPECT_THROW(tx.commit(), pgmodel::usage_error, "a statement has ended the transaction");
        EXPECT_NO_THROW(count(db, "t"));
    }
    db.execute_script("begin");
    PGMODEL_EXPECT_THROW(transaction{db}, pgmodel::usage_error, "a statement has begun a transaction");
    db.execute_script("rollback");
}

TEST_F(session_transactions, functions_return_what_they_return) {
    int number = 1;
    EXPECT_EQ(db.transaction([](transaction&) { return 7; }), 7);
    int& reference = db.transaction([&](transaction&) -> int& { return number; });
    EXPECT_EQ(&reference, &number);
    auto only_moved = db.transaction([](transaction&) { return std::make_unique<int>(3); });
    EXPECT_EQ(*only_moved, 3);
    static_assert(std::is_void_v<decltype(db.transaction([](transaction&) {}))>);
    EXPECT_EQ(db.transaction([](auto& tx) {
        return tx.transaction([](auto& inner) { return ask(inner, "select 'deep'::text"); });
    }),
              "deep");
}

TEST_F(session_transactions, exceptions_roll_back_and_go_on) {
    EXPECT_THROW(db.transaction([](transaction& tx) {
        tx.execute_script("insert into t values (1)");
        throw std::logic_error("mine");
    }),
                 std::logic_error);
    EXPECT_EQ(count(db, "t"), 0);
}

TEST_F(session_transactions, functions_are_run_again_after_conflicts_only) {
    int calls = 0;
    const auto conflict = [&](transaction& tx) {
        tx.execute_script("insert into t values (" + std::to_string(100 + calls) + ")");
        if (++calls < 3) tx.execute_script("do $$ begin raise exception 'again' using errcode = '40001'; end $$");
        return calls;
    };
    EXPECT_EQ(db.transaction(conflict), 3);
    EXPECT_EQ(ask(db, "select string_agg(i::text, ',') from t"), "102") << "earlier attempts left nothing";

    calls = -100;
    PGMODEL_EXPECT_THROW(db.transaction(conflict, {.attempts = 4}), pgmodel::transaction_conflict, "40001");
    EXPECT_EQ(calls, -96);

    calls = 0;
    EXPECT_THROW(db.transaction([&](transaction& tx) {
        ++calls;
        tx.execute_script("select 1/0");
    }),
                 pgmodel::server_error);
    EXPECT_EQ(calls, 1);

    // Only the whole can be run again.
    calls = 0;
    int inner_calls = 0;
    db.transaction([&](transaction& tx) {
        ++calls;
        tx.transaction([&](transaction& inner) {
            if (++inner_calls < 2)
                inner.execute_script("do $$ begin raise exception 'again' using errcode = '40P01'; end $$");
        });
    });
    EXPECT_EQ(calls, 2);
    EXPECT_EQ(inner_calls, 2);
}

// A function that catches the conflict itself cannot make it a success.
TEST_F(session_transactions, a_swallowed_conflict_is_run_again) {
    int calls = 0;
    db.transaction([&](transaction& tx) {
        tx.execute_script("insert into t values (5)");
        if (++calls == 1) {
            EXPECT_THROW(tx.execute_script("do $$ begin raise exception 'again' using errcode = '40001'; end $$"),
                         pgmodel::transaction_conflict);
        }
    });
    EXPECT_EQ(calls, 2);
    EXPECT_EQ(count(db, "t"), 1);
}

// A real one: both read what the other writes.
TEST_F(session_transactions, serializable_ones_that_conflict_both_succeed) {
    db.execute_script("insert into t values (1)");
    pgmodel::session other{dsn};
    int calls = 0;
    db.transaction(
        [&](transaction& tx) {
            count(tx, "t");
            if (++calls == 1)
                other.transaction([](transaction& theirs) {
                    count(theirs, "t");
                    theirs.execute_script("insert into t values (2)");
                }, {.level = isolation::serializable});
            tx.execute_script("insert into t values (" + std::to_string(count(tx, "t") * 10 + calls) + ")");
        },
        {.level = isolation::serializable});
    EXPECT_EQ(calls, 2);
    EXPECT_EQ(count(db, "t"), 3);
}

TEST_F(session_transactions, deadlocks_are_conflicts) {
    db.execute_script("insert into t values (1), (2)");
    const auto touch = [](transaction& tx, int first, int second) {
        tx.execute_script("set local deadlock_timeout = '10ms'; select from t where i = " + std::to_string(first) +
                          " for update");
        // Both hold their first row when both have left a mark.
        tx.execute_script("select pg_advisory_unlock_all(); select pg_advisory_lock_shared(" + std::to_string(first) +
                          ")");
        for (int tries = 0;
             tries < 10'000 && ask(tx, "select count(*)::text from pg_locks where locktype = 'advisory'") != "2";
             ++tries) {
        }
        tx.execute_script("select from t where i = " + std::to_string(second) + " for update");
        tx.execute_script("select pg_advisory_unlock_all()");
    };
    pgmodel::session other{dsn};
    std::atomic<int> conflicts = 0;
    const auto work = [&](pgmodel::session& mine, int first, int second) {
        try {
            transaction tx{mine};
            touch(tx, first, second);
            tx.commit();
        } catch (const pgmodel::transaction_conflict& e) {
            EXPECT_EQ(e.sqlstate(), "40P01");
            EXPECT_TRUE(e.retryable());
            ++conflicts;
        }
    };
    std::thread thread([&] { work(other, 2, 1); });
    work(db, 1, 2);
    thread.join();
    EXPECT_EQ(conflicts, 1);
}

TEST_F(session_transactions, the_id_is_asked_for_only_by_those_who_wrote) {
    std::vector<std::string> statements;
    open_session asking{dsn};
    asking.transaction([](transaction& tx) { count(tx, "t"); });
    EXPECT_EQ(ask(asking, "select count(*)::text from pg_prepared_statements where statement like "
                          "'%pg_current_xact_id_if_assigned()'"),
              "0");
    asking.transaction([](transaction& tx) { tx.execute_script("insert into t values (9)"); });
    EXPECT_EQ(ask(asking, "select count(*)::text from pg_prepared_statements where statement like "
                          "'%pg_current_xact_id_if_assigned()'"),
              "1");
    open_session silent{pgmodel::options{.dsn = dsn, .ask_transaction_id = false}};
    silent.transaction([](transaction& tx) { tx.execute_script("insert into t values (10)"); });
    EXPECT_EQ(ask(silent, "select count(*)::text from pg_prepared_statements where statement like "
                          "'%pg_current_xact_id_if_assigned()'"),
              "0");
}

TEST_F(session_transactions, an_ended_transaction_may_outlive_its_session) {
    auto db = std::make_unique<pgmodel::session>(pgmodel_test::create_database("outlived"));
    pgmodel::transaction committed{*db};
    committed.commit();
    pgmodel::transaction undone{*db};
    undone.rollback();
    db.reset();
    EXPECT_FALSE(committed.in_transaction());
    EXPECT_THROW(committed.commit(), pgmodel::usage_error);
    EXPECT_THROW(undone.execute("select 1"), pgmodel::usage_error);
}

TEST_F(session_transactions, may_have_a_deadline_of_their_own) {
    using std::chrono::milliseconds;
    pgmodel::session quick{pgmodel::options{.dsn = dsn, .deadline = milliseconds(200)}};
    const auto sleep = [](pgmodel::connection& in, const char* seconds) {
        return in.scalar<bool>(pgmodel::raw_sql("select pg_sleep(" + std::string(seconds) + ") is not null"));
    };
    const auto limit = [&] { return quick.scalar<std::string>("select current_setting('statement_timeout')"); };
    EXPECT_THROW(sleep(quick, "60"), pgmodel::query_canceled);
    // Beyond the half second that the client waits for the server to keep to the deadline.
    EXPECT_TRUE(quick.transaction([&](pgmodel::transaction& tx) { return sleep(tx, "0.9"); }, {.deadline = milliseconds(20'000)}));
    EXPECT_EQ(limit(), "200ms");
    EXPECT_THROW(sleep(quick, "60"), pgmodel::query_canceled);
    {
        pgmodel::transaction tx{quick, {.deadline = milliseconds(0)}};
        EXPECT_EQ(tx.scalar<std::string>("select current_setting('statement_timeout')"), "0");
        EXPECT_THROW((pgmodel::transaction{tx, {.deadline = milliseconds(1)}}), pgmodel::usage_error);
    }
    EXPECT_EQ(limit(), "200ms");
    EXPECT_TRUE(quick.is_open());
    EXPECT_THROW(quick.transaction([&](pgmodel::transaction& tx) { return sleep(tx, "60"); }, {.deadline = milliseconds(50)}),
                 pgmodel::query_canceled);
    EXPECT_EQ(limit(), "200ms");
}

// A session asks once which server process it has; not as the first statement of a transaction of somebody else's.
TEST_F(session_transactions, the_first_statement_of_a_new_session_is_the_first_of_its_transaction) {
    for (const char* set : {"set transaction isolation level serializable", "set transaction read write"}) {
        open_session fresh{dsn};
        pgmodel::transaction tx{fresh};
        tx.execute(pgmodel::raw_sql(set));
        EXPECT_EQ(ask(tx, "select 'run'::text"), "run");
    }
    open_session fresh{dsn};
    fresh.execute_script("begin");
    fresh.execute("set transaction isolation level serializable");
    fresh.execute_script("rollback");
}

}  // namespace
