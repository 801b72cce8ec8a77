// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: at() is given a field of another struct than the document holds there
#include "../models.hpp"

#include <pgmodel/document.hpp>
#include <pgmodel/expression/document_path.hpp>

struct theme {
    std::string name{};
    std::string cache{};

    static constexpr auto document() { return pg::document(pg::key<&theme::cache>.skipped()); }
};
struct user {
    std::int64_t id{};
    pg::jsonb<theme> settings{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(pg::at<&team::name>(col<&user::settings>));
#else
    (void)(pg::at<&theme::name>(col<&user::settings>));
#endif
}
