// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT

// Documents: parsed ones, typed ones and unparsed text; XML and paths.

#include <nlohmann/json.hpp>

#include "generators.hpp"
#include "property.hpp"

#include <pgmodel/document.hpp>
#include <pgmodel/document/nlohmann.hpp>  // newer versions of that library make std::optional of a document ambiguous
#include <pgmodel/types/jsonpath.hpp>
#include <pgmodel/types/xml.hpp>

#include <cmath>
#include <map>

namespace property_test::of_documents {

constexpr options other_text{.same_text = false};

nlohmann::json document(random_source& random, int depth) {
    switch (below(random, depth > 0 ? 8 : 6)) {
        case 0: return nullptr;
        case 1: return one_in(random, 2);
        case 2: return integer<std::int64_t>(random);
        case 3: return integer<std::uint64_t>(random);
        case 4: {
            // jsonb has no -0, and what is an integer of 64 bits there comes back as one.
            const auto number = floating<double>(random), size = std::abs(number);
            return number - number == 0 && size > 0 && (size < 1e15 || size > 1e20) ? number : 0.5;
        }
        case 5: return text(random, 12);
        case 6: {
            auto out = nlohmann::json::array();
            for (auto count = below(random, 4); count > 0; --count) out.push_back(document(random, depth - 1));
            return out;
        }
        default: {
            auto out = nlohmann::json::object();
            for (auto count = below(random, 4); count > 0; --count) out[text(random, 6)] = document(random, depth - 1);
            return out;
        }
    }
}

enum class color { light, dark };
struct choice {
    color colors{};
    std::optional<std::string> name{};
    std::vector<std::int64_t> numbers{};
    std::map<std::string, double> weights{};
    pg::numeric<12, 3> price{};
    pg::timestamptz since{};
    std::optional<pg::uuid> key{};

    bool operator==(const choice&) const = default;
};
choice typed(random_source& random) {
    choice out;
    out.colors = one_of(random, {color::light, color::dark});
    if (!one_in(random, 3)) out.name = text(random, 12);
    out.numbers = list(random, integer<std::int64_t>);
    for (auto count = below(random, 3); count > 0; --count) {
        const auto weight = floating<double>(random);
        out.weights[text(random, 6)] = weight - weight == 0 && weight != 0 ? weight : 0.25;
    }
    out.price = pg::numeric<12, 3>::from_unscaled(static_cast<std::int64_t>(below(random, 1'000'000'000)));
    out.since = pg::timestamptz::from_raw(integer<std::int32_t>(random) * std::int64_t{1'000'003});
    if (one_in(random, 2)) out.key = pg::uuid{random(), random()};
    return out;
}

TEST(property, documents) {
    EXPECT_EQ((fault_of<nlohmann::json, "parsed_documents">([](auto& random) { return document(random, 3); }, other_text)), "");
    EXPECT_EQ((fault_of<pg::jsonb<choice>, "typed_jsonbs">(
                  [](auto& random) { return pg::jsonb<choice>{typed(random)}; }, other_text)),
              "");
    EXPECT_EQ((fault_of<pg::json<choice>, "typed_jsons">([](auto& random) { return pg::json<choice>{typed(random)}; })), "");
    const auto unparsed = [](auto& random) {
        std::string out = "{\"a\": ";
        for (const char c : text(random, 10))
            if (static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\') out.push_back(c == '{' ? '1' : '2');
        out += "0, \"b\": [null, true, \"";
        for (const char c : text(random, 10))
            if (static_cast<unsigned char>(c) >= ' ' && c != '"' && c != '\\') out.push_back(c);
        return out + "\"]}";
    };
    EXPECT_EQ((fault_of<pg::jsonb_text, "jsonbs">([&](auto& random) { return pg::jsonb_text{unparsed(random)}; })), "");
    EXPECT_EQ((fault_of<pg::json_text, "jsons">([&](auto& random) { return pg::json_text{unparsed(random)}; })), "");
}

TEST(property, xml_and_paths) {
    EXPECT_EQ((fault_of<pg::xml, "xmls">([](auto& random) {
                  std::string out = "<a b=\"";
                  for (auto count = below(random, 4); count > 0; --count)
                      out += one_of<std::string>(random, {"x", "&amp;", "'", "\xc3\xa9", " ", "&#10;"});
                  out += "\">";
                  for (auto count = below(random, 5); count > 0; --count)
                      out += one_of<std::string>(random, {"text", "<b/>", "&lt;", "<!-- c -->", "<c>1</c>", "\n", "\xf0\x9f\x98\x80",
                                                          "<![CDATA[<&>]]>"});
                  return pg::xml{out + "</a>"};
              })), "");
    EXPECT_EQ((fault_of<pg::jsonpath, "jsonpaths">([](auto& random) {
                  std::string out = "$";
                  for (auto count = below(random, 5); count > 0; --count) {
                      if (one_in(random, 2)) out += "[" + one_of<std::string>(random, {"*", "0", "7", "last", "1 to 3"}) + "]";
                      else out += ".\"" + one_of<std::string>(random, {"a", "b c", "\xc3\xa9", "$1", "\\\"", "'"}) + "\"";
                  }
                  return pg::jsonpath{out};
              })), "");
}

}  // namespace property_test::of_documents
