// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Are the columns that a statement writes what the model says? The server converts a parameter to its column without a
// word: a numeric is rounded, a moment becomes local time. So before a model is first written on a connection, its
// columns are described as if they were read.
#pragma once

#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/model_view.hpp>
#include <pgmodel/schema/text_parts.hpp>
#include <pgmodel/session/column_check.hpp>

#include <libpq-fe.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// `select` of all columns of a model, and what they should be. It is described, but never run.
struct table_description {
    std::string sql = "select ";
    growing_array<expected_column> columns{};

    explicit table_description(const model_view& model) {
        for (std::size_t i = 0; i < model.count; ++i) {
            const column_facts& column = model.facts[i];
            if (!column.stored()) continue;
            if (!columns.empty()) sql += ", ";
            sql += quote_identifier(column.name);
            expected_column& expected = columns.push_back(expect_column(column, model.access[i]));
            // A type that is looked up has only its name.
            if (expected.type.id) expected.type.name = model.access[i].declared;
        }
        sql += " from " + schema::detail::qualified(std::string(model.schema), std::string(model.name));
    }
    table_description(const table_description&) = delete;

    statement_shape shape(const field_finder& fields) const {
        statement_shape made{};
        made.sql = sql;
        made.columns = columns.data();
        made.column_count = columns.size();
        made.match = match_columns::by_position;
        made.field_of = fields;
        made.of_models = true;
        made.set_hash();
        return made;
    }
};

/// The models whose tables were compared, because a statement has written them.
class checked_models {
public:
    /// `hash`: of the columns' names and types.
    bool holds(std::uint64_t hash) const {
        for (const auto& each : all_)
            if (each.hash == hash) return true;
        return false;
    }
    void add(std::uint64_t hash, const field_finder& fields) { all_.push_back({hash, fields}); }
    void clear() { all_ = growing_array<checked>(); }

    /// Of an error that comes after the statement that is to blame, as that of a deferred constraint does.
    template <class = when_used>
    field_finder fields_behind(const PGresult* failed) const {
        const char* table = PQresultErrorField(failed, PG_DIAG_TABLE_NAME);
        const char* schema = PQresultErrorField(failed, PG_DIAG_SCHEMA_NAME);
        for (const auto& each : all_) {
            const model_view& model = *each.fields.model;
            const bool here = model.schema.empty() || (schema && model.schema == schema);
            if (here && table && model.name == table) return each.fields;
        }
        return {};
    }

private:
    struct checked {
        std::uint64_t hash{};
        field_finder fields{};
    };
    growing_array<checked> all_;
};

/// The digits after the point of `numeric(10,2)`; none: -1.
template <class = when_used>
int scale_of(std::string_view type) {
    const auto comma = type.rfind(',');
    if (!type.starts_with("numeric(") || comma == std::string_view::npos) return -1;
    int scale = 0;
    for (char c : type.substr(comma + 1))
        if (c >= '0' && c <= '9') scale = 10 * scale + (c - '0');
    return scale;
}
/// A column that has fewer digits after the point than the values that are written to it.
template <class = when_used>
column_problem check_scales(const result& described, const table_description& table) {
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const auto& expected = table.columns[i];
        const int scale = scale_of(expected.type.name), modifier = PQfmod(described.get(), static_cast<int>(i));
        // Eleven bits with a sign, above the four bytes of a varlena header.
        if (scale >= 0 && modifier >= 4 && (((modifier - 4) & 0x7ff) ^ 0x400) - 0x400 < scale)
            return {true,
                    {},
                    std::string(expected.name),
                    &expected,
                    PQftype(described.get(), static_cast<int>(i)),
                    modifier,
                    PQftable(described.get(), static_cast<int>(i))};
    }
    return {};
}

}  // namespace pgmodel::detail
