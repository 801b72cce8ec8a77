// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `db.upsert<&product::sku>(rows)`: many rows inserted or updated by one statement. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/upsert_many.hpp>
#include <pgmodel/session/connection.hpp>

#include <cstddef>
#include <vector>

namespace pgmodel::detail {

PGMODEL_FUNCTION
upsert_counts run_upsert_many(channel& c, const many_plan& plan, const many_key& key, const void* rows,
                              std::size_t count);

template <class T, class Set, auto... Key>
inline constexpr many_key many_key_of{usual_insert<T, Key...>::conflict.at,
                                      usual_insert<T, Key...>::conflict.count,
                                      upsert_set<T, Set>::places.at,
                                      upsert_set<T, Set>::places.count,
                                      &key_collation<T>,
                                      &key_holds_nulls<T>};

template <class T>
    requires(row_like<T>)
struct upserted_rows<T> {
    static constexpr bool included = true;

    template <auto... Key, class Set = fields_to_set<>>
    static upsert_counts run(channel& c, const std::vector<T>& rows, const Set& = {}) {
        static_assert(checked_model<T>::value);
        static_assert(written_model<T>::value);
        if constexpr (checked_row_key<T, Key...>::value && checked_upsert_set<T, Set, Key...>::value)
            return run_upsert_many(c, many_plan_of<T>, many_key_of<T, Set, Key...>, rows.data(), rows.size());
        else return {};
    }
};

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/upsert_many.ipp>
#endif
