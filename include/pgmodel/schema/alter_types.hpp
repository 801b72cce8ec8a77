// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps for types, sequences and extensions.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alter_tables.hpp>
#include <pgmodel/schema/type_text.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::schema::detail {

/// Two long names may differ only in what is cut.
template <class = pgmodel::detail::when_used>
std::string aside(const alteration& out, const qualified_name& type) {
    std::string name = clip("old_" + type.name, longest_name);
    if (name.size() == type.name.size() + 4) return name;
    std::size_t place = 0;
    while (place < out.rebuilt_types.size() && !(out.rebuilt_types[place] == type)) ++place;
    const std::string number = "_" + std::to_string(place);
    return clip(name, longest_name - number.size()) + number;
}

/// The old type steps aside, columns take the new one, and the old one goes.
template <class Type>
void put_aside(alteration& out, const Type& t) {
    const std::string kind = std::is_same_v<Type, domain> ? "domain " : "type ";
    out.add(phase::types,
            "alter " + kind + qualified(name_of(t)) + " rename to " + quote_identifier(aside(out, name_of(t))));
}
template <class = pgmodel::detail::when_used>
bool is_rebuilt(const alteration& out, const qualified_name& type) {
    for (const auto& each : out.rebuilt_types)
        if (each == type) return true;
    return false;
}

/// Labels that are all there, in their order, with new ones between.
template <class = pgmodel::detail::when_used>
bool only_adds_labels(const enumeration& e, const enumeration& f) {
    std::size_t at = 0;
    for (const auto& label : e.labels)
        if (at < f.labels.size() && f.labels[at] == label) ++at;
    return at == f.labels.size();
}
template <class = pgmodel::detail::when_used>
void alter_type(alteration& out, const enumeration& e, const enumeration& f) {
    for (std::size_t i = 0; i < e.labels.size() && only_adds_labels(e, f); ++i) {
        if (std::find(f.labels.begin(), f.labels.end(), e.labels[i]) != f.labels.end()) continue;
        std::string sql = "alter type " + qualified(name_of(e)) + " add value ";
        quote_literal(e.labels[i], sql);
        // Behind the one before it, which is there by now; the first one before that which was the first.
        if (i > 0) quote_literal(e.labels[i - 1], sql += " after ");
        else if (!f.labels.empty()) quote_literal(f.labels[0], sql += " before ");
        out.add(phase::labels, std::move(sql));
    }
    out.comment(phase::comments, "type " + qualified(name_of(e)), e.comment, f.comment);
}

template <class = pgmodel::detail::when_used>
void alter_type(alteration& out, const domain& e, const domain& f) {
    const std::string name = qualified(name_of(e)), alter = "alter domain " + name;
    if (e.default_value != f.default_value)
        out.add(phase::type_changes,
                alter + (e.default_value.empty() ? " drop default" : " set default " + e.default_value));
    if (e.not_null && !f.not_null)
        out.add(phase::type_changes, alter + " set not null", {hazard::scans_table, hazard::may_fail});
    if (!e.not_null && f.not_null) out.add(phase::type_changes, alter + " drop not null");
    const auto on_domain = [&](const check& c) {
        return "constraint " + quote_identifier(c.name) + " on domain " + name;
    };
    const auto drop = [&](const check& c) {
        out.add(phase::type_changes, alter + " drop constraint " + quote_identifier(c.name));
    };
    const auto make = [&](const check& c) {
        out.add(phase::type_changes, add_check(e, c),
                c.not_valid ? std::vector<hazard>{} : std::vector{hazard::scans_table, hazard::may_fail});
        out.comment(phase::comments, on_domain(c), c.comment, "");
    };
    match_named(
        e.checks, f.checks,
        [&](const check& to, const check& from) {
            if (to.condition != from.condition || (to.not_valid && !from.not_valid)) {
                drop(from);
                return make(to);
            }
            if (from.not_valid && !to.not_valid)
                out.add(phase::validations, alter + " validate constraint " + quote_identifier(to.name),
                        {hazard::may_fail});
            out.comment(phase::comments, on_domain(to), to.comment, from.comment);
        },
        [&](const check& to, const check& from) {
            out.add(phase::renames,
                    alter + " rename constraint " + quote_identifier(from.name) + " to " + quote_identifier(to.name));
        },
        [&](const check& c, difference_kind side) { side == difference_kind::missing ? make(c) : drop(c); });
    out.comment(phase::comments, "domain " + name, e.comment, f.comment);
}

