// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a field of this model is set_by_trigger() and also generated, an identity
#include "../models.hpp"

struct thing {
    std::int32_t id{};
    std::int32_t n{};
    std::int32_t m{};
    std::optional<std::int32_t> maybe{};
    std::optional<std::int32_t> other{};
    std::string text{};

    static constexpr auto table() {
        using t = thing;
        return pg::table("things", pg::field<&t::id>.primary_key()
#ifdef PGMODEL_BAD
                         , pg::field<&t::n>.version().set_by_trigger()
#else
                         , pg::field<&t::n>.set_by_trigger()
#endif
        );
    }
};

inline constexpr pg::registry<thing> all{};
