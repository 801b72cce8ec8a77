// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The program that writes and runs migrations, from its command line.

#include <pgmodel.hpp>
#include <pgmodel/command/migrate.hpp>
#include <pgmodel/objects.hpp>

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "database.hpp"

namespace {

namespace fs = std::filesystem;
namespace pg = pgmodel;
namespace migrate = pg::migrate;

namespace before {
enum class state { open, done };
struct ticket {
    std::int64_t id{};
    std::string headline{};
    state now{};
    static constexpr auto table() { return pg::table("tickets", pg::field<&ticket::id>.primary_key().identity()); }
};
constexpr pg::registry<ticket> models{};
}  // namespace before

namespace after {
enum class state { open, closed };
struct ticket {
    std::int64_t id{};
    std::string title{};
    state now{};
    bool urgent{};
    static constexpr auto table() {
        return pg::table("issues", pg::field<&ticket::id>.primary_key(pg::named("tickets_pkey")).identity(),
                         pg::index(pg::col<&ticket::title>));
    }
};
constexpr pg::registry<ticket> models{};
}  // namespace after

namespace guarded {
struct ticket {
    std::int64_t id{};
    std::string holder{};
    static constexpr auto table() {
        return pg::table("tickets", pg::field<&ticket::id>.primary_key().identity(), pg::row_level_security,
                         pg::policy("own").to("Ticket Holder").using_(pg::col<&ticket::holder> == pg::lit<"me">),
                         pg::owner("ticket_owner"), pg::grant(pg::select_privilege).to("Ticket Holder", "public"));
    }
};
constexpr pg::registry<ticket> models{};
}  // namespace guarded

namespace renamed {
enum class phase { open, done };
struct ticket {
    std::int64_t id{};
    std::string headline{};
    phase now{};
    static constexpr auto table() { return pg::table("tickets", pg::field<&ticket::id>.primary_key().identity()); }
};
constexpr pg::registry<ticket> models{};
}  // namespace renamed

namespace unfit {
struct ticket {
    std::int64_t id{};
    static constexpr auto table() {
        return pg::table("tickets", pg::field<&ticket::id>.primary_key(),
                         pg::index(pg::col<&ticket::id>).named("tickets"));
    }
};
constexpr pg::registry<ticket> models{};
}  // namespace unfit

struct said {
    int code{};
    std::string out{}, err{};
};

class migrate_command : public ::testing::Test {
protected:
    void SetUp() override { fs::remove_all(files); }
    void TearDown() override { fs::remove_all(files); }

    template <class Models>
    said run(const Models& models, std::vector<std::string> arguments, migrate::command_setup setup = {}) {
        arguments.insert(arguments.begin(), "migrate");
        std::vector<const char*> argv;
        for (const auto& each : arguments) argv.push_back(each.c_str());
        setup.dsn = dsn;
        setup.directory = files.string();
        std::ostringstream out, err;
        const int code = migrate::command(static_cast<int>(argv.size()), argv.data(), models, setup, out, err);
        return {code, out.str(), err.str()};
    }
    /// It has worked, and this is what it has printed.
    template <class Models>
    std::string done(const Models& models, const std::vector<std::string>& arguments) {
        const said all = run(models, arguments);
        EXPECT_EQ(all.code, 0) << all.out;
        EXPECT_EQ(all.err, "");
        return all.out;
    }

    std::string dsn = pgmodel_test::create_database(
        "migrate_command_" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()).substr(0, 30));
    fs::path files = fs::temp_directory_path() / ("pgmodel_command_" + std::to_string(::getpid()));
};

