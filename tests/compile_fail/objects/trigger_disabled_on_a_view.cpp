// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a trigger or a rule of a view cannot be disabled, nor enabled otherwise than usual; take disabled(),
// expect: shown
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto keep = pg::trigger_function("keep", "begin return null; end");

struct shown {
    std::optional<std::int64_t> id{};

    static constexpr auto table() {
        return pg::view("shown", pg::sql<"select id from teams">,
#ifdef PGMODEL_BAD
                        pg::trigger("g").instead_of().on_insert().for_each_row().execute(keep).disabled()
#else
                        pg::trigger("g").instead_of().on_insert().for_each_row().execute(keep)
#endif
        );
    }
};

inline constexpr pg::registry<shown> all{};
