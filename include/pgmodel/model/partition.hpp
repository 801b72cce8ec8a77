// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Partitioned tables: by which keys, and which partitions.
//
//     pg::table("measurements",
//         pg::partition_by_range(col<&m::logdate>)
//             .partition("measurements_y2023", pg::from(pg::date{2023, 1, 1}), pg::to(pg::date{2024, 1, 1}))
//             .default_partition("measurements_rest"))
#pragma once

#include <pgmodel/core/pack.hpp>
#include <pgmodel/expression/literal.hpp>
#include <pgmodel/expression/ordering.hpp>
#include <pgmodel/model/field.hpp>
#include <pgmodel/model/table.hpp>

#include <cstddef>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel {
namespace detail {

/// `MINVALUE`, `MAXVALUE` and NULL as bounds.
template <fixed_string Word>
struct special_bound {
    static constexpr bool constant = true;
    template <class Out>
    static constexpr void write(Out& out, const special_bound*) {
        out.append(Word.view());
    }
};
template <class T>
inline constexpr bool is_special_bound = false;
template <fixed_string Word>
inline constexpr bool is_special_bound<special_bound<Word>> = true;

/// What a user gives as bounds, before the keys are known that they belong to.
template <class... Given>
struct lower_values {
    pack<Given...> values;
};
template <class... Given>
struct upper_values {
    pack<Given...> values;
};
template <class... Given>
struct listed_values {
    pack<Given...> values;
};
template <int Modulus>
struct modulus_value {};
template <int Remainder>
struct remainder_value {};

template <class Lower, class Upper>
struct range_bounds {
    Lower lower;
    Upper upper;
};
template <class Values>
struct list_bounds {
    Values values;
};
template <int Modulus, int Remainder>
struct hash_bounds {
    static_assert(Modulus > 0 && Remainder >= 0 && Remainder < Modulus,
                  "pgmodel: the remainder of a hash partition is at least 0 and less than its modulus");
};
struct default_bounds {};

/// A column that has no default in this partition.
template <auto M, class Owner = owner_of<M>>
struct no_default_item {
    static constexpr auto without_default = M;
};

/// What is said of a column within one partition.
template <class Item>
inline constexpr bool is_own_column = false;
template <auto M, class R, class D, class U, class X>
inline constexpr bool is_own_column<field_declaration<M, R, D, U, X>> = true;
template <auto M>
inline constexpr bool is_own_column<no_default_item<M>> = true;

/// What a partition may have of its own, beside what it has as a part of its table.
template <class Item>
inline constexpr bool is_partition_item =
    partitioning_declaration<Item> || std::is_base_of_v<object_tag, Item> || std::is_same_v<Item, storage_parameter> ||
    std::is_same_v<Item, comment_item> || std::is_same_v<Item, tablespace_item> ||
    std::is_same_v<Item, in_schema_item> || std::is_same_v<Item, persistence_item> ||
    std::is_same_v<Item, access_method_item> || std::is_same_v<Item, replica_identity_item> ||
    std::is_same_v<Item, cluster_item> || std::is_same_v<Item, owner_item> || is_own_column<Item>;
template <auto... M>
inline constexpr bool is_partition_item<primary_key_declaration<M...>> = true;
template <auto... M>
inline constexpr bool is_partition_item<unique_declaration<M...>> = true;
template <class Target, auto... M>
inline constexpr bool is_partition_item<foreign_key_declaration<Target, M...>> = true;
template <class Condition>
inline constexpr bool is_partition_item<check_declaration<Condition>> = true;
template <class Predicate, class... Keys>
inline constexpr bool is_partition_item<index_declaration<Predicate, Keys...>> = true;
template <class Predicate, class... Elements>
inline constexpr bool is_partition_item<exclusion_declaration<Predicate, Elements...>> = true;

template <class... Items>
struct partition_items {
    static constexpr bool fit = (is_partition_item<Items> && ... && true);
    static_assert(
        fit,
        "pgmodel: behind the bounds of a partition stands what it has of its own: primary_key, unique, foreign_key, "
        "check, exclude, index, comment, with, tablespace, in_schema, unlogged, using_method, replica_identity_full, "
        "cluster_on, owner, trigger, rule, policy, statistics, grant, field, no_server_default, and how it is "
        "partitioned itself");
    static_assert((std::size_t{partitioning_declaration<Items>} + ... + 0) < 2,
                  "pgmodel: this partition says twice how it is partitioned itself; say it once");
    static constexpr bool value = fit;
};

template <class Bounds, class... Items>
struct partition_declaration {
    std::string_view name;
    Bounds bounds;
    [[no_unique_address]] pack<Items...> items;  ///< what it has of its own
};
template <class Partition>
inline constexpr bool is_default_partition = false;
template <class... Items>
inline constexpr bool is_default_partition<partition_declaration<default_bounds, Items...>> = true;

/// The type of a key's values.
template <class Key>
struct partition_key_value {
    using type = typename Key::value_type;
};
template <ordered_key Key>
struct partition_key_value<Key> {
    using type = typename Key::expression_type::value_type;
};

template <class Key, class Given>
struct bound_fits : operand_fits<Key, typename partition_key_value<Key>::type, Given> {};
template <class Key, expression Given>
struct bound_fits<Key, Given> : std::true_type {};
template <class Key, fixed_string Word>
struct bound_fits<Key, special_bound<Word>> {
    static_assert(Word.view() != "null",
                  "pgmodel: NULL is no bound of a range; rows of which a key is NULL go to the default partition");
    static constexpr bool value = true;
};
/// Behind a bound without an end stands no other.
template <class First, class... Rest>
constexpr bool ends_without_values() {
    if constexpr (sizeof...(Rest) == 0) return true;
    else if constexpr (is_special_bound<First>) return (std::is_same_v<First, Rest> && ...);
    else return ends_without_values<Rest...>();
}
template <class Given>
inline constexpr bool is_listable = true;
template <fixed_string Word>
inline constexpr bool is_listable<special_bound<Word>> = Word.view() == "null";

/// A bound as an operand beside its key: converted and checked as in a comparison.
template <class Key, class Given>
constexpr auto make_bound(const Given& given) {
    if constexpr (is_special_bound<Given>) return given;
    else return as_operand<typename partition_key_value<Key>::type, Key>(given);
}
template <class... Keys, class... Given, std::size_t... I>
constexpr auto make_bounds(const pack<Given...>& given, std::index_sequence<I...>) {
    return [](auto... bounds) {
        return pack<decltype(bounds)...>(std::move(bounds)...);
    }(make_bound<Keys>(static_cast<const pack_element<I, Given>&>(given).value)...);
}

template <partition_strategy Strategy, class Keys, class... Partitions>
struct partition_by_declaration;
template <partition_strategy Strategy, class... Keys, class... Partitions>
struct partition_by_declaration<Strategy, pack<Keys...>, Partitions...> : item_tag, partitioning_tag {
    static constexpr partition_strategy strategy = Strategy;
    /// The first column of another table among the keys.
    template <class Tables>
    using stranger = typename first_stranger<typename Keys::template stranger<Tables>...>::type;

