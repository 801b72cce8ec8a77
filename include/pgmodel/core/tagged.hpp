// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Classes told by an empty base. The compilers' own trait does what std::derived_from does, without its conversion
// test, which costs a class template for every type that it is asked of.
#pragma once

#include <type_traits>

namespace pgmodel::detail {

/// Has `T`, or what it refers to, the base `Tag`?
template <class T, class Tag>
concept tagged = __is_base_of(Tag, std::remove_reference_t<T>);

}  // namespace pgmodel::detail
