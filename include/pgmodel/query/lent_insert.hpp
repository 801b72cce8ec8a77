// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Inserts that send columns which the server could fill: their text depends on the row, and to write it takes longer
// than all the rest, so each thread keeps the last few.
#pragma once

#include <pgmodel/core/exchange.hpp>
#include <pgmodel/query/insert.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

struct kept_insert {
    const insert_plan* plan = nullptr;
    std::uint64_t hash{};    ///< of the plan's usual statement: an unloaded library's addresses are used again
    std::string more{};      ///< a byte for each column that the server could fill: is it sent?
    written_statement made{};
    row_statement statement{};  ///< what was made
};
struct kept_inserts {
    static constexpr std::size_t count = 16;
    kept_insert* at[count]{};

    kept_inserts() = default;
    kept_inserts(const kept_inserts&) = delete;
    ~kept_inserts() {
        for (auto* kept : at) delete kept;
    }
};

/// Takes a statement out of its place while it is used: a statement log may insert on this thread meanwhile.
class lent_insert {
public:
    template <class = when_used>
    lent_insert(const insert_plan& plan, const bool* more)
        : lent_insert(plan, more, std::string_view(reinterpret_cast<const char*>(more), plan.fillable_count)) {}
    lent_insert(const lent_insert&) = delete;
    ~lent_insert() { delete exchange_plain(place_, held_); }

    const row_statement& statement() const { return held_->statement; }

private:
    template <class = when_used>
    lent_insert(const insert_plan& plan, const bool* more, std::string_view wanted)
        : place_(place_of(plan, wanted)), held_(exchange_plain(place_)) {
        const auto hash = plan.usual->shape->hash;
        if (held_ && held_->plan == &plan && held_->hash == hash && held_->more.size() == wanted.size() &&
            __builtin_memcmp(held_->more.data(), wanted.data(), wanted.size()) == 0) [[likely]]
            return;
        delete held_;
        place_ = held_ = new kept_insert;  // there until it is complete, in case of an exception
        make_written_insert(held_->made, plan, more);
        // Another one may be kept at the same address later.
        held_->made.shape.hash ^= hash_types(held_->made.shape);
        held_->made.shape.lasting = true;
        held_->statement = held_->made.statement(*plan.usual->model);
        held_->more = wanted;
        held_->hash = hash;
        held_->plan = &plan;
        place_ = nullptr;
    }
    static kept_insert*& place_of(const insert_plan& plan, std::string_view wanted) {
        static thread_local kept_inserts all;
        const auto hash = hash_text(wanted, reinterpret_cast<std::uintptr_t>(&plan) >> 4);
        return all.at[(hash ^ hash >> 32) % kept_inserts::count];
    }

    kept_insert*& place_;
    kept_insert* held_;
};

}  // namespace pgmodel::detail
