// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A policy and a query that look at a setting of the session.

#include <pgmodel.hpp>
#include <pgmodel/expression/setting.hpp>
#include <pgmodel/objects.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct bill {
    std::int64_t id{};
    std::int64_t tenant_id{};

    static constexpr auto table() {
        using b = bill;
        return pg::table("bills", pg::field<&b::id>.primary_key(), pg::row_level_security,
                         pg::policy("tenant").using_(col<&b::tenant_id> == pg::setting<std::optional<std::int64_t>, "app.tenant">()));
    }
};
using b = bill;

TEST(setting, is_written_with_its_type) {
    EXPECT_EQ(std::string(decltype(pg::select(pg::setting<std::string, "app.name">()))::sql()), "select current_setting('app.name')");
    const auto q = pg::select<b>().where(col<&b::tenant_id> == pg::setting<std::int64_t, "app.tenant">());
    static_assert(decltype(q)::sql == "select id, tenant_id from bills where tenant_id = cast(current_setting('app.tenant') as bigint)");
    const auto optional = pg::select(pg::setting<std::optional<std::int64_t>, "app.tenant">());
    static_assert(decltype(optional)::sql == "select cast(nullif(current_setting('app.tenant', true), '') as bigint)");
    static_assert(std::is_same_v<decltype(optional)::row, std::optional<std::int64_t>>);
}

TEST(setting, lives_for_a_transaction) {
    pg::session db(pgmodel_test::create_database("setting"));
    db.create_all(pg::registry<bill>{});
    EXPECT_EQ(db.scalar<std::string>("select pg_get_expr(polqual, polrelid) from pg_policy"),
              "(tenant_id = (NULLIF(current_setting('app.tenant'::text, true), ''::text))::bigint)");
    db.insert(std::vector<bill>{{1, 7}, {2, 8}});
    const auto tenant = pg::select(pg::setting<std::optional<std::int64_t>, "app.tenant">());
    const auto mine = pg::select(col<&b::id>).where(col<&b::tenant_id> == pg::setting<std::int64_t, "app.tenant">());
    EXPECT_EQ(db.scalar(tenant), std::nullopt);
    EXPECT_THROW(db.all(mine), pg::server_error) << "nothing has set it";
    db.transaction([&](pg::transaction& tx) {
        tx.scalar<std::string>("select set_config('app.tenant', $1, true)", "8");
        EXPECT_EQ(tx.scalar(tenant), 8);
        EXPECT_EQ(tx.all(mine), (std::vector<std::int64_t>{2}));
    });
    EXPECT_EQ(db.scalar(tenant), std::nullopt) << "the text that is left is empty";
}

}  // namespace
