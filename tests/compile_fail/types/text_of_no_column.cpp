// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: text_of() is of a value that a column can hold; this type has no PostgreSQL type
#include "../models.hpp"

#include <pgmodel/types/text_of.hpp>

#include <map>

#ifdef PGMODEL_BAD
std::string said() { return pg::text_of(std::map<int, int>{}); }
#else
std::string said() { return pg::text_of(std::vector<int>{1}); }
#endif
