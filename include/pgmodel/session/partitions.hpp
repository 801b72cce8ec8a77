// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Partitions by the calendar: made ahead of time, and let go when they are old.
// `#include <pgmodel/session/partitions.hpp>`
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/model/partition_checks.hpp>
#include <pgmodel/schema/describe_partition.hpp>
#include <pgmodel/session/connection.hpp>

#include <optional>
#include <string>
#include <vector>

namespace pgmodel {

/// What `maintain_partitions` is to do.
struct partition_maintenance {
    int ahead = 1;               ///< how many periods after the present one
    std::optional<int> keep{};   ///< how many periods before the present one; empty: all
    bool drop = false;           ///< the older ones, with their rows; else they become tables of their own
};

/// What it has done: names of partitions.
struct maintained_partitions {
    std::vector<std::string> created{};
    std::vector<std::string> removed{};  ///< detached, or dropped
};

namespace detail {

/// `zoned`: by a timestamptz. Rows are in partitions, so it is those that are kept as the model says.
PGMODEL_FUNCTION
maintained_partitions run_maintenance(channel& c, const schema::table& t, persistence kept, bool zoned,
                                      const partition_maintenance& wanted);

/// Is one of the items a partitioning by a timestamptz?
struct zone_finder {
    bool zoned = false;

    template <partition_strategy Strategy, class Key, class... Partitions>
    void operator()(const partition_by_declaration<Strategy, pack<Key>, Partitions...>&) {
        zoned = codec<typename partition_key_value<Key>::type>::type.id == 1184;
    }
    template <class Other>
    void operator()(const Other&) {}
};

}  // namespace detail

/// Makes the partitions of a table that is partitioned by day, week, month or year, for the present period and those
/// ahead, where they are missing; with `keep` it lets go of those that end before. In one transaction, under the lock
/// of `create_all`, so any number of services may do it at once, as often as they like. Making a partition waits for
/// those who use the table at the moment, and others wait behind: set lock_timeout. Throws `usage_error` for a model
/// whose declaration names no period, a `constraint_violation` when the default partition holds rows of the new
/// one, and a `server_error` (42P07) when another table has its name.
template <class T>
maintained_partitions maintain_partitions(connection& db, detail::model_tag<T>,
                                          const partition_maintenance& wanted = {}) {
    const schema::table table = schema::detail::describe_table<T>();
    if (table.partitioned.period == partition_period::none)
        throw usage_error("pgmodel: the model of table \"" + table.name +
                          "\" names no period; declare its partitioning .monthly(), or by another length of time");
    if (wanted.ahead < 0 || (wanted.keep && *wanted.keep < 0))
        throw usage_error("pgmodel: the periods ahead and those that are kept are counted from 0");
    detail::zone_finder find;
    detail::declare<T>().items.each(find);
    return detail::run_maintenance(detail::connection_access::channel_of(db), table, detail::facts_of<T>.persistence,
                                   find.zoned, wanted);
}

}  // namespace pgmodel

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/session/impl/partitions.ipp>
#endif
