// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Behind a real pgbouncer, in each of its modes: what docs/sessions.md says of poolers.

#include "pooler.hpp"

#include <pgmodel.hpp>
#include <pgmodel/migrate/up.hpp>
#include <pgmodel/session/copy_rows.hpp>
#include <pgmodel/session/notifications.hpp>
#include <pgmodel/session/stream.hpp>
#include <pgmodel/session/with_setting.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include "database.hpp"

namespace behind_a_pooler {

namespace pg = pgmodel;
using namespace std::chrono_literals;
using pg::col;

enum class state { open, closed };

struct account {
    std::int64_t id{};
    std::string owner{};
    std::int64_t balance{};
    state kept = state::open;
    std::int32_t revision{};

    static constexpr auto table() {
        using a = account;
        return pg::table("accounts", pg::field<&a::id>.primary_key().identity(), pg::field<&a::owner>.unique(),
                         pg::field<&a::balance>.server_default(0), pg::field<&a::revision>.version());
    }
};
struct transfer {
    std::int64_t id{};
    std::int64_t account_id{};
    std::int64_t amount{};

    static constexpr auto table() {
        using t = transfer;
        return pg::table("transfers", pg::field<&t::id>.primary_key().identity(),
                         pg::field<&t::account_id>.references(col<&account::id>).index());
    }
};
inline constexpr pg::registry<account, transfer> bank{};

constexpr const char* by_session = "pool_mode = session\nignore_startup_parameters = options\n";
constexpr const char* by_transaction =
    "pool_mode = transaction\nmax_prepared_statements = 0\ndefault_pool_size = 3\nignore_startup_parameters = options\n";
constexpr const char* by_transaction_prepared =
    "pool_mode = transaction\nmax_prepared_statements = 100\ndefault_pool_size = 3\nignore_startup_parameters = options\n";

class pooler : public ::testing::Test {
protected:
    void SetUp() override {
        direct_.emplace(pgmodel_test::create_database("pooler"));
        direct_->create_all(bank);
    }
    void start(std::string_view settings) { running_.emplace(pgmodel_test::server_dsn(), settings); }
    std::string dsn() const { return running_->dsn("pgmodel_test_pooler"); }
    pg::options options(bool named) const { return {.dsn = dsn(), .named_statements = named}; }
    pg::session& direct() { return *direct_; }

    /// What services do, by more clients than there are server connections, each of which is lent to all of them.
    void many_clients_at_once(const pg::options& wanted) {
        constexpr int clients = 8, rounds = 30;
        std::vector<account> made;
        for (int i = 0; i < clients; ++i) made.push_back({.owner = "client " + std::to_string(i), .balance = 100});
        direct().insert(made);
        made = direct().all(pg::select<account>().order_by(col<&account::id>));
        std::atomic<int> conflicts = 0;
        const auto client = [&](int number) {
            pg::session db(wanted);
            for (int round = 0; round < rounds; ++round) {
                const auto from = made[static_cast<std::size_t>(number)].id;
                const auto to = made[static_cast<std::size_t>((number + 1 + round % (clients - 1)) % clients)].id;
                db.transaction([&](pg::transaction& tx) {
                    for (const auto& [id, amount] : {std::pair{from, -1}, std::pair{to, 1}}) {
                        tx.execute(pg::update(pg::model<account>)
                                       .set(col<&account::balance> = col<&account::balance> + amount)
                                       .where(col<&account::id> == id));
                        tx.insert(transfer{.account_id = id, .amount = amount});
                    }
                });
                auto own = db.get<account>(from);
                EXPECT_EQ(own.owner, "client " + std::to_string(number));
                try {
                    own.kept = round % 2 == 0 ? state::closed : state::open;
                    db.update<&account::kept>(own);
                } catch (const pg::version_conflict&) {
                    ++conflicts;  // another client's transfer came between
                }
                const auto few = db.all(pg::select(col<&account::owner>, col<&transfer::amount>)
                                            .join(col<&transfer::account_id>)
                                            .where(col<&account::id> == from)
                                            .limit(3));
                EXPECT_GE(few.size(), static_cast<std::size_t>(std::min(round + 1, 3)));  // others transfer, too
                for (const auto& [owner, amount] : few) EXPECT_EQ(owner, own.owner);
                EXPECT_EQ(db.page(pg::select<account>().order_by(col<&account::id>), 3, 0).total, clients);
            }
        };
        std::vector<std::thread> threads;
        for (int i = 0; i < clients; ++i) threads.emplace_back(client, i);
        for (auto& thread : threads) thread.join();
        EXPECT_EQ(direct().scalar<std::int64_t>("select sum(balance)::bigint from accounts"), 100 * clients);
        EXPECT_EQ(direct().count<transfer>(), 2 * clients * rounds);
        EXPECT_LT(conflicts, clients * rounds);
    }
    /// Transactions, settings, many rows, statements that fail.
    void what_a_service_does(const pg::options& wanted) {
        pg::session db(wanted), other(wanted);
        const auto mine = db.insert(account{.owner = "mine", .balance = 5});
        EXPECT_THROW(other.insert(account{.owner = "mine"}), pg::unique_violation);
        db.transaction([&](pg::transaction& tx) {
            tx.insert(account{.owner = "one"});
            try {
                tx.transaction([](pg::transaction& inner) {
                    inner.insert(account{.owner = "two"});
                    throw std::runtime_error("not this one");
                });
            } catch (const std::runtime_error&) {
            }
            other.count<account>();  // between, by another client
            tx.insert(account{.owner = "three"});
        });
        EXPECT_EQ(other.count<account>(), 3);
        EXPECT_EQ(db.transaction(pg::with_setting<"app.tenant">(std::int64_t{7}),
                                 [&](pg::transaction& tx) {
                                     other.count<account>();
                                     return tx.scalar<std::string>("select current_setting('app.tenant')");
                                 }),
                  "7");

        std::vector<transfer> many;
        for (int i = 0; i < 5000; ++i) many.push_back({.account_id = mine.id, .amount = i});
        EXPECT_EQ(pg::copy_rows(db, many), 5000u);
        std::int64_t sum = 0;
        for (const auto& row : pg::stream(other, pg::select<transfer>())) sum += row.amount;
        EXPECT_EQ(sum, 4999 * 5000 / 2);
        EXPECT_EQ(db.upsert<&account::owner>(account{.owner = "mine", .balance = 9}).balance, 9);
        EXPECT_TRUE(db.is_open() && other.is_open());
    }

