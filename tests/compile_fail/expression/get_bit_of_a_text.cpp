// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: get_bit(), set_bit() and bit_count() take a bytea or a bit string
#include "../models.hpp"

#include <pgmodel/expression/bits.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::get_bit(col<&person::name>, 1));
#else
    (void)(pg::get_bit(pg::convert_to(col<&person::name>, "UTF8"), 1));
#endif
}
