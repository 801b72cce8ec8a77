// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/migrate/script_files.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

namespace pgmodel::migrate {

PGMODEL_BODY
script_files read_scripts(const std::filesystem::path& directory) {
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
