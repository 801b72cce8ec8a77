// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/testing.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <poll.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>
#ifdef __linux__
#include <sys/syscall.h>
#endif

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <memory>
#include <sstream>
#include <string>

namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;
using connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using result = std::unique_ptr<PGresult, decltype(&PQclear)>;

std::string ask(const std::string& where, const char* query) {
    connection db(PQconnectdb(where.c_str()), &PQfinish);
    if (PQstatus(db.get()) != CONNECTION_OK)
        return PQerrorMessage(db.get());
    result answer(PQexec(db.get(), query), &PQclear);
    if (PQresultStatus(answer.get()) != PGRES_TUPLES_OK)
        return PQerrorMessage(db.get());
    return PQgetvalue(answer.get(), 0, 0);
}

bool becomes_true(std::chrono::milliseconds limit, const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end)
            return false;
        ::poll(nullptr, 0, 10);
    }
    return true;
}

// Waits for the end of a process that is not a child.
class process_end {
public:
    explicit process_end(pid_t process) : process_(process) {
#ifdef SYS_pidfd_open
        fd_ = static_cast<int>(::syscall(SYS_pidfd_open, process, 0));
#endif
    }
    process_end(const process_end&) = delete;
    ~process_end() {
        if (fd_ >= 0)
            ::close(fd_);
    }
    bool comes_within(std::chrono::milliseconds limit) const {
        if (fd_ < 0)
            return becomes_true(limit, [&] { return ::kill(process_, 0) != 0; });
        pollfd wanted{fd_, POLLIN, 0};
        return ::poll(&wanted, 1, static_cast<int>(limit.count())) == 1;
    }

private:
    pid_t process_;
    int fd_ = -1;
};

class environment_variable {
public:
    environment_variable(const char* name, const std::string& value) : name_(name) {
        if (const char* old = std::getenv(name)) {
            old_ = old;
            had_ = true;
        }
        ::setenv(name, value.c_str(), 1);
    }
    environment_variable(const environment_variable&) = delete;
    ~environment_variable() { had_ ? ::setenv(name_, old_.c_str(), 1) : ::unsetenv(name_); }

private:
    const char* name_;
    std::string old_;
    bool had_ = false;
};

