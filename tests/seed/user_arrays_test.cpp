// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "Array types": lists of texts and of numbers.

#include "sqlalchemy.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;
using pg::col;

using texts = std::vector<pg::varchar<>>;
using numbers = std::vector<std::int32_t>;

struct user {
    std::int32_t id{};
    std::optional<texts> tags = texts{};
    std::optional<numbers> favorite_numbers = numbers{};

    static constexpr auto table() {
        return pg::table("users", pg::field<&user::id>.primary_key().identity());
    }
};

constexpr pg::registry<user> models{.naming = sqlalchemy_names};

class seed_user_arrays : public seed {
protected:
    void prepare() override { make("user_arrays", models); }
};

TEST_F(seed_user_arrays, tables_are_the_same) {
    expect_same_tables({identity_for_serial("users"), no_second_index("users")});
}

TEST_F(seed_user_arrays, rows_travel_both_ways) {
    const auto rows = theirs().all(pg::select<user>().order_by(col<&user::id>));
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].tags, texts{});
    EXPECT_EQ(rows[0].favorite_numbers, numbers{});
    EXPECT_EQ(rows[1].tags, (texts{"a b", "say \"yes\"", ""}));
    EXPECT_EQ(rows[1].favorite_numbers, (numbers{7, -1, 2147483647}));

    ours().insert(rows);
    const auto text = "select u::text from users as u order by id";
    EXPECT_EQ(ours().all<std::string>(text), theirs().all<std::string>(text));
    EXPECT_EQ(ours().count(pg::select<user>().where(col<&user::favorite_numbers>.contains(7))), 1);
}

}  // namespace
