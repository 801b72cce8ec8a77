// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#include <pgmodel/session/command_tag.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

using pgmodel::detail::effect_of_command;

/// w(rites), s(tatements), n(ames), t(ables), and a dot where it counts from here on.
std::string effects(std::string_view tag, std::string_view sql = {}) {
    const auto e = effect_of_command(tag, sql);
    return std::string(e.writes ? "w" : "") + (e.forgets_statements ? "s" : "") + (e.changes_names ? "n" : "") +
           (e.changes_tables ? "t" : "") + (e.settles ? "." : "");
}

TEST(command_tag, rows_are_written) {
    for (const char* tag : {"SELECT 3", "INSERT 0 1", "UPDATE 5", "DELETE 0", "MERGE 2"}) EXPECT_EQ(effects(tag), "w") << tag;
}
TEST(command_tag, transactions) {
    for (const char* tag : {"BEGIN", "SAVEPOINT", "RELEASE"}) EXPECT_EQ(effects(tag), "") << tag;
    for (const char* tag : {"COMMIT", "ROLLBACK"}) EXPECT_EQ(effects(tag), ".") << tag;
}
TEST(command_tag, definitions_change_names_and_tables) {
    EXPECT_EQ(effects("CREATE TABLE"), "wn.");
    EXPECT_EQ(effects("ALTER TABLE"), "wnt.");
    EXPECT_EQ(effects("DROP TYPE"), "wnt.");
    EXPECT_EQ(effects("DO"), "wnt.");
    EXPECT_EQ(effects("CALL"), "wnt.") << "a procedure does what a block does";
    EXPECT_EQ(effects("IMPORT FOREIGN SCHEMA"), "wn.");
}
TEST(command_tag, prepared_statements_go) {
    EXPECT_EQ(effects("DEALLOCATE ALL"), "ws.");
    EXPECT_EQ(effects("DEALLOCATE"), "w.");
    EXPECT_EQ(effects("DISCARD ALL"), "wsn.");
}
TEST(command_tag, settings_that_move_names) {
    EXPECT_EQ(effects("SET", "set work_mem = '64MB'"), "w.");
    EXPECT_EQ(effects("SET", "SET Search_Path = other"), "wn.");
    EXPECT_EQ(effects("RESET", "reset all"), "wn.");
    EXPECT_EQ(effects("SET", "set local role guest"), "wn.");
}

}  // namespace
