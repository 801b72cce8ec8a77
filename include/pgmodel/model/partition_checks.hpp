// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rule that keys of a partitioned table hold what it is partitioned by.
#pragma once

#include <pgmodel/model/checks.hpp>
#include <pgmodel/model/partition_bounds.hpp>

namespace pgmodel::detail {

/// Does each primary and unique key of `T` hold all the columns that rows are told apart by? An expression is in no
/// key.
template <class T>
struct partition_key_checker {
    const bool* wanted;
    bool in_no_key;
    bool fine = true;

    constexpr void check(const bool* key) {
        fine = fine && !in_no_key;
        for (std::size_t i = 0; i < column_count<T>; ++i) fine = fine && (!wanted[i] || key[i]);
    }
    template <auto... M>
    constexpr void check_columns() {
        bool key[column_count<T>]{};
        ((key[column_place<M>] = true), ...);
        check(key);
    }
    template <auto... M>
    constexpr void operator()(const primary_key_declaration<M...>&) {
        check_columns<M...>();
    }
    template <auto... M>
    constexpr void operator()(const unique_declaration<M...>&) {
        check_columns<M...>();
    }
    template <class Predicate, class... Keys>
    constexpr void operator()(const index_declaration<Predicate, Keys...>& item) {
        if (!item.is_unique) return;
        mentioned_fields<T> key{};
        (key.template look_at<Keys>(), ...);
        check(key.at);
    }
    template <class Predicate, class... Elements>
    constexpr void operator()(const exclusion_declaration<Predicate, Elements...>&) {
        mentioned_fields<T> key{};
        const auto look_at = [&key]<class Element>() {
            if constexpr (is_equality<Element>) key.template look_at<decltype(Element::key)>();
        };
        (look_at.template operator()<Elements>(), ...);
        check(key.at);
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};

/// Do the keys of the table hold what it is partitioned by, and so on for each partition that is partitioned itself,
/// with what it has of its own? `look_at_own` shows a checker the items of the partitions around.
template <class T, partition_strategy Strategy, class... Keys, class... Partitions, class LookAtOwn>
constexpr bool keys_hold_partition_keys(const partition_by_declaration<Strategy, pack<Keys...>, Partitions...>& item,
                                        const LookAtOwn& look_at_own) {
    constexpr auto& facts = facts_of<T>;
    mentioned_fields<T> wanted{};
    (wanted.template look_at<Keys>(), ...);
    partition_key_checker<T> checker{wanted.at, !(is_plain_column<Keys> && ...)};
    bool key[column_count<T>]{};
    for (std::size_t i = 0; i < facts.key_columns; ++i) key[facts.key[i]] = true;
    if (facts.key_columns > 0) checker.check(key);
    for (std::size_t i = 0; i < column_count<T>; ++i) {
        bool alone[column_count<T>]{};
        alone[i] = true;
        if (facts.columns[i].unique) checker.check(alone);
    }
    declare<T>().items.each(checker);
    look_at_own(checker);
    bool fine = checker.fine;
    item.partitions.each([&](const auto& partition) {
        const auto look = [&](auto& own) {
            look_at_own(own);
            partition.items.each(own);
        };
        partition.items.each([&]<class Item>(const Item& each) {
            if constexpr (partitioning_declaration<Item>) fine = fine && keys_hold_partition_keys<T>(each, look);
        });
    });
    return fine;
}

template <class Item>
inline constexpr bool is_partitionable = false;
template <partition_strategy Strategy, class... Keys, class... Partitions>
inline constexpr bool is_partitionable<partition_by_declaration<Strategy, pack<Keys...>, Partitions...>> =
    can_index<Keys...>(Strategy == partition_strategy::hash ? "hash" : "btree");

/// Of what is written in place; of a fragment of SQL only the server knows.
template <class Key>
inline constexpr bool is_constant_key = false;
template <literal_value V>
inline constexpr bool is_constant_key<literal<V>> = true;
template <class T, fixed_string Text>
struct typed_constant;
template <class T, fixed_string Text>
inline constexpr bool is_constant_key<typed_constant<T, Text>> = true;
template <fixed_string Operator, int Level, class Value, bool Nullable, class Left, class Right>
inline constexpr bool is_constant_key<infix<Operator, Level, Value, Nullable, Left, Right>> =
    is_constant_key<Left> && is_constant_key<Right>;
template <fixed_string Before, fixed_string After, int Level, class Value, bool Nullable, class Operand>
inline constexpr bool is_constant_key<affix<Before, After, Level, Value, Nullable, Operand>> = is_constant_key<Operand>;
template <fixed_string Before, fixed_string After, class Value, int Properties, class... Arguments>
inline constexpr bool
    is_constant_key<call<Before, After, Value, Properties, Arguments...>> = sizeof...(Arguments) > 0 &&
                                                                            (is_constant_key<Arguments> && ...);
template <ordered_key Key>
inline constexpr bool is_constant_key<Key> = is_constant_key<typename Key::expression_type>;
template <class Item>
inline constexpr bool partitions_by_constant = false;
template <partition_strategy Strategy, class... Keys, class... Partitions>
inline constexpr bool partitions_by_constant<partition_by_declaration<Strategy, pack<Keys...>, Partitions...>> =
    (is_constant_key<Keys> || ...);

/// What a table that is partitioned cannot have.
enum class partitioned_fault {
    none,
    parameters,
    no_inherit,
    generated_key,
    clustered,
    too_many_keys,
    field_key,
    field_of_table,
    field_transient,
    field_default,
    trigger_name
};

/// A trigger of a table that runs for each row is one of each partition, too, which can have no other of its name.
struct row_trigger_finder {
    std::string_view name{};
    bool found = false;

