// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: set_links() deletes the links that are not in the list, and this model marks its
#include "../models.hpp"

#include <pgmodel/session/links.hpp>

#ifdef PGMODEL_BAD
struct link {
    std::int64_t from{};
    std::int64_t to{};
    bool gone{};

    static constexpr auto table() {
        using l = link;
        return pg::table("links", pg::primary_key(col<&l::from>, col<&l::to>), pg::field<&l::gone>.soft_delete());
    }
};
#else
struct link {
    std::int64_t from{};
    std::int64_t to{};
    
    static constexpr auto table() {
        using l = link;
        return pg::table("links", pg::primary_key(col<&l::from>, col<&l::to>));
    }
};
#endif

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.set_links<&link::from, &link::to>(1, {2, 3});
#else
    db.set_links<&link::from, &link::to>(1, {2, 3});
#endif
}
