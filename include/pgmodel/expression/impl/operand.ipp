// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/expression/operand.hpp>

#include <string>
#include <string_view>

namespace pgmodel::detail {

PGMODEL_BODY
void throw_out_of_range(std::string text, std::string_view (*beside)()) {
    error_info info;
    if (beside) info.field = beside();
    if (!info.field.empty()) text += " (field " + info.field + ')';
    throw encode_error(text, info);
}

}  // namespace pgmodel::detail
