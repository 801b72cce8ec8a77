// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE FUNCTION, PROCEDURE, AGGREGATE and EXTENSION.
#pragma once

#include <pgmodel/schema/comment_text.hpp>
#include <pgmodel/schema/function.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

inline const char* mode_words(argument_mode mode) {
    switch (mode) {
        case argument_mode::out: return "out ";
        case argument_mode::inout: return "inout ";
        case argument_mode::variadic: return "variadic ";
        case argument_mode::in:
        case argument_mode::table: break;
    }
    return "";
}
inline bool is_passed(const argument& a) { return a.mode != argument_mode::out && a.mode != argument_mode::table; }

/// `(id integer, out n bigint default 0)`: of one kind of arguments, since columns that are returned stand elsewhere.
template <class = when_used>
std::string argument_list(const many<argument>& arguments, bool of_table = false) {
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
template <class = when_used>
bool returns_table(const many<argument>& arguments) {
    for (const auto& a : arguments)
        if (a.mode == argument_mode::table) return true;
    return false;
}

/// `(integer, text)`: what tells functions of one name apart.
template <class = when_used>
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

inline const char* volatility_words(volatility kind) {
    return kind == volatility::immutable ? " immutable" : kind == volatility::stable ? " stable" : "";
}
inline const char* parallel_word(parallel_safety kind) {
    return kind == parallel_safety::safe ? "safe" : kind == parallel_safety::restricted ? "restricted" : "unsafe";
}
template <class = when_used>
std::string count_text(double number) {
    std::string text = std::to_string(number);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    return text;
}

}  // namespace detail

/// `in_stock(integer)`, as DROP and GRANT name it.
template <class = detail::when_used>
std::string signature(const function& f) {
    return detail::qualified(f.schema, f.name) + detail::signature(f.arguments);
}
template <class = detail::when_used>
std::string signature(const aggregate& a) {
    return detail::qualified(a.schema, a.name) + detail::signature(a.arguments);
}

/// `create function name(arguments) returns type language plpgsql stable as $$...$$`
template <class = detail::when_used>
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
/// `drop function if exists name(integer)`
template <class = detail::when_used>
std::string drop_function(const function& f) {
    return (f.procedure ? "drop procedure if exists " : "drop function if exists ") + signature(f);
}

/// `create aggregate name(text) (sfunc = f, stype = text)`
template <class = detail::when_used>
std::string create_aggregate(const aggregate& a) {
    std::string out = "create aggregate " + detail::qualified(a.schema, a.name) + detail::argument_list(a.arguments) +
                      " (sfunc = " + detail::qualified(a.transition) + ", stype = " + a.state_type;
    if (!a.final.empty()) out += ", finalfunc = " + detail::qualified(a.final);
    if (!a.initial.empty()) out += ", initcond = " + a.initial;
    if (a.parallel != parallel_safety::unsafe) (out += ", parallel = ") += detail::parallel_word(a.parallel);
    return out + ")";
}
template <class = detail::when_used>
std::string drop_aggregate(const aggregate& a) {
    return "drop aggregate if exists " + signature(a);
}

/// `create extension if not exists pg_trgm schema ext`
template <class = detail::when_used>
std::string create_extension(const extension& e) {
    std::string out = "create extension if not exists " + quote_identifier(e.name);
    if (!e.schema.empty()) out += " schema " + quote_identifier(e.schema);
    if (!e.version.empty()) out += " version " + quote_identifier(e.version);
    return out;
}

namespace detail {

template <class = when_used>
void add_function(const function& f, std::vector<std::string>& out) {
    out.push_back(create_function(f));
    if (!f.comment.empty())
        out.push_back(comment_on((f.procedure ? "procedure " : "function ") + signature(f), f.comment));
}
template <class = when_used>
void add_aggregate(const aggregate& a, std::vector<std::string>& out) {
    out.push_back(create_aggregate(a));
    if (!a.comment.empty()) out.push_back(comment_on("aggregate " + signature(a), a.comment));
}

}  // namespace detail
}  // namespace pgmodel::schema
