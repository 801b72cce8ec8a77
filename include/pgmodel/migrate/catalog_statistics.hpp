// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Extended statistics, as the catalog has them.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/catalog_tables.hpp>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct statistics_row {
    object_id table{};
    std::string name{};
    std::vector<std::string> kinds{};
    std::vector<std::string> columns{};
    std::vector<std::string> expressions{};
    std::int32_t target{};
    std::string comment{};
};

/// All three kinds are what is made when nothing is said, and of one expression there are others.
template <class = pgmodel::detail::when_used>
void read_statistics(reading& all) {
    constexpr const char* sql =
        "select s.stxrelid as table, s.stxname as name, "
        "case when s.stxkind @> '{d,f,m}' then '{}' else array(select case k when 'd' then 'ndistinct' when 'f' then "
        "'dependencies' else 'mcv' end from unnest(s.stxkind) with ordinality as u (k, place) where k in ('d', 'f', "
        "'m') order by place) end as kinds, "
        "array(select attname::text from unnest(s.stxkeys::smallint[]) with ordinality as u (number, place) join "
        "pg_attribute on attrelid = s.stxrelid and attnum = number order by place) as columns, "
        "coalesce(pg_get_statisticsobjdef_expressions(s.oid), '{}') as expressions, "
        "coalesce(s.stxstattarget, -1)::integer as target, "
        "coalesce(obj_description(s.oid, 'pg_statistic_ext'), '') as comment "
        "from pg_statistic_ext as s join pg_class as c on c.oid = s.stxrelid where s.stxrelid = any($1) and "
        "c.relnamespace = s.stxnamespace order by s.stxrelid, s.stxname collate \"C\"";
    for (auto& row : all.db.all<statistics_row>(sql, all.ids))
        all.table(row.table).extended_statistics.push_back({std::move(row.name), std::move(row.kinds),
                                                            std::move(row.columns), std::move(row.expressions),
                                                            row.target, std::move(row.comment)});
}

}  // namespace pgmodel::migrate::detail
