// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Maps with other keys than std::string, sets, pairs and tuples as JSON, and days and local times of <chrono>.
#pragma once

#include <pgmodel/core/chrono.hpp>
#include <pgmodel/document/containers.hpp>
#include <pgmodel/types/timestamp.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <system_error>
#include <tuple>
#include <utility>

namespace pgmodel::detail {

/// What can be the name of a key: text, and what has one text for each value.
template <class K>
concept json_key = std::same_as<K, std::string> || std::same_as<K, bool> || plain_integer<K> || native_enum<K> ||
                   wrapped_value<K> || parsed_value<K> || text_value<K>;

template <class K>
void write_key(json_writer& out, const K& key) {
    if constexpr (wrapped_value<K>) write_key(out, codec<K>::unwrap(key));
    else if constexpr (plain_integer<K> || std::same_as<K, bool>) {
        out.raw('"');
        write_json(out, key);
        out.raw('"');
    } else if constexpr (parsed_value<K> && requires { key.to_string(); }) out.string(key.to_string());
    else write_json(out, key);
}
template <class K>
K read_key(json_reader& in, std::string&& name) {
    if constexpr (wrapped_value<K>) return K{read_key<typename json_value<K>::inner>(in, std::move(name))};
    else if constexpr (std::same_as<K, std::string>) return std::move(name);
    else if constexpr (text_value<K>) return K{std::move(name)};
    else if constexpr (std::same_as<K, bool>) {
        if (name != "true" && name != "false") in.fail("a key that is neither true nor false");
        return name == "true";
    } else if constexpr (plain_integer<K>) {
        K key{};
        const char* const end = name.data() + name.size();
        const auto read = std::from_chars(name.data(), end, key);
        if (read.ptr != end || read.ec != std::errc{}) in.fail("a key that is no integer of the map's type");
        return key;
    } else {
        std::optional<K> key;
        if constexpr (native_enum<K>) key = enum_traits<K>::find(std::string_view{name});
        else if constexpr (parsed_by_itself<K>) key = K::parse(name);
        else key = codec<K>::parse(name);
        if (!key) in.fail("a key that is no value of the map's type");
        return *std::move(key);
    }
}

/// Of any key but std::string, which containers.hpp knows.
template <class T>
concept json_keyed_map = !json_document<T> && !json_map<T> && !has_codec<T> && requires(T& map) {
    requires json_key<typename T::key_type>;
    map.emplace(typename T::key_type{}, typename T::mapped_type{}).second;
};
template <json_keyed_map T>
    requires has_json_value<typename T::mapped_type>
struct json_value<T> {
    static void write(json_writer& out, const T& all) {
        write_json_pairs(out, all, [&out](const auto& key) { write_key(out, key); });
    }
    static void read(json_reader& in, T& all) {
        all.clear();
        read_json_pairs(in, [&](std::string&& name) {
            auto key = read_key<typename T::key_type>(in, std::move(name));
            typename T::mapped_type value{};
            read_json(in, value);
            return all.emplace(std::move(key), std::move(value)).second;
        });
    }
};

/// A set is an array in the set's order, in which no element is there twice.
template <class T>
concept json_set = !json_document<T> && !has_codec<T> && !requires { typename T::mapped_type; } && requires(T& set) {
    requires std::same_as<typename T::key_type, typename T::value_type>;
    set.insert(typename T::value_type{}).second;
    set.clear();
};
template <json_set T>
    requires has_json_value<typename T::value_type>
struct json_value<T> {
    static void write(json_writer& out, const T& all) { write_elements(out, all); }
    static void read(json_reader& in, T& all) {
        all.clear();
        read_elements(in, [&] {
            typename T::value_type each{};
            read_json(in, each);
            if (!all.insert(std::move(each)).second) in.fail("an element that is there twice");
        });
    }
};

/// An array of as many elements, each of its type.
template <class Tuple>
struct json_tuple {
    static constexpr std::size_t size = std::tuple_size_v<Tuple>;

    static void write(json_writer& out, const Tuple& all) {
        json_frame here{out.top};
        here.index = 0;
        out.check_depth();
        out.raw('[');
        std::apply(
            [&](const auto&... each) {
                ((out.raw(here.index == 0 ? "" : ","), write_json(out, each), ++here.index), ...);
            },
            all);
        out.raw(']');
    }
    static void read(json_reader& in, Tuple& all) {
        std::size_t count = 0;
        read_elements(in, [&] {
            if (count == size) in.fail("more elements than the field has");
            [&]<std::size_t... I>(std::index_sequence<I...>) {
                static_cast<void>(((I == count && (read_json(in, std::get<I>(all)), true)) || ...));
            }(std::make_index_sequence<size>{});
            ++count;
        });
        if (count != size) in.fail("fewer elements than the field has");
    }
};
template <has_json_value First, has_json_value Second>
struct json_value<std::pair<First, Second>> : json_tuple<std::pair<First, Second>> {};
template <has_json_value... Each>
    requires(sizeof...(Each) > 0)
struct json_value<std::tuple<Each...>> : json_tuple<std::tuple<Each...>> {};

/// A day as pgmodel::date, a time of no zone as pgmodel::timestamp.
template <std::same_as<std::chrono::year_month_day> Day>
struct json_value<Day> {
    static void write(json_writer& out, const Day& value) {
        if (!value.ok()) out.fail("a day that no calendar has");
        write_json(out, date{std::chrono::sys_days{value}});
    }
    static void read(json_reader& in, Day& value) {
        std::chrono::sys_days day{};
        read_json(in, day);
        value = day;
        if (std::chrono::sys_days{value} != day) in.fail("a day that the field cannot hold");
    }
};
template <class Duration>
    requires std::convertible_to<Duration, std::chrono::microseconds>
struct json_value<std::chrono::time_point<std::chrono::local_t, Duration>> {
    static void write(json_writer& out, std::chrono::time_point<std::chrono::local_t, Duration> value) {
        write_json(out, timestamp{value});
    }
    static void read(json_reader& in, std::chrono::time_point<std::chrono::local_t, Duration>& value) {
        value = read_exact_time<timestamp, Duration>(in);
    }
};

}  // namespace pgmodel::detail
