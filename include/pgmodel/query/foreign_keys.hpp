// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The foreign keys that models declare, as joins ask for them.
#pragma once

#include <pgmodel/query/text.hpp>

namespace pgmodel::detail {

/// The model that a reference means, and the places of the columns there.
template <class Reference>
struct reference_target {
    using type = void;
};
template <auto First, auto... M>
struct reference_target<referred_columns<First, M...>> {
    using type = owner_of<First>;
    template <class Owner = type>  // see column.hpp
    static constexpr std::size_t place(std::size_t i) {
        const std::size_t places[]{column_place<First>, column_place<M>...};
        return places[i];
    }
};
template <class T, bool OfAnotherType>
struct reference_target<referred_key<T, OfAnotherType>> {
    using type = T;
    static constexpr std::size_t place(std::size_t i) { return facts_of<T>.key[i]; }
};

/// What the declaration of `M`'s model says that `M` references, alone or with other columns.
template <auto M, class Declaration>
struct reference_finder;
template <auto M, class... Items>
struct reference_finder<M, table_declaration<Items...>> {
    template <auto N>
    static constexpr bool is = [] {
        if constexpr (std::is_same_v<decltype(N), decltype(M)>) return N == M;
        else return false;
    }();
    template <auto N, class R, class D, class U, class X>
    static constexpr auto look(const field_declaration<N, R, D, U, X>*) {
        return std::type_identity<std::conditional_t<is<N>, R, nothing_said>>{};
    }
    template <class R, auto... N>
    static constexpr auto look(const foreign_key_declaration<R, N...>*) {
        return std::type_identity<std::conditional_t<(is<N> || ...), R, nothing_said>>{};
    }
    template <class Other>
    static constexpr auto look(const Other*) {
        return std::type_identity<nothing_said>{};
    }
    template <class Found, class... Rest>
    struct first {
        using type = Found;
        static constexpr bool more = (!std::is_same_v<Rest, nothing_said> || ... || false);
    };
    template <class Next, class... Rest>
    struct first<nothing_said, Next, Rest...> : first<Next, Rest...> {};
    using found =
        first<nothing_said, typename decltype(look(static_cast<const Items*>(nullptr)))::type..., nothing_said>;

    using target = typename reference_target<typename found::type>::type;
    static constexpr bool several = found::more;
};
template <auto M>
using reference_of = reference_finder<M, declaration_type<owner_of<M>>>;

/// A foreign key from one model to another, by places of columns; `found` counts all that there are.
struct key_link {
    std::size_t found = 0;
    std::size_t columns = 0;
    std::uint16_t owner[32]{};
    std::uint16_t target[32]{};
};

/// Looks through the items of `Owner`'s declaration for keys to `Target`, with this column unless that is `any_column`.
inline constexpr std::size_t any_column = std::size_t(-1);
template <class Owner, class Target>
struct link_finder {
    std::size_t column;
    key_link link{};

    template <auto M, class R, class D, class U, class X>
    constexpr void operator()(const field_declaration<M, R, D, U, X>&) {
        if constexpr (std::is_same_v<typename reference_target<R>::type, Target>) add<R, M>();
    }
    template <class R, auto... M>
    constexpr void operator()(const foreign_key_declaration<R, M...>&) {
        if constexpr (std::is_same_v<typename reference_target<R>::type, Target>) add<R, M...>();
    }
    template <class Other>
    constexpr void operator()(const Other&) {}

private:
    template <class R, auto... M>
    constexpr void add() {
        const std::size_t places[]{column_place<M>...};
        bool wanted = column == any_column;
        for (std::size_t place : places) wanted |= place == column;
        if (!wanted || link.found++ > 0) return;
        link.columns = sizeof...(M);
        for (std::size_t i = 0; i < sizeof...(M) && i < 32; ++i) {
            link.owner[i] = static_cast<std::uint16_t>(places[i]);
            link.target[i] = static_cast<std::uint16_t>(reference_target<R>::place(i));
        }
    }
};
template <class Owner, class Target>
constexpr key_link find_link(std::size_t column) {
    link_finder<Owner, Target> finder{column};
    declare<Owner>().items.each(finder);
    return finder.link;
}

}  // namespace pgmodel::detail
