// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// range<T>: int4range, int8range, numrange, daterange, tsrange, tstzrange. `#include <pgmodel/types/range.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/bound.hpp>
#include <pgmodel/types/range_type.hpp>
#include <pgmodel/types/stream.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel {
namespace detail {

/// One bound's text off the front, unquoted as the server does; empty for no bound, null when it does not end.
struct bound_text {
    std::string text{};
    bool given = false;
};
inline std::optional<bound_text> take_bound_text(std::string_view& in) {
    bound_text out;
    bool quoted = false;
    for (std::size_t i = 0; i < in.size(); ++i) {
        char c = in[i];
        if (!quoted && (c == ',' || c == ')' || c == ']')) {
            in.remove_prefix(i);
            return out;
        }
        out.given = true;
        if (c == '"') {
            if (quoted && i + 1 < in.size() && in[i + 1] == '"') out.text.push_back(in[++i]);
            else quoted = !quoted;
            continue;
        }
        if (c == '\\') {
            if (++i == in.size()) return {};
            c = in[i];
        }
        out.text.push_back(c);
    }
    return {};
}
constexpr std::string_view trim_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\n\r\v\f";
    const std::size_t first = text.find_first_not_of(blanks);
    return first == text.npos ? std::string_view{} : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}
inline void append_bound_text(std::string& out, std::string_view text) {
    if (!text.empty() && text.find_first_of("\"\\()[], \t\n\r\v\f") == text.npos) {
        out.append(text);
        return;
    }
    out.push_back('"');
    for (char c : text) {
        if (c == '"' || c == '\\') out.push_back(c);
        out.push_back(c);
    }
    out.push_back('"');
}

}  // namespace detail

/// The values between two bounds; empty by default. What is between is the server's view: a range of integers or dates
/// is kept as it keeps it, with its lower bound and without its upper one, so that `[1,5]` and `[1,6)` are equal.
template <class T>
class range {
    static_assert(
        detail::has_range_type<T>,
        "pgmodel: PostgreSQL has no range of this element type; use std::int32_t, std::int64_t, numeric, date, "
        "timestamp or timestamptz, or specialise pgmodel::range_type");

public:
    using value_type = T;

    constexpr range() = default;
    /// From `lower` up to, but not including, `upper`. Throws `encode_error` when `lower` is above `upper`.
    constexpr range(T lower, T upper) : range(inclusive(std::move(lower)), exclusive(std::move(upper))) {}
    /// From `lower` on.
    constexpr range(T lower, unbounded_t none) : range(inclusive(std::move(lower)), bound<T>(none)) {}
    /// Up to, but not including, `upper`.
    constexpr range(unbounded_t none, T upper) : range(bound<T>(none), exclusive(std::move(upper))) {}
    /// `{exclusive(1), inclusive(5)}`. Throws `encode_error` when the lower bound is above the upper one, and when a
    /// discrete range ends at the last value of its type (the server could not keep it).
    constexpr range(bound<T> lower, bound<T> upper) {
        if (const char* fault = assign(std::move(lower), std::move(upper))) [[unlikely]]
            throw encode_error{std::string{"pgmodel: "} + fault};
    }
    /// From text, as `parse` reads it; throws `usage_error` for other text.
    explicit range(std::string_view text) {
        auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a range of this type"};
        *this = *std::move(parsed);
    }
    /// All values.
    static constexpr range all() { return {unbounded, unbounded}; }

    /// Reads what PostgreSQL reads: `[1,5)`, `(,"2024-01-01 00:00:00"]`, `empty`; the values as their types' `parse`
    /// does. Empty for other text.
    static std::optional<range> parse(std::string_view text) {
        text = detail::trim_blanks(text);
        if (text.size() == 5) {
            bool is_word = true;
            for (std::size_t i = 0; i < 5; ++i) is_word &= (text[i] | 0x20) == "empty"[i];
            if (is_word) return range{};
        }
        if (text.size() < 3 || (text[0] != '[' && text[0] != '(')) return {};
        const bool lower_inclusive = text[0] == '[';
        text.remove_prefix(1);
        std::optional<T> lower, upper;
        if (!take_value(text, lower) || text[0] != ',') return {};
        text.remove_prefix(1);
        if (!take_value(text, upper) || text.size() != 1 || text[0] == ',') return {};
        range out;
        if (out.assign(make_bound(std::move(lower), lower_inclusive), make_bound(std::move(upper), text[0] == ']')))
            return {};
        return out;
    }
    /// As PostgreSQL writes it: `[1,5)`, `(,"2024-01-01 00:00:00"]`, `empty`.
    std::string to_string() const {
        if (empty_) return "empty";
        std::string out(1, lower_.is_inclusive() ? '[' : '(');
        if (!lower_.is_unbounded()) detail::append_bound_text(out, codec<T>::text(lower_.value()));
        out.push_back(',');
        if (!upper_.is_unbounded()) detail::append_bound_text(out, codec<T>::text(upper_.value()));
        out.push_back(upper_.is_inclusive() ? ']' : ')');
        return out;
    }

