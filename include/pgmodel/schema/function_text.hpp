// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// CREATE FUNCTION, PROCEDURE, AGGREGATE and EXTENSION.
#pragma once

#include <pgmodel/core/when_used.hpp>
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
PGMODEL_FUNCTION
std::string argument_list(const many<argument>& arguments, bool of_table = false);
PGMODEL_FUNCTION
bool returns_table(const many<argument>& arguments);

/// `(integer, text)`: what tells functions of one name apart.
PGMODEL_FUNCTION
std::string signature(const many<argument>& arguments);

inline const char* volatility_words(volatility kind) {
    return kind == volatility::immutable ? " immutable" : kind == volatility::stable ? " stable" : "";
}
inline const char* parallel_word(parallel_safety kind) {
    return kind == parallel_safety::safe ? "safe" : kind == parallel_safety::restricted ? "restricted" : "unsafe";
}
PGMODEL_FUNCTION
std::string count_text(double number);

}  // namespace detail

/// `in_stock(integer)`, as DROP and GRANT name it.
PGMODEL_FUNCTION
std::string signature(const function& f);
PGMODEL_FUNCTION
std::string signature(const aggregate& a);

/// `create function name(arguments) returns type language plpgsql stable as $$...$$`
PGMODEL_FUNCTION
std::string create_function(const function& f);
/// `drop function if exists name(integer)`
PGMODEL_FUNCTION
std::string drop_function(const function& f);

/// `create aggregate name(text) (sfunc = f, stype = text)`
PGMODEL_FUNCTION
std::string create_aggregate(const aggregate& a);
PGMODEL_FUNCTION
std::string drop_aggregate(const aggregate& a);

/// `create extension if not exists pg_trgm schema ext`
PGMODEL_FUNCTION
std::string create_extension(const extension& e);

namespace detail {

PGMODEL_FUNCTION
void add_function(const function& f, std::vector<std::string>& out);
PGMODEL_FUNCTION
void add_aggregate(const aggregate& a, std::vector<std::string>& out);

}  // namespace detail
}  // namespace pgmodel::schema

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/function_text.ipp>
#endif
