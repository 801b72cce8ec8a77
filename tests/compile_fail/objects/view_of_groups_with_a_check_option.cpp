// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: only a view of single rows of one table has a check option
// expect: shown
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct shown {
    std::string name{};
    std::int64_t people{};

    static constexpr auto table() {
        constexpr auto query = pg::select(col<&person::name>, pg::count()).from(pg::model<person>).group_by(col<&person::name>);
#ifdef PGMODEL_BAD
        return pg::view("shown", query, pg::check_option_local);
#else
        return pg::view("shown", query);
#endif
    }
};

inline constexpr pg::registry<shown> all{};
