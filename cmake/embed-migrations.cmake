# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT
#
# pgmodel_embed_migrations(TARGET DIRECTORY [HEADER name.hpp] [VARIABLE namespace::name]): a header with the texts of the directory's
# files *.sql, for pgmodel::migrate::up; by default <TARGET_migrations.hpp>, with a std::array called TARGET_migrations. It is made anew
# when a file is changed, added or removed.
#
# Used by the build and, installed, by find_package(pgmodel). As a script it writes the header.

if(CMAKE_SCRIPT_MODE_FILE STREQUAL CMAKE_CURRENT_LIST_FILE)
    cmake_minimum_required(VERSION 3.23)
    # What the standard asks of compilers is 65536 characters in a literal.
    set(longest 60000)

    # Any text as raw literals of at most that many bytes, none of which ends within a character where there are lines or words.
    function(pgmodel_literal text result)
        set(delimiter sql)
        set(number 0)
        while(TRUE)
            string(FIND "${text}" ")${delimiter}\"" found)
            if(found EQUAL -1)
                break()
            endif()
            math(EXPR number "${number} + 1")
            set(delimiter "sql${number}")
        endwhile()
        set(literals "")
        while(TRUE)
            string(LENGTH "${text}" length)
            set(size ${length})
            if(length GREATER longest)
                string(SUBSTRING "${text}" 0 ${longest} piece)
                string(FIND "${piece}" "\n" size REVERSE)
                if(size LESS 1)
                    string(FIND "${piece}" " " size REVERSE)
                endif()
                if(size LESS 1)
                    set(size ${longest})
                endif()
            endif()
            string(SUBSTRING "${text}" 0 ${size} piece)
            string(SUBSTRING "${text}" ${size} -1 text)
            # Compilers make a LF of it.
            string(REPLACE "\r" ")${delimiter}\" \"\\r\" R\"${delimiter}(" piece "${piece}")
            string(APPEND literals "\n        R\"${delimiter}(${piece})${delimiter}\"")
            if(size EQUAL length)
                break()
            endif()
        endwhile()
        set(${result} "${literals}" PARENT_SCOPE)
    endfunction()

    file(GLOB files LIST_DIRECTORIES FALSE "${DIRECTORY}/*.sql")
    set(entries "")
    set(count 0)
    foreach(file IN LISTS files)
        cmake_path(GET file FILENAME name)
        file(READ "${file}" text)
        string(REPLACE "\r\n" "\n" text "${text}")
        string(LENGTH "${text}" length)  # which a compiler would have to count in vain
        pgmodel_literal("${name}" file)
        pgmodel_literal("${text}" text)
        if(NOT text MATCHES "\"$")  # CMake ends a text there
            message(FATAL_ERROR "pgmodel: migration ${name} has a NUL character")
        endif()
        string(APPEND entries "    {${file}, {${text}, ${length}}},\n")
        math(EXPR count "${count} + 1")
    endforeach()
    if(count GREATER 0)
        set(entries "{\n${entries}}")
    endif()

    set(begin "")
    set(end "")
    if(VARIABLE MATCHES "^(.+)::([^:]+)$")
        set(begin "namespace ${CMAKE_MATCH_1} {\n\n")
        set(end "\n}  // namespace ${CMAKE_MATCH_1}\n")
        set(VARIABLE "${CMAKE_MATCH_2}")
    endif()
    # A system header: files of any length are no reason for warnings.
    file(WRITE "${OUTPUT}" "// Made by pgmodel_embed_migrations: edit the files instead.
#pragma once
#pragma GCC system_header

#include <pgmodel/migrate/script.hpp>

#include <array>

${begin}inline constexpr std::array<pgmodel::migrate::script, ${count}> ${VARIABLE}{${entries}};
${end}")
    return()
endif()

function(pgmodel_embed_migrations target directory)
    cmake_parse_arguments(PARSE_ARGV 2 embed "" "HEADER;VARIABLE" "")
    if(embed_UNPARSED_ARGUMENTS OR embed_KEYWORDS_MISSING_VALUES)
        message(FATAL_ERROR "pgmodel: pgmodel_embed_migrations takes a target, a directory, HEADER name and VARIABLE name, not "
            "\"${ARGN}\"")
    endif()
    cmake_path(ABSOLUTE_PATH directory BASE_DIRECTORY "${CMAKE_CURRENT_SOURCE_DIR}")
    if(NOT IS_DIRECTORY "${directory}")
        message(FATAL_ERROR "pgmodel: pgmodel_embed_migrations finds no directory ${directory}")
    endif()
    if(NOT embed_HEADER)
        set(embed_HEADER "${target}_migrations.hpp")
    endif()
    if(NOT embed_VARIABLE)
        string(MAKE_C_IDENTIFIER "${target}_migrations" embed_VARIABLE)
    endif()
    set(folder "${CMAKE_CURRENT_BINARY_DIR}/pgmodel_migrations/${target}")
    file(GLOB files CONFIGURE_DEPENDS LIST_DIRECTORIES FALSE "${directory}/*.sql")
    # A file that is gone is no reason to make it anew; another command is.
    string(SHA1 names "${files}")
    add_custom_command(OUTPUT "${folder}/${embed_HEADER}"
        COMMAND "${CMAKE_COMMAND}" "-DDIRECTORY=${directory}" "-DOUTPUT=${folder}/${embed_HEADER}"
            "-DVARIABLE=${embed_VARIABLE}" "-DNAMES=${names}" -P "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
        DEPENDS ${files} "${CMAKE_CURRENT_FUNCTION_LIST_FILE}"
        COMMENT "Migrations of ${target}"
        VERBATIM)
    target_sources(${target} PRIVATE "${folder}/${embed_HEADER}")
    target_include_directories(${target} PRIVATE "${folder}")
endfunction()
