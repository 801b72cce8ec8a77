// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A program that writes and runs a project's migrations. `#include <pgmodel/command/migrate.hpp>`; it needs CLI11
// (libcli11-dev), and no part of <pgmodel/migrate.hpp> includes it.
//
//     int main(int argc, char** argv) { return pg::migrate::command(argc, argv, blog); }
#pragma once

#if !__has_include(<CLI/CLI.hpp>)
#error                                                                                                                 \
    "pgmodel: <pgmodel/command/migrate.hpp> needs CLI11; install libcli11-dev or cli11-devel, or fetch CLIUtils/CLI11"
#endif
#include <pgmodel/migrate/pending_sql.hpp>
#include <pgmodel/migrate/script_files.hpp>
#include <pgmodel/migrate/status.hpp>
#include <pgmodel/migrate/up.hpp>
#include <pgmodel/migrate/write.hpp>
#include <pgmodel/session/session.hpp>
#include <pgmodel/testing/server.hpp>

#include <CLI/CLI.hpp>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>
#include <span>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace pgmodel::migrate {

/// What a program says of its migrations; the command line may say otherwise.
struct command_setup {
    std::string dsn{};                     ///< empty: $DATABASE_URL, else what libpq takes from its environment
    std::string directory = "migrations";  ///< where `new` writes, and where the files are that are not embedded
    std::span<const script> embedded{};    ///< what runs in place of the directory's files
    run_options run{};
    /// What `new` and `check` look at: what other services have in the database is named by its `left_out`.
    introspect_options read{};
};

namespace detail {

/// `articles.headline=title`: what is before the last dot, between, and behind the sign.
struct named_change {
    std::string of{}, from{}, to{};
};
inline named_change parse_change(const std::string& text, bool of_something) {
    const std::size_t sign = text.find('=');
    const std::size_t dot = of_something ? text.rfind('.', sign) : text.npos;
    const std::string form = of_something ? "TABLE.NAME=VALUE" : "NAME=VALUE";
    if (sign == text.npos || (of_something && dot == text.npos))
        throw CLI::ValidationError("\"" + text + "\" is not of the form " + form);
    if (!of_something) return {{}, text.substr(0, sign), text.substr(sign + 1)};
    return {text.substr(0, dot), text.substr(dot + 1, sign - dot - 1), text.substr(sign + 1)};
}
/// `sales.articles`, or without a schema.
inline schema::qualified_name parse_name(const std::string& text) {
    const std::size_t dot = text.find('.');
    if (dot == text.npos) return {{}, text};
    return {text.substr(0, dot), text.substr(dot + 1)};
}

/// Makes the roles that a model names and the server does not have.
inline void make_roles(session& db, const schema::database& model) {
    const auto make = [&db](const std::string& role) {
        for (const char* word : {"", "public", "current_user", "current_role", "session_user"})
            if (role == word) return;
        if (!db.scalar<bool>("select exists (select from pg_roles where rolname = $1)", role))
            db.execute("create role " + pgmodel::quote_identifier(role));
    };
    const auto make_all = [&make](const auto& of) {
        for (const auto& each : of)
            for (const auto& role : each.roles) make(role);
    };
    for (const auto& table : model.tables)
        schema::detail::each_part(table, [&](const auto& part) {
            make_all(part.policies);
            make(part.owner);
        });
    for (const auto& view : model.views) make(view.owner);
    make_all(model.grants);
}

/// Declares the commands, and runs the one that is asked for.
class command_line {
public:
    command_line(schema::database model, command_setup setup, std::ostream& out, std::ostream& err)
        : model_(std::move(model)), setup_(std::move(setup)), out_(out), err_(err) {
        app_.require_subcommand(1);
        app_.fallthrough();  // --dsn may stand behind the command
        app_.add_option("--dsn", setup_.dsn,
                        "the database: a connection string or URI; else $DATABASE_URL, else libpq's "
                        "environment");
        app_.add_option("--directory", setup_.directory, "of the files")->capture_default_str();
        add("up", "apply what is missing", &command_line::up)
            ->add_option("--to", to_, "the newest version that is applied");
        auto* back = add("down", "go back by one migration", &command_line::down);
        back->add_option("--to", to_, "the newest version that stays; 0: none does");
        back->add_option("--steps", setup_.run.steps, "how many go back");
        add("status", "what has run, and what has not", &command_line::status);
        add("check", "fail where the database is not what the models say", &command_line::check);
        add("sql", "print what up would run, as a script", &command_line::sql);
        auto* mark = add("stamp", "mark as run, up to a version, and run nothing", &command_line::stamp);
        mark->add_option("version", version_)->required();
        auto* solve = add("resolve", "say what has become of a block that was interrupted", &command_line::resolve);
        solve->add_option("version", version_)->required();
        solve->add_option("outcome", outcome_, "done or not_done")
            ->required()
            ->check(CLI::IsMember({"done", "not_done"}));
        add_new();
    }

