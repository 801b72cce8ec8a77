// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/migrate.hpp>

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "database.hpp"

namespace pgmodel_test {

/// A database of its own for each test, and plans that are made and run on it.
class plan_runner : public ::testing::Test {
protected:
    void run(const std::vector<pgmodel::schema::step>& steps) {
        for (const auto& s : steps) db.execute_script(s.sql);
    }
    static std::string texts(const std::vector<pgmodel::schema::step>& steps) {
        std::string all;
        for (const auto& s : steps) all += s.sql + "\n";
        return all;
    }
    static std::string problems(const pgmodel::migrate::way& w) {
        std::string all = w.not_rehearsed + to_string(w.left);
        for (const auto& r : w.refused) all += r.step.sql + " -- " + r.reason + "\n";
        return all;
    }
    /// The plan works on the database itself, there, back and there again; rows that are there stay.
    template <class Models>
    pgmodel::migrate::plan plan_and_run(const Models& models, const pgmodel::migrate::plan_options& options = {}) {
        const auto before = pgmodel::migrate::introspect(db).database;
        auto plan = pgmodel::migrate::make_plan(db, models, options);
        EXPECT_EQ(problems(plan.up), "");
        EXPECT_EQ(problems(plan.down), "");
        run(plan.up.steps);
        EXPECT_EQ(to_string(pgmodel::migrate::compare(db, models)), "") << texts(plan.up.steps);
        run(plan.down.steps);
        EXPECT_EQ(to_string(pgmodel::schema::compare(before, pgmodel::migrate::introspect(db).database)), "") << texts(plan.down.steps);
        run(plan.up.steps);
        EXPECT_TRUE(pgmodel::migrate::make_plan(db, models).empty());
        return plan;
    }
    /// What models would say that are these tables: they are made in a database of their own.
    static pgmodel::schema::database tables_of(const std::string& sql) {
        pgmodel::session other{create_database("plan_other")};
        other.execute_script(sql);
        return pgmodel::migrate::introspect(other).database;
    }
    std::string ask(const std::string& query) { return db.scalar<std::string>(pgmodel::raw_sql(query)); }

    pgmodel::session db{create_database(
        "plan_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()).substr(0, 40))};
};

}  // namespace pgmodel_test
