// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which structs are composite types, what those are called, and what cannot be an attribute.
#pragma once

#include <pgmodel/core/fixed_string.hpp>
#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/type_name.hpp>
#include <pgmodel/reflect/fields.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/domain.hpp>
#include <pgmodel/types/enumeration.hpp>

#include <concepts>
#include <cstddef>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace pgmodel {

/// Specialise this, before anything uses the struct, to describe a composite type from outside it.
template <class T>
struct composite_of {};
template <class T>
struct table_of;

namespace detail {

template <class Owner>
struct attribute_name {
    std::size_t place{};
    std::string_view name{};  ///< empty: the field's
    std::string_view text{};  ///< of its comment

    /// `COMMENT ON COLUMN`
    constexpr attribute_name comment(std::string_view said) const { return {place, name, said}; }
};

/// A composite type as PostgreSQL knows it.
template <class Owner, std::size_t N>
struct composite_declaration {
    using owner = Owner;
    std::string_view name{};    ///< unquoted
    std::string_view schema{};  ///< empty: the search path decides
    attribute_name<Owner> names[N + 1]{};
    std::string_view text{};    ///< of its comment

    constexpr composite_declaration in_schema(std::string_view schema_name) const {
        auto copy = *this;
        copy.schema = schema_name;
        return copy;
    }
    /// `COMMENT ON TYPE`
    constexpr composite_declaration comment(std::string_view said) const {
        auto copy = *this;
        copy.text = said;
        return copy;
    }
};

}  // namespace detail

/// Another name for an attribute than the field's: `pgmodel::attribute<&address::class_>("class")`.
template <auto M>
constexpr auto attribute(std::string_view name) {
    return detail::attribute_name<detail::owner_of<M>>{detail::field_index<M>, name, {}};
}
/// An attribute under its field's name, of which something else is said: `.comment("...")`.
template <auto M>
constexpr auto attribute() {
    return attribute<M>({});
}
/// A composite type under a name of its own, some of its attributes too.
constexpr auto composite(std::string_view name) { return detail::composite_declaration<void, 0>{name, {}, {}, {}}; }
template <class Owner, std::same_as<detail::attribute_name<Owner>>... More>
constexpr auto composite(std::string_view name, detail::attribute_name<Owner> first, More... more) {
    return detail::composite_declaration<Owner, 1 + sizeof...(More)>{name, {}, {first, more...}, {}};
}

