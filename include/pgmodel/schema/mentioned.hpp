// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the parts of a table speak of.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/values.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema::detail {

/// What a part names: columns, and SQL.
struct mentions_of {
    std::vector<std::string> columns{};
    std::string text{};
};
template <class = pgmodel::detail::when_used>
mentions_of mentioned_by(const key& k) {
    mentions_of all{k.columns, {}};
    all.columns.insert(all.columns.end(), k.include.begin(), k.include.end());
    return all;
}
inline mentions_of mentioned_by(const foreign_key& k) { return {k.columns, {}}; }
inline mentions_of mentioned_by(const check& c) { return {c.columns, c.condition}; }
template <class = pgmodel::detail::when_used>
void add_mentions(mentions_of& all, const index_key& key) {
    if (!key.column.empty()) all.columns.push_back(key.column);
    all.text += key.expression + " ";
}
template <class = pgmodel::detail::when_used>
mentions_of mentioned_by(const exclusion& e) {
    mentions_of all{e.include, e.condition + " "};
    for (const auto& element : e.elements) add_mentions(all, element.key);
    return all;
}
template <class = pgmodel::detail::when_used>
mentions_of mentioned_by(const index& i) {
    mentions_of all{i.include, i.condition + " "};
    for (const auto& k : i.keys) add_mentions(all, k);
    return all;
}
template <class = pgmodel::detail::when_used>
mentions_of mentioned_by(const statistics& s) {
    mentions_of all{s.columns, {}};
    for (const auto& e : s.expressions) all.text += e + " ";
    return all;
}
inline mentions_of mentioned_by(const trigger& t) { return {t.update_columns, t.condition + " " + t.function.name}; }
inline mentions_of mentioned_by(const rule& r) { return {{}, r.condition + " " + r.action}; }
inline mentions_of mentioned_by(const policy& p) { return {{}, p.condition + " " + p.check}; }

}  // namespace pgmodel::schema::detail
