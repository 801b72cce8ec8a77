// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The columns that a user may name, to sort by them or to have them. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/type_name.hpp>
#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/sources.hpp>

#include <algorithm>
#include <string>
#include <string_view>

namespace pgmodel {

/// A user has named a field that he may not: an answer for him, which lists those that he may, and no mistake of the
/// program.
class choice_error : public error {
public:
    using error::error;
};

namespace detail {

inline std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}
/// Names that are separated by commas.
template <class Function>
void each_name(std::string_view text, const Function& function) {
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        function(trimmed(text.substr(0, comma)));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
}

/// A column that a user may name. `table`: its model, or the alias.
struct allowed_column {
    std::string_view table;
    const column_facts* facts;
    void (*qualify)(text_writer&);

    /// Is it called so: `title`, `article.title`?
    bool is_called(std::string_view name) const {
        if (name == facts->field) return true;
        return name.size() == table.size() + 1 + facts->field.size() && name.starts_with(table) &&
               name[table.size()] == '.' && name.ends_with(facts->field);
    }
    bool operator==(const allowed_column& other) const { return facts == other.facts && table == other.table; }
};
template <class Tag>
void write_qualifier(text_writer& out) {
    if constexpr (is_alias<Tag>) {
        if (!out.qualified) return;
        out.name(Tag::name.view());
        out.append(".");
    } else {
        out.template qualifier<Tag>();
    }
}
template <class Tag>
constexpr std::string_view name_of_table() {
    if constexpr (is_alias<Tag>) return Tag::name.view();
    else return unqualified_type_name<Tag>;
}
template <class Tag>
allowed_column column_of_table(std::size_t place) {
    return {name_of_table<Tag>(), &facts_of<model_of<Tag>>.columns[place], &write_qualifier<Tag>};
}
/// Of what allow() names: a field, or a column of an alias.
template <auto M, class Owner = owner_of<M>>
allowed_column allowed_column_of() {
    if constexpr (requires { typename decltype(M)::column_type; })
        return column_of_table<Owner>(column_place<decltype(M)::column_type::pointer>);
    else return column_of_table<Owner>(column_place<M>);
}
/// The place of the one of this name among those that are allowed; `what` names it.
inline std::size_t find_allowed(std::string_view name, const allowed_column* allowed, std::size_t count,
                                const char* what) {
    std::size_t found = count;
    std::string names;
    for (std::size_t i = 0; i < count; ++i) {
        if (allowed[i].is_called(name)) {
            if (found < count)
                throw choice_error("pgmodel: " + std::string(what) +
                                   " names a field that several models have; write the model before it: " +
                                   std::string(allowed[found].table) + "." + std::string(allowed[found].facts->field));
            found = i;
        }
        names += names.empty() ? "" : ", ";
        for (std::size_t j = 0; j < count; ++j)
            if (j != i && allowed[j].facts->field == allowed[i].facts->field) {
                (names += allowed[i].table) += '.';
                break;
            }
        names += allowed[i].facts->field;
    }
    if (found == count)
        throw choice_error("pgmodel: " + std::string(what) + " names a field that is not allowed; allowed are " +
                           names);
    return found;
}

template <class First, class... More>
inline constexpr bool is_included<"sort", First, More...> = true;

template <auto... M>
struct allowed_fields {};

}  // namespace detail

/// The fields that a user may name, and columns of aliases: `pg::allow<&worker::name, boss[col<&worker::name>]>()`.
template <auto... M>
constexpr auto allow() {
    return detail::allowed_fields<M...>{};
}
template <class First, class... More>
constexpr auto allow(const First&, const More&...) {
    static_assert(detail::never<First>, "pgmodel: allow() names fields, which are template arguments: "
                                        "pgmodel::allow<&model::field, &model::other>()");
}

}  // namespace pgmodel
