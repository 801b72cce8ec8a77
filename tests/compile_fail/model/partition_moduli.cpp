// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: of the moduli of hash partitions each must be a multiple
// expect: thing
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct thing {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::no_primary_key, pg::partition_by_hash(col<&t::number>).partition("first", pg::modulus<4>, pg::remainder<1>).partition("second", pg::modulus<6>, pg::remainder<0>));
#else
        return pg::table("things", pg::no_primary_key, pg::partition_by_hash(col<&t::number>).partition("first", pg::modulus<4>, pg::remainder<1>).partition("second", pg::modulus<8>, pg::remainder<0>));
#endif
    }
};

inline constexpr pg::registry<thing> all{};
