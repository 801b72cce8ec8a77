// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// All value types and their codecs.
#pragma once

#include <pgmodel/core/compiler.hpp>
#include <pgmodel/types/array.hpp>
#include <pgmodel/types/boolean.hpp>
#include <pgmodel/types/bytes.hpp>
#include <pgmodel/types/codec.hpp>
#include <pgmodel/types/composite.hpp>
#include <pgmodel/types/date.hpp>
#include <pgmodel/types/domain.hpp>
#include <pgmodel/types/elsewhere.hpp>
#include <pgmodel/types/enumeration.hpp>
#include <pgmodel/types/floating.hpp>
#include <pgmodel/types/index_method.hpp>
#include <pgmodel/types/integer.hpp>
#include <pgmodel/types/json.hpp>
#include <pgmodel/types/numeric.hpp>
#include <pgmodel/types/numeric_operators.hpp>
#include <pgmodel/types/text.hpp>
#include <pgmodel/types/timestamp.hpp>
#include <pgmodel/types/timestamptz.hpp>
#include <pgmodel/types/uuid.hpp>
#include <pgmodel/types/varchar.hpp>
