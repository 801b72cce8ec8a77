// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this optional holds another type than the column beside it
#include "../models.hpp"

#include <pgmodel/expression/row_value.hpp>

#ifdef PGMODEL_BAD
inline const std::optional<std::string> age{};
#else
inline const std::optional<int> age{};
#endif

void use() { (void)pg::row(col<&person::age>, col<&person::name>).is_distinct_from(pg::row(age, "x")); }
