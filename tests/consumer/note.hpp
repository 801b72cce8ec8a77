// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel.hpp>

#ifdef NOTES_ARE_COMPILED_ONCE
#include <pgmodel/types/nlohmann.hpp>
#else
#include <nlohmann/json.hpp>
#endif

#include <cstdint>
#include <string>

struct consumer_note {
    std::int64_t id{};
    std::string text{};
    nlohmann::json extra = nlohmann::json::object();
};

/// In another file, where the library is compiled separately.
std::int64_t notes_that_say(pgmodel::connection& db, const std::string& text);
