// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is done with the documents and queries of text_search.hpp (PostgreSQL manual 9.13): rank, headline, weights,
// phrases. Queries are joined by &&, || and !, documents by +; `contains()` and `contained_by()` compare the words of
// queries.
#pragma once

#include <pgmodel/expression/containment.hpp>
#include <pgmodel/expression/function.hpp>
#include <pgmodel/expression/functions.hpp>
#include <pgmodel/expression/ordered_set.hpp>
#include <pgmodel/expression/text_search.hpp>
#include <pgmodel/types/tsquery.hpp>
#include <pgmodel/types/tsvector.hpp>

#include <string>
#include <vector>

namespace pgmodel {
namespace detail {

template <class Vector, class Query>
struct ranking_fits {
    static constexpr bool vector = std::is_same_v<typename Vector::value_type, tsvector>;
    static constexpr bool query = is_tsquery<Query>();
    static_assert(vector, "pgmodel: a rank is that of a tsvector; make one with to_tsvector<\"english\">(...)");
    static_assert(query, "pgmodel: a rank is for a text-search query; make one with websearch<\"english\">(\"...\")");
    static constexpr bool value = vector && query;
};
template <>
struct container<tsquery> {
    static constexpr bool contains = true, overlaps = false;
    using element = void;
    using bound = void;
};

template <fixed_string Before, class Vector, class Query, class... Options>
constexpr auto make_rank(Vector vector, Query query, Options... options) {
    if constexpr (!ranking_fits<Vector, Query>::value) return refused<Vector, Query>{};
    else
        return strict_call<Before, float>(std::move(vector), as_exact_operand<tsquery, Vector>(std::move(query)),
                                          parameter<Options>(options)...);
}

}  // namespace detail

/// `ts_rank(document, query)`: how well they match; `ts_rank_cd` also looks at how near to each other the words are.
/// The third argument says how the document's length counts (PostgreSQL manual 12.3.3).
template <detail::expression Vector, class Query>
    requires detail::ranks_documents<Vector, Query>
constexpr auto rank(Vector vector, Query query) {
    return detail::make_rank<"ts_rank(">(std::move(vector), std::move(query));
}
template <detail::expression Vector, class Query>
    requires detail::ranks_documents<Vector, Query>
constexpr auto rank(Vector vector, Query query, std::int32_t normalization) {
    return detail::make_rank<"ts_rank(">(std::move(vector), std::move(query), normalization);
}
template <detail::expression Vector, class Query>
constexpr auto rank_cd(Vector vector, Query query) {
    return detail::make_rank<"ts_rank_cd(">(std::move(vector), std::move(query));
}
template <detail::expression Vector, class Query>
constexpr auto rank_cd(Vector vector, Query query, std::int32_t normalization) {
    return detail::make_rank<"ts_rank_cd(">(std::move(vector), std::move(query), normalization);
}
/// The same with weights of your own for words marked D, C, B and A, in this order: `{0.1f, 0.2f, 0.4f, 1.0f}`.
template <detail::expression Vector, class Query>
constexpr auto weighted_rank(std::vector<float> weights, Vector vector, Query query) {
    if constexpr (!detail::ranking_fits<Vector, Query>::value) return detail::refused<Vector, Query>{};
    else
        return detail::strict_call<"ts_rank(", float>(detail::parameter<std::vector<float>>(std::move(weights)),
                                                      std::move(vector),
                                                      detail::as_exact_operand<tsquery, Vector>(std::move(query)));
}

/// `ts_headline('english', text, query, options)`: the part of the text in which the words are, with marks round them.
/// It is made from the text, not from an index: ask for it on few rows.
template <fixed_string Configuration, detail::expression Text, class Query, class... Options>
constexpr auto headline(Text text, Query query, Options&&... options) {
    static_assert(detail::is_text<Text>(), "pgmodel: headline() takes a text and a text-search query");
    static_assert(detail::is_tsquery<Query>(), "pgmodel: headline() takes a text and a text-search query");
    return detail::strict_call<"ts_headline(", std::string>(
        lit<Configuration>, std::move(text), detail::as_exact_operand<tsquery, Text>(std::move(query)),
        detail::as_argument<"ts_headline(", 4, std::string>(static_cast<Options&&>(options))...);
}

template <fixed_string Configuration, class Text, class... More>
    requires(!detail::expression<Text>)
detail::call_of_values<Text> headline(const Text&, const More&...);

/// `setweight(document, 'A')`: marks its words, for `rank` and for queries such as `cat:A`.
template <char Weight, detail::expression Vector>
constexpr auto setweight(Vector vector) {
    static_assert(Weight >= 'A' && Weight <= 'D', "pgmodel: a weight is one of 'A', 'B', 'C' and 'D'");
    static_assert(std::is_same_v<typename Vector::value_type, tsvector>, "pgmodel: setweight() takes a tsvector");
    constexpr char weight[]{Weight, '\0'};
    return detail::strict_call<"setweight(", tsvector>(std::move(vector), lit<fixed_string<1>(weight)>);
}
/// `strip(document)`: without places and weights.
inline constexpr detail::function_object<"strip(", tsvector(tsvector)> strip{};
inline constexpr detail::function_object<"tsvector_to_array(", std::vector<std::string>(tsvector)> tsvector_to_array{};
inline constexpr detail::function_object<"array_to_tsvector(", tsvector(std::vector<std::string>)> array_to_tsvector{};
inline constexpr detail::function_object<"ts_delete(", tsvector(tsvector, std::string)> ts_delete{};
/// `numnode(query)`: how many words and operators; 0 for a query of stop words only, which matches nothing.
inline constexpr detail::function_object<"numnode(", std::int32_t(tsquery)> numnode{};
/// `query <-> query`: one behind the other; `tsquery_phrase(query, query, distance)`.
inline constexpr detail::operator_object<" <-> ", detail::level::other, tsquery(tsquery, tsquery)> followed_by{};
inline constexpr detail::function_object<"tsquery_phrase(", tsquery(tsquery, tsquery, std::int32_t)> tsquery_phrase{};
/// `ts_rewrite(query, target, substitute)`: such as a synonym in place of a word.
inline constexpr detail::function_object<"ts_rewrite(", tsquery(tsquery, tsquery, tsquery)> ts_rewrite{};

}  // namespace pgmodel
