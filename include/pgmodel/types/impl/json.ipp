// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/json.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel::detail {

[[gnu::noinline]] PGMODEL_INLINE void check_escapes(std::string_view text) {
    for (std::size_t at = 0; (at = text.find("\\u0000", at)) != text.npos; ++at) {
        std::size_t backslashes = 1;
        while (at >= backslashes && text[at - backslashes] == '\\') ++backslashes;
        if (backslashes % 2 != 0) [[unlikely]]
            throw encode_error{"pgmodel: a JSON string holds the character NUL"};
    }
}

}  // namespace pgmodel::detail
