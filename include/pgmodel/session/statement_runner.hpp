// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Runs statements on a connection: prepares them once, checks their columns, and prepares them again when the database
// has changed under them.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/session/column_check.hpp>
#include <pgmodel/session/command_tag.hpp>
#include <pgmodel/session/dropped_statements.hpp>
#include <pgmodel/session/libpq_link.hpp>
#include <pgmodel/session/options.hpp>
#include <pgmodel/session/result.hpp>
#include <pgmodel/session/server_failure.hpp>
#include <pgmodel/session/statement_cache.hpp>
#include <pgmodel/session/table_check.hpp>

#include <libpq-fe.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

/// A pooler has told another process than that of the server session which it lends for now.
inline constexpr const char* process_question = "select pg_catalog.pg_backend_pid()";
/// libpq takes a description of more parameters (over 30000 bytes) for garbage: such statements run unnamed.
inline constexpr std::size_t describable = 7000;

class statement_runner : public type_resolver {
public:
    /// Connects; throws `connection_error`.
    template <class = when_used>
    explicit statement_runner(options wanted)
        : type_resolver(&find_type<>), options_(std::move(wanted)), statements_(options_.statement_cache),
          link_(options_) {}
    statement_runner(const statement_runner&) = delete;

    bool open() const { return link_.open(); }
    bool in_transaction() const { return link_.open() && link_.in_transaction(); }
    const options& settings() const { return options_; }
    libpq_link& link() { return link_; }
    std::size_t prepared_statements() const { return statements_.size(); }

    /// Something was written since forget_transaction(); a SELECT that calls writing functions does not count.
    bool wrote() const { return wrote_; }
    /// The first error of the open transaction.
    sqlstate failed_by() const { return failed_by_; }
    const checked_models& written() const { return checked_models_; }
    void forget_failure() { failed_by_ = {}; }
    void forget_transaction() {
        wrote_ = names_changed_ = tables_changed_ = false;
        failed_by_ = {};
    }

    /// When the transaction ends: what was looked up in it may be another's.
    void forget_what_changed() {
        if (names_changed_) forget_types();
        if (tables_changed_) {
            statements_.forget_plans();
            checked_models_.clear();
        }
        settle();
    }

    std::int64_t connected_in_ms() const { return connected_; }

    /// Are the columns of a model's table what the model says? Asks anew, for types, too. Throws `schema_mismatch`.
    template <class = when_used>
    void compare_table(const field_finder& fields);

    /// Prepares a statement of our own without running it, and gives its name.
    template <class = when_used>
    const char* prepare_only(const statement_shape& shape) {
        auto* s = statements_.find(shape);
        return s && s->ready ? s->name : prepare(shape, s).name;
    }

    /// Before a transaction begins.
    template <class = when_used>
    void end_dropped() {
        if (!link_.open()) return;
        if (!told_process_ && options_.named_statements && !link_.in_transaction())
            note_process(ask(process_question, 0, nullptr));
        end_statements(statements_, link_);
    }

    /// Throws what an error result stands for; closes the connection if it is lost.
    template <class = when_used>
    [[noreturn]] void fail(const result& failed, std::string_view sql, const statement_shape* shape = nullptr);

protected:
    ~statement_runner() = default;

    template <class = when_used>
    result execute(const statement_shape& shape, const bound_parameters& given);
    template <class = when_used>
    void run_script(const char* sql);

private:
    friend struct bulk_access;

