// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the function takes another number of arguments
#include "../models.hpp"

#include <pgmodel/query/set_returning.hpp>

inline constexpr auto words = pg::set_returning<"words", remark(std::string, std::string)>;

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)words(col<&person::name>);
#else
    (void)words(col<&person::name>, "x");
#endif
}
