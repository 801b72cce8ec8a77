// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a label is of an enumerator
#include "../models.hpp"

enum class size { small, large };

template <>
struct pgmodel::enum_of<size> {
#ifdef PGMODEL_BAD
    static constexpr auto type() { return pg::enumeration("size", "S", "L"); }
#else
    static constexpr auto type() { return pg::enumeration("size", pg::label<size::small>("S"), pg::label<size::large>("L")); }
#endif
};
struct shirt {
    std::int64_t id{};
    size how_large{};
};
inline constexpr pg::registry<shirt> all{};
