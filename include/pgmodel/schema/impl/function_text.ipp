// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/function.hpp>
#include <pgmodel/schema/function_text.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

PGMODEL_BODY
std::string argument_list(const many<argument>& arguments, bool of_table) {
    std::string out = "(";
    for (const auto& a : arguments) {
        if ((a.mode == argument_mode::table) != of_table) continue;
        if (out.size() > 1) out += ", ";
        out += mode_words(a.mode);
        if (!a.name.empty()) out += quote_identifier(a.name) + " ";
        out += a.type;
        if (!a.default_value.empty()) out += " default " + a.default_value;
    }
    return out + ")";
}
PGMODEL_BODY
bool returns_table(const many<argument>& arguments) {
    for (const auto& a : arguments)
        if (a.mode == argument_mode::table) return true;
    return false;
}

PGMODEL_BODY
std::string signature(const many<argument>& arguments) {
    std::string out = "(";
    for (const auto& a : arguments) {
        if (!is_passed(a)) continue;
        if (out.size() > 1) out += ", ";
        out += a.type;
    }
    return out + ")";
}

/// Text between dollar quotes that do not occur in it.
template <class = when_used>
std::string dollar_quoted(const std::string& text) {
    std::string quote = "$$";
    for (int n = 0; text.find(quote) != text.npos || (!text.empty() && text.back() == '$'); ++n) {
        quote = "$body" + (n ? std::to_string(n) : std::string()) + "$";
        if (text.find(quote.substr(0, quote.size() - 1)) == text.npos) break;
    }
    return quote + text + quote;
}

PGMODEL_BODY
std::string count_text(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace detail

PGMODEL_BODY
std::string signature(const function& f) {
    return detail::qualified(f.schema, f.name) + detail::signature(f.arguments);
}
PGMODEL_BODY
std::string signature(const aggregate& a) {
    return detail::qualified(a.schema, a.name) + detail::signature(a.arguments);
}

PGMODEL_BODY
std::string create_function(const function& f) {
    std::string out = f.procedure ? "create procedure " : "create function ";
    out += detail::qualified(f.schema, f.name) + detail::argument_list(f.arguments);
    if (detail::returns_table(f.arguments)) out += " returns table " + detail::argument_list(f.arguments, true);
    else if (!f.returns.empty()) out += " returns " + f.returns;
    out += " language " + quote_identifier(f.language) + detail::volatility_words(f.volatility);
    if (f.strict) out += " strict";
    if (f.leakproof) out += " leakproof";
    if (f.security_definer) out += " security definer";
    if (f.parallel != parallel_safety::unsafe) (out += " parallel ") += detail::parallel_word(f.parallel);
    if (f.cost > 0) out += " cost " + detail::count_text(f.cost);
    if (f.rows > 0) out += " rows " + detail::count_text(f.rows);
    for (const auto& setting : f.settings) out += " set " + quote_identifier(setting.name) + " to " + setting.value;
    return out + " as " + detail::dollar_quoted(f.body);
}
PGMODEL_BODY
std::string drop_function(const function& f) {
    return (f.procedure ? "drop procedure if exists " : "drop function if exists ") + signature(f);
}

PGMODEL_BODY
std::string create_aggregate(const aggregate& a) {
    std::string out = "create aggregate " + detail::qualified(a.schema, a.name) + detail::argument_list(a.arguments) +
                      " (sfunc = " + detail::qualified(a.transition) + ", stype = " + a.state_type;
    if (!a.final.empty()) out += ", finalfunc = " + detail::qualified(a.final);
    if (!a.initial.empty()) out += ", initcond = " + a.initial;
    if (a.parallel != parallel_safety::unsafe) (out += ", parallel = ") += detail::parallel_word(a.parallel);
    return out + ")";
}
PGMODEL_BODY
std::string drop_aggregate(const aggregate& a) { return "drop aggregate if exists " + signature(a); }

PGMODEL_BODY
std::string create_extension(const extension& e) {
    std::string out = "create extension if not exists " + quote_identifier(e.name);
    if (!e.schema.empty()) out += " schema " + quote_identifier(e.schema);
    if (!e.version.empty()) out += " version " + quote_identifier(e.version);
    return out;
}

namespace detail {

PGMODEL_BODY
void add_function(const function& f, std::vector<std::string>& out) {
    out.push_back(create_function(f));
    add_comment((f.procedure ? "procedure " : "function ") + signature(f), f.comment, out);
}
PGMODEL_BODY
void add_aggregate(const aggregate& a, std::vector<std::string>& out) {
    out.push_back(create_aggregate(a));
    add_comment("aggregate " + signature(a), a.comment, out);
}

}  // namespace detail

}  // namespace pgmodel::schema
