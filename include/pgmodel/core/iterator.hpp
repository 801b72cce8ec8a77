// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// std::begin, std::size and what iterators are. <iterator> brings the streams along, with their locales; libstdc++
// keeps the rest in headers that <vector> includes anyway.
#pragma once

#if defined(_GLIBCXX_RELEASE) && __has_include(<bits/range_access.h>) && __has_include(<bits/stl_iterator.h>)
#include <bits/range_access.h>
#include <bits/stl_iterator.h>
#else
#include <iterator>
#endif
