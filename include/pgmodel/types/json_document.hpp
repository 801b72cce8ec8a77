// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Makes documents of nlohmann::json from text, and text from them. That library's own parser reads from anything, to
// anything: a compiler takes three times as long for it as for a reader of text in memory, in each file with a JSON
// field; and so with what writes.
#pragma once

#include <pgmodel/core/from_chars.hpp>
#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/json_number.hpp>
#include <pgmodel/types/json_reader.hpp>
#include <pgmodel/types/json_writer.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

/// Reads digits: false for anything else, and for more than 64 bits.
PGMODEL_FUNCTION
bool read_digits(const char* at, const char* end, std::uint64_t& into);
/// Of a number out of a double's range: is it nearer to zero than any, or further away?
PGMODEL_FUNCTION
bool is_below_one(std::string_view number);

/// Makes `document` an empty value of this kind, and returns what it holds: without a conversion, of which that library
/// has one for every type.
template <class Held, class T>
Held& held(T& document, typename T::value_t value_kind) {
    document = T(value_kind);
    return *document.template get_ptr<Held*>();
}

/// Integers are of 64 bits where they can, as that library reads them; other numbers are the nearest double.
template <class T>
void read_number(json_reader& in, T& into) {
    using positive_integer = typename T::number_unsigned_t;
    using integer = typename T::number_integer_t;
    const std::string_view text = in.number();
    const char* const end = text.data() + text.size();
    const bool negative = text[0] == '-';
    std::uint64_t digits = 0;
    if (read_digits(text.data() + negative, end, digits)) {
        const auto positive_number = static_cast<positive_integer>(digits);
        const auto negative_number = static_cast<integer>(0 - digits);
        if (!negative && positive_number == digits) {
            held<positive_integer>(into, T::value_t::number_unsigned) = positive_number;
            return;
        }
        if (negative && negative_number <= 0 && static_cast<std::uint64_t>(negative_number) == 0 - digits) {
            held<integer>(into, T::value_t::number_integer) = negative_number;
            return;
        }
    }
    typename T::number_float_t number{};
    if (from_chars(text.data(), end, number).ec != std::errc{}) {
        if (!is_below_one(text)) in.fail("a number out of the range of the JSON library");
        number = negative ? -0.0 : 0.0;  // nearer to zero than any double
    }
    if (!is_same_integer(text, number)) in.fail("an integer that the JSON library cannot hold");
    held<typename T::number_float_t>(into, T::value_t::number_float) = number;
}

