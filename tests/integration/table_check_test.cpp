// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A table that differs from its model is told before anything is written to it: the server would convert the values.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct payment {
    std::int64_t id{};
    pg::numeric<10, 4> amount{};
    std::vector<pg::numeric<6, 2>> parts{};
    pg::timestamptz at{};
    std::int64_t clerk{};
    std::string note{};

    static constexpr auto table() {
        return pg::table("payments", pg::field<&payment::id>.primary_key(), pg::field<&payment::note>.unique());
    }
};

enum class mood { calm, stormy };
struct sea {
    std::int64_t id{};
    mood state{};
    std::string name{};
};

class table_check : public ::testing::Test {
protected:
    void make(const std::string& columns) {
        db_.execute_script("drop table if exists payments; create table payments (id bigint primary key, " + columns + ")");
    }
    /// The column that is told; empty when the statement runs.
    template <class Statement>
    std::string refused(const Statement& statement) {
        try {
            statement();
        } catch (const pg::schema_mismatch& e) {
            return e.column();
        }
        return {};
    }

    const std::string dsn_ = pgmodel_test::create_database("table_check");
    pg::session db_{dsn_};
    const payment row_{.id = 1, .amount = pg::numeric<10, 4>("1.2345"), .at = pg::timestamptz{}};
};

constexpr const char* rest = ", parts numeric(6,2)[] not null, at timestamptz not null, clerk bigint not null, note text not null unique";

TEST_F(table_check, every_statement_that_writes_a_model) {
    make(std::string("amount numeric(6,2) not null") + rest);
    EXPECT_EQ(refused([&] { db_.insert(row_); }), "amount");
    EXPECT_EQ(refused([&] { db_.insert(std::vector{row_, row_}); }), "amount");
    EXPECT_EQ(refused([&] { db_.upsert<&payment::note>(row_); }), "amount");
    EXPECT_EQ(refused([&] { db_.update<&payment::amount>(row_); }), "amount");
    EXPECT_EQ(refused([&] { db_.execute(pg::update(pg::model<payment>).set(col<&payment::amount> = row_.amount).all_rows()); }), "amount");
    EXPECT_EQ(refused([&] {
                  db_.execute(pg::insert_into(pg::model<payment>)
                                  .values(col<&payment::id> = 1, col<&payment::amount> = row_.amount, col<&payment::parts> = row_.parts,
                                          col<&payment::at> = row_.at, col<&payment::clerk> = 1, col<&payment::note> = ""));
              }),
              "amount");
    EXPECT_EQ(db_.scalar<std::int64_t>("select count(*) from payments"), 0);
}

TEST_F(table_check, names_what_is_there_and_what_is_expected) {
    make(std::string("amount numeric(6,2) not null") + rest);
    try {
        db_.insert(row_);
        FAIL();
    } catch (const pg::schema_mismatch& e) {
        EXPECT_STREQ(e.what(), "pgmodel: column \"amount\" is numeric(6,2) in the database, but numeric(10,4) is expected "
                               "(pgmodel::numeric<10, 4>)");
    }
}

TEST_F(table_check, other_types_that_the_server_would_convert) {
    make("amount numeric(10,4), parts numeric(6,1)[], at timestamptz, clerk bigint, note text");
    EXPECT_EQ(refused([&] { db_.insert(row_); }), "parts");
    make("amount numeric(10,4), parts numeric(6,2)[], at timestamp, clerk bigint, note text");
    EXPECT_EQ(refused([&] { db_.insert(row_); }), "at");
    make("amount numeric(10,4), parts numeric(6,2)[], at timestamptz, clerk integer, note text");
    EXPECT_EQ(refused([&] { db_.insert(row_); }), "clerk");
    make("amount numeric(10,4), parts numeric(6,2)[], at timestamptz, clerk bigint");
    EXPECT_EQ(refused([&] { db_.insert(row_); }), "note");
}

TEST_F(table_check, a_column_that_holds_more_digits_is_as_good) {
    make(std::string("amount numeric not null") + rest);
    EXPECT_EQ(refused([&] { db_.insert(row_); }), "");
    make(std::string("amount numeric(20,8) not null") + rest);
    EXPECT_EQ(refused([&] { db_.insert(row_); }), "");
    EXPECT_EQ(db_.scalar<std::string>("select amount::text from payments"), "1.23450000");
}

TEST_F(table_check, asks_once_for_a_model_and_again_when_tables_change) {
    make(std::string("amount numeric(10,4) not null") + rest);
    EXPECT_EQ(refused([&] { db_.insert(row_); }), "");
    db_.execute_script("alter table payments alter column amount type numeric(6,2)");
    EXPECT_EQ(refused([&] { db_.insert(payment{.id = 2, .note = "x"}); }), "amount");
    db_.execute_script("alter table payments alter column amount type numeric(10,4)");
    EXPECT_EQ(refused([&] { db_.insert(payment{.id = 2, .note = "x"}); }), "");
}

TEST_F(table_check, labels_of_columns_that_are_not_written) {
    db_.execute_script("create type mood as enum ('calm'); create table sea (id bigint primary key, state mood, name text)");
    try {
        db_.update<&sea::name>(sea{.id = 1});
        FAIL();
    } catch (const pg::schema_mismatch& e) {
        EXPECT_EQ(e.info().data_type, "mood") << e.what();
    }
}

TEST_F(table_check, without_names_for_statements_too) {
    make(std::string("amount numeric(6,2) not null") + rest);
    pg::session pooled{pg::options{.dsn = dsn_, .named_statements = false}};
    EXPECT_EQ(refused([&] { pooled.insert(row_); }), "amount");
}

}  // namespace
