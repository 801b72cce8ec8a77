// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a field that is a reference or has no default value
// expect: thing
#include "../models.hpp"

struct no_default {
    explicit no_default(int) {}
};

struct thing {
    std::int64_t id{};
    int a0{}, a1{}, a2{}, a3{}, a4{}, a5{}, a6{}, a7{};
    int b0{}, b1{}, b2{}, b3{}, b4{}, b5{}, b6{}, b7{};
    int c0{}, c1{}, c2{}, c3{}, c4{}, c5{}, c6{}, c7{};
    int d0{}, d1{}, d2{}, d3{}, d4{}, d5{}, d6{}, d7{};
#ifdef PGMODEL_BAD
    no_default code{1};
#else
    std::string code{};
#endif
    int e0{};
};

inline constexpr pg::registry<thing> all{};
