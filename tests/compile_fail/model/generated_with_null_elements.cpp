// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this expression has another type than the field
#include "../models.hpp"

struct thing {
    std::int64_t               id{};
    std::vector<std::string>   tags{};
    std::string                name{};
    std::optional<std::string> nick{};
    std::vector<std::string>   names{};

    static constexpr auto table() {
        using t = thing;
#ifdef PGMODEL_BAD
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::names>.generated(col<&t::tags> + col<&t::nick>));
#else
        return pg::table("things", pg::field<&t::id>.primary_key(), pg::field<&t::names>.generated(col<&t::tags> + col<&t::name>));
#endif
    }
};
inline constexpr pg::registry<thing> models{};
