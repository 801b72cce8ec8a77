// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/migrate/write.hpp>

#include <gtest/gtest.h>

#include <sys/resource.h>

#include <csignal>
#include <filesystem>
#include <fstream>
#include <string>

namespace {

namespace fs = std::filesystem;
namespace migrate = pgmodel::migrate;

class migrate_write : public ::testing::Test {
protected:
    migrate_write() {
        fs::remove_all(folder);
        fs::create_directories(folder);
        plan.up.steps.push_back({.sql = "create table t (id int)", .about = "table t"});
        plan.down.steps.push_back({.sql = "drop table t", .about = "table t"});
    }
    ~migrate_write() override { fs::remove_all(folder); }

    std::string refused(const fs::path& where) const {
        try {
            migrate::write_script(where, "t", plan);
            return "it was written";
        } catch (const pgmodel::migration_error& e) {
            return e.what();
        }
    }

    const fs::path folder = fs::path(::testing::TempDir()) / "pgmodel_migrate_write";
    migrate::plan plan{};
};

TEST_F(migrate_write, makes_the_directory_and_the_first_file) {
    const fs::path deeper = folder / "a" / "b";
    EXPECT_EQ(migrate::write_script(deeper, "t", plan), deeper / "0001_t.sql");
    std::ifstream in(deeper / "0001_t.sql");
    EXPECT_EQ(std::string(std::istreambuf_iterator<char>(in), {}), migrate::to_script(plan));
    EXPECT_EQ(migrate::write_script(deeper, "again", plan).filename(), "0002_again.sql");
}

TEST_F(migrate_write, says_when_no_version_comes_behind_the_newest) {
    std::ofstream(folder / "9223372036854775807_last.sql") << "select 1;\n";
    EXPECT_EQ(refused(folder), "pgmodel: migration 9223372036854775807_last.sql has the greatest version that there is, so none "
                               "comes behind it; call it otherwise, or give the new one a version (write_options::version)");
    EXPECT_EQ(migrate::write_script(folder, "t", plan, {.version = 7}).filename(), "0000000000000000007_t.sql");
}

TEST_F(migrate_write, says_which_directory_cannot_be_made) {
    std::ofstream(folder / "file") << "x";
    EXPECT_EQ(refused(folder / "file" / "below"),
              "pgmodel: " + (folder / "file" / "below").string() + " cannot be written");
}

TEST_F(migrate_write, leaves_no_half_of_a_file) {
    rlimit usual{};
    ::getrlimit(RLIMIT_FSIZE, &usual);
    rlimit small = usual;
    small.rlim_cur = 10;
    const auto before = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const std::string told = refused(folder);
    ::setrlimit(RLIMIT_FSIZE, &usual);
    std::signal(SIGXFSZ, before);
    EXPECT_EQ(told, "pgmodel: " + (folder / "0001_t.sql").string() + " cannot be written");
    EXPECT_TRUE(fs::is_empty(folder)) << "what is there, the next run takes for a migration";
}

}  // namespace
