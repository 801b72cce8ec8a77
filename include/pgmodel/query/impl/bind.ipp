// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/query/bind.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pgmodel::detail {

PGMODEL_BODY
void throw_encode_error(const encode_error& e, const statement_shape& shape, std::string_view field,
                        std::size_t place) {
    error_info info = e.info();
    info.statement = shape.sql;
    info.field = field;
    throw encode_error(std::string(e.what()) + (field.empty() ? " (parameter $" + std::to_string(place + 1) + ")"
                                                              : " (field " + info.field + ")"),
                       info);
}

}  // namespace pgmodel::detail
