// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Texts, numbers, times and documents in every place of a query.
// Compiled apart: each of its types takes as long as a small file.

#include <gtest/gtest.h>

#include "all_values.hpp"
#include "every_type.hpp"

namespace {

TEST(every_type, of_texts_numbers_times_and_documents) {
    every_type_test::every_type check{"every_plain_type"};
    pgmodel_test::each_plain_type(check);
}

}  // namespace
