// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A page of a query together with the number of all its rows, by one statement.
#pragma once

#include <pgmodel/query/counting.hpp>
#include <pgmodel/query/select.hpp>
#include <pgmodel/types/boolean.hpp>

#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

namespace pgmodel {

/// Some rows of a query, and how many it has in all.
template <class Row>
struct page {
    std::vector<Row> rows{};
    std::int64_t total{};
    std::int64_t limit{};
    std::int64_t offset{};

    bool has_next() const { return offset < total && total - offset > limit; }
    bool has_previous() const { return offset > 0 && total > 0; }
    /// How many pages of this size there are.
    std::int64_t pages() const { return limit > 0 ? total / limit + (total % limit > 0) : 0; }
};

/// A page by its number, from 1.
struct numbered_page {
    std::int64_t number = 1;
    std::int64_t size = 20;

    /// The rows before it. Throws `usage_error` where there can be no such page.
    constexpr std::int64_t offset() const {
        if (number < 1 || size < 0 || (size > 0 && number - 1 > std::numeric_limits<std::int64_t>::max() / size))
            throw usage_error("pgmodel: pages are numbered from 1, and have no negative size");
        return (number - 1) * size;
    }
};

namespace detail {

template <class Query>
constexpr bool locks_rows() {
    if constexpr (requires { typename Query::lock_type; }) return is_said<typename Query::lock_type>;
    else return false;
}
template <class Query>
struct pageable {
    static_assert(!Query::limited, "pgmodel: page() says limit and offset itself; take limit() and offset() away");
    static_assert(!locks_rows<Query>(),
                  "pgmodel: page() counts all rows, and would lock them; take for_update() and the like away");
    static constexpr bool value = checked_nested_query<Query>::value;
};

/// The count stands on the left of an outer join, so that it is there also where the page has no rows; `true` tells
/// these from rows that hold nothing but NULL. Each of both queries has a plan of its own: the page's can stop early.
template <class Query>
struct page_query {
    static constexpr bool dynamic = Query::dynamic;

    const Query& query;
    limit_clause<std::int64_t> most;
    offset_clause<std::int64_t> skipped;

    static constexpr void write(text_writer& out, const page_query* self = nullptr) {
        out.append("select t.*, p.* from (");
        write_count(out, self ? &self->query : nullptr);
        out.append(") as t left join (select true, r.* from (");
        Query::write(out, self ? &self->query : nullptr);
        limit_clause<std::int64_t>::write(out, nullptr);
        offset_clause<std::int64_t>::write(out, nullptr);
        out.append(") as r) as p on true");
    }
    template <class F>
    constexpr void visit(F& f) const {
        query.visit(f);
        query.visit(f);
        most.visit(f);
        skipped.visit(f);
    }
};

template <class Columns>
struct page_columns {
    static constexpr std::size_t count = 2 + Columns::count;
    static constexpr match_columns match = match_columns::by_position;
    static constexpr auto all = [] {
        column_list<count> joined{{expect<std::int64_t>({}, false), expect<std::optional<bool>>({}, false)}};
        for (std::size_t i = 0; i < Columns::count; ++i) joined.at[2 + i] = Columns::list[i];
        return joined;
    }();
    static constexpr const expected_column* list = all.at;
};

/// The rows of the page within the rows of the statement.
template <class Result>
struct page_rows : shifted_result<Result> {
    std::size_t rows() const { return this->whole.is_null(0, 1) ? 0 : this->whole.rows(); }
    std::string_view column_name(std::size_t column) const { return this->whole.column_name(this->first + column); }
    std::string_view statement() const { return this->whole.statement(); }
};

template <class Query, class Result>
page<typename Query::row> read_page(const Result& answer, std::int64_t limit, std::int64_t offset) {
    const std::int64_t total = codec<std::int64_t>::decode(answer.value(0, 0));
    return {read_all<typename Query::reader>(page_rows<Result>{{answer, 2}}), total, limit, offset};
}

}  // namespace detail
}  // namespace pgmodel
