// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/testing.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <cstdlib>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stdexcept>
#include <string>

#include "database.hpp"

namespace pgmodel_test {

namespace {

using connection = std::unique_ptr<PGconn, decltype(&PQfinish)>;
using result = std::unique_ptr<PGresult, decltype(&PQclear)>;

std::optional<pgmodel::testing::server> own_server;
std::string dsn;

void execute(PGconn* db, const std::string& command) {
    const result done(PQexec(db, command.c_str()), &PQclear);
    if (PQresultStatus(done.get()) != PGRES_COMMAND_OK)
        throw std::runtime_error(command + ": " + PQerrorMessage(db));
}

std::string quoted(PGconn* db, const std::string& name) {
    char* text = PQescapeIdentifier(db, name.c_str(), name.size());
    if (!text)
        throw std::runtime_error(PQerrorMessage(db));
    std::string copy = text;
    PQfreemem(text);
    return copy;
}

// The same server, another database; in keyword form, whatever form the original had.
std::string with_database(const std::string& original, const std::string& database) {
    char* message = nullptr;
    const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> options(
        PQconninfoParse(original.c_str(), &message), &PQconninfoFree);
    if (!options) {
        const std::string text = message ? message : "no memory";
        PQfreemem(message);
        throw std::runtime_error("the server's DSN: " + text);
    }
    std::string made;
    const auto add = [&](const char* keyword, const std::string& value) {
        made += (made.empty() ? "" : " ") + std::string(keyword) + "='";
        for (const char c : value)
            made += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string{c};
        made += '\'';
    };
    for (const auto* option = options.get(); option->keyword; ++option)
        if (option->val && std::string_view(option->keyword) != "dbname")
            add(option->keyword, option->val);
    add("dbname", database);
    return made;
}

/// Says at the end which tests were skipped and why, a line for each reason: tools/test shows these lines below its
/// summary, however well the rest went.
class skip_listener : public ::testing::EmptyTestEventListener {
    void OnTestProgramEnd(const ::testing::UnitTest& all) override {
        std::map<std::string, std::set<std::string>> suites;
        std::map<std::string, int> tests;
        for (int i = 0; i < all.total_test_suite_count(); ++i) {
            const auto& suite = *all.GetTestSuite(i);
            for (int j = 0; j < suite.total_test_count(); ++j) {
                const auto& result = *suite.GetTestInfo(j)->result();
                for (int k = 0; k < result.total_part_count(); ++k)
                    if (const auto& part = result.GetTestPartResult(k); part.skipped()) {
                        suites[part.message()].insert(suite.name());
                        ++tests[part.message()];
                    }
            }
        }
        for (const auto& [reason, names] : suites) {
            std::cout << "SKIPPED: " << tests[reason] << (tests[reason] == 1 ? " test of" : " tests of");
            for (const auto& name : names)
                std::cout << ' ' << name;
            std::cout << ": " << reason << std::endl;
        }
    }
};

class server_environment : public ::testing::Environment {
public:
    void SetUp() override {
        if (const char* named = std::getenv("PGMODEL_TEST_DSN"); named && *named) {
            dsn = named;
            std::cout << "server: the one that PGMODEL_TEST_DSN names" << std::endl;
            return;
        }
        own_server.emplace();
        dsn = own_server->connection_string();
        std::cout << "server: " << dsn << std::endl;
    }
    void TearDown() override { own_server.reset(); }
};

}  // namespace

const std::string& server_dsn() {
    if (dsn.empty())
        throw std::logic_error("the server is there only while tests run");
    return dsn;
}

int server_version() {
    static const int version = [] {
        const connection db(PQconnectdb(server_dsn().c_str()), &PQfinish);
        if (PQstatus(db.get()) != CONNECTION_OK)
            throw std::runtime_error(PQerrorMessage(db.get()));
        return PQserverVersion(db.get()) / 10000;
    }();
    return version;
}

std::string create_database(std::string_view name) {
    const connection db(PQconnectdb(server_dsn().c_str()), &PQfinish);
    if (PQstatus(db.get()) != CONNECTION_OK)
        throw std::runtime_error(PQerrorMessage(db.get()));
    const auto database = "pgmodel_test_" + std::string(name);
    if (database.size() > 63)
        throw std::invalid_argument("the database's name is too long: " + database);
    const auto identifier = quoted(db.get(), database);
    PQsetNoticeProcessor(
        db.get(), [](void*, const char*) {}, nullptr);
    execute(db.get(), "DROP DATABASE IF EXISTS " + identifier + " WITH (FORCE)");
    execute(db.get(), "CREATE DATABASE " + identifier + " TEMPLATE template0");
    return with_database(server_dsn(), database);
}

}  // namespace pgmodel_test

int main(int argc, char** argv) {
    ::testing::InitGoogleTest(&argc, argv);
    ::testing::AddGlobalTestEnvironment(new pgmodel_test::server_environment);
    ::testing::UnitTest::GetInstance()->listeners().Append(new pgmodel_test::skip_listener);
    return RUN_ALL_TESTS();
}
