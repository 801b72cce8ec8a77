// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// multirange<T>: int4multirange, nummultirange, tstzmultirange ... `#include <pgmodel/types/multirange.hpp>`
#pragma once

#include <pgmodel/core/algorithm.hpp>
#include <pgmodel/core/iterator.hpp>
#include <pgmodel/types/range.hpp>

#include <compare>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel {

/// Ranges in ascending order, none of them empty, a gap between each two: whatever ranges it is made of, they are
/// sorted and merged, as the server does. A range converts to it.
template <class T>
class multirange {
public:
    using value_type = range<T>;

    constexpr multirange() = default;
    constexpr multirange(range<T> one) {
        if (!one.empty()) ranges_.push_back(std::move(one));
    }
    constexpr multirange(std::initializer_list<range<T>> ranges) : multirange(std::vector<range<T>>(ranges)) {}
    constexpr explicit multirange(std::vector<range<T>> ranges) : ranges_(std::move(ranges)) { normalize(); }
    /// From text, as `parse` reads it; throws `usage_error` for other text.
    explicit multirange(std::string_view text) {
        auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a multirange of this type"};
        *this = *std::move(parsed);
    }

    /// Reads `{[1,5),(8,)}`, with blanks where PostgreSQL allows them; empty for other text.
    static std::optional<multirange> parse(std::string_view text) {
        text = detail::trim_blanks(text);
        if (text.size() < 2 || text.front() != '{' || text.back() != '}') return {};
        text = detail::trim_blanks(text.substr(1, text.size() - 2));
        std::vector<range<T>> ranges;
        while (!text.empty()) {
            const std::size_t end = end_of_range(text);
            auto one = range<T>::parse(text.substr(0, end));
            if (!one) return {};
            ranges.push_back(*std::move(one));
            text = detail::trim_blanks(text.substr(end));
            if (text.empty()) break;
            if (text[0] != ',' || text.size() == 1) return {};
            text = detail::trim_blanks(text.substr(1));
            if (text.empty()) return {};
        }
        return multirange{std::move(ranges)};
    }
    /// As PostgreSQL writes it: `{[1,5),[8,)}`.
    std::string to_string() const {
        std::string out = "{";
        for (const auto& one : ranges_) {
            if (out.size() > 1) out.push_back(',');
            out.append(one.to_string());
        }
        out.push_back('}');
        return out;
    }

    constexpr bool empty() const { return ranges_.empty(); }
    constexpr std::size_t size() const { return ranges_.size(); }
    constexpr auto begin() const { return ranges_.begin(); }
    constexpr auto end() const { return ranges_.end(); }
    constexpr const range<T>& operator[](std::size_t i) const { return ranges_[i]; }
    /// The least range that contains all of it.
    constexpr range<T> hull() const { return empty() ? range<T>{} : merge(ranges_.front(), ranges_.back()); }

    constexpr bool contains(const T& value) const { return contains(range<T>{inclusive(value), inclusive(value)}); }
    constexpr bool contains(const range<T>& other) const {
        if (other.empty()) return true;
        const auto at = last_from(other);
        return at != ranges_.end() && at->contains(other);
    }
    constexpr bool contains(const multirange& other) const {
        return std::all_of(other.begin(), other.end(), [&](const range<T>& one) { return contains(one); });
    }
    constexpr bool overlaps(const multirange& other) const { return !(*this * other).empty(); }

    /// What lies in one of them.
    friend constexpr multirange operator+(const multirange& a, const multirange& b) {
        std::vector<range<T>> all = a.ranges_;
        all.insert(all.end(), b.begin(), b.end());
        return multirange{std::move(all)};
    }
    /// What lies in both.
    friend constexpr multirange operator*(const multirange& a, const multirange& b) { return a.intersection(b); }
    /// What lies in `a` and not in `b`.
    friend constexpr multirange operator-(const multirange& a, const multirange& b) { return a.difference(b); }

