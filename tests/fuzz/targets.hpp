// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

/// What reads bytes and texts from outside, each with some values to start from, and what must hold whatever comes:
/// a value or an error, never a read beyond the end; what was read can be written, and reads back as the same.

#pragma once

#include <nlohmann/json.hpp>
#include <pgmodel.hpp>

#include <pgmodel/document.hpp>
#include <pgmodel/migrate/half_index.hpp>
#include <pgmodel/migrate/read_migrations.hpp>
#include <pgmodel/migrate/script.hpp>
#include <pgmodel/query/cursor.hpp>
#include <pgmodel/query/json_changes.hpp>
#include <pgmodel/session/plan.hpp>
#include <pgmodel/types/any_array.hpp>
#include <pgmodel/types/bit.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/composite.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/geometry.hpp>
#include <pgmodel/types/hstore.hpp>
#include <pgmodel/types/inet.hpp>
#include <pgmodel/types/interval.hpp>
#include <pgmodel/types/jsonpath.hpp>
#include <pgmodel/types/long_numeric.hpp>
#include <pgmodel/types/ltree.hpp>
#include <pgmodel/types/macaddr.hpp>
#include <pgmodel/types/multirange.hpp>
#include <pgmodel/types/object_id.hpp>
#include <pgmodel/types/pg_lsn.hpp>
#include <pgmodel/types/tid.hpp>
#include <pgmodel/types/time_of_day.hpp>
#include <pgmodel/types/timetz.hpp>
#include <pgmodel/types/tsquery.hpp>
#include <pgmodel/types/tsvector.hpp>
#include <pgmodel/types/xid.hpp>
#include <pgmodel/types/xid8.hpp>
#include <pgmodel/types/xml.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace fuzz {

struct ticket_id {
    std::int64_t value{};
};
struct label {
    std::string text{};
};

}  // namespace fuzz

template <>
struct pgmodel::codec<fuzz::ticket_id> : pgmodel::wrapped<&fuzz::ticket_id::value> {};
template <>
struct pgmodel::codec<fuzz::label> : pgmodel::wrapped<&fuzz::label::text> {};