inline std::string type_of(const attribute& a) {
    return a.type + (a.collation.empty() ? "" : " collate " + qualified(a.collation));
}
/// New attributes come last; ALTER TYPE has no other place for them.
template <class = pgmodel::detail::when_used>
void alter_attributes(alteration& out, const composite& e, const composite& f, const qualified_name& called) {
    const std::string alter = "alter type " + qualified(called);
    for (const auto& a : f.attributes)
        if (!named(e.attributes, a))
            out.add(phase::type_changes, alter + " drop attribute " + quote_identifier(a.name),
                    {hazard::loses_data, hazard::breaks_programs});
    for (const auto& a : e.attributes)
        if (!named(f.attributes, a))
            out.add(phase::type_changes, alter + " add attribute " + quote_identifier(a.name) + " " + type_of(a));
}
template <class = pgmodel::detail::when_used>
void alter_type(alteration& out, const composite& e, const composite& f) {
    const std::string name = qualified(name_of(e)), alter = "alter type " + name;
    alter_attributes(out, e, f, name_of(e));
    for (const auto& a : e.attributes) {
        const attribute* before = named(f.attributes, a);
        if (before && type_of(a) != type_of(*before))
            out.add(phase::type_changes, alter + " alter attribute " + quote_identifier(a.name) + " type " + type_of(a),
                    {hazard::rewrites_table});
        out.comment(phase::comments, "column " + name + "." + quote_identifier(a.name), a.comment,
                    before ? before->comment : "");
    }
    out.comment(phase::comments, "type " + name, e.comment, f.comment);
}

/// What a range consists of cannot be changed.
inline void alter_type(alteration& out, const range& e, const range& f) {
    out.comment(phase::comments, "type " + qualified(name_of(e)), e.comment, f.comment);
}

/// The types that are not there yet or made anew, and the functions that their checks call.
template <class = pgmodel::detail::when_used>
database missing_types(const alteration& out) {
    database fresh;
    const auto take = [&out](const auto& from, const auto& among, auto& to) {
        for (const auto& each : from)
            if (!named(among, each) || is_rebuilt(out, name_of(each))) to.push_back(each);
    };
    take(out.expected.enumerations, out.found.enumerations, fresh.enumerations);
    take(out.expected.domains, out.found.domains, fresh.domains);
    take(out.expected.composites, out.found.composites, fresh.composites);
    take(out.expected.ranges, out.found.ranges, fresh.ranges);
    for (const auto& f : out.expected.functions)
        if (!named(out.found.functions, f)) fresh.functions.push_back(f);
    many<function> called;
    for (const function* f : functions_of_domains(fresh)) called.push_back(*f);
    fresh.functions = std::move(called);
    return fresh;
}

/// Each before those that it is made of.
template <class = pgmodel::detail::when_used>
void drop_types(alteration& out, const database& gone) {
    const auto drop = [&out](object_kind kind, const qualified_name& name) {
        const bool old = is_rebuilt(out, name);
        out.at(kind, {}, name);
        out.add(phase::leftover_types,
                (kind == object_kind::domain ? "drop domain " : "drop type ") +
                    qualified(name.schema, old ? aside(out, name) : name.name),
                old ? std::vector<hazard>{} : std::vector{hazard::drops_object, hazard::breaks_programs});
    };
    const auto types = types_in_order(gone);
    for (std::size_t i = types.size(); i-- > 0;) {
        const made_type& t = types[i];
        if (t.domain) drop(object_kind::domain, name_of(*t.domain));
        else if (t.range) drop(object_kind::range, name_of(*t.range));
        else if (t.composite) drop(object_kind::composite, name_of(*t.composite));
    }
    for (const auto& e : gone.enumerations) drop(object_kind::enumeration, name_of(e));
}

template <class = pgmodel::detail::when_used>
void alter_types(alteration& out) {
    database gone;
    const auto alter = [&out](object_kind kind, const auto& expected, const auto& found, auto& to_drop) {
        match(
            expected, found,
            [&](const auto& e, const auto& f) {
                out.at(kind, {}, name_of(e));
                if (!is_rebuilt(out, name_of(e))) return alter_type(out, e, f);
                put_aside(out, f);
                if constexpr (requires { e.attributes; })
                    alter_attributes(out, e, f, {f.schema, aside(out, name_of(f))});
                to_drop.push_back(f);
            },
            [&](const auto& t, difference_kind side) {
                if (side == difference_kind::unexpected) to_drop.push_back(t);
                else make_schema(out, t.schema);
            });
    };
    const database &e = out.expected, &f = out.found;
    alter(object_kind::enumeration, e.enumerations, f.enumerations, gone.enumerations);
    alter(object_kind::domain, e.domains, f.domains, gone.domains);
    alter(object_kind::composite, e.composites, f.composites, gone.composites);
    alter(object_kind::range, e.ranges, f.ranges, gone.ranges);
    std::vector<std::string> statements;
    add_types(missing_types(out), statements);
    out.at("types");
    out.add_all(phase::types, statements);
    drop_types(out, gone);
}

