// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: statistics of one expression have no kinds
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct thing {
    std::int64_t id{};
    std::string city{};
    std::string zip{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::statistics(pg::lower(col<&t::city>)).mcv());
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::statistics(pg::lower(col<&t::city>)));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
