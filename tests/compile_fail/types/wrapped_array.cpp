// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a wrapped member is an array, and PostgreSQL has no arrays of arrays
#include "../models.hpp"

struct marks {
#ifdef PGMODEL_BAD
    std::vector<std::int32_t> value{};
#else
    std::int32_t value{};
#endif
};
template <>
struct pgmodel::codec<marks> : pgmodel::wrapped<&marks::value> {};
struct pupil {
    std::int64_t id{};
    marks given{};
};

inline constexpr pg::registry<pupil> all{};