    template <class Item>
    constexpr void operator()(const Item& item) {
        if constexpr (requires { Item::shape.each_row, item.said.name; })
            found |= Item::shape.each_row && item.said.name == name;
    }
};
/// `look_around` shows a finder the items of the tables around.
template <class Item, class LookAround>
constexpr bool names_a_trigger_again(const Item& item, const LookAround& look_around) {
    bool again = false;
    item.partitions.each([&](const auto& partition) {
        const auto look = [&](row_trigger_finder& finder) {
            look_around(finder);
            partition.items.each(finder);
        };
        partition.items.each([&]<class Each>(const Each& each) {
            if constexpr (partitioning_declaration<Each>) again |= names_a_trigger_again(each, look);
            else if constexpr (requires { Each::shape.each_row, each.said.name; }) {
                row_trigger_finder finder{each.said.name};
                look_around(finder);
                again |= finder.found;
            }
        });
    });
    return again;
}

/// What a partition says of its table's columns.
template <class T>
struct partition_field_reader {
    partitioned_fault& fault;
    bool no_default[column_count<T>]{};
    bool has_default[column_count<T>]{};

    template <auto M, class R, class D, class U, class X>
    constexpr void operator()(const field_declaration<M, R, D, U, X>& item) {
        const field_flags& said = item.flags;
        if (said.primary_key || said.unique || said.index || !std::is_same_v<R, nothing_said>)
            fault = partitioned_fault::field_key;
        bool of_table = !said.name.empty() || said.identity || said.serial || said.version || said.by_trigger ||
                        said.removal || !std::is_same_v<U, nothing_said>;
        if constexpr (!std::is_same_v<X, nothing_said>) {
            const column_properties& more = item.details.properties;
            of_table |= !more.collation.empty() || !more.type.empty() ||
                        !std::is_same_v<typename X::generated_type, nothing_said>;
        }
        if (of_table) fault = partitioned_fault::field_of_table;
        if constexpr (std::is_same_v<owner_of<M>, T>) {
            look_at(column_place<M>);
            if constexpr (!std::is_same_v<D, nothing_said>) {
                has_default[column_place<M>] = true;
                look_at_default(column_place<M>);
                if (takes_next_value<D>) fault = partitioned_fault::field_default;
            }
        }
    }
    template <auto M>
    constexpr void operator()(const no_default_item<M>&) {
        if constexpr (std::is_same_v<owner_of<M>, T>) {
            look_at(column_place<M>);
            no_default[column_place<M>] = true;
            look_at_default(column_place<M>);
        }
    }
    template <class Other>
    constexpr void operator()(const Other&) {}

private:
    constexpr void look_at(std::size_t place) {
        if (facts_of<T>.columns[place].transient) fault = partitioned_fault::field_transient;
    }
    constexpr void look_at_default(std::size_t place) {
        const column_facts& column = facts_of<T>.columns[place];
        if (column.generated || column.identity || (has_default[place] && no_default[place]))
            fault = partitioned_fault::field_default;
    }
};
template <class T>
struct partitioned_reader {
    partitioned_fault fault = partitioned_fault::none;

