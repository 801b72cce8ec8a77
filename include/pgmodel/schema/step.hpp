// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// One statement of a migration, and what it costs those who use the database meanwhile.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::schema {

/// Why somebody should look at a step before it runs.
enum class hazard : std::uint8_t {
    loses_data,      ///< what a column, a table or a partition holds is gone, or a part of each value
    rewrites_table,  ///< all rows are written anew; nobody reads or writes the table meanwhile
    scans_table,     ///< all rows are read; nobody reads or writes the table meanwhile
    blocks_writes,   ///< nobody writes the table while an index is built, or rows are looked at or filled
    drops_object,    ///< a function, a view or a type goes that the models do not declare
    may_fail,        ///< rows that are there may not allow it
    breaks_programs  ///< programs that run now may name what is not there any more
};

/// `loses data`
inline std::string_view word_of(hazard what) {
    switch (what) {
        case hazard::loses_data: return "loses data";
        case hazard::rewrites_table: return "rewrites the table";
        case hazard::scans_table: return "scans the table";
        case hazard::blocks_writes: return "blocks writes";
        case hazard::drops_object: return "drops what no model declares";
        case hazard::may_fail: return "may fail for the rows that are there";
        case hazard::breaks_programs: return "breaks programs that run now";
    }
    return "";
}

/// One statement of a migration, and what it costs.
struct step {
    std::string sql{};    ///< one statement, without a semicolon
    std::string about{};  ///< of what it is: `column note of products`
    std::vector<hazard> hazards{};
    bool alone = false;  ///< it cannot run within a transaction
    bool apart = false;  ///< the transaction of the steps before it is committed first

    bool has(hazard what) const {
        for (const hazard each : hazards)
            if (each == what) return true;
        return false;
    }
    bool operator==(const step&) const = default;
};

template <class Traits>
std::basic_ostream<char, Traits>& operator<<(std::basic_ostream<char, Traits>& out, const step& s) {
    return out << s.sql;
}

}  // namespace pgmodel::schema
