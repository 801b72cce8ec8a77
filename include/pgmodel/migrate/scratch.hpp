// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Schemas of another name, in which a model's objects are made beside those of the database, and the way back.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/schema/names.hpp>
#include <pgmodel/schema/text_parts.hpp>
#include <pgmodel/schema/values.hpp>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

using schema::detail::each_part;

/// Calls a function with every name of a schema in which an object of the database is, or another that it names.
template <class Function>
void each_schema(schema::database& db, const Function& function) {
    for (auto& e : db.enumerations) function(e.schema);
    for (auto& c : db.composites) function(c.schema);
    for (auto& r : db.ranges) function(r.schema);
    for (auto& s : db.sequences) {
        function(s.schema);
        if (!s.owner.empty()) function(s.owner.schema);
    }
    for (auto& d : db.domains) function(d.schema);
    for (auto& f : db.functions) function(f.schema);
    for (auto& a : db.aggregates) function(a.schema);
    for (auto& v : db.views) function(v.schema);
    for (auto& t : db.tables) each_part(t, [&function](auto& part) { function(part.schema); });
}

/// Calls a function with every text of a database that is SQL.
template <class Function>
void each_text(schema::index_key& key, const Function& function) {
    function(key.expression);
}
template <class Function>
void each_text(schema::many<schema::index_key>& keys, const Function& function) {
    for (auto& key : keys) each_text(key, function);
}
template <class Function>
void each_text(schema::many<schema::index>& indexes, const Function& function) {
    for (auto& i : indexes) {
        each_text(i.keys, function);
        function(i.condition);
    }
}
/// Of a table or a partition.
template <class Table, class Function>
void each_text_of_parts(Table& t, const Function& function) {
    for (auto& c : t.checks) function(c.condition);
    each_text(t.indexes, function);
    for (auto& e : t.exclusions) {
        for (auto& element : e.elements) each_text(element.key, function);
        function(e.condition);
    }
    each_text(t.partitioned.keys, function);
}
template <class Function>
void each_text(schema::many<schema::partition>& partitions, const Function& function) {
    for (auto& p : partitions) {
        for (auto* bounds : {&p.from, &p.to, &p.in})
            for (auto& bound : *bounds) function(bound);
        for (auto& c : p.columns) function(c.default_value);
        each_text_of_parts(p, function);
        each_text(p.partitions, function);
    }
}
template <class Function>
void each_text(schema::many<schema::argument>& arguments, const Function& function) {
    for (auto& a : arguments) {
        function(a.type);
        function(a.default_value);
    }
}
template <class Function>
void each_text(schema::many<schema::rule>& rules, const Function& function) {
    for (auto& r : rules) {
        function(r.condition);
        function(r.action);
    }
}
/// Of a table or a partition.
template <class Table, class Function>
void each_text_of_table_objects(Table& t, const Function& function) {
    for (auto& p : t.policies) {
        function(p.condition);
        function(p.check);
    }
    for (auto& each : t.triggers) function(each.condition);
    each_text(t.rules, function);
    for (auto& s : t.extended_statistics)
        for (auto& expression : s.expressions) function(expression);
}
/// What stands beside the tables.
template <class Function>
void each_text_of_objects(schema::database& db, const Function& function) {
    for (auto& d : db.domains) {
        function(d.type);
        function(d.default_value);
        for (auto& c : d.checks) function(c.condition);
    }
    for (auto& f : db.functions) {
        each_text(f.arguments, function);
        function(f.returns);
        function(f.body);
        for (auto& s : f.settings) function(s.value);
    }
    for (auto& a : db.aggregates) {
        each_text(a.arguments, function);
        function(a.state_type);
    }
    for (auto& v : db.views) {
        function(v.query);
        for (auto& c : v.columns) function(c.type);
        each_text(v.indexes, function);
        for (auto& t : v.triggers) function(t.condition);
        each_text(v.rules, function);
    }
    for (auto& t : db.tables) each_part(t, [&function](auto& part) { each_text_of_table_objects(part, function); });
    for (auto& g : db.grants)
        for (auto& type : g.argument_types) function(type);
}
template <class Function>
void each_text(schema::database& db, const Function& function) {
    each_text_of_objects(db, function);
    for (auto& c : db.composites)
        for (auto& a : c.attributes) function(a.type);
    for (auto& r : db.ranges) function(r.subtype);
    for (auto& t : db.tables) {
        for (auto& c : t.columns) {
            function(c.type);
            function(c.default_value);
            function(c.generated);
        }
        each_text_of_parts(t, function);
        each_text(t.partitions, function);
    }
}

/// Calls a function with every foreign key of a table and of its partitions.
template <class Table, class Function>
void each_foreign_key(Table& t, const Function& function) {
    each_part(t, [&function](auto& part) {
        for (auto& key : part.foreign_keys) function(key);
    });
}

/// Calls a function with every name by which one object speaks of another one, beside foreign keys.
template <class Function>
void each_name(schema::database& db, const Function& function) {
    for (auto& a : db.aggregates) {
        function(a.transition);
        function(a.final);
    }
    for (auto& t : db.tables)
        each_part(t, [&function](auto& part) {
            for (auto& each : part.triggers) function(each.function);
        });
    for (auto& v : db.views)
        for (auto& each : v.triggers) function(each.function);
    for (auto& g : db.grants)
        if (g.target != privilege_target::schema) function(g.object);
}

