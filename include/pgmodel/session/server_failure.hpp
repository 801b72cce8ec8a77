// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// From an error of the server to the exception that answers a handler's questions.
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/min_max.hpp>
#include <pgmodel/core/sqlstate.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/model_view.hpp>
#include <pgmodel/query/statement_shape.hpp>

#include <libpq-fe.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

template <class = when_used>
std::string_view error_field(const PGresult* raw, int code) {
    const char* text = PQresultErrorField(raw, code);
    return text ? text : std::string_view{};
}

template <class = when_used>
sqlstate state_of(const PGresult* raw) {
    return sqlstate{error_field(raw, PG_DIAG_SQLSTATE)};
}

/// The server ends the connection after such an error.
template <class = when_used>
bool is_fatal(const PGresult* raw) {
    const auto severity = error_field(raw, PG_DIAG_SEVERITY_NONLOCALIZED);
    return severity == "FATAL" || severity == "PANIC";
}

/// The error is the statement's own: not one of a function or trigger that it called.
template <class = when_used>
bool at_top_level(const PGresult* raw) {
    return error_field(raw, PG_DIAG_CONTEXT).empty();
}

/// A place in the statement's text: what is wrong was found in that, before any value was looked at.
template <class = when_used>
bool is_about_text(const PGresult* raw) {
    return at_top_level(raw) && !error_field(raw, PG_DIAG_STATEMENT_POSITION).empty();
}
/// The parameter that the server could not read, counted from 1; 0 if it is none, and where the server speaks another
/// language. Other contexts hold what the user has stored and called so.
template <class = when_used>
std::size_t parameter_of(const PGresult* raw) {
    constexpr std::string_view words = "unnamed portal parameter $";
    std::string_view line = error_field(raw, PG_DIAG_CONTEXT);
    line.remove_prefix(line.rfind('\n') + 1);
    if (state_of(raw).error_class() != "22" || !line.starts_with(words)) return 0;
    std::size_t number = 0;
    for (const char c : line.substr(words.size())) {
        if (c < '0' || c > '9') break;
        number = 10 * number + static_cast<std::size_t>(c - '0');
    }
    return number;
}

/// What of an error can be told without a value of the user.
template <class = when_used>
error_info info_of(const PGresult* raw, std::string_view sql, bool lost) {
    const auto text = [raw](int code) { return std::string(error_field(raw, code)); };
    return {.state = state_of(raw),
            .statement = std::string(sql),
            .schema = text(PG_DIAG_SCHEMA_NAME),
            .table = text(PG_DIAG_TABLE_NAME),
            .column = text(PG_DIAG_COLUMN_NAME),
            .constraint = text(PG_DIAG_CONSTRAINT_NAME),
            .data_type = text(PG_DIAG_DATATYPE_NAME),
            .field = {},
            .server_message = text(PG_DIAG_MESSAGE_PRIMARY),
            .detail = text(PG_DIAG_MESSAGE_DETAIL),
            .hint = text(PG_DIAG_MESSAGE_HINT),
            .routine = text(PG_DIAG_SOURCE_FUNCTION),
            .parameter = parameter_of(raw),
            .lost = lost};
}

/// Is the statement one of those that look at no values? All that is said of them is in their text.
template <class = when_used>
bool is_definition(std::string_view sql) {
    sql.remove_prefix(std::min(sql.find_first_not_of(" \n\r\t"), sql.size()));
    std::string word;
    for (const char c : sql.substr(0, 9)) word += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    for (std::string_view defines :
         {"alter ", "analyze ", "cluster ", "comment ", "create ", "drop ", "grant ", "lock ", "reassign ", "refresh ",
          "reindex ", "revoke ", "security ", "truncate ", "vacuum "})
        if (word.starts_with(defines)) return true;
    return false;
}

