// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The conditions of sentences for the compiler that are said wherever the template is used.
#pragma once

#include <pgmodel/core/fixed_string.hpp>

namespace pgmodel::detail {

/// False, which a compiler learns of a template only when that is used.
template <class...>
inline constexpr bool never = false;

/// Is the header of this name included? It says so by a specialisation.
template <fixed_string Header, class... Given>
inline constexpr bool is_included = false;

}  // namespace pgmodel::detail
