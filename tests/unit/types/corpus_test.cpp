// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// What fuzzing starts from, and inputs that it has found, without libFuzzer; tests/fuzz/targets.hpp says what must
// hold.

#include "../../fuzz/targets.hpp"

#include <gtest/gtest.h>

#include <cstddef>
#include <random>
#include <string>

namespace corpus_test {

const std::string& name_of(const std::string& input) {
    const auto& all = fuzz::targets();
    return all[static_cast<unsigned char>(input[0]) % all.size()].name;
}

TEST(corpus, holds_what_must_hold) {
    for (const auto& input : fuzz::corpus())
        try {
            fuzz::run(input);
        } catch (const std::exception& error) {
            ADD_FAILURE() << name_of(input) << ": " << error.what();
        }
}

TEST(corpus, each_byte_changed) {
    std::mt19937 random(1);
    for (const auto& input : fuzz::corpus())
        for (std::size_t i = 1; i < input.size() && i < 64; ++i) {
            std::string changed = input;
            changed[i] = static_cast<char>(random());
            try {
                fuzz::run(changed);
            } catch (const std::exception& error) {
                ADD_FAILURE() << name_of(input) << ": " << error.what();
            }
        }
}

}  // namespace corpus_test
