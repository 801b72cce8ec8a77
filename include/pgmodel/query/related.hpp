// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The rows that belong to many others, by one statement: those that refer to them by a foreign key, or those on the far
// side of a table between; and rows of any query by the value of a field. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/foreign_keys.hpp>
#include <pgmodel/query/row.hpp>
#include <pgmodel/query/select_list.hpp>
#include <pgmodel/types/array.hpp>

#include <algorithm>
#include <optional>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace pgmodel {

/// The way that `db.related` goes, where a model declares several foreign keys to another: the column that refers to
/// the given rows, `db.related<book, pg::via<&book::editor_id>>(people)`, and of a table between also the one that
/// leads on, `db.related<person, pg::via<&friendship::from_id, &friendship::to_id>>(people)`.
template <auto Near, auto... Far>
struct via {};

namespace detail {

/// How to go: through this model, by these columns.
template <class Link>
struct link_path {
    using model = Link;
    static constexpr std::size_t near = any_column, far = any_column;
    template <class Other>
    static constexpr bool direct = std::is_same_v<Link, Other>;
};
template <auto Near, auto... Far>
struct link_path<via<Near, Far...>> {
    static_assert(sizeof...(Far) < 2 && (std::is_same_v<owner_of<Near>, owner_of<Far>> && ...),
                  "pgmodel: via<> names one column, or of a table between two others both: "
                  "pgmodel::via<&friendship::from_id, &friendship::to_id>");
    using model = owner_of<Near>;
    static constexpr std::size_t near = column_place<Near>;
    static constexpr std::size_t far = [] {
        std::size_t place = any_column;
        ((place = column_place<Far>), ...);
        return place;
    }();
    template <class Other>
    static constexpr bool direct = sizeof...(Far) == 0 && std::is_same_v<model, Other>;
};

/// The one foreign key from a model to another, with this column.
template <class Owner, class Target, std::size_t Column>
struct related_key {
    static constexpr key_link link = find_link<Owner, Target>(Column);
    static constexpr bool value = link.found == 1;
    static_assert(link.found != 0 || Column == any_column,
                  "pgmodel: the column that via<> names is no foreign key to that model");
    static_assert(
        link.found != 0 || Column != any_column,
        "pgmodel: related() goes along a foreign key that refers to the given rows, and this model declares none "
        "to the other one; what the given rows refer to is read by a join");
    static_assert(link.found < 2,
                  "pgmodel: this model declares several foreign keys to the other one; name the column: "
                  "db.related<book, pgmodel::via<&book::editor_id>>(people)");

    template <std::size_t I>
    using part = unwrapped<column_type<link.target[I], Target>>;
    template <class Places>
    struct parts;
    template <std::size_t... I>
    struct parts<std::index_sequence<I...>> {
        using key = std::conditional_t<sizeof...(I) == 1, part<0>, std::tuple<part<I>...>>;
        using lists = std::tuple<std::vector<part<I>>...>;
    };
    using places = std::make_index_sequence<value ? link.columns : 1>;
    using key = typename parts<places>::key;
    using lists = typename parts<places>::lists;
    static_assert(
        requires(const key& a, const key& b) { a < b; },
        "pgmodel: related() sorts rows by the key that they refer to, so its type needs <");

    /// Of a row that is referred to; none where a part of it is NULL.
    static std::optional<key> of(const Target& row) { return of(row, places()); }

private:
    template <std::size_t... I>
    static std::optional<key> of(const Target& row, std::index_sequence<I...>) {
        bool whole = true;
        const auto take = [&](const auto& field) -> decltype(auto) {
            if constexpr (is_optional<std::remove_cvref_t<decltype(field)>>) {
                whole = whole && field;
                return field ? *field : std::remove_cvref_t<decltype(*field)>{};
            } else {
                return (field);
            }
        };
        key made(take(*static_cast<const column_type<link.target[I], Target>*>(
            view_of<Target>.field(static_cast<const void*>(&row), link.target[I])))...);
        return whole ? std::optional<key>(std::move(made)) : std::nullopt;
    }
};

template <class T>
constexpr void write_unmarked_of(text_writer& out, std::string_view of) {
    if constexpr (facts_of<T>.removals > 0) {
        out.append(" and ");
        write_unmarked(out, facts_of<T>.columns[facts_of<T>.removal], of);
    }
}
/// The rows that refer to many others, or those on the far side of a table between.
template <class T, class Other, class Link>
struct related_statement {
    using path = link_path<Link>;
    using link = typename path::model;
    using near = related_key<link, T, path::near>;

