// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Views, functions, triggers, policies and grants of models as schema values.
#pragma once

#include <pgmodel/model/objects.hpp>
#include <pgmodel/model/rule.hpp>
#include <pgmodel/model/statistics.hpp>
#include <pgmodel/model/view.hpp>
#include <pgmodel/schema/describe.hpp>
#include <pgmodel/schema/function_text.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema::detail {

/// The table, partition or view to which objects belong; none in `objects()`.
struct described_relation {
    qualified_name name{};
    described_columns columns{};
    many<trigger>* triggers = nullptr;
    many<rule>* rules = nullptr;
    many<policy>* policies = nullptr;
    many<statistics>* extended_statistics = nullptr;
    bool* row_security = nullptr;
    bool* force_row_security = nullptr;

    template <class Relation>
    void look_at(Relation& of) {
        name = {of.schema, of.name};
        triggers = &of.triggers;
        rules = &of.rules;
        if constexpr (requires { of.policies; }) {
            policies = &of.policies;
            extended_statistics = &of.extended_statistics;
            row_security = &of.row_security;
            force_row_security = &of.force_row_security;
        }
    }
};

inline many<argument> describe_arguments(const argument_text* said, std::size_t count) {
    many<argument> made;
    for (std::size_t i = 0; i < count; ++i)
        made.push_back(
            {std::string(said[i].name), std::string(said[i].type), std::string(said[i].default_value), said[i].mode});
    return made;
}

inline function describe_function(const function_properties& said, const argument_text* arguments,
                                  std::size_t argument_count, const setting_text* settings, std::size_t setting_count) {
    function made{.schema = std::string(said.schema),
                  .name = checked_name(said.name),
                  .arguments = describe_arguments(arguments, argument_count),
                  .returns = (said.returns_set ? "SETOF " : "") + std::string(said.returns),
                  .language = std::string(said.language),
                  .body = std::string(said.body),
                  .procedure = said.procedure,
                  .volatility = said.volatility,
                  .parallel = said.parallel,
                  .strict = said.strict,
                  .security_definer = said.security_definer,
                  .leakproof = said.leakproof,
                  .cost = said.cost,
                  .rows = said.rows,
                  .comment = std::string(said.comment)};
    for (std::size_t i = 0; i < setting_count; ++i)
        made.settings.push_back({std::string(settings[i].name), std::string(settings[i].value)});
    return made;
}

inline std::vector<std::string> describe_roles(const role_names& roles) {
    std::vector<std::string> made;
    made.reserve(roles.count);
    for (std::size_t i = 0; i < roles.count; ++i) made.emplace_back(roles.at[i]);
    return made;
}

/// Adds what is not there yet. Throws `usage_error` for two functions with one name and the same arguments.
inline void add_function(database& db, function made) {
    for (const auto& other : db.functions)
        if (signature(other) == signature(made)) {
            if (other == made) return;
            throw usage_error("pgmodel: two functions are called \"" + made.name +
                              "\" and take the same arguments; name one of them otherwise");
        }
    db.functions.push_back(std::move(made));
}

/// Throws `usage_error` for a name that is empty, or that of another one.
template <class Value>
void add_named(many<Value>& to, Value made, const char* what, const std::string& relation) {
    const std::string all = std::string(what) + " of \"" + relation + "\"";
    if (made.name.empty()) throw usage_error("pgmodel: one of the " + all + " has no name");
    for (const auto& other : to)
        if (other.name == made.name)
            throw usage_error("pgmodel: two " + all + " are called \"" + made.name + "\"; rename one of them");
    to.push_back(std::move(made));
}

struct object_describer {
    database& db;
    const described_relation& on;

