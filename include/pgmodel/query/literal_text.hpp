// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The values of a statement as literals of the server: for eyes, and for the few statements that take no parameters.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/codec.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::detail {

/// A text as a literal of exactly this type, whatever stands beside it. An integer and a boolean are that by
/// themselves.
template <class = when_used>
std::string typed_literal(std::string_view text, const type_ref& type) {
    if (text.find('\0') != text.npos)
        throw encode_error("pgmodel: a value holds a NUL byte, which PostgreSQL's texts cannot");
    std::string out;
    if (type.id == 16 || (type.id == 23 && !text.starts_with('-'))) return out = text;
    quote_literal(text, out);
    if (out.front() == ' ') out.erase(0, 1);
    return (out += "::") += type.name;
}
template <class T>
std::string literal_text(const T& value) {
    return typed_literal(codec<T>::text(value), codec<T>::type);
}
template <class T>
std::string literal_text(const std::optional<T>& value) {
    return value ? literal_text(*value) : "null::" + std::string(codec<T>::type.name);
}

/// Calls `plain(text)` and `parameter(number)` in turn; what is in quotes is text. SQL of the library has no comments
/// and no dollar quotes.
template <class Plain, class Parameter>
void read_parameters(std::string_view sql, Plain plain, Parameter parameter) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < sql.size(); ++i) {
        const char c = sql[i];
        if (c == '\'' || c == '"') {
            i = closing_quote(sql, i);
        } else if (c == '$') {
            plain(sql.substr(begin, i - begin));
            std::size_t number = 0;
            for (++i; i < sql.size() && sql[i] >= '0' && sql[i] <= '9'; ++i)
                number = number * 10 + static_cast<std::size_t>(sql[i] - '0');
            parameter(number);
            begin = i--;
        }
    }
    plain(sql.substr(begin));
}

/// The text with its parameters replaced.
template <class = when_used>
std::string with_literals(std::string_view sql, const std::vector<std::string>& literals) {
    std::string out;
    std::size_t last = 0;
    read_parameters(
        sql,
        [&](std::string_view part) {
            // `'{1,2}'::integer[][1]` would be of another type.
            if (last > 0 && (part.starts_with('[') || part.starts_with('.'))) out.insert(last, "(") += ')';
            out += part;
        },
        [&](std::size_t number) {
            // FETCH FIRST takes no cast outside parentheses.
            const bool closed = out.ends_with("fetch first ");
            if (closed) out += '(';
            last = out.size();
            out += literals.at(number - 1);
            if (closed) out += ')';
        });
    return out;
}

}  // namespace pgmodel::detail
