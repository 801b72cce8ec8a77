// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Migrations read from a directory at run time; a program that carries them is made by `pgmodel_embed_migrations` of
// CMake. `#include <pgmodel/migrate/script_files.hpp>`
#pragma once

#include <pgmodel/migrate/script.hpp>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <list>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace pgmodel::migrate {

/// Scripts and the texts that they are; to be given to what takes scripts.
class script_files {
public:
    script_files() = default;
    script_files(script_files&&) noexcept = default;
    script_files& operator=(script_files&&) noexcept = default;

    void add(std::string file, std::string text) {
        const auto& kept = texts_.emplace_back(std::move(file), std::move(text));
        scripts_.push_back({kept.first, kept.second});
    }
    const script* data() const { return scripts_.data(); }
    std::size_t size() const { return scripts_.size(); }
    auto begin() const { return scripts_.begin(); }
    auto end() const { return scripts_.end(); }

private:
    std::list<std::pair<std::string, std::string>> texts_{};  // stay where they are
    std::vector<script> scripts_{};
};

/// All files `*.sql` of a directory, in order of their names, without those of directories in it. Throws
/// `migration_error` where one cannot be read.
inline script_files read_scripts(const std::filesystem::path& directory) {
    const auto fail = [](const std::filesystem::path& what) {
        return migration_error({{0, what.filename().string(), what.string() + " cannot be read"}});
    };
    std::error_code failure;
    std::vector<std::filesystem::path> paths;
    std::filesystem::directory_iterator at(directory, failure);
    for (; !failure && at != std::filesystem::directory_iterator{}; at.increment(failure))
        if (std::error_code unknown; at->path().extension() == ".sql" && !at->is_directory(unknown))
            paths.push_back(at->path());
    if (failure) throw fail(directory);
    std::sort(paths.begin(), paths.end());
    script_files made;
    for (const auto& path : paths) {
        std::ifstream in(path, std::ios::binary);
        std::ostringstream text;
        if (in.peek() != std::ifstream::traits_type::eof()) text << in.rdbuf();
        if ((!in && !in.eof()) || !text) throw fail(path);
        made.add(path.filename().string(), std::move(text).str());
    }
    return made;
}

}  // namespace pgmodel::migrate
