// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/array_head.hpp>
#include <pgmodel/types/wire.hpp>

#include <cstdint>

namespace pgmodel::detail {

[[gnu::cold, gnu::noinline]] PGMODEL_INLINE void fail_array_rows(bool empty) {
    throw encode_error{empty ? "pgmodel: an array of empty rows; PostgreSQL has only one empty array"
                             : "pgmodel: the rows of an array differ in length; PostgreSQL's arrays are rectangular"};
}

}  // namespace pgmodel::detail
