// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rule that keys of a partitioned table hold what it is partitioned by.
#pragma once

#include <pgmodel/model/mentioned.hpp>
#include <pgmodel/model/partition.hpp>

namespace pgmodel::detail {

/// Does each primary and unique key of `T` hold all the columns that rows are told apart by? An expression is in no key.
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
    constexpr void operator()(const unique_declaration<M...>&) {
        bool key[column_count<T>]{};
        ((key[column_place<M>] = true), ...);
        check(key);
    }
    template <class Predicate, class... Keys>
    constexpr void operator()(const index_declaration<Predicate, Keys...>& item) {
        if (!item.is_unique) return;
        mentioned_fields<T> key{};
        (key.template look_at<Keys>(), ...);
        check(key.at);
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
template <class Key>
inline constexpr bool is_plain_column = false;
template <auto M>
inline constexpr bool is_plain_column<column<M>> = !names_attribute<M>;
template <ordered_key Key>
inline constexpr bool is_plain_column<Key> = is_plain_column<typename Key::expression_type>;

template <class T, class... Keys>
constexpr bool keys_hold_partition_key(const pack<Keys...>*) {
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
    declare<T>().items.each([&](const auto& item) { checker(item); });
    return checker.fine;
}
/// At each level of partitions within partitions.
template <class T, class Item>
inline constexpr bool keys_hold_partition_keys = true;
template <class T, class Bounds, class Parts>
inline constexpr bool keys_hold_partition_keys<T, partition_declaration<Bounds, Parts>> = keys_hold_partition_keys<T, Parts>;
template <class T, partition_strategy Strategy, class... Keys, class... Partitions>
inline constexpr bool keys_hold_partition_keys<T, partition_by_declaration<Strategy, pack<Keys...>, Partitions...>> =
    keys_hold_partition_key<T>(static_cast<const pack<Keys...>*>(nullptr)) &&
    (keys_hold_partition_keys<T, Partitions> && ... && true);

template <class T, class Item>
struct item_partition : std::true_type {};
template <class T, partition_strategy Strategy, class Keys, class... Partitions>
struct item_partition<T, partition_by_declaration<Strategy, Keys, Partitions...>> {
    static constexpr bool value = keys_hold_partition_keys<T, partition_by_declaration<Strategy, Keys, Partitions...>>;
    static_assert(value,
                  "pgmodel: the primary key and every unique key of a partitioned table hold all columns that it is partitioned by, "
                  "since PostgreSQL looks for equal rows within one partition only; add the columns to the keys");
};

}  // namespace pgmodel::detail
