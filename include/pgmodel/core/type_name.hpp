// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The names of C++ types, for messages and for the default names of tables and enum types.
#pragma once

#include <cstddef>
#include <string_view>

namespace pgmodel::detail {

template <class T>
constexpr auto signature_of() {
    // With its length: counting the characters again costs the compiler more than all the rest.
    return std::string_view{__PRETTY_FUNCTION__, sizeof __PRETTY_FUNCTION__ - 1};
}

/// The compiler's own spelling of `T`.
template <class T>
constexpr std::string_view raw_type_name() {
    constexpr std::string_view text = signature_of<T>();
    constexpr std::size_t begin = text.find("T = ") + 4;
    // g++ may append the meaning of other aliases after a semicolon; a name holds no "; ".
    constexpr std::size_t other = text.find("; ", begin);
    return text.substr(begin, (other == text.npos ? text.rfind(']') : other) - begin);
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

template <class T>
inline constexpr std::string_view unqualified_type_name = without_scope(raw_type_name<T>());

/// A compiler's spelling of a type made readable: `std::string`, `std::vector<int>`, `article`.
template <std::size_t Capacity>
struct readable_name {
    char text[Capacity + 1]{};
    std::size_t size = 0;

    constexpr explicit readable_name(std::string_view raw) {
        struct rule {
            std::string_view from, to;
        };
        constexpr rule rules[]{{"std::__cxx11::basic_string<char>", "std::string"},
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
                               {"short unsigned int", "unsigned short"}};
        for (std::size_t i = 0; i < raw.size();) {
            const char c = raw[i];
            if (c == ' ' && i + 1 < raw.size() && raw[i + 1] == '>') {
                ++i;
                continue;
            }
            // nlohmann's inline namespace holds its version.
            if (c == 'j' && raw.substr(i).starts_with("json_abi_v")) {
                i = raw.find("::", i) + 2;
                continue;
            }
            bool replaced = false;
            for (const rule& r : rules)
                if (c == r.from[0] && raw.substr(i, r.from.size()) == r.from) {
                    for (char to : r.to) text[size++] = to;
                    i += r.from.size();
                    replaced = true;
                    break;
                }
            if (!replaced) {
                text[size++] = c;
                ++i;
            }
        }
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
