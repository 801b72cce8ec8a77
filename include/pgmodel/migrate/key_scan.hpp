// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Reads what the server prints of keys and bounds: lists in which commas, quotes and parentheses nest.
#pragma once

#include <pgmodel/core/when_used.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::migrate::detail {

/// Behind a quoted name or literal that begins at `at`.
template <class = pgmodel::detail::when_used>
std::size_t skip_quoted(std::string_view text, std::size_t at) {
    const char quote = text[at];
    for (++at; at < text.size(); ++at)
        if (text[at] == quote) {
            if (at + 1 == text.size() || text[at + 1] != quote) return at + 1;
            ++at;
        }
    return at;
}

/// Behind an expression that begins at `at` and, like every one that is no column, ends with the parenthesis that
/// closes its first one.
template <class = pgmodel::detail::when_used>
std::size_t skip_expression(std::string_view text, std::size_t at) {
    int depth = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '\'' || c == '"') {
            at = skip_quoted(text, at);
            continue;
        }
        ++at;
        if (c == '(') ++depth;
        if (c == ')' && --depth == 0) return at;
    }
    return at;
}

/// `'2023-01-01', MAXVALUE, f(1, 2)`, taken apart at its own commas.
template <class = pgmodel::detail::when_used>
std::vector<std::string> split_list(std::string_view text) {
    std::vector<std::string> parts;
    int depth = 0;
    std::size_t begin = 0, at = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '\'' || c == '"') {
            at = skip_quoted(text, at);
            continue;
        }
        if (c == '(' || c == '[') ++depth;
        if (c == ')' || c == ']') --depth;
        ++at;
        if (c == ',' && depth == 0) {
            parts.emplace_back(text.substr(begin, at - 1 - begin));
            begin = at = at < text.size() && text[at] == ' ' ? at + 1 : at;
        }
    }
    if (begin < text.size()) parts.emplace_back(text.substr(begin));
    return parts;
}

/// The list in parentheses that begins at or behind `at`, without them; `at` goes behind it.
template <class = pgmodel::detail::when_used>
std::string_view take_list(std::string_view text, std::size_t& at) {
    at = text.find('(', at);
    if (at == text.npos) return {};
    const std::size_t begin = at + 1;
    at = skip_expression(text, at);
    return text.substr(begin, at - begin - 1);
}

/// Which parts of a key the server prints, since they are not what it would choose itself.
struct printed_parts {
    bool collation = false;
    bool operator_class = false;
};

/// Goes over one key, whose own text has been passed, to the comma or parenthesis behind it.
template <class = pgmodel::detail::when_used>
printed_parts take_key_tail(std::string_view text, std::size_t& at, std::string_view collation,
                            std::string_view operator_class) {
    printed_parts found;
    const auto take = [&](std::string_view before, std::string_view word) {
        const std::string whole = std::string(before) + std::string(word);
        if (word.empty() || text.substr(at, whole.size()) != whole) return false;
        const std::size_t end = at + whole.size();
        if (end < text.size() && text[end] != ' ' && text[end] != ',' && text[end] != ')') return false;
        at = end;
        return true;
    };
    found.collation = take(" COLLATE ", collation);
    found.operator_class = take(" ", operator_class);
    while (at < text.size() && text[at] != ',' && text[at] != ')') {
        if (text[at] == '(') at = skip_expression(text, at);
        else if (text[at] == '"' || text[at] == '\'') at = skip_quoted(text, at);
        else ++at;
    }
    return found;
}

}  // namespace pgmodel::migrate::detail
