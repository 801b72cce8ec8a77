// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Is `T{{}, {}, ...}` with N pairs of braces, and then these values, well-formed? A pair is one field of any type that
// can be made from {}, and one C array. No pack expansion can write `{}` alone, hence the lists; macros for them would
// cost a compiler twice as much.
#pragma once

#include <cstddef>
#include <utility>

namespace pgmodel::detail {

/// `braces<N>::fit<T, Value...>` for 0 to `most_braces`.
template <std::size_t N>
struct braces;
inline constexpr std::size_t most_braces = 24;

/// `most_braces` pairs of braces, then values that convert to anything, one more pair, more values.
template <class T, class Value, class Before, class After>
inline constexpr bool more_fit = false;
/// The same with eight more pairs.
template <class T, class Value, class Before, class After>
inline constexpr bool eight_fit = false;

// clang-format off
template <class T, class Value, std::size_t... I, std::size_t... J>
inline constexpr bool more_fit<T, Value, std::index_sequence<I...>, std::index_sequence<J...>> =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {},
                 (static_cast<void>(I), Value{})..., {}, (static_cast<void>(J), Value{})...}; };
template <class T, class Value, std::size_t... I, std::size_t... J>
inline constexpr bool eight_fit<T, Value, std::index_sequence<I...>, std::index_sequence<J...>> =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {},
                 (static_cast<void>(I), Value{})..., {}, {}, {}, {}, {}, {}, {}, {},
                 (static_cast<void>(J), Value{})...}; };
template <> struct braces<0> { template <class T, class... V> static constexpr bool fit = requires { T{V{}...}; }; };
template <> struct braces<1> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, V{}...}; }; };
template <> struct braces<2> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, V{}...}; }; };
template <> struct braces<3> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, V{}...}; }; };
template <> struct braces<4> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, V{}...}; }; };
template <> struct braces<5> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<6> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<7> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<8> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<9> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<10> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<11> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<12> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<13> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<14> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<15> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<16> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<17> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<18> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<19> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<20> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<21> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<22> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, V{}...}; }; };
template <> struct braces<23> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {},
                 V{}...}; }; };
template <> struct braces<24> { template <class T, class... V> static constexpr bool fit =
    requires { T{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {},
                 V{}...}; }; };
// clang-format on

}  // namespace pgmodel::detail
