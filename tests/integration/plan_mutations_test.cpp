// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Plans between schemas that differ at random: a rich database's objects are changed in ways that PostgreSQL accepts, and
// the steps there and back must do exactly that. PGMODEL_PLAN_SEED repeats a run, PGMODEL_PLAN_ROUNDS makes it longer.

#include <pgmodel.hpp>
#include <pgmodel/migrate/write.hpp>

#include <gtest/gtest.h>

#include <cstdlib>
#include <functional>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "database.hpp"
#include "object_models.hpp"
#include "pagila_stand_in.hpp"
#include "range_models.hpp"
#include "statistics_models.hpp"
#include "table_models.hpp"

namespace {

namespace pg = pgmodel;
namespace migrate = pg::migrate;
namespace schema = pg::schema;

class mutation {
public:
    mutation(schema::database& db, unsigned seed) : db_(db), random_(seed) {}

    std::string log{};

    void change() {
        static const std::vector<std::function<void(mutation&)>> all{
            &mutation::new_column, &mutation::drop_column, &mutation::other_type, &mutation::nullability,
            &mutation::other_default, &mutation::column_details, &mutation::identity, &mutation::generated,
            &mutation::new_check, &mutation::drop_check, &mutation::new_index, &mutation::change_index,
            &mutation::new_key, &mutation::change_key, &mutation::change_foreign_key, &mutation::drop_foreign_key,
            &mutation::rename_parts, &mutation::new_table, &mutation::drop_table, &mutation::table_details,
            &mutation::labels, &mutation::domains, &mutation::composites, &mutation::views, &mutation::functions,
            &mutation::triggers, &mutation::policies, &mutation::sequences, &mutation::grants, &mutation::partitions,
            &mutation::comments, &mutation::statistics};
        all[below(all.size())](*this);
    }

private:
    std::size_t below(std::size_t n) { return n ? random_() % n : 0; }
    bool coin() { return random_() % 2; }
    template <class T>
    T& any(schema::many<T>& list) {
        return list.begin()[below(list.size())];
    }
    std::string fresh(const char* what) { return std::string(what) + "_" + std::to_string(++names_) + (coin() ? "" : " X"); }
    void note(std::string what) { log += what + "; "; }

    static bool mentioned(const std::string& text, const std::string& name) {
        return schema::detail::mentions(text, name);
    }
    /// Is a column used by anything, so that it cannot just go or change?
    bool is_used(const schema::table& t, const std::string& c) const {
        const auto in = [&c](const std::vector<std::string>& list) {
            for (const auto& each : list)
                if (each == c) return true;
            return false;
        };
        bool used = in(t.primary_key.columns);
        for (const auto& k : t.partitioned.keys) used |= k.column == c || mentioned(k.expression, c);
        for (const auto& k : t.unique_keys) used |= in(k.columns) || in(k.include);
        for (const auto& k : t.foreign_keys) used |= in(k.columns);
        for (const auto& k : t.checks) used |= mentioned(k.condition, c);
        for (const auto& k : t.exclusions) {
            used |= mentioned(k.condition, c);
            for (const auto& e : k.elements) used |= e.key.column == c || mentioned(e.key.expression, c);
        }
        for (const auto& i : t.indexes) {
            used |= in(i.include) || mentioned(i.condition, c);
            for (const auto& k : i.keys) used |= k.column == c || mentioned(k.expression, c);
        }
        for (const auto& s : t.extended_statistics) {
            used |= in(s.columns);
            for (const auto& e : s.expressions) used |= mentioned(e, c);
        }
        for (const auto& each : t.triggers) used |= in(each.update_columns) || mentioned(each.condition, c);
        for (const auto& each : t.rules) used |= mentioned(each.condition, c) || mentioned(each.action, c);
        for (const auto& each : t.policies) used |= mentioned(each.condition, c) || mentioned(each.check, c);
        for (const auto& each : t.columns) used |= each.name != c && mentioned(each.generated, c);
        for (const auto& v : db_.views) used |= mentioned(v.query, t.name);
        for (const auto& f : db_.functions)
            used |= mentioned(f.body, t.name) || mentioned(f.returns, t.name);
        for (const auto& s : db_.sequences) used |= s.owner.name == t.name && s.owner_column == c;
        for (const auto& g : db_.grants) used |= g.object.name == t.name && in(g.columns);
        for (const auto& other : db_.tables)
            for (const auto& k : other.foreign_keys)
                used |= k.referred_table == t.name && in(k.referred_columns);
        schema::detail::each_part(t, [&](const auto& part) {
            if (&part.columns == &t.columns) return;
            for (const auto& each : part.columns) used |= each.name == c;
            for (const auto& i : part.indexes)
                for (const auto& k : i.keys) used |= k.column == c || mentioned(k.expression, c);
            for (const auto& k : part.foreign_keys) used |= in(k.columns);
        });
        return used;
    }
    schema::table& any_table() { return any(db_.tables); }
    static bool is_plain(const schema::column& c) {
        return c.generated.empty() && c.identity == pg::identity_kind::none && !c.serial;
    }

