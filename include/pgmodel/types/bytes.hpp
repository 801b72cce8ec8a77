// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// bytes: bytea.
#pragma once

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

    // Templates of the type that it is anyway: else a compiler makes that vector in every program.
    template <class Bytes = bytes>
    static std::size_t size(const Bytes& value) {
        return value.size();
    }
    template <class Bytes = bytes>
    static void encode(const Bytes& value, writer& out) {
        out.bytes(view(value));
    }
    template <class Bytes = bytes>
    static std::string_view view(const Bytes& value) {
        return {reinterpret_cast<const char*>(value.data()), value.size()};
    }
    template <class Bytes = bytes>
    static Bytes decode(reader in) {
        const std::string_view data = in.rest();
        const auto* first = reinterpret_cast<const std::byte*>(data.data());
        return Bytes(first, first + data.size());
    }
    template <class Bytes = bytes>
    static std::string text(const Bytes& value) {
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
