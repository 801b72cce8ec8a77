// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An order that a user chooses, among columns that the program allows. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/query/allow.hpp>
#include <pgmodel/query/condition.hpp>

#include <initializer_list>
#include <string_view>

namespace pgmodel {
namespace detail {

/// `order_by(sort)`: a key of ORDER BY that is several.
template <class... Models>
class sort_order : public ordered_tag {
public:
    using expression_type = literal<true>;
    static constexpr bool constant = false;
    static constexpr bool aggregate = false;
    static constexpr bool windowed = false;
    static constexpr bool dynamic = true;
    template <class Tables>
    using stranger = typename first_stranger<
        std::conditional_t<Tables::template has<Models, whole_model<Models>>, void, whole_model<Models>>...>::type;

    template <class Out>
    static constexpr void write(Out& out, const sort_order* self) {
        if (self) self->write_keys(out);
    }
    template <class F>
    void visit(F&) const {}

    /// Reads `name`, `-name`, `name desc` ... separated by commas.
    void read(std::string_view text, const allowed_column* allowed, std::size_t count) {
        each_name(text, [&](std::string_view name) { read_key(name, allowed, count); });
        (add_primary_key<Models>(), ...);
    }

private:
    struct key {
        allowed_column column;
        bool descending;
    };

    template <class T>
    void add_primary_key() {
        constexpr auto& facts = facts_of<model_of<T>>;
        for (std::size_t i = 0; i < facts.key_columns; ++i) add(column_of_table<T>(facts.key[i]), false);
    }
    void add(const allowed_column& column, bool descending) {
        for (const key& each : keys_)
            if (each.column == column) return;
        keys_.push_back({column, descending});
    }
    void read_key(std::string_view name, const allowed_column* allowed, std::size_t count) {
        bool descending = false;
        if (name.starts_with('-')) {
            descending = true;
            name.remove_prefix(1);
        } else if (name.ends_with(" desc")) {
            descending = true;
            name = trimmed(name.substr(0, name.size() - 5));
        } else if (name.ends_with(" asc")) {
            name = trimmed(name.substr(0, name.size() - 4));
        }
        add(allowed[find_allowed(name, allowed, count, "a sort order")], descending);
    }
    void write_keys(text_writer& out) const {
        if (keys_.empty()) out.append("(select 1)");
        const char* before = "";
        for (const key& each : keys_) {
            out.append(before);
            each.column.qualify(out);
            out.name(*each.column.facts);
            if (each.descending) out.append(" desc");
            before = ", ";
        }
    }

    std::vector<key> keys_;
};

}  // namespace detail

/// The order that a user has chosen, for order_by(): names of fields, separated by commas, descending with `-` before
/// or ` desc` behind; then the primary key, so that the order is whole. Throws `usage_error` for any other name.
///
///     .order_by(pg::sort<article>("-created_at,title", pg::allow<&article::title, &article::created_at>()))
///
/// Of a join it names all models whose fields are allowed: `pg::sort<article, author>(text, pg::allow<&article::title,
/// &author::name>())`. Where two of them have a field of one name, the text says which: `author.name`. An alias is
/// named by its type, and a column of it as in a query: `pg::sort<worker, boss_type>(text, pg::allow<&worker::name,
/// boss[col<&worker::name>]>())`; the text calls it `boss.name`.
template <class... Models, auto... M>
auto sort(std::string_view text, detail::allowed_fields<M...>) {
    constexpr bool known =
        (detail::table_list<std::remove_const_t<Models>...>::template has<detail::owner_of<M>> && ...);
    static_assert(known, "pgmodel: allow() names fields of the model that is sorted, or of the models of a join: "
                         "pgmodel::sort<article, author>(...)");
    const detail::allowed_column allowed[]{detail::allowed_column_of<M>()...};
    detail::sort_order<std::remove_const_t<Models>...> order;
    order.read(text, allowed, sizeof...(M));
    return order;
}
template <class... Models, class... Given>
    requires(sizeof...(Given) < 2)
auto sort(std::string_view, const Given&...) {
    static_assert(detail::never<Models..., Given...>,
                  "pgmodel: sort() takes the text and the fields that it may name: pgmodel::sort<article>(text, "
                  "pgmodel::allow<&article::title>())");
}
template <class... Models>
auto sort(std::string_view text, std::initializer_list<std::string_view> names) {
    return sort<Models...>(text, names.begin());
}

}  // namespace pgmodel
