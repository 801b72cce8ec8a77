// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What a connection has prepared: found by hash, checked by text and types, the least recently used one makes room.
#pragma once

#include <pgmodel/core/exchange.hpp>
#include <pgmodel/core/growing_array.hpp>
#include <pgmodel/core/when_used.hpp>
#include <pgmodel/query/statement_shape.hpp>
#include <pgmodel/session/command_tag.hpp>
#include <pgmodel/types/random.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

/// What is known of a statement by its first word.
enum class statement_effect : std::uint8_t {
    reads,   ///< it writes nothing itself; functions that it calls may
    writes,
    told,    ///< by its command tag
    sets,    ///< reads, and perhaps sets what SET can
    tells_and_sets
};

inline constexpr std::size_t name_size = 24;

/// What each run needs is in one cache line: nothing of it is in the nearest cache when a server has answered.
struct alignas(64) prepared_statement {
    std::uint64_t hash{};
    // Where it was last seen; compared, never followed.
    const statement_shape* shape{};
    const expected_column* columns{};
    const type_ref* parameter_types{};
    std::uint32_t next_in_bucket{};
    bool ready{};                        ///< prepared and checked; if not, that comes before its next run
    bool compared{};                     ///< what it returns, for all runs; if not, each answer is compared
    bool prepared{};                     ///< it has a name on the server
    bool named_types{};
    bool ordered{};                      ///< `order` is not empty
    statement_effect effect{};
    char name[name_size]{};

    growing_array<std::uint16_t> order{};  ///< by_name: where the expected columns are

    std::string sql{};
    std::uint64_t types_hash{};
    growing_array<oid> parameters{};
    std::uint64_t number{};
    std::uint32_t newer{}, older{};
};

inline statement_effect effect_of(std::string_view sql) {
    while (!sql.empty() && (sql.front() == ' ' || sql.front() == '\n' || sql.front() == '\t' || sql.front() == '('))
        sql.remove_prefix(1);
    const auto starts_with = [sql](std::string_view word) {
        bool same = sql.size() >= word.size();
        for (std::size_t i = 0; same && i < word.size(); ++i) same = (sql[i] | 0x20) == word[i];
        return same;
    };
    const bool sets = mentions(sql, "set_config");
    for (std::string_view word : {"select", "values", "table", "show"})
        if (starts_with(word)) return sets ? statement_effect::sets : statement_effect::reads;
    if (sets) return statement_effect::tells_and_sets;
    for (std::string_view word : {"insert", "update", "delete", "merge"})
        if (starts_with(word)) return statement_effect::writes;
    return statement_effect::told;
}

class statement_cache {
public:
    explicit statement_cache(std::size_t capacity)
        : own_bits_(random_bits() >> 28), capacity_(capacity == 0 ? 1 : capacity) {
        std::size_t buckets = 16;
        while (buckets < capacity_) buckets *= 2;
        buckets_.resize(buckets);
        for (auto& first : buckets_) first = none;
    }

    /// Null when it is not there. Valid until the next add().
    template <class = when_used>
    prepared_statement* find(const statement_shape& shape) {
        const auto at = bucket(shape.hash);
        if (at != none && is_seen(all_[at], shape)) [[likely]]
            return at == newest_ ? &all_[at] : use(at);
        return find_at_length(shape);
    }

    /// Adds it as the newest, not prepared yet; may drop the oldest one.
    template <class = when_used>
    prepared_statement& add(const statement_shape& shape) {
        if (count_ == capacity_) remove(all_[oldest_]);
        std::uint32_t at = free_;
        if (at != none) free_ = all_[at].next_in_bucket;
        else {
            at = static_cast<std::uint32_t>(all_.size());
            all_.push_back({});
        }
        auto& s = all_[at];
        s = {};
        s.hash = shape.hash;
        see(s, shape);
        s.sql = shape.sql;
        s.types_hash = hash_types(shape);
        s.next_in_bucket = exchange_plain(bucket(shape.hash), at);
        link_newest(at);
        ++count_;
        return s;
    }

    /// Forgets it; its name is then one of dropped().
    template <class = when_used>
    void remove(prepared_statement& s) {
        drop_name(s);  // it may throw, so it comes first
        const auto at = static_cast<std::uint32_t>(&s - all_.data());
        auto* from = &bucket(s.hash);
        while (*from != at) from = &all_[*from].next_in_bucket;
        *from = s.next_in_bucket;
        unlink(at);
        s.next_in_bucket = exchange_plain(free_, at);
        --count_;
    }

