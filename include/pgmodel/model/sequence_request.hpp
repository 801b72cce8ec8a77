// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The options of a sequence, as arguments: `.identity(pg::start_with(1000), pg::increment_by(10))`.
#pragma once

#include <cstddef>
#include <cstdint>

namespace pgmodel {
namespace detail {

/// A number or none. Not std::optional, of which a compiler makes some thirty classes in every program.
struct maybe_number {
    std::int64_t number = 0;
    bool given = false;

    constexpr maybe_number() = default;
    constexpr maybe_number(std::int64_t n) : number(n), given(true) {}
    constexpr std::int64_t value_or(std::int64_t other) const { return given ? number : other; }
};

/// What is said of a sequence; the rest PostgreSQL chooses.
struct sequence_request {
    maybe_number start{};
    maybe_number increment{};
    maybe_number minimum{};
    maybe_number maximum{};
    maybe_number cache{};
    bool cycle = false;

    /// With bounds for integers of so many bytes: is it what CREATE SEQUENCE takes?
    constexpr bool possible(std::size_t bytes) const {
        const std::int64_t most = bytes == 2 ? INT16_MAX : bytes == 4 ? INT32_MAX : INT64_MAX;
        const std::int64_t step = increment.value_or(1);
        const std::int64_t low = minimum.value_or(step > 0 ? 1 : -most - 1),
                           high = maximum.value_or(step > 0 ? most : -1);
        const std::int64_t first = start.value_or(step > 0 ? low : high);
        return step != 0 && low < high && low >= -most - 1 && high <= most && first >= low && first <= high &&
               cache.value_or(1) >= 1;
    }
};

template <maybe_number sequence_request::* Member>
struct sequence_number {
    std::int64_t value;
    constexpr void set_in(sequence_request& request) const { request.*Member = value; }
};
struct sequence_cycle {
    constexpr void set_in(sequence_request& request) const { request.cycle = true; }
};

template <class Option>
concept sequence_option = requires(const Option& o, sequence_request& r) { o.set_in(r); };

}  // namespace detail

/// `START WITH`: the first value.
constexpr auto start_with(std::int64_t value) {
    return detail::sequence_number<&detail::sequence_request::start>{value};
}
/// `INCREMENT BY`: a negative one counts down.
constexpr auto increment_by(std::int64_t value) {
    return detail::sequence_number<&detail::sequence_request::increment>{value};
}
/// `MINVALUE`
constexpr auto minvalue(std::int64_t value) {
    return detail::sequence_number<&detail::sequence_request::minimum>{value};
}
/// `MAXVALUE`
constexpr auto maxvalue(std::int64_t value) {
    return detail::sequence_number<&detail::sequence_request::maximum>{value};
}
/// `CACHE`: how many values a session takes at once.
constexpr auto cache(std::int64_t value) { return detail::sequence_number<&detail::sequence_request::cache>{value}; }
/// `CYCLE`: begins again at its end.
inline constexpr detail::sequence_cycle cycle{};

}  // namespace pgmodel