    pack<Keys...> keys;
    pack<Partitions...> partitions;
    partition_period period = partition_period::none;
    std::string_view zone{};

    /// `PARTITION OF ... FOR VALUES FROM (...) TO (...)`: from the first value on, up to the second without it. Behind
    /// the bounds stands what the partition has of its own: keys, checks, indexes, and how it is partitioned itself.
    template <class... Lower, class... Upper, class... Items>
    constexpr auto partition(const char* name, lower_values<Lower...> lower, upper_values<Upper...> upper,
                             Items... items) const {
        static_assert(Strategy == partition_strategy::range,
                      "pgmodel: from() and to() are bounds of a table that is partitioned by range");
        constexpr bool complete = sizeof...(Lower) == sizeof...(Keys) && sizeof...(Upper) == sizeof...(Keys);
        static_assert(complete,
                      "pgmodel: from() and to() take one value for each key that the table is partitioned by");
        if constexpr (complete) {
            static_assert((bound_fits<Keys, Lower>::value && ...));
            static_assert((bound_fits<Keys, Upper>::value && ...));
            static_assert(ends_without_values<Lower...>() && ends_without_values<Upper...>(),
                          "pgmodel: behind min_value or max_value of a bound of several keys stands the same again");
            using indices = std::index_sequence_for<Keys...>;
            return with(
                name,
                [](auto from, auto to) {
                    return range_bounds<decltype(from), decltype(to)>{std::move(from), std::move(to)};
                }(make_bounds<Keys...>(lower.values, indices{}), make_bounds<Keys...>(upper.values, indices{})),
                std::move(items)...);
        } else {
            return *this;
        }
    }
    /// `FOR VALUES IN (...)`.
    template <class... Given, class... Items>
    constexpr auto partition(const char* name, listed_values<Given...> values, Items... items) const {
        static_assert(Strategy == partition_strategy::list,
                      "pgmodel: in() names values of a table that is partitioned by list");
        static_assert(sizeof...(Given) > 0, "pgmodel: a partition by list has at least one value");
        static_assert((is_listable<Given> && ...),
                      "pgmodel: min_value and max_value are bounds of a range; a list has values and null_value");
        return [&]<class First, class... Rest>(const pack<First, Rest...>&) {
            auto bounds = bounds_of_list<First>(values.values, std::index_sequence_for<Given...>{});
            return with(name, list_bounds<decltype(bounds)>{std::move(bounds)}, std::move(items)...);
        }(keys);
    }
    /// `FOR VALUES WITH (MODULUS ..., REMAINDER ...)`.
    template <int Modulus, int Remainder, class... Items>
    constexpr auto partition(const char* name, modulus_value<Modulus>, remainder_value<Remainder>,
                             Items... items) const {
        static_assert(Strategy == partition_strategy::hash,
                      "pgmodel: modulus and remainder are bounds of a table that is partitioned by hash");
        return with(name, hash_bounds<Modulus, Remainder>{}, std::move(items)...);
    }
    auto partition(auto... given) const {
        static_assert(never<decltype(given)...>,
                      "pgmodel: partition() takes a name, its bounds, which are from() and to(), in(), or modulus and "
                      "remainder, and behind them what the partition has of its own");
        return *this;
    }
    /// `DEFAULT`: takes the rows that no other partition takes.
    template <class... Items>
    constexpr auto default_partition(const char* name, Items... items) const {
        static_assert(Strategy != partition_strategy::hash,
                      "pgmodel: a table that is partitioned by hash has no default partition");
        static_assert(!(is_default_partition<Partitions> || ...), "pgmodel: a table has one default partition");
        return with(name, default_bounds{}, std::move(items)...);
    }

