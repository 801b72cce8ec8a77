// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: statistics() names a column or an expression twice
// expect: thing
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct thing {
    std::int64_t id{};
    std::string city{};
    std::string zip{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::statistics(col<&t::city>, col<&t::zip>, col<&t::city>));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::statistics(col<&t::city>, col<&t::zip>).mcv());
#endif
    }
};

inline constexpr pg::registry<thing> all{};
