// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The steps for functions, views and privileges.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/alter_types.hpp>
#include <pgmodel/schema/view_text.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::schema::detail {

inline bool is_in(const std::vector<qualified_name>& names, const qualified_name& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// CREATE OR REPLACE keeps who may call it and what stands on it, but not for another result or other arguments.
template <class = pgmodel::detail::when_used>
bool is_replaced(const function& e, const function& f) {
    for (const auto& p : changed_properties(e, f))
        if (p == "kind" || p == "arguments" || p == "returned columns" || p == "result") return false;
    return true;
}
/// The columns that are there stay, and new ones come behind them.
template <class = pgmodel::detail::when_used>
bool is_replaced(const view& e, const view& f) {
    if (e.materialized || f.materialized || e.columns.size() < f.columns.size()) return false;
    for (std::size_t i = 0; i < f.columns.size(); ++i)
        if (e.columns[i].name != f.columns[i].name || e.columns[i].type != f.columns[i].type) return false;
    return true;
}
/// An aggregate is dropped and made again for all else.
inline bool is_kept(const aggregate& e, const aggregate& f) { return all_of(changed_properties(e, f), {"comment"}); }
inline std::string or_replace(std::string sql) { return sql.insert(7, "or replace "); }

/// Does one come that a call of a function that goes would mean as well? Then there may be only one of them.
template <class = pgmodel::detail::when_used>
bool is_replaced_by_another(const alteration& out, const function& f) {
    const auto leaves_out = [](const function& each) {
        for (const auto& a : each.arguments)
            if (!a.default_value.empty() || a.mode == argument_mode::variadic) return true;
        return false;
    };
    for (const auto& e : out.expected.functions)
        if (name_of(e) == name_of(f) && !named(out.found.functions, e) && (leaves_out(e) || leaves_out(f))) return true;
    return false;
}

/// Before anything else: the functions that are dropped and made again, and the views that stand on what changes or
/// goes.
template <class = pgmodel::detail::when_used>
void note_remade_objects(alteration& out) {
    for (const auto& e : out.expected.functions)
        if (const function* f = named(out.found.functions, e)) {
            bool remade = !is_replaced(e, *f);
            for (const auto& type : out.rebuilt_types)
                remade |= out.mentions_type(looked_at(f->arguments) + f->returns, type);
            if (remade) out.remade_functions.push_back(f);
        }
    for (const auto& f : out.found.functions)
        if (!named(out.expected.functions, f) && is_replaced_by_another(out, f)) out.remade_functions.push_back(&f);
    const auto stands_on_dropped = [&out](const view& v) {
        for (const auto& a : out.found.aggregates) {
            const aggregate* e = named(out.expected.aggregates, a);
            if (!(e && is_kept(*e, a)) && mentions(v.query, a.name)) return true;
        }
        for (const auto& t : out.found.tables)
            if (!named(out.expected.tables, t) && reads(v.query, name_of(t))) return true;
        return false;
    };
    for (std::size_t before = out.found.views.size() + 1; before != out.remade_views.size();) {
        before = out.remade_views.size();
        for (const auto& f : out.found.views) {
            if (is_in(out.remade_views, name_of(f))) continue;
            const view* e = named(out.expected.views, f);
            const bool changed =
                e && (e->materialized != f.materialized || (e->query != f.query && !is_replaced(*e, f)) ||
                      e->access_method != f.access_method);
            // A column that goes is not in a new query any more, which cannot replace the old one before it went.
            const auto loses_column = [&] {
                for (const auto& t : out.found.tables)
                    if (const table* kept = named(out.expected.tables, t); kept && reads(f.query, name_of(t)))
                        for (const auto& c : t.columns)
                            if (!named(kept->columns, c) && mentions(f.query, c.name)) return true;
                return false;
            };
            if (!e || changed || out.speaks_of_changes(f.query) || stands_on_dropped(f) || loses_column())
                out.remade_views.push_back(name_of(f));
        }
        // A function over a view's row type goes with it.
        for (const auto& f : out.found.functions) {
            if (std::find(out.remade_functions.begin(), out.remade_functions.end(), &f) != out.remade_functions.end() ||
                !named(out.expected.functions, f))
                continue;
            const std::string text = looked_at(f.arguments) + f.returns;
            for (const auto& v : out.remade_views)
                if (mentions(text, v.name)) {
                    out.remade_functions.push_back(&f);
                    before = out.found.views.size() + 1;
                    break;
                }
        }
    }
}

inline std::string view_words(const view& v) { return v.materialized ? "materialized view " : "view "; }

template <class = pgmodel::detail::when_used>
void make_view(alteration& out, const view& v) {
    const qualified_name on = name_of(v);
    make_schema(out, v.schema);
    out.at(object_kind::view, {}, on);
    database alone;
    alone.views.push_back(v);
    alone.views.front().owner.clear();
    if (!v.owner.empty()) out.add(phase::owners, set_owner(v.materialized ? "materialized view" : "view", on, v.owner));
    for (auto& sql : create_statements(alone))
        if (!sql.starts_with("create schema ")) out.add(phase::objects, std::move(sql));
}

template <class = pgmodel::detail::when_used>
void alter_view(alteration& out, const view& e, const view& f) {
    const qualified_name on = name_of(e);
    out.at(object_kind::view, {}, on);
    const std::string words = view_words(e), alter = "alter " + words + qualified(on);
    if (e.query != f.query) {
        out.add(phase::objects, or_replace(create_view(e)));
    } else {
        for (const auto& change : parameter_changes(e.parameters, f.parameters))
            out.add(phase::settings, alter + change);
        if (e.tablespace != f.tablespace)
            out.add(phase::settings, alter + " set tablespace " +
                                         (e.tablespace.empty() ? "pg_default" : quote_identifier(e.tablespace)));
    }
    out.comment(phase::comments, words + qualified(on), e.comment, f.comment);
    for (const auto& c : e.columns) {
        const column* before = named(f.columns, c);
        out.comment(phase::comments, "column " + qualified(on) + "." + quote_identifier(c.name), c.comment,
                    before ? before->comment : "");
    }
    if (!e.owner.empty() && !f.owner.empty() && e.owner != f.owner)
        out.add(phase::owners, set_owner(e.materialized ? "materialized view" : "view", on, e.owner));
    alter_named(out, object_kind::index, on, e.indexes, f.indexes);
    alter_named(out, object_kind::trigger, on, e.triggers, f.triggers);
    alter_named(out, object_kind::rule, on, e.rules, f.rules);
}

template <class = pgmodel::detail::when_used>
bool is_remade(const alteration& out, const function& f) {
    for (const function* each : out.remade_functions)
        if (same_name(*each, f)) return true;
    return false;
}

template <class = pgmodel::detail::when_used>
void make_function(alteration& out, phase when, const function& f, bool replaced) {
    out.at(object_kind::function, {}, name_of(f), signature(f.arguments));
    out.add(when, replaced ? or_replace(create_function(f)) : create_function(f));
}

template <class = pgmodel::detail::when_used>
bool speaks_of_what_goes(const alteration& out, std::string_view text) {
    for (const auto& v : out.remade_views)
        if (mentions(text, v.name)) return true;
    const auto is_kept = [&out](const auto& part) {
        bool kept = false;
        for (const auto& t : out.expected.tables)
            each_part(t, [&](const auto& each) { kept |= name_of(each) == name_of(part); });
        return kept;
    };
    bool goes = false;
    for (const auto& t : out.found.tables)
        each_part(t, [&](const auto& part) { goes |= mentions(text, part.name) && !is_kept(part); });
    return goes;
}
/// Over a row of what goes: before it.
inline bool goes_early(const alteration& out, const function& f) {
    return speaks_of_what_goes(out, looked_at(f.arguments) + f.returns);
}

/// Must it stay behind the columns, since it speaks of new ones or of a view that is made anew?
template <class = pgmodel::detail::when_used>
bool awaits_columns(const alteration& out, const made_object& o) {
    for (const auto& e : out.expected.tables)
        if (const table* f = named(out.found.tables, e))
            for (const auto& c : e.columns)
                if ((!named(f->columns, c) || out.is_remade(name_of(e), c.name)) && mentions(o.text, c.name))
                    return true;
    for (const auto& v : out.expected.views)
        if ((!named(out.found.views, v) || is_in(out.remade_views, name_of(v))) && mentions(o.text, v.name))
            return true;
    return false;
}

/// The late functions that new columns call, and those that these call, unless one of them must stay behind.
template <class = pgmodel::detail::when_used>
void note_functions_of_columns(alteration& out) {
    std::string called;
    for (const auto& e : out.expected.tables)
        if (const table* f = named(out.found.tables, e))
            for (const auto& c : e.columns)
                if (!named(f->columns, c)) called += c.default_value + " ";
    // Each stands behind those that it calls.
    for (std::size_t i = out.late.size(); i-- > 0;) {
        const made_object& o = out.late[i];
        if (o.view || !mentions(called, o.name())) continue;
        if (awaits_columns(out, o)) return out.for_columns.clear();
        called += o.text + " ";
        out.for_columns.push_back(o);
    }
}

/// The functions of which what calls them is made after the tables, or goes before them.
template <class = pgmodel::detail::when_used>
void note_called_functions(alteration& out) {
    for (const auto& o : objects_in_order(out.expected)) {
        const bool made = o.function ? !named(out.found.functions, *o.function) || is_remade(out, *o.function)
                                     : o.aggregate && !named(out.found.aggregates, *o.aggregate);
        if (o.needs_table && made) out.late.push_back(o);
    }
    note_functions_of_columns(out);
    for (const auto& o : objects_in_order(out.found))
        if (o.function && goes_early(out, *o.function) &&
            (!named(out.expected.functions, *o.function) || is_remade(out, *o.function)))
            out.early.push_back(o);
}
template <class = pgmodel::detail::when_used>
phase phase_of(const alteration& out, const made_object& o) {
    if (!o.needs_table) return phase::functions;
    for (const auto& each : out.for_columns)
        if (each.function == o.function && each.aggregate == o.aggregate) return phase::column_functions;
    return phase::objects;
}

template <class = pgmodel::detail::when_used>
void drop_function(alteration& out, const function& f) {
    const bool gone = !named(out.expected.functions, f);
    if (!gone && !is_remade(out, f)) return;
    out.at(object_kind::function, {}, name_of(f), signature(f.arguments));
    out.add(goes_early(out, f)           ? phase::dropped_views
            : gone && !is_remade(out, f) ? phase::leftovers
                                         : phase::dropped_functions,
            (f.procedure ? "drop procedure " : "drop function ") + signature(f),
            gone ? std::vector{hazard::drops_object, hazard::breaks_programs} : std::vector<hazard>{});
}
template <class = pgmodel::detail::when_used>
void drop_aggregate(alteration& out, const aggregate& a) {
    const aggregate* e = named(out.expected.aggregates, a);
    if (e && is_kept(*e, a)) return;
    out.at(object_kind::aggregate, {}, name_of(a), signature(a.arguments));
    out.add(e ? phase::dropped_functions : phase::leftovers, "drop aggregate " + signature(a),
            e ? std::vector<hazard>{} : std::vector{hazard::drops_object, hazard::breaks_programs});
}
template <class = pgmodel::detail::when_used>
void drop_view(alteration& out, const view& v) {
    if (!is_in(out.remade_views, name_of(v))) return;
    out.at(object_kind::view, {}, name_of(v));
    out.add(phase::dropped_views, "drop " + view_words(v) + qualified(name_of(v)),
            named(out.expected.views, v) ? std::vector<hazard>{}
                                         : std::vector{hazard::drops_object, hazard::breaks_programs});
}
/// The old ones from the end; those that domains call go after them.
template <class = pgmodel::detail::when_used>
void drop_objects(alteration& out) {
    const auto before = objects_in_order(out.found);
    for (std::size_t i = before.size(); i-- > 0;) {
        const made_object& o = before[i];
        if (o.view) drop_view(out, *o.view);
        else if (o.function) drop_function(out, *o.function);
        else drop_aggregate(out, *o.aggregate);
    }
    for (const function* f : functions_of_domains(out.found))
        if (!named(out.expected.functions, *f)) {
            out.at(object_kind::function, {}, name_of(*f), signature(f->arguments));
            out.add(phase::leftover_types, "drop function " + signature(*f),
                    {hazard::drops_object, hazard::breaks_programs});
        }
}

/// Makes it, makes it anew, or changes what can be changed.
template <class = pgmodel::detail::when_used>
void bring_function(alteration& out, const function& f, phase when) {
    const function* old = named(out.found.functions, f);
    const std::string object = (f.procedure ? "procedure " : "function ") + signature(f);
    if (!old) make_schema(out, f.schema);
    const bool remade = is_remade(out, f);
    const auto properties = old ? changed_properties(f, *old) : std::vector<std::string>{};
    if (!old || remade || !all_of(properties, {"comment"})) make_function(out, when, f, old && !remade);
    out.at(object_kind::function, {}, name_of(f), signature(f.arguments));
    out.comment(phase::comments, object, f.comment, old && !remade ? old->comment : "");
}
template <class = pgmodel::detail::when_used>
void bring_aggregate(alteration& out, const aggregate& a, phase when) {
    const aggregate* old = named(out.found.aggregates, a);
    out.at(object_kind::aggregate, {}, name_of(a), signature(a.arguments));
    if (old && is_kept(a, *old))
        return out.comment(phase::comments, "aggregate " + signature(*old), a.comment, old->comment);
    std::vector<std::string> made;
    add_aggregate(a, made);
    out.add_all(when, made);
}
template <class = pgmodel::detail::when_used>
void bring_view(alteration& out, const view& v) {
    const view* old = named(out.found.views, v);
    if (!old || is_in(out.remade_views, name_of(v))) make_view(out, v);
    else alter_view(out, v, *old);
}

/// Functions, aggregates and views in an order that works.
template <class = pgmodel::detail::when_used>
void alter_objects(alteration& out) {
    drop_objects(out);
    // Those that domains call are made before them; those that new ones call along with these.
    const database types = missing_types(out);
    for (const function* f : functions_of_domains(out.expected))
        if (!named(types.functions, *f)) bring_function(out, *f, phase::types);
    for (const auto& o : objects_in_order(out.expected)) {
        if (o.function) bring_function(out, *o.function, phase_of(out, o));
        else if (o.aggregate) bring_aggregate(out, *o.aggregate, phase_of(out, o));
        else bring_view(out, *o.view);
    }
}

/// Is it an object that was dropped, so that nobody has any privilege on it, or one that was made again?
template <class = pgmodel::detail::when_used>
bool lost_privileges(const alteration& out, const grant& g) {
    for (const auto& v : out.remade_views)
        if (means(g.object, v)) return true;
    for (const function* f : out.remade_functions)
        if (means(g.object, name_of(*f))) return true;
    for (const auto& place : out.remade)
        for (const auto& c : g.columns)
            if (c == place.column && means(g.object, place.table)) return true;
    return false;
}
template <class = pgmodel::detail::when_used>
bool is_there(const database& db, const grant& g) {
    const auto has = [&g](const auto& list) {
        for (const auto& each : list)
            if (means(g.object, name_of(each))) return true;
        return false;
    };
    if (g.target == privilege_target::table) {
        bool found = has(db.views);
        for (const auto& t : db.tables)
            each_part(t, [&](const auto& part) { found |= means(g.object, name_of(part)); });
        return found;
    }
    if (g.target == privilege_target::function || g.target == privilege_target::procedure) return has(db.functions);
    return true;
}

template <class = pgmodel::detail::when_used>
void alter_grants(alteration& out) {
    const auto at = [&out](const grant& g) { out.at(object_kind::grant, {}, g.object); };
    const auto undo = [&](grant g) {
        at(g);
        if (!is_there(out.expected, g) || lost_privileges(out, g)) return;
        g.revoked = !g.revoked;
        g.grantable = false;
        out.add(phase::revokes, grant_text(g), {hazard::breaks_programs});
    };
    const auto give = [&](const grant& g) {
        at(g);
        out.add(phase::grants, grant_text(g));
    };
    match(
        out.expected.grants, out.found.grants,
        [&](const grant& e, const grant& f) {
            if (grant_text(e) != grant_text(f)) undo(f);
            if (grant_text(e) != grant_text(f) || lost_privileges(out, e)) give(e);
        },
        [&](const grant& g, difference_kind side) { side == difference_kind::missing ? give(g) : undo(g); });
}

}  // namespace pgmodel::schema::detail