    /// A new name for a statement that is to be prepared. No name is used twice on a connection.
    void rename(prepared_statement& s) {
        drop_name(s);
        s.number = ++names_;
        write_name(s.number, s.name);
    }
    /// Into `name_size` bytes. Not the name of another client's statement either: a pooler may hand this one a
    /// connection where that is.
    template <class = when_used>
    void write_name(std::uint64_t number, char* name) const {
        std::snprintf(name, name_size, "pgm_%09llx_%llx", static_cast<unsigned long long>(own_bits_),
                      static_cast<unsigned long long>(number));
    }

    /// The server has forgotten all of them (DEALLOCATE ALL, DISCARD ALL).
    void all_gone() {
        for (auto& s : all_) s.ready = s.prepared = false;
        dropped_.clear();
    }

    /// Tables may have other columns now, in which case the server would refuse the old plans.
    void forget_plans() {
        for (auto& s : all_) s.ready = false;
    }
    /// Each answer is compared with what is expected from now on.
    void compare_each() {
        for (auto& s : all_) s.compared = false;
    }
    /// Types that are known by name only may have other OIDs now.
    void forget_named_types() {
        for (auto& s : all_) s.ready &= !s.named_types;
    }

    std::size_t size() const { return count_; }
    /// Numbers in names that the server still holds and nobody uses.
    growing_array<std::uint64_t>& dropped() { return dropped_; }

private:
    static constexpr std::uint32_t none = 0xffffffff;

    std::uint32_t& bucket(std::uint64_t hash) {
        return buckets_[static_cast<std::size_t>(hash ^ (hash >> 32)) & (buckets_.size() - 1)];
    }

    /// A lasting text at the same place with the same hash is the same: nobody chooses it at run time.
    static bool is_seen(const prepared_statement& s, const statement_shape& shape) {
        return s.hash == shape.hash && s.shape == &shape && s.columns == shape.columns && shape.lasting &&
               s.parameter_types == shape.parameters;
    }
    /// Apart from find(), which saves no registers for it then.
    template <class = when_used>
    [[gnu::noinline]] prepared_statement* find_at_length(const statement_shape& shape) {
        for (auto at = bucket(shape.hash); at != none; at = all_[at].next_in_bucket)
            if (all_[at].hash == shape.hash && is_same(all_[at], shape)) return use(at);
        return nullptr;
    }
    template <class = when_used>
    static bool is_same(prepared_statement& s, const statement_shape& shape) {
        // The same places and text mean the same types, which are constants. One address alone proves nothing, because
        // stacks and unloaded libraries use theirs again.
        const bool same_place = s.shape == &shape && s.columns == shape.columns && same_parameters(s, shape);
        if (!same_text(s.sql, shape.sql)) return false;
        if (same_place) return true;
        if (s.types_hash != hash_types(shape)) return false;
        see(s, shape);
        return true;
    }
    /// Without the calls that `==` takes before it compares.
    static bool same_text(const std::string& a, std::string_view b) {
        return a.size() == b.size() && __builtin_memcmp(a.data(), b.data(), b.size()) == 0;
    }
    /// With a text that was put together at run time its types were, too: their place says nothing, and is another one
    /// each time.
    template <class = when_used>
    static bool same_parameters(const prepared_statement& s, const statement_shape& shape) {
        if (shape.lasting || s.named_types) return s.parameter_types == shape.parameters;
        if (s.parameters.size() != shape.parameter_count) return false;
        for (std::size_t i = 0; i < shape.parameter_count; ++i)
            if (s.parameters[i] != shape.parameters[i].id) return false;
        return true;
    }
    template <class = when_used>
    static void see(prepared_statement& s, const statement_shape& shape) {
        s.shape = &shape;
        s.columns = shape.columns;
        s.parameter_types = shape.parameters;
    }
    void drop_name(prepared_statement& s) {
        if (s.prepared) dropped_.push_back(s.number);
        s.prepared = false;
    }
    template <class = when_used>
    void link_newest(std::uint32_t at) {
        all_[at].older = newest_;
        all_[at].newer = none;
        (newest_ == none ? oldest_ : all_[newest_].newer) = at;
        newest_ = at;
    }
    template <class = when_used>
    void unlink(std::uint32_t at) {
        const std::uint32_t newer = all_[at].newer, older = all_[at].older;
        (newer == none ? newest_ : all_[newer].older) = older;
        (older == none ? oldest_ : all_[older].newer) = newer;
    }
    template <class = when_used>
    [[gnu::noinline]] prepared_statement* use(std::uint32_t at) {
        unlink(at);
        link_newest(at);
        return &all_[at];
    }

    std::uint64_t own_bits_;
    std::size_t capacity_, count_ = 0;
    growing_array<std::uint64_t> dropped_;
    std::uint64_t names_ = 0;
    std::uint32_t oldest_ = none, free_ = none;
    // What find() needs.
    growing_array<std::uint32_t> buckets_;
    growing_array<prepared_statement> all_;
    std::uint32_t newest_ = none;
};

}  // namespace pgmodel::detail
