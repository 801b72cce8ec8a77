// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Everyday tasks where they are hard: a worker that is killed, a relay that dies, writers at the same time.

#include <pgmodel.hpp>
#include <pgmodel/session/explain.hpp>
#include <pgmodel/session/notifications.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <sstream>
#include <thread>

#include "database.hpp"
#include "session_helpers.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;
using namespace pgmodel_test;
using namespace std::chrono_literals;

struct job {
    std::int64_t id{};
    std::string task{};
    std::optional<pg::timestamptz> done_at{};

    static constexpr auto table() {
        using j = job;
        return pg::table("jobs", pg::field<&j::id>.primary_key().identity(),
                         pg::index(col<&j::id>).where(col<&j::done_at>.is_null()).named("jobs_open"));
    }
};
struct event {
    std::int64_t id{};
    std::string subject{};
    std::int32_t number{};

    static constexpr auto table() { return pg::table("outbox", pg::field<&event::id>.primary_key().identity()); }
};

class everyday : public ::testing::Test {
protected:
    std::string dsn = create_database("everyday");
    open_session db{dsn};
    void SetUp() override { db.create_all(pg::registry<job, event>{}); }
};

constexpr auto next_job =
    pg::select<job>().where(col<&job::done_at>.is_null()).order_by(col<&job::id>).limit(1).for_update().skip_locked();

std::optional<job> take(pg::transaction& tx) {
    auto next = tx.first(next_job);
    if (next) tx.execute(pg::update(pg::model<job>).set(col<&job::done_at> = pg::now()).where(pg::by_key<job>(next->id)));
    return next;
}

TEST_F(everyday, a_killed_worker_gives_its_job_back) {
    db.insert(std::vector<job>{{.task = "one"}, {.task = "two"}});
    pg::session worker{dsn}, other{dsn};
    {
        pg::transaction tx{worker};
        EXPECT_EQ(take(tx)->task, "one");
        EXPECT_EQ(other.transaction([](pg::transaction& t) { return take(t); })->task, "two") << "what is taken is passed over";
        EXPECT_EQ(other.transaction([](pg::transaction& t) { return take(t); }), std::nullopt);
        kill_backend(other, backend(tx));
        EXPECT_THROW(tx.commit(), pg::connection_error);
    }
    EXPECT_EQ(other.transaction([](pg::transaction& t) { return take(t); })->task, "one");
}

TEST_F(everyday, the_queue_uses_its_partial_index) {
    db.execute("insert into jobs (task, done_at) select 'old', now() from generate_series(1, 20000)");
    db.insert(job{.task = "new"});
    db.execute_script("analyze jobs");
    std::ostringstream plan;
    plan << pg::explain(db, next_job);
    EXPECT_NE(plan.str().find("jobs_open"), std::string::npos) << plan.str();
}

/// What the page of everyday tasks shows.
template <class Send>
std::size_t relay(pg::connection& db, const Send& send) {
    return db.transaction([&](pg::transaction& tx) {
        const auto events = tx.all(pg::select<event>().order_by(col<&event::id>).limit(10).for_update());
        std::vector<std::int64_t> sent;
        for (const event& e : events) {
            send(e);
            sent.push_back(e.id);
        }
        tx.execute(pg::delete_from(pg::model<event>).where(col<&event::id>.in(sent)));
        return events.size();
    });
}

TEST_F(everyday, an_outbox_loses_nothing_and_keeps_the_order_of_each_writer) {
    static constexpr int writers = 3, events = 40;
    db.listen("outbox");
    std::vector<std::thread> all;
    for (int w = 0; w < writers; ++w)
        all.emplace_back([this, w] {
            pg::session own{dsn};
            for (int i = 0; i < events; ++i)
                own.transaction([&](pg::transaction& tx) {
                    tx.insert(event{.subject = std::to_string(w), .number = i});
                    tx.notify("outbox");
                });
        });
    std::map<std::string, std::vector<int>> got;
    std::size_t count = 0;
    bool fails = true;
    while (count < writers * events) {
        if (!db.wait_notification(10s)) break;
        try {
            while (const std::size_t sent = relay(db, [&](const event& e) {
                       if (std::exchange(fails, false)) throw std::runtime_error("the other side is away");
                       got[e.subject].push_back(e.number);
                   }))
                count += sent;
        } catch (const std::runtime_error&) {
        }
    }
    for (auto& each : all) each.join();
    EXPECT_EQ(count, static_cast<std::size_t>(writers * events));
    for (const auto& [writer, numbers] : got) {
        EXPECT_TRUE(std::is_sorted(numbers.begin(), numbers.end())) << writer;
        EXPECT_EQ(numbers.size(), static_cast<std::size_t>(events)) << writer;
    }
    EXPECT_EQ(db.count<event>(), 0);
}

TEST_F(everyday, a_second_relay_waits_for_the_first) {
    db.insert(std::vector<event>{{.subject = "a"}, {.subject = "b"}});
    pg::session second{dsn};
    const int pid = backend(second);
    pg::session watch{dsn};
    std::vector<std::string> order;
    std::thread other;
    relay(db, [&](const event& e) {
        if (e.subject == "a") {
            other = std::thread([&] { relay(second, [&](const event& late) { order.push_back("second " + late.subject); }); });
            wait_until_blocked(watch, pid);
        }
        order.push_back(e.subject);
    });
    other.join();
    EXPECT_EQ(order, (std::vector<std::string>{"a", "b"})) << "and finds them sent";
}

}  // namespace
