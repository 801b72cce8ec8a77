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
void throw_encode_error(const encode_error& e, const statement_shape& shape, std::string_view field, std::size_t place,
                        std::size_t row) {
    error_info info = e.info();
    info.statement = shape.sql;
    info.field = field;
    std::string of = field.empty() ? "parameter $" + std::to_string(place + 1) : "field " + info.field;
    if (row != 0) of += " of row " + std::to_string(row);
    throw encode_error(std::string(e.what()) + " (" + of + ')', info);
}

}  // namespace pgmodel::detail
