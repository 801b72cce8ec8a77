// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Messages that no socket takes at once.

#include <pgmodel.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <string>
#include <sys/resource.h>

#include "database.hpp"
#include "session_helpers.hpp"

namespace {

using namespace pgmodel_test;

class session_large : public ::testing::Test {
protected:
    static void SetUpTestSuite() { dsn = create_database("session_large"); }
    static inline std::string dsn;
};

double processor_seconds() {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    return static_cast<double>(used.ru_utime.tv_sec + used.ru_stime.tv_sec) +
           static_cast<double>(used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e6;
}

TEST_F(session_large, parameters_arrive_whole_and_the_session_goes_on) {
    pgmodel::session db{dsn};
    for (const std::size_t size : {pgmodel::detail::large_message - 100, pgmodel::detail::large_message, std::size_t{20'000'000}}) {
        std::string text(size, 'x');
        text.back() = 'y';
        EXPECT_EQ(db.one<std::int32_t>("select length($1) - position('y' in $1)", text), 0) << size;
        EXPECT_EQ(PQisnonblocking(channel_of(db).link().get()), 1);
    }
    EXPECT_NO_THROW(db.execute_script("select '" + std::string(5'000'000, 'x') + "'"));
    EXPECT_EQ(PQisnonblocking(channel_of(db).link().get()), 1);
}

TEST_F(session_large, a_session_without_a_deadline_sends_them_too) {
    pgmodel::session db{pgmodel::options{.dsn = dsn, .deadline = std::chrono::milliseconds(0)}};
    EXPECT_EQ(db.one<std::int32_t>("select length($1)", std::string(20'000'000, 'x')), 20'000'000);
    EXPECT_EQ(db.one<int>("select 1"), 1);
}

// libpq in its non-blocking mode would move what is unsent again and again.
TEST_F(session_large, four_times_as_much_takes_no_sixteen_times_as_long) {
    pgmodel::session db{dsn};
    const auto seconds = [&](std::size_t size) {
        const std::string text(size, 'x');
        double least = 1e9;  // of several: other work on the machine only ever adds
        for (int i = 0; i < 4; ++i) {
            const double before = processor_seconds();
            db.one<std::int32_t>("select octet_length($1)", text);
            least = std::min(least, processor_seconds() - before);
        }
        return least;
    };
    EXPECT_LT(seconds(160'000'000), 9 * seconds(40'000'000) + 0.1);
}

// The server process is stopped, so it takes nothing any more.
TEST_F(session_large, the_deadline_holds_while_a_message_is_sent) {
    pgmodel::session db{pgmodel::options{.dsn = dsn, .deadline = std::chrono::milliseconds(200)}};
    const auto server = static_cast<pid_t>(backend(db));
    if (::kill(server, 0) != 0) GTEST_SKIP() << "the server is not one of this machine, or of another user";
    const std::string text(20'000'000, 'x');
    ASSERT_EQ(::kill(server, SIGSTOP), 0);
    const auto start = std::chrono::steady_clock::now();
    const auto failure = caught<pgmodel::connection_error>([&] { db.one<std::int32_t>("select length($1)", text); });
    const auto took = std::chrono::steady_clock::now() - start;
    ::kill(server, SIGCONT);
    ASSERT_TRUE(failure);
    EXPECT_TRUE(failure->connection_lost());
    EXPECT_NE(std::string_view(failure->what()).find("no answer in 700 ms"), std::string_view::npos) << failure->what();
    EXPECT_LT(took, std::chrono::seconds(10));
    EXPECT_FALSE(db.is_open());
}

}  // namespace
