// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// A migration's file: its name, and its text, which is made of blocks.
// `#include <pgmodel/migrate/script.hpp>`
//
//     -- pgmodel: transaction      begins a block that is one transaction, as the file's beginning does
//     -- pgmodel: alone            begins a block of one statement that cannot run in a transaction
//     -- pgmodel: down             begins the way back, which has blocks as well
//     -- pgmodel: by hand          stands where a plan has left something to somebody: the file does not run with it
#pragma once

#include <string_view>

namespace pgmodel::migrate {

/// A file as a program carries it: `0001_create_blog.sql`, and its text.
struct script {
    std::string_view file{};
    std::string_view text{};
};

}  // namespace pgmodel::migrate
