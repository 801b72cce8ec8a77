// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/column_text.hpp>
#include <pgmodel/schema/partition_text.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <cstdint>
#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

template <class = when_used>
std::string value_list(const std::vector<std::string>& values) {
    std::string out = "(";
    for (const auto& value : values) out += (out.size() > 1 ? ", " : "") + value;
    return out + ")";
}

PGMODEL_BODY
std::string partition_by_clause(const partitioning& how) {
    if (how.strategy == partition_strategy::none) return "";
    std::string out = how.strategy == partition_strategy::range  ? " partition by range ("
                      : how.strategy == partition_strategy::list ? " partition by list ("
                                                                 : " partition by hash (";
    for (const auto& key : how.keys) {
        if (&key != &how.keys[0]) out += ", ";
        out += key_text(key);
    }
    return out + ")";
}

}  // namespace detail

PGMODEL_BODY
std::string partition_bounds(const partition& p) {
    if (!p.from.empty()) return "for values from " + detail::value_list(p.from) + " to " + detail::value_list(p.to);
    if (!p.in.empty()) return "for values in " + detail::value_list(p.in);
    if (p.modulus > 0)
        return "for values with (modulus " + std::to_string(p.modulus) + ", remainder " + std::to_string(p.remainder) +
               ")";
    return "default";
}

PGMODEL_BODY
void add_partition(const qualified_name& parent, const partition& p, std::vector<std::string>& out, persistence kept) {
    out.push_back(detail::create_words(kept == persistence::temporary ? kept : p.persistence) +
                  detail::qualified(p.schema, p.name) + " partition of " + detail::qualified(parent) + " " +
                  partition_bounds(p) + detail::partition_by_clause(p.partitioned) +
                  detail::method_clause(p.access_method) + detail::with_clause(p.parameters) +
                  detail::tablespace_clause(" tablespace ", p.tablespace));
    // Its own partitions take this over when they are made, and only then.
    for (const auto& c : p.columns)
        if (!c.compression.empty())
            out.push_back(detail::alter_column(p.schema, p.name, c) + " set compression " +
                          (c.compression == "default" ? c.compression : quote_identifier(c.compression)));
    for (const auto& part : p.partitions) add_partition({p.schema, p.name}, part, out, kept);
}

PGMODEL_BODY
void add_inherited_settings(const many<column>& columns, const qualified_name& p, std::vector<std::string>& out) {
    for (const auto& c : columns)
        if (c.statistics >= 0) out.push_back(detail::set_statistics(p, c));
}

PGMODEL_BODY
std::string attach_partition(const qualified_name& parent, const partition& p) {
    return "alter table " + detail::qualified(parent) + " attach partition " + detail::qualified(p.schema, p.name) +
           " " + partition_bounds(p);
}

PGMODEL_BODY
std::string detach_partition(const qualified_name& parent, const qualified_name& p, partition_detach how) {
    return "alter table " + detail::qualified(parent) + " detach partition " + detail::qualified(p) +
           (how == partition_detach::concurrently ? " concurrently"
            : how == partition_detach::finalize   ? " finalize"
                                                  : "");
}

}  // namespace pgmodel::schema
