// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Memory for the values of a statement. The size of a value is asked for when its turn comes, and what has been encoded
// stays where it is: what does not fit any more begins a further block.
#pragma once

#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/types/wire.hpp>

#include <cstddef>

namespace pgmodel::detail {

/// The server refuses messages of one GiB; libpq's lengths are ints.
inline constexpr std::size_t longest_value = (std::size_t{1} << 30) - 1000;

[[noreturn]] void fail_size();

/// One for all statements of a connection.
class value_memory {
public:
    value_memory() = default;
    value_memory(const value_memory&) = delete;
    ~value_memory() {
        release();
        delete[] block_;
    }

    /// Room for so many bytes; what was encoded before is gone. Throws `encode_error` if no message has so many.
    template <class = when_used>
    char* begin(std::size_t bytes) {
        if (bytes > room_) [[unlikely]]
            begin_again(bytes);
        return block_;
    }
    char* data() const { return block_; }
    char* end() const { return block_ + size_; }
    /// Begins a further block with that room.
    void add(std::size_t bytes);
    /// When the statement has run: much memory is not kept.
    void finish() {
        if (room_ != size_) [[unlikely]]
            release();
    }

private:
    static constexpr std::size_t least = 4096, kept = 1 << 20;

    void begin_again(std::size_t bytes);
    void release();

    char* block_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = 0;  ///< of the next statement; none while there is more than is kept
    growing_array<char*> earlier_{};
};

/// The values of one statement on their way into that memory.
class value_writer : public writer {
public:
    /// A value of at most so many bytes has its room from the beginning.
    static constexpr std::size_t small = 16;

    /// `before`: bytes at the beginning of the memory that are left alone.
    value_writer(value_memory& memory, std::size_t values, type_resolver* types, std::size_t before = 0)
        : writer(memory.begin(before + small * values) + before, types), memory_(memory), end_(memory.end()),
          kept_free_(small * values), before_(0 - before) {}

    /// Asked before any other. Throws `encode_error` if no message has room for it.
    template <class = when_used>
    void require(std::size_t bytes) {
        if (add_sizes(bytes, kept_free_) > static_cast<std::size_t>(end_ - position())) [[unlikely]]
            begin_block(bytes);
    }
    /// Were all values together the reason?
    bool full() const { return full_; }

private:
    void begin_block(std::size_t bytes);

    value_memory& memory_;
    const char* end_;
    std::size_t kept_free_;
    std::size_t before_;  ///< bytes of the blocks before this one
    bool full_ = false;
};

}  // namespace pgmodel::detail

#ifndef PGMODEL_SEPARATE_COMPILATION
#include <pgmodel/query/impl/value_writer.ipp>
#endif
