// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Arrays and maps as JSON, and bytes and times of <chrono>, which have forms of their own.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/document/value.hpp>
#include <pgmodel/types/bytes.hpp>
#include <pgmodel/types/date.hpp>
#include <pgmodel/types/timestamptz.hpp>

#include <array>
#include <concepts>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::detail {

template <class T>
concept json_map = !json_document<T> && requires(T& map, std::string name) {
    requires std::same_as<typename T::key_type, std::string>;
    typename T::mapped_type;
    map.emplace(std::move(name), typename T::mapped_type{});
};
template <class T>
concept json_sequence = !json_document<T> && !has_codec<T> && !json_map<T> && requires(T& all) {
    typename T::value_type;
    all.push_back(typename T::value_type{});
    all.clear();
};

/// The elements of a range, each at its place in the path.
template <class Range>
void write_elements(json_writer& out, const Range& all) {
    json_frame here{out.top};
    here.index = 0;
    out.check_depth();
    out.raw('[');
    for (const auto& each : all) {
        if (here.index != 0) out.raw(',');
        write_json<typename Range::value_type>(out, each);
        ++here.index;
    }
    out.raw(']');
}
template <class Add>
void read_elements(json_reader& in, const Add& add) {
    in.open('[');
    json_frame here{in.top};
    here.index = 0;
    for (bool first = true; in.element(first); ++here.index) add();
}

template <has_json_value T>
struct json_value<std::vector<T>> {
    static void write(json_writer& out, const std::vector<T>& all) { write_elements(out, all); }
    static void read(json_reader& in, std::vector<T>& all) {
        all.clear();
        read_elements(in, [&] {
            if constexpr (std::same_as<T, bool>) all.push_back(in.boolean());
            else read_json(in, all.emplace_back());
        });
    }
};
template <json_sequence T>
    requires has_json_value<typename T::value_type>
struct json_value<T> {
    static void write(json_writer& out, const T& all) { write_elements(out, all); }
    static void read(json_reader& in, T& all) {
        all.clear();
        read_elements(in, [&] {
            typename T::value_type each{};
            read_json(in, each);
            all.push_back(std::move(each));
        });
    }
};
template <has_json_value T, std::size_t N>
struct json_value<std::array<T, N>> {
    static void write(json_writer& out, const std::array<T, N>& all) { write_elements(out, all); }
    static void read(json_reader& in, std::array<T, N>& all) {
        std::size_t count = 0;
        read_elements(in, [&] {
            if (count == N) in.fail("more elements than the field has");
            read_json(in, all[count++]);
        });
        if (count != N) in.fail("fewer elements than the field has");
    }
};

template <json_map T>
    requires has_json_value<typename T::mapped_type>
struct json_value<T> {
    static void write(json_writer& out, const T& all) { write_json_pairs(out, all); }
    static void read(json_reader& in, T& all) {
        all.clear();
        read_json_pairs(in, [&](std::string&& name) {
            typename T::mapped_type value{};
            read_json(in, value);
            return all.emplace(std::move(name), std::move(value)).second;
        });
    }
};

/// `\x0a1b`, as PostgreSQL writes them.
template <>
struct json_value<bytes> {
    static void write(json_writer& out, const bytes& value) { out.string(codec<bytes>::text(value)); }
    static void read(json_reader& in, bytes& value) {
        const std::string text = in.string();
        if (!text.starts_with("\\x") || text.size() % 2 != 0)
            in.fail("bytes are written as \\x and hexadecimal digits");
        value.clear();
        for (std::size_t at = 2; at < text.size(); at += 2) {
            unsigned byte{};
            const auto end = text.data() + at + 2;
            if (std::from_chars(text.data() + at, end, byte, 16).ptr != end || text[at] == '-')
                in.fail("bytes are written as \\x and hexadecimal digits");
            value.push_back(static_cast<std::byte>(byte));
        }
    }
};

/// A time of <chrono> that is written as a `Stored` is.
template <class Stored, class Duration>
auto read_exact_time(json_reader& in) {
    Stored read{};
    read_json(in, read);
    if (!read.is_finite()) in.fail("an infinite time");
    const auto exact = read.to_chrono();
    // In seconds of 32 bits <chrono> ends in 2038, without a word.
    constexpr auto longest = std::chrono::duration<double, typename Duration::period>{Duration::max()};
    if (std::chrono::abs(std::chrono::duration<double>{exact.time_since_epoch()}) >= longest)
        in.fail("a time that the field cannot hold exactly");
    const auto value = std::chrono::floor<Duration>(exact);
    if (value != exact) in.fail("a time that the field cannot hold exactly");
    return value;
}

/// Times of the system clock are written as pgmodel::timestamptz and pgmodel::date are.
template <class Duration>
struct json_value<std::chrono::time_point<std::chrono::system_clock, Duration>> {
    using time = std::chrono::time_point<std::chrono::system_clock, Duration>;
    using stored = std::conditional_t<std::convertible_to<std::chrono::days, Duration> &&
                                          std::convertible_to<Duration, std::chrono::days>,
                                      date, timestamptz>;

    static_assert(std::convertible_to<Duration, std::chrono::microseconds>,
                  "pgmodel: a document has microseconds at most, and this time is finer; make the field a "
                  "std::chrono::sys_time<std::chrono::microseconds> and round where it is set");

    static void write(json_writer& out, time value) { write_json(out, stored{value}); }
    static void read(json_reader& in, time& value) { value = read_exact_time<stored, Duration>(in); }
};
/// A duration is the number of its own units.
template <class Number, class Period>
struct json_value<std::chrono::duration<Number, Period>> {
    static void write(json_writer& out, std::chrono::duration<Number, Period> value) { write_json(out, value.count()); }
    static void read(json_reader& in, std::chrono::duration<Number, Period>& value) {
        Number count{};
        read_json(in, count);
        value = std::chrono::duration<Number, Period>{count};
    }
};

}  // namespace pgmodel::detail
