// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "Indexing strategies": indexes of one column and of several, unique and partial ones.

#include "sqlalchemy.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;
using pg::col;

struct user {
    std::int32_t id{};
    std::optional<pg::varchar<>> email{};
    std::optional<pg::varchar<>> status{};
    std::optional<pg::timestamptz> created_at{};
    std::optional<bool> is_active{};

    static constexpr auto table() {
        using u = user;
        return pg::table("users",
            pg::field<&u::id>.primary_key().identity(),
            pg::field<&u::status>.index(),
            pg::field<&u::created_at>.index(),
            pg::index(col<&u::email>).unique(),
            pg::index(col<&u::status>, col<&u::created_at>).named("idx_user_status_created"),
            pg::index(col<&u::email>).where(col<&u::is_active> == pg::lit<true>).named("idx_user_email_partial"));
    }
};

constexpr pg::registry<user> models{.naming = sqlalchemy_names};

class seed_user_indexes : public seed {
    void prepare() override { make("user_indexes", models); }
};

// It indexes by a column that it does not have; in pgmodel that does not compile.
TEST_F(seed_user_indexes, does_not_run_as_printed) {
    EXPECT_TRUE(is_refused("user_indexes_as_printed", "UndefinedColumn"));
}

TEST_F(seed_user_indexes, tables_are_the_same) {
    expect_same_tables({identity_for_serial("users"), no_second_index("users")});
}

TEST_F(seed_user_indexes, partial_index_serves_the_query) {
    const auto query =
        pg::select(col<&user::id>).where(col<&user::is_active> == pg::lit<true> && col<&user::email> == "a@b.c");
    for (auto* db : {&ours(), &theirs()}) {
        // Without the unique index, only the partial one is left for this.
        db->execute_script("drop index ix_users_email");
        const auto plan = plan_of(*db, query.sql(), "a@b.c");
        EXPECT_NE(plan.find("idx_user_email_partial"), std::string::npos) << plan;
    }
}

}  // namespace
