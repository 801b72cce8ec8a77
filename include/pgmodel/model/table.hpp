// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a model says of its table: name, keys, constraints and indexes over several columns.
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/expression/ordering.hpp>
#include <pgmodel/model/field.hpp>


namespace pgmodel {
namespace detail {

template <auto First, auto... M>
struct first_of {
    static constexpr auto value = First;
};

template <auto... M>
struct key_declaration : item_tag {
    using owner = owner_of<first_of<M...>::value>;
    std::string_view name{};
};

template <auto... M>
struct primary_key_declaration : key_declaration<M...> {
    static_assert(!(is_optional<type_of<M>> || ...), "pgmodel: a primary key cannot be optional; make the field a plain value");
    constexpr auto named(const char* constraint_name) const {
        auto copy = *this;
        copy.name = constraint_name;
        return copy;
    }
};

template <auto... M>
struct unique_declaration : key_declaration<M...> {
    constexpr auto named(const char* constraint_name) const {
        auto copy = *this;
        copy.name = constraint_name;
        return copy;
    }
};

template <class Target, auto... M>
struct foreign_key_declaration : item_tag {
    using target = Target;
    std::string_view name{};
    reference_actions actions{};

    constexpr auto named(const char* constraint_name) const {
        auto copy = *this;
        copy.name = constraint_name;
        return copy;
    }
};

/// `pg::foreign_key(col<...>, col<...>)` before it says what it references.
template <auto... M>
struct foreign_key_columns {
    template <auto Target0, class... More>
    constexpr auto references(column<Target0> first, More... more) const {
        return collect(referred_columns<>{}, reference_actions{}, first, more...);
    }
    template <class T, class... Options>
    constexpr auto references(model_tag<T>, Options... options) const {
        reference_actions actions{};
        (actions.set(options), ...);
        return foreign_key_declaration<referred_key<T>, M...>{{}, {}, actions};
    }

private:
    template <auto... Done, auto Next, class... More>
    static constexpr auto collect(referred_columns<Done...>, reference_actions actions, column<Next>, More... more) {
        return collect(referred_columns<Done..., Next>{}, actions, more...);
    }
    template <auto... Done, class... Options>
    static constexpr auto collect(referred_columns<Done...>, reference_actions actions, Options... options) {
        static_assert(sizeof...(Done) == sizeof...(M),
                      "pgmodel: a foreign key references as many columns as it has");
        if constexpr (sizeof...(Done) == sizeof...(M))
            static_assert((std::is_same_v<unwrapped<type_of<M>>, unwrapped<type_of<Done>>> && ...),
                          "pgmodel: a foreign key and the columns that it references must have the same types");
        (actions.set(options), ...);
        return foreign_key_declaration<referred_columns<Done...>, M...>{{}, {}, actions};
    }
};

template <class Condition>
struct check_declaration : item_tag {
    Condition condition;
    std::string_view name{};

    constexpr auto named(const char* constraint_name) const {
        auto copy = *this;
        copy.name = constraint_name;
        return copy;
    }
};

template <class Predicate, class... Keys>
struct index_declaration : item_tag {
    pack<Keys...> keys;
    [[no_unique_address]] Predicate predicate{};
    std::string_view name{};
    std::string_view method{};
    bool is_unique = false;

