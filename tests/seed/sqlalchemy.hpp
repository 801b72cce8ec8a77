// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SQLAlchemy beside pgmodel: the same tables made by both, in two databases of one server.
#pragma once

#include <pgmodel.hpp>

#include <gtest/gtest.h>

#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "../integration/catalog.hpp"
#include "../integration/run_program.hpp"
#include "database.hpp"

namespace pgmodel_test {

/// The Python that has SQLAlchemy and psycopg2; empty when there is none. The system's need not be the first in PATH.
inline const std::string& python_with_sqlalchemy() {
    static constexpr auto ask = "import importlib.util as u, sys\n"
                                "sys.exit(not (u.find_spec('sqlalchemy') and u.find_spec('psycopg2')))";
    static const std::string found = [] {
        for (const char* python : {"python3", "/usr/bin/python3"}) {
            try {
                if (run_program({python, "-c", ask}) == 0) return std::string(python);
            } catch (const std::exception&) {
                // There is no such program.
            }
        }
        return std::string();
    }();
    return found;
}

/// Runs snippets.py with these words for an empty database; its exit code.
inline int run_snippet(const std::string& dsn, std::vector<std::string> words) {
    const auto script = std::filesystem::path(__FILE__).parent_path() / "snippets.py";
    words.insert(words.begin(), {python_with_sqlalchemy(), script.string()});
    return run_program(words, {"PGMODEL_SEED_DSN=" + dsn, "PYTHONDONTWRITEBYTECODE=1"});
}

/// The base of the tests in this folder.
class seed : public ::testing::Test {
protected:
    void SetUp() override {
        if (!python_with_sqlalchemy().empty()) return prepare();
        GTEST_SKIP() << "no python3 has sqlalchemy and psycopg2; run tools/install-dependencies --tests";
    }

    virtual void prepare() = 0;

    /// Makes the tables of the models in one database, and those of the snippet in another.
    template <class... Models>
    void make(const std::string& snippet, const pgmodel::registry<Models...>& models) {
        const auto dsn = create_database("seed_" + snippet + "_sqlalchemy");
        if (const int code = run_snippet(dsn, {snippet}); code != 0)
            throw std::runtime_error("the snippet " + snippet + " ended with " + std::to_string(code));
        theirs_.emplace(dsn);
        ours_.emplace(create_database("seed_" + snippet));
        ours_->create_all(models);
    }
    /// Does SQLAlchemy, or the server, refuse the snippet with a message that says this?
    static bool is_refused(const std::string& snippet, const std::string& message) {
        return run_snippet(create_database("seed_" + snippet), {snippet, message}) == 3;
    }

    pgmodel::session& ours() { return *ours_; }      ///< made by pgmodel
    pgmodel::session& theirs() { return *theirs_; }  ///< made by SQLAlchemy

    /// The tables are the same, but for what is declared: ours first, theirs second.
    void expect_same_tables(const std::vector<difference>& declared) {
        expect_same_catalog(ours(), theirs(), declared);
    }
    /// How the server answers a statement with one parameter when it does not look at the parameter's value. Tables of
    /// tests are small: only a prohibition keeps the planner from reading them whole.
    static std::string plan_of(pgmodel::connection& db, std::string_view sql, const std::string& parameter) {
        db.execute_script("set enable_seqscan = off; set plan_cache_mode = force_generic_plan; prepare query as " +
                          std::string(sql));
        std::string plan;
        for (const auto& line : db.all<std::string>("explain (costs off) execute query('" + parameter + "')"))
            plan += line + "\n";
        return plan;
    }

private:
    std::optional<pgmodel::session> ours_, theirs_;
};

/// `Column(Integer, primary_key=True)` as `.primary_key().identity()`.
inline difference identity_for_serial(const std::string& table) {
    return {"column " + table + ".id", "1 integer not null identity",
            "1 integer not null default nextval('" + table + "_id_seq'::regclass)",
            "SQLAlchemy writes SERIAL; identity is the standard's way, which PostgreSQL recommends, and serves alike"};
}
/// `index=True` at the primary key.
inline difference no_second_index(const std::string& table) {
    const auto name = "ix_" + table + "_id";
    return {"index " + name, "", "CREATE INDEX " + name + " ON public." + table + " USING btree (id)",
            "the primary key has an index already, and a second one costs every write"};
}

/// SQLAlchemy's names of indexes.
inline constexpr pgmodel::naming_convention sqlalchemy_names{.index = "ix_{table}_{columns}"};

}  // namespace pgmodel_test
