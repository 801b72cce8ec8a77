// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What becomes of a column's values when its type changes.
#pragma once

#include <pgmodel/schema/type_text.hpp>

#include <cstdlib>
#include <initializer_list>
#include <string>
#include <string_view>

namespace pgmodel::schema::detail {

inline bool is_among(std::string_view kind, std::initializer_list<std::string_view> kinds) {
    for (const auto each : kinds)
        if (kind == each || (each.starts_with("time") && kind.starts_with(each) && kind[each.size()] == ' '))
            return true;
    return false;
}
inline bool is_text(std::string_view type) {
    return is_among(element_name(type), {"text", "character varying", "character", "citext"});
}

inline bool is_array(std::string_view type) { return type.find('[') != type.npos; }
inline bool is_whole_number(std::string_view type) {
    return is_among(element_name(type), {"smallint", "integer", "bigint"});
}
inline bool is_floating(std::string_view type) { return is_among(element_name(type), {"real", "double precision"}); }

/// The number at `place` of those that a type has in parentheses: 8 and 2 of `numeric(8,2)`.
inline int type_number(std::string_view type, int place, int otherwise) {
    std::size_t at = type.find('(');
    for (; place > 0 && at != type.npos; --place) at = type.find(',', at);
    return at == type.npos ? otherwise : std::atoi(std::string(type.substr(at + 1)).c_str());
}

/// Does the server convert a column's values to a new type by itself, as an assignment does?
inline bool is_assigned(std::string_view from, std::string_view to) {
    if (is_array(from) != is_array(to)) return false;
    const auto a = element_name(from), b = element_name(to);
    if (a == b || is_text(to)) return true;
    const auto both = [&](std::initializer_list<std::string_view> kinds) {
        return is_among(a, kinds) && is_among(b, kinds);
    };
    return both({"smallint", "integer", "bigint", "numeric", "real", "double precision"}) ||
           both({"date", "timestamp"}) || both({"inet", "cidr"}) || both({"json", "jsonb"}) ||
           both({"bit", "bit varying"});
}

/// `varchar(20)` to `varchar(40)`: the rows stay as they are.
inline bool keeps_rows(std::string_view from, std::string_view to) {
    const auto a = element_name(from), b = element_name(to);
    if (is_array(from) || is_array(to)) return false;
    const int wide = type_number(from, 0, -1), wider = type_number(to, 0, -1);
    const bool holds_all = wider < 0 || (wide >= 0 && wider >= wide);
    if (is_among(a, {"text", "character varying"}) && is_among(b, {"text", "character varying"})) return holds_all;
    if (a == "cidr" && b == "inet") return true;
    return a == "numeric" && b == "numeric" && holds_all &&
           (wider < 0 || type_number(from, 1, 0) == type_number(to, 1, 0));
}

/// Is there a value of the new type for each of the old one?
inline bool holds_all(std::string_view from, std::string_view to) {
    const auto a = element_name(from), b = element_name(to);
    if (is_array(from) != is_array(to)) return b == "text" && !is_array(to);
    if (b == "text" || (b == "character varying" && type_number(to, 0, -1) < 0)) return true;
    if (b == "numeric" && type_number(to, 0, -1) < 0) return is_whole_number(a) || a == "numeric";
    if (a == "smallint") return is_whole_number(b) || is_floating(b);
    return (a == "integer" && (b == "bigint" || is_floating(b))) || (a == "bigint" && is_floating(b)) ||
           (a == "real" && b == "double precision") || (a == b && (a == "timestamp" || a == "interval"));
}

/// Does a conversion that succeeds give up a part of some values, as digits or the time of a day?
inline bool loses_parts(std::string_view from, std::string_view to) {
    const auto a = element_name(from), b = element_name(to);
    if (is_array(from) != is_array(to)) return is_array(from) && (!is_text(to) || type_number(to, 0, -1) >= 0);
    const bool from_whole = is_whole_number(a), from_float = is_floating(a), from_numeric = a == "numeric";
    const int digits = from_float || type_number(from, 0, -1) < 0 ? 1000 : type_number(from, 1, 0);
    if ((from_float || from_numeric) && is_whole_number(b)) return digits > 0;
    if ((from_float || from_numeric) && b == "numeric")
        return from_float || (type_number(to, 0, -1) >= 0 && type_number(to, 1, 0) < digits);
    if (is_floating(b))
        return from_numeric || a == "bigint" || (b == "real" && (a == "integer" || a == "double precision"));
    if (from_whole && b == "boolean") return true;
    if (is_among(a, {"timestamp"}) && is_among(b, {"date", "time"})) return true;
    if (is_among(a, {"timestamp", "time", "interval"}) && is_among(b, {"timestamp", "time", "interval"}))
        return type_number(to, 0, 6) < type_number(from, 0, 6);
    return a == "inet" && b == "cidr";
}

/// How a type keeps its values where nothing is said.
inline std::string usual_storage(std::string_view type) {
    if (is_array(type)) return "extended";
    const auto kind = element_name(type);
    if (is_among(kind, {"numeric", "inet", "cidr"})) return "main";
    if (is_among(kind, {"smallint", "integer", "bigint", "real", "double precision", "boolean", "date", "timestamp",
                        "uuid", "time", "interval"}))
        return "plain";
    return "extended";
}

}  // namespace pgmodel::schema::detail
