// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Queries as CSV.

#include <pgmodel.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/session/copy_csv.hpp>
#include <pgmodel/types/interval.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

enum class mood { calm, very_busy };
struct entry {
    std::int64_t id{};
    std::optional<std::string> name{};
    std::vector<std::string> tags{};
    pg::numeric<10, 2> price{};
    mood now = mood::calm;
    std::optional<pg::timestamptz> at{};
    pg::bytes data{};
    bool done{};
    double weight{};
};

class copy_csv : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("copy_csv");
        pg::session db(dsn());
        db.create_all(pg::registry<entry>{});
        db.insert(std::vector<entry>{{.name = "plain", .tags = {"a", "b,c"}, .price = 5, .weight = 0.5},
                                     {.name = "a \"quote\", a comma\nand a line", .now = mood::very_busy, .done = true},
                                     {.name = std::nullopt},
                                     {.name = ""},
                                     {.name = "O'Brien \\ $1"}});
    }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    pg::session db{dsn()};
    std::ostringstream out;
};

TEST_F(copy_csv, writes_the_rows_of_a_query) {
    EXPECT_EQ(pg::copy_csv(
                  db, pg::select(col<&entry::id>, col<&entry::name>, col<&entry::tags>).order_by(col<&entry::id>), out),
              5u);
    EXPECT_EQ(out.str(), "id,name,tags\n1,plain,\"{a,\"\"b,c\"\"}\"\n2,\"a \"\"quote\"\", a comma\nand a "
                         "line\",{}\n3,,{}\n4,\"\",{}\n5,O'Brien \\ $1,{}\n");
}
TEST_F(copy_csv, fetches_with_ties) {
    EXPECT_EQ(pg::copy_csv(db, pg::select(col<&entry::id>).order_by(col<&entry::id>).fetch_with_ties(2), out), 2u);
}
TEST_F(copy_csv, has_options) {
    pg::copy_csv(
        db, pg::select(col<&entry::id>, col<&entry::name>).where(col<&entry::id>.in({1, 3})).order_by(col<&entry::id>),
        out, {.header = false, .delimiter = ';', .quote = '\'', .null = "NULL", .quote_all = true});
    EXPECT_EQ(out.str(), "'1';'plain'\n'3';NULL\n");
    EXPECT_THROW(pg::copy_csv(db, pg::select<entry>(), out, {.delimiter = '\n'}), pg::server_error);
    EXPECT_THROW(pg::copy_csv(db, pg::select<entry>(), out, {.delimiter = '\0'}), pg::usage_error);
    EXPECT_EQ(db.count<entry>(), 5);
}
TEST_F(copy_csv, has_values_as_literals) {
    const auto found = [&](const auto& condition) {
        std::ostringstream lines;
        pg::copy_csv(db, pg::select(col<&entry::id>).where(condition).order_by(col<&entry::id>), lines,
                     {.header = false});
        std::string text = lines.str();
        std::replace(text.begin(), text.end(), '\n', ' ');
        return text;
    };
    EXPECT_EQ(found(col<&entry::name> == "O'Brien \\ $1"), "5 ");
    EXPECT_EQ(found(col<&entry::name> == "'; drop table entry; --"), "");
    EXPECT_EQ(found(col<&entry::id> > -5 && col<&entry::id> - 3 < -1), "1 ");
    EXPECT_EQ(found(col<&entry::tags>.contains("b,c")), "1 ");
    EXPECT_EQ(found(col<&entry::now> == mood::very_busy && col<&entry::done>.is_not_distinct_from(true)), "2 ");
    EXPECT_EQ(found(col<&entry::price> == pg::numeric<10, 2>(5) && col<&entry::weight> == 0.5), "1 ");
    EXPECT_EQ(found(col<&entry::at>.is_not_distinct_from(std::optional<pg::timestamptz>{})), "1 2 3 4 5 ");
    EXPECT_EQ(found(col<&entry::data> == pg::bytes{}), "1 2 3 4 5 ");
    EXPECT_EQ(found(pg::condition<entry>(col<&entry::name> == "plain")), "1 ");
}
TEST_F(copy_csv, takes_placeholders_raw_sql_and_functions) {
    pg::copy_csv(db, pg::select(col<&entry::id>).where(col<&entry::id> == pg::arg<std::int64_t, "id">), out,
                 {.header = false}, pg::bind<"id">(3));
    EXPECT_EQ(pg::copy_csv(db, "select 1 as one, 'x' as text -- and a comment", out), 1u);
    EXPECT_EQ(out.str(), "3\none,text\n1,x\n");
    std::string text;
    pg::copy_csv(db, pg::select(col<&entry::id>).order_by(col<&entry::id>),
                 [&text](std::string_view lines) { text += lines; }, {.header = false});
    EXPECT_EQ(text, "1\n2\n3\n4\n5\n");
}
TEST_F(copy_csv, tells_an_error_in_the_midst) {
    try {
        pg::copy_csv(db, "select 10 / (50000 - n) from generate_series(1, 100000) n", out);
        FAIL();
    } catch (const pg::server_error& e) {
        EXPECT_EQ(e.sqlstate(), "22012");
    }
    EXPECT_GT(out.str().size(), 1000u);
    EXPECT_EQ(db.count<entry>(), 5);
    EXPECT_THROW(pg::copy_csv(db, "select from nowhere", out), pg::server_error);
    EXPECT_EQ(db.count<entry>(), 5);
}
TEST_F(copy_csv, ends_early_when_the_stream_fails) {
    std::size_t lines = 0;
    const auto full = [&lines](std::string_view) {
        if (++lines == 10)
            throw std::runtime_error("the disk is full");
    };
    EXPECT_THROW(pg::copy_csv(db, "select generate_series(1, 100000000)", full), std::runtime_error);
    EXPECT_EQ(lines, 10u);
    EXPECT_EQ(db.count<entry>(), 5);
    out.setstate(std::ios::badbit);
    EXPECT_THROW(pg::copy_csv(db, pg::select<entry>(), out), pg::error);
    EXPECT_EQ(db.count<entry>(), 5);
}
// While lines come, the connection is theirs.
TEST_F(copy_csv, refuses_to_be_used_by_what_it_calls) {
    const auto uses = [](pg::connection& used) { return [&used](std::string_view) { used.count<entry>(); }; };
    const auto refused = [&](pg::connection& copied, pg::connection& used) {
        try {
            pg::copy_csv(copied, "select generate_series(1, 100000)", uses(used));
            return std::string("not refused");
        } catch (const pg::usage_error& e) {
            return std::string(e.what());
        }
    };
    EXPECT_EQ(refused(db, db), "pgmodel: the connection is used by what is given the rows that it copies; use another connection");
    EXPECT_EQ(db.count<entry>(), 5);
    pg::transaction tx(db);
    EXPECT_EQ(refused(tx, tx), "pgmodel: the connection is used by what is given the rows that it copies; use another connection");
    tx.rollback();
    EXPECT_EQ(db.count<entry>(), 5);
    pg::session other(dsn());
    EXPECT_EQ(refused(db, other), "not refused");
}
TEST_F(copy_csv, ends_when_what_is_thrown_is_no_exception) {
    EXPECT_THROW(pg::copy_csv(db, "select generate_series(1, 100000000)", [](std::string_view) { throw 42; }), int);
    EXPECT_EQ(db.count<entry>(), 5);
}
TEST_F(copy_csv, is_cancelled_by_somebody_else) {
    pg::session other(dsn());
    const auto id = db.scalar<std::int32_t>("select pg_backend_pid()");
    bool cancelled = false;
    const auto cancel = [&](std::string_view) {
        if (!std::exchange(cancelled, true))
            other.scalar<bool>("select pg_cancel_backend($1)", id);
    };
    EXPECT_THROW(pg::copy_csv(db, "select generate_series(1, 100000000)", cancel), pg::query_canceled);
    EXPECT_EQ(db.count<entry>(), 5);
    const auto kill = [&](std::string_view) { other.scalar<bool>("select pg_terminate_backend($1)", id); };
    EXPECT_THROW(pg::copy_csv(db, "select generate_series(1, 100000000)", kill), pg::connection_error);
    EXPECT_FALSE(db.is_open());
}
TEST_F(copy_csv, keeps_values_out_of_errors_and_of_the_log) {
    std::string logged;
    pg::session other(pg::options{.dsn = dsn(), .log = [&logged](const pg::logged_statement& s) { logged = s.sql; }});
    const auto q =
        pg::select(col<&entry::id>).where(col<&entry::name> == "secret" && pg::raw<"1 / ($1 - 7) = 1", bool>(7));
    try {
        pg::copy_csv(other, q, out);
        FAIL();
    } catch (const pg::server_error& e) {
        EXPECT_EQ(e.statement().find("secret"), std::string::npos);
        EXPECT_NE(e.statement().find("name = $1"), std::string::npos) << e.statement();
        EXPECT_EQ(std::string(e.what()).find("secret"), std::string::npos);
    }
    EXPECT_EQ(logged.find("secret"), std::string::npos);
    EXPECT_NE(logged.find("copy (select id"), std::string::npos) << logged;
}

}  // namespace
