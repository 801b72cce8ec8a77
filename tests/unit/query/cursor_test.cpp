// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/query/cursor.hpp>

#include <gtest/gtest.h>

namespace {

namespace pg = pgmodel;
using namespace pg::detail;

TEST(cursor, is_text_for_urls) {
    EXPECT_EQ(to_base64url(""), "");
    EXPECT_EQ(to_base64url("f"), "Zg");
    EXPECT_EQ(to_base64url("fo"), "Zm8");
    EXPECT_EQ(to_base64url("foo"), "Zm9v");
    EXPECT_EQ(to_base64url("foob"), "Zm9vYg");
    EXPECT_EQ(to_base64url("\xfb\xff\xfe"), "-__-");
    for (std::size_t n = 0; n < 40; ++n) {
        std::string bytes;
        for (std::size_t i = 0; i < n; ++i)
            bytes += static_cast<char>(i * 37 + n);
        EXPECT_EQ(from_base64url(to_base64url(bytes)), bytes);
    }
    for (const char* bad : {"Z", "Zh", "Zm9", "Zg==", "Z g", "Zm9v\n", "Zm9vYh"})
        EXPECT_FALSE(from_base64url(bad)) << bad;
}

std::string make(cursor_head head, std::uint64_t signature, std::string_view values) {
    std::string bytes;
    begin_cursor(bytes, head, signature);
    return end_cursor(bytes.append(values));
}
std::string reason(std::string_view text, std::uint64_t signature) {
    std::string bytes;
    cursor_head head;
    try {
        const std::string values{open_cursor(text, bytes, head, signature).rest()};
        return values + (head.backward ? " backward" : "") + (head.inclusive ? " inclusive" : "");
    } catch (const pg::cursor_error& e) {
        return e.what();
    }
}
TEST(cursor, knows_its_query) {
    EXPECT_EQ(reason(make({false, false}, 7, "abc"), 7), "abc");
    EXPECT_EQ(reason(make({true, false}, 7, "abc"), 7), "abc backward");
    EXPECT_EQ(reason(make({false, true}, 7, "abc"), 7), "abc inclusive");
    EXPECT_EQ(reason(make({true, false}, 7, "abc"), 8), "pgmodel: this cursor belongs to another query");
}
TEST(cursor, that_was_changed_is_refused) {
    const std::string text = make({false, false}, 7, "abc");
    for (std::size_t i = 0; i < text.size(); ++i)
        for (char c : cursor_letters) {
            std::string other = text;
            other[i] = c;
            if (other == text)
                continue;
            EXPECT_NE(reason(other, 7).find("pgmodel: this cursor"), std::string::npos) << other;
        }
    for (std::size_t n = 0; n < text.size(); ++n)
        EXPECT_NE(reason(text.substr(0, n), 7).find("pgmodel: this cursor"), std::string::npos);
    EXPECT_EQ(reason("", 7), "pgmodel: this cursor is no cursor, or a part of one");
    EXPECT_EQ(reason("<script>", 7), "pgmodel: this cursor is no cursor, or a part of one");
    EXPECT_EQ(reason(std::string(longest_cursor + 1, 'A'), 7), "pgmodel: this cursor is no cursor, or a part of one");
    EXPECT_EQ(reason(std::string(40, 'A'), 7), "pgmodel: this cursor was changed on its way");
}
TEST(cursor, that_could_not_be_read_is_not_made) {
    const std::string longest(longest_cursor / 4 * 3 - 18, 'x');
    const std::string text = make({}, 7, longest);
    EXPECT_EQ(text.size(), longest_cursor);
    EXPECT_EQ(reason(text, 7), longest);
    EXPECT_THROW(make({}, 7, longest + 'x'), pg::encode_error);
}
TEST(cursor, of_another_version_is_refused) {
    std::string bytes;
    begin_cursor(bytes, {}, 7);
    bytes[0] = 2;
    EXPECT_EQ(reason(end_cursor(bytes), 7), "pgmodel: this cursor was made by another version of the library");
    begin_cursor(bytes, {}, 7);
    bytes[1] = 4;
    EXPECT_EQ(reason(end_cursor(bytes), 7), "pgmodel: this cursor was made by another version of the library");
}

TEST(cursor, is_the_beginning_when_nothing_is_said) {
    EXPECT_EQ(pg::cursor{}, pg::cursor(""));
}

}  // namespace
