// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: no enumerator has a value between -128 and 255
// expect: tone
#include "../models.hpp"

#ifdef PGMODEL_BAD
enum class tone { high = 1000, low = 2000 };
#else
enum class tone { high = 255, low = -128 };
#endif

auto use(tone t) { return pg::codec<tone>::view(t); }
