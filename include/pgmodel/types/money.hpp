// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// money is refused: `#include <pgmodel/types/money.hpp>` to be told why.
#pragma once

#include <pgmodel/types/codec.hpp>

#include <concepts>

namespace pgmodel {

/// Not a type to use: what PostgreSQL's money means depends on a setting of the server, `lc_monetary`.
struct money {};

template <std::same_as<money> Money>
struct codec<Money> {
    static_assert(!std::same_as<Money, money>,
                  "pgmodel: money has no currency, and its decimals depend on the server's lc_monetary; use "
                  "pgmodel::numeric<19, 4> and a column for the currency");
};

}  // namespace pgmodel
