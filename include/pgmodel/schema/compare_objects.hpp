// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The properties of what stands beside tables: domains, functions, triggers, rules, views, policies, privileges.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/compare_parts.hpp>
#include <pgmodel/schema/function_text.hpp>
#include <pgmodel/schema/policy_text.hpp>
#include <pgmodel/schema/trigger_text.hpp>

#include <algorithm>
#include <string>
#include <vector>

namespace pgmodel::schema::detail {

template <class = pgmodel::detail::when_used>
std::string checks_text(many<check> checks) {
    std::sort(checks.begin(), checks.end(), [](const check& a, const check& b) { return a.name < b.name; });
    std::string out;
    for (const auto& c : checks)
        out += (out.empty() ? "" : ", ") + check_text(c) + (c.comment.empty() ? "" : " " + comment_text(c.comment));
    return out;
}
template <class = pgmodel::detail::when_used>
std::string settings_text(const many<parameter>& settings) {
    std::string out;
    for (const auto& s : settings) out += (out.empty() ? "" : ", ") + quote_identifier(s.name) + " to " + s.value;
    return out;
}
/// The server keeps the names of roles only.
inline std::string roles_text(const std::vector<std::string>& roles) {
    return roles.empty() ? "public" : role_list(roles);
}

inline std::string definition(const domain& d) { return d.type; }
inline std::string definition(const extension& e) { return e.version; }
inline std::string definition(const function&) { return ""; }
inline std::string definition(const aggregate&) { return ""; }
inline std::string definition(const view&) { return ""; }
inline std::string definition(const trigger& t) {
    return (t.constraint ? "constraint" : "") + trigger_definition(t, "").substr(t.constraint ? 0 : 1);
}
inline std::string definition(const rule& r) { return rule_definition(r, "").substr(1); }
template <class = pgmodel::detail::when_used>
std::string definition(const policy& p) {
    const std::string text = policy_definition(p);
    return text.empty() ? text : text.substr(1);
}
inline std::string definition(const grant& g) { return grant_text(g); }

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const domain& e, const domain& f) {
    out.property("type", e.type, f.type);
    out.property("default", e.default_value, f.default_value);
    out.property("nullability", e.not_null ? "not null" : "null", f.not_null ? "not null" : "null");
    out.property("collation", name_text(e.collation), name_text(f.collation));
    out.property("checks", checks_text(e.checks), checks_text(f.checks));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

/// What is not said of an extension may be anything.
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const extension& e, const extension& f) {
    if (!e.schema.empty()) out.property("schema", e.schema, f.schema);
    if (!e.version.empty()) out.property("version", e.version, f.version);
    if (!e.comment.empty()) out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const function& e, const function& f) {
    const auto volatile_text = [](const function& fn) {
        const std::string words = volatility_words(fn.volatility);
        return words.empty() ? std::string("volatile") : words.substr(1);
    };
    const auto number = [](double n) { return n > 0 ? count_text(n) : ""; };
    out.property("kind", e.procedure ? "procedure" : "function", f.procedure ? "procedure" : "function");
    out.property("arguments", argument_list(e.arguments), argument_list(f.arguments));
    out.property("returned columns", returns_table(e.arguments) ? argument_list(e.arguments, true) : "",
                 returns_table(f.arguments) ? argument_list(f.arguments, true) : "");
    out.property("result", e.returns, f.returns);
    out.property("language", e.language, f.language);
    out.property("body", e.body, f.body);
    out.property("volatility", volatile_text(e), volatile_text(f));
    out.property("parallel safety", parallel_word(e.parallel), parallel_word(f.parallel));
    out.property("treatment of nulls", e.strict ? "strict" : "called on null input",
                 f.strict ? "strict" : "called on null input");
    out.property("security", e.security_definer ? "definer" : "invoker", f.security_definer ? "definer" : "invoker");
    out.property("leaks", e.leakproof ? "leakproof" : "not leakproof", f.leakproof ? "leakproof" : "not leakproof");
    out.property("cost", number(e.cost), number(f.cost));
    out.property("number of rows", number(e.rows), number(f.rows));
    out.property("settings", settings_text(e.settings), settings_text(f.settings));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const aggregate& e, const aggregate& f) {
    out.property("arguments", argument_list(e.arguments), argument_list(f.arguments));
    out.property("transition function", name_text(e.transition), name_text(f.transition));
    out.property("type of its state", e.state_type, f.state_type);
    out.property("final function", name_text(e.final), name_text(f.final));
    out.property("first state", e.initial, f.initial);
    out.property("parallel safety", parallel_word(e.parallel), parallel_word(f.parallel));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

template <class = pgmodel::detail::when_used>
const char* state_text(trigger_state state) {
    return state == trigger_state::disabled     ? "disabled"
           : state == trigger_state::on_replica ? "enabled on a replica"
           : state == trigger_state::always     ? "enabled always"
                                                : "enabled";
}
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const trigger& e, const trigger& f) {
    // The name may differ where one was renamed.
    out.property("definition", definition(e), definition(f));
    out.property("state", state_text(e.state), state_text(f.state));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const rule& e, const rule& f) {
    out.property("definition", definition(e), definition(f));
    out.property("state", state_text(e.state), state_text(f.state));
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const policy& e, const policy& f) {
    const auto kind = [](const policy& p) { return p.restrictive ? "restrictive" : "permissive"; };
    out.property("kind", kind(e), kind(f));
    out.property("command", std::string(word_of(e.command)), std::string(word_of(f.command)));
    out.property("roles", roles_text(e.roles), roles_text(f.roles));
    out.property("condition", e.condition, f.condition);
    out.property("check", e.check, f.check);
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

/// Whether a materialized view is filled is no part of the schema, since REFRESH changes it.
template <class = pgmodel::detail::when_used>
void compare_properties(comparer& out, const view& e, const view& f) {
    compare_owners(out, e.owner, f.owner);
    const auto kind = [](const view& v) { return v.materialized ? "materialized view" : "view"; };
    out.property("kind", kind(e), kind(f));
    out.property("query", e.query, f.query);
    out.property("parameters", parameters_text(e.parameters), parameters_text(f.parameters));
    out.property("access method", e.access_method, f.access_method);
    out.property("tablespace", e.tablespace, f.tablespace);
    out.property("comment", comment_text(e.comment), comment_text(f.comment));
}

inline void compare_properties(comparer& out, const grant& e, const grant& f) {
    out.property("privileges", grant_text(e), grant_text(f));
}

}  // namespace pgmodel::schema::detail
