# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT
#
# Finds what pgmodel includes. Used by the build and, installed, by find_package(pgmodel); both
# speak of the same two targets, pgmodel::pfr and pgmodel::json, so that the exported targets need
# not know where the headers came from. Each function makes its target, or makes nothing.

# Boost.PFR: a target that is already there, else the headers of Boost 1.81 or newer.
function(pgmodel_find_pfr)
    if(TARGET pgmodel::pfr)
        return()
    endif()
    if(TARGET Boost::pfr)
        add_library(pgmodel::pfr INTERFACE IMPORTED GLOBAL)
        target_link_libraries(pgmodel::pfr INTERFACE Boost::pfr)
        return()
    endif()

    find_path(PGMODEL_BOOST_INCLUDE_DIR boost/pfr/core.hpp
        HINTS "${Boost_INCLUDE_DIR}" "${BOOST_ROOT}" "$ENV{BOOST_ROOT}" PATH_SUFFIXES include)
    mark_as_advanced(PGMODEL_BOOST_INCLUDE_DIR)
    if(NOT PGMODEL_BOOST_INCLUDE_DIR OR NOT EXISTS "${PGMODEL_BOOST_INCLUDE_DIR}/boost/version.hpp")
        return()
    endif()
    file(STRINGS "${PGMODEL_BOOST_INCLUDE_DIR}/boost/version.hpp" line
         REGEX "^#define BOOST_VERSION [0-9]+")
    string(REGEX REPLACE "^#define BOOST_VERSION ([0-9]+).*" "\\1" number "${line}")
    if(number LESS 108100)
        message(STATUS "pgmodel: Boost in ${PGMODEL_BOOST_INCLUDE_DIR} is older than 1.81 (${number})")
        return()
    endif()
    add_library(pgmodel::pfr INTERFACE IMPORTED GLOBAL)
    target_include_directories(pgmodel::pfr INTERFACE "${PGMODEL_BOOST_INCLUDE_DIR}")
endfunction()

# nlohmann/json: a target that is already there, else its package.
function(pgmodel_find_json)
    if(TARGET pgmodel::json)
        return()
    endif()
    if(NOT TARGET nlohmann_json::nlohmann_json)
        set(CMAKE_FIND_PACKAGE_TARGETS_GLOBAL ON)  # from CMake 3.24 on
        find_package(nlohmann_json 3.10 QUIET)
    endif()
    if(TARGET nlohmann_json::nlohmann_json)
        add_library(pgmodel::json INTERFACE IMPORTED GLOBAL)
        target_link_libraries(pgmodel::json INTERFACE nlohmann_json::nlohmann_json)
    endif()
endfunction()
