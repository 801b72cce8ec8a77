// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Notifications from one session to another, and whether the server answers.

#include <pgmodel.hpp>
#include <pgmodel/session/notifications.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <thread>

#include "database.hpp"
#include "session_helpers.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;
using namespace std::chrono_literals;

class notifications : public ::testing::Test {
protected:
    static void SetUpTestSuite() { dsn = create_database("notifications"); }
    static inline std::string dsn;
    open_session db{dsn};
    pg::session other{dsn};
    std::string next(std::chrono::milliseconds within = 10s) {
        const auto n = db.wait_notification(within);
        return n ? n->channel + " " + n->payload : "none";
    }
};

TEST_F(notifications, come_when_a_transaction_commits) {
    const std::string name = "Odd \"channel\" $1 é";
    db.listen(name);
    other.transaction([&](pg::transaction& tx) {
        tx.notify(name, "first");
        tx.notify(name, "first");
        tx.notify(name, "it's 'second'");
        EXPECT_EQ(next(0ms), "none") << "not before";
    });
    const auto n = db.wait_notification(10s);
    ASSERT_TRUE(n);
    EXPECT_EQ(n->channel, name);
    EXPECT_EQ(n->payload, "first");
    EXPECT_EQ(n->sender, backend(other));
    EXPECT_EQ(next(), name + " it's 'second'");
    EXPECT_EQ(next(0ms), "none");
    try {
        other.transaction([&](pg::transaction& tx) {
            tx.notify(name, "undone");
            throw std::runtime_error("stop");
        });
    } catch (const std::runtime_error&) {
    }
    other.notify(name);
    EXPECT_EQ(next(), name + " ");
    db.unlisten(name);
    other.notify(name, "unheard");
    EXPECT_EQ(next(1ms), "none");
}

TEST_F(notifications, that_came_with_an_answer_are_kept) {
    db.listen("a");
    for (const char* text : {"1", "2", "3"}) other.notify("a", text);
    EXPECT_EQ(db.scalar<int>("select 1"), 1);
    EXPECT_TRUE(channel_of(db).link().looks_alive()) << "which reads what has come";
    EXPECT_TRUE(db.ping(10s));
    for (const char* text : {"1", "2", "3"}) EXPECT_EQ(next(0ms), std::string("a ") + text);
    db.notify("a", "own");
    EXPECT_EQ(next(0ms), "a own");
}

TEST_F(notifications, are_waited_for) {
    db.listen("b");
    std::thread sender([this, pid = backend(db)] {
        while (ask(other, "select state from pg_stat_activity where pid = " + std::to_string(pid)) != "idle") std::this_thread::yield();
        other.notify("b", "late");
    });
    const auto late = db.wait_notification(std::chrono::hours::max());
    ASSERT_TRUE(late) << "the longest time is long";
    EXPECT_EQ(late->payload, "late");
    sender.join();
    EXPECT_FALSE(db.wait_notification(0.001s));
    EXPECT_FALSE(db.wait_notification(500us));
    EXPECT_FALSE(db.wait_notification(std::chrono::milliseconds::min()));
    EXPECT_TRUE(db.ping(std::chrono::hours::max()));
    const auto start = std::chrono::steady_clock::now();
    EXPECT_EQ(next(30ms), "none");
    EXPECT_GE(std::chrono::steady_clock::now() - start, 20ms);
}

TEST_F(notifications, are_refused_where_none_can_come) {
    db.transaction([&](pg::transaction& tx) {
        tx.listen("c");
        PGMODEL_EXPECT_THROW(tx.wait_notification(0ms), pg::usage_error, "wait outside of it");
    });
    other.notify("c", "x");
    EXPECT_EQ(next(), "c x") << "listens from the commit on";
    PGMODEL_EXPECT_THROW(db.listen(""), pg::usage_error, "1 to 63 bytes");
    PGMODEL_EXPECT_THROW(db.listen(std::string(64, 'x')), pg::usage_error, "1 to 63 bytes");
    PGMODEL_EXPECT_THROW(db.listen(std::string_view("a\0b", 3)), pg::usage_error, "NUL");
    EXPECT_THROW(db.notify(""), pg::server_error);
    EXPECT_THROW(db.notify("c", std::string(8000, 'x')), pg::server_error);
}

TEST_F(notifications, of_a_connection_that_is_lost) {
    db.listen("d");
    kill_backend(other, backend(db));
    try {
        next();
        ADD_FAILURE() << "goes on";
    } catch (const pg::connection_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: the connection to the server was lost [57P01]");
        EXPECT_EQ(e.sqlstate(), "57P01");
        EXPECT_TRUE(e.connection_lost());
    }
    EXPECT_FALSE(db.is_open());
    PGMODEL_EXPECT_THROW(next(), pg::connection_error, "lost before");
}

TEST_F(notifications, ping_says_whether_the_server_answers) {
    EXPECT_TRUE(db.ping(10s));
    {
        pg::transaction tx{db};
        EXPECT_TRUE(tx.ping(10s));
        EXPECT_THROW(tx.execute("select 1/0"), pg::server_error);
        EXPECT_TRUE(tx.ping(10s)) << "also in a failed transaction";
        EXPECT_THROW(db.ping(10s), pg::usage_error);
    }
    EXPECT_EQ(db.scalar<int>("select 1"), 1);
    kill_backend(other, backend(db));
    EXPECT_FALSE(db.ping(10s));
    EXPECT_FALSE(db.ping(10s));
}

}  // namespace
