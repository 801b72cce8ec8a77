// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Runs the blocks of migrations, each along with what the history says of it.
#pragma once

#include <pgmodel/migrate/check_run.hpp>
#include <pgmodel/migrate/half_index.hpp>
#include <pgmodel/migrate/migration_lock.hpp>
#include <pgmodel/migrate/session_settings.hpp>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::migrate {
namespace detail {

/// Who holds locks on what a statement names, after it has not got one of its own in time; where nobody does, such as
/// of a function that it calls, the oldest transactions: best effort.
inline std::string holders_of_locks(session& db, std::string_view statement) {
    std::vector<std::string> names;
    const auto tokens = tokens_of(statement);
    for (std::size_t at = 0; at < tokens.size();) {
        const std::size_t before = at;
        std::string name = take_name(tokens, at);
        if (at == before) ++at;
        else if (at - before <= 3 && name.back() != '.' && name.front() != '.') names.push_back(std::move(name));
    }
    constexpr const char* sql =
        "with named as (select to_regclass(n)::oid as id from unnest($1) as n), wanted as (select id from named union "
        "select indrelid from pg_index where indexrelid in (select id from named)), others as (select pid, format('pid "
        "%s%s', pid, ' (' || nullif(application_name, '') || ')') as who, xact_start, ', in a transaction since ' || "
        "to_char(xact_start, 'YYYY-MM-DD HH24:MI:SSOF') as since from pg_stat_activity where datname = "
        "current_database() and pid <> pg_backend_pid()), holders as (select format('%s holds %s on %s%s', who, mode, "
        "relation::regclass, since) as text, xact_start from pg_locks join others using (pid) where locktype = "
        "'relation' and granted and relation in (select id from wanted) and database = (select oid from pg_database "
        "where datname = current_database())) select text from (select text, xact_start from holders union all select "
        "format('%s is%s', who, substr(since, 2)), xact_start from others where since is not null and not exists "
        "(select from "
        "holders)) as x order by xact_start, text limit 8";
    std::string made;
    try {
        for (const auto& holder : db.all<std::string>(sql, names)) made += "; " + holder;
    } catch (const error&) {
        return {};  // what has failed is told in any case
    }
    return made;
}

class block_runner {
public:
    block_runner(session& db, const run_options& wanted, const history& h, const migration_lock& lock,
                 const std::vector<migration>& files)
        : db_(db), wanted_(wanted), history_(h), lock_(lock), settings_(db, files) {}

    /// All blocks that have not run; how long they took.
    std::chrono::microseconds run(const migration& m, progress at) const {
        std::chrono::microseconds whole{};
        const auto& blocks = m.blocks(at.back);
        if (at.done >= blocks.size()) {
            // Only the history lacks something: of a file without statements, or one whose last blocks were taken out.
            at.done -= at.done > 0 ? 1 : 0;
            transaction_block(m, {}, at, whole);
            return whole;
        }
        // It was alone when it was begun.
        if (at.begun && !blocks[at.done].alone) fail_unknown(m, blocks[at.done], at);
        for (; at.done < blocks.size(); ++at.done, at.begun = false)
            blocks[at.done].alone ? alone_block(m, blocks[at.done], at, whole)
                                  : transaction_block(m, blocks[at.done], at, whole);
        return whole;
    }

private:
    using clock = std::chrono::steady_clock;
    static std::chrono::microseconds since(clock::time_point start) {
        return std::chrono::duration_cast<std::chrono::microseconds>(clock::now() - start);
    }