    static constexpr void write_key(text_writer& out, std::string_view before) {
        for (std::size_t i = 0; i < near::link.columns; ++i) {
            out.append(i == 0 ? before : ", ");
            out.append("pgmodel_link.");
            out.name(facts_of<link>.columns[near::link.owner[i]]);
        }
    }
    template <std::size_t... I>
    static constexpr void write_lists(text_writer& out, std::index_sequence<I...>) {
        ((out.append(I == 0 ? "" : ", "), out.parameter<std::vector<typename near::template part<I>>>()), ...);
    }
    static constexpr void write(text_writer& out) {
        constexpr bool direct = path::template direct<Other>;
        const char* const other = direct ? "pgmodel_link." : "pgmodel_other.";
        write_key(out, "select ");
        for (std::size_t i = 0; i < column_count<Other>; ++i)
            if (const column_facts& column = facts_of<Other>.columns[i]; column.stored()) {
                out.append(", ");
                out.append(other);
                out.name(column);
            }
        out.append(" from ");
        out.table<link>();
        out.append(" as pgmodel_link");
        if constexpr (!direct) {
            using far = related_key<link, Other, path::far>;
            out.append(" join ");
            out.table<Other>();
            out.append(" as pgmodel_other on ");
            for (std::size_t i = 0; i < far::link.columns; ++i) {
                out.append(i == 0 ? "pgmodel_other." : " and pgmodel_other.");
                out.name(facts_of<Other>.columns[far::link.target[i]]);
                out.append(" = pgmodel_link.");
                out.name(facts_of<link>.columns[far::link.owner[i]]);
            }
        }
        constexpr bool one = near::link.columns == 1;
        write_key(out, one ? " where " : " where (");
        out.append(one ? " = any(" : ") in (select * from unnest(");
        write_lists(out, typename near::places());
        out.append(one ? ")" : "))");
        write_unmarked_of<link>(out, "pgmodel_link.");
        if constexpr (!direct) write_unmarked_of<Other>(out, other);
        for (std::size_t i = 0; i < facts_of<Other>.key_columns; ++i) {
            out.append(i == 0 ? " order by " : ", ");
            out.append(other);
            out.name(facts_of<Other>.columns[facts_of<Other>.key[i]]);
        }
    }
};

/// A row behind the key that it belongs to.
template <class Key, class Other, class... Parts>
struct related_reader {
    using row = std::pair<std::optional<Key>, Other>;
    static constexpr std::size_t width = sizeof...(Parts);
    struct columns {
        using rest = struct_columns<Other, match_columns::by_position>;
        static constexpr std::size_t count = width + rest::count;
        static constexpr match_columns match = match_columns::by_position;
        static constexpr auto all = [] {
            column_list<count> joined{{expect<Parts>({}, false)...}};
            for (std::size_t i = 0; i < rest::count; ++i) joined.at[width + i] = rest::list[i];
            return joined;
        }();
        static constexpr const expected_column* list = all.at;
    };