namespace fuzz {

namespace pg = pgmodel;

/// Thrown when what must hold does not.
struct broken : std::logic_error {
    using logic_error::logic_error;
};

template <class T>
std::string encoded(const T& value) {
    const std::size_t size = pg::codec<T>::size(value);
    const std::unique_ptr<char[]> memory(new char[size]);
    pg::writer out(memory.get());
    pg::codec<T>::encode(value, out);
    if (static_cast<std::size_t>(out.position() - memory.get()) != size) throw broken{"encode() writes another size"};
    return {memory.get(), size};
}
template <class T>
T decoded(std::string_view bytes) {
    // Memory of its own and of exactly this size: the sanitizer sees each byte too many.
    const std::unique_ptr<char[]> memory(new char[bytes.size()]);
    if (!bytes.empty()) std::memcpy(memory.get(), bytes.data(), bytes.size());
    return pg::codec<T>::decode(pg::reader(memory.get(), bytes.size()));
}
template <class T>
concept has_text = requires(std::string_view text) { *T::parse(text); };

template <class T>
void expect_text(const T& value, const std::string& bytes) {
    const std::string text = pg::codec<T>::text(value);
    if constexpr (has_text<T>) {
        const auto parsed = T::parse(text);
        if (!parsed) throw broken{"its text is not read: " + text};
        // The server does not print which two of 'a' & 'b' & 'c' are taken together; that is no other query.
        // Of a NaN the text says only that it is one, not which.
        const bool by_text = std::is_same_v<T, pg::tsquery> || text.find("NaN") != text.npos;
        const bool same = by_text ? pg::codec<T>::text(*parsed) == text : encoded(*parsed) == bytes;
        if (!same) throw broken{"its text reads as another value: " + text};
        if constexpr (requires { pg::codec<T>::sent_text(value); }) {
            const std::string sent = pg::codec<T>::sent_text(value);
            const auto read = T::parse(sent);
            if (!read || encoded(*read) != bytes) throw broken{"the text that is sent reads as another value: " + sent};
        }
    }
}

/// The binary format.
template <class T>
void decode(std::string_view bytes) {
    try {
        const T value = decoded<T>(bytes);
        const std::string again = encoded(value);
        // What is not in the one form that is sent is brought into it, once.
        if (encoded(decoded<T>(again)) != again) throw broken{"decodes as another value"};
        expect_text(value, again);
    } catch (const pg::value_error&) {
    } catch (const pg::decode_error&) {  // of a document
    } catch (const pg::encode_error&) {  // a text that is not UTF-8 cannot be sent back
    }
}
/// The text form.
template <class T>
void parse(std::string_view text) {
    const std::unique_ptr<char[]> memory(new char[text.size()]);
    if (!text.empty()) std::memcpy(memory.get(), text.data(), text.size());
    try {
        if (const auto value = T::parse(std::string_view(memory.get(), text.size())))
            expect_text(*value, encoded(*value));
    } catch (const pg::encode_error&) {
    }
}

/// A composite type, with one inside.
struct place {
    std::string street{};
    std::optional<std::int32_t> number{};
};
struct visit {
    place at{};
    std::vector<std::string> names{};
    std::optional<pg::numeric<>> cost{};
};

/// Types that travel as the value in them.
struct percentage {
    std::int32_t value{};
    static constexpr auto domain() { return pg::domain("percentage", pg::check(pg::domain_value<percentage> >= 0)); }
};
struct itinerary {
    visit value{};
    static constexpr auto domain() { return pg::domain("itinerary"); }
};
/// A typed document of all that documents can hold.
enum class shade { dark, light };
struct theme {
    shade kind = shade::dark;
    std::optional<std::string> name{};
    bool operator==(const theme&) const = default;
};
struct settings {
    theme look{};
    std::vector<theme> others{};
    std::map<std::string, std::int64_t> limits{};
    pg::numeric<10, 2> price{};
    std::optional<double> ratio{};
    pg::timestamptz since{};
    std::uint32_t mask{};
    bool on{};
};
struct stored {
    std::int64_t id{};
    std::string title{};
    std::optional<std::int32_t> rank{};
    std::vector<std::string> tags{};
    shade kind = shade::dark;
    pg::jsonb<settings> document{};
};

/// What was read from JSON text is written as text that reads as the same.
template <class T>
void read_json(std::string_view text) {
    try {
        const std::string once = pg::to_json(pg::from_json<T>(text));
        if (pg::to_json(pg::from_json<T>(once)) != once) throw broken{"JSON reads as another value: " + once};
    } catch (const pg::decode_error&) {
    } catch (const pg::encode_error&) {
    }
}
inline void read_changes(std::string_view text) {
    using s = stored;
    try {
        static_cast<void>(pg::changes<s>::from_json(text, pg::allow<&s::title, &s::rank, &s::tags, &s::kind, &s::document>()));
    } catch (const pg::decode_error&) {
    }
}
inline void read_cursor(std::string_view text) {
    std::string bytes;
    pg::detail::cursor_head head{};
    try {
        pg::reader in = pg::detail::open_cursor(text, bytes, head, 0);
        while (in.left() > 0) static_cast<void>(in.read<std::uint8_t>());
    } catch (const pg::cursor_error&) {
    }
}

/// The file of a migration: its statements are within it, one behind the other, and it reads the same again.
inline void read_migration(std::string_view text) {
    namespace migrate = pg::migrate::detail;
    try {
        const pg::migrate::script file[]{{"1_x.sql", text}};
        const auto m = migrate::read_migrations(file).at(0);
        std::size_t at = 0;
        for (const bool back : {false, true})
            for (const auto& block : m.blocks(back)) {
                for (const auto& s : block.statements) {
                    if (s.begin < at || s.size == 0 || s.begin + s.size > block.end) throw broken{"statements overlap"};
                    at = s.begin + s.size;
                    migrate::may_run_again(m.statement(s));
                    migrate::concurrent_index_of(m.statement(s));
                }
                if (block.alone && block.statements.size() != 1) throw broken{"a block alone has one statement"};
            }
        const pg::migrate::script written[]{{"1_x.sql", m.text}};
        const auto again = migrate::read_migrations(written).at(0);
        for (const bool back : {false, true})
            if (again.blocks(back).size() != m.blocks(back).size() ||
                again.checksum(back, again.blocks(back).size()) != m.checksum(back, m.blocks(back).size()))
                throw broken{"reads otherwise without its carriage returns"};
    } catch (const pg::migration_error&) {
    }
}

struct target {
    std::string name;
    void (*run)(std::string_view);
    std::vector<std::string> seeds;
};

class list {
public:
    const std::vector<target>& all() const { return all_; }

