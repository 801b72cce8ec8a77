// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// enum class: a native enum type of PostgreSQL. Its name is the C++ name in snake_case, its labels are the enumerators
// between -128 and 255 in the order of their values. `enum_of` says it differently, for any enum:
//
//     template <> struct pgmodel::enum_of<status> {
//         static constexpr auto type() {
//             return pgmodel::enumeration("article_status", pgmodel::label<status::draft>("Draft"),
//                                         pgmodel::label<status::published>("Published"));
//         }
//     };
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/type_name.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/enumerators.hpp>

#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

/// Specialise this, before anything uses the enum, to give it another name, other labels or a fallback.
template <class E>
struct enum_of {};

/// One label of an enum type.
template <class E>
struct enum_label {
    std::string_view label{};
    E value{};
};

/// An enum type as PostgreSQL knows it.
template <class E, std::size_t N>
struct enum_declaration {
    std::string_view name{};  ///< unquoted
    enum_label<E> labels[N]{};
    std::optional<E> unknown{};  ///< what an unknown label is read as; without it that is an error
    std::string_view text{};     ///< of its comment
    std::string_view schema{};   ///< empty: the search path decides

    /// Labels that this program does not know are read as `value` (a newer program may have added them).
    constexpr enum_declaration fallback(E value) const {
        enum_declaration copy = *this;
        copy.unknown = value;
        return copy;
    }
    constexpr enum_declaration in_schema(std::string_view schema_name) const {
        enum_declaration copy = *this;
        copy.schema = schema_name;
        return copy;
    }
    /// `COMMENT ON TYPE`
    constexpr enum_declaration comment(std::string_view said) const {
        enum_declaration copy = *this;
        copy.text = said;
        return copy;
    }
};

/// The label of one enumerator: `pgmodel::label<status::draft>("Draft")`.
template <auto Value>
constexpr enum_label<decltype(Value)> label(std::string_view text) {
    return {text, Value};
}

/// An enum type with the labels given, in the order of its sorting.
template <class E, std::same_as<enum_label<E>>... More>
constexpr enum_declaration<E, 1 + sizeof...(More)> enumeration(std::string_view name, enum_label<E> first,
                                                               More... more) {
    return {name, {first, more...}};
}

template <std::convertible_to<std::string_view> First, std::convertible_to<std::string_view>... More>
constexpr auto enumeration(std::string_view, const First&, const More&...) {
    static_assert(sizeof(First*) == 0,
                  "pgmodel: a label is of an enumerator: "
                  "pgmodel::enumeration(\"status\", pgmodel::label<status::draft>(\"Draft\"), ...)");
}

/// An enum type with the labels of its enumerators, under a name of its own: `enumeration<status>("article_status")`.
template <class E>
    requires std::is_enum_v<E>
constexpr auto enumeration(std::string_view name) {
    using names = detail::enumerator_names<E>;
    return [name]<std::size_t... I>(std::index_sequence<I...>) {
        return enum_declaration<E, names::count>{name, {enum_label<E>{names::name(I), names::value(I)}...}};
    }(std::make_index_sequence<names::count>{});
}

namespace detail {

template <class E>
inline constexpr auto default_enum_name = [] {
    text_buffer<unqualified_type_name<E>.size() * 2> out;
    snake_case(unqualified_type_name<E>, out);
    return out;
}();

template <class E>
concept described_enum = requires { enum_of<E>::type(); };

template <class E>
concept native_enum = std::is_enum_v<E> && !std::same_as<E, std::byte> && (scoped_enum<E> || described_enum<E>);

template <native_enum E>
constexpr auto declare_enum() {
    if constexpr (described_enum<E>) return enum_of<E>::type();
    else return enumeration<E>(default_enum_name<E>.view());
}

/// Types of PostgreSQL's own that are found before a user's type of that name.
constexpr bool is_builtin_type(std::string_view name) {
    for (std::string_view other :
         {"bit",           "bool",     "box",       "bpchar",         "bytea",     "char",      "cid",      "cidr",
          "circle",        "cstring",  "date",      "datemultirange", "daterange", "float4",    "float8",   "inet",
          "int2",          "int4",     "int4range", "int8",           "int8range", "interval",  "json",     "jsonb",
          "jsonpath",      "line",     "lseg",      "macaddr",        "macaddr8",  "money",     "name",     "numeric",
          "nummultirange", "numrange", "oid",       "path",           "pg_lsn",    "point",     "polygon",  "record",
          "refcursor",     "regclass", "regproc",   "regtype",        "text",      "tid",       "time",     "timestamp",
          "timestamptz",   "timetz",   "trigger",   "tsquery",        "tsrange",   "tstzrange", "tsvector", "unknown",
          "uuid",          "varbit",   "varchar",   "void",           "xid",       "xid8",      "xml"})
        if (name == other) return true;
    return false;
}

/// Reports what is wrong with an enum's own list of enumerators, where it counts.
template <class E>
inline constexpr bool has_labels = enumerator_names<E>::count > 0;
template <described_enum E>
inline constexpr bool has_labels<E> = true;

template <native_enum E>
struct enum_traits {
    static_assert(has_labels<E>);
    static constexpr auto declaration = declare_enum<E>();
    static constexpr std::size_t count = sizeof declaration.labels / sizeof *declaration.labels;
    static constexpr std::size_t longest = longest_qualified(declaration.schema, declaration.name);
    static constexpr auto sql_name = qualified_identifier<longest>(declaration.schema, declaration.name);
    static constexpr auto sql_array_name = qualified_identifier<longest>(declaration.schema, declaration.name, true);

