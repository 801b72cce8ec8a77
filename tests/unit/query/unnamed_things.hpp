// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Included by two files behind models of the same names in unnamed namespaces, which are different structs: g++ 12 gives
// functions that know such a struct by a member pointer only one address in all files.

template <class Condition>
std::string where(const Condition& c) {
    return pg::sql_text(pg::select(col<&thing::id>).join(col<&thing::owner_id>).where(c));
}

TEST(SUITE, names_of_conditions_orders_and_changes) {
    pg::condition<thing> c = col<&thing::title> == "x";
    c |= col<&thing::size> > 3 && pg::lower(col<&thing::title>).like("y");
    EXPECT_EQ(where(c), expected_where);
    EXPECT_EQ(pg::sql_text(pg::select(col<&thing::id>).order_by(
                  pg::sort<thing>("title,-size", pg::allow<&thing::title, &thing::size>()))),
              expected_order);
    pg::changes<thing> changes;
    changes.set(col<&thing::title> = "x", col<&thing::size> = col<&thing::size> + 1);
    EXPECT_EQ(pg::sql_text(pg::update(pg::model<thing>).set(changes).where(col<&thing::id> == 1)), expected_update);
    pg::condition<thing> inner = col<&thing::end, &removal::reason> == "x";
    EXPECT_EQ(where(inner), expected_embedded);
}

TEST(SUITE, names_of_tables) {
    EXPECT_EQ(pg::create_script(pg::registry<owner, thing>{}), expected_tables);
}

TEST(SUITE, names_of_a_struct_of_both_files_within) {
    EXPECT_EQ(pg::create_script(pg::registry<pgmodel_test::keeper, box>{}), expected_box);
    pg::condition<box> c = col<&box::end, &pgmodel_test::seal::number> == 1;
    EXPECT_EQ(pg::sql_text(pg::select(col<&box::id>).where(c)), expected_box_where);
}
