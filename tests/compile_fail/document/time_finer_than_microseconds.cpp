// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// expect: pgmodel: a document has microseconds at most, and this time is finer; make the field a std::chrono::sys_time<std::chrono::microseconds> and round where it is set
#include <pgmodel/document.hpp>

#include <chrono>

namespace pg = pgmodel;

struct visit {
#ifdef PGMODEL_BAD
    std::chrono::system_clock::time_point at{};
#else
    std::chrono::sys_time<std::chrono::microseconds> at{};
#endif
};

inline const std::string text = pg::to_json(visit{});
