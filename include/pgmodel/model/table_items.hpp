// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is said of a table as a whole.
#pragma once

#include <pgmodel/model/options.hpp>

namespace pgmodel {
namespace detail {

struct no_primary_key_item : item_tag {};
struct in_schema_item : item_tag {
    std::string_view name;
};
struct persistence_item : item_tag {
    pgmodel::persistence kept;
};
struct on_commit_item : item_tag {
    commit_action action;
};
struct tablespace_item : item_tag {
    std::string_view name;
};
struct access_method_item : item_tag {
    std::string_view name;
};
struct replica_identity_item : item_tag {
    pgmodel::replica_identity identity;
    std::string_view index{};
};

struct cluster_item : item_tag {
    std::string_view index{};
};
struct owner_item : item_tag {
    std::string_view role{};
};

}  // namespace detail

/// Says that the table has no primary key on purpose; find, update and remove of a row do not compile for it.
inline constexpr detail::no_primary_key_item no_primary_key{};
/// The schema (namespace) of the table; without it the search path decides.
constexpr auto in_schema(const char* name) { return detail::in_schema_item{{}, name}; }
/// `UNLOGGED`: faster to write, and empty after a crash.
inline constexpr detail::persistence_item unlogged{{}, persistence::unlogged};
/// `TEMPORARY`: of one session, and dropped at its end.
inline constexpr detail::persistence_item temporary{{}, persistence::temporary};
/// What becomes of the rows of a temporary table at the end of each transaction; PRESERVE ROWS when nothing is said.
inline constexpr detail::on_commit_item on_commit_preserve_rows{{}, commit_action::preserve_rows};
inline constexpr detail::on_commit_item on_commit_delete_rows{{}, commit_action::delete_rows};
inline constexpr detail::on_commit_item on_commit_drop{{}, commit_action::drop};
/// The tablespace of the table; its indexes have their own.
constexpr auto tablespace(const char* name) { return detail::tablespace_item{{}, name}; }
/// `USING`: the table access method.
constexpr auto using_method(const char* access_method) { return detail::access_method_item{{}, access_method}; }

/// `REPLICA IDENTITY`: what logical replication tells of a row that changes; the primary key when nothing is said.
inline constexpr detail::replica_identity_item replica_identity_nothing{{}, replica_identity::nothing, {}};
inline constexpr detail::replica_identity_item replica_identity_full{{}, replica_identity::full, {}};
/// `REPLICA IDENTITY USING INDEX`: the columns of a unique index of that name, none of which can be NULL.
constexpr auto replica_identity_index(const char* name) {
    return detail::replica_identity_item{{}, replica_identity::index, name};
}
/// `CLUSTER ON`: the index, by its name, in whose order CLUSTER writes the rows anew.
constexpr auto cluster_on(const char* index_name) { return detail::cluster_item{{}, index_name}; }

/// `OWNER TO`: a role that must be there, and of which the one who makes the table is a member; who makes it when
/// nothing is said. It is the owner of the table's partitions, too, unless they name another one.
constexpr auto owner(const char* role) { return detail::owner_item{{}, role}; }

/// Refused: `INHERITS`.
template <class... Parents>
constexpr auto inherits(Parents...) {
    static_assert(
        sizeof...(Parents) != sizeof...(Parents),
        "pgmodel: tables do not inherit from each other, since keys and foreign keys would not hold for all of them; "
        "put what they share into a nested struct, or partition one table");
    return detail::no_primary_key_item{};
}

}  // namespace pgmodel