TEST_F(migrate_command, from_the_first_release_to_the_next_and_back) {
    EXPECT_EQ(done(before::models, {"new", "tickets"}), (files / "0001_tickets.sql").string() + '\n');
    EXPECT_EQ(done(before::models, {"status"}), "1 tickets: pending\n");
    EXPECT_NE(done(before::models, {"sql"}).find("create table tickets"), std::string::npos);
    const auto missing = run(before::models, {"check"});
    EXPECT_EQ(missing.code, 1);
    EXPECT_EQ(missing.out, "enum type state is missing: ('open', 'done')\ntable tickets is missing\n");
    EXPECT_EQ(done(before::models, {"up"}).substr(0, 13), "1 tickets in ");
    EXPECT_EQ(done(before::models, {"up"}), "nothing to do\n");
    EXPECT_EQ(done(before::models, {"check"}), "");
    EXPECT_EQ(done(before::models, {"new", "none"}), "nothing to do\n");
    pg::session db{dsn};
    db.execute("insert into tickets (headline, now) values ('a', 'done')");

    // Nothing is lost without leave.
    const auto refused = run(after::models, {"new", "issues", "--fill", "issues.urgent=false"});
    EXPECT_EQ(refused.code, 1);
    EXPECT_EQ(refused.err, "pgmodel: the migration would lose the data of table tickets; say what was renamed or is "
                           "left out, or that it may (may_lose_data)\n");
    const std::vector<std::string> changes{"--rename-table", "tickets=issues", "--rename-column", "issues.headline=title",
                                           "--rename-label", "state.done=closed", "--fill", "issues.urgent=false"};
    std::vector<std::string> arguments{"new", "--print"};
    arguments.insert(arguments.end(), changes.begin(), changes.end());
    arguments.push_back("issues");
    const std::string printed = done(after::models, arguments);
    EXPECT_EQ(printed.substr(0, printed.find("\n-- pgmodel: down")),
              "-- table tickets: breaks programs that run now\nalter table tickets rename to issues;\n"
              "-- column headline of issues: breaks programs that run now\nalter table issues rename column headline to title;\n"
              "-- label done of type state: breaks programs that run now\nalter type state rename value 'done' to 'closed';\n"
              "-- column urgent of issues\nalter table issues add column urgent boolean not null default false;\n"
              "alter table issues alter column urgent drop default;\n"
              "-- index issues_title_idx of issues: blocks writes\ncreate index issues_title_idx on issues (title);\n");
    EXPECT_FALSE(fs::exists(files / "0002_issues.sql"));
    arguments[1] = "--online";
    EXPECT_EQ(done(after::models, arguments), (files / "0002_issues.sql").string() + '\n');
    done(after::models, {"up"});
    EXPECT_EQ(done(after::models, {"check"}), "");
    EXPECT_EQ(db.scalar<std::string>("select title || now from issues"), "aclosed");
    EXPECT_EQ(done(after::models, {"down"}).substr(0, 18), "back: 2 issues in ");
    EXPECT_EQ(db.scalar<std::string>("select headline || now from tickets"), "adone");
}

TEST_F(migrate_command, starts_from_a_private_server) {
    dsn = "host=/nowhere";
    EXPECT_EQ(done(before::models, {"new", "first", "--private-server"}), (files / "0001_first.sql").string() + '\n');
    EXPECT_EQ(done(before::models, {"new", "second", "--private-server"}), "nothing to do\n");
    EXPECT_NE(run(before::models, {"status"}).err.find("pgmodel: "), std::string::npos);
}

TEST_F(migrate_command, makes_the_roles_that_a_private_server_lacks) {
    const auto first = done(guarded::models, {"new", "first", "--private-server"});
    EXPECT_EQ(first, (files / "0001_first.sql").string() + '\n');
    EXPECT_EQ(done(guarded::models, {"new", "second", "--private-server"}), "nothing to do\n");

    // A file that makes a role itself finds none before it.
    fs::rename(files / "0001_first.sql", files / "0002_first.sql");
    std::ofstream(files / "0001_roles.sql") << "create role ticket_owner;\n";
    EXPECT_EQ(done(guarded::models, {"new", "third", "--private-server"}), "nothing to do\n");
    std::ofstream(files / "0003_wrong.sql") << "grant select on tickets to nobody_knows;\n";
    EXPECT_NE(run(guarded::models, {"new", "fourth", "--private-server"}).err.find("nobody_knows"), std::string::npos);
}

