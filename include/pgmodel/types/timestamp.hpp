// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// timestamp: what calendar and clock show, without a zone.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/types/hash.hpp>
#include <pgmodel/types/timestamp_base.hpp>

namespace pgmodel {

/// Calendar and clock without a zone, 1970-01-01 00:00 by default; time points of `std::chrono::local_time` convert.
class timestamp : public detail::timestamp_base<timestamp, std::chrono::local_t> {
public:
    static const timestamp infinity, minus_infinity;
    static constexpr bool zoned = false;

    using timestamp_base::timestamp_base;
};

inline constexpr timestamp timestamp::infinity = timestamp::infinite(1);
inline constexpr timestamp timestamp::minus_infinity = timestamp::infinite(-1);

template <>
struct codec<timestamp> : detail::timestamp_codec<timestamp> {
    static constexpr type_ref type{1114, "timestamp without time zone"};
    static constexpr type_ref array_type{1115, "timestamp without time zone[]"};
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::timestamp> {
    std::size_t operator()(const pgmodel::timestamp& value) const noexcept {
        return pgmodel::detail::hash_of(value.raw());
    }
};
