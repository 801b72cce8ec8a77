// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field is an embedded struct, which is no column
#include "../models.hpp"

struct span {
    int low{};
    int high{};
};
struct thing {
    std::int64_t id{};
    span range{};
    static constexpr auto table() { return pg::table("things", pg::field<&thing::id>.primary_key(), pg::embedded<&thing::range>); }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<thing>().where(col<&thing::range>.is_not_null()));
#else
    (void)db.all(pg::select<thing>().where(col<&thing::range, &span::low> > 5));
#endif
}
