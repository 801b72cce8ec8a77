// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Compiled apart: a message names a type with its namespace.

#include <pgmodel/types/array.hpp>

#include <pgmodel/types/boolean.hpp>
#include <pgmodel/types/bytes.hpp>
#include <pgmodel/types/enumeration.hpp>
#include <pgmodel/types/integer.hpp>
#include <pgmodel/types/numeric.hpp>
#include <pgmodel/types/text.hpp>
#include <pgmodel/types/varchar.hpp>

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "round_trip.hpp"

namespace {

using namespace pgmodel_test;
using pgmodel::codec;
using std::optional;
using std::vector;

enum class color { red, green };

struct types : pgmodel::type_resolver {
    types() : type_resolver(&find) {}
    static pgmodel::oid find(type_resolver& self, const pgmodel::type_ref& type) {
        static_cast<types&>(self).asked = type.name;
        return 70001;
    }
    std::string asked;
};

// What array_send of a server writes.
const std::string one_two = hex("00000001 00000000 00000017 00000002 00000001 00000004 00000001 00000004 00000002");
const std::string none = hex("00000000 00000000 00000017");

TEST(array, wire) {
    EXPECT_EQ(encoded(vector<std::int32_t>{1, 2}), one_two);
    EXPECT_EQ(encoded(vector<std::int32_t>{}), none);
    EXPECT_EQ(encoded(vector<bool>{true, false}),
              hex("00000001 00000000 00000010 00000002 00000001 00000001 01 00000001 00"));
    EXPECT_EQ(encoded(vector<optional<std::string>>{"a", std::nullopt, ""}),
              hex("00000001 00000001 00000019 00000003 00000001 00000001 61 ffffffff 00000000"));
    EXPECT_EQ(encoded(vector<pgmodel::numeric<10, 2>>{pgmodel::numeric<10, 2>{"1.5"}}),
              hex("00000001 00000000 000006a4 00000001 00000001 0000000c 0002 0000 0000 0002 0001 1388"));
}

template <class T>
void expect_survives(const vector<T>& values) {
    EXPECT_EQ(round_trip(values), values);
    expect_only_whole<vector<T>>(encoded(values));
}

TEST(array, elements_of_any_type) {
    expect_survives<std::int64_t>({});
    expect_survives<std::int64_t>({1, -1});
    expect_survives<bool>({true, false, true});
    expect_survives<std::string>({"", "a", "\xc3\xa9"});
    expect_survives<pgmodel::varchar<3>>({"", "abc"});
    expect_survives<pgmodel::bytes>({{}, {std::byte{0}}});
    expect_survives<optional<bool>>({true, std::nullopt, false});
    expect_survives<optional<std::string>>({std::nullopt, "", std::nullopt});
    expect_survives<optional<std::int16_t>>({std::nullopt});
}

static_assert(codec<vector<std::string>>::type.id == 1009 && codec<vector<std::string>>::type.name == "text[]");
static_assert(codec<vector<optional<bool>>>::type.id == 1000);
static_assert(codec<vector<pgmodel::varchar<9>>>::declared == "character varying(9)[]");
static_assert(codec<vector<optional<pgmodel::numeric<10, 2>>>>::declared == "numeric(10,2)[]");
static_assert(!has_declared<vector<std::string>>);
static_assert(codec<vector<std::byte>>::type.name == "bytea");
static_assert(!pgmodel::detail::has_codec<vector<void*>> && !pgmodel::detail::has_codec<vector<vector<void*>>>);

TEST(array, element_types_are_those_of_the_element) {
    static_assert(codec<vector<std::string>>::accepts(1015) && codec<vector<std::string>>::accepts(1003));
    static_assert(codec<vector<std::int64_t>>::accepts(1007) && codec<vector<std::int64_t>>::accepts(1005));
    static_assert(!codec<vector<std::int64_t>>::accepts(1009) && !codec<vector<std::int32_t>>::accepts(1016));
    EXPECT_EQ(decode<vector<std::int64_t>>(one_two), (vector<std::int64_t>{1, 2}));
    EXPECT_EQ(decode_failure<vector<std::int16_t>>(one_two), "an array of another element type");
    EXPECT_EQ(decode_failure<vector<std::string>>(none), "an array of another element type");
}

TEST(array, of_an_enum_asks_for_its_type) {
    types known;
    const auto bytes = encoded(vector<color>{color::green}, &known);
    EXPECT_EQ(known.asked, "color");
    EXPECT_EQ(bytes, hex("00000001 00000000 00011171 00000001 00000001 00000005") + "green");
    EXPECT_EQ(decode<vector<color>>(bytes), vector<color>{color::green});
    EXPECT_EQ(codec<vector<color>>::type.name, "color[]");
}

TEST(array, refuses_what_a_vector_cannot_hold) {
    EXPECT_EQ(decode_failure<vector<std::int32_t>>(hex("00000002 00000000 00000017 00000001 00000001 00000002 00000001"
                                                       "00000004 00000001 00000004 00000002")),
              "an array of another number of dimensions than the C++ type");
    EXPECT_EQ(decode_failure<vector<std::int32_t>>(hex("00000001 00000001 00000017 00000001 00000001 ffffffff")),
              "a NULL element; use elements of std::optional");
}

// ---- more dimensions, and lengths that are part of the type

using table = vector<vector<std::int32_t>>;
using pair = std::array<std::int32_t, 2>;

static_assert(codec<table>::type.id == 1007 && codec<table>::dimensions == 2 &&
              codec<std::array<pair, 3>>::dimensions == 2);
static_assert(codec<vector<vector<pgmodel::numeric<10, 2>>>>::declared == "numeric(10,2)[]");
static_assert(codec<vector<vector<std::byte>>>::dimensions == 1 &&
              codec<vector<vector<vector<std::byte>>>>::dimensions == 2);
static_assert(!pgmodel::detail::has_codec<vector<optional<vector<int>>>>);  // a row cannot be NULL

TEST(array, of_more_dimensions) {
    EXPECT_EQ(encoded(table{{1}, {2}}),
              hex("00000002 00000000 00000017 00000002 00000001 00000001 00000001"
                  "00000004 00000001 00000004 00000002"));
    EXPECT_EQ(encoded(table{}), none);
    const table wide{{1, 2, 3}, {4, 5, 6}};
    EXPECT_EQ(round_trip(wide), wide);
    EXPECT_EQ(codec<table>::text(wide), "{{1,2,3},{4,5,6}}");
    expect_only_whole<table>(encoded(wide));
    const vector<vector<vector<optional<std::string>>>> deep{{{"a", std::nullopt}, {"{}", ""}},
                                                             {{"", "b"}, {"c", "d"}}};
    EXPECT_EQ(round_trip(deep), deep);
    EXPECT_EQ(codec<vector<vector<vector<optional<std::string>>>>>::text(deep),
              R"({{{a,NULL},{"{}",""}},{{"",b},{c,d}}})");
    const vector<vector<vector<vector<vector<vector<bool>>>>>> six{{{{{{true, false}}}}}};
    EXPECT_EQ(round_trip(six), six);
    const vector<vector<pgmodel::bytes>> documents{{{std::byte{1}}, {}}, {{}, {std::byte{2}}}};
    EXPECT_EQ(round_trip(documents), documents);
}

TEST(array, of_a_fixed_length) {
    EXPECT_EQ(encoded(pair{1, 2}), one_two);
    EXPECT_EQ(decode<pair>(one_two), (pair{1, 2}));
    EXPECT_EQ((decode_failure<std::array<std::int32_t, 3>>(one_two)), "an array of another length than the C++ type");
    EXPECT_EQ((decode_failure<std::array<std::int32_t, 1>>(one_two)), "an array of another length than the C++ type");
    EXPECT_EQ(decode_failure<pair>(none), "an array of another length than the C++ type");
    const std::array<pair, 2> square{{{1, 2}, {3, 4}}};
    EXPECT_EQ(round_trip(square), square);
    EXPECT_EQ((codec<std::array<pair, 2>>::text(square)), "{{1,2},{3,4}}");
    const vector<pair> rows{{1, 2}, {3, 4}, {5, 6}};
    EXPECT_EQ(round_trip(rows), rows);
    EXPECT_EQ(encoded(vector<pair>{}), none);
    EXPECT_EQ(decode_failure<vector<pair>>(encoded(table{{1}, {2}})), "an array of another length than the C++ type");
    const std::array<optional<std::string>, 2> gaps{std::nullopt, "x"};
    EXPECT_EQ(round_trip(gaps), gaps);
    const std::array<vector<std::int32_t>, 2> columns{{{1}, {2}}};
    EXPECT_EQ(round_trip(columns), columns);
}

TEST(array, refuses_rows_that_PostgreSQL_has_not) {
    constexpr auto jagged = "pgmodel: the rows of an array differ in length; PostgreSQL's arrays are rectangular";
    constexpr auto empty = "pgmodel: an array of empty rows; PostgreSQL has only one empty array";
    EXPECT_EQ(encode_failure(table{{1, 2}, {3}}), jagged);
    EXPECT_EQ(encode_failure(table{{1}, {}}), jagged);
    EXPECT_EQ(encode_failure(table{{}, {}}), empty);
    EXPECT_EQ(encode_failure(vector<table>{{{1}, {2}}, {{1}}}), jagged);
    EXPECT_EQ(encode_failure(vector<table>{{{1}, {2}}, {{1}, {2, 3}}}), jagged);
    EXPECT_EQ(encode_failure(vector<table>{{}}), empty);
    EXPECT_EQ(encode_failure(std::array<vector<std::int32_t>, 2>{}), empty);
    EXPECT_THROW((void)codec<table>::text({{1, 2}, {3}}), pgmodel::encode_error);
}

TEST(array, refuses_wrong_heads) {
    const auto failure = [](std::string_view bytes) { return decode_failure<vector<std::int32_t>>(hex(bytes)); };
    const auto table_failure = [](std::string_view bytes) { return decode_failure<table>(hex(bytes)); };
    constexpr auto count = "an array with a wrong number of elements",
                   other = "an array of another number of dimensions than the C++ type";
    EXPECT_EQ(failure("ffffffff 00000000 00000017"), "not an array");
    EXPECT_EQ(failure("00000007 00000000 00000017"), "not an array");
    EXPECT_EQ(failure("00000001 00000002 00000017 00000001 00000001 00000004 00000001"), "not an array");  // flags
    EXPECT_EQ(failure("00000000 ffffffff 00000017"), "not an array");
    EXPECT_EQ(failure("00000006 00000000 00000017"), other);
    EXPECT_EQ(table_failure("00000001 00000000 00000017 00000001 00000001 00000004 00000001"), other);
    // The product of the lengths is 2^32, 2^62, and, with a length below 0, positive.
    EXPECT_EQ(table_failure("00000002 00000000 00000017 00010000 00000001 00010000 00000001"), count);
    EXPECT_EQ(table_failure("00000002 00000000 00000017 7ffffffe 00000001 7ffffffe 00000001"), count);
    EXPECT_EQ(table_failure("00000002 00000000 00000017 7fffffff 00000001 7fffffff 00000001"),
              "an array with indexes beyond 32 bits");
    EXPECT_EQ(table_failure("00000002 00000000 00000017 ffffffff 00000001 ffffffff 00000001"), count);
    EXPECT_EQ((decode_failure<vector<vector<vector<table>>>>(
                  hex("00000005 00000000 00000017 00010000 00000001 00010000 00000001 00010000 00000001"
                      "00010000 00000001 00010000 00000001"))),
              count);
    // A dimension without elements: the server reads it as the empty array.
    EXPECT_EQ(decode<vector<std::int32_t>>(hex("00000001 00000000 00000017 00000000 00000001")),
              vector<std::int32_t>{});
    EXPECT_EQ(decode<table>(hex("00000002 00000000 00000017 00000002 00000001 00000000 00000001")), table{});
}

TEST(array, wrong_counts_and_lengths) {
    for (const char* count : {"ffffffff", "7ffffffe", "40000000", "00000003"})
        EXPECT_EQ(decode_failure<vector<std::int32_t>>(hex("00000001 00000000 00000017") + hex(count) +
                                                       hex("00000001 00000004 00000001")),
                  "an array with a wrong number of elements")
            << count;
    const auto element = [](std::string_view bytes) {
        return decode_failure<vector<std::int32_t>>(hex("00000001 00000000 00000017 00000001 00000001") + hex(bytes));
    };
    EXPECT_EQ(element("00000004 00000001"), "");
    EXPECT_EQ(element("fffffffe 00000001"), "an array element of negative length");
    EXPECT_EQ(element("7fffffff 00000001"), "the value is shorter than its length says");
    EXPECT_NE(element("00000003 00000001"), "");
    EXPECT_NE(element("00000005 0000000100"), "");
    EXPECT_EQ(element("00000004 00000001 00"), "the value is longer than its type");
}

TEST(array, text_is_what_the_server_reads) {
    EXPECT_EQ(codec<vector<std::string>>::text(
                  {"a b", "null", "", "\"", "{", "plain", "a\\b", "NULLS", "a,b", "\xc3\xa9"}),
              R"({"a b","null","","\"","{",plain,"a\\b",NULLS,"a,b",)"
              "\xc3\xa9}");
    EXPECT_EQ(codec<vector<optional<std::string>>>::text({std::nullopt, "NULL"}), R"({NULL,"NULL"})");
    for (const char* space : {" ", "\t", "\n", "\r", "\v", "\f"})
        EXPECT_EQ(codec<vector<std::string>>::text({space}), "{\"" + std::string(space) + "\"}");
    EXPECT_EQ(codec<vector<int>>::text({}), "{}");
    EXPECT_EQ(codec<vector<bool>>::text({true, false}), "{t,f}");
    EXPECT_EQ(codec<vector<pgmodel::bytes>>::text({{std::byte{1}}}), R"({"\\x01"})");
}

