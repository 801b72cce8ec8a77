// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/utf8.hpp>
#include <pgmodel/types/varchar.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pgmodel::detail {

[[gnu::noinline]] PGMODEL_INLINE void check_characters(std::string_view text, std::size_t most,
                                                       std::string_view declared) {
    if (count_characters(text) > most) throw encode_error{"pgmodel: text is too long for " + std::string{declared}};
}

}  // namespace pgmodel::detail
