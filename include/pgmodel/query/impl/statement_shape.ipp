// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/types/codec.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace pgmodel::detail {

PGMODEL_INLINE std::uint64_t hash_types(const statement_shape& shape) {
    std::uint64_t hash = static_cast<std::uint64_t>(shape.match) + 1;
    const auto mix = [&hash](std::uint64_t value) { hash = (hash ^ value) * 0x9e3779b97f4a7c15ull + (hash >> 29); };
    mix(shape.parameter_count);
    for (std::size_t i = 0; i < shape.parameter_count; ++i) {
        mix(shape.parameters[i].id);
        if (shape.parameters[i].id == 0) mix(hash_text(shape.parameters[i].name));
    }
    mix(shape.column_count);
    for (std::size_t i = 0; i < shape.column_count; ++i) {
        const auto& column = shape.columns[i];
        mix(column.type.id);
        mix(hash_text(column.name));
        if (column.type.id == 0) mix(hash_text(column.type.name));
        mix(reinterpret_cast<std::uintptr_t>(column.accepts));
    }
    return hash;
}

[[gnu::cold, gnu::noinline]] PGMODEL_INLINE void fail_sizes(std::string_view sql) {
    throw encode_error("pgmodel: the parameters of a statement must be smaller than 1 GiB together",
                       {.statement = std::string(sql)});
}
[[gnu::noinline]] PGMODEL_INLINE std::size_t check_parameters(const statement_shape& shape,
                                                              const bound_parameters& given) {
    if (shape.parameter_count > 65'535) [[unlikely]]
        throw usage_error("pgmodel: the statement has " + std::to_string(shape.parameter_count) +
                              " parameters; PostgreSQL takes at most 65535",
                          {.statement = std::string(shape.sql)});
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < shape.parameter_count; ++i)
        if (given.values[i])  // a negative length is far too large
            bytes += 4 + static_cast<std::size_t>(static_cast<unsigned>(given.lengths[i]));
    if (bytes > largest_message) [[unlikely]]
        fail_sizes(shape.sql);
    return bytes;
}

}  // namespace pgmodel::detail
