// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The names in FROM. To C++ the tables of a statement are types, to the server they are names: two types of one name
// would be one table to it, or none.
#pragma once

#include <pgmodel/query/joins.hpp>

namespace pgmodel::detail {

struct source_name {
    std::string_view schema;
    std::string_view name;
    bool own;    ///< an alias, or the name of what is no table: without a schema, and nothing else may have it
    bool again;  ///< of a struct that is in FROM before, which is refused in another sentence
};
/// A column of a table without a schema is written `table.column`, which any table of that name has.
constexpr bool is_one_name(const source_name& a, const source_name& b) {
    return a.name == b.name && (a.own || b.own || a.schema.empty() || b.schema.empty() || a.schema == b.schema);
}
/// Is a name of a query around another one's found among that one's? With a schema it is no alias.
constexpr bool hides(const source_name& inner, const source_name& outer) {
    return inner.name == outer.name && (outer.schema.empty() || (!inner.own && inner.schema == outer.schema));
}
template <class Tag, bool Table>
constexpr source_name name_of_source(bool again = false) {
    if constexpr (is_alias<Tag> || !Table) return {{}, name_of_tag<Tag>(), true, again};
    else return {facts_of<Tag>.schema, facts_of<Tag>.name, false, again};
}

template <class From>
struct names_of;
template <std::size_t... I, class... Items>
struct names_of<from_items<std::index_sequence<I...>, Items...>> {
    using from = from_items<std::index_sequence<I...>, Items...>;
    static constexpr source_name all[sizeof...(I) + 1]{
        name_of_source<typename Items::tag, Items::source::table>(from::template place<typename Items::tag> != I)...};

    static constexpr bool has(const source_name& other, bool (*found)(const source_name&, const source_name&)) {
        for (std::size_t i = 0; i < sizeof...(I); ++i)
            if (found(all[i], other)) return true;
        return false;
    }
    static constexpr bool differ = [] {
        for (std::size_t i = 1; i < sizeof...(I); ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (!all[i].again && is_one_name(all[i], all[j])) return false;
        return true;
    }();
};
template <class From>
struct named_apart {
    static constexpr bool value = names_of<From>::differ;
    static_assert(value,
                  "pgmodel: two tables of this query have one name, which the server cannot tell apart; give one "
                  "of them another with pgmodel::alias<model, \"name\">");
};
/// No common table expression is read in place of a table; <pgmodel/query/with.hpp> looks.
template <class Statement, class With>
struct reads_tables;
template <class Statement, class With = typename Statement::with_type>
using apart_from_ctes = std::conditional_t<is_said<With>, reads_tables<Statement, With>, std::true_type>;
template <class Statement, class From = typename Statement::from_type>
struct checked_names {
    static constexpr bool value = std::conditional_t<(From::count > 1), named_apart<From>, std::true_type>::value &&
                                  apart_from_ctes<Statement>::value;
};
/// Names differ of the table whose rows are changed, and of those beside it.
template <class Tag, class From>
struct named_apart_from {
    static constexpr bool value =
        From::template has<Tag> || !names_of<From>::has(name_of_source<Tag, true>(), is_one_name);
    static_assert(value, "pgmodel: a table has the name of the one whose rows are changed; give one of them another "
                         "with pgmodel::alias<model, \"name\">");
};

/// Is a table of a query around it hidden by the name of one of its own?
template <class From, class Tag, class Column>
inline constexpr bool hides_name = false;
template <class From, class T, fixed_string Name, class Column>
inline constexpr bool hides_name<From, aliased<T, Name>, Column> =
    names_of<From>::has({{}, Name.view(), true, false}, hides);
template <class From, class Tag, auto M>
inline constexpr bool hides_name<From, Tag, column<M>> = names_of<From>::has(name_of_source<Tag, true>(), hides);
/// What the tables `From` of a query leave to see of those around it.
template <class From, class Outer>
struct around {
    template <class Tag, class Column = void>
    static constexpr bool has = Outer::template has<Tag, Column> && !hides_name<From, Tag, Column>;
    template <class Node>
    static constexpr bool whole = false;
};
template <class From, class Outer>
using seen_around = std::conditional_t<std::is_same_v<Outer, table_list<>>, Outer, around<From, Outer>>;

}  // namespace pgmodel::detail
