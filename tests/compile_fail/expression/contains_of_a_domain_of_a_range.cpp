// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: a domain over one, which pgmodel::cast<its type>(pgmodel::col<...>) makes what it is made of
#include "../models.hpp"

#include <pgmodel/expression/range.hpp>

struct span {
    pg::range<std::int32_t> value{};
    static constexpr auto domain() { return pg::domain("span"); }
};
struct thing {
    std::int64_t id{};
    span years{};
};

#ifdef PGMODEL_BAD
inline const auto found = col<&thing::years>.contains(7);
#else
inline const auto found = pg::cast<pg::range<std::int32_t>>(col<&thing::years>).contains(7);
#endif
