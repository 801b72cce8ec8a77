// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Takes SQL text apart as the server's own lexer does: where quotes, comments and statements end. Nothing is understood
// but what that needs.
#pragma once

#include <pgmodel/core/identifier.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::migrate::detail {

enum class sql_token_kind { end, word, name, text, symbol, comment, unfinished };

struct sql_token {
    sql_token_kind kind{};
    std::size_t begin{};
    std::string_view text{};  ///< with its quotes; a word as it is written

    bool is(char symbol) const { return kind == sql_token_kind::symbol && text[0] == symbol; }
    /// `lower`: in lower case.
    bool is(std::string_view lower) const {
        if (kind != sql_token_kind::word || text.size() != lower.size()) return false;
        for (std::size_t i = 0; i < lower.size(); ++i)
            if ((pgmodel::detail::is_upper(text[i]) ? static_cast<char>(text[i] - 'A' + 'a') : text[i]) != lower[i])
                return false;
        return true;
    }
    std::size_t end() const { return begin + text.size(); }
};

/// The tokens of a text, which must outlive it. What has no end, such as a quote, is one `unfinished` token.
class sql_scanner {
public:
    explicit sql_scanner(std::string_view sql) : sql_(sql) {}

    sql_token next() {
        while (at_ < sql_.size() && spaces.find(sql_[at_]) != none) ++at_;
        if (at_ == sql_.size()) return {sql_token_kind::end, at_, {}};
        const char c = sql_[at_];
        if (c == '-' && peek(1) == '-') return take(sql_token_kind::comment, line_end(at_));
        if (c == '/' && peek(1) == '*') return take(sql_token_kind::comment, comment_end());
        // What newer versions of pg_dump write around their SQL, for psql alone.
        if (c == '\\' && (begins(R"(\restrict )") || begins(R"(\unrestrict )")))
            return take(sql_token_kind::comment, line_end(at_));
        if (c == '\'') return take(sql_token_kind::text, quote_end(at_, false));
        if (c == '"') return take(sql_token_kind::name, quote_end(at_, false));
        if (c == '$') {
            if (const std::size_t body = dollar_tag_end(); body != 0)
                return take(sql_token_kind::text, dollar_end(body));
        } else if (begins_word(c)) {
            if (std::string_view("eEbBxXnN").find(c) != std::string_view::npos && peek(1) == '\'')
                return take(sql_token_kind::text,
                            c == 'e' || c == 'E' ? escapes_end(at_ + 1) : quote_end(at_ + 1, false));
            return take(sql_token_kind::word, run_end());
        } else if (pgmodel::detail::is_digit(c)) {
            return take(sql_token_kind::symbol, run_end());
        }
        return take(sql_token_kind::symbol, at_ + 1);
    }

private:
    static constexpr std::size_t none = std::string_view::npos;
    static constexpr std::string_view spaces = " \t\n\r\f\v";

    static bool begins_word(char c) {
        return pgmodel::detail::is_lower(c) || pgmodel::detail::is_upper(c) || c == '_' ||
               static_cast<unsigned char>(c) >= 0x80;
    }
    bool begins(std::string_view line) const {
        return sql_.substr(at_).starts_with(line) && (at_ == 0 || sql_[at_ - 1] == '\n');
    }
    char peek(std::size_t ahead) const { return at_ + ahead < sql_.size() ? sql_[at_ + ahead] : '\0'; }

