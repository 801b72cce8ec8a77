// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Sequences of their own: two tables that number their rows from one, and numbers as a query gives them.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "catalog.hpp"
#include "database.hpp"
#include "introspected.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

constexpr auto numbers =
    pg::sequence<"My Schema.it's \"one\"">(pg::start_with(1000), pg::increment_by(10), pg::cache(1));
constexpr auto small =
    pg::sequence<"small", std::int16_t>(pg::minvalue(0), pg::maxvalue(1), pg::cycle).comment("it's small");

struct invoice {
    std::int64_t id{};
    std::int64_t number{};
    static constexpr auto table() {
        return pg::table("invoices", pg::field<&invoice::id>.primary_key().identity(),
                         pg::field<&invoice::number>.server_default(numbers.nextval()));
    }
};
struct receipt {
    std::int64_t number{};
    std::int32_t digit{};
    static constexpr auto table() {
        return pg::table("receipts", pg::field<&receipt::number>.primary_key().server_default(numbers.nextval()),
                         pg::field<&receipt::digit>.server_default(small.nextval()));
    }
};
constexpr pg::registry<invoice, receipt> models{};

TEST(sequences, serve_several_tables) {
    pg::session db{pgmodel_test::create_database("sequences")};
    const auto empty = pgmodel_test::catalog_of(db);
    db.create_all(models);
    db.create_all(models);
    pgmodel_test::expect_introspected(db, models);
    const auto is = [&db](const std::string& what) {
        for (const auto& f : pgmodel_test::catalog_of(db))
            if (f.what == what)
                return f.is;
        return std::string("nothing");
    };
    EXPECT_EQ(is("sequence \"My Schema\".\"it's \"\"one\"\"\""), "bigint 1000 10 1 9223372036854775807 1");
    EXPECT_EQ(is("sequence small"), "smallint 0 1 0 1 1 cycle");
    EXPECT_EQ(is("comment on sequence public.small"), "it's small");
    EXPECT_EQ(is("column receipts.digit"), "2 integer not null default nextval('small'::regclass)");
    EXPECT_EQ(pg::schema::describe(models).tables.at(1).columns.at(1).default_value, "nextval('small'::regclass)")
        << "as the catalog has it";

    EXPECT_EQ(db.insert(invoice{}).number, 1000);
    EXPECT_EQ(db.insert(receipt{}).number, 1010);
    EXPECT_EQ(db.insert(invoice{.number = 7}).number, 7) << "a value that is given is kept";
    const auto many = db.insert(std::vector<receipt>{{}, {.number = 5}, {}});
    EXPECT_EQ(many[0].number + many[2].number, 1020 + 1030);
    EXPECT_EQ(many[1].number, 5);
    EXPECT_EQ(many[0].digit + many[1].digit, 1) << "it cycles between 0 and 1";
    EXPECT_EQ(db.all(pg::select(numbers.nextval(), col<&invoice::id>).where(col<&invoice::id> == 1)).size(), 1u);
    EXPECT_EQ(db.insert(invoice{}).number, 1050);

    db.execute_script("drop table receipts");
    db.create_all(models);
    EXPECT_EQ(db.insert(receipt{}).number, 1060) << "a sequence that is there is left as it is";
    db.drop_all(models);
    EXPECT_EQ(is("sequence small"), "nothing");
    EXPECT_EQ(is("relation invoices"), "nothing");
}

}  // namespace
