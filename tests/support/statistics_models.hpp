// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A model with what few tables have: extended statistics, an index to cluster by, triggers that are not enabled as usual.
#pragma once

#include <pgmodel.hpp>
#include <pgmodel/objects.hpp>

#include <cstdint>
#include <string>

namespace pgmodel_test {

struct postal_address {
    std::int64_t id{};
    std::string city{};
    std::string zip{};
    std::string street{};
    std::int32_t number{};

    static constexpr auto table() {
        namespace pg = pgmodel;
        using pg::col;
        using a = postal_address;
        constexpr const char* run = "suppress_redundant_updates_trigger";
        return pg::table(
            "addresses", pg::field<&a::id>.primary_key().identity(), pg::field<&a::city>.index(),
            pg::cluster_on("addresses_city_idx"),
            pg::statistics(col<&a::city>, col<&a::zip>).dependencies().target(500).comment("A zip has one city"),
            pg::statistics(col<&a::zip>, pg::lower(col<&a::street>), col<&a::number> % pg::lit<2>).named("streets"),
            pg::statistics(pg::lower(col<&a::city>)),
            pg::trigger("first").before().on_update().for_each_row().execute(run).disabled(),
            pg::trigger("second").before().on_update().for_each_row().execute(run).enabled_always(),
            pg::trigger("third").before().on_update().for_each_row().execute(run).enabled_on_replica().comment(
                "Elsewhere"));
    }
};
inline constexpr pgmodel::registry<postal_address> postal{};

}  // namespace pgmodel_test
