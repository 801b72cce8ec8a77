// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// float and double: real and double precision. Infinities, NaN and the sign of zero travel unchanged.
#pragma once

#include <pgmodel/types/codec.hpp>

#include <charconv>
#include <string>

namespace pgmodel {
namespace detail {

/// The shortest text that reads back as the same number, whatever the locale says.
template <class Float>
std::string floating_text(Float value) {
    if (value != value) return "NaN";
    if (value - value != 0) return value > 0 ? "Infinity" : "-Infinity";
    char text[32];
    return {text, std::to_chars(text, text + sizeof text, value).ptr};
}

}  // namespace detail

template <>
struct codec<float> {
    static constexpr type_ref type{700, "real"};
    static constexpr type_ref array_type{1021, "real[]"};

    static constexpr std::size_t width = 4;
    static constexpr std::size_t size(float) { return width; }
    static void encode(float value, writer& out) { out.write(value); }
    static float decode(reader in) {
        const auto value = in.read<float>();
        in.finish();
        return value;
    }
    static std::string text(float value) { return detail::floating_text(value); }
};

template <>
struct codec<double> {
    static constexpr type_ref type{701, "double precision"};
    static constexpr type_ref array_type{1022, "double precision[]"};

    /// Every real is a double.
    static constexpr bool accepts(oid id) { return id == 700; }
    static constexpr std::size_t width = 8;
    static constexpr std::size_t size(double) { return width; }
    static void encode(double value, writer& out) { out.write(value); }
    static double decode(reader in) {
        const double value = in.left() == 4 ? static_cast<double>(in.read<float>()) : in.read<double>();
        in.finish();
        return value;
    }
    static std::string text(double value) { return detail::floating_text(value); }
};

}  // namespace pgmodel
