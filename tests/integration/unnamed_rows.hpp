// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// As ../unit/query/unnamed_things.hpp: behind models of the same names in unnamed namespaces of two files.

TEST(SUITE, rows_travel_by_their_own_structs) {
    constexpr pg::registry<shelf, box, shelf_box> models;
    pg::session db{pgmodel_test::create_database(database)};
    db.create_all(models);
    shelf a;
    a.id.value = 1;
    a.place.floor = 2;
    a.place.hall = "north";
    a.name = "a";
    a = db.insert(a);
    for (std::int64_t id : {4, 5}) {
        box b;
        b.id = id;
        db.insert(b);
    }
    EXPECT_EQ(db.get<shelf>(a.id).place.hall, "north");
    EXPECT_EQ(db.all(pg::select(col<&shelf::name>).where(col<&shelf::place, &spot::floor> == 2)), std::vector<std::string>{"a"});

    EXPECT_EQ((db.set_links<&shelf_box::shelf_id, &shelf_box::box_id>(1, std::vector<std::int64_t>{4, 5}).inserted), 2u);
    EXPECT_EQ((db.set_links<&shelf_box::shelf_id, &shelf_box::box_id>(1, {std::int64_t{5}}).removed), 1u);
    EXPECT_EQ(db.all(pg::select(col<&shelf_box::box_id>)), std::vector<std::int64_t>{5});

    auto changed = a;
    changed.name = "b";
    db.update<&shelf::name>(changed);
    changed.place.hall = "south";
    db.upsert<&shelf::id>(std::ref(changed));
    pg::condition<shelf> c = col<&shelf::name> == "b";
    c &= col<&shelf::place, &spot::hall> == "south";
    const auto found = db.all(pg::select<shelf>().where(c).order_by(pg::sort<shelf>("-name", pg::allow<&shelf::name>())));
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].id.value, 1);
    EXPECT_TRUE(pg::migrate::compare(db, models).empty());
    db.drop_all(models);
}
