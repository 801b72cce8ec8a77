// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// timestamptz: a moment.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/hash.hpp>
#include <pgmodel/types/timestamp_base.hpp>

namespace pgmodel {

/// A moment, 1970-01-01 00:00 UTC by default; time points of the system clock convert.
class timestamptz : public detail::timestamp_base<timestamptz, std::chrono::system_clock> {
public:
    static const timestamptz infinity, minus_infinity;
    static constexpr bool zoned = true;

    using timestamp_base::timestamp_base;

    /// The system clock's time, cut to microseconds.
    template <class = detail::when_used>
    static timestamptz now() {
        return timestamptz{std::chrono::system_clock::now()};
    }
};

inline constexpr timestamptz timestamptz::infinity = timestamptz::infinite(1);
inline constexpr timestamptz timestamptz::minus_infinity = timestamptz::infinite(-1);

template <>
struct codec<timestamptz> : detail::timestamp_codec<timestamptz> {
    static constexpr type_ref type{1184, "timestamp with time zone"};
    static constexpr type_ref array_type{1185, "timestamp with time zone[]"};
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::timestamptz> {
    std::size_t operator()(const pgmodel::timestamptz& value) const noexcept {
        return pgmodel::detail::hash_of(value.raw());
    }
};
