// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: server_default() and set_on_update() take a value; without them a field that can be NULL is NULL
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    std::optional<std::string> word{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&thing::word>.server_default(std::nullopt));
#else
        return pg::table("things", pg::field<&thing::id>.primary_key());
#endif
    }
};

inline constexpr pg::registry<thing> all{};
