// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// tsquery: what a text search looks for. `#include <pgmodel/types/tsquery.hpp>`
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

/// Words joined by `&`, `|`, `!` and `<->`; an empty one can be read, but not sent. What a user typed is no such text:
/// give that to `pg::websearch`.
class tsquery {
public:
    tsquery() = default;
    /// From text, as `parse` reads it; throws `usage_error` for other text.
    explicit tsquery(std::string_view text) {
        auto parsed = parse(text);
        if (!parsed) throw usage_error{"pgmodel: the text is not a tsquery"};
        *this = std::move(*parsed);
    }

    /// Reads `'fat':*A & ( rat | !cat ) <-> x <2> y`, without dictionaries; empty for other text.
    static std::optional<tsquery> parse(std::string_view text) {
        tsquery out;
        std::vector<item> waiting;  // operators whose right side is not complete; operation::none is a parenthesis
        bool operand = true;
        const auto move_over = [&] {
            out.items_.push_back(std::move(waiting.back()));
            waiting.pop_back();
        };
        detail::skip_blanks(text);
        if (text.empty()) return out;
        for (; !text.empty(); detail::skip_blanks(text)) {
            if (operand) {
                if (detail::take(text, '!')) {
                    waiting.push_back({operation::negation});
                } else if (detail::take(text, '(')) {
                    waiting.push_back({});
                } else {
                    auto value = take_value(text);
                    if (!value) return {};
                    out.items_.push_back(std::move(*value));
                    operand = false;
                }
                continue;
            }
            if (detail::take(text, ')')) {
                while (!waiting.empty() && waiting.back().operation != operation::none) move_over();
                if (waiting.empty()) return {};
                waiting.pop_back();
                continue;
            }
            const auto joint = take_joint(text);
            if (!joint) return {};
            while (!waiting.empty() && priority(waiting.back().operation) >= priority(joint->operation)) move_over();
            waiting.push_back(*joint);
            operand = true;
        }
        if (operand) return {};
        while (!waiting.empty()) {
            if (waiting.back().operation == operation::none) return {};
            move_over();
        }
        // PostgreSQL has each operator before its operands, the right one first: from the end it is the other way
        // round.
        for (std::size_t i = 0, j = out.items_.size(); i + 1 < j; ++i) std::swap(out.items_[i], out.items_[--j]);
        return out;
    }

    bool empty() const { return items_.empty(); }

    /// As PostgreSQL writes it: `'fat':*A & ( 'rat' | !'cat' )`.
    std::string to_string() const { return to_string(false); }

    bool operator==(const tsquery&) const = default;

private:
    friend struct codec<tsquery>;
    friend struct std::hash<tsquery>;

    /// With parentheses around each operation, or where they are needed.
    std::string to_string(bool all_enclosed) const {
        struct part {
            std::string text;
            operation from;
        };
        std::vector<part> parts;
        // From the end: the operands before their operator, the left one first. No recursion, however deep it is.
        for (std::size_t i = items_.size(); i-- > 0;) {
            const item& each = items_[i];
            if (each.operation == operation::none) {
                parts.push_back({value_text(each), operation::none});
                continue;
            }
            const bool phrase = each.operation == operation::phrase;
            const auto enclose = [&](part& operand, bool is_right) {
                const bool needed = operand.from != operation::none &&
                                    (all_enclosed || priority(operand.from) < priority(each.operation) ||
                                     (is_right && phrase && operand.from == operation::phrase));
                if (needed) operand.text.insert(0, "( ").append(" )");
            };
            part second = std::move(parts.back());
            parts.pop_back();
            if (each.operation == operation::negation) {
                enclose(second, false);
                second.text.insert(0, 1, '!');
                parts.push_back({std::move(second.text), each.operation});
                continue;
            }
            part& first = parts.back();
            enclose(first, false);
            enclose(second, true);
            if (each.operation == operation::both) first.text.append(" & ");
            else if (each.operation == operation::either) first.text.append(" | ");
            else if (each.distance == 1) first.text.append(" <-> ");
            else first.text.append(" <").append(std::to_string(each.distance)).append("> ");
            first.text.append(second.text);
            first.from = each.operation;
        }
        return parts.empty() ? std::string{} : std::move(parts.back().text);
    }

    static constexpr int most_distance = 16'384;  // between the words of a phrase

    // The numbers of the wire; none is a word.
    enum class operation : std::uint8_t { none, negation, both, either, phrase };
    struct item {
        tsquery::operation operation{};
        std::uint8_t weights{};  // 8 is A, 1 is D
        bool prefix{};
        std::uint16_t distance{};
        std::string word{};
        bool operator==(const item&) const = default;
    };