    // ---- columns
    void new_column() {
        auto& t = any_table();
        static const std::vector<schema::column> kinds{
            {.type = "text"}, {.type = "integer", .default_value = "7", .not_null = true},
            {.type = "numeric(8,2)", .default_value = "0.50"}, {.type = "text[]"},
            {.type = "timestamp with time zone", .default_value = "now()", .not_null = true},
            {.type = "jsonb", .default_value = "'{}'::jsonb"}, {.type = "character varying(20)", .collation = {"pg_catalog", "C"}},
            {.type = "bigint", .not_null = true, .identity = pg::identity_kind::by_default},
            {.type = "integer", .not_null = true, .serial = true, .sequence = schema::default_sequence("integer")},
            {.type = "integer", .generated = "1 + 2"}, {.type = "date", .comment = "a day"}, {.type = "uuid", .not_null = true}};
        schema::column c = kinds[below(kinds.size())];
        c.name = fresh("col");
        if (!t.partitions.empty() && c.identity != pg::identity_kind::none) return;  // PostgreSQL 15 refuses it
        note("new column " + c.name + " " + c.type + " of " + t.name);
        t.columns.push_back(c);
    }
    void drop_column() {
        auto& t = any_table();
        const auto& c = any(t.columns);
        if (t.columns.size() < 2 || is_used(t, c.name)) return;
        note("drop column " + c.name + " of " + t.name);
        t.columns.erase(&c);
    }
    void other_type() {
        auto& t = any_table();
        auto& c = any(t.columns);
        bool in_key = false;
        for (const auto& k : t.partitioned.keys) in_key |= k.column == c.name || mentioned(k.expression, c.name);
        if (in_key || !c.generated.empty()) return;
        std::string to;
        if (c.type == "integer") to = coin() ? "bigint" : "smallint";
        else if (c.type == "smallint") to = "integer";
        else if (c.type == "bigint" && c.identity == pg::identity_kind::none && !c.serial) to = "numeric(20,0)";
        else if (c.type == "text") to = coin() ? "character varying(300)" : "character varying";
        else if (c.type.starts_with("character varying")) to = "text";
        else if (c.type == "timestamp with time zone") to = coin() ? "timestamp without time zone" : "date";
        else if (c.type.starts_with("numeric(")) to = coin() ? "numeric" : "double precision";
        else if (c.type == "boolean" && !is_used(t, c.name)) to = "text";
        else return;
        if (c.identity != pg::identity_kind::none || c.serial) {
            if (to == "smallint" || to == "numeric(20,0)") return;
            c.sequence.maximum = schema::default_sequence(to).maximum;
        }
        if (!is_numeric(to)) {
            for (const auto& other : db_.tables)
                for (const auto& k : other.foreign_keys)
                    if (&other == &t || k.referred_table == t.name) {
                        for (const auto& name : k.columns)
                            if (&other == &t && name == c.name) return;
                        for (const auto& name : k.referred_columns)
                            if (k.referred_table == t.name && name == c.name) return;
                    }
        }
        note("column " + c.name + " of " + t.name + " " + c.type + " -> " + to);
        c.type = to;
        if (to == "boolean" || is_numeric(to) || to == "date") c.collation = {};
        if (is_numeric(to) || to == "date") c.storage.clear(), c.compression.clear();
    }
    static bool is_numeric(const std::string& type) {
        return type == "integer" || type == "bigint" || type == "smallint" || type.starts_with("numeric");
    }
    void nullability() {
        auto& t = any_table();
        auto& c = any(t.columns);
        for (const auto& name : t.primary_key.columns)
            if (name == c.name) return;
        if (!is_plain(c) || !t.partitions.empty()) return;
        c.not_null = !c.not_null;
        note("nullability of " + t.name + "." + c.name);
    }
    void other_default() {
        auto& t = any_table();
        auto& c = any(t.columns);
        if (!is_plain(c)) return;
        if (!c.default_value.empty()) c.default_value.clear();
        else if (c.type == "text") c.default_value = "'it''s'::text";
        else if (is_numeric(c.type)) c.default_value = "3";
        else if (c.type.starts_with("timestamp")) c.default_value = "now()";
        else return;
        note("default of " + t.name + "." + c.name);
    }
    void column_details() {
        auto& t = any_table();
        auto& c = any(t.columns);
        const auto what = below(4);
        if (what == 0) c.statistics = c.statistics == -1 ? 300 : -1;
        else if (what == 1) c.comment = c.comment.empty() ? "it's new" : "";
        else if (what == 2 && (c.type == "text" || c.type == "jsonb")) c.storage = c.storage.empty() ? "external" : "";
        else if (what == 3 && c.parameters.empty()) c.parameters.push_back({"n_distinct", "-0.5"});
        else c.parameters.clear();
        note("details " + std::to_string(what) + " of " + t.name + "." + c.name);
    }
    void identity() {
        auto& t = any_table();
        if (!t.partitions.empty()) return;
        auto& c = any(t.columns);
        if (c.type != "integer" && c.type != "bigint") return;
        for (const auto& s : db_.sequences)
            if (s.owner.name == t.name && s.owner_column == c.name) return;
        if (!c.generated.empty()) return;
        const auto what = below(4);
        if (c.identity != pg::identity_kind::none && what < 2) {
            c.identity = c.identity == pg::identity_kind::always ? pg::identity_kind::by_default : pg::identity_kind::always;
            c.sequence.cache = 5 + static_cast<int>(what);
        } else if (c.identity != pg::identity_kind::none && what == 2) {
            c.identity = pg::identity_kind::none;
            c.serial = true;
            c.sequence = schema::default_sequence(c.type);
        } else if (c.identity == pg::identity_kind::none) {
            c.identity = pg::identity_kind::by_default;
            c.serial = false;
            c.not_null = true;
            c.default_value.clear();
            c.sequence = schema::default_sequence(c.type);
        } else {
            c.identity = pg::identity_kind::none;
        }
        note("identity of " + t.name + "." + c.name);
    }
    void generated() {
        auto& t = any_table();
        auto& c = any(t.columns);
        if (!t.partitions.empty()) return;
        if (!c.generated.empty()) {
            c.generated.clear();
        } else {
            if (is_used(t, c.name) || !is_plain(c) || c.type != "integer") return;
            c.generated = "2 * 3";
            c.default_value.clear();
        }
        note("generated " + t.name + "." + c.name);
    }

