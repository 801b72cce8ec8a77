// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: the type of what is selected is only declared; include its header
#include "../models.hpp"

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    db.execute(pg::select(pg::function<"pg_notify", void(std::string, std::string)>("a", "b")));
#else
    db.execute(pg::select(pg::function<"quote_ident", std::string(std::string)>("a")));
#endif
}