    std::optional<pgmodel_test::pooler> running_{};
    std::optional<pg::session> direct_{};
};

TEST_F(pooler, that_lends_for_a_session) {
    start(by_session);
    const auto wanted = options(true);
    what_a_service_does(wanted);
    direct().execute_script("truncate accounts, transfers restart identity");
    many_clients_at_once(wanted);

    pg::session db(wanted), listener(wanted);
    listener.listen("news");
    db.notify("news", "for who listens");
    const auto heard = listener.wait_notification(10s);
    ASSERT_TRUE(heard);
    EXPECT_EQ(heard->payload, "for who listens");
}

TEST_F(pooler, that_does_not_know_options_is_told_of) {
    start("pool_mode = session\n");
    try {
        pg::session db(options(true));
        FAIL() << "it has connected";
    } catch (const pg::connection_error& e) {
        EXPECT_EQ(e.sqlstate(), "08P01");
        EXPECT_NE(std::string(e.what()).find("named_statements = false"), std::string::npos) << e.what();
    }
    pg::session db(pg::options{.dsn = dsn(), .deadline = 0ms});
    EXPECT_EQ(db.count<account>(), 0);
}

TEST_F(pooler, that_lends_for_a_transaction) {
    start(by_transaction);
    const auto wanted = options(false);
    what_a_service_does(wanted);
    direct().execute_script("truncate accounts, transfers restart identity");
    many_clients_at_once(wanted);
}

// A name of one server connection is none of the next one: the statement is not run, and the sentence says why.
TEST_F(pooler, that_lends_for_a_transaction_and_keeps_no_statements) {
    start("pool_mode = transaction\nmax_prepared_statements = 0\ndefault_pool_size = 2\nignore_startup_parameters = options\n");
    pg::session db(options(true)), other(options(true));
    db.insert(account{.owner = "mine"});
    // The other one holds the server connection on which the statement was prepared.
    const auto find = [](pg::connection& on) { return on.find<account>(1); };
    EXPECT_TRUE(find(db));
    pg::transaction busy(other);
    busy.count<account>();
    std::string told;
    for (int i = 0; i < 2 && told.empty(); ++i) {
        try {
            pg::transaction also(db);
            find(also);
            pg::session third(options(true));
            find(third);
        } catch (const pg::server_error& e) {
            EXPECT_EQ(e.sqlstate(), "26000");
            told = e.what();
        }
    }
    EXPECT_NE(told.find("needs named_statements = false"), std::string::npos) << told;
}

TEST_F(pooler, that_keeps_prepared_statements) {
    start(by_transaction_prepared);
    const auto wanted = options(true);
    what_a_service_does(wanted);
    direct().execute_script("truncate accounts, transfers restart identity");
    many_clients_at_once(wanted);

}

// A server connection that has prepared the statement says when it is stale; one that is lent for the first time plans it
// for the table as it is now, and says nothing.
TEST_F(pooler, that_keeps_prepared_statements_of_tables_that_change) {
    start(by_transaction_prepared);
    direct().execute_script("create table moments (id bigint, at timestamp); insert into moments values (1, '2026-11-27 12:00')");
    struct moment {
        std::int64_t id;
        pg::timestamp at;
    };
    pg::session db(options(true)), other(options(true));
    const auto all = [&](pg::connection& on) { return on.all<moment>("select * from moments").size(); };
    pg::session only_transactions(options(true));
    const auto in_transaction = [&] { return only_transactions.transaction([&](pg::transaction& tx) { return all(tx); }); };
    EXPECT_EQ(all(db), 1u);
    EXPECT_EQ(in_transaction(), 1u);
    direct().execute_script("alter table moments alter column at type timestamptz");
    {
        pg::transaction busy(other);  // has the one that has prepared it
        busy.count<account>();
        EXPECT_THROW(all(db), pg::schema_mismatch);
        EXPECT_THROW(in_transaction(), pg::schema_mismatch);
    }
    EXPECT_THROW(all(db), pg::schema_mismatch);
    // Columns are found by their names again.
    direct().execute_script("alter table moments drop column id, drop column at; alter table moments add column at timestamp default now(); "
                            "alter table moments add column id bigint default 7");
    EXPECT_EQ(all(db), 1u);
    pg::transaction busy(other);
    busy.count<account>();
    EXPECT_EQ(all(db), 1u);
}

TEST_F(pooler, that_lends_for_a_statement_has_no_transactions) {
    start("pool_mode = statement\nignore_startup_parameters = options\n");
    pg::session db(options(false));
    EXPECT_THROW(db.transaction([](pg::transaction& tx) { tx.insert(account{.owner = "mine"}); }), pg::error);
    EXPECT_EQ(direct().count<account>(), 0);
}

// The pooler's server keeps no statement_timeout, so the client gives up.
TEST_F(pooler, keeps_the_deadline_from_the_server) {
    start(by_transaction);
    pg::session db(pg::options{.dsn = dsn(), .deadline = 100ms, .named_statements = false});
    const auto begin = std::chrono::steady_clock::now();
    EXPECT_THROW(db.execute("select pg_sleep(30)"), pg::connection_error);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, 10s);
    EXPECT_FALSE(db.is_open());
    // Within a transaction it reaches the server.
    pg::session again(options(false));
    EXPECT_THROW(again.transaction([](pg::transaction& tx) { tx.execute("select pg_sleep(30)"); }, {.deadline = 100ms}),
                 pg::query_canceled);
    EXPECT_TRUE(again.is_open());
}

