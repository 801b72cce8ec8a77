// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// A private PostgreSQL server for a test run.

#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/testing/server_binaries.hpp>
#include <pgmodel/testing/watchdog.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <initializer_list>
#include <iterator>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace pgmodel::testing {

/// How a private server is started. The defaults are fast and the same on every machine.
struct server_options {
    /// Settings as in postgresql.conf, unquoted: `{"log_statement", "all"}`. They win over the
    /// defaults.
    std::vector<std::pair<std::string, std::string>> settings{};

    /// The locale of its databases, whose encoding is always UTF8. "C" sorts by code point.
    std::string locale = "C";

    /// How long `initdb` and the start may take together before the constructor gives up.
    std::chrono::milliseconds startup_timeout = std::chrono::seconds(60);
};

/// A PostgreSQL server of its own: new data folder under the temporary directory, reached by a Unix
/// socket in that folder only, everybody on it is superuser `postgres`, nothing is synced to disk.
/// It runs as `postgres` or `nobody` when the caller is root. Takes about a second to start.
///
///     pgmodel::testing::server server;
///     pgmodel::session db{server.connection_string()};
///
/// Server and folder are gone when `stop` or the destructor returns, and soon after the owning
/// process ends in any other way, also by SIGKILL: a watchdog process waits for the end of a pipe.
/// A child that the owner forks without exec shares that pipe, so the server lives until both have
/// ended; only the process that made the object stops it. Not for use from two threads at once.
class server {
public:
    /// Starts the server and returns when it takes connections. Throws `pgmodel::error` with
    /// the end of the server's log when that fails, or with advice when no server is installed.
    explicit server(const server_options& options = {})
        : server(options, "--locale=" + options.locale, [](server&, std::chrono::steady_clock::time_point) {}) {}

    server(server&& other) noexcept
        : owner_(other.owner_), folder_(std::move(other.folder_)), watchdog_(std::move(other.watchdog_)),
          greeting_(std::move(other.greeting_)), server_process_(other.server_process_) {
        other.folder_.clear();
    }
    server& operator=(server&&) = delete;

    ~server() {
        try {
            stop();
        } catch (...) {
            // Nothing more to do here: `stop` has already killed what it could.
        }
    }

    /// A libpq connection URI of one of its databases; `postgres` is there from the start, as is the role `postgres`,
    /// a superuser. Another role, as one for which policies hold, is let in without a password once it is made with
    /// LOGIN.
    std::string connection_string(std::string_view database = "postgres", std::string_view role = "postgres") const {
        return "postgresql:///" + escape(database) + "?host=" + escape(folder_.string()) + "&port=" + port +
               "&user=" + escape(role);
    }

    /// The private folder: the socket, `data/` and the server's `log`. Empty after `stop`.
    const std::filesystem::path& folder() const { return folder_; }

    /// The process id of the postmaster.
    pid_t process_id() const { return server_process_; }

    /// The process id of the watchdog.
    pid_t watchdog_process_id() const;

    /// Ends the server at once, whoever is connected, and removes its folder; does nothing the
    /// second time. Throws `pgmodel::error` if that takes more than 30 seconds, after killing
    /// it.
    void stop();

private:
    friend server start_standby(const server&, const server_options&);

    /// `data`: the locale's option, or a server's folder; `prepare` is called when the watchdog has begun.
    template <class Prepare>
    server(const server_options& options, const std::string& data, const Prepare& prepare);
    void wait_until_copied(std::chrono::steady_clock::time_point end);

    static constexpr const char* port = "5432";  // only a part of the socket's name

    static std::string escape(std::string_view text);
    static std::filesystem::path make_folder(const detail::account& who);
    void wait_until_ready(std::chrono::steady_clock::time_point end);
    bool is_ready();
    std::string end_of_log() const;

    pid_t owner_ = ::getpid();
    std::filesystem::path folder_;
    detail::watchdog watchdog_;
    std::string greeting_;
    pid_t server_process_ = 0;
};

