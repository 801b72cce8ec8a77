# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT
#
# What pgmodel needs: from the system where it has it, header-only parts else fetched at a pinned tag.

include("${CMAKE_CURRENT_LIST_DIR}/find-headers.cmake")

# Fetches a header-only project without its tests and install rules.
macro(_pgmodel_fetch name repository tag)
    include(FetchContent)
    message(STATUS "pgmodel: ${name} is not on this machine; fetching ${tag}")
    set(_pgmodel_had_testing ${BUILD_TESTING})
    set(BUILD_TESTING OFF)
    FetchContent_Declare(${name} GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON)
    FetchContent_MakeAvailable(${name})
    if(DEFINED _pgmodel_had_testing AND NOT _pgmodel_had_testing STREQUAL "")
        set(BUILD_TESTING ${_pgmodel_had_testing})
    else()
        unset(BUILD_TESTING)
    endif()
    unset(_pgmodel_had_testing)
endmacro()

pgmodel_find_pfr()
if(NOT TARGET pgmodel::pfr)
    _pgmodel_fetch(pfr https://github.com/boostorg/pfr.git 2.2.0)
    pgmodel_find_pfr()
endif()
if(NOT TARGET pgmodel::pfr)
    message(FATAL_ERROR "pgmodel: Boost.PFR was fetched but made no target Boost::pfr")
endif()

pgmodel_find_json()
if(NOT TARGET pgmodel::json)
    _pgmodel_fetch(nlohmann_json https://github.com/nlohmann/json.git v3.11.3)
    pgmodel_find_json()
endif()
if(NOT TARGET pgmodel::json)
    message(FATAL_ERROR "pgmodel: nlohmann/json was fetched but made no target")
endif()

find_package(Threads REQUIRED)
find_package(PostgreSQL 14 QUIET)
if(NOT PostgreSQL_FOUND)
    message(WARNING "pgmodel: libpq 14 or newer was not found, so there is pgmodel::core only. "
        "Install libpq-dev (Debian, Ubuntu), libpq-devel (Fedora) or libpq (Homebrew), "
        "or run tools/install-dependencies.")
endif()
