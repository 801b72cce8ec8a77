// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// The Pagila database whole: its tables, its views as structs to read, and its functions with bodies of our own words.
#pragma once

#include <pgmodel/expression/range.hpp>

#include "tables.hpp"

namespace pagila {

// ---- functions

inline constexpr auto add_to_text = pg::stored_function("_group_concat")
                                        .argument<std::string>("")
                                        .argument<std::string>("")
                                        .returns<std::string>()
                                        .language("sql")
                                        .immutable()
                                        .body("select concat_ws(', ', $1, $2) where num_nonnulls($1, $2) > 0");

inline constexpr auto group_concat =
    pg::stored_aggregate("group_concat").argument<std::string>().transition("_group_concat", "text");

/// The copies of a film that a store has at hand, or has not.
inline constexpr auto film_in_stock =
    pg::stored_function("film_in_stock")
        .argument<std::int32_t>("p_film_id")
        .argument<std::int32_t>("p_store_id")
        .out<std::int32_t>("p_film_count")
        .returns_set_of<std::int32_t>()
        .language("sql")
        .body("select inventory_id from inventory where (film_id, store_id) = (p_film_id, p_store_id) "
              "and inventory_in_stock(inventory_id)");
inline constexpr auto film_not_in_stock =
    pg::stored_function("film_not_in_stock")
        .argument<std::int32_t>("p_film_id")
        .argument<std::int32_t>("p_store_id")
        .out<std::int32_t>("p_film_count")
        .returns_set_of<std::int32_t>()
        .language("sql")
        .body("select inventory_id from inventory where (film_id, store_id) = (p_film_id, p_store_id) "
              "and not inventory_in_stock(inventory_id)");

/// A copy is at hand when every rental of it has ended.
inline constexpr auto inventory_in_stock =
    pg::stored_function("inventory_in_stock").argument<std::int32_t>("p_inventory_id").returns<bool>().body(R"(
begin
    return not exists (select from rental where inventory_id = p_inventory_id and upper(rental_period) is null);
end)");
inline constexpr auto inventory_held_by_customer = pg::stored_function("inventory_held_by_customer")
                                                       .argument<std::int32_t>("p_inventory_id")
                                                       .returns<std::int32_t>()
                                                       .body(R"(
begin
    return (select customer_id from rental where inventory_id = p_inventory_id
        and upper(rental_period) is null limit 1);
end)");

/// What a customer owes at a moment: fees of all rentals, a unit for each day too late, less what was paid.
inline constexpr auto get_customer_balance = pg::stored_function("get_customer_balance")
                                                 .argument<std::int32_t>("p_customer_id")
                                                 .argument<pg::timestamp>("p_effective_date")
                                                 .returns("numeric")
                                                 .body(R"(
declare
    fees numeric; late integer; paid numeric;
begin
    select coalesce(sum(rental_rate), 0), coalesce(sum(greatest(
               extract(day from upper(rental_period) - lower(rental_period))::integer - rental_duration, 0)), 0)
        into fees, late from rental join inventory using (inventory_id) join film using (film_id)
        where customer_id = p_customer_id and lower(rental_period) <= p_effective_date;
    select coalesce(sum(amount), 0) into paid from payment
        where customer_id = p_customer_id and payment_date <= p_effective_date;
    return fees + late - paid;
end)");

inline constexpr auto last_day = pg::stored_function("last_day")
                                     .argument<pg::timestamp>("")
                                     .returns<pg::date>()
                                     .language("sql")
                                     .immutable()
                                     .strict()
                                     .body("select (date_trunc('month', $1) + interval '1 month -1 day')::date");

/// A payment whose number changes may belong to another row: it is deleted and made again.
inline constexpr auto payment_id_change_handler = pg::stored_function("payment_id_change_handler")
                                                      .argument<std::int32_t>("old_payment_id")
                                                      .argument<std::int32_t>("new_payment_id")
                                                      .argument<std::int16_t>("new_customer_id")
                                                      .argument<std::int16_t>("new_staff_id")
                                                      .argument<std::int32_t>("new_rental_id")
                                                      .argument("new_amount", "numeric")
                                                      .argument<pg::timestamptz>("new_payment_date")
                                                      .returns("void")
                                                      .body(R"(
begin
    if exists (select from payment where payment_id = new_payment_id) then
        raise unique_violation using message = 'a payment has this number already';
    end if;
    delete from payment where payment_id = old_payment_id;
    insert into payment values (new_payment_id, new_customer_id, new_staff_id, new_rental_id, new_amount,
        new_payment_date);
end)");

/// Moves all payments ahead, the last one to the present.
inline constexpr auto make_payment_data_current =
    pg::stored_procedure("make_payment_data_current").security_definer().body(R"(
declare
    ahead constant interval := (select now()::timestamp - max(payment_date) from payment);
begin
    create temporary table moved_payment on commit drop as
        select payment_id, customer_id, staff_id, rental_id, amount, payment_date + ahead from payment;
    delete from payment;
    insert into payment select * from moved_payment;
end)");

/// The customers who have bought most in a month, and how many they are, as cursors.
inline constexpr auto rewards_report = pg::stored_procedure("rewards_report")
                                           .argument<std::int32_t>("min_monthly_purchases")
                                           .argument("min_dollar_amount_purchased", "numeric")
                                           .argument<pg::date>("report_month", "current_date")
                                           .inout("refcur_client", "refcursor", "'rewardees_detail'")
                                           .inout("refcur_count", "refcursor", "'rewardees_count'")
                                           .security_definer()
                                           .body(R"(
begin
    if min_monthly_purchases <= 0 or min_dollar_amount_purchased <= 0 then
        raise exception 'both minimums are more than nothing';
    end if;
    create temporary table rewarded on commit drop as
        select customer_id from payment where date_trunc('month', payment_date) = date_trunc('month', report_month)
        group by customer_id having sum(amount) > min_dollar_amount_purchased and count(*) > min_monthly_purchases;
    open refcur_client for select customer.* from customer join rewarded using (customer_id);
    open refcur_count for select count(*) from rewarded;
end)");

struct functions {
    static constexpr auto objects() {
        return pg::objects(add_to_text, group_concat, inventory_in_stock, film_in_stock, film_not_in_stock,
                           inventory_held_by_customer, get_customer_balance, last_day, payment_id_change_handler,
                           make_payment_data_current, rewards_report);
    }
};

// ---- views: their rows are read like those of tables

namespace legacy {

/// The rentals as they were before their time became one value.
struct rental {
    std::optional<std::int32_t> rental_id{};
    std::optional<pg::timestamp> rental_date{};
    std::optional<std::int32_t> inventory_id{};
    std::optional<std::int16_t> customer_id{};
    std::optional<pg::timestamp> return_date{};
    std::optional<std::int16_t> staff_id{};
    std::optional<pg::timestamp> last_update{};

