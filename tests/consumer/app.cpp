// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel/version.hpp>

#include <libpq-fe.h>

#include <iostream>

int main() {
    std::cout << "pgmodel " << PGMODEL_VERSION_MAJOR << '.' << PGMODEL_VERSION_MINOR << '.'
              << PGMODEL_VERSION_PATCH << ", libpq " << PQlibVersion() / 10000 << '\n';
}
