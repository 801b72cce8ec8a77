// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// point, line, lseg, box, circle, path and polygon. `#include <pgmodel/types/geometry.hpp>`
//
// The numbers are doubles and travel bit for bit. `==` compares them exactly; the server has no `=` for points,
// compares others with a tolerance, and boxes and circles by their area (`~=` is its "same as"), so look up by `=` only
// where that is meant.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/shapes.hpp>
#include <pgmodel/types/stream.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace pgmodel {
namespace detail {

inline void write_point(const point& value, writer& out) {
    out.write(value.x);
    out.write(value.y);
}
inline point read_point(reader& in) {
    const auto x = in.read<double>();
    const auto y = in.read<double>();
    return {x, y};
}
inline void write_points(const std::vector<point>& points, writer& out) {
    if (points.empty()) [[unlikely]]
        throw encode_error{"pgmodel: a path or polygon without points"};
    out.write(static_cast<std::int32_t>(points.size()));
    for (const auto& each : points) write_point(each, out);
}
inline std::vector<point> read_points(reader& in) {
    const auto count = in.read<std::int32_t>();
    if (count <= 0 || static_cast<std::size_t>(count) != in.left() / 16) [[unlikely]]
        fail_value("a wrong number of points");
    std::vector<point> points;
    points.reserve(static_cast<std::size_t>(count));
    for (std::int32_t i = 0; i < count; ++i) points.push_back(read_point(in));
    in.finish();
    return points;
}

template <class T>
struct geometric_codec {
    static std::string text(const T& value) { return value.to_string(); }
};

}  // namespace detail

template <>
struct codec<point> : detail::geometric_codec<point> {
    static constexpr type_ref type{600, "point"};
    static constexpr type_ref array_type{1017, "point[]"};

    static constexpr std::size_t size(const point&) { return 16; }
    static void encode(const point& value, writer& out) { detail::write_point(value, out); }
    static point decode(reader in) {
        const point out = detail::read_point(in);
        in.finish();
        return out;
    }
};

template <>
struct codec<line> : detail::geometric_codec<line> {
    static constexpr type_ref type{628, "line"};
    static constexpr type_ref array_type{629, "line[]"};

    static constexpr std::size_t size(const line&) { return 24; }
    /// Throws `encode_error` when both `a` and `b` are 0, for which the server takes what is not above 1e-6.
    static void encode(const line& value, writer& out) {
        if (!detail::has_direction(value)) [[unlikely]]
            throw encode_error{"pgmodel: a line whose a and b are 0"};
        out.write(value.a);
        out.write(value.b);
        out.write(value.c);
    }
    static line decode(reader in) {
        const auto a = in.read<double>();
        const auto b = in.read<double>();
        const auto c = in.read<double>();
        in.finish();
        const line out{a, b, c};
        if (!detail::has_direction(out)) [[unlikely]]
            detail::fail_value("a line whose a and b are 0");
        return out;
    }
};

template <>
struct codec<lseg> : detail::geometric_codec<lseg> {
    static constexpr type_ref type{601, "lseg"};
    static constexpr type_ref array_type{1018, "lseg[]"};

    static constexpr std::size_t size(const lseg&) { return 32; }
    static void encode(const lseg& value, writer& out) {
        detail::write_point(value.from, out);
        detail::write_point(value.to, out);
    }
    static lseg decode(reader in) {
        const point from = detail::read_point(in), to = detail::read_point(in);
        in.finish();
        return {from, to};
    }
};

template <>
struct codec<box> : detail::geometric_codec<box> {
    static constexpr type_ref type{603, "box"};
    static constexpr type_ref array_type{1020, "box[]"};
    static constexpr char separator = ';';  // between the elements of an array's text; a comma elsewhere

    static constexpr std::size_t size(const box&) { return 32; }
    static void encode(const box& value, writer& out) {
        detail::write_point(value.high(), out);
        detail::write_point(value.low(), out);
    }
    static box decode(reader in) {
        const point high = detail::read_point(in), low = detail::read_point(in);
        in.finish();
        return {high, low};
    }
};

template <>
struct codec<circle> : detail::geometric_codec<circle> {
    static constexpr type_ref type{718, "circle"};
    static constexpr type_ref array_type{719, "circle[]"};

    static constexpr std::size_t size(const circle&) { return 24; }
    /// Throws `encode_error` for a negative radius.
    static void encode(const circle& value, writer& out) {
        if (value.radius < 0) [[unlikely]]
            throw encode_error{"pgmodel: a circle of negative radius"};
        detail::write_point(value.center, out);
        out.write(value.radius);
    }
    static circle decode(reader in) {
        const point center = detail::read_point(in);
        const auto radius = in.read<double>();
        in.finish();
        if (radius < 0) [[unlikely]]
            detail::fail_value("a circle of negative radius");
        return {center, radius};
    }
};

template <>
struct codec<path> : detail::geometric_codec<path> {
    static constexpr type_ref type{602, "path"};
    static constexpr type_ref array_type{1019, "path[]"};

    static std::size_t size(const path& value) { return 5 + 16 * value.points.size(); }
    /// Throws `encode_error` for no points.
    static void encode(const path& value, writer& out) {
        out.write(static_cast<std::uint8_t>(value.closed));
        detail::write_points(value.points, out);
    }
    static path decode(reader in) {
        const auto closed = in.read<std::uint8_t>();
        if (closed > 1) [[unlikely]]
            detail::fail_value("a path that is neither open nor closed");
        return {detail::read_points(in), closed == 1};
    }
};

template <>
struct codec<polygon> : detail::geometric_codec<polygon> {
    static constexpr type_ref type{604, "polygon"};
    static constexpr type_ref array_type{1027, "polygon[]"};

    static std::size_t size(const polygon& value) { return 4 + 16 * value.points.size(); }
    /// Throws `encode_error` for no points.
    static void encode(const polygon& value, writer& out) { detail::write_points(value.points, out); }
    static polygon decode(reader in) { return {detail::read_points(in)}; }
};

}  // namespace pgmodel
