// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Reads JSON text (RFC 8259) piece by piece, as whoever knows the document's type asks for it: nothing is built that is
// not wanted, numbers stay text until their type is known, and each error says where it is.
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/json_path.hpp>
#include <pgmodel/types/utf8.hpp>
#include <pgmodel/types/wire.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// The text must outlive it. Every member throws `value_error` for what is not JSON or not what was asked for.
/// A template as json_writer is.
template <class = when_used>
class json_reader_of {
public:
    explicit json_reader_of(std::string_view text) : at_(text.data()), end_(text.data() + text.size()) {}

    json_frame* top = nullptr;
    bool takes_nul = true;  ///< may a string hold the character NUL, which PostgreSQL's texts do not?

    /// The first character of the next value: one of `{["-0123456789tfn`.
    char peek() {
        skip_space();
        if (at_ == end_) fail("the text ends too early");
        return *at_;
    }
    bool null() {
        if (peek() != 'n') return false;
        word("null");
        return true;
    }
    bool boolean() {
        const char first = peek();
        if (first != 't' && first != 'f') fail("true or false is expected");
        word(first == 't' ? "true" : "false");
        return first == 't';
    }
    /// The next number as it is written.
    std::string_view number() {
        if (const char first = peek(); first != '-' && !is_digit(first)) fail("a number is expected");
        const char* const begin = at_;
        take('-');
        if (!take('0')) digits();
        if (take('.')) digits();
        if (at_ != end_ && (*at_ | 0x20) == 'e') {
            ++at_;
            if (!take('+')) take('-');
            digits();
        }
        return {begin, static_cast<std::size_t>(at_ - begin)};
    }
    /// The next string, unescaped.
    std::string string() {
        if (peek() != '"') fail("a string is expected");
        ++at_;
        std::string text;
        for (;;) {
            const char* const begin = at_;
            while (at_ != end_ && *at_ != '"' && *at_ != '\\' && static_cast<unsigned char>(*at_) >= 0x20) character();
            text.append(begin, at_);
            if (at_ == end_) fail("the text ends within a string");
            if (take('"')) return text;
            if (*at_ != '\\') fail("a control character within a string");
            ++at_;
            unescape(text);
        }
    }

    /// `in.open('['); while (in.element(first)) ...`
    void open(char bracket) {
        if (peek() != bracket) fail(bracket == '[' ? "an array is expected" : "an object is expected");
        ++at_;
        if (top && top->depth() >= deepest_json) fail("nested too deeply");
    }
    /// Is there another element? False: the array is over.
    bool element(bool& first) { return more(first, ']'); }
    /// Is there another key? Then the value comes next.
    bool key(bool& first, std::string& name) {
        if (!more(first, '}')) return false;
        std::string next = string();
        if (peek() != ':') fail("a colon is expected");
        ++at_;
        // Not before: the frame of this object views the last name.
        name = std::move(next);
        return true;
    }
    /// The next value, whatever it is, unread.
    std::string_view skip() {
        peek();
        const char* const begin = at_;
        skip(top ? top->depth() : 0);
        return {begin, static_cast<std::size_t>(at_ - begin)};
    }
    /// There may be nothing behind the document.
    void finish() {
        skip_space();
        if (at_ != end_) fail("something stands behind the document");
    }
    [[noreturn, gnu::cold, gnu::noinline]] void fail(std::string_view reason) const {
        throw value_error{"at " + json_frame::path(top) + ": " + std::string(reason)};
    }

private:
    static bool is_digit(char c) { return c >= '0' && c <= '9'; }
    bool take(char c) {
        if (at_ == end_ || *at_ != c) return false;
        ++at_;
        return true;
    }
    void skip_space() {
        while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t')) ++at_;
    }
    void word(std::string_view wanted) {
        if (!std::string_view(at_, static_cast<std::size_t>(end_ - at_)).starts_with(wanted))
            fail("a word that JSON does not have");
        at_ += wanted.size();
    }
    void digits() {
        if (at_ == end_ || !is_digit(*at_)) fail("a number that JSON does not have");
        while (at_ != end_ && is_digit(*at_)) ++at_;
    }
    void character() {
        const std::size_t size = utf8_sequence(at_, end_);
        if (size == 0) fail("a string that is not UTF-8");
        at_ += size;
    }
    bool more(bool& first, char closing) {
        if (peek() == closing) {
            ++at_;
            return false;
        }
        if (!first) {
            if (*at_ != ',') fail("a comma is expected");
            ++at_;
            if (peek() == closing) fail("a value is expected behind a comma");
        }
        first = false;
        return true;
    }
    std::uint32_t code_unit() {
        std::uint32_t unit = 0;
        for (int i = 0; i < 4; ++i) {
            const char c = at_ == end_ ? ' ' : *at_++;
            const char lower = static_cast<char>(c | 0x20);
            if (is_digit(c)) unit = unit << 4 | static_cast<std::uint32_t>(c - '0');
            else if (lower >= 'a' && lower <= 'f') unit = unit << 4 | static_cast<std::uint32_t>(lower - 'a' + 10);
            else fail("an escape that JSON does not have");
        }
        return unit;
    }
    void unescape(std::string& text) {
        static constexpr std::string_view letters = "\"\"\\\\//b\bf\fn\nr\rt\t";
        const char c = at_ == end_ ? ' ' : *at_++;
        for (std::size_t i = 0; i < letters.size(); i += 2)
            if (letters[i] == c) {
                text.push_back(letters[i + 1]);
                return;
            }
        if (c != 'u') fail("an escape that JSON does not have");
        std::uint32_t point = code_unit();
        if (point == 0 && !takes_nul) fail("a string with the character NUL");
        if (point >= 0xD800 && point < 0xDC00) {
            if (!take('\\') || !take('u')) fail("half of a surrogate pair");
            const std::uint32_t low = code_unit();
            if (low < 0xDC00 || low >= 0xE000) fail("half of a surrogate pair");
            point = 0x10000 + ((point - 0xD800) << 10) + (low - 0xDC00);
        } else if (point >= 0xDC00 && point < 0xE000) {
            fail("half of a surrogate pair");
        }
        append_utf8(text, point);
    }
    static void append_utf8(std::string& text, std::uint32_t point) {
        const auto add = [&text](std::uint32_t byte) { text.push_back(static_cast<char>(byte)); };
        const auto follow = [&add, point](int shift) { add(0x80 | (point >> shift & 0x3F)); };
        if (point < 0x80) return add(point);
        if (point < 0x800) {
            add(0xC0 | point >> 6);
        } else if (point < 0x10000) {
            add(0xE0 | point >> 12);
            follow(6);
        } else {
            add(0xF0 | point >> 18);
            follow(12);
            follow(6);
        }
        follow(0);
    }
    void skip(std::size_t depth) {
        switch (peek()) {
            case '"': string(); return;
            case 't':
            case 'f': boolean(); return;
            case 'n': null(); return;
            case '[':
            case '{': break;
            default: number(); return;
        }
        if (depth >= deepest_json) fail("nested too deeply");
        const bool array = *at_++ == '[';
        std::string name;
        for (bool first = true; array ? element(first) : key(first, name);) skip(depth + 1);
    }

    const char* at_;
    const char* end_;
};

using json_reader = json_reader_of<>;
#ifdef PGMODEL_SEPARATE_COMPILATION
extern template class json_reader_of<>;
#endif

}  // namespace pgmodel::detail
