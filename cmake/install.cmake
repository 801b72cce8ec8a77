# Copyright (c) 2026 the pgmodel authors
# SPDX-License-Identifier: MIT

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(_pgmodel_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/pgmodel")

# Two export sets, so that find_package(pgmodel COMPONENTS core) does not ask for libpq.
install(TARGETS pgmodel_core EXPORT pgmodel-core-targets
    FILE_SET HEADERS DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
install(EXPORT pgmodel-core-targets NAMESPACE pgmodel:: DESTINATION "${_pgmodel_package_dir}")
if(TARGET pgmodel)
    install(TARGETS pgmodel EXPORT pgmodel-targets)
    install(EXPORT pgmodel-targets NAMESPACE pgmodel:: DESTINATION "${_pgmodel_package_dir}")
    install(FILES "${PROJECT_SOURCE_DIR}/src/pgmodel.cpp" "${PROJECT_SOURCE_DIR}/src/pgmodel_migrate.cpp"
        "${PROJECT_SOURCE_DIR}/src/pgmodel_nlohmann.cpp" "${PROJECT_SOURCE_DIR}/cmake/compiled.cmake"
        DESTINATION "${_pgmodel_package_dir}")
endif()

configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/pgmodel-config.cmake.in"
    "${PROJECT_BINARY_DIR}/package/pgmodel-config.cmake"
    INSTALL_DESTINATION "${_pgmodel_package_dir}" NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file("${PROJECT_BINARY_DIR}/package/pgmodel-config-version.cmake"
    COMPATIBILITY SameMinorVersion ARCH_INDEPENDENT)
install(FILES
    "${PROJECT_BINARY_DIR}/package/pgmodel-config.cmake"
    "${PROJECT_BINARY_DIR}/package/pgmodel-config-version.cmake"
    "${PROJECT_SOURCE_DIR}/cmake/find-headers.cmake"
    "${PROJECT_SOURCE_DIR}/cmake/embed-migrations.cmake"
    DESTINATION "${_pgmodel_package_dir}")

# pkg-config: Boost has no file of its own there, so an unusual place is named here.
set(_pgmodel_pc_boost "")
if(PGMODEL_BOOST_INCLUDE_DIR
   AND NOT PGMODEL_BOOST_INCLUDE_DIR IN_LIST CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES)
    set(_pgmodel_pc_boost " -I${PGMODEL_BOOST_INCLUDE_DIR}")
endif()
if(IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
    set(_pgmodel_pc_include "${CMAKE_INSTALL_INCLUDEDIR}")
else()
    set(_pgmodel_pc_include "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
# Relative to the file itself, so that an installed tree can be moved.
set(_pgmodel_pc_dir "${CMAKE_INSTALL_DATADIR}/pkgconfig")
if(CMAKE_INSTALL_DATADIR STREQUAL "share")
    set(_pgmodel_pc_prefix "\${pcfiledir}/../..")
else()
    set(_pgmodel_pc_prefix "${CMAKE_INSTALL_PREFIX}")
endif()
configure_file("${PROJECT_SOURCE_DIR}/cmake/pgmodel.pc.in" "${PROJECT_BINARY_DIR}/package/pgmodel.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/package/pgmodel.pc" DESTINATION "${_pgmodel_pc_dir}")
