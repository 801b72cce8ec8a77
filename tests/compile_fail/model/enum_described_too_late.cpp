// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: after instantiation
// expect: tone
#include "../models.hpp"

enum class tone { high, low };

#ifdef PGMODEL_BAD
struct song {
    std::int64_t id{};
    tone key{};

    static constexpr auto table() { return pg::table("songs", pg::check(col<&song::key> == tone::high)); }
};
#endif

template <>
struct pgmodel::enum_of<tone> {
    static constexpr auto type() { return pg::enumeration<tone>("sound"); }
};