std::string failure_of(const std::function<void()>& action) {
    try {
        action();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "no failure";
}

TEST(testing_server, answers_and_is_gone_after_stop) {
    pgmodel::testing::server server;
    const auto folder = server.folder();
    EXPECT_EQ(ask(server.connection_string(), "select 1"), "1");
    EXPECT_EQ(ask(server.connection_string(), "show server_encoding"), "UTF8");
    EXPECT_EQ(ask(server.connection_string(), "show listen_addresses"), "");
    EXPECT_EQ(ask(server.connection_string("template1"), "select current_database()"), "template1");
    ask(server.connection_string(), "create role \"a&b\" login");
    EXPECT_EQ(ask(server.connection_string("template1", "a&b"), "select current_user"), "a&b");
    EXPECT_LT((folder / ".s.PGSQL.5432").string().size(), 100U);

    const process_end ended(server.process_id());
    server.stop();
    EXPECT_TRUE(ended.comes_within(0ms));
    EXPECT_FALSE(fs::exists(folder));
    server.stop();
}

TEST(testing_server, stops_while_a_client_is_connected) {
    pgmodel::testing::server server;
    const auto folder = server.folder();
    connection db(PQconnectdb(server.connection_string().c_str()), &PQfinish);
    ASSERT_EQ(PQstatus(db.get()), CONNECTION_OK);
    server.stop();
    EXPECT_FALSE(fs::exists(folder));
}

TEST(testing_server, takes_settings) {
    const pgmodel::testing::server server(
        {.settings = {{"application_name", "it's \"quoted\" \\ $HOME"}, {"fsync", "on"}}});
    EXPECT_EQ(ask(server.connection_string(), "show application_name"), "it's \"quoted\" \\ $HOME");
    EXPECT_EQ(ask(server.connection_string(), "show fsync"), "on");
}

TEST(testing_server, two_at_once_and_a_moved_one) {
    pgmodel::testing::server first;
    pgmodel::testing::server second;
    const pgmodel::testing::server moved(std::move(first));
    EXPECT_NE(moved.folder(), second.folder());
    second.stop();
    EXPECT_EQ(ask(moved.connection_string(), "select 2"), "2");
}

TEST(testing_server, a_wrong_setting_fails_with_the_servers_words_and_leaves_nothing) {
    const auto base =
        fs::temp_directory_path() / ("pgmodel-server-test-" + std::to_string(::getpid()));
    fs::create_directory(base);
    fs::permissions(base, fs::perms::all);
    {
        const environment_variable temporary("TMPDIR", base.string());
        const auto message = failure_of([] {
            pgmodel::testing::server server({.settings = {{"no_such_setting", "1"}}});
        });
        EXPECT_NE(message.find("no_such_setting"), std::string::npos) << message;
        const auto locale =
            failure_of([] { pgmodel::testing::server server({.locale = "xx_YY.none"}); });
        EXPECT_NE(locale.find("xx_YY.none"), std::string::npos) << locale;
    }
    EXPECT_TRUE(fs::is_empty(base));
    fs::remove_all(base);
}

// Server programs that are not quite PostgreSQL's own.
class stand_in {
public:
    stand_in(const std::string& initdb, const std::string& postgres)
        : folder_(fs::temp_directory_path() / ("pgmodel-stand-in-" + std::to_string(::getpid()))) {
        const auto real = pgmodel::testing::find_server_binaries().string();
        fs::create_directory(folder_);
        fs::permissions(folder_, fs::perms(0755));
        for (const auto& [name, script] : {std::pair{"initdb", initdb}, {"postgres", postgres}}) {
            std::ofstream(folder_ / name) << "#!/bin/sh\nreal=" << real << '\n' << script << '\n';
            fs::permissions(folder_ / name, fs::perms(0755));
        }
        // To read from it is to wait for ever.
        const auto gate = folder_ / "postgres.gate";
        ::mkfifo(gate.c_str(), 0666);
        fs::permissions(gate, fs::perms(0666));
    }
    stand_in(const stand_in&) = delete;
    ~stand_in() { fs::remove_all(folder_); }
    std::string folder() const { return folder_.string(); }

private:
    fs::path folder_;
};

std::chrono::steady_clock::duration time_to_give_up_after(std::chrono::milliseconds timeout) {
    const auto start = std::chrono::steady_clock::now();
    const auto message =
        failure_of([&] { pgmodel::testing::server server({.startup_timeout = timeout}); });
    EXPECT_NE(message.find("not ready in time"), std::string::npos) << message;
    return std::chrono::steady_clock::now() - start;
}

TEST(testing_server, gives_up_in_time_and_leaves_nothing) {
    const auto base =
        fs::temp_directory_path() / ("pgmodel-server-test-" + std::to_string(::getpid()));
    fs::create_directory(base);
    fs::permissions(base, fs::perms::all);
    {
        const environment_variable temporary("TMPDIR", base.string());
        EXPECT_LT(time_to_give_up_after(1ms), 20s);
    }
    EXPECT_TRUE(fs::is_empty(base));
    fs::remove_all(base);
}

// A server that is just starting does not hear the first signals. This one begins to start when it is given up: when its
// watchdog leaves the folder.
TEST(testing_server, stops_one_that_is_slow_to_listen) {
    const stand_in slow("exec \"$real/initdb\" \"$@\"",
                        "until [ /proc/$PPID/cwd -ef / ]; do :; done; exec \"$real/postgres\" \"$@\"");
    const environment_variable binaries("PGMODEL_TEST_SERVER_BIN", slow.folder());
    EXPECT_LT(time_to_give_up_after(2s), 20s);
}

TEST(testing_server, kills_one_that_never_listens) {
    const stand_in deaf("exit 0", "read -r line <\"$0.gate\"");
    const environment_variable binaries("PGMODEL_TEST_SERVER_BIN", deaf.folder());
    EXPECT_LT(time_to_give_up_after(300ms), 20s);
}

TEST(testing_server, names_the_variable_that_leads_nowhere) {
    const environment_variable binaries("PGMODEL_TEST_SERVER_BIN", "/nowhere/bin");
    const auto message = failure_of([] { pgmodel::testing::server server; });
    EXPECT_NE(message.find("PGMODEL_TEST_SERVER_BIN names /nowhere/bin"), std::string::npos)
        << message;
}

TEST(testing_server, a_long_temporary_directory_is_not_used) {
    const auto base = fs::temp_directory_path() / std::string(90, 'x');
    fs::create_directory(base);
    fs::permissions(base, fs::perms::all);
    {
        const environment_variable temporary("TMPDIR", base.string());
        const pgmodel::testing::server server;
        EXPECT_EQ(server.folder().parent_path(), "/tmp");
    }
    fs::remove_all(base);
}

TEST(testing_server, leaves_nothing_where_path_leads_nowhere) {
    const environment_variable binaries("PGMODEL_TEST_SERVER_BIN", pgmodel::testing::find_server_binaries().string());
    const environment_variable path("PATH", "/nowhere");
    pgmodel::testing::server server;
    const auto folder = server.folder();
    server.stop();
    EXPECT_FALSE(fs::exists(folder));
}

// A forked child that ends normally runs its copy of the destructor; the server is the parent's.
TEST(testing_server, belongs_to_the_process_that_made_it) {
    auto server = std::make_unique<pgmodel::testing::server>();
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        server.reset();
        ::_exit(0);
    }
    ASSERT_EQ(::waitpid(child, nullptr, 0), child);
    EXPECT_EQ(ask(server->connection_string(), "select 3"), "3");
}

