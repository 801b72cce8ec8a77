// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this foreign key leads to its own table
// expect: part::whole
#include "../models.hpp"

struct part {
    std::int64_t id{};
    std::optional<std::int64_t> whole{};

    static constexpr auto table() {
        return pg::table("parts", pg::field<&part::id>.primary_key(), pg::field<&part::whole>.references(col<&part::id>));
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<part>().left_join(col<&part::whole>));
#else
    db.all(pg::select<part>().left_join(pg::alias<part, "w">)
                  .on(pg::alias<part, "w">[col<&part::id>] == col<&part::whole>));
#endif
}
