// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session.hpp>
#include <pgmodel/session/copy_csv.hpp>
#include <pgmodel/testing.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include "database.hpp"
#include "session_helpers.hpp"

namespace {

using namespace pgmodel_test;
using pgmodel::transaction;
using pgmodel::testing::rolled_back;

class session_rolled_back : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn = create_database("session_rolled_back");
        open_session db{dsn};
        db.execute_script("create table t(i integer primary key, "
                          "parent integer references t deferrable initially deferred)");
    }
    void TearDown() override {
        db.reset();
        open_session witness{dsn};
        EXPECT_EQ(count(witness, "t"), 0) << "nothing is left behind";
    }
    static inline std::string dsn;
    std::optional<rolled_back> db{std::in_place, dsn};
};

TEST_F(session_rolled_back, keeps_its_work_to_itself) {
    db->execute_script("insert into t values (1)");
    db->transaction([](transaction& tx) { tx.execute_script("insert into t values (2)"); });
    EXPECT_EQ(count(*db, "t"), 2);
    open_session witness{dsn};
    EXPECT_EQ(count(witness, "t"), 0);
}

TEST_F(session_rolled_back, its_locks_end_with_it) {
    const std::string name = create_database("session_rolled_back_locks");
    open_session other{name};
    other.execute_script("create table jobs as select 1 as id");
    for (int i = 0; i < 200; ++i) {
        rolled_back{name}.execute_script("update jobs set id = 2");
        ASSERT_EQ(ask(other, "select count(*)::text from (select from jobs for update skip locked) j"), "1") << i;
    }
}

TEST_F(session_rolled_back, a_failed_statement_spoils_nothing) {
    db->execute_script("insert into t values (1)");
    EXPECT_THROW(db->execute_script("insert into t values (2); insert into t values (1)"), pgmodel::unique_violation);
    EXPECT_THROW(run(*db, {"insert into t values (1)"}), pgmodel::unique_violation);
    EXPECT_THROW(run(*db, {"select nowhere"}), pgmodel::server_error);
    EXPECT_EQ(ask(*db, "select string_agg(i::text, ',') from t"), "1");
}

TEST_F(session_rolled_back, what_is_thrown_amid_rows_spoils_nothing) {
    const auto stop = [](std::string_view) { throw std::runtime_error("stop"); };
    EXPECT_THROW(pgmodel::copy_csv(*db, "select generate_series(1, 100000000)", stop), std::runtime_error);
    EXPECT_THROW(pgmodel::copy_csv(*db, "select generate_series(1, 100000000)", [](std::string_view) { throw 42; }), int);
    db->execute_script("insert into t values (1)");
    EXPECT_EQ(count(*db, "t"), 1);
}

TEST_F(session_rolled_back, a_failure_names_its_own_cause) {
    EXPECT_THROW(db->execute_script("select 1/0"), pgmodel::server_error);
    transaction tx{*db};
    EXPECT_THROW(tx.execute_script("select nowhere"), pgmodel::server_error);
    const auto failed = caught<pgmodel::transaction_rolled_back>([&] { tx.commit(); });
    ASSERT_TRUE(failed);
    EXPECT_EQ(failed->sqlstate(), "42703");
}

TEST_F(session_rolled_back, transactions_behave_like_transactions) {
    {
        transaction tx{*db};
        EXPECT_THROW(db->execute_script("select 1"), pgmodel::usage_error);
        tx.execute_script("insert into t values (1)");
        EXPECT_THROW(tx.execute_script("insert into t values (1)"), pgmodel::unique_violation);
        PGMODEL_EXPECT_THROW(tx.execute_script("select 1"), pgmodel::server_error, "[25P02]");
        EXPECT_THROW(tx.commit(), pgmodel::transaction_rolled_back);
    }
    EXPECT_EQ(count(*db, "t"), 0);
    db->transaction([](transaction& tx) { tx.execute_script("insert into t values (2)"); },
                    {.level = pgmodel::isolation::serializable});
    {
        transaction tx{*db, {.read_only = true}};
        tx.execute_script("insert into t values (3)");
        transaction inner{tx};
        EXPECT_THROW((transaction{inner, {.read_only = true}}), pgmodel::usage_error);
    }
    EXPECT_EQ(ask(*db, "select string_agg(i::text, ',') from t"), "2");
}

TEST_F(session_rolled_back, deferred_constraints_are_checked_where_commit_would) {
    EXPECT_THROW(db->execute_script("insert into t values (1, 99)"), pgmodel::foreign_key_violation);
    EXPECT_THROW(run(*db, {"insert into t values (1, 99)"}), pgmodel::foreign_key_violation);
    EXPECT_THROW(db->transaction([](transaction& tx) { tx.execute_script("insert into t values (2, 99)"); }),
                 pgmodel::foreign_key_violation);
    EXPECT_EQ(count(*db, "t"), 0);
    for (int i : {1, 5})  // and they stay deferred
        db->transaction([&](transaction& tx) {
            tx.execute_script("insert into t values (" + std::to_string(i) + ", " + std::to_string(i + 1) + ")");
            tx.execute_script("insert into t values (" + std::to_string(i + 1) + ", null)");
        });
    EXPECT_EQ(count(*db, "t"), 4);
}

TEST_F(session_rolled_back, stale_plans_are_made_again) {
    const query q{"select * from changing"};
    db->execute_script("create table changing(a integer)");
    EXPECT_EQ(run(*db, q).columns(), 1U);
    db->execute_script("alter table changing add b integer");
    EXPECT_EQ(run(*db, q).columns(), 2U);
}

TEST_F(session_rolled_back, a_lost_connection_is_lost) {
    open_session other{dsn};
    kill_backend(other, backend(*db));
    EXPECT_THROW(db->execute_script("select 1"), pgmodel::connection_error);
    EXPECT_FALSE(db->is_open());
}

}  // namespace
