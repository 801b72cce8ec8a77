// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// hstore: texts under keys; needs the extension of that name. `#include <pgmodel/types/hstore.hpp>`
#pragma once

#include <pgmodel/core/error.hpp>
#include <pgmodel/types/stream.hpp>
#include <pgmodel/types/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel {

/// Texts or NULLs under keys, each key once; in the server's order, which is by the keys' length first.
class hstore {
public:
    using value_type = std::pair<std::string, std::optional<std::string>>;

    hstore() = default;
    /// Of a key that is there twice the last value stays.
    hstore(std::initializer_list<value_type> pairs) {
        for (const auto& each : pairs) set(each.first, each.second);
    }

    /// Sets the value under `key`, whether or not there is one. Linear in the keys behind it.
    void set(std::string key, std::optional<std::string> value) {
        const std::size_t at = lower_bound(key);
        if (at < pairs_.size() && pairs_[at].first == key) pairs_[at].second = std::move(value);
        else pairs_.insert(pairs_.begin() + static_cast<std::ptrdiff_t>(at), {std::move(key), std::move(value)});
    }
    /// False when the key is not there.
    bool erase(std::string_view key) {
        const std::size_t at = lower_bound(key);
        if (at == pairs_.size() || pairs_[at].first != key) return false;
        pairs_.erase(pairs_.begin() + static_cast<std::ptrdiff_t>(at));
        return true;
    }
    bool contains(std::string_view key) const { return find(key) != nullptr; }
    /// Null when the key is not there; points into this object until it is changed.
    const std::optional<std::string>* find(std::string_view key) const {
        const std::size_t at = lower_bound(key);
        return at < pairs_.size() && pairs_[at].first == key ? &pairs_[at].second : nullptr;
    }

    std::size_t size() const { return pairs_.size(); }
    bool empty() const { return pairs_.empty(); }
    auto begin() const { return pairs_.begin(); }
    auto end() const { return pairs_.end(); }

    /// `"a"=>"1", "bb"=>NULL`
    std::string to_string() const {
        std::string out;
        for (const auto& [key, value] : pairs_) {
            if (!out.empty()) out.append(", ");
            quote(key, out);
            out.append("=>");
            if (value) quote(*value, out);
            else out.append("NULL");
        }
        return out;
    }

    bool operator==(const hstore&) const = default;

private:
    static void quote(std::string_view text, std::string& out) {
        out.push_back('"');
        for (char c : text) {
            if (c == '"' || c == '\\') out.push_back('\\');
            out.push_back(c);
        }
        out.push_back('"');
    }
    std::size_t lower_bound(std::string_view key) const {
        std::size_t low = 0, high = pairs_.size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            const std::string& other = pairs_[middle].first;
            if (other.size() != key.size() ? other.size() < key.size() : other < key) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    std::vector<value_type> pairs_;
};

template <>
struct codec<hstore> {
    static constexpr type_ref type{0, "hstore"};
    static constexpr type_ref array_type{0, "hstore[]"};

    static std::size_t size(const hstore& value) {
        std::size_t total = 4;
        for (const auto& [key, text] : value) total += 8 + key.size() + (text ? text->size() : 0);
        return total;
    }
    static void encode(const hstore& value, writer& out) {
        out.write(static_cast<std::int32_t>(value.size()));
        for (const auto& [key, text] : value) {
            write(key, out);
            if (text) write(*text, out);
            else out.write(std::int32_t{-1});
        }
    }
    static hstore decode(reader in) {
        hstore out;
        // No memory is asked for by the count, so it need not be believed.
        for (auto count = in.read<std::int32_t>(); count != 0; --count) {
            if (count < 0) [[unlikely]]
                detail::fail_value("a negative number of keys");
            auto key = read(in);
            if (!key || out.contains(*key)) [[unlikely]]
                detail::fail_value("a key that is NULL or there twice");
            out.set(std::move(*key), read(in));
        }
        in.finish();
        return out;
    }
    static std::string text(const hstore& value) { return value.to_string(); }

private:
    static void write(const std::string& text, writer& out) {
        detail::check_text(text);
        out.write(static_cast<std::int32_t>(text.size()));
        out.bytes(text);
    }
    static std::optional<std::string> read(reader& in) {
        const auto length = in.read<std::int32_t>();
        if (length == -1) return {};
        if (length < 0) [[unlikely]]
            detail::fail_value("a text of negative length");
        return std::string{in.bytes(static_cast<std::size_t>(length))};
    }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::hstore> {
    std::size_t operator()(const pgmodel::hstore& value) const noexcept {
        std::size_t sum = value.size();
        for (const auto& [key, text] : value) {
            const std::hash<std::string> hash_text;
            sum = pgmodel::detail::hash_of(sum, hash_text(key), text ? hash_text(*text) : 0);
        }
        return sum;
    }
};
