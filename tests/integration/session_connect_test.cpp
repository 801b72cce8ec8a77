// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/session.hpp>
#include <pgmodel/testing.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <locale.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <clocale>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "../faults/proxy.hpp"
#include "database.hpp"
#include "session_helpers.hpp"

namespace {

using namespace pgmodel_test;
using namespace std::chrono_literals;
using pgmodel::connection_error;
using pgmodel::options;
using pgmodel::session;
using pgmodel::usage_error;

/// A server that asks its role `guarded` for a password and does not know `unwelcome`.
class session_connect : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        std::string folder = (std::filesystem::temp_directory_path() / "pgmodel-hba-XXXXXX").string();
        ASSERT_NE(::mkdtemp(folder.data()), nullptr);
        hba = folder;
        std::filesystem::permissions(hba, std::filesystem::perms(0755));
        std::ofstream(hba / "pg_hba.conf")
            << "local all guarded scram-sha-256\nlocal all unwelcome reject\nlocal all all trust\n";
        server.emplace(pgmodel::testing::server_options{.settings = {{"hba_file", (hba / "pg_hba.conf").string()}}});
        session db{server->connection_string()};
        db.execute_script("create role guarded login password 'pgm_CANARY_pw'; create role unwelcome login; "
                          "create role single login connection limit 1");
    }
    static void TearDownTestSuite() {
        server.reset();
        std::filesystem::remove_all(hba);
    }
    static std::string as(const std::string& role, const std::string& more = {}) {
        return "host='" + server->folder().string() + "' dbname=postgres user=" + role + ' ' + more;
    }
    static connection_error refusal(const std::string& dsn) {
        auto failed = caught<connection_error>([&] { session db{dsn}; });
        EXPECT_TRUE(failed) << dsn;
        return failed ? *failed : connection_error("none");
    }

    static inline std::filesystem::path hba;
    static inline std::optional<pgmodel::testing::server> server;
};

TEST_F(session_connect, wrong_password) {
    const auto failed = refusal(as("guarded", "password=pgm_WRONG_pw"));
    EXPECT_EQ(std::string(failed.what()), "pgmodel: cannot connect to host \"" + server->folder().string() +
                                              "\" port 5432: password authentication failed for role \"guarded\" (28P01)");
    EXPECT_EQ(failed.sqlstate(), "28P01");
    EXPECT_TRUE(failed.connection_lost());
    const auto missing = refusal(as("guarded", "passfile=/nowhere"));
    EXPECT_NE(std::string_view(missing.what()).find("no password supplied"), std::string_view::npos) << missing.what();
}

TEST_F(session_connect, the_password_comes_from_whom_it_may) {
    EXPECT_EQ(ask(*std::make_unique<session>(as("guarded", "password=pgm_CANARY_pw")), "select current_user::text"),
              "guarded");
    int asked = 0;
    options wanted{.dsn = as("guarded", "password=wrong"), .password = [&] {
        ++asked;
        return std::string("pgm_CANARY_pw");
    }};
    session first{wanted}, second{wanted};
    EXPECT_EQ(asked, 2);
    EXPECT_EQ(ask(second, "select current_user::text"), "guarded");
}

TEST_F(session_connect, refusals_say_why_and_whether_to_come_back) {
    EXPECT_EQ(refusal(as("unwelcome")).sqlstate(), "28000");
    const auto stranger = refusal(as("nobody_here"));
    EXPECT_EQ(stranger.sqlstate(), "28000");
    EXPECT_NE(std::string_view(stranger.what())
                  .find("the server does not let role \"nobody_here\" in: it does not exist, may not log in, or pg_hba.conf "
                        "keeps it out (28000)"),
              std::string_view::npos)
        << stranger.what();
    const auto missing = refusal("host='" + server->folder().string() + "' user=postgres dbname=missing");
    EXPECT_EQ(missing.sqlstate(), "3D000");
    EXPECT_NE(std::string_view(missing.what()).find(": database \"missing\" does not exist (3D000)"), std::string_view::npos);
    session only{as("single")};
    EXPECT_EQ(refusal(as("single")).sqlstate(), "53300");
    const auto nobody = refusal("host=/nowhere/at/all user=postgres");
    EXPECT_TRUE(nobody.sqlstate().empty());
    EXPECT_NE(std::string_view(nobody.what()).find("host \"/nowhere/at/all\" port 5432: No such file or directory"),
              std::string_view::npos)
        << nobody.what();
    EXPECT_NE(std::string_view(refusal("host=127.0.0.1 port=1 user=x").what()).find("Connection refused"),
              std::string_view::npos);
    refusal("host=/" + std::string(200, 'x'));
}

