// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rows that are read one after the other.

#include <pgmodel.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/session/stream.hpp>
#include <pgmodel/testing/rolled_back.hpp>

#include <gtest/gtest.h>
#include <signal.h>

#include <chrono>
#include <cstdint>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <string>
#include <thread>
#include <tuple>
#include <vector>

#include "database.hpp"
#include "peak_memory.hpp"
#include "session_helpers.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class mood { calm, busy };
struct entry {
    std::int64_t id{};
    std::string name{};
    std::optional<mood> now{};
    std::vector<std::string> tags{};

    bool operator==(const entry&) const = default;
};
struct numbered {
    std::int32_t n{};
    std::string word{};
};

class stream : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("stream");
        pg::session db(dsn());
        db.create_all(pg::registry<entry>{});
        std::vector<entry> rows;
        for (int i = 1; i <= 2500; ++i)
            rows.push_back({.name = "entry " + std::to_string(i), .now = i % 2 ? std::optional(mood::busy) : std::nullopt, .tags = {"a", std::to_string(i)}});
        db.insert(std::move(rows));
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    template <class Error, class Function>
    static std::string message(Function&& function) {
        try {
            function();
        } catch (const Error& e) {
            return e.what();
        }
        return "nothing was thrown";
    }
    static constexpr auto all = pg::select<entry>().order_by(col<&entry::id>);
    static constexpr const char* refusal = "pgmodel: the connection is used by a stream of rows; end the stream, or use another connection";
    pg::session db{dsn()};
};

static_assert(std::ranges::input_range<decltype(pg::stream(std::declval<pg::connection&>(), pg::select<entry>()))>);
static_assert(std::movable<decltype(pg::stream(std::declval<pg::connection&>(), pg::select<entry>()))>);

