// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Ranges, addresses, bits, shapes and the like in every place of a query.
// Compiled apart: each of its types takes as long as a small file.

#include <gtest/gtest.h>

#include "all_values.hpp"
#include "every_type.hpp"

namespace {

TEST(every_type, of_ranges_networks_bits_and_shapes) {
    every_type_test::every_type check{"every_special_type"};
    pgmodel_test::each_special_type(check);
}

}  // namespace
