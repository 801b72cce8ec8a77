// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The names of C++ types, for messages and for the default names of tables and enum types.
#pragma once

#include <pgmodel/core/iterator.hpp>

#include <cstddef>
#include <string_view>

namespace pgmodel::detail {

template <class T>
constexpr auto signature_of() {
    // With its length: counting the characters again costs the compiler more than all the rest.
    return std::string_view{__PRETTY_FUNCTION__, sizeof __PRETTY_FUNCTION__ - 1};
}

// All signatures are alike but for the type.
inline constexpr std::size_t signature_prefix = signature_of<int>().find("= int") + 2;
inline constexpr std::size_t signature_suffix = signature_of<int>().size() - signature_prefix - 3;

/// The compiler's own spelling of `T`.
template <class T>
constexpr std::string_view raw_type_name() {
    constexpr std::string_view text = signature_of<T>();
    return {text.data() + signature_prefix, text.size() - signature_prefix - signature_suffix};
}

/// `article` from `ns::article`, `main()::article` and `ns::(anonymous namespace)::article`; template arguments stay.
constexpr std::string_view without_scope(std::string_view name) {
    int depth = 0;
    for (std::size_t i = name.size(); i-- > 1;) {
        const char c = name[i];
        if (c == '>' || c == ')' || c == ']' || c == '}') ++depth;
        else if (c == '<' || c == '(' || c == '[' || c == '{') --depth;
        else if (c == ':' && depth == 0 && name[i - 1] == ':') return name.substr(i + 1);
    }
    return name;
}

/// Of a C++ name. Written out for a compiler's interpreter, which asks it often.
constexpr bool is_identifier_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
           static_cast<unsigned char>(c) >= 0x80;
}

template <class T>
inline constexpr std::string_view unqualified_type_name = without_scope(raw_type_name<T>());

struct name_rule {
    const char *from, *to;
};
inline constexpr name_rule name_rules[]{{"std::__cxx11::basic_string<char>", "std::string"},
                                        {"std::__cxx11::", "std::"},
                                        {"std::__1::", "std::"},
                                        {"std::basic_string<char>", "std::string"},
                                        {"std::basic_string_view<char>", "std::string_view"},
                                        {"{anonymous}::", ""},
                                        {"(anonymous namespace)::", ""},
                                        {"basic_json<>", "json"},
                                        {"long long int", "long long"},
                                        {"long int", "long"},
                                        {"short int", "short"},
                                        {"long unsigned int", "unsigned long"},
                                        {"short unsigned int", "unsigned short"},
                                        {" >", ">"}};

/// A compiler's spelling of a type made readable: `std::string`, `std::vector<int>`, `article`. Each type that a
/// program stores comes through here, so it is written for a compiler's interpreter: plain pointers, few steps.
template <std::size_t Capacity>
struct readable_name {
    char text[Capacity + 1]{};
    std::size_t size = 0;

    constexpr explicit readable_name(std::string_view raw) {
        const char* at = raw.data();
        const char* const end = at + raw.size();
        char* out = text;
        while (at != end) {
            const char c = *at;
            if (c == 's' || c == '{' || c == '(' || c == 'b' || c == 'l' || c == ' ') {
                // An index: with -fsanitize=undefined, g++ 12 takes no comparison of a pointer with null for constant.
                if (const std::size_t rule = find_rule(at, end); rule != std::size(name_rules)) {
                    for (const char* to = name_rules[rule].to; *to != 0; ++to) *out++ = *to;
                    for (const char* from = name_rules[rule].from; *from != 0; ++from) ++at;
                    continue;
                }
            } else if (c == 'j' && starts_with(at, end, "json_abi_v")) {
                // nlohmann's inline namespace holds its version.
                while (*at != ':') ++at;
                at += 2;
                continue;
            }
            *out++ = c;
            ++at;
        }
        size = static_cast<std::size_t>(out - text);
    }

    static constexpr std::size_t find_rule(const char* at, const char* end) {
        std::size_t rule = 0;
        while (rule < std::size(name_rules) && !starts_with(at, end, name_rules[rule].from)) ++rule;
        return rule;
    }
    static constexpr bool starts_with(const char* at, const char* end, const char* word) {
        for (; *word != 0; ++word, ++at)
            if (at == end || *at != *word) return false;
        return true;
    }
};

template <class T>
inline constexpr readable_name<raw_type_name<T>().size()> readable_type_name{raw_type_name<T>()};

/// The C++ type as a message names it, in static storage.
template <class T>
constexpr std::string_view cpp_type_name() {
    return {readable_type_name<T>.text, readable_type_name<T>.size};
}

}  // namespace pgmodel::detail
