// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SIMILAR TO, and LIKE with another character than the backslash before those that stand for themselves. Not part of
// <pgmodel.hpp>, which has `x.like(pattern)` and `x.regex(pattern)`.
#pragma once

#include <pgmodel/expression/functions.hpp>

namespace pgmodel {
namespace detail {

template <class Given>
struct text_of_match : told_text<std::conditional_t<with_expression<Given, Given>, Given, std::string>> {};

template <fixed_string Words, class E, class Pattern>
constexpr auto match_words(E e, Pattern&& pattern) {
    static_assert(told_text<E>::value && text_of_match<std::remove_cvref_t<Pattern>>::value);
    return strict_infix<Words, level::like, bool>(std::move(e),
                                                  as_operand<std::string, E>(static_cast<Pattern&&>(pattern)));
}
template <fixed_string Words, class E, class Pattern, class Escape>
constexpr auto match_words(E e, Pattern&& pattern, Escape&& escape) {
    static_assert(told_text<E>::value && text_of_match<std::remove_cvref_t<Pattern>>::value &&
                  text_of_match<std::remove_cvref_t<Escape>>::value);
    return [&]<class P, class X>(P p, X x) {
        return worded < bool, E::nullable || P::nullable || X::nullable ? can_be_null : 0, level::like, level::other,
               word_list<"", Words, " escape ", "">, E, P, X > (std::move(e), std::move(p), std::move(x));
    }(as_operand<std::string, E>(static_cast<Pattern&&>(pattern)),
           as_operand<std::string, E>(static_cast<Escape&&>(escape)));
}

}  // namespace detail

/// `x SIMILAR TO pattern`, `x SIMILAR TO pattern ESCAPE '!'`: does the whole text match a pattern of SQL's own kind?
template <detail::expression E, class Pattern, class... Escape>
constexpr auto similar_to(E e, Pattern&& pattern, Escape&&... escape) {
    return detail::match_words<" similar to ">(std::move(e), static_cast<Pattern&&>(pattern),
                                               static_cast<Escape&&>(escape)...);
}
template <detail::expression E, class Pattern, class... Escape>
constexpr auto not_similar_to(E e, Pattern&& pattern, Escape&&... escape) {
    return detail::match_words<" not similar to ">(std::move(e), static_cast<Pattern&&>(pattern),
                                                   static_cast<Escape&&>(escape)...);
}
/// `x LIKE pattern ESCAPE '!'`: in the pattern `!%` is a percent sign; an empty text says that there is no such
/// character.
template <detail::expression E, class Pattern, class Escape>
constexpr auto like_escape(E e, Pattern&& pattern, Escape&& escape) {
    return detail::match_words<" like ">(std::move(e), static_cast<Pattern&&>(pattern), static_cast<Escape&&>(escape));
}
template <detail::expression E, class Pattern, class Escape>
constexpr auto not_like_escape(E e, Pattern&& pattern, Escape&& escape) {
    return detail::match_words<" not like ">(std::move(e), static_cast<Pattern&&>(pattern),
                                             static_cast<Escape&&>(escape));
}
template <detail::expression E, class Pattern, class Escape>
constexpr auto ilike_escape(E e, Pattern&& pattern, Escape&& escape) {
    return detail::match_words<" ilike ">(std::move(e), static_cast<Pattern&&>(pattern), static_cast<Escape&&>(escape));
}
template <detail::expression E, class Pattern, class Escape>
constexpr auto not_ilike_escape(E e, Pattern&& pattern, Escape&& escape) {
    return detail::match_words<" not ilike ">(std::move(e), static_cast<Pattern&&>(pattern),
                                              static_cast<Escape&&>(escape));
}

// Of plain values alone.
template <class Text, class... More>
    requires(!detail::expression<Text>)
detail::call_of_values<Text> similar_to(const Text&, const More&...);
template <class Text, class... More>
    requires(!detail::expression<Text>)
detail::call_of_values<Text> not_similar_to(const Text&, const More&...);
template <class Text, class... More>
    requires(!detail::expression<Text>)
detail::call_of_values<Text> like_escape(const Text&, const More&...);
template <class Text, class... More>
    requires(!detail::expression<Text>)
detail::call_of_values<Text> not_like_escape(const Text&, const More&...);
template <class Text, class... More>
    requires(!detail::expression<Text>)
detail::call_of_values<Text> ilike_escape(const Text&, const More&...);
template <class Text, class... More>
    requires(!detail::expression<Text>)
detail::call_of_values<Text> not_ilike_escape(const Text&, const More&...);

}  // namespace pgmodel
