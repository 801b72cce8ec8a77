// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a trigger or a rule of a view cannot be disabled, nor enabled otherwise than usual; take disabled(),
// expect: shown
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct shown {
    std::optional<std::int64_t> id{};

    static constexpr auto table() {
        return pg::view("shown", pg::sql<"select id from teams">,
#ifdef PGMODEL_BAD
                        pg::rule("r").on_insert().do_nothing().disabled()
#else
                        pg::rule("r").on_insert().do_nothing()
#endif
        );
    }
};

inline constexpr pg::registry<shown> all{};
