// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The types that the fields of models need beside PostgreSQL's own, as schema values.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/model/ddl_text.hpp>
#include <pgmodel/model/domain.hpp>
#include <pgmodel/schema/describe_parts.hpp>
#include <pgmodel/types/composite.hpp>
#include <pgmodel/types/elsewhere.hpp>
#include <pgmodel/types/enumeration.hpp>

#include <string>
#include <vector>

namespace pgmodel {

template <class T>
struct range_type;  // <pgmodel/types/range_type.hpp>

}  // namespace pgmodel
namespace pgmodel::schema::detail {

/// Adds a type that is not there yet. Throws `usage_error` when another one has its name.
template <class Type>
void add_type(many<Type>& types, Type made, const char* kind, const char* advice) {
    for (const auto& other : types)
        if (other.name == made.name && other.schema == made.schema) {
            if (other == made) return;
            throw usage_error("pgmodel: two " + std::string(kind) + " are called \"" + made.name + "\"; " + advice);
        }
    types.push_back(std::move(made));
}

template <class Names>
std::string_view attribute_comment(const Names& names, std::size_t place) {
    for (const auto& each : names)
        if (each.place == place && !each.text.empty()) return each.text;
    return {};
}
template <class T, std::size_t... I>
composite describe_composite(std::index_sequence<I...>) {
    using traits = composite_traits<T>;
    return {std::string(traits::declaration.schema),
            std::string(traits::declaration.name),
            {{.name = std::string(traits::names[I]),
              .type = std::string(declared_type<unwrapped<column_type<I, T>>>()),
              .comment = std::string(attribute_comment(traits::declaration.names, I))}...},
            std::string(traits::declaration.text)};
}

/// Checks without a name are called as PostgreSQL would call them.
PGMODEL_FUNCTION
void name_checks(domain& made);

template <class T>
domain describe_domain() {
    static_assert(checked_domain<T, false>::value);
    const auto declared = declare_domain<T>();
    domain made{.schema = std::string(declared.schema),
                .name = std::string(declared.name),
                .type = std::string(declared_type<domain_base<T>>()),
                .not_null = declared.has_no_null,
                .collation = {std::string(declared.collation_schema), std::string(declared.collation)},
                .comment = std::string(declared.text)};
    if constexpr (!std::is_same_v<typename decltype(declare_domain<T>())::default_type, nothing_said>)
        made.default_value = write_default(declared.default_value);
    declared.checks.each([&made](const auto& item) {
        made.checks.push_back({.name = checked_name(item.options.name),
                               .condition = write_ddl(item.condition).text,
                               .not_valid = item.options.not_valid,
                               .comment = std::string(item.options.comment)});
    });
    name_checks(made);
    return made;
}

/// What a range or multirange type consists of; void of other types.
template <class T>
struct range_element {
    using type = void;
};
template <class T>
struct range_element<pgmodel::range<T>> {
    using type = T;
};
template <class T>
struct range_element<pgmodel::multirange<T>> {
    using type = T;
};
/// A range type of the program's own, which is made with its tables.
template <class T>
concept declared_range = requires { range_type<typename range_element<T>::type>::declaration; };

template <class T>
range describe_range() {
    using type = range_type<T>;
    const auto name = [](std::string_view text) {
        const qualified_name parts = split_name(text);
        return qualified_name{unquoted(parts.schema), unquoted(parts.name)};
    };
    const qualified_name called = name(type::type.name);
    return {.schema = called.schema,
            .name = checked_name(called.name),
            .subtype = std::string(declared_type<T>()),
            .multirange = checked_name(name(type::multirange.name).name),
            .operator_class = split_name(type::declaration.operator_class),
            .collation = split_name(type::declaration.collation),
            .subtype_diff = split_name(type::declaration.subtype_diff),
            .comment = std::string(type::declaration.comment)};
}

/// Notes the types that a field of type `T` needs, each after those that it needs itself.
template <class T>
void describe_type(database& db) {
    using e = innermost_type<T>;
    if constexpr (native_enum<e>) {
        constexpr const auto& declared = enum_traits<e>::declaration;
        enumeration made{.schema = std::string(declared.schema),
                         .name = std::string(declared.name),
                         .comment = std::string(declared.text)};
        for (const auto& each : declared.labels) made.labels.emplace_back(each.label);
        add_type(db.enumerations, std::move(made), "enums", "name one of them with pgmodel::enum_of");
    } else if constexpr (domain_struct<e>) {
        describe_type<domain_base<e>>(db);
        add_type(db.domains, describe_domain<e>(), "domains", "name one of them otherwise");
    } else if constexpr (requires { &codec<e>::unwrap; }) {
        describe_type<typename codec<e>::value>(db);
    } else if constexpr (declared_range<e>) {
        using element = typename range_element<e>::type;
        describe_type<element>(db);
        add_type(db.ranges, describe_range<element>(), "range types", "name one of them otherwise");
    } else if constexpr (composite_value<e>) {
        using fields = std::make_index_sequence<field_count<e>>;
        []<std::size_t... I>(database& within, std::index_sequence<I...>) {
            (describe_type<field_type<I, e>>(within), ...);
        }(db, fields{});
        add_type(db.composites, describe_composite<e>(fields{}), "composite types",
                 "name one of them by a composite() of its struct");
    }
}

template <class T, std::size_t... I>
void describe_types(database& db, std::index_sequence<I...>) {
    in_order({(facts_of<T>.columns[I].stored() ? (describe_type<column_type<I, T>>(db), 0) : 0)...});
}

}  // namespace pgmodel::schema::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/schema/impl/describe_type.ipp>
#endif
