// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Values to nlohmann::json and back. `#include <nlohmann/json.hpp>` and `<pgmodel/document/nlohmann.hpp>`
//
//     nlohmann::json document = pg::date{2024, 2, 29};     // "2024-02-29"
//     auto day = document.get<pg::date>();
//
// Everything that a typed document (`pg::jsonb<T>`) may hold converts, in the same form, which is that of PostgreSQL's
// to_jsonb(): value types, enums by their labels, plain structs by their fields, std::optional. A conversion that a
// program has of its own (`to_json` beside the enum or struct, as NLOHMANN_DEFINE_TYPE... makes it) is left to it.
//
// nlohmann::json has integers of 64 bits and doubles: a number that these would change is a string with its digits, so
// that each value comes back as it was. Unparsed text (`pg::jsonb_text`) is parsed, by the rules of that library.
// Include it wherever a program converts such values: the conversions belong to their types.
#pragma once

#include <pgmodel/document/jsonb.hpp>
#include <pgmodel/document/more_containers.hpp>

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace pgmodel::detail {

/// A document becomes a std::optional of one by itself, which a conversion of the document would make ambiguous.
template <class T>
inline constexpr bool is_optional_document = is_optional<T> && raw_type_name<unwrapped<T>>().starts_with("nlohmann::");

/// A struct that is no text: of these that library has no conversions of its own.
template <class T>
concept unknown_to_nlohmann = (json_structure<T> || (std::is_aggregate_v<T> && wrapped_value<T>)) &&
                              !std::is_constructible_v<std::string, const T&>;
/// Stands for a document where a program's own conversions of other types are asked for: a real document would find
/// those of that library.
struct some_document {
    operator nlohmann::json&();
    operator nlohmann::ordered_json&();
};
template <class T, class Document>
concept converts_into = requires(Document& document, const T& value) { to_json(document, value); };
template <class T>
concept converts_itself =
    (unknown_to_nlohmann<T> && (converts_into<T, nlohmann::json> || converts_into<T, nlohmann::ordered_json>)) ||
    (!unknown_to_nlohmann<T> && !is_optional_document<T> && converts_into<T, some_document>);

/// What that library converts, its own types before all; bytes are an array of numbers there.
template <class T>
inline constexpr bool converts_natively = [] {
    if constexpr (raw_type_name<T>().starts_with("nlohmann::")) return true;
    else
        return json_document<T> || json_sequence<T> || json_map<T> || json_keyed_map<T> || json_set<T> ||
               requires { std::tuple_size<T>::value; };
}();
template <>
inline constexpr bool converts_natively<std::string> = true;
template <class T>
inline constexpr bool converts_natively<std::vector<T>> = !std::same_as<T, std::byte>;
template <class T, std::size_t N>
inline constexpr bool converts_natively<std::array<T, N>> = true;

// Of a struct nothing more is asked before it is converted: the sentences about it are better than no conversion.
template <class T>
concept converts_to_nlohmann = (std::is_class_v<T> || std::is_enum_v<T>) && requires { sizeof(T); } &&
                               !converts_natively<T> && (json_structure<T> || has_json_value<T>) && !converts_itself<T>;

}  // namespace pgmodel::detail

namespace nlohmann {

template <class T>
    requires pgmodel::detail::converts_to_nlohmann<T>
struct adl_serializer<T, void> {
    /// Throws `pgmodel::encode_error`, as `pgmodel::to_json`.
    template <class Document>
    static void to_json(Document& document, const T& value) {
        static_assert(pgmodel::detail::checked_json_value<T>::value);
        const std::string text = pgmodel::detail::json_text_from(value, true);
        // Whatever throws comes first: a constructor calls this, so nobody would destroy what the document holds.
        Document parsed;
        try {
            parsed = pgmodel::detail::parsed_document<Document>(text);
        } catch (const pgmodel::value_error& failure) {
            throw pgmodel::encode_error("pgmodel: this " + std::string(pgmodel::detail::cpp_type_name<T>()) +
                                        " has no JSON form: " + failure.reason);
        }
        document = std::move(parsed);
    }
    /// Throws `pgmodel::decode_error`, as `pgmodel::from_json`.
    template <class Document>
        requires(!pgmodel::detail::is_optional_document<T>)
    static void from_json(const Document& document, T& value) {
        std::string text;
        try {
            text = pgmodel::detail::written_document(document, true);
        } catch (const pgmodel::encode_error&) {
            throw pgmodel::decode_error("pgmodel: the JSON document is no " +
                                        std::string(pgmodel::detail::cpp_type_name<T>()) +
                                        ": it holds a number that is not finite, or a string that is not UTF-8");
        }
        value = pgmodel::from_json<T>(text);
    }
};

}  // namespace nlohmann
