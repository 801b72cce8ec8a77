// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/numeric.hpp>

#include <string>
#include <string_view>

namespace pgmodel::detail {

[[gnu::cold, gnu::noinline]] PGMODEL_INLINE void fail_numeric_range(std::string_view type) {
    throw encode_error{"pgmodel: a number does not fit into " + std::string{type}};
}

[[gnu::cold, gnu::noinline]] PGMODEL_INLINE void fail_no_integer() {
    throw usage_error{"pgmodel: the number is no integer of this type"};
}

}  // namespace pgmodel::detail
