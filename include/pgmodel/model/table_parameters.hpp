// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What can be wrong with the storage parameters of a table and of its partitions, or of a view.
#pragma once

#include <pgmodel/model/item_checks.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel::detail {

/// Reads the items of one table.
struct table_parameter_reader {
    unsigned of;  ///< 0: of an extension's access method, of which nothing is known
    std::string_view names[64]{};
    std::size_t count = 0;
    parameter_fault fault = parameter_fault::none;

    constexpr void note(parameter_fault found) {
        if (fault == parameter_fault::none) fault = found;
    }
    constexpr void operator()(const storage_parameter& parameter) {
        for (std::size_t i = 0; i < count; ++i)
            if (names[i] == parameter.name) note(parameter_fault::twice);
        if (count < 64) names[count++] = parameter.name;
        if (of != 0) note(fault_of_parameter(parameter, of));
    }
    template <partitioning_declaration Item>
    constexpr void operator()(const Item& item) {
        item.partitions.each([this](const auto& partition) {
            table_parameter_reader own{.of = of};
            partition.items.each(own);
            note(own.fault);
        });
    }
    template <class Other>
    constexpr void operator()(const Other&) {}
};
struct storage_finder {
    unsigned of = stored_as::table;
    constexpr void operator()(const access_method_item& item) {
        if (item.name != "heap") of = 0;
    }
    template <class Other>
    constexpr void operator()(const Other&) {
        if constexpr (requires { Other::makes_view; })
            if (!Other::materialized) of = stored_as::view;
    }
};
template <class T>
inline constexpr parameter_fault fault_of_table_parameters = [] {
    const auto declaration = declare<T>();
    storage_finder storage{};
    declaration.items.each(storage);
    table_parameter_reader read{.of = storage.of};
    declaration.items.each(read);
    return read.fault;
}();

template <class T>
struct item_stored<T, storage_parameter> {
    static constexpr parameter_fault fault = fault_of_table_parameters<T>;
    static_assert(fault != parameter_fault::unknown || !facts_of<T>.view,
                  "pgmodel: with() of this view names a parameter that PostgreSQL does not have there; a view has "
                  "security_barrier, security_invoker and check_option, a materialized one those of a table");
    static_assert(fault != parameter_fault::unknown || facts_of<T>.view,
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
