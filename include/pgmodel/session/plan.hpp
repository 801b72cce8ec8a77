// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A plan of the server as values: what EXPLAIN (FORMAT JSON) says. Not part of <pgmodel.hpp>; `explain` of
// session/explain.hpp returns one.
#pragma once

#include <pgmodel/document/structure.hpp>

#include <charconv>
#include <cstdint>
#include <optional>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel {

/// A step of a plan. What was measured is there with `analyze` only, blocks with `buffers`.
struct plan_node {
    std::string type{};  ///< `Index Scan`, `Hash Join`
    std::string join_type{};
    std::string strategy{};
    std::string schema{};    ///< only with `verbose`
    std::string relation{};  ///< the table that it reads
    std::string alias{};
    std::string index{};
    std::string cte{};
    std::string function{};
    std::string subplan{};
    std::string relationship{};  ///< to the step above it: `Outer`, `InitPlan`
    std::string scan_direction{};
    double startup_cost{};
    double total_cost{};
    double rows{};  ///< that the planner expects, in each loop
    std::int64_t width{};
    std::string index_condition{};
    std::string recheck_condition{};
    std::string filter{};
    std::string join_filter{};
    std::string hash_condition{};
    std::string merge_condition{};
    std::vector<std::string> sort_key{};
    std::vector<std::string> presorted_key{};
    std::vector<std::string> group_key{};
    std::optional<double> actual_startup_time{};  ///< milliseconds, of one loop on the average
    std::optional<double> actual_time{};
    std::optional<double> actual_rows{};
    std::optional<double> actual_loops{};  ///< 0: it was never run
    std::optional<double> rows_removed{};  ///< by the filter
    std::optional<double> rows_removed_by_recheck{};
    std::optional<double> heap_fetches{};
    std::optional<std::int64_t> shared_hit{};  ///< blocks, with those of the steps below
    std::optional<std::int64_t> shared_read{};
    std::optional<std::int64_t> shared_dirtied{};
    std::optional<std::int64_t> shared_written{};
    std::optional<std::int64_t> temp_read{};
    std::optional<std::int64_t> temp_written{};
    std::optional<std::string> sort_method{};
    std::optional<double> sort_space{};  ///< kB
    std::vector<plan_node> plans{};      ///< the steps below

    static constexpr auto document() {
        using n = plan_node;
        return pgmodel::document(
            key<&n::type>.named("Node Type"), key<&n::join_type>.named("Join Type"),
            key<&n::strategy>.named("Strategy"), key<&n::schema>.named("Schema"),
            key<&n::relation>.named("Relation Name"), key<&n::alias>.named("Alias"), key<&n::index>.named("Index Name"),
            key<&n::cte>.named("CTE Name"), key<&n::function>.named("Function Name"),
            key<&n::subplan>.named("Subplan Name"), key<&n::relationship>.named("Parent Relationship"),
            key<&n::scan_direction>.named("Scan Direction"), key<&n::startup_cost>.named("Startup Cost"),
            key<&n::total_cost>.named("Total Cost"), key<&n::rows>.named("Plan Rows"),
            key<&n::width>.named("Plan Width"), key<&n::index_condition>.named("Index Cond"),
            key<&n::recheck_condition>.named("Recheck Cond"), key<&n::filter>.named("Filter"),
            key<&n::join_filter>.named("Join Filter"), key<&n::hash_condition>.named("Hash Cond"),
            key<&n::merge_condition>.named("Merge Cond"), key<&n::sort_key>.named("Sort Key"),
            key<&n::presorted_key>.named("Presorted Key"), key<&n::group_key>.named("Group Key"),
            key<&n::actual_startup_time>.named("Actual Startup Time"), key<&n::actual_time>.named("Actual Total Time"),
            key<&n::actual_rows>.named("Actual Rows"), key<&n::actual_loops>.named("Actual Loops"),
            key<&n::rows_removed>.named("Rows Removed by Filter"),
            key<&n::rows_removed_by_recheck>.named("Rows Removed by Index Recheck"),
            key<&n::heap_fetches>.named("Heap Fetches"), key<&n::shared_hit>.named("Shared Hit Blocks"),
            key<&n::shared_read>.named("Shared Read Blocks"), key<&n::shared_dirtied>.named("Shared Dirtied Blocks"),
            key<&n::shared_written>.named("Shared Written Blocks"), key<&n::temp_read>.named("Temp Read Blocks"),
            key<&n::temp_written>.named("Temp Written Blocks"), key<&n::sort_method>.named("Sort Method"),
            key<&n::sort_space>.named("Sort Space Used"), key<&n::plans>.named("Plans"), ignore_unknown_keys);
    }

