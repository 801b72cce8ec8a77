// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// EXPLAIN: how the server runs a statement, for eyes and for tests. Not part of <pgmodel.hpp>.
//
//     auto plan = pg::explain(db, pg::select<article>().where(col<&article::author_id> == 5));
//     EXPECT_TRUE(plan.uses_index(col<&article::author_id>)) << plan;
//     EXPECT_FALSE(plan.scans(pg::model<article>));
#pragma once

#include <pgmodel/document/jsonb.hpp>
#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/run_time_text.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/session/connection.hpp>
#include <pgmodel/session/plan.hpp>

#include <string>
#include <vector>

namespace pgmodel {

/// What EXPLAIN is to tell, as it calls it.
struct explain_options {
    bool analyze = false;  ///< runs the statement, with all that it changes; what it returns is thrown away
    bool buffers = false;  ///< blocks read and written; the server counts them together with `analyze`
    bool timing = true;    ///< of each step, with `analyze`
    bool verbose = false;
    bool settings = false;      ///< which settings differ from the defaults; they are in `json()`
    bool generic_plan = false;  ///< of a statement whose values are not known (PostgreSQL 16)
};

namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"explain", First, More...> = true;

inline std::string_view without_brackets(std::string_view text) {
    if (!text.starts_with('(')) return text;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '(';
        depth -= text[i] == ')';
        if (depth == 0) return i + 1 == text.size() ? text.substr(1, i - 1) : text;
    }
    return text;
}
/// The names of a table's indexes, also of those of its keys, that have these columns and expressions, in this order.
inline std::vector<std::string> indexes_on(const schema::table& table, const std::vector<std::string>& wanted) {
    std::vector<std::string> found;
    for (const auto& index : table.indexes) {
        bool same = index.keys.size() == wanted.size();
        for (std::size_t i = 0; same && i < wanted.size(); ++i) {
            const auto& key = index.keys[i];
            same = without_brackets(key.column.empty() ? key.expression : quote_identifier(key.column)) ==
                   without_brackets(wanted[i]);
        }
        if (same) found.push_back(index.name);
    }
    const auto look_at = [&](const schema::key& key) {
        bool same = !key.columns.empty() && key.columns.size() == wanted.size();
        for (std::size_t i = 0; same && i < wanted.size(); ++i) same = quote_identifier(key.columns[i]) == wanted[i];
        if (same) found.push_back(key.name);
    };
    look_at(table.primary_key);
    for (const auto& key : table.unique_keys) look_at(key);
    return found;
}
template <class Key>
std::string text_of_key(const Key& key) {
    if constexpr (ordered_key<Key>) return write_ddl(key.key).text;
    else return write_ddl(key).text;
}

}  // namespace detail

/// What EXPLAIN says of a statement.
class query_plan {
public:
    /// Throws `decode_error` for what is no plan.
    explicit query_plan(std::string json) : json_(std::move(json)) {
        auto all = from_json<std::vector<detail::explained_statement>>(json_);
        if (all.size() != 1)
            throw decode_error("pgmodel: EXPLAIN returned " + std::to_string(all.size()) + " plans instead of one");
        plan_ = std::move(all[0]);
    }

    /// The uppermost step.
    const plan_node& root() const { return plan_.plan; }
    /// As the server has sent it: with what has no place in `plan_node`.
    const std::string& json() const { return json_; }

    /// Cost in the planner's units, and the rows that it expects.
    double total_cost() const { return root().total_cost; }
    double rows() const { return root().rows; }
    /// Rows that came, with `analyze`; of a statement that returns none those that it changed are not among them.
    std::optional<double> actual_rows() const { return root().actual_rows; }
    /// Milliseconds.
    std::optional<double> planning_time() const { return plan_.planning_time; }
    std::optional<double> execution_time() const { return plan_.execution_time; }

