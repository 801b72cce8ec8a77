// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/upsert_many.hpp>

#include <cstddef>
#include <cstdint>

namespace pgmodel::detail {

PGMODEL_BODY
upsert_counts run_upsert_many(channel& c, const many_plan& plan, const many_key& key, const void* rows,
                              std::size_t count) {
    if (count == 0) return {};
    many_upsert upsert(plan, key, rows, count);
    const auto bound = upsert.bind(c);
    const result answer = run_bound(c, upsert.shape(), bound, upsert);
    const auto number = [&answer](std::size_t column) {
        return static_cast<std::uint64_t>(codec<std::int64_t>::decode(answer.value(0, column)));
    };
    return {number(0), number(1)};
}

}  // namespace pgmodel::detail