TEST_F(pooler, that_pauses_is_waited_for) {
    start(by_transaction);
    pg::session db(options(false));
    EXPECT_EQ(db.count<account>(), 0);
    running_->command("pause");
    std::thread waiting([&] { EXPECT_EQ(db.count<account>(), 0); });
    running_->command("resume");
    waiting.join();
}

TEST_F(pooler, that_takes_other_server_connections) {
    start(by_transaction);
    pg::session db(options(false));
    const auto process = [](pg::connection& on) { return on.scalar<std::int32_t>("select pg_backend_pid()"); };
    const auto before = process(db);
    running_->command("reconnect pgmodel_test_pooler");
    EXPECT_NE(process(db), before);
}

TEST_F(pooler, that_closes_its_clients_is_a_lost_connection) {
    start(by_transaction);
    pg::session db(options(false));
    EXPECT_EQ(db.count<account>(), 0);
    running_->command("kill pgmodel_test_pooler");
    EXPECT_THROW(db.count<account>(), pg::connection_error);
    EXPECT_FALSE(db.is_open());
    running_->command("resume pgmodel_test_pooler");
    EXPECT_EQ(pg::session(options(false)).count<account>(), 0);
}

TEST_F(pooler, whose_clients_are_too_many) {
    start(std::string(by_transaction) + "max_client_conn = 1\n");
    pg::session db(options(false));
    EXPECT_THROW(pg::session{options(false)}, pg::connection_error);
    EXPECT_EQ(db.count<account>(), 0);
}

// Migrations hold a lock of a server session.
TEST_F(pooler, gets_no_migrations_unless_it_keeps_sessions) {
    static constexpr pg::migrate::script files[]{{"0001_notes.sql", "create table notes (id bigint primary key);\n"}};
    start(by_transaction);
    {
        pg::session db(options(false));
        EXPECT_THROW(pg::migrate::up(db, files), pg::migration_error);
    }
    running_.reset();
    start(by_session);
    pg::session db(options(true));
    EXPECT_THROW(pg::migrate::up(db, files), pg::migration_error);
    EXPECT_EQ(pg::migrate::up(db, files, {.through_pooler = true}).applied.size(), 1u);
    EXPECT_TRUE(direct().scalar<bool>("select to_regclass('notes') is not null"));
}

}  // namespace behind_a_pooler