    static constexpr auto table() {
        using r = pagila::rental;
        return pg::view("rental",
                        pg::select(col<&r::id>, pg::lower(col<&r::rental_period>), col<&r::inventory_id>,
                                   col<&r::customer_id>, pg::upper(col<&r::rental_period>), col<&r::staff_id>,
                                   col<&r::last_update>),
                        pg::in_schema("legacy"));
    }
};

}  // namespace legacy

struct sales_by_film_category {
    std::optional<pg::varchar<25>> category{};
    std::optional<pg::numeric<>> total_sales{};

    static constexpr auto table() {
        constexpr auto p = pg::alias<payment, "p">;
        constexpr auto r = pg::alias<pagila::rental, "r">;
        constexpr auto i = pg::alias<inventory, "i">;
        constexpr auto f = pg::alias<film, "f">;
        constexpr auto fc = pg::alias<film_category, "fc">;
        constexpr auto c = pg::alias<pagila::category, "c">;
        return pg::view(
            "sales_by_film_category",
            pg::select(c[col<&pagila::category::name>], pg::sum(p[col<&payment::amount>]))
                .from(p)
                .join(r)
                .on(p[col<&payment::rental_id>] == r[col<&pagila::rental::id>])
                .join(i)
                .on(r[col<&pagila::rental::inventory_id>] == i[col<&inventory::id>])
                .join(f)
                .on(i[col<&inventory::film_id>] == f[col<&film::id>])
                .join(fc)
                .on(f[col<&film::id>] == fc[col<&film_category::film_id>])
                .join(c)
                .on(fc[col<&film_category::category_id>] == c[col<&pagila::category::id>])
                .group_by(c[col<&pagila::category::name>])
                .order_by(pg::sum(p[col<&payment::amount>]).desc()),
            pg::comment(
                "Note that total sales will add up to >100% because some titles belong to more than one category"));
    }
};

struct sales_by_store {
    std::optional<std::string> store{};
    std::optional<std::string> manager{};
    std::optional<pg::numeric<>> total_sales{};

