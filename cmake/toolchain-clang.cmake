# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT
#
# The compiler that the environment variable CMAKE_CXX_COMPILER names, else the newest clang here.

if(NOT CMAKE_CXX_COMPILER)
    if(DEFINED ENV{CMAKE_CXX_COMPILER})
        set(CMAKE_CXX_COMPILER "$ENV{CMAKE_CXX_COMPILER}")
    else()
        find_program(PGMODEL_CLANG NAMES
            clang++-22 clang++-21 clang++-20 clang++-19 clang++-18 clang++)
        if(NOT PGMODEL_CLANG)
            message(FATAL_ERROR "pgmodel: no clang++ 18 or newer; run tools/install-dependencies --tests")
        endif()
        set(CMAKE_CXX_COMPILER "${PGMODEL_CLANG}")
    endif()
endif()
