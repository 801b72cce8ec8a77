// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the models in unnamed namespaces of two files have in common: it is one struct for both.
#pragma once

#include <pgmodel.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace pgmodel_test {

struct keeper {
    std::int64_t id{};
    std::int32_t number{};

    static constexpr auto table() {
        namespace pg = pgmodel;
        return pg::table("keepers", pg::field<&keeper::id>.primary_key(),
                         pg::unique(pg::col<&keeper::id>, pg::col<&keeper::number>));
    }
};
struct seal {
    std::string mark{};
    std::optional<std::int64_t> keeper_id{};
    std::optional<std::int32_t> number{};

    static constexpr auto embeddable() {
        namespace pg = pgmodel;
        using pg::col;
        using s = seal;
        return pg::embeddable(pg::check(col<&s::mark> != ""), pg::index(pg::lower(col<&s::mark>)),
                              pg::unique(col<&s::mark>).include(col<&s::number>),
                              pg::foreign_key(col<&s::keeper_id>, col<&s::number>)
                                  .references(col<&keeper::id>, col<&keeper::number>, pg::on_delete_set_null(col<&s::number>)));
    }
};

}  // namespace pgmodel_test
