// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The names of an enum's enumerators, from the compiler's own spelling of all candidate values in one signature.
#pragma once

#include <pgmodel/core/type_name.hpp>

#include <concepts>
#include <cstddef>
#include <limits>
#include <string_view>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

template <class E>
concept scoped_enum = std::is_enum_v<E> && !std::convertible_to<E, std::underlying_type_t<E>>;

template <class E, E... Values>
constexpr auto signature_of_values() {
    return std::string_view{__PRETTY_FUNCTION__, sizeof __PRETTY_FUNCTION__ - 1};
}

template <class E>
struct enumerator_range {
    using number = std::underlying_type_t<E>;
    static constexpr bool has_fixed_type = requires { E{0}; };
    static constexpr int first = std::is_signed_v<number> ? -128 : 0;
    static constexpr number greatest = std::numeric_limits<number>::max();
    static constexpr int last = static_cast<unsigned long long>(greatest) < 255 ? static_cast<int>(greatest) : 255;
    static constexpr std::size_t size = static_cast<std::size_t>(last - first + 1);
};

template <class E, int... I>
constexpr std::string_view signature_of_enum(std::integer_sequence<int, I...>) {
    return signature_of_values<E, static_cast<E>(enumerator_range<E>::first + I)...>();
}

/// Where each enumerator's name stands in the signature.
template <std::size_t Size>
struct enumerator_scan {
    std::size_t begin[Size]{};
    std::size_t length[Size]{};
    int values[Size]{};
    std::size_t count = 0;
    std::size_t characters = 0;

    /// Reads the list `{ns::status::draft, (ns::status)1}` from its end. A number or a name is what stands last in each
    /// item, and what stands before it is equally long in all items of its kind. Written for a compiler's interpreter:
    /// plain pointers, and no look at what is known already.
    constexpr explicit enumerator_scan(std::string_view text, int first) {
        const char* const start = text.data();
        const char* end = start + text.rfind(']') - 1;
        std::ptrdiff_t before_name = 0, before_number = 0;
        for (int i = static_cast<int>(Size) - 1; i >= 0; --i) {
            const int value = first + i;
            const int digits = 1 + (value < 0) + (value >= 10) + (value >= 100) + (value <= -10) + (value <= -100);
            const char* at = end - digits;
            if (at[-1] == ')') {
                if (before_number == 0) before_number = at - item_begin(start, at);
                end = at - before_number - 2;
                continue;
            }
            at = end;
            while (is_identifier_character(at[-1])) --at;
            if (before_name == 0) before_name = at - item_begin(start, at);
            begin[count] = static_cast<std::size_t>(at - start);
            length[count] = static_cast<std::size_t>(end - at);
            values[count] = value;
            characters += length[count++];
            end = at - before_name - 2;
        }
    }

    /// The begin of the item that holds the position: after a comma or the list's own bracket.
    static constexpr const char* item_begin(const char* start, const char* at) {
        int depth = 0;
        for (; at != start; --at) {
            const char c = at[-1];
            if (c == '>' || c == ')' || c == '}') ++depth;
            else if (c == '<' || c == '(' || c == '{') --depth;
            if (depth < 0 || (depth == 0 && c == ' ' && at[-2] == ',')) break;
        }
        return at;
    }
};

/// The enumerators in the order of their values, names in compact static storage.
template <class E>
struct enumerator_names {
    static_assert(enumerator_range<E>::has_fixed_type,
                  "pgmodel: an enum without an underlying type cannot list its enumerators; write enum name : int, or "
                  "give the labels by pgmodel::enum_of");

private:
    using range = enumerator_range<E>;
    static constexpr std::string_view text = signature_of_enum<E>(std::make_integer_sequence<int, range::size>{});
    static constexpr enumerator_scan<range::size> scan{text, range::first};
    static_assert(scan.count > 0,
                  "pgmodel: no enumerator has a value between -128 and 255; give the labels by pgmodel::enum_of");

    struct storage {
        char characters[scan.characters]{};
        std::size_t begin[scan.count + 1]{};
        int values[scan.count]{};
    };
    static constexpr storage stored = [] {
        storage out;
        std::size_t at = 0;
        for (std::size_t i = 0; i < scan.count; ++i) {
            const std::size_t from = scan.count - 1 - i;  // the scan went backwards
            for (std::size_t k = 0; k < scan.length[from]; ++k) out.characters[at++] = text[scan.begin[from] + k];
            out.begin[i + 1] = at;
            out.values[i] = scan.values[from];
        }
        return out;
    }();

public:
    static constexpr std::size_t count = scan.count;
    static constexpr std::string_view name(std::size_t i) {
        return {stored.characters + stored.begin[i], stored.begin[i + 1] - stored.begin[i]};
    }
    static constexpr E value(std::size_t i) { return static_cast<E>(stored.values[i]); }
};

}  // namespace pgmodel::detail
