// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// GROUP BY: its keys, also as ROLLUP, CUBE and GROUPING SETS, and what may be selected beside them.
#pragma once

#include <pgmodel/expression/aggregate_call.hpp>
#include <pgmodel/query/joins.hpp>
#include <pgmodel/query/known_columns.hpp>

namespace pgmodel {
namespace detail {

template <class Tag>
struct whole_model;

/// Keys that stand together in a grouping set: `(a, b)`.
template <class... Keys>
struct key_set : key_list<Keys...> {
    static constexpr void write(text_writer& out, const key_set* self) {
        out.append("(");
        key_list<Keys...>::write(out, self);
        out.append(")");
    }
};

/// `rollup (a, b)`: keys that are not the same for all groups.
template <fixed_string Word, class... Keys>
struct grouping_sets : key_list<Keys...> {
    static constexpr void write(text_writer& out, const grouping_sets* self) {
        out.append(Word.view());
        out.append(" (");
        key_list<Keys...>::write(out, self);
        out.append(")");
    }
};

template <class Path, class Whole>
inline constexpr bool begins_path = false;
template <auto Last, auto... More>
inline constexpr bool begins_path<member_path<Last>, member_path<Last, More...>> = true;
template <auto First, auto Second, auto... Path, auto Next, auto... More>
inline constexpr bool begins_path<member_path<First, Second, Path...>, member_path<First, Next, More...>> =
    begins_path<member_path<Second, Path...>, member_path<Next, More...>>;

/// A key tells its attributes, too.
template <class Key, class Node>
inline constexpr bool key_holds = std::is_same_v<Key, Node>;
template <auto K, auto M>
    requires is_path<M>
inline constexpr bool key_holds<column<K>, column<M>> = begins_path<decltype(path_type<K>()), decltype(path_type<M>())>;
template <class Alias, class Key, class Node>
inline constexpr bool key_holds<alias_column<Alias, Key>, alias_column<Alias, Node>> = key_holds<Key, Node>;
template <class... Keys, class Node>
inline constexpr bool key_holds<key_set<Keys...>, Node> = (key_holds<Keys, Node> || ...);
template <fixed_string Word, class... Keys, class Node>
inline constexpr bool key_holds<grouping_sets<Word, Keys...>, Node> = (key_holds<Keys, Node> || ...);

/// Does a test hold for a key of every group that these make?
template <class Key, class Test>
inline constexpr bool in_every_group = Test::template holds<Key>;
template <class... Keys, class Test>
inline constexpr bool in_every_group<key_set<Keys...>, Test> = (in_every_group<Keys, Test> || ...);
template <fixed_string Word, class... Keys, class Test>
inline constexpr bool in_every_group<grouping_sets<Word, Keys...>, Test> =
    Word.view() == "grouping sets" && (in_every_group<Keys, Test> && ...);
template <class Node>
struct names_node {
    template <class Key>
    static constexpr bool holds = key_holds<Key, Node>;
};

template <class Key>
inline constexpr bool is_key_set = false;
template <class... Keys>
inline constexpr bool is_key_set<key_set<Keys...>> = true;
template <class Key>
inline constexpr bool is_grouping = false;
template <fixed_string Word, class... Keys>
inline constexpr bool is_grouping<grouping_sets<Word, Keys...>> = true;

/// The place of the column that a key is, in the table of this tag.
template <class Key, class Tag>
inline constexpr std::size_t key_place = any_column;
template <auto M, class Tag>
inline constexpr std::size_t key_place<column<M>, Tag> =
    std::is_same_v<owner_of<M>, Tag> && !names_attribute<M> ? column_place<M> : any_column;
template <class Tag, auto M>
inline constexpr std::size_t key_place<alias_column<Tag, column<M>>, Tag> =
    names_attribute<M> ? any_column : column_place<M>;
/// A column of the primary key of this table.
template <class Tag, std::size_t N>
struct names_key {
    template <class Key>
    static constexpr bool holds = key_place<Key, Tag> == facts_of<model_of<Tag>>.key[N];
};

/// Is it a column of this table that is NULL in some groups?
template <class Group, class Tag, class Key>
inline constexpr bool empties = key_place<Key, Tag> != any_column && Group::template leaves_out<Key>;
template <class Group, class Tag, class... Keys>
inline constexpr bool empties<Group, Tag, key_set<Keys...>> = (empties<Group, Tag, Keys> || ...);
template <class Group, class Tag, fixed_string Word, class... Keys>
inline constexpr bool empties<Group, Tag, grouping_sets<Word, Keys...>> = (empties<Group, Tag, Keys> || ...);

template <class... Keys>
struct group_keys : key_list<Keys...> {
    static constexpr bool sets = (is_grouping<Keys> || ...);
    /// With a key that all groups have there is no group without rows; `()` has one.
    static constexpr bool never_empty = (expression<Keys> || ...);
    template <class Node>
    static constexpr bool holds = (key_holds<Keys, Node> || ...);
    /// A key that some of the groups leave out, so that it is NULL there.
    template <class Node>
    static constexpr bool leaves_out = (sets && holds<Node>) && !in_every_group<key_set<Keys...>, names_node<Node>>;
    /// Does the primary key of the table stand in every group? Then all its columns are known.
    template <class Tag>
    static constexpr bool covers = [] {
        if constexpr (has_primary_key<model_of<Tag>>) {
            return []<std::size_t... N>(std::index_sequence<N...>) {
                return (in_every_group<key_set<Keys...>, names_key<Tag, N>> && ...);
            }(std::make_index_sequence<facts_of<model_of<Tag>>.key_columns>{});
        } else {
            return false;
        }
    }();
    /// May whole rows of the table be selected?
    template <class Tag>
    static constexpr bool keeps_rows = covers<Tag> && !(empties<group_keys, Tag, Keys> || ...);
};

/// No GROUP BY, but an aggregate: all rows are one group.
struct one_group {
    static constexpr bool sets = false;
    static constexpr bool never_empty = false;
    template <class Node>
    static constexpr bool holds = false;
    template <class Node>
    static constexpr bool leaves_out = false;
    template <class Tag>
    static constexpr bool covers = false;
    template <class Tag>
    static constexpr bool keeps_rows = false;
};
template <class Group>
using grouping_of = std::conditional_t<is_said<Group>, Group, one_group>;

template <int Special>
struct nested_aggregate {
    static_assert((Special & holds_nested) == 0,
                  "pgmodel: an aggregate cannot hold another; make the inner one in a subquery");
    static constexpr bool value = true;
};
/// What is known of a group: its keys, columns that its keys determine, aggregates, and whatever is outside of the
/// query.
template <class From, class Group, class With = no_clause>
struct group_scope {
    template <class Tag, class Column = void>
    static constexpr bool has = [] {
        if constexpr (!From::template has<Tag> || Group::template holds<Column>) return true;
        else if constexpr (!From::template is_table<Tag> || With::template has<cte_name<Tag>>) return false;
        else if constexpr (std::is_same_v<Column, whole_model<Tag>>) return Group::template keeps_rows<Tag>;
        else return Group::template covers<Tag>;
    }();
    template <class Node>
    static constexpr bool whole = [] {
        if constexpr (Group::template holds<Node>) return true;
        else if constexpr (requires { Node::reduces; }) {
            if constexpr (Node::reduces)
                return std::is_void_v<typename direct_arguments<Node>::type::template stranger<group_scope>>;
            else return false;
        } else return false;
    }();
};

/// An argument of grouping() that is no key.
template <class Argument>
struct no_key {};
template <class From, class Group, class With, class Value, int Properties, class... Arguments>
struct stranger_in_parts<group_scope<From, Group, With>, call<"grouping(", ")", Value, Properties, Arguments...>,
                         Arguments...>
    : first_stranger<std::conditional_t<Group::template holds<Arguments>, void, no_key<Arguments>>...> {};

/// What may be NULL in a query's rows although its column is not, and which sources are no tables.
template <class From, class Group, class With = no_clause>
struct null_scope {
    template <class Tag>
    static constexpr bool derived =
        From::template has<Tag> && (!From::template is_table<Tag> || With::template has<cte_name<Tag>>);
    static constexpr bool any = From::any_missing || Group::sets;
    static constexpr bool grouped = Group::never_empty;
    template <class Tag>
    static constexpr bool source =
        From::template has<Tag> && From::may_miss(From::template place<Tag> % (From::count + !From::count));
    template <class Node>
    static constexpr bool node = Group::template leaves_out<Node>;
};

/// `Groups`: of GROUP BY, else of DISTINCT ON, which looks at rows when groups and windows are made.
template <class Key, bool Groups = true>
struct group_key {
    static constexpr bool fit = expression<Key> || (Groups && (is_grouping<Key> || is_key_set<Key>));
    static_assert(fit, "pgmodel: group_by() and distinct_on() take columns and expressions");
    static_assert(!is_bare_literal<Key>, "pgmodel: a literal tells nothing apart, and a number in group_by() or "
                                         "distinct_on() would mean a place in the select list; name the column");
    static constexpr bool constant = [] {
        if constexpr (fit) return Key::constant;
        else return true;
    }();
    static_assert(constant, "pgmodel: group_by() and distinct_on() may hold only pgmodel::lit values, since PostgreSQL "
                            "compares them with the select list by their text; write pgmodel::lit<value>");
    static constexpr bool single = [] {
        if constexpr (fit && Groups) return !Key::aggregate && !Key::windowed;
        else return true;
    }();
    static_assert(
        single,
        "pgmodel: an aggregate or a window function has no place in group_by(); group first and select it outside");
    static constexpr bool value = told_type<told_value<Key>, is_groupable<told_value<Key>>()>::value;
};
/// Keys within keys(), rollup() and cube().
template <bool Sets, class Key>
struct inner_key : group_key<Key> {
    static_assert(!is_grouping<Key> && (Sets || !is_key_set<Key>),
                  "pgmodel: keys(), rollup() and cube() hold columns and expressions, the latter two also keys(); "
                  "rollup(), cube() and grouping_sets() stand in group_by() and in grouping_sets()");
};
template <bool Groups, class... Keys>
struct given_keys {
    static_assert(sizeof...(Keys) > 0, "pgmodel: group_by() and distinct_on() take at least one column or expression");
    static constexpr bool value = (group_key<Keys, Groups>::value && ...);
};

}  // namespace detail

/// Keys that are one in a grouping set: `pg::grouping_sets(pg::keys(a, b), pg::keys(a), pg::keys())`.
template <class... Keys>
constexpr auto keys(Keys... keys) {
    static_assert((detail::inner_key<false, Keys>::value && ...));
    return detail::key_set<Keys...>{{{std::move(keys)...}}};
}
/// `GROUP BY GROUPING SETS (...)`: a key that a group leaves out is NULL there, so its column becomes optional.
template <class... Keys>
constexpr auto grouping_sets(Keys... keys) {
    static_assert((detail::group_key<Keys>::value && ...));
    return detail::grouping_sets<"grouping sets", Keys...>{{{std::move(keys)...}}};
}
/// `GROUP BY ROLLUP (a, b)`: by a and b, by a, and all in one.
template <class... Keys>
constexpr auto rollup(Keys... keys) {
    static_assert((detail::inner_key<true, Keys>::value && ...));
    return detail::grouping_sets<"rollup", Keys...>{{{std::move(keys)...}}};
}
/// `GROUP BY CUBE (a, b)`: by every choice of the keys.
template <class... Keys>
constexpr auto cube(Keys... keys) {
    static_assert((detail::inner_key<true, Keys>::value && ...));
    return detail::grouping_sets<"cube", Keys...>{{{std::move(keys)...}}};
}
/// `grouping(a, b)`: which of these keys the group leaves out, as bits, the last one lowest.
template <class... Keys>
constexpr auto grouping(Keys... keys) {
    return detail::call < "grouping(", ")", std::int32_t, detail::never_null | detail::of_groups,
           Keys... > (std::move(keys)...);
}

}  // namespace pgmodel
