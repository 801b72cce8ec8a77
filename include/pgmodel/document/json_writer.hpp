// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Writes JSON text into memory whose size was counted before, by the same calls.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/json_path.hpp>
#include <pgmodel/types/utf8.hpp>

#include <charconv>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace pgmodel::detail {

/// Without memory it only counts. `type` is for messages: what is written.
class json_writer {
public:
    explicit json_writer(std::string_view type, char* memory = nullptr) : type_(type), out_(memory) {}

    std::size_t size() const { return size_; }
    json_frame* top = nullptr;
    /// Whoever reads it has integers of 64 bits and doubles only; other numbers are written in quotes.
    bool for_doubles = false;

    /// What is JSON already.
    void raw(std::string_view text) {
        if (out_) std::memcpy(out_ + size_, text.data(), text.size());
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
        char digits[32];
        raw({digits, static_cast<std::size_t>(std::to_chars(digits, digits + sizeof digits, value).ptr - digits)});
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
            fail("a string that is not UTF-8 or holds the character NUL");
        }
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

}  // namespace pgmodel::detail
