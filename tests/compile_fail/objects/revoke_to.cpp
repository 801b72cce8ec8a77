// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a privilege is revoked from() a role
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto run = pg::trigger_function("run", "begin return null; end");

struct thing {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key(),
#ifdef PGMODEL_BAD
                         pg::revoke(pg::select_privilege).to("app")
#else
                         pg::revoke(pg::select_privilege).from("app")
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
