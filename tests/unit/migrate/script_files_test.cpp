// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/migrate/script_files.hpp>

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <span>
#include <string>
#include <utility>

namespace {

namespace migrate = pgmodel::migrate;

TEST(script_files, of_a_directory) {
    const auto folder = std::filesystem::path(::testing::TempDir()) / "pgmodel_script_files";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder / "3_folder.sql");
    const auto write = [&](const char* name, const std::string& text) { std::ofstream(folder / name) << text; };
    write("2_b.sql", "two\r\n");
    write("1_a.sql", std::string(100'000, 'x'));
    write("4_empty.sql", "");
    write("README.md", "no");
    auto read = migrate::read_scripts(folder);
    ASSERT_EQ(read.size(), 3U);
    const auto moved = std::move(read);
    const std::span<const migrate::script> s = moved;
    EXPECT_EQ(s[0].file, "1_a.sql");
    EXPECT_EQ(s[0].text.size(), 100'000U);
    EXPECT_EQ(s[1].file, "2_b.sql");
    EXPECT_EQ(s[1].text, "two\r\n");
    EXPECT_EQ(s[2].text, "");
    std::filesystem::remove_all(folder);
    try {
        migrate::read_scripts(folder);
        ADD_FAILURE();
    } catch (const pgmodel::migration_error& e) {
        EXPECT_EQ(e.what(), "pgmodel: " + folder.string() + " cannot be read");
        EXPECT_EQ(e.file(), "pgmodel_script_files");
    }
}

TEST(script_files, what_is_no_file_cannot_be_read) {
    const auto folder = std::filesystem::path(::testing::TempDir()) / "pgmodel_script_loop";
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    std::filesystem::create_symlink("1_loop.sql", folder / "1_loop.sql");
    EXPECT_THROW(migrate::read_scripts(folder), pgmodel::migration_error);
    std::filesystem::remove_all(folder);
}

}  // namespace