    int run(int argc, const char* const* argv) {
        try {
            app_.parse(argc, argv);
        } catch (const CLI::ParseError& e) {
            return app_.exit(e, out_, err_);
        }
        try {
            return chosen_();
        } catch (const CLI::ValidationError& e) {
            err_ << e.what() << '\n';
        } catch (const error& e) {
            err_ << e.what() << '\n';
        }
        return 1;
    }

private:
    CLI::App* add(const char* name, const char* what, int (command_line::*function)()) {
        auto* made = app_.add_subcommand(name, what);
        made->callback([this, function] { chosen_ = [this, function] { return (this->*function)(); }; });
        return made;
    }
    void add_new() {
        auto* made = add("new", "write the migration from the database to the models", &command_line::write);
        made->add_option("name", name_, "what it does: letters, digits, _ and -")->required();
        made->add_option("--rename-table", tables_, "OLD=NEW")->allow_extra_args(false);
        made->add_option("--rename-column", columns_, "TABLE.OLD=NEW")->allow_extra_args(false);
        made->add_option("--rename-type", types_, "OLD=NEW")->allow_extra_args(false);
        made->add_option("--rename-label", labels_, "TYPE.OLD=NEW, of an enum")->allow_extra_args(false);
        made->add_option("--fill", filled_, "TABLE.COLUMN=SQL: what rows get in a column that must not be NULL now")
            ->allow_extra_args(false);
        made->add_flag("--online", online_, "for a database in use: CONCURRENTLY, NOT VALID");
        made->add_flag("--may-lose-data", may_lose_, "also drop what holds rows or values, and what no model declares");
        made->add_flag("--private-server", private_, "start from an empty server on which the files have run");
        made->add_flag("--print", print_, "print it, and write no file");
    }

    session connected() const {
        if (!setup_.dsn.empty()) return session(setup_.dsn);
        const char* url = std::getenv("DATABASE_URL");
        return session(url ? url : "");
    }
    const std::vector<script>& scripts() {
        if (scripts_.empty()) {
            if (setup_.embedded.empty()) {
                files_ = read_scripts(setup_.directory);
                scripts_.assign(files_.begin(), files_.end());
            } else {
                scripts_.assign(setup_.embedded.begin(), setup_.embedded.end());
            }
        }
        return scripts_;
    }
    introspect_options reading() const {
        introspect_options read = setup_.read;
        read.left_out.push_back(setup_.run.table);
        return read;
    }
    int tell(const std::vector<schema::difference>& differences) const {
        for (const auto& d : differences) out_ << d << '\n';
        return differences.empty() ? 0 : 1;
    }

    int up() {
        if (to_) setup_.run.to = to_;
        session db = connected();
        const auto applied = migrate::up(db, scripts(), setup_.run).applied;
        for (const auto& each : applied) out_ << each << '\n';
        if (applied.empty()) out_ << "nothing to do\n";
        return 0;
    }
    int down() {
        setup_.run.to = to_;  // what a program says of it is for up
        session db = connected();
        for (const auto& each : migrate::down(db, scripts(), setup_.run)) out_ << "back: " << each << '\n';
        return 0;
    }
    int status() {
        session db = connected();
        for (const auto& each : migrate::status(db, scripts(), setup_.run)) out_ << each << '\n';
        return 0;
    }
    int check() {
        session db = connected();
        return tell(compare(db, model_, reading()));
    }
    int sql() {
        session db = connected();
        out_ << pending_sql(db, scripts(), setup_.run);
        return 0;
    }
    int stamp() {
        session db = connected();
        migrate::stamp(db, scripts(), version_, setup_.run);
        return 0;
    }
    int resolve() {
        session db = connected();
        migrate::resolve(db, scripts(), version_, outcome_ == "done" ? block_outcome::done : block_outcome::not_done,
                         setup_.run);
        return 0;
    }

