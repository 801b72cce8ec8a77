// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An order that a user chooses, among columns that the program allows. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/allow.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/select_query.hpp>

#include <initializer_list>
#include <string_view>

namespace pgmodel {
namespace detail {

/// What the template argument of allow() names, as it stands in a query.
template <auto M>
struct allowed_expression {
    using type = column<M>;
};
template <auto M>
    requires requires { typename decltype(M)::column_type; }
struct allowed_expression<M> {
    using type = std::remove_const_t<decltype(M)>;
};
template <class Tables>
inline constexpr bool tells_groups = false;
template <class From, class Group, class With>
inline constexpr bool tells_groups<group_scope<From, Group, With>> = true;

template <class List, class T>
constexpr bool hides_key_of() {
    constexpr auto& facts = facts_of<model_of<T>>;
    for (std::size_t i = 0; i < facts.key_columns; ++i)
        if (List::hides(facts.columns[facts.key[i]].name)) return true;
    return false;
}

/// `order_by(sort)`: a key of ORDER BY that is several.
template <class Allowed, class... Models>
class sort_order;
template <auto... M, class... Models>
class sort_order<allowed_fields<M...>, Models...> : public ordered_tag {
public:
    using expression_type = literal<true>;
    static constexpr bool constant = false;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr bool dynamic = true;
    template <class Tables>
    using stranger = typename first_stranger<
        std::conditional_t<tells_groups<Tables> || Tables::template has<Models, whole_model<Models>>, void,
                           whole_model<Models>>...,
        typename allowed_expression<M>::type::template stranger<Tables>...>::type;
    /// Has the primary key a place beside what the query does with its rows?
    template <class Query>
    static constexpr bool keeps_keys = [] {
        if constexpr (joins_queries<Query>) return (Query::template shows<whole_model<Models>> && ...);
        else
            return (!std::is_same_v<typename Query::distinct_type, distinct_rows> ||
                    (Query::template shows<whole_model<Models>> && ...)) &&
                   (!Query::is_grouped || (grouping_of<typename Query::group_type>::template covers<Models> && ...));
    }();

    /// Is a name of these columns given to something else by the select list?
    template <class List>
    static constexpr bool hidden_in = (List::hides(selected_name<typename allowed_expression<M>::type>()) || ...) ||
                                      (hides_key_of<List, Models>() || ...);

    template <class Out>
    static constexpr void write(Out& out, const sort_order* self) {
        if (self) self->write_keys(out);
    }
    template <class F>
    void visit(F&) const {}

    /// Reads `name`, `-name`, `name desc` ... separated by commas.
    void read(std::string_view text) {
        const allowed_column allowed[]{allowed_column_of<M>()...};
        each_name(text, [&](std::string_view name) { read_key(name, allowed); });
    }

private:
    struct key {
        allowed_column column;
        bool descending;
    };
    using key_list = std::vector<key>;

    static void add(key_list& keys, const allowed_column& column, bool descending) {
        for (const key& each : keys)
            if (each.column == column) return;
        keys.push_back({column, descending});
    }
    template <class T>
    static void add_primary_key(key_list& keys) {
        constexpr auto& facts = facts_of<model_of<T>>;
        for (std::size_t i = 0; i < facts.key_columns; ++i) add(keys, column_of_table<T>(facts.key[i]), false);
    }
    void read_key(std::string_view name, const allowed_column* allowed) {
        bool descending = false;
        if (name.starts_with('-')) {
            descending = true;
            name.remove_prefix(1);
        } else if (name.ends_with(" desc")) {
            descending = true;
            name = trimmed(name.substr(0, name.size() - 5));
        } else if (name.ends_with(" asc")) {
            name = trimmed(name.substr(0, name.size() - 4));
        }
        add(keys_, allowed[find_allowed(name, allowed, sizeof...(M), "a sort order")], descending);
    }
    void write_keys(text_writer& out) const {
        key_list keys = keys_;
        if (out.keyed) (add_primary_key<Models>(keys), ...);
        else (add(keys, allowed_column_of<M>(), false), ...);
        if (keys.empty()) out.append("(select 1)");
        const char* before = "";
        for (const key& each : keys) {
            out.append(before);
            each.column.qualify(out);
            out.name(*each.column.facts);
            if (each.descending) out.append(" desc");
            before = ", ";
        }
    }