    // ---- constraints and indexes
    const schema::column* number(const schema::table& t) {
        for (const auto& c : t.columns)
            if (is_numeric(c.type)) return &c;
        return nullptr;
    }
    void new_check() {
        auto& t = any_table();
        const auto* c = number(t);
        if (!c) return;
        schema::check k{.name = fresh("check"), .condition = quote(c->name) + " > -5", .columns = {c->name}};
        k.no_inherit = t.partitions.empty() && t.partitioned.keys.empty() && coin();
        k.not_valid = coin();
        if (coin()) k.comment = "why";
        note("check on " + t.name);
        t.checks.push_back(k);
    }
    static std::string quote(const std::string& name) { return pg::quote_identifier(name); }
    void drop_check() {
        auto& t = any_table();
        if (t.checks.empty()) return;
        auto& c = any(t.checks);
        if (coin()) {
            c.condition = "not (" + c.condition + ")";
            note("other check of " + t.name);
        } else {
            note("no check of " + t.name);
            t.checks.erase(&c);
        }
    }
    void new_index() {
        auto& t = any_table();
        const auto& c = any(t.columns);
        if (c.type.starts_with("json") || c.type.find("range") != std::string::npos || c.type == "point") return;
        schema::index i{.name = fresh("idx"), .keys = {{.column = c.name, .label = c.name}}};
        if (coin()) i.keys[0].descending = true, i.keys[0].nulls_first = true;
        if (coin()) i.condition = quote(c.name) + " is not null";
        if (coin()) i.parameters = {{"fillfactor", "70"}};
        if (coin()) i.comment = "fast";
        note("index on " + t.name + "." + c.name);
        t.indexes.push_back(i);
    }
    void change_index() {
        auto& t = any_table();
        if (t.indexes.empty()) return;
        auto& i = any(t.indexes);
        const auto what = below(3);
        if (what == 0) t.indexes.erase(&i);
        else if (what == 1) i.comment = i.comment.empty() ? "new" : "";
        else i.condition = i.condition.empty() ? "true is not false" : "";
        note("index " + std::to_string(what) + " of " + t.name);
    }
    void new_key() {
        auto& t = any_table();
        if (t.partitioned.strategy != pg::partition_strategy::none) return;
        const auto* c = number(t);
        if (!c) return;
        schema::key k{.name = fresh("key"), .columns = {c->name}};
        if (coin()) k.deferred = pg::deferral::initially_deferred;
        if (coin()) k.nulls_not_distinct = true;
        note("unique on " + t.name);
        t.unique_keys.push_back(k);
    }
    void change_key() {
        auto& t = any_table();
        if (!t.unique_keys.empty() && coin()) {
            bool referred = false;
            for (const auto& other : db_.tables)
                for (const auto& k : other.foreign_keys) referred |= k.referred_table == t.name;
            auto& k = any(t.unique_keys);
            k.comment = k.comment.empty() ? "one" : "";
            if (!referred) k.deferred = k.deferred == pg::deferral::not_deferrable ? pg::deferral::deferrable : pg::deferral::not_deferrable;
            note("unique key of " + t.name);
        } else if (!t.primary_key.columns.empty()) {
            auto& k = t.primary_key;
            if (coin()) k.name = fresh("pk");
            else if (k.parameters.empty()) k.parameters = {{"fillfactor", "80"}};
            else k.parameters.clear();
            note("primary key of " + t.name);
        }
    }
    void change_foreign_key() {
        auto& t = any_table();
        if (t.foreign_keys.empty()) return;
        auto& k = any(t.foreign_keys);
        const auto what = below(4);
        if (what == 0) k.on_delete = k.on_delete == pg::referential_action::cascade ? pg::referential_action::restrict_ : pg::referential_action::cascade, k.on_delete_columns.clear();
        else if (what == 1) k.deferred = k.deferred == pg::deferral::initially_deferred ? pg::deferral::not_deferrable : pg::deferral::initially_deferred;
        else if (what == 2) k.comment = k.comment.empty() ? "to" : "";
        else if (t.partitioned.strategy == pg::partition_strategy::none) k.not_valid = !k.not_valid;
        note("foreign key " + std::to_string(what) + " " + k.name + " of " + t.name);
    }
    void drop_foreign_key() {
        auto& t = any_table();
        if (t.foreign_keys.empty()) return;
        note("no foreign key of " + t.name);
        t.foreign_keys.pop_back();
    }
    void rename_parts() {
        auto& t = any_table();
        const auto rename = [&](auto& list, const char* what) {
            if (list.empty() || coin()) return;
            auto& v = any(list);
            note(std::string("rename ") + what + " " + v.name + " of " + t.name);
            if (t.replica_index == v.name || t.cluster_index == v.name) return;
            v.name = fresh(what);
        };
        rename(t.indexes, "renamed_index");
        rename(t.checks, "renamed_check");
        rename(t.foreign_keys, "renamed_fk");
        rename(t.unique_keys, "renamed_key");
        rename(t.triggers, "renamed_trigger");
        rename(t.policies, "renamed_policy");
        rename(t.rules, "renamed_rule");
        rename(t.extended_statistics, "renamed_stats");
    }