    template <class = when_used>
    result execute_at_length(const statement_shape& shape, const bound_parameters& given, bool again);
    template <class = when_used>
    result execute_again(result first, const statement_shape& shape, const bound_parameters& given,
                         prepared_statement& s);
    template <class = when_used>
    result succeed(result answer, const prepared_statement& s, const statement_shape& shape,
                   const bound_parameters& given) {
        if (s.effect == statement_effect::writes) wrote_ = true;
        else if (s.effect != statement_effect::reads) note_effect(PQcmdStatus(answer.get()), s, shape, given);
        if (s.ordered) answer.set_order(s.order.data());
        answer.set_statement(&s.sql);
        return answer;
    }
    template <class = when_used>
    prepared_statement& prepare(const statement_shape& shape, prepared_statement* known);
    template <class = when_used>
    prepared_statement* prepare_if_possible(const statement_shape& shape, prepared_statement* known, bool may_repeat);
    template <class = when_used>
    result prepare_on_server(const statement_shape& shape, prepared_statement& s);
    template <class = when_used>
    void note_process(const result& answer);
    template <class = when_used>
    [[noreturn]] void throw_mismatch(column_problem problem, std::string_view sql);
    /// The OID of a type by its name, as SQL spells it; asked for once.
    template <class = when_used>
    static oid find_type(type_resolver& self, const type_ref& type);
    template <class = when_used>
    result ask(const char* sql, int count, const char* const* texts);
    template <class = when_used>
    void note_tag(std::string_view tag, std::string_view sql);
    template <class = when_used>
    void note_effect(std::string_view tag, const prepared_statement& s, const statement_shape& shape,
                     const bound_parameters& given);
    void note_names();
    template <class = when_used>
    bool is_stale(const result& failed, const prepared_statement& s) const;
    template <class = when_used>
    bool forget_stale(const result& failed, prepared_statement& s);
    template <class = when_used>
    column_problem problem_of(const result& answer, const statement_shape& shape, prepared_statement& s);
    template <class = when_used>
    void compare_columns(const result& described, const statement_shape& shape, prepared_statement& s);
    template <class = when_used>
    void compare_answer(const result& answer, const statement_shape& shape, prepared_statement& s);
    template <class = when_used>
    void check_table(const field_finder& fields);
    template <class = when_used>
    void describe_table(const table_description& table, const statement_shape& shape);
    /// Outside of a transaction nothing takes back what was changed.
    void settle() {
        if (!link_.in_transaction()) names_changed_ = tables_changed_ = false;
    }
    void forget_types() {
        types_.clear();
        checked_models_.clear();
        statements_.forget_named_types();
    }

    struct named_type {
        std::string name{};
        const type_labels* labels{};
        oid id{};
    };

protected:
    options options_;

private:
    growing_array<named_type> types_;
    checked_models checked_models_;
    sqlstate failed_by_{};
    bool names_changed_ = false, tables_changed_ = false;  ///< in this transaction
    bool pooled_ = false, told_process_ = false;  ///< by a pooler, each statement may be run by another server session
    bool own_texts_ = false;  ///< what is prepared has a text that no other connection prepares
    // What each run needs is last, beside that of who derives from this: so few cache lines hold it.
    statement_cache statements_;
    bool wrote_ = false;

protected:
    libpq_link link_;

private:
    std::int64_t connected_ = now_in_ms();
};

template <class>
result statement_runner::execute(const statement_shape& shape, const bound_parameters& given) {
    auto* const s = statements_.find(shape);
    // Nearly every run; the others are apart, so that this one touches less memory.
    if (!s || !s->ready || !s->compared || given.bytes >= large_message || !link_.open()) [[unlikely]]
        return execute_at_length(shape, given, false);
    link_.begin();
    if (!PQsendQueryPrepared(link_.get(), s->name, static_cast<int>(shape.parameter_count), given.values, given.lengths,
                             given.formats, 1)) [[unlikely]]
        link_.lose_while_sending(shape.sql);
    PGresult* const answer = link_.first(shape.sql);
    if (link_.is_all(answer)) [[likely]]
        return succeed(result(answer), *s, shape, given);
    return execute_again(result(answer), shape, given, *s);
}

/// Its first result was no success, or not all. Runs it once more if it was stale.
template <class>
[[gnu::noinline]] result statement_runner::execute_again(result first, const statement_shape& shape,
                                                         const bound_parameters& given, prepared_statement& s) {
    auto answer = link_.collect_rest(std::move(first), shape.sql);
    if (libpq_link::is_success(answer)) return succeed(std::move(answer), s, shape, given);
    if (!forget_stale(answer, s)) fail(answer, shape.sql, &shape);
    return execute_at_length(shape, given, true);
}

