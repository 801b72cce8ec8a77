// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Integers. Signed ones map to the PostgreSQL type of their width; unsigned ones to the next wider type, range-checked
// when they are read. There is no type for unsigned 64-bit values.
#pragma once

#include <pgmodel/types/codec.hpp>

#include <concepts>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

namespace pgmodel {
namespace detail {

template <class T>
concept plain_integer =
    std::integral<T> && !std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, wchar_t> &&
#ifdef __cpp_char8_t
    !std::same_as<T, char8_t> &&
#endif
    !std::same_as<T, char16_t> && !std::same_as<T, char32_t>;

/// Bytes on the wire: an unsigned type needs one step more than its own width.
template <class T>
inline constexpr std::size_t wire_width = std::is_signed_v<T> ? (sizeof(T) < 2 ? 2 : sizeof(T)) : sizeof(T) * 2;

template <std::size_t Width>
struct integer_wire;
template <>
struct integer_wire<2> {
    using number = std::int16_t;
    static constexpr type_ref type{21, "smallint"}, array_type{1005, "smallint[]"};
};
template <>
struct integer_wire<4> {
    using number = std::int32_t;
    static constexpr type_ref type{23, "integer"}, array_type{1007, "integer[]"};
};
template <>
struct integer_wire<8> {
    using number = std::int64_t;
    static constexpr type_ref type{20, "bigint"}, array_type{1016, "bigint[]"};
};

}  // namespace detail

template <detail::plain_integer T>
    requires(detail::wire_width<T> <= 8)
struct codec<T> {
    using wire = detail::integer_wire<detail::wire_width<T>>;
    static constexpr type_ref type = wire::type;
    static constexpr type_ref array_type = wire::array_type;

    /// Narrower columns can be read into wider fields (raw SQL; a model's own columns are compared exactly).
    static constexpr bool accepts(oid id) {
        return (id == 21 && sizeof(typename wire::number) > 2) || (id == 23 && sizeof(typename wire::number) > 4);
    }
    static constexpr std::size_t width = sizeof(typename wire::number);
    static constexpr std::size_t size(T) { return width; }
    static void encode(T value, writer& out) { out.write(static_cast<typename wire::number>(value)); }

    static T decode(reader in) {
        using number = typename wire::number;
        std::int64_t value;
        if (in.left() == sizeof(number)) [[likely]]
            value = in.read<number>();
        else if (in.left() == 4 && sizeof(number) > 4) value = in.read<std::int32_t>();
        else if (in.left() == 2) value = in.read<std::int16_t>();
        else detail::fail_value("not an integer of this width");
        if constexpr (sizeof(T) < sizeof(number) || std::is_unsigned_v<T>)
            if (!std::in_range<T>(value)) [[unlikely]]
                detail::fail_value("out of range for the C++ type");
        return static_cast<T>(value);
    }
    static std::string text(T value) { return std::to_string(value); }
};

}  // namespace pgmodel
