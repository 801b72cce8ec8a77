// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// FOR UPDATE and its kin.
#pragma once

#include <pgmodel/query/known_columns.hpp>
#include <pgmodel/query/sources.hpp>

namespace pgmodel::detail {

/// ` for update of a, b skip locked`.
template <fixed_string Strength, fixed_string Waiting, class... Tags>
struct lock_clause {
    static constexpr bool skips = Waiting.view() == " skip locked";
    static constexpr bool named = sizeof...(Tags) > 0;
    template <class From>
    static constexpr bool known = (From::template has<Tags> && ...);
    template <class From, class With>
    static constexpr bool tables =
        ((!From::template has<Tags> || (From::template is_table<Tags> && !With::template has<cte_name<Tags>>)) && ...);
    /// PostgreSQL locks no row that an outer join may leave out.
    template <class From>
    static constexpr bool missing = [] {
        if constexpr (named)
            return ((From::template has<Tags> && From::may_miss(From::template place<Tags> % From::count)) || ...);
        else return From::any_missing;
    }();

    static constexpr void write(text_writer& out) {
        out.append(" for ");
        out.append(Strength.view());
        [[maybe_unused]] const char* before = " of ";
        ((out.append(before), before = ", ", out.name(name_of_tag<Tags>())), ...);
        out.append(Waiting.view());
    }
};
template <class... Locks>
struct lock_list {
    static constexpr bool named = (Locks::named && ...);
    static constexpr bool skips = (Locks::skips || ...);
    template <class From>
    static constexpr bool known = (Locks::template known<From> && ...);
    template <class From, class With>
    static constexpr bool tables = (Locks::template tables<From, With> && ...);
    template <class From>
    static constexpr bool missing = (Locks::template missing<From> || ...);

    static constexpr void write(text_writer& out) { (Locks::write(out), ...); }
};

/// What is locked is not said where it is said how.
template <class... Given>
struct locks_named {
    static constexpr bool value = sizeof...(Given) == 0;
    static_assert(value, "pgmodel: which tables are locked is said by of(): .for_update().of(pgmodel::model<...>), and "
                         "how to wait by .nowait() or .skip_locked()");
};

/// The list of locks with the last one changed.
template <fixed_string Strength, class... Locks>
constexpr auto plus_lock(lock_list<Locks...>) {
    return lock_list<Locks..., lock_clause<Strength, "">>{};
}
template <fixed_string Strength>
constexpr auto plus_lock(no_clause) {
    return lock_list<lock_clause<Strength, "">>{};
}
template <class Change, class... Done>
constexpr auto change_last(lock_list<Done...>, lock_list<>) {
    return lock_list<Done...>{};
}
template <class Change, class... Done, class Next, class... Rest>
constexpr auto change_last(lock_list<Done...>, lock_list<Next, Rest...>) {
    if constexpr (sizeof...(Rest) == 0) return lock_list<Done..., decltype(Change::of(Next{}))>{};
    else return change_last<Change>(lock_list<Done..., Next>{}, lock_list<Rest...>{});
}
template <fixed_string Waiting>
struct waiting_change {
    template <fixed_string Strength, fixed_string Before, class... Tags>
    static constexpr auto of(lock_clause<Strength, Before, Tags...>) {
        static_assert(Before.size() == 0 || Before.view() == Waiting.view(),
                      "pgmodel: nowait() and skip_locked() cannot both be said of one lock");
        return lock_clause<Strength, Waiting, Tags...>{};
    }
};
template <class... Tags>
struct tables_change {
    template <fixed_string Strength, fixed_string Waiting, class... Before>
    static lock_clause<Strength, Waiting, Before..., Tags...> of(lock_clause<Strength, Waiting, Before...>);
};

}  // namespace pgmodel::detail
