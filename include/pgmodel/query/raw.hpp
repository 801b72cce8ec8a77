// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SQL that the user writes: its parameters are plain C++ values, its rows are checked like those of typed statements.
#pragma once

#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/row.hpp>
#include <pgmodel/types/text.hpp>

#include <string>

namespace pgmodel {

/// SQL text of the user's, which must live until the statement has run.
class raw_sql {
public:
    raw_sql(const char* text) : text_(text) {}
    raw_sql(const std::string& text) : raw_sql(std::string_view(text)) {}
    raw_sql(std::string_view text) : text_(text) {
        if (text.find('\0') != text.npos) throw usage_error("pgmodel: an SQL text holds a NUL byte");
    }
    std::string_view view() const { return text_; }

private:
    std::string_view text_;
};

namespace detail {

/// How a value given to raw SQL travels: texts as views, everything else as what it is.
template <class Given>
struct raw_parameter {
    using type =
        std::conditional_t<!has_codec<unwrapped<Given>> && std::is_convertible_v<const Given&, std::string_view>,
                           std::string_view, Given>;
    static_assert(!std::is_same_v<Given, std::nullopt_t> && !std::is_same_v<Given, std::nullptr_t>,
                  "pgmodel: a bare NULL has no type; give an empty std::optional of the column's type");
    static constexpr bool too_wide = unsigned_64<Given>;
    static_assert(!too_wide,
                  "pgmodel: PostgreSQL has no unsigned 64-bit integer; use std::int64_t or pgmodel::numeric<20, 0>");
    static_assert(has_codec<unwrapped<type>> || std::is_same_v<Given, std::nullopt_t> ||
                      std::is_same_v<Given, std::nullptr_t> || too_wide,
                  "pgmodel: a value of this type cannot be a parameter; use one of the supported types or specialise "
                  "pgmodel::codec for it");
};

template <class... Given>
struct raw_parameters {
    static constexpr type_ref types[sizeof...(Given) + 1]{
        codec<unwrapped<typename raw_parameter<Given>::type>>::type...};
    static constexpr std::size_t count = sizeof...(Given);
};

template <class Columns, class... Given>
statement_shape raw_shape(const raw_sql& sql) {
    return shape_of_text<Columns>(sql.view(), raw_parameters<Given...>::types, sizeof...(Given));
}

}  // namespace detail
}  // namespace pgmodel
