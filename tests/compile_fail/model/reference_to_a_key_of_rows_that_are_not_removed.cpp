// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key references a key that is unique among the rows that are not removed
// expect: thing
#include "../models.hpp"

struct place {
    std::int64_t id{};
    std::string name{};
    bool gone{};

    static constexpr auto table() {
        using p = place;
        return pg::table("places", pg::field<&p::id>.primary_key(), pg::field<&p::name>.unique(), pg::field<&p::gone>.soft_delete());
    }
};

#ifdef PGMODEL_BAD
struct thing {
    std::int64_t id{};
    std::string place_name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::place_name>.references(col<&place::name>));
    }
};
#else
struct thing {
    std::int64_t id{};
    std::int64_t place_id{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::place_id>.references(col<&place::id>));
    }
};
#endif

inline constexpr pg::registry<place, thing> all{};
