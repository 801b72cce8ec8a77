// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// The types that have headers of their own, against a server: boundary values are what it reads, its answer is the same
// bytes, its text is ours; and they go through insert, select and where.

#include <pgmodel.hpp>
#include <pgmodel/expression/bits.hpp>
#include <pgmodel/types/bit.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/hstore.hpp>
#include <pgmodel/types/inet.hpp>
#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/jsonpath.hpp>
#include <pgmodel/types/ltree.hpp>
#include <pgmodel/types/macaddr.hpp>
#include <pgmodel/types/object_id.hpp>
#include <pgmodel/types/pg_lsn.hpp>
#include <pgmodel/types/tid.hpp>
#include <pgmodel/types/timetz.hpp>
#include <pgmodel/types/tsquery.hpp>
#include <pgmodel/types/tsvector.hpp>
#include <pgmodel/types/xid.hpp>
#include <pgmodel/types/xid8.hpp>
#include <pgmodel/types/xml.hpp>

#include <gtest/gtest.h>
#include <libpq-fe.h>

#include <cmath>
#include <cstdint>
#include <initializer_list>
#include <limits>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "database.hpp"
#include "introspected.hpp"

namespace more_types_test {

namespace pg = pgmodel;
using pg::col;

constexpr std::int32_t least32 = std::numeric_limits<std::int32_t>::min(),
                       most32 = std::numeric_limits<std::int32_t>::max();
constexpr std::int64_t least64 = std::numeric_limits<std::int64_t>::min(),
                       most64 = std::numeric_limits<std::int64_t>::max();

class more_types : public testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("more_types");
        db_.reset(PQconnectdb(dsn().c_str()));
        // They are part of every installation that has the contrib modules: where they are missing, this says so.
        for (const char* name : {"hstore", "citext", "ltree"})
            ASSERT_NE(PQresultStatus(run(("create extension " + std::string(name)).c_str()).get()), PGRES_FATAL_ERROR)
                << "the server has no extension " << name << ": install PostgreSQL's contrib package; "
                << PQerrorMessage(db_.get());
    }
    static void TearDownTestSuite() { db_.reset(); }

    struct clear {
        void operator()(PGresult* result) const { PQclear(result); }
        void operator()(PGconn* db) const { PQfinish(db); }
    };
    using result = std::unique_ptr<PGresult, clear>;

    static std::string& dsn() {
        static std::string dsn;
        return dsn;
    }
    static result run(const char* sql) { return result(PQexec(db_.get(), sql)); }

    struct resolver : pg::type_resolver {
        resolver() : type_resolver(&find) {}
        static pg::oid find(pg::type_resolver&, const pg::type_ref& type) {
            const auto answer = run(("select '" + std::string(type.name) + "'::regtype::oid").c_str());
            EXPECT_EQ(PQntuples(answer.get()), 1) << type.name;
            return static_cast<pg::oid>(std::stoul(PQgetvalue(answer.get(), 0, 0)));
        }
    };

    struct answers {
        std::string back, from_text, text, type;
    };
    /// What the server makes of the bytes and of the text, and its name of the type.
    static void ask(pg::oid type, const std::string& bytes, const char* text, answers& out) {
        const Oid types[]{type, 25};
        const char* values[]{bytes.data(), text};
        const int lengths[]{static_cast<int>(bytes.size()), 0}, formats[]{1, 0};
        // The bare word bit is bit(1); a cast of inet to text is not its output.
        const auto name = run(("select format_type(" + std::to_string(type) + ", -1)").c_str());
        out.type = PQgetvalue(name.get(), 0, 0);
        const std::string cast = out.type == "bit" ? "\"bit\"" : out.type == "bit[]" ? "\"bit\"[]" : out.type;
        const std::string sql = "select $1, $2::" + cast + ", format('%s', $1)";
        const result answer(PQexecParams(db_.get(), sql.c_str(), 2, types, values, lengths, formats, 1));
        ASSERT_EQ(PQresultStatus(answer.get()), PGRES_TUPLES_OK)
            << (text ? text : "") << ": " << PQerrorMessage(db_.get());
        const auto field = [&](int i) {
            return std::string(PQgetvalue(answer.get(), 0, i),
                               static_cast<std::size_t>(PQgetlength(answer.get(), 0, i)));
        };
        out.back = field(0);
        out.from_text = field(1);
        out.text = field(2);
    }

    template <class T>
    static std::string bytes_of(const T& value, pg::type_resolver& types) {
        std::string bytes(pg::codec<T>::size(value), '\0');
        pg::writer out(bytes.data(), &types);
        pg::codec<T>::encode(value, out);
        return bytes;
    }

    enum class texts { same, printed, other };

    /// `printed`: the server does not read its own text again; `other`: it has another one.
    template <class T>
    static void check(const T& value, texts compare = texts::same) {
        using codec = pg::codec<T>;
        resolver types;
        const std::string bytes = bytes_of(value, types), text = codec::text(value);
        answers server;
        ASSERT_NO_FATAL_FAILURE(
            ask(codec::type.id ? codec::type.id : types.resolve(codec::type), bytes,
                compare == texts::same ? text.c_str() : nullptr, server));
        EXPECT_EQ(server.back, bytes) << text;
        const T back = codec::decode(pg::reader(server.back.data(), server.back.size()));
        EXPECT_EQ(codec::text(back), text);
        if (compare != texts::other) {
            EXPECT_EQ(server.text, text);
        }
        if (compare == texts::same) {
            EXPECT_EQ(server.from_text, bytes) << text;
        }
    }
    template <class T>
    static void check_all(std::initializer_list<const char*> texts) {
        std::vector<T> all;
        for (const char* text : texts) {
            const T value{text};
            EXPECT_EQ(value.to_string(), text);
            check(value);
            all.push_back(value);
        }
        check(all);
        check(std::vector<std::optional<T>>{all.front(), std::nullopt, all.back()});
    }
    /// Does the server sort the values as C++ does?
    template <class T>
    static void check_order(const std::vector<T>& values) {
        pg::session db{dsn()};
        for (const auto& a : values)
            for (const auto& b : values) {
                const std::string type(pg::codec<T>::type.name);
                const auto less = db.scalar<bool>(("select $1::" + type + " < $2::" + type).c_str(), a, b);
                EXPECT_EQ(less, a < b) << a.to_string() << " < " << b.to_string();
            }
    }

    static inline std::unique_ptr<PGconn, clear> db_;
    std::mt19937_64 random_{11};
};

