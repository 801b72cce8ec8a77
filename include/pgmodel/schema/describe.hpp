// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// From models to schema values.
#pragma once

#include <pgmodel/expression/text_search.hpp>
#include <pgmodel/model/ddl_text.hpp>
#include <pgmodel/model/registry.hpp>
#include <pgmodel/schema/describe_parts.hpp>
#include <pgmodel/schema/describe_sequence.hpp>
#include <pgmodel/schema/describe_type.hpp>

#include <string>
#include <vector>

namespace pgmodel::schema {
namespace detail {

template <class E>
inline constexpr bool is_column = false;
template <auto M>
inline constexpr bool is_column<pgmodel::detail::column<M>> = !names_attribute<M>;
template <class E>
inline constexpr bool is_function = false;
template <fixed_string Before, fixed_string After, class V, int P, class... A>
inline constexpr bool is_function<call<Before, After, V, P, A...>> = !Before.view().starts_with("array[");
template <fixed_string Function, fixed_string C, class V, class O>
inline constexpr bool is_function<configured<Function, C, V, O>> = true;
template <auto Base, class E>
inline constexpr bool is_function<rebased<Base, E>> = is_function<E>;

/// `x collate "C"`, the key of an index.
template <class E>
inline constexpr bool is_collated = false;
template <fixed_string After, int Level, class V, bool Null, class E>
inline constexpr bool is_collated<affix<"", After, Level, V, Null, E>> = After.view().starts_with(" collate ");
template <fixed_string After, int Level, class V, bool Null, class E>
std::string collation_name(const affix<"", After, Level, V, Null, E>&) {
    return unquoted(After.view().substr(9));
}

/// Of columns of `Owner`.
template <class Owner, auto... M>
std::vector<std::string> names_of_columns() {
    return {std::string(facts_of<Owner>.columns[column_place<M>].name)...};
}

// These two are in <pgmodel/partitions.hpp>, as is all that leads to them.
template <class Declaration, class DescribeKey, class DescribeOwn>
void describe_partitioning(const Declaration& item, const std::string& schema, partitioning& how,
                           many<partition>& parts, const DescribeKey& describe_key, const DescribeOwn& describe_own);
template <class Table>
void pass_on(Table& t);

/// Fills a schema value from a model's items.
template <class T>
struct describer {
    table& out;

    template <auto... M>
    static void refer_to(foreign_key& key, referred_columns<M...>) {
        using other = owner_of<first_of<M...>::value>;
        key.referred_schema = facts_of<other>.schema;
        key.referred_table = facts_of<other>.name;
        key.referred_columns = names_of_columns<owner_of<first_of<M...>::value>, M...>();
    }
    template <class Other, bool OfAnotherType>
    static void refer_to(foreign_key& key, referred_key<Other, OfAnotherType>) {
        constexpr auto& facts = facts_of<Other>;
        key.referred_schema = facts.schema;
        key.referred_table = facts.name;
        for (std::size_t i = 0; i < facts.key_columns; ++i)
            key.referred_columns.emplace_back(facts.columns[facts.key[i]].name);
    }
    template <class Target>
    foreign_key& add_foreign_key(std::vector<std::string> columns, const reference_actions& actions, Target target) {
        foreign_key key;
        key.columns = std::move(columns);
        key.on_delete = actions.on_delete;
        key.on_update = actions.on_update;
        key.on_delete_columns = names_at(actions.set_columns, {facts_of<T>.columns, &column_at<T>});
        refer_to(key, target);
        return out.foreign_keys.emplace_back(std::move(key));
    }
    /// With soft_delete() what is unique is so among the rows that are not removed.
    static constexpr bool marks_removed = facts_of<T>.removals > 0;
    static std::string unmarked() {
        constexpr auto& facts = facts_of<T>.columns[marks_removed ? facts_of<T>.removal : 0];
        return std::string(facts.before_unmarked()) + quote_identifier(facts.name) +
               std::string(facts.behind_unmarked());
    }
    void add_unique_index(const std::vector<std::string>& columns) {
        auto& made = out.indexes.emplace_back(schema::index{.unique = true, .condition = unmarked()});
        for (const auto& name : columns) made.keys.push_back({.column = name, .label = name});
    }
    template <class Predicate>
    static std::string describe_condition([[maybe_unused]] const Predicate& predicate, bool unique) {
        std::string text;
        if constexpr (!std::is_same_v<Predicate, nothing_said>) {
            text = write_ddl(predicate).text;
            if (!marks_removed || !unique) return text;
            if (Predicate::precedence < level::logical_and) text = "(" + text + ")";
            text += " and ";
        }
        return marks_removed && unique ? text + unmarked() : text;
    }
    template <class Value>
    static void take(Value& to, const constraint_options& said) {
        take_options(to, said, {facts_of<T>.columns, &column_at<T>});
    }

