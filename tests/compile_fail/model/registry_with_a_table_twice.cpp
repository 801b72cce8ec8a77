// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this registry has a model twice, or two models of one table
#include "../models.hpp"

struct squad {
    std::int64_t id{};

#ifdef PGMODEL_BAD
    static constexpr auto table() { return pg::table("teams", pg::field<&squad::id>.primary_key()); }
#else
    static constexpr auto table() { return pg::table("teams", pg::in_schema("army"), pg::field<&squad::id>.primary_key()); }
#endif
};

inline constexpr pg::registry<team, squad> all{};
