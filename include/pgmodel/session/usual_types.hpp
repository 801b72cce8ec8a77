// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The types that most models have: with separate compilation what sends and reads them is compiled once, in the file of
// <pgmodel/src.hpp>, instead of in each file with a model.
#pragma once

#include <pgmodel/query/row.hpp>
#include <pgmodel/session/result.hpp>
#include <pgmodel/types.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

#ifdef PGMODEL_SEPARATE_COMPILATION

#define PGMODEL_USUAL_TYPE(EXTERN, T)                                                                                  \
    EXTERN template encoded_value encode_value<T>(const void*, value_writer&);                                         \
    EXTERN template encoded_value encode_value<std::optional<T>>(const void*, value_writer&);                          \
    EXTERN template void decode_field<T>(void*, reader, bool);                                                         \
    EXTERN template void decode_field<std::optional<T>>(void*, reader, bool);                                          \
    EXTERN template T read_value<T, result>(const result&, decode_position&, std::size_t);                             \
    EXTERN template std::optional<T> read_value<std::optional<T>, result>(const result&, decode_position&, std::size_t);

#define PGMODEL_USUAL_TYPES(EXTERN)                                                                                    \
    PGMODEL_USUAL_TYPE(EXTERN, bool)                                                                                   \
    PGMODEL_USUAL_TYPE(EXTERN, std::int16_t)                                                                           \
    PGMODEL_USUAL_TYPE(EXTERN, std::int32_t)                                                                           \
    PGMODEL_USUAL_TYPE(EXTERN, std::int64_t)                                                                           \
    PGMODEL_USUAL_TYPE(EXTERN, double)                                                                                 \
    PGMODEL_USUAL_TYPE(EXTERN, std::string)                                                                            \
    PGMODEL_USUAL_TYPE(EXTERN, uuid)                                                                                   \
    PGMODEL_USUAL_TYPE(EXTERN, date)                                                                                   \
    PGMODEL_USUAL_TYPE(EXTERN, timestamp)                                                                              \
    PGMODEL_USUAL_TYPE(EXTERN, timestamptz)                                                                            \
    EXTERN template void throw_unreadable(const value_error&, const result&, const decode_position&,                   \
                                          const expected_column*, std::size_t, std::string_view);

namespace pgmodel::detail {

PGMODEL_USUAL_TYPES(extern)

}  // namespace pgmodel::detail

#endif
