// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// `any(list)` and `all(list)` on the right of a comparison.
#pragma once

#include <pgmodel/expression/operators.hpp>
#include <pgmodel/expression/value_list.hpp>

namespace pgmodel::detail {

/// The right side of a comparison with each element of an array.
template <fixed_string Before, class E>
struct quantified : operators::quantified_tag {
    using quantified_element = typename element_of<typename E::value_type>::type;
    static constexpr bool nullable = E::nullable || is_optional<typename array_shape<typename E::value_type>::element>;
    static constexpr bool constant = E::constant;
    static constexpr bool aggregate = E::aggregate;
    static constexpr bool windowed = E::windowed;
    static constexpr bool dynamic = E::dynamic;
    static constexpr int special = E::special;
    static constexpr int precedence = level::primary;
    template <class Tables>
    using stranger = typename E::template stranger<Tables>;

    [[no_unique_address]] E list;

    constexpr explicit quantified(E e) : list(std::move(e)) {}

    template <class Out>
    static constexpr void write(Out& out, const quantified* self) {
        out.append(Before.view());
        E::write(out, self ? &self->list : nullptr);
        out.append(")");
    }
    template <class F>
    constexpr void visit(F& f) const {
        list.visit(f);
    }
};

/// A list of values takes the type of what it is compared with where else the server would compare something else, as
/// for citext and character(n).
template <class Left, class Quantified>
constexpr auto list_beside(Quantified right) {
    return right;
}
template <expression Left, fixed_string Before, class Element>
    requires(has_codec<typename Left::value_type> && !sent_as_it_is<typename Left::value_type, Element>() &&
             kind_of<typename Left::value_type>() == kind::text && kind_of<Element>() == kind::text)
constexpr auto list_beside(const quantified<Before, parameter<std::vector<Element>>>& right) {
    auto list = make_list<Left>(right.list.value);
    return quantified<Before, decltype(list)>(std::move(list));
}
template <expression Left, fixed_string Before, class Element>
    requires(has_codec<typename Left::value_type> && !sent_as_it_is<typename Left::value_type, Element>() &&
             kind_of<typename Left::value_type>() == kind::text && kind_of<Element>() == kind::text)
constexpr auto list_beside(const quantified<Before, referred_parameter<std::vector<Element>>>& right) {
    auto list = make_list<Left>(*right.list.value);
    return quantified<Before, decltype(list)>(std::move(list));
}

template <fixed_string Operator, class Left, class Right>
constexpr auto compare_each(Left&& left, Right&& given) {
    using l = std::remove_cvref_t<Left>;
    auto right = list_beside<l>(static_cast<Right&&>(given));
    using r = decltype(right);
    using element = typename r::quantified_element;
    static_assert(comparable<typename operand_type<l, element>::type, element>(),
                  "pgmodel: any() and all() are compared with a value of the list's element type");
    static_assert(compared_type<element, asked_by<Operator>>::value);
    auto a = as_operand<element, r>(static_cast<Left&&>(left));
    return infix<Operator, level::comparison, bool, decltype(a)::nullable || r::nullable, decltype(a), r>{
        {}, std::move(a), std::move(right)};
}

}  // namespace pgmodel::detail
