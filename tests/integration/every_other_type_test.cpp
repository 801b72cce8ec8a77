// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// C++'s own types, arrays, and what a program declares, in every place of a query.
// Compiled apart: each of its types takes as long as a small file.

#include <pgmodel/document/nlohmann.hpp>  // newer versions of that library make std::optional of a document ambiguous

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "all_values.hpp"
#include "every_type.hpp"

namespace {

TEST(every_type, of_cpp_and_of_programs) {
    every_type_test::every_type check{"every_other_type"};
    pgmodel_test::each_other_type(check);
    check(nlohmann::json("a \"text\""), nlohmann::json{{"numbers", {1, 2.5, nullptr}}});
}

}  // namespace
