// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Many to many: the rows of a table between two others are made what a list says, and the rows on the far side are read
// for many rows at once. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/crud.hpp>
#include <pgmodel/query/foreign_keys.hpp>
#include <pgmodel/query/row.hpp>
#include <pgmodel/query/select_list.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/integer.hpp>

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

namespace pgmodel {

/// What `db.set_links` has done.
struct link_counts {
    std::uint64_t inserted{};
    std::uint64_t removed{};
};

namespace detail {

template <auto From, auto To>
struct checked_links {
    using link = owner_of<From>;
    static constexpr bool one_model = std::is_same_v<link, owner_of<To>>;
    static_assert(one_model, "pgmodel: set_links() names two fields of one model, the table between two others");
    static constexpr bool marks = facts_of<link>.removals > 0;
    static_assert(!marks, "pgmodel: set_links() deletes the links that are not in the list, and this model marks its "
                          "removed rows with soft_delete(); insert and remove them yourself");
    static constexpr bool unique = [] {
        if constexpr (one_model) return is_unique_key<link, From, To>();
        else return true;
    }();
    static_assert(unique,
                  "pgmodel: the two fields of set_links() are a key together; declare pgmodel::primary_key(...) or "
                  "pgmodel::unique(...) of both");
    static constexpr bool complete = [] {
        const auto& facts = facts_of<link>;
        for (std::size_t i = 0; i < column_count<link>; ++i)
            if (i != column_place<From> && i != column_place<To> && facts.columns[i].stored() &&
                !facts.columns[i].nullable && !facts.columns[i].server_fills())
                return false;
        return true;
    }();
    static_assert(
        complete || !unique || !one_model || marks,
        "pgmodel: set_links() gives values to two columns, but this model has another that needs one; give that a "
        "server default, or insert the rows yourself");
    static constexpr bool value = one_model && unique && complete && !marks;
};

template <auto From, auto To, class Link = owner_of<From>>
struct set_links_statement {
    using link = Link;
    using from_type = unwrapped<column_type<column_place<From>, link>>;
    using to_type = unwrapped<column_type<column_place<To>, link>>;

    static constexpr void write(text_writer& out) {
        const column_facts& from = facts_of<link>.columns[column_place<From>];
        const column_facts& to = facts_of<link>.columns[column_place<To>];
        out.append("with pgmodel_gone as (delete from ");
        out.table<link>();
        out.append(" where ");
        out.name(from);
        out.append(" = ");
        out.parameter<from_type>();
        // A link to NULL is in no list.
        out.append(to.nullable ? " and (" : " and ");
        out.name(to);
        out.append(" <> all(");
        out.parameter<std::vector<to_type>>();
        out.append(to.nullable ? ")) is not false returning 1)" : ") returning 1)");
        out.append(", pgmodel_made as (insert into ");
        out.table<link>();
        out.append(" (");
        out.name(from);
        out.append(", ");
        out.name(to);
        // In one order, else those who insert the same for one key wait for each other.
        out.append(") select distinct $1, id from unnest($2) as r (id) order by id on conflict (");
        out.name(from);
        out.append(", ");
        out.name(to);
        out.append(") do nothing returning 1) select (select count(*) from pgmodel_made), (select count(*) from "
                   "pgmodel_gone)");
    }
};

/// The one foreign key of one column from a model to another.
template <class Owner, class Target>
struct related_key {
    static constexpr key_link link = find_link<Owner, Target>(any_column);
    static constexpr bool value = link.found == 1 && link.columns == 1;
    static_assert(
        value,
        "pgmodel: related() goes along a foreign key of one column that refers to the given rows; this model declares "
        "none to the other one, or several; what the given rows refer to is read by a join");
    static constexpr std::size_t owner = link.owner[0];
    static constexpr std::size_t target = link.target[0];
    using key = unwrapped<column_type<target, Target>>;
    static_assert(
        requires(const key& a, const key& b) { a < b; },
        "pgmodel: related() sorts rows by the key that they refer to, so its type needs <");
};

template <class T>
constexpr void write_unmarked_of(text_writer& out, std::string_view of) {
    if constexpr (facts_of<T>.removals > 0) {
        out.append(" and ");
        write_unmarked(out, facts_of<T>.columns[facts_of<T>.removal], of);
    }
}
/// The rows that refer to many others (`Link` is `Other`), or those on the far side of a table between.
template <class T, class Other, class Link>
struct related_statement {
    static constexpr void write(text_writer& out) {
        using near = related_key<Link, T>;
        constexpr bool direct = std::is_same_v<Link, Other>;
        const char* const other = direct ? "pgmodel_link." : "pgmodel_other.";
        out.append("select pgmodel_link.");
        out.name(facts_of<Link>.columns[near::owner]);
        for (std::size_t i = 0; i < column_count<Other>; ++i)
            if (const column_facts& column = facts_of<Other>.columns[i]; column.stored()) {
                out.append(", ");
                out.append(other);
                out.name(column);
            }
        out.append(" from ");
        out.table<Link>();
        out.append(" as pgmodel_link");
        if constexpr (!direct) {
            using far = related_key<Link, Other>;
            out.append(" join ");
            out.table<Other>();
            out.append(" as pgmodel_other on pgmodel_other.");
            out.name(facts_of<Other>.columns[far::target]);
            out.append(" = pgmodel_link.");
            out.name(facts_of<Link>.columns[far::owner]);
        }
        out.append(" where pgmodel_link.");
        out.name(facts_of<Link>.columns[near::owner]);
        out.append(" = any(");
        out.parameter<std::vector<typename near::key>>();
        out.append(")");
        write_unmarked_of<Link>(out, "pgmodel_link.");
        if constexpr (!direct) write_unmarked_of<Other>(out, other);
        for (std::size_t i = 0; i < facts_of<Other>.key_columns; ++i) {
            out.append(i == 0 ? " order by " : ", ");
            out.append(other);
            out.name(facts_of<Other>.columns[facts_of<Other>.key[i]]);
        }
    }
};

/// A row behind the key that it belongs to.
template <class Key, class Other>
struct related_reader {
    using row = std::pair<Key, Other>;
    struct columns {
        using rest = struct_columns<Other, match_columns::by_position>;
        static constexpr std::size_t count = 1 + rest::count;
        static constexpr match_columns match = match_columns::by_position;
        static constexpr auto all = [] {
            column_list<count> joined{{expect<Key>({}, false)}};
            for (std::size_t i = 0; i < rest::count; ++i) joined.at[1 + i] = rest::list[i];
            return joined;
        }();
        static constexpr const expected_column* list = all.at;
    };