    static constexpr auto table() {
        return pg::view("sales_by_store", pg::sql<R"(
            select concat(c.city, ', ', cy.country) as store, concat(m.first_name, ' ', m.last_name) as manager,
                sum(p.amount) as total_sales
            from payment p join rental r on p.rental_id = r.rental_id
                join inventory i on r.inventory_id = i.inventory_id
                join store s on i.store_id = s.store_id join address a on s.address_id = a.address_id
                join city c on a.city_id = c.city_id join country cy on c.country_id = cy.country_id
                join staff m on s.manager_staff_id = m.staff_id
            group by s.store_id, c.city, cy.country, m.first_name, m.last_name order by cy.country, c.city)">);
    }
};

struct sales_top5_by_film_category {
    std::optional<pg::varchar<25>> category{};
    std::optional<std::int64_t> rank{};
    std::optional<pg::varchar<255>> title{};
    std::optional<pg::numeric<>> sales{};

    static constexpr auto table() {
        return pg::view("sales_top5_by_film_category", pg::sql<R"(
            with sales_rankings as (
                select c.name as category, f.title, sum(p.amount) as sum,
                    rank() over (partition by c.name order by sum(p.amount) desc) as rank
                from payment p join rental r on p.rental_id = r.rental_id
                    join inventory i on r.inventory_id = i.inventory_id
                    join film f on i.film_id = f.film_id join film_category fc on f.film_id = fc.film_id
                    join category c on fc.category_id = c.category_id
                group by c.name, f.title)
            select category, rank, title, sum as sales from sales_rankings where rank <= 5)">);
    }
};

struct actor_info {
    std::optional<std::int32_t> actor_id{};
    std::optional<pg::varchar<45>> first_name{};
    std::optional<pg::varchar<45>> last_name{};
    std::optional<std::string> film_info{};

    static constexpr auto table() {
        return pg::view("actor_info", pg::sql<R"(
            select a.actor_id, a.first_name, a.last_name,
                group_concat(distinct c.name || ': ' || (
                    select group_concat(f.title) from film f join film_category fc on f.film_id = fc.film_id
                        join film_actor fa on f.film_id = fa.film_id
                    where fc.category_id = c.category_id and fa.actor_id = a.actor_id
                        group by fa.actor_id)) as film_info
            from actor a left join film_actor fa on a.actor_id = fa.actor_id
                left join film_category fc on fa.film_id = fc.film_id
                left join category c on fc.category_id = c.category_id
            group by a.actor_id, a.first_name, a.last_name)">);
    }
};

struct customer_list {
    std::optional<std::int32_t> id{};
    std::optional<std::string> name{};
    std::optional<pg::varchar<50>> address{};
    std::optional<pg::varchar<10>> zip_code{};
    std::optional<pg::varchar<20>> phone{};
    std::optional<pg::varchar<50>> city{};
    std::optional<pg::varchar<50>> country{};
    std::optional<std::string> notes{};
    std::optional<std::int16_t> sid{};

    static constexpr auto table() {
        return pg::view("customer_list", pg::sql<R"(
            select cu.customer_id as id, cu.first_name || ' ' || cu.last_name as name, a.address,
                a.postal_code as "zip code",
                a.phone, city.city, country.country, case when cu.activebool then 'active' else '' end as notes,
                    cu.store_id as sid
            from customer cu join address a on cu.address_id = a.address_id join city on a.city_id = city.city_id
                join country on city.country_id = country.country_id)">,
                        pg::field<&customer_list::zip_code>.named("zip code"));
    }
};

struct staff_list {
    std::optional<std::int32_t> id{};
    std::optional<std::string> name{};
    std::optional<pg::varchar<50>> address{};
    std::optional<pg::varchar<10>> zip_code{};
    std::optional<pg::varchar<20>> phone{};
    std::optional<pg::varchar<50>> city{};
    std::optional<pg::varchar<50>> country{};
    std::optional<std::int16_t> sid{};

    static constexpr auto table() {
        return pg::view("staff_list", pg::sql<R"(
            select s.staff_id as id, s.first_name || ' ' || s.last_name as name, a.address,
                a.postal_code as "zip code", a.phone,
                city.city, country.country, s.store_id as sid
            from staff s join address a using (address_id) join city using (city_id) join country using (country_id))">,
                        pg::field<&staff_list::zip_code>.named("zip code"));
    }
};

