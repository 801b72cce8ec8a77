// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// How the value types mix the hashes of their parts.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pgmodel::detail {

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

}  // namespace pgmodel::detail
