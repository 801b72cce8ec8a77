// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

namespace pgmodel::detail {

/// `template <class = when_used>` before a function that could be a plain inline one: what its body needs is compiled
/// only for programs that call it. A compiler makes all the parts of the standard library that a plain inline function
/// needs whenever it meets the function, called or not; for the DDL alone that is as much work as for <string>. Worth
/// it for functions that grow vectors and put texts together, not for those that return a constant.
struct when_used;

}  // namespace pgmodel::detail
