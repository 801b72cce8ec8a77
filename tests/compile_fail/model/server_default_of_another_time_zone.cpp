// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: pgmodel::now() is a timestamptz, which the server would convert by the session's time zone; make the field a pgmodel::timestamptz, or give it pgmodel::local_timestamp (<pgmodel/expression/date_time.hpp>)
#include "../models.hpp"

#include <pgmodel/expression/date_time.hpp>

struct meeting {
    std::int64_t  id{};
    pg::timestamp starts{};

    static constexpr auto table() {
#ifdef PGMODEL_BAD
        return pg::table("meetings", pg::field<&meeting::id>.primary_key(),
                         pg::field<&meeting::starts>.server_default(pg::now()));
#else
        return pg::table("meetings", pg::field<&meeting::id>.primary_key(),
                         pg::field<&meeting::starts>.server_default(pg::local_timestamp));
#endif
    }
};

inline constexpr pg::registry<meeting> meetings{};
