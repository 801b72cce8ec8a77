// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Migrations' files, taken apart.
#pragma once

#include <pgmodel/migrate/migration_error.hpp>
#include <pgmodel/migrate/script.hpp>
#include <pgmodel/migrate/sql_scan.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel::migrate::detail {

struct script_statement {
    std::size_t begin{}, size{};  ///< within the text of its file, without the semicolon
};
struct script_block {
    bool alone{};
    std::vector<script_statement> statements{};
    std::size_t end{};  ///< of its text
};

/// A file that was read. The blocks that have run are known by the checksum of the text up to their end.
struct migration {
    std::int64_t version{};
    std::string name{};
    std::string file{};
    std::string text{};  ///< with a LF at the end of each line
    std::vector<script_block> up{};
    std::vector<script_block> down{};
    std::size_t down_begin{};
    bool has_down{};

    const std::vector<script_block>& blocks(bool back) const { return back ? down : up; }
    std::string_view statement(const script_statement& s) const {
        return std::string_view(text).substr(s.begin, s.size);
    }
    std::size_t line_of(std::size_t at) const {
        return 1 +
               static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(at), '\n'));
    }
    /// FNV-1a of 64 bits in hexadecimal: it tells an edited file, and a script for a DBA can be written without asking
    /// a server. Whoever could make another text of the same sum on purpose can write the history as well.
    std::string checksum(bool back, std::size_t blocks_done) const {
        const auto& run = blocks(back);
        std::size_t end = blocks_done > 0 ? run.at(blocks_done - 1).end : back ? down_begin : 0;
        // What stands behind it may begin on another line.
        while (end > 0 && std::string_view(" \t\r\n").find(text[end - 1]) != std::string_view::npos) --end;
        std::uint64_t sum = 0xcbf29ce484222325u;
        for (std::size_t i = 0; i < end; ++i) sum = (sum ^ static_cast<unsigned char>(text[i])) * 0x100000001b3u;
        std::string made;
        for (int shift = 60; shift >= 0; shift -= 4) made += "0123456789abcdef"[(sum >> shift) & 15];
        return made;
    }
};