TEST_F(session_connect, malformed_strings_show_no_secret) {
    for (const std::string dsn : {"postgresql://[::1/db?password=pgm_CANARY_pw", "postgresql://u:pgm_CANARY_pw%ZZ@h/db",
                                  "host=h pgm_CANARY_pw", "postgresql://u@h?pgm_CANARY_pw", "host='a\\ pgm_CANARY_pw",
                                  "password='pgm_CANARY_pw"}) {
        const auto failed = caught<usage_error>([&] { session db{dsn}; });
        ASSERT_TRUE(failed) << dsn;
        EXPECT_EQ(std::string_view(failed->what()).find("CANARY"), std::string_view::npos) << failed->what();
    }
    // Well-formed, but not what was meant: a piece of the password becomes the host or the port.
    for (const std::string dsn :
         {"postgresql://u:first@pgm_CANARY_pw@127.0.0.1:1/db", "postgresql://u:1/pgm_CANARY_pw@127.0.0.1/db",
          "host=x@pgm_CANARY_pw connect_timeout=1", "host=127.0.0.1 port=1 password=pgm_CANARY_pw"}) {
        const auto failed = refusal(dsn);
        EXPECT_EQ(std::string_view(failed.what()).find("CANARY"), std::string_view::npos) << failed.what();
    }
    PGMODEL_EXPECT_THROW(session{std::string("host=a\0b", 8)}, usage_error, "NUL");
    PGMODEL_EXPECT_THROW(session{"connect_timeout=soon"}, usage_error, "connect_timeout");
    if (PQlibVersion() < 160000)
        PGMODEL_EXPECT_THROW(session{"require_auth=none"}, usage_error, "require_auth is not known to libpq");
}

TEST_F(session_connect, a_malformed_option_is_named) {
    PGMODEL_EXPECT_THROW(session{"postgresql://u:secret@127.0.0.1:pgm_CANARY_pw/x"}, usage_error,
                         "pgmodel: port in the connection string is not a number from 1 to 65535");
    PGMODEL_EXPECT_THROW(session{as("postgres", "port=70000")}, usage_error, "pgmodel: port in");
    PGMODEL_EXPECT_THROW(session{as("postgres", "port=5432,,x")}, usage_error, "pgmodel: port in");
    PGMODEL_EXPECT_THROW(session{"postgresql://127.0.0.1:1/x?sslmode=foo"}, usage_error,
                         "pgmodel: sslmode in the connection string is none of disable, allow, prefer, require, verify-ca, "
                         "verify-full");
    PGMODEL_EXPECT_THROW(session{as("postgres", "target_session_attrs=read")}, usage_error, "pgmodel: target_session_attrs in");
    PGMODEL_EXPECT_THROW(session{as("postgres", "channel_binding=on")}, usage_error, "pgmodel: channel_binding in");
    PGMODEL_EXPECT_THROW(session{"host=127.0.0.1 port=1 keepalives_idle=soon"}, usage_error,
                         "pgmodel: keepalives_idle in the connection string is not a number");
    // What is well-formed is not to blame.
    EXPECT_TRUE(refusal("host=127.0.0.1,127.0.0.1 port='1, 1 ' sslmode=prefer user=x connect_timeout=1").connection_lost());
}

TEST_F(session_connect, a_deaf_server_is_left_at_the_timeout) {
    const listener deaf;
    const auto start = std::chrono::steady_clock::now();
    PGMODEL_EXPECT_THROW((session{options{.dsn = deaf.dsn("user=postgres"), .connect_timeout = 200ms}}),
                         connection_error, "no answer in 200 ms");
    EXPECT_LT(std::chrono::steady_clock::now() - start, 2s);
    PGMODEL_EXPECT_THROW(session{deaf.dsn("user=postgres connect_timeout=1")}, connection_error,
                         "no answer in 1000 ms");
}

// During authentication, too: the password has been asked for, then nothing comes.
TEST_F(session_connect, silence_during_authentication) {
    proxy net((server->folder() / ".s.PGSQL.5432").string());
    net.swallow();
    PGMODEL_EXPECT_THROW(
        (session{options{.dsn = net.dsn(as("guarded", "password=pgm_CANARY_pw")), .connect_timeout = 200ms}}),
        connection_error, "no answer in 200 ms");
}

TEST_F(session_connect, a_cut_at_every_byte_is_one_error) {
    for (std::int64_t bytes = 0; bytes < 700; bytes += bytes < 60 ? 1 : 37) {
        proxy net((server->folder() / ".s.PGSQL.5432").string());
        net.cut_after(bytes);
        // With enough bytes the session is there, and lost at its first statement.
        EXPECT_TRUE(caught<connection_error>([&] {
            session db{net.dsn(as("guarded", "password=pgm_CANARY_pw"))};
            ask(db, "select repeat('x', 1000)");
        })) << bytes;
    }
}

