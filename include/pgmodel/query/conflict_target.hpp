// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What ON CONFLICT is asked about: columns and expressions of a unique key or index that the model declares, or a
// constraint that it has named. PostgreSQL looks for such a key when the statement runs; here it is looked for when it
// is compiled.
#pragma once

#include <pgmodel/expression/key_list.hpp>
#include <pgmodel/model/item_checks.hpp>
#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/select_list.hpp>

#include <initializer_list>
#include <string_view>

namespace pgmodel {
namespace detail {

/// ` on constraint name`
template <fixed_string Name>
struct named_conflict {
    static constexpr bool constant = true;
    static constexpr bool dynamic = false;
    template <class Tables>
    using stranger = void;

    static constexpr void write(text_writer& out) {
        out.append(" on constraint ");
        out.name(Name.view());
    }
};
/// Are these columns the primary key?
template <class T, class... Keys>
inline constexpr bool is_primary_target = false;
template <class T, auto... M>
inline constexpr bool is_primary_target<T, column<M>...> =
    facts_of<T>.key_columns == sizeof...(M) && (facts_of<T>.columns[column_place<M>].primary_key && ...);

/// ` (a, lower(b)) where condition`; all are constants.
template <class Predicate, class... Keys>
struct key_conflict {
    static constexpr bool constant = (Keys::constant && ... && true);
    template <class Tables>
    using stranger = typename first_stranger<typename Keys::template stranger<Tables>...,
                                             typename Predicate::template stranger<Tables>>::type;

    static constexpr void write(text_writer& out) {
        std::size_t n = 0;
        ((out.append(n++ == 0 ? " (" : ", "), write_key<Keys>(out)), ...);
        out.append(")");
        // With soft_delete() any key but the primary one is an index of the rows that are not removed.
        using owner = model_of<typename source_of<stranger<table_list<>>>::type>;
        constexpr bool filters = facts_of<owner>.removals > 0 && !is_primary_target<owner, Keys...>;
        if constexpr (is_said<Predicate> || filters) out.append(" where ");
        if constexpr (is_said<Predicate>)
            write_part<(filters ? level::logical_and : 0)>(out, static_cast<const Predicate*>(nullptr));
        if constexpr (filters) {
            out.append(is_said<Predicate> ? " and " : "");
            write_unmarked(out, facts_of<owner>.columns[facts_of<owner>.removal]);
        }
    }

private:
    template <class Key>
    static constexpr void write_key(text_writer& out) {
        // What is neither a column nor a call stands in parentheses, as in the index.
        constexpr bool bare = is_plain_column<Key> || requires { Key::argument_aggregate; };
        if constexpr (!bare) out.append("(");
        Key::write(out, nullptr);
        if constexpr (!bare) out.append(")");
    }
};

/// The text of an expression about one table.
template <class Expression>
struct own_text {
    static constexpr void write(text_writer& out) { Expression::write(out, nullptr); }
};
template <class A, class B>
constexpr bool same_expression() {
    if constexpr (std::is_same_v<A, B>) return true;
    else if constexpr (std::is_same_v<A, nothing_said> || std::is_same_v<B, nothing_said>) return false;
    else if constexpr (is_plain_column<A> != is_plain_column<B>) return false;
    else return rendered<own_text<A>>::sql == rendered<own_text<B>>::sql;
}

/// Is the expression among the keys?
template <class Key, class... Keys>
constexpr bool is_among() {
    return (same_expression<typename sorted_expression<Key>::type, Keys>() || ...);
}

/// Looks for a unique index over these keys, under this condition or none.
template <class T, class Predicate, class... Keys>
struct unique_index_finder {
    bool found = false;