    // ---- tables
    void new_table() {
        schema::table t{.name = fresh("tbl")};
        t.columns = {{.name = "id", .type = "bigint", .not_null = true, .identity = pg::identity_kind::always},
                     {.name = "a b", .type = "text", .default_value = "'x'::text", .not_null = true, .comment = "c"}};
        t.primary_key = {.name = t.name + "_pkey", .columns = {"id"}};
        t.indexes.push_back({.name = t.name + "_idx", .keys = {{.column = "a b", .label = "a b"}}, .comment = "i"});
        auto& to = any_table();
        if (to.primary_key.columns.size() == 1 && to.persistence == pg::persistence::permanent) {
            std::string type;
            for (const auto& c : to.columns)
                if (c.name == to.primary_key.columns[0]) type = c.type;
            t.columns.push_back({.name = "ref", .type = type});
            t.foreign_keys.push_back({.name = t.name + "_fk", .columns = {"ref"}, .referred_schema = to.schema,
                                      .referred_table = to.name, .referred_columns = to.primary_key.columns, .comment = "fk"});
        }
        if (coin()) t.schema = "apart";
        note("table " + t.name);
        db_.tables.push_back(t);
    }
    void drop_table() {
        auto& t = any_table();
        for (const auto& c : t.columns)
            if (is_used(t, c.name) && !in_own(t, c.name)) return;
        for (const auto& v : db_.views)
            if (mentioned(v.query, t.name)) return;
        for (const auto& f : db_.functions)
            if (mentioned(f.body + " " + f.returns, t.name)) return;
        for (const auto& other : db_.tables)
            for (const auto& k : other.foreign_keys)
                if (&other != &t && k.referred_table == t.name) return;
        for (const auto& other : db_.tables)
            for (const auto& r : other.rules)
                if (mentioned(r.action, t.name)) return;
        for (const auto& g : db_.grants)
            if (g.object.name.starts_with(t.name)) return;
        for (auto& s : db_.sequences)
            if (s.owner.name == t.name) return;
        if (db_.tables.size() == 1) return;
        note("drop table " + t.name);
        db_.tables.erase(&t);
    }
    bool in_own(const schema::table& t, const std::string& c) const {
        for (const auto& other : db_.tables)
            for (const auto& k : other.foreign_keys)
                for (const auto& name : k.referred_columns)
                    if (&other != &t && k.referred_table == t.name && name == c) return false;
        return true;
    }
    void table_details() {
        auto& t = any_table();
        const bool partitioned = t.partitioned.strategy != pg::partition_strategy::none;
        const auto what = below(6);
        if (what == 0) t.comment = t.comment.empty() ? "all of it" : "";
        else if (what == 1 && !partitioned) t.parameters = t.parameters.empty() ? schema::many<schema::parameter>{{"fillfactor", "60"}, {"toast.autovacuum_enabled", "false"}} : schema::many<schema::parameter>{};
        else if (what == 2) t.row_security = !t.row_security;
        else if (what == 3 && !partitioned) t.replica_identity = pg::replica_identity::full, t.replica_index.clear();
        else if (what == 4 && !partitioned && !t.primary_key.columns.empty()) t.cluster_index = t.cluster_index.empty() ? t.primary_key.name : "";
        else if (what == 5) t.force_row_security = !t.force_row_security;
        note("details " + std::to_string(what) + " of " + t.name);
    }
    void partitions() {
        for (auto& t : db_.tables) {
            if (t.partitions.empty() || coin()) continue;
            const auto what = below(3);
            auto& p = any(t.partitions);
            if (what == 0) p.comment = p.comment.empty() ? "a part" : "";
            else if (what == 1 && p.partitions.empty()) p.parameters = {{"fillfactor", "65"}};
            else if (p.partitions.empty()) {
                note("no partition " + p.name);
                for (const auto& g : db_.grants)
                    if (g.object.name == p.name) return;
                t.partitions.erase(&p);
                return;
            }
            note("partition " + p.name + " " + std::to_string(what));
            return;
        }
    }

