// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// What is said of texts can be said of every type of text; citext looks through them without regard to case.

#include <pgmodel.hpp>
#include <pgmodel/expression/array.hpp>
#include <pgmodel/expression/row_value.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/fixed_char.hpp>
#include <pgmodel/types/wrapped.hpp>

#include <gtest/gtest.h>

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "database.hpp"

namespace text_types_test {

namespace pg = pgmodel;
using pg::col;

struct title {
    std::string value{};
    bool operator==(const title&) const = default;
};
struct email {
    pg::citext value{};
    static constexpr auto domain() {
        using pg::domain_value;
        return pg::domain("email", pg::check(domain_value<email>.like("A%")), pg::check(domain_value<email> != "a@"));
    }
    bool operator==(const email&) const = default;
};
struct word {
    std::string value{};
    static constexpr auto domain() { return pg::domain("word", pg::check(pg::length(pg::domain_value<word>) > 0)); }
    bool operator==(const word&) const = default;
};

}  // namespace text_types_test

template <>
struct pgmodel::codec<text_types_test::title> : pgmodel::wrapped<&text_types_test::title::value> {};

namespace text_types_test {

template <class T>
struct note {
    std::int64_t id{};
    T text{};
    std::optional<T> maybe{};
    std::vector<T> all{};
    std::string plain{};

