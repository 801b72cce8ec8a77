// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// C++ types as JSON. A value is written in the form that PostgreSQL's to_jsonb() would give it, and read back exactly:
// a number that the field cannot hold is an error, never another number.
#pragma once

#include <pgmodel/core/from_chars.hpp>
#include <pgmodel/types/enumeration.hpp>
#include <pgmodel/types/integer.hpp>
#include <pgmodel/types/json.hpp>
#include <pgmodel/types/json_document.hpp>
#include <pgmodel/types/json_number.hpp>
#include <pgmodel/types/json_reader.hpp>
#include <pgmodel/types/json_writer.hpp>

#include <charconv>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <type_traits>
#include <utility>

namespace pgmodel::detail {

/// How values of a type are written as JSON and read: `write(json_writer&, const T&)`, `read(json_reader&, T&)`. Types
/// without a specialisation have no place in a document.
template <class T>
struct json_value;

template <class T>
concept has_json_value = requires { sizeof(json_value<T>); };
template <class T>
struct checked_json_value {
    static_assert(
        has_json_value<T>,
        "pgmodel: a document cannot hold this type; use bool, a number, std::string, an enum class, a value type of "
        "pgmodel, a plain struct, or a std::vector, std::optional or std::map of these");
    static constexpr bool value = has_json_value<T>;
};

template <class T>
void write_json(json_writer& out, const T& value) {
    if constexpr (checked_json_value<T>::value) json_value<T>::write(out, value);
}
template <class T>
void read_json(json_reader& in, T& value) {
    if constexpr (checked_json_value<T>::value) json_value<T>::read(in, value);
}

template <>
struct json_value<bool> {
    static void write(json_writer& out, bool value) { out.raw(value ? "true" : "false"); }
    static void read(json_reader& in, bool& value) { value = in.boolean(); }
};

template <plain_integer T>
struct json_value<T> {
    static void write(json_writer& out, T value) {
        if constexpr (sizeof(T) == 1) out.number(static_cast<int>(value));
        else out.number(value);
    }
    static void read(json_reader& in, T& value) {
        std::string_view text = in.number();
        // 1.0 is the integer 1.
        if (const auto point = text.find('.'); point != text.npos && text.find_last_not_of('0') == point)
            text = text.substr(0, point);
        const auto [end, error] = from_chars(text.data(), text.data() + text.size(), value);
        if (error == std::errc::result_out_of_range || (std::is_unsigned_v<T> && text[0] == '-' && text != "-0"))
            in.fail("a number out of the range of the field");
        if (text == "-0") value = 0;
        else if (end != text.data() + text.size())
            in.fail("a number with decimals or an exponent for a field that is an integer");
    }
};

template <std::floating_point T>
    requires(sizeof(T) <= 8)
struct json_value<T> {
    static void write(json_writer& out, T value) { out.floating(value); }
    static void read(json_reader& in, T& value) {
        const std::string_view text = in.number();
        if (from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{})
            in.fail("a number out of the range of the field");
        if (!is_same_integer(text, value)) in.fail("an integer that the field cannot hold exactly");
    }
};

template <>
struct json_value<std::string> {
    static void write(json_writer& out, const std::string& value) { out.string(value); }
    static void read(json_reader& in, std::string& value) { value = in.string(); }
};

template <native_enum E>
struct json_value<E> {
    static void write(json_writer& out, E value) {
        const std::string_view label = enum_traits<E>::find(value);
        if (label.empty()) out.fail("an enumerator without a label");
        out.string(label);
    }
    static void read(json_reader& in, E& value) {
        const auto found = enum_traits<E>::find(in.string());
        if (!found) in.fail("a label that the enum does not have");
        value = *found;
    }
};

template <has_json_value T>
struct json_value<std::optional<T>> {
    static void write(json_writer& out, const std::optional<T>& value) {
        if (value) write_json(out, *value);
        else out.raw("null");
    }
    static void read(json_reader& in, std::optional<T>& value) {
        if (in.null()) value.reset();
        else read_json(in, value.emplace());
    }
};

/// Documents within documents: parsed ones of another library, and unparsed text.
template <json_document T>
struct json_value<T> {
    static void write(json_writer& out, const T& value) { write_document(out, value); }
    static void read(json_reader& in, T& value) { read_document(in, value); }
};
template <class T>
    requires std::same_as<T, jsonb_text> || std::same_as<T, json_text>
struct json_value<T> {
    static void write(json_writer& out, const T& value) {
        check(out, value.str());
        out.raw(value.str());
    }
    static void read(json_reader& in, T& value) { value = T{std::string(in.skip())}; }

private:
    /// It could end the document's own objects and begin others.
    static void check(json_writer& out, std::string_view text) {
        try {
            json_reader in{text};
            in.skip();
            in.finish();
        } catch (const value_error&) {
            out.fail("a text that is not JSON");
        }
    }
};

/// A type that travels as its one member is that member in a document, too.
template <class T>
concept wrapped_value = has_codec<T> && requires(const T& outer) { T{codec<T>::unwrap(outer)}; };
template <wrapped_value T>
struct json_value<T> {
    using inner = std::remove_cvref_t<decltype(codec<T>::unwrap(std::declval<const T&>()))>;
    static void write(json_writer& out, const T& value) { write_json(out, codec<T>::unwrap(value)); }
    static void read(json_reader& in, T& value) {
        inner read{};
        read_json(in, read);
        value = T{std::move(read)};
    }
};

/// The value types that have a text form: uuid, date, interval ..., and those of others whose codec has one.
template <class T>
concept parsed_by_itself = requires(const T& value, std::string_view text) {
    { value.to_string() } -> std::convertible_to<std::string_view>;
    { T::parse(text) } -> std::convertible_to<std::optional<T>>;
};
template <class T>
concept parsed_by_codec = requires(const T& value, std::string_view text) {
    { codec<T>::text(value) } -> std::convertible_to<std::string_view>;
    { codec<T>::parse(text) } -> std::convertible_to<std::optional<T>>;
};
template <class T>
concept parsed_value =
    has_codec<T> && !json_document<T> && !wrapped_value<T> && (parsed_by_itself<T> || parsed_by_codec<T>);

/// Does a double, written in its shortest digits, still say the same? An integer of 64 bits is no double.
template <class T>
bool is_kept_by_doubles(const std::string& text) {
    const char* const begin = text.data();
    const char* const end = begin + text.size();
    const auto is_all = [end](std::from_chars_result read) { return read.ptr == end && read.ec == std::errc{}; };
    std::int64_t low{};
    std::uint64_t high{};
    if (is_all(from_chars(begin, end, low)) || is_all(std::from_chars(begin, end, high))) return true;
    double value{};
    if (!is_all(from_chars(begin, end, value))) return false;
    char digits[32];
    std::string shortest(digits, std::to_chars(digits, digits + sizeof digits, value).ptr);
    if (shortest.find_first_of(".e") == shortest.npos) shortest.append(".0");
    const std::optional<T> back = T::parse(shortest);
    return back && back->to_string() == text;
}

template <parsed_value T>
struct json_value<T> {
    static constexpr bool is_number = parsed_by_itself<T> && codec<T>::type.id == 1700;
    static constexpr bool is_time = codec<T>::type.id == 1114 || codec<T>::type.id == 1184;

