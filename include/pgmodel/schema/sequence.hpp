// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a sequence does: that of an identity or serial column, or one of its own.
#pragma once

#include <pgmodel/core/when_used.hpp>

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>

namespace pgmodel::schema {

/// All options of a sequence, as pg_sequence holds them; those of a new one of type bigint if nothing is said.
struct sequence_options {
    std::int64_t start = 1;
    std::int64_t increment = 1;
    std::int64_t minimum = 1;
    std::int64_t maximum = std::numeric_limits<std::int64_t>::max();
    std::int64_t cache = 1;
    bool cycle = false;

    bool operator==(const sequence_options&) const = default;
};

/// What CREATE SEQUENCE makes of a type (smallint, integer, bigint) and an increment; a sequence that goes down starts
/// at -1.
inline sequence_options default_sequence(std::string_view type, std::int64_t increment = 1) {
    sequence_options made;
    made.increment = increment;
    std::int64_t most = std::numeric_limits<std::int64_t>::max();
    if (type == "smallint") most = std::numeric_limits<std::int16_t>::max();
    if (type == "integer") most = std::numeric_limits<std::int32_t>::max();
    made.minimum = increment > 0 ? 1 : -most - 1;
    made.maximum = increment > 0 ? most : -1;
    made.start = increment > 0 ? made.minimum : made.maximum;
    return made;
}

namespace detail {

/// ` start with 10 increment by 5`: what is not as PostgreSQL would choose it for the type.
template <class = pgmodel::detail::when_used>
std::string sequence_text(const sequence_options& options, std::string_view type) {
    const sequence_options usual = default_sequence(type, options.increment);
    std::string out;
    const auto say = [&out](const char* words, std::int64_t value) { (out += words) += std::to_string(value); };
    // A start that follows from the bound that is said need not be said.
    const std::int64_t start = options.increment > 0 ? options.minimum : options.maximum;
    if (options.start != start) say(" start with ", options.start);
    if (options.increment != 1) say(" increment by ", options.increment);
    if (options.minimum != usual.minimum) say(" minvalue ", options.minimum);
    if (options.maximum != usual.maximum) say(" maxvalue ", options.maximum);
    if (options.cache != 1) say(" cache ", options.cache);
    if (options.cycle) out += " cycle";
    return out;
}

}  // namespace detail
}  // namespace pgmodel::schema
