// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Keyset pages: a page begins behind the last row of the one before, found by an index, instead of counting rows from
// the first. Not part of <pgmodel.hpp>; session/keyset.hpp runs them.
#pragma once

#include <pgmodel/expression/said.hpp>
#include <pgmodel/query/cursor.hpp>
#include <pgmodel/query/keyset_checks.hpp>
#include <pgmodel/query/keyset_condition.hpp>
#include <pgmodel/query/run_time_text.hpp>

#include <tuple>
#include <vector>

namespace pgmodel {
namespace detail {

template <class E>
void write_keyset_key(text_writer& out) {
    E::write(out, static_cast<const E*>(nullptr));
}
template <class Key>
constexpr bool sorts_descending() {
    if constexpr (ordered_key<Key>) return Key::descending;
    else return false;
}
template <class Key>
constexpr bool sorts_nulls_first() {
    if constexpr (ordered_key<Key>) return Key::puts_nulls_first;
    else return false;
}

/// The keys of an order; `Nulls`: which tables may be missing in a row.
template <class Nulls, class Order>
struct keyset_keys;
template <class Nulls, class... Keys>
struct keyset_keys<Nulls, key_list<Keys...>> {
    static constexpr std::size_t count = sizeof...(Keys);
    /// They are selected, too: may one of them be called like a column by which rows are sorted?
    static constexpr bool hidden =
        hidden_order<select_list<typename sorted_expression<Keys>::type...>, key_list<Keys...>>;
    static constexpr keyset_key list[]{
        {&write_keyset_key<typename sorted_expression<Keys>::type>,
         codec<typename sorted_expression<Keys>::type::value_type>::type,
         null_in_query<typename sorted_expression<Keys>::type, Nulls>(), sorts_descending<Keys>(),
         sorts_nulls_first<Keys>(),
         composite_value<domain_root<typename sorted_expression<Keys>::type::value_type>>}...};
    /// The values of a place in the order.
    using values = std::tuple<std::optional<typename sorted_expression<Keys>::type::value_type>...>;
    using columns = value_columns<std::optional<typename sorted_expression<Keys>::type::value_type>...>;
    template <class Tables>
    using stranger = typename first_stranger<typename Keys::template stranger<Tables>...>::type;
};

/// Where a page begins, and which way it goes from there.
template <class Keys>
struct keyset_position {
    typename Keys::values values{};
    bool is_null[Keys::count]{};
    cursor_head head{};
    keyset_part part = keyset_part::whole;

    keyset_place place() const { return {Keys::list, Keys::count, is_null, head.backward, head.inclusive, part}; }
};

/// `(a, b) > ($1, $2)`, and its like for other orders.
template <class Keys>
struct keyset_condition : members<keyset_condition<Keys>> {
    using value_type = bool;
    static constexpr bool nullable = true;
    static constexpr bool constant = false;
    static constexpr bool dynamic = true;
    static constexpr int precedence = level::logical_and;  // what it joins by OR has parentheses
    template <class Tables>
    using stranger = typename Keys::template stranger<Tables>;

    keyset_position<Keys> at;

    constexpr explicit keyset_condition(keyset_position<Keys> position) : at(std::move(position)) {}

    static constexpr void write(text_writer& out, const keyset_condition* self) {
        if (self) self->write_from(out);
    }
    template <class F>
    void visit(F& f) const {
        if (at.part == keyset_part::far) return;
        std::apply([&f](const auto&... value) { ((value ? f(*value) : void()), ...); }, at.values);
    }

private:
    void write_from(text_writer& out) const {
        const keyset_place place = at.place();
        keyset_writer(out, place).write();
    }
};

/// The order itself, or turned round. `Hidden`: something else in the select list is called like a column of it.
template <class Keys, bool Hidden>
struct keyset_order : ordered_tag {
    using expression_type = literal<true>;
    static constexpr bool constant = true;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr bool dynamic = true;
    template <class Tables>
    using stranger = typename Keys::template stranger<Tables>;

    bool backward = false;

    template <class Out>
    static constexpr void write(Out& out, const keyset_order* self) {
        if (self) self->write_keys(out);
    }
    template <class F>
    constexpr void visit(F&) const {}

private:
    void write_keys(text_writer& out) const {
        const bool outer = out.qualified;
        out.qualified |= Hidden;
        write_keyset_order(out, Keys::list, Keys::count, backward);
        out.qualified = outer;
    }
};

/// A select list, and behind it the keys of the order.
template <class List, class Keys>
struct keyset_list : List {
    template <class Tables>
    using stranger = typename first_stranger<typename List::template stranger<Tables>,
                                             typename Keys::template stranger<Tables>>::type;
    static constexpr std::size_t width = List::width + Keys::count;