template <class Prepare>
server::server(const server_options& options, const std::string& data, const Prepare& prepare) {
    const auto binaries = find_server_binaries();
    const auto who = detail::server_account();
    folder_ = make_folder(who);

    std::vector<std::string> words{binaries.string(), folder_.string(), data};
    const auto set = [&](const std::string& name, const std::string& value) {
        words.insert(words.end(), {"-c", name + "=" + value});
    };
    for (const auto& [name, value] :
         std::initializer_list<std::pair<const char*, const char*>>{{"listen_addresses", ""},
                                                                    {"port", port},
                                                                    {"fsync", "off"},
                                                                    {"synchronous_commit", "off"},
                                                                    {"full_page_writes", "off"},
                                                                    {"TimeZone", "UTC"},
                                                                    {"log_timezone", "UTC"}})
        set(name, value);
    for (const auto& [name, value] : options.settings) set(name, value);

    try {
        watchdog_ = detail::start_watchdog(who, words);
    } catch (...) {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
        throw;
    }
    try {
        constexpr std::chrono::milliseconds longest = std::chrono::hours{10'000};
        const auto end = std::chrono::steady_clock::now() + std::min(options.startup_timeout, longest);
        prepare(*this, end);
        wait_until_ready(end);
    } catch (...) {
        try {
            stop();
        } catch (...) {
            // The first failure says more.
        }
        throw;
    }
}

inline void server::stop() {
    if (folder_.empty() || ::getpid() != owner_) return;
    const auto folder = std::exchange(folder_, {});
    watchdog_.keep.close();
    if (detail::wait_for_end(watchdog_.done, std::chrono::steady_clock::now() + std::chrono::seconds(30), greeting_))
        return;
    if (const auto watchdog = watchdog_process_id(); watchdog > 0) ::kill(-watchdog, SIGKILL);
    std::error_code failed;
    std::filesystem::remove_all(folder, failed);
    throw error("pgmodel: the private server in " + folder.string() + " did not stop in 30 seconds and was killed");
}

inline void server::wait_until_copied(std::chrono::steady_clock::time_point end) {
    while (greeting_.find("copied\n") == greeting_.npos) {
        const auto now = std::chrono::steady_clock::now();
        if (now >= end ||
            detail::wait_for_end(watchdog_.done, std::min(end, now + std::chrono::milliseconds(10)), greeting_))
            throw error("pgmodel: the data of the private server were not copied in time: " + end_of_log());
    }
}

inline void server::wait_until_ready(std::chrono::steady_clock::time_point end) {
    using namespace std::chrono_literals;
    std::string ignored;
    while (!is_ready()) {
        // Nothing tells of the server's readiness but its pid file; the pipe tells of its end.
        const auto pause = std::min(end, std::chrono::steady_clock::now() + 10ms);
        if (detail::wait_for_end(watchdog_.alive, pause, ignored))
            throw error("pgmodel: the private server did not start: " + end_of_log());
        if (std::chrono::steady_clock::now() >= end)
            throw error("pgmodel: the private server was not ready in time: " + end_of_log());
    }
    detail::wait_for_end(watchdog_.done, std::chrono::steady_clock::now(), greeting_);
}

// It greets with "watchdog <its process id>".
inline pid_t server::watchdog_process_id() const {
    pid_t process = 0;
    if (const auto space = greeting_.find(' '); space != std::string::npos)
        std::from_chars(greeting_.data() + space + 1, greeting_.data() + greeting_.size(), process);
    return process;
}

// The pid file's first line is the process, the eighth its state.
inline bool server::is_ready() {
    std::ifstream file(folder_ / "data" / "postmaster.pid");
    std::string first;
    std::string line;
    if (!std::getline(file, first)) return false;
    for (int i = 0; i < 7; ++i)
        if (!std::getline(file, line)) return false;
    if (!line.starts_with("ready")) return false;
    std::from_chars(first.data(), first.data() + first.size(), server_process_);
    return true;
}

inline std::string server::end_of_log() const {
    std::ifstream file(folder_ / "log");
    std::string text{std::istreambuf_iterator<char>(file), {}};
    constexpr std::size_t most = 2000;
    return text.empty() ? "it left no log" : text.substr(text.size() > most ? text.size() - most : 0);
}

inline std::string server::escape(std::string_view text) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.~/";
    std::string escaped;
    for (const char c : text) {
        if (plain.find(c) != std::string_view::npos) {
            escaped += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            escaped += {'%', digits[byte >> 4U], digits[byte & 15U]};
        }
    }
    return escaped;
}

inline std::filesystem::path server::make_folder(const detail::account& who) {
    namespace fs = std::filesystem;
    constexpr std::string_view name = "pgmodel-XXXXXX";
    constexpr std::string_view socket = "/.s.PGSQL.5432.lock";

    // The server must reach it as another user, and a socket's path has at most 103 bytes.
    const auto usable = [&](const fs::path& parent) {
        std::error_code failed;
        if (!parent.is_absolute() || parent.string().size() + 1 + name.size() + socket.size() >= 100) return false;
        if (who.changes)
            for (auto part = parent;; part = part.parent_path()) {
                const auto allowed = fs::status(part, failed).permissions();
                if (failed || (allowed & fs::perms::others_exec) == fs::perms::none) return false;
                if (part == part.root_path()) break;
            }
        return ::access(parent.c_str(), W_OK | X_OK) == 0;
    };
    const char* wanted = std::getenv("TMPDIR");
    const fs::path parent = wanted && usable(wanted) ? wanted : "/tmp";

    auto path = (parent / name).string();
    if (!::mkdtemp(path.data()))
        throw error("pgmodel: no private folder can be made in " + parent.string() + ": " +
                    std::generic_category().message(errno));
    if (who.changes && ::chown(path.c_str(), who.user, who.group) != 0) {
        const int reason = errno;
        ::rmdir(path.c_str());
        throw error("pgmodel: chown " + path + ": " + std::generic_category().message(reason));
    }
    return path;
}

}  // namespace pgmodel::testing
