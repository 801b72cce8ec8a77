// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Transactions of a tenant: a policy that looks at a setting, on sessions, pools and within transactions.

#include <pgmodel.hpp>
#include <pgmodel/expression/setting.hpp>
#include <pgmodel/objects.hpp>
#include <pgmodel/session/with_setting.hpp>
#include <pgmodel/testing.hpp>

#include <gtest/gtest.h>

#include <memory>

#include "database.hpp"

namespace {

namespace pg = pgmodel;
using pg::col;

struct bill {
    std::int64_t id{};
    std::int64_t tenant_id{};

    static constexpr auto table() {
        using b = bill;
        return pg::table("bills", pg::field<&b::id>.primary_key(), pg::row_level_security, pg::force_row_level_security,
                         pg::policy("tenant").using_(col<&b::tenant_id> == pg::setting<std::int64_t, "app.tenant">()));
    }
};

class with_setting : public ::testing::Test {
protected:
    void SetUp() override {
        dsn = pgmodel_test::create_database("with_setting");
        pg::session setup{dsn};
        setup.create_all(pg::registry<bill>{});
        setup.insert(std::vector<bill>{{1, 7}, {2, 7}, {3, 8}});
        setup.execute_script("do $$begin create role pgmodel_tenant; exception when duplicate_object then end$$;"
                             "grant select, insert on bills to pgmodel_tenant");
    }
    static void as_tenant(pg::connection& db) { db.execute_script("set role pgmodel_tenant"); }
    static std::string tenant(pg::connection& db) {
        return db.scalar<std::optional<std::string>>("select current_setting('app.tenant', true)").value_or("none");
    }
    std::string dsn;
};

TEST_F(with_setting, lives_for_the_transaction) {
    pg::session db{dsn};
    as_tenant(db);
    const auto bills = db.transaction(pg::with_setting<"app.tenant">(std::int64_t{7}), [](pg::transaction& tx) { return tx.count<bill>(); });
    EXPECT_EQ(bills, 2);
    const auto insert_as_8 = [&](std::int64_t tenant_id) {
        db.transaction(pg::with_setting<"app.tenant">(8), [&](pg::transaction& tx) {
            tx.insert(bill{10 + tenant_id, tenant_id});
            EXPECT_EQ(tx.count<bill>(), 2);
        });
    };
    insert_as_8(8);
    EXPECT_THROW(insert_as_8(7), pg::server_error) << "a row of another tenant";
}

TEST_F(with_setting, is_over_behind_it) {
    pg::session db{dsn};
    as_tenant(db);
    db.transaction(pg::with_setting<"app.tenant">(7), [](pg::transaction&) {}, {.level = pg::isolation::serializable});
    EXPECT_EQ(tenant(db), "");
    EXPECT_THROW(db.count<bill>(), pg::server_error) << "without a tenant nothing is read";
    EXPECT_THROW(db.transaction(pg::with_setting<"app.tenant">(7), [](pg::transaction&) { throw std::runtime_error("stop"); }),
                 std::runtime_error);
    EXPECT_EQ(tenant(db), "");
}

TEST_F(with_setting, in_each_attempt) {
    pg::session db{dsn};
    int runs = 0;
    db.transaction(pg::with_setting<"app.tenant">(7), [&](pg::transaction& tx) {
        EXPECT_EQ(tenant(tx), "7");
        if (++runs == 1) tx.execute_script("do $$begin raise exception sqlstate '40001'; end$$");
    });
    EXPECT_EQ(runs, 2);
}

TEST_F(with_setting, within_a_transaction) {
    pg::session db{dsn};
    db.transaction(pg::with_setting<"app.tenant">("outer"), [](pg::transaction& tx) {
        const int made = tx.transaction(pg::with_setting<"app.tenant">("inner"), [](pg::transaction& inner) {
            EXPECT_EQ(tenant(inner), "inner");
            return 5;
        });
        EXPECT_EQ(made, 5);
        EXPECT_EQ(tenant(tx), "outer");
        EXPECT_THROW(tx.transaction(pg::with_setting<"app.tenant">("inner"), [](pg::transaction&) { throw std::runtime_error("stop"); }),
                     std::runtime_error);
        EXPECT_EQ(tenant(tx), "outer");
    });
    const auto pointer = db.transaction(pg::with_setting<"app.tenant">(7), [](pg::transaction&) { return std::make_unique<int>(5); });
    EXPECT_EQ(*pointer, 5) << "what is returned need not be copied";
    int kept = 0;
    EXPECT_EQ(&db.transaction(pg::with_setting<"app.tenant">(7), [&kept](pg::transaction&) -> int& { return kept; }), &kept);
    pg::testing::rolled_back test{dsn};
    test.transaction(pg::with_setting<"app.tenant">(7), [](pg::transaction& tx) { EXPECT_EQ(tenant(tx), "7"); });
    EXPECT_EQ(tenant(test), "");
}

// As in any transaction, who swallows an error is told at the commit what it was.
TEST_F(with_setting, in_a_transaction_that_has_failed) {
    pg::session db{dsn};
    const auto swallow = [](pg::transaction& tx) { EXPECT_THROW(tx.execute_script("select 1/0"), pg::server_error); };
    db.transaction(pg::with_setting<"app.tenant">("outer"), [&](pg::transaction& tx) {
        try {
            tx.transaction(pg::with_setting<"app.tenant">("inner"), swallow);
            ADD_FAILURE();
        } catch (const pg::transaction_rolled_back& e) {
            EXPECT_EQ(e.sqlstate(), "22012");
        }
        EXPECT_EQ(tenant(tx), "outer");
    });
    EXPECT_THROW(db.transaction(pg::with_setting<"app.tenant">("outer"), swallow), pg::transaction_rolled_back);
    // It does not begin in one that has failed before.
    pg::transaction tx{db};
    swallow(tx);
    bool ran = false;
    EXPECT_THROW(tx.transaction(pg::with_setting<"app.tenant">("inner"), [&ran](pg::transaction&) { ran = true; }), pg::server_error);
    EXPECT_FALSE(ran);
    tx.rollback();
    EXPECT_EQ(tenant(db), "");
}

TEST_F(with_setting, throws_what_is_no_exception) {
    pg::session db{dsn};
    const auto stop = [](pg::transaction&) { throw 42; };
    EXPECT_THROW(db.transaction(pg::with_setting<"app.tenant">("outer"), stop), int);
    EXPECT_EQ(tenant(db), "");
    db.transaction(pg::with_setting<"app.tenant">("outer"), [&](pg::transaction& tx) {
        EXPECT_THROW(tx.transaction(pg::with_setting<"app.tenant">("inner"), stop), int);
        EXPECT_EQ(tenant(tx), "outer");
    });
}

TEST_F(with_setting, of_a_pool) {
    pg::pool pool{dsn, {.size = 1, .max_overflow = 0}};
    for (const int id : {7, 8}) {
        const auto rows = pool.transaction(pg::with_setting<"app.tenant">(id), [](pg::transaction& tx) {
            tx.execute_script("set local role pgmodel_tenant");
            return tx.count<bill>();
        });
        EXPECT_EQ(rows, id == 7 ? 2 : 1);
    }
    EXPECT_EQ(pool.transaction([](pg::transaction& tx) { return tenant(tx); }, {.read_only = true}), "");
    EXPECT_EQ(pool.statistics().in_use, 0u);
}

}  // namespace
