// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The models of these cases. Included as a user includes the library, so that the compiler's include stack is a user's.
#pragma once

#include <pgmodel.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

namespace pg = pgmodel;
using pg::col;

enum class mood { calm, busy };
enum class color { red, green };

struct team {
    std::int64_t id{};
    std::string  name{};

    static constexpr auto table() {
        return pg::table("teams", pg::field<&team::id>.primary_key().identity(), pg::field<&team::name>.unique());
    }
};

struct person {
    std::int64_t               id{};
    std::int64_t               team_id{};
    std::string                name{};
    std::optional<std::string> nick{};
    std::int32_t               age{};
    bool                       active{};
    std::vector<std::string>   tags{};
    pg::numeric<10, 2>         salary{};
    mood                       state = mood::calm;
    pg::timestamptz            created_at{};

    static constexpr auto table() {
        using p = person;
        return pg::table("people",
            pg::field<&p::id>.primary_key().identity(),
            pg::field<&p::team_id>.references(col<&team::id>),
            pg::field<&p::created_at>.server_default(pg::now()));
    }
};

struct seat {
    std::int32_t row{};
    std::int32_t number{};

    static constexpr auto table() {
        return pg::table("seats", pg::primary_key(col<&seat::row>, col<&seat::number>));
    }
};

struct remark {
    std::string text{};

    static constexpr auto table() { return pg::table("remarks", pg::no_primary_key); }
};