// insert_many writes the texts of a column into memory of this size.
TEST(array, size_of_text_is_enough) {
    using std::string_literals::operator""s;
    for (const auto& element : {""s, "a"s, "null"s, "\""s, "\\\"\\"s, "a b"s, std::string(1000, '"')})
        for (std::size_t count = 0; count < 4; ++count) {
            const vector<std::string> values(count, element);
            const std::size_t size = codec<vector<std::string>>::text(values).size();
            EXPECT_GE(codec<vector<std::string>>::text_size(values, false), size);
            EXPECT_GE(codec<vector<std::string>>::text_size(values, true), size);
            EXPECT_LE(codec<vector<std::string>>::text_size(values, true), size + 1 + 2 * count);
        }
    EXPECT_EQ(codec<vector<optional<int>>>::text({std::nullopt, std::nullopt}), "{NULL,NULL}");
    EXPECT_GE((codec<vector<optional<int>>>::text_size({std::nullopt, std::nullopt}, true)), 11U);
}

// Short ones are written at once; what must be escaped or is no text may be at each place of them.
TEST(array, texts_of_a_column_are_in_quotes) {
    const auto written = [](const std::string& element) {
        const vector<std::string> values{element};
        std::string out(codec<vector<std::string>>::text_size(values, false), '.');
        pgmodel::writer to(out.data());
        codec<vector<std::string>>::write_text(values, to);
        const auto size = static_cast<std::size_t>(to.position() - out.data());
        EXPECT_LE(size, out.size());
        return out.substr(0, size);
    };
    for (std::size_t size = 0; size < 20; ++size) {
        const std::string plain(size, 'x');
        EXPECT_EQ(written(plain), "{\"" + plain + "\"}");
        for (std::size_t at = 0; at < size; ++at) {
            const std::string before(at, 'x'), after(size - at - 1, 'x');
            for (const std::string special : {"\"", "\\"})
                EXPECT_EQ(written(before + special + after), "{\"" + before + "\\" + special + after + "\"}");
            EXPECT_EQ(written(before + "\xc3\xa9" + after), "{\"" + before + "\xc3\xa9" + after + "\"}");
            EXPECT_THROW(written(before + std::string(1, '\0') + after), pgmodel::encode_error);
            EXPECT_THROW(written(before + "\xff" + after), pgmodel::encode_error);
        }
    }
}

TEST(array, size_of_more_than_memory_is_not_small) {
    const std::string_view long_text("", 3'000'000'000);  // nobody reads it
    EXPECT_GT(codec<vector<std::string_view>>::size({long_text, long_text}), 3'000'000'000);
    const auto nested = vector<vector<std::string_view>>{{long_text}, {long_text}};
    EXPECT_GT(codec<vector<vector<std::string_view>>>::size(nested), 3'000'000'000);
    static_assert(sizeof(std::size_t) == 8 || pgmodel::detail::add_sizes(~std::size_t{0}, 4) == ~std::size_t{0});
}

TEST(array, faults_of_elements_are_found) {
    EXPECT_EQ(encode_failure(vector<std::string>{"a", "\xff"}), "pgmodel: text is not valid UTF-8");
    EXPECT_EQ(encode_failure(vector<pgmodel::varchar<1>>{"ab"}), "pgmodel: text is too long for character varying(1)");
    EXPECT_EQ(encode_failure(vector<optional<color>>{std::nullopt, static_cast<color>(9)}),
              "pgmodel: a value of color that is none of its labelled enumerators (those outside -128 to 255 need "
                  "pgmodel::enum_of)");
}

}  // namespace