    template <auto M, class R, class D, class U, class X>
    void operator()(const field_declaration<M, R, D, U, X>& item) {
        constexpr auto& facts = facts_of<T>.columns[column_place<M>];
        std::string name(facts.name);
        if constexpr (!std::is_same_v<D, nothing_said>)
            column_called(out.columns, name).default_value = write_default(item.initial);
        if constexpr (!std::is_same_v<R, nothing_said>) add_foreign_key({name}, item.actions, R{});
        const bool only_key = facts.primary_key && facts_of<T>.key_columns == 1;
        const bool makes_index = item.flags.index && !facts.unique && !only_key;
        const bool own_key = item.flags.unique && !only_key;
        if (own_key && !marks_removed) out.unique_keys.push_back({.columns = {name}});
        if (own_key && marks_removed) add_unique_index({name});
        if (makes_index) out.indexes.push_back({.keys = {{.column = name, .label = name}}});
        if constexpr (!std::is_same_v<X, nothing_said>) {
            const column_properties& said = item.details.properties;
            column& made = column_called(out.columns, name);
            take_properties(made, said);
            if constexpr (!std::is_same_v<typename X::generated_type, nothing_said>)
                made.generated = write_ddl(item.details.generated).text;
            if (item.flags.primary_key) take(out.primary_key, said.primary_key);
            if (own_key && !marks_removed) take(out.unique_keys.back(), said.unique);
            if (own_key && marks_removed) take(out.indexes.back(), said.unique);
            if (makes_index) take(out.indexes.back(), said.index);
            if constexpr (!std::is_same_v<R, nothing_said>) take(out.foreign_keys.back(), said.reference);
        }
    }
    template <auto... M>
    void operator()(const primary_key_declaration<M...>& item) {
        out.primary_key.columns = names_of_columns<T, M...>();
        take(out.primary_key, item.options);
    }
    template <auto... M>
    void operator()(const unique_declaration<M...>& item) {
        if constexpr (marks_removed) {
            add_unique_index(names_of_columns<T, M...>());
            take(out.indexes.back(), item.options);
        } else {
            take(out.unique_keys.emplace_back(key{.columns = names_of_columns<T, M...>()}), item.options);
        }
    }
    template <class Target, auto... M>
    void operator()(const foreign_key_declaration<Target, M...>& item) {
        take(add_foreign_key(names_of_columns<T, M...>(), item.actions, Target{}), item.options);
    }
    template <class Condition>
    void operator()(const check_declaration<Condition>& item) {
        auto written = write_ddl(item.condition);
        take(
            out.checks.emplace_back(check{.condition = std::move(written.text), .columns = std::move(written.columns)}),
            item.options);
    }
    template <class Predicate, class... Keys>
    void operator()(const index_declaration<Predicate, Keys...>& item) {
        auto& made =
            out.indexes.emplace_back(schema::index{.method = method_name(item.method), .unique = item.is_unique});
        take(made, item.options);
        item.keys.each([&](const auto& key) { made.keys.push_back(describe_key(key)); });
        made.condition = describe_condition(item.predicate, item.is_unique);
    }
    template <class Predicate, class... Elements>
    void operator()(const exclusion_declaration<Predicate, Elements...>& item) {
        auto& made = out.exclusions.emplace_back(exclusion{.method = method_name(item.method)});
        take(made, item.options);
        item.elements.each([&](const auto& element) { made.elements.push_back(describe_element(element)); });
        made.condition = describe_condition(item.predicate, true);
    }
    void operator()(const persistence_item& item) { out.persistence = item.kept; }
    void operator()(const on_commit_item& item) { out.on_commit = item.action; }
    void operator()(const tablespace_item& item) { out.tablespace = item.name; }
    void operator()(const access_method_item& item) { out.access_method = item.name; }
    void operator()(const comment_item& item) { out.comment = item.text; }
    void operator()(const replica_identity_item& item) {
        out.replica_identity = item.identity;
        out.replica_index = checked_name(item.index);
    }
    void operator()(const owner_item& item) { out.owner = checked_name(item.role); }
    void operator()(const cluster_item& item) { out.cluster_index = checked_name(item.index); }
    void operator()(const storage_parameter& item) { out.parameters.push_back(describe_parameter(item)); }
    template <partitioning_declaration Item>
    void operator()(const Item& item) {
        describe_partitioning(
            item, out.schema, out.partitioned, out.partitions, [](const auto& key) { return describe_key(key); },
            [](const auto& items, const std::string& schema) {
                table own{.schema = schema};
                describer<T> describe{own};
                // What it has stands in its own schema, wherever that is said.
                items.each([&describe]<class Each>(const Each& each) {
                    if constexpr (std::is_same_v<Each, in_schema_item>) describe(each);
                });
                items.each(describe);
                return own;
            });
        check_names(out.partitions);
    }
    /// No default, in a partition.
    template <class Item>
        requires requires { Item::without_default; }
    void operator()(const Item&) {
        const std::string name(facts_of<T>.columns[column_place<Item::without_default>].name);
        column_called(out.columns, name).default_value = "null";
    }
    void operator()(const in_schema_item& item) { out.schema = item.name; }
    static void check_names(const many<partition>& partitions) {
        for (const auto& p : partitions) {
            check_length(p.name);
            check_names(p.partitions);
        }
    }
    template <class Other>
    void operator()(const Other&) {}

