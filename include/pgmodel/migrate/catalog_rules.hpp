// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Rewrite rules, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_triggers.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::migrate::detail {

struct rule_row {
    object_id relation{};
    std::string name{};
    std::string event{};
    bool instead{};
    std::string state{};
    std::string definition{};
    std::string comment{};
};

/// Condition and action of `CREATE RULE r AS ON UPDATE TO t WHERE (a > b) DO INSTEAD action;`, in which names and
/// literals may hold any word.
template <class = pgmodel::detail::when_used>
void take_definition(schema::rule& made, std::string_view definition) {
    constexpr std::string_view where = " WHERE ", act = " DO ", instead = "INSTEAD ";
    std::size_t begin = definition.npos, depth = 0, at = 0;
    while (at < definition.size()) {
        const char c = definition[at];
        const std::string_view rest = definition.substr(at);
        if (c == '"' || c == '\'') {
            at = skip_quoted(definition, at);
        } else if (depth == 0 && begin == definition.npos && rest.starts_with(where)) {
            begin = at += where.size();
        } else if (depth == 0 && rest.starts_with(act)) {
            break;
        } else {
            depth += c == '(';
            depth -= c == ')';
            ++at;
        }
    }
    if (begin != definition.npos) made.condition = std::string(definition.substr(begin, at - begin));
    std::string_view action = definition.substr(at + act.size());
    if (made.instead) action.remove_prefix(instead.size());
    action.remove_prefix(action.find_first_not_of(' '));
    action.remove_suffix(1);  // the semicolon
    if (action != "NOTHING") made.action = std::string(action);
}

template <class = pgmodel::detail::when_used>
void read_rules(reading& all) {
    constexpr const char* sql =
        "select r.ev_class as relation, r.rulename as name, r.ev_type::text as event, r.is_instead as instead, "
        "r.ev_enabled::text as state, "
        "pg_get_ruledef(r.oid) as definition, coalesce(obj_description(r.oid, 'pg_rewrite'), '') as comment "
        "from pg_rewrite as r where r.ev_class = any($1) and r.rulename <> '_RETURN' "
        "order by r.ev_class, r.rulename collate \"C\"";
    for (auto& row : all.db.all<rule_row>(sql, all.relation_ids())) {
        schema::rule r;
        r.name = std::move(row.name);
        r.event = row.event == "3" ? rule_event::insert : row.event == "2" ? rule_event::update : rule_event::delete_;
        r.instead = row.instead;
        r.state = state_of(row.state);
        r.comment = std::move(row.comment);
        take_definition(r, row.definition);
        const auto view = all.view_by_id.find(row.relation);
        (view == all.view_by_id.end() ? all.table(row.relation).rules : all.views[view->second].rules)
            .push_back(std::move(r));
    }
}

}  // namespace pgmodel::migrate::detail
