// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Patterns made of texts: LIKE with the characters that mean something in it taken as they are.
#pragma once

#include <pgmodel/expression/members.hpp>
#include <pgmodel/expression/operators.hpp>

#include <string>
#include <string_view>

namespace pgmodel {

/// The text as a part of a LIKE pattern that stands for itself: % and _ and backslashes get a backslash.
inline std::string escape_like(std::string_view text) {
    std::string out;
    out.reserve(text.size() + 8);
    for (char c : text) {
        if (c == '%' || c == '_' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out;
}

namespace detail {

/// Where the text is to be found: `before` and `after` are "%" or nothing.
template <fixed_string Operator, class E, class Text>
auto find_text(const E& in, const Text& text, const char* before, const char* after) {
    static_assert(operand_fits<E, std::string, value_given<Text>>::value);
    std::string pattern;
    if constexpr (convertible_operand<std::string, value_given<Text>>()) {
        const auto operand = make_parameter<std::string, E>(text);
        pattern = before + escape_like(operand.value) + after;
    }
    return strict_infix<Operator, level::like, bool>(in, parameter<owned_text>(owned_text(std::move(pattern))));
}

/// What is to be found is an expression: a function instead of a pattern.
template <fixed_string Before, class Value, class E, class Part>
constexpr auto find_part(const E& in, const Part& part) {
    static_assert(told_text<Part>::value);
    return strict_call<Before, Value>(in, part);
}

}  // namespace detail
}  // namespace pgmodel
