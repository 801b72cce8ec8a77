// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Cursors of keyset pages that nobody else can make: with a signature of the program's own. Not part of <pgmodel.hpp>.
//
//     const pg::cursor_signer signer{[&](std::string_view text) { return hmac_sha256(key, text); }};
//     auto page = pg::keyset(db, q, 20, signer.verify(request.cursor));
//     link = signer.sign(page.next);
#pragma once

#include <pgmodel/query/cursor.hpp>
#include <pgmodel/session/callback.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace pgmodel {

/// Signs cursors on their way out and verifies them on their way in. What makes the signature is the program's: a keyed
/// hash such as HMAC-SHA256, of any cryptographic library, as raw bytes, the same for the same text, and with whatever
/// a cursor is to be bound to, such as the user. It is called by the threads that use the signer.
class cursor_signer {
public:
    explicit cursor_signer(callback<std::string(std::string_view)> keyed_hash) : keyed_hash_(std::move(keyed_hash)) {
        if (!keyed_hash_) throw usage_error("pgmodel: a cursor_signer needs a function that makes signatures");
    }

    /// Text for a link, of the characters A-Z, a-z, 0-9, -, _ and a point; empty where there is no further page. Throws
    /// `usage_error` for a signature of less than 16 bytes.
    std::string sign(const std::optional<cursor>& place) const {
        if (!place) return {};
        return place->str() + '.' + signature_of(place->str());
    }
    /// The cursor, for `keyset`; an empty text is none, for the first page. Throws `cursor_error` for any text that
    /// sign() has not made; how long that takes does not tell where the signature is wrong.
    std::optional<cursor> verify(std::string_view text) const {
        if (text.empty()) return std::nullopt;
        const std::size_t point = text.rfind('.');
        if (point > detail::longest_cursor) detail::fail_cursor("is not signed");
        const std::string_view place = text.substr(0, point), given = text.substr(point + 1);
        const std::string wanted = signature_of(place);
        std::size_t differences = given.size() ^ wanted.size();
        for (std::size_t i = 0; i < wanted.size(); ++i)
            differences |= static_cast<std::size_t>((i < given.size() ? given[i] : '\0') ^ wanted[i]);
        if (differences != 0) detail::fail_cursor("has another signature");
        return cursor(std::string(place));
    }

private:
    std::string signature_of(std::string_view place) const {
        const std::string signature = keyed_hash_(place);
        if (signature.size() < 16)
            throw usage_error("pgmodel: the signature of a cursor has less than 16 bytes, which could be guessed");
        return detail::to_base64url(signature);
    }

    callback<std::string(std::string_view)> keyed_hash_;
};

}  // namespace pgmodel
