// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Sessions, transactions and pools: what talks to a server.
#pragma once

#include <pgmodel/core/compiler.hpp>
#include <pgmodel/session/connection.hpp>
#include <pgmodel/session/options.hpp>
#include <pgmodel/session/pool.hpp>
#include <pgmodel/session/session.hpp>
#include <pgmodel/session/transaction.hpp>
#include <pgmodel/session/update_by_key.hpp>