/// Without a byte order mark, and with a LF where a line ends: what is checked out on another system is the same.
inline std::string normalised_text(std::string_view text) {
    while (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    std::string made;
    made.reserve(text.size());
    for (const char c : text) {
        if (c == '\n')
            while (!made.empty() && made.back() == '\r') made.pop_back();
        made += c;
    }
    return made;
}

inline constexpr const char* strings_are_standard =
    "is taken apart with standard_conforming_strings on, so that it is cut where its statements end; leave it on, and "
    "write E'...' where a backslash is to mean something";

/// Does a statement end what the text that follows it relies on?
inline bool turns_strings_off(const std::vector<sql_token>& tokens) {
    constexpr std::string_view name = "standard_conforming_strings";
    const auto stays_on = [](const sql_token& t) {
        return t.is("on") || t.is("true") || t.is("default") || t.text == "'on'" || t.text == "'true'";
    };
    const auto is_name = [&](const sql_token& t) {
        return t.is(name) || (t.text.size() == name.size() + 2 && t.text.substr(1, name.size()) == name);
    };
    for (std::size_t at = 1; at + 2 < tokens.size(); ++at)
        if (is_name(tokens[at]) && (tokens[0].is("set") || (at > 1 && tokens[at - 2].is("set_config"))))
            return !stays_on(tokens[at + 2]);
    return false;
}

/// Reads one file's text, and tells what is wrong with it.
class script_parser {
public:
    script_parser(const script& given, std::vector<problem>& problems) : problems_(problems) {
        made_.file = given.file;
        parse_name();
        made_.text = normalised_text(given.text);
        if (made_.text.find('\0') != std::string::npos) complain("has a NUL character");
        else parse_text();
    }
    migration take() { return std::move(made_); }

private:
    void complain(const std::string& what) {
        problems_.push_back({made_.version, made_.file, "migration " + made_.file + ' ' + what});
    }
    void complain_at(std::size_t at, const std::string& what) {
        complain("line " + std::to_string(made_.line_of(at)) + ": " + what);
    }

    void parse_name() {
        using pgmodel::detail::is_digit;
        const std::string_view file = made_.file;
        const auto stop = static_cast<std::size_t>(std::find_if_not(file.begin(), file.end(), is_digit) - file.begin());
        const auto number = std::from_chars(file.data(), file.data() + stop, made_.version);
        const bool fits = stop > 0 && number.ec == std::errc{};
        const bool named = file.size() > stop + 5 && file[stop] == '_' && file.ends_with(".sql");
        if (named) made_.name = file.substr(stop + 1, file.size() - stop - 5);
        const auto fine = [](char c) {
            return is_digit(c) || pgmodel::detail::is_lower(c) || pgmodel::detail::is_upper(c) || c == '_' || c == '-';
        };
        if (!fits || !named || !std::all_of(made_.name.begin(), made_.name.end(), fine))
            complain(
                "is not called <version>_<name>.sql, with a version of digits up to 9223372036854775807 and a name of "
                "letters, digits, _ and -");
        else if (made_.version == 0) complain("has the version 0; versions begin at 1");
    }

    void parse_text() {
        sql_scanner scan(made_.text);
        for (sql_token t = scan.next(); t.kind != sql_token_kind::end; t = scan.next()) {
            if (t.kind == sql_token_kind::unfinished) {
                complain_at(t.begin, t.text.starts_with("/*") ? "a comment has no end" : "a quote has no end");
                return;
            }
            if (t.kind == sql_token_kind::comment) {
                if (!parse_directive(t)) return;
            } else {
                parse_token(t);
            }
        }
        end_block(made_.text.size());
        if (!made_.has_down) made_.down_begin = made_.text.size();
    }

    /// False: nothing behind it can be understood.
    bool parse_directive(const sql_token& comment) {
        std::string_view text = comment.text;
        text.remove_prefix(2);
        const auto trim = [&text] {
            text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
            while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
        };
        trim();
        if (comment.text.starts_with("/*") || !text.starts_with("pgmodel:")) return true;
        text.remove_prefix(8);
        trim();
        const std::size_t begin = comment.begin;
        if (begin > 0 && made_.text[begin - 1] != '\n' && made_.text[begin - 1] != '\r') {
            complain_at(begin, "a directive begins its line");
            return false;
        }
        if (text == "by hand") {
            complain_at(begin, "something is left to be written by hand; write it, and take this line out");
            return true;
        }
        if (text != "transaction" && text != "alone" && text != "down") {
            complain_at(begin, "\"" + std::string(text) + "\" is no directive; transaction, alone and down are");
            return false;
        }
        end_block(begin);
        if (text == "down") {
            if (made_.has_down) complain_at(begin, "the way back begins twice");
            made_.has_down = true;
            made_.down_begin = begin;
        }
        block_.alone = text == "alone";
        block_begin_ = begin;
        return true;
    }

    void parse_token(const sql_token& t) {
        if (t.is('\\') && !open_) complain_at(t.begin, "a command of psql's own is no SQL");
        if (ends_.ended_by(t)) {
            end_statement();
            return;
        }
        if (!open_) begin_ = t.begin;
        open_ = true;
        end_ = t.end();
    }
    void end_statement() {
        if (!open_) return;
        open_ = false;
        block_.statements.push_back({begin_, end_ - begin_});
        check_statement(tokens_of(made_.statement(block_.statements.back())));
    }
    void check_statement(const std::vector<sql_token>& tokens) {
        if (tokens.empty()) return;  // a command of psql's own within a line, which was told already
        const auto starts_with = [&tokens](auto... word) { return has_words_at(tokens, 0, word...); };
        const auto one_of = [&tokens](auto... word) { return (tokens[0].is(std::string_view(word)) || ...); };
        if ((one_of("begin", "start", "commit", "end", "abort", "rollback") || starts_with("prepare", "transaction")) &&
            !starts_with("rollback", "to") && !starts_with("rollback", "work", "to") &&
            !starts_with("rollback", "transaction", "to"))
            complain_at(begin_, "a block is a transaction already; leave " + std::string(tokens[0].text) + " out");
        const bool makes = one_of("create", "drop");
        const bool concurrently = (makes || one_of("reindex") || has_words(tokens, "detach", "partition")) &&
                                  has_words(tokens, "concurrently");
        if (!block_.alone &&
            (one_of("vacuum") || concurrently || starts_with("alter", "system") ||
             (makes && (has_words_at(tokens, 1, "database") || has_words_at(tokens, 1, "tablespace")))))
            complain_at(begin_,
                        "this statement cannot run in a transaction; begin a block of its own by -- pgmodel: alone");
        if (one_of("copy") && (has_words(tokens, "from", "stdin") || has_words(tokens, "to", "stdout")))
            complain_at(begin_, "COPY has no client to read from or write to; use INSERT");
        if (turns_strings_off(tokens)) complain_at(begin_, std::string("a file ") + strings_are_standard);
        if (has_words(tokens, "index", "concurrently", "on") && tokens[0].is("create"))
            complain_at(begin_,
                        "an index that is built concurrently has a name, by which one that was not finished is found");
    }

    void end_block(std::size_t end) {
        if (ends_.within_parentheses()) complain_at(begin_, "a parenthesis is not closed");
        else if (ends_.within_body()) complain_at(begin_, "BEGIN ATOMIC has no END");
        ends_ = {};
        end_statement();
        if (block_.alone && block_.statements.size() != 1)
            complain_at(block_begin_,
                        "a block alone has one statement, not " + std::to_string(block_.statements.size()));
        block_.end = end;
        auto& section = made_.has_down ? made_.down : made_.up;
        if (!block_.statements.empty()) section.push_back(std::move(block_));
        block_ = {};
    }

    migration made_{};
    std::vector<problem>& problems_;
    script_block block_{};
    std::size_t block_begin_ = 0;
    statement_ends ends_{};
    bool open_ = false;
    std::size_t begin_ = 0, end_ = 0;  ///< of the statement
};

/// All files in order of their versions; throws `migration_error`.
inline std::vector<migration> read_migrations(std::span<const script> scripts) {
    std::vector<problem> problems;
    std::vector<migration> made;
    made.reserve(scripts.size());
    for (const auto& each : scripts) made.push_back(script_parser(each, problems).take());
    std::sort(made.begin(), made.end(), [](const migration& a, const migration& b) {
        return a.version != b.version ? a.version < b.version : a.file < b.file;
    });
    for (std::size_t i = 1; i < made.size(); ++i)
        if (made[i].version == made[i - 1].version && made[i].version != 0)
            problems.push_back({made[i].version, made[i].file,
                                "migrations " + made[i - 1].file + " and " + made[i].file + " have the same version"});
    if (!problems.empty()) throw migration_error(std::move(problems));
    return made;
}

}  // namespace pgmodel::migrate::detail
