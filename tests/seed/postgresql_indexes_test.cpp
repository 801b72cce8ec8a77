// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "PostgreSQL-specific indexes": a partial index, one of an operator class for LIKE, and one that is made
// while others write.

#include "sqlalchemy.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;
using pg::col;

struct user {
    std::int32_t id{};
    std::optional<pg::varchar<>> email{};
    std::optional<pg::varchar<>> status{};

    static constexpr auto table() {
        using u = user;
        return pg::table("users",
            pg::field<&u::id>.primary_key().identity(),
            pg::index(col<&u::status>).where(col<&u::status> == pg::lit<"active">).named("idx_active_users"),
            pg::index(col<&u::email>.ops(pg::text_pattern_ops)).named("idx_lower_email"));
    }
};

constexpr pg::registry<user> models{};

class seed_postgresql_indexes : public seed {
    void prepare() override {
        make("postgresql_indexes", models);
        const auto users = pg::schema::describe(models).tables.at(0);
        const pg::schema::index email{.name = "idx_users_email", .keys = {{.column = "email"}}};
        ours().execute_script(create_index(users, email, pg::schema::index_build::concurrently));
    }
};

TEST_F(seed_postgresql_indexes, tables_are_the_same) { expect_same_tables({identity_for_serial("users")}); }

}  // namespace
