// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session.hpp>

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <limits>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

#include "../faults/proxy.hpp"
#include "database.hpp"
#include "session_helpers.hpp"

namespace {

using namespace pgmodel_test;
using namespace std::chrono_literals;
using pgmodel::pool;
using pgmodel::pooled_session;

class session_pool : public ::testing::Test {
protected:
    static void SetUpTestSuite() { dsn = create_database("session_pool"); }
    static inline std::string dsn;
};

void wait_for_waiters(const pool& p, std::size_t wanted) {
    while (p.statistics().waiting != wanted) std::this_thread::yield();
}

TEST_F(session_pool, opens_when_needed_and_lends_the_last_first) {
    pool p{dsn, {.size = 2, .max_overflow = 1}};
    EXPECT_EQ(p.statistics().idle, 0U);
    int first, second, third;
    {
        auto a = p.acquire();
        first = backend(a);
        {
            auto b = p.acquire();
            auto c = p.acquire();
            second = backend(b);
            third = backend(c);
            EXPECT_EQ(p.statistics().in_use, 3U);
        }
        EXPECT_EQ(p.statistics().in_use, 1U);
        EXPECT_EQ(p.statistics().idle, 2U);
        EXPECT_EQ(backend(*std::make_unique<pooled_session>(p.acquire())), second) << "it came back last";
    }
    EXPECT_EQ(p.statistics().idle, 2U) << "the overflow is closed";
    EXPECT_EQ(p.statistics().in_use, 0U);
    EXPECT_EQ((std::set{first, second, third}.size()), 3U);
    EXPECT_EQ(p.with([](pgmodel::connection& db) { return backend(db); }), second);
}

TEST_F(session_pool, waits_no_longer_than_it_may) {
    pool p{dsn, {.size = 1, .max_overflow = 0, .acquire_timeout = 50ms}};
    auto a = p.acquire();
    const auto start = std::chrono::steady_clock::now();
    PGMODEL_EXPECT_THROW(std::ignore = p.acquire(), pgmodel::pool_timeout,
                         "no connection became free in 50 ms (1 in use, 1 at most)");
    const auto time = std::chrono::steady_clock::now() - start;
    EXPECT_GE(time, 45ms);
    EXPECT_LT(time, 1s);
    EXPECT_EQ(p.statistics().waiting, 0U);
    EXPECT_THROW((pool{dsn, {.size = 0, .max_overflow = 0}}), pgmodel::usage_error);
}

TEST_F(session_pool, the_longest_times_are_no_limit) {
    constexpr auto forever = std::chrono::milliseconds::max();
    pool p{pgmodel::options{.dsn = dsn, .connect_timeout = forever, .deadline = forever},
           {.size = 1,
            .max_overflow = 0,
            .acquire_timeout = forever,
            .ping_timeout = forever,
            .recycle = std::chrono::seconds::max()}};
    std::optional<pooled_session> a{p.acquire()};
    const int pid = backend(*a);
    std::thread other([&] { EXPECT_NO_THROW(EXPECT_EQ(backend(*std::make_unique<pooled_session>(p.acquire())), pid)); });
    wait_for_waiters(p, 1);
    channel_of(*a).link().pretend_last_use(0);
    a.reset();
    other.join();
    EXPECT_EQ(p.statistics().idle, 1U);
}

TEST_F(session_pool, any_number_may_be_lent_above_the_size) {
    pool p{dsn, {.size = 1, .max_overflow = std::numeric_limits<std::size_t>::max(), .acquire_timeout = 0ms}};
    const auto a = p.acquire(), b = p.acquire();
    EXPECT_EQ(p.statistics().in_use, 2U);
}

TEST_F(session_pool, serves_who_waits_in_order) {
    pool p{dsn, {.size = 1, .max_overflow = 0}};
    std::vector<int> order;
    std::vector<std::thread> threads;
    {
        auto a = p.acquire();
        for (int i = 0; i < 5; ++i) {
            threads.emplace_back([&, i] {
                auto mine = p.acquire();
                order.push_back(i);  // one at a time: there is one connection
            });
            wait_for_waiters(p, static_cast<std::size_t>(i) + 1);
        }
    }
    for (auto& t : threads) t.join();
    EXPECT_EQ(order, (std::vector{0, 1, 2, 3, 4}));
    EXPECT_EQ(p.statistics().in_use, 0U);
    EXPECT_EQ(p.statistics().idle, 1U);
}

TEST_F(session_pool, a_waiter_in_the_middle_can_give_up) {
    pool p{dsn, {.size = 1, .max_overflow = 0, .acquire_timeout = 300ms}};
    std::optional<pooled_session> a{p.acquire()};
    std::atomic<int> timeouts = 0;
    std::thread first([&] { EXPECT_THROW(std::ignore = p.acquire(), pgmodel::pool_timeout); ++timeouts; });
    wait_for_waiters(p, 1);
    first.join();
    std::thread second([&] { EXPECT_TRUE(p.acquire().is_open()); });
    wait_for_waiters(p, 1);
    a.reset();
    second.join();
    EXPECT_EQ(timeouts, 1);
    EXPECT_EQ(p.statistics().in_use, 0U);
}

TEST_F(session_pool, what_comes_back_in_a_transaction_is_rolled_back) {
    pool p{dsn, {.size = 1, .max_overflow = 0}};
    p.with([](pgmodel::connection& db) { db.execute_script("create table if not exists t(i integer); truncate t"); });
    int pid;
    {
        auto a = p.acquire();
        pid = backend(a);
        a.execute_script("begin; insert into t values (1)");
    }
    {
        auto a = p.acquire();
        EXPECT_EQ(backend(a), pid);
        EXPECT_FALSE(a.in_transaction());
        EXPECT_EQ(count(a, "t"), 0);
        a.execute_script("begin");
        EXPECT_THROW(a.execute_script("select nowhere"), pgmodel::server_error);
    }
    EXPECT_EQ(p.with([](pgmodel::connection& db) { return count(db, "t"); }), 0);
    EXPECT_THROW(p.with([](pgmodel::connection&) { throw std::logic_error("mine"); }), std::logic_error);
    EXPECT_EQ(p.statistics().in_use, 0U);
}

TEST_F(session_pool, the_deadline_of_a_transaction_goes_with_it) {
    pool p{pgmodel::options{.dsn = dsn, .deadline = 20s}, {.size = 1, .max_overflow = 0}};
    std::optional<pgmodel::transaction> left_open;
    int pid;
    {
        auto a = p.acquire();
        pid = backend(a);
        left_open.emplace(a, pgmodel::transaction_options{.deadline = 100ms});
    }
    left_open.reset();
    auto a = p.acquire();
    EXPECT_EQ(backend(a), pid);
    // Longer than that deadline and the half second that the client waits behind one.
    EXPECT_TRUE(a.scalar<bool>("select pg_sleep(0.8) is not null"));
}

TEST_F(session_pool, what_comes_back_listening_stops) {
    pool p{dsn, {.size = 1, .max_overflow = 0}};
    pgmodel::session other{dsn};
    const auto listen = [&](const char* how) {
        auto a = p.acquire();
        EXPECT_EQ(ask(a, "select coalesce(string_agg(c, ','), 'none') from pg_listening_channels() c"), "none");
        if (how == std::string_view("prepared")) a.execute("listen news");
        else a.execute_script("begin; listen news; commit");
        other.notify("news", "old");
        EXPECT_EQ(ask(a, "select 'the answer brings the notification'"), "the answer brings the notification");
        if (how == std::string_view("in a transaction")) a.execute_script("begin");
        return backend(a);
    };
    const int pid = listen("prepared");
    EXPECT_EQ(listen("in a script"), pid);
    EXPECT_EQ(listen("in a transaction"), pid);
    auto a = p.acquire();
    EXPECT_EQ(ask(a, "select coalesce(string_agg(c, ','), 'none') from pg_listening_channels() c"), "none");
    EXPECT_EQ(PQnotifies(channel_of(a).link().get()), nullptr) << "nor does the next one get what was for another";
}

TEST_F(session_pool, discards_what_a_session_has) {
    pool p{dsn, {.size = 1, .max_overflow = 0, .reset = pgmodel::pool_reset::discard}};
    int pid;
    {
        auto a = p.acquire();
        pid = backend(a);
        a.execute_script("set statement_timeout = 77; set search_path = pg_catalog; create temporary table gone(i integer); "
                         "declare c cursor with hold for select 1; select pg_advisory_lock(7); listen news");
        a.execute_script("begin");
    }
    auto a = p.acquire();
    EXPECT_EQ(backend(a), pid);
    EXPECT_EQ(ask(a, "show statement_timeout"), "30s") << "as it was when the connection was made";
    EXPECT_NE(ask(a, "show search_path"), "pg_catalog");
    EXPECT_EQ(ask(a, "select to_regclass('gone')::text"), "NULL");
    EXPECT_EQ(ask(a, "select count(*)::text from pg_cursors where name = 'c'"), "0");
    EXPECT_EQ(ask(a, "select count(*)::text from pg_locks where locktype = 'advisory' and pid = pg_backend_pid()"), "0");
    EXPECT_EQ(ask(a, "select count(*)::text from pg_listening_channels()"), "0");
    EXPECT_NE(ask(a, "select count(*)::text from pg_prepared_statements"), "0") << "what is prepared stays";
}

TEST_F(session_pool, calls_a_function_with_what_comes_back) {
    int calls = 0;
    pool p{dsn, {.size = 1, .max_overflow = 0, .on_return = [&calls](pgmodel::connection& db) {
                     ++calls;
                     db.execute_script("select pg_advisory_unlock_all(); begin");
                     if (calls == 2) throw std::runtime_error("no");
                 }}};
    const auto use = [&p] {
        return p.with([](pgmodel::connection& db) {
            db.execute_script("begin; select pg_advisory_lock(7)");
            return backend(db);
        });
    };
    const int pid = use();
    EXPECT_EQ(calls, 1);
    EXPECT_FALSE(p.acquire().in_transaction()) << "what it leaves open is rolled back";
    EXPECT_EQ(p.statistics().idle, 0U) << "it has thrown: the connection is closed";
    EXPECT_NE(use(), pid);
    EXPECT_EQ(calls, 3);
}

TEST_F(session_pool, lost_connections_are_replaced) {
    pool p{dsn, {.size = 1, .max_overflow = 0}};
    pgmodel::session other{dsn};
    int pid;
    {
        auto a = p.acquire();
        pid = backend(a);
        kill_backend(other, pid);
        EXPECT_THROW(ask(a, "select 'x'::text"), pgmodel::connection_error);
    }
    EXPECT_EQ(p.statistics().idle, 0U);
    auto a = p.acquire();
    EXPECT_NE(backend(a), pid);
}

/// Makes the connection look unused for so long.
void age(pgmodel::connection& db, std::int64_t ms) {
    channel_of(db).link().pretend_last_use(pgmodel::detail::now_in_ms() - ms);
}

TEST_F(session_pool, idle_ones_are_asked_before_they_are_lent) {
    pool p{dsn, {.size = 1, .max_overflow = 0}};
    pgmodel::session other{dsn};
    int pid;
    {
        auto a = p.acquire();
        pid = backend(a);
        age(a, 1000);
    }
    EXPECT_EQ(p.with([](pgmodel::connection& db) {
        const int same = backend(db);
        age(db, 1000);
        return same;
    }),
              pid)
        << "it answers";
    kill_backend(other, pid);
    auto a = p.acquire();
    EXPECT_NE(backend(a), pid) << "the user never sees that it was killed";
}

// The server is there, but nothing comes through: the round trip finds out.
TEST_F(session_pool, silent_ones_are_replaced) {
    const auto at = dsn.find("host='");
    if (at == std::string::npos || dsn[at + 6] != '/') GTEST_SKIP() << "needs a server on a Unix socket";
    const auto folder = dsn.substr(at + 6, dsn.find('\'', at + 6) - at - 6);
    proxy net(folder + "/.s.PGSQL.5432");
    pool p{pgmodel::options{.dsn = net.dsn(dsn), .connect_timeout = 300ms},
           {.size = 1, .max_overflow = 0, .ping_timeout = 100ms}};
    p.with([](pgmodel::connection& db) { backend(db); age(db, 1000); });
    net.swallow();
    PGMODEL_EXPECT_THROW(std::ignore = p.acquire(), pgmodel::connection_error, "cannot connect");
    EXPECT_EQ(p.statistics().in_use, 0U);
    EXPECT_EQ(p.statistics().idle, 0U);
}

TEST_F(session_pool, old_ones_are_recycled) {
    pool never{dsn, {.size = 1, .max_overflow = 0, .recycle = 0s}};
    const auto pid = never.with([](pgmodel::connection& db) { return backend(db); });
    EXPECT_EQ(never.with([](pgmodel::connection& db) { return backend(db); }), pid);
    pool soon{dsn, {.size = 1, .max_overflow = 0, .recycle = 1s}};
    const auto first = soon.with([](pgmodel::connection& db) { return backend(db); });
    const auto until = std::chrono::steady_clock::now() + 1100ms;
    std::set<int> seen;
    while (std::chrono::steady_clock::now() < until)
        seen.insert(soon.with([](pgmodel::connection& db) { return backend(db); }));
    EXPECT_TRUE(seen.contains(first));
    EXPECT_GE(seen.size(), 2U);
}

TEST_F(session_pool, a_failed_connect_gives_its_place_to_the_next) {
    pool p{"host=/nowhere user=x", {.size = 1, .max_overflow = 0}};
    for (int i = 0; i < 3; ++i) EXPECT_THROW(std::ignore = p.acquire(), pgmodel::connection_error);
    EXPECT_EQ(p.statistics().in_use, 0U);
    std::vector<std::thread> threads;
    std::atomic<int> failed = 0;
    for (int i = 0; i < 8; ++i)
        threads.emplace_back([&] {
            try {
                std::ignore = p.acquire();
            } catch (const pgmodel::connection_error&) {
                ++failed;
            }
        });
    for (auto& t : threads) t.join();
    EXPECT_EQ(failed, 8) << "nobody waits for the timeout";
    EXPECT_EQ(p.statistics().in_use, 0U);
}

TEST_F(session_pool, leases_move) {
    pool p{dsn, {.size = 1, .max_overflow = 0}};
    {
        auto a = p.acquire();
        auto b = std::move(a);
        EXPECT_EQ(ask(b, "select 'moved'::text"), "moved");
        EXPECT_THROW(a.execute_script("select 1"), pgmodel::usage_error);
    }
    EXPECT_EQ(p.statistics().idle, 1U);
}

TEST_F(session_pool, many_threads_share_few_connections) {
    pool p{dsn, {.size = 3, .max_overflow = 2}};
    p.with([](pgmodel::connection& db) {
        db.execute_script("create table if not exists counted(i integer); truncate counted");
    });
    std::vector<std::thread> threads;
    std::atomic<int> running = 0, inserted = 0;
    constexpr int rounds = 40, workers = 12;
    for (int w = 0; w < workers; ++w)
        threads.emplace_back([&, w] {
            for (int i = 0; i < rounds; ++i) {
                auto db = p.acquire();
                EXPECT_LE(++running, 5);
                if (i % 8 == 7) {
                    EXPECT_THROW(ask(db, "select pg_terminate_backend(pg_backend_pid())::text || pg_sleep(60)"),
                                 pgmodel::connection_error);
                } else {
                    const auto insert = [&](pgmodel::transaction& tx) {
                        run(tx, {"insert into counted values ($1)", {integer_type}}, {std::to_string(w * 1000 + i)});
                        if (i % 5 == 4) throw i;
                        ++inserted;
                    };
                    try {
                        db.transaction(insert);
                    } catch (int) {
                    }
                }
                --running;
            }
        });
    for (auto& t : threads) t.join();
    EXPECT_EQ(p.statistics().in_use, 0U);
    EXPECT_EQ(p.statistics().waiting, 0U);
    EXPECT_LE(p.statistics().idle, 3U);
    EXPECT_GT(inserted, 300);
    EXPECT_EQ(p.with([](pgmodel::connection& db) { return count(db, "counted"); }), inserted);
}

}  // namespace
