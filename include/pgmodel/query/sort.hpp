// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// An order that a user chooses, among columns that the program allows. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/core/type_name.hpp>
#include <pgmodel/query/condition.hpp>
#include <pgmodel/query/elsewhere.hpp>

#include <string_view>

namespace pgmodel {
namespace detail {

inline std::string_view trimmed(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}
/// Names that are separated by commas.
template <class Function>
void each_name(std::string_view text, const Function& function) {
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        function(trimmed(text.substr(0, comma)));
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
}
/// The place of the field of this name among those that are allowed.
template <class T>
std::size_t allowed_place(std::string_view name, const std::size_t* allowed, std::size_t count, const char* what) {
    std::string names;
    for (std::size_t i = 0; i < count; ++i) {
        const auto& column = facts_of<T>.columns[allowed[i]];
        if (column.field == name) return allowed[i];
        (names += names.empty() ? "" : ", ") += column.field;
    }
    throw usage_error("pgmodel: " + std::string(what) + " names a field that is not allowed; allowed are " + names);
}

/// A column that a user may sort by.
struct sortable_column {
    std::string_view model;
    const column_facts* facts;
    void (*qualify)(text_writer&);

    /// Is it called so: `title`, `article.title`?
    bool is_called(std::string_view name) const {
        if (name == facts->field) return true;
        return name.size() == model.size() + 1 + facts->field.size() && name.starts_with(model) &&
               name[model.size()] == '.' && name.ends_with(facts->field);
    }
};
template <class T>
void write_qualifier(text_writer& out) {
    out.template qualifier<T>();
}
template <class T>
sortable_column sortable(std::size_t place) {
    return {unqualified_type_name<T>, &facts_of<T>.columns[place], &write_qualifier<T>};
}
/// The one of this name among those that are allowed.
inline const sortable_column& allowed_column(std::string_view name, const sortable_column* allowed, std::size_t count) {
    const sortable_column* found = nullptr;
    std::string names;
    for (std::size_t i = 0; i < count; ++i) {
        if (allowed[i].is_called(name)) {
            if (found)
                throw usage_error("pgmodel: a sort order names a field that several models have; write the model "
                                  "before it: " +
                                  std::string(found->model) + "." + std::string(found->facts->field));
            found = &allowed[i];
        }
        names += names.empty() ? "" : ", ";
        for (std::size_t j = 0; j < count; ++j)
            if (j != i && allowed[j].facts->field == allowed[i].facts->field) {
                (names += allowed[i].model) += '.';
                break;
            }
        names += allowed[i].facts->field;
    }
    if (!found) throw usage_error("pgmodel: a sort order names a field that is not allowed; allowed are " + names);
    return *found;
}

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
    void read(std::string_view text, const sortable_column* allowed, std::size_t count) {
        each_name(text, [&](std::string_view name) { read_key(name, allowed, count); });
        (add_primary_key<Models>(), ...);
    }

private:
    struct key {
        sortable_column column;
        bool descending;
    };

    template <class T>
    void add_primary_key() {
        for (std::size_t i = 0; i < facts_of<T>.key_columns; ++i) add(sortable<T>(facts_of<T>.key[i]), false);
    }
    void add(const sortable_column& column, bool descending) {
        for (const key& each : keys_)
            if (each.column.facts == column.facts) return;
        keys_.push_back({column, descending});
    }
    void read_key(std::string_view name, const sortable_column* allowed, std::size_t count) {
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
        add(allowed_column(name, allowed, count), descending);
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

template <class First, class... More>
struct sort_header<First, More...> {
    static constexpr bool included = true;
};

template <auto... M>
struct allowed_fields {};

}  // namespace detail

/// The fields that a user may name.
template <auto... M>
constexpr auto allow() {
    return detail::allowed_fields<M...>{};
}
/// The order that a user has chosen, for order_by(): names of fields, separated by commas, descending with `-` before
/// or ` desc` behind; then the primary key, so that the order is whole. Throws `usage_error` for any other name.
///
///     .order_by(pg::sort<article>("-created_at,title", pg::allow<&article::title, &article::created_at>()))
///
/// Of a join it names all models whose fields are allowed: `pg::sort<article, author>(text, pg::allow<&article::title,
/// &author::name>())`. Where two of them have a field of one name, the text says which: `author.name`.
template <class... Models, auto... M>
auto sort(std::string_view text, detail::allowed_fields<M...>) {
    constexpr bool known = (detail::table_list<Models...>::template has<detail::owner_of<M>> && ...);
    static_assert(known, "pgmodel: allow() names fields of the model that is sorted, or of the models of a join: "
                         "pgmodel::sort<article, author>(...)");
    const detail::sortable_column allowed[]{detail::sortable<detail::owner_of<M>>(detail::column_place<M>)...};
    detail::sort_order<Models...> order;
    order.read(text, allowed, sizeof...(M));
    return order;
}

}  // namespace pgmodel
