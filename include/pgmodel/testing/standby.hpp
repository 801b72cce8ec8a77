// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A hot standby of a private server, for tests of what reads from replicas. Not part of <pgmodel/testing.hpp>.
//
//     pgmodel::testing::server primary;
//     auto standby = pgmodel::testing::start_standby(primary);
//     pg::replicated_pool pool{primary.connection_string(), standby.connection_string()};
#pragma once

#include <pgmodel/session/session.hpp>
#include <pgmodel/testing/server.hpp>

#include <fstream>
#include <string>

namespace pgmodel::testing {
namespace detail {

inline void write_file(const std::filesystem::path& path, const std::string& text, const account& who) {
    const bool written{std::ofstream(path) << text << std::flush};
    if (!written || (who.changes && ::chown(path.c_str(), who.user, who.group) != 0))
        throw error("pgmodel: cannot write " + path.string());
}

}  // namespace detail

/// Copies the data of a server that runs, starts another on them, and returns when that takes connections. From then on
/// it follows the first one, without a promise how closely; `select pg_wal_replay_pause()` holds it back. A private
/// server writes its log some time after COMMIT, and so long nothing of it is sent: a primary whose replica is to
/// answer right behind it is made with `{.settings = {{"synchronous_commit", "on"}}}`. The settings of the options must
/// allow at least as many connections as the first one's.
inline server start_standby(const server& primary, const server_options& options = {}) {
    session db(primary.connection_string());
    server_options wanted = options;
    wanted.settings.emplace_back("primary_conninfo",
                                 "host='" + primary.folder().string() + "' port=5432 user=postgres");
    db.execute("select pg_backup_start('pgmodel', true)");
    return server(wanted, primary.folder().string(), [&db](server& made, std::chrono::steady_clock::time_point end) {
        made.wait_until_copied(end);
        const auto who = detail::server_account();
        const auto data = made.folder() / "data";
        const auto label = db.scalar<std::string>("select labelfile from pg_backup_stop()");
        detail::write_file(data / "backup_label", label, who);
        detail::write_file(data / "standby.signal", "", who);
        if (::write(made.watchdog_.keep.get(), "\n", 1) != 1) detail::throw_errno("write");
    });
}

}  // namespace pgmodel::testing