    constexpr bool empty() const { return empty_; }
    /// The ends; both throw `usage_error` for the empty range, which has none.
    constexpr const bound<T>& lower() const { return require_bounds(), lower_; }
    constexpr const bound<T>& upper() const { return require_bounds(), upper_; }

    constexpr bool contains(const T& value) const {
        if (empty_) return false;
        const bound<T> at = inclusive(value);
        return detail::compare_bounds(lower_, detail::side::lower, at, detail::side::lower) <= 0 &&
               detail::compare_bounds(at, detail::side::upper, upper_, detail::side::upper) <= 0;
    }
    /// Every range contains the empty one.
    constexpr bool contains(const range& other) const {
        return other.empty_ || (!empty_ && compare_lower(*this, other) <= 0 && compare_upper(other, *this) <= 0);
    }
    constexpr bool overlaps(const range& other) const {
        return !empty_ && !other.empty_ && !ends_before(*this, other) && !ends_before(other, *this);
    }
    /// Wholly before the other one; never for an empty range.
    constexpr bool is_before(const range& other) const { return !empty_ && !other.empty_ && ends_before(*this, other); }
    constexpr bool is_after(const range& other) const { return other.is_before(*this); }
    /// Nothing lies between the two, and they do not overlap.
    constexpr bool is_adjacent_to(const range& other) const {
        return !empty_ && !other.empty_ && (meets(*this, other) || meets(other, *this));
    }

    /// What lies in one of them; throws `usage_error` when there is a gap between them (a multirange has room for it).
    friend constexpr range operator+(const range& a, const range& b) {
        if (!a.empty_ && !b.empty_ && !a.overlaps(b) && !a.is_adjacent_to(b)) [[unlikely]]
            throw usage_error{"pgmodel: there is a gap between these ranges; use a multirange"};
        return merge(a, b);
    }
    /// What lies in both.
    friend constexpr range operator*(const range& a, const range& b) {
        if (!a.overlaps(b)) return {};
        return {compare_lower(a, b) < 0 ? b.lower_ : a.lower_, compare_upper(a, b) < 0 ? a.upper_ : b.upper_};
    }
    /// What lies in `a` and not in `b`; throws `usage_error` when that is two ranges (a multirange has room for them).
    friend constexpr range operator-(const range& a, const range& b) {
        if (!a.overlaps(b)) return a;
        const bool before = compare_lower(a, b) < 0, after = compare_upper(a, b) > 0;
        if (before && after) [[unlikely]]
            throw usage_error{"pgmodel: the difference of these ranges is two ranges; use a multirange"};
        if (before) return {a.lower_, detail::beyond(b.lower_)};
        if (after) return {detail::beyond(b.upper_), a.upper_};
        return {};
    }
    /// The least range that contains both, with what is between them.
    friend constexpr range merge(const range& a, const range& b) {
        if (a.empty_ || b.empty_) return a.empty_ ? b : a;
        return {compare_lower(a, b) < 0 ? a.lower_ : b.lower_, compare_upper(a, b) < 0 ? b.upper_ : a.upper_};
    }

    friend constexpr bool operator==(const range& a, const range& b) { return (a <=> b) == 0; }
    /// As the server: the empty range first, then by the lower bounds, then by the upper ones.
    friend constexpr std::weak_ordering operator<=>(const range& a, const range& b) {
        if (a.empty_ || b.empty_) return b.empty_ <=> a.empty_;
        const auto order = compare_lower(a, b);
        return order != 0 ? order : compare_upper(a, b);
    }

private:
    template <class>
    friend class multirange;
    friend struct codec<range<T>>;

    static constexpr std::weak_ordering compare_lower(const range& a, const range& b) {
        return detail::compare_bounds(a.lower_, detail::side::lower, b.lower_, detail::side::lower);
    }
    static constexpr std::weak_ordering compare_upper(const range& a, const range& b) {
        return detail::compare_bounds(a.upper_, detail::side::upper, b.upper_, detail::side::upper);
    }
    static constexpr bool ends_before(const range& a, const range& b) {
        return detail::compare_bounds(a.upper_, detail::side::upper, b.lower_, detail::side::lower) < 0;
    }
    static constexpr bool meets(const range& a, const range& b) {
        return !a.upper_.is_unbounded() && !b.lower_.is_unbounded() &&
               detail::compare_elements(a.upper_.value(), b.lower_.value()) == 0 &&
               a.upper_.is_inclusive() != b.lower_.is_inclusive();
    }
    constexpr void require_bounds() const {
        if (empty_) [[unlikely]]
            throw usage_error{"pgmodel: the empty range has no bounds"};
    }

