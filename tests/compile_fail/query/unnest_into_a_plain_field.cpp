// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column of the function can be NULL; make the field a std::optional
#include "../models.hpp"

struct two {
    std::string a{}, b{};
};
struct maybe {
    std::optional<std::string> a{}, b{};
};
void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::unnest<two>(col<&person::tags>, col<&person::tags>);
#else
    (void)pg::unnest<maybe>(col<&person::tags>, col<&person::tags>);
#endif
}
