// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Can a query be read by keyset pages: does its order tell every row from every other?
#pragma once

#include <pgmodel/query/select.hpp>

#include <type_traits>

namespace pgmodel::detail {

template <class E>
struct column_owner {
    using type = E;
};
template <class E>
    requires requires { typename E::owner; }
struct column_owner<E> {
    using type = typename E::owner;
};
template <class E>
using owner_of_column = typename column_owner<E>::type;

/// Looks for a UNIQUE constraint of some of these columns, of which none can be NULL.
template <class T>
struct held_key_finder {
    const bool* held;
    bool found = false;

    template <auto... M>
    constexpr void operator()(const unique_declaration<M...>& item) {
        found = found || (item.options.deferred == deferral::not_deferrable && (holds<M>() && ...));
    }
    template <class Other>
    constexpr void operator()(const Other&) {}

private:
    template <auto M>
    constexpr bool holds() const {
        if constexpr (means_whole_struct<M> || column<M>::nullable) return false;
        else return held[column_place<M>];
    }
};

/// Columns of one source of which each has one value. `Live`: of a source without the rows that are marked as removed,
/// so that a key need not be unique among these.
template <class Tag, bool Live>
struct fixed_columns {
    using model = model_of<Tag>;
    bool at[column_count<model>]{};
    bool single_key = false;

    template <class Column>
    constexpr void add() {
        if constexpr (requires { typename Column::column_type; }) {
            if constexpr (std::is_same_v<typename Column::owner, Tag>)
                add_column<typename Column::column_type::owner>(typename Column::column_type{});
        } else if constexpr (requires {
                                 typename Column::owner;
                                 Column::pointer;
                             }) {
            if constexpr (std::is_same_v<typename Column::owner, Tag>) add_column<Tag>(Column{});
        }
    }
    /// Of a join's condition: what it says to be equal to something.
    template <class On>
    constexpr void add_equal(const On*) {}
    template <int Level, class Value, bool Nullable, class Left, class Right>
    constexpr void add_equal(const infix<" = ", Level, Value, Nullable, Left, Right>*) {
        if constexpr (!std::is_same_v<owner_of_column<Left>, owner_of_column<Right>>) {
            add<Left>();
            add<Right>();
        }
    }
    template <int Level, class Value, bool Nullable, class Left, class Right>
    constexpr void add_equal(const infix<" and ", Level, Value, Nullable, Left, Right>*) {
        add_equal(static_cast<const Left*>(nullptr));
        add_equal(static_cast<const Right*>(nullptr));
    }
    constexpr bool hold_a_key() const {
        bool all = facts_of<model>.key_columns > 0 && !facts_of<model>.key_deferrable;
        for (std::size_t i = 0; i < facts_of<model>.key_columns; ++i) all = all && at[facts_of<model>.key[i]];
        if (all || single_key || (!Live && facts_of<model>.removals > 0)) return all || single_key;
        held_key_finder<model> finder{at};
        declare<model>().items.each(finder);
        return finder.found;
    }

private:
    template <class T, auto M>
    constexpr void add_column(const column<M>&) {
        if constexpr (!means_whole_struct<M>) {
            at[column_place<M>] = true;
            if constexpr (column<M>::nullable) return;
            else if constexpr (Live) single_key = single_key || is_unique_key<T, M>();
            else single_key = single_key || is_whole_key<T, M>();
        }
    }
};

/// Is there at most one row of a source for each row of the others: since the order holds a key of it, or by its join?
template <class From, bool Removed, std::size_t N, class... Keys>
struct told_source {
    using item = typename From::template item_at<N>;
    using tag = typename item::tag;
    using columns = fixed_columns<tag, leaves_out<typename item::source> && !Removed>;

    static constexpr bool by_order = [] {
        columns fixed;
        (fixed.template add<Keys>(), ...);
        return fixed.hold_a_key();
    }();
    template <class Owner, class Target, std::size_t Column>
    static constexpr bool leads_here(const key_condition<Owner, Target, Column>*) {
        return std::is_same_v<Target, tag>;
    }
    static constexpr bool leads_here(const no_clause*) {
        return !item::source::lateral && no_key_leads_away(std::make_index_sequence<N>{});
    }
    template <class On>
    static constexpr bool leads_here(const On* on) {
        columns fixed;
        fixed.add_equal(on);
        return fixed.hold_a_key();
    }
    static constexpr bool by_join = (item::kind == join_kind::inner || item::kind == join_kind::left) &&
                                    leads_here(static_cast<const typename item::condition*>(nullptr));
    static constexpr bool value = !item::source::table || by_order || by_join;