TEST_F(migrate_command, leaves_alone_what_other_services_have) {
    done(before::models, {"new", "tickets"});
    done(before::models, {"up"});
    pg::session db{dsn};
    db.execute_script("create type kind as enum ('x'); create table payments (id bigserial primary key, number bigint generated always as "
                      "identity, kind kind); create view paid as select id from payments; create function total() returns bigint "
                      "language sql as 'select count(*) from payments'; create aggregate most(bigint) (sfunc = int8larger, stype = "
                      "bigint); create sequence invoices; create domain amount as integer");
    const auto lost = run(before::models, {"new", "payments"});
    EXPECT_EQ(lost.code, 1);
    EXPECT_EQ(lost.err,
              "pgmodel: the migration would lose the data of table payments, sequence invoices and drop view paid, aggregate "
              "most(bigint), function total(), domain amount, enum type kind; say what was renamed or is left out, or that it may "
              "(may_lose_data)\n");
    EXPECT_NE(run(before::models, {"new", "--print", "payments"})
                  .out.find("-- function total(): drops what no model declares, breaks programs that run now\ndrop function total();\n"),
              std::string::npos);
    migrate::command_setup ours;
    ours.read.left_out = {"payments", "kind", "paid", "total", "most", "invoices", "amount"};
    EXPECT_EQ(run(before::models, {"new", "payments"}, ours).out, "nothing to do\n");
    const auto same = run(before::models, {"check"}, ours);
    EXPECT_EQ(same.out, "");
    EXPECT_EQ(same.code, 0);
    EXPECT_EQ(run(before::models, {"check"}).code, 1);
}

TEST_F(migrate_command, says_what_is_wrong) {
    EXPECT_NE(run(before::models, {}).err.find("subcommand is required"), std::string::npos);
    EXPECT_NE(run(before::models, {"forward"}).code, 0);
    EXPECT_NE(run(before::models, {"up"}).err.find("cannot be read"), std::string::npos);
    const auto form = run(before::models, {"new", "x", "--rename-column", "a=b"});
    EXPECT_EQ(form.code, 1);
    EXPECT_EQ(form.err, "\"a=b\" is not of the form TABLE.NAME=VALUE\n");
    EXPECT_EQ(run(before::models, {"--help"}).code, 0);
    const auto models = run(unfit::models, {"check"});
    EXPECT_EQ(models.code, 1);
    EXPECT_EQ(models.err.substr(0, 17), "pgmodel: the name");
}

TEST_F(migrate_command, renames_a_type) {
    done(before::models, {"new", "tickets"});
    done(before::models, {"up"});
    const std::string printed = done(renamed::models, {"new", "--print", "--rename-type", "state=phase", "phases"});
    EXPECT_EQ(printed.substr(0, printed.find("\n-- pgmodel: down")),
              "-- type state: breaks programs that run now\nalter type state rename to phase;\n");
}

TEST_F(migrate_command, runs_what_a_program_carries) {
    constexpr migrate::script carried[]{{"0001_a.sql", "create table a (id integer);\n-- pgmodel: down\ndrop table a;"},
                                        {"0002_b.sql", "create table b (id integer);"}};
    const auto with = [&](std::vector<std::string> arguments) {
        return run(before::models, std::move(arguments), {.embedded = carried});
    };
    EXPECT_EQ(with({"stamp", "1"}).code, 0);
    const auto older = [&](std::vector<std::string> arguments) {
        return run(before::models, std::move(arguments), {.embedded = carried, .run = {.to = 1}});
    };
    EXPECT_EQ(older({"sql"}).out, "");
    EXPECT_EQ(older({"up"}).out, "nothing to do\n") << "the command line says nothing else than the program";
    EXPECT_EQ(older({"up", "--to", "2"}).out.substr(0, 7), "2 b in ");
    EXPECT_NE(older({"down"}).err.find("0002_b.sql has no way back"), std::string::npos) << "of up only";
    EXPECT_NE(with({"down", "--steps", "2"}).err.find("0002_b.sql"), std::string::npos);
    EXPECT_NE(with({"resolve", "2", "done"}).err.find("no block"), std::string::npos);
    EXPECT_NE(with({"resolve", "2", "perhaps"}).code, 0);
}

}  // namespace
