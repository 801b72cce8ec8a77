# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT
#
# pgmodel::compiled: what pgmodel::pgmodel is, with the part that depends on no type of yours compiled once. Used by the build and,
# installed, by find_package(pgmodel): a static library of the project that uses it, made with its compiler and its flags, and only
# where something links it.
function(pgmodel_add_compiled source)
    get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
    if(TARGET pgmodel_compiled OR NOT "CXX" IN_LIST languages)
        return()
    endif()
    add_library(pgmodel_compiled STATIC EXCLUDE_FROM_ALL "${source}")
    add_library(pgmodel::compiled ALIAS pgmodel_compiled)
    target_compile_definitions(pgmodel_compiled PUBLIC PGMODEL_SEPARATE_COMPILATION)
    target_link_libraries(pgmodel_compiled PUBLIC pgmodel::pgmodel)
    # It may become part of a shared library.
    set_target_properties(pgmodel_compiled PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()
