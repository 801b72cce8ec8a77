// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/quote_literal.hpp>
#include <pgmodel/schema/ddl.hpp>
#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/impl/create.ipp>
#include <pgmodel/session/partitions.hpp>

#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace pgmodel::detail {

struct period_words {
    const char* unit;
    const char* suffix;  ///< for to_char()
};
inline std::string sql_literal(std::string_view text) {
    std::string out;
    quote_literal(text, out);
    return out;
}

constexpr period_words words_of(partition_period period) {
    switch (period) {
        case partition_period::day: return {"day", "\"_y\"YYYY\"m\"MM\"d\"DD"};
        case partition_period::week: return {"week", "\"_y\"IYYY\"w\"IW"};
        case partition_period::month: return {"month", "\"_y\"YYYY\"m\"MM"};
        case partition_period::year: return {"year", "\"_y\"YYYY"};
        case partition_period::none: break;
    }
    return {"", ""};
}

PGMODEL_BODY
maintained_partitions run_maintenance(channel& c, const schema::table& t, persistence kept, bool zoned,
                                      const partition_maintenance& wanted) {
    using text_row = row_reader<std::tuple<std::string, std::string, std::string>>;
    maintained_partitions done;
    const std::string& zone = t.partitioned.zone;
    const period_words words = words_of(t.partitioned.period);
    in_own_transaction(c, [&] {
        lock_schema(c);
        // Local times; who counts in a zone says which one where the bound stands.
        const std::string at_zone = zoned ? " " + zone : "";
        const auto missing = read_all<text_row>(run_raw<typename text_row::columns>(
            c,
            raw_sql("select $1 || to_char(s, $2), s::text || $3, (s + one)::text || $3 from (select ('1 ' || "
                    "$4)::interval) as i (one), date_trunc($4, now() at time zone $5) as t (present), "
                    "generate_series(present, present + $6 * one, one) as s "
                    "where not exists (select from pg_inherits where inhparent = to_regclass($8) and inhrelid = "
                    "to_regclass(case when $7 = '' then '' else quote_ident($7) || '.' end || quote_ident($1 || "
                    "to_char(s, $2))))"),
            t.name, words.suffix, at_zone, words.unit, zone, wanted.ahead, t.schema,
            schema::detail::qualified(t.schema, t.name)));
        std::vector<std::string> statements;
        for (const auto& [part, from, to] : missing) {
            schema::detail::check_length(part);
            const schema::partition made{.schema = t.schema,
                                         .name = part,
                                         .from = {sql_literal(from)},
                                         .to = {sql_literal(to)},
                                         .persistence = kept,
                                         .owner = t.owner};
            schema::add_partition({t.schema, t.name}, made, statements, kept);
            schema::add_inherited_settings(t.columns, {t.schema, part}, statements);
            schema::detail::add_owners(made, statements);
            done.created.push_back(part);
        }
        if (wanted.keep) {
            const auto old = read_all<text_row>(run_raw<typename text_row::columns>(
                c,
                raw_sql("select n.nspname::text, c.relname::text, '' from pg_inherits as i join pg_class as c on c.oid "
                        "= i.inhrelid join pg_namespace as n on n.oid = c.relnamespace, "
                        "substring(pg_get_expr(c.relpartbound, c.oid) from $re$TO \\('([^']*)'\\)$re$) as bound "
                        "where i.inhparent = to_regclass($1) and bound is not null and not i.inhdetachpending and "
                        "case when $2 then bound::timestamptz at time zone $3 else bound::timestamp end "
                        "<= date_trunc($4, now() at time zone $3) - $5 * ('1 ' || $4)::interval order by 2"),
                schema::detail::qualified(t.schema, t.name), zoned, zone, words.unit, *wanted.keep));
            for (const auto& [part_schema, part, none] : old) {
                if (wanted.drop) statements.push_back("drop table " + schema::detail::qualified(part_schema, part));
                else statements.push_back(schema::detach_partition({t.schema, t.name}, {part_schema, part}));
                done.removed.push_back(part);
            }
        }
        run_all(c, statements);
    });
    return done;
}

}  // namespace pgmodel::detail
