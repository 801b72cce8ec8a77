// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SEARCH and CYCLE of a recursive query: the order of its rows as a tree, and an end where it comes back to where it
// has been. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/with.hpp>

namespace pgmodel {
namespace detail {

/// What the server makes to sort by; it has no C++ type.
struct search_position {};

/// A column that SEARCH or CYCLE adds to a common table expression.
template <class Tag, fixed_string Name, class Value>
struct added_column : members<added_column<Tag, Name, Value>> {
    using owner = Tag;
    using value_type = Value;
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = std::conditional_t<Tables::template has<Tag, added_column>, void, added_column>;
    template <class Nulls>
    static constexpr bool null_in = Nulls::template source<Tag>;

    static constexpr void write(text_writer& out, const added_column*) {
        if (out.qualified) {
            write_tag<Tag>(out);
            out.append(".");
        }
        out.name(Name.view());
    }
    template <class F>
    constexpr void visit(F&) const {}
};

/// The columns by which a recursive query is searched.
template <class Cte, class... Keys>
struct traced_columns {
    static constexpr bool own = sizeof...(Keys) > 0 && [] {
        if constexpr ((requires {
                          typename Keys::owner;
                          Keys::pointer;
                      } && ...))
            return (std::is_same_v<typename Keys::owner, model_of<typename Cte::tag>> && ...);
        else return false;
    }();
    static_assert(
        own,
        "pgmodel: search and cycle name columns of the recursive query itself: fields of the struct that its rows are");
    static constexpr bool value = own;
};
template <class Cte>
struct recursive_query {
    static constexpr bool value = joins_queries<decltype(Cte::query)>;
    static_assert(value,
                  "pgmodel: search and cycle are said of a recursive query, which has the form start.union_all(step)");
    static_assert(
        [] {
            if constexpr (value)
                return !joins_queries<typename decltype(Cte::query)::left_type> &&
                       !joins_queries<typename decltype(Cte::query)::right_type>;
            else return true;
        }(),
        "pgmodel: of a query with search or cycle neither the start nor the step is a set operation; put that into a "
        "subquery of its FROM");
};

/// SQL has at most one SEARCH, and at most one CYCLE behind it.
template <class Cte, class Value>
struct traced_once {
    static constexpr bool value = [] {
        if constexpr (requires { Cte::traced; }) return Cte::searched && std::is_same_v<Value, bool>;
        else return true;
    }();
    static_assert(value, "pgmodel: a query is searched once, and its cycles are detected once and behind that: "
                         "detect_cycles(search_depth_first(tree, ...), ...)");
};

/// `cte search ... set ...`, `cte cycle ... set ... using ...`.
template <class Cte, fixed_string Words, fixed_string Set, fixed_string Using, class Value, class... Keys>
struct traced_cte : Cte {
    static_assert(recursive_query<Cte>::value);
    static_assert(traced_columns<Cte, Keys...>::value);
    static_assert(traced_once<Cte, Value>::value);
    static constexpr bool traced = true;
    static constexpr bool searched = std::is_same_v<Value, search_position>;

    constexpr explicit traced_cte(Cte cte) : Cte(std::move(cte)) {}

    /// The column to sort by, for order_by().
    constexpr auto search_order() const {
        if constexpr (std::is_same_v<Value, search_position>) return added_column<typename Cte::tag, Set, Value>{};
        else return Cte::search_order();
    }
    /// Has this row been there before? Such a row is the last one of its way.
    constexpr auto is_cycle() const {
        if constexpr (std::is_same_v<Value, bool>) return added_column<typename Cte::tag, Set, Value>{};
        else return Cte::is_cycle();
    }

    static constexpr void write(text_writer& out, const traced_cte* self) {
        Cte::write(out, self);
        out.append(Words.view());
        const char* before = "";
        ((out.append(before), out.name(facts_of<typename Keys::owner>.columns[column_place<Keys::pointer>]),
          before = ", "),
         ...);
        out.append(" set ");
        out.name(Set.view());
        if constexpr (Using.size() > 0) {
            out.append(" using ");
            out.name(Using.view());
        }
    }
};
template <class Cte, fixed_string Words, fixed_string Set, fixed_string Using, class Value, class... Keys>
inline constexpr bool is_cte<traced_cte<Cte, Words, Set, Using, Value, Keys...>> = true;
template <class Cte, fixed_string Words, fixed_string Set, fixed_string Using, class Value, class... Keys>
inline constexpr bool names_source<traced_cte<Cte, Words, Set, Using, Value, Keys...>> = true;
template <class Cte, fixed_string Words, fixed_string Set, fixed_string Using, class Value, class... Keys>
constexpr auto as_source(const traced_cte<Cte, Words, Set, Using, Value, Keys...>&) {
    return cte_source<typename Cte::tag>{};
}

}  // namespace detail

/// `SEARCH DEPTH FIRST BY a, b SET name`: `tree.search_order()` sorts each row behind the one that it was found from,
/// and rows of one parent by these columns:
///
///     auto tree = pg::search_depth_first(pg::cte(start.union_all(step)), col<&level::id>);
///     pg::with_recursive(tree).select<level>().from(tree).order_by(tree.search_order())
template <fixed_string Name = "search_order", class Cte, class... Keys>
constexpr auto search_depth_first(Cte cte, Keys...) {
    return detail::traced_cte<Cte, " search depth first by ", Name, "", detail::search_position, Keys...>(
        std::move(cte));
}
/// `SEARCH BREADTH FIRST BY a, b SET name`: level by level.
template <fixed_string Name = "search_order", class Cte, class... Keys>
constexpr auto search_breadth_first(Cte cte, Keys...) {
    return detail::traced_cte<Cte, " search breadth first by ", Name, "", detail::search_position, Keys...>(
        std::move(cte));
}
/// `CYCLE a, b SET name USING path`: a row whose columns have been on the way to it is found once more, with
/// `tree.is_cycle()`, and nothing is looked for behind it. Said after a search, as in SQL.
template <fixed_string Name = "is_cycle", fixed_string Path = "cycle_path", class Cte, class... Keys>
constexpr auto detect_cycles(Cte cte, Keys...) {
    return detail::traced_cte<Cte, " cycle ", Name, Path, bool, Keys...>(std::move(cte));
}

}  // namespace pgmodel
