// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The lists of which schema values consist.
#pragma once

#include <pgmodel/core/growing_array.hpp>

#include <cstddef>
#include <initializer_list>
#include <stdexcept>
#include <utility>

namespace pgmodel::schema {

/// A list of values, used as std::vector is: some thirty of those would be as much to compile as all else of the
/// tables. Iterators are pointers, valid until the list grows.
template <class T>
class many : public pgmodel::detail::growing_block<T> {
    using base = pgmodel::detail::growing_block<T>;

public:
    using value_type = T;
    using iterator = T*;
    using const_iterator = const T*;

    many() = default;
    // Where a copy throws, the list that was begun goes: after another constructor the object is complete.
    many(std::initializer_list<T> values) : many() { append(values); }
    many(const many& other) : many() { append(other); }
    many(many&& other) noexcept { base::swap(other); }
    many& operator=(many other) noexcept {
        base::swap(other);
        return *this;
    }
    ~many() { delete[] this->data_; }

    using base::begin;
    using base::end;
    using base::pop_back;
    using base::push_back;
    using base::reserve;
    using base::size;
    T& front() { return *begin(); }
    const T& front() const { return *begin(); }
    /// Throws `std::out_of_range`.
    T& at(std::size_t i) { return begin()[checked(i)]; }
    const T& at(std::size_t i) const { return begin()[checked(i)]; }

    template <class... Parts>
    T& emplace_back(Parts&&... parts) {
        return push_back(T(static_cast<Parts&&>(parts)...));
    }
    /// Before `position`; the place of the new value.
    T* insert(const T* position, T value) {
        const auto place = position - begin();
        push_back(static_cast<T&&>(value));
        for (T* at = end() - 1; at != begin() + place; --at) std::swap(at[-1], *at);
        return begin() + place;
    }
    /// The place of what follows.
    T* erase(const T* first, const T* last) {
        T* to = begin() + (first - begin());
        T* const next = to;
        for (T* from = begin() + (last - begin()); from != end(); ++from, ++to) *to = static_cast<T&&>(*from);
        while (end() != to) pop_back();
        return next;
    }
    T* erase(const T* position) { return erase(position, position + 1); }
    void clear() { *this = many(); }

    friend bool operator==(const many& a, const many& b) {
        if (a.size() != b.size()) return false;
        for (std::size_t i = 0; i < a.size(); ++i)
            if (!(a[i] == b[i])) return false;
        return true;
    }

private:
    template <class Values>
    [[gnu::noinline]] void append(const Values& values) {
        reserve(values.size());
        for (const T& value : values) push_back(value);
    }
    std::size_t checked(std::size_t i) const {
        if (i >= size()) throw std::out_of_range("pgmodel: a list has no value at this place");
        return i;
    }
};

}  // namespace pgmodel::schema