    template <class P, class... IndexKeys>
    constexpr void operator()(const index_declaration<P, IndexKeys...>& item) {
        if (!item.is_unique) return;
        if constexpr (sizeof...(IndexKeys) == sizeof...(Keys))
            if constexpr (std::is_same_v<P, nothing_said> || same_expression<P, Predicate>())
                if constexpr ((is_among<IndexKeys, Keys...>() && ...)) found = true;
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
template <class T, class... Keys>
struct is_declared_key : std::false_type {};
template <class T, auto... M>
struct is_declared_key<T, column<M>...> : std::bool_constant<is_unique_key<T, M...>()> {};

template <class T, class Predicate, class... Keys>
constexpr bool has_unique_key() {
    if constexpr (is_declared_key<T, Keys...>::value) {
        return true;
    } else {
        unique_index_finder<T, Predicate, Keys...> finder{};
        declare<T>().items.each(finder);
        return finder.found;
    }
}

/// Looks for a constraint that the model has called so, or that PostgreSQL calls so: `table_a_b_key`, `table_pkey`.
template <class T>
struct constraint_finder {
    std::string_view name;
    bool unique = false;
    bool exclusion = false;
    bool deferrable = false;
    bool primary = false;
    bool names_primary = false;  ///< the model gives the primary key a name

    template <auto... M>
    constexpr void operator()(const primary_key_declaration<M...>& item) {
        look_at_primary(item.options);
    }
    template <auto... M>
    constexpr void operator()(const unique_declaration<M...>& item) {
        look_at_unique<M...>(item.options);
    }
    template <class Predicate, class... Elements>
    constexpr void operator()(const exclusion_declaration<Predicate, Elements...>& item) {
        if (item.options.name != name) return;
        exclusion = true;
        deferrable = item.options.deferred != deferral::not_deferrable;
    }
    template <auto M, class R, class D, class U, class X>
    constexpr void operator()(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (!std::is_same_v<X, nothing_said>) {
            look_at_primary(item.details.properties.primary_key);
            if (item.flags.unique) look_at_unique<M>(item.details.properties.unique);
        } else {
            if (item.flags.unique) look_at_unique<M>({});
        }
    }
    template <class Other>
    constexpr void operator()(const Other&) {}

    constexpr void look_at_default_of_primary() {
        constexpr auto& facts = facts_of<T>;
        if (names_primary || facts.key_columns == 0 || !is_called(facts.name, {}, "_pkey")) return;
        unique = primary = true;
        deferrable = facts.key_deferrable;
    }

private:
    constexpr void look_at_primary(const constraint_options& options) {
        names_primary |= !options.name.empty();
        if (options.name != name) return;
        unique = primary = true;
        deferrable = options.deferred != deferral::not_deferrable;
    }
    template <auto... M>
    constexpr void look_at_unique(const constraint_options& options) {
        constexpr auto& facts = facts_of<T>;
        const bool found =
            options.name.empty()
                ? is_called(facts.name, {facts.columns[column_place<M>].name...}, "_key") && options.include.count == 0
                : options.name == name;
        if (!found) return;
        unique = true;
        deferrable = options.deferred != deferral::not_deferrable;
    }
    /// What is longer than 63 bytes PostgreSQL shortens; that must be named.
    constexpr bool is_called(std::string_view table, std::initializer_list<std::string_view> columns,
                             std::string_view label) const {
        std::string_view rest = name;
        const auto take = [&rest](std::string_view part) {
            const bool fits = rest.starts_with(part);
            if (fits) rest.remove_prefix(part.size());
            return fits;
        };
        if (name.size() > 63 || !take(table)) return false;
        for (const auto column : columns)
            if (!take("_") || !take(column)) return false;
        return rest == label;
    }
};

/// Can the target decide a conflict? This one is any key.
template <class T, bool Updates, class Target>
struct checked_conflict {
    static_assert(!Updates, "pgmodel: DO UPDATE is about one key; name it: .on_conflict(pgmodel::col<&model::field>)");
    static constexpr bool value = true;
};
template <class T, bool Updates, fixed_string Name>
struct checked_conflict<T, Updates, named_conflict<Name>> {
    static constexpr constraint_finder<T> found = [] {
        constraint_finder<T> finder{Name.view()};
        declare<T>().items.each(finder);
        finder.look_at_default_of_primary();
        return finder;
    }();
    static_assert(found.unique || found.exclusion, "pgmodel: this model has no key or exclusion constraint of this "
                                                   "name; name it there, or name its columns here (an index "
                                                   "is found by its columns)");
    static_assert(!found.exclusion || !Updates,
                  "pgmodel: an exclusion constraint can decide on DO NOTHING only, since no row is the one in "
                  "conflict");
    static_assert(!found.unique || found.primary || facts_of<T>.removals == 0,
                  "pgmodel: with soft_delete() this unique key is an index and no constraint; name its columns here");
    static_assert(!found.deferrable, "pgmodel: a deferrable constraint cannot decide a conflict");
    static constexpr bool value = true;
};
template <class T, bool Updates, class Predicate, class... Keys>
struct checked_conflict<T, Updates, key_conflict<Predicate, Keys...>> {
    using target = key_conflict<Predicate, Keys...>;
    using other = typename target::template stranger<table_list<T>>;
    static_assert(std::is_void_v<other>,
                  "pgmodel: on_conflict() takes columns of the model that is inserted into, without an alias: "
                  ".on_conflict(pgmodel::col<&model::field>)");
    static constexpr bool own = std::is_void_v<other>;
    static constexpr bool unique = [] {
        if constexpr (own) return has_unique_key<T, Predicate, Keys...>();
        else return true;
    }();
    static_assert(unique, "pgmodel: on_conflict() names a key that is declared unique, the primary key, or a unique "
                          "index with its condition "
                          "(.where(...)), and not a deferrable one; the model declares none of just these columns");
    static constexpr bool value = true;
};

template <class Key>
struct conflict_key {
    static constexpr bool fit = expression<Key>;
    static_assert(fit,
                  "pgmodel: on_conflict() takes columns, expressions of an index, or pgmodel::constraint<\"name\">");
    static constexpr bool constant = [] {
        if constexpr (fit) return Key::constant;
        else return true;
    }();
    static_assert(
        constant,
        "pgmodel: on_conflict() may hold only pgmodel::lit values, since PostgreSQL compares it with the index by its "
        "text; write pgmodel::lit<value>");
    static constexpr bool value = fit && constant;
};

}  // namespace detail

/// A key or exclusion constraint that the model has named, or a key by the name that PostgreSQL gives it:
/// `.on_conflict(pg::constraint<"articles_title_key">)`.
template <fixed_string Name>
inline constexpr detail::named_conflict<Name> constraint{};

}  // namespace pgmodel
