// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Makes documents of nlohmann::json from text. That library's own parser reads from anything, to anything: a compiler
// takes three times as long for it as for a reader of text in memory, in each file with a JSON field.
#pragma once

#include <pgmodel/core/from_chars.hpp>
#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/json_number.hpp>
#include <pgmodel/types/json_reader.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

/// Of a number out of a double's range: is it nearer to zero than any, or further away?
template <class = when_used>
bool is_below_one(std::string_view number) {
    const std::size_t end = number.find_first_of("eE");
    const std::string_view digits = number.substr(0, end);
    const auto first = static_cast<std::int64_t>(digits.find_first_of("123456789"));
    const std::size_t point = digits.find('.');
    const std::int64_t power = static_cast<std::int64_t>(point == digits.npos ? digits.size() : point) - first;
    if (end == number.npos) return power < 0;
    const char* const begin = number.data() + end + (number[end + 1] == '+' ? 2 : 1);
    std::int64_t exponent = 0;
    if (from_chars(begin, number.data() + number.size(), exponent).ec != std::errc{}) return *begin == '-';
    return exponent < -power;
}

/// Integers are of 64 bits where they can, as that library reads them; other numbers are the nearest double.
template <class T>
void read_number(json_reader& in, T& into) {
    const std::string_view text = in.number();
    const char* const end = text.data() + text.size();
    const bool negative = text[0] == '-';
    std::uint64_t digits = 0;
    if (const auto [at, error] = from_chars(text.data() + negative, end, digits); error == std::errc{} && at == end) {
        const auto positive_number = static_cast<typename T::number_unsigned_t>(digits);
        const auto negative_number = static_cast<typename T::number_integer_t>(0 - digits);
        if (!negative && positive_number == digits) return void(into = positive_number);
        if (negative && negative_number <= 0 && static_cast<std::uint64_t>(negative_number) == 0 - digits)
            return void(into = negative_number);
    }
    typename T::number_float_t number{};
    if (from_chars(text.data(), end, number).ec != std::errc{}) {
        if (!is_below_one(text)) in.fail("a number out of the range of the JSON library");
        number = negative ? -0.0 : 0.0;  // nearer to zero than any double
    }
    if (!is_same_integer(text, number)) in.fail("an integer that the JSON library cannot hold");
    into = number;
}

/// Reads the next value. Of two equal keys the later one counts. Not by recursion: no document uses up the stack.
template <class T>
void read_document(json_reader& in, T& document) {
    struct level {
        T* holder;
        bool first;
    };
    growing_array<level> open;
    std::string name;
    for (T* at = &document;;) {
        switch (const char c = in.peek()) {
            case '{':
            case '[':
                in.open(c);
                *at = T(c == '{' ? T::value_t::object : T::value_t::array);
                open.push_back({at, true});
                break;
            case '"': *at = typename T::string_t(in.string()); break;
            case 't':
            case 'f': *at = in.boolean(); break;
            case 'n':
                in.null();
                *at = nullptr;
                break;
            default: read_number(in, *at);
        }
        for (;; open.pop_back()) {
            if (open.empty()) return;
            auto& [holder, first] = open.back();
            if (holder->is_array() && in.element(first)) {
                holder->push_back(nullptr);
                at = &holder->back();
                break;
            }
            if (holder->is_object() && in.key(first, name)) {
                at = &(*holder)[name];
                break;
            }
        }
    }
}

template <class T>
T parsed_document(std::string_view text) {
    json_reader in(text);
    T document;
    read_document(in, document);
    in.finish();
    return document;
}

}  // namespace pgmodel::detail
