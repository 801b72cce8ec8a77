// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Bytes that are no value: the server refuses them, and so do our decoders.

#include <pgmodel.hpp>
#include <pgmodel/types/any_array.hpp>
#include <pgmodel/types/bit.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/hstore.hpp>
#include <pgmodel/types/inet.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/macaddr.hpp>
#include <pgmodel/types/range.hpp>
#include <pgmodel/types/time_of_day.hpp>
#include <pgmodel/types/timetz.hpp>
#include <pgmodel/types/tsquery.hpp>
#include <pgmodel/types/tsvector.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>
#include <nlohmann/json.hpp>

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "../unit/types/round_trip.hpp"
#include "database.hpp"

namespace bad_bytes_test {

namespace pg = pgmodel;
using pgmodel_test::hex;

class bad_bytes : public testing::Test {
protected:
    struct finish {
        void operator()(PGconn* db) const { PQfinish(db); }
        void operator()(PGresult* result) const { PQclear(result); }
    };
    using result = std::unique_ptr<PGresult, finish>;

    static void SetUpTestSuite() {
        db_.reset(PQconnectdb(pgmodel_test::create_database("bad_bytes").c_str()));
        result(PQexec(db_.get(), "create extension hstore"));
    }
    static void TearDownTestSuite() { db_.reset(); }

    static std::string answer(const char* sql, Oid type, std::string_view bytes) {
        const char* value = bytes.data();
        const int length = static_cast<int>(bytes.size()), binary = 1;
        const result back(PQexecParams(db_.get(), sql, 1, &type, &value, &length, &binary, 0));
        if (PQresultStatus(back.get()) == PGRES_TUPLES_OK) return "accepted";
        const char* code = PQresultErrorField(back.get(), PG_DIAG_SQLSTATE);
        return code ? code : PQerrorMessage(db_.get());
    }
    /// The server answers the bytes with this code, and we do not decode them.
    template <class T>
    static void refused(const char* code, std::string_view digits) {
        Oid type = pg::codec<T>::type.id;
        const std::string name(pg::codec<T>::type.name), bytes = hex(digits);
        if (type == 0)
            type = static_cast<Oid>(std::stoul(PQgetvalue(
                result(PQexec(db_.get(), ("select '" + name + "'::regtype::oid").c_str())).get(), 0, 0)));
        EXPECT_EQ(answer("select $1", type, bytes), code) << name << ' ' << digits;
        EXPECT_NE(pgmodel_test::decode_failure<T>(bytes), "") << name << ' ' << digits;
    }