template <class>
[[gnu::noinline]] result statement_runner::execute_at_length(const statement_shape& shape,
                                                             const bound_parameters& given, bool again) {
    std::size_t bytes = given.bytes;
    if (bytes > largest_message || shape.parameter_count > 65'535) [[unlikely]]
        bytes = check_parameters(shape, given);
    link_.require_open(shape.sql);
    for (;; again = true) {
        auto* s = statements_.find(shape);
        if (!s || !s->ready) s = prepare_if_possible(shape, s, !again);
        if (!s) continue;
        link_.begin();
        const int count = static_cast<int>(shape.parameter_count);
        link_.send(bytes, shape.sql, [&] {
            if (s->prepared)
                return PQsendQueryPrepared(link_.get(), s->name, count, given.values, given.lengths, given.formats, 1);
            return PQsendQueryParams(link_.get(), s->sql.c_str(), count, s->parameters.data(), given.values,
                                     given.lengths, given.formats, 1);
        });
        auto answer = link_.collect(shape.sql);
        if (libpq_link::is_success(answer)) [[likely]] {
            if (!s->compared) compare_answer(answer, shape, *s);
            return succeed(std::move(answer), *s, shape, given);
        }
        if (!forget_stale(answer, *s) || again) fail(answer, shape.sql, &shape);
    }
}

template <class>
column_problem statement_runner::problem_of(const result& answer, const statement_shape& shape, prepared_statement& s) {
    auto problem = check_columns(answer, shape, *this, s.order);
    s.ordered = !s.order.empty();
    return problem;
}
template <class>
[[gnu::noinline]] void statement_runner::compare_columns(const result& described, const statement_shape& shape,
                                                         prepared_statement& s) {
    if (auto problem = problem_of(described, shape, s); problem.found) throw_mismatch(std::move(problem), shape.sql);
}

/// Of a statement that has run and whose server session is not known to be the one that described it: a type that was
/// looked up may have been made anew since.
template <class>
[[gnu::noinline]] void statement_runner::compare_answer(const result& answer, const statement_shape& shape,
                                                        prepared_statement& s) {
    auto problem = problem_of(answer, shape, s);
    if (problem.found && s.named_types) {
        forget_types();
        problem = problem_of(answer, shape, s);
    }
    if (problem.found) throw_mismatch(std::move(problem), shape.sql);
}

/// Forgets a statement that has failed because it is stale; is it worth another try?
template <class>
[[gnu::noinline]] bool statement_runner::forget_stale(const result& failed, prepared_statement& s) {
    if (!is_stale(failed, s)) return false;
    if (state_of(failed.get()) == "26000") statements_.all_gone();
    else statements_.remove(s);
    forget_types();
    // In a transaction the error has already failed everything before it.
    return link_.open() && !link_.in_transaction();
}

/// The plan, the name or a type that the statement relies on is gone: preparing it again helps. Such an error inside a
/// function is the function's own.
template <class>
bool statement_runner::is_stale(const result& failed, const prepared_statement& s) const {
    if (PQstatus(link_.get()) != CONNECTION_OK) return false;
    const auto state = state_of(failed.get());
    const auto routine = error_field(failed.get(), PG_DIAG_SOURCE_FUNCTION);
    // A parameter's type is looked up before the statement runs, though the server gives a context; without a prepared
    // statement it is first looked up wherever it is needed.
    const bool own = at_top_level(failed.get());
    if (state == "XX000")
        return s.named_types && ((own && !s.prepared) || routine == "getTypeInputInfo" ||
                                 routine == "getTypeBinaryInputInfo" || routine == "getBaseTypeAndTypmod");
    if (!own) return false;
    // Without a prepared statement the types are compared anew each time.
    if (state.error_class() == "42") return s.named_types && !s.prepared;
    if (state == "0A000") return routine == "RevalidateCachedQuery";
    return state == "26000" && s.prepared;
}

/// A question of our own with text parameters; the answer is binary.
template <class>
result statement_runner::ask(const char* sql, int count, const char* const* texts) {
    link_.require_open(sql);
    link_.begin();
    if (!PQsendQueryParams(link_.get(), sql, count, nullptr, texts, nullptr, nullptr, 1)) link_.lose_while_sending(sql);
    auto answer = link_.collect(sql);
    if (!libpq_link::is_success(answer)) fail(answer, sql);
    return answer;
}

template <class>
oid statement_runner::find_type(type_resolver& self, const type_ref& type) {
    auto& runner = static_cast<statement_runner&>(self);
    for (const auto& known : runner.types_)
        if (known.name == type.name && (known.labels == type.labels || !type.labels)) return known.id;
    const std::string name(type.name);
    const char* text = name.c_str();
    const auto answer = runner.ask(type_question, 1, &text);
    if (answer.rows() == 0 || answer.is_null(0, 0))
        throw schema_mismatch("pgmodel: the type " + name + " is not in the database");
    if (type.labels && !answer.is_null(0, 1)) check_labels(answer, *type.labels, type.name);
    runner.types_.push_back({name, type.labels, answer.value(0, 0).read<oid>()});
    return runner.types_.back().id;
}

template <class>
void statement_runner::run_script(const char* sql) {
    link_.require_open(sql);
    link_.begin();
    link_.send(std::string_view(sql).size(), sql, [&] { return PQsendQuery(link_.get(), sql) != 0; });
    const auto answer = link_.collect(sql, [&](PGresult* done) { note_tag(PQcmdStatus(done), sql); });
    if (!libpq_link::is_success(answer)) fail(answer, sql);
    link_.require_utf8(sql);
    if (mentions(sql, "set_config") && may_set_search_path(sql)) note_names();
    settle();
}

template <class>
[[gnu::noinline]] void statement_runner::note_tag(std::string_view tag, std::string_view sql) {
    link_.require_utf8(sql);
    const auto effect = effect_of_command(tag, sql);
    wrote_ |= effect.writes;
    names_changed_ |= effect.changes_names;
    tables_changed_ |= effect.changes_tables;
    if (effect.listens) link_.expect_notifications();
    if (effect.forgets_statements) statements_.all_gone();
    if (effect.settles) forget_what_changed();
}

/// Of what does more than read or write rows. set_config() names what it sets in the text or by a parameter.
template <class>
[[gnu::noinline]] void statement_runner::note_effect(std::string_view tag, const prepared_statement& s,
                                                     const statement_shape& shape, const bound_parameters& given) {
    if (s.effect != statement_effect::sets) note_tag(tag, shape.sql);
    if (s.effect == statement_effect::told) return;
    link_.require_utf8(shape.sql);
    bool names = may_set_search_path(shape.sql);
    for (std::size_t i = 0; i < shape.parameter_count && !names; ++i)
        names = given.values[i] && is_setting_of_names({given.values[i], static_cast<std::size_t>(given.lengths[i])});
    if (names) note_names();
}
[[gnu::noinline]] inline void statement_runner::note_names() {
    names_changed_ = true;
    forget_what_changed();
}

template <class>
void statement_runner::fail(const result& failed, std::string_view sql, const statement_shape* shape) {
    const auto state = state_of(failed.get());
    const bool lost =
        is_fatal(failed.get()) || state.empty() || !link_.open() || PQstatus(link_.get()) != CONNECTION_OK;
    const auto earlier = failed_by_;
    if (lost) link_.close();
    else if (failed_by_.empty() && link_.transaction_failed()) failed_by_ = state;
    if (shape && state == "42601" && shape->parameter_count > 0 && sql.find('$') == sql.npos)
        throw usage_error(
            "pgmodel: values were given, but this text has no $1; parameters are $1, $2 ..., not ?, %s or "
            ":name",
            {.state = state, .statement = std::string(sql)});
    if (shape && !lost && has_several_statements(failed.get()))
        throw usage_error("pgmodel: this text has several statements; execute() runs one, execute_script() any number",
                          {.state = state, .statement = std::string(sql)});
    if (shape && !lost && lacks_values(failed.get())) throw_too_few_values(sql, shape->parameter_count, 0, state);
    if (shape && shape->of_models && !lost && is_missing(failed.get())) throw_missing(failed.get(), *shape);
    throw_server_failure(failed.get(), sql, lost, earlier, shape ? shape->field_of : field_finder{});
}

}  // namespace pgmodel::detail
