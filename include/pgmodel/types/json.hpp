// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// JSON: parsed documents of nlohmann::json, and unparsed text. A model that has documents includes <nlohmann/json.hpp>
// itself: that header costs the compiler more than all of pgmodel.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/json_document.hpp>
#include <pgmodel/types/utf8.hpp>

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {
namespace detail {

/// T is a document of nlohmann::json, of any version and with any template arguments.
template <class T>
concept json_document = requires(const T& document) {
    typename T::object_t;
    typename T::array_t;
    typename T::value_t;
    typename T::exception;
    { document.dump() } -> std::convertible_to<std::string>;
};

/// jsonb is its version and the text; json is the text alone. No JSON text begins with a control character other than
/// white space, so the first byte tells which one it is.
inline std::string_view json_text_of(reader in) {
    std::string_view data = in.rest();
    if (data.starts_with('\x01')) data.remove_prefix(1);
    if (data.empty()) [[unlikely]]
        fail_value("an empty JSON document");
    if (static_cast<unsigned char>(data[0]) < 0x09) [[unlikely]]
        fail_value("a jsonb of an unknown version");
    return data;
}

void check_escapes(std::string_view text);
/// PostgreSQL's jsonb cannot hold the character NUL, and its error would show the document.
inline void check_jsonb(std::string_view text) {
    if (text.find('\\') != text.npos) [[unlikely]]
        check_escapes(text);
}

struct jsonb_type {
    static constexpr type_ref type{3802, "jsonb"};
    static constexpr type_ref array_type{3807, "jsonb[]"};
    static constexpr bool accepts(oid id) { return id == 114; }
};
struct json_type {
    static constexpr type_ref type{114, "json"};
    static constexpr type_ref array_type{199, "json[]"};
    static constexpr bool accepts(oid id) { return id == 3802; }
};

}  // namespace detail

/// The text of a jsonb document, unparsed: `null` by default. The server keeps the meaning, not the text: it comes back
/// with other spaces and order of keys. Equality compares the texts.
class jsonb_text {
public:
    constexpr jsonb_text() = default;
    constexpr explicit jsonb_text(std::string text) noexcept : text_(std::move(text)) {}

    constexpr const std::string& str() const& { return text_; }
    constexpr std::string str() && { return std::move(text_); }
    constexpr bool operator==(const jsonb_text&) const = default;

private:
    std::string text_ = "null";
};

/// The text of a json document, unparsed and kept by the server as it is: `null` by default.
class json_text {
public:
    constexpr json_text() = default;
    constexpr explicit json_text(std::string text) noexcept : text_(std::move(text)) {}

    constexpr const std::string& str() const& { return text_; }
    constexpr std::string str() && { return std::move(text_); }
    constexpr bool operator==(const json_text&) const = default;

private:
    std::string text_ = "null";
};

template <>
struct codec<jsonb_text> : detail::jsonb_type {
    static std::size_t size(const jsonb_text& value) { return 1 + value.str().size(); }
    static void encode(const jsonb_text& value, writer& out) {
        const std::string_view text = value.str();
        detail::check_text(text);
        detail::check_jsonb(text);
        out.write(std::uint8_t{1});
        out.bytes(text);
    }
    static jsonb_text decode(reader in) { return jsonb_text{std::string{detail::json_text_of(in)}}; }
    static std::string text(const jsonb_text& value) { return value.str(); }
};

template <>
struct codec<json_text> : detail::json_type {
    static std::size_t size(const json_text& value) { return value.str().size(); }
    static void encode(const json_text& value, writer& out) { out.bytes(view(value)); }
    static std::string_view view(const json_text& value) {
        detail::check_text(value.str());
        return value.str();
    }
    static json_text decode(reader in) { return json_text{std::string{detail::json_text_of(in)}}; }
    static std::string text(const json_text& value) { return value.str(); }
};

/// jsonb as a parsed document. The C++ library has integers of 64 bits and doubles: an integer that is neither cannot
/// be read, and a number that is not finite, for which it would write null, cannot be sent. Numbers with decimals are
/// the nearest doubles; `jsonb_text` keeps everything.
template <detail::json_document T>
struct codec<T> : detail::jsonb_type {
    static std::size_t size(const T& value) {
        detail::json_writer counter("document");
        detail::write_document(counter, value);
        return 1 + counter.size();
    }
    static void encode(const T& value, writer& out) {
        out.write(std::uint8_t{1});
        detail::json_writer to("document", out.position());
        detail::write_document(to, value);
        out.reserve(to.size());
    }
    static T decode(reader in) { return detail::parsed_document<T>(detail::json_text_of(in)); }
    static std::string text(const T& value) { return detail::written_document(value); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::jsonb_text> {
    std::size_t operator()(const pgmodel::jsonb_text& value) const noexcept {
        return std::hash<std::string>{}(value.str());
    }
};
template <>
struct std::hash<pgmodel::json_text> {
    std::size_t operator()(const pgmodel::json_text& value) const noexcept {
        return std::hash<std::string>{}(value.str());
    }
};

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/types/impl/json.ipp>
#endif
