// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Lists of expressions: the keys of GROUP BY, ORDER BY, PARTITION BY and the like.
#pragma once

#include <pgmodel/expression/literal.hpp>
#include <pgmodel/expression/server_type.hpp>

namespace pgmodel::detail {

/// What a clause is when nothing was said of it.
struct no_clause {
    static constexpr bool constant = true;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr int special = 0;
    template <class Tables>
    using stranger = void;
    template <class Name>
    static constexpr bool has = false;
    template <class Out>
    static constexpr void write(Out&, const no_clause*) {}
    template <class F>
    constexpr void visit(F&) const {}
};
template <class Clause>
inline constexpr bool is_said = !std::is_same_v<Clause, no_clause>;

/// The address of a part, or null where only the type is known.
template <class Whole, class Part>
constexpr const Part* part_of(const Whole* whole, Part Whole::* part) {
    return whole ? &(whole->*part) : nullptr;
}

template <class... Keys>
struct key_list {
    static constexpr std::size_t count = sizeof...(Keys);
    static constexpr bool constant = (Keys::constant && ... && true);
    static constexpr bool aggregate = (Keys::aggregate || ... || false);
    static constexpr bool windowed = (Keys::windowed || ... || false);
    static constexpr int special = (Keys::special | ... | 0);
    static constexpr bool dynamic = (is_dynamic<Keys>() || ... || false);
    template <class Tables>
    using stranger = typename stranger_among<Tables, Keys...>::type;

    [[no_unique_address]] pack<Keys...> keys;

    template <class Out>
    static constexpr void write(Out& out, const key_list* self) {
        write_all(out, self, std::index_sequence_for<Keys...>{});
    }
    template <class F>
    constexpr void visit(F& f) const {
        keys.each([&f](const auto& key) { key.visit(f); });
    }

private:
    template <class Out, std::size_t... I>
    static constexpr void write_all(Out& out, const key_list* self, std::index_sequence<I...>) {
        ((out.append(I == 0 ? "" : ", "),
          Keys::write(out, pack<Keys...>::template at<I, Keys>(self ? &self->keys : nullptr))),
         ...);
    }
};

/// The server takes `- 3` for a number, too.
template <class Value, class E>
inline constexpr bool is_bare_literal<affix<"-", "", level::unary, Value, false, E>> = is_bare_literal<E>;

template <class Key>
inline constexpr bool names_operator_class = false;
template <ordered_key Key>
    requires requires { Key::has_operator_class; }
inline constexpr bool names_operator_class<Key> = Key::has_operator_class;

/// May a key stand where equal values are told from others? What is no expression has a sentence of its own.
template <class Key>
using told_value = typename std::conditional_t<expression<Key>, Key, literal<true>>::value_type;
template <class Key>
using told_key = told_type<told_value<Key>>;

/// Does the server have an order of the values of a key?
template <class Key>
inline constexpr bool is_sorted = true;
template <expression Key>
inline constexpr bool is_sorted<Key> = sorts<typename Key::value_type>;
template <ordered_key Key>
inline constexpr bool is_sorted<Key> = is_sorted<typename Key::expression_type>;

/// Keys of ORDER BY, wherever it stands.
template <class... Keys>
struct order_keys {
    static_assert(
        sizeof...(Keys) > 0 && ((expression<Keys> || ordered_key<Keys>) && ...),
        "pgmodel: order_by() takes columns and expressions, and no rows of them: order_by(a, b); a window function "
        "is one behind .over(...)");
    static_assert(
        (!is_bare_literal<Keys> && ...),
        "pgmodel: a literal orders nothing, and a number in order_by() would mean a place in the select list; "
        "name the column");
    static_assert(!(names_operator_class<Keys> || ...), "pgmodel: an operator class is said of an index; order_by() "
                                                        "sorts in the order of the type, so take ops() away");
    static_assert((is_sorted<Keys> && ...),
                  "pgmodel: PostgreSQL has no order of values of this type to sort by; sort by another column, or "
                  "cast it to text");
    using type = key_list<Keys...>;
};
template <class... Keys>
using order_list = typename order_keys<Keys...>::type;

/// The expression that a key of ORDER BY sorts by.
template <class Key>
struct sorted_expression {
    using type = Key;
};
template <ordered_key Key>
struct sorted_expression<Key> {
    using type = typename Key::expression_type;
};

}  // namespace pgmodel::detail
