// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// jsonb<T> and json<T>: a document whose form is a C++ type. `#include <pgmodel/document.hpp>`
#pragma once

#include <pgmodel/core/type_name.hpp>
#include <pgmodel/document/structure.hpp>
#include <pgmodel/types/stream.hpp>

#include <concepts>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {
namespace detail {

template <class T>
std::string json_text_from(const T& value, bool for_doubles = false) {
    json_writer counter(cpp_type_name<T>());
    counter.for_doubles = for_doubles;
    write_json(counter, value);
    std::string text(counter.size(), '\0');
    json_writer out(cpp_type_name<T>(), text.data());
    out.for_doubles = for_doubles;
    write_json(out, value);
    return text;
}

}  // namespace detail

/// The value as JSON text. A struct is an object with a key for each field, in the order of the struct; an empty
/// optional is null. Throws `encode_error`, which names the place by its JSON path, for what JSON cannot hold: numbers
/// that are not finite, text that is not UTF-8 or holds the character NUL.
template <class T>
std::string to_json(const T& value) {
    static_assert(detail::checked_json_value<T>::value);
    return detail::json_text_from(value);
}

/// Reads what `to_json` writes, and any other JSON text of the same form. Keys may come in any order; a key that is
/// missing leaves the field as `T{}` makes it (`pg::key<...>.required()`), one that the struct does not have is an
/// error
/// (`pg::ignore_unknown_keys`, `pg::other_keys`), and so is one that is there twice. Throws `decode_error`, which names
/// the place by its JSON path: for text that is not JSON, for a value of another type, and for a number that the field
/// cannot hold exactly.
template <class T>
T from_json(std::string_view text) {
    static_assert(detail::checked_json_value<T>::value);
    detail::json_reader in(text);
    try {
        T value{};
        detail::read_json(in, value);
        in.finish();
        return value;
    } catch (const value_error& failure) {
        throw decode_error("pgmodel: the JSON text is no " + std::string(detail::cpp_type_name<T>()) + ": " +
                           failure.reason);
    }
}

namespace detail {

/// What jsonb<T> and json<T> share.
template <class T>
class typed_document {
public:
    typed_document() = default;
    typed_document(T value) : value_(std::move(value)) {}

    T& operator*() & { return value_; }
    const T& operator*() const& { return value_; }
    T&& operator*() && { return std::move(value_); }
    T* operator->() { return &value_; }
    const T* operator->() const { return &value_; }

    std::string to_string() const { return to_json(value_); }

    /// By `==` of `T`; where it has none, by the texts.
    friend bool operator==(const typed_document& a, const typed_document& b) {
        if constexpr (std::equality_comparable<T>) return a.value_ == b.value_;
        else return a.to_string() == b.to_string();
    }

private:
    T value_{};
};

/// As `==`: by the value, or by the text.
template <class T>
concept hashable_document = !std::equality_comparable<T> || requires(const T& value) { std::hash<T>{}(value); };
template <class T>
std::size_t hash_of_document(const T& value) {
    if constexpr (std::equality_comparable<T>) return std::hash<T>{}(value);
    else return std::hash<std::string>{}(to_json(value));
}

template <class Document>
struct document_codec {
    using content = std::remove_cvref_t<decltype(*std::declval<const Document&>())>;
    static_assert(checked_json_value<content>::value);
    static Document decode(reader bytes) {
        json_reader in(json_text_of(bytes));
        Document document;
        read_json(in, *document);
        in.finish();
        return document;
    }
    static std::string text(const Document& document) { return document.to_string(); }

protected:
    static std::size_t text_size(const Document& document) {
        json_writer counter(cpp_type_name<content>());
        write_json(counter, *document);
        return counter.size();
    }
    static void write(const Document& document, writer& out) {
        json_writer to(cpp_type_name<content>(), out.position());
        write_json(to, *document);
        out.reserve(to.size());
    }
};

}  // namespace detail

/// A jsonb whose form is `T`: a struct, a vector, a map, or what these hold. A `T` converts; `*` and `->` reach the
/// value. What is read and written is said at `from_json` and `to_json`.
template <class T>
class jsonb : public detail::typed_document<T> {
public:
    using detail::typed_document<T>::typed_document;
};

/// The same as json: the server keeps the text as it is.
template <class T>
class json : public detail::typed_document<T> {
public:
    using detail::typed_document<T>::typed_document;
};

template <class T>
struct codec<jsonb<T>> : detail::jsonb_type, detail::document_codec<jsonb<T>> {
    static std::size_t size(const jsonb<T>& document) { return 1 + codec::text_size(document); }
    static void encode(const jsonb<T>& document, writer& out) {
        out.write('\1');
        codec::write(document, out);
    }
};
template <class T>
struct codec<json<T>> : detail::json_type, detail::document_codec<json<T>> {
    static std::size_t size(const json<T>& document) { return codec::text_size(document); }
    static void encode(const json<T>& document, writer& out) { codec::write(document, out); }
};

namespace detail {

/// Asked before anything else of a model's fields, so that a compiler's first lines say what a document cannot hold.
template <class T>
struct checked_content<jsonb<T>> : checked_json_value<T> {};
template <class T>
struct checked_content<json<T>> : checked_json_value<T> {};

/// A typed document within another one.
template <class T>
    requires std::derived_from<T, typed_document<std::remove_cvref_t<decltype(*std::declval<const T&>())>>>
struct json_value<T> {
    static void write(json_writer& out, const T& document) { write_json(out, *document); }
    static void read(json_reader& in, T& document) { read_json(in, *document); }
};

}  // namespace detail
}  // namespace pgmodel

template <class T>
    requires pgmodel::detail::hashable_document<T>
struct std::hash<pgmodel::jsonb<T>> {
    std::size_t operator()(const pgmodel::jsonb<T>& value) const { return pgmodel::detail::hash_of_document(*value); }
};
template <class T>
    requires pgmodel::detail::hashable_document<T>
struct std::hash<pgmodel::json<T>> {
    std::size_t operator()(const pgmodel::json<T>& value) const { return pgmodel::detail::hash_of_document(*value); }
};