    template <std::size_t A, std::size_t S>
    void operator()(const stored_function_declaration<A, S>& item) {
        add_function(db, describe_function(item.said, item.arguments, A, item.settings, S));
    }
    template <std::size_t S>
    void operator()(const trigger_function_declaration<S>& item) {
        (*this)(item.function);
    }
    template <std::size_t A>
    void operator()(const aggregate_declaration<A>& item) {
        aggregate made{.schema = std::string(item.schema),
                       .name = checked_name(item.name),
                       .arguments = describe_arguments(item.arguments, A),
                       .transition = split_name(item.transition_function),
                       .state_type = std::string(item.state_type),
                       .final = split_name(item.final_function),
                       .parallel = item.parallel,
                       .comment = std::string(item.text)};
        if (!item.initial_state.empty()) quote_literal(item.initial_state, made.initial);
        db.aggregates.push_back(std::move(made));
    }
    void operator()(const extension_declaration& item) {
        extension made{std::string(item.name), std::string(item.schema), std::string(item.wanted_version),
                       std::string(item.text)};
        for (const auto& other : db.extensions)
            if (other == made) return;
        db.extensions.push_back(std::move(made));
    }
    void operator()(const schema_comment_item& item) {
        db.schemas.push_back({checked_name(item.name), std::string(item.text)});
    }
    template <fixed_string Name, class Integer>
    void operator()(const sequence_declaration<Name, Integer>& item) {
        add_sequence(db, describe_own_sequence(item));
    }
    template <trigger_shape Shape, class When, class Function>
    void operator()(const trigger_declaration<Shape, When, Function>& item) {
        trigger made{.name = checked_name(item.said.name),
                     .timing = Shape.timing,
                     .on_insert = Shape.on_insert,
                     .on_update = Shape.on_update,
                     .on_delete = Shape.on_delete,
                     .on_truncate = Shape.on_truncate,
                     .update_columns = names_at(item.said.columns, on.columns),
                     .for_each_row = Shape.each_row,
                     .old_table = std::string(item.said.old_table),
                     .new_table = std::string(item.said.new_table),
                     .constraint = Shape.constraint,
                     .deferred = item.said.deferred,
                     .state = item.said.state,
                     .comment = std::string(item.said.comment)};
        if constexpr (!std::is_same_v<When, nothing_said>) made.condition = write_ddl(item.condition).text;
        if constexpr (std::is_same_v<Function, named_function>) {
            made.function = split_name(item.function.name);
        } else {
            (*this)(item.function);
            made.function = {std::string(item.function.function.said.schema),
                             std::string(item.function.function.said.name)};
        }
        for (std::size_t i = 0; i < item.said.argument_count; ++i) made.arguments.emplace_back(item.said.arguments[i]);
        if (!made.old_table.empty() && made.old_table == made.new_table)
            throw usage_error("pgmodel: trigger \"" + made.name + "\" calls the tables of the old and the new rows \"" +
                              made.old_table + "\" both; rename one of them");
        add_named(*on.triggers, std::move(made), "triggers", on.name.name);
    }
    template <class... Keys>
    void operator()(const statistics_declaration<Keys...>& item) {
        statistics made{.name = checked_name(item.said.name),
                        .target = item.said.target,
                        .comment = std::string(item.said.comment)};
        if (item.said.ndistinct) made.kinds.push_back("ndistinct");
        if (item.said.dependencies) made.kinds.push_back("dependencies");
        if (item.said.mcv) made.kinds.push_back("mcv");
        if (made.kinds.size() == 3) made.kinds.clear();
        item.keys.each([&made]<class Key>(const Key& key) {
            auto written = write_ddl(key);
            if constexpr (is_column<Key>) made.columns.push_back(std::move(written.columns[0]));
            else made.expressions.push_back(is_function<Key> ? written.text : "(" + written.text + ")");
        });
        on.extended_statistics->push_back(std::move(made));
    }
    template <trigger_shape Shape, class Condition, bool Acts>
    void operator()(const rule_declaration<Shape, Condition, Acts>& item) {
        rule made{.name = checked_name(item.said.name),
                  .event = Shape.on_insert   ? rule_event::insert
                           : Shape.on_update ? rule_event::update
                                             : rule_event::delete_,
                  .instead = item.said.instead,
                  .action = std::string(item.said.action),
                  .state = item.said.state,
                  .comment = std::string(item.said.comment)};
        if constexpr (!std::is_same_v<Condition, nothing_said>) made.condition = write_ddl(item.condition).text;
        add_named(*on.rules, std::move(made), "rules", on.name.name);
    }
    void operator()(const row_security_item& item) {
        *on.row_security = true;
        *on.force_row_security |= item.forced;
    }
    template <policy_command Command, class Using, class Check>
    void operator()(const policy_declaration<Command, Using, Check>& item) {
        policy made{.name = checked_name(item.said.name),
                    .command = Command,
                    .restrictive = item.said.restrictive,
                    .roles = describe_roles(item.said.roles),
                    .comment = std::string(item.said.comment)};
        if constexpr (!std::is_same_v<Using, nothing_said>) made.condition = write_ddl(item.condition).text;
        if constexpr (!std::is_same_v<Check, nothing_said>) made.check = write_ddl(item.written).text;
        add_named(*on.policies, std::move(made), "policies", on.name.name);
    }
    template <class Target, bool Revoked, privilege... What>
    void operator()(const grant_declaration<Target, Revoked, What...>& item) {
        grant made{.privileges = {What...},
                   .roles = describe_roles(item.roles),
                   .grantable = item.grantable,
                   .revoked = Revoked};
        if (made.roles.empty()) throw usage_error("pgmodel: a grant names no role; say to(\"role\") or to(\"public\")");
        aim(made, item.target);
        db.grants.push_back(std::move(made));
    }
    template <class Other>
    void operator()(const Other&) {}

private:
    void aim(grant& made, const nothing_said&) { made.object = on.name; }
    template <auto... M>
    void aim(grant& made, const columns_target<M...>& target) {
        made.object = on.name;
        made.columns = names_at(target.places, on.columns);
    }
    void aim(grant& made, const schema_target& target) {
        made.target = privilege_target::schema;
        made.object.name = target.name;
    }
    void aim(grant& made, const type_target& target) {
        made.target = target.domain ? privilege_target::domain : privilege_target::type;
        made.object = split_name(target.name);
    }
    template <class T>
    void aim(grant& made, const model_target<T>&) {
        made.object = {std::string(facts_of<T>.schema), std::string(facts_of<T>.name)};
    }
    template <fixed_string Name, class Integer>
    void aim(grant& made, const sequence_declaration<Name, Integer>& target) {
        made.target = privilege_target::sequence;
        made.object = {std::string(target.name.schema), std::string(target.name.name)};
    }
    template <std::size_t A, std::size_t S>
    void aim(grant& made, const stored_function_declaration<A, S>& target) {
        made.target = target.said.procedure ? privilege_target::procedure : privilege_target::function;
        made.object = {std::string(target.said.schema), std::string(target.said.name)};
        for (const auto& a : describe_arguments(target.arguments, A))
            if (is_passed(a)) made.argument_types.push_back(a.type);
    }
};