TEST(testing_server, is_gone_when_its_owner_is_killed) {
    auto report = pgmodel::testing::detail::make_pipe();
    const pid_t owner = ::fork();
    ASSERT_GE(owner, 0);
    if (owner == 0) {
        try {
            const pgmodel::testing::server server;
            std::ostringstream line;
            line << server.process_id() << ' ' << server.watchdog_process_id() << ' '
                 << server.folder().string() << '\n';
            const auto text = line.str();
            if (::write(report.write.get(), text.data(), text.size()) > 0)
                ::poll(nullptr, 0, 120'000);  // until killed
        } catch (...) {
        }
        ::_exit(1);
    }
    report.write.close();

    std::string text;
    const auto end = std::chrono::steady_clock::now() + 90s;
    while (text.find('\n') == std::string::npos && std::chrono::steady_clock::now() < end)
        if (pgmodel::testing::detail::wait_for_end(report.read,
                                                   std::chrono::steady_clock::now() + 50ms, text))
            break;
    pid_t postmaster = 0;
    pid_t watchdog = 0;
    std::string folder;
    std::istringstream(text) >> postmaster >> watchdog >> folder;
    ASSERT_GT(postmaster, 0) << "the child started no server";
    ASSERT_GT(watchdog, 0);
    const process_end postmaster_ended(postmaster);
    const process_end watchdog_ended(watchdog);
    ASSERT_FALSE(postmaster_ended.comes_within(0ms));
    ASSERT_TRUE(fs::exists(folder));

    // What a terminal and an impatient runner send must not take the watchdog away.
    ::kill(watchdog, SIGINT);
    ::kill(watchdog, SIGTERM);
    ::kill(owner, SIGKILL);
    ASSERT_EQ(::waitpid(owner, nullptr, 0), owner);

    EXPECT_TRUE(postmaster_ended.comes_within(30s));
    EXPECT_TRUE(watchdog_ended.comes_within(30s));
    EXPECT_FALSE(fs::exists(folder));
}

}  // namespace
