// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A plain struct without a codec of its own: a composite type of PostgreSQL. Its name is the C++ name in snake_case,
// its attributes are the fields. The struct says it differently by a function of its own, or is described from outside:
//
//     struct address {
//         std::string street{};
//         std::string class_{};
//         static constexpr auto composite() {
//             return pgmodel::composite("postal_address", pgmodel::attribute<&address::class_>("class"))
//                 .in_schema("shop");
//         }
//     };
//     template <> struct pgmodel::composite_of<address> { static constexpr auto composite() {...} };
#pragma once

#include <pgmodel/types/composite_type.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace pgmodel {
namespace detail {

/// An attribute in a composite's text form, in quotes where PostgreSQL puts them.
inline void append_attribute_text(std::string_view text, std::string& out) {
    bool plain = !text.empty();
    for (char c : text) plain &= std::string_view{"\",()\\ \t\n\r\v\f"}.find(c) == std::string_view::npos;
    if (plain) {
        out += text;
        return;
    }
    out += '"';
    for (char c : text) {
        if (c == '"' || c == '\\') out += c;
        out += c;
    }
    out += '"';
}

/// One attribute of the binary format: its type, its length, its value.
template <class Field>
struct attribute_codec {
    using value = unwrapped<Field>;

    static const value* get(const Field& field) {
        if constexpr (is_optional<Field>) return field ? &*field : nullptr;
        else return &field;
    }
    static std::size_t size(const Field& field) {
        const value* v = get(field);
        return add_sizes(8, v ? codec<value>::size(*v) : 0);
    }
    static void encode(const Field& field, writer& out) {
        out.write(out.id_of(element_type_of<codec<value>>()));
        const value* v = get(field);
        if (!v) {
            out.write(std::int32_t{-1});
            return;
        }
        out.write(static_cast<std::int32_t>(codec<value>::size(*v)));
        codec<value>::encode(*v, out);
    }
    static Field decode(reader& in, std::size_t& at) {
        ++at;
        const auto id = in.read<oid>();
        if constexpr (element_type_of<codec<value>>().id != 0)
            if (!codec_accepts<value>(id)) [[unlikely]]
                throw value_error{"type number " + std::to_string(id) + " instead of " +
                                  std::string(codec<value>::type.name)};
        const auto length = in.read<std::int32_t>();
        if (length >= 0) [[likely]] {
            const std::string_view data = in.bytes(static_cast<std::size_t>(length));
            return codec<value>::decode(reader{data.data(), data.size()});
        }
        if (length != -1) [[unlikely]]
            fail_value("a negative length");
        if constexpr (is_optional<Field>) return std::nullopt;
        else fail_value("NULL for a field that is not optional");
    }
    template <bool Sent>
    static void append_text(const Field& field, std::string& out) {
        if (const value* v = get(field)) append_attribute_text(text_within<Sent>(*v), out);
    }
};

/// Of which equal ones may have other bytes: a shape holds -0, a range 1.50, a document 1.0.
template <class T>
concept compared_as_sent = !std::has_unique_object_representations_v<T> && !array_value<T> &&
                           !requires(const T& value) { codec<T>::view(value); };
/// Of which == may not be there, or finds other values equal: composites and types made of one value, floating-point
/// numbers, and numbers that keep their zeros.
template <class T>
concept compared_by_parts = composite_value<T> || std::is_floating_point_v<T> || requires { &codec<T>::unwrap; } ||
                            requires(const T& value) { value.scale(); } || compared_as_sent<T>;

/// Are two values of fields the same, also where a struct in them has no == of its own?
template <class Field>
bool same_value(const Field& a, const Field& b);
template <class T, std::size_t... I>
bool same_fields(const T& a, const T& b, std::index_sequence<I...>) {
    return (same_value(get_field<I>(a), get_field<I>(b)) && ...);
}
template <class Field>
std::string as_sent(const Field& value) {
    std::string bytes(codec<Field>::size(value), '\0');
    writer out(bytes.data());
    codec<Field>::encode(value, out);
    return bytes;
}
template <class Field>
bool same_value(const Field& a, const Field& b) {
    if constexpr (is_optional<Field>) return a && b ? same_value(*a, *b) : !a && !b;
    else if constexpr (composite_value<Field>) return same_fields(a, b, std::make_index_sequence<field_count<Field>>{});
    else if constexpr (requires { &codec<Field>::unwrap; })
        return same_value(codec<Field>::unwrap(a), codec<Field>::unwrap(b));
    else if constexpr (compared_by_parts<innermost_type<Field>> && !compared_by_parts<Field>) {
        if constexpr (requires { a.dimensions(); })
            return a.dimensions() == b.dimensions() && same_value(a.values(), b.values());
        else {
            if (a.size() != b.size()) return false;
            for (std::size_t i = 0; i < a.size(); ++i)
                if (!same_value(a[i], b[i])) return false;
            return true;
        }
    } else if constexpr (std::is_floating_point_v<Field>) {
        // -0 is another value than 0, and NaN is NaN.
        return __builtin_memcmp(&a, &b, sizeof a) == 0 || (a != a && b != b);
    } else if constexpr (requires { a.scale(); }) {
        // 1.50 is equal to 1.5, but other text.
        return a == b && a.scale() == b.scale();
    } else if constexpr (compared_as_sent<Field>) return a == b && as_sent(a) == as_sent(b);
    else return static_cast<bool>(a == b);
}

}  // namespace detail

