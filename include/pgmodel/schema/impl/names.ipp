// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/model/registry.hpp>
#include <pgmodel/schema/names.hpp>
#include <pgmodel/schema/values.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

PGMODEL_BODY
void check_length(std::string_view name) {
    if (name.size() > longest_name)
        throw usage_error("pgmodel: the name \"" + std::string(name) +
                          "\" is longer than PostgreSQL's 63 bytes; shorten it");
}
PGMODEL_BODY
std::string clip(const std::string& name, std::size_t bytes) {
    if (name.size() <= bytes) return name;
    while (bytes > 0 && (static_cast<unsigned char>(name[bytes]) & 0xc0) == 0x80) --bytes;
    return name.substr(0, bytes);
}

PGMODEL_BODY
std::string object_name(const std::string& first, const std::string& second, const std::string& label) {
    const std::size_t overhead = label.size() + 1 + (second.empty() ? 0 : 1);
    std::size_t a = first.size(), b = second.size();
    while (a + b + overhead > longest_name) (a > b ? a : b) -= 1;
    std::string name = clip(first, a);
    if (!second.empty()) name += "_" + clip(second, b);
    return name + "_" + label;
}

PGMODEL_BODY
std::string own_sequence_of(const std::string& table, const column& c) {
    const bool numbered = c.serial || c.identity != identity_kind::none;
    return numbered ? object_name(table, c.name, "seq") : std::string{};
}

PGMODEL_BODY
std::string join(const std::vector<std::string>& parts) {
    std::string all;
    for (const auto& part : parts) {
        if (!all.empty()) all += '_';
        all += part;
    }
    return all;
}

PGMODEL_BODY
std::string labels_of(const std::vector<std::string>& keys, const std::vector<std::string>& included) {
    std::vector<std::string> parts;
    const auto add = [&parts](const std::string& label) {
        std::string part = label;
        const auto taken = [&] {
            for (const auto& other : parts)
                if (other == part) return true;
            return false;
        };
        for (int n = 1; taken(); ++n) part = label + std::to_string(n);
        parts.push_back(part);
    };
    for (const auto& label : keys) add(label);
    for (const auto& label : included) add(label);
    return join(parts);
}
PGMODEL_BODY
std::string labels_of(const index& i) {
    std::vector<std::string> labels;
    for (const auto& key : i.keys) labels.push_back(key.label);
    return labels_of(labels, i.include);
}
PGMODEL_BODY
std::string labels_of(const key& k) { return labels_of(k.columns, k.include); }
PGMODEL_BODY
std::string labels_of(const exclusion& e) {
    std::vector<std::string> labels;
    for (const auto& element : e.elements) labels.push_back(element.key.label);
    return labels_of(labels, e.include);
}

/// Where this name is taken the server gives the sequence of an identity another one, so both would count apart.
template <class = when_used>
void check_own_sequence(const database& db, const table& t, const column& c) {
    const std::string own = own_sequence_of(t.name, c);
    for (const auto& s : db.sequences)
        if (s.name == own && s.schema == t.schema)
            throw usage_error("pgmodel: sequence \"" + own + "\" is called like the one that numbers \"" + c.name +
                              "\" of \"" + t.name +
                              "\"; where both are to count together, say server_default() with "
                              "nextval() of one pgmodel::sequence in both places, else name it otherwise");
}

}  // namespace detail

PGMODEL_BODY
void name_all(database& db, const naming_convention& naming) {
    detail::namer<> namer(naming);
    for (const auto& e : db.enumerations) namer.reserve(e.schema, e.name);
    for (const auto& d : db.domains) namer.reserve(d.schema, d.name);
    for (const auto& c : db.composites) namer.reserve(c.schema, c.name);
    for (const auto& r : db.ranges) {
        namer.reserve(r.schema, r.name);
        if (!r.multirange.empty()) namer.reserve(r.schema, r.multirange);
    }
    for (const auto& s : db.sequences) namer.reserve(s.schema, s.name);
    for (const auto& t : db.tables) namer.reserve(t);
    for (const auto& v : db.views) namer.reserve(v);
    for (auto& t : db.tables) {
        namer.name(t);
        detail::check_indexes_of(t, t.columns);
        for (const auto& c : t.columns) detail::check_own_sequence(db, t, c);
    }
    for (auto& v : db.views) namer.name(v);
}

}  // namespace pgmodel::schema