    /// A new server has no roles. The files may make them: so they run first, and again from where one was missing.
    void prepare(session& db) {
        const auto run_files = [&] {
            std::error_code unknown;
            if (std::filesystem::exists(setup_.directory, unknown)) migrate::up(db, scripts(), setup_.run);
        };
        try {
            run_files();
        } catch (const migration_error& e) {
            if (e.sqlstate() != "42704") throw;  // undefined_object
            make_roles(db, model_);
            run_files();
        }
        make_roles(db, model_);
    }

    int write() {
        plan_options options;
        options.online = online_;
        options.read = reading();
        for (const auto& text : tables_) {
            auto [of, from, to] = parse_change(text, false);
            options.renamed.push_back(rename_table(parse_name(from), std::move(to)));
        }
        for (const auto& text : columns_) {
            auto [of, from, to] = parse_change(text, true);
            options.renamed.push_back(rename_column(parse_name(of), std::move(from), std::move(to)));
        }
        for (const auto& text : types_) {
            auto [of, from, to] = parse_change(text, false);
            options.renamed.push_back(rename_type(parse_name(from), std::move(to)));
        }
        for (const auto& text : labels_) {
            auto [of, from, to] = parse_change(text, true);
            options.renamed.push_back(rename_label(parse_name(of), std::move(from), std::move(to)));
        }
        for (const auto& text : filled_) {
            auto [of, column, value] = parse_change(text, true);
            options.filled.push_back(fill(parse_name(of), std::move(column), std::move(value)));
        }
        std::optional<testing::server> server;
        if (private_) setup_.dsn = server.emplace().connection_string();
        session db = connected();
        if (private_) prepare(db);
        const plan made = make_plan(db, model_, options);
        if (made.empty()) {
            out_ << "nothing to do\n";
        } else if (print_) {
            out_ << to_script(made);
        } else {
            out_ << write_script(setup_.directory, name_, made, {.may_lose_data = may_lose_}).string() << '\n';
        }
        if (!made.up.complete()) err_ << "not all of it could be written; see the comments at its end\n";
        return made.up.complete() ? 0 : 1;
    }

    schema::database model_;
    command_setup setup_;
    std::ostream& out_;
    std::ostream& err_;
    CLI::App app_{"Writes and runs the migrations of a database."};
    std::function<int()> chosen_{};
    script_files files_{};
    std::vector<script> scripts_{};
    std::optional<std::int64_t> to_{};
    std::int64_t version_ = 0;
    std::string outcome_{}, name_{};
    std::vector<std::string> tables_{}, columns_{}, types_{}, labels_{}, filled_{};
    bool online_ = false, may_lose_ = false, private_ = false, print_ = false;
};

}  // namespace detail

/// The whole of a program that writes and runs migrations: `new NAME`, `up`, `down`, `status`, `check`, `sql`, `stamp`,
/// `resolve`, with `--help` for each. Returns what main() returns: 0, or 1 after a sentence on `err` (of `check` also
/// where there are differences, which stand on `out`).
inline int command(int argc, const char* const* argv, const schema::database& model, command_setup setup = {},
                   std::ostream& out = std::cout, std::ostream& err = std::cerr) {
    return detail::command_line(model, std::move(setup), out, err).run(argc, argv);
}

/// The same of a registry's models.
template <class... Models>
int command(int argc, const char* const* argv, const registry<Models...>& models, command_setup setup = {},
            std::ostream& out = std::cout, std::ostream& err = std::cerr) {
    try {
        return command(argc, argv, schema::describe(models), std::move(setup), out, err);
    } catch (const error& e) {  // of the models
        err << e.what() << '\n';
        return 1;
    }
}

}  // namespace pgmodel::migrate
