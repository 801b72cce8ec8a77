// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A live database as schema values. `#include <pgmodel/migrate/introspect.hpp>`
#pragma once

#include <pgmodel/migrate/catalog_indexes.hpp>
#include <pgmodel/migrate/catalog_types.hpp>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate {

/// Something that is in a database, and that schema values cannot say.
struct unsupported_object {
    std::string kind{};    ///< as PostgreSQL calls it: `view`, `trigger`
    std::string name{};    ///< as `pg_identify_object` writes it
    std::string reason{};  ///< of an object that schema values know: what of it they cannot say

    bool operator==(const unsupported_object&) const = default;
};

/// What `introspect` has read.
struct introspection {
    schema::database database{};
    std::vector<unsupported_object> unsupported{};
};

namespace detail {

/// `FOR VALUES FROM ('2023-01-01') TO (MAXVALUE)`
inline void take_bounds(schema::partition& made, std::string_view bounds) {
    std::size_t at = 0;
    if (bounds.starts_with("FOR VALUES FROM")) {
        made.from = split_list(take_list(bounds, at));
        made.to = split_list(take_list(bounds, at));
    } else if (bounds.starts_with("FOR VALUES IN")) {
        made.in = split_list(take_list(bounds, at));
    } else if (bounds.starts_with("FOR VALUES WITH")) {
        for (const auto& part : split_list(take_list(bounds, at)))
            (part.starts_with("modulus") ? made.modulus : made.remainder) = std::stoi(part.substr(part.find(' ')));
    }
}

/// The partitions of a table, each with its own.
inline std::vector<schema::partition> partitions_of(const reading& all, object_id parent) {
    std::vector<schema::partition> made;
    for (const auto& each : all.tables)
        if (each.parent == parent) {
            schema::partition& p = made.emplace_back();
            p.schema = each.value.schema;
            p.name = each.value.name;
            take_bounds(p, each.bounds);
            p.partitioned = each.value.partitioned;
            p.partitions = partitions_of(all, each.id);
        }
    return made;
}

inline introspection read_database(connection& db, const introspect_options& wanted) {
    introspection found;
    reading all{db, wanted};
    read_relations(all);
    read_columns(all);
    read_indexes(all, read_constraints(all));
    found.database.sequences = read_sequences(all);
    found.database.enumerations = read_enumerations(all);
    found.database.composites = read_composites(all);
    for (auto& each : all.tables)
        if (each.parent == object_id{}) {
            each.value.partitions = partitions_of(all, each.id);
            found.database.tables.push_back(std::move(each.value));
        }
    return found;
}

}  // namespace detail

/// Reads tables, types and sequences from the catalog, with a number of queries that does not depend on how many there
/// are, in one snapshot unless a transaction is open already. Names are in order; a name is without its schema where
/// CREATE would choose this schema by the search path, and so are names within types and expressions that the search
/// path finds.
inline introspection introspect(connection& db, const introspect_options& wanted = {}) {
    if (db.in_transaction())
        return detail::read_database(db, wanted);
    scoped_transaction snapshot{db, {.level = isolation::repeatable_read, .read_only = true}};
    introspection found = detail::read_database(snapshot, wanted);
    snapshot.commit();
    return found;
}

}  // namespace pgmodel::migrate
