// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: PostgreSQL's arrays have at most 6 dimensions
#include "../models.hpp"

template <class T>
using cube = std::vector<std::vector<std::vector<T>>>;

#ifdef PGMODEL_BAD
auto text = pg::codec<cube<cube<std::vector<int>>>>::text({});
#else
auto text = pg::codec<cube<cube<int>>>::text({});
#endif
