// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/query/select_parts.hpp>

namespace pgmodel::detail {

PGMODEL_BODY
void throw_negative_count() { throw usage_error("pgmodel: limit and offset cannot be negative"); }

}  // namespace pgmodel::detail
