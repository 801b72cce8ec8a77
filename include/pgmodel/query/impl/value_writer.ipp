// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/core/exchange.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/query/value_writer.hpp>

#include <cstddef>

namespace pgmodel::detail {

[[gnu::cold, gnu::noinline]] PGMODEL_INLINE void fail_size() {
    throw encode_error("pgmodel: a value of 1 GiB or more cannot be sent to PostgreSQL");
}

[[gnu::noinline]] PGMODEL_INLINE void value_memory::release() {
    for (char* const block : earlier_) delete[] block;
    earlier_.clear();
    if (size_ > kept) {
        delete[] exchange_plain(block_);
        size_ = 0;
    }
    room_ = size_;
}
[[gnu::noinline]] PGMODEL_INLINE void value_memory::begin_again(std::size_t bytes) {
    if (bytes > largest_message) fail_sizes({});
    release();
    if (bytes <= size_) return;
    delete[] exchange_plain(block_);
    size_ = room_ = 0;
    add(bytes < least ? least : bytes);
}
PGMODEL_INLINE void value_memory::add(std::size_t bytes) {
    // Much more than asked for, up to a limit: then the next statements find all that they need in one block, and many
    // values do not take one each.
    const std::size_t size = bytes + (size_ < kept ? 2 * size_ : kept);
    if (block_) earlier_.reserve(earlier_.size() + 1);
    char* const next = new char[size];
    if (block_) earlier_.push_back(block_);
    block_ = next;
    size_ = size;
    room_ = size > kept || !earlier_.empty() ? 0 : size;
}

[[gnu::noinline]] PGMODEL_INLINE void value_writer::begin_block(std::size_t bytes) {
    if (bytes > longest_value) fail_size();
    before_ += static_cast<std::size_t>(position() - memory_.data());
    full_ = before_ + bytes > largest_message;
    if (full_) fail_sizes({});
    memory_.add(bytes + kept_free_);
    move_to(memory_.data());
    end_ = memory_.end();
}

}  // namespace pgmodel::detail
