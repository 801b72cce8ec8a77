// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// COPY from ranges of rows.

#include <pgmodel.hpp>
#include <pgmodel/partitions.hpp>
#include <pgmodel/session/copy_rows.hpp>
#include <pgmodel/testing/rolled_back.hpp>
#include <pgmodel/types/range.hpp>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <signal.h>

#include <chrono>
#include <cstdint>
#include <list>
#include <optional>
#include <ranges>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

#include "database.hpp"
#include "peak_memory.hpp"
#include "session_helpers.hpp"

namespace copy_rows_test {

/// Bytes of one size, which is more than a message has room for.
struct block {
    char fill{};

    bool operator==(const block&) const = default;
};

}  // namespace copy_rows_test

template <>
struct pgmodel::codec<copy_rows_test::block> {
    using block = copy_rows_test::block;
    static constexpr pgmodel::type_ref type = codec<pgmodel::bytes>::type, array_type = codec<pgmodel::bytes>::array_type;
    static constexpr std::size_t width = 2'000'000;

    static std::size_t size(const block&) { return width; }
    static void encode(const block& value, writer& out) { out.bytes(std::string(width, value.fill)); }
    static block decode(reader in) { return {in.rest().at(width - 1)}; }
    static std::string text(const block&) { return ""; }
};

namespace {

namespace pg = pgmodel;
using pg::col;

enum class tone { low, Mid_high, high };
struct corner {
    std::int32_t x{};
    std::optional<tone> y{};

    bool operator==(const corner&) const = default;
};
struct site {
    std::string name{};
    std::vector<corner> corners{};

    bool operator==(const site&) const = default;
};
struct size {
    std::int16_t width{};
    std::optional<std::int16_t> height{};

    bool operator==(const size&) const = default;
};

struct everything {
    std::int64_t id{};
    bool flag{};
    std::int16_t small{};
    std::uint32_t wide{};
    double ratio{};
    std::string text{};
    pg::varchar<5> code{};
    pg::bytes raw{};
    pg::uuid uuid{};
    pg::numeric<12, 3> price{};
    pg::timestamptz at{};
    pg::date day{};
    pg::range<std::int32_t> span{};
    nlohmann::json document{};
    tone level{};
    std::optional<std::string> maybe{};
    std::optional<tone> maybe_level{};
    std::vector<std::string> tags{};
    std::vector<std::optional<pg::varchar<5>>> gaps{};
    std::vector<tone> levels{};
    std::optional<site> where{};
    std::vector<site> places{};
    size box{};
    std::int32_t order{};
    std::string cache{};

    static constexpr auto table() {
        using e = everything;
        return pg::table("Every thing", pg::in_schema("a \"schema"), pg::field<&e::id>.primary_key().identity(),
                         pg::field<&e::order>.named("Order by"), pg::embedded<&e::box>.prefix("box "), pg::transient<&e::cache>);
    }
    bool operator==(const everything&) const = default;
};
struct item {
    std::int64_t id{};
    std::string name{};
    std::int32_t amount = 1;
    tone level = tone::high;
    pg::timestamptz made{};

    static constexpr auto table() {
        using i = item;
        return pg::table("items", pg::field<&i::id>.primary_key().identity(), pg::field<&i::name>.unique(),
                         pg::field<&i::level>.server_default(tone::high),
                         pg::field<&i::made>.server_default(pg::now()), pg::check(col<&i::amount> > 0));
    }
    bool operator==(const item&) const = default;
};


struct numbered {
    std::int64_t id{};
    std::string name{};

    static constexpr auto table() {
        using n = numbered;
        return pg::table("numbered", pg::field<&n::id>.primary_key().identity_always());
    }
};
struct doubled {
    std::int32_t value{};
    std::int32_t twice{};

    static constexpr auto table() {
        using d = doubled;
        return pg::table("doubled", pg::no_primary_key, pg::field<&d::twice>.generated(col<&d::value> * pg::lit<2>));
    }
    bool operator==(const doubled&) const = default;
};
struct noted {
    std::int64_t id{};
    pg::jsonb_text note{};
    std::vector<pg::varchar<>> words{};
    std::optional<std::vector<std::string>> more{};

    static constexpr auto table() { return pg::table("noted", pg::field<&noted::id>.primary_key()); }
    bool operator==(const noted&) const = default;
};
struct only_id {
    std::int64_t id{};
};

// A table with what its server has to say: partitions, a domain, a serial, a trigger.
struct even {
    std::int32_t value{};

