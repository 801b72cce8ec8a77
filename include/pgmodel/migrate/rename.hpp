// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What has another name now, which no comparison can tell from something that went and something that came.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/difference.hpp>

#include <string>
#include <utility>

namespace pgmodel::migrate {

/// Made by `rename_table`, `rename_column`, `rename_type` and `rename_label`.
struct renaming {
    schema::object_kind kind = schema::object_kind::table;
    schema::qualified_name
        of{};  ///< the table or type; with the name that it had, if it was renamed before in the list
    std::string from{};
    std::string to{};

    bool operator==(const renaming&) const = default;
};

/// The name of a table or type as an argument: `"posts"`, `{"archive", "posts"}` or a `schema::qualified_name`.
class said_name {
public:
    said_name(const char* name) : name_{{}, name} {}
    said_name(std::string name) : name_{{}, std::move(name)} {}
    said_name(std::string schema, std::string name) : name_{std::move(schema), std::move(name)} {}
    said_name(schema::qualified_name name) : name_(std::move(name)) {}

    const schema::qualified_name& get() const { return name_; }

private:
    schema::qualified_name name_;
};

/// `alter table posts rename to articles`
template <class = pgmodel::detail::when_used>
renaming rename_table(const said_name& from, std::string to) {
    return {schema::object_kind::table, from.get(), from.get().name, std::move(to)};
}
/// `alter table articles rename column headline to title`; the table with the name that it has by then.
template <class = pgmodel::detail::when_used>
renaming rename_column(const said_name& table, std::string from, std::string to) {
    return {schema::object_kind::column, table.get(), std::move(from), std::move(to)};
}
/// `alter type status rename to state`, of an enum, a domain or a composite type.
template <class = pgmodel::detail::when_used>
renaming rename_type(const said_name& from, std::string to) {
    return {schema::object_kind::composite, from.get(), from.get().name, std::move(to)};
}
/// `alter type status rename value 'done' to 'closed'`
template <class = pgmodel::detail::when_used>
renaming rename_label(const said_name& type, std::string from, std::string to) {
    return {schema::object_kind::enumeration, type.get(), std::move(from), std::move(to)};
}

}  // namespace pgmodel::migrate