    static inline std::unique_ptr<PGconn, finish> db_;
};

TEST_F(bad_bytes, numbers) {
    refused<std::int32_t>("22P03", "00000000 00000001");
    refused<std::int32_t>("08P01", "000001");
    refused<std::int64_t>("08P01", "00000000 000001");
    refused<double>("08P01", "3ff800");
    EXPECT_EQ(answer("select $1", 23, hex("0001")), "08P01");  // to us it may be a smallint
    refused<pg::numeric<>>("22P03", "0001 0000 0000 0000 2710");  // a digit of 10000
    refused<pg::numeric<>>("22P03", "0001 0000 1234 0000 0001");  // a sign that is none
    refused<pg::numeric<>>("22P03", "0001 0000 0000 4000 0001");  // more decimals than there can be
    refused<pg::numeric<>>("08P01", "fffd 0000 0000 0000 0001");  // 65533 digits
    refused<pg::numeric<>>("22P03", "0000 0000 0000 0000 0001");
    refused<pg::numeric<10, 2>>("22P03", "0001 0000 0000 0000 2710");
    // The server takes each byte but 0 for true.
    EXPECT_EQ(answer("select $1", 16, hex("02")), "accepted");
    EXPECT_NE(pgmodel_test::decode_failure<bool>(hex("02")), "");
}

TEST_F(bad_bytes, times) {
    refused<pg::timestamp>("22008", "7fffff5bb3b2a000");  // the first moment of 294277
    refused<pg::timestamptz>("22008", "fd0f7cc1411f9fff");
    refused<pg::date>("22008", "7fda970d");
    refused<pg::time_of_day>("22008", "000000141dd76001");  // a microsecond after 24:00
    refused<pg::time_of_day>("22008", "ffffffffffffffff");
    refused<pg::timetz>("22009", "0000000000000000 0000e100");  // 16 hours west
    refused<pg::timetz>("22008", "000000141dd76001 00000000");
}

TEST_F(bad_bytes, texts_and_documents) {
    refused<nlohmann::json>("XX000", "02 7b7d");
    refused<nlohmann::json>("08P01", "");
    refused<nlohmann::json>("22P02", "01 7b");
    refused<pg::hstore>("54000", "ffffffff");
    refused<pg::hstore>("54000", "7fffffff");
    refused<pg::hstore>("22004", "00000001 ffffffff 00000000");  // a key that is NULL
    // We do not look at the texts that come: the server has none that are not valid.
    EXPECT_EQ(answer("select $1", 25, std::string_view("a\0b", 3)), "22021");
    for (const std::string_view text : {"\xff", "\xc0\xaf", "\xed\xa0\x80", "\xf4\x90\x80\x80", "\xe2\x82"})
        EXPECT_EQ(answer("select $1", 25, text), "22021");
}

TEST_F(bad_bytes, arrays_and_ranges) {
    using integers = std::vector<std::int32_t>;
    using many = std::vector<std::vector<std::vector<std::vector<std::vector<integers>>>>>;
    refused<integers>("42804", "00000001 00000000 00000014 00000001 00000001 00000008 00000000 00000001");
    refused<integers>("22P03", "00000001 00000002 00000017 00000001 00000001 00000004 00000001");  // flags
    refused<integers>("22P03", "ffffffff 00000000 00000017");
    refused<integers>("54000", "00000001 00000000 00000017 7fffffff 00000001 00000004 00000001");
    refused<integers>("54000", "00000001 00000000 00000017 ffffffff 00000001 00000004 00000001");
    refused<integers>("22P03", "00000001 00000000 00000017 00000001 00000001 00000005 00000001");
    refused<integers>("08P01", "00000001 00000000 00000017 00000002 00000001 00000004 00000001");
    refused<integers>("22P03", "00000001 00000000 00000017 00000001 00000001 00000004 00000001 00");
    refused<many>("54000", "00000007 00000000 00000017");
    // Of which the last index, and the one behind it, must be numbers of 32 bits.
    refused<integers>("54000", "00000001 00000000 00000017 00000001 7fffffff 00000004 00000001");
    refused<pg::any_array<std::int32_t>>("54000", "00000001 00000000 00000017 00000001 7fffffff 00000004 00000001");
    const auto last = "00000001 00000000 00000017 00000001 7ffffffe 00000004 00000001";
    EXPECT_EQ(answer("select $1", 1007, hex(last)), "accepted");
    EXPECT_EQ(pgmodel_test::decode<integers>(hex(last)), integers{1});
    EXPECT_EQ(pgmodel_test::decode<pg::any_array<std::int32_t>>(hex(last)).dimensions().at(0).first, 0x7ffffffe);
    using range = pg::range<std::int32_t>;
    refused<range>("22000", "02 00000004 00000005 00000004 00000001");  // from 5 to 1
    refused<range>("08P01", "02 00000003 000001 00000004 00000005");
    refused<range>("08P01", "02 00000004 00000001");
}

TEST_F(bad_bytes, addresses_and_bits) {
    refused<pg::uuid>("08P01", "a0eebc999c0b4ef8bb6d6bb9bd380a");
    refused<pg::uuid>("22P03", "a0eebc999c0b4ef8bb6d6bb9bd380a1100");
    refused<pg::inet>("22P03", "09 18 00 04 01020304");  // a family that is none
    refused<pg::inet>("22P03", "02 21 00 04 01020304");  // 33 bits
    refused<pg::inet>("22P03", "02 18 00 05 0102030405");
    refused<pg::cidr>("22P03", "02 18 01 04 01020304");  // bits right of the mask
    refused<pg::macaddr>("08P01", "08002b0102");
    refused<pg::macaddr>("22P03", "08002b01020304");
    refused<pg::varbit<>>("22P03", "ffffffff");
    refused<pg::varbit<>>("08P01", "00000009 80");
    EXPECT_EQ(pgmodel_test::decode_failure<pg::bit<3>>(hex("00000004 f0")), "another number of bits than the C++ type has");
}

TEST_F(bad_bytes, text_search_and_shapes) {
    refused<pg::tsvector>("XX000", "ffffffff");
    refused<pg::tsvector>("XX000", "00000001 6100 ffff");
    refused<pg::tsquery>("XX000", "ffffffff");
    refused<pg::tsquery>("XX000", "00000001 03 00");
    for (const char* count : {"00000000", "ffffffff", "7fffffff"}) refused<pg::polygon>("22P03", count);
    refused<pg::path>("22P03", "01 ffffffff");
    refused<pg::line>("22P03", "0000000000000000 0000000000000000 3ff0000000000000");
    refused<pg::circle>("22P03", "0000000000000000 0000000000000000 bff0000000000000");
}

}  // namespace bad_bytes_test
