// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A prepared statement costs three system calls, one round trip, and no memory of ours. Also what happens where memory
// runs out or a server never ends, which the same replaced functions can tell.

#include <pgmodel.hpp>
#include <pgmodel/query/changes.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/pretty.hpp>
#include <pgmodel/session/copy_csv.hpp>
#include <pgmodel/session/links.hpp>
#include <pgmodel/session/notifications.hpp>
#include <pgmodel/session/pool.hpp>

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../faults/fake_server.hpp"
#include "database.hpp"
#include "session_helpers.hpp"

// The sanitizers bring their own versions of these functions.
#if defined(__linux__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
#if defined(__has_feature)
#if !__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer) && !__has_feature(memory_sanitizer)
#define PGMODEL_COUNT_CALLS
#endif
#else
#define PGMODEL_COUNT_CALLS
#endif
#endif

#ifdef PGMODEL_COUNT_CALLS
#include <dlfcn.h>
#include <poll.h>
#include <sys/socket.h>

#include <cstdlib>
#include <new>

namespace {
struct call_counts {
    int sends, polls, receives, allocations;
    bool operator==(const call_counts&) const = default;
};
thread_local call_counts calls{};
thread_local int memory_left = -1;  // so many allocations more, and then none; negative: any

/// What is read from every socket while it is there: one text, and then another one again and again. It stops after many
/// polls that wait for nothing, so that a test fails instead of hanging.
struct flood {
    static constexpr int most_late_polls = 1000;

    std::string begin, more;
    std::size_t at = 0;
    int late_polls = 0;

    bool flows() const { return late_polls <= most_late_polls; }
    std::size_t read(char* into, std::size_t size) {
        for (std::size_t i = 0; i < size; ++i, ++at)
            into[i] = at < begin.size() ? begin[at] : more[(at - begin.size()) % more.size()];
        return size;
    }
};
thread_local flood* flooded = nullptr;

template <class Function>
Function* real(const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}
}  // namespace

// libpq finds these before the C library's.
extern "C" __attribute__((visibility("default"))) ssize_t send(int fd, const void* data, size_t size, int flags) {
    static auto* const next = real<ssize_t(int, const void*, size_t, int)>("send");
    ++calls.sends;
    return next(fd, data, size, flags);
}
extern "C" __attribute__((visibility("default"))) ssize_t recv(int fd, void* data, size_t size, int flags) {
    static auto* const next = real<ssize_t(int, void*, size_t, int)>("recv");
    ++calls.receives;
    if (flooded && flooded->flows()) return static_cast<ssize_t>(flooded->read(static_cast<char*>(data), size));
    return next(fd, data, size, flags);
}
extern "C" __attribute__((visibility("default"))) int poll(pollfd* fds, nfds_t count, int timeout) {
    static auto* const next = real<int(pollfd*, nfds_t, int)>("poll");
    ++calls.polls;
    if (flooded && flooded->flows() && (fds->events & POLLIN) != 0) {
        flooded->late_polls += timeout == 0;
        fds->revents = POLLIN;
        return 1;
    }
    return next(fds, count, timeout);
}
void* operator new(std::size_t size) {
    ++calls.allocations;
    if (memory_left == 0) throw std::bad_alloc();
    if (memory_left > 0) --memory_left;
    if (void* memory = std::malloc(size ? size : 1)) return memory;
    throw std::bad_alloc();
}
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }

namespace {

using namespace pgmodel_test;

class session_cost : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn = create_database("session_cost");
        open_session db{dsn};
        db.execute_script("create table t(id bigint primary key, title text); insert into t select i, 'title' from "
                          "generate_series(1, 100) i");
    }

    template <class Function>
    static call_counts cost_of(Function function) {
        calls = {};
        function();
        return calls;
    }
    static inline std::string dsn;
    open_session db{dsn};
};

TEST_F(session_cost, of_a_prepared_statement) {
    static constexpr pgmodel::type_ref types[] = {bigint_type, text_type};
    for (const char* sql :
         {"select id, title from t where id = $1 and $2 <> ''", "update t set title = $2 where id = $1",
          "insert into t(id, title) values ($1 + 100000, $2) on conflict (id) do nothing returning id"}) {
        pgmodel::detail::statement_shape shape{.sql = sql, .parameters = types, .parameter_count = 2};
        shape.set_hash();
        std::int64_t id = 0;
        const auto once = [&] {
            auto& channel = db.use();
            char* place = channel.memory().begin(8);
            pgmodel::writer(place).write(++id);
            const char* values[] = {place, "text"};
            const int lengths[] = {8, 4}, formats[] = {1, 1};
            EXPECT_GE(channel.run(shape, {values, lengths, formats}).affected(), 1U);
        };
        once();
        EXPECT_EQ(cost_of(once), (call_counts{1, 1, 1, 0})) << sql;
    }
}

