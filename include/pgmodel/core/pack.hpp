// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Values of several types in one object: what std::tuple does, without its recursion, which costs compile time.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

template <std::size_t I, class T>
struct pack_element {
    [[no_unique_address]] T value;
};

template <class Indices, class... T>
struct pack_of;
template <std::size_t... I, class... T>
struct pack_of<std::index_sequence<I...>, T...> : pack_element<I, T>... {
    [[gnu::always_inline]] constexpr pack_of(T... values) : pack_element<I, T>{std::move(values)}... {}

    /// Calls f with each value, in order.
    template <class F>
    constexpr void each(F&& f) const {
        (f(static_cast<const pack_element<I, T>&>(*this).value), ...);
    }
    /// The value at place `N`. In a constant expression g++ takes no address of one without members.
    template <std::size_t N, class Value>
    constexpr const Value& get() const {
        return static_cast<const pack_element<N, Value>&>(*this).value;
    }
    /// The value at place `N`, or null for no pack: types can be walked without an object.
    template <std::size_t N, class Value>
    static constexpr const Value* at(const pack_of* self) {
        return self ? &static_cast<const pack_element<N, Value>&>(*self).value : nullptr;
    }
};

/// Types, and no values.
template <class... T>
struct type_list {
    template <class... More>
    constexpr type_list<T..., More...> operator+(type_list<More...>) const {
        return {};
    }
};

/// What is done for each column, `(f<I>(), 0)...`: a fold has no more operands than 256 with clang.
constexpr void in_order(std::initializer_list<int>) {}
constexpr bool all_true(std::initializer_list<bool> each) {
    for (const bool one : each)
        if (!one) return false;
    return true;
}

/// Is `T` there more than once among all of them?
template <class T, class... All>
inline constexpr bool stands_twice = (int{std::is_same_v<T, All>} + ...) > 1;

template <class... T>
using pack = pack_of<std::index_sequence_for<T...>, T...>;

}  // namespace pgmodel::detail
