// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Materialized views made anew. `#include <pgmodel/session/materialized_view.hpp>`
#pragma once

#include <pgmodel/model/view.hpp>
#include <pgmodel/session/connection.hpp>

#include <cstdint>
#include <string>

namespace pgmodel {

/// How a materialized view is made anew: locking lets nobody read it meanwhile; concurrently needs a unique index on
/// columns of it, without a condition, and rows that are there already.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"  // g++ takes the enumerator for one that hides pgmodel::with_no_data
enum class view_refresh : std::uint8_t { locking, concurrently, with_no_data };
#pragma GCC diagnostic pop

namespace detail {

template <class T>
struct materialized_view_finder {
    bool found = false;
    bool unique = false;
    template <class Item>
    constexpr void operator()(const Item& item) {
        if constexpr (requires { Item::makes_view; }) found = Item::materialized;
        if constexpr (requires { item.is_unique; }) unique |= item.is_unique;
    }
};
template <class T>
inline constexpr auto materialized_view_of = [] {
    materialized_view_finder<T> find;
    declare<T>().items.each(find);
    return find;
}();

template <class T>
struct refreshed_view {
    static_assert(materialized_view_of<T>.found, "pgmodel: only a model that is a materialized view can be refreshed; "
                                                 "declare it by pgmodel::materialized_view()");
    static constexpr bool value = true;
};

}  // namespace detail

/// `REFRESH MATERIALIZED VIEW`: runs the view's query again, and keeps its rows. Throws `usage_error` where
/// concurrently is said of a view without a unique index.
template <class T>
void refresh_materialized_view(connection& db, detail::model_tag<T>, view_refresh how = view_refresh::locking) {
    static_assert(detail::checked_model<T>::value);
    static_assert(detail::refreshed_view<T>::value);
    const std::string name =
        schema::detail::qualified(std::string(detail::facts_of<T>.schema), std::string(detail::facts_of<T>.name));
    if (how == view_refresh::concurrently && !detail::materialized_view_of<T>.unique)
        throw usage_error("pgmodel: view " + name + " has no unique index, which is needed to refresh it concurrently");
    db.execute_script(
        (how == view_refresh::concurrently ? "refresh materialized view concurrently " : "refresh materialized view ") +
        name + (how == view_refresh::with_no_data ? " with no data" : ""));
}

}  // namespace pgmodel