    /// One partition per day, week (from Monday), month or year, made by `pg::maintain_partitions` and called like
    /// `measurements_y2023m01`. A timestamptz begins its days in UTC, or in the zone that is named: `Europe/Berlin`.
    constexpr auto daily(const char* time_zone = "UTC") const { return every(partition_period::day, time_zone); }
    constexpr auto weekly(const char* time_zone = "UTC") const { return every(partition_period::week, time_zone); }
    constexpr auto monthly(const char* time_zone = "UTC") const { return every(partition_period::month, time_zone); }
    constexpr auto yearly(const char* time_zone = "UTC") const { return every(partition_period::year, time_zone); }

private:
    static constexpr bool keyed_by_time() {
        if constexpr (sizeof...(Keys) == 1) {
            constexpr oid id = (codec<typename partition_key_value<Keys>::type>::type.id, ...);
            return id == 1082 || id == 1114 || id == 1184;
        }
        return false;
    }
    constexpr auto every(partition_period length, const char* time_zone) const {
        static_assert(Strategy == partition_strategy::range && keyed_by_time(),
                      "pgmodel: partitions of a length of time need a table that is partitioned by range of one date, "
                      "timestamp or timestamptz");
        auto copy = *this;
        copy.period = length;
        copy.zone = time_zone;
        return copy;
    }
    template <class Key, class... Given, std::size_t... I>
    static constexpr auto bounds_of_list(const pack<Given...>& given, std::index_sequence<I...>) {
        return [](auto... bounds) {
            return pack<decltype(bounds)...>(std::move(bounds)...);
        }(make_bound<Key>(static_cast<const pack_element<I, Given>&>(given).value)...);
    }
    template <class Bounds, class... Items>
    constexpr auto with(const char* name, Bounds bounds, Items... items) const {
        if constexpr (partition_items<Items...>::value)
            return added(partition_declaration<Bounds, Items...>{name, std::move(bounds), {std::move(items)...}},
                         std::index_sequence_for<Partitions...>{});
        else
            return added(partition_declaration<Bounds>{name, std::move(bounds), {}},
                         std::index_sequence_for<Partitions...>{});
    }
    template <class Made, std::size_t... I>
    constexpr auto added(Made made, std::index_sequence<I...>) const {
        return partition_by_declaration<Strategy, pack<Keys...>, Partitions..., Made>{
            {},     {},  keys, {static_cast<const pack_element<I, Partitions>&>(partitions).value..., std::move(made)},
            period, zone};
    }
};

template <partition_strategy Strategy, class... Keys>
constexpr auto make_partitioning(Keys... keys) {
    static_assert(sizeof...(Keys) > 0, "pgmodel: a table is partitioned by at least one key");
    static_assert(Strategy != partition_strategy::list || sizeof...(Keys) == 1,
                  "pgmodel: a table is partitioned by list of one key");
    static_assert(((expression<Keys> || ordered_key<Keys>) && ...),
                  "pgmodel: a partition key is a column or an expression");
    if constexpr (((expression<Keys> || ordered_key<Keys>) && ...)) {
        static_assert((about_one_row<Keys>::value && ...));
        static_assert((Keys::constant && ...),
                      "pgmodel: a partition key may hold only pgmodel::lit values; write pgmodel::lit<value>");
    }
    return partition_by_declaration<Strategy, pack<Keys...>>{{}, {}, {std::move(keys)...}, {}};
}

}  // namespace detail

