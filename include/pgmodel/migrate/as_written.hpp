// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// New and changed objects as the model writes them: `name <> ''` reads better in a migration than what the server makes
// of it.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alteration.hpp>

#include <utility>

namespace pgmodel::migrate::detail {

/// Takes the model's own value for each that the database has nothing of: neither under this name nor under another.
template <class Value>
void take_written(schema::many<Value>& expected, const schema::many<Value>& found, const schema::many<Value>& written) {
    using schema::detail::named;
    for (auto& e : expected) {
        const Value* said = named(written, e);
        if (!said || named(found, e)) continue;
        bool renamed = false;
        if constexpr (requires { schema::detail::definition(e); })
            for (const auto& f : found)
                if constexpr (!requires { e.schema; })
                    renamed |= schema::detail::same_properties(e, f) && !named(expected, f);
        if (!renamed) e = *said;
    }
}

/// The same of SQL that is not what it was, of objects that are there.
template <class Value>
void take_changed(schema::many<Value>& expected, const schema::many<Value>& found, const schema::many<Value>& written,
                  std::string Value::* sql) {
    using schema::detail::named;
    for (auto& e : expected) {
        const Value *said = named(written, e), *f = named(found, e);
        if (said && f && e.*sql != f->*sql) e.*sql = said->*sql;
    }
}

/// Of a table or a partition.
template <class Table>
void take_written_parts(Table& expected, const Table& found, const Table& written) {
    take_written(expected.columns, found.columns, written.columns);
    take_written(expected.unique_keys, found.unique_keys, written.unique_keys);
    take_written(expected.foreign_keys, found.foreign_keys, written.foreign_keys);
    take_written(expected.checks, found.checks, written.checks);
    take_changed(expected.checks, found.checks, written.checks, &schema::check::condition);
    take_changed(expected.triggers, found.triggers, written.triggers, &schema::trigger::condition);
    take_changed(expected.policies, found.policies, written.policies, &schema::policy::condition);
    take_changed(expected.policies, found.policies, written.policies, &schema::policy::check);
    take_written(expected.exclusions, found.exclusions, written.exclusions);
    take_written(expected.indexes, found.indexes, written.indexes);
    take_written(expected.triggers, found.triggers, written.triggers);
    take_written(expected.rules, found.rules, written.rules);
    take_written(expected.policies, found.policies, written.policies);
    take_written(expected.extended_statistics, found.extended_statistics, written.extended_statistics);
    take_written(expected.partitions, found.partitions, written.partitions);
}

template <class = pgmodel::detail::when_used>
schema::database as_written(schema::database expected, const schema::database& found, const schema::database& written) {
    using schema::detail::named;
    for (auto& e : expected.tables) {
        const auto* f = named(found.tables, e);
        const auto* said = named(written.tables, e);
        if (f && said) take_written_parts(e, *f, *said);
    }
    for (auto& e : expected.domains) {
        const auto *f = named(found.domains, e), *said = named(written.domains, e);
        if (f && said) take_changed(e.checks, f->checks, said->checks, &schema::check::condition);
    }
    take_written(expected.tables, found.tables, written.tables);
    take_changed(expected.views, found.views, written.views, &schema::view::query);
    take_written(expected.views, found.views, written.views);
    take_written(expected.functions, found.functions, written.functions);
    take_written(expected.aggregates, found.aggregates, written.aggregates);
    take_written(expected.domains, found.domains, written.domains);
    take_written(expected.sequences, found.sequences, written.sequences);
    return expected;
}

}  // namespace pgmodel::migrate::detail
