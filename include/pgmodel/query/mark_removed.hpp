// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// remove() of a row that can be told what it has set, of a model that marks its removed rows.
#pragma once

#include <pgmodel/query/crud.hpp>

namespace pgmodel::detail {

/// What comes back when a row's mark is set or taken away: the mark, and what each update sets.
template <class T>
constexpr auto marked_places() {
    auto list = places_set_by_library<T>;
    list.add(facts_of<T>.removal);
    return list;
}

template <class T>
struct mark_statement {
    using model = T;
    static constexpr auto sends = remove_statement<T>::sends;
    static constexpr auto returns = marked_places<T>();

    static constexpr void write(text_writer& out) {
        remove_statement<T>::write(out);
        write_returning(out, view_of<T>, returns.at, returns.count);
    }
};

}  // namespace pgmodel::detail
