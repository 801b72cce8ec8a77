// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What few models say of a field: it costs nothing where it is not said.
#pragma once

#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/model/options.hpp>
#include <pgmodel/model/sequence_request.hpp>

namespace pgmodel {
namespace detail {

struct storage_option {
    std::string_view word;
};
struct compression_option {
    std::string_view word;
};

/// SQL that is known at compile time.
template <fixed_string Text>
struct sql_text {
    static_assert(Text.size() > 0, "pgmodel: this SQL text is empty");
    static_assert(checked_fragment<Text, 0>::value);
    static constexpr std::string_view text() { return Text.view(); }
};

/// What stands in the text of a type that is none.
enum class type_text_fault { none, serial, collation, constraint };
constexpr type_text_fault fault_of_type(std::string_view text) {
    using fault = type_text_fault;
    bool first = true;
    const auto is = [](const auto& word, std::size_t size, auto... names) {
        return ((std::string_view(names) == std::string_view(word, size)) || ...);
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '"') {
            do ++i;
            while (i < text.size() && text[i] != '"');
            first = false;
            continue;
        }
        const bool in_schema = i > 0 && text[i - 1] == '.';  // there a type may have any name
        char word[16]{};
        std::size_t size = 0;
        for (; i < text.size(); ++i) {
            const char c = text[i] >= 'A' && text[i] <= 'Z' ? static_cast<char>(text[i] - 'A' + 'a') : text[i];
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_') break;
            if (size < sizeof word) word[size++] = c;
        }
        if (size == 0 || in_schema) continue;
        if (first && is(word, size, "serial", "bigserial", "smallserial", "serial2", "serial4", "serial8"))
            return fault::serial;
        if (is(word, size, "collate")) return fault::collation;
        if (is(word, size, "not", "null", "default", "primary", "unique", "references", "check", "constraint"))
            return fault::constraint;
        // A type or a schema can be called so.
        if (!first && is(word, size, "generated", "storage", "compression")) return fault::constraint;
        first = false;
    }
    return fault::none;
}
template <fixed_string Text>
struct checked_type_text {
    static constexpr type_text_fault fault = fault_of_type(Text.view());
    static_assert(fault != type_text_fault::serial,
                  "pgmodel: serial is no type, but an integer with a sequence of its own; say .serial() of the field");
    static_assert(fault != type_text_fault::collation,
                  "pgmodel: a collation is no part of a column's type; say it by .collate()");
    static_assert(fault != type_text_fault::constraint,
                  "pgmodel: type() takes the name of a type and no constraint; NOT NULL is what std::optional is not, "
                  "and the rest is said by members such as server_default(), unique() and references()");
    static constexpr bool value = true;
};

struct column_properties {
    sequence_request sequence{};
    std::string_view collation_schema{};
    std::string_view collation{};
    std::string_view type{};
    std::string_view storage{};
    std::string_view compression{};
    std::string_view comment{};
    int statistics = -1;
    storage_parameters parameters{};
    constraint_options primary_key{};
    constraint_options unique{};
    constraint_options index{};
    constraint_options reference{};
};

template <class Generated>
struct column_details {
    using generated_type = Generated;
    [[no_unique_address]] Generated generated{};
    column_properties properties{};
};

}  // namespace detail

/// SQL of the user's where no expression stands, such as a column's type: `.type(pg::sql<"timestamp(3) with time
/// zone">)`.
template <fixed_string Text>
inline constexpr detail::sql_text<Text> sql{};

/// Where the server keeps a long value (manual, TOAST): in the row, outside, compressed or not.
inline constexpr detail::storage_option storage_plain{"plain"};
inline constexpr detail::storage_option storage_external{"external"};
inline constexpr detail::storage_option storage_extended{"extended"};
inline constexpr detail::storage_option storage_main{"main"};

inline constexpr detail::compression_option compression_pglz{"pglz"};
inline constexpr detail::compression_option compression_lz4{"lz4"};

}  // namespace pgmodel
