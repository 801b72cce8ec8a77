// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Functions, procedures and aggregates as plain values.
#pragma once

#include <pgmodel/model/properties.hpp>
#include <pgmodel/schema/many.hpp>
#include <pgmodel/schema/parts.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {

/// An argument of a function, procedure or aggregate.
struct argument {
    std::string name{};
    std::string type{};           ///< as format_type() prints it
    std::string default_value{};  ///< SQL; empty: none
    argument_mode mode = argument_mode::in;

    bool operator==(const argument&) const = default;
};

/// A function or procedure. What it does is text in its language.
struct function {
    std::string schema{};  ///< empty: the search path decides
    std::string name{};
    many<argument> arguments{};
    std::string returns{};  ///< `integer`, `SETOF film`, `trigger`; empty: said by its arguments, or a procedure
    std::string language{};
    std::string body{};
    bool procedure = false;
    pgmodel::volatility volatility = volatility::volatile_;
    parallel_safety parallel = parallel_safety::unsafe;
    bool strict = false;
    bool security_definer = false;
    bool leakproof = false;
    double cost = 0;                    ///< 0: the server's usual one for the language
    double rows = 0;                    ///< how many it is thought to return; 0: the server's usual number
    many<parameter> settings{};  ///< while it runs: `search_path`
    std::string comment{};

    bool operator==(const function&) const = default;
};

/// An aggregate function made of others.
struct aggregate {
    std::string schema{};  ///< empty: the search path decides
    std::string name{};
    many<argument> arguments{};
    qualified_name transition{};  ///< the function that takes one more row
    std::string state_type{};
    qualified_name final{};  ///< the function that makes the result; empty: the state is the result
    std::string initial{};   ///< SQL literal of the first state; empty: NULL
    parallel_safety parallel = parallel_safety::unsafe;
    std::string comment{};

    bool operator==(const aggregate&) const = default;
};

/// A set of objects that somebody else has packed: `pg_trgm`.
struct extension {
    std::string name{};
    std::string schema{};   ///< where its objects are; empty: the extension's own, or the first of the search path
    std::string version{};  ///< empty: the one that is there
    std::string comment{};  ///< empty: the one that it brings

    bool operator==(const extension&) const = default;
};

}  // namespace pgmodel::schema
