// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct is a part of others, as its embeddable() says, and no table
#include "../models.hpp"

struct stamps {
    std::int32_t version{};

    static constexpr auto embeddable() { return pg::embeddable(pg::field<&stamps::version>.version()); }
#ifndef PGMODEL_BAD
    static constexpr auto table() { return pg::table("stamps", pg::no_primary_key, pg::field<&stamps::version>.version()); }
#endif
};

inline constexpr pg::registry<stamps> all{};
