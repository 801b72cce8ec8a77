// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// One row by its primary key, as a condition; and by its version.
#pragma once

#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/select_list.hpp>

#include <tuple>

namespace pgmodel {
namespace detail {

/// `a = $1 and b = $2`, of columns by their places.
template <class T, class Places, class... Parameters>
struct places_equal;
template <class T, std::size_t... Places, class... Parameters>
struct places_equal<T, std::index_sequence<Places...>, Parameters...>
    : members<places_equal<T, std::index_sequence<Places...>, Parameters...>> {
    using value_type = bool;
    static constexpr bool nullable = false;
    static constexpr bool constant = false;
    static constexpr int precedence = sizeof...(Places) > 1 ? level::logical_and : level::comparison;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<T, whole_model<T>>, void, whole_model<T>>;
    template <class Nulls>
    static constexpr bool null_in = Nulls::template source<T>;

    pack<Parameters...> values;

    constexpr explicit places_equal(Parameters... p) : values(std::move(p)...) {}

    template <class Out>
    static constexpr void write(Out& out, const places_equal*) {
        const char* before = "";
        ((out.append(before), out.template qualifier<T>(), out.name(facts_of<T>.columns[Places]), out.append(" = "),
          Parameters::write(out, nullptr), before = " and "),
         ...);
    }
    template <class F>
    constexpr void visit(F& f) const {
        values.each([&f](const auto& value) { value.visit(f); });
    }
};

template <class T, std::size_t... Places, class... Given>
constexpr auto equal_places(std::index_sequence<Places...>, Given&&... given) {
    return []<class... Parameters>(Parameters... parameters) {
        return places_equal<T, std::index_sequence<Places...>, Parameters...>(std::move(parameters)...);
    }(make_parameter<column_type<Places, T>, T>(std::forward<Given>(given))...);
}
template <class T, class Indices = std::make_index_sequence<facts_of<T>.key_columns>>
struct key_places;
template <class T, std::size_t... K>
struct key_places<T, std::index_sequence<K...>> {
    using type = std::index_sequence<facts_of<T>.key[K]...>;
};

/// What `pg::if_version(n)` asks for.
template <class Version>
struct wanted_version {
    Version value;
};

}  // namespace detail

/// The row with this primary key, as a condition: `pg::select<article>().where(pg::by_key<article>(5))`; one value for
/// each column of the key.
template <class T, class... Key>
constexpr auto by_key(Key&&... key) {
    detail::check_has_key<T>();
    constexpr bool fits = detail::facts_of<T>.key_columns == sizeof...(Key);
    static_assert(fits, "pgmodel: give one value for each column of the model's primary key, in the key's order");
    if constexpr (fits)
        return detail::equal_places<T>(typename detail::key_places<T>::type{}, std::forward<Key>(key)...);
    else return lit<true>;
}

/// For `db.update<article>(id, changes, pg::if_version(7))`: only if the row's version is still this one.
template <class Version>
constexpr auto if_version(Version version) {
    return detail::wanted_version<Version>{version};
}

}  // namespace pgmodel
