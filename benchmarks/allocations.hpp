// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Counts what the program allocates: by operator new, and (with glibc) by malloc, libpq's own included.
#pragma once

#include <cstdint>

namespace benchmark_of_pgmodel {

struct allocation_counts {
    std::uint64_t by_new = 0;
    std::uint64_t all = 0;  ///< 0 where malloc cannot be counted
};

/// Since the program has started.
allocation_counts allocations_so_far();

}  // namespace benchmark_of_pgmodel
