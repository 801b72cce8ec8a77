// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Values where a jsonb is wanted.
#pragma once

#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/expression/subscript.hpp>

namespace pgmodel::detail {

/// Where the server must know the type of a literal that stands alone.
template <class Given>
constexpr auto typed_value(Given&& given) {
    auto operand = as_value(static_cast<Given&&>(given));
    return with_type<typename decltype(operand)::value_type>(std::move(operand));
}

/// A value as a jsonb: a document as it is, everything else by `to_jsonb`.
template <class Given>
constexpr auto as_json(Given&& given) {
    auto operand = typed_value(static_cast<Given&&>(given));
    using node = decltype(operand);
    if constexpr (id_of<typename node::value_type>() == id::jsonb) return operand;
    else return strict_call<"to_jsonb(", jsonb_text>(std::move(operand));
}

}  // namespace pgmodel::detail
