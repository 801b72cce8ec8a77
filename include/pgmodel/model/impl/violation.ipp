// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/model/violation.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// The column in a name made by PostgreSQL's convention, `table_column_check`; empty when it is another name.
template <class = when_used>
std::string field_in_name(std::string_view constraint, std::string_view table, const column_facts* columns,
                          std::size_t count) {
    if (constraint.size() <= table.size() + 1 || constraint.substr(0, table.size()) != table ||
        constraint[table.size()] != '_')
        return {};
    const std::string_view rest = constraint.substr(table.size() + 1), column = rest.substr(0, rest.rfind('_'));
    for (std::size_t i = 0; i < count; ++i)
        if (columns[i].name == column && column.size() < rest.size()) return std::string(columns[i].field);
    return {};
}

/// The columns that the server names in `Key (a, lower("B"))=(1, x) already exists.`, which reads so in every language
/// up to the equals sign; empty when there is no such list.
template <class = when_used>
std::string fields_in_detail(std::string_view detail, const column_facts* columns, std::size_t count) {
    const std::size_t begin = detail.find('('), end = detail.find(")=(");
    if (begin == detail.npos || end == detail.npos || begin > end) return {};
    const std::string_view list = detail.substr(begin + 1, end - begin - 1);
    constexpr std::string_view between = " ,()";
    std::string fields;
    const auto take = [&](const column_facts& column) { (fields += fields.empty() ? "" : ", ") += column.field; };
    for (std::size_t at = 0; at < list.size();) {
        // Of a foreign key the names are not quoted.
        const std::string_view rest = list.substr(at), item = rest.substr(0, rest.find(", "));
        for (std::size_t i = 0; i < count; ++i)
            if (columns[i].name == item) take(columns[i]), at += item.size();
        std::string name;
        if (at < list.size() && list[at] == '"') {
            for (++at; at < list.size(); ++at) {
                if (list[at] == '"' && (++at == list.size() || list[at] != '"')) break;
                name += list[at];
            }
        } else {
            for (; at < list.size() && between.find(list[at]) == between.npos; ++at) name += list[at];
        }
        const bool function = at < list.size() && list[at] == '(';
        while (at < list.size() && between.find(list[at]) != between.npos) ++at;
        for (std::size_t i = 0; i < count; ++i)
            if (!function && columns[i].name == name) take(columns[i]);
    }
    return fields;
}

/// The server names the domain whose constraint is violated, and not the column.
template <class = when_used>
std::string field_of_domain(std::string_view domain, const column_facts* columns, std::size_t count) {
    const column_facts* found = nullptr;
    for (std::size_t i = 0; i < count; ++i)
        if (columns[i].domain == domain) {
            if (found) return {};
            found = &columns[i];
        }
    return found ? std::string(found->field) : std::string();
}

PGMODEL_BODY
std::string fields_behind(const error_info& info, std::string_view table, const column_facts* columns,
                          std::size_t count, const std::uint16_t* key, std::size_t key_columns,
                          std::string (*named)(std::string_view constraint),
                          bool (*is_partition)(std::string_view table)) {
    if (!info.table.empty() && info.table != table) {
        if (!is_partition || !is_partition(info.table)) return {};
        table = info.table;
    }
    if (!info.column.empty())
        for (std::size_t i = 0; i < count; ++i)
            if (columns[i].name == info.column) return std::string(columns[i].field);
    if (!info.data_type.empty()) return field_of_domain(info.data_type, columns, count);
    if (info.constraint.empty()) return {};
    std::string fields = fields_in_detail(info.detail, columns, count);
    if (!fields.empty()) return fields;
    if (named) fields = named(info.constraint);
    if (!fields.empty()) return fields;
    if (info.constraint == std::string(table) + "_pkey") {
        for (std::size_t i = 0; i < key_columns; ++i) fields += (i ? ", " : "") + std::string(columns[key[i]].field);
        return fields;
    }
    return field_in_name(info.constraint, table, columns, count);
}

}  // namespace pgmodel::detail