    static constexpr void write(text_writer& out, const keyset_list* self) {
        List::write(out, self);
        for (const keyset_key& key : Keys::list) {
            out.append(", ");
            if (!std::is_constant_evaluated()) key.write(out);
        }
    }
};

template <class Columns, class Keys>
struct keyset_columns {
    static constexpr std::size_t count = Columns::count + Keys::count;
    static constexpr match_columns match = match_columns::by_position;
    static constexpr auto all = [] {
        column_list<count> joined{};
        for (std::size_t i = 0; i < Columns::count; ++i) joined.at[i] = Columns::list[i];
        for (std::size_t i = 0; i < Keys::count; ++i) joined.at[Columns::count + i] = Keys::columns::list[i];
        return joined;
    }();
    static constexpr const expected_column* list = all.at;
};

/// What is made of a query for its pages.
template <class Query>
struct keyset_of;
template <class List, class From, class Where, class Order, class Limit, class Offset, class Rare>
struct keyset_of<select_query<List, From, Where, Order, Limit, Offset, Rare>> {
    using query = select_query<List, From, Where, Order, Limit, Offset, Rare>;
    using keys = keyset_keys<null_scope<From, grouping_of<typename Rare::group_type>>, Order>;
    using position = keyset_position<keys>;
    using columns = keyset_columns<typename query::reader::columns, keys>;

    /// The query with its keys selected too, in a direction.
    static auto listed(const query& q, bool backward) {
        using list = keyset_list<List, keys>;
        using key = keyset_order<keys, (hidden_order<List, Order> || keys::hidden)>;
        using order = key_list<key>;
        return select_query<list, From, Where, order, Limit, Offset, Rare>{
            {}, list{q.list}, q.sources, q.condition, order{{key{{}, backward}}}, q.most, q.skipped, q.rare};
    }
    /// The first page, or the last one, whose rows come turned round.
    static auto first(const query& q, std::int64_t rows, bool last = false) { return listed(q, last).limit(rows); }
    static auto beyond(const query& q, const position& at, std::int64_t rows) {
        return listed(q, at.head.backward).where(keyset_condition<keys>(at)).limit(rows);
    }

    /// Tells the cursors of this query from others': by its text, which says its tables, its order and the shape of its
    /// conditions, not by the values in these.
    static std::uint64_t signature(const query& q) { return hash_text(render_at_run_time<query>(q).sql()); }

    static position read(const query& q, const cursor& from) {
        position at;
        std::string bytes;
        reader in = open_cursor(from.str(), bytes, at.head, signature(q));
        try {
            std::size_t next = 0;
            std::apply([&](auto&... value) { (read_value(in, value, at.is_null[next], next), ...); }, at.values);
            in.finish();
        } catch (const value_error&) {
            fail_cursor("was changed on its way");
        }
        if (at.place().has_two_ranges(0)) at.part = keyset_part::near;
        return at;
    }
    static cursor write(const query& q, cursor_head head, const typename keys::values& values) {
        std::string bytes;
        begin_cursor(bytes, head, signature(q));
        std::apply([&](const auto&... value) { (write_value(bytes, value), ...); }, values);
        return cursor(end_cursor(std::move(bytes)));
    }

private:
    template <class T>
    static void read_value(reader& in, std::optional<T>& value, bool& is_null, std::size_t& next) {
        const auto size = in.read<std::int32_t>();
        is_null = size < 0;
        if (is_null && (size != -1 || !keys::list[next].nullable)) fail_value("a length that is none");
        if (!is_null) {
            const std::string_view data = in.bytes(static_cast<std::size_t>(size));
            value = codec<T>::decode(reader(data.data(), data.size()));
        }
        ++next;
    }
    template <class T>
    static void write_value(std::string& bytes, const std::optional<T>& value) {
        const std::size_t size = value ? codec<T>::size(*value) : 0, begin = bytes.size();
        bytes.resize(begin + 4 + size);
        writer out(bytes.data() + begin);
        out.write(value ? static_cast<std::int32_t>(size) : std::int32_t{-1});
        if (value) codec<T>::encode(*value, out);
    }
};

}  // namespace detail

/// The statement by which `keyset` reads a page, to be looked at: `pg::explain(db, pg::keyset_query(query, 20,
/// cursor))`.
template <detail::query Query>
auto keyset_query(const Query& query, std::int64_t size, const cursor& from) {
    static_assert(detail::checked_query<Query>::value && detail::checked_keyset<Query>::value);
    using keyset = detail::keyset_of<Query>;
    return keyset::beyond(query, keyset::read(query, from), size + 1);
}
template <detail::query Query>
auto keyset_query(const Query& query, std::int64_t size) {
    static_assert(detail::checked_query<Query>::value && detail::checked_keyset<Query>::value);
    return detail::keyset_of<Query>::first(query, size + 1);
}
template <detail::query Query, class Given>
    requires(!std::is_convertible_v<const Given&, const cursor&>)
auto keyset_query(const Query&, std::int64_t, const Given&) {
    static_assert(sizeof(Given*) == 0,
                  "pgmodel: behind the size of a page keyset_query() takes a cursor, such as *page.next, and nothing "
                  "for the first page");
}

}  // namespace pgmodel
