// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: rows of values() travel as one array for each field
// expect: tags
#include "../models.hpp"

#include <pgmodel/query/values.hpp>

struct tagged {
    std::vector<std::string> tags{};
};
void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::values(std::vector<tagged>{});
#else
    (void)pg::values(std::vector<remark>{});
#endif
}
