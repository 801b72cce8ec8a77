// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Which storage parameters PostgreSQL has for tables, for its index methods and for views, and which numbers they take
// (manual, CREATE TABLE, CREATE INDEX and CREATE VIEW). Of what extensions bring nothing is known, such as
// timescaledb.continuous.
#pragma once

#include <pgmodel/model/storage_parameter.hpp>

#include <string_view>

namespace pgmodel::detail {

enum class parameter_fault : std::uint8_t { none, unknown, value, twice };

/// What has storage parameters.
namespace stored_as {
inline constexpr unsigned table = 1, toast = 2, btree = 4, hash = 8, gin = 16, gist = 32, spgist = 64, brin = 128,
                          column = 256, view = 512;
}
constexpr unsigned stored_by(std::string_view method) {
    constexpr struct {
        std::string_view name;
        unsigned bit;
    } known[]{{"", stored_as::btree},   {"btree", stored_as::btree}, {"hash", stored_as::hash},
              {"gin", stored_as::gin},  {"gist", stored_as::gist},   {"spgist", stored_as::spgist},
              {"brin", stored_as::brin}};
    for (const auto& each : known)
        if (each.name == method) return each.bit;
    return 0;
}

/// Words between blanks.
inline constexpr std::string_view on_or_off = " true false on off yes no 1 0 ";
/// Where `least` is above `most` it takes words, and 1 and 0 where they are among them.
struct known_parameter {
    std::string_view name;
    unsigned of;
    double least = 1, most = 0;
    std::string_view words = on_or_off;
};
inline constexpr double greatest_parameter = 2147483647;
inline constexpr double most_rows = 1e18;  ///< no bound of the server's, but more than a table can have
inline constexpr unsigned with_fillfactor =
    stored_as::table | stored_as::btree | stored_as::hash | stored_as::gist | stored_as::spgist;
inline constexpr unsigned rows_of_table = stored_as::table | stored_as::toast;
inline constexpr known_parameter known_parameters[]{
    {"fillfactor", with_fillfactor, 10, 100},
    {"toast_tuple_target", stored_as::table, 128, 8160},
    {"parallel_workers", stored_as::table, 0, 1024},
    {"user_catalog_table", stored_as::table},
    {"vacuum_index_cleanup", rows_of_table, 1, 0, " auto on off true false yes no 1 0 "},
    {"vacuum_truncate", rows_of_table},
    {"vacuum_max_eager_freeze_failure_rate", rows_of_table, 0, 1},
    {"log_autovacuum_min_duration", rows_of_table, -1, greatest_parameter},
    {"autovacuum_enabled", rows_of_table},
    {"autovacuum_vacuum_threshold", rows_of_table, 0, greatest_parameter},
    {"autovacuum_vacuum_max_threshold", rows_of_table, -1, greatest_parameter},
    {"autovacuum_vacuum_scale_factor", rows_of_table, 0, 100},
    {"autovacuum_vacuum_insert_threshold", rows_of_table, -1, greatest_parameter},
    {"autovacuum_vacuum_insert_scale_factor", rows_of_table, 0, 100},
    {"autovacuum_analyze_threshold", stored_as::table, 0, greatest_parameter},
    {"autovacuum_analyze_scale_factor", stored_as::table, 0, 100},
    {"autovacuum_vacuum_cost_delay", rows_of_table, 0, 100},
    {"autovacuum_vacuum_cost_limit", rows_of_table, 1, 10000},
    {"autovacuum_freeze_min_age", rows_of_table, 0, 1e9},
    {"autovacuum_freeze_max_age", rows_of_table, 100000, 2e9},
    {"autovacuum_freeze_table_age", rows_of_table, 0, 2e9},
    {"autovacuum_multixact_freeze_min_age", rows_of_table, 0, 1e9},
    {"autovacuum_multixact_freeze_max_age", rows_of_table, 10000, 2e9},
    {"autovacuum_multixact_freeze_table_age", rows_of_table, 0, 2e9},
    {"deduplicate_items", stored_as::btree},
    {"buffering", stored_as::gist, 1, 0, " on off auto "},
    {"fastupdate", stored_as::gin},
    {"gin_pending_list_limit", stored_as::gin, 64, greatest_parameter},
    {"pages_per_range", stored_as::brin, 1, 131072},
    {"autosummarize", stored_as::brin},
    {"n_distinct", stored_as::column, -1, most_rows},
    {"n_distinct_inherited", stored_as::column, -1, most_rows},
    {"check_option", stored_as::view, 1, 0, " local cascaded "},
    {"security_barrier", stored_as::view},
    {"security_invoker", stored_as::view}};

/// Is it one of the words, in upper or lower case? Of words that mean on or off PostgreSQL takes the beginning, too. No
/// text at all is that of a parameter that is written alone, and means on.
constexpr bool is_word_of(std::string_view words, std::string_view word) {
    const bool shortened = words == on_or_off && word != "o" && word != "O";
    for (std::size_t at = 0; at + 1 < words.size(); at = words.find(' ', at + 1)) {
        const std::string_view rest = words.substr(at + 1);
        std::size_t same = 0;
        while (same < word.size() && same < rest.size() && (rest[same] == word[same] || rest[same] == word[same] + 32))
            ++same;
        if (same == word.size() && (shortened || rest[same] == ' ')) return true;
    }
    return word.empty();
}
/// The number that a text is, if it is written with digits only; else one within all bounds.
constexpr double number_of(const storage_parameter& parameter, double otherwise) {
    if (parameter.is_number) return parameter.number;
    std::string_view text = parameter.text;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    double number = 0, place = 0;
    for (const char c : text) {
        if (c == '.' && place == 0) place = 1;
        else if (c < '0' || c > '9') return otherwise;
        else if (place > 0) number += (c - '0') * (place /= 10);
        else number = 10 * number + (c - '0');
    }
    return text.empty() ? otherwise : negative ? -number : number;
}
/// Newer servers have more parameters of this kind.
constexpr bool may_come(std::string_view name, unsigned of) {
    const auto starts = [name](std::string_view start) { return name.substr(0, start.size()) == start; };
    if (of == stored_as::view) return starts("security_");
    return (of & rows_of_table) != 0 && (starts("autovacuum_") || starts("vacuum_") || starts("log_auto"));
}
constexpr parameter_fault fault_of_parameter(const storage_parameter& parameter, unsigned of) {
    std::string_view name = parameter.name;
    if (of == stored_as::table && name.substr(0, 6) == "toast.") {
        of = stored_as::toast;
        name = name.substr(6);
    }
    for (const char c : name)
        if (c == '.') return parameter_fault::none;
    for (const auto& known : known_parameters) {
        if (known.name != name) continue;
        if ((known.of & of) == 0) return parameter_fault::unknown;
        const std::string_view word = !parameter.is_number    ? parameter.text
                                      : parameter.number == 1 ? "1"
                                      : parameter.number == 0 ? "0"
                                                              : "a number";
        if (known.least > known.most)
            return is_word_of(known.words, word) ? parameter_fault::none : parameter_fault::value;
        const double number = number_of(parameter, known.least);
        const bool within = number >= known.least && number <= known.most;
        return within && word != "true" && word != "false" ? parameter_fault::none : parameter_fault::value;
    }
    return may_come(name, of) ? parameter_fault::none : parameter_fault::unknown;
}
/// The first fault in a list; `of` is 0 for what an extension stores.
constexpr parameter_fault fault_of_parameters(const storage_parameters& parameters, unsigned of) {
    for (std::size_t i = 0; i < parameters.count; ++i) {
        for (std::size_t j = 0; j < i; ++j)
            if (parameters.at[i].name == parameters.at[j].name) return parameter_fault::twice;
        if (of == 0) continue;
        const parameter_fault found = fault_of_parameter(parameters.at[i], of);
        if (found != parameter_fault::none) return found;
    }
    return parameter_fault::none;
}

}  // namespace pgmodel::detail
