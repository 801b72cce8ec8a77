// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/core/error.hpp>

#include <gtest/gtest.h>

#include <concepts>
#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>

namespace {

namespace pg = pgmodel;

// What a handler can catch by one type.
static_assert(std::derived_from<pg::error, std::runtime_error>);
static_assert(std::derived_from<pg::commit_in_doubt, pg::connection_error> && !std::derived_from<pg::commit_in_doubt, pg::server_error>);
static_assert(std::derived_from<pg::unique_violation, pg::constraint_violation> &&
              std::derived_from<pg::foreign_key_violation, pg::constraint_violation> &&
              std::derived_from<pg::not_null_violation, pg::constraint_violation> &&
              std::derived_from<pg::check_violation, pg::constraint_violation> &&
              std::derived_from<pg::exclusion_violation, pg::constraint_violation> &&
              std::derived_from<pg::constraint_violation, pg::server_error>);
static_assert(std::derived_from<pg::transaction_conflict, pg::server_error> &&
              std::derived_from<pg::transaction_rolled_back, pg::server_error> &&
              std::derived_from<pg::query_canceled, pg::server_error>);
static_assert(std::derived_from<pg::not_found, pg::row_count_error> && !std::derived_from<pg::version_conflict, pg::row_count_error>);
static_assert(!std::derived_from<pg::decode_error, pg::server_error> && !std::derived_from<pg::encode_error, pg::server_error> &&
              !std::derived_from<pg::schema_mismatch, pg::server_error> && !std::derived_from<pg::usage_error, pg::server_error> &&
              !std::derived_from<pg::pool_timeout, pg::connection_error>);

pg::error with(std::string_view state) { return pg::error("x", {.state = pg::sqlstate(state)}); }

TEST(error, answers_as_values) {
    const pg::unique_violation e("what is told", {.state = pg::sqlstate("23505"),
                                                  .statement = "insert",
                                                  .table = "people",
                                                  .column = "mail",
                                                  .constraint = "people_mail_key",
                                                  .field = "email",
                                                  .detail = "secret"});
    EXPECT_STREQ(e.what(), "what is told");
    EXPECT_EQ(e.sqlstate(), "23505");
    EXPECT_EQ(e.statement() + " " + e.table() + " " + e.column() + " " + e.constraint() + " " + e.field(),
              "insert people mail people_mail_key email");
    EXPECT_EQ(e.info().detail, "secret");
    EXPECT_FALSE(e.connection_lost());
    EXPECT_TRUE(pg::connection_error("x", {.lost = true}).connection_lost());
    EXPECT_TRUE(pg::usage_error("x").sqlstate().empty());
}

TEST(error, only_conflicts_are_worth_another_try) {
    EXPECT_TRUE(with("40001").retryable());
    EXPECT_TRUE(with("40P01").retryable());
    for (const char* other : {"", "40002", "40003", "57014", "55P03", "08006", "23505"}) EXPECT_FALSE(with(other).retryable()) << other;
}

TEST(error, a_commit_in_doubt_may_know_its_transaction) {
    EXPECT_EQ(pg::commit_in_doubt("x", {}, 7).transaction_id(), 7u);
    EXPECT_EQ(pg::commit_in_doubt("x", {}, 0).transaction_id(), std::nullopt);
    EXPECT_FALSE(pg::commit_in_doubt("x", {}, 7).retryable());
}

}  // namespace