template <detail::composite_struct T>
struct codec<T> {
    using composite = T;
    using traits = detail::composite_traits<T>;  // not looked at before it is needed
    static constexpr type_ref type{0, detail::composite_name<T>::sql_name.view()};
    static constexpr type_ref array_type{0, detail::composite_name<T>::sql_array_name.view()};

    static std::size_t size(const T& value) { return size_of(value, std::make_index_sequence<traits::count>{}); }
    static void encode(const T& value, writer& out) {
        out.write(static_cast<std::int32_t>(traits::count));
        write(value, out, std::make_index_sequence<traits::count>{});
    }
    static T decode(reader in) {
        if (in.read<std::int32_t>() != static_cast<std::int32_t>(traits::count)) [[unlikely]]
            detail::fail_value("a composite with another number of attributes than the struct has fields");
        return read(in, std::make_index_sequence<traits::count>{});
    }
    /// As PostgreSQL prints a row: `("12 Main St",1010)`.
    static std::string text(const T& value) { return print<false>(value, std::make_index_sequence<traits::count>{}); }
    static std::string sent_text(const T& value) {
        return print<true>(value, std::make_index_sequence<traits::count>{});
    }
    static std::size_t text_size(const T& value, bool) { return sent_text(value).size(); }
    static void write_text(const T& value, writer& out) { out.bytes(sent_text(value)); }

private:
    template <std::size_t I>
    using attribute = detail::attribute_codec<detail::field_type<I, T>>;

    template <std::size_t... I>
    static std::size_t size_of(const T& value, std::index_sequence<I...>) {
        std::size_t all = 4;
        ((all = detail::add_sizes(all, attribute<I>::size(detail::get_field<I>(value)))), ...);
        return all;
    }
    template <std::size_t... I>
    static void write(const T& value, writer& out, std::index_sequence<I...>) {
        (attribute<I>::encode(detail::get_field<I>(value), out), ...);
    }
    template <std::size_t... I>
    static T read(reader in, std::index_sequence<I...>) {
        std::size_t at = 0;
        try {
            T value{attribute<I>::decode(in, at)...};
            in.finish();
            return value;
        } catch (value_error& e) {
            e.reason = "attribute \"" + std::string(traits::names[at - 1]) + "\": " + e.reason;
            throw;
        }
    }
    template <bool Sent, std::size_t... I>
    static std::string print(const T& value, std::index_sequence<I...>) {
        std::string out;
        ((out += I == 0 ? '(' : ',', attribute<I>::template append_text<Sent>(detail::get_field<I>(value), out)), ...);
        return out + ')';
    }
};

}  // namespace pgmodel