    struct label_texts {
        std::string_view at[count]{};
    };
    static constexpr label_texts texts = [] {
        label_texts all;
        for (std::size_t i = 0; i < count; ++i) all.at[i] = declaration.labels[i].label;
        return all;
    }();
    static constexpr type_labels labels{texts.at, count};

    static constexpr bool labels_differ() {
        for (std::size_t i = 0; i < count; ++i)
            for (std::size_t j = 0; j < i; ++j)
                if (declaration.labels[i].label == declaration.labels[j].label ||
                    declaration.labels[i].value == declaration.labels[j].value)
                    return false;
        return true;
    }
    static constexpr bool labels_fit() {
        for (const auto& each : declaration.labels)
            if (each.label.empty() || each.label.size() > 63) return false;
        return true;
    }
    static_assert(labels_differ(), "pgmodel: an enum has two labels of one text or value; each must be there once");
    static_assert(labels_fit(), "pgmodel: an enum's label is empty or longer than 63 bytes; the first stands for no "
                                "label here, and PostgreSQL cannot store the other");
    static_assert(!declaration.name.empty() && declaration.name.size() <= 63 && declaration.schema.size() <= 63,
                  "pgmodel: an enum type's name is empty or longer than 63 bytes; name it by pgmodel::enum_of");

    /// Empty for a value without a label.
    static constexpr std::string_view find(E value) {
        // Enumerators mostly count up from the first one.
        using wide = unsigned long long;
        const auto guess = static_cast<wide>(value) - static_cast<wide>(declaration.labels[0].value);
        if (guess < count && declaration.labels[guess].value == value) return declaration.labels[guess].label;
        for (const auto& each : declaration.labels)
            if (each.value == value) return each.label;
        return {};
    }
    static constexpr std::optional<E> find(std::string_view text) {
        for (const auto& each : declaration.labels)
            if (each.label == text) return each.value;
        return declaration.unknown;
    }
};

/// The unquoted name of the enum's type, in static storage.
template <native_enum E>
inline constexpr std::string_view enum_name = enum_traits<E>::declaration.name;

/// The labels in the order of their sorting: an array of `{label, value}`.
template <native_enum E>
inline constexpr const auto& enum_labels = enum_traits<E>::declaration.labels;

}  // namespace detail

/// The label of a value, as the database has it; empty for one that has none, such as a fallback.
template <detail::native_enum E>
constexpr std::string_view label_of(E value) {
    return detail::enum_traits<E>::find(value);
}
/// The value that has a label: `pgmodel::from_label<status>(text)`; nothing for a text that is none of them.
template <detail::native_enum E>
constexpr std::optional<E> from_label(std::string_view text) {
    for (const auto& each : detail::enum_labels<E>)
        if (each.label == text) return each.value;
    return {};
}

template <detail::native_enum E>
struct codec<E> {
    using traits = detail::enum_traits<E>;
    static constexpr type_ref type{0, traits::sql_name.view(), &traits::labels};
    static constexpr type_ref array_type{0, traits::sql_array_name.view(), &traits::labels};

    static std::size_t size(E value) { return traits::find(value).size(); }
    static void encode(E value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(E value) {
        const std::string_view label = traits::find(value);
        if (label.empty()) [[unlikely]]
            throw encode_error{"pgmodel: a value of " + std::string{detail::cpp_type_name<E>()} +
                               (traits::declaration.unknown == value
                                    ? " that is its fallback, which stands for labels that this program does not know "
                                      "and has none itself; write another, or leave the column out"
                                    : " that is none of its labelled enumerators (those outside -128 to 255 need "
                                      "pgmodel::enum_of)")};
        return label;
    }
    static E decode(reader in) {
        const auto value = traits::find(in.rest());
        if (!value) [[unlikely]]
            detail::fail_value("a label that the C++ enum does not have");
        return *value;
    }
    static std::string text(E value) { return std::string{view(value)}; }
};

}  // namespace pgmodel
