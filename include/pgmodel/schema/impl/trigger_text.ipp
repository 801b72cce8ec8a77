// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/constraint_text.hpp>
#include <pgmodel/schema/trigger.hpp>
#include <pgmodel/schema/trigger_text.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

PGMODEL_BODY
std::string trigger_definition(const trigger& t, const std::string& on) {
    std::string out = t.timing == trigger_timing::before       ? " before"
                      : t.timing == trigger_timing::instead_of ? " instead of"
                                                               : " after";
    const char* before = " ";
    const auto event = [&](bool said, const std::string& words) {
        if (said) out += before + words, before = " or ";
    };
    event(t.on_insert, "insert");
    std::string columns = t.update_columns.empty() ? "" : " of ";
    for (const auto& column : t.update_columns)
        columns += (&column == &t.update_columns[0] ? "" : ", ") + quote_identifier(column);
    event(t.on_update, "update" + columns);
    event(t.on_delete, "delete");
    event(t.on_truncate, "truncate");
    out += on + deferral_clause(t.deferred);
    if (!t.old_table.empty() || !t.new_table.empty()) out += " referencing";
    if (!t.old_table.empty()) out += " old table as " + quote_identifier(t.old_table);
    if (!t.new_table.empty()) out += " new table as " + quote_identifier(t.new_table);
    out += t.for_each_row ? " for each row" : " for each statement";
    if (!t.condition.empty()) out += " when (" + t.condition + ")";
    out += " execute function " + qualified(t.function) + "(";
    for (const auto& argument : t.arguments) {
        if (&argument != &t.arguments[0]) out += ", ";
        quote_literal(argument, out);
    }
    return out + ")";
}

}  // namespace detail

PGMODEL_BODY
std::string create_trigger(const qualified_name& on, const trigger& t) {
    return (t.constraint ? "create constraint trigger " : "create trigger ") + quote_identifier(t.name) +
           detail::trigger_definition(t, " on " + detail::qualified(on));
}
PGMODEL_BODY
std::string drop_trigger(const qualified_name& on, const trigger& t) {
    return "drop trigger " + quote_identifier(t.name) + " on " + detail::qualified(on);
}

namespace detail {

template <class = when_used>
std::string set_state(const qualified_name& on, trigger_state state, const char* what, const std::string& name) {
    const char* words = state == trigger_state::disabled     ? " disable"
                        : state == trigger_state::on_replica ? " enable replica"
                        : state == trigger_state::always     ? " enable always"
                                                             : " enable";
    return "alter table " + qualified(on) + words + what + quote_identifier(name);
}

}  // namespace detail

PGMODEL_BODY
std::string set_trigger_state(const qualified_name& on, const trigger& t) {
    return detail::set_state(on, t.state, " trigger ", t.name);
}
PGMODEL_BODY
std::string set_rule_state(const qualified_name& on, const rule& r) {
    return detail::set_state(on, r.state, " rule ", r.name);
}

namespace detail {

PGMODEL_BODY
std::string rule_definition(const rule& r, const std::string& on) {
    std::string out = " as on ";
    out += r.event == rule_event::insert ? "insert" : r.event == rule_event::update ? "update" : "delete";
    out += on;
    if (!r.condition.empty()) out += " where " + r.condition;
    return out + (r.instead ? " do instead " : " do also ") + (r.action.empty() ? "nothing" : r.action);
}

}  // namespace detail

PGMODEL_BODY
std::string create_rule(const qualified_name& on, const rule& r) {
    return "create rule " + quote_identifier(r.name) + detail::rule_definition(r, " to " + detail::qualified(on));
}
PGMODEL_BODY
std::string drop_rule(const qualified_name& on, const rule& r) {
    return "drop rule " + quote_identifier(r.name) + " on " + detail::qualified(on);
}

namespace detail {

PGMODEL_BODY
void add_rules(const qualified_name& on, const many<rule>& rules, std::vector<std::string>& out) {
    for (const auto& r : rules) {
        out.push_back(create_rule(on, r));
        if (r.state != trigger_state::enabled) out.push_back(set_rule_state(on, r));
        add_comment("rule " + quote_identifier(r.name) + " on " + qualified(on), r.comment, out);
    }
}
PGMODEL_BODY
void add_triggers(const qualified_name& on, const many<trigger>& triggers, std::vector<std::string>& out) {
    for (const auto& t : triggers) {
        out.push_back(create_trigger(on, t));
        if (t.state != trigger_state::enabled) out.push_back(set_trigger_state(on, t));
        add_comment("trigger " + quote_identifier(t.name) + " on " + qualified(on), t.comment, out);
    }
}

}  // namespace detail

}  // namespace pgmodel::schema
