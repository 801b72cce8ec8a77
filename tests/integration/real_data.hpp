// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Real databases: plain dumps in the folder that PGMODEL_TEST_DATA names, else in shared/data beside the checkout. Where they
// are missing, others stand in for them.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/testing.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>

#include "database.hpp"
#include "run_program.hpp"

namespace pgmodel_test {

inline std::filesystem::path data_folder() {
    if (const char* named = std::getenv("PGMODEL_TEST_DATA"); named && *named)
        return named;
    return std::filesystem::absolute(std::filesystem::path(__FILE__).parent_path() / "../../../shared/data")
        .lexically_normal();
}

/// Why the tests with a dump cannot run; empty when it is there.
inline std::string missing_data(const std::string& name) {
    const auto file = data_folder() / name;
    if (std::filesystem::exists(file))
        return {};
    return "there is no " + file.string() + "; let PGMODEL_TEST_DATA name the folder of " + name;
}

/// The client of the server's version, or else the one in PATH.
inline std::string psql() {
    try {
        const auto found = pgmodel::testing::find_server_binaries() / "psql";
        if (std::filesystem::exists(found))
            return found.string();
    } catch (const pgmodel::error&) {
        // The server may be on another machine.
    }
    return "psql";
}

/// Loads a dump of the data folder; only psql can read one (COPY ... FROM stdin).
inline void load_data(const std::string& name, const std::string& dsn) {
    // The DSN may hold a password, so it does not stand among the arguments.
    constexpr auto command = R"(exec "$0" -X -q -v ON_ERROR_STOP=1 -o /dev/null -f "$1" "$REAL_DATA_DSN")";
    const auto file = (data_folder() / name).string();
    const int code = run_program({"sh", "-c", command, psql(), file}, {"REAL_DATA_DSN=" + dsn});
    if (code != 0)
        throw std::runtime_error("psql ended with " + std::to_string(code) + " while loading " + file);
}

/// Calls the function with `pgmodel::model<T>` for each table of a registry, in its order.
template <class... Models, class Function>
void for_each_table(const pgmodel::registry<Models...>&, Function function) {
    const auto call = [&]<class T>(pgmodel::detail::model_tag<T> model) {
        if constexpr (!pgmodel::detail::describes_objects<T>)
            if constexpr (!pgmodel::detail::facts_of<T>.view)
                function(model);
    };
    (call(pgmodel::model<Models>), ...);
}

/// Makes the database that `Data` knows under a new name: from its dump, or where that is missing, with rows of our own.
template <class Data>
std::string make_database(const std::string& name) {
    const std::string dump = Data::dump + std::string(".sql");
    auto dsn = create_database(name);
    if (missing_data(dump).empty()) {
        load_data(dump, dsn);
    } else {
        pgmodel::session db(dsn);
        Data::make(db);
    }
    return dsn;
}

/// Tests that ask a real database, or where its dump is missing, what stands in for it.
template <class Self, class Data>
class real_database : public testing::Test {
protected:
    static void SetUpTestSuite() {
        missing = missing_data(Data::dump + std::string(".sql"));
        dsn = make_database<Data>(Data::dump + std::string("_queries"));
        db.emplace(dsn);
    }
    static void TearDownTestSuite() { db.reset(); }
    void SetUp() override { ASSERT_TRUE(db) << "the database could not be made"; }
    /// As many rows as are expected of the dump; of what stands in for it, not none.
    static void expect_number(std::size_t found, std::size_t rows, const char* sql) {
        if (missing.empty())
            EXPECT_EQ(found, rows) << sql;
        else
            EXPECT_GT(found, 0U) << sql;
    }
    /// The query's rows are those of the SQL, in its order, and as many as are expected of the dump.
    template <class Query>
    static void expect_rows(const Query& query, const char* sql, std::size_t rows) {
        const auto found = db->all(query);
        const auto expected = db->template all<typename Query::row>(pgmodel::raw_sql(sql));
        expect_number(expected.size(), rows, sql);
        EXPECT_TRUE(found == expected) << pgmodel::sql_text(query) << "\n"
                                       << found.size() << " rows, expected those of\n"
                                       << sql;
    }

    /// Why there is no dump; empty when there is one.
    static inline std::string missing;
    static inline std::string dsn;
    static inline std::optional<pgmodel::session> db;
};

template <class T>
std::string table_name() {
    return std::string(pgmodel::detail::facts_of<T>.name);
}

}  // namespace pgmodel_test