    // ---- types
    void labels() {
        if (db_.enumerations.empty()) return;
        auto& e = any(db_.enumerations);
        const auto what = below(4);
        const auto at = static_cast<std::ptrdiff_t>(below(e.labels.size() + 1));
        if (what < 2) e.labels.insert(e.labels.begin() + at, fresh("label"));
        else if (what == 2) std::swap(e.labels.front(), e.labels.back());
        else e.comment = e.comment.empty() ? "kinds" : "";
        note("labels " + std::to_string(what) + " of " + e.name);
    }
    void domains() {
        if (db_.domains.empty()) return;
        auto& d = any(db_.domains);
        const auto what = below(5);
        if (what == 0) d.comment = d.comment.empty() ? "narrow" : "";
        else if (what == 1) d.checks.push_back({.name = fresh("dcheck"), .condition = "VALUE is not null or true", .not_valid = coin(), .comment = coin() ? "x" : ""});
        else if (what == 2 && !d.checks.empty()) d.checks.pop_back();
        else if (what == 3 && d.type == "integer") d.type = "bigint";
        else if (what == 4 && d.type == "text") d.default_value = d.default_value.empty() ? "'dd'::text" : "";
        note("domain " + std::to_string(what) + " " + d.name);
    }
    void composites() {
        if (db_.composites.empty()) return;
        auto& c = any(db_.composites);
        const auto what = below(3);
        if (what == 0) c.attributes.push_back({.name = fresh("attr"), .type = "text", .comment = "at"});
        else if (what == 1) c.comment = c.comment.empty() ? "parts" : "";
        note("composite " + std::to_string(what) + " " + c.name);
    }
    void sequences() {
        if (db_.sequences.empty()) {
            db_.sequences.push_back({.name = fresh("seq"), .options = {.cache = 3}, .comment = "s"});
            return note("new sequence");
        }
        auto& s = any(db_.sequences);
        const auto what = below(4);
        if (what == 0) s.options.cache += 2;
        else if (what == 1) s.options.cycle = !s.options.cycle;
        else if (what == 2) s.comment = s.comment.empty() ? "n" : "";
        else if (s.persistence == pg::persistence::permanent) s.options.increment = 7;
        note("sequence " + std::to_string(what) + " " + s.name);
    }

