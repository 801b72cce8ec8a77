// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// UPDATE of one row by its primary key.
#pragma once

#include <pgmodel/query/by_key.hpp>
#include <pgmodel/query/update.hpp>
#include <pgmodel/session/connection.hpp>

#include <tuple>

namespace pgmodel {
namespace detail {

template <class T, class Given>
constexpr auto key_condition_of(const Given& key) {
    constexpr bool fits = facts_of<T>.key_columns < 2;
    static_assert(fits, "pgmodel: this model's primary key is of several columns; their values are a std::tuple here: "
                        "db.update<model>(std::tuple{first, second}, ...)");
    if constexpr (fits) return by_key<T>(key);
    else return lit<true>;
}
template <class T, class... Given>
constexpr auto key_condition_of(const std::tuple<Given...>& key) {
    return std::apply([](const auto&... each) { return by_key<T>(each...); }, key);
}

/// The version that is asked for, as a condition; the assignments, as what they are.
template <class T, class Given>
constexpr auto version_conditions(const Given&) {
    return std::tuple<>{};
}
template <class T, class Version>
constexpr auto version_conditions(const wanted_version<Version>& wanted) {
    constexpr std::size_t place = version_place<T>();
    constexpr bool versioned = place < column_count<T>;
    static_assert(versioned,
                  "pgmodel: if_version() is asked of a model with a version column; declare one with .version()");
    if constexpr (versioned) return std::tuple{equal_places<T>(std::index_sequence<place>{}, wanted.value)};
    else return std::tuple<>{};
}
template <class Given>
constexpr auto assignments_in(Given given) {
    return std::tuple<Given>(std::move(given));
}
template <class Version>
constexpr auto assignments_in(wanted_version<Version>) {
    return std::tuple<>{};
}
/// Told here, where few lines of a compiler stand before the sentence.
template <class T, class Given>
inline constexpr bool changes_model = true;
template <class T, class Given>
    requires is_assignment<Given>
inline constexpr bool changes_model<T, Given> = assigned_column<T, Given>::value;

template <class Assignment>
bool changes_nothing(const Assignment& given) {
    if constexpr (requires { given.empty(); }) return given.empty();
    else return false;
}

}  // namespace detail

template <class T, class Key, class... Given>
    requires(sizeof...(Given) > 0)
std::optional<T> connection::update(const Key& key, Given... given) {
    static_assert((detail::changes_model<T, Given> && ...));
    const auto versions = std::tuple_cat(detail::version_conditions<T>(given)...);
    const auto condition =
        std::apply([&](const auto&... more) { return (detail::key_condition_of<T>(key) && ... && more); }, versions);
    const auto assignments = std::tuple_cat(detail::assignments_in(std::move(given))...);
    auto row = std::apply(
        [&](const auto&... each) {
            if ((detail::changes_nothing(each) && ...)) return first(select<T>().where(condition));
            return first(pgmodel::update(model<T>).set(each...).where(condition).returning(model<T>));
        },
        assignments);
    if (std::tuple_size_v<decltype(versions)> > 0 && !row) detail::throw_version_conflict(detail::facts_of<T>.name);
    return row;
}

}  // namespace pgmodel