    /// The first step that the function says true of; null for none.
    template <class Predicate>
    const plan_node* find(Predicate&& fits) const {
        return root().find(fits);
    }
    /// Is there such a step: `Seq Scan`, `Sort`, `Hash Join`?
    bool has(std::string_view type) const {
        return find([type](const plan_node& n) { return n.type == type; }) != nullptr;
    }
    /// Is this index read, in whatever way?
    bool uses_index(std::string_view name) const {
        return find([name](const plan_node& n) { return n.index == name; }) != nullptr;
    }
    /// Is an index or key of the model read that is declared on exactly these columns or expressions? Throws
    /// `usage_error` when the model has none.
    template <class First, class... More>
        requires(detail::expression<First> || detail::ordered_key<First>)
    bool uses_index(const First& first, const More&... more) const {
        static_assert(((detail::expression<More> || detail::ordered_key<More>) && ...),
                      "pgmodel: uses_index() takes the name of an index, or the columns and expressions of one");
        using model =
            typename detail::first_stranger<typename First::template stranger<detail::table_list<>>,
                                            typename More::template stranger<detail::table_list<>>...>::type::owner;
        const auto names = detail::indexes_on(schema::describe(registry<model>{}).tables.at(0),
                                              {detail::text_of_key(first), detail::text_of_key(more)...});
        if (names.empty()) throw usage_error("pgmodel: the model declares no index on these columns in this order");
        for (const auto& name : names)
            if (uses_index(name)) return true;
        return false;
    }
    /// Is the table of this model read from its beginning to its end (`Seq Scan`)?
    template <class T>
    bool scans(detail::model_tag<T>) const {
        return scans(detail::facts_of<T>.name);
    }
    bool scans(std::string_view table) const {
        return find([table](const plan_node& n) { return n.type == "Seq Scan" && n.relation == table; }) != nullptr;
    }

    /// One line for each step, much as psql shows it.
    std::string to_string() const {
        detail::plan_text out;
        out.node(root(), 0);
        out.time("Planning Time", plan_.planning_time);
        out.time("Execution Time", plan_.execution_time);
        return std::move(out.text);
    }
    friend std::ostream& operator<<(std::ostream& out, const query_plan& plan) { return out << plan.to_string(); }

private:
    std::string json_;
    detail::explained_statement plan_{};
};

namespace detail {

inline std::string explain_prefix(const explain_options& wanted) {
    std::string out = "explain (format json";
    if (wanted.analyze) out += ", analyze";
    if (wanted.analyze && !wanted.timing) out += ", timing off";
    if (wanted.buffers) out += ", buffers";
    if (wanted.verbose) out += ", verbose";
    if (wanted.settings) out += ", settings";
    if (wanted.generic_plan) out += ", generic_plan";
    return out + ") ";
}
inline query_plan run_explain(channel& c, const std::string& sql, const type_ref* types, const value_ref* values,
                              std::size_t count) {
    const statement_shape shape = shape_of_text<value_columns<json_text>>(sql, types, count);
    return query_plan(read_first<value_reader<json_text>>(run_values(c, shape, values)).str());
}

}  // namespace detail

/// The plan of a statement with its values, those of its placeholders behind the options. With `analyze` the statement
/// is run: one that changes rows belongs into a transaction that is rolled back.
template <detail::statement Statement, class... Bound>
query_plan explain(connection& db, const Statement& statement, const explain_options& wanted = {},
                   const Bound&... values) {
    static_assert(detail::checked_query<Statement>::value);
    static_assert(detail::arguments_of<Statement, Bound...>::value);
    detail::run_time_text text = detail::render_at_run_time<Statement>(statement);
    detail::value_ref* const refs = text.values();
    detail::argument_collector<detail::value_gatherer, Bound...> gather({refs}, values...);
    statement.visit(gather);
    return detail::run_explain(detail::connection_access::channel_of(db),
                               detail::explain_prefix(wanted).append(text.sql()), text.types(), refs,
                               text.parameters());
}
/// The plan of SQL text, whose values stand behind the options.
template <class... Values>
query_plan explain(connection& db, const raw_sql& sql, const explain_options& wanted = {}, const Values&... values) {
    const auto run = [&](const auto&... sent) {
        detail::value_ref refs[sizeof...(sent) + 1];
        [[maybe_unused]] detail::value_gatherer gather{refs};
        (gather(sent), ...);
        return detail::run_explain(detail::connection_access::channel_of(db),
                                   detail::explain_prefix(wanted) + std::string(sql.view()),
                                   detail::raw_parameters<Values...>::types, refs, sizeof...(sent));
    };
    return run(static_cast<const typename detail::raw_parameter<std::decay_t<Values>>::type&>(values)...);
}

template <class T, class... More>
detail::called_without_query<T> explain(connection&, detail::model_tag<T>, const More&...);

}  // namespace pgmodel
