// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Operators and functions of paths in trees: the extension ltree. `contains()` is @> (an ancestor or the same),
// `contained_by()` is <@ (a descendant or the same); + joins paths.
#pragma once

#include <pgmodel/expression/containment.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/types/ltree.hpp>

#include <string>
#include <vector>

namespace pgmodel {
namespace detail {

template <>
struct container<ltree> {
    static constexpr bool contains = true, overlaps = false;
    using element = void;
    using bound = void;
};
template <>
inline constexpr bool joined_by_bars<ltree> = true;

}  // namespace detail

/// `path ~ pattern`: an lquery such as `*.science.*{1,2}`.
template <detail::expression E, class Pattern>
constexpr auto matches_lquery(E e, Pattern&& pattern) {
    static_assert(std::is_same_v<typename E::value_type, ltree>,
                  "pgmodel: matches_lquery() and matches_words() take an ltree");
    auto text = detail::as_argument<" ~ ", 2, std::string>(static_cast<Pattern&&>(pattern));
    using query = detail::call<"cast(", " as lquery)", std::string, decltype(text)::nullable, decltype(text)>;
    return detail::strict_infix<" ~ ", detail::level::other, bool>(std::move(e), query(std::move(text)));
}
/// `path @ words`: an ltxtquery such as `europe & !russia*`, whose words may stand anywhere in the path.
template <detail::expression E, class Words>
constexpr auto matches_words(E e, Words&& words) {
    static_assert(std::is_same_v<typename E::value_type, ltree>,
                  "pgmodel: matches_lquery() and matches_words() take an ltree");
    auto text = detail::as_argument<" @ ", 2, std::string>(static_cast<Words&&>(words));
    using query = detail::call<"cast(", " as ltxtquery)", std::string, decltype(text)::nullable, decltype(text)>;
    return detail::strict_infix<" @ ", detail::level::other, bool>(std::move(e), query(std::move(text)));
}
/// How many labels; the labels from one place on, from 0, negative places from the end; the longest path that all begin
/// with.
inline constexpr detail::function_object<"nlevel(", std::int32_t(ltree)> nlevel{};
inline constexpr detail::function_object<"subpath(", ltree(ltree, std::int32_t, std::int32_t), 0, 2> subpath{};
inline constexpr detail::function_object<"subltree(", ltree(ltree, std::int32_t, std::int32_t)> subltree{};
inline constexpr detail::function_object<"lca(", std::optional<ltree>(ltree, ltree)> lca{};
/// Where the other path begins in this one, from 0; -1 when it is not there.
inline constexpr detail::function_object<"index(", std::int32_t(ltree, ltree)> path_index{};
inline constexpr detail::function_object<"text2ltree(", ltree(std::string)> text2ltree{};
inline constexpr detail::function_object<"ltree2text(", std::string(ltree)> ltree2text{};

}  // namespace pgmodel