struct note {
    std::int64_t id{};
    std::optional<std::string> title{};

    static constexpr auto table() { return pgmodel::table("t", pgmodel::field<&note::id>.primary_key()); }
};

// Titles fit into a std::string without memory of its own.
TEST_F(session_cost, of_a_built_statement) {
    namespace pg = pgmodel;
    using pg::col;
    std::int64_t id = 7;
    const auto once = [&](auto function) {
        function();
        const auto built = cost_of([&] { function(); });
        EXPECT_EQ(built, (call_counts{1, 1, 1, 0}));
    };
    once([&] { EXPECT_EQ(db.get<note>(id).id, 7); });
    once([&] { EXPECT_EQ(db.one(pg::select<note>().where(col<&note::id> == id)).id, 7); });
    once([&] {
        EXPECT_TRUE(db.first(pg::select(col<&note::id>, col<&note::title>)
                                 .where(col<&note::id> > id && col<&note::title> == "title")
                                 .order_by(col<&note::id>)
                                 .limit(2)));
    });
    once([&] { EXPECT_EQ(db.execute(pg::update(pg::model<note>).set(col<&note::title> = "other").where(col<&note::id> == id)), 1U); });
    once([&] { db.update(note{.id = 7, .title = "again"}); });
}

// What building alone costs: nothing, also with values.
TEST_F(session_cost, of_building_is_no_memory) {
    namespace pg = pgmodel;
    using pg::col;
    const std::int64_t id = 7;
    EXPECT_EQ(cost_of([&] {
                  const auto built = pg::select<note>()
                                         .where(col<&note::id> > id && col<&note::title>.is_not_null())
                                         .order_by(col<&note::id>)
                                         .limit(10);
                  static_cast<void>(built);
              }),
              (call_counts{}));
    EXPECT_EQ(cost_of([&] {
                  const auto built = pg::update(pg::model<note>)
                                         .set(col<&note::title> = "short")
                                         .where(col<&note::id> == id)
                                         .returning(col<&note::id>);
                  static_cast<void>(built);
              }),
              (call_counts{}));
}

// A text that is longer than a statement keeps in itself; what std::cref refers to takes no memory at all.
TEST_F(session_cost, of_building_with_values_that_stay_where_they_are) {
    namespace pg = pgmodel;
    using pg::col;
    const note given{.id = 7, .title = "a text that is longer than sixteen letters"};
    const auto allocations = [&](auto title) {
        return cost_of([&] {
                   const auto built = pg::insert_into(pg::model<note>)
                                          .values(col<&note::id> = given.id, col<&note::title> = title)
                                          .on_conflict(col<&note::id>)
                                          .do_update(col<&note::title> = pg::excluded(col<&note::title>))
                                          .returning(col<&note::id>);
                   static_cast<void>(built);
               })
            .allocations;
    };
    EXPECT_EQ(allocations(std::cref(given.title)), 0);
    EXPECT_EQ(allocations(std::string_view(*given.title)), 0);
    EXPECT_EQ(allocations(std::cref(*given.title)), 0);
    EXPECT_EQ(allocations(pg::default_value), 0);
}

TEST_F(session_cost, of_the_first_time_is_one_more_round_trip) {
    const query q{"select id from t where id = 1"};
    const auto shape = q.shape();
    const auto first = cost_of([&] { db.use().run(shape, {}); });
    EXPECT_EQ(first.receives, 2);
}

// As docs/performance.md says: how often each waits for the server, the first time and later.
TEST_F(session_cost, is_in_round_trips_what_the_page_says) {
    namespace pg = pgmodel;
    struct author {
        std::int64_t id{};
        std::string name{};
    };
    struct book {
        std::int64_t id{};
        std::int64_t author_id{};
        std::string title{};
        static constexpr auto table() {
            return pg::table("books", pg::field<&book::id>.primary_key().identity(),
                             pg::field<&book::author_id>.references(pg::model<author>));
        }
    };
    pg::session{dsn}.create_all(pg::registry<author, book>{});
    pg::session on{dsn};
    // What is small is sent at once, before each wait.
    const auto trips = [&](const auto& run) {
        const int first = cost_of(run).sends, second = cost_of(run).sends;
        return std::pair(first, second);
    };
    using pair = std::pair<int, int>;
    author a{.name = "x"};
    EXPECT_EQ(trips([&] { on.insert(std::ref(a = {.name = "x"})); }), pair(3, 1));
    EXPECT_EQ(trips([&] { on.get<author>(a.id); }), pair(2, 1));
    EXPECT_EQ(trips([&] { on.update(a); }), pair(2, 1));
    EXPECT_EQ(trips([&] { on.upsert<&author::id>(a); }), pair(2, 1)) << "its table is known";
    EXPECT_EQ(trips([&] { on.insert(std::vector<book>(50, book{.author_id = a.id, .title = "t"})); }), pair(3, 1));
    EXPECT_EQ(trips([&] { on.related<book>(std::vector<author>{a}); }), pair(2, 1));
    EXPECT_EQ(trips([&] { on.page(pg::select<book>().order_by(pg::col<&book::id>), 20, 0); }), pair(2, 1));
    EXPECT_EQ(trips([&] { on.all(pg::select<book>().where(pg::col<&book::title> == "y")); }), pair(2, 1));
    EXPECT_EQ(trips([&] { on.scalar<int>("select 1"); }), pair(2, 1));
    EXPECT_EQ(trips([&] { on.transaction([](pg::transaction&) {}); }), pair(2, 2));
    EXPECT_EQ(trips([&] { on.transaction([](pg::transaction& tx) { tx.transaction([](pg::transaction&) {}); }); }), pair(4, 4));
    EXPECT_EQ(trips([&] { on.remove<book>(1); }), pair(2, 1));
}

