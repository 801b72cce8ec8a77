// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/schema/object_order.hpp>
#include <pgmodel/schema/text_parts.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::schema::detail {

PGMODEL_BODY
bool mentions(std::string_view text, std::string_view name) {
    const auto continues = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at + 1)) {
        const std::size_t end = at + name.size();
        if ((at == 0 || !continues(text[at - 1])) && (end == text.size() || !continues(text[end])))
            return !name.empty();
    }
    return false;
}

PGMODEL_BODY
bool speaks_of(const made_object& object, const made_object& other) {
    if (object.name() != other.name()) return mentions(object.text, other.name());
    return !other.schema().empty() && other.schema() != object.schema() &&
           mentions(object.text, qualified(other.schema(), other.name()));
}

PGMODEL_BODY
std::string looked_at(const many<argument>& arguments) {
    std::string text;
    for (const auto& a : arguments) text += a.type + " " + a.default_value + " ";
    return text;
}

PGMODEL_BODY
std::string looked_at(const function& f) {
    return looked_at(f.arguments) + f.returns + " " + (f.language == "sql" ? f.body : "");
}
PGMODEL_BODY
std::string looked_at(const domain& d) {
    std::string text = d.default_value;
    for (const auto& c : d.checks) text += " " + c.condition;
    return text;
}

PGMODEL_BODY
many<const function*> functions_of_domains(const database& db) {
    std::string text;
    for (const auto& d : db.domains) text += looked_at(d) + " ";
    many<const function*> found;
    const auto has = [&found](const function* f) {
        for (const function* each : found)
            if (each == f) return true;
        return false;
    };
    for (std::size_t before = 1; before != found.size() && !text.empty();) {
        before = found.size();
        for (const auto& f : db.functions)
            if (!has(&f) && mentions(text, f.name)) {
                found.push_back(&f);
                text += looked_at(f) + " ";
            }
    }
    return found;
}

PGMODEL_BODY
many<made_object> objects_in_order(const database& db) {
    many<made_object> waiting, order;
    const auto made_with_types = functions_of_domains(db);
    for (const auto& f : db.functions) {
        bool made = false;
        for (const function* each : made_with_types) made |= each == &f;
        if (!made) waiting.push_back({.function = &f, .text = looked_at(f)});
    }
    for (const auto& a : db.aggregates)
        waiting.push_back(
            {.aggregate = &a,
             .text = looked_at(a.arguments) + a.state_type + " " + a.transition.name + " " + a.final.name});
    for (const auto& v : db.views) waiting.push_back({.view = &v, .text = v.query, .needs_table = true});
    for (auto& object : waiting)
        for (const auto& t : db.tables) object.needs_table |= mentions(object.text, t.name);
    while (!waiting.empty()) {
        const auto awaits = [&waiting](const made_object& object) {
            for (const auto& other : waiting)
                if (&other != &object && speaks_of(object, other)) return true;
            return false;
        };
        std::size_t next = 0;
        while (next < waiting.size() && awaits(waiting[next])) ++next;
        if (next == waiting.size())
            next = 0;  // only a word that looks like a name; or the server will tell what is missing
        for (const auto& made : order) waiting[next].needs_table |= made.needs_table && speaks_of(waiting[next], made);
        order.push_back(std::move(waiting[next]));
        waiting.erase(waiting.begin() + static_cast<std::ptrdiff_t>(next));
    }
    return order;
}

}  // namespace pgmodel::schema::detail
