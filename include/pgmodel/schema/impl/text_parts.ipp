// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/identifier.hpp>
#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/schema/text_parts.hpp>
#include <pgmodel/schema/values.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema::detail {

PGMODEL_BODY
std::string qualified(const std::string& schema, const std::string& name) {
    return schema.empty() ? quote_identifier(name) : quote_identifier(schema) + "." + quote_identifier(name);
}
PGMODEL_BODY
std::string qualified(const qualified_name& name) { return qualified(name.schema, name.name); }

PGMODEL_BODY
std::string column_list(const std::vector<std::string>& columns) {
    std::string out = "(";
    for (const auto& column : columns) {
        if (out.size() > 1) out += ", ";
        quote_identifier(column, out);
    }
    return out + ")";
}

/// A word or number stands as it is; anything else in quotes.
template <class = when_used>
void write_parameter_value(const std::string& value, std::string& out) {
    for (const char c : value) {
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
                           c == '.' || c == '-';
        if (!plain) return quote_literal(value, out);
    }
    const bool number = value.find_first_not_of("0123456789.") == value.npos ||
                        (value[0] == '-' && value.find_first_not_of("0123456789.", 1) == value.npos);
    const bool word = value.find_first_of(".-") == value.npos && !(value[0] >= '0' && value[0] <= '9');
    if (number || word) out += value;
    else quote_literal(value, out);
}

PGMODEL_BODY
std::string parameter_list(const many<parameter>& parameters) {
    std::string out = "(";
    for (const auto& p : parameters) {
        if (out.size() > 1) out += ", ";
        const std::size_t dot = p.name.find('.');
        if (dot != p.name.npos) out += qualified(p.name.substr(0, dot), p.name.substr(dot + 1));
        else quote_identifier(p.name, out);
        if (p.value.empty()) continue;
        out += " = ";
        write_parameter_value(p.value, out);
    }
    return out + ")";
}

PGMODEL_BODY
std::string with_clause(const many<parameter>& parameters) {
    return parameters.empty() ? "" : " with " + parameter_list(parameters);
}
PGMODEL_BODY
std::string include_clause(const std::vector<std::string>& columns) {
    return columns.empty() ? "" : " include " + column_list(columns);
}
PGMODEL_BODY
std::string tablespace_clause(const char* words, const std::string& name) {
    return name.empty() ? "" : words + quote_identifier(name);
}

PGMODEL_BODY
std::string method_clause(const std::string& method) {
    return method.empty() ? "" : " using " + quote_identifier(method);
}

PGMODEL_BODY
std::string key_text(const index_key& key) {
    std::string out = key.column.empty() ? key.expression : quote_identifier(key.column);
    if (!key.collation.empty()) out += " collate " + qualified(key.collation);
    if (!key.operator_class.empty()) out += " " + qualified(key.operator_class);
    if (!key.operator_class_parameters.empty()) out += " " + parameter_list(key.operator_class_parameters);
    if (key.descending) out += " desc";
    if (key.descending != key.nulls_first) out += key.nulls_first ? " nulls first" : " nulls last";
    return out;
}

PGMODEL_BODY
std::string deferral_clause(deferral deferred) {
    switch (deferred) {
        case deferral::deferrable: return " deferrable";
        case deferral::initially_deferred: return " deferrable initially deferred";
        case deferral::not_deferrable: break;
    }
    return "";
}

}  // namespace pgmodel::schema::detail