    // ---- objects
    void views() {
        if (db_.views.empty() || below(4) == 0) {
            auto& t = any_table();
            schema::view v{.name = fresh("view"), .query = "select count(*) as n from " + schema::detail::qualified(t.schema, t.name), .comment = "v"};
            v.columns = {{.name = "n", .type = "bigint", .comment = coin() ? "many" : ""}};
            v.materialized = coin();
            if (v.materialized && coin()) v.indexes.push_back({.name = v.name + "_i", .unique = true, .keys = {{.column = "n", .label = "n"}}});
            db_.views.push_back(v);
            return note("view over " + t.name);
        }
        auto& v = any(db_.views);
        const auto used = [&] {
            for (const auto& other : db_.views)
                if (&other != &v && mentioned(other.query, v.name)) return true;
            for (const auto& f : db_.functions)
                if (mentioned(f.body + " " + f.returns, v.name)) return true;
            for (const auto& t : db_.tables)
                for (const auto& r : t.rules)
                    if (mentioned(r.action, v.name)) return true;
            for (const auto& g : db_.grants)
                if (g.object.name == v.name) return true;
            return false;
        };
        const auto what = below(3);
        if (what == 0) v.comment = v.comment.empty() ? "seen" : "";
        else if (what == 1) {
            std::string query = v.query;
            while (!query.empty() && (query.back() == ';' || query.back() == '\n')) query.pop_back();
            v.query = "select * from (" + query + ") again limit 100";
        } else if (!used()) {
            note("no view " + v.name);
            db_.views.erase(&v);
            return;
        }
        note("view " + std::to_string(what) + " " + v.name);
    }
    void functions() {
        if (db_.functions.empty() || below(4) == 0) {
            schema::function f{.name = fresh("fun"), .arguments = {{.name = "a", .type = "integer"}}, .returns = "integer",
                               .language = "sql", .body = "select a + 1", .comment = "f"};
            db_.functions.push_back(f);
            return note("new function");
        }
        auto& f = any(db_.functions);
        const auto what = below(4);
        if (what == 0) f.comment = f.comment.empty() ? "does" : "";
        else if (what == 1) f.body += " ";
        else if (what == 2 && !f.procedure) f.parallel = f.parallel == pg::parallel_safety::safe ? pg::parallel_safety::unsafe : pg::parallel_safety::safe;
        else if (what == 3 && f.returns == "integer" && f.language == "sql") f.returns = "bigint";
        note("function " + std::to_string(what) + " " + f.name);
    }
    void triggers() {
        auto& t = any_table();
        if (t.triggers.empty()) {
            for (const auto& f : db_.functions)
                if (f.returns == "trigger" && t.partitioned.strategy == pg::partition_strategy::none) {
                    t.triggers.push_back({.name = fresh("trig"), .timing = pg::trigger_timing::before, .on_insert = true,
                                          .for_each_row = true, .function = {f.schema, f.name}, .comment = "tr"});
                    return note("trigger on " + t.name);
                }
            return;
        }
        auto& each = any(t.triggers);
        const auto what = below(3);
        if (what == 0) each.state = each.state == pg::trigger_state::disabled ? pg::trigger_state::enabled : pg::trigger_state::disabled;
        else if (what == 1) each.comment = each.comment.empty() ? "tr" : "";
        else t.triggers.erase(&each);
        note("trigger " + std::to_string(what) + " of " + t.name);
    }
    void policies() {
        auto& t = any_table();
        if (t.policies.empty() || coin()) {
            const auto* c = number(t);
            t.policies.push_back({.name = fresh("pol"), .condition = c ? quote(c->name) + " > 3" : "true", .comment = "p"});
        } else {
            auto& p = any(t.policies);
            if (coin()) p.restrictive = !p.restrictive;
            else t.policies.erase(&p);
        }
        note("policy of " + t.name);
    }
    void statistics() {
        auto& t = any_table();
        if (t.columns.size() < 2) return;
        if (t.extended_statistics.empty()) {
            if (t.columns[0].type.starts_with("json") || t.columns[1].type.starts_with("json")) return;
            t.extended_statistics.push_back({.name = fresh("stats"), .kinds = {"ndistinct"}, .columns = {t.columns[0].name, t.columns[1].name}, .target = 50});
        } else if (coin()) {
            any(t.extended_statistics).target = 77;
        } else {
            t.extended_statistics.clear();
        }
        note("statistics of " + t.name);
    }
    void grants() {
        if (!db_.grants.empty() && coin()) {
            note("no grant");
            db_.grants.erase(&any(db_.grants));
            return;
        }
        auto& t = any_table();
        for (const auto& g : db_.grants)
            if (g.object.name == t.name) return;
        db_.grants.push_back({.object = {t.schema, t.name}, .privileges = {pg::privilege::select}, .roles = {"public"}});
        note("grant on " + t.name);
    }
    void comments() {
        if (!db_.schemas.empty()) db_.schemas.clear();
        else db_.schemas.push_back({"apart", "of its own"});
        note("comment of a schema");
    }