TEST_F(stream, gives_the_rows_that_all_gives) {
    const auto expected = db.all(all);
    for (std::size_t batch : {1u, 3u, 7u, 8u, 500u, 1000u, 2499u, 2500u, 2501u, 100'000u}) {
        std::vector<entry> found;
        for (auto&& row : pg::stream(db, all, {.batch = batch})) found.push_back(std::move(row));
        EXPECT_EQ(found, expected) << batch;
        EXPECT_FALSE(db.in_transaction());
    }
    std::vector<entry> found;
    for (entry row : pg::stream(db, all)) found.push_back(row);
    EXPECT_EQ(found, expected);
}
TEST_F(stream, takes_any_query) {
    std::int64_t sum = 0;
    for (auto [id, name] : pg::stream(db, pg::select(col<&entry::id>, col<&entry::name>).where(col<&entry::id> > 2490), {.batch = 4})) {
        EXPECT_EQ(name, "entry " + std::to_string(id));
        sum += id;
    }
    EXPECT_EQ(sum, 24955);
    for (std::int64_t n : pg::stream(db, pg::select(pg::count()).from(pg::model<entry>))) EXPECT_EQ(n, 2500);
    static constexpr auto above = pg::select(col<&entry::id>).where(col<&entry::id> > pg::arg<std::int64_t, "least">).order_by(col<&entry::id>);
    sum = 0;
    for (std::int64_t id : pg::stream(db, above, pg::bind<"least">(2498))) sum = sum * 10000 + id;
    EXPECT_EQ(sum, 24992500);
    sum = 0;
    for (std::int64_t id : pg::stream(db, above, {.batch = 1}, pg::bind<"least">(2498))) sum = sum * 10000 + id;
    EXPECT_EQ(sum, 24992500);
    std::size_t count = 0;
    for (auto&& row : pg::stream(db, pg::select<entry>().where(pg::condition<entry>(col<&entry::name> == "entry 7")))) {
        EXPECT_EQ(row.id, 7);
        ++count;
    }
    EXPECT_EQ(count, 1u);
}
TEST_F(stream, takes_raw_sql) {
    std::vector<std::string> found;
    for (auto&& row : pg::stream<numbered>(db, "select 'w' || n as word, n from generate_series(1, $1) n -- and a comment", 3)) found.push_back(row.word + std::to_string(row.n));
    EXPECT_EQ(found, (std::vector<std::string>{"w11", "w22", "w33"}));
    int sum = 0;
    for (int n : pg::stream<int>(db, "select generate_series(1, $1)", {.batch = 10}, 25)) sum += n;
    EXPECT_EQ(sum, 325);
    for (auto [n, text] : pg::stream<std::tuple<int, std::optional<std::string>>>(db, "values (1, null::text)")) {
        EXPECT_EQ(n, 1);
        EXPECT_EQ(text, std::nullopt);
    }
    EXPECT_EQ(message<pg::usage_error>([&] { pg::stream<int>(db, "delete from entry returning 1"); }),
              "pgmodel: stream() reads what a select finds; what a statement returns that changes rows is read by all()");
    EXPECT_THROW(pg::stream<int>(db, "select 1", 5), pg::usage_error);
    EXPECT_THROW(pg::stream<int>(db, "select nothing"), pg::server_error);
    EXPECT_EQ(db.count<entry>(), 2500);
}
TEST_F(stream, may_be_empty) {
    for (auto&& row : pg::stream(db, pg::select<entry>().where(col<&entry::id> < 0))) ADD_FAILURE() << row.id;
    auto none = pg::stream(db, pg::select<entry>().where(col<&entry::id> < 0));
    EXPECT_TRUE(none.begin() == none.end());
    EXPECT_EQ(db.count<entry>(), 2500);  // it is over
    EXPECT_THROW(pg::stream(db, all, {.batch = 0}), pg::usage_error);
    EXPECT_EQ(db.count<entry>(), 2500);
}
TEST_F(stream, ends_early) {
    for (std::size_t batch : {2u, 100u, 5000u}) {
        for (auto&& row : pg::stream(db, all, {.batch = batch}))
            if (row.id == 50) break;
        EXPECT_FALSE(db.in_transaction());
        EXPECT_THROW(
            for (auto&& row : pg::stream(db, all, {.batch = batch})) if (row.id == 50) throw std::runtime_error("enough"),
            std::runtime_error);
        EXPECT_EQ(db.count<entry>(), 2500);
    }
    auto rows = pg::stream(db, all, {.batch = 10}) | std::views::take(15);
    std::size_t count = 0;
    for (auto&& row : rows) count += row.id > 0;
    EXPECT_EQ(count, 15u);
}
// What is in flight is cancelled, not waited for.
TEST_F(stream, ends_early_while_the_server_works) {
    const auto begin = std::chrono::steady_clock::now();
    for (int n : pg::stream<int>(db, "select n from generate_series(1, 20) n where n < 11 or pg_sleep(20) is not null", {.batch = 10}))
        if (n == 9) break;
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(10));
    EXPECT_EQ(db.count<entry>(), 2500);
}
TEST_F(stream, has_the_connection_for_itself) {
    EXPECT_EQ(message<pg::usage_error>([&] {
                  for (auto&& row : pg::stream(db, all, {.batch = 10})) db.get<entry>(row.id);
              }),
              refusal);
    EXPECT_EQ(message<pg::usage_error>([&] {
                  auto one = pg::stream(db, all);
                  pg::stream(db, all);
              }),
              refusal);
    EXPECT_EQ(message<pg::usage_error>([&] {
                  auto one = pg::stream(db, all);
                  pg::transaction tx(db);
              }),
              refusal);
    pg::transaction tx(db);
    EXPECT_EQ(message<pg::usage_error>([&] {
                  auto one = pg::stream(tx, all, {.batch = 5});
                  tx.commit();
              }),
              refusal);
    EXPECT_EQ(tx.count<entry>(), 2500);
    pg::session other(dsn());
    std::size_t found = 0;
    for (auto&& row : pg::stream(tx, all, {.batch = 1000})) found += row.id % 500 == 0 && other.exists<entry>(row.id);
    EXPECT_EQ(found, 5u);
    tx.commit();
}
TEST_F(stream, is_part_of_a_transaction) {
    pg::transaction tx(db);
    tx.insert(entry{.name = "new"});
    for (int again = 0; again < 2; ++again) {
        std::size_t count = 0;
        for (auto&& row : pg::stream(tx, all, {.batch = 600})) count += !row.name.empty();
        EXPECT_EQ(count, 2501u);
        for (auto&& row : pg::stream(tx, all, {.batch = 600}))
            if (row.id > 700) break;
    }
    pg::transaction inner(tx);
    for (auto&& row : pg::stream(inner, all.for_update(), {.batch = 600})) EXPECT_GT(row.id, 0);
    inner.commit();
    EXPECT_EQ(tx.scalar<std::int64_t>("select count(*) from pg_cursors where name = 'pgmodel_stream'"), 0);
    tx.rollback();
    EXPECT_EQ(message<pg::server_error>([&] { pg::stream(db, all.for_update()); }),
              "pgmodel: cannot execute SELECT FOR UPDATE in a read-only transaction [25006]");
    EXPECT_FALSE(db.in_transaction());
    {
        pg::testing::rolled_back test(dsn());
        test.insert(entry{.name = "new"});
        std::size_t count = 0;
        for (auto&& row : pg::stream(test, all, {.batch = 600})) count += !row.name.empty();
        EXPECT_EQ(count, 2501u);
        for (auto&& row : pg::stream(test, all, {.batch = 600}))
            if (row.id > 700) break;
        EXPECT_THROW(pg::stream<int>(test, "select nothing"), pg::server_error);
        EXPECT_EQ(test.count<entry>(), 2501);
    }
    db.execute_script("begin");
    std::size_t count = 0;
    for (auto&& row : pg::stream(db, all)) count += row.id > 0;
    db.execute_script("commit");
    EXPECT_EQ(count, 2500u);
    pg::pool pool(dsn());
    auto lease = pool.acquire();
    for (auto&& row : pg::stream(lease, all)) EXPECT_GT(row.id, 0);
}
TEST_F(stream, can_be_moved) {
    auto first = pg::stream(db, all, {.batch = 10});
    auto at = first.begin();
    for (int i = 0; i < 14; ++i) ++at;
    auto second = std::move(first);
    EXPECT_EQ((*at).id, 15);
    EXPECT_EQ((*second.begin()).id, 15);
    EXPECT_EQ(message<pg::usage_error>([&] { first.begin(); }), "pgmodel: this stream was moved from");
    first = std::move(second);
    std::int64_t last = 0;
    for (auto&& row : first) last = row.id;
    EXPECT_EQ(last, 2500);
    EXPECT_EQ(db.count<entry>(), 2500);
}
TEST_F(stream, may_outlive_its_connection) {
    const auto read_on = [](auto& rows) {
        return message<pg::usage_error>([&] {
            for (auto&& row : rows) EXPECT_GT(row.id, 0);
        });
    };
    constexpr const char* ended = "pgmodel: the transaction or session that this stream reads from has ended";
    {
        std::optional<pg::session> gone(dsn());
        auto rows = pg::stream(*gone, all, {.batch = 10});
        ++rows.begin(), ++rows.begin();
        gone.reset();
        EXPECT_EQ(read_on(rows), ended);
    }
    {
        std::optional<pg::transaction> gone(db);
        auto rows = pg::stream(*gone, all, {.batch = 10});
        ++rows.begin(), ++rows.begin();
        gone.reset();
        EXPECT_EQ(db.count<entry>(), 2500);
        EXPECT_EQ(read_on(rows), ended);
        EXPECT_EQ(db.count<entry>(), 2500);
    }
    {
        pg::pool pool(dsn());
        std::optional<pg::pooled_session> gone(pool.acquire());
        auto rows = pg::stream(*gone, all, {.batch = 10});
        ++rows.begin(), ++rows.begin();
        gone.reset();
        EXPECT_EQ(pool.acquire().count<entry>(), 2500);
        EXPECT_EQ(read_on(rows), ended);
    }
    {
        std::optional<pg::session> moved(dsn());
        auto rows = pg::stream(*moved, all, {.batch = 10});
        pg::session kept(std::move(*moved));
        moved.reset();
        std::size_t count = 0;
        for (auto&& row : rows) count += row.id > 0;
        EXPECT_EQ(count, 2500u);
        EXPECT_EQ(kept.count<entry>(), 2500);
    }
}
TEST_F(stream, tells_errors_where_they_are) {
    std::vector<int> found;
    EXPECT_THROW(
        for (int n : pg::stream<int>(db, "select 100 / (25 - n) from generate_series(1, 100) n", {.batch = 10})) found.push_back(n),
        pg::server_error);
    EXPECT_EQ(found.size(), 20u);
    EXPECT_EQ(db.count<entry>(), 2500);

    found.clear();
    EXPECT_EQ(message<pg::decode_error>([&] {
                  for (int n : pg::stream<int>(db, "select case when n = 27 then null else n end as number from generate_series(1, 100) n", {.batch = 10})) found.push_back(n);
              }),
              "pgmodel: column \"number\" of row 27 cannot be read as int: NULL for a field that is not optional");
    EXPECT_EQ(found.size(), 26u);
    EXPECT_EQ(db.count<entry>(), 2500);

    pg::transaction tx(db);
    EXPECT_THROW(for (int n : pg::stream<int>(tx, "select 100 / (25 - n) from generate_series(1, 100) n", {.batch = 10})) found.push_back(n), pg::server_error);
    EXPECT_THROW(tx.commit(), pg::transaction_rolled_back);
}
TEST_F(stream, checks_types_at_once) {
    EXPECT_THROW(pg::stream<int>(db, "select 1::bigint << 40"), pg::schema_mismatch);
    EXPECT_EQ(message<pg::schema_mismatch>([&] { pg::stream<numbered>(db, "select 1 as n, 2 as word"); }),
              "pgmodel: column \"word\" is integer in the database, but text is expected (std::string)");
    EXPECT_THROW(pg::stream<numbered>(db, "select 1 as n"), pg::schema_mismatch);
    {
        pg::transaction tx(db);
        EXPECT_THROW(pg::stream<numbered>(tx, "select 1 as n"), pg::schema_mismatch);
        EXPECT_EQ(tx.count<entry>(), 2500);
        tx.commit();
    }
    // Also where the table has changed since the last time.
    for (auto&& row : pg::stream(db, all)) EXPECT_GT(row.id, 0);
    pg::session other(dsn());
    other.execute_script("alter table entry alter name type varchar(50)");
    EXPECT_THROW(pg::stream(db, all), pg::schema_mismatch);
    other.execute_script("alter table entry alter name type text");
    for (auto&& row : pg::stream(db, all)) EXPECT_GT(row.id, 0);
    other.execute_script("alter type mood rename to old; create type mood as enum ('calm', 'busy'); "
                         "alter table entry alter now type mood using now::text::mood; drop type old");
    std::size_t count = 0;
    for (auto&& row : pg::stream(db, all)) count += row.now == mood::busy;
    EXPECT_EQ(count, 1250u);
}
TEST_F(stream, keeps_a_deadline_for_each_batch) {
    pg::session hasty(pg::options{.dsn = dsn(), .deadline = std::chrono::milliseconds(400)});
    int count = 0;
    // Longer than the deadline in all, but no batch is.
    for (int n : pg::stream<int>(hasty, "select n from generate_series(1, 60) n where pg_sleep(0.01) is not null", {.batch = 10})) count += n > 0;
    EXPECT_EQ(count, 60);
    EXPECT_THROW(for (int n : pg::stream<int>(hasty, "select n from generate_series(1, 100) n where n < 20 or pg_sleep(1) is not null", {.batch = 10})) count += n > 0,
                 pg::query_canceled);
    EXPECT_TRUE(hasty.is_open());
    // A program that is slow does not make the server slow: rows too large for what the connection holds.
    count = 0;
    for (auto&& text : pg::stream<std::string>(hasty, "select repeat('x', 100000) from generate_series(1, 60)", {.batch = 20})) {
        if (++count % 20 < 10) std::this_thread::sleep_for(std::chrono::milliseconds(60));
        EXPECT_EQ(text.size(), 100000u);
    }
    EXPECT_EQ(count, 60);
    EXPECT_EQ(hasty.count<entry>(), 2500);
}
TEST_F(stream, closes_a_connection_on_which_nothing_moves) {
    pg::session hasty(pg::options{.dsn = dsn(), .deadline = std::chrono::milliseconds(200)});
    const int backend = pgmodel_test::backend(hasty);
    if (::kill(backend, 0) != 0) GTEST_SKIP() << "the server is not one of this machine, or of another user";
    std::int64_t last = 0;
    EXPECT_THROW(
        for (auto&& row : pg::stream(hasty, all, {.batch = 100})) {
            last = row.id;
            if (last == 50) ::kill(backend, SIGSTOP);
        },
        pg::connection_error);
    ::kill(backend, SIGCONT);
    EXPECT_EQ(last % 100, 0);
    EXPECT_FALSE(hasty.is_open());
}
TEST_F(stream, tells_when_the_server_session_is_killed) {
    pg::session other(dsn());
    for (const bool in_transaction : {false, true}) {
        pg::session lost(dsn());
        const int backend = pgmodel_test::backend(lost);
        std::optional<pg::transaction> tx;
        if (in_transaction) tx.emplace(lost);
        std::int64_t last = 0;
        EXPECT_THROW(
            for (auto&& row : pg::stream(tx ? static_cast<pg::connection&>(*tx) : lost, all, {.batch = 10})) {
                last = row.id;
                if (last == 25) other.execute("select pg_terminate_backend($1, 5000)", backend);
            },
            pg::connection_error);
        EXPECT_GE(last, 30);
        EXPECT_FALSE(lost.is_open());
    }
}
TEST_F(stream, is_told_to_the_log_and_prepared_once) {
    std::vector<std::string> log;
    pg::options wanted{.dsn = dsn()};
    wanted.log = [&](const pg::logged_statement& s) { log.push_back(std::string(s.sql.substr(0, 50)) + " " + std::to_string(s.rows)); };
    pg::session told(wanted);
    for (int again = 0; again < 2; ++again)
        for (int n : pg::stream<int>(told, "select generate_series(1, 15)", {.batch = 10})) EXPECT_GT(n, 0);
    const std::vector<std::string> once{"begin read only 0", "declare pgmodel_stream no scroll cursor for select 0",
                                        "fetch 10 from pgmodel_stream 10", "fetch 10 from pgmodel_stream 5", "commit 0"};
    auto expected = once;
    expected.insert(expected.end(), once.begin(), once.end());
    EXPECT_EQ(log, expected);
    EXPECT_EQ(pgmodel_test::channel_of(told).prepared_statements(), 1u);
    EXPECT_FALSE(pgmodel_test::channel_of(told).wrote());
}

TEST_F(stream, needs_no_named_statements) {
    pg::session unnamed(pg::options{.dsn = dsn(), .named_statements = false});
    for (int again = 0; again < 2; ++again) {
        std::size_t count = 0;
        for (auto&& row : pg::stream(unnamed, pg::select<entry>().where(col<&entry::id> > 100), {.batch = 1000})) count += row.now == mood::busy;
        EXPECT_EQ(count, 1200u);
    }
}
TEST_F(stream, takes_little_memory_for_a_million_rows) {
    pgmodel_test::peak_memory memory;
    std::int64_t sum = 0;
    for (auto&& row : pg::stream<numbered>(db, "select n, 'word ' || n as word from generate_series(1, 1000000) n")) sum += row.n;
    EXPECT_EQ(sum, 500'000'500'000);
    EXPECT_LT(memory.grown_by(), 4'000'000);
}

}  // namespace
