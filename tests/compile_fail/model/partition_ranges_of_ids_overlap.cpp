// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: two partitions of this model overlap
#include "../models.hpp"

#include <pgmodel/partitions.hpp>

struct sale_id {
    std::int64_t value{};
    auto operator<=>(const sale_id&) const = default;
};
template <>
struct pgmodel::codec<sale_id> : pgmodel::wrapped<&sale_id::value> {};

#ifdef PGMODEL_BAD
constexpr sale_id second{999};
#else
constexpr sale_id second{1000};
#endif

struct sale {
    sale_id id{};

    static constexpr auto table() {
        return pg::table("sales", pg::no_primary_key,
                         pg::partition_by_range(col<&sale::id>)
                             .partition("sales_0", pg::from(sale_id{0}), pg::to(sale_id{1000}))
                             .partition("sales_1", pg::from(second), pg::to(pg::max_value)));
    }
};

inline constexpr pg::registry<sale> all{};
