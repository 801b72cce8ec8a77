// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Inserts whose text depends on the row are kept and used again.

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <string>
#include <thread>

#include "database.hpp"

namespace {

namespace pg = pgmodel;

struct filled {
    std::int64_t id{};
    std::string name{};
    std::int32_t rank = 7;
    std::string origin = "here";
    bool active = true;
    std::int32_t level = 1;

    static constexpr auto table() {
        using f = filled;
        return pg::table("filled", pg::field<&f::id>.primary_key().identity(), pg::field<&f::name>.unique(),
                         pg::field<&f::rank>.server_default(7), pg::field<&f::origin>.server_default("here"),
                         pg::field<&f::active>.server_default(true), pg::field<&f::level>.server_default(1));
    }
};
inline constexpr pg::registry<filled> models{};

/// A row that sends any of its five columns that the server could fill.
filled make(int which, int number) {
    filled row{.name = std::to_string(which) + "-" + std::to_string(number)};
    if (which & 1) row.id = 1'000'000 + which * 1000 + number;
    if (which & 2) row.rank = 100 + number;
    if (which & 4) row.origin = "there " + std::to_string(number);
    row.active = (which & 8) == 0;
    if (which & 16) row.level = 200 + number;
    return row;
}
void expect_as_given(const filled& stored, int which, int number) {
    const filled given = make(which, number);
    if (which & 1) EXPECT_EQ(stored.id, given.id);
    else EXPECT_GT(stored.id, 0);
    EXPECT_EQ(stored.name, given.name);
    EXPECT_EQ(stored.rank, given.rank);
    EXPECT_EQ(stored.origin, given.origin);
    EXPECT_EQ(stored.active, given.active);
    EXPECT_EQ(stored.level, given.level);
}

class insert_kept : public ::testing::Test {
protected:
    void SetUp() override {
        dsn = pgmodel_test::create_database("insert_kept");
        pg::session{dsn}.create_all(models);
    }
    static inline std::string dsn;
};

// More than there are places.
TEST_F(insert_kept, every_set_of_columns_in_turn) {
    static_assert(pg::detail::kept_inserts::count < 32);
    pg::session db{dsn};
    for (int number = 0; number < 5; ++number)
        for (int which = 0; which < 32; ++which) {
            const auto row = db.insert(make(which, number));
            expect_as_given(row, which, number);
            expect_as_given(db.get<filled>(row.id), which, number);
        }
    EXPECT_EQ(db.count<filled>(), 160);
}

TEST_F(insert_kept, insert_and_upsert_of_the_same_columns_are_two_statements) {
    pg::session db{dsn};
    for (int number = 0; number < 3; ++number) {
        auto row = db.insert(make(3, number));
        row.name += " again";
        EXPECT_EQ(db.upsert<&filled::id>(row).name, row.name);
        EXPECT_THROW(db.insert(row), pg::constraint_violation);
        EXPECT_EQ(db.get<filled>(row.id).name, row.name);
    }
}

// The log is told before the row is read: what it inserts must not change the statement that is being used.
TEST_F(insert_kept, a_statement_log_inserts_on_the_same_thread) {
    pg::session other{dsn};
    int logged = 0;
    pg::session db{pg::options{.dsn = dsn, .log = [&](const pg::logged_statement&) {
                                   expect_as_given(other.insert(make(6, 500 + logged)), 6, 500 + logged);
                                   expect_as_given(other.insert(make(3, 500 + logged)), 3, 500 + logged);
                                   ++logged;
                               }}};
    for (int number = 0; number < 3; ++number) {
        expect_as_given(db.insert(make(3, number)), 3, number);
        expect_as_given(db.insert(make(6, number)), 6, number);
    }
    EXPECT_EQ(logged, 6);
}

TEST_F(insert_kept, threads_have_their_own) {
    const auto work = [](int first) {
        pg::session db{dsn};
        for (int number = first; number < first + 60; ++number)
            expect_as_given(db.insert(make(1 + number % 31, number)), 1 + number % 31, number);
    };
    std::thread one(work, 0), two(work, 100);
    one.join();
    two.join();
    EXPECT_EQ(pg::session{dsn}.count<filled>(), 120);
}

}  // namespace
