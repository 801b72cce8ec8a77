// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/varchar.hpp>

#include <string>
#include <string_view>

namespace pgmodel::detail {

[[gnu::cold, gnu::noinline]] PGMODEL_INLINE void fail_too_long(std::string_view declared) {
    throw encode_error{"pgmodel: text is too long for " + std::string{declared}};
}

}  // namespace pgmodel::detail
