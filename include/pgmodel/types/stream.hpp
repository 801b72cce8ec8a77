// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `operator<<` for every value type of the library that has a `to_string()`, and the mixing of hashes. The headers of
// single types include it; for the types of <pgmodel.hpp>: `#include <pgmodel/types/stream.hpp>`.
#pragma once

#include <pgmodel/types/codec.hpp>

#include <cstddef>
#include <cstdint>
#include <iosfwd>
#include <string>

namespace pgmodel {

/// Writes what `to_string()` says.
template <class Traits, class Value>
    requires requires(const Value& value) { value.to_string(); } && detail::has_codec<Value>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const Value& value) {
    return out << value.to_string();
}

namespace detail {

/// A number spread over all bits, so that neighbours differ in the low ones too.
constexpr std::uint64_t mixed(std::uint64_t number) {
    number = (number ^ number >> 32) * 0x9E3779B97F4A7C15u;
    return number ^ number >> 29;
}
template <class... Numbers>
constexpr std::size_t hash_of(Numbers... numbers) {
    std::uint64_t sum = 0;
    ((sum = mixed(sum + 0x632BE59BD9B4E019u + static_cast<std::uint64_t>(numbers))), ...);
    return static_cast<std::size_t>(sum);
}

}  // namespace detail
}  // namespace pgmodel
