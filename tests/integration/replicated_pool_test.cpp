// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A primary and a hot standby of it: where reads go, and that they see what was written.

#include <pgmodel.hpp>
#include <pgmodel/session/is_current.hpp>
#include <pgmodel/session/replicated_pool.hpp>
#include <pgmodel/testing.hpp>
#include <pgmodel/testing/standby.hpp>

#include <gtest/gtest.h>

#include <signal.h>

#include <chrono>
#include <memory>
#include <string>
#include <thread>

namespace {

namespace pg = pgmodel;
using pg::col;
using namespace std::chrono_literals;

struct note {
    std::int64_t id{};
    std::string text{};
};
inline constexpr pg::registry<note> notes{};

class ReplicatedPool : public testing::Test {
protected:
    static void SetUpTestSuite() {
        primary = std::make_unique<pg::testing::server>();
        pg::session db(primary->connection_string());
        db.create_all(notes);
        standby = std::make_unique<pg::testing::server>(pg::testing::start_standby(*primary));
    }
    static void TearDownTestSuite() {
        standby.reset();
        primary.reset();
    }
    static std::string write(pg::replicated_pool& pool) {
        return pool.with([](pg::connection& db) {
            db.insert(note{.text = "x"});
            return pg::wal_position(db).to_string();
        });
    }
    static inline std::unique_ptr<pg::testing::server> primary, standby;
};

TEST_F(ReplicatedPool, ReadsComeFromTheReplicaAndWritesGoToThePrimary) {
    pg::replicated_pool pool{primary->connection_string(), standby->connection_string(), {.wait = 30s}};
    auto db = pool.acquire();
    EXPECT_FALSE(pg::is_in_recovery(db));
    EXPECT_FALSE(pg::replayed_until(db));
    const auto token = write(pool);
    auto replica = pool.replica(pg::seen(token));
    EXPECT_TRUE(pg::is_in_recovery(replica));
    EXPECT_TRUE(pg::replayed_until(replica));
    EXPECT_TRUE(pg::is_current(replica, notes));
    EXPECT_EQ(replica.count<note>(), db.count<note>());
    EXPECT_EQ(pool.replica(pg::seen(token)).all(pg::select<note>()).size(), static_cast<std::size_t>(db.count<note>()));
    EXPECT_TRUE(pool.transaction([](pg::transaction& tx) { return !pg::is_in_recovery(tx); }));
    try {
        replica.insert(note{});
        ADD_FAILURE();
    } catch (const pg::server_error& e) {
        EXPECT_EQ(e.sqlstate(), "25006");
    }
    EXPECT_THROW(pg::wal_position(replica), pg::server_error);
}

TEST_F(ReplicatedPool, WhatIsNotReplayedInTimeIsReadFromThePrimary) {
    pg::replicated_pool pool{primary->connection_string(), standby->connection_string(), {.wait = 0ms}};
    pg::session held(standby->connection_string());
    held.execute("select pg_wal_replay_pause()");
    while (held.scalar<std::string>("select pg_get_wal_replay_pause_state()") != "paused")
        std::this_thread::yield();
    const auto token = write(pool);
    EXPECT_TRUE(pg::is_in_recovery(*std::make_unique<pg::pooled_session>(pool.replica())));
    auto db = pool.replica(pg::seen(token));
    EXPECT_FALSE(pg::is_in_recovery(db));
    EXPECT_THROW(db.insert(note{}), pg::server_error) << "a read that falls back may not write either";
    EXPECT_TRUE(pg::is_in_recovery(*std::make_unique<pg::pooled_session>(pool.replica(pg::seen("")))));

    // So does one that is looked for among several hosts by what it may do.
    pg::replicated_pool found{primary->connection_string() + "&target_session_attrs=read-write",
                              standby->connection_string() + "&target_session_attrs=standby", {.wait = 0ms}};
    EXPECT_FALSE(pg::is_in_recovery(*std::make_unique<pg::pooled_session>(found.replica(pg::seen(token)))));

    // One that waits sees it as soon as it is there.
    pg::replicated_pool patient{
        primary->connection_string(), standby->connection_string(), {.wait = std::chrono::milliseconds::max()}};
    std::thread reader([&] {
        auto lease = patient.replica(pg::seen(token));
        EXPECT_TRUE(pg::is_in_recovery(lease));
    });
    while (held.scalar<std::int64_t>("select count(*) from pg_stat_activity where query like '%pg_last_wal_replay_lsn() >= $1%' "
                                     "and pid <> pg_backend_pid()") < 1)
        std::this_thread::yield();
    held.execute("select pg_wal_replay_resume()");
    reader.join();
}

TEST_F(ReplicatedPool, AReplicaThatDoesNotAnswerIsLeftAlone) {
    pg::options patient{.dsn = standby->connection_string(), .deadline = 5min};
    pg::replicated_pool pool{{.dsn = primary->connection_string()}, patient};
    const auto token = write(pool);
    const int backend = pool.replica().scalar<int>("select pg_backend_pid()");
    ASSERT_EQ(::kill(backend, SIGSTOP), 0);
    const auto began = std::chrono::steady_clock::now();
    EXPECT_FALSE(pg::is_in_recovery(*std::make_unique<pg::pooled_session>(pool.replica(pg::seen(token)))));
    EXPECT_LT(std::chrono::steady_clock::now() - began, 2min) << "not the statement's deadline";
    ::kill(backend, SIGCONT);
    EXPECT_FALSE(pg::is_in_recovery(*std::make_unique<pg::pooled_session>(pool.replica())));
}

TEST_F(ReplicatedPool, WithoutAReplicaThePrimaryAnswers) {
    pg::replicated_pool pool{primary->connection_string(), primary->connection_string() + "&target_session_attrs=standby"};
    const auto token = write(pool);
    for (int i = 0; i < 2; ++i)
        EXPECT_FALSE(pg::is_in_recovery(*std::make_unique<pg::pooled_session>(pool.replica(pg::seen(token)))));
    EXPECT_THROW(pool.replica().insert(note{}), pg::server_error);
    EXPECT_THROW(pg::seen("16/B374D848; drop table note"), pg::usage_error);
    // The primary alone, as on a developer's machine, is as far as anybody can be.
    pg::replicated_pool alone{primary->connection_string(), primary->connection_string()};
    EXPECT_THROW(alone.replica(pg::seen(token)).insert(note{}), pg::server_error);
}

/// Both hosts in one string, as programs name them.
std::string either(const pg::testing::server& a, const pg::testing::server& b, const std::string& role) {
    return "host='" + a.folder().string() + "," + b.folder().string() +
           "' port=5432 user=postgres dbname=postgres target_session_attrs=" + role;
}

TEST(failover, WritesFollowThePrimary) {
    pg::testing::server first;
    {
        pg::session db(first.connection_string());
        db.create_all(notes);
    }
    pg::testing::server second = pg::testing::start_standby(first);
    pg::pool pool{pg::options{.dsn = either(second, first, "read-write"), .connect_timeout = 5s},
                  {.size = 2, .max_overflow = 0}};
    const auto write = [&pool] { return pool.transaction([](pg::transaction& tx) { return tx.insert(note{}).id; }); };
    {
        auto one = pool.acquire(), other = pool.acquire();
        EXPECT_FALSE(pg::is_in_recovery(one));
        EXPECT_FALSE(pg::is_in_recovery(other));
    }
    const auto id = write();
    pg::session standby(second.connection_string());
    while (!standby.find<note>(id)) {
    }
    first.stop();
    for (int i = 0; i < 4; ++i)  // the two that were open, and two that cannot be opened
        try {
            write();
            ADD_FAILURE() << "nobody takes writes";
        } catch (const pg::connection_error& e) {
            EXPECT_TRUE(e.connection_lost());
            if (i > 1) {
                EXPECT_NE(std::string(e.what()).find("session is read-only"), std::string::npos) << e.what();
            }
        }
    EXPECT_EQ(pool.statistics().in_use, 0U);
    EXPECT_TRUE(standby.scalar<bool>("select pg_promote()"));
    EXPECT_GT(write(), id);
    EXPECT_GT(standby.count<note>(), 1);
}

}  // namespace