TEST_F(session_cost, of_a_lease_is_no_call_at_all) {
    pgmodel::pool pool{dsn};
    pool.with([](pgmodel::connection& c) { ask(c, "select 'x'::text"); });
    EXPECT_EQ(cost_of([&] { auto lease = pool.acquire(); }), (call_counts{0, 0, 0, 0}));
}

TEST_F(session_cost, of_commit_with_the_transaction_id_is_one_round_trip) {
    const auto work = [](pgmodel::transaction& tx) { tx.execute_script("update t set title = 'x' where id = 1"); };
    db.transaction(work);
    pgmodel::transaction tx{db};
    work(tx);
    EXPECT_EQ(cost_of([&] { tx.commit(); }).sends, 1);
}

// Whatever allocation fails, and all behind it: the session is in a known state, and a transaction that has thrown is not
// committed.
TEST_F(session_cost, of_memory_that_runs_out_is_no_wrong_state) {
    static const auto text = std::to_string(1) + std::string(100, 'x');
    struct titled {
        std::int64_t id;
        std::string title;
        static constexpr auto table() { return pgmodel::table("t", pgmodel::field<&titled::id>.primary_key()); }
    };
    const std::vector<std::function<void(open_session&)>> all{
        [](open_session& on) { on.all(pgmodel::select<titled>()); },
        [](open_session& on) {
            on.transaction([](pgmodel::transaction& tx) {
                pgmodel::transaction inner{tx};
                inner.insert(titled{1000, text});
                pgmodel::transaction innermost{inner};
                innermost.commit();
                inner.commit();
                tx.execute("update t set title = $1 where id = 1000", text);
            });
        },
        [](open_session& on) {
            auto sink = [kept = std::string()](std::string_view lines) mutable { kept += lines; };
            pgmodel::copy_csv(on, "select repeat('x', 100) from generate_series(1, 1000)", sink);
        },
        [](open_session& on) {  // each ends the one before
            on.scalar<int>("select 1");
            on.scalar<int>("select 2");
            on.scalar<int>("select 3");
        }};
    for (const auto& work : all)
        for (int enough = 0; enough < 1000; ++enough) {
            open_session on{pgmodel::options{.dsn = dsn, .statement_cache = 1}};
            bool failed = false;
            memory_left = enough;
            try {
                work(on);
            } catch (const std::bad_alloc&) {
                failed = true;
            }
            memory_left = -1;
            EXPECT_EQ(ask(db, "select count(*)::text from t where id = 1000"), failed || &work != &all[1] ? "0" : "1");
            if (on.is_open()) {
                EXPECT_FALSE(on.in_transaction());
                EXPECT_EQ(ask(on, "select 'x'::text"), "x") << enough;
            }
            db.execute_script("delete from t where id = 1000");
            if (!failed) break;
        }
}

// The answer that did not come in time could come later, to another statement.
TEST(session_cost_at_its_limits, of_memory_that_runs_out_at_the_deadline) {
    const auto columns = wire::columns({{"n", 23}});
    bool silent = false;
    fake_server server([&](std::string_view request) {
        if (request[0] == 0) return wire::welcome();
        if (request[0] == 'P') return wire::prepared_as(request, wire::parameters({}) + columns);
        if (std::exchange(silent, true)) return wire::message('2') + columns;
        return wire::message('2') + columns + wire::row({std::string("\0\0\0\7", 4)}) + wire::complete("SELECT 1") +
               wire::ready();
    });
    open_session db{pgmodel::options{.dsn = server.dsn(), .deadline = std::chrono::milliseconds(500)}};
    EXPECT_EQ(db.scalar<int>("select n"), 7);
    memory_left = 0;
    EXPECT_THROW(db.scalar<int>("select n"), std::bad_alloc);
    memory_left = -1;
    EXPECT_FALSE(db.is_open());
}

