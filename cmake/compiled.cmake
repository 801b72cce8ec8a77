# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT
#
# pgmodel::compiled: what pgmodel::pgmodel is, with the part that depends on no type of yours compiled once. Used by the build and,
# installed, by find_package(pgmodel): a static library of the project that uses it, made with its compiler and its flags, and only
# where something links it. pgmodel::compiled_migrate has <pgmodel/migrate.hpp>, too.
function(pgmodel_add_compiled source migrate_source)
    get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
    if(TARGET pgmodel_compiled OR NOT "CXX" IN_LIST languages)
        return()
    endif()
    add_library(pgmodel_compiled STATIC EXCLUDE_FROM_ALL "${source}")
    add_library(pgmodel::compiled ALIAS pgmodel_compiled)
    target_compile_definitions(pgmodel_compiled PUBLIC PGMODEL_SEPARATE_COMPILATION)
    target_link_libraries(pgmodel_compiled PUBLIC pgmodel::pgmodel)
    add_library(pgmodel_compiled_migrate STATIC EXCLUDE_FROM_ALL "${migrate_source}")
    add_library(pgmodel::compiled_migrate ALIAS pgmodel_compiled_migrate)
    target_link_libraries(pgmodel_compiled_migrate PUBLIC pgmodel_compiled)
    # They may become part of a shared library.
    set_target_properties(pgmodel_compiled pgmodel_compiled_migrate PROPERTIES POSITION_INDEPENDENT_CODE ON)
endfunction()
