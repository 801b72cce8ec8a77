// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the keys of a document are looked for by pgmodel::has_key(document, "key")
#include "../models.hpp"

#include <pgmodel/expression/jsonb.hpp>

struct event {
    std::int64_t   id{};
    pg::jsonb_text data{};
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.all(pg::select<event>().where(col<&event::data>.has_key("a")));
#else
    db.all(pg::select<event>().where(pg::has_key(col<&event::data>, "a")));
#endif
}
