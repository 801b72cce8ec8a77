// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::sort and the other algorithms over iterators. <algorithm> of C++20 brings those over ranges along, which cost
// the compiler more than twice as much; libstdc++ keeps these in a header of their own.
#pragma once

#include <cstddef>

#if defined(_GLIBCXX_RELEASE) && __has_include(<bits/stl_algo.h>)
#include <bits/stl_algo.h>
#else
#include <algorithm>
#endif
