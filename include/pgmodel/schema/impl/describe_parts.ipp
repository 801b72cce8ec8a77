// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/model/checks.hpp>
#include <pgmodel/schema/describe_parts.hpp>
#include <pgmodel/schema/names.hpp>

#include <charconv>
#include <string>
#include <vector>

namespace pgmodel::schema::detail {

PGMODEL_BODY
std::string checked_name(std::string_view name) {
    check_length(name);
    return std::string(name);
}

PGMODEL_BODY
qualified_name split_name(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    if (dot == name.npos) return {{}, std::string(name)};
    return {std::string(name.substr(0, dot)), std::string(name.substr(dot + 1))};
}
PGMODEL_BODY
std::string method_name(std::string_view said) { return said == "btree" ? std::string() : std::string(said); }
PGMODEL_BODY
std::string unquoted(std::string_view text) {
    if (text.empty() || text[0] != '"') return std::string(text);
    std::string name;
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
        name += text[i];
        if (text[i] == '"') ++i;
    }
    return name;
}

PGMODEL_BODY
std::string expression_label(std::string_view text) {
    const auto label_or = [text](std::size_t begin, std::size_t end, std::string_view other) {
        const std::string label = expression_label(text.substr(begin, end - begin));
        return label == "expr" || label == "case" ? std::string(other) : label;
    };
    std::size_t begin = 0, bracket = text.size();
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\'' || c == '"') {
            i = pgmodel::detail::closing_quote(text, i);
        } else if (c == '(' || c == '[') {
            if (depth++ == 0 && bracket == text.size()) bracket = i;
        } else if (c == ')' || c == ']') {
            --depth;
        } else if (depth == 0 && c == '.') {
            begin = i + 1;
            bracket = text.size();
        } else if (depth == 0 && !pgmodel::detail::is_identifier_character(c)) {
            if (text.starts_with("case ")) return label_or(text.rfind(" else ") + 6, text.size() - 4, "case");
            return text.substr(i).starts_with(" at time zone ") && text.rfind(' ') == i + 13 ? "timezone" : "expr";
        }
    }
    const std::string name = unquoted(text.substr(begin, bracket - begin));
    if (name == "cast") {
        const std::size_t as = text.rfind(" as ");
        std::string_view type = text.substr(as + 4, text.size() - as - 5);
        constexpr std::string_view short_names[] = {"integer", "int4", "bigint", "int8", "double precision", "float8"};
        for (std::size_t i = 0; i < std::size(short_names); i += 2)
            if (type == short_names[i]) type = short_names[i + 1];
        return label_or(5, as, type.substr(0, type.find_first_of("([ ")));
    }
    return name.empty() || name[0] <= '9' ? "expr" : name == "trim" ? "btrim" : name;
}

PGMODEL_BODY
std::string number_text(double number) {
    char text[32];
    const bool fits = number > -1e15 && number < 1e15;
    const auto whole = fits ? static_cast<long long>(number) : 0;
    const auto end = fits && static_cast<double>(whole) == number ? std::to_chars(text, text + sizeof text, whole)
                                                                  : std::to_chars(text, text + sizeof text, number);
    return {text, end.ptr};
}
PGMODEL_BODY
parameter describe_parameter(const storage_parameter& p) {
    return {std::string(p.name), p.is_number ? number_text(p.number) : std::string(p.text)};
}
PGMODEL_BODY
many<parameter> describe_parameters(const storage_parameters& list) {
    many<parameter> out;
    for (std::size_t i = 0; i < list.count; ++i) out.push_back(describe_parameter(list.at[i]));
    return out;
}
PGMODEL_BODY
std::vector<std::string> names_at(const column_places& places, const described_columns& columns) {
    std::vector<std::string> out;
    for (std::size_t i = 0; i < places.count; ++i) {
        const std::size_t place = columns.column_at(places, i);
        if (place == no_column)
            throw usage_error(
                "pgmodel: a declaration names an embedded struct or an attribute of a composite column; name a "
                "column, such as pgmodel::col<&model::field, &embedded::field>");
        out.emplace_back(columns.facts[place].name);
    }
    return out;
}

PGMODEL_BODY
sequence_options describe_sequence(const sequence_request& said, std::string_view type) {
    sequence_options made = default_sequence(type, said.increment.value_or(1));
    made.minimum = said.minimum.value_or(made.minimum);
    made.maximum = said.maximum.value_or(made.maximum);
    made.start = said.start.value_or(made.increment > 0 ? made.minimum : made.maximum);
    made.cache = said.cache.value_or(1);
    made.cycle = said.cycle;
    return made;
}

PGMODEL_BODY
column& column_called(many<column>& columns, const std::string& name) {
    for (auto& c : columns)
        if (c.name == name) return c;
    return columns.emplace_back(column{.name = name});
}

PGMODEL_BODY
void take_properties(column& to, const column_properties& said) {
    if (to.identity != identity_kind::none) to.sequence = describe_sequence(said.sequence, to.type);
    to.collation = {std::string(said.collation_schema), std::string(said.collation)};
    if (!said.type.empty()) to.type = said.type;
    to.storage = said.storage;
    to.compression = said.compression;
    to.statistics = said.statistics;
    to.parameters = describe_parameters(said.parameters);
    to.comment = said.comment;
}

}  // namespace pgmodel::schema::detail
