// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::min and std::max. <algorithm> of C++20 brings all algorithms over ranges along; libstdc++ keeps these two in a
// header that <string> includes anyway.
#pragma once

#include <cstddef>

#if defined(_GLIBCXX_RELEASE) && __has_include(<bits/stl_algobase.h>)
#include <bits/stl_algobase.h>
#else
#include <algorithm>
#endif
