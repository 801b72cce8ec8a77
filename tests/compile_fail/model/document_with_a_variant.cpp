// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a document cannot hold this field's type
// expect: alternatives
#include "../models.hpp"

#include <pgmodel/document.hpp>

#include <variant>

struct settings {
#ifdef PGMODEL_BAD
    std::variant<std::int64_t, std::string> alternatives{};
#else
    std::optional<std::string> alternatives{};
#endif
};
struct thing {
    std::int64_t id{};
    pg::jsonb<settings> document{};
};

inline constexpr pg::registry<thing> all{};
