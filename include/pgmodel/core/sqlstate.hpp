// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The five characters by which PostgreSQL names an error condition.
#pragma once

#include <cstddef>
#include <string_view>

namespace pgmodel {

/// A five-character SQLSTATE (PostgreSQL manual, appendix A); empty when the error did not come from the server.
class sqlstate {
public:
    constexpr sqlstate() = default;

    /// Anything that is not exactly five characters becomes the empty code.
    constexpr explicit sqlstate(std::string_view code) {
        if (code.size() == 5)
            for (std::size_t i = 0; i < 5; ++i) code_[i] = code[i];
    }

    constexpr std::string_view code() const { return {code_, empty() ? std::size_t{0} : std::size_t{5}}; }
    constexpr std::string_view error_class() const { return code().substr(0, 2); }
    constexpr bool empty() const { return code_[0] == 0; }

    constexpr bool operator==(const sqlstate& other) const { return code() == other.code(); }  // as fixed_string
    constexpr bool operator==(std::string_view other) const { return code() == other; }

private:
    char code_[6]{};
};

}  // namespace pgmodel
