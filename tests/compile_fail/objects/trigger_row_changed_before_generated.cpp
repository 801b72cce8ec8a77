// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: when() of a trigger that runs before() sees a generated column of the new row, which is computed later
#include "../models.hpp"

#include <pgmodel/objects.hpp>

inline constexpr auto touched = pg::trigger_function("touched", "begin return new; end");

struct page {
    std::int64_t id{};
    std::string  title{};
    std::int32_t size{};

    static constexpr auto table() {
        using p = page;
        return pg::table("pages", pg::field<&p::id>.primary_key(),
                         pg::field<&p::size>.generated(pg::length(col<&p::title>)),
#ifdef PGMODEL_BAD
                         pg::trigger("t").before().on_update().for_each_row().when(pg::row_changed).execute(touched)
#else
                         pg::trigger("t").before().on_update().for_each_row().when(pg::old_row[col<&p::title>] != pg::new_row[col<&p::title>]).execute(touched),
                         pg::trigger("u").after().on_update().for_each_row().when(pg::row_changed).execute(touched)
#endif
        );
    }
};

inline constexpr pg::registry<page> all{};
