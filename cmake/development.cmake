# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT
#
# What pgmodel's own tests, examples and benchmarks are compiled with; users never see it.

if(NOT PostgreSQL_FOUND)
    message(FATAL_ERROR "pgmodel: tests, examples and benchmarks need libpq 14 or newer; "
        "run tools/install-dependencies, or turn PGMODEL_BUILD_TESTS and PGMODEL_BUILD_EXAMPLES off")
endif()

add_library(pgmodel_development INTERFACE)
target_link_libraries(pgmodel_development INTERFACE pgmodel::pgmodel)
target_compile_options(pgmodel_development INTERFACE
    $<$<NOT:$<CXX_COMPILER_ID:MSVC>>:-Wall -Wextra -Wpedantic>
    $<$<AND:$<BOOL:${PGMODEL_WARNINGS_AS_ERRORS}>,$<NOT:$<CXX_COMPILER_ID:MSVC>>>:-Werror>)