    template <class Result>
    static row read(const Result& result, decode_position& at) {
        Key key = read_value<Key>(result, at, 0);
        try {
            return {std::move(key), model_reader<Other>::read(shifted_result<Result>{result, 1}, at)};
        } catch (const value_error&) {
            ++at.column;
            throw;
        }
    }
};

}  // namespace detail

/// What `db.related` has read: the rows that belong to each of those that it was given. It owns them.
template <class T, class Other, class Link>
class related_rows {
    using key_of_rows = detail::related_key<Link, T>;
    using key = typename key_of_rows::key;

public:
    explicit related_rows(std::vector<std::pair<key, Other>> found) {
        std::vector<std::size_t> order(found.size());
        for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
        std::sort(order.begin(), order.end(), [&found](std::size_t a, std::size_t b) {
            return found[a].first < found[b].first || (!(found[b].first < found[a].first) && a < b);
        });
        keys_.reserve(found.size());
        rows_.reserve(found.size());
        for (const std::size_t i : order) {
            keys_.push_back(std::move(found[i].first));
            rows_.push_back(std::move(found[i].second));
        }
    }
    /// Those of this row, which is recognised by its key, in the order of their primary key; none of a row that was not
    /// given. A view, valid as long as this object. Takes the logarithm of all rows.
    std::span<const Other> of(const T& row) const& {
        const void* const field = detail::view_of<T>.field(static_cast<const void*>(&row), key_of_rows::target);
        const auto& given = *static_cast<const detail::column_type<key_of_rows::target, T>*>(field);
        if constexpr (detail::is_optional<std::remove_cvref_t<decltype(given)>>)
            return given ? find(*given) : std::span<const Other>{};
        else return find(given);
    }
    std::span<const Other> of(const T&) const&& = delete;
    /// All of them; a row that belongs to several is there several times.
    const std::vector<Other>& rows() const& { return rows_; }

private:
    std::span<const Other> find(const key& wanted) const {
        const auto found = std::equal_range(keys_.begin(), keys_.end(), wanted);
        return {rows_.data() + (found.first - keys_.begin()), static_cast<std::size_t>(found.second - found.first)};
    }

    std::vector<key> keys_{};
    std::vector<Other> rows_{};
};

}  // namespace pgmodel
