// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Objects that need each other, in a schema whose name has a blank: they are made in an order that works, are no
// difference from the models, can be made again from what the database says, and do what they say.

#include <pgmodel.hpp>
#include <pgmodel/expression/fragment.hpp>
#include <pgmodel/expression/trigram.hpp>
#include <pgmodel/migrate.hpp>
#include <pgmodel/objects.hpp>
#include <pgmodel/session/materialized_view.hpp>
#include <pgmodel/types/citext.hpp>
#include <pgmodel/types/hstore.hpp>
#include <pgmodel/types/range.hpp>

#include <gtest/gtest.h>

#include "database.hpp"

namespace dependent_objects_test {
enum class state { open, sent };
}

template <>
struct pgmodel::enum_of<dependent_objects_test::state> {
    static constexpr auto type() {
        return pgmodel::enumeration<dependent_objects_test::state>("State").in_schema("My shop").comment("it's a state");
    }
};

namespace dependent_objects_test {

namespace pg = pgmodel;
using pg::col;
using pg::lit;

inline constexpr auto normal = pg::stored_function("normal").in_schema("My shop")
    .argument<std::string>("x").returns<std::string>()
    .language("sql").immutable().strict().parallel_safe()
    .body("select lower(trim(x))");
inline constexpr auto is_code = pg::stored_function("is_code")
    .argument<std::string>("x").returns<bool>()
    .language("sql").immutable()
    .body("select x ~ '^[A-Z]+$'");
inline constexpr auto numbers =
    pg::sequence<"My shop.numbers">(pg::start_with(10), pg::increment_by(2)).comment("of orders");
inline constexpr auto count_changes =
    pg::trigger_function("count_changes", "begin new.changes := coalesce(new.changes, 0) + 1; return new; end")
        .in_schema("My shop");

/// A domain whose check calls a function.
struct code {
    std::string value{"AB"};
    static constexpr auto domain() {
        return pg::domain("code", pg::check(pg::function<"is_code", bool(std::string)>(pg::domain_value<code>)).named("is"))
            .in_schema("My shop");
    }
    bool operator==(const code&) const = default;
};
/// A composite type of the domain and the enum.
struct parcel {
    std::int32_t weight{};
    code label{};
    std::optional<state> now{};
    static constexpr auto composite() { return pg::composite("parcel").in_schema("My shop"); }
};

struct purchase;
struct customer {
    std::int64_t id{};
    std::string name{};
    std::string called{};
    std::optional<std::int64_t> last_purchase{};

    static constexpr auto table() {
        using c = customer;
        constexpr auto called = pg::raw<"\"My shop\".normal($1)", std::string>(col<&c::name>);
        return pg::table("Customers", pg::in_schema("My shop"), pg::field<&c::id>.primary_key().identity(),
                         pg::field<&c::called>.generated(called),
                         pg::field<&c::last_purchase>.references(pg::model<purchase>, pg::initially_deferred,
                                                                 pg::on_delete_set_null),
                         pg::index(called).unique().named("one_of_a_name"),
                         pg::index(col<&c::name>.ops(pg::gin_trgm_ops)).using_gin(),
                         pg::grant(pg::select_privilege).on(col<&c::name>).to("public"), pg::comment("who buys"));
    }
};
struct purchase {
    std::int64_t id{};
    std::int64_t customer_id{};
    state now{};
    code first{};
    parcel main{};
    std::vector<parcel> others{};
    std::optional<std::int32_t> changes{};
    pg::citext mail{"a@b"};
    pg::hstore more{};
    std::int64_t number{};
    pg::range<pg::date> during{};

    static constexpr auto table() {
        using p = purchase;
        return pg::table(
            "purchases", pg::in_schema("My shop"), pg::field<&p::id>.primary_key().identity_always(pg::start_with(5)),
            pg::field<&p::customer_id>.references(pg::model<customer>, pg::on_delete_cascade).index(),
            pg::field<&p::now>.index(), pg::field<&p::number>.server_default(numbers.nextval()),
            pg::exclude(col<&p::customer_id>.with(pg::op<"=">), col<&p::during>.with(pg::op<"&&">)).using_gist(),
            pg::check(col<&p::now> != state::sent || col<&p::changes>.is_not_null()),
            pg::trigger("count").before().on_update().for_each_row().execute(count_changes), pg::row_level_security,
            pg::policy("own").using_(
                pg::raw<"exists (select from \"My shop\".\"Customers\" as c where c.id = $1 and c.name = current_user)", bool>(
                    col<&p::customer_id>)));
    }
};
struct total {
    std::int64_t customer_id{};
    std::int64_t purchases{};

