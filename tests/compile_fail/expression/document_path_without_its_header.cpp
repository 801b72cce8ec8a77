// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: at() takes a column of a typed document, and has a header of its own; #include
#include "../models.hpp"

#ifndef PGMODEL_BAD
#include <pgmodel/expression/document_path.hpp>
#endif

#include <pgmodel/document.hpp>

struct settings {
    std::string theme{};
};
struct account {
    std::int64_t id{};
    pg::jsonb<settings> setup{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select(pg::at<&settings::theme>(col<&account::setup>)));
#else
    (void)db.all(pg::select(pg::at<&settings::theme>(col<&account::setup>)));
#endif
}
