// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// INSERT of many rows by one statement: each column travels as one array, so neither the text nor the number of
// parameters depends on the number of rows. unnest() would flatten columns that are arrays or composites themselves;
// those travel as arrays of text and are cast back.
#pragma once

#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/model/ddl_text.hpp>
#include <pgmodel/query/insert.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/boolean.hpp>
#include <pgmodel/types/text.hpp>

namespace pgmodel::detail {

/// The same field of many rows: `stride` bytes lie between two of them.
struct field_range {
    const void* first;
    std::size_t stride;
    std::size_t count;

    const char* at(std::size_t row) const { return static_cast<const char*>(first) + row * stride; }
    const char* begin() const { return at(0); }
    const char* end() const { return at(count); }
    /// `most` of them, or as many as there are.
    field_range part(std::size_t begin, std::size_t most) const {
        return {at(begin), stride, count - begin < most ? count - begin : most};
    }
};

/// How one column of many rows travels; the functions are shared by all fields of one type.
struct array_access {
    type_ref type{};                   ///< of the parameter: text[] for a column that is an array itself
    type_ref element{};
    std::string_view cast{};           ///< what that is cast back to; empty: nothing
    bool nullable = false;
    std::size_t width = 0;             ///< what an element takes with its length; 0: `size` knows
    /// Of elements with their lengths; if not exactly, perhaps twice as much as they take.
    std::size_t (*size)(const field_range&, bool exactly) = nullptr;
    void (*encode)(const field_range&, writer&) = nullptr;
};

constexpr std::size_t array_header = 20;
inline void write_array_header(writer& out, bool has_null, oid element, std::size_t count) {
    out.write(std::int32_t{1});
    out.write(static_cast<std::int32_t>(has_null));
    out.write(element);
    out.write(static_cast<std::int32_t>(count));
    out.write(std::int32_t{1});
}

template <class Field>
struct field_array {
    using value = unwrapped<Field>;
    // A domain over a composite is flattened like the composite.
    static constexpr bool nested = is_array<value> || composite_value<domain_root<value>>;
    using element = std::conditional_t<nested, std::string, value>;

    static const value* get(const void* at) {
        const Field& field = *static_cast<const Field*>(at);
        if constexpr (is_optional<Field>) return field ? &*field : nullptr;
        else return &field;
    }
    static std::size_t size(const field_range& fields, [[maybe_unused]] bool exactly) {
        std::size_t bytes = 4 * fields.count;
        for (const char *at = fields.begin(), *const end = fields.end(); at != end; at += fields.stride)
            if (const value* v = get(at)) {
                if constexpr (nested) bytes = add_sizes(bytes, codec<value>::text_size(*v, exactly));
                else bytes = add_sizes(bytes, codec<value>::size(*v));
            }
        return bytes;
    }
    static void encode(const field_range& fields, writer& to) {
        writer out = to;  // a local one stays in registers
        for (const char *at = fields.begin(), *const end = fields.end(); at != end; at += fields.stride) {
            const value* v = get(at);
            if constexpr (is_optional<Field>)
                if (!v) {
                    out.write(std::int32_t{-1});
                    continue;
                }
            if constexpr (width_of<value>() != 0) {
                out.write(static_cast<std::int32_t>(width_of<value>()));
                codec<value>::encode(*v, out);
                continue;
            }
            // The length is written when it is known, so that nothing is computed twice.
            writer length = out;
            out.reserve(4);
            const char* begin = out.position();
            if constexpr (nested) codec<value>::write_text(*v, out);
            else codec<value>::encode(*v, out);
            length.write(static_cast<std::int32_t>(out.position() - begin));
        }
        to = out;
    }
    static constexpr array_access access{codec<element>::array_type,
                                         element_type_of<codec<element>>(),
                                         nested ? codec<value>::type.name : std::string_view{},
                                         is_optional<Field>,
                                         width_of<value>() != 0 ? 4 + width_of<value>() : 0,
                                         width_of<value>() != 0 ? nullptr : &size,
                                         &encode};
};

template <std::size_t N>
struct array_access_list {
    array_access at[N]{};
};
template <class T, std::size_t I>
constexpr array_access make_array_access() {
    if constexpr (facts_of<T>.columns[I].stored() && checked_field_type<T, I>::value)
        return field_array<column_type<I, T>>::access;
    else return {};
}
template <class T, std::size_t... I>
constexpr auto make_array_access_list(std::index_sequence<I...>) {
    return array_access_list<sizeof...(I)>{{make_array_access<T, I>()...}};
}
template <class T>
inline constexpr auto array_access_of = make_array_access_list<T>(std::make_index_sequence<column_count<T>>{});

/// The server default of the field at `place`, as SQL.
template <class T>
struct default_reader {
    std::size_t place;
    std::string text{};

    template <auto M, class R, class D, class U, class X>
    void operator()(const field_declaration<M, R, D, U, X>& item) {
        if constexpr (!std::is_same_v<D, nothing_said>)
            if (column_place<M> == place) text = write_ddl(item.initial).text;
    }
    template <class Other>
    void operator()(const Other&) {}
};
template <class T>
std::string default_text(std::size_t place) {
    default_reader<T> read{place};
    declare<T>().items.each(read);
    return std::move(read.text);
}

struct many_plan {
    const insert_plan* insert;
    const array_access* arrays;
    std::string (*default_text)(std::size_t place);
    std::size_t row_size;
};
template <class T>
inline constexpr many_plan many_plan_of{&insert_plan_of<T>, array_access_of<T>.at, &default_text<T>, sizeof(T)};

}  // namespace pgmodel::detail
