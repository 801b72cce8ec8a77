// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Where a range begins or ends: `inclusive(value)`, `exclusive(value)` or `unbounded`.
// `#include <pgmodel/types/range.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/range_type.hpp>

#include <compare>
#include <concepts>
#include <type_traits>
#include <utility>

namespace pgmodel {

struct unbounded_t {
    explicit constexpr unbounded_t() = default;
};
/// The range has no end on this side. Not the same as a bound of infinity, which is a value of dates and times.
inline constexpr unbounded_t unbounded{};

/// One end of a range, `unbounded` by default.
template <class T>
class bound {
public:
    constexpr bound() = default;
    constexpr bound(unbounded_t) {}
    /// From a bound of another type whose values convert to T and all fit.
    template <class U>
        requires(!std::same_as<T, U> && std::convertible_to<U, T> && requires(U&& value) { T{std::forward<U>(value)}; })
    constexpr bound(bound<U> other) {
        if (other.is_unbounded()) return;
        *this = {T(std::move(other).value()), other.is_inclusive()};
    }
    constexpr bound(T value, bool inclusive)
        : value_(std::move(value)), end_(inclusive ? end::inclusive : end::exclusive) {}

    constexpr bool is_unbounded() const { return end_ == end::none; }
    /// False where there is no bound.
    constexpr bool is_inclusive() const { return end_ == end::inclusive; }
    /// Throws `usage_error` where there is no bound.
    constexpr const T& value() const& {
        if (is_unbounded()) [[unlikely]]
            throw usage_error{"pgmodel: an unbounded end of a range has no value"};
        return value_;
    }
    constexpr T value() && {
        (void)value();
        return std::move(value_);
    }

    friend constexpr bool operator==(const bound& a, const bound& b) {
        return a.end_ == b.end_ && (a.is_unbounded() || detail::compare_elements(a.value_, b.value_) == 0);
    }

private:
    enum class end : unsigned char { none, inclusive, exclusive };

    T value_{};
    end end_ = end::none;
};

/// A bound that belongs to the range.
template <class T>
constexpr bound<T> inclusive(T value) {
    return {std::move(value), true};
}
/// A bound that does not belong to the range.
template <class T>
constexpr bound<T> exclusive(T value) {
    return {std::move(value), false};
}

namespace detail {

enum class side : bool { lower, upper };

/// Which of two bounds, each of a range's given side, comes first: an exclusive lower bound begins behind its value, an
/// exclusive upper one ends before it.
template <class T>
constexpr std::weak_ordering compare_bounds(const pgmodel::bound<T>& a, side of_a, const pgmodel::bound<T>& b,
                                            side of_b) {
    // Just in front of its value, at it, or just behind; an end that is not there is beyond all of these.
    const auto place = [](const pgmodel::bound<T>& at, side of) {
        const int out = of == side::lower ? -1 : 1;
        return at.is_unbounded() ? 2 * out : at.is_inclusive() ? 0 : -out;
    };
    const int place_a = place(a, of_a), place_b = place(b, of_b);
    if (!a.is_unbounded() && !b.is_unbounded())
        if (const auto order = compare_elements(a.value(), b.value()); order != 0) return order;
    return place_a <=> place_b;
}

/// The bound of what lies on the other side of `at`.
template <class T>
constexpr pgmodel::bound<T> beyond(const pgmodel::bound<T>& at) {
    return {at.value(), !at.is_inclusive()};
}

}  // namespace detail
}  // namespace pgmodel