    constexpr auto named(const char* index_name) const { return with(&index_declaration::name, index_name); }
    /// `CREATE UNIQUE INDEX`; unlike a UNIQUE constraint it can have a predicate and expressions.
    constexpr auto unique() const { return with(&index_declaration::is_unique, true); }
    constexpr auto using_gin() const { return using_method("gin"); }
    constexpr auto using_gist() const { return using_method("gist"); }
    constexpr auto using_brin() const { return using_method("brin"); }
    constexpr auto using_hash() const { return using_method("hash"); }
    /// Any access method that the server has: `btree` when nothing is said.
    constexpr auto using_method(const char* access_method) const { return with(&index_declaration::method, access_method); }
    /// A partial index: only rows for which the condition is true. Queries must repeat the condition with the same literals.
    template <class Condition>
    constexpr auto where(Condition condition) const {
        static_assert(is_condition<Condition>(), "pgmodel: where() takes a condition; compare the column with a value first");
        static_assert(!has_aggregate<Condition>, "pgmodel: an aggregate such as count() or max() has no place in an index");
        if constexpr (is_condition<Condition>())
            static_assert(Condition::constant,
                          "pgmodel: an index's condition may hold only pgmodel::lit values, since PostgreSQL compares it "
                          "with queries by its text; write pgmodel::lit<value>");
        return index_declaration<Condition, Keys...>{{}, keys, std::move(condition), name, method, is_unique};
    }

private:
    template <class Value>
    constexpr auto with(Value index_declaration::*member, std::type_identity_t<Value> value) const {
        auto copy = *this;
        copy.*member = value;
        return copy;
    }
};

struct no_primary_key_item : item_tag {};
struct in_schema_item : item_tag {
    std::string_view name;
};

template <class... Items>
struct table_declaration {
    std::string_view name;
    pack<Items...> items;
};

template <class Key>
constexpr auto check_index_key(Key key) {
    static_assert(expression<Key> || ordered_key<Key>, "pgmodel: an index key is a column or an expression");
    if constexpr (expression<Key> || ordered_key<Key>)
        static_assert(Key::constant,
                      "pgmodel: an index's expression may hold only pgmodel::lit values, since PostgreSQL compares it with "
                      "queries by its text; write pgmodel::lit<value>");
    return key;
}

}  // namespace detail

/// The table of a model: its name, then fields, keys, constraints and indexes in any order; fields of which nothing is to
/// be said need not be named.
template <class... Items>
constexpr auto table(const char* name, Items... items) {
    static_assert((detail::declaration_item<Items> && ...),
                  "pgmodel: table() takes a name and then field<...>, transient<...>, primary_key, unique, foreign_key, check, "
                  "index, in_schema or no_primary_key");
    return detail::table_declaration<Items...>{name, {std::move(items)...}};
}

/// `PRIMARY KEY (a, b)`.
template <auto... M>
constexpr auto primary_key(detail::column<M>...) {
    return detail::primary_key_declaration<M...>{};
}
/// `UNIQUE (a, b)`.
template <auto... M>
constexpr auto unique(detail::column<M>...) {
    return detail::unique_declaration<M...>{};
}
/// `FOREIGN KEY (a, b) REFERENCES ...`: `pg::foreign_key(col<&t::a>, col<&t::b>).references(col<&o::x>, col<&o::y>)`.
template <auto... M>
constexpr auto foreign_key(detail::column<M>...) {
    return detail::foreign_key_columns<M...>{};
}
/// `CHECK (condition)`; plain values become literals.
template <class Condition>
constexpr auto check(Condition condition) {
    static_assert(detail::is_condition<Condition>(), "pgmodel: check() takes a condition; compare the column with a value first");
    static_assert(!detail::has_aggregate<Condition>, "pgmodel: an aggregate such as count() or max() has no place in check()");
    return detail::check_declaration<Condition>{{}, std::move(condition), {}};
}
/// An index over columns or expressions: `pg::index(col<&t::a>, pg::lower(col<&t::b>).ops(pg::text_pattern_ops))`.
template <class... Keys>
constexpr auto index(Keys... keys) {
    static_assert(sizeof...(Keys) > 0, "pgmodel: an index has at least one key");
    return detail::index_declaration<detail::nothing_said, Keys...>{{}, {detail::check_index_key(std::move(keys))...}, {}, {}, {}, false};
}
/// Says that the table has no primary key on purpose; find, update and remove of a row do not compile for it.
inline constexpr detail::no_primary_key_item no_primary_key{};
/// The schema (namespace) of the table; without it the search path decides.
constexpr auto in_schema(const char* name) { return detail::in_schema_item{{}, name}; }

/// Describes a struct from outside: specialise it with `static constexpr auto table()`.
template <class T>
struct table_of {
    static constexpr bool not_specialised = true;
};

}  // namespace pgmodel
