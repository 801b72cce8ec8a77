// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the compiler must know and be told; included before all that it would complain of otherwise.
#pragma once

#if defined(_MSVC_LANG) ? _MSVC_LANG < 202002L : __cplusplus < 202002L
#error "pgmodel: this is a C++20 library; compile with -std=c++20 or newer"
#endif
// Earlier ones take no address of a field as a template argument, and clang 16 mistranslates [[no_unique_address]].
#if defined(__apple_build_version__) ? __clang_major__ < 17 : defined(__clang__) && __clang_major__ < 18
#error "pgmodel: this needs clang 18 (Xcode 16.3) or newer, or GCC 12"
#endif
#ifndef __cpp_exceptions
#error "pgmodel: its errors are exceptions; compile without -fno-exceptions"
#endif
#include <version>
#if defined(_GLIBCXX_RELEASE) && !_GLIBCXX_USE_CXX11_ABI
#error "pgmodel: this needs the std::string of C++11; compile without -D_GLIBCXX_USE_CXX11_ABI=0"
#endif