    static constexpr auto domain() { return pg::domain("even", pg::check(pg::domain_value<even> % pg::lit<2> == 0)); }
    bool operator==(const even&) const = default;
};
struct part {
    std::int32_t kind{};
    std::int32_t number{};
    std::optional<even> halves{};
    std::vector<even> all_even{};
    std::string slug{};

    static constexpr auto table() {
        using p = part;
        return pg::table("parts", pg::no_primary_key, pg::field<&p::number>.serial(), pg::field<&p::slug>.set_by_trigger(),
                         pg::partition_by_list(col<&p::kind>).partition("parts_1", pg::in(1)).partition("parts_2", pg::in(2, 3)));
    }
    bool operator==(const part&) const = default;
};

class copy_rows : public ::testing::Test {
protected:
    static void SetUpTestSuite() {
        dsn() = pgmodel_test::create_database("copy_rows");
        pg::session db(dsn());
        db.create_all(pg::registry<everything, item, numbered, doubled, noted, only_id, part>{});
    }
    void SetUp() override { db.execute_script("truncate items, numbered, doubled, noted restart identity"); }
    static std::string& dsn() {
        static std::string text;
        return text;
    }
    /// The message of what is thrown, and that nothing was stored and the connection goes on.
    template <class Error, class Rows>
    std::string refused(pg::connection& on, Rows&& rows, const pg::copy_options& wanted = {}) {
        const auto before = on.count<item>();
        std::string text = "not refused";
        try {
            pg::copy_rows(on, rows, wanted);
        } catch (const Error& e) {
            text = e.what();
        }
        EXPECT_EQ(on.count<item>(), before);
        return text;
    }
    pg::session db{dsn()};
};

std::vector<item> items(int count) {
    std::vector<item> all;
    for (int i = 1; i <= count; ++i) all.push_back({.name = "item " + std::to_string(i), .amount = i});
    return all;
}

TEST_F(copy_rows, stores_every_kind_of_column) {
    std::vector<everything> rows;
    for (int i = 1; i <= 500; ++i) {
        everything row{.flag = i % 2 == 0, .small = static_cast<std::int16_t>(-i), .wide = 4'000'000'000u + unsigned(i),
                       .ratio = i / 3.0, .text = std::string(static_cast<std::size_t>(i), 'x'), .code = "a\xc3\xa9",
                       .raw = pg::bytes(static_cast<std::size_t>(i % 7)), .uuid = pg::uuid::v4(),
                       .price = *pg::numeric<12, 3>::parse("-12.345"), .order = i};
        row.at = pg::timestamptz(std::chrono::sys_days(std::chrono::year(2026) / 1 / 2) + std::chrono::hours(i));
        row.document = {{"n", i}};
        row.level = tone::Mid_high;
        if (i % 3 == 0) row.maybe = "", row.maybe_level = tone::high, row.box.height = std::int16_t{3};
        row.tags = {"a,b", "\"", "{}"};
        row.gaps = {std::nullopt, "b"};
        // What is looked up for these is needed in later rows only.
        if (i > 250) row.levels = {tone::low, tone::high};
        if (i > 300) row.where = site{"here", {{1, tone::low}, {2, std::nullopt}}};
        if (i > 400) row.places = {{"there", {}}, {"nowhere", {{i, tone::high}}}};
        row.span = pg::range<std::int32_t>(i, i + 3);
        rows.push_back(row);
    }
    EXPECT_EQ(pg::copy_rows(db, rows), 500u);
    auto found = db.all(pg::select<everything>().order_by(col<&everything::order>));
    ASSERT_EQ(found.size(), rows.size());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        EXPECT_GT(found[i].id, 0);
        rows[i].id = found[i].id;
        EXPECT_EQ(found[i], rows[i]) << i;
    }
    // The same rows with their keys, as they were read elsewhere.
    db.execute(pg::delete_from(pg::model<everything>).all_rows());
    EXPECT_EQ(pg::copy_rows(db, found), 500u);
    EXPECT_EQ(db.all(pg::select<everything>().order_by(col<&everything::order>)), found);
}
TEST_F(copy_rows, takes_any_range) {
    const std::vector<item> constant = items(3);
    EXPECT_EQ(pg::copy_rows(db, constant), 3u);
    EXPECT_EQ(pg::copy_rows(db, std::list<item>{{.name = "a"}, {.name = "b"}}), 2u);
    item array[]{{.name = "c"}, {.name = "d"}};
    EXPECT_EQ(pg::copy_rows(db, array), 2u);
    EXPECT_EQ(pg::copy_rows(db, std::views::iota(10, 20000) | std::views::transform([](int i) {
                                    return item{.name = "made " + std::to_string(i)};
                                })),
              19990u);
    EXPECT_EQ(pg::copy_rows(db, constant | std::views::filter([](const item&) { return false; })), 0u);
    EXPECT_EQ(pg::copy_rows(db, std::vector<item>{}), 0u);
    EXPECT_EQ(db.count<item>(), 19997);
}
TEST_F(copy_rows, lets_the_first_row_decide_what_the_server_fills) {
    EXPECT_EQ(pg::copy_rows(db, items(2)), 2u);
    auto stored = db.all(pg::select<item>().order_by(col<&item::id>));
    EXPECT_EQ(stored[1].id, 2);
    EXPECT_NE(stored[1].made, pg::timestamptz{});
    // A default that is a literal is sent in any case.
    stored[0].id = 11, stored[1].id = 12;
    stored[0].name = "x", stored[1].name = "y";
    stored[1].level = tone::low;
    EXPECT_EQ(pg::copy_rows(db, stored), 2u);
    EXPECT_EQ(db.get<item>(12), stored[1]);

    auto mixed = items(3);
    mixed[2].name = "other", mixed[2].id = 7;
    EXPECT_EQ(refused<pg::usage_error>(db, mixed),
              "pgmodel: row 3 has a value for field id, which the first row leaves to the server; COPY has one list of "
              "columns for all rows, so sort them, or send all as they are: {.all_columns = true}");
    for (auto& row : mixed) row.id = 7, row.name += "!";
    mixed[1].id = 0;
    EXPECT_EQ(refused<pg::usage_error>(db, mixed),
              "pgmodel: row 2 has no value for field id, but the first row has one; COPY has one list of columns for "
              "all rows, so sort them, or send all as they are: {.all_columns = true}");
    mixed[2].id = -1;
    EXPECT_EQ(pg::copy_rows(db, mixed, {.all_columns = true}), 3u);
    EXPECT_EQ(db.get<item>(0).made, pg::timestamptz{});
}
TEST_F(copy_rows, knows_columns_that_the_server_always_fills) {
    EXPECT_EQ(pg::copy_rows(db, std::vector<numbered>{{.name = "a"}, {.name = "b"}}), 2u);
    EXPECT_EQ(db.get<numbered>(2).name, "b");
    std::vector<numbered> given{{.id = 70, .name = "c"}};
    try {
        pg::copy_rows(db, given);
        FAIL();
    } catch (const pg::usage_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: row 1 has a value for field id, which the server numbers in any case; "
                               "{.all_columns = true} keeps it");
    }
    EXPECT_EQ(pg::copy_rows(db, given, {.all_columns = true}), 1u);
    EXPECT_EQ(db.get<numbered>(70).name, "c");

    EXPECT_EQ(pg::copy_rows(db, std::vector<doubled>{{.value = 3, .twice = 1}}), 1u);
    EXPECT_EQ(pg::copy_rows(db, std::vector<doubled>{{.value = 4}}, {.all_columns = true}), 1u);
    EXPECT_EQ(db.all(pg::select<doubled>().order_by(col<&doubled::value>)), (std::vector<doubled>{{3, 6}, {4, 8}}));
    EXPECT_THROW(pg::copy_rows(db, std::vector<only_id>(3)), pg::usage_error);
    EXPECT_EQ(pg::copy_rows(db, std::vector<only_id>{{4}, {5}}), 2u);
}
TEST_F(copy_rows, goes_into_partitions_with_domains_serials_and_triggers) {
    db.execute_script("create function make_slug() returns trigger language plpgsql as $$ begin "
                      "if new.slug is null then new.slug := 'made ' || new.kind; end if; return new; end $$; "
                      "create trigger slugs before insert on parts for each row execute function make_slug()");
    EXPECT_EQ(pg::copy_rows(db, std::vector<part>{{.kind = 1, .halves = even{2}}, {.kind = 3, .all_even = {{4}, {6}}}}), 2u);
    EXPECT_EQ(pg::copy_rows(db, std::vector<part>{{.kind = 2, .number = 70, .slug = "given"}}), 1u);
    EXPECT_EQ(db.all(pg::select<part>().order_by(col<&part::number>)),
              (std::vector<part>{{1, 1, even{2}, {}, "made 1"}, {3, 2, std::nullopt, {{4}, {6}}, "made 3"}, {2, 70, std::nullopt, {}, "given"}}));
    EXPECT_THROW(pg::copy_rows(db, std::vector<part>{{.kind = 1}, {.kind = 9}}), pg::check_violation);  // no partition
    try {
        pg::copy_rows(db, std::vector<part>{{.kind = 1}, {.kind = 1, .halves = even{3}}});
        ADD_FAILURE();
    } catch (const pg::check_violation& e) {
        EXPECT_EQ(e.constraint(), "even_check");
    }
    EXPECT_EQ(db.count<part>(), 3);
}
TEST_F(copy_rows, names_the_row_and_field_of_a_bad_value) {
    auto rows = items(3000);
    rows[2990].name = std::string("a\0b", 3);
    EXPECT_EQ(refused<pg::encode_error>(db, rows),
              "pgmodel: text holds a NUL byte (field name of row 2991)");
    rows[0].name = "\xff";
    EXPECT_NE(refused<pg::encode_error>(db, rows).find("(field name of row 1)"), std::string::npos);
    std::vector<everything> others(3);
    others[1].tags = {"good", std::string("\xe6\x97\xa5 and more than that, \xc3")};
    const auto refused_of_others = [&] { return refused<pg::encode_error>(db, others); };
    EXPECT_EQ(refused_of_others(), "pgmodel: text is not valid UTF-8 (field tags of row 2)");
    others[1].tags = {"good", "sho\xc3"};
    EXPECT_EQ(refused_of_others(), "pgmodel: text is not valid UTF-8 (field tags of row 2)");
    others[1].tags.clear();
    others[2].maybe = std::string(100'000, 'x') + '\0';
    EXPECT_EQ(refused_of_others(), "pgmodel: text holds a NUL byte (field maybe of row 3)");
    others[2].maybe.reset();
    others[2].code = "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9z";
    EXPECT_EQ(refused_of_others(), "pgmodel: text is too long for character varying(5) (field code of row 3)");
    others[2].code = "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9";
    EXPECT_EQ(pg::copy_rows(db, others), 3u);
    db.execute(pg::delete_from(pg::model<everything>).where(col<&everything::order> == 0));
    EXPECT_EQ(refused<pg::encode_error>(db, std::vector<noted>{{.id = 1}, {.id = 2, .note = pg::jsonb_text(R"(["\u0000"])")}}),
              "pgmodel: a JSON string holds the character NUL (field note of row 2)");
    EXPECT_EQ(refused<pg::encode_error>(db, std::vector<noted>{{.id = 1, .note = pg::jsonb_text("\"\xff\"")}}),
              "pgmodel: text is not valid UTF-8 (field note of row 1)");
    pg::transaction tx(db);
    tx.insert(item{.name = "before"});
    EXPECT_THROW(pg::copy_rows(tx, rows), pg::encode_error);
    EXPECT_THROW(tx.count<item>(), pg::server_error);  // a COPY that fails fails the transaction
    EXPECT_THROW(tx.commit(), pg::transaction_rolled_back);
    EXPECT_EQ(db.count<item>(), 0);
}
TEST_F(copy_rows, maps_violations_to_fields) {
    auto rows = items(20000);
    rows[15000].name = rows[3].name;
    try {
        pg::copy_rows(db, rows);
        FAIL();
    } catch (const pg::unique_violation& e) {
        EXPECT_EQ(e.field(), "name");
        EXPECT_EQ(e.constraint(), "items_name_key");
        EXPECT_STREQ(e.what(), "pgmodel: unique constraint \"items_name_key\" of table \"items\" is violated (field name) [23505] (row 15001)");
    }
    rows[15000].name = "new";
    rows[7].amount = 0;
    try {
        pg::copy_rows(db, rows);
        FAIL();
    } catch (const pg::check_violation& e) {
        EXPECT_EQ(e.field(), "amount");
        EXPECT_TRUE(std::string_view(e.what()).ends_with(" (row 8)")) << e.what();
    }
    pg::transaction tx(db);
    tx.execute_script("alter table \"a \"\"schema\".\"Every thing\" alter code type varchar(3)");
    try {
        pg::copy_rows(tx, std::vector<everything>{{.code = "abc"}, {.code = "abcde"}});
        FAIL();
    } catch (const pg::server_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: a text is too long for its column [22001] (row 2)");
    }
    tx.rollback();
    EXPECT_EQ(db.count<item>(), 0);
}
// The rest is not sent when the server has said no: this range would not end.
TEST_F(copy_rows, ends_when_the_server_refuses) {
    const auto endless = std::views::iota(0) | std::views::transform([](int i) {
                             return item{.name = i % 10 == 0 ? "same" : std::to_string(i)};
                         });
    EXPECT_EQ(refused<pg::unique_violation>(db, endless),
              "pgmodel: unique constraint \"items_name_key\" of table \"items\" is violated (field name) [23505] (row 11)");
}
TEST_F(copy_rows, hands_on_what_the_range_throws) {
    const auto failing_at = [](int place) {
        return std::views::iota(0, 5000) | std::views::transform([place](int i) {
                   if (i == place) throw std::runtime_error("the file ends here");
                   return item{.name = std::to_string(i)};
               });
    };
    EXPECT_EQ(refused<std::runtime_error>(db, failing_at(4999)), "the file ends here");
    EXPECT_EQ(refused<std::runtime_error>(db, failing_at(0)), "the file ends here");
    // What is sent of rows of one length ends between two of them, where the server would take it for all.
    EXPECT_THROW(pg::copy_rows(db, std::views::iota(0) | std::views::transform([](int i) {
                                       if (i == 20'000) throw std::runtime_error("the file ends here");
                                       return doubled{.value = i};
                                   })),
                 std::runtime_error);
    EXPECT_EQ(db.count<doubled>(), 0);
}
TEST_F(copy_rows, keeps_the_connection_for_itself) {
    const auto using_it = [](pg::connection& used) {
        return std::views::iota(0, 2) | std::views::transform([&used](int) { return item{.name = std::to_string(used.count<item>())}; });
    };
    EXPECT_EQ(refused<pg::usage_error>(db, using_it(db)),
              "pgmodel: the connection is used by the rows that are copied to it; use another connection");
    pg::session other(dsn());
    EXPECT_EQ(refused<pg::unique_violation>(db, using_it(other)).substr(0, 15), "pgmodel: unique");
}
TEST_F(copy_rows, cannot_lose_the_transaction_that_it_is_in) {
    pg::transaction tx(db);
    tx.insert(item{.name = "before"});
    for (const bool outer : {true, false}) {
        pg::transaction inner(tx);
        const auto ending = std::views::iota(0, 2) | std::views::transform([&](int i) {
                                if (i == 1) (outer ? tx : inner).rollback();
                                return item{.name = std::to_string(i)};
                            });
        try {
            pg::copy_rows(inner, ending);
            ADD_FAILURE() << "nothing was thrown";
        } catch (const pg::usage_error& e) {
            EXPECT_STREQ(e.what(), "pgmodel: the connection is used by the rows that are copied to it; use another connection");
        }
    }
    EXPECT_EQ(tx.count<item>(), 1);
    std::optional<pg::transaction> gone(std::in_place, tx);
    const auto ending = std::views::iota(0, 2) | std::views::transform([&gone](int i) {
                            if (i == 1) gone.reset();
                            return item{.name = std::to_string(i)};
                        });
    EXPECT_THROW(pg::copy_rows(*gone, ending), pg::connection_error);
    EXPECT_FALSE(db.is_open());
}
TEST_F(copy_rows, works_while_the_server_talks) {
    db.execute_script("create function talk() returns trigger language plpgsql as $$ begin raise notice '%', "
                      "repeat('E', 9000); return new; end $$; create trigger talk before insert on items for each row "
                      "execute function talk()");
    EXPECT_EQ(pg::copy_rows(db, items(10'000)), 10'000u);
    db.execute_script("drop function talk cascade");
}
TEST_F(copy_rows, works_on_every_connection) {
    {
        pg::transaction tx(db);
        EXPECT_EQ(pg::copy_rows(tx, items(10)), 10u);
        EXPECT_EQ(tx.count<item>(), 10);
        pg::transaction inner(tx);
        auto twice = items(20);
        EXPECT_THROW(pg::copy_rows(inner, twice), pg::unique_violation);
        inner.rollback();
        tx.commit();
    }
    EXPECT_EQ(db.count<item>(), 10);
    {
        pg::testing::rolled_back test(dsn());
        EXPECT_THROW(pg::copy_rows(test, items(1)), pg::unique_violation);
        EXPECT_EQ(pg::copy_rows(test, std::vector<item>{{.name = "tested"}}), 1u);
        auto bad = std::vector<item>{{.name = "good"}, {.name = std::string(1, '\0')}};
        EXPECT_THROW(pg::copy_rows(test, bad), pg::encode_error);
        EXPECT_EQ(test.count<item>(), 11);
    }
    pg::pool pool(dsn());
    auto lease = pool.acquire();
    EXPECT_EQ(pg::copy_rows(lease, std::vector<item>{{.name = "leased"}}), 1u);
}
TEST_F(copy_rows, sends_large_values) {
    std::vector<item> rows{{.name = std::string(3'000'000, 'a')}, {.name = "b"}, {.name = std::string(100'000, 'c')}, {.name = std::string(65'530, 'd')}};
    db.execute_script("alter table items drop constraint items_name_key");
    EXPECT_EQ(pg::copy_rows(db, rows), 4u);
    auto found = db.all(pg::select<item>().order_by(col<&item::id>));
    for (std::size_t i = 0; i < 4; ++i) EXPECT_EQ(found[i].name, rows[i].name);
    db.execute_script("truncate items; alter table items add unique (name)");

    std::vector<everything> large(3);
    large[0].tags = {std::string(200'000, 'x'), std::string(70'000, 'y')};
    large[1].raw = pg::bytes(2'500'000, std::byte{7});
    large[2].document = {{"text", std::string(150'000, 'z')}};
    for (std::size_t i = 0; i < 3; ++i) large[i].order = 9000 + static_cast<int>(i);
    EXPECT_EQ(pg::copy_rows(db, large), 3u);
    auto stored = db.all(pg::select<everything>().where(col<&everything::order> >= 9000).order_by(col<&everything::order>));
    for (std::size_t i = 0; i < 3; ++i) large[i].id = stored[i].id;
    EXPECT_EQ(stored, large);
}
// Rows that end at any place of what is sent at once, some longer than that.
TEST_F(copy_rows, sends_rows_of_every_length) {
    std::vector<noted> rows;
    const std::string text(150'000, 'x');
    for (int i = 0; i < 1500; ++i) {
        const auto some = [&](int n) { return text.substr(0, static_cast<std::size_t>(n)); };
        noted row{.id = i, .note = pg::jsonb_text('"' + some(i % 7 * i) + "\\\\\""), .words = {some(i % 41), "\xe6\x97\xa5", some(i)}};
        if (i % 3 == 0) row.more.emplace();
        if (i % 5 == 0) row.more = {"", some(i * 97 % 30'000), some(3 * i)};
        if (i % 100 == 7) row.words.push_back(some(100 * i));
        rows.push_back(row);
    }
    EXPECT_EQ(pg::copy_rows(db, rows), rows.size());
    EXPECT_EQ(db.all(pg::select<noted>().order_by(col<&noted::id>)), rows);
}
TEST_F(copy_rows, tells_of_a_schema_that_differs) {
    db.execute_script("alter table items alter amount type bigint");
    EXPECT_THROW(pg::copy_rows(db, items(2)), pg::schema_mismatch);
    db.execute_script("alter table items alter amount type int; alter table items rename amount to quantity");
    EXPECT_THROW(pg::copy_rows(db, items(2)), pg::schema_mismatch);
    db.execute_script("alter table items rename quantity to amount");
    EXPECT_EQ(pg::copy_rows(db, items(2)), 2u);
    db.execute_script("alter table items alter amount type bigint");  // known on this connection as integer
    EXPECT_THROW(pg::copy_rows(db, std::vector<item>{{.name = "z"}}), pg::schema_mismatch);
    db.execute_script("alter table items alter amount type int");
    // As many bytes, but another value, and nobody has told this connection.
    pg::session other(dsn());
    EXPECT_EQ(pg::copy_rows(db, std::vector<item>{{.name = "z"}}), 1u);
    other.execute_script("alter table items alter amount type real");
    EXPECT_THROW(pg::copy_rows(db, std::vector<item>{{.name = "y"}}), pg::schema_mismatch);
    other.execute_script("alter table items alter amount type int");
    EXPECT_EQ(pg::copy_rows(db, std::vector<item>{{.name = "y"}}), 1u);
}
TEST_F(copy_rows, looks_types_up_anew) {
    const std::vector<everything> rows{{.levels = {tone::low}, .where = site{"here", {{1, tone::high}}}, .order = 7000}};
    EXPECT_EQ(pg::copy_rows(db, rows), 1u);
    pg::session other(dsn());
    other.drop_all(pg::registry<everything, item>{});
    other.create_all(pg::registry<everything, item>{});
    EXPECT_EQ(pg::copy_rows(db, rows), 1u);
}
TEST_F(copy_rows, counts_what_triggers_have_suppressed) {
    db.execute_script("create function skip_some() returns trigger language plpgsql as $$ begin raise notice 'seen %', new.name; "
                      "if new.amount = 2 then return null; end if; return new; end $$; "
                      "create trigger skipping before insert on items for each row execute function skip_some()");
    try {
        pg::copy_rows(db, items(3));
        ADD_FAILURE();
    } catch (const pg::row_count_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: 2 of 3 rows were taken; a trigger has suppressed the others");
    }
    EXPECT_EQ(db.count<item>(), 0);
    // Many notices on the way.
    auto many = items(20000);
    for (auto& row : many) row.amount = 1, row.name += " again";
    EXPECT_EQ(pg::copy_rows(db, many), 20000u);
    db.execute_script("drop trigger skipping on items; drop function skip_some()");
}
TEST_F(copy_rows, says_that_row_level_security_refuses_it) {
    db.execute_script("do $$ begin if not exists (select from pg_roles where rolname = 'copier') then create role copier; end if; end $$; "
                      "grant all on items to copier; alter table items enable row level security; set role copier");
    EXPECT_THROW(pg::copy_rows(db, items(1)), pg::usage_error);
    try {
        pg::copy_rows(db, items(1));
    } catch (const pg::usage_error& e) {
        EXPECT_STREQ(e.what(), "pgmodel: row-level security holds for this role in table \"items\", so COPY is refused; insert the rows");
    }
    db.execute_script("reset role; alter table items disable row level security; revoke all on items from copier");
}
TEST_F(copy_rows, tells_when_the_server_session_is_killed) {
    pg::session other(dsn());
    const int backend = pgmodel_test::backend(db);
    const auto rows = std::views::iota(0, 100'000) | std::views::transform([&](int i) {
                          if (i == 50'000) other.execute("select pg_terminate_backend($1, 5000)", backend);
                          return item{.name = std::to_string(i)};
                      });
    EXPECT_THROW(pg::copy_rows(db, rows), pg::connection_error);
    EXPECT_FALSE(db.is_open());
    EXPECT_EQ(other.count<item>(), 0);
}
TEST_F(copy_rows, keeps_its_deadline) {
    pg::session hasty(pg::options{.dsn = dsn(), .deadline = std::chrono::milliseconds(200)});
    pg::session other(dsn());
    pg::transaction holds(other);
    holds.execute_script("lock table items in access exclusive mode");
    hasty.count<numbered>();
    EXPECT_THROW(pg::copy_rows(hasty, items(1)), pg::query_canceled);
    holds.rollback();
    EXPECT_EQ(pg::copy_rows(hasty, items(1)), 1u);
    // The time that the range takes is part of it.
    const auto slow = std::views::iota(0, 5000) | std::views::transform([](int i) {
                          if (i == 4000) std::this_thread::sleep_for(std::chrono::milliseconds(500));
                          return item{.name = std::string(200, 'x') + std::to_string(i)};
                      });
    EXPECT_THROW(pg::copy_rows(hasty, slow), pg::query_canceled);
    EXPECT_EQ(hasty.count<item>(), 1);
}
// Behind a pooler nothing but the client keeps it, and rows may come for ever.
TEST_F(copy_rows, keeps_its_deadline_without_the_server) {
    pg::session hasty(pg::options{.dsn = dsn(), .deadline = std::chrono::milliseconds(50), .named_statements = false});
    const auto patience = std::chrono::steady_clock::now() + std::chrono::seconds(4);
    const auto endless = std::views::iota(0) |
                         std::views::take_while([&](int) { return std::chrono::steady_clock::now() < patience; }) |
                         std::views::transform([](int i) {
                             std::this_thread::sleep_for(std::chrono::milliseconds(20));  // the server waits for it
                             return item{.name = std::string(70'000, 'x') + std::to_string(i)};
                         });
    EXPECT_THROW(pg::copy_rows(hasty, endless), pg::connection_error);
    EXPECT_LT(std::chrono::steady_clock::now(), patience);
    EXPECT_EQ(db.count<item>(), 0);
}
// It takes nothing and says nothing.
TEST_F(copy_rows, closes_a_connection_on_which_nothing_moves) {
    pg::session hasty(pg::options{.dsn = dsn(), .deadline = std::chrono::milliseconds(200)});
    const int backend = pgmodel_test::backend(hasty);
    if (::kill(backend, 0) != 0) GTEST_SKIP() << "the server is not one of this machine, or of another user";
    const auto rows = std::views::iota(0, 50'000) | std::views::transform([&](int i) {
                          if (i == 100) ::kill(backend, SIGSTOP);
                          return item{.name = std::string(200, 'x') + std::to_string(i)};
                      });
    try {
        pg::copy_rows(hasty, rows);
        ADD_FAILURE();
    } catch (const pg::connection_error& e) {
        EXPECT_EQ(std::string(e.what()).substr(0, 27), "pgmodel: no answer in 700 m");
    }
    ::kill(backend, SIGCONT);
    EXPECT_FALSE(hasty.is_open());
    while (db.scalar<bool>("select exists (select from pg_stat_activity where pid = $1)", backend)) {
    }
    EXPECT_EQ(db.count<item>(), 0);
}
TEST_F(copy_rows, is_told_to_the_log) {
    std::vector<std::string> log;
    pg::options wanted{.dsn = dsn()};
    wanted.log = [&](const pg::logged_statement& s) {
        log.push_back(std::string(s.sql) + (s.failed ? " failed" : " " + std::to_string(s.rows)));
    };
    pg::session told(wanted);
    pg::copy_rows(told, items(3));
    EXPECT_THROW(pg::copy_rows(told, items(3)), pg::unique_violation);
    EXPECT_EQ(log, (std::vector<std::string>{"begin 0", "copy items from stdin (format binary) 3", "commit 0", "begin 0",
                                             "copy items from stdin (format binary) failed", "rollback 0"}));
}

TEST_F(copy_rows, needs_no_named_statements) {
    pg::session unnamed(pg::options{.dsn = dsn(), .named_statements = false});
    EXPECT_EQ(pg::copy_rows(unnamed, items(2)), 2u);
    EXPECT_THROW(pg::copy_rows(unnamed, items(2)), pg::unique_violation);
    EXPECT_EQ(pg::copy_rows(unnamed, std::vector<item>{{.name = "x"}}), 1u);
}
TEST_F(copy_rows, takes_little_memory_for_a_million_rows) {
    pg::copy_rows(db, std::vector<doubled>(10));
    pgmodel_test::peak_memory memory;
    EXPECT_EQ(pg::copy_rows(db, std::views::iota(0, 1'000'000) | std::views::transform([](int i) { return doubled{.value = i}; })), 1'000'000u);
    EXPECT_LT(memory.grown_by(), 2'000'000);
}

struct stored_block {
    std::int64_t id{};
    std::string name{};
    copy_rows_test::block content{};
    std::optional<copy_rows_test::block> more{};

    static constexpr auto table() { return pg::table("stored_blocks", pg::field<&stored_block::id>.primary_key()); }
    bool operator==(const stored_block&) const = default;
};

TEST_F(copy_rows, sends_values_of_one_size_that_is_large) {
    constexpr pg::registry<stored_block> models{};
    db.create_all(models);
    std::vector<stored_block> rows;
    for (std::int64_t i = 0; i < 6; ++i)
        rows.push_back({i, std::string(static_cast<std::size_t>(i) * 20'000, 'n'), {static_cast<char>('a' + i)}, {}});
    rows[2].more = copy_rows_test::block{'z'};
    EXPECT_EQ(pg::copy_rows(db, rows), rows.size());
    EXPECT_EQ(db.all(pg::select<stored_block>().order_by(col<&stored_block::id>)), rows);
}

}  // namespace