/// `PARTITION BY RANGE (...)`: columns or expressions. The primary key and all unique keys must hold them.
template <class... Keys>
constexpr auto partition_by_range(Keys... keys) {
    return detail::make_partitioning<partition_strategy::range>(std::move(keys)...);
}
/// `PARTITION BY LIST (...)`.
template <class... Keys>
constexpr auto partition_by_list(Keys... keys) {
    return detail::make_partitioning<partition_strategy::list>(std::move(keys)...);
}
/// `PARTITION BY HASH (...)`.
template <class... Keys>
constexpr auto partition_by_hash(Keys... keys) {
    return detail::make_partitioning<partition_strategy::hash>(std::move(keys)...);
}

/// The bounds of a partition, one value for each key; `min_value` and `max_value` have no end.
template <class... Given>
constexpr auto from(const Given&... values) {
    return detail::lower_values<std::decay_t<const Given&>...>{{values...}};
}
template <class... Given>
constexpr auto to(const Given&... values) {
    return detail::upper_values<std::decay_t<const Given&>...>{{values...}};
}
inline constexpr detail::special_bound<"minvalue"> min_value{};
inline constexpr detail::special_bound<"maxvalue"> max_value{};
/// The values of a partition by list, `null_value` among them.
template <class... Given>
constexpr auto in(const Given&... values) {
    return detail::listed_values<std::decay_t<const Given&>...>{{values...}};
}
inline constexpr detail::special_bound<"null"> null_value{};
template <int Modulus>
inline constexpr detail::modulus_value<Modulus> modulus{};
template <int Remainder>
inline constexpr detail::remainder_value<Remainder> remainder{};

/// `DROP DEFAULT`, among the parts of a partition: there this column has not the default that it has in the table.
template <auto M>
constexpr auto no_server_default(detail::column<M>) {
    return detail::no_default_item<M>{};
}

}  // namespace pgmodel
