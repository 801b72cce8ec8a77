// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/types/wire.hpp>

namespace pgmodel::detail {

PGMODEL_INLINE void fail_value(const char* reason) { throw value_error{reason}; }

}  // namespace pgmodel::detail
