// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A plan as the text of a migration. `#include <pgmodel/migrate/write.hpp>`
#pragma once

#include <pgmodel/migrate/plan.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace pgmodel::migrate {
namespace detail {

/// A comment of one line, whatever it is made of.
inline void write_comment(std::string& out, std::string text) {
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    out += "-- " + text + '\n';
}

inline void write_way(std::string& out, const way& w) {
    bool alone = false;
    std::string_view about;
    for (const auto& s : w.steps) {
        // A file begins with a transaction, and so does the way back.
        if (s.alone) out += "\n-- pgmodel: alone\n";
        else if (alone || (s.apart && &s != w.steps.data())) out += "\n-- pgmodel: transaction\n";
        alone = s.alone;
        std::string words = s.about == about ? "" : s.about;
        for (const auto h : s.hazards) {
            words += words.empty() ? "" : h == s.hazards.front() ? ": " : ", ";
            words += schema::word_of(h);
        }
        about = s.about;
        if (!words.empty()) write_comment(out, std::move(words));
        out += s.sql + ";\n";
    }
    if (!w.not_rehearsed.empty()) write_comment(out, "not tried: " + w.not_rehearsed);
    for (const auto& r : w.refused) {
        write_comment(out, "refused: " + r.reason);
        write_comment(out, r.step.sql + ";");
    }
    for (const auto& d : w.left) write_comment(out, "by hand: " + to_string(d));
}

}  // namespace detail

/// The text of a migration's file: the steps, each under what it is about and what it costs, in blocks as `up` runs
/// them, and behind `-- pgmodel: down` the way back. What could not be done stands in comments, `-- by hand: ...`.
inline std::string to_script(const plan& p) {
    std::string out;
    detail::write_way(out, p.up);
    out += "\n-- pgmodel: down\n";
    detail::write_way(out, p.down);
    return out;
}

}  // namespace pgmodel::migrate