/// Replaces a name within SQL where it stands as a whole.
template <class = pgmodel::detail::when_used>
void replace_name(std::string& text, std::string_view name, std::string_view by) {
    const auto continues = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
               c == '"' || static_cast<unsigned char>(c) >= 0x80;
    };
    for (std::size_t at = text.find(name); at != text.npos; at = text.find(name, at)) {
        const std::size_t end = at + name.size();
        const bool begins = at == 0 || (!continues(text[at - 1]) && text[at - 1] != '.');
        const bool ends = name.back() == '.' || end == text.size() || !continues(text[end]);
        if (begins && ends) text.replace(at, name.size(), by);
        at += begins && ends ? by.size() : 1;
    }
}

class scratch_schemas {
public:
    /// `current`: the schema in which a table is made without being told so.
    scratch_schemas(std::string prefix, std::string current)
        : prefix_(std::move(prefix)), current_(std::move(current)) {
        pairs_.push_back({current_, prefix_});
    }

    const std::string& of(const std::string& schema) {
        if (schema.empty()) return prefix_;
        for (const auto& pair : pairs_)
            if (pair.first == schema) return pair.second;
        return pairs_.emplace_back(schema, prefix_ + "_" + std::to_string(pairs_.size())).second;
    }
    std::vector<std::string> names() const {
        std::vector<std::string> made;
        made.reserve(pairs_.size());
        for (const auto& pair : pairs_) made.push_back(pair.second);
        return made;
    }
    /// `path` with each scratch schema before the one that it stands for. Temporary tables, which else are found first,
    /// do not hide those of the model.
    template <class = pgmodel::detail::when_used>
    std::string search_path(const std::vector<std::string>& path) const {
        std::string out = prefix_;
        for (const auto& name : path) {
            for (std::size_t i = 1; i < pairs_.size(); ++i)
                if (pairs_[i].first == name) out += ", " + pairs_[i].second;
            out += ", " + quote_identifier(name);
        }
        return out + ", pg_temp";
    }

    /// Moves a model's objects, and what names them, into the scratch schemas. A key to a table that is no part of the
    /// model stays a key to the one that is there.
    template <class = pgmodel::detail::when_used>
    void enter(schema::database& model) {
        using schema::detail::qualified;
        std::vector<std::pair<std::string, std::string>> names, quoted;  // quoted: as SQL by hand may write them, too
        const auto move = [&](const std::string& schema, const std::string& name) {
            const std::string& scratch = of(schema);
            if (schema.empty()) return;
            names.emplace_back(qualified(schema, name), qualified(scratch, name));
            for (const std::string& first : {quote_identifier(schema), '"' + schema + '"'})
                for (const std::string& second : {quote_identifier(name), '"' + name + '"'}) {
                    std::string whole = first;
                    (whole += '.') += second;
                    if (whole != names.back().first) quoted.emplace_back(std::move(whole), names.back().second);
                }
        };
        for (const auto& e : model.enumerations) move(e.schema, e.name);
        for (const auto& c : model.composites) move(c.schema, c.name);
        for (const auto& r : model.ranges) {
            move(r.schema, r.name);
            move(r.schema, r.multirange);
        }
        for (const auto& s : model.sequences) move(s.schema, s.name);
        for (auto& t : model.tables) {
            each_part(t, [&move](const auto& part) { move(part.schema, part.name); });
            for (const auto& c : t.columns)
                if (const auto numbers = schema::detail::own_sequence_of(t.name, c); !numbers.empty())
                    move(t.schema, numbers);
        }
        for (const auto& d : model.domains) move(d.schema, d.name);
        for (const auto& f : model.functions) move(f.schema, f.name);
        for (const auto& a : model.aggregates) move(a.schema, a.name);
        for (const auto& v : model.views) move(v.schema, v.name);
        const auto is_current = [this](const std::string& schema) { return schema.empty() || schema == current_; };
        for (auto& t : model.tables)
            each_foreign_key(t, [&](schema::foreign_key& key) {
                for (const auto& other : model.tables)
                    if (other.name == key.referred_table &&
                        (other.schema == key.referred_schema ||
                         (is_current(other.schema) && is_current(key.referred_schema)))) {
                        key.referred_schema = of(key.referred_schema);
                        break;
                    }
            });
        each_schema(model, [this](std::string& schema) { schema = of(schema); });
        each_name(model, [&](schema::qualified_name& name) {
            for (const auto& [from, to] : names)
                if (from == qualified(name)) {
                    name.schema = of(name.schema);
                    break;
                }
        });
        for (auto& g : model.grants)
            if (g.target == privilege_target::schema) g.object.name = of(g.object.name);
        each_text(model, [&](std::string& text) {
            for (const auto& [from, to] : names) replace_name(text, from, to);
            if (text.find('"') == text.npos) return;
            for (const auto& [from, to] : quoted) replace_name(text, from, to);
        });
    }
    /// The way back, from what was read there.
    template <class = pgmodel::detail::when_used>
    void leave(schema::database& read) const {
        const auto back = [this](std::string& schema) {
            for (const auto& pair : pairs_)
                if (pair.second == schema) schema = pair.first;
            if (schema == current_) schema.clear();
        };
        each_schema(read, back);
        for (auto& t : read.tables)
            each_foreign_key(t, [&back](schema::foreign_key& key) { back(key.referred_schema); });
        each_name(read, [&back](schema::qualified_name& name) { back(name.schema); });
        for (auto& g : read.grants)
            for (const auto& pair : pairs_)
                if (g.target == privilege_target::schema && g.object.name == pair.second) g.object.name = pair.first;
        each_text(read, [this](std::string& text) {
            for (const auto& pair : pairs_) replace_name(text, pair.second + ".", quote_identifier(pair.first) + ".");
        });
    }

private:
    std::string prefix_;
    std::string current_;
    std::vector<std::pair<std::string, std::string>> pairs_{};  ///< a schema, and the one that stands for it
};

}  // namespace pgmodel::migrate::detail
