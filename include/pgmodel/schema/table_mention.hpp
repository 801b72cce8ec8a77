// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Whether SQL that the server has printed, of a view, a rule or a policy, reads a table: a word that is only the name
// of a column, an alias or a part of a literal does not.
#pragma once

#include <pgmodel/schema/object_order.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::schema::detail {

/// SQL without what stands in its literals.
inline std::string without_literals(std::string_view sql) {
    std::string code;
    char within = 0;  // the quote of a literal or of a name
    for (const char c : sql) {
        if (within == 0 && (c == '\'' || c == '"')) within = c;
        else if (c == within) within = 0;
        if (within != '\'') code += c;
    }
    return code;
}

/// The words, names and signs of SQL one by one; a name in quotes is one without them.
class sql_words {
public:
    explicit sql_words(std::string_view sql) : sql_(sql) {}

    bool next() {
        while (at_ < sql_.size() && is_space(sql_[at_])) ++at_;
        if (at_ >= sql_.size()) return false;
        const std::size_t begin = at_;
        word.clear();
        quoted = sql_[at_] == '"';
        if (quoted) {
            for (++at_; at_ < sql_.size() && (sql_[at_] != '"' || (at_ + 1 < sql_.size() && sql_[at_ + 1] == '"'));
                 ++at_) {
                word += sql_[at_];
                at_ += sql_[at_] == '"';
            }
            at_ += at_ < sql_.size();
        } else if (continues(sql_[at_])) {
            while (at_ < sql_.size() && continues(sql_[at_])) word += sql_[at_++];
        } else {
            word = sql_[at_++];
        }
        called = at_ < sql_.size() && sql_[at_] == '(' && begin < at_;
        return true;
    }
    /// Is it this keyword?
    bool is(std::string_view keyword) const {
        if (quoted || word.size() != keyword.size()) return false;
        for (std::size_t i = 0; i < word.size(); ++i)
            if ((word[i] >= 'a' && word[i] <= 'z' ? word[i] - 'a' + 'A' : word[i]) != keyword[i]) return false;
        return true;
    }
    bool is_one_of(std::initializer_list<std::string_view> keywords) const {
        for (const auto keyword : keywords)
            if (is(keyword)) return true;
        return false;
    }

    std::string word{};
    bool quoted = false;
    bool called = false;  ///< a parenthesis follows without a blank

private:
    static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }
    static bool continues(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
               static_cast<unsigned char>(c) >= 0x80;
    }

    std::string_view sql_;
    std::size_t at_ = 0;
};

/// Does the SQL read or write the table or view of this name? Where it stands without a schema it may be that of any
/// schema of the search path. `renames`, if given: are its columns given other names there?
inline bool reads(std::string_view sql, const qualified_name& table, bool* renames = nullptr) {
    enum class place { elsewhere, sources, condition };  // the last: of a join, behind which other sources may come
    std::vector<place> around{place::elsewhere};
    const std::string code = without_literals(sql);
    sql_words words{code};
    bool found = false, starts = false;  // does a source start here?
    std::string schema;
    int behind = 0;  // words behind the table's name, up to its alias
    while (words.next()) {
        place& here = around.back();
        if (behind > 0) {
            if (--behind == 0 && words.called && renames) *renames = true;
            if (words.is("AS")) behind = 1;
        }
        if (!words.quoted && words.word == "(") {
            around.push_back(here == place::condition ? place::elsewhere : here);
        } else if (!words.quoted && words.word == ")") {
            if (around.size() > 1) around.pop_back();
            starts = false;
        } else if (words.is_one_of({"FROM", "JOIN", "INTO", "UPDATE", "USING"})) {
            here = place::sources;
            starts = true;
        } else if (words.is("ON")) {
            here = place::condition;
        } else if (words.is_one_of({"SELECT", "WHERE", "GROUP", "ORDER", "HAVING", "WINDOW", "UNION", "EXCEPT",
                                    "INTERSECT", "LIMIT", "OFFSET", "RETURNING", "SET", "VALUES"})) {
            here = place::elsewhere;
            starts = false;
        } else if (!words.quoted && words.word == ",") {
            if (here == place::condition) here = place::sources;
            starts = here == place::sources;
        } else if (words.is_one_of({"ONLY", "LATERAL"})) {
        } else if (!words.quoted && words.word == ".") {
            starts = !schema.empty();
        } else {
            const bool named = starts && words.word == table.name;
            if (named && (schema.empty() || table.schema.empty() || schema == table.schema)) {
                found = true;
                behind = 1;
            }
            schema = starts ? words.word : "";
            starts = false;
            continue;
        }
        if (words.quoted || words.word != ".") schema.clear();
    }
    return found;
}

}  // namespace pgmodel::schema::detail
