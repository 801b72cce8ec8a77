// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/migrate/impl/plan.ipp>
#include <pgmodel/migrate/read_migrations.hpp>
#include <pgmodel/migrate/script_files.hpp>
#include <pgmodel/migrate/write.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace pgmodel::migrate {
namespace detail {

/// A comment of one line, whatever it is made of.
template <class = pgmodel::detail::when_used>
void write_comment(std::string& out, std::string text) {
    for (char& c : text)
        if (c == '\n' || c == '\r') c = ' ';
    out += "-- " + text + '\n';
}

/// `up` takes no file with this line.
inline constexpr std::string_view unfinished = "-- pgmodel: by hand\n";

template <class = pgmodel::detail::when_used>
void write_way(std::string& out, const way& w) {
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
    for (const auto& d : w.left) {
        std::string text = "by hand: " + to_string(d);
        if (const auto why = why_by_hand(d); !why.empty()) text.append("; ").append(why);
        write_comment(out, std::move(text));
    }
    if (!w.complete()) out += unfinished;
}

template <class = pgmodel::detail::when_used>
std::string losses_of(const std::vector<schema::step>& steps) {
    const auto all = [&steps](std::string words, schema::hazard what) {
        const std::size_t begin = words.size();
        for (const auto& s : steps)
            if (s.has(what)) words += (words.size() == begin ? "" : ", ") + s.about;
        return words.size() == begin ? "" : words;
    };
    const std::string lost = all("lose the data of ", schema::hazard::loses_data);
    const std::string dropped = all("drop ", schema::hazard::drops_object);
    return lost + (lost.empty() || dropped.empty() ? "" : " and ") + dropped;
}

/// `0003_add_notes.sql`, behind the newest file and as long as it.
template <class = pgmodel::detail::when_used>
std::string next_file(const std::vector<migration>& there, const std::string& name, std::int64_t version) {
    std::size_t digits = 4;
    if (!there.empty()) digits = there.back().file.find('_');
    if (version == 0 && !there.empty() && there.back().version == std::numeric_limits<std::int64_t>::max())
        throw migration_error({{there.back().version, there.back().file,
                                "migration " + there.back().file +
                                    " has the greatest version that there is, so none comes behind it; call it "
                                    "otherwise, or give the new one a version (write_options::version)"}});
    if (version == 0) version = there.empty() ? 1 : there.back().version + 1;
    const std::string number = std::to_string(version);
    return std::string(digits - std::min(digits, number.size()), '0') + number + "_" + name + ".sql";
}

}  // namespace detail

PGMODEL_BODY
std::string to_script(const plan& p) {
    std::string out;
    detail::write_way(out, p.up);
    out += "\n-- pgmodel: down\n";
    detail::write_way(out, p.down);
    return out;
}

PGMODEL_BODY
std::filesystem::path write_script(const std::filesystem::path& directory, const std::string& name, const plan& p,
                                   const write_options& options) {
    if (p.empty()) return {};
    if (const auto lost = detail::losses_of(p.up.steps); !lost.empty() && !options.may_lose_data)
        throw usage_error("pgmodel: the migration would " + lost +
                          "; say what was renamed or is left out, or that it may (may_lose_data)");
    const auto fail = [](const std::filesystem::path& what) {
        return migration_error({{0, what.filename().string(), what.string() + " cannot be written"}});
    };
    std::error_code failure;
    std::filesystem::create_directories(directory, failure);
    if (failure) throw fail(directory);
    script_files files = read_scripts(directory);
    const std::string file = detail::next_file(detail::read_migrations(files), name, options.version);
    const std::string text = to_script(p);
    // A name that is none, or a version that is there, is told as of any other file.
    std::string finished = text;
    for (std::size_t at; (at = finished.find(detail::unfinished)) != finished.npos;)
        finished.erase(at, detail::unfinished.size());
    files.add(file, std::move(finished));
    (void)detail::read_migrations(files);
    const std::filesystem::path path = directory / file;
    std::ofstream out(path, std::ios::binary);
    const bool opened = out.is_open();
    out << text;
    out.close();
    if (out) return path;
    if (opened) std::filesystem::remove(path, failure);  // a half would run as a whole
    throw fail(path);
}

}  // namespace pgmodel::migrate
