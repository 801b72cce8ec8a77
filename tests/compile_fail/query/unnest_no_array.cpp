// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: unnest() takes arrays
#include "../models.hpp"

struct names {
    std::string lowered{};
    std::string name{};
};
struct one {
    std::string name{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    pg::unnest<names>(col<&team::name>);
#else
    pg::unnest<one>(col<&person::tags>);
#endif
}