    static constexpr auto table() {
        return pg::table("notes", pg::field<&note::id>.primary_key(), pg::check(col<&note::text>.like("A%")),
                         pg::check(pg::length(col<&note::text>) > 2));
    }
};
struct found {
    std::vector<bool> exact{}, other_case{};
    std::vector<std::string> texts{}, searched{};
    std::vector<std::int32_t> numbers{};
};

/// Everything that docs/expressions.md says of texts.
template <class T>
void check(bool any_case = false) {
    SCOPED_TRACE(pg::detail::cpp_type_name<T>());
    pg::session db{pgmodel_test::create_database("text_types")};
    db.execute("create extension citext");
    db.create_all(pg::registry<note<T>>{});
    const T value{"Abc Def"};
    db.insert(note<T>{1, value, std::nullopt, {value}, "Abc"});

    constexpr auto text = col<&note<T>::text>;
    constexpr auto maybe = col<&note<T>::maybe>;
    constexpr auto plain = col<&note<T>::plain>;
    const found one = db.one(
        pg::select(pg::array(text.like("Abc D%"), text.not_like("x%"), text.ilike("abc d%"), text.not_ilike("x%"),
                             text.regex("^Abc"), text.iregex("^aBC"), text.not_regex("x"), text.not_iregex("x"),
                             text.contains("c D"), text.starts_with("Abc"), text.ends_with("Def"), text.contains(plain),
                             text.starts_with(plain), text.ends_with(pg::right(text, 3)), text.icontains("C d"),
                             text.istarts_with("aBC"), text.iends_with("dEF"), text.icontains(plain), text == value,
                             text.in({value}), text.is_not_distinct_from(value), text == pg::any(col<&note<T>::all>),
                             pg::starts_with(text, "Abc"), text.like(plain + "%"), value == text),
                   pg::array(text.like("aBC D%"), text.regex("^aBC"), text.contains("C d"), text.starts_with("aBC"),
                             text.ends_with("dEF"), text.contains(pg::lower(plain)), text.starts_with(pg::lower(plain)),
                             text.ends_with(pg::lower(pg::right(text, 3))), text == T{"aBC dEF"},
                             text.in({T{"aBC dEF"}}), text.between(T{"abb"}, T{"abd"}),
                             text == pg::greatest(text, T{"aBC dEF"})),
                   pg::array(text + "!", "!" + text, pg::concat(plain, "-", plain), pg::concat_ws("-", plain, "x"),
                             pg::lower(text), pg::upper(text), pg::initcap(text), pg::trim(text), pg::ltrim(text, "A"),
                             pg::rtrim(pg::rtrim(text), "f"), pg::substring(text, 5), pg::left(text, 3),
                             pg::right(pg::rtrim(text), 3), pg::overlay(text, "-", 4, 1), pg::lpad(plain, 5, "-"),
                             pg::rpad(plain, 5), pg::repeat(plain, 2), pg::reverse(pg::trim(text)),
                             pg::quote_ident(pg::trim(text)), pg::cast<std::string>(text)),
                   pg::array(pg::replace(text, "C D", "--"), pg::split_part(text, "C", 2),
                             pg::regexp_replace(text, "bC", "-")),
                   pg::array(pg::length(text), pg::strpos(text, "Def"), pg::position("Def", text), pg::ascii(text),
                             pg::strpos(text, "dEF"), pg::regexp_count(text, "[A-Z]")))
            .template into<found>());
    EXPECT_EQ(one.exact, std::vector<bool>(25, true));
    EXPECT_EQ(one.other_case, std::vector<bool>(12, any_case));
    const std::string end = pg::codec<T>::type.id == 1042 ? "  " : "";
    EXPECT_EQ(one.texts, (std::vector<std::string>{"Abc Def!", "!Abc Def", "Abc-Abc", "Abc-x",       "abc def",
                                                   "ABC DEF",  "Abc Def",  "Abc Def", "bc Def",      "Abc De",
                                                   "Def",      "Abc",      "Def",     "Abc-Def",     "--Abc",
                                                   "Abc  ",    "AbcAbc",   "feD cbA", "\"Abc Def\"", "Abc Def"}));
    EXPECT_EQ(one.searched, (any_case ? std::vector<std::string>{"Ab--ef", " Def", "A- Def"}
                                      : std::vector<std::string>{"Abc Def", "", "Abc Def"}));
    EXPECT_EQ(one.numbers, (std::vector<std::int32_t>{7, 5, 5, 65, any_case ? 5 : 0, 2}));

    const auto kept = db.one(pg::select(pg::max(pg::coalesce(maybe, value)), pg::max(pg::nullif(text, T{"x"})),
                                        pg::max(text), pg::min(text), pg::array_agg(text)));
    EXPECT_TRUE((kept == std::tuple(std::optional(value), std::optional(value), std::optional(value),
                                    std::optional(value), std::optional(std::vector<T>{value}))));
    EXPECT_THROW(db.insert(note<T>{2, T{"B"}}), pg::check_violation);
}

TEST(text_types, are_texts) {
    check<pg::varchar<20>>();
    check<pg::fixed_char<9>>();
    check<title>();
    check<word>();
}
TEST(text_types, citext_ignores_case) {
    check<pg::citext>(true);
    check<email>(true);
}
/// Plain texts beside them are of their type.
TEST(text_types, stand_beside_plain_texts) {
    pg::session db{pgmodel_test::create_database("text_types")};
    db.execute("create extension citext");
    struct member {
        std::int64_t id{};
        pg::citext name = "Nobody";
        pg::fixed_char<5> code{};
        static constexpr auto table() {
            using m = member;
            return pg::table("members", pg::field<&m::id>.primary_key(),
                             pg::field<&m::name>.unique().server_default("Nobody"), pg::check(col<&m::name> != "root"),
                             pg::index(col<&m::code>).where(col<&m::name> != pg::lit<"x">));
        }
    };
    db.create_all(pg::registry<member>{});
    db.insert(member{1, "Ada", "a"});
    const std::string lower = "ada";
    const std::string_view view = lower;
    const auto count = [&](auto condition) { return db.count(pg::select<member>().where(condition)); };
    constexpr auto name = col<&member::name>;
    EXPECT_EQ(count(name == "ADA" && name == lower && name == view && name != "x" && name.in({"x", "aDA"}) &&
                    name != pg::lit<"ad">),
              1);
    EXPECT_EQ(count(name == std::cref(lower) && name == std::cref(view)), 1) << "kept, as citext";
    EXPECT_EQ(count(name.in(std::vector<std::string>{lower}) && name > "aC" && name.between("ab", "AE")), 1);
    const std::vector<std::string> names{"x", "aDA"};
    const std::optional<std::string> some = "ADA";
    EXPECT_EQ(count(name == pg::any(names) && name == pg::any(std::cref(names)) && name.in(std::cref(names))), 1);
    EXPECT_EQ(count(name.is_not_distinct_from(some) && !name.is_distinct_from(std::cref(some))), 1);
    EXPECT_EQ(count(name == pg::all(names) || name.is_distinct_from(std::optional<std::string>{})), 1);
    EXPECT_EQ(count(pg::row(name, col<&member::id>) == pg::row(std::cref(lower), 1)), 1);
    EXPECT_EQ(count(col<&member::code> == pg::any(std::vector<std::string>{"a  "}) &&
                    col<&member::code>.is_not_distinct_from(std::optional<std::string>("a   "))),
              1);
    EXPECT_EQ(count(name == pg::coalesce(pg::nullif(name, "ADA"), "aDa") && pg::greatest(name, "aaa") == "ada"), 1);
    EXPECT_EQ(count(col<&member::code> == "a  " && col<&member::code> == pg::fixed_char<5>{"a"}), 1);
    // Looked for in a text of no such type, they are texts: the server has no other functions.
    const auto text = pg::cast<std::string>(name + "");
    EXPECT_EQ(count(text.ends_with(name) && text.starts_with(name) && text.contains(name)), 1);
    EXPECT_EQ(count(pg::lower(text).ends_with(name)), 0);
    EXPECT_EQ(count(name.ends_with(pg::lower(text))), 1);
    EXPECT_EQ(db.all(pg::select(pg::case_when(name == "ada", name).otherwise("x"))), std::vector<pg::citext>{"Ada"});
    constexpr auto by_name = pg::select<member>().where(name == pg::arg<pg::citext, "name">);
    EXPECT_EQ(db.all(by_name, pg::bind<"name">("ADA")).size(), 1u);
    EXPECT_THROW(db.insert(member{2, "ROOT", "b"}), pg::check_violation);
    EXPECT_THROW(db.insert(member{2, "aDA", "b"}), pg::unique_violation);
}

}  // namespace text_types_test
