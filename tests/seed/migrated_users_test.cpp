// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// "Alembic with PostgreSQL-specific features": the table as it is after the migration. The migration itself, step by
// step, belongs to migrations.

#include <nlohmann/json.hpp>

#include "sqlalchemy.hpp"

namespace {

namespace pg = pgmodel;
using namespace pgmodel_test;
using pg::col;

using texts = std::vector<pg::varchar<>>;

struct user {
    std::int32_t id{};
    std::optional<pg::uuid> external_id = pg::uuid::v4();
    std::optional<nlohmann::json> preferences = nlohmann::json::object();
    std::optional<texts> tags = texts{};

    static constexpr auto table() {
        using u = user;
        return pg::table("users",
            pg::field<&u::id>.primary_key().identity(),
            pg::field<&u::external_id>.unique(),
            pg::index(col<&u::external_id>),  // besides the one of the constraint, as the snippet has it
            pg::index(col<&u::tags>).using_gin());
    }
};

constexpr pg::registry<user> models{.naming = sqlalchemy_names};

class seed_migrated_users : public seed {
    void prepare() override { make("migrated_users", models); }
};

TEST_F(seed_migrated_users, tables_are_the_same) { expect_same_tables({identity_for_serial("users")}); }

}  // namespace