    /// The first step, this one or below it, for which the function says true; null for none.
    template <class Predicate>
    const plan_node* find(Predicate&& fits) const {
        if (fits(*this)) return this;
        for (const plan_node& below : plans)
            if (const plan_node* found = below.find(fits)) return found;
        return nullptr;
    }
};

namespace detail {

/// One element of what EXPLAIN returns.
struct explained_statement {
    plan_node plan{};
    std::optional<double> planning_time{};
    std::optional<double> execution_time{};

    static constexpr auto document() {
        using e = explained_statement;
        return pgmodel::document(key<&e::plan>.named("Plan").required(), key<&e::planning_time>.named("Planning Time"),
                                 key<&e::execution_time>.named("Execution Time"), ignore_unknown_keys);
    }
};

/// Writes a plan much as EXPLAIN's text form does.
class plan_text {
public:
    std::string text{};

    void node(const plan_node& n, std::size_t depth) {
        line(depth);
        if (depth > 0) text += "->  ";
        if (!n.subplan.empty()) (text += n.subplan) += ": ";
        text += n.type;
        if (!n.join_type.empty()) (text += " ") += n.join_type;
        if (n.scan_direction == "Backward") text += " Backward";
        if (!n.index.empty()) (text += n.type == "Bitmap Index Scan" ? " on " : " using ") += n.index;
        const std::string& source = !n.relation.empty() ? n.relation : !n.function.empty() ? n.function : n.cte;
        if (!source.empty()) (text += " on ") += source;
        if (!n.alias.empty() && n.alias != source) (text += ' ') += n.alias;
        ((text += "  (cost=") += number(n.startup_cost, 2)) += "..";
        ((((text += number(n.total_cost, 2)) += " rows=") += number(n.rows, 0)) += " width=") +=
            std::to_string(n.width);
        text += ')';
        if (n.actual_loops) actual(n, *n.actual_loops);
        detail(depth, "Index Cond", n.index_condition);
        detail(depth, "Recheck Cond", n.recheck_condition);
        detail(depth, "Hash Cond", n.hash_condition);
        detail(depth, "Merge Cond", n.merge_condition);
        detail(depth, "Join Filter", n.join_filter);
        detail(depth, "Filter", n.filter);
        if (n.rows_removed && *n.rows_removed > 0) detail(depth, "Rows Removed by Filter", number(*n.rows_removed, 0));
        detail(depth, "Sort Key", list(n.sort_key));
        detail(depth, "Presorted Key", list(n.presorted_key));
        detail(depth, "Group Key", list(n.group_key));
        if (n.sort_method) detail(depth, "Sort Method", *n.sort_method);
        if (n.shared_hit && n.shared_read)
            detail(depth, "Buffers",
                   "shared hit=" + std::to_string(*n.shared_hit) + " read=" + std::to_string(*n.shared_read));
        for (const plan_node& below : n.plans) node(below, depth + 1);
    }
    void time(std::string_view what, const std::optional<double>& ms) {
        if (ms) (((text += '\n') += what) += ": ") += number(*ms, 3) + " ms";
    }

private:
    void line(std::size_t depth) {
        if (!text.empty()) text += '\n';
        if (depth > 0) text.append(depth * 6 - 4, ' ');
    }
    void detail(std::size_t depth, std::string_view name, std::string_view value) {
        if (value.empty()) return;
        text += '\n';
        text.append(depth * 6 + 2, ' ');
        ((text += name) += ": ") += value;
    }
    void actual(const plan_node& n, double loops) {
        if (loops == 0) {
            text += " (never executed)";
            return;
        }
        text += " (actual";
        if (n.actual_time)
            ((text += " time=") += number(n.actual_startup_time.value_or(0), 3) + "..") += number(*n.actual_time, 3);
        ((text += " rows=") += number(n.actual_rows.value_or(0), 0)) += " loops=" + number(loops, 0) + ")";
    }
    static std::string list(const std::vector<std::string>& all) {
        std::string out;
        for (const auto& each : all) (out += out.empty() ? "" : ", ") += each;
        return out;
    }
    static std::string number(double value, int decimals) {
        char digits[320];  // of the largest double
        const auto end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals).ptr;
        return {digits, end};
    }
};

}  // namespace detail
}  // namespace pgmodel
