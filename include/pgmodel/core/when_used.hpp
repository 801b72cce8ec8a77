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

/// Where a function's body stands in a file `impl/*.ipp`: `PGMODEL_FUNCTION` before its declaration in the header and
/// `PGMODEL_BODY` before its definition for what is `template <class = when_used>`; `PGMODEL_INLINE` before the
/// definition alone for what could be a plain inline function.
///
/// With `PGMODEL_SEPARATE_COMPILATION` these are ordinary functions, which <pgmodel/src.hpp> defines in one source file
/// of a program, and the other files read no body. A program may hold files of both kinds: classes have the same layout
/// with and without it, and the symbol of a template is never that of an ordinary function.
#ifdef PGMODEL_SEPARATE_COMPILATION
#define PGMODEL_FUNCTION
#define PGMODEL_BODY
#define PGMODEL_INLINE
#else
#define PGMODEL_FUNCTION template <class = ::pgmodel::detail::when_used>
#define PGMODEL_BODY template <class>
#define PGMODEL_INLINE inline
#endif
