// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// bytes: bytea.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/codec.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel {

/// Binary data of any length.
using bytes = std::vector<std::byte>;

template <>
struct codec<bytes> {
    static constexpr type_ref type{17, "bytea"};
    static constexpr type_ref array_type{1001, "bytea[]"};

    static std::size_t size(const bytes& value) { return value.size(); }
    static void encode(const bytes& value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(const bytes& value) {
        return {reinterpret_cast<const char*>(value.data()), value.size()};
    }
    static bytes decode(reader in) {
        const std::string_view data = in.rest();
        const auto* first = reinterpret_cast<const std::byte*>(data.data());
        return bytes(first, first + data.size());
    }
    template <class = detail::when_used>
    static std::string text(const bytes& value) {
        constexpr char digits[] = "0123456789abcdef";
        std::string out = "\\x";
        out.reserve(2 + value.size() * 2);
        for (std::byte b : value) {
            out.push_back(digits[std::to_integer<unsigned>(b) >> 4]);
            out.push_back(digits[std::to_integer<unsigned>(b) & 15]);
        }
        return out;
    }
};

}  // namespace pgmodel
