// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a program is told of its transactions is true, whatever happens to connections meanwhile: several clients write,
// each through a network that is cut after some bytes, and kill each other's server processes. PGMODEL_LEDGER_ROUNDS
// (400 for each client) makes it longer, PGMODEL_LEDGER_SEED repeats a run, as far as threads allow.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <random>
#include <set>
#include <stdexcept>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "../faults/proxy.hpp"
#include "database.hpp"

namespace ledger {

namespace pg = pgmodel;
using pg::col;

struct entry {
    std::int64_t id{};
    std::int64_t client{};
    std::int64_t number{};
    std::string text{};

    static constexpr auto table() {
        using e = entry;
        return pg::table("entries", pg::field<&e::id>.primary_key().identity(),
                         pg::unique(col<&e::client>, col<&e::number>));
    }
};
inline constexpr pg::registry<entry> book{};

/// What a client was told of one transaction.
enum class told { committed, not_committed, in_doubt, lost };
struct outcome {
    told what;
    std::optional<std::uint64_t> transaction{};
};

int setting(const char* name, int usual) {
    const char* const given = std::getenv(name);
    return given && *given ? std::atoi(given) : usual;
}

class client {
public:
    client(std::int64_t number, const std::string& dsn, unsigned seed)
        : number_(number), network_(pgmodel_test::socket_of(dsn)), random_(seed), witness_dsn_(dsn),
          pool_(std::make_unique<pg::pool>(network_.dsn("user=postgres dbname=pgmodel_test_ledger"),
                                           pg::pool_options{.size = 2})) {}

    void run(int rounds) {
        for (std::int64_t i = 1; i <= rounds; ++i) {
            if (below(40) == 0) kill_somebody();
            if (below(8) == 0) network_.cut_after(below(700));
            told_[i] = write(i);
            if (told_[i].what != told::committed) network_.cut_after(-1);
        }
    }
    const std::map<std::int64_t, outcome>& outcomes() const { return told_; }
    /// Its connections end.
    void leave() { pool_.reset(); }

private:
    int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }

    void kill_somebody() {
        try {
            pg::session(witness_dsn_)
                .execute("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and "
                         "pid <> pg_backend_pid() order by random() limit 1");
        } catch (const pg::connection_error&) {
            // Somebody was quicker.
        }
    }
    outcome write(std::int64_t i) {
        const int kind = below(4);
        const bool gives_up = below(16) == 0, inner_stays = below(2) == 0;
        try {
            if (kind == 0) pool_->acquire().insert(entry{.client = number_, .number = i, .text = std::string(300, 'x')});
            else
                pool_->transaction([&](pg::transaction& tx) {
                    tx.insert(entry{.client = number_, .number = i});
                    if (kind == 1) {
                        auto mine = tx.one(pg::select<entry>().where(col<&entry::client> == number_ &&
                                                                     col<&entry::number> == i));
                        mine.text = "changed";
                        tx.update<&entry::text>(mine);
                    } else if (kind == 2) {
                        pg::transaction inner(tx);
                        inner.insert(entry{.client = number_, .number = -i});
                        if (inner_stays) inner.commit();
                    }
                    if (gives_up) throw std::domain_error("given up");
                });
            return {told::committed};
        } catch (const std::domain_error&) {
            return {told::not_committed};
        } catch (const pg::commit_in_doubt& e) {
            return {told::in_doubt, e.transaction_id()};
        } catch (const pg::connection_error&) {
            // A statement outside a transaction may have been run.
            return {kind == 0 ? told::lost : told::not_committed};
        }
    }

    std::int64_t number_;
    pgmodel_test::proxy network_;
    std::mt19937 random_;
    std::string witness_dsn_;
    std::unique_ptr<pg::pool> pool_;
    std::map<std::int64_t, outcome> told_{};
};

TEST(ledger, what_is_told_of_a_transaction_is_true) {
    const std::string dsn = pgmodel_test::create_database("ledger");
    if (pgmodel_test::socket_of(dsn).empty()) GTEST_SKIP() << "the server is not on a Unix socket";
    pg::session(dsn).create_all(book);

    const int rounds = setting("PGMODEL_LEDGER_ROUNDS", 400);
    const auto seed = static_cast<unsigned>(setting("PGMODEL_LEDGER_SEED", static_cast<int>(std::random_device{}() >> 1)));
    SCOPED_TRACE("PGMODEL_LEDGER_SEED=" + std::to_string(seed));
    std::vector<std::unique_ptr<client>> clients;
    for (unsigned i = 0; i < 4; ++i) clients.push_back(std::make_unique<client>(i, dsn, seed + i));
    std::vector<std::thread> threads;
    for (auto& each : clients) threads.emplace_back([&each, rounds] { each->run(rounds); });
    for (auto& thread : threads) thread.join();
    for (auto& each : clients) each->leave();

    pg::session db(dsn);
    // The server takes a moment to see that a client is gone.
    while (db.scalar<std::int64_t>("select count(*) from pg_stat_activity where datname = current_database() and "
                                   "backend_type = 'client backend'") > 1) {
    }
    std::set<std::pair<std::int64_t, std::int64_t>> stored;
    for (const auto& e : db.all(pg::select<entry>())) stored.emplace(e.client, e.number);
    std::map<told, int> count;
    for (std::int64_t i = 0; i < static_cast<std::int64_t>(clients.size()); ++i)
        for (const auto& [number, said] : clients[static_cast<std::size_t>(i)]->outcomes()) {
            const bool is_stored = stored.contains({i, number});
            ++count[said.what];
            if (said.what == told::committed || said.what == told::not_committed) {
                EXPECT_EQ(is_stored, said.what == told::committed) << i << ", " << number;
            }
            if (!said.transaction) continue;
            const auto status = db.scalar<std::optional<std::string>>("select pg_xact_status($1::text::xid8)",
                                                                      std::to_string(*said.transaction));
            EXPECT_EQ(status, is_stored ? "committed" : "aborted") << i << ", " << number;
        }
    std::cout << "ledger: " << count[told::committed] << " committed, " << count[told::not_committed]
              << " not committed, " << count[told::in_doubt] << " in doubt, " << count[told::lost]
              << " lost outside a transaction" << std::endl;
    EXPECT_GT(count[told::committed], rounds);
    EXPECT_GT(count[told::not_committed], 0);
}

}  // namespace ledger
