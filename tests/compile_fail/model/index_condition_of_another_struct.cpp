// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this declaration names a field of another struct
// expect: person::age
#include "../models.hpp"

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things",
            pg::field<&t::id>.primary_key(), pg::index(col<&t::name>).where(col<&person::age> == pg::lit<1>));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things",
            pg::field<&t::id>.primary_key(), pg::index(col<&t::name>).where(col<&t::id> == pg::lit<1>));
    }
};
#endif

inline constexpr pg::registry<thing> all{};