// ---- before anything else

/// Is a domain or composite type made of another type, or does it speak of it?
inline bool is_made_of(const alteration& out, const domain& d, const qualified_name& type) {
    return out.is_called(element_name(d.type), type) || out.mentions_type(looked_at(d), type);
}
template <class = pgmodel::detail::when_used>
bool is_made_of(const alteration& out, const composite& c, const qualified_name& type) {
    for (const auto& a : c.attributes)
        if (out.is_called(element_name(a.type), type)) return true;
    return false;
}
/// Does a column of a table that stays hold it?
template <class = pgmodel::detail::when_used>
bool is_held(const alteration& out, const qualified_name& type) {
    for (const auto& t : out.found.tables)
        for (const auto& c : t.columns)
            if (out.is_called(element_name(c.type), type) && named(out.expected.tables, t)) return true;
    return false;
}
/// Does a column of a table that stays hold it within an array or a row, so that the server would not look at its
/// values?
template <class = pgmodel::detail::when_used>
bool is_within(const alteration& out, const qualified_name& type) {
    for (const auto& t : out.found.tables)
        for (const auto& c : t.columns)
            if (is_array(c.type) && out.is_called(element_name(c.type), type) && named(out.expected.tables, t))
                return true;
    for (const auto& c : out.found.composites)
        if (is_made_of(out, c, type) && (is_held(out, name_of(c)) || is_within(out, name_of(c)))) return true;
    for (const auto& d : out.found.domains)
        if (out.is_called(element_name(d.type), type) && !(name_of(d) == type) &&
            (is_within(out, name_of(d)) || (is_array(d.type) && is_held(out, name_of(d)))))
            return true;
    return false;
}
/// Must values be looked at since they may not be in the domain any more?
template <class = pgmodel::detail::when_used>
bool asks_more(const domain& e, const domain& f) {
    bool more = e.not_null && !f.not_null;
    for (const auto& c : e.checks) {
        const check* before = named(f.checks, c);
        more |= !c.not_valid && (!before || before->condition != c.condition || before->not_valid);
    }
    return more;
}
/// The server changes neither a partition key nor a range over another type.
template <class = pgmodel::detail::when_used>
bool is_fixed(const alteration& out, const qualified_name& type) {
    for (const auto& r : out.found.ranges)
        if (out.is_called(element_name(r.subtype), type) && named(out.expected.ranges, r)) return true;
    bool fixed = false;
    for (const auto& t : out.found.tables) {
        const table* kept = named(out.expected.tables, t);
        for (const auto& c : t.columns)
            if (kept && out.is_called(element_name(c.type), type))
                each_part(t, [&](const auto& part) {
                    for (const auto& k : part.partitioned.keys)
                        fixed |= k.column == c.name || mentions(k.expression, c.name);
                });
    }
    return fixed;
}
/// A type that is made anew, and all that are made of it; unless that is impossible.
template <class = pgmodel::detail::when_used>
void note_rebuilt(alteration& out, const qualified_name& first, bool only_if_held) {
    std::vector<qualified_name> all{first};
    const auto take = [&](const auto& expected, const auto& found, std::size_t type) {
        for (const auto& f : found)
            if (named(expected, f) && is_made_of(out, f, all[type]) &&
                std::find(all.begin(), all.end(), name_of(f)) == all.end())
                all.push_back(name_of(f));
    };
    bool held = false;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (is_fixed(out, all[i])) return;
        held |= is_held(out, all[i]);
        take(out.expected.domains, out.found.domains, i);
        take(out.expected.composites, out.found.composites, i);
    }
    if (only_if_held && !held) return;
    for (auto& type : all)
        if (!is_rebuilt(out, type)) out.rebuilt_types.push_back(std::move(type));
}

