// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Texts that are alike, by their trigrams: the extension pg_trgm, whose indexes (`gin_trgm_ops`, `gist_trgm_ops`) serve
// the operators and LIKE.
#pragma once

#include <pgmodel/expression/function.hpp>

#include <string>
#include <vector>

namespace pgmodel {

/// How alike two texts are, from 0 to 1; how well the first is found in the second, as a part or as whole words.
inline constexpr detail::function_object<"similarity(", float(std::string, std::string)> similarity{};
inline constexpr detail::function_object<"word_similarity(", float(std::string, std::string)> word_similarity{};
inline constexpr detail::function_object<"strict_word_similarity(", float(std::string, std::string)>
    strict_word_similarity{};
inline constexpr detail::function_object<"show_trgm(", std::vector<std::string>(std::string)> show_trgm{};

/// `%`: more alike than `pg_trgm.similarity_threshold`. `<%` and `<<%`: the first is in the second, by their own
/// thresholds.
inline constexpr detail::operator_object<" % ", detail::level::multiplicative, bool(std::string, std::string)>
    is_similar{};
inline constexpr detail::operator_object<" <% ", detail::level::other, bool(std::string, std::string)>
    is_word_similar{};
inline constexpr detail::operator_object<" <<% ", detail::level::other, bool(std::string, std::string)>
    is_strict_word_similar{};
/// `<->`, `<<->`, `<<<->`: 1 minus the similarity; ORDER BY it with a LIMIT is served by a GiST index.
inline constexpr detail::operator_object<" <-> ", detail::level::other, float(std::string, std::string)>
    trigram_distance{};
inline constexpr detail::operator_object<" <<-> ", detail::level::other, float(std::string, std::string)>
    word_distance{};
inline constexpr detail::operator_object<" <<<-> ", detail::level::other, float(std::string, std::string)>
    strict_word_distance{};

}  // namespace pgmodel