/// Reads the next value. Of two equal keys the later one counts. Not by recursion: no document uses up the stack.
template <class T>
void read_document(json_reader& in, T& document) {
    using object_type = typename T::object_t;
    using array_type = typename T::array_t;
    struct level {
        T* holder;
        object_type* object;
        array_type* array;
        bool first;
    };
    growing_array<level> open;
    std::string name;
    for (T* at = &document;;) {
        switch (in.peek()) {
            case '{':
                in.open('{');
                open.push_back({at, &held<object_type>(*at, T::value_t::object), nullptr, true});
                break;
            case '[':
                in.open('[');
                open.push_back({at, nullptr, &held<array_type>(*at, T::value_t::array), true});
                break;
            case '"': held<typename T::string_t>(*at, T::value_t::string) = in.string(); break;
            case 't':
            case 'f': held<typename T::boolean_t>(*at, T::value_t::boolean) = in.boolean(); break;
            case 'n':
                in.null();
                *at = T();
                break;
            default: read_number(in, *at);
        }
        for (;; open.pop_back()) {
            if (open.empty()) return;
            auto& [holder, object, array, first] = open.back();
            if (array && in.element(first)) {
                array->emplace_back();
                at = &array->back();
                break;
            }
            if (object && in.key(first, name)) {
                at = &(*object)[name];
                break;
            }
            // With JSON_DIAGNOSTICS each value knows its holder, and a move tells it.
            T whole = std::move(*holder);
            *holder = std::move(whole);
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

/// As that library's dump() has it: with a point or an exponent, so that it is read as a floating number again.
template <class Number>
void write_floating(json_writer& out, Number value) {
    constexpr Number too_large = [] {
        Number power = 1;
        for (int i = 0; i < std::numeric_limits<Number>::digits10; ++i) power *= 10;
        return power;
    }();
    if (!(value - value == 0)) out.fail("a number that is not finite");
    const Number size = value < 0 ? -value : value;
    const bool plain = size == 0 || (size >= static_cast<Number>(1e-4) && size < too_large);
    char digits[64];
    const char* const end = std::to_chars(digits, digits + sizeof digits, value,
                                          plain ? std::chars_format::fixed : std::chars_format::scientific)
                                .ptr;
    const std::string_view text(digits, static_cast<std::size_t>(end - digits));
    out.raw(text);
    if (plain && text.find('.') == text.npos) out.raw(".0");
}
#ifdef PGMODEL_SEPARATE_COMPILATION
extern template bool is_same_integer(std::string_view, double);
extern template void write_floating(json_writer&, double);
#endif

/// Writes what is neither an object nor an array; bytes as dump() has them.
template <class T>
void write_scalar(json_writer& out, const T& value) {
    using value_kind = typename T::value_t;
    switch (value.type()) {
        case value_kind::string: out.string(*value.template get_ptr<const typename T::string_t*>()); break;
        case value_kind::boolean:
            out.raw(*value.template get_ptr<const typename T::boolean_t*>() ? "true" : "false");
            break;
        case value_kind::number_integer:
            out.number(*value.template get_ptr<const typename T::number_integer_t*>());
            break;
        case value_kind::number_unsigned:
            out.number(*value.template get_ptr<const typename T::number_unsigned_t*>());
            break;
        case value_kind::number_float:
            write_floating(out, *value.template get_ptr<const typename T::number_float_t*>());
            break;
        case value_kind::binary: {
            const auto& bytes = *value.template get_ptr<const typename T::binary_t*>();
            out.raw("{\"bytes\":[");
            for (std::size_t i = 0; i < bytes.size(); ++i) {
                if (i != 0) out.raw(',');
                out.number(static_cast<unsigned>(bytes[i]));
            }
            out.raw("],\"subtype\":");
            if (bytes.has_subtype()) out.number(static_cast<std::uint64_t>(bytes.subtype()));
            else out.raw("null");
            out.raw('}');
            break;
        }
        case value_kind::null: out.raw("null"); break;
        default: out.fail("a value that was discarded");
    }
}

/// The text that dump() makes, at a third of its compile time. Not by recursion: no document uses up the stack.
template <class T>
void write_document(json_writer& out, const T& document) {
    using object_type = typename T::object_t;
    using array_type = typename T::array_t;
    struct level {
        const object_type* object;
        const array_type* array;
        typename object_type::const_iterator member;
        std::size_t element;
    };
    growing_array<level> open;
    for (const T* at = &document;;) {
        if (const auto* object = at->template get_ptr<const object_type*>()) {
            out.raw('{');
            open.push_back({object, nullptr, object->begin(), 0});
        } else if (const auto* array = at->template get_ptr<const array_type*>()) {
            out.raw('[');
            open.push_back({nullptr, array, {}, 0});
        } else {
            write_scalar(out, *at);
        }
        for (;; open.pop_back()) {
            if (open.empty()) return;
            auto& [object, array, member, element] = open.back();
            if (array) {
                if (element == array->size()) {
                    out.raw(']');
                    continue;
                }
                if (element != 0) out.raw(',');
                at = &(*array)[element++];
                break;
            }
            if (member == object->end()) {
                out.raw('}');
                continue;
            }
            if (element++ != 0) out.raw(',');
            out.string(member->first);
            out.raw(':');
            at = &member->second;
            ++member;
            break;
        }
    }
}

/// Throws `encode_error` for a number that is not finite and a string that is not UTF-8.
template <class T>
std::string written_document(const T& document, bool takes_nul = false) {
    json_writer counter("document");
    counter.takes_nul = takes_nul;
    write_document(counter, document);
    std::string text(counter.size(), '\0');
    json_writer out("document", text.data());
    write_document(out, document);
    return text;
}

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/types/impl/json_document.ipp>
#endif
