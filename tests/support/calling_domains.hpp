// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Domains whose checks call functions, one of which calls another or takes a domain.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/objects.hpp>

#include <string>

namespace pgmodel_test::calling {

namespace pg = pgmodel;

// A function that a domain calls, one that this one calls, and one of another domain's values.
inline constexpr auto is_upper = pg::stored_function("is_upper").argument<std::string>("of").returns<bool>()
    .language("sql").immutable().body("select of = upper(of)");
inline constexpr auto is_code = pg::stored_function("is_code").argument<std::string>("of").returns<bool>()
    .language("sql").immutable().body("select is_upper(of) and length(of) = 2");
inline constexpr auto other = pg::stored_function("other").argument("of", "code").returns<bool>()
    .language("sql").immutable().body("select of > 'MM'");
struct word {
    std::string text{};
    static constexpr auto domain() { return pg::domain("word", pg::check(pg::domain_value<word> != "")); }
    bool operator==(const word&) const = default;
};
struct code {
    std::string text{};
    static constexpr auto domain() {
        return pg::domain("code", pg::check(pg::function<"is_code", bool(std::string)>(pg::domain_value<code>)));
    }
    bool operator==(const code&) const = default;
};
struct country {
    code id{};
    word name{};
    static constexpr auto table() { return pg::table("countries", pg::field<&country::id>.primary_key()); }
};
struct functions {
    static constexpr auto objects() { return pg::objects(other, is_code, is_upper); }
};
inline constexpr pg::registry<country, functions> countries{};

}  // namespace pgmodel_test::calling