    friend constexpr bool operator==(const multirange& a, const multirange& b) {
        return std::equal(a.begin(), a.end(), b.begin(), b.end());
    }
    /// As the server: range by range, then the shorter first.
    friend constexpr std::weak_ordering operator<=>(const multirange& a, const multirange& b) {
        for (std::size_t i = 0; i < a.size() && i < b.size(); ++i)
            if (const auto order = a[i] <=> b[i]; order != 0) return order;
        return a.size() <=> b.size();
    }

private:
    constexpr multirange intersection(const multirange& other) const {
        multirange out;
        for (auto a = begin(), b = other.begin(); a != end() && b != other.end();) {
            auto both = *a * *b;
            if (!both.empty()) out.ranges_.push_back(std::move(both));
            ++(range<T>::compare_upper(*a, *b) < 0 ? a : b);
        }
        return out;
    }
    constexpr multirange difference(const multirange& other) const {
        multirange out;
        auto from = other.begin();
        for (range<T> rest : ranges_) {
            while (from != other.end() && from->is_before(rest)) ++from;
            for (auto cut = from; cut != other.end() && rest.overlaps(*cut); ++cut) {
                if (range<T>::compare_lower(rest, *cut) < 0)
                    out.ranges_.emplace_back(rest.lower(), detail::beyond(cut->lower()));
                rest = range<T>::compare_upper(rest, *cut) > 0 ? range<T>{detail::beyond(cut->upper()), rest.upper()}
                                                               : range<T>{};
            }
            if (!rest.empty()) out.ranges_.push_back(std::move(rest));
        }
        return out;
    }
    /// The last range that does not begin behind `other`; the end if there is none.
    constexpr auto last_from(const range<T>& other) const {
        const auto behind = std::partition_point(ranges_.begin(), ranges_.end(), [&](const range<T>& one) {
            return range<T>::compare_lower(one, other) <= 0;
        });
        return behind == ranges_.begin() ? ranges_.end() : std::prev(behind);
    }
    /// How long the range at the front of the text is.
    static std::size_t end_of_range(std::string_view text) {
        if (text[0] != '[' && text[0] != '(') return std::min(text.find(','), text.size());
        bool quoted = false;
        for (std::size_t i = 1; i < text.size(); ++i) {
            if (text[i] == '\\') ++i;
            else if (text[i] == '"') quoted = !quoted;
            else if (!quoted && (text[i] == ')' || text[i] == ']')) return i + 1;
        }
        return text.size();
    }
    constexpr void normalize() {
        std::erase_if(ranges_, [](const range<T>& one) { return one.empty(); });
        std::sort(ranges_.begin(), ranges_.end());
        std::size_t last = 0;
        for (std::size_t i = 1; i < ranges_.size(); ++i) {
            auto& into = ranges_[last];
            if (into.overlaps(ranges_[i]) || into.is_adjacent_to(ranges_[i])) into = merge(into, ranges_[i]);
            else if (++last != i) ranges_[last] = std::move(ranges_[i]);
        }
        if (!ranges_.empty()) ranges_.resize(last + 1);
    }

    std::vector<range<T>> ranges_{};
};

template <class T>
struct codec<multirange<T>> {
    static constexpr type_ref type = range_type<T>::multirange;
    static constexpr type_ref array_type = range_type<T>::multirange_array;

    static std::size_t size(const multirange<T>& value) {
        std::size_t total = 4;
        for (const auto& one : value) total += 4 + codec<range<T>>::size(one);
        return total;
    }
    static void encode(const multirange<T>& value, writer& out) {
        out.write(static_cast<std::int32_t>(value.size()));
        for (const auto& one : value) {
            out.write(static_cast<std::int32_t>(codec<range<T>>::size(one)));
            codec<range<T>>::encode(one, out);
        }
    }
    static multirange<T> decode(reader in) {
        const auto count = in.read<std::int32_t>();
        // Each range has at least its length and its flags: a wrong count is found before memory is asked for.
        if (count < 0 || static_cast<std::size_t>(count) > in.left() / 5) [[unlikely]]
            detail::fail_value("a multirange with a wrong number of ranges");
        std::vector<range<T>> ranges;
        ranges.reserve(static_cast<std::size_t>(count));
        for (std::int32_t i = 0; i < count; ++i) {
            const auto length = in.read<std::int32_t>();
            if (length < 0) [[unlikely]]
                detail::fail_value("a range of negative length");
            const std::string_view data = in.bytes(static_cast<std::size_t>(length));
            ranges.push_back(codec<range<T>>::decode(reader{data.data(), data.size()}));
        }
        in.finish();
        return multirange<T>{std::move(ranges)};
    }
    static std::string text(const multirange<T>& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <class T>
struct std::hash<pgmodel::multirange<T>> {
    std::size_t operator()(const pgmodel::multirange<T>& value) const {
        std::size_t sum = value.size();
        for (const auto& one : value) sum = pgmodel::detail::hash_of(sum, std::hash<pgmodel::range<T>>{}(one));
        return sum;
    }
};