TEST_F(more_types, interval) {
    check_all<pg::interval>(
        {"00:00:00", "1 year 2 mons -3 days +04:05:06.7", "-1 years -2 mons +3 days -04:05:06.000001", "-1 mons",
         "1 mon", "-1 days +00:00:01", "-00:00:00.000001", "00:00:00.1", "1 day",
         "178956970 years 7 mons 2147483647 days 2562047788:00:54.775806",
         "-178956970 years -8 mons -2147483648 days -2562047788:00:54.775807", "2562047788:00:54.775807",
         "-2562047788:00:54.775807", "30 days", "720:00:00", "-1 mons +1 day"});
    for (const std::int32_t months : {least32, -13, -12, -1, 0, 1, 11, 25, most32})
        for (const std::int32_t days : {least32, -1, 0, 1, 2, most32})
            for (const std::int64_t time :
                 {least64 + 1, std::int64_t{-1}, std::int64_t{0}, std::int64_t{86'400'000'000}})
                check(pg::interval{months, days, time});
    for (int i = 0; i < 200; ++i)
        check(pg::interval{static_cast<std::int32_t>(random_()), static_cast<std::int32_t>(random_()),
                           static_cast<std::int64_t>(random_())});
    check_order<pg::interval>({pg::interval{"1 mon"}, pg::interval{"30 days"}, pg::interval{"720:00:00"},
                               pg::interval{"29 days"}, pg::interval{"-1 mons +31 days"}, pg::interval{most32, 0, 0},
                               pg::interval{0, most32, 0}, pg::interval{0, 0, most64}, pg::interval{least32, 0, 0}});
    check(pg::interval{"-2562047788:00:54.775808"}, texts::printed);
    // Infinite from 17 on only: an earlier server keeps the bytes and prints a number.
    const bool known = PQserverVersion(db_.get()) >= 170000;
    check(pg::interval::infinity, known ? texts::same : texts::other);
    check(pg::interval::minus_infinity, known ? texts::same : texts::other);
}

TEST_F(more_types, times) {
    check_all<pg::time_of_day>({"00:00:00", "24:00:00", "23:59:59.999999", "08:30:00.25", "00:00:00.000001"});
    check_all<pg::timetz>({"00:00:00+00", "24:00:00-15:59:59", "23:59:59.999999+15:59:59", "08:30:00.25+05:30",
                           "12:00:00-00:19:32", "12:00:00+14", "12:00:00-03"});
    check_order<pg::timetz>({pg::timetz{"12:00:00+00"}, pg::timetz{"13:00:00+01"}, pg::timetz{"11:00:00-01"},
                             pg::timetz{"24:00:00+00"}, pg::timetz{"00:00:00-15"}});
    for (const char* text : {"0001-01-01", "0001-12-31 BC", "4714-11-24 BC", "5874897-12-31", "infinity", "-infinity",
                             "4713-02-29 BC", "1900-02-28", "2000-02-29", "0044-03-15 BC"})
        check(pg::date{text});
    for (const char* text : {"294276-12-31 23:59:59.999999", "4714-11-24 00:00:00 BC", "infinity", "-infinity",
                             "0001-12-31 23:59:59.999999 BC", "1969-12-31 23:59:59.999999", "4713-02-29 12:00:00 BC"})
        check(pg::timestamp{text});
    run("set timezone = 'UTC'");
    for (const char* text : {"294276-12-31 23:59:59.999999+00", "4714-11-24 00:00:00+00 BC", "infinity", "-infinity"}) {
        const auto value = pg::timestamptz::parse(text);
        ASSERT_TRUE(value) << text;
        check(*value);
    }
}

TEST_F(more_types, addresses) {
    check_all<pg::inet>({"0.0.0.0", "255.255.255.255", "192.168.0.1/24", "10.1.2.3/0", "::", "::1", "::/0", "1::",
                         "2001:db8::1/64", "::ffff:1.2.3.4", "::1.2.3.4", "::ffff:1.2.3.4/96", "1:2:3:4:5:6:7:8",
                         "1:0:0:2::3", "fe80::1:0:0:1", "0:1::", "1:0:2:3:4:5:6:7", "0:2:3:4:5:6:7:8",
                         "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff"});
    check_all<pg::cidr>({"0.0.0.0/0", "10.0.0.0/8", "192.168.0.1/32", "2001:db8::/32", "::/0", "::1/128"});
    for (int i = 0; i < 200; ++i) {
        // Many zeros: where the gap is, is what can go wrong.
        std::string text;
        for (int j = 0; j < 8; ++j)
            text.append(j == 0 ? "" : ":").append(random_() % 3 != 0 ? "0" : random_() % 2 != 0 ? "ffff" : "a");
        check(pg::inet{text});
    }
    std::vector<pg::inet> all;
    for (const char* text :
         {"10.0.0.0/8", "10.0.0.0", "10.0.0.1/8", "9.255.0.0/16", "11.0.0.0/7", "::/0", "::1", "0.0.0.0/0"})
        all.emplace_back(text);
    check_order(all);
    check_all<pg::macaddr>({"00:00:00:00:00:00", "08:00:2b:01:02:03", "ff:ff:ff:ff:ff:ff"});
    check_all<pg::macaddr8>({"00:00:00:00:00:00:00:00", "08:00:2b:ff:fe:01:02:03", "ff:ff:ff:ff:ff:ff:ff:ff"});
    pg::session db{dsn()};
    for (const char* text : {"08:00:2b:01:02:03", "08-00-2B-01-02-03", "08002b:010203", "08002b-010203",
                             "0800.2b01.0203", "0800-2b01-0203", "08002b010203"}) {
        EXPECT_EQ(pg::macaddr{text}, db.scalar<pg::macaddr>("select $1::text::macaddr", text)) << text;
        EXPECT_EQ(pg::macaddr8{text}, db.scalar<pg::macaddr8>("select $1::text::macaddr8", text)) << text;
    }
}

TEST_F(more_types, bits) {
    check_all<pg::bit<1>>({"0", "1"});
    check_all<pg::bit<9>>({"000000000", "111111111", "100000001", "000000010"});
    check_all<pg::varbit<9>>({"", "0", "1", "10", "100000001"});
    check_all<pg::varbit<>>({"", "10101010", "000000000000000000000000000000001"});
    check_order<pg::varbit<>>({pg::varbit<>{""}, pg::varbit<>{"0"}, pg::varbit<>{"00"}, pg::varbit<>{"1"},
                               pg::varbit<>{"01"}, pg::varbit<>{"10"}, pg::varbit<>{"011111111"}});
}

TEST_F(more_types, numbers) {
    check_all<pg::object_id>({"0", "4294967295", "2147483648"});
    check_all<pg::xid8>({"0", "18446744073709551615", "9223372036854775808"});
    check_all<pg::xid>({"0", "4294967295", "2147483648"});
    check_all<pg::tid>({"(0,0)", "(4294967295,65535)", "(1,2)"});
    check_order<pg::tid>({pg::tid{0, 65535}, pg::tid{1, 0}, pg::tid{1, 1}, pg::tid{4294967295, 0}});
    check_all<pg::pg_lsn>({"0/0", "FFFFFFFF/FFFFFFFF", "16/B374D848", "1/0", "0/A"});
}

TEST_F(more_types, geometry) {
    std::vector<double> numbers{0.0,
                                -0.0,
                                1,
                                -1,
                                0.1,
                                1e-5,
                                1e-4,
                                123456.789,
                                1e14,
                                1e15,
                                123456789012345680,
                                1e22,
                                1e23,
                                5e-324,
                                1.7976931348623157e308,
                                std::numeric_limits<double>::infinity(),
                                -std::numeric_limits<double>::infinity(),
                                std::numeric_limits<double>::quiet_NaN()};
    for (int i = -1074; i < 1024; i += 3) numbers.push_back(std::ldexp(1.0, i));
    for (int i = 0; i < 300; ++i)
        numbers.push_back(std::ldexp(static_cast<double>(random_()), static_cast<int>(random_() % 300) - 150));
    // The sign of NaN is not in its text.
    for (const double x : numbers) check(pg::point{x, -x}, x == x ? texts::same : texts::printed);
    check(std::vector<pg::point>{{0, 1}, {2, 3}});
    check(pg::line{1, -1, 0.5});
    check(pg::lseg{{0, 0}, {1, 1.5}});
    check(pg::box{{0, 3}, {1, 1}});
    check(pg::box{{5, 5}, {6, std::numeric_limits<double>::quiet_NaN()}});
    check(pg::circle{{1, 2}, 3});
    check(pg::path{{{0, 0}, {1, 1}}, true});
    check(pg::path{{{0, 0}}, false});
    check(pg::polygon{{{0, 0}, {1, 1}, {1, 0}}});
    check(std::vector<pg::polygon>{{{{0, 0}}}, {{{1, 2}, {3, 4}}}});
    check(std::vector<pg::line>{{}, {1, 2, 3}});
    check(std::vector<pg::lseg>{{}, {{1, 2}, {3, 4}}});
    check(std::vector<pg::circle>{{}, {{1, 2}, 3}});
    check(std::vector<pg::path>{{{{0, 0}}, true}, {{{1, 2}}, false}});
    // In the text of this array alone the server has semicolons.
    check(std::vector<pg::box>{{}, {{1, 2}, {3, 4}}}, texts::other);
}

TEST_F(more_types, documents) {
    check(pg::xml{"<a b=\"1\">x &amp; y</a>"});
    check(pg::xml{});
    check(std::vector<pg::xml>{pg::xml{"<a/>"}});
    check(pg::jsonpath{"$.\"a\"[*]?(@ > 1)"});
    check(pg::jsonpath{"$.\"a\"[*]"});
    check(pg::citext{"Some TEXT \xc3\xa9 \\ \" '"});
    check(pg::citext{});
    check(std::vector<pg::citext>{pg::citext{"a"}, pg::citext{"NULL"}});
    check(pg::hstore{{"b", "1"}, {"a\"\\", std::nullopt}, {"", ""}, {"zz", "\xc3\xa9 => ,"}, {"aaa", "NULL"}});
    check(pg::hstore{});
    check(std::vector<pg::hstore>{pg::hstore{{"a", "b"}}, pg::hstore{}});
    check(pg::ltree{"Top.Science.Astronomy_1"});
    check(pg::ltree{});
    check(std::vector<pg::ltree>{pg::ltree{"a.b"}, pg::ltree{}});
    std::vector<pg::ltree> paths;
    for (const char* text : {"", "a", "a.b", "ab", "a_b", "B", "a.b.c", "b"}) paths.emplace_back(text);
    check_order(paths);
    pg::session db{dsn()};
    for (const auto& a : paths) {
        EXPECT_EQ(db.scalar<std::int32_t>("select nlevel($1)", a), static_cast<std::int32_t>(a.levels())) << a;
        for (const auto& b : paths)
            EXPECT_EQ(db.scalar<bool>("select $1::ltree @> $2::ltree", a, b), a.is_ancestor_of(b)) << a << b;
    }
}

TEST_F(more_types, text_search) {
    check_all<pg::tsvector>({"", "'a'", "'a' 'b':1", "'b':1A,2B,3C,4 'it''s':16383", "'a b' 'x\\\\y':7"});
    check_all<pg::tsquery>({"'a'", "'a' & 'b'", "'a' | 'b' & !'c'", "'a' & ( 'b' | 'c' )", "!( 'a' & 'b' )", "!!'a'",
                            "'a' <-> 'b' <-> 'c'", "'a' <2> ( 'b' <-> 'c' )", "'a' <0> 'b'", "'a':*AB & 'it''s':D",
                            "( 'a' | 'b' ) <16384> 'c'", "'x\\\\y':*", "'a' & 'b' & 'c' | 'd'", "!'a' <-> 'b'"});
    pg::session db{dsn()};
    EXPECT_EQ(db.scalar<pg::tsquery>("select ''::tsquery"), pg::tsquery{});
    for (const char* text : {"fat:1a,2 cat 'it''s':3B,3A fat:2C", "  a\\:b  ", "b a b:1", "a:2,1,2"})
        EXPECT_EQ(pg::tsvector{text}, db.scalar<pg::tsvector>("select $1::text::tsvector", text)) << text;
    for (const char* text :
         {"fat&rat", " a:* |b:ab ", "!a&!b", "a&b|c&d", "a<->b<3>c&d", "((a))", "a&(b&c)", "a\\&b", "!(!a)"})
        EXPECT_EQ(pg::tsquery{text}, db.scalar<pg::tsquery>("select $1::text::tsquery", text)) << text;
    EXPECT_EQ(db.scalar<pg::tsvector>("select to_tsvector('english', 'The fat cats sat')").to_string(),
              "'cat':3 'fat':2 'sat':4");
    // Trees of any shape: printed and read as the server does.
    for (int i = 0; i < 300; ++i) {
        std::string text = "w";
        for (int j = 0; j < 8; ++j) {
            const char* joint[]{" & ", " | ", " <-> ", " <3> "};
            const std::string other = random_() % 3 == 0 ? "!x" : "y:B";
            const auto& between = joint[random_() % 4];
            text = random_() % 2 != 0 ? "(" + text + ")" + between + other : other + between + "(" + text + ")";
            if (random_() % 4 == 0) text = "!(" + text + ")";
        }
        const auto server = db.scalar<pg::tsquery>("select $1::text::tsquery", text);
        EXPECT_EQ(pg::tsquery{text}, server) << text;
        EXPECT_EQ(pg::tsquery{text}.to_string(), db.scalar<std::string>("select $1::text::tsquery::text", text));
    }
}

struct sample {
    std::int64_t id{};
    pg::interval span{};
    pg::time_of_day at{};
    pg::timetz zoned{};
    pg::inet address{};
    pg::cidr net{};
    pg::macaddr mac{};
    pg::macaddr8 mac8{};
    pg::bit<9> flags{};
    pg::varbit<9> some{};
    pg::object_id object{};
    pg::xid8 transaction{};
    pg::pg_lsn lsn{};
    pg::circle area{};
    pg::polygon shape{};
    pg::hstore properties{};
    pg::citext nick{};
    pg::ltree place{};
    pg::tsvector words{};
    pg::tsquery search{};
    std::optional<pg::interval> maybe{};
    std::vector<pg::interval> spans{};
    std::vector<std::optional<pg::hstore>> many{};

    bool operator==(const sample&) const = default;
    static constexpr auto table() {
        return pg::table("samples", pg::field<&sample::id>.primary_key().identity(),
                         pg::index(col<&sample::place>).using_gist().named("by_place"));
    }
};
inline constexpr pg::registry<sample> all{};

TEST_F(more_types, through_insert_select_and_where) {
    pg::session db{dsn()};
    db.create_all(all);
    pgmodel_test::expect_introspected(db, all);
    sample row;
    row.span = pg::interval{"1 mon -1 days"};
    row.at = pg::time_of_day{"24:00:00"};
    row.zoned = pg::timetz{"01:02:03-15:59:59"};
    row.address = pg::inet{"::ffff:1.2.3.4/96"};
    row.net = pg::cidr{"10.0.0.0/8"};
    row.mac = pg::macaddr{"08:00:2b:01:02:03"};
    row.mac8 = pg::macaddr8{"08:00:2b:01:02:03"};
    row.flags = pg::bit<9>{"100000001"};
    row.some = pg::varbit<9>{"1010101"};
    row.object = pg::object_id{4294967295};
    row.transaction = pg::xid8{~std::uint64_t{0}};
    row.lsn = pg::pg_lsn{"FFFFFFFF/FFFFFFFF"};
    row.area = {{1, 2}, 0.1};
    row.shape = {{{0, 0}, {1, 1}}};
    row.properties = {{"a", "1"}, {"b", std::nullopt}};
    row.nick = pg::citext{"Ada"};
    row.place = pg::ltree{"Top.Science"};
    row.words = pg::tsvector{"fat:1A cat"};
    row.search = pg::tsquery{"fat & !rat"};
    row.maybe = pg::interval{"-00:00:01"};
    row.spans = {pg::interval{}, pg::interval{"1 year"}};
    row.many = {pg::hstore{{"x", "y"}}, std::nullopt};
    const auto again = row;
    row.id = db.insert(row).id;
    sample empty;
    empty.shape = {{{0, 0}}};
    empty.search = pg::tsquery{"a"};
    const auto others = db.insert(std::vector<sample>{empty, again});
    ASSERT_EQ(others.size(), 2u);
    empty.id = others[0].id;
    EXPECT_EQ(others[0], empty);
    EXPECT_EQ(db.all(pg::select<sample>().where(col<&sample::id> == row.id)).at(0), row);
    const auto found = [&](auto condition) { return db.all(pg::select<sample>().where(condition)).size(); };
    EXPECT_EQ(found(col<&sample::span> == row.span && col<&sample::at> == row.at && col<&sample::zoned> == row.zoned &&
                    col<&sample::address> == row.address && col<&sample::net> == row.net &&
                    col<&sample::mac> == row.mac && col<&sample::mac8> == row.mac8 &&
                    col<&sample::flags> == row.flags && col<&sample::some> == row.some &&
                    col<&sample::object> == row.object && col<&sample::transaction> == row.transaction &&
                    col<&sample::lsn> == row.lsn && col<&sample::area> == row.area &&
                    col<&sample::properties> == row.properties && col<&sample::place> == row.place &&
                    col<&sample::words> == row.words && col<&sample::search> == row.search &&
                    col<&sample::maybe> == *row.maybe && col<&sample::spans> == row.spans),
              2u);
    EXPECT_EQ(found(col<&sample::nick> == pg::citext{"ADA"}), 2u);
    // Operators of bits of any length give bit, not bit varying.
    EXPECT_EQ(db.one(pg::select(~col<&sample::some>).where(col<&sample::id> == row.id)).to_string(), "0101010");
    // The server's = : 29 days are a month less a day.
    EXPECT_EQ(found(col<&sample::span> == pg::interval{"29 days"}), 2u);
}

struct country {
    std::int64_t id{};
    pg::fixed_char<2> code{};
    std::optional<pg::fixed_char<4>> region = pg::fixed_char<4>("r");
    std::vector<pg::fixed_char<3>> currencies{};

    bool operator==(const country&) const = default;
    static constexpr auto table() {
        return pg::table("countries", pg::field<&country::id>.primary_key().identity(),
                         pg::field<&country::code>.unique(), pg::field<&country::region>.server_default("r "),
                         pg::check(col<&country::code> != "X" && col<&country::code>.not_in({"Y", "Z "})));
    }
};
inline constexpr pg::registry<country> countries{};

TEST_F(more_types, fixed_char) {
    pg::session db{dsn()};
    db.create_all(countries);
    pgmodel_test::expect_introspected(db, countries);
    country row{.code = "D ", .region = "\xc3\xa9", .currencies = {"DM", "EUR"}};
    row.id = db.insert(row).id;
    EXPECT_EQ(db.find<country>(row.id), row);
    EXPECT_EQ(db.insert(std::vector<country>{{.code = "F"}}).at(0).code, "F");
    EXPECT_EQ(db.scalar<std::string>("select format('%s|%s', code, region) from countries where id = $1", row.id),
              "D |" + row.region->padded());
    const auto found = [&](auto condition) { return db.all(pg::select<country>().where(condition)).size(); };
    EXPECT_EQ(found(col<&country::code> == "D"), 1u);
    EXPECT_EQ(found(col<&country::code> == "D    "), 1u);  // as a text it would be another one
    EXPECT_EQ(found(col<&country::code> == std::string_view{"D "} && col<&country::currencies> == row.currencies), 1u);
    EXPECT_EQ(found(col<&country::code>.in({"D", "F "})), 2u);
    EXPECT_THROW(db.insert(country{.code = "GER"}), pg::encode_error);
    EXPECT_THROW(db.insert(country{.code = "F"}), pg::unique_violation);
    EXPECT_THROW(db.insert(country{.code = "Z"}), pg::check_violation);
    EXPECT_EQ(db.scalar<std::string>("select region::text from countries where code = 'F'"), "r");
    EXPECT_THROW(found(col<&country::code> == "GER"), pg::encode_error);
}

}  // namespace more_types_test
