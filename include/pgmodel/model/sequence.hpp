// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Sequences of their own, from which columns of one or several tables take their numbers:
//
//     inline constexpr auto numbers = pgmodel::sequence<"invoice_numbers">(pgmodel::start_with(1000));
//     ... pgmodel::field<&invoice::number>.server_default(numbers.nextval()) ...
#pragma once

#include <pgmodel/expression/literal.hpp>
#include <pgmodel/model/field.hpp>

#include <cstdint>
#include <string_view>

namespace pgmodel {
namespace detail {

struct sequence_text {
    std::string_view schema{};
    std::string_view name{};
};
/// What stands before the last dot is the schema.
constexpr sequence_text split_sequence(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos) return {{}, name};
    return {name.substr(0, dot), name.substr(dot + 1)};
}

template <fixed_string Name, class Integer>
struct sequence_name {
    static constexpr sequence_text parts = split_sequence(Name.view());
    static_assert(!parts.name.empty(), "pgmodel: the name of this sequence is empty");
    static_assert(parts.schema.size() <= 63 && parts.name.size() <= 63,
                  "pgmodel: the name of this sequence is longer than PostgreSQL's 63 bytes; shorten it");
    static_assert(std::is_same_v<Integer, std::int16_t> || std::is_same_v<Integer, std::int32_t> ||
                      std::is_same_v<Integer, std::int64_t>,
                  "pgmodel: a sequence is of std::int16_t, std::int32_t or std::int64_t");

    static constexpr auto quoted = [] {
        text_buffer<2 * Name.size() + 5> out;
        if (!parts.schema.empty()) {
            quote_identifier(parts.schema, out);
            out.push_back('.');
        }
        quote_identifier(parts.name, out);
        return out;
    }();
    static constexpr bool value = true;
};

template <fixed_string Name, class Integer>
struct sequence_declaration;

/// `nextval('name'::regclass)`. As the default of a column it brings its sequence with it.
template <fixed_string Name, class Integer>
struct next_value : members<next_value<Name, Integer>> {
    using value_type = std::int64_t;
    static constexpr bool nullable = false;
    static constexpr bool constant = true;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = void;
    template <class Nulls>
    static constexpr bool null_in = false;

    sequence_declaration<Name, Integer> of;

    constexpr explicit next_value(const sequence_declaration<Name, Integer>& s) : of(s) {}

    template <class Out>
    static constexpr void write(Out& out, const next_value* self) {
        if constexpr (requires { out.sequence(self); }) out.sequence(self);
        out.append("nextval(");
        out.string(sequence_name<Name, Integer>::quoted.view());
        out.append("::regclass)");
    }
    template <class F>
    constexpr void visit(F&) const {}
};

template <fixed_string Name, class Integer>
struct sequence_declaration {
    using integer = Integer;
    static constexpr sequence_text name = sequence_name<Name, Integer>::parts;

    sequence_request options{};
    std::string_view text{};  ///< of its comment
    bool is_unlogged = false;
    bool is_owned = false;

    constexpr bool possible() const { return options.possible(sizeof(Integer)); }
    /// `nextval('name')`: the next number, in `server_default` and in queries. Numbers taken are not given back by a
    /// rollback.
    constexpr auto nextval() const { return next_value<Name, Integer>(*this); }
    /// `COMMENT ON SEQUENCE`
    constexpr auto comment(const char* said) const {
        auto copy = *this;
        copy.text = said;
        return copy;
    }
    /// `UNLOGGED`: it begins again after a crash.
    constexpr auto unlogged() const {
        auto copy = *this;
        copy.is_unlogged = true;
        return copy;
    }
    /// `OWNED BY` the column of which it is the default: it is dropped with it. That is what `serial` makes, as
    /// existing schemas have it with options or under another name.
    constexpr auto owned_by_column() const {
        auto copy = *this;
        copy.is_owned = true;
        return copy;
    }
};

template <class Default>
inline constexpr bool is_next_value = false;
template <fixed_string Name, class Integer>
inline constexpr bool is_next_value<next_value<Name, Integer>> = true;

/// Takes the place of a text, and notes only whether it speaks of the next value of a sequence.
struct sequence_finder {
    bool found = false;

    template <fixed_string Name, class Integer>
    constexpr void sequence(const next_value<Name, Integer>*) {
        found = true;
    }
    constexpr void append(std::string_view) {}
    constexpr void string(std::string_view) {}
    template <auto M>
    constexpr void column() {}
    template <class Value>
    constexpr void parameter(const void*) {}
};
/// Is a default the next value of a sequence, or computed from one?
template <class Default>
inline constexpr bool takes_next_value = [] {
    sequence_finder look{};
    if constexpr (requires { Default::write(look, static_cast<const Default*>(nullptr)); })
        Default::write(look, static_cast<const Default*>(nullptr));
    return look.found;
}();

/// Has a field such a default?
template <class Item>
inline constexpr bool field_takes_next_value = false;
template <auto M, class R, class D, class U, class X>
inline constexpr bool field_takes_next_value<field_declaration<M, R, D, U, X>> = takes_next_value<D>;

}  // namespace detail

/// A sequence beside the tables, made with the tables whose columns take their default from it; a schema may stand
/// before its name. The options are those of an identity: `pg::sequence<"sales.numbers">(pg::start_with(1000),
/// pg::cache(10))`. `Integer` bounds its numbers (`AS integer`). It begins again nowhere: rows that are removed leave
/// gaps.
template <fixed_string Name, class Integer = std::int64_t, class... Options>
constexpr auto sequence(Options... options) {
    static_assert(detail::sequence_name<Name, Integer>::value);
    static_assert(
        (detail::sequence_option<Options> && ... && true),
        "pgmodel: a sequence takes pgmodel::start_with(), increment_by(), minvalue(), maxvalue(), cache() or cycle");
    detail::sequence_declaration<Name, Integer> made;
    if constexpr ((detail::sequence_option<Options> && ... && true)) (options.set_in(made.options), ...);
    return made;
}

}  // namespace pgmodel
