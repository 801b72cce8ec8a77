# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT

# A program that carries migrations: of texts that a literal could stumble over, and of more than one literal takes.
set(migrations "${CMAKE_CURRENT_BINARY_DIR}/migrations")
if(NOT EXISTS "${migrations}")
    string(REPEAT "insert into t values ('a line; of [many]');\n" 5000 long)
    string(REPEAT "x" 130000 unbroken)
    file(WRITE "${migrations}/0001_long.sql" "${long}-- ${unbroken}")
    file(WRITE "${migrations}/0002_odd.sql"
        "select ')sql\"', ')sql1\"', R\"sql(\\n$$\\\t;\${x}@x@#\")sql\" ??/\r\n-- ä\\\n'a\rb)\r\r\"c'\n")
    file(WRITE "${migrations}/0003_empty.sql" "")
    file(WRITE "${migrations}/README" "no migration")
endif()
file(MAKE_DIRECTORY "${CMAKE_CURRENT_BINARY_DIR}/none")
add_executable(app_carried "${CMAKE_CURRENT_LIST_DIR}/migrations.cpp")
target_link_libraries(app_carried PRIVATE pgmodel::core)
target_compile_definitions(app_carried PRIVATE "MIGRATIONS=\"${migrations}\"")
target_compile_options(app_carried PRIVATE -Wall -Wextra -Wpedantic -Werror)
pgmodel_embed_migrations(app_carried "${migrations}")
pgmodel_embed_migrations(app_carried "${CMAKE_CURRENT_BINARY_DIR}/none" HEADER no_files.hpp VARIABLE shop::sql::files)
