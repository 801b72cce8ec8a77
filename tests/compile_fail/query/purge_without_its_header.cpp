// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: restore() and purge() have a header of their own; #include
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/session/soft_delete.hpp>
#endif

struct place {
    std::int64_t id{};
    std::string name{};
    bool gone{};

    static constexpr auto table() {
        using p = place;
        return pg::table("places", pg::field<&p::id>.primary_key(), pg::field<&p::name>.unique(), pg::field<&p::gone>.soft_delete());
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.purge(place{});
#else
    db.purge(place{});
#endif
}
