// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Text as an SQL string constant.
#pragma once

#include <string_view>

namespace pgmodel {

/// Appends `text` as a string constant that means the same whatever standard_conforming_strings says: quotes are
/// doubled, and a backslash makes it an E'' constant. `text` holds no NUL.
template <class Out>
constexpr void quote_literal(std::string_view text, Out& out) {
    const bool escaped = text.find('\\') != text.npos;
    out.append(escaped ? " E'" : "'");
    for (char c : text) {
        if (c == '\'' || (escaped && c == '\\')) out.append(std::string_view(&c, 1));
        out.append(std::string_view(&c, 1));
    }
    out.append("'");
}

}  // namespace pgmodel