    sql_token take(sql_token_kind kind, std::size_t end) {
        const std::size_t begin = at_;
        at_ = end == none ? sql_.size() : end;
        return {end == none ? sql_token_kind::unfinished : kind, begin, sql_.substr(begin, at_ - begin)};
    }
    std::size_t line_end(std::size_t at) const {
        const std::size_t end = sql_.find_first_of("\r\n", at);
        return end == none ? sql_.size() : end;
    }
    std::size_t comment_end() const {
        std::size_t depth = 1;
        for (std::size_t i = at_ + 2; i + 1 < sql_.size(); ++i) {
            const std::string_view two = sql_.substr(i, 2);
            if (two != "/*" && two != "*/") continue;
            two == "/*" ? ++depth : --depth;
            if (depth == 0) return i + 2;
            ++i;
        }
        return none;
    }
    std::size_t quote_end(std::size_t begin, bool escapes) const {
        const char quote = sql_[begin];
        for (std::size_t i = begin + 1; i < sql_.size(); ++i) {
            if (escapes && sql_[i] == '\\') {
                ++i;
            } else if (sql_[i] == quote) {
                if (i + 1 == sql_.size() || sql_[i + 1] != quote) return i + 1;
                ++i;
            }
        }
        return none;
    }
    /// A further quote on a later line goes on with it, escapes as well.
    std::size_t escapes_end(std::size_t begin) const {
        std::size_t end = quote_end(begin, true);
        while (end != none) {
            std::size_t at = end;
            for (; at < sql_.size(); ++at)
                if (sql_.substr(at).starts_with("--")) at = line_end(at) - 1;
                else if (spaces.find(sql_[at]) == none) break;
            const bool goes_on =
                at < sql_.size() && sql_[at] == '\'' && sql_.substr(end, at - end).find_first_of("\r\n") != none;
            if (!goes_on) break;
            end = quote_end(at, true);
        }
        return end;
    }
    /// Behind `$tag$`; 0: there is none here.
    std::size_t dollar_tag_end() const {
        for (std::size_t i = at_ + 1; i < sql_.size(); ++i) {
            if (sql_[i] == '$') return i + 1;
            const bool digit = pgmodel::detail::is_digit(sql_[i]);
            if (!begins_word(sql_[i]) && (!digit || i == at_ + 1)) return 0;
        }
        return 0;
    }
    std::size_t dollar_end(std::size_t body) const {
        const std::string_view tag = sql_.substr(at_, body - at_);
        const std::size_t end = sql_.find(tag, body);
        return end == none ? none : end + tag.size();
    }
    std::size_t run_end() const {
        std::size_t i = at_;
        const bool number = pgmodel::detail::is_digit(sql_[i]);
        while (i < sql_.size() &&
               (begins_word(sql_[i]) || pgmodel::detail::is_digit(sql_[i]) || sql_[i] == (number ? '.' : '$')))
            ++i;
        return i;
    }

    std::string_view sql_;
    std::size_t at_ = 0;
};

/// What of a text is no comment.
inline std::vector<sql_token> tokens_of(std::string_view sql) {
    std::vector<sql_token> made;
    sql_scanner scan(sql);
    for (sql_token t = scan.next(); t.kind != sql_token_kind::end; t = scan.next())
        if (t.kind != sql_token_kind::comment) made.push_back(t);
    return made;
}

/// Do these words stand one behind the other, at `at` or anywhere behind it?
template <class... Word>
bool has_words_at(const std::vector<sql_token>& tokens, std::size_t at, Word... word) {
    if (tokens.size() < at + sizeof...(word)) return false;
    return (tokens[at++].is(std::string_view(word)) && ...);
}
template <class... Word>
bool has_words(const std::vector<sql_token>& tokens, Word... word) {
    for (std::size_t at = 0; at < tokens.size(); ++at)
        if (has_words_at(tokens, at, word...)) return true;
    return false;
}

/// Follows a text token by token, and knows where statements end: at a semicolon outside of parentheses and of the
/// `BEGIN ATOMIC` body of a function.
class statement_ends {
public:
    /// Does the statement end with this token?
    bool ended_by(const sql_token& t) {
        if (t.is(';') && parentheses_ == 0 && atomic_ == 0) {
            *this = {};
            return true;
        }
        if (t.is('(')) ++parentheses_;
        if (t.is(')') && parentheses_ > 0) --parentheses_;
        if (parentheses_ == 0) follow_body(t);
        if (words_ < 5) {
            if (words_ == 0) creates_ = t.is("create");
            routine_ = routine_ || (creates_ && (t.is("function") || t.is("procedure")));
            ++words_;
        }
        after_begin_ = t.is("begin");
        return false;
    }
    bool within_parentheses() const { return parentheses_ > 0; }
    bool within_body() const { return atomic_ > 0; }

private:
    void follow_body(const sql_token& t) {
        if (atomic_ == 0) atomic_ = routine_ && after_begin_ && t.is("atomic") ? 1 : 0;
        else if (t.is("case")) ++atomic_;
        else if (t.is("end")) --atomic_;
    }

    std::size_t parentheses_ = 0, atomic_ = 0, words_ = 0;
    bool creates_ = false, routine_ = false, after_begin_ = false;
};

}  // namespace pgmodel::migrate::detail
