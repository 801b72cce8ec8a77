// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Points, lines, areas: the values of the geometric types and their text.
#pragma once

#include <pgmodel/core/from_chars.hpp>
#include <pgmodel/types/hash.hpp>
#include <pgmodel/types/lexeme.hpp>
#include <pgmodel/types/server_double.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace pgmodel {

struct point {
    double x{}, y{};

    /// Reads what `to_string` writes, also with blanks between its parts, as all `parse` here; empty for other text.
    static std::optional<point> parse(std::string_view text);

    /// `(1,2.5)`
    std::string to_string() const {
        std::string out(1, '(');
        detail::append_double(out, x);
        out.push_back(',');
        detail::append_double(out, y);
        out.push_back(')');
        return out;
    }
    constexpr bool operator==(const point&) const = default;
};

namespace detail {

inline void append_points(std::string& out, const std::vector<point>& points) {
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (i > 0) out.push_back(',');
        out.append(points[i].to_string());
    }
}

}  // namespace detail

/// All points where `a x + b y + c = 0`; y = 0 by default. One of `a` and `b` is not 0.
struct line {
    double a{}, b = -1, c{};

    static std::optional<line> parse(std::string_view text);

    /// `{1,-1,0}`
    std::string to_string() const {
        std::string out(1, '{');
        detail::append_double(out, a);
        out.push_back(',');
        detail::append_double(out, b);
        out.push_back(',');
        detail::append_double(out, c);
        out.push_back('}');
        return out;
    }
    constexpr bool operator==(const line&) const = default;
};

/// The part of a line between two points.
struct lseg {
    point from{}, to{};

    static std::optional<lseg> parse(std::string_view text);

    /// `[(0,0),(1,1)]`
    std::string to_string() const { return '[' + from.to_string() + ',' + to.to_string() + ']'; }
    constexpr bool operator==(const lseg&) const = default;
};

/// An upright rectangle; whichever two opposite corners it was made from, it has the upper right and the lower left
/// one, as on the server.
class box {
public:
    constexpr box() = default;
    constexpr box(const point& one, const point& other)
        : high_{less(one.x, other.x) ? other.x : one.x, less(one.y, other.y) ? other.y : one.y},
          low_{less(one.x, other.x) ? one.x : other.x, less(one.y, other.y) ? one.y : other.y} {}

    static std::optional<box> parse(std::string_view text);

    constexpr const point& high() const { return high_; }
    constexpr const point& low() const { return low_; }

    /// `(1,1),(0,0)`
    std::string to_string() const { return high_.to_string() + ',' + low_.to_string(); }
    constexpr bool operator==(const box&) const = default;

private:
    // NaN is the greatest, as the server has it.
    static constexpr bool less(double a, double b) { return b != b ? a == a : a < b; }

    point high_{}, low_{};
};

struct circle {
    point center{};
    double radius{};

    static std::optional<circle> parse(std::string_view text);

    /// `<(0,0),1>`
    std::string to_string() const {
        std::string out = '<' + center.to_string() + ',';
        detail::append_double(out, radius);
        out.push_back('>');
        return out;
    }
    constexpr bool operator==(const circle&) const = default;
};

/// A way over points, of which there is at least one; closed if its last one is joined to the first.
struct path {
    std::vector<point> points{};
    bool closed{};

    static std::optional<path> parse(std::string_view text);

    /// `((0,0),(1,1))` if it is closed, `[(0,0),(1,1)]` if not.
    std::string to_string() const {
        std::string out(1, closed ? '(' : '[');
        detail::append_points(out, points);
        out.push_back(closed ? ')' : ']');
        return out;
    }
    bool operator==(const path&) const = default;
};

/// An area with corners, of which there is at least one.
struct polygon {
    std::vector<point> points{};

    static std::optional<polygon> parse(std::string_view text);

    /// `((0,0),(1,1),(1,0))`
    std::string to_string() const {
        std::string out(1, '(');
        detail::append_points(out, points);
        out.push_back(')');
        return out;
    }
    bool operator==(const polygon&) const = default;
};

namespace detail {

/// Takes the text of shapes piece by piece; once something is missing, all further pieces are.
struct shape_parser {
    std::string_view text;
    bool good = true;