TEST_F(session_connect, what_is_no_postgresql_is_not_echoed) {
    using namespace std::string_view_literals;
    for (const auto answer : {"HTTP/1.1 400 pgm_HOSTILE\r\n\r\n"sv, "E\0\0\0\x19SFATAL\0Mpgm_HOSTILE\0\0"sv,
                              "Epgm_HOSTILE\0"sv, "N"sv, "R\0\0"sv}) {
        const listener door;
        std::thread stranger([&] {
            const int client = ::accept(door.fd(), nullptr, nullptr);
            char request[1000];
            ::recv(client, request, sizeof request, 0);
            ::send(client, answer.data(), answer.size(), MSG_NOSIGNAL);
            ::close(client);
        });
        const auto failed = refusal(door.dsn("user=postgres"));
        stranger.join();
        EXPECT_EQ(std::string_view(failed.what()).find("HOSTILE"), std::string_view::npos) << failed.what();
    }
}

TEST_F(session_connect, several_hosts_are_tried) {
    const auto alive = server->folder().string();
    session db{"host=/nowhere," + alive + " dbname=postgres user=postgres"};
    EXPECT_EQ(ask(db, "select current_user::text"), "postgres");
    const auto dead = refusal("host=/nowhere,127.0.0.1 port=5432,1 user=postgres");
    EXPECT_NE(std::string_view(dead.what()).find("No such file"), std::string_view::npos) << dead.what();
    EXPECT_NE(std::string_view(dead.what()).find("refused"), std::string_view::npos) << dead.what();
    session writable{"host=" + alive + "," + alive + " dbname=postgres user=postgres target_session_attrs=read-write"};
    EXPECT_TRUE(writable.is_open());
}

TEST_F(session_connect, settings_reach_the_server) {
    session db{options{.dsn = as("postgres", "client_encoding=LATIN1 application_name=theirs"),
                       .deadline = 12'345ms,
                       .application_name = "ours"}};
    EXPECT_EQ(ask(db, "show client_encoding"), "UTF8");
    EXPECT_EQ(ask(db, "show application_name"), "ours");
    EXPECT_EQ(ask(db, "show statement_timeout"), "12345ms");
    session named{as("postgres", "application_name=theirs")};
    EXPECT_EQ(ask(named, "show application_name"), "theirs");
    session unnamed{as("postgres")};
    EXPECT_EQ(ask(unnamed, "show application_name"), "pgmodel");
    EXPECT_EQ(ask(unnamed, "show statement_timeout"), "30s");
    session patient{options{.dsn = as("postgres"), .deadline = 0ms}};
    EXPECT_EQ(ask(patient, "show statement_timeout"), "0");
    session theirs{as("postgres", "options='-c statement_timeout=7s -c work_mem=1MB'")};
    EXPECT_EQ(ask(theirs, "show statement_timeout"), "7s");
    EXPECT_EQ(ask(theirs, "show work_mem"), "1MB");
    ::setenv("PGOPTIONS", "-c work_mem=2MB", 1);
    session environment{as("postgres")};
    ::unsetenv("PGOPTIONS");
    EXPECT_EQ(ask(environment, "show work_mem"), "2MB");
    EXPECT_EQ(ask(environment, "show statement_timeout"), "30s");
    const auto url = server->connection_string();
    session by_url{url + "&application_name=url"};
    EXPECT_EQ(ask(by_url, "show application_name"), "url");
}

// Where libpq has no other language, there is nothing to see.
TEST_F(session_connect, reasons_are_told_in_every_language) {
    const std::string before = std::setlocale(LC_ALL, nullptr);
    const char* const languages = std::getenv("LANGUAGE");
    const std::string usual = languages ? languages : "";
    std::setlocale(LC_ALL, "C.utf8");
    ::setenv("LANGUAGE", "de", 1);
    const std::string set = std::setlocale(LC_ALL, nullptr);
    EXPECT_STREQ(refusal("host=/nowhere").what(),
                 "pgmodel: cannot connect to host \"/nowhere\" port 5432: No such file or directory");
    EXPECT_NE(std::string(refusal(as("guarded")).what()).find("fe_sendauth: no password supplied"), std::string::npos);
    EXPECT_EQ(std::setlocale(LC_ALL, nullptr), set);
    EXPECT_EQ(::uselocale(locale_t{}), LC_GLOBAL_LOCALE);
    languages ? ::setenv("LANGUAGE", usual.c_str(), 1) : ::unsetenv("LANGUAGE");
    std::setlocale(LC_ALL, before.c_str());
}

}  // namespace
