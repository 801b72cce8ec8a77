// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: with_ordinality() numbers the rows
#include "../models.hpp"

#include <pgmodel/query/set_returning.hpp>

struct entry {
    std::string key{};
    std::string value{};
};
inline constexpr auto entries = pg::set_returning<"entries", entry(std::string)>;

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<entry>().from(pg::model<person>, entries(col<&person::name>).with_ordinality()));
#else
    db.all(pg::select<entry>().from(pg::model<person>, entries(col<&person::name>)));
#endif
}
