// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A pgbouncer of this process in front of the tests' server.
#pragma once

#include <pgmodel/testing.hpp>

#include <fcntl.h>
#include <libpq-fe.h>
#include <pwd.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <condition_variable>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>

extern char** environ;  // NOLINT

namespace pgmodel_test {

/// The program that PGMODEL_TEST_PGBOUNCER names, in front of the server that a DSN names; gone when this goes. It
/// listens on a Unix socket only.
class pooler {
public:
    /// `settings`: lines of pgbouncer's own [pgbouncer] section, `pool_mode` among them.
    pooler(const std::string& server_dsn, std::string_view settings) {
        const char* const program = std::getenv("PGMODEL_TEST_PGBOUNCER");
        if (!program || !*program)
            throw std::runtime_error("PGMODEL_TEST_PGBOUNCER has to name a pgbouncer (tools/pgbouncer prints one)");
        try {
            write_settings(server_dsn, settings);
            start(program);
        } catch (...) {
            stop();
            throw;
        }
    }
    pooler(const pooler&) = delete;
    ~pooler() { stop(); }

    /// That database of the server, through the pooler.
    std::string dsn(const std::string& database = "postgres") const {
        return "host='" + folder_.string() + "' port=6432 user='" + user_ + "' dbname='" + database + "'";
    }
    /// What pgbouncer's own console does: `pause`, `resume`, `kill pool`.
    void command(const std::string& text) const {
        const std::unique_ptr<PGconn, decltype(&PQfinish)> console(PQconnectdb(dsn("pgbouncer").c_str()), &PQfinish);
        const std::unique_ptr<PGresult, decltype(&PQclear)> done(PQexec(console.get(), text.c_str()), &PQclear);
        if (PQresultStatus(done.get()) != PGRES_COMMAND_OK)
            throw std::runtime_error("pgbouncer: " + text + ": " + PQerrorMessage(console.get()));
    }

private:
    void write_settings(const std::string& server_dsn, std::string_view settings) {
        std::string place = (std::filesystem::temp_directory_path() / "pgmodel-pooler-XXXXXX").string();
        if (!::mkdtemp(place.data())) throw std::system_error(errno, std::generic_category(), "mkdtemp");
        folder_ = place;
        const auto who = pgmodel::testing::detail::server_account();
        if (who.changes && ::chown(place.c_str(), who.user, who.group) != 0)
            throw std::system_error(errno, std::generic_category(), "chown");
        std::string server;
        const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
            PQconninfoParse(server_dsn.c_str(), nullptr), &PQconninfoFree);
        for (const auto* option = options.get(); option && option->keyword; ++option) {
            const std::string_view keyword = option->keyword;
            if (!option->val) continue;
            if (keyword == "user") user_ = option->val;
            if (keyword == "host" || keyword == "port") server += " " + std::string(keyword) + "=" + option->val;
        }
        std::ofstream(folder_ / "users") << '"' << user_ << "\" \"\"\n";
        std::ofstream ini(folder_ / "pgbouncer.ini");
        ini << "[databases]\n* =" << server << "\n[pgbouncer]\nlisten_addr =\nlisten_port = 6432\nunix_socket_dir = " << folder_.string()
            << "\nauth_type = trust\nauth_file = " << (folder_ / "users").string() << "\nadmin_users = " << user_
            << "\nlog_connections = 0\nlog_disconnections = 0\nserver_idle_timeout = 30\n"
            << settings << '\n';
        // Started by root it wants to be told who it is to be.
        if (const passwd* entry = who.changes ? ::getpwuid(who.user) : nullptr) ini << "user = " << entry->pw_name << '\n';
        if (!ini.flush()) throw std::runtime_error((folder_ / "pgbouncer.ini").string() + " cannot be written");
    }
    /// Its log comes through a pipe, which says when it listens.
    void start(const char* program) {
        int ends[2];
        if (::pipe(ends) != 0) throw std::system_error(errno, std::generic_category(), "pipe");
        ::fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        ::fcntl(ends[1], F_SETFD, FD_CLOEXEC);
        const std::string ini = (folder_ / "pgbouncer.ini").string();
        char* const arguments[] = {const_cast<char*>(program), const_cast<char*>(ini.c_str()), nullptr};
        posix_spawn_file_actions_t files;
        posix_spawn_file_actions_init(&files);
        posix_spawn_file_actions_addopen(&files, 0, "/dev/null", O_RDONLY, 0);
        posix_spawn_file_actions_adddup2(&files, ends[1], 1);
        posix_spawn_file_actions_adddup2(&files, ends[1], 2);
        const int failed = posix_spawn(&process_, program, &files, nullptr, arguments, environ);
        posix_spawn_file_actions_destroy(&files);
        ::close(ends[1]);
        reader_ = std::thread([this, from = ends[0]] { read_log(from); });
        if (failed) throw std::system_error(failed, std::generic_category(), program);
        std::unique_lock hold(lock_);
        changed_.wait(hold, [this] { return ended_ || log_.find("process up") != log_.npos; });
        if (ended_) throw std::runtime_error("pgbouncer has not started: " + log_);
    }
    void read_log(int from) {
        char bytes[1024];
        for (ssize_t size; (size = ::read(from, bytes, sizeof bytes)) > 0 || (size < 0 && errno == EINTR);) {
            if (size < 0) continue;
            const std::lock_guard hold(lock_);
            log_.append(bytes, static_cast<std::size_t>(size));
            changed_.notify_all();
        }
        ::close(from);
        const std::lock_guard hold(lock_);
        ended_ = true;
        changed_.notify_all();
    }
    void stop() {
        if (process_ > 0) {
            ::kill(process_, SIGQUIT);  // at once, whoever is connected
            while (::waitpid(process_, nullptr, 0) < 0 && errno == EINTR) {
            }
        }
        if (reader_.joinable()) reader_.join();
        std::error_code ignored;
        if (!folder_.empty()) std::filesystem::remove_all(folder_, ignored);
    }

    std::filesystem::path folder_{};
    std::string user_ = "postgres";
    pid_t process_ = 0;
    std::thread reader_{};
    std::mutex lock_{};
    std::condition_variable changed_{};
    std::string log_{};
    bool ended_ = false;
};

}  // namespace pgmodel_test