    schema::database& db_;
    std::mt19937 random_;
    int names_ = 0;
};

std::string problems(const migrate::way& w) {
    std::string all = w.not_rehearsed + to_string(w.left);
    for (const auto& r : w.refused) all += r.step.sql + " -- " + r.reason + "\n";
    return all;
}

unsigned from_environment(const char* name, unsigned otherwise) {
    const char* said = std::getenv(name);
    return said ? static_cast<unsigned>(std::stoul(said)) : otherwise;
}

/// Runs steps on the rows that are there, and takes them back. What fails has said that it may.
void try_on_rows(pg::session& db, const std::vector<schema::step>& steps, const std::string& what) {
    pg::transaction undone{db};
    for (const auto& s : steps) {
        if (s.apart || s.alone) return;
        try {
            undone.execute_script(s.sql);
        } catch (const pg::server_error& e) {
            EXPECT_TRUE(s.has(schema::hazard::may_fail)) << what << ": " << s.sql << " -- " << e.what();
            return;
        }
    }
}

template <class... Models>
void change_at_random(const char* name, const pg::registry<Models...>& models, unsigned rounds,
                      void (*fill)(pg::session&) = nullptr) {
    pg::session db{pgmodel_test::create_database(std::string("plan_mutations_") + name)};
    for (const char* extension : {"btree_gist", "pg_trgm"})
        db.execute_script(std::string("create extension ") + extension);
    if (fill) fill(db);
    else db.create_all(models);
    const schema::database found = migrate::introspect(db, {.owners = true}).database;
    const unsigned first = from_environment("PGMODEL_PLAN_SEED", 1);
    rounds = from_environment("PGMODEL_PLAN_ROUNDS", rounds);
    unsigned tried = 0;
    for (unsigned seed = first; seed < first + rounds; ++seed) {
        schema::database wanted = found;
        mutation changes(wanted, seed);
        for (unsigned i = 0; i < 1 + seed % 7 + seed % 3 * 3; ++i) changes.change();
        migrate::plan plan;
        try {
            plan = migrate::make_plan(db, wanted, {.online = seed % 4 == 0});
        } catch (const pg::error& e) {
            // A change that the server refuses, whoever makes it.
            if (std::getenv("PGMODEL_PLAN_TELL")) std::cout << name << " " << seed << " refused: " << e.what() << " | " << changes.log << '\n';
            continue;
        }
        ++tried;
        if (std::getenv("PGMODEL_PLAN_TELL")) std::cout << name << " " << seed << ": " << changes.log << '\n' << to_script(plan) << '\n';
        EXPECT_EQ(problems(plan.up), "") << name << " " << seed << ": " << changes.log;
        EXPECT_EQ(problems(plan.down), "") << name << " " << seed << " back: " << changes.log;
        // Extensions, and privileges of which nothing is said any more, are nobody's.
        if (fill) try_on_rows(db, plan.up.steps, name + (" " + std::to_string(seed)) + ": " + changes.log);
        const bool said = changes.log.find("no grant") == std::string::npos;
        EXPECT_TRUE(!said || plan.differences.empty() == plan.up.steps.empty())
            << name << " " << seed << ": " << changes.log;
    }
    EXPECT_GE(tried * 10, rounds * 6) << "most changes are possible";
    // Nothing was done.
    EXPECT_EQ(to_string(schema::compare(found, migrate::introspect(db, {.owners = true}).database)), "");
}

TEST(plan_mutations, of_a_film_rental) { change_at_random("pagila", pagila::models, 12, pgmodel_test::pagila_stand_in::make); }
TEST(plan_mutations, of_a_library) {
    pg::session db{pgmodel_test::create_database("plan_mutations_roles")};
    for (const char* role : {"library_clerk", "library_reader"})
        if (!db.scalar<bool>("select exists (select from pg_roles where rolname = $1)", std::string(role)))
            db.execute_script(std::string("create role ") + role);
    change_at_random("library", library::models, 12);
}
TEST(plan_mutations, of_bookings) { change_at_random("bookings", table_models::all, 12); }
TEST(plan_mutations, of_ranges) { change_at_random("ranges", pgmodel_test::hall, 12); }

}  // namespace