    key_list keys_;
};

template <class Key>
inline constexpr bool is_sort = false;
template <class Allowed, class... Models>
inline constexpr bool is_sort<sort_order<Allowed, Models...>> = true;
template <class List, class Key>
inline constexpr bool hidden_key = hidden_order<List, key_list<Key>>;
template <class List, class Allowed, class... Models>
inline constexpr bool hidden_key<List, sort_order<Allowed, Models...>> =
    sort_order<Allowed, Models...>::template hidden_in<List>;
template <class List, class... Keys>
    requires(is_sort<Keys> || ...)
inline constexpr bool hidden_order<List, key_list<Keys...>> = (hidden_key<List, Keys> || ...);

template <class List, auto... M, class... Models>
struct distinct_order<List, sort_order<allowed_fields<M...>, Models...>> {
    static constexpr bool value = (distinct_order<List, typename allowed_expression<M>::type>::value && ...);
};
template <class Set, auto... M, class... Models>
struct set_order<Set, sort_order<allowed_fields<M...>, Models...>> {
    static constexpr bool value = (set_order<Set, typename allowed_expression<M>::type>::value && ...);
};
template <class Query, class Allowed, class... Models>
inline constexpr bool takes_keys<Query, sort_order<Allowed, Models...>> =
    sort_order<Allowed, Models...>::template keeps_keys<Query>;
template <class Query, class... Keys>
inline constexpr bool takes_keys<Query, key_list<Keys...>> = (takes_keys<Query, Keys> && ...);

}  // namespace detail

/// The order that a user has chosen, for order_by(): names of fields, separated by commas, descending with `-` before
/// or ` desc` behind; then the primary key, so that the order is whole, or the other fields that are allowed where the
/// primary key has no place: in queries with GROUP BY and DISTINCT and in set operations, which take only fields that
/// are keys of the groups or selected. Throws `choice_error` for any other name.
///
///     .order_by(pg::sort<article>("-created_at,title", pg::allow<&article::title, &article::created_at>()))
///
/// Of a join it names all models whose fields are allowed: `pg::sort<article, author>(text, pg::allow<&article::title,
/// &author::name>())`. Where two of them have a field of one name, the text says which: `author.name`. An alias is
/// named by its type, and a column of it as in a query: `pg::sort<worker, boss_type>(text, pg::allow<&worker::name,
/// boss[col<&worker::name>]>())`; the text calls it `boss.name`.
template <class... Models, auto... M>
auto sort(std::string_view text, detail::allowed_fields<M...>) {
    constexpr bool known =
        (detail::table_list<std::remove_const_t<Models>...>::template has<detail::owner_of<M>> && ...);
    static_assert(known, "pgmodel: allow() names fields of the model that is sorted, or of the models of a join: "
                         "pgmodel::sort<article, author>(...)");
    detail::sort_order<detail::allowed_fields<M...>, std::remove_const_t<Models>...> order;
    order.read(text);
    return order;
}
template <class... Models, class... Given>
    requires(sizeof...(Given) < 2)
auto sort(std::string_view, const Given&...) {
    static_assert(detail::never<Models..., Given...>,
                  "pgmodel: sort() takes the text and the fields that it may name: pgmodel::sort<article>(text, "
                  "pgmodel::allow<&article::title>())");
}
template <class... Models>
auto sort(std::string_view text, std::initializer_list<std::string_view> names) {
    return sort<Models...>(text, names.begin());
}

}  // namespace pgmodel
