// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this column is GENERATED ALWAYS AS IDENTITY, so the server numbers it
#include "../models.hpp"

struct order_line {
    std::int64_t id{};
    std::int32_t price{};
    std::int32_t doubled{};
    std::int32_t cached{};

    static constexpr auto table() {
        using l = order_line;
        return pg::table("lines", pg::field<&l::id>.primary_key().identity_always(),
                         pg::field<&l::doubled>.generated(col<&l::price> * pg::lit<2>), pg::transient<&l::cached>);
    }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<order_line>).set(col<&order_line::id> = 5).all_rows());
#else
    db.execute(pg::update(pg::model<order_line>).set(col<&order_line::id> = pg::default_value).all_rows());
#endif
}
