// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which fields a user wants to have, among those that the program allows. Not part of <pgmodel.hpp>.
#pragma once

#include <pgmodel/expression/conditional.hpp>
#include <pgmodel/query/sort.hpp>

#include <string_view>

namespace pgmodel {
namespace detail {

/// An expression that is selected if the user wants it, else NULL.
template <class E>
struct wanted_value : members<wanted_value<E>> {
    using value_type = typename E::value_type;
    static constexpr bool nullable = true;
    static constexpr bool constant = false;
    static constexpr bool aggregate = E::aggregate;
    static constexpr bool windowed = E::windowed;
    static constexpr int special = E::special;
    static constexpr bool dynamic = true;
    static constexpr int precedence = E::precedence;
    template <class Tables>
    using stranger = typename stranger_in_parts<Tables, wanted_value, E>::type;

    [[no_unique_address]] E value;
    bool wanted;

    constexpr wanted_value(E e, bool is_wanted) : value(std::move(e)), wanted(is_wanted) {}

    template <class Out>
    static constexpr void write(Out& out, const wanted_value* self) {
        if (!self || self->wanted) E::write(out, part_of(self, &wanted_value::value));
        else null_value<value_type>::write(out, nullptr);
    }
    template <class F>
    constexpr void visit(F& f) const {
        if (wanted) value.visit(f);
    }
};

template <class E>
constexpr bool may_be_called(const wanted_value<E>*, std::string_view name) {
    return codec<typename E::value_type>::type.name == name || may_be_called(static_cast<const E*>(nullptr), name);
}

}  // namespace detail

/// The fields of a model that a user wants to have, of those that are allowed: see `pg::fields`.
template <class T, auto... M>
class chosen_fields {
public:
    /// Names of fields, separated by commas. An empty text means all.
    explicit chosen_fields(std::string_view text) {
        const detail::allowed_column allowed[]{detail::allowed_column_of<M>()...};
        const std::size_t places[]{detail::column_place<M>...};
        detail::each_name(text, [&](std::string_view name) {
            places_.push_back(places[detail::find_allowed(name, allowed, sizeof...(M), "a list of fields")]);
        });
    }
    /// Is the field wanted?
    template <auto N>
    bool has(detail::column<N>) const {
        static_assert(allows<N>, "pgmodel: this field is none of those that allow() names");
        if (places_.empty()) return true;
        for (const std::size_t place : places_)
            if (place == detail::column_place<N>) return true;
        return false;
    }
    /// For select(): the column where it is wanted, else NULL; a std::optional in the rows.
    template <auto N>
    auto only(detail::column<N> column) const {
        return only(column, column);
    }
    /// The expression where this field is wanted.
    template <auto N, detail::expression E>
    auto only(detail::column<N> field, E value) const {
        return detail::wanted_value<E>(std::move(value), has(field));
    }

private:
    template <auto N>
    static constexpr bool allows = (std::is_same_v<detail::column<N>, detail::column<M>> || ...);

    std::vector<std::size_t> places_;
};

/// The fields that a user has chosen; what is not chosen is not read. Throws `choice_error` for a name that is not
/// allowed.
///
///     auto f = pg::fields<article>("title,price", pg::allow<&article::title, &article::price, &article::tags>());
///     db.all(pg::select(col<&article::id>, f.only(col<&article::title>), f.only(col<&article::tags>)))
template <class T, auto... M>
auto fields(std::string_view text, detail::allowed_fields<M...>) {
    static_assert((std::is_same_v<detail::owner_of<M>, T> && ...),
                  "pgmodel: allow() names fields of the model that is read");
    return chosen_fields<T, M...>(text);
}

}  // namespace pgmodel
