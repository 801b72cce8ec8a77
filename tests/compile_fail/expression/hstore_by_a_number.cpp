// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a part of an hstore is found by its key, which is a text
#include "../models.hpp"

#include <pgmodel/expression/hstore.hpp>

struct box {
    std::int64_t id{};
    pg::hstore labels{};

    static constexpr auto table() { return pg::table("boxes", pg::field<&box::id>.primary_key()); }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)pg::select(col<&box::labels>[5]);
#else
    (void)pg::select(col<&box::labels>["a"]);
#endif
}
