// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An expression as a key of ORDER BY or of an index: direction, place of NULLs, operator class.
#pragma once

#include <pgmodel/expression/expression.hpp>

#include <utility>

namespace pgmodel {
namespace detail {

struct ordered_tag {
    static constexpr int special = 0;
};
template <class T>
concept ordered_key = tagged<T, ordered_tag>;

/// An operator of an exclusion constraint makes a key with it.
template <class Key, fixed_string Symbol>
struct excluded {
    static constexpr bool constant = Key::constant;
    template <class Tables>
    using stranger = typename Key::template stranger<Tables>;

    [[no_unique_address]] Key key;

    template <class Out>
    static constexpr void write(Out& out, const excluded* self) {
        Key::write(out, self ? &self->key : nullptr);
    }
};
template <fixed_string Symbol>
struct exclusion_operator {
    template <class Key>
    static constexpr auto make(const Key& key) {
        return excluded<Key, Symbol>{key};
    }
};

template <class E, fixed_string Direction = "", fixed_string Nulls = "", fixed_string OperatorClass = "">
struct ordered : ordered_tag {
    using expression_type = E;
    static constexpr bool constant = E::constant;
    static constexpr bool aggregate = E::aggregate;
    static constexpr bool windowed = E::windowed;
    static constexpr bool dynamic = is_dynamic<E>();
    static constexpr int special = E::special;
    static constexpr bool has_operator_class = OperatorClass.size() > 0;
    static constexpr std::string_view operator_class_name() { return OperatorClass.view(); }
    static constexpr bool has_order = Direction.size() + Nulls.size() > 0;
    static constexpr bool descending = Direction.view() == " desc";
    static constexpr bool puts_nulls_first = Nulls.size() > 0 ? Nulls.view() == " nulls first" : descending;

    template <class Tables>
    using stranger = typename E::template stranger<Tables>;

    [[no_unique_address]] E key;

    constexpr auto nulls_first() const { return ordered<E, Direction, " nulls first", OperatorClass>{{}, key}; }
    constexpr auto nulls_last() const { return ordered<E, Direction, " nulls last", OperatorClass>{{}, key}; }
    constexpr auto asc() const { return ordered<E, " asc", Nulls, OperatorClass>{{}, key}; }
    constexpr auto desc() const { return ordered<E, " desc", Nulls, OperatorClass>{{}, key}; }

    static constexpr nulls_placed nullsfirst{}, nullslast{};

    /// An element of an exclusion constraint.
    template <class Operator>
    constexpr auto with(Operator) const {
        return Operator::make(*this);
    }

    template <class Out>
    static constexpr void write(Out& out, const ordered* self) {
        E::write(out, self ? &self->key : nullptr);
        out.append(Direction.view());
        out.append(Nulls.view());
    }
    template <class F>
    constexpr void visit(F& f) const {
        key.visit(f);
    }
};

template <fixed_string Name>
struct operator_class {
    template <class E>
    static constexpr auto make(const E& e) {
        return ordered<E, "", "", Name>{{}, e};
    }
};

/// A key whose operator class has parameters.
template <class Key, class Parameter, std::size_t N>
struct configured_key : ordered_tag {
    using expression_type = typename Key::expression_type;
    static constexpr bool constant = Key::constant;
    static constexpr bool has_operator_class = true;
    template <class Tables>
    using stranger = typename Key::template stranger<Tables>;

    [[no_unique_address]] Key key;
    Parameter parameters[N];

    template <class... Parameters>
    constexpr explicit configured_key(Key k, Parameters... p) : key(std::move(k)), parameters{p...} {}

    template <class Operator>
    constexpr auto with(Operator) const {
        return Operator::make(*this);
    }
    template <class Out>
    static constexpr void write(Out& out, const configured_key* self) {
        Key::write(out, self ? &self->key : nullptr);
    }
};

}  // namespace detail

/// An operator of an exclusion constraint; a schema may stand before it: `pg::op<"ext.<->">`.
template <fixed_string Symbol>
inline constexpr detail::exclusion_operator<Symbol> op{};

/// Operator classes for index keys (PostgreSQL manual 11.10); `pg::operator_class<"name">` names any other, behind a
/// schema or not.
template <fixed_string Name>
inline constexpr detail::operator_class<Name> operator_class{};

inline constexpr detail::operator_class<"text_pattern_ops"> text_pattern_ops{};
inline constexpr detail::operator_class<"varchar_pattern_ops"> varchar_pattern_ops{};
inline constexpr detail::operator_class<"bpchar_pattern_ops"> bpchar_pattern_ops{};
inline constexpr detail::operator_class<"gin_trgm_ops"> gin_trgm_ops{};
inline constexpr detail::operator_class<"gist_trgm_ops"> gist_trgm_ops{};
inline constexpr detail::operator_class<"inet_ops"> inet_ops{};
inline constexpr detail::operator_class<"jsonb_ops"> jsonb_ops{};
inline constexpr detail::operator_class<"jsonb_path_ops"> jsonb_path_ops{};

}  // namespace pgmodel
