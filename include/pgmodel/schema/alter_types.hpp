// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps for types, sequences and extensions.
#pragma once

#include <pgmodel/schema/alter_tables.hpp>
#include <pgmodel/schema/type_text.hpp>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::schema::detail {

/// `create type ...` and its comments.
inline void make_type(alteration& out, const enumeration& e) {
    out.add(phase::types, create_type(e));
    out.comment(phase::comments, "type " + qualified(name_of(e)), e.comment, "");
}
template <class Type>
void make_type(alteration& out, const Type& t) {
    std::vector<std::string> statements;
    add_type(t, statements);
    out.add_all(phase::types, statements);
}

/// The old type steps aside, columns take the new one by way of text, and the old one goes.
template <class Type>
void rebuild_type(alteration& out, const Type& e, const Type& f) {
    constexpr bool is_domain = std::is_same_v<Type, domain>;
    const std::string kind = is_domain ? "domain " : "type ", old = clip("old_" + f.name, longest_name);
    out.add(phase::types, "alter " + kind + qualified(name_of(f)) + " rename to " + quote_identifier(old));
    make_type(out, e);
    out.add(phase::leftovers, "drop " + kind + qualified(f.schema, old));
}

/// Labels that are all there, in their order, with new ones between.
inline bool only_adds_labels(const enumeration& e, const enumeration& f) {
    std::size_t at = 0;
    for (const auto& label : e.labels)
        if (at < f.labels.size() && f.labels[at] == label) ++at;
    return at == f.labels.size();
}
inline void alter_type(alteration& out, const enumeration& e, const enumeration& f) {
    if (e.labels != f.labels && !only_adds_labels(e, f)) {
        rebuild_type(out, e, f);
        return;
    }
    for (std::size_t i = 0; i < e.labels.size(); ++i) {
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

inline bool is_rebuilt(const enumeration& e, const enumeration& f) {
    return e.labels != f.labels && !only_adds_labels(e, f);
}
inline bool is_rebuilt(const domain& e, const domain& f) { return e.type != f.type || !(e.collation == f.collation); }

inline void alter_type(alteration& out, const domain& e, const domain& f) {
    if (is_rebuilt(e, f)) return rebuild_type(out, e, f);
    const std::string name = qualified(name_of(e)), alter = "alter domain " + name;
    if (e.default_value != f.default_value)
        out.add(phase::types, alter + (e.default_value.empty() ? " drop default" : " set default " + e.default_value));
    if (e.not_null && !f.not_null)
        out.add(phase::types, alter + " set not null", {hazard::scans_table, hazard::may_fail});
    if (!e.not_null && f.not_null) out.add(phase::types, alter + " drop not null");
    const auto on_domain = [&](const check& c) {
        return "constraint " + quote_identifier(c.name) + " on domain " + name;
    };
    const auto drop = [&](const check& c) {
        out.add(phase::types, alter + " drop constraint " + quote_identifier(c.name));
    };
    const auto make = [&](const check& c) {
        out.add(phase::types, add_check(e, c),
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

/// New attributes come last; ALTER TYPE has no other place for them.
inline void alter_type(alteration& out, const composite& e, const composite& f) {
    const std::string name = qualified(name_of(e)), alter = "alter type " + name;
    const auto type_of = [](const attribute& a) {
        return a.type + (a.collation.empty() ? "" : " collate " + qualified(a.collation));
    };
    match(
        e.attributes, f.attributes,
        [&](const attribute& to, const attribute& from) {
            if (type_of(to) != type_of(from))
                out.add(phase::types, alter + " alter attribute " + quote_identifier(to.name) + " type " + type_of(to),
                        {hazard::rewrites_table});
            out.comment(phase::comments, "column " + name + "." + quote_identifier(to.name), to.comment, from.comment);
        },
        [&](const attribute& a, difference_kind side) {
            if (side == difference_kind::unexpected) {
                out.add(phase::types, alter + " drop attribute " + quote_identifier(a.name),
                        {hazard::loses_data, hazard::breaks_programs});
            } else {
                out.add(phase::types, alter + " add attribute " + quote_identifier(a.name) + " " + type_of(a));
                out.comment(phase::comments, "column " + name + "." + quote_identifier(a.name), a.comment, "");
            }
        });
    out.comment(phase::comments, "type " + name, e.comment, f.comment);
}

/// What a range consists of cannot be changed.
inline void alter_type(alteration& out, const range& e, const range& f) {
    out.comment(phase::comments, "type " + qualified(name_of(e)), e.comment, f.comment);
}

template <class Type>
void alter_types(alteration& out, object_kind kind, const many<Type>& expected, const many<Type>& found,
                 many<Type>& fresh) {
    const std::string word = kind == object_kind::domain ? "drop domain " : "drop type ";
    match(
        expected, found,
        [&](const Type& e, const Type& f) {
            out.at(kind, {}, name_of(e));
            alter_type(out, e, f);
        },
        [&](const Type& t, difference_kind side) {
            if (side == difference_kind::missing) {
                make_schema(out, t.schema);
                fresh.push_back(t);
            } else {
                out.at(kind, {}, name_of(t));
                out.add(phase::leftovers, word + qualified(name_of(t)));
            }
        });
}

/// The types that are not there yet, and the functions that their checks call.
inline database missing_types(const database& expected, const database& found) {
    database fresh;
    const auto take = [](const auto& from, const auto& among, auto& to) {
        for (const auto& each : from)
            if (!named(among, each)) to.push_back(each);
    };
    take(expected.domains, found.domains, fresh.domains);
    take(expected.functions, found.functions, fresh.functions);
    many<function> called;
    for (const function* f : functions_of_domains(fresh)) called.push_back(*f);
    fresh.functions = std::move(called);
    return fresh;
}

inline void alter_types(alteration& out) {
    const database &e = out.expected, &f = out.found;
    database fresh = missing_types(e, f);
    fresh.domains.clear();
    alter_types(out, object_kind::enumeration, e.enumerations, f.enumerations, fresh.enumerations);
    alter_types(out, object_kind::domain, e.domains, f.domains, fresh.domains);
    alter_types(out, object_kind::composite, e.composites, f.composites, fresh.composites);
    alter_types(out, object_kind::range, e.ranges, f.ranges, fresh.ranges);
    std::vector<std::string> statements;
    add_types(fresh, statements);
    out.at("types");
    out.add_all(phase::types, statements);
}

/// Before anything else: the types that are made anew.
inline void note_rebuilt_types(alteration& out) {
    const auto note = [&out](const auto& expected, const auto& found) {
        for (const auto& e : expected)
            if (const auto* f = named(found, e); f && is_rebuilt(e, *f)) out.rebuilt_types.push_back(name_of(e));
    };
    note(out.expected.enumerations, out.found.enumerations);
    note(out.expected.domains, out.found.domains);
}

inline void alter_sequences(alteration& out) {
    const auto owned_by = [](const sequence& s) {
        return "alter sequence " + qualified(name_of(s)) + " owned by " + (s.owner.empty() ? "none" : owner_text(s));
    };
    match(
        out.expected.sequences, out.found.sequences,
        [&](const sequence& e, const sequence& f) {
            out.at(object_kind::sequence, {}, name_of(e));
            const std::string alter = "alter sequence " + qualified(name_of(e));
            std::string changes = e.type == f.type ? "" : " as " + e.type;
            if (e.options != f.options) {
                std::string options = options_text(e.options);
                changes += " " + options;
            }
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

inline void alter_extensions(alteration& out) {
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
