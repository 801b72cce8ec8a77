// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

#include <pgmodel.hpp>
#include <pgmodel/session/signed_cursor.hpp>

#include <gtest/gtest.h>

namespace {

namespace pg = pgmodel;

/// What a signature is made of does not matter here, only that it depends on the key and the text.
std::string keyed(std::string_view key, std::string_view text) {
    std::string bytes(16, '\0');
    std::uint64_t state = 14695981039346656037U;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        for (const std::string_view part : {key, text})
            for (const char c : part)
                state = (state ^ static_cast<unsigned char>(c)) * 1099511628211U;
        bytes[i] = static_cast<char>(state >> 32);
    }
    return bytes;
}
pg::cursor_signer signer_of(std::string key) {
    return pg::cursor_signer([key = std::move(key)](std::string_view text) { return keyed(key, text); });
}
std::string refusal(const pg::cursor_signer& signer, std::string_view text) {
    try {
        signer.verify(text);
        return "accepted";
    } catch (const pg::cursor_error& e) {
        return e.what();
    }
}

TEST(signed_cursor, comes_back_as_it_was) {
    const auto signer = signer_of("secret");
    const pg::cursor place("AQAB-_09");
    const std::string text = signer.sign(place);
    EXPECT_EQ(text, "AQAB-_09." + pg::detail::to_base64url(keyed("secret", "AQAB-_09")));
    EXPECT_EQ(signer.verify(text), place);
    EXPECT_EQ(signer.sign(std::nullopt), "");
    const pg::cursor longest(std::string(pg::detail::longest_cursor, 'A'));
    EXPECT_EQ(signer.verify(signer.sign(longest)), longest);
    EXPECT_EQ(signer.verify(""), std::nullopt);
}
TEST(signed_cursor, that_others_have_made_is_refused) {
    const auto signer = signer_of("secret");
    const std::string text = signer.sign(pg::cursor("AQAB"));
    EXPECT_EQ(refusal(signer, signer_of("guess").sign(pg::cursor("AQAB"))), "pgmodel: this cursor has another signature");
    EXPECT_EQ(refusal(signer, "AQAB"), "pgmodel: this cursor is not signed");
    EXPECT_EQ(refusal(signer, "AQAB."), "pgmodel: this cursor has another signature");
    EXPECT_EQ(refusal(signer, text + "A"), "pgmodel: this cursor has another signature");
    EXPECT_EQ(refusal(signer, std::string(1 << 21, 'A') + "." + text), "pgmodel: this cursor is not signed");
    for (std::size_t i = 0; i < text.size(); ++i) {
        std::string other = text;
        other[i] = other[i] == 'x' ? 'y' : 'x';
        EXPECT_NE(refusal(signer, other), "accepted") << i;
        EXPECT_NE(refusal(signer, text.substr(0, i)), i == 0 ? "" : "accepted") << i;
    }
}
TEST(signed_cursor, asks_for_a_signature_that_says_something) {
    EXPECT_THROW(pg::cursor_signer({}), pg::usage_error);
    const pg::cursor_signer weak([](std::string_view) { return std::string("short"); });
    EXPECT_THROW(weak.sign(pg::cursor("AQAB")), pg::usage_error);
    EXPECT_THROW(weak.verify("AQAB.c2hvcnQ"), pg::usage_error);
}

}  // namespace
