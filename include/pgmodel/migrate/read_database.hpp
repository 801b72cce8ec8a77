// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The catalog as schema values.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_domains.hpp>
#include <pgmodel/migrate/catalog_functions.hpp>
#include <pgmodel/migrate/catalog_grants.hpp>
#include <pgmodel/migrate/catalog_indexes.hpp>
#include <pgmodel/migrate/catalog_rules.hpp>
#include <pgmodel/migrate/catalog_statistics.hpp>
#include <pgmodel/migrate/catalog_triggers.hpp>
#include <pgmodel/migrate/catalog_types.hpp>
#include <pgmodel/migrate/catalog_unsupported.hpp>
#include <pgmodel/migrate/catalog_views.hpp>
#include <pgmodel/schema/describe_partition.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

/// `FOR VALUES FROM ('2023-01-01') TO (MAXVALUE)`
template <class = pgmodel::detail::when_used>
void take_bounds(schema::partition& made, std::string_view bounds) {
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
template <class = pgmodel::detail::when_used>
schema::many<schema::partition> partitions_of(reading& all, object_id parent) {
    schema::many<schema::partition> made;
    for (auto& each : all.tables)
        if (each.parent == parent) {
            each.value.partitions = partitions_of(all, each.id);
            each.value.columns = std::move(each.own_columns);
            // Those of a temporary table are temporary, and say nothing of it.
            if (each.value.persistence == persistence::temporary) each.value.persistence = persistence::permanent;
            take_bounds(made.emplace_back(schema::detail::as_partition(std::move(each.value))), each.bounds);
        }
    return made;
}

template <class = pgmodel::detail::when_used>
schema::database read_database(reading& all) {
    // Compiling these queries would take twenty times as long as running them. The others say how literals are printed,
    // which are to mean the same to every session.
    using texts = std::vector<std::string>;
    const auto settings =
        all.db.scalar<texts>("select array[current_setting('jit'), current_setting('DateStyle'), "
                             "current_setting('IntervalStyle'), current_setting('extra_float_digits')]");
    const auto change = [&all](const texts& values) {
        all.db.scalar<texts>("select array[set_config('jit', $1[1], true), set_config('DateStyle', $1[2], true), "
                             "set_config('IntervalStyle', $1[3], true), set_config('extra_float_digits', $1[4], true)]",
                             values);
    };
    change({"off", "ISO", "postgres", "1"});
    schema::database found;
    read_relations(all);
    read_columns(all);
    read_partition_columns(all);
    read_views(all);
    read_indexes(all, read_constraints(all));
    read_statistics(all);
    read_triggers(all);
    read_rules(all);
    read_policies(all);
    found.sequences = read_sequences(all);
    found.enumerations = read_enumerations(all);
    found.composites = read_composites(all);
    found.ranges = read_ranges(all);
    found.domains = read_domains(all);
    if (all.wanted.tables.empty()) {
        found.schemas = read_schemas(all);
        found.extensions = read_extensions(all);
        found.functions = read_functions(all);
        found.aggregates = read_aggregates(all);
    }
    found.views = std::move(all.views);
    found.grants = read_grants(all);
    for (auto& each : all.tables)
        if (each.parent == object_id{}) {
            each.value.partitions = partitions_of(all, each.id);
            found.tables.push_back(std::move(each.value));
        }
    if (all.list_unsupported) all.unsupported = read_unsupported(all);
    change(settings);
    return found;
}

}  // namespace pgmodel::migrate::detail
