// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which range and multirange type belongs to an element type. For `create type float8range as range (subtype =
// float8)`:
//
//     template <> struct pgmodel::range_type<double> {
//         static constexpr type_ref type{0, "float8range"}, array_type{0, "float8range[]"};
//         static constexpr type_ref multirange{0, "float8multirange"}, multirange_array{0, "float8multirange[]"};
//         // optional: `create_all` makes the type
//         static constexpr range_declaration declaration{.subtype_diff = "float8mi"};
//         // optional:
//         static std::weak_ordering compare(const T&, const T&);   // the server's order, where it is not that of <=>
//         static std::optional<T> next(const T&);                  // for a type with a canonical function: see below
//     };
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/core/from_chars.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/date.hpp>
#include <pgmodel/types/integer.hpp>
#include <pgmodel/types/numeric.hpp>
#include <pgmodel/types/timestamp.hpp>
#include <pgmodel/types/timestamptz.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <string_view>
#include <system_error>

namespace pgmodel {

/// How a range type of a program's own is made; each may be left out. Its name and that of its multirange type are
/// those of the specialisation, a schema before them.
struct range_declaration {
    std::string_view subtype_diff{};    ///< the function of two elements that says how far they are from each other
    std::string_view operator_class{};  ///< by which elements are ordered
    std::string_view collation{};
    std::string_view comment{};         ///< `COMMENT ON TYPE`
};

/// Specialise this for an element type of your own; the primary template means "there is no range of it".
template <class T>
struct range_type;

namespace detail {

template <class Integer>
struct integer_range {
    /// The element that follows; the value itself where none does but it may stay a bound (an infinite date); empty
    /// where the bound would leave its type.
    static constexpr std::optional<Integer> next(Integer value) {
        if (value == std::numeric_limits<Integer>::max()) return {};
        return static_cast<Integer>(value + 1);
    }
};

template <class T>
concept has_range_type = requires { range_type<T>::type; };
template <class T>
concept is_discrete = requires(const T& value) { range_type<T>::next(value); };

/// The server's order.
template <class T>
constexpr std::weak_ordering compare_elements(const T& a, const T& b) {
    if constexpr (requires { range_type<T>::compare(a, b); }) return range_type<T>::compare(a, b);
    else if constexpr (std::floating_point<T>)
        return a < b   ? std::weak_ordering::less
               : a > b ? std::weak_ordering::greater
                       : (a != a) <=> (b != b);  // NaN is above all numbers
    else return a <=> b;
}

/// A bound's text.
template <class T>
std::optional<T> parse_element(std::string_view text) {
    if constexpr (requires { T::parse(text); }) return T::parse(text);
    else if constexpr (std::is_arithmetic_v<T>) {
        T value{};
        const char* const end = text.data() + text.size();
        const auto [at, error] = from_chars(text.data(), end, value);
        if (error != std::errc{} || at != end) return {};
        return value;
    } else return T{text};
}

}  // namespace detail

template <detail::plain_integer T>
    requires(std::is_signed_v<T> && sizeof(T) == 4)
struct range_type<T> : detail::integer_range<T> {
    static constexpr type_ref type{3904, "int4range"}, array_type{3905, "int4range[]"};
    static constexpr type_ref multirange{4451, "int4multirange"}, multirange_array{6150, "int4multirange[]"};
};
template <detail::plain_integer T>
    requires(std::is_signed_v<T> && sizeof(T) == 8)
struct range_type<T> : detail::integer_range<T> {
    static constexpr type_ref type{3926, "int8range"}, array_type{3927, "int8range[]"};
    static constexpr type_ref multirange{4536, "int8multirange"}, multirange_array{6157, "int8multirange[]"};
};
template <unsigned P, unsigned S>
struct range_type<numeric<P, S>> {
    static constexpr type_ref type{3906, "numrange"}, array_type{3907, "numrange[]"};
    static constexpr type_ref multirange{4532, "nummultirange"}, multirange_array{6151, "nummultirange[]"};
};
template <>
struct range_type<timestamp> {
    static constexpr type_ref type{3908, "tsrange"}, array_type{3909, "tsrange[]"};
    static constexpr type_ref multirange{4533, "tsmultirange"}, multirange_array{6152, "tsmultirange[]"};
};
template <>
struct range_type<timestamptz> {
    static constexpr type_ref type{3910, "tstzrange"}, array_type{3911, "tstzrange[]"};
    static constexpr type_ref multirange{4534, "tstzmultirange"}, multirange_array{6153, "tstzmultirange[]"};
};
template <>
struct range_type<date> {
    static constexpr type_ref type{3912, "daterange"}, array_type{3913, "daterange[]"};
    static constexpr type_ref multirange{4535, "datemultirange"}, multirange_array{6155, "datemultirange[]"};

    static constexpr std::optional<date> next(const date& day) {
        if (!day.is_finite()) return day;
        if (day.raw() == detail::end_of_days - 1) return {};
        return day + std::chrono::days{1};
    }
};

}  // namespace pgmodel
