// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Expressions on a real server: their values as text, the types that it gives them, and whether they may be NULL. The
// expressions are written at run time, which compiles fast.

#pragma once

#include <pgmodel.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "database.hpp"
#include "expression_text.hpp"

namespace pgmodel_test {

/// A database of its own, in which expressions stand over a row of the table `item`.
class evaluation : public testing::Test {
protected:
    /// Makes the table and its row.
    static void begin(const char* name, const char* setup) {
        const std::string dsn = create_database(name);
        connection().reset(PQconnectdb(dsn.c_str()));
        const result made(PQexec(connection().get(), setup), &PQclear);
        ASSERT_NE(PQresultStatus(made.get()), PGRES_FATAL_ERROR) << PQerrorMessage(connection().get());
    }
    static void TearDownTestSuite() { connection().reset(); }

    /// Checks the value (`NULL` for NULL) and that the server's type is the one that the expression claims.
    template <class E>
    void expect(const E& expression, const std::string& value, int line = __builtin_LINE()) {
        expression_recorder written;
        E::write(written, &expression);
        parameter_recorder parameters;
        expression.visit(parameters);
        check(written, parameters, std::string(pgmodel::codec<typename E::value_type>::type.name), E::nullable, value,
              line);
    }
    /// The same of an expression that cannot be compared with a fixed text.
    template <class E>
    void expect_any(const E& expression, int line = __builtin_LINE()) {
        expect(expression, "*", line);
    }

private:
    using result = std::unique_ptr<PGresult, decltype(&PQclear)>;
    using handle = std::unique_ptr<PGconn, decltype(&PQfinish)>;
    static handle& connection() {
        static handle open(nullptr, &PQfinish);
        return open;
    }

    static Oid id_of(const pgmodel::type_ref& type) {
        if (type.id != 0)
            return type.id;
        const std::string name(type.name);
        const char* names[]{name.c_str()};
        const result found(
            PQexecParams(connection().get(), "select $1::text::regtype::oid", 1, nullptr, names, nullptr, nullptr, 0),
            &PQclear);
        return PQntuples(found.get()) == 1 ? static_cast<Oid>(std::stoul(PQgetvalue(found.get(), 0, 0))) : 0;
    }
    static void check(const expression_recorder& written, const parameter_recorder& parameters, const std::string& type,
                      bool nullable, const std::string& value, int line) {
        std::vector<Oid> types;
        std::vector<const char*> values;
        for (const auto& each : written.types)
            types.push_back(id_of(each));
        for (const auto& each : parameters.values)
            values.push_back(each ? each->c_str() : nullptr);
        ASSERT_EQ(types.size(), values.size()) << "line " << line << ": " << written.text;
        const std::string statement = "select x::text, pg_typeof(x)::text, pg_typeof(x) = '" + type +
                                      "'::regtype from (select " + written.text + " as x from item) as q";
        const result got(PQexecParams(connection().get(), statement.c_str(), static_cast<int>(types.size()),
                                      types.data(), values.data(), nullptr, nullptr, 0),
                         &PQclear);
        ASSERT_EQ(PQresultStatus(got.get()), PGRES_TUPLES_OK)
            << "line " << line << ": " << written.text << ": " << PQerrorMessage(connection().get());
        ASSERT_EQ(PQntuples(got.get()), 1) << "line " << line << ": " << written.text;
        const bool null = PQgetisnull(got.get(), 0, 0) != 0;
        EXPECT_TRUE(nullable || !null) << "line " << line << ": NULL, which the type says cannot be: " << written.text;
        if (value != "*") {
            EXPECT_EQ(null ? "NULL" : PQgetvalue(got.get(), 0, 0), value) << "line " << line << ": " << written.text;
        }
        EXPECT_STREQ(PQgetvalue(got.get(), 0, 2), "t")
            << PQgetvalue(got.get(), 0, 1) << " is not " << type << "line " << line << ": " << written.text;
    }
};

}  // namespace pgmodel_test
