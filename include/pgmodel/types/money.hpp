// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// money is refused: `#include <pgmodel/types/money.hpp>` to be told why.
#pragma once

namespace pgmodel {
namespace detail {

template <class Currency>
struct refused_money {
    static_assert(sizeof(Currency*) == 0,
                  "pgmodel: money has no currency, and its decimals depend on the server's lc_monetary; use "
                  "pgmodel::numeric<19, 4> and a column for the currency");
};

}  // namespace detail

/// Not a type to use: what PostgreSQL's money means depends on a setting of the server, `lc_monetary`. A field of it
/// does not compile.
using money = detail::refused_money<void>;

}  // namespace pgmodel