    template <class T>
    void values(const char* name, std::initializer_list<T> seeds) {
        target made{name, &decode<T>, {}};
        for (const T& seed : seeds) made.seeds.push_back(encoded(seed));
        all_.push_back(std::move(made));
    }
    /// Of a type that has a text: two targets.
    template <class T>
    void texts(const char* name, std::initializer_list<const char*> seeds) {
        target binary{name, &decode<T>, {}}, text{std::string(name) + " text", &parse<T>, {}};
        for (const char* seed : seeds) {
            binary.seeds.push_back(encoded(T::parse(seed).value()));
            text.seeds.emplace_back(seed);
        }
        all_.push_back(std::move(binary));
        all_.push_back(std::move(text));
    }

    void add(const char* name, void (*run)(std::string_view), std::initializer_list<const char*> seeds) {
        all_.push_back({name, run, {seeds.begin(), seeds.end()}});
    }

private:
    std::vector<target> all_{};
};

/// The first byte of an input chooses one of these.
inline const std::vector<target>& targets() {
    static const list made = [] {
        using std::optional, std::string, std::vector;
        using ints = pg::range<std::int32_t>;
        list out;
        out.values<bool>("boolean", {false, true});
        out.values<std::int16_t>("smallint", {0, -32'768});
        out.values<std::uint8_t>("smallint as unsigned", {0, 255});
        out.values<std::int32_t>("integer", {0, -2'147'483'648});
        out.values<std::uint16_t>("integer as unsigned", {0, 65'535});
        out.values<std::uint32_t>("bigint as unsigned", {0, 4'294'967'295});
        out.values<std::int64_t>("bigint", {0, -1});
        out.values<float>("real", {0, -1.5F});
        out.values<double>("double precision", {0, 1e300});
        out.values<string>("text", {"", "a\xc3\xa9"});
        out.values<pg::varchar<3>>("varchar(3)", {"", "abc"});
        out.values<pg::varchar<>>("varchar", {"", "abc"});
        out.values<pg::fixed_char<3>>("character", {"", "abc"});
        out.values<pg::citext>("citext", {pg::citext{"Abc"}});
        out.values<pg::bytes>("bytea", {{}, {std::byte{0}, std::byte{255}}});
        out.texts<pg::numeric<10, 2>>("numeric(10,2)", {"0", "-19.99", "99999999.99", "NaN", "1.5e3"});
        out.texts<pg::numeric<38, 38>>("numeric(38,38)", {"0.00000000000000000000000000000000000001", "-0.5"});
        out.texts<pg::numeric<>>("numeric", {"0.00", "-12345678.90123", "1e131071", "1e-16383", "NaN", "-Infinity"});
        out.texts<pg::date>("date", {"2024-02-29", "0044-03-15 BC", "5874897-12-31", "-infinity"});
        out.texts<pg::timestamp>("timestamp", {"2024-02-29 23:59:59.999999", "4714-11-24 00:00:00 BC", "infinity"});
        out.texts<pg::timestamptz>("timestamptz", {"2024-02-29T12:00:00.5+05:30", "294276-12-31 23:59:59Z"});
        out.texts<pg::interval>("interval",
                                {"1 year 2 mons -3 days +04:05:06.7", "-2562047788:00:54.775808", "infinity",
                                 "P1Y-2M3DT4H5M6.7S", "@ 1.5 mil -2h30m ago", "1-2 3 4:05:06"});
        out.texts<pg::time_of_day>("time", {"00:00:00", "24:00:00", "08:30:00.25"});
        out.texts<pg::timetz>("timetz", {"23:59:59.999999+15:59:59", "12:00:00-03"});
        out.texts<pg::uuid>("uuid", {"00000000-0000-0000-0000-000000000000", "{A0EEBC999C0B4EF8BB6D6BB9BD380A11}"});
        out.texts<pg::inet>("inet", {"192.168.0.1/24", "::ffff:1.2.3.4/96", "1:0:0:2::3"});
        out.texts<pg::cidr>("cidr", {"10.0.0.0/8", "2001:db8::/32"});
        out.texts<pg::macaddr>("macaddr", {"08:00:2b:01:02:03", "0800-2b01-0203"});
        out.texts<pg::macaddr8>("macaddr8", {"08:00:2b:ff:fe:01:02:03"});
        out.texts<pg::bit<9>>("bit", {"100000001"});
        out.texts<pg::varbit<>>("varbit", {"", "101"});
        out.texts<pg::object_id>("oid", {"0", "4294967295"});
        out.texts<pg::xid>("xid", {"0", "4294967295"});
        out.texts<pg::tid>("tid", {"(42,7)", "(4294967295,65535)"});
        out.texts<pg::xid8>("xid8", {"18446744073709551615"});
        out.texts<pg::pg_lsn>("pg_lsn", {"16/B374D848"});
        out.texts<pg::tsvector>("tsvector", {"'cat':2A,5 fat 'it''s':3", ""});
        out.texts<pg::tsquery>("tsquery", {"'a' & ( 'b' | !'c':*AB ) <2> d", "!!a"});
        out.values<pg::hstore>("hstore", {{}, {{"a", "1"}, {"bb", std::nullopt}}});
        out.values<pg::ltree>("ltree", {pg::ltree{"a.b_1"}});
        out.values<pg::jsonpath>("jsonpath", {pg::jsonpath{"$.\"a\""}});
        out.values<pg::xml>("xml", {pg::xml{"<a/>"}});
        out.values<pg::jsonb_text>("jsonb", {pg::jsonb_text{"{\"a\": [1, null]}"}});
        out.values<pg::json_text>("json", {pg::json_text{"[1]"}});
        out.texts<pg::point>("point", {"(1,2)", "(NaN,-Infinity)"});
        out.texts<pg::line>("line", {"{1,-1,0.5}"});
        out.texts<pg::lseg>("lseg", {"[(0,0),(1,1)]"});
        out.texts<pg::box>("box", {"(1,3),(0,1)"});
        out.texts<pg::circle>("circle", {"<(1,2),3>"});
        out.texts<pg::path>("path", {"((0,0),(1,1))", "[(0,0)]"});
        out.texts<pg::polygon>("polygon", {"((0,0),(1,1),(1,0))"});
        out.texts<ints>("int4range", {"[1,5)", "(,)", "empty", "(\"1\",]"});
        out.texts<pg::range<pg::numeric<>>>("numrange", {"(1.50,2]", "[NaN,]"});
        out.texts<pg::range<pg::date>>("daterange", {"[2024-01-01,infinity]"});
        out.texts<pg::range<pg::timestamptz>>("tstzrange", {"[\"2024-01-01 00:00:00+00\",)"});
        out.texts<pg::multirange<std::int32_t>>("int4multirange", {"{}", "{[1,3),[5,)}", "{empty,(,2]}"});
        out.texts<pg::multirange<pg::timestamp>>("tsmultirange", {"{[\"2024-01-01 00:00:00\",infinity)}"});
        out.values<vector<std::int32_t>>("integer[]", {{}, {1, -2, 3}});
        out.values<vector<bool>>("boolean[]", {{true, false}});
        out.values<vector<optional<string>>>("text[]", {{"a", std::nullopt, ""}});
        out.values<vector<vector<std::int16_t>>>("smallint[][]", {{{1, 2}, {3, 4}}});
        out.values<pg::any_array<optional<std::string>>>(
            "text[] of any shape", {{}, {{"a", std::nullopt}, {{2, 0}, {1, -7}}}});
        out.values<std::array<vector<optional<std::int64_t>>, 2>>("bigint[2][]", {{{{1, std::nullopt}, {2, 3}}}});
        out.values<vector<vector<vector<vector<vector<vector<bool>>>>>>>("boolean[6 times]", {{{{{{{true}}}}}}});
        out.values<vector<pg::numeric<>>>("numeric[]", {{pg::numeric<>{"1.50"}}});
        out.values<vector<ints>>("int4range[]", {{{1, 5}, {}}});
        out.values<visit>("composite", {{}, {{"a \"b\"", 1}, {"x", ""}, pg::numeric<>{"1.50"}}});
        out.values<vector<visit>>("composite[]", {{{{"a", std::nullopt}, {}, std::nullopt}}});
        out.values<vector<pg::hstore>>("hstore[]", {{{{"a", "1"}}}});
        out.values<shade>("enum", {shade::dark, shade::light});
        out.values<vector<shade>>("enum[]", {{shade::dark}});
        out.values<percentage>("domain", {{0}, {100}});
        out.values<vector<optional<percentage>>>("domain[]", {{{{1}}, std::nullopt}});
        out.values<itinerary>("domain over a composite", {{{{"a", 1}, {"b"}, std::nullopt}}});
        out.values<ticket_id>("id", {{0}, {-1}});
        out.values<vector<ticket_id>>("id[]", {{{7}, {8}}});
        out.values<label>("id of a text", {{""}, {"a"}});
        out.values<nlohmann::json>("jsonb, parsed", {nlohmann::json::parse(R"({"a": [1, -2.5e3, null, "b"]})")});
        out.values<pg::jsonb<settings>>("jsonb of a struct", {pg::jsonb<settings>(settings{.limits = {{"a", 1}}})});
        out.values<pg::json<settings>>("json of a struct, binary", {pg::json<settings>(settings{.limits = {{"a", 1}}})});
        out.values<vector<pg::json<settings>>>("json[] of a struct", {{pg::json<settings>(settings{})}});
        out.add("json of a struct", &read_json<settings>,
                {R"({"look": {"kind": "light", "name": "\u00e9\ud83d\ude00"}, "others": [{}], "limits": {"a": -9223372036854775808},
                     "price": 19.99, "ratio": 1e-3, "since": "2024-02-29T12:00:00.5+05:30", "mask": 4294967295, "on": true})"});
        out.add("json of a plan", &read_json<vector<pg::detail::explained_statement>>,
                {R"([{"Plan": {"Node Type": "Seq Scan", "Total Cost": 1.5, "Plans": [{"Node Type": "Result"}]}}])"});
        out.add("changes", &read_changes,
                {R"({"title": "x", "rank": null, "tags": ["a"], "kind": "dark", "document": {"on": true}})", "{}"});
        out.add("migration", &read_migration,
                {"create table t (a text default 'it''s; --'); -- why\n-- pgmodel: alone\ncreate index concurrently if not "
                 "exists i on only s.t (a)\r\n-- pgmodel: transaction\nvacuum;",
                 "create function f() begin atomic select case when (1) then E'\\'' end; end; /* /* */ */ select $a$;$a$;\n"
                 "-- pgmodel: down\n-- pgmodel: alone\ndrop index concurrently if exists \"I\""});
        out.add("cursor", &read_cursor, {"", "AAAAAAAAAAAAAAAAAAAA"});
        return out;
    }();
    return made.all();
}

/// One input: its first byte chooses the target.
inline void run(std::string_view input) {
    if (input.empty()) return;
    const auto& all = targets();
    all[static_cast<unsigned char>(input[0]) % all.size()].run(input.substr(1));
}

/// What to start from: each seed of each target, and what an attacker would try first.
inline std::vector<std::string> corpus() {
    std::vector<std::string> out;
    const auto& all = targets();
    for (std::size_t i = 0; i < all.size(); ++i)
        for (const auto& seed : all[i].seeds) {
            const std::string head(1, static_cast<char>(i));
            out.push_back(head + seed);
            out.push_back(head + seed + '\0');
            if (seed.size() < 4) continue;
            out.push_back(head + seed.substr(0, seed.size() - 1));
            // The first number, often a count, and the last four bytes at their ends.
            for (const char* number : {"\x7f\xff\xff\xff", "\xff\xff\xff\xff", "\x80\0\0\0"}) {
                out.push_back(head + std::string(number, 4) + seed.substr(4));
                out.push_back(head + seed.substr(0, seed.size() - 4) + std::string(number, 4));
            }
        }
    return out;
}

}  // namespace fuzz
