// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this value has another type than the part of the document that it is given to
#include "../models.hpp"
#include <pgmodel/document.hpp>
#include <pgmodel/expression/document_path.hpp>

struct shade {
    std::string front{};
};
struct setting {
    std::string theme{};
    shade inner{};
};
struct holder {
    std::int64_t id{};
    pg::jsonb<setting> setup{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::update(pg::model<holder>).set(pg::at<&setting::inner>(col<&holder::setup>) = 5).all_rows());
#else
    db.execute(pg::update(pg::model<holder>)
                   .set(pg::at<&setting::inner>(col<&holder::setup>) = pg::jsonb<shade>(shade{"x"}))
                   .all_rows());
#endif
}