    template <class Result>
    static row read(const Result& result, decode_position& at) {
        return read(result, at, std::index_sequence_for<Parts...>());
    }

private:
    template <class Result, std::size_t... I>
    static row read(const Result& result, decode_position& at, std::index_sequence<I...>) {
        Key key{read_value<Parts>(result, at, I)...};
        try {
            return {std::move(key), model_reader<Other>::read(shifted_result<Result>{result, width}, at)};
        } catch (const value_error&) {
            at.column += width;
            throw;
        }
    }
};
template <class Key, class Other>
struct related_reader_of {
    using type = related_reader<Key, Other, Key>;
};
template <class... Parts, class Other>
struct related_reader_of<std::tuple<Parts...>, Other> {
    using type = related_reader<std::tuple<Parts...>, Other, Parts...>;
};

}  // namespace detail

/// Rows by a key that each belongs to: what `pg::grouped` and `db.related` make. It owns the rows.
template <class Key, class Row>
class grouped_rows {
public:
    /// Keeps the order of the rows of one key. Those without a key are behind all others, and belong to none.
    explicit grouped_rows(std::vector<std::pair<std::optional<Key>, Row>> found) {
        std::vector<std::size_t> order(found.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&found](std::size_t a, std::size_t b) {
            const auto &left = found[a].first, &right = found[b].first;
            if (!left || !right) return left || right ? left.has_value() : a < b;
            return *left < *right || (!(*right < *left) && a < b);
        });
        keys_.reserve(found.size());
        rows_.reserve(found.size());
        for (const std::size_t i : order) {
            if (found[i].first) keys_.push_back(std::move(*found[i].first));
            rows_.push_back(std::move(found[i].second));
        }
    }
    /// Those of this key, by `<` of C++, which tells texts apart that a collation of the server's holds for equal; none
    /// of one that no row has. A view, valid as long as this object. Takes the logarithm of all rows.
    std::span<const Row> of(const Key& key) const& {
        const auto found = std::equal_range(keys_.begin(), keys_.end(), key);
        return {rows_.data() + (found.first - keys_.begin()), static_cast<std::size_t>(found.second - found.first)};
    }
    std::span<const Row> of(const Key&) const&& = delete;
    /// All of them.
    const std::vector<Row>& rows() const& { return rows_; }

private:
    std::vector<Key> keys_{};
    std::vector<Row> rows_{};
};

/// What `db.related` has read: the rows that belong to each of those that it was given, in the order of their primary
/// key. One that belongs to several is there several times.
template <class T, class Other, class Link>
class related_rows {
    using near = typename detail::related_statement<T, Other, Link>::near;

public:
    explicit related_rows(std::vector<std::pair<std::optional<typename near::key>, Other>> found)
        : found_(std::move(found)) {}
    /// Those of this row, which is recognised by its key; none of a row that was not given. A view, valid as long as
    /// this object. Takes the logarithm of all rows.
    std::span<const Other> of(const T& row) const& {
        const auto key = near::of(row);
        return key ? found_.of(*key) : std::span<const Other>();
    }
    std::span<const Other> of(const T&) const&& = delete;
    const std::vector<Other>& rows() const& { return found_.rows(); }

private:
    grouped_rows<typename near::key, Other> found_;
};

/// The rows of any query by a field, in the order in which they are given:
///
///     auto newest = pg::grouped<&comment::article_id>(db.all(pg::select<comment>().where(...).order_by(...)));
///     for (const comment& c : newest.of(a.id)) ...
template <auto Field, class Row>
auto grouped(std::vector<Row> rows) {
    static_assert(std::is_same_v<detail::owner_of<Field>, Row>, "pgmodel: grouped<>() takes a field of the rows");
    using value = std::remove_cvref_t<decltype(rows[0].*Field)>;
    using key = detail::unwrapped<value>;
    static_assert(
        requires(const key& a, const key& b) { a < b; },
        "pgmodel: grouped<>() sorts rows by the field, so its type needs <");
    std::vector<std::pair<std::optional<key>, Row>> found;
    found.reserve(rows.size());
    for (Row& row : rows) {
        std::optional<key> of = row.*Field;
        found.emplace_back(std::move(of), std::move(row));
    }
    return grouped_rows<key, Row>(std::move(found));
}

}  // namespace pgmodel
