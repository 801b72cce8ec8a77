// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: this field is of a struct that is embedded in models; name the way
#include "../models.hpp"

struct audit {
    std::int32_t version{};

    static constexpr auto embeddable() { return pg::embeddable(pg::field<&audit::version>.version()); }
};
struct page {
    std::int64_t id{};
    audit meta{};

    static constexpr auto table() { return pg::table("pages", pg::field<&page::id>.primary_key(), pg::embedded<&page::meta>); }
};

void use([[maybe_unused]] pg::connection& db) {
#ifdef PGMODEL_BAD
    (void)db.all(pg::select<page>().where(col<&audit::version> > 1));
#else
    (void)db.all(pg::select<page>().where(col<&page::meta, &audit::version> > 1));
#endif
}