    static constexpr bool is_between(const bound<T>& lower, const bound<T>& upper, const char*& fault) {
        if (lower.is_unbounded() || upper.is_unbounded()) return true;
        const auto order = detail::compare_elements(lower.value(), upper.value());
        if (order > 0) fault = "the lower bound of a range is above its upper one";
        return order < 0 || (order == 0 && lower.is_inclusive() && upper.is_inclusive());
    }
    /// Moves a bound to the next value if it is not as the server keeps it: a lower one inclusive, an upper one not.
    static constexpr bool move_up(bound<T>& at, bool inclusive) {
        if constexpr (detail::is_discrete<T>) {
            if (at.is_unbounded() || at.is_inclusive() == inclusive) return true;
            const auto next = range_type<T>::next(at.value());
            if (!next) return false;
            if (*next != at.value()) at = {*next, inclusive};
        }
        return true;
    }
    /// Null, or what is wrong.
    constexpr const char* assign(bound<T> lower, bound<T> upper) {
        const char* fault = nullptr;
        if (!is_between(lower, upper, fault)) return fault;
        if (!move_up(lower, true) || !move_up(upper, false))
            return "a bound of a discrete range is the last value of its type";
        if (!is_between(lower, upper, fault)) return fault;
        lower_ = std::move(lower);
        upper_ = std::move(upper);
        empty_ = false;
        return nullptr;
    }

    /// False when it is no value; without a value where there is no bound.
    static bool take_value(std::string_view& text, std::optional<T>& out) {
        const auto taken = detail::take_bound_text(text);
        if (!taken || !taken->given) return taken.has_value();
        std::string_view value = taken->text;
        if constexpr (!std::is_convertible_v<const T&, std::string_view>) value = detail::trim_blanks(value);
        out = detail::parse_element<T>(value);
        return out.has_value();
    }
    static bound<T> make_bound(std::optional<T> value, bool inclusive) {
        if (!value) return {};
        return {*std::move(value), inclusive};
    }

    bound<T> lower_{}, upper_{};
    bool empty_ = true;
};

template <class T>
struct codec<range<T>> {
    static constexpr type_ref type = range_type<T>::type;
    static constexpr type_ref array_type = range_type<T>::array_type;

    static std::size_t size(const range<T>& value) { return 1 + size(value.lower_) + size(value.upper_); }
    static void encode(const range<T>& value, writer& out) {
        unsigned flags = value.empty_ ? is_empty : 0;
        if (value.lower_.is_inclusive()) flags |= lower_inclusive;
        if (value.upper_.is_inclusive()) flags |= upper_inclusive;
        if (!value.empty_ && value.lower_.is_unbounded()) flags |= lower_unbounded;
        if (!value.empty_ && value.upper_.is_unbounded()) flags |= upper_unbounded;
        out.write(static_cast<std::uint8_t>(flags));
        encode(value.lower_, out);
        encode(value.upper_, out);
    }
    static range<T> decode(reader in) {
        const unsigned flags = in.read<std::uint8_t>();
        constexpr unsigned no_lower = lower_inclusive | lower_unbounded, no_upper = upper_inclusive | upper_unbounded;
        if (flags > 31 || (flags & no_lower) == no_lower || (flags & no_upper) == no_upper ||
            ((flags & is_empty) != 0 && flags != is_empty)) [[unlikely]]
            detail::fail_value("not a range: flags that contradict each other");
        range<T> out;
        if (flags != is_empty) {
            auto lower = read(in, (flags & lower_unbounded) != 0, (flags & lower_inclusive) != 0);
            auto upper = read(in, (flags & upper_unbounded) != 0, (flags & upper_inclusive) != 0);
            if (const char* fault = out.assign(std::move(lower), std::move(upper))) [[unlikely]]
                detail::fail_value(fault);
        }
        in.finish();
        return out;
    }
    static std::string text(const range<T>& value) { return value.to_string(); }

private:
    static constexpr unsigned is_empty = 1, lower_inclusive = 2, upper_inclusive = 4, lower_unbounded = 8,
                              upper_unbounded = 16;

    // The bounds of an empty range are unbounded: nothing is written.
    static std::size_t size(const bound<T>& at) { return at.is_unbounded() ? 0 : 4 + codec<T>::size(at.value()); }
    static void encode(const bound<T>& at, writer& out) {
        if (at.is_unbounded()) return;
        out.write(static_cast<std::int32_t>(codec<T>::size(at.value())));
        codec<T>::encode(at.value(), out);
    }
    static bound<T> read(reader& in, bool open, bool inclusive) {
        if (open) return {};
        const auto length = in.read<std::int32_t>();
        if (length < 0) [[unlikely]]
            detail::fail_value("a bound of negative length");
        const std::string_view data = in.bytes(static_cast<std::size_t>(length));
        return {codec<T>::decode(reader{data.data(), data.size()}), inclusive};
    }
};

}  // namespace pgmodel

template <class T>
struct std::hash<pgmodel::range<T>> {
    std::size_t operator()(const pgmodel::range<T>& value) const {
        if (value.empty()) return 0;
        const auto of = [](const pgmodel::bound<T>& at) -> std::size_t {
            if (at.is_unbounded()) return 1;
            return pgmodel::detail::hash_of(std::hash<T>{}(at.value()), at.is_inclusive());
        };
        return pgmodel::detail::hash_of(of(value.lower()), of(value.upper()));
    }
};
