// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/expression/expression.hpp>
#include <pgmodel/expression/operand.hpp>
#include <pgmodel/expression/owned_text.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/numeric.hpp>

#include <concepts>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

PGMODEL_BODY
void throw_out_of_range(std::string text, std::string_view (*beside)()) {
    error_info info;
    if (beside) info.field = beside();
    if (!info.field.empty()) text += " (field " + info.field + ')';
    throw encode_error(text, info);
}

}  // namespace pgmodel::detail
