// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// GROUP BY DISTINCT. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/grouping.hpp>

namespace pgmodel {
namespace detail {

/// `distinct rollup (a, b), rollup (a, c)`: all that GROUP BY has.
template <class... Keys>
struct distinct_sets : key_list<Keys...> {
    static constexpr void write(text_writer& out, const distinct_sets* self) {
        out.append("distinct ");
        key_list<Keys...>::write(out, self);
    }
};
template <class... Keys>
inline constexpr bool is_grouping<distinct_sets<Keys...>> = true;
template <class... Keys>
struct group_keys<distinct_sets<Keys...>> : key_list<distinct_sets<Keys...>> {
    using all = group_keys<Keys...>;
    static constexpr bool sets = true;
    static constexpr bool never_empty = all::never_empty;
    template <class Node>
    static constexpr bool holds = all::template holds<Node>;
    template <class Node>
    static constexpr bool leaves_out = all::template leaves_out<Node>;
    template <class Tag>
    static constexpr bool covers = all::template covers<Tag>;
};
template <class... Keys, class Next, class... More>
struct group_keys<distinct_sets<Keys...>, Next, More...> : group_keys<distinct_sets<Keys...>> {
    static_assert(never<Next>, "pgmodel: DISTINCT is said of all that GROUP BY has: "
                               ".group_by(pgmodel::distinct(pgmodel::rollup(a), pgmodel::cube(b)))");
};

}  // namespace detail

/// `GROUP BY DISTINCT ROLLUP (a, b), ROLLUP (a, c)`: a group that several combinations of the sets give comes once.
/// It is the only argument of group_by().
template <class... Keys>
    requires((detail::is_grouping<Keys> || ...))
constexpr auto distinct(Keys... keys) {
    static_assert((detail::group_key<Keys>::value && ...));
    return detail::distinct_sets<Keys...>{{{std::move(keys)...}}};
}

template <class... Keys>
    requires(sizeof...(Keys) > 1 && !(detail::is_grouping<Keys> || ...))
constexpr auto distinct(const Keys&...) {
    static_assert(detail::never<Keys...>, "pgmodel: DISTINCT in GROUP BY is said of grouping sets, as groups of single "
                                          "keys come once in any case: pgmodel::distinct(pgmodel::rollup(a, b), ...)");
}

}  // namespace pgmodel