/// Do attributes of other types stand where they will, so that the text of a row is that of the new type?
template <class = pgmodel::detail::when_used>
bool changes_in_place(const composite& e, const composite& f) {
    std::vector<std::string> names;
    bool changes = false;
    for (const auto& a : f.attributes)
        if (const attribute* to = named(e.attributes, a)) {
            names.push_back(a.name);
            changes |= type_of(*to) != type_of(a);
        }
    for (std::size_t i = 0; i < names.size(); ++i)
        if (e.attributes[i].name != names[i]) return false;
    return changes;
}

/// The types that are made anew.
template <class = pgmodel::detail::when_used>
void note_rebuilt_types(alteration& out) {
    const auto each = [](const auto& expected, const auto& found, const auto& note) {
        for (const auto& e : expected)
            if (const auto* f = named(found, e)) note(e, *f);
    };
    each(out.expected.enumerations, out.found.enumerations, [&out](const enumeration& e, const enumeration& f) {
        if (!only_adds_labels(e, f)) note_rebuilt(out, name_of(e), false);
    });
    each(out.expected.domains, out.found.domains, [&out](const domain& e, const domain& f) {
        if (e.type != f.type || !(e.collation == f.collation) || (asks_more(e, f) && is_within(out, name_of(e))))
            note_rebuilt(out, name_of(e), false);
    });
    each(out.expected.composites, out.found.composites, [&out](const composite& e, const composite& f) {
        if (changes_in_place(e, f)) note_rebuilt(out, name_of(e), true);
    });
}

template <class = pgmodel::detail::when_used>
void alter_sequences(alteration& out) {
    const auto owned_by = [](const sequence& s) {
        return "alter sequence " + qualified(name_of(s)) + " owned by " + (s.owner.empty() ? "none" : owner_text(s));
    };
    match(
        out.expected.sequences, out.found.sequences,
        [&](const sequence& e, const sequence& f) {
            out.at(object_kind::sequence, {}, name_of(e));
            const std::string alter = "alter sequence " + qualified(name_of(e));
            std::string changes = e.type == f.type ? "" : " as " + e.type;
            if (e.options != f.options) changes += " " + options_text(e.options);
            if (!changes.empty()) out.add(phase::sequences, alter + changes);
            if (e.persistence != f.persistence)
                out.add(phase::sequences,
                        alter + (e.persistence == persistence::unlogged ? " set unlogged" : " set logged"));
            if (owner_text(e) != owner_text(f)) {
                // The column that it goes with may be dropped.
                if (!f.owner.empty()) out.add(phase::dropped_defaults, alter + " owned by none");
                if (!e.owner.empty()) out.add(phase::settings, owned_by(e));
            }
            out.comment(phase::comments, "sequence " + qualified(name_of(e)), e.comment, f.comment);
        },
        [&](const sequence& s, difference_kind side) {
            out.at(object_kind::sequence, {}, name_of(s));
            if (side == difference_kind::unexpected) {
                // A default that is to go holds it, and with its column it would go, too.
                out.add(phase::leftovers, "drop sequence if exists " + qualified(name_of(s)), {hazard::loses_data});
                return;
            }
            make_schema(out, s.schema);
            out.add(phase::sequences, create_sequence(s));
            if (!s.owner.empty()) out.add(phase::settings, owned_by(s));
            out.comment(phase::comments, "sequence " + qualified(name_of(s)), s.comment, "");
        });
}

template <class = pgmodel::detail::when_used>
void alter_extensions(alteration& out) {
    match(
        out.expected.extensions, out.found.extensions,
        [&](const extension& e, const extension& f) {
            const std::string name = quote_identifier(e.name);
            out.at(object_kind::extension, {}, {{}, e.name});
            if (!e.version.empty() && e.version != f.version)
                out.add(phase::schemas, "alter extension " + name + " update to " + quote_identifier(e.version));
            if (!e.schema.empty() && e.schema != f.schema) {
                out.add(phase::schemas, "create schema if not exists " + quote_identifier(e.schema));
                out.add(phase::schemas, "alter extension " + name + " set schema " + quote_identifier(e.schema));
            }
            if (!e.comment.empty()) out.comment(phase::schemas, "extension " + name, e.comment, f.comment);
        },
        [&](const extension& e, difference_kind side) {
            out.at(object_kind::extension, {}, {{}, e.name});
            if (side == difference_kind::unexpected) return;  // it is of use without any model
            if (!e.schema.empty()) out.add(phase::schemas, "create schema if not exists " + quote_identifier(e.schema));
            out.add(phase::schemas, create_extension(e));
            if (!e.comment.empty()) out.comment(phase::schemas, "extension " + quote_identifier(e.name), e.comment, "");
        });
}

}  // namespace pgmodel::schema::detail
