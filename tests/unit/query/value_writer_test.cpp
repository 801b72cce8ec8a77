// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
#include <pgmodel/query/value_writer.hpp>

#include <pgmodel/core/error.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace {

using pgmodel::detail::value_memory;
using pgmodel::detail::value_writer;

char* put(value_writer& out, std::string_view text) {
    out.require(text.size());
    char* const begin = out.position();
    out.bytes(text);
    return begin;
}

TEST(value_writer, what_fits_is_written_behind_each_other) {
    value_memory memory;
    value_writer out(memory, 3, nullptr);
    char* const first = put(out, "one");
    out.write(std::int64_t{2});
    char* const third = put(out, "three");
    EXPECT_EQ(third, first + 3 + 8);
    EXPECT_EQ(first, memory.data());
}

TEST(value_writer, what_was_written_stays_where_it_is) {
    value_memory memory;
    value_writer out(memory, 4, nullptr);
    char* const small = put(out, "small");
    const std::string much(100'000, 'm'), more(3'000'000, 'n');
    char* const large = put(out, much);
    char* const larger = put(out, more);
    EXPECT_NE(memory.data(), small);
    EXPECT_EQ(std::string_view(small, 5), "small");
    EXPECT_EQ(std::string_view(large, much.size()), much);
    EXPECT_EQ(std::string_view(larger, more.size()), more);
}

// Each small value has its room, wherever the others end.
TEST(value_writer, small_values_never_ask) {
    for (std::size_t text = 4000; text < 4100; ++text) {
        value_memory memory;
        value_writer out(memory, 5, nullptr);
        put(out, std::string(text, 't'));
        for (int i = 0; i < 4; ++i) {
            out.write(std::int64_t{i});
            out.write(std::int64_t{i});
            ASSERT_LE(out.position(), memory.end()) << text;
        }
    }
    for (std::size_t text = 4000; text < 4100; ++text) {
        value_memory memory;
        value_writer out(memory, 5, nullptr);
        for (int i = 0; i < 4; ++i) {
            out.write(std::int64_t{i});
            out.write(std::int64_t{i});
        }
        put(out, std::string(text, 't'));
        ASSERT_LE(out.position(), memory.end()) << text;
    }
}

TEST(value_writer, the_next_statement_finds_one_block) {
    value_memory memory;
    const auto statement = [&memory] {
        value_writer out(memory, 3, nullptr);
        char* const first = memory.data();
        for (int i = 0; i < 3; ++i) put(out, std::string(5000, 's'));
        memory.finish();
        return first == memory.data();
    };
    EXPECT_FALSE(statement());
    EXPECT_TRUE(statement() || statement());
    EXPECT_TRUE(statement());
}

TEST(value_writer, much_memory_is_not_kept) {
    value_memory memory;
    {
        value_writer out(memory, 1, nullptr);
        put(out, std::string(3'000'000, 'x'));
    }
    memory.finish();
    EXPECT_EQ(memory.data(), nullptr);
    value_writer out(memory, 1, nullptr);
    EXPECT_EQ(std::string_view(put(out, "again"), 5), "again");
}

// Nobody says finish() of a statement that fails.
TEST(value_writer, what_a_failed_statement_has_left_is_not_kept_beyond_the_next) {
    value_memory memory;
    for (int statement = 0; statement < 3; ++statement) {
        value_writer out(memory, 2, nullptr);
        EXPECT_LT(memory.end() - memory.data(), 100'000) << statement;
        put(out, std::string(3'000'000, 'x'));
        put(out, std::string(3'000'000, 'y'));
    }
}

TEST(value_writer, many_values_do_not_take_a_block_each) {
    for (const std::size_t values : {7'000u, 65'535u}) {
        value_memory memory;
        value_writer out(memory, values, nullptr);
        const char* block = memory.data();
        int blocks = 1;
        for (std::size_t i = 0; i < values; ++i) {
            put(out, std::string(300, 'v'));
            blocks += block != memory.data();
            block = memory.data();
        }
        EXPECT_LT(blocks, 40) << values;
    }
}

TEST(value_writer, no_message_has_room_for_a_gibibyte) {
    value_memory memory;
    value_writer out(memory, 2, nullptr);
    EXPECT_THROW(out.require(std::size_t{1} << 30), pgmodel::encode_error);
    EXPECT_FALSE(out.full());
    EXPECT_THROW(memory.begin(std::size_t{1} << 30), pgmodel::encode_error);
}

}  // namespace
