// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: objects() takes extensions, comments on schemas, stored functions, aggregates, sequences, and grants that name with on() what they are on
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct objects_of_all {
    static constexpr auto objects() {
#ifdef PGMODEL_BAD
        return pg::objects(run, pg::trigger("t").after().on_update().execute(run));
#else
        return pg::objects(run);
#endif
    }
};

inline constexpr pg::registry<objects_of_all> all{};
