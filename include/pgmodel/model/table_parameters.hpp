// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What can be wrong with the storage parameters of a table and of its partitions.
#pragma once

#include <pgmodel/model/item_checks.hpp>
#include <pgmodel/model/partition.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel::detail {

/// Reads the items of one table.
struct table_parameter_reader {
    std::string_view names[64]{};
    std::size_t count = 0;
    bool unknown = false;  ///< nothing is known of what it has: it is a view, or of an extension's access method
    parameter_fault fault = parameter_fault::none;

    constexpr void note(parameter_fault found) {
        if (fault == parameter_fault::none) fault = found;
    }
    constexpr void operator()(const storage_parameter& parameter) {
        for (std::size_t i = 0; i < count; ++i)
            if (names[i] == parameter.name) note(parameter_fault::twice);
        if (count < 64) names[count++] = parameter.name;
        if (!unknown) note(fault_of_parameter(parameter, stored_as::table));
    }
    template <partitioning_declaration Item>
    constexpr void operator()(const Item& item) {
        item.partitions.each([this](const auto& partition) {
            table_parameter_reader own{};
            own.unknown = unknown;
            partition.items.each([&own](const auto& each) { own(each); });
            note(own.fault);
        });
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
struct access_method_finder {
    bool another = false;
    constexpr void operator()(const access_method_item& item) { another = item.name != "heap"; }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
template <class T>
inline constexpr parameter_fault fault_of_table_parameters = [] {
    const auto declaration = declare<T>();
    access_method_finder method{};
    declaration.items.each([&method](const auto& item) { method(item); });
    table_parameter_reader read{};
    read.unknown = method.another || facts_of<T>.view;
    declaration.items.each([&read](const auto& item) { read(item); });
    return read.fault;
}();

template <class T>
struct item_stored<T, storage_parameter> {
    static constexpr parameter_fault fault = fault_of_table_parameters<T>;
    static_assert(fault != parameter_fault::unknown,
                  "pgmodel: with() of this model's table names a storage parameter that PostgreSQL's tables do not "
                  "have; say that of an index behind the index");
    static_assert(fault != parameter_fault::value,
                  "pgmodel: with() of this model's table has a value that the storage parameter does not take, such as "
                  "a fillfactor that is not between 10 and 100");
    static_assert(fault != parameter_fault::twice,
                  "pgmodel: with() of this model's table names a storage parameter twice; say it once");
    static constexpr bool value = true;
};

}  // namespace pgmodel::detail
