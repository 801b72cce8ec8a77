// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/query/row.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace pgmodel::detail {

PGMODEL_BODY
void throw_decode_error(const value_error& e, std::string_view column, std::string_view cpp_type, std::size_t row,
                        std::string_view sql, std::string_view table) {
    error_info info;
    info.statement = sql;
    info.table = table;
    info.column = column;
    throw decode_error("pgmodel: column \"" + info.column + "\" of row " + std::to_string(row + 1) +
                           " cannot be read as " + std::string(cpp_type) + ": " + e.reason,
                       info);
}

}  // namespace pgmodel::detail