    static constexpr auto table() {
        return pg::view("totals", pg::select(col<&purchase::customer_id>, pg::count()).group_by(col<&purchase::customer_id>),
                        pg::in_schema("My shop"), pg::security_invoker);
    }
};
struct best {
    std::int64_t customer_id{};
    std::int64_t purchases{};
    std::string name{};

    static constexpr auto table() {
        using b = best;
        return pg::materialized_view("best",
                                     pg::select(col<&total::customer_id>, col<&total::purchases>, col<&customer::name>)
                                         .join(pg::model<customer>)
                                         .on(col<&customer::id> == col<&total::customer_id>)
                                         .where(col<&total::purchases> > lit<0>),
                                     pg::field<&b::customer_id>.primary_key(), pg::index(pg::lower(col<&b::name>)));
    }
};
/// A function that reads a view.
inline constexpr auto purchases_of = pg::stored_function("purchases_of")
    .argument<std::int64_t>("customer").returns<std::int64_t>()
    .language("sql").stable()
    .body("select purchases from best where customer_id = customer");
struct objects_of_shop {
    static constexpr auto objects() {
        return pg::objects(pg::extension<"btree_gist">, pg::extension<"pg_trgm">, pg::extension<"citext">,
                           pg::extension<"hstore">, normal, is_code, purchases_of,
                           pg::comment_on_schema("My shop", "sho'p"),
                           pg::revoke(pg::execute_privilege).on(normal).from("public"));
    }
};
inline constexpr pg::registry<customer, purchase, total, best, objects_of_shop> shop{};

class dependent_objects : public testing::Test {
protected:
    std::string differences() { return pg::schema::to_string(pg::migrate::compare(db, shop)); }

    pg::session db{pgmodel_test::create_database("dependent_objects")};
};

TEST_F(dependent_objects, are_made_in_order_and_made_again) {
    db.create_all(shop);
    EXPECT_EQ(differences(), "");
    db.create_all(shop);
    EXPECT_EQ(differences(), "");
    const std::string again = pg::schema::create_script(pg::migrate::introspect(db).database);
    db.drop_all(shop);
    db.execute_script(again);
    EXPECT_EQ(differences(), "") << again;
    db.drop_all(shop);
    EXPECT_EQ(db.scalar<std::int64_t>("select count(*) from pg_class where relnamespace = '\"My shop\"'::regnamespace"), 0);
}

TEST_F(dependent_objects, do_what_they_say) {
    db.create_all(shop);
    auto ada = db.insert(customer{.name = " Ada "});
    EXPECT_EQ(ada.called, "ada");
    const pg::range<pg::date> january{pg::date{"2024-01-01"}, pg::date{"2024-02-01"}};
    auto first = db.insert(purchase{.customer_id = ada.id, .others = {{1, {}, state::sent}}, .during = january});
    EXPECT_EQ(first.id, 5);
    EXPECT_EQ(first.number, 10);
    EXPECT_EQ(first.others.at(0).now, state::sent);
    ada.last_purchase = first.id;
    db.update(ada);
    first.mail = pg::citext{"c@d"};
    db.update(first);
    db.refresh(first);
    EXPECT_EQ(first.changes, 1);
    EXPECT_EQ(db.one(pg::select<total>()).purchases, 1);
    pg::refresh_materialized_view(db, pg::model<best>);
    EXPECT_EQ(db.get<best>(ada.id).name, " Ada ");
    EXPECT_EQ(db.scalar<std::int64_t>("select purchases_of($1)", ada.id), 1);
    try {
        db.insert(purchase{.customer_id = ada.id, .during = january});
        FAIL();
    } catch (const pg::exclusion_violation& e) {
        EXPECT_EQ(e.field(), "customer_id, during");
    }
    try {
        db.insert(purchase{.customer_id = ada.id, .first = {"x"}});
        FAIL();
    } catch (const pg::check_violation& e) {
        EXPECT_EQ(e.constraint(), "is");
        EXPECT_EQ(e.field(), "first");
    }
    try {
        db.insert(customer{.name = "ADA"});
        FAIL();
    } catch (const pg::unique_violation& e) {
        EXPECT_EQ(e.constraint(), "one_of_a_name");
    }
}

}  // namespace dependent_objects_test
