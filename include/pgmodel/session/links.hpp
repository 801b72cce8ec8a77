// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `db.set_links` and `db.related`: tags of articles, comments on them, and the like. Not part of <pgmodel.hpp>.
//
//     tx.set_links<&article_tag::article_id, &article_tag::tag_id>(a.id, tag_ids);
//     auto tags = db.related<tag, article_tag>(articles);
//     for (const tag& t : tags.of(a)) ...
#pragma once

#include <pgmodel/query/links.hpp>
#include <pgmodel/query/related.hpp>
#include <pgmodel/session/connection.hpp>

#include <tuple>
#include <utility>
#include <vector>

namespace pgmodel::detail {

template <auto From, auto To>
    requires(std::is_class_v<owner_of<From>>)
struct link_setter<From, To> {
    static constexpr bool included = true;

    template <class Key, class Ids>
    static link_counts run(channel& c, const Key& key, const Ids& ids) {
        static_assert(checked_model<owner_of<From>>::value);
        static_assert(written_model<owner_of<From>>::value);
        static_assert(holds_values<Ids>,
                      "pgmodel: set_links() takes a key and a list of the keys that belong to it, such "
                      "as a std::vector");
        if constexpr (checked_links<From, To>::value && holds_values<Ids>) {
            using statement = set_links_statement<From, To>;
            using from = typename statement::from_type;
            using to = typename statement::to_type;
            const auto near = make_parameter<from, column<From>>(key);
            std::vector<to> far;
            for (const auto& id : ids) far.push_back(to(make_parameter<to, column<To>>(id).value));
            const value_ref refs[]{{&near.value, &encode_value<std::remove_cvref_t<decltype(near.value)>>},
                                   {&far, &encode_value<std::vector<to>>}};
            using answer_reader = row_reader<std::tuple<std::int64_t, std::int64_t>>;
            const auto [made, gone] = read_first<answer_reader>(
                run_values(c, shape_of<statement, typename answer_reader::columns, owner_of<From>>, refs));
            return {static_cast<std::uint64_t>(made), static_cast<std::uint64_t>(gone)};
        } else {
            return {};
        }
    }
};

template <class T, class Other, class Link>
    requires(std::is_class_v<T>)
struct related_finder<T, Other, Link> {
    static constexpr bool included = true;
    using statement = related_statement<T, Other, Link>;
    using near = typename statement::near;
    using found = related_rows<T, Other, Link>;

    static found run(channel& c, const std::vector<T>& rows) {
        if constexpr (near::value) return run(c, rows, typename near::places());
        else return found({});
    }

private:
    template <std::size_t... I>
    static found run(channel& c, const std::vector<T>& rows, std::index_sequence<I...>) {
        typename near::lists lists;
        for (const T& row : rows)
            if (auto key = near::of(row)) {
                if constexpr (sizeof...(I) == 1) std::get<0>(lists).push_back(std::move(*key));
                else (std::get<I>(lists).push_back(std::move(std::get<I>(*key))), ...);
            }
        if (std::get<0>(lists).empty()) return found({});
        const value_ref refs[]{refer_to(std::get<I>(lists))...};
        using answer_reader = typename related_reader_of<typename near::key, Other>::type;
        return found(read_all<answer_reader>(
            run_values(c, shape_of<statement, typename answer_reader::columns, typename statement::link>, refs)));
    }
};

}  // namespace pgmodel::detail
