// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a document is not compared with a text; its parts are, as texts: document["key"].as_text() == "value"
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

struct event {
    std::int64_t   id{};
    pg::jsonb_text data{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)(col<&event::data>["a"] == "x");
#else
    (void)(col<&event::data>["a"].as_text() == "x");
#endif
}