struct family_films {
    std::optional<pg::varchar<255>> title{};
    std::optional<std::string> description{};
    std::optional<year> release_year{};
    std::optional<std::int16_t> language_id{};
    std::optional<std::int16_t> length{};
    std::optional<pagila::rating> rating{};
    std::optional<pg::numeric<4, 2>> rental_rate{};
    std::optional<std::int16_t> rental_duration{};

    static constexpr auto table() {
        return pg::view("family_films", pg::sql<R"(
            select title, description, release_year, language_id, length, rating, rental_rate, rental_duration from film
            where rating in ('G', 'PG', 'PG-13'))">);
    }
};

struct film_list {
    std::optional<std::int32_t> fid{};
    std::optional<pg::varchar<255>> title{};
    std::optional<std::string> description{};
    std::optional<pg::varchar<25>> category{};
    std::optional<pg::numeric<4, 2>> price{};
    std::optional<std::int16_t> length{};
    std::optional<pagila::rating> rating{};
    std::optional<std::string> actors{};

    static constexpr auto table() {
        return pg::view("film_list", pg::sql<R"(
            select film.film_id as fid, film.title, film.description, category.name as category,
                film.rental_rate as price,
                film.length, film.rating, group_concat(actor.first_name || ' ' || actor.last_name) as actors
            from category left join film_category on category.category_id = film_category.category_id
                left join film on film_category.film_id = film.film_id
                    left join film_actor on film.film_id = film_actor.film_id
                left join actor on film_actor.actor_id = actor.actor_id
            group by film.film_id, film.title, film.description, category.name, film.rental_rate, film.length,
                film.rating)">);
    }
};

/// The same with names as one writes them. It is not filled when it is made: `pg::refresh_materialized_view`.
struct nicer_but_slower_film_list {
    std::optional<std::int32_t> fid{};
    std::optional<pg::varchar<255>> title{};
    std::optional<std::string> description{};
    std::optional<pg::varchar<25>> category{};
    std::optional<pg::numeric<4, 2>> price{};
    std::optional<std::int16_t> length{};
    std::optional<pagila::rating> rating{};
    std::optional<std::string> actors{};

    static constexpr auto table() {
        return pg::materialized_view("nicer_but_slower_film_list", pg::sql<R"(
            select film.film_id as fid, film.title, film.description, category.name as category,
                film.rental_rate as price,
                film.length, film.rating, group_concat(upper(substring(actor.first_name, 1, 1)) ||
                lower(substring(actor.first_name, 2)) || ' ' || upper(substring(actor.last_name, 1, 1)) ||
                lower(substring(actor.last_name, 2))) as actors
            from category left join film_category on category.category_id = film_category.category_id
                left join film on film_category.film_id = film.film_id
                    left join film_actor on film.film_id = film_actor.film_id
                left join actor on film_actor.actor_id = actor.actor_id
            group by film.film_id, film.title, film.description, category.name, film.rental_rate, film.length,
                film.rating)">,
                                     pg::with_no_data);
    }
};

/// A document made of texts.
struct rental_report {
    std::optional<pg::jsonb_text> report{};

    static constexpr auto table() {
        return pg::view("rental_report", pg::sql<R"(
            with rentals as (
                select film_id, ('{ "title": ' || quote_ident(title) || ', "mpaa-rating": ' ||
                    quote_ident(rating::text) || ' }')::jsonb as jsonb from film)
            select ('{ "customer": ' || quote_ident(customer.first_name || ' ' || customer.last_name) ||
                ', "rental_date": ' || quote_ident(lower(rental.rental_period)::date::text) ||
                ', "films": ' || json_agg(rentals.jsonb) || '}')::jsonb as report
            from rental join customer using (customer_id) join inventory using (inventory_id)
                join rentals using (film_id)
            group by customer.customer_id, lower(rental.rental_period)::date)">);
    }
};

/// Everything.
inline constexpr pg::registry<country, city, address, staff, store, customer, actor, category, language, film,
                              film_actor, film_category, inventory, rental, payment, functions, legacy::rental,
                              sales_by_film_category, sales_by_store, sales_top5_by_film_category, actor_info,
                              customer_list, staff_list, family_films, film_list, nicer_but_slower_film_list,
                              rental_report>
    models{};

}  // namespace pagila
