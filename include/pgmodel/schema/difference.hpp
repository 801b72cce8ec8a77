// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// One thing in which two schemas differ.
#pragma once

#include <pgmodel/schema/text_parts.hpp>

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::schema {

/// What differs.
enum class object_kind : std::uint8_t {
    extension,
    enumeration,
    domain,
    composite,
    range,
    sequence,
    function,
    aggregate,
    table,
    column,
    primary_key,
    unique_key,
    foreign_key,
    check,
    exclusion,
    index,
    statistics,
    partition,
    trigger,
    rule,
    policy,
    view,
    schema_comment,
    grant
};

/// Is an object missing, is it there unexpectedly, or has it another property than it should?
enum class difference_kind : std::uint8_t { missing, unexpected, changed };

/// What `compare` looks at.
struct compare_options {
    /// Also the order of columns, which ALTER TABLE cannot change. Statements of this library name their columns.
    bool column_order = false;
};

/// `missing` and `unexpected` speak of a whole object, whose text `expected` or `found` holds; `changed` of one
/// property.
struct difference {
    difference_kind kind{};
    object_kind object{};
    qualified_name table{};  ///< that the object belongs to; empty: it stands alone
    qualified_name name{};
    std::string arguments{};  ///< of a function: `(integer, text)`
    std::string property{};
    std::string expected{};
    std::string found{};

    bool operator==(const difference&) const = default;
};

/// `primary key`, as a sentence calls it.
inline std::string_view word_of(object_kind kind) {
    switch (kind) {
        case object_kind::enumeration: return "enum type";
        case object_kind::composite: return "composite type";
        case object_kind::range: return "range type";
        case object_kind::schema_comment: return "schema";
        case object_kind::sequence: return "sequence";
        case object_kind::table: return "table";
        case object_kind::column: return "column";
        case object_kind::primary_key: return "primary key";
        case object_kind::unique_key: return "unique constraint";
        case object_kind::foreign_key: return "foreign key";
        case object_kind::check: return "check";
        case object_kind::exclusion: return "exclusion constraint";
        case object_kind::index: return "index";
        case object_kind::statistics: return "statistics";
        case object_kind::partition: return "partition";
        case object_kind::extension: return "extension";
        case object_kind::domain: return "domain";
        case object_kind::function: return "function";
        case object_kind::aggregate: return "aggregate";
        case object_kind::trigger: return "trigger";
        case object_kind::rule: return "rule";
        case object_kind::policy: return "policy";
        case object_kind::view: return "view";
        case object_kind::grant: return "grant on";
    }
    return "object";
}

/// `column price of orders`
inline std::string subject_of(const difference& d) {
    std::string out(word_of(d.object));
    out += " " + detail::qualified(d.name) + d.arguments;
    if (!d.table.empty()) out += " of " + detail::qualified(d.table);
    return out;
}

/// `column price of orders: type integer, expected bigint`
inline std::string to_string(const difference& d) {
    std::string out = subject_of(d);
    const auto text = [](const std::string& value) { return value.empty() ? std::string("none") : value; };
    switch (d.kind) {
        case difference_kind::missing: return out + " is missing" + (d.expected.empty() ? "" : ": " + d.expected);
        case difference_kind::unexpected: return out + " is not expected" + (d.found.empty() ? "" : ": " + d.found);
        case difference_kind::changed: break;
    }
    return out + ": " + d.property + " " + text(d.found) + ", expected " + text(d.expected);
}

/// One line for each.
inline std::string to_string(const std::vector<difference>& list) {
    std::string out;
    for (const auto& d : list) out += to_string(d) + '\n';
    return out;
}

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const difference& d) {
    return out << to_string(d);
}
template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out,
                                             const std::vector<difference>& list) {
    return out << to_string(list);
}

}  // namespace pgmodel::schema
