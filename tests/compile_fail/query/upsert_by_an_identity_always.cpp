// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the server numbers this key in any case
#include "../models.hpp"

struct ticket {
    std::int64_t id{};
    std::string code{};

    static constexpr auto table() {
        using t = ticket;
        return pg::table("tickets", pg::field<&t::id>.primary_key().identity_always(), pg::field<&t::code>.unique());
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.upsert<&ticket::id>(ticket{});
#else
    db.upsert<&ticket::code>(ticket{});
#endif
}