// A server that never stops to send something is left at the deadline, too, although there is always something to read.
TEST(session_cost_at_its_limits, of_a_server_that_never_ends) {
    const auto notice = wire::failure({"SNOTICE", "VNOTICE", "C00000", "Mbusy"}, 'N');
    fake_server server([](std::string_view request) {
        return request[0] == 0 ? wire::welcome() : wire::complete("LISTEN") + wire::ready();
    });
    const pgmodel::options wanted{.dsn = server.dsn(), .deadline = std::chrono::milliseconds(1)};
    const auto expect_end = [&](flood given, auto run) {
        flooded = &given;
        run();
        flooded = nullptr;
        EXPECT_TRUE(given.flows()) << "it has ended by itself";
        EXPECT_GT(given.late_polls, 200);
    };
    const auto copy = wire::message('H', wire::number(0, 1) + wire::number(0, 2));
    for (const auto& [begin, more] :
         {std::pair{wire::message('2'), notice}, {wire::message('2') + copy, wire::message('d', "x\n")}}) {
        pgmodel::session db{wanted};
        expect_end({begin, more}, [&db] {
            PGMODEL_EXPECT_THROW(db.execute_script("select 1"), pgmodel::connection_error, "no answer in 501 ms");
        });
        EXPECT_FALSE(db.is_open());
    }
    {
        pgmodel::session db{pgmodel::options{.dsn = server.dsn()}};
        db.listen("it");
        expect_end({{}, notice}, [&db] { EXPECT_FALSE(db.wait_notification(std::chrono::milliseconds(1))); });
        EXPECT_TRUE(db.is_open());
    }
    const auto welcome = wire::welcome();
    expect_end({welcome.substr(0, welcome.size() - wire::ready().size()), wire::status("a", "b")}, [&] {
        PGMODEL_EXPECT_THROW((pgmodel::session{pgmodel::options{
                                 .dsn = server.dsn(), .connect_timeout = std::chrono::milliseconds(1)}}),
                             pgmodel::connection_error, "no answer in 1 ms");
    });
}

// A place in a pool that nobody has would be lost for good.
TEST(session_cost_at_its_limits, of_memory_that_runs_out_at_a_ping) {
    fake_server server(
        [](std::string_view request) { return request[0] == 0 ? wire::welcome() : wire::message('N', std::string(1, 0)); });
    pgmodel::pool pool(pgmodel::options{.dsn = server.dsn()}, {.ping_timeout = std::chrono::milliseconds(1)});
    {
        auto lease = pool.acquire();
        channel_of(lease).link().pretend_last_use(0);
    }
    memory_left = 0;
    EXPECT_THROW(static_cast<void>(pool.acquire()), std::bad_alloc);
    memory_left = -1;
    EXPECT_EQ(pool.statistics().in_use, 0U);
}

TEST(session_cost_at_its_limits, of_memory_that_runs_out_is_no_change_less) {
    struct thing {
        std::int64_t id;
        std::string name;
    };
    using pgmodel::col;
    pgmodel::changes<thing> c;
    c.set(col<&thing::name> = "old");
    for (int enough = 0;; ++enough) {
        memory_left = enough;
        try {
            c.set(col<&thing::name> = "new");
        } catch (const std::bad_alloc&) {
        }
        memory_left = -1;
        const auto text = pgmodel::sql_text(pgmodel::update(pgmodel::model<thing>).set(c).all_rows(), pgmodel::show_values);
        if (text == "update thing set name = 'new'::text") break;
        ASSERT_EQ(text, "update thing set name = 'old'::text");
    }
}

// An empty condition would hold for every row.
TEST(session_cost_at_its_limits, of_memory_that_runs_out_is_no_smaller_condition) {
    struct thing {
        std::int64_t id, size;
    };
    using pgmodel::col;
    const auto text = [](const pgmodel::condition<thing>& c) {
        return pgmodel::sql_text(pgmodel::select(col<&thing::id>).where(c));
    };
    for (int enough = 0;; ++enough) {
        pgmodel::condition<thing> c = col<&thing::id> == 1;
        c &= col<&thing::size> == 2;
        const auto shared = c;
        memory_left = enough;
        try {
            c |= col<&thing::id> == 3;
        } catch (const std::bad_alloc&) {
        }
        memory_left = -1;
        EXPECT_EQ(text(shared), "select id from thing where id = $1 and size = $2");
        if (text(c) != text(shared)) {
            EXPECT_EQ(text(c), "select id from thing where id = $1 and size = $2 or id = $3");
            EXPECT_GT(enough, 1);
            break;
        }
    }
}

}  // namespace
#endif
