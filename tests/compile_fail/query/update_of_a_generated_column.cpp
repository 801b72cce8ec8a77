// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: update cannot write a key, an identity, a serial, a generated column
#include "../models.hpp"

struct order_line {
    std::int64_t id{};
    std::int32_t price{};
    std::int32_t doubled{};

    static constexpr auto table() {
        using l = order_line;
        return pg::table("lines", pg::field<&l::id>.primary_key().identity(),
                         pg::field<&l::doubled>.generated(col<&l::price> * pg::lit<2>));
    }
};

void use([[maybe_unused]] pg::connection& db, [[maybe_unused]] order_line& line) {
#ifdef PGMODEL_BAD
    db.update<&order_line::doubled>(line);
#else
    db.update<&order_line::price>(line);
#endif
}
