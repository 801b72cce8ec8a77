// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this expression can be NULL; make the field a std::optional
#include "../models.hpp"

#include <pgmodel/query/joined.hpp>

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    struct named { std::string text, name; };
    (void)pg::select(col<&remark::text>, col<&team::name>).left_join(pg::joined(pg::model<person>).join(pg::model<team>)).on(col<&team::name> == col<&remark::text>).into<named>();
#else
    struct named { std::string text; std::optional<std::string> name; };
    (void)pg::select(col<&remark::text>, col<&team::name>).left_join(pg::joined(pg::model<person>).join(pg::model<team>)).on(col<&team::name> == col<&remark::text>).into<named>();
#endif
}