    template <class Key, fixed_string Symbol>
    static exclusion_element describe_element(const pgmodel::detail::excluded<Key, Symbol>& element) {
        constexpr std::string_view spaced = operator_name<Symbol>::infix_text.view();
        return {describe_key(element.key), std::string(spaced.substr(1, spaced.size() - 2))};
    }
    template <class Key, class Parameter, std::size_t N>
    static index_key describe_key(const configured_key<Key, Parameter, N>& configured) {
        index_key made = describe_key(configured.key);
        for (const auto& p : configured.parameters) made.operator_class_parameters.push_back(describe_parameter(p));
        return made;
    }
    template <class Key>
    static index_key describe_key(const Key& key) {
        if constexpr (is_collated<Key>) {
            index_key made = describe_key(key.operand);
            made.collation.name = collation_name(key);
            return made;
        } else if constexpr (ordered_key<Key>) {
            index_key made = describe_key(key.key);
            made.operator_class = split_name(Key::operator_class_name());
            made.descending = Key::descending;
            made.nulls_first = Key::puts_nulls_first;
            return made;
        } else {
            auto written = write_ddl(key);
            index_key made{.label = expression_label(written.text)};
            if constexpr (is_column<Key>) made.column = made.label = written.columns[0];
            else made.expression = is_function<Key> ? written.text : "(" + written.text + ")";
            return made;
        }
    }
};

template <class T, std::size_t I>
void describe_column(table& out) {
    constexpr auto& facts = facts_of<T>.columns[I];
    if constexpr (facts.stored()) {
        check_length(facts.name);
        out.columns.push_back({.name = std::string(facts.name),
                               .type = std::string(declared_type<unwrapped<column_type<I, T>>>()),
                               .not_null = !facts.nullable,
                               .identity = !facts.identity ? identity_kind::none
                                           : facts.always  ? identity_kind::always
                                                           : identity_kind::by_default,
                               .field = std::string(facts.field),
                               .serial = facts.serial});
        if (facts.identity || facts.serial) out.columns.back().sequence = default_sequence(out.columns.back().type);
    }
}

template <class T, std::size_t... I>
void describe_columns(table& out, std::index_sequence<I...>) {
    in_order({(describe_column<T, I>(out), 0)...});
}

/// The table of one model, with the names that the model gives and no others.
template <class T>
table describe_table() {
    static_assert(checked_model<T>::value);
    constexpr auto& facts = facts_of<T>;
    table out;
    check_length(facts.name);
    out.schema = facts.schema;
    out.name = facts.name;
    describe_columns<T>(out, std::make_index_sequence<column_count<T>>{});
    for (std::size_t i = 0; i < facts.key_columns; ++i)
        out.primary_key.columns.emplace_back(facts.columns[facts.key[i]].name);
    describer<T> describe{out};
    declare<T>().items.each(describe);
    if constexpr (is_partitioned<declaration_type<T>>) pass_on(out);
    return out;
}

template <class Item>
inline constexpr bool is_object_item = std::is_base_of_v<object_tag, Item> || requires { Item::makes_view; };
template <class Declaration>
inline constexpr bool has_objects = false;
template <class... Items>
inline constexpr bool has_objects<table_declaration<Items...>> = (is_object_item<Items> || ...);
// These two are in <pgmodel/objects.hpp>, as is all that leads to them.
template <class T>
void describe_with_objects(database& db);
template <class T>
void describe_objects(database& db);

template <class T>
void describe_entry(database& db) {
    if constexpr (describes_objects<T>) {
        describe_objects<T>(db);
    } else {
        describe_sequences<T>(db);
        describe_types<T>(db, std::make_index_sequence<column_count<T>>{});
        if constexpr (has_objects<declaration_type<T>>) describe_with_objects<T>(db);
        else db.tables.push_back(describe_table<T>());
    }
}

}  // namespace detail

/// The tables, types and other objects of a registry, in the registry's order, every constraint and index named.
/// Throws `usage_error` when two of them have one name or a name is longer than 63 bytes.
template <class... Models>
database describe(const registry<Models...>& models) {
    database db;
    (detail::describe_entry<Models>(db), ...);
    name_all(db, models.naming);
    return db;
}

}  // namespace pgmodel::schema