    static void write(json_writer& out, const T& value) {
        std::string text;
        if constexpr (parsed_by_itself<T>) text = value.to_string();
        else text = codec<T>::text(value);
        if constexpr (is_number) {
            const char last = text.back();
            if (last >= '0' && last <= '9' && (!out.for_doubles || is_kept_by_doubles<T>(text))) return out.raw(text);
        } else if constexpr (is_time) {
            // ISO 8601, as to_jsonb() writes it.
            if (const auto space = text.find(' '); space != text.npos) text[space] = 'T';
            if (const auto zone = text.rfind("+00"); zone != text.npos) text.insert(zone + 3, ":00");
        }
        out.string(text);
    }
    static void read(json_reader& in, T& value) {
        std::string text;
        if (is_number && in.peek() != '"') text = in.number();
        else text = in.string();
        std::optional<T> parsed;
        if constexpr (parsed_by_itself<T>) parsed = T::parse(text);
        else parsed = codec<T>::parse(text);
        if (!parsed)
            in.fail(is_number ? "a number or text that is no value of the field's type"
                              : "a text that is no value of the field's type");
        value = *std::move(parsed);
    }
};

/// Text with a type of its own: varchar, citext, ltree ...
template <class T>
concept text_value =
    has_codec<T> && !wrapped_value<T> && !parsed_value<T> && !json_document<T> && !std::same_as<T, jsonb_text> &&
    !std::same_as<T, json_text> && std::constructible_from<T, std::string> && requires(const T& value) {
        { value.str() } -> std::convertible_to<std::string_view>;
    };
template <text_value T>
struct json_value<T> {
    static void write(json_writer& out, const T& value) {
        if (!fits(value)) out.fail("a text that is longer than its type allows, or not UTF-8");
        out.string(value.str());
    }
    static void read(json_reader& in, T& value) {
        value = T{in.string()};
        if (!fits(value)) in.fail("a text that the field cannot hold");
    }

private:
    static bool fits(const T& value) {
        try {
            if constexpr (requires { codec<T>::view(value); }) static_cast<void>(codec<T>::view(value));
            else check_text(value.str());
            return true;
        } catch (const encode_error&) {
            return false;
        }
    }
};

/// An object of keys and values. One frame serves all keys; what a key is called is shown in no message, because it is
/// a value of the user's.
template <class Pairs, class WriteKey>
void write_json_pairs(json_writer& out, const Pairs& all, const WriteKey& write_key) {
    json_frame here{out.top};
    here.key = "*";
    out.check_depth();
    out.raw('{');
    bool first = true;
    for (const auto& [key, value] : all) {
        if (!std::exchange(first, false)) out.raw(',');
        write_key(key);
        out.raw(':');
        write_json(out, value);
    }
    out.raw('}');
}
template <class Pairs>
void write_json_pairs(json_writer& out, const Pairs& all) {
    write_json_pairs(out, all, [&out](const auto& key) { out.string(key); });
}
/// `add(name)` reads the value of each key, and is false for one that is there already.
template <class Add>
void read_json_pairs(json_reader& in, const Add& add) {
    in.open('{');
    json_frame here{in.top};
    here.key = "*";
    std::string name;
    for (bool first = true; in.key(first, name);)
        if (!add(std::move(name))) in.fail("a key that is there twice");
}

/// hstore: an object of texts and nulls.
template <class T>
concept keyed_texts = has_codec<T> && requires(T& all, std::string key, std::optional<std::string> text) {
    all.set(std::move(key), std::move(text));
    all.contains(key);
};
template <keyed_texts T>
struct json_value<T> {
    static void write(json_writer& out, const T& all) { write_json_pairs(out, all); }
    static void read(json_reader& in, T& all) {
        all = T{};
        read_json_pairs(in, [&](std::string&& key) {
            std::optional<std::string> text;
            read_json(in, text);
            const bool added = !all.contains(key);
            if (added) all.set(std::move(key), std::move(text));
            return added;
        });
    }
};

}  // namespace pgmodel::detail
