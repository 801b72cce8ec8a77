// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What the library's own lists need of std::vector, at a tenth of its compile time: each type of std::vector costs a
// compiler as much as a header of the library.
#pragma once

#include <pgmodel/core/exchange.hpp>

#include <cstddef>
#include <utility>

namespace pgmodel::detail {

/// A growing list without an owner: it is copied as a pointer is. It holds default values in advance, and those that
/// were taken out until others replace them.
template <class T>
class growing_block {
public:
    [[gnu::always_inline]] bool empty() const { return size_ == 0; }
    [[gnu::always_inline]] std::size_t size() const { return size_; }
    [[gnu::always_inline]] T* data() { return data_; }
    [[gnu::always_inline]] const T* data() const { return data_; }
    [[gnu::always_inline]] T* begin() { return data_; }
    [[gnu::always_inline]] const T* begin() const { return data_; }
    [[gnu::always_inline]] T* end() { return data_ + size_; }
    [[gnu::always_inline]] const T* end() const { return data_ + size_; }
    [[gnu::always_inline]] T& operator[](std::size_t i) { return data_[i]; }
    [[gnu::always_inline]] const T& operator[](std::size_t i) const { return data_[i]; }
    [[gnu::always_inline]] T& back() { return data_[size_ - 1]; }
    [[gnu::always_inline]] const T& back() const { return data_[size_ - 1]; }

    T& push_back(T value) {
        if (size_ == room_) reserve(room_ < 4 ? 8 : 2 * room_);
        return data_[size_++] = std::move(value);
    }
    [[gnu::always_inline]] void pop_back() { --size_; }
    void reserve(std::size_t room) {
        if (room <= room_) return;
        // No memory has as many; that `new` would throw for them is what g++ 12 warns of with -flto.
        if (room > ~std::size_t{0} / 4 / sizeof(T)) __builtin_trap();
        T* bigger = new T[room]{};
        for (std::size_t i = 0; i < size_; ++i) bigger[i] = std::move(data_[i]);
        delete[] data_;
        data_ = bigger;
        room_ = room;
    }

protected:
    void swap(growing_block& other) noexcept {
        swap_plain(data_, other.data_);
        swap_plain(size_, other.size_);
        swap_plain(room_, other.room_);
    }

    T* data_ = nullptr;
    std::size_t size_ = 0;
    std::size_t room_ = 0;
};

/// The same as an owner, which can be moved. The owner has no part with a destructor: else its constructor would need
/// that one, and with it those of all values, in each program that has the type.
template <class T>
class growing_array : public growing_block<T> {
public:
    growing_array() = default;
    explicit growing_array(std::size_t size) { resize(size); }
    growing_array(growing_array&& other) noexcept { this->swap(other); }
    growing_array& operator=(growing_array&& other) noexcept {
        this->swap(other);
        return *this;
    }
    ~growing_array() { delete[] this->data_; }

    [[gnu::always_inline]] void clear() { this->size_ = 0; }
    /// What is new has no particular value, unless the list never was longer.
    void resize(std::size_t size) {
        this->reserve(size);
        this->size_ = size;
    }
};

}  // namespace pgmodel::detail