namespace detail {

/// A struct that can be a composite type: an aggregate with something in it that is no container. What else is wrong
/// with it is told where it is used.
template <class T>
concept composite_struct = requires { sizeof(T); } && std::is_class_v<T> && !std::is_const_v<T> &&
                           std::is_aggregate_v<T> && !std::is_empty_v<T> && !domain_struct<T> &&
                           !requires { std::tuple_size<T>::value; } && !requires(T& range) { range.begin(); };

template <class T>
concept describes_composite = requires { T::composite(); };
template <class T>
concept composite_described_outside = requires { composite_of<T>::composite(); };

template <class T>
inline constexpr auto default_composite_name = [] {
    text_buffer<unqualified_type_name<T>.size() * 2> out;
    snake_case(unqualified_type_name<T>, out);
    return out;
}();

template <class T>
constexpr auto declare_composite() {
    if constexpr (describes_composite<T>) return T::composite();
    else if constexpr (composite_described_outside<T>) return composite_of<T>::composite();
    else return composite(default_composite_name<T>.view());
}

/// The type that fields, optionals and arrays hold in the end.
template <class Field>
struct innermost {
    using type = Field;
};
template <class Field>
struct innermost<std::optional<Field>> : innermost<Field> {};
template <array_value A>
struct innermost<A> : innermost<typename array_shape<A>::element> {};

template <class Field>
using innermost_type = typename innermost<Field>::type;

/// Does a value of `T` hold, however deep, one of the types around it? Each step ends at a type that is around it.
template <class T, class... Around>
constexpr bool holds_itself() {
    if constexpr (!composite_value<T>) return false;
    else if constexpr ((std::is_same_v<T, Around> || ...)) return true;
    else
        return []<std::size_t... I>(std::index_sequence<I...>) {
            return (holds_itself<innermost_type<field_type<I, T>>, Around..., T>() || ...);
        }(std::make_index_sequence<field_count<T>>{});
}

// Of a composite nothing is asked here: its own sentences are better.
template <class Type>
concept attribute_type = !std::is_const_v<Type> && (composite_value<innermost_type<Type>> || readable<Type>);

/// The first field that cannot be an attribute; the number of fields if all can.
template <class T, std::size_t I = 0>
constexpr std::size_t unsupported_attribute() {
    if constexpr (I == field_count<T>) return I;
    else if constexpr (attribute_type<unwrapped<field_type<I, T>>>) return unsupported_attribute<T, I + 1>();
    else return I;
}
template <class T, std::size_t I>
constexpr auto field_name_as_argument() {
    constexpr std::string_view name = field_names<T>.at[I];
    fixed_string<name.size()> out;
    for (std::size_t i = 0; i < name.size(); ++i) out.text[i] = name[i];
    return out;
}

/// Says which field of a composite type has a type that PostgreSQL has not.
template <class T, fixed_string Field, class Type>
struct checked_attribute {
    static_assert(
        attribute_type<unwrapped<Type>>,
        "pgmodel: this struct is a composite type, and a field of it has no PostgreSQL type; use one of the supported "
        "types for that field, or specialise pgmodel::codec for it or for the struct");
    static constexpr bool value = true;
};
template <class T, std::size_t I>
using unsupported_field_of = checked_attribute<T, field_name_as_argument<T, I>(), field_type<I, T>>;
template <class T>
constexpr bool check_attributes() {
    if constexpr (constexpr std::size_t bad = unsupported_attribute<T>(); bad < field_count<T>)
        return unsupported_field_of<T, bad>::value;
    else return true;
}

/// What a composite type is called. Its fields are not looked at: the struct may be no composite at all, but a
/// document.
template <class T>
struct composite_name {
    static constexpr auto declaration = declare_composite<T>();
    static constexpr std::size_t longest = longest_qualified(declaration.schema, declaration.name);
    static constexpr auto sql_name = qualified_identifier<longest>(declaration.schema, declaration.name);
    static constexpr auto sql_array_name = qualified_identifier<longest>(declaration.schema, declaration.name, true);
};

/// Instantiated wherever a composite type is used; the sentences about them come from here.
template <class T>
struct composite_traits {
    static_assert(aggregate_fields<T>::value > 0);
    static_assert(
        !requires { T::table(); } && !requires { table_of<T>::table(); },
        "pgmodel: a field holds a struct that is a model with a table of its own; hold that row's key, and declare it "
        "with .references()");
    static_assert(
        !(describes_composite<T> && composite_described_outside<T>),
        "pgmodel: this struct has both a composite() of its own and a pgmodel::composite_of; keep one of them");
    static_assert(describes_composite<T> || unqualified_type_name<T>.find_first_of("<(") != 0,
                  "pgmodel: this struct has no name, and so the composite type that it is has none; name the struct");
    static_assert(!holds_itself<T>(),
                  "pgmodel: this composite type holds itself, directly or in an array; PostgreSQL has no such types");
    static_assert(check_attributes<T>());
    static constexpr const auto& declaration = composite_name<T>::declaration;
    using owner = typename std::remove_cvref_t<decltype(declaration)>::owner;
    static_assert(std::is_void_v<owner> || std::is_same_v<owner, T>,
                  "pgmodel: this composite type names an attribute of another struct");

    static constexpr std::size_t count = field_count<T>;
    struct name_list {
        std::string_view at[count]{};
        constexpr std::string_view operator[](std::size_t i) const { return at[i]; }
    };
    static constexpr name_list names = [] {
        name_list list{};
        for (std::size_t i = 0; i < count; ++i) list.at[i] = field_names<T>.at[i];
        for (const auto& other : declaration.names)
            if (!other.name.empty()) list.at[other.place] = other.name;
        return list;
    }();
    static constexpr bool names_fit = [] {
        for (std::size_t i = 0; i < count; ++i)
            if (names[i].size() > 63) return false;
        return !declaration.name.empty() && declaration.name.size() <= 63 && declaration.schema.size() <= 63;
    }();
    static_assert(names_fit,
                  "pgmodel: the name of a composite type or attribute is empty or longer than PostgreSQL's 63 bytes");
    static constexpr bool names_differ = [] {
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (names[i] == names[j]) return false;
        return true;
    }();
    static_assert(names_differ, "pgmodel: two attributes of this composite type have the same name");
    static_assert(
        !declaration.schema.empty() || !is_builtin_type(declaration.name),
        "pgmodel: this composite type is called like a type of PostgreSQL's own; name it otherwise by a composite() "
        "of the struct");
};

}  // namespace detail
}  // namespace pgmodel
