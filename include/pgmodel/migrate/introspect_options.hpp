// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What part of a database is read, and what cannot be.
#pragma once

#include <pgmodel/core/when_used.hpp>

#include <iosfwd>
#include <string>
#include <vector>

namespace pgmodel::migrate {

/// What is read of a database.
struct introspect_options {
    std::vector<std::string> schemas{};  ///< with the types and sequences of other ones that their tables use; empty:
                                         ///< all but the server's own, and the session's temporary tables
    std::vector<std::string> tables{};  ///< with their partitions and the types and sequences that they use; empty: all
    // Not of braces: g++ 12 breaks down over them where a template names some of these members.
    std::vector<std::string> left_out = std::vector<std::string>(
        1, "pgmodel_migrations");  ///< tables, with their sequences, views, functions, types and
                                   ///< sequences, of any schema, that are no part of a model
    bool extension_members = false;  ///< also what extensions have made
    bool owners = false;  ///< of tables, partitions and views
};

/// Something that is in a database, and that schema values cannot say.
struct unsupported_object {
    std::string kind{};  ///< as PostgreSQL calls it: `view`, `trigger`
    std::string name{};  ///< as `pg_identify_object` writes it
    std::string reason{};  ///< of an object that schema values know: what of it they cannot say

    bool operator==(const unsupported_object&) const = default;
};

/// `table public.t: inherits from another one`
template <class = pgmodel::detail::when_used>
std::string to_string(const unsupported_object& object) {
    return object.kind + " " + object.name + (object.reason.empty() ? "" : ": " + object.reason);
}
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const unsupported_object& object) {
    return out << to_string(object);
}

}  // namespace pgmodel::migrate
