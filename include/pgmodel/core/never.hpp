// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The condition of a sentence for the compiler that is said wherever the template is used.
#pragma once

namespace pgmodel::detail {

/// False, which a compiler learns of a template only when that is used.
template <class...>
inline constexpr bool never = false;

}  // namespace pgmodel::detail