/// Is what stands behind the name of a function nothing but `('name')`, or `('name'::regclass, ...`?
template <class = when_used>
bool names_literally(std::string_view call) {
    const auto take = [&call](std::string_view text) {
        call.remove_prefix(std::min(call.find_first_not_of(" \n\r\t"), call.size()));
        if (!call.starts_with(text)) return false;
        call.remove_prefix(text.size());
        return true;
    };
    take("\"");
    if (!take("(") || !take("'")) return false;
    call.remove_prefix(std::min(call.find('\''), call.size()));
    if (!take("'")) return false;
    take("::regclass");
    return take(")") || take(",");
}
/// Does a statement compute which sequence it means: `nextval($1)`? That of a default, or of `nextval('s')`, is no
/// value.
template <class = when_used>
bool computes_sequence(std::string_view sql) {
    std::string lower(sql);
    for (char& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const std::string_view text = lower;
    for (std::string_view function : {"nextval", "currval", "setval", "sequence_last_value"})
        for (auto at = text.find(function); at != text.npos; at = text.find(function, at)) {
            at += function.size();
            if (!names_literally(text.substr(at))) return true;
        }
    return false;
}

// The server's sentences of these classes speak of SQL text, names and the server's state. Those of the others
// (22 data, 23 constraints, P0 raised by functions, XX internal) quote values; and whatever happened inside a function
// may quote what it computed.
template <class = when_used>
bool sentence_may_be_shown(const error_info& info, bool top_level, bool about_text) {
    const auto state = info.state;
    // Whoever waits for a row is told so by a context. A function may raise what it likes.
    for (std::string_view waiting : {"40001", "40P01", "55P03", "57014"})
        if (state == waiting) return top_level || info.routine != "exec_stmt_raise";
    if (!top_level) return false;
    // A function such as to_tsquery() or a cast to regclass reads names and texts of its own while a query runs.
    if (!about_text && !is_definition(info.statement)) {
        for (std::string_view read :
             {"42601", "42602", "42703", "42704", "42710", "42725", "42883", "42P01", "3D000", "3F000"})
            if (state == read) return false;
        if (state.error_class() == "58") return false;
        if ((state == "42501" || state == "42809" || state == "55000") && computes_sequence(info.statement))
            return false;
    }
    for (std::string_view shown :
         {"0A", "08", "25", "26", "28", "34", "3B", "3D", "3F", "40", "42", "53", "55", "57", "58"})
        if (state.error_class() == shown) return true;
    return false;
}

template <class = when_used>
std::string_view refused_value(sqlstate state) {
    struct reason {
        std::string_view state, text;
    };
    constexpr reason reasons[] = {{"22001", "a text is too long for its column"},
                                  {"22003", "a number is out of range for its type"},
                                  {"22004", "a value must not be NULL"},
                                  {"22007", "a date or time is malformed"},
                                  {"22008", "a date or time is out of range"},
                                  {"22012", "division by zero"},
                                  {"22021", "a text is not valid in the database's encoding"},
                                  {"22023", "a parameter has a value that is not allowed"},
                                  {"22P02", "a text is not valid for its type"},
                                  {"22P03", "a binary value is not valid for its type"}};
    for (const auto& known : reasons)
        if (state == known.state) return known.text;
    return "a value was refused";
}

template <class = when_used>
std::string quoted_name(std::string_view name) {
    return '"' + std::string(name) + '"';
}

/// Since PostgreSQL 18 a key with ON DELETE RESTRICT or ON UPDATE RESTRICT has a code of its own.
inline bool is_of_foreign_key(sqlstate state) { return state == "23503" || state == "23001"; }

/// "pgmodel: unique constraint "authors_name_key" of table "authors" is violated (field name) [23505]"
template <class = when_used>
std::string violation_sentence(const error_info& info) {
    std::string text = "pgmodel: ";
    if (info.state == "23502" && !info.data_type.empty()) {
        text += "a value of domain " + quoted_name(info.data_type) + " must not be NULL";
    } else if (info.state == "23502" && !info.column.empty()) {
        text += "column " + quoted_name(info.column) + " of table " + quoted_name(info.table) + " must not be NULL";
    } else {
        const std::string_view kind = info.state == "23505"           ? "unique constraint"
                                      : is_of_foreign_key(info.state) ? "foreign key constraint"
                                      : info.state == "23514"         ? "check constraint"
                                      : info.state == "23P01"         ? "exclusion constraint"
                                                                      : "constraint";
        text +=
            info.constraint.empty() ? "a " + std::string(kind) : std::string(kind) + ' ' + quoted_name(info.constraint);
        if (!info.table.empty()) text += " of table " + quoted_name(info.table);
        else if (!info.data_type.empty()) text += " of domain " + quoted_name(info.data_type);
        text += " is violated";
    }
    if (!info.field.empty()) text += " (field " + info.field + ')';
    return text + " [" + std::string(info.state.code()) + ']';
}

template <class = when_used>
std::string failure_sentence(const error_info& info, bool shown = false) {
    std::string text = "pgmodel: ";
    if (info.state == "26000" && info.server_message.find("pgm_") != std::string::npos) {
        text += "a statement that was prepared is not there any more; a pooler that gives each transaction another "
                "server connection needs named_statements = false";
    } else if (shown) {
        text += info.server_message;
    } else if (info.state.error_class() == "22") {
        text += refused_value(info.state);
        if (!info.field.empty()) text += " (field " + info.field + ')';
        else if (!info.column.empty()) text += " (column " + quoted_name(info.column) + ')';
        else if (info.parameter != 0) text += " (parameter $" + std::to_string(info.parameter) + ')';
    } else {
        text += info.state.error_class() == "P0" ? "a function of the database raised an error"
                                                 : "the server refused the statement";
    }
    return text + " [" + std::string(info.state.code()) + ']';
}

/// The name in the server's sentence: quoted, or behind its table. Empty where a translation puts it otherwise.
template <class = when_used>
std::string_view name_in_sentence(std::string_view text) {
    const auto quote = text.find('"'), dot = text.find('.');
    const auto begin = quote != text.npos ? quote + 1 : dot != text.npos ? dot + 1 : text.size();
    text.remove_prefix(begin);
    return text.substr(0, text.find_first_of(quote != std::string_view::npos ? "\"" : " ."));
}

/// A model's column or table is missing in the database.
inline bool is_missing(const PGresult* raw) {
    return is_about_text(raw) && (state_of(raw) == "42703" || state_of(raw) == "42P01");
}
template <class = when_used>
[[noreturn]] void throw_missing(const PGresult* raw, const statement_shape& shape) {
    auto info = info_of(raw, shape.sql, false);
    const std::string name(name_in_sentence(info.server_message));
    std::string text = "pgmodel: ";
    if (info.state == "42P01") {
        info.table = name;
        text += "table " + quoted_name(name) + " of a model is not in the database";
    } else {
        info.column = name;
        text += "column " + quoted_name(name);
        // What another query in it misses stands without its table, too.
        if (shape.field_of.model && shape.sql.find("select ", 1) == shape.sql.npos &&
            info.server_message.find('.') == std::string::npos)
            info.table = shape.field_of.model->name;
        if (!info.table.empty()) text += " of table " + quoted_name(info.table);
        text += " is not in the database";
        for (std::size_t i = 0; i < shape.column_count; ++i)
            if (const auto& expected = shape.columns[i]; expected.name == name) {
                text += ", but " + std::string(expected.type.name) + " is expected";
                if (!expected.cpp_type.empty()) text += " (" + std::string(expected.cpp_type) + ')';
                break;
            }
    }
    text += " [" + std::string(info.state.code()) + "]: " + info.server_message;
    throw schema_mismatch(text, std::move(info));
}

/// A statement has more parameters than it was given values; nothing has run.
template <class = when_used>
bool lacks_values(const PGresult* raw) {
    return state_of(raw) == "08P01" && at_top_level(raw) &&
           error_field(raw, PG_DIAG_SOURCE_FUNCTION) == "exec_bind_message";
}
/// The text is more than one statement.
template <class = when_used>
bool has_several_statements(const PGresult* raw) {
    return state_of(raw) == "42601" && at_top_level(raw) &&
           error_field(raw, PG_DIAG_SOURCE_FUNCTION) == "exec_parse_message";
}
/// `parameters`: of the text; 0 where only the server knows.
template <class = when_used>
[[noreturn]] void throw_too_few_values(std::string_view sql, std::size_t values, int parameters = 0,
                                       sqlstate state = {}) {
    std::string text = "pgmodel: this text has ";
    if (parameters == 0) text += "more parameters than values were given: " + std::to_string(values);
    else
        text += std::to_string(parameters) + (parameters == 1 ? " parameter, but " : " parameters, but ") +
                std::to_string(values) + (values == 1 ? " value was given" : " values were given");
    throw usage_error(text, {.state = state, .statement = std::string(sql)});
}

/// Is there a `$number` anywhere in the text, be it in a string?
template <class = when_used>
bool has_parameter(std::string_view sql, std::size_t number) {
    for (auto at = sql.find('$'); at != sql.npos; at = sql.find('$', at)) {
        std::size_t found = 0;
        while (++at < sql.size() && sql[at] >= '0' && sql[at] <= '9')
            found = 10 * found + static_cast<std::size_t>(sql[at] - '0');
        if (found == number) return true;
    }
    return false;
}
/// Refuses SQL text in which the last value has no place, which the server does not mind.
template <class = when_used>
void require_places(const statement_shape& shape) {
    const auto values = shape.parameter_count;
    if (values == 0 || shape.of_models || has_parameter(shape.sql, values)) return;
    const auto number = std::to_string(values);
    std::string text = "pgmodel: " + number + (values == 1 ? " value was" : " values were") +
                       " given, but this text has no $" + number;
    if (!has_parameter(shape.sql, 1)) text += "; parameters are $1, $2 ..., not ?, %s or :name";
    throw usage_error(text, {.statement = std::string(shape.sql)});
}

/// Throws what an error result stands for. `lost`: the connection cannot be used again. `earlier`: the error that has
/// failed the transaction before.
template <class = when_used>
[[noreturn]] void throw_server_failure(const PGresult* raw, std::string_view sql, bool lost, sqlstate earlier = {},
                                       field_finder field_of = {}) {
    auto info = info_of(raw, sql, lost || is_fatal(raw));
    const auto state = info.state;
    const auto kind = state.error_class();
    if (state.empty()) throw connection_error("pgmodel: the connection to the server was lost", std::move(info));

    if (kind == "23") {
        if (field_of) info.field = field_of(info);
        const auto text = violation_sentence(info);
        if (state == "23505") throw unique_violation(text, std::move(info));
        if (is_of_foreign_key(state)) throw foreign_key_violation(text, std::move(info));
        if (state == "23502") throw not_null_violation(text, std::move(info));
        if (state == "23514") throw check_violation(text, std::move(info));
        if (state == "23P01") throw exclusion_violation(text, std::move(info));
        throw constraint_violation(text, std::move(info));
    }
    auto text = failure_sentence(info, sentence_may_be_shown(info, at_top_level(raw), is_about_text(raw)));
    if (state == "25P02" && !earlier.empty())
        text = "pgmodel: the transaction has failed before [" + std::string(earlier.code()) +
               "] and takes no more statements [25P02]";
    // 08P01 alone: a message was wrong, and the connection goes on.
    if (info.lost || (kind == "08" && state != "08P01")) throw connection_error(text, std::move(info));
    if (state == "40001" || state == "40P01") throw transaction_conflict(text, std::move(info));
    if (state == "57014" || state == "55P03") throw query_canceled(text, std::move(info));
    throw server_error(text, std::move(info));
}

}  // namespace pgmodel::detail
