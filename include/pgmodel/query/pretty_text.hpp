// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// SQL text over several lines.
#pragma once

#include <pgmodel/core/quote_literal.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pgmodel {
namespace detail {

/// Breaks a text into lines. It looks at words, brackets and quotes only; where it does not understand, it breaks none.
class line_breaker {
public:
    explicit line_breaker(std::string_view sql) : sql_(sql) {}

    std::string lines() {
        while (at_ < sql_.size()) {
            const char c = sql_[at_];
            if (c == '\'' || c == '"') copy(quoted_end());
            else if (is_word(c)) word();
            else if (c == '(') open();
            else if (c == ')') close();
            else if (c == ' ' || c == '\n' || c == '\t') space();
            else copy(at_ + 1);
        }
        return std::move(out_);
    }

private:
    /// An open bracket; at the bottom of the stack the statement itself.
    struct bracket {
        bool query;
        std::size_t indent = 0;
        bool between = false;  ///< the next AND belongs to BETWEEN
        bool merges = false;
        bool branch = false;  ///< of MERGE: it stays on one line
    };
    static constexpr std::size_t step = 4;

    static bool is_word(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
               static_cast<unsigned char>(c) > 127;
    }
    template <class... Words>
    static bool is_one_of(std::string_view word, Words... words) {
        return ((word == words) || ...);
    }

    std::size_t quoted_end() const {
        const std::size_t end = closing_quote(sql_, at_);
        return end < sql_.size() ? end + 1 : end;
    }
    std::size_t word_end(std::size_t from) const {
        while (from < sql_.size() && is_word(sql_[from])) ++from;
        return from;
    }
    std::string lower(std::size_t begin, std::size_t end) const {
        std::string out(sql_.substr(begin, end - begin));
        for (char& c : out)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        return out;
    }
    std::string next_word(std::size_t from) const {
        while (from < sql_.size() && (sql_[from] == ' ' || sql_[from] == '\n')) ++from;
        return lower(from, word_end(from));
    }

    void copy(std::size_t end) {
        out_ += sql_.substr(at_, end - at_);
        at_ = end;
    }
    void space() {
        if (!out_.empty() && out_.back() != ' ' && out_.back() != '\n') out_ += ' ';
        ++at_;
    }
    void new_line(std::size_t indent) {
        while (!out_.empty() && out_.back() == ' ') out_.pop_back();
        if (!out_.empty() && out_.back() != '\n') out_ += '\n';
        out_.append(indent_ = indent, ' ');
    }

    void word() {
        const std::size_t end = word_end(at_);
        const std::string now = lower(at_, end);
        if (bracket& in = brackets_.back(); in.query) {
            const bool clause = begins_clause(now, end);
            if (now == "merge" && (clause || out_.empty() || last_.empty())) in.merges = true;
            if (in.merges && (clause || now == "returning")) in.branch = now == "when";
            if (clause) new_line(in.indent);
            else if (now == "and" && in.between) in.between = false;
            else if (is_one_of(now, "and", "or") && !in.branch) new_line(in.indent + step);
            if (now == "between") in.between = true;
        }
        copy(end);
        last_ = now;
    }
    bool begins_clause(const std::string& now, std::size_t end) const {
        if (out_.empty()) return false;
        if (is_one_of(now, "left", "right", "full", "cross", "inner"))
            return is_one_of(next_word(end), "join", "outer");
        if (now == "join") return !is_one_of(last_, "left", "right", "full", "cross", "inner", "outer");
        if (now == "from") return !is_one_of(last_, "distinct", "delete");
        if (now == "group") return last_ != "within" && next_word(end) == "by";
        if (now == "order") return next_word(end) == "by";
        if (now == "on") return next_word(end) == "conflict";
        if (now == "update") return !is_one_of(last_, "do", "for", "key", "then");
        if (now == "delete" || now == "insert") return last_ != "then";
        if (now == "set") return last_ != "update";
        if (brackets_.back().merges && now == "when")
            return next_word(end) == "matched" ||
                   (next_word(end) == "not" && next_word(word_end(sql_.find_first_not_of(' ', end))) == "matched");
        if (brackets_.back().branch) return now == "returning";
        if (now == "merge") return next_word(end) == "into";
        if (now == "using") return brackets_.back().merges;
        if (now == "with") return false;
        if (now == "for") return is_one_of(next_word(end), "update", "no", "share", "key");
        if (now == "values") return last_ != "default" && last_ != "insert";
        return is_one_of(now, "select", "where", "having", "window", "limit", "offset", "fetch", "union", "intersect",
                         "except", "returning");
    }
    void open() {
        const bool query = is_one_of(next_word(at_ + 1), "select", "with", "insert", "update", "delete", "merge") ||
                           (next_word(at_ + 1) == "values" && last_ != "insert");
        copy(at_ + 1);
        brackets_.push_back({query, indent_ + step});
        if (!query) return;
        new_line(indent_ + step);
        last_.clear();
    }
    void close() {
        if (brackets_.size() > 1) {
            if (brackets_.back().query) new_line(brackets_.back().indent - step);
            brackets_.pop_back();
        }
        copy(at_ + 1);
        last_ = ")";
    }

    std::string_view sql_;
    std::size_t at_ = 0;
    std::string out_;
    std::vector<bracket> brackets_{{true}};
    std::size_t indent_ = 0;  ///< of the line that is written
    std::string last_;
};

}  // namespace detail

/// SQL text over several lines: a clause begins a line, a subquery is indented. The words stay the same.
inline std::string pretty(std::string_view sql) { return detail::line_breaker(sql).lines(); }

}  // namespace pgmodel
