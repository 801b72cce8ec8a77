// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The second file of a program.

#include "note.hpp"

namespace pg = pgmodel;
using pg::col;

std::int64_t notes_that_say(pg::connection& db, const std::string& text) {
    return db.transaction([&](pg::transaction& tx) {
        auto note = tx.insert(consumer_note{.text = text});
        const auto count = tx.count(pg::select<consumer_note>().where(col<&consumer_note::text> == text));
        tx.remove(note);
        return count - 1;
    });
}