template <class T>
std::string column_names() {
    std::string names;
    for (const auto& c : facts_of<T>.columns)
        if (c.stored()) names += (names.empty() ? "" : ", ") + quote_identifier(c.name);
    return names;
}
template <class Query>
constexpr bool fills_by_expressions = false;
template <class Query>
    requires requires { typename Query::list_type; }
constexpr bool fills_by_expressions<Query> = !Query::list_type::has_models;

/// The text of a view's query, whose columns are called like the fields.
template <class T, class Query>
std::string view_query(const Query& query) {
    if constexpr (is_sql_text<Query>) {
        return std::string(query.text());
    } else if constexpr (fills_by_expressions<Query> && !facts_of<T>.any_transient()) {
        using rows = decltype(query.template into<T>());
        return std::string(std::string_view(rows::sql));
    } else {
        const std::string names = column_names<T>();
        std::string text{std::string_view(Query::sql)};
        if constexpr (requires { typename Query::struct_row; })
            if (names == column_names<typename Query::struct_row>()) return text;
        // What a query has from models or from its first operand has names already.
        return "select " + names + " from (" + text + ") as q (" + names + ")";
    }
}

struct view_items {
    view& out;

    void operator()(const no_data_item&) { out.with_data = false; }
    template <class Other>
    void operator()(const Other&) {}
};

template <class T>
view describe_view(table& described) {
    view made{.schema = described.schema,
              .name = described.name,
              .columns = std::move(described.columns),
              .parameters = std::move(described.parameters),
              .access_method = described.access_method,
              .tablespace = described.tablespace,
              .indexes = std::move(described.indexes),
              .owner = described.owner,
              .comment = described.comment};
    for (auto& c : made.columns) c.not_null = false;
    declare<T>().items.each([&made](const auto& item) {
        if constexpr (requires { item.makes_view; }) {
            made.materialized = item.materialized;
            made.query = view_query<T>(item.query);
        } else {
            view_items{made}(item);
        }
    });
    return made;
}

/// What partitions have of their own.
template <class Item, class Relation>
void describe_partition_objects(database& db, const Item& item, Relation& in, const described_columns& columns) {
    if constexpr (is_object_item<Item> && partitioning_declaration<Item>) {
        std::size_t place = 0;
        item.partitions.each([&](const auto& given) {
            partition& made = in.partitions[place++];
            described_relation on{.columns = columns};
            on.look_at(made);
            given.items.each([&](const auto& each) {
                object_describer{db, on}(each);
                describe_partition_objects(db, each, made, columns);
            });
        });
    }
}

template <class T>
void describe_with_objects(database& db) {
    table described = describe_table<T>();
    described_relation on{.columns = {facts_of<T>.columns, &column_at<T>}};
    const auto describe = [&](auto& relation) {
        on.look_at(relation);
        declare<T>().items.each([&](const auto& item) {
            object_describer{db, on}(item);
            describe_partition_objects(db, item, relation, on.columns);
        });
    };
    if constexpr (facts_of<T>.view) {
        view made = describe_view<T>(described);
        describe(made);
        db.views.push_back(std::move(made));
    } else {
        describe(described);
        db.tables.push_back(std::move(described));
    }
}

template <class T>
void describe_objects(database& db) {
    const described_relation none{};
    T::objects().items.each([&](const auto& item) { object_describer{db, none}(item); });
}

}  // namespace pgmodel::schema::detail
