// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// Where this machine keeps the programs of the PostgreSQL server.

#pragma once

#include <pgmodel/core/error.hpp>

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace pgmodel::testing {

namespace detail {

inline bool has_server(const std::filesystem::path& folder) {
    return ::access((folder / "initdb").c_str(), X_OK) == 0 && ::access((folder / "postgres").c_str(), X_OK) == 0;
}

// The major version in a folder's name (15 in "15", "pgsql-15" and "postgresql@15"), 0 if none.
inline int version_in_name(const std::string& name) {
    auto first = std::find_if(name.begin(), name.end(), [](unsigned char c) { return std::isdigit(c); });
    return first == name.end() ? 0 : std::atoi(name.c_str() + (first - name.begin()));
}

// `<parent>/<prefix>*/bin`, the newest version first.
inline std::vector<std::filesystem::path> versioned_folders(const std::filesystem::path& parent,
                                                            std::string_view prefix) {
    std::vector<std::pair<int, std::filesystem::path>> found;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(parent, ignored)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with(prefix)) found.emplace_back(version_in_name(name), entry.path() / "bin");
    }
    std::sort(found.rbegin(), found.rend());
    std::vector<std::filesystem::path> folders;
    folders.reserve(found.size());
    for (auto& [version, folder] : found) folders.push_back(std::move(folder));
    return folders;
}

inline std::vector<std::filesystem::path> folders_of_path() {
    std::vector<std::filesystem::path> folders;
    const char* path = std::getenv("PATH");
    for (std::string_view rest = path ? path : ""; !rest.empty();) {
        const auto end = std::min(rest.find(':'), rest.size());
        if (end > 0) folders.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return folders;
}

inline std::filesystem::path folder_of_pg_config() {
    std::string output;
    if (std::FILE* pipe = ::popen("pg_config --bindir 2>/dev/null", "r")) {
        std::array<char, 256> part{};
        while (std::fgets(part.data(), part.size(), pipe)) output += part.data();
        ::pclose(pipe);
    }
    while (!output.empty() && output.back() == '\n') output.pop_back();
    return output;
}

}  // namespace detail

/// The folder that holds `initdb` and `postgres`: the one that the environment variable
/// `PGMODEL_TEST_SERVER_BIN` names, else the first of `PATH`, the usual places of Debian, Fedora,
/// Homebrew and Postgres.app (the newest version), and `pg_config --bindir`.
/// Throws `usage_error` that says what to install if there is none.
inline std::filesystem::path find_server_binaries() {
    if (const char* named = std::getenv("PGMODEL_TEST_SERVER_BIN"); named && *named) {
        if (!detail::has_server(named))
            throw usage_error(std::string("pgmodel: PGMODEL_TEST_SERVER_BIN names ") + named +
                              ", which has no initdb and postgres; name the server's bin folder");
        return std::filesystem::absolute(named);
    }

    auto candidates = detail::folders_of_path();
    constexpr std::pair<const char*, const char*> usual[] = {{"/usr/lib/postgresql", ""},
                                                             {"/usr", "pgsql-"},
                                                             {"/usr/local", "pgsql"},
                                                             {"/opt/homebrew/opt", "postgresql"},
                                                             {"/usr/local/opt", "postgresql"},
                                                             {"/Applications/Postgres.app/Contents/Versions", ""},
                                                             {"/home/linuxbrew/.linuxbrew/opt", "postgresql"}};
    for (const auto& [parent, prefix] : usual)
        for (auto& folder : detail::versioned_folders(parent, prefix)) candidates.push_back(std::move(folder));
    for (const auto& folder : candidates)
        if (detail::has_server(folder)) return std::filesystem::absolute(folder);

    if (auto folder = detail::folder_of_pg_config(); !folder.empty() && detail::has_server(folder)) return folder;
    throw usage_error("pgmodel: no PostgreSQL server on this machine (initdb and postgres); install the package "
                      "postgresql (Debian, Ubuntu), postgresql-server (Fedora) or postgresql@17 (Homebrew), or "
                      "set "
                      "PGMODEL_TEST_SERVER_BIN to the server's bin folder");
}

}  // namespace pgmodel::testing
