// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Writes JSON text into memory whose size was counted before, by the same calls.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/json_path.hpp>
#include <pgmodel/types/utf8.hpp>

#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

namespace pgmodel::detail {

/// Without memory it only counts. `type` is for messages: what is written. A template, so that programs without
/// documents compile none of its members.
template <class = when_used>
class json_writer_of {
public:
    explicit json_writer_of(std::string_view type, char* memory = nullptr) : type_(type), out_(memory) {}

    std::size_t size() const { return size_; }
    json_frame* top = nullptr;
    /// Whoever reads it has integers of 64 bits and doubles only; other numbers are written in quotes.
    bool for_doubles = false;
    bool takes_nul = false;  ///< may a string hold the character NUL, which jsonb does not?

    /// What is JSON already.
    void raw(std::string_view text) {
        if (out_) __builtin_memcpy(out_ + size_, text.data(), text.size());
        size_ += text.size();
    }
    void raw(char c) {
        if (out_) out_[size_] = c;
        ++size_;
    }
    /// In quotes; throws `encode_error` for what jsonb cannot hold: text that is not UTF-8, and the character NUL.
    void string(std::string_view text) {
        if (!out_) check(text);
        raw('"');
        std::size_t done = 0;
        for (std::size_t at = 0; at < text.size(); ++at) {
            const auto c = static_cast<unsigned char>(text[at]);
            if (c >= 0x20 && c != '"' && c != '\\') continue;
            raw(text.substr(done, at - done));
            done = at + 1;
            escape(c);
        }
        raw(text.substr(done));
        raw('"');
    }
    template <class Number>
    void number(Number value) {
        if constexpr (std::is_integral_v<Number>) {
            const auto digits = static_cast<std::uint64_t>(value);
            integer(value < 0 ? 0 - digits : digits, value < 0);
        } else {
            char digits[32];
            raw({digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, value).ptr - digits)});
        }
    }
    /// Throws `encode_error`, which JSON has no number for.
    void floating(double value) {
        if (!(value - value == 0)) fail("a number that is not finite");
        number(value);
    }
    void floating(float value) {
        if (!(value - value == 0)) fail("a number that is not finite");
        number(value);
    }
    /// To be called when a level is entered.
    void check_depth() const {
        if (top->depth() > deepest_json) fail("nested too deeply");
    }
    [[noreturn, gnu::cold, gnu::noinline]] void fail(std::string_view reason) const {
        throw encode_error("pgmodel: this " + std::string(type_) + " has no JSON form: at " + json_frame::path(top) +
                           ": " + std::string(reason));
    }

private:
    void check(std::string_view text) const {
        try {
            check_text(text);
        } catch (const encode_error&) {
            if (!takes_nul || !is_utf8(text)) fail("a string that is not UTF-8 or holds the character NUL");
        }
    }
    /// Not by std::to_chars, which is five more functions for each type of integer to compile.
    void integer(std::uint64_t number, bool negative) {
        char digits[20];
        char* at = digits + sizeof digits;
        do *--at = static_cast<char>('0' + number % 10);
        while (number /= 10);
        if (negative) raw('-');
        raw({at, static_cast<std::size_t>(digits + sizeof digits - at)});
    }
    static bool is_utf8(std::string_view text) {
        const char* const end = text.data() + text.size();
        for (const char* at = text.data(); at != end;) {
            const std::size_t size = utf8_sequence(at, end);
            if (size == 0) return false;
            at += size;
        }
        return true;
    }
    void escape(unsigned char c) {
        static constexpr std::string_view letters = "\"\"\\\\\bb\ff\nn\rr\tt";
        for (std::size_t i = 0; i < letters.size(); i += 2)
            if (letters[i] == static_cast<char>(c)) {
                raw('\\');
                raw(letters[i + 1]);
                return;
            }
        raw("\\u00");
        raw("0123456789abcdef"[c >> 4]);
        raw("0123456789abcdef"[c & 15]);
    }

    std::string_view type_;
    char* out_;
    std::size_t size_ = 0;
};

using json_writer = json_writer_of<>;
#ifdef PGMODEL_SEPARATE_COMPILATION
extern template class json_writer_of<>;
#endif

}  // namespace pgmodel::detail
