// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this struct is a composite type, and a field of it has no PostgreSQL type
// expect: price
// expect: wchar_t
#include "../models.hpp"

struct label {
    std::string text{};
#ifdef PGMODEL_BAD
    wchar_t* price{};
#else
    std::int32_t price{};
#endif
};
struct thing {
    std::int64_t id{};
    std::vector<label> labels{};
};

inline constexpr pg::registry<thing> all{};
