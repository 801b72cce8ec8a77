// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Migrations read from a directory at run time; a program that carries them is made by `pgmodel_embed_migrations` of
// CMake. `#include <pgmodel/migrate/script_files.hpp>`
#pragma once

#include <pgmodel/core/when_used.hpp>
#include <pgmodel/migrate/migration_error.hpp>
#include <pgmodel/migrate/script.hpp>

#include <cstddef>
#include <filesystem>
#include <list>
#include <string>
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
PGMODEL_FUNCTION
script_files read_scripts(const std::filesystem::path& directory);

}  // namespace pgmodel::migrate

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/migrate/impl/script_files.ipp>
#endif
