// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Policies and queries that look at a setting of the session, and the grants of the role that it is for.

#include <pgmodel.hpp>
#include <pgmodel/expression/setting.hpp>
#include <pgmodel/objects.hpp>

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

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

struct order_of_tenant {
    std::int64_t id{};
    std::int64_t tenant_id{};
    std::string item{};
    std::int32_t amount = 1;
    std::string note{};

    static constexpr auto table() {
        using o = order_of_tenant;
        constexpr auto mine = col<&o::tenant_id> == pg::setting<std::optional<std::int64_t>, "app.tenant">();
        return pg::table("tenant_orders", pg::field<&o::id>.primary_key().identity(), pg::row_level_security,
                         pg::policy("own").to("pgmodel_test_shop").using_(mine).with_check(mine),
                         pg::grant(pg::select_privilege, pg::insert_privilege).to("pgmodel_test_shop"),
                         pg::grant(pg::update_privilege).on(col<&o::amount>, col<&o::note>).to("pgmodel_test_shop"),
                         pg::policy("all").for_select().to("pgmodel_test_audit").using_(pg::lit<true>),
                         pg::grant(pg::select_privilege).to("pgmodel_test_audit"));
    }
};
using o = order_of_tenant;
inline constexpr pg::registry<order_of_tenant> shop{};

/// What a program of the application does: who the tenant is is said once, at the start of a transaction.
template <class Work>
auto as_tenant(pg::session& db, std::int64_t tenant, const Work& work) {
    return db.transaction([&](pg::transaction& tx) {
        tx.scalar<std::string>("select set_config('app.tenant', $1, true)", std::to_string(tenant));
        return work(tx);
    });
}
std::string refusal(const auto& work) {
    try {
        work();
    } catch (const pg::server_error& e) {
        return e.what();
    }
    return "";
}

TEST(setting, shows_each_tenant_its_rows_and_grants_hold_for_its_role) {
    const auto dsn = pgmodel_test::create_database("tenants");
    pg::session owner(dsn);
    for (const char* role : {"pgmodel_test_shop", "pgmodel_test_audit"})
        owner.execute_script("do $$ begin create role " + std::string(role) + "; exception when duplicate_object or unique_violation then null; end $$");
    owner.create_all(shop);
    owner.insert(std::vector<o>{{.tenant_id = 7, .item = "a"}, {.tenant_id = 7, .item = "b"}, {.tenant_id = 8, .item = "c"}});

    pg::session db(dsn);
    db.execute_script("set session authorization pgmodel_test_shop");
    EXPECT_EQ(db.count<o>(), 0) << "no tenant, no row";
    const auto items = [](pg::connection& c) { return c.all(pg::select(col<&o::item>).order_by(col<&o::item>)); };
    EXPECT_EQ(as_tenant(db, 7, items), (std::vector<std::string>{"a", "b"}));
    EXPECT_EQ(as_tenant(db, 8, items), std::vector<std::string>{"c"});
    EXPECT_EQ(items(db).size(), 0u) << "it is over with the transaction";
    EXPECT_EQ(items(owner).size(), 3u) << "the owner sees all";

    const auto made = as_tenant(db, 8, [](pg::transaction& tx) { return tx.insert(o{.tenant_id = 8, .item = "d"}); });
    EXPECT_EQ(made.id, 4);
    EXPECT_EQ(refusal([&] { as_tenant(db, 8, [](pg::transaction& tx) { return tx.insert(o{.tenant_id = 7, .item = "e"}); }); }),
              "pgmodel: new row violates row-level security policy for table \"tenant_orders\" [42501]");
    as_tenant(db, 7, [](pg::transaction& tx) {
        auto row = tx.get<o>(1);
        row.amount = 5;
        tx.update<&o::amount>(row);
        EXPECT_EQ(tx.execute(pg::update(pg::model<o>).set(col<&o::note> = "seen").all_rows()), 2u) << "all that it sees";
        EXPECT_EQ(tx.find<o>(3), std::nullopt) << "as if the row of another were not there";
        row.id = 3;
        EXPECT_THROW(tx.update<&o::amount>(row), pg::not_found);
    });
    EXPECT_EQ(owner.get<o>(3).note, "");

    EXPECT_EQ(refusal([&] { as_tenant(db, 7, [](pg::transaction& tx) { return tx.remove<o>(1); }); }),
              "pgmodel: permission denied for table tenant_orders [42501]");
    EXPECT_EQ(refusal([&] {
                  as_tenant(db, 7, [](pg::transaction& tx) {
                      auto row = tx.get<o>(1);
                      tx.update(row);
                  });
              }),
              "pgmodel: permission denied for table tenant_orders [42501]")
        << "the item is none of the columns that it may write";

    pg::session audit(dsn);
    audit.execute_script("set session authorization pgmodel_test_audit");
    EXPECT_EQ(items(audit).size(), 4u);
    EXPECT_EQ(refusal([&] { audit.insert(o{.tenant_id = 7}); }), "pgmodel: permission denied for table tenant_orders [42501]");
    owner.drop_all(shop);
    owner.execute_script("drop role pgmodel_test_shop, pgmodel_test_audit");
}

}  // namespace
