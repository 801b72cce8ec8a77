// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <memory>
#include <string>

#include "database.hpp"

namespace {

std::string ask(const std::string& where, const char* query) {
    const std::unique_ptr<PGconn, decltype(&PQfinish)> db(PQconnectdb(where.c_str()), &PQfinish);
    const std::unique_ptr<PGresult, decltype(&PQclear)> answer(PQexec(db.get(), query), &PQclear);
    return PQresultStatus(answer.get()) == PGRES_TUPLES_OK ? PQgetvalue(answer.get(), 0, 0)
                                                           : PQerrorMessage(db.get());
}

TEST(support, server_is_new_enough) {
    EXPECT_GE(std::stoi(ask(pgmodel_test::server_dsn(), "show server_version_num")), 150000);
}

TEST(support, a_new_database_is_empty) {
    const auto first = pgmodel_test::create_database("it's \"new\"");
    EXPECT_EQ(ask(first, "select current_database()"), "pgmodel_test_it's \"new\"");
    constexpr auto tables =
        "select count(*) from pg_class where relnamespace = 'public'::regnamespace";
    EXPECT_EQ(ask(first, "create table left_over(); select 1"), "1");
    EXPECT_EQ(ask(first, tables), "1");
    const auto second = pgmodel_test::create_database("it's \"new\"");
    EXPECT_EQ(first, second);
    EXPECT_EQ(ask(second, tables), "0");
}

}  // namespace