    void transaction_block(const migration& m, const script_block& block, const progress& at,
                           std::chrono::microseconds& whole) const {
        const auto limit = std::max(wanted_.statement_timeout, std::chrono::milliseconds{0});
        for (int attempt = 0;; ++attempt) {
            std::size_t number = 0;
            const auto start = clock::now();
            try {
                scoped_transaction tx{db_, {.deadline = limit}};
                lock_.require(tx);
                tx.execute_script("set local lock_timeout = " + milliseconds_text(wanted_.lock_timeout));
                for (const auto& statement : block.statements) {
                    ++number;
                    // By what a function sets; a file that says so itself is refused before it runs.
                    if (!pgmodel::detail::standard_strings(tx)) fail_strings(m, block, at, number);
                    tx.execute_script(std::string(m.statement(statement)));
                }
                number = 0;
                settings_.restore(tx);
                tx.execute_script(done_sql(history_, m, at, since(start)));
                tx.commit();
                whole += since(start);
                return;
            } catch (const migration_error&) {
                throw;
            } catch (const error& e) {
                const bool locked = e.sqlstate() == "55P03";
                const bool again = (locked || e.retryable()) && !e.connection_lost() && attempt < wanted_.lock_retries;
                if (!again) fail(m, block, at, number, e, locked ? attempt + 1 : 0);
            }
            // Those who wait for what this one has held go first.
            constexpr std::chrono::milliseconds least{10}, most{10'000};
            pause_about(
                std::min(std::clamp(wanted_.lock_timeout / 4, least, most) * (1 << std::min(attempt, 6)), most));
        }
    }

    void alone_block(const migration& m, const script_block& block, const progress& at,
                     std::chrono::microseconds& whole) const {
        const std::string statement(m.statement(block.statements[0]));
        const auto start = clock::now();
        const auto index = concurrent_index_of(statement);
        try {
            lock_.require(db_);
            bool there = false;
            if (index) there = prepare_index(m, at, *index, statement);
            else if (at.begun && !may_run_again(statement)) fail_unknown(m, block, at);
            if (!there) {
                db_.execute_script(history_.record_sql(m, at.back, at.done, true));
                const alone_settings settings(db_, wanted_);
                db_.execute_script(statement);
                settings_.restore(db_);
            }
            db_.execute_script(done_sql(history_, m, at, since(start)));
            whole += since(start);
        } catch (const migration_error&) {
            throw;
        } catch (const error& e) {
            if (!e.connection_lost()) after_failure(m, at, statement, index);
            fail(m, block, at, 1, e, e.sqlstate() == "55P03" ? 1 : 0);
        }
    }

    /// True: nothing is left to do. What is left of one that was interrupted makes room.
    bool prepare_index(const migration& m, const progress& at, const concurrent_index& wanted,
                       const std::string& statement) const {
        const auto found = find_index(db_, wanted);
        if (!found) return at.begun && wanted.drops;
        if (wanted.drops) return false;
        if (found->valid) {
            // Another one, which the server refuses to make twice; it is not to look like one that was begun here.
            if (!at.begun && !wanted.if_there) db_.execute_script(statement);
            return true;
        }
        if (!at.begun)
            throw migration_error(
                {{m.version, m.file,
                  "migration " + m.file + ": index " + found->name +
                      " is there, not valid, and not of this migration; drop it, or wait until whoever "
                      "builds it is ready"}});
        const alone_settings settings(db_, wanted_);
        db_.execute_script("drop index concurrently " + found->name);
        return false;
    }

    /// A statement that the server has refused has left nothing, unless it works in several transactions of its own.
    void after_failure(const migration& m, const progress& at, const std::string& statement,
                       const std::optional<concurrent_index>& index) const {
        try {
            settings_.restore(db_);
            bool left = false;
            if (index) {
                const auto found = index->drops ? std::nullopt : find_index(db_, *index);
                left = found && !found->valid;
            } else if (has_words(tokens_of(statement), "detach", "partition")) {
                left = db_.scalar<bool>("select exists (select from pg_inherits where inhdetachpending)");
            }
            if (!left) db_.execute_script(not_begun_sql(history_, m, at));
        } catch (const error&) {
            // Then the history says that it was begun, and the next run looks again.
        }
    }

    [[noreturn]] void fail_strings(const migration& m, const script_block& block, const progress& at,
                                   std::size_t number) const {
        throw migration_error({{m.version, m.file, where(m, block, at, number) + ": a file " + strings_are_standard}});
    }
    [[noreturn]] void fail_unknown(const migration& m, const script_block& block, const progress& at) const {
        throw migration_error(
            {{m.version, m.file,
              where(m, block, at, 1) +
                  ": an earlier run was interrupted in this statement, and whether it has taken effect is "
                  "not known; look at what it changes, and say so by pgmodel::migrate::resolve(db, "
                  "scripts, " +
                  std::to_string(m.version) + ", block_outcome::done), or not_done to have it run again: " +
                  std::string(m.statement(block.statements[0]))}});
    }
    [[noreturn]] void fail(const migration& m, const script_block& block, const progress& at, std::size_t number,
                           const error& e, int lock_attempts) const {
        std::string text = where(m, block, at, number) + ": " + history::said(e);
        if (lock_attempts > 0 && number > 0) {
            text += "; tried " + std::to_string(lock_attempts) + (lock_attempts == 1 ? " time" : " times");
            text += holders_of_locks(db_, m.statement(block.statements[number - 1]));
        }
        if (at.done > 0) text += "; the blocks before it are done, and the next run goes on here";
        throw migration_error({m.version, m.file, text}, e.info(), at.done + 1, number);
    }
    static std::string where(const migration& m, const script_block& block, const progress& at, std::size_t number) {
        std::string text =
            "migration " + m.file + (at.back ? ", way back" : "") + ", block " + std::to_string(at.done + 1);
        if (number > 0)
            text += ", statement " + std::to_string(number) + " (line " +
                    std::to_string(m.line_of(block.statements[number - 1].begin)) + ')';
        return text;
    }

    session& db_;
    const run_options& wanted_;
    const history& history_;
    const migration_lock& lock_;
    session_settings settings_;
};

}  // namespace detail
}  // namespace pgmodel::migrate