    constexpr void operator()(const storage_parameter&) { fault = partitioned_fault::parameters; }
    constexpr void operator()(const cluster_item&) { fault = partitioned_fault::clustered; }
    template <class Condition>
    constexpr void operator()(const check_declaration<Condition>& item) {
        if (item.options.no_inherit) fault = partitioned_fault::no_inherit;
    }
    template <partition_strategy Strategy, class... Keys, class... Partitions>
    constexpr void operator()(const partition_by_declaration<Strategy, pack<Keys...>, Partitions...>& item) {
        if (sizeof...(Keys) > most_keys) fault = partitioned_fault::too_many_keys;
        item.partitions.each([this]<class Bounds, class... Items>(const partition_declaration<Bounds, Items...>& each) {
            if constexpr ((partitioning_declaration<Items> || ...))
                each.items.each([this](const auto& own) { (*this)(own); });
            if constexpr ((is_own_column<Items> || ...)) {
                partition_field_reader<T> read{fault};
                each.items.each(read);
            }
        });
        mentioned_fields<T> key{};
        (key.template look_at<Keys>(), ...);
        for (std::size_t i = 0; i < column_count<T>; ++i)
            if (key.at[i] && facts_of<T>.columns[i].generated) fault = partitioned_fault::generated_key;
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
template <class T>
inline constexpr partitioned_fault fault_of_partitioned = [] {
    partitioned_reader<T> read{};
    declare<T>().items.each([&read]<class Item>(const Item& item) {
        read(item);
        if constexpr (partitioning_declaration<Item>)
            if (names_a_trigger_again(item, [](row_trigger_finder& finder) { declare<T>().items.each(finder); }))
                read.fault = partitioned_fault::trigger_name;
    });
    return read.fault;
}();

template <class Item>
inline constexpr bool partitions_by_what_changes = false;
template <partition_strategy Strategy, class... Keys, class... Partitions>
inline constexpr bool partitions_by_what_changes<partition_by_declaration<Strategy, pack<Keys...>, Partitions...>> =
    can_change<Keys...>;
template <class Item>
inline constexpr bool partitions_by_session = false;
template <partition_strategy Strategy, class... Keys, class... Partitions>
inline constexpr bool partitions_by_session<partition_by_declaration<Strategy, pack<Keys...>, Partitions...>> =
    changes_with_session<Keys...>;

template <class T, partitioning_declaration Item>
struct item_partition<T, Item> {
    static constexpr bound_fault fault = [] {
        bound_fault found = bound_fault::none;
        declare<T>().items.each([&found]<class Each>(const Each& each) {
            if constexpr (std::is_same_v<Each, Item>) found = find_bound_fault(each);
        });
        return found;
    }();
    static_assert(fault != bound_fault::empty_range,
                  "pgmodel: the range of a partition is empty; from() is less than to(), which is not in it");
    static_assert(fault != bound_fault::overlap,
                  "pgmodel: two partitions of this model overlap; a row belongs to one of them, and to() of the one is "
                  "from() of the next");
    static_assert(fault != bound_fault::value_twice,
                  "pgmodel: a value stands twice in the lists of this model's partitions; name it in one of them");
    static_assert(fault != bound_fault::moduli,
                  "pgmodel: of the moduli of hash partitions each must be a multiple of the next smaller one, such as "
                  "4 and 8");
    static constexpr partitioned_fault of_table = fault_of_partitioned<T>;
    static_assert(of_table != partitioned_fault::parameters,
                  "pgmodel: a partitioned table holds no rows, so it has no storage parameters; say with() of its "
                  "partitions");
    static_assert(of_table != partitioned_fault::clustered,
                  "pgmodel: a partitioned table holds no rows to be sorted; say cluster_on() of its partitions");
    static_assert(of_table != partitioned_fault::field_key,
                  "pgmodel: a field among the parts of a partition says primary_key(), unique(), index() or "
                  "references(); say pgmodel::primary_key(), unique(), index() or foreign_key() of the partition");
    static_assert(of_table != partitioned_fault::field_of_table,
                  "pgmodel: a field among the parts of a partition says what holds for the whole table: named(), "
                  "type(), collate(), generated(), identity(), serial(), version(), set_on_update(), set_by_trigger() "
                  "or soft_delete(); a partition says server_default(), comment(), storage(), compression(), "
                  "statistics() and with()");
    static_assert(of_table != partitioned_fault::field_transient,
                  "pgmodel: a partition of this model speaks of a transient field, which is no column");
    static_assert(of_table != partitioned_fault::field_default,
                  "pgmodel: a partition of this model has a default where it cannot: of a column that is generated or "
                  "an identity, of a sequence, or together with no_server_default()");
    static_assert(of_table != partitioned_fault::trigger_name,
                  "pgmodel: a trigger of a partition has the name of one of its table that runs for each row, which "
                  "the partition has already; name it otherwise");
    static_assert(of_table != partitioned_fault::too_many_keys, "pgmodel: a table is partitioned by at most 32 keys");
    static_assert(of_table != partitioned_fault::no_inherit,
                  "pgmodel: a check of a partitioned table is one of its partitions, too; take no_inherit() away");
    static_assert(of_table != partitioned_fault::generated_key,
                  "pgmodel: a table is partitioned by a generated column, whose value is not known in time; partition "
                  "it by what that is computed from");
    static_assert(is_partitionable<Item>,
                  "pgmodel: PostgreSQL cannot partition by a key of this type: by range and by list it is sorted, by "
                  "hash it is hashed, and json, xml and most shapes are neither");
    static_assert(!partitions_by_constant<Item>,
                  "pgmodel: a partition key of this model is a constant, by which no rows are told apart; name a "
                  "column");
    static_assert(!partitions_by_what_changes<Item>,
                  "pgmodel: a partition key calls a function whose result can change, such as now() or random(); "
                  "PostgreSQL takes only immutable ones here");
    static_assert(!partitions_by_session<Item>,
                  "pgmodel: a partition key has a function or a cast that depends on the session, such as date_trunc() "
                  "of a timestamptz or a date as text; name the zone first: pgmodel::at_time_zone<\"UTC\">()");
    // One within a partition is looked at with its table's.
    static constexpr bool value = [] {
        bool fine = true;
        declare<T>().items.each([&fine]<class Each>(const Each& each) {
            if constexpr (std::is_same_v<Each, Item>)
                fine = fine && keys_hold_partition_keys<T>(each, [](const auto&) {});
        });
        return fine;
    }();
    static_assert(value,
                  "pgmodel: the primary key and every unique key of a partitioned table hold all columns that it is "
                  "partitioned by, since PostgreSQL looks for equal rows within one partition only; add the columns to "
                  "the keys (to an exclusion constraint with pgmodel::op<\"=\">)");
};

template <class T, partition_strategy Strategy, class Keys, class... Partitions>
struct item_owner<T, partition_by_declaration<Strategy, Keys, Partitions...>>
    : columns_of_model<T, stranger_in<T, partition_by_declaration<Strategy, Keys, Partitions...>>> {};
template <class T, auto M>
struct item_owner<T, no_default_item<M>> : fields_of_model<T, M> {};

/// What a partition has of its own is checked like what its table has: all of it in one list.
template <class... Items>
struct checked_list {
    template <class... More>
    auto operator+(checked_list<More...>) -> checked_list<Items..., More...>;
};
template <class Item>
struct with_own_items {
    using type = checked_list<Item>;
};
template <class Partition>
struct own_items;
template <class Bounds, class... Items>
struct own_items<partition_declaration<Bounds, Items...>> {
    using type = decltype((checked_list<>{} + ... + typename with_own_items<Items>::type{}));
};
template <partition_strategy Strategy, class Keys, class... Partitions>
struct with_own_items<partition_by_declaration<Strategy, Keys, Partitions...>> {
    using type = decltype((checked_list<partition_by_declaration<Strategy, Keys, Partitions...>>{} + ... +
                           typename own_items<Partitions>::type{}));
};
template <class T, class... Items>
    requires(partitioning_declaration<Items> || ...)
struct all_items<T, table_declaration<Items...>> {
    template <class... All>
    static checked_items<T, table_declaration<All...>> list(checked_list<All...>);
    using type = decltype(list((checked_list<>{} + ... + typename with_own_items<Items>::type{})));
};

}  // namespace pgmodel::detail