    template <std::size_t Before, class Owner, class Target, std::size_t Column>
    static constexpr bool refers_to(const key_condition<Owner, Target, Column>*) {
        return std::is_same_v<Owner, tag> && std::is_same_v<Target, typename From::template tag_at<Before>>;
    }
    template <std::size_t Before>
    static constexpr bool refers_to(const no_clause*) {
        return find_link<model_of<tag>, model_of<typename From::template tag_at<Before>>>(any_column).found == 1;
    }
    template <std::size_t Before, class On>
    static constexpr bool refers_to(const On*) {
        return false;
    }
    /// Is there at most one row of an earlier source for each row of this one, along a foreign key?
    template <std::size_t Before>
    static constexpr bool tells =
        item::kind == join_kind::inner && refers_to<Before>(static_cast<const typename item::condition*>(nullptr));

private:
    template <std::size_t... Before>
    static constexpr bool no_key_leads_away(std::index_sequence<Before...>) {
        return ((find_link<model_of<tag>, model_of<typename From::template tag_at<Before>>>(any_column).found == 0) &&
                ... && true);
    }
};

template <class Model, bool Told>
struct key_in_order {
    static_assert(
        Told,
        "pgmodel: rows that are equal in order_by() would be lost between two pages; put a unique key of this model at "
        "its end, such as the primary key");
    static constexpr bool value = Told;
};
template <class E>
struct keyset_order_key {
    static_assert(E::constant && !is_dynamic<E>(),
                  "pgmodel: the order of keyset pages is made of columns and expressions without values; "
                  "use pgmodel::lit");
    static constexpr bool value = compared_type<typename E::value_type, comparison::by_order>::value;
};
template <std::size_t N>
struct told_flags {
    bool at[N]{};
};
/// What a told source refers to is told, too.
template <class Source, std::size_t Place, std::size_t N, std::size_t... Before>
constexpr void tell_others(told_flags<N>& told, std::index_sequence<Before...>) {
    ((told.at[Before] = told.at[Before] || (told.at[Place] && Source::template tells<Before>)), ...);
}
template <class From, bool Removed, class... Keys, std::size_t... I>
constexpr auto find_told(std::index_sequence<I...>) {
    told_flags<sizeof...(I)> told{{told_source<From, Removed, I, Keys...>::value...}};
    for (std::size_t round = 0; round < sizeof...(I); ++round)
        (tell_others<told_source<From, Removed, I, Keys...>, I>(told, std::make_index_sequence<I>{}), ...);
    return told;
}
/// `Removed`: with the rows that are marked as removed.
template <class From, bool Removed, class Order, class Indices = std::make_index_sequence<From::count>>
struct told_rows : std::true_type {};
template <class From, bool Removed, class... Keys, std::size_t... I>
struct told_rows<From, Removed, key_list<Keys...>, std::index_sequence<I...>> {
    static constexpr auto told =
        find_told<From, Removed, typename sorted_expression<Keys>::type...>(std::index_sequence<I...>{});
    static constexpr bool value = (keyset_order_key<typename sorted_expression<Keys>::type>::value && ...) &&
                                  (key_in_order<model_of<typename From::template tag_at<I>>, told.at[I]>::value && ...);
};

/// Is a key of the order what a user chooses?
template <class Order>
inline constexpr bool sorts_at_run_time = false;
template <class... Keys>
inline constexpr bool sorts_at_run_time<key_list<Keys...>> =
    ((ordered_key<Keys> && !requires { Keys::descending; }) || ...);

template <class Query>
struct checked_keyset {
    static constexpr bool select = requires { typename Query::list_type; };
    static_assert(select, "pgmodel: keyset pages are made of a select; put union() and the like into a subquery");
    static constexpr bool value = select;
};
template <class Query>
    requires requires { typename Query::list_type; }
struct checked_keyset<Query> {
    static constexpr bool plain =
        !Query::is_distinct && !Query::is_grouped && !Query::list_type::windowed && !Query::order_type::windowed;
    static_assert(
        plain,
        "pgmodel: keyset pages go through rows of tables; put distinct(), groups and window functions into a subquery");
    static_assert(!Query::limited, "pgmodel: a keyset page says how many rows it has; take limit() and offset() away");
    static_assert(is_said<typename Query::order_type>,
                  "pgmodel: keyset pages need an order; say order_by(...), with a unique key at its end");
    static constexpr bool fixed = !sorts_at_run_time<typename Query::order_type>;
    static_assert(fixed,
                  "pgmodel: pgmodel::sort() is an order of the run, and that of keyset pages is part of the query; "
                  "write a query for each order, or read pages by db.page()");
    static constexpr bool value = std::conditional_t < plain && fixed && !Query::limited,
                          told_rows<typename Query::from_type, Query::includes_removed, typename Query::order_type>,
                          std::true_type > ::value;
};

}  // namespace pgmodel::detail
