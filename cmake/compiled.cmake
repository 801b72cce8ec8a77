# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT
#
# pgmodel::compiled: what pgmodel::pgmodel is, with the part that depends on no type of yours compiled once. Used by the build and,
# installed, by find_package(pgmodel): a static library of the project that uses it, made with its compiler and its flags, and only
# where something links it. pgmodel::compiled_migrate has <pgmodel/migrate.hpp>, too, and pgmodel::compiled_nlohmann
# <pgmodel/types/nlohmann.hpp>.
function(pgmodel_add_compiled sources)
    get_property(languages GLOBAL PROPERTY ENABLED_LANGUAGES)
    if(TARGET pgmodel_compiled OR NOT "CXX" IN_LIST languages)
        return()
    endif()
    add_library(pgmodel_compiled STATIC EXCLUDE_FROM_ALL "${sources}/pgmodel.cpp")
    target_compile_definitions(pgmodel_compiled PUBLIC PGMODEL_SEPARATE_COMPILATION)
    target_link_libraries(pgmodel_compiled PUBLIC pgmodel::pgmodel)
    foreach(part migrate nlohmann)
        add_library(pgmodel_compiled_${part} STATIC EXCLUDE_FROM_ALL "${sources}/pgmodel_${part}.cpp")
        target_link_libraries(pgmodel_compiled_${part} PUBLIC pgmodel_compiled)
    endforeach()
    foreach(library compiled compiled_migrate compiled_nlohmann)
        add_library(pgmodel::${library} ALIAS pgmodel_${library})
        # It may become part of a shared library.
        set_target_properties(pgmodel_${library} PROPERTIES POSITION_INDEPENDENT_CODE ON)
    endforeach()
endfunction()
