// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: statistics() takes at most eight columns and expressions
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t a{}, b{}, c{}, d{}, e{}, f{}, g{}, h{}, i{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::statistics(col<&t::a>, col<&t::b>, col<&t::c>, col<&t::d>, col<&t::e>, col<&t::f>, col<&t::g>, col<&t::h>, col<&t::i>));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::statistics(col<&t::a>, col<&t::b>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
