// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// In what tables differ, and other objects of a schema.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/calendar_partition.hpp>
#include <pgmodel/schema/compare_objects.hpp>
#include <pgmodel/schema/compare_parts.hpp>

#include <type_traits>
#include <utility>
#include <vector>

namespace pgmodel::schema::detail {

/// Of a table or view.
template <class Relation>
void compare_columns(comparer& out, const Relation& expected, const Relation& found) {
    const qualified_name in = name_of(expected);
    match(
        expected.columns, found.columns,
        [&](const column& e, const column& f) {
            out.at(object_kind::column, in, {{}, e.name});
            compare_properties(out, e, f);
        },
        [&](const column& c, difference_kind kind) {
            out.add(kind, object_kind::column, in, {{}, c.name}, definition(c));
        });
    if (out.options.column_order) {
        out.at(std::is_same_v<Relation, table> ? object_kind::table : object_kind::view, {}, in);
        out.property("order of columns", common_columns(expected, found), common_columns(found, expected));
    }
}

/// Calls `both` for each pair of one name, `renamed` for each pair that is the same but for its name, and `alone` for
/// the rest: what is missing in the expected order, then what is unexpected.
template <class Value, class Both, class Renamed, class Alone>
void match_named(const many<Value>& expected, const many<Value>& found, const Both& both, const Renamed& renamed,
                 const Alone& alone) {
    std::vector<const Value*> missing, unexpected;
    match(expected, found, both, [&](const Value& v, difference_kind side) {
        (side == difference_kind::missing ? missing : unexpected).push_back(&v);
    });
    for (const Value* e : missing) {
        const Value* before = nullptr;
        for (const Value*& f : unexpected)
            if (!before && f && same_properties(*e, *f)) before = std::exchange(f, nullptr);
        if (before) renamed(*e, *before);
        else alone(*e, difference_kind::missing);
    }
    for (const Value* f : unexpected)
        if (f) alone(*f, difference_kind::unexpected);
}

/// Constraints or indexes of one kind.
template <class Value>
void compare_named(comparer& out, object_kind kind, const qualified_name& in, const many<Value>& expected,
                   const many<Value>& found) {
    match_named(
        expected, found,
        [&](const Value& e, const Value& f) {
            out.at(kind, in, {{}, e.name});
            compare_properties(out, e, f);
        },
        [&](const Value& e, const Value& f) {
            out.at(kind, in, {{}, e.name});
            out.property("name", quote_identifier(e.name), quote_identifier(f.name));
        },
        [&](const Value& v, difference_kind side) { out.add(side, kind, in, {{}, v.name}, definition(v)); });
}

/// A primary key without columns is none.
inline many<key> key_list(const key& k) { return k.columns.empty() ? many<key>{} : many<key>{k}; }

/// Keys, constraints and indexes of a table or a partition.
template <class Table>
void compare_parts(comparer& out, const qualified_name& name, const Table& expected, const Table& found) {
    compare_named(out, object_kind::primary_key, name, key_list(expected.primary_key), key_list(found.primary_key));
    compare_named(out, object_kind::unique_key, name, expected.unique_keys, found.unique_keys);
    compare_named(out, object_kind::foreign_key, name, expected.foreign_keys, found.foreign_keys);
    compare_named(out, object_kind::check, name, expected.checks, found.checks);
    compare_named(out, object_kind::exclusion, name, expected.exclusions, found.exclusions);
    compare_named(out, object_kind::index, name, expected.indexes, found.indexes);
}

/// What else a table or a partition has.
template <class Table>
void compare_table_objects(comparer& out, const qualified_name& name, const Table& expected, const Table& found) {
    compare_named(out, object_kind::statistics, name, expected.extended_statistics, found.extended_statistics);
    compare_named(out, object_kind::trigger, name, expected.triggers, found.triggers);
    compare_named(out, object_kind::rule, name, expected.rules, found.rules);
    compare_named(out, object_kind::policy, name, expected.policies, found.policies);
}

template <class = pgmodel::detail::when_used>
void compare_own_columns(comparer& out, const qualified_name& in, const many<column>& expected,
                         const many<column>& found) {
    const auto compare = [&](const column& e, const column& f) {
        out.at(object_kind::column, in, {{}, e.name});
        compare_own_columns(out, e, f);
    };
    match(expected, found, compare, [&](const column& c, difference_kind kind) {
        const column like_table{.name = c.name};
        if (kind == difference_kind::missing) compare(c, like_table);
        else compare(like_table, c);
    });
}

template <class = pgmodel::detail::when_used>
void compare_partition(comparer& out, const qualified_name& in, const partition& expected, const partition& found);

/// Of a table or a partition. Those that a service makes ahead by the calendar are no difference, whatever their
/// number; what they have of their own is.
template <class Table>
void compare_partitions(comparer& out, const Table& expected, const Table& found) {
    const qualified_name in = name_of(expected);
    match(
        expected.partitions, found.partitions,
        [&](const partition& e, const partition& f) { compare_partition(out, in, e, f); },
        [&](const partition& p, difference_kind kind) {
            if (kind == difference_kind::unexpected && is_by_calendar(in, expected.partitioned, p))
                return compare_partition(out, in, plain_partition(p, expected.owner), p);
            out.add(kind, object_kind::partition, in, name_of(p), definition(p));
        });
}

template <class>
void compare_partition(comparer& out, const qualified_name& in, const partition& e, const partition& f) {
    out.at(object_kind::partition, in, name_of(e));
    compare_properties(out, e, f);
    compare_own_columns(out, name_of(e), e.columns, f.columns);
    compare_parts(out, name_of(e), e, f);
    compare_partitions(out, e, f);
    compare_table_objects(out, name_of(e), e, f);
}

template <class = pgmodel::detail::when_used>
void compare_tables(comparer& out, const table& expected, const table& found) {
    const qualified_name name = name_of(expected);
    out.at(object_kind::table, {}, name);
    compare_properties(out, expected, found);
    compare_columns(out, expected, found);
    compare_parts(out, name, expected, found);
    compare_partitions(out, expected, found);
    compare_table_objects(out, name, expected, found);
}

/// Objects that stand alone.
template <class Value, class Same>
void compare_objects(comparer& out, object_kind kind, const many<Value>& expected, const many<Value>& found,
                     const Same& same) {
    match(expected, found, same,
          [&](const Value& v, difference_kind side) { out.add(side, kind, {}, name_of(v), definition(v)); });
}
template <class Value>
void compare_objects(comparer& out, object_kind kind, const many<Value>& expected, const many<Value>& found) {
    compare_objects(out, kind, expected, found, [&](const Value& e, const Value& f) {
        out.at(kind, {}, name_of(e));
        compare_properties(out, e, f);
    });
}

/// What is called with arguments.
template <class Value>
void compare_functions(comparer& out, object_kind kind, const many<Value>& expected, const many<Value>& found) {
    match(
        expected, found,
        [&](const Value& e, const Value& f) {
            out.at(kind, {}, name_of(e));
            out.called_with(e.arguments);
            compare_properties(out, e, f);
        },
        [&](const Value& v, difference_kind side) {
            out.add(side, kind, {}, name_of(v), definition(v), signature(v.arguments));
        });
}

template <class = pgmodel::detail::when_used>
void compare_views(comparer& out, const view& expected, const view& found) {
    const qualified_name name = name_of(expected);
    out.at(object_kind::view, {}, name);
    compare_properties(out, expected, found);
    compare_columns(out, expected, found);
    compare_named(out, object_kind::index, name, expected.indexes, found.indexes);
    compare_named(out, object_kind::trigger, name, expected.triggers, found.triggers);
    compare_named(out, object_kind::rule, name, expected.rules, found.rules);
}

}  // namespace pgmodel::schema::detail
