// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/model/checks.hpp>
#include <pgmodel/model/violation.hpp>
#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/model_view.hpp>
#include <pgmodel/query/text.hpp>

namespace pgmodel::detail {

PGMODEL_INLINE std::string fields_of_view(const error_info& info, const model_view* view) {
    const model_view& model = *view;
    return fields_behind(info, model.name, model.facts, model.count, model.key, model.key_columns, model.named,
                         model.is_partition);
}

}  // namespace pgmodel::detail
