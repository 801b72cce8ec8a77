// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a foreign key references a view; reference the table that it is made of
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct active {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        return pg::view("active", pg::select(col<&person::id>, col<&person::name>), pg::field<&active::id>.primary_key());
    }
};
struct note {
    std::int64_t id{};
    std::int64_t of{};

    static constexpr auto table() {
        return pg::table("notes", pg::field<&note::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::field<&note::of>.references(pg::model<active>)
#else
                         pg::field<&note::of>.references(pg::model<person>)
#endif
        );
    }
};

inline constexpr pg::registry<note> all{};
