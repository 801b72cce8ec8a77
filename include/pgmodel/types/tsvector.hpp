// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// tsvector: the words of a document with their positions. `#include <pgmodel/types/tsvector.hpp>`
#pragma once

#include <pgmodel/types/digits.hpp>
#include <pgmodel/types/lexeme.hpp>
#include <pgmodel/types/stream.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace pgmodel {

/// The words of a document, each once, in the order of their bytes. Mostly the server makes it (`to_tsvector`); parsed
/// text is taken as it is, without dictionaries.
class tsvector {
public:
    struct position {
        std::uint16_t place{};  ///< 1 to 16383
        char weight = 'D';      ///< A to D
        bool operator==(const position&) const = default;
    };
    struct lexeme {
        std::string text{};
        std::vector<position> positions{};
        bool operator==(const lexeme&) const = default;
    };
    static constexpr std::size_t most_positions = 255;

    tsvector() = default;
    /// From text, as `parse` reads it; throws `usage_error` for other text.
    explicit tsvector(std::string_view text) {
        auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a tsvector"};
        *this = std::move(*parsed);
    }

    /// Reads `'cat':2A,5 fat 'it''s':3`: words in quotes or not, each with positions or not. Empty for other text, and
    /// where the server would cut: words of more than 2046 bytes, positions beyond 16383, more than 255 of a word.
    static std::optional<tsvector> parse(std::string_view text) {
        tsvector out;
        for (detail::skip_blanks(text); !text.empty(); detail::skip_blanks(text)) {
            auto word = detail::take_lexeme(text, ":");
            if (!word) return {};
            lexeme& into = out.at(std::move(*word));
            if (!detail::take(text, ':')) continue;
            do {
                const auto place = detail::take_number(text, 10, 15);
                if (place < 1 || place > 16'383) return {};
                position found{static_cast<std::uint16_t>(place)};
                if (!text.empty() && (text[0] | 0x20) >= 'a' && (text[0] | 0x20) <= 'd') {
                    found.weight = static_cast<char>(text[0] & ~0x20);
                    text.remove_prefix(1);
                }
                add(into.positions, found);
            } while (detail::take(text, ','));
            if (into.positions.size() > most_positions || (!text.empty() && !detail::is_blank(text[0]))) return {};
        }
        return out;
    }

    const std::vector<lexeme>& lexemes() const { return lexemes_; }

    /// As PostgreSQL writes it: `'cat':2A,5 'fat' 'it''s':3`.
    std::string to_string() const {
        std::string out;
        for (const auto& each : lexemes_) {
            if (!out.empty()) out.push_back(' ');
            detail::append_lexeme(out, each.text);
            char before = ':';
            for (const auto& at : each.positions) {
                out.push_back(before);
                out.append(std::to_string(at.place));
                if (at.weight != 'D') out.push_back(at.weight);
                before = ',';
            }
        }
        return out;
    }

    bool operator==(const tsvector&) const = default;

private:
    friend struct codec<tsvector>;

    lexeme& at(std::string word) {
        std::size_t low = 0, high = lexemes_.size();
        while (low < high) {
            const std::size_t middle = low + (high - low) / 2;
            if (lexemes_[middle].text < word) low = middle + 1;
            else high = middle;
        }
        if (low == lexemes_.size() || lexemes_[low].text != word)
            lexemes_.insert(lexemes_.begin() + static_cast<std::ptrdiff_t>(low), lexeme{std::move(word), {}});
        return lexemes_[low];
    }
    /// In order, each place once, of two weights the higher.
    static void add(std::vector<position>& positions, position found) {
        std::size_t i = positions.size();
        while (i > 0 && positions[i - 1].place >= found.place) --i;
        if (i == positions.size() || positions[i].place != found.place)
            positions.insert(positions.begin() + static_cast<std::ptrdiff_t>(i), found);
        else if (found.weight < positions[i].weight) positions[i] = found;
    }

    std::vector<lexeme> lexemes_;
};

template <>
struct codec<tsvector> {
    static constexpr type_ref type{3614, "tsvector"};
    static constexpr type_ref array_type{3643, "tsvector[]"};

    static std::size_t size(const tsvector& value) {
        std::size_t total = 4;
        for (const auto& each : value.lexemes()) total += each.text.size() + 3 + 2 * each.positions.size();
        return total;
    }
    static void encode(const tsvector& value, writer& out) {
        out.write(static_cast<std::int32_t>(value.lexemes().size()));
        for (const auto& each : value.lexemes()) {
            detail::check_lexeme(each.text);
            out.bytes(each.text);
            out.write('\0');
            out.write(static_cast<std::int16_t>(each.positions.size()));
            for (const auto& at : each.positions)
                out.write(static_cast<std::uint16_t>(('D' - at.weight) << 14 | at.place));
        }
    }
    static tsvector decode(reader in) {
        tsvector out;
        // No memory is asked for by the counts, so they need not be believed.
        for (auto count = in.read<std::int32_t>(); count != 0; --count) {
            if (count < 0) [[unlikely]]
                detail::fail_value("a negative number of words");
            tsvector::lexeme word{detail::read_lexeme(in), {}};
            if (!out.lexemes_.empty() && word.text <= out.lexemes_.back().text) [[unlikely]]
                detail::fail_value("words out of order");
            const auto places = in.read<std::int16_t>();
            if (places < 0) [[unlikely]]
                detail::fail_value("a negative number of positions");
            for (int i = 0; i < places; ++i) {
                const auto raw = in.read<std::uint16_t>();
                const auto place = static_cast<std::uint16_t>(raw & 0x3FFF);
                if (place <= (word.positions.empty() ? 0 : word.positions.back().place)) [[unlikely]]
                    detail::fail_value("positions of a word out of order");
                word.positions.push_back({place, static_cast<char>('D' - (raw >> 14))});
            }
            out.lexemes_.push_back(std::move(word));
        }
        in.finish();
        return out;
    }
    static std::string text(const tsvector& value) { return value.to_string(); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::tsvector> {
    std::size_t operator()(const pgmodel::tsvector& value) const noexcept {
        std::size_t sum = value.lexemes().size();
        for (const auto& each : value.lexemes()) {
            sum = pgmodel::detail::hash_of(sum, std::hash<std::string>{}(each.text));
            for (const auto& at : each.positions) sum = pgmodel::detail::hash_of(sum, at.place, at.weight);
        }
        return sum;
    }
};
