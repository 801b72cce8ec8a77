// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// bool: boolean.
#pragma once

#include <pgmodel/types/codec.hpp>

#include <cstdint>
#include <string>

namespace pgmodel {

template <>
struct codec<bool> {
    static constexpr type_ref type{16, "boolean"};
    static constexpr type_ref array_type{1000, "boolean[]"};

    static constexpr std::size_t width = 1;
    static constexpr std::size_t size(bool) { return width; }
    static void encode(bool value, writer& out) { out.write(static_cast<std::uint8_t>(value)); }
    static bool decode(reader in) {
        const auto value = in.read<std::uint8_t>();
        in.finish();
        if (value > 1) [[unlikely]]
            detail::fail_value("not a boolean");
        return value == 1;
    }
    static std::string text(bool value) { return value ? "true" : "false"; }
};

}  // namespace pgmodel
