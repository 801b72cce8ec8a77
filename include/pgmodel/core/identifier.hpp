// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Names in SQL text: quoted where PostgreSQL needs it, and made from C++ names. All of it works at compile time.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace pgmodel {
namespace detail {

/// Every key word of PostgreSQL 15 to 18 that cannot name a column, table and function alike; sorted.
// clang-format off
inline constexpr const char* key_words[]{
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric", "authorization", "between", "bigint",
    "binary", "bit", "boolean", "both", "case", "cast", "char", "character", "check", "coalesce", "collate",
    "collation", "column", "concurrently", "constraint", "create", "cross", "current_catalog", "current_date",
    "current_role", "current_schema", "current_time", "current_timestamp", "current_user", "dec", "decimal", "default",
    "deferrable", "desc", "distinct", "do", "else", "end", "except", "exists", "extract", "false", "fetch", "float",
    "for", "foreign", "freeze", "from", "full", "grant", "greatest", "group", "grouping", "having", "ilike", "in",
    "initially", "inner", "inout", "int", "integer", "intersect", "interval", "into", "is", "isnull", "join", "json",
    "json_array", "json_arrayagg", "json_exists", "json_object", "json_objectagg", "json_query", "json_scalar",
    "json_serialize", "json_table", "json_value", "lateral", "leading", "least", "left", "like", "limit", "localtime",
    "localtimestamp", "merge_action", "national", "natural", "nchar", "none", "normalize", "not", "notnull", "null",
    "nullif", "numeric", "offset", "on", "only", "or", "order", "out", "outer", "overlaps", "overlay", "placing",
    "position", "precision", "primary", "real", "references", "returning", "right", "row", "select", "session_user",
    "setof", "similar", "smallint", "some", "substring", "symmetric", "system_user", "table", "tablesample", "then",
    "time", "timestamp", "to", "trailing", "treat", "trim", "true", "union", "unique", "user", "using", "values",
    "varchar", "variadic", "verbose", "when", "where", "window", "with", "xmlattributes", "xmlconcat", "xmlelement",
    "xmlexists", "xmlforest", "xmlnamespaces", "xmlparse", "xmlpi", "xmlroot", "xmlserialize", "xmltable"};
// clang-format on

/// Below, equal or above zero, as `word` stands before, at or after `name`.
constexpr int compare_word(const char* word, std::string_view name) {
    for (char c : name) {
        if (*word != c) return static_cast<unsigned char>(*word) - static_cast<unsigned char>(c);
        ++word;
    }
    return *word;
}

constexpr bool is_key_word(std::string_view name) {
    if (name.empty()) return false;
    std::size_t low = 0, high = sizeof key_words / sizeof *key_words;
    const char first = name[0], second = name.size() > 1 ? name[1] : '\0';
    while (low < high) {
        const std::size_t middle = (low + high) / 2;
        // Most words differ in the first two letters, which needs no call: a compiler asks this of every column's name.
        const char* const word = key_words[middle];
        int order = *word - first;
        if (order == 0) order = word[1] - second;
        if (order == 0) order = compare_word(word, name);
        if (order == 0) return true;
        if (order < 0) low = middle + 1;
        else high = middle;
    }
    return false;
}

/// A short text made at compile time; large enough by its template argument.
template <std::size_t Capacity>
struct text_buffer {
    char text[Capacity + 1]{};
    std::size_t length = 0;

    constexpr void push_back(char c) { text[length++] = c; }
    constexpr text_buffer& append(std::string_view part) {
        for (char c : part) push_back(c);
        return *this;
    }
    constexpr std::string_view view() const { return {text, length}; }
};

constexpr bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace detail

/// True for a name that PostgreSQL would fold, misread or refuse without quotes.
constexpr bool needs_quotes(std::string_view name) {
    if (name.empty() || detail::is_digit(name[0])) return true;
    const char* const text = name.data();
    for (std::size_t i = 0, size = name.size(); i < size; ++i) {
        const char c = text[i];
        if (c > 'z' || (c < 'a' && c != '_' && !detail::is_digit(c))) return true;
    }
    return detail::is_key_word(name);
}

/// Appends the name to `out`, quoted only where it must be, as PostgreSQL's own `quote_ident` does.
template <class Out>
constexpr void quote_identifier(std::string_view name, Out& out) {
    if (!needs_quotes(name)) {
        out.append(name);
        return;
    }
    out.push_back('"');
    for (char c : name) {
        if (c == '"') out.push_back('"');
        out.push_back(c);
    }
    out.push_back('"');
}

inline std::string quote_identifier(std::string_view name) {
    std::string out;
    quote_identifier(name, out);
    return out;
}

namespace detail {

/// The most that qualified_identifier() writes.
constexpr std::size_t longest_qualified(std::string_view schema, std::string_view name) {
    return 2 * (schema.size() + name.size()) + 7;
}
/// `schema.name`, or `name` where there is no schema, and `[]` behind it for the type of its arrays.
template <std::size_t Longest>
constexpr text_buffer<Longest> qualified_identifier(std::string_view schema, std::string_view name,
                                                    bool array = false) {
    text_buffer<Longest> out;
    if (!schema.empty()) {
        quote_identifier(schema, out);
        out.push_back('.');
    }
    quote_identifier(name, out);
    if (array) out.append("[]");
    return out;
}

}  // namespace detail

/// Appends a C++ name as SQL spells it: `OrderItem` is `order_item`, `HTTPServer` is `http_server`.
template <class Out>
constexpr void snake_case(std::string_view name, Out& out) {
    for (std::size_t i = 0; i < name.size(); ++i) {
        const char c = name[i];
        if (!detail::is_upper(c)) {
            out.push_back(c);
            continue;
        }
        const bool ends_word = i > 0 && (detail::is_lower(name[i - 1]) || detail::is_digit(name[i - 1]));
        const bool begins_word =
            i > 0 && detail::is_upper(name[i - 1]) && i + 1 < name.size() && detail::is_lower(name[i + 1]);
        if (ends_word || begins_word) out.push_back('_');
        out.push_back(static_cast<char>(c - 'A' + 'a'));
    }
}

inline std::string snake_case(std::string_view name) {
    std::string out;
    snake_case(name, out);
    return out;
}

}  // namespace pgmodel
