// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: the columns of an embedded struct are fields of its own
#include "../models.hpp"

#include <pgmodel/objects.hpp>

struct audit {
    std::int64_t by{};
    std::int32_t times{};
};
struct report {
    std::int64_t id{};
    audit made{};

    static constexpr auto table() {
        using r = report;
        return pg::table("reports", pg::field<&r::id>.primary_key(), pg::embedded<&r::made>);
    }
};

struct seen_report {
    std::int64_t id{};
#ifdef PGMODEL_BAD
    audit made{};
    static constexpr auto table() { return pg::view("seen", pg::select<report>(), pg::embedded<&seen_report::made>); }
#else
    std::int64_t by{};
    std::int32_t times{};
    static constexpr auto table() { return pg::view("seen", pg::select<report>()); }
#endif
};

inline constexpr pg::registry<report, seen_report> all{};
