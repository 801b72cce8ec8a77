// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/query/insert.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace pgmodel::detail {

PGMODEL_BODY
void throw_default_mismatch(std::string_view table, std::string_view field) {
    error_info info;
    info.table = table;
    info.field = field;
    throw usage_error(
        "pgmodel: field \"" + info.field + "\" of table \"" + info.table +
            "\" has another initial value than its server default; write the same literal in both places, so that "
            "no value is replaced silently",
        info);
}

PGMODEL_BODY
void make_written_insert(written_statement& made, const insert_plan& plan, const bool* more) {
    const model_view& model = *plan.usual->model;
    bool sent[most_columns]{};
    for (std::size_t i = 0; i < plan.usual->send_count; ++i) sent[plan.usual->sends[i]] = true;
    for (std::size_t i = 0; i < plan.fillable_count; ++i) sent[plan.fillable[i].place] = more[i];
    for (std::size_t i = 0; i < model.count; ++i) {
        if (sent[i]) made.sends.push_back(static_cast<std::uint16_t>(i));
        if (plan.last ? model.facts[i].stored()
                      : insert_returns(model, i, sent[i], {plan.conflict, plan.conflict_count}))
            made.returns.push_back(static_cast<std::uint16_t>(i));
    }
    const auto write = [&](text_writer& out) {
        if (plan.write) return plan.write(out, model, sent, plan.conflict, plan.conflict_count);
        write_insert(out, model, made.sends.data(), made.sends.size(), plan.conflict, plan.conflict_count);
        write_returning(out, model, made.returns.data(), made.returns.size());
    };
    made.make(model, write, plan.last);
}

}  // namespace pgmodel::detail
