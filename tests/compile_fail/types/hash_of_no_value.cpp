// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a value or a part of it has no hash; specialise std::hash for its type
#include "../models.hpp"

#include <pgmodel/types/value_hash.hpp>

class opaque {
public:
    explicit opaque(int n) : n_(n) {}
    int n() const { return n_; }

private:
    int n_;
};

#ifdef PGMODEL_BAD
std::size_t hashed(const opaque& value) { return pg::value_hash{}(value); }
#else
std::size_t hashed(const opaque& value) { return pg::value_hash{}(value.n()); }
#endif