    bool eat(char c) {
        skip_blanks(text);
        if (text.empty() || text[0] != c) return false;
        text.remove_prefix(1);
        return true;
    }
    shape_parser& expect(char c) {
        good = good && eat(c);
        return *this;
    }
    shape_parser& number(double& into) {
        skip_blanks(text);
        const auto [end, error] = from_chars(text.data(), text.data() + text.size(), into);
        good = good && error == std::errc{};
        if (good) text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        return *this;
    }
    shape_parser& one(point& into) { return expect('(').number(into.x).expect(',').number(into.y).expect(')'); }
    shape_parser& many(std::vector<point>& into) {
        do one(into.emplace_back());
        while (good && eat(','));
        return *this;
    }
    template <class T>
    std::optional<T> finish(T value) {
        skip_blanks(text);
        if (!good || !text.empty()) return {};
        return value;
    }
};

}  // namespace detail

inline std::optional<point> point::parse(std::string_view text) {
    point out;
    detail::shape_parser in{text};
    return in.one(out).finish(out);
}
namespace detail {
/// The server takes what is not above 1e-6 for 0; NaN is above.
inline bool has_direction(const line& l) {
    const auto zero = [](double x) { return x <= 1e-6 && x >= -1e-6; };
    return !zero(l.a) || !zero(l.b);
}
}  // namespace detail
inline std::optional<line> line::parse(std::string_view text) {
    line out;
    detail::shape_parser in{text};
    in.expect('{').number(out.a).expect(',').number(out.b).expect(',').number(out.c).expect('}');
    if (!detail::has_direction(out)) return {};
    return in.finish(out);
}
inline std::optional<lseg> lseg::parse(std::string_view text) {
    lseg out;
    detail::shape_parser in{text};
    return in.expect('[').one(out.from).expect(',').one(out.to).expect(']').finish(out);
}
inline std::optional<box> box::parse(std::string_view text) {
    point one, other;
    detail::shape_parser in{text};
    in.one(one).expect(',').one(other);
    return in.finish(box{one, other});
}
inline std::optional<circle> circle::parse(std::string_view text) {
    circle out;
    detail::shape_parser in{text};
    in.expect('<').one(out.center).expect(',').number(out.radius).expect('>');
    if (out.radius < 0) return {};
    return in.finish(out);
}
inline std::optional<path> path::parse(std::string_view text) {
    path out;
    detail::shape_parser in{text};
    out.closed = !in.eat('[');
    if (out.closed) in.expect('(');
    in.many(out.points).expect(out.closed ? ')' : ']');
    return in.finish(std::move(out));
}
inline std::optional<polygon> polygon::parse(std::string_view text) {
    polygon out;
    detail::shape_parser in{text};
    in.expect('(').many(out.points).expect(')');
    return in.finish(std::move(out));
}

namespace detail {

// 0 and -0 are ==.
inline std::size_t hash_of_points(std::size_t first, const point* at, std::size_t count) {
    const std::hash<double> hash;
    for (; count > 0; --count, ++at) first = hash_of(first, hash(at->x + 0.0), hash(at->y + 0.0));
    return first;
}

}  // namespace detail
}  // namespace pgmodel

template <>
struct std::hash<pgmodel::point> {
    std::size_t operator()(const pgmodel::point& value) const noexcept {
        return pgmodel::detail::hash_of_points(1, &value, 1);
    }
};
template <>
struct std::hash<pgmodel::line> {
    std::size_t operator()(const pgmodel::line& value) const noexcept {
        const pgmodel::point parts[]{{value.a, value.b}, {value.c, 0}};
        return pgmodel::detail::hash_of_points(2, parts, 2);
    }
};
template <>
struct std::hash<pgmodel::lseg> {
    std::size_t operator()(const pgmodel::lseg& value) const noexcept {
        const pgmodel::point parts[]{value.from, value.to};
        return pgmodel::detail::hash_of_points(3, parts, 2);
    }
};
template <>
struct std::hash<pgmodel::box> {
    std::size_t operator()(const pgmodel::box& value) const noexcept {
        const pgmodel::point parts[]{value.high(), value.low()};
        return pgmodel::detail::hash_of_points(4, parts, 2);
    }
};
template <>
struct std::hash<pgmodel::circle> {
    std::size_t operator()(const pgmodel::circle& value) const noexcept {
        const pgmodel::point parts[]{value.center, {value.radius, 0}};
        return pgmodel::detail::hash_of_points(5, parts, 2);
    }
};
template <>
struct std::hash<pgmodel::path> {
    std::size_t operator()(const pgmodel::path& value) const noexcept {
        return pgmodel::detail::hash_of_points(6u + value.closed, value.points.data(), value.points.size());
    }
};
template <>
struct std::hash<pgmodel::polygon> {
    std::size_t operator()(const pgmodel::polygon& value) const noexcept {
        return pgmodel::detail::hash_of_points(8, value.points.data(), value.points.size());
    }
};
