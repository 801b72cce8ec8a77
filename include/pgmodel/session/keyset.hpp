// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Keyset pages: forward and back through a query, each page found by an index. Not part of <pgmodel.hpp>.
//
//     auto q = pg::select<article>().order_by(col<&article::created_at>.desc(), col<&article::id>);
//     auto page = pg::keyset(db, q, 20);
//     auto next = pg::keyset(db, q, 20, page.next);
#pragma once

#include <pgmodel/query/elsewhere.hpp>
#include <pgmodel/query/keyset.hpp>
#include <pgmodel/session/connection.hpp>

#include <algorithm>
#include <optional>
#include <vector>

namespace pgmodel {

/// Some rows of a query in its order, and where the pages beside them begin.
template <class Row>
struct keyset_page {
    std::vector<Row> rows{};
    std::optional<cursor> next{};      ///< empty on the last page
    std::optional<cursor> previous{};  ///< empty on the first page

    bool has_next() const { return next.has_value(); }
    bool has_previous() const { return previous.has_value(); }
};

namespace detail {

template <class First, class... More>
inline constexpr bool is_included<"keyset", First, More...> = true;

/// Never meant by `{}`.
struct last_page_tag {
    constexpr explicit last_page_tag(int) {}
};

/// The rows of one result or of two behind each other, in their order or turned round.
struct keyset_rows {
    const result* parts[2];
    std::size_t first_count;
    std::size_t count;
    bool backward;

    std::size_t rows() const { return count; }
    auto value(std::size_t row, std::size_t column) const { return part(row).value(in_part(row), column); }
    bool is_null(std::size_t row, std::size_t column) const { return part(row).is_null(in_part(row), column); }
    std::string_view column_name(std::size_t column) const { return parts[0]->column_name(column); }
    static constexpr const std::uint16_t* order() { return nullptr; }

private:
    std::size_t turned(std::size_t row) const { return backward ? count - 1 - row : row; }
    const result& part(std::size_t row) const { return *parts[turned(row) >= first_count]; }
    std::size_t in_part(std::size_t row) const {
        return turned(row) >= first_count ? turned(row) - first_count : turned(row);
    }
};

template <class Query>
keyset_page<typename Query::row> read_keyset(const Query& query, const keyset_rows& rows, bool more,
                                             const cursor_head& head, const typename keyset_of<Query>::position* from) {
    using keyset = keyset_of<Query>;
    using values = typename keyset::keys::values;
    keyset_page<typename Query::row> page{read_all<typename Query::reader>(rows)};
    const auto values_of = [&rows](std::size_t row) {
        decode_position at{row, 0};
        return row_reader<values>::read(shifted_result<keyset_rows>{rows, Query::width}, at);
    };
    const bool before = head.backward ? more : from != nullptr, behind = head.backward ? from != nullptr : more;
    if (rows.count > 0) {
        if (behind) page.next = keyset::write(query, {false, false}, values_of(rows.count - 1));
        if (before) page.previous = keyset::write(query, {true, false}, values_of(0));
    } else if (from) {
        // Beyond the place there is nothing, but there was a row at it.
        auto& other = head.backward ? page.next : page.previous;
        other = keyset::write(query, {!head.backward, !head.inclusive}, from->values);
    }
    return page;
}

inline void check_keyset_size(std::int64_t size) {
    if (size < 1 || size > 1'000'000'000) throw usage_error("pgmodel: a keyset page has at least one row");
}
/// The first page, or the last one.
template <class Query, class... Bound>
keyset_page<typename Query::row> run_first_keyset(channel& c, const Query& query, std::int64_t size, bool last,
                                                  const Bound&... values) {
    check_keyset_size(size);
    const auto first = keyset_of<Query>::first(query, size + 1, last);
    const result rows =
        run_query<std::remove_cvref_t<decltype(first)>, typename keyset_of<Query>::columns>(c, first, values...);
    const std::size_t count = std::min(rows.rows(), static_cast<std::size_t>(size));
    return read_keyset(query, {{&rows, &rows}, count, count, last}, rows.rows() > count, {last, false}, nullptr);
}
template <class Query, class... Bound>
keyset_page<typename Query::row> run_keyset(channel& c, const Query& query, std::int64_t size, const cursor& from,
                                            const Bound&... values) {
    using keyset = keyset_of<Query>;
    using columns = typename keyset::columns;
    check_keyset_size(size);
    const auto wanted = static_cast<std::size_t>(size);
    auto at = keyset::read(query, from);
    const auto run = [&](std::int64_t most) {
        const auto beyond = keyset::beyond(query, at, most);
        return run_query<std::remove_cvref_t<decltype(beyond)>, columns>(c, beyond, values...);
    };
    const result rows = run(size + 1);
    result far;
    std::size_t found = rows.rows();
    if (found <= wanted && at.part == keyset_part::near) {
        at.part = keyset_part::far;
        far = run(size + 1 - static_cast<std::int64_t>(found));
        found += far.rows();
    }
    const std::size_t count = std::min(found, wanted);
    return read_keyset(query, {{&rows, &far}, rows.rows(), count, at.head.backward}, found > wanted, at.head, &at);
}

}  // namespace detail

/// The other end of a query, for `keyset`.
inline constexpr detail::last_page_tag last_page{0};

/// The first `size` rows of a query in its order, or those beside a cursor of another page of it. Without a cursor, or
/// with one of an empty text, it is the first page, so ask has_next() before going on. The order needs a unique key at
/// its end, and may hold nullable columns and both directions; an index in this order, or in the opposite one, finds
/// each page. One row more is read, which tells whether there is another page; the cursors come from the rows, so what
/// is added or removed meanwhile shifts nothing. Where the first key can be NULL, the page on which NULLs begin or end
/// takes a second statement. Throws `cursor_error` for text that is no cursor of this query; other values in its
/// conditions are not told apart. Throws `encode_error` where a page begins or ends at a row whose keys have more than
/// 768 kB.
template <detail::query Query, class... Bound>
keyset_page<typename Query::row> keyset(connection& db, const Query& query, std::int64_t size,
                                        const std::optional<cursor>& from = {}, const Bound&... values) {
    static_assert(detail::checked_query<Query>::value);
    static_assert(detail::checked_keyset<Query>::value);
    detail::channel& c = detail::connection_access::channel_of(db);
    return from && !from->str().empty() ? detail::run_keyset(c, query, size, *from, values...)
                                        : detail::run_first_keyset(c, query, size, false, values...);
}
/// The last `size` rows, from which `previous` leads back: `pg::keyset(db, query, 20, pg::last_page)`.
template <detail::query Query, class... Bound>
keyset_page<typename Query::row> keyset(connection& db, const Query& query, std::int64_t size, detail::last_page_tag,
                                        const Bound&... values) {
    static_assert(detail::checked_query<Query>::value);
    static_assert(detail::checked_keyset<Query>::value);
    return detail::run_first_keyset(detail::connection_access::channel_of(db), query, size, true, values...);
}

template <detail::query Query, class First, class... More>
    requires(!std::is_convertible_v<const First&, const std::optional<cursor>&> &&
             !std::is_same_v<First, detail::last_page_tag>)
auto keyset(connection&, const Query&, std::int64_t, const First&, const More&...) {
    static_assert(
        !std::is_same_v<First, First>,
        "pgmodel: behind the size of a page stands where it begins: pgmodel::cursor(text), a cursor of another "
        "page, {} or pgmodel::last_page; values of placeholders stand behind that");
}

}  // namespace pgmodel
