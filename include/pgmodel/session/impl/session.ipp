// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/session/channel.hpp>
#include <pgmodel/session/session.hpp>

#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

PGMODEL_BODY
session::session(std::string_view dsn) : session(options{.dsn = std::string(dsn)}) {}
PGMODEL_BODY
session::session(options wanted) : connection(new detail::channel(std::move(wanted))) {}
PGMODEL_INLINE session::~session() { delete channel_; }

}  // namespace pgmodel
