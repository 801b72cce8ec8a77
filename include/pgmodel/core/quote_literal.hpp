// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Text as an SQL string constant, and where one ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace pgmodel {

/// Appends `text` as a string constant that means the same whatever standard_conforming_strings says: quotes are
/// doubled, and a backslash makes it an E'' constant. `text` holds no NUL.
template <class Out>
constexpr void quote_literal(std::string_view text, Out& out) {
    const bool escaped = text.find('\\') != text.npos;
    out.append(escaped ? " E'" : "'");
    // Of const char* and std::size_t, as the standard library itself uses it: for char* or int a compiler asks all that
    // iterators are asked, which takes it longer than the rest of this header.
    for (const char& c : text) {
        const std::string_view one(&c, std::size_t{1});
        if (c == '\'' || (escaped && c == '\\')) out.append(one);
        out.append(one);
    }
    out.append("'");
}

namespace detail {

/// The place of the quote that closes the one at `begin`, of a constant, also an E'' one, or of a name; the text's size
/// where there is none. A doubled quote closes, and opens again at once.
constexpr std::size_t closing_quote(std::string_view sql, std::size_t begin) {
    const char quote = sql[begin];
    const bool escapes = quote == '\'' && begin > 0 && (sql[begin - 1] == 'e' || sql[begin - 1] == 'E');
    std::size_t end = begin + 1;
    while (end < sql.size() && sql[end] != quote) end += escapes && sql[end] == '\\' ? 2u : 1u;
    return end < sql.size() ? end : sql.size();
}

}  // namespace detail
}  // namespace pgmodel
