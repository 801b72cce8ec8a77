// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field is a jsonb<T>, whose parts are no columns
#include <pgmodel.hpp>
#include <pgmodel/document.hpp>
#include <pgmodel/expression/document_path.hpp>

namespace pg = pgmodel;
using pg::col;

struct settings {
    std::string theme{};
};
struct user {
    std::int64_t id{};
    pg::jsonb<settings> setup{};
};

#ifdef PGMODEL_BAD
auto q = pg::select<user>().where(col<&user::setup, &settings::theme> == "dark");
#else
auto q = pg::select<user>().where(pg::at<&settings::theme>(col<&user::setup>) == "dark");
#endif