    static constexpr int priority(operation of) {
        switch (of) {
            case operation::negation: return 4;
            case operation::phrase: return 3;
            case operation::both: return 2;
            case operation::either: return 1;
            default: return 0;
        }
    }
    static std::optional<item> take_value(std::string_view& text) {
        auto word = detail::take_lexeme(text, ":&|!()<>");
        if (!word) return {};
        item out;
        out.word = std::move(*word);
        if (!detail::take(text, ':')) return out;
        for (; !text.empty(); text.remove_prefix(1)) {
            const int letter = text[0] | 0x20;
            if (text[0] == '*') out.prefix = true;
            else if (letter >= 'a' && letter <= 'd')
                out.weights = static_cast<std::uint8_t>(out.weights | 8 >> (letter - 'a'));
            else break;
        }
        return out;
    }
    static std::optional<item> take_joint(std::string_view& text) {
        item out;
        if (detail::take(text, '&')) {
            out.operation = operation::both;
        } else if (detail::take(text, '|')) {
            out.operation = operation::either;
        } else if (detail::take(text, '<')) {
            out.operation = operation::phrase;
            const auto distance = detail::take(text, '-') ? 1 : detail::take_number(text, 10, 6);
            if (distance < 0 || distance > most_distance || !detail::take(text, '>')) return {};
            out.distance = static_cast<std::uint16_t>(distance);
        } else {
            return {};
        }
        return out;
    }
    static std::string value_text(const item& value) {
        std::string out;
        detail::append_lexeme(out, value.word);
        if (value.prefix || value.weights != 0) out.push_back(':');
        if (value.prefix) out.push_back('*');
        for (int i = 0; i < 4; ++i)
            if (value.weights & 8 >> i) out.push_back(static_cast<char>('A' + i));
        return out;
    }

    std::vector<item> items_;
};

template <>
struct codec<tsquery> {
    static constexpr type_ref type{3615, "tsquery"};
    static constexpr type_ref array_type{3645, "tsquery[]"};

    static std::size_t size(const tsquery& value) {
        std::size_t total = 4;
        for (const auto& each : value.items_)
            total += each.operation == tsquery::operation::none     ? 4 + each.word.size()
                     : each.operation == tsquery::operation::phrase ? 4
                                                                    : 2;
        return total;
    }
    /// Throws `encode_error` for an empty one, which the server writes but does not read.
    static void encode(const tsquery& value, writer& out) {
        if (value.empty()) [[unlikely]]
            throw encode_error{"pgmodel: PostgreSQL reads no empty tsquery; send NULL"};
        out.write(static_cast<std::int32_t>(value.items_.size()));
        for (const auto& each : value.items_) {
            if (each.operation == tsquery::operation::none) {
                detail::check_lexeme(each.word);
                out.write('\1');
                out.write(each.weights);
                out.write(static_cast<std::uint8_t>(each.prefix));
                out.bytes(each.word);
                out.write('\0');
            } else {
                out.write('\2');
                out.write(static_cast<std::uint8_t>(each.operation));
                if (each.operation == tsquery::operation::phrase) out.write(each.distance);
            }
        }
    }
    static tsquery decode(reader in) {
        tsquery out;
        const auto count = in.read<std::int32_t>();
        // How many operands are still to come: then there is neither one too few nor one too many.
        std::size_t expected = count != 0;
        for (auto coming = count; coming != 0; --coming) {
            if (coming < 0 || expected == 0) [[unlikely]]
                detail::fail_value("a tsquery of a wrong number of items");
            tsquery::item each;
            const auto kind = in.read<std::uint8_t>();
            if (kind == 1) {
                each.weights = in.read<std::uint8_t>();
                const auto prefix = in.read<std::uint8_t>();
                if (each.weights > 15 || prefix > 1) [[unlikely]]
                    detail::fail_value("a word with unknown marks");
                each.prefix = prefix == 1;
                each.word = detail::read_lexeme(in);
                --expected;
            } else {
                const auto operation = in.read<std::uint8_t>();
                if (kind != 2 || operation < 1 || operation > 4) [[unlikely]]
                    detail::fail_value("an item of a tsquery that is not known");
                each.operation = static_cast<tsquery::operation>(operation);
                if (each.operation == tsquery::operation::phrase) each.distance = in.read<std::uint16_t>();
                if (each.distance > tsquery::most_distance) [[unlikely]]
                    detail::fail_value("words too far apart");
                expected += each.operation != tsquery::operation::negation;
            }
            out.items_.push_back(std::move(each));
        }
        in.finish();
        if (expected != 0) [[unlikely]]
            detail::fail_value("a tsquery of a wrong number of items");
        return out;
    }
    static std::string text(const tsquery& value) { return value.to_string(); }
    /// The server does not print which two of `a & b & c` are taken together.
    static std::string sent_text(const tsquery& value) { return value.to_string(true); }
};

}  // namespace pgmodel

template <>
struct std::hash<pgmodel::tsquery> {
    std::size_t operator()(const pgmodel::tsquery& value) const noexcept {
        std::size_t sum = value.items_.size();
        for (const auto& each : value.items_)
            sum = pgmodel::detail::hash_of(sum, static_cast<int>(each.operation), each.weights, each.prefix,
                                           each.distance, std::hash<std::string>{}(each.word));
        return sum;
    }
};
