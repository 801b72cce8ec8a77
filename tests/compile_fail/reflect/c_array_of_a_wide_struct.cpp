// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct has a C array
// expect: thing
#include "../models.hpp"

struct thing {
    std::int64_t id{};
    int a0{}, a1{}, a2{}, a3{}, a4{}, a5{}, a6{}, a7{};
    int b0{}, b1{}, b2{}, b3{}, b4{}, b5{}, b6{}, b7{};
    int c0{}, c1{}, c2{}, c3{}, c4{}, c5{}, c6{}, c7{};
    int d0{}, d1{}, d2{}, d3{}, d4{}, d5{}, d6{}, d7{};
    int e0{}, e1{}, e2{}, e3{}, e4{}, e5{}, e6{}, e7{};
    int f0{}, f1{}, f2{}, f3{}, f4{}, f5{}, f6{}, f7{};
    int g0{}, g1{}, g2{}, g3{}, g4{}, g5{}, g6{}, g7{};
#ifdef PGMODEL_BAD
    char code[2]{};
#else
    std::string code{};
#endif
};

void use([[maybe_unused]] pg::connection& db) {
    db.count<thing>();
}
