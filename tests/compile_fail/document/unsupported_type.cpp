// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a document cannot hold this type
// expect: vector
#include <pgmodel/document.hpp>

namespace pg = pgmodel;

#ifdef PGMODEL_BAD
inline const std::string text = pg::to_json(std::vector<int*>{});
#else
inline const std::string text = pg::to_json(std::vector<int>{});
#endif
