// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Values for the placeholders of a statement: `db.all(query, pg::bind<"name">(value))`.
#pragma once

#include <pgmodel/query/bind.hpp>
#include <pgmodel/query/text.hpp>

#include <optional>
#include <type_traits>
#include <utility>

namespace pgmodel {
namespace detail {

struct bound_tag {};
/// A value, or where it is.
template <fixed_string Name, class Value>
struct bound_argument : bound_tag {
    static constexpr auto bound_name = Name;
    static constexpr std::string_view name() { return Name.view(); }
    using value_type = std::remove_cvref_t<Value>;

    Value value;

    constexpr explicit bound_argument(Value v) : value(std::forward<Value>(v)) {}
};
template <class T>
concept bound_value = std::derived_from<std::remove_cvref_t<T>, bound_tag>;

constexpr bool same_type(const type_ref& a, const type_ref& b) {
    return a.id == b.id && (a.id != 0 || a.name == b.name);
}

/// Can a value of this type be given for the placeholder? Numbers and texts are converted, range-checked, as beside a
/// column.
template <class Given>
constexpr bool argument_takes(const argument_place& place) {
    if constexpr (std::is_same_v<Given, std::nullopt_t>) {
        return place.nullable;
    } else if constexpr (is_optional<Given>) {
        return place.nullable && argument_takes<unwrapped<Given>>(place);
    } else {
        if constexpr (has_codec<Given>)
            if (same_type(place.type, codec<Given>::type)) return true;
        if (place.type.id == 0 && place.type.name == "citext")
            return std::is_convertible_v<const Given&, std::string_view>;
        switch (kind_of_id(place.type.id)) {
            case kind::integer:
            case kind::numeric: return plain_integer<Given>;
            case kind::floating: return plain_integer<Given> || std::floating_point<Given>;
            case kind::text: return std::is_convertible_v<const Given&, std::string_view>;
            default: return false;
        }
    }
}

/// The type by which a value travels as a `T`.
template <class T, class Given>
constexpr auto traveling_type() {
    if constexpr (has_codec<Given>) {
        if constexpr (same_type(codec<T>::type, codec<Given>::type)) return std::type_identity<Given>{};
        else if constexpr (kind_of<T>() == kind::text) return std::type_identity<std::string_view>{};
        else return std::type_identity<T>{};
    } else if constexpr (std::is_convertible_v<const Given&, std::string_view>) {
        return std::type_identity<std::string_view>{};
    } else {
        return std::type_identity<T>{};
    }
}
template <class T, class Given>
auto convert_argument(const Given& given) {
    using type = typename decltype(traveling_type<T, Given>())::type;
    if constexpr (std::is_same_v<type, T>) return convert_operand<T>(given).value;
    else return type(given);
}
/// Sends a value for a placeholder of type `T`. What is made of it on the way is a number, or a view of what it is.
template <class T, class Given>
encoded_value encode_argument(const void* value, value_writer& out) {
    const Given& given = *static_cast<const Given*>(value);
    if constexpr (is_optional<Given>) {
        return given ? encode_argument<T, unwrapped<Given>>(&*given, out) : encoded_value{};
    } else if constexpr (std::is_same_v<Given, std::nullopt_t>) {
        return {};
    } else if constexpr (std::is_same_v<typename decltype(traveling_type<T, Given>())::type, Given>) {
        return encode_value<Given>(value, out);
    } else {
        const auto converted = convert_argument<T>(given);
        return encode_value<std::remove_const_t<decltype(converted)>>(&converted, out);
    }
}
template <class T, class Given>
std::string argument_literal(const Given& given) {
    if constexpr (std::is_same_v<Given, std::nullopt_t>) return literal_text(std::optional<T>{});
    else if constexpr (is_optional<Given>)
        return given ? argument_literal<T>(*given) : literal_text(std::optional<T>{});
    else
        return typed_literal(codec<decltype(convert_argument<T>(given))>::text(convert_argument<T>(given)),
                             codec<T>::type);
}
/// Collects the parameters of a statement with placeholders: given to `visit`, which comes to each in the order of the
/// text.
template <class Collector, class... Bound>
struct argument_collector : Collector {
    const void* values[sizeof...(Bound) + 1];
    bool seen[sizeof...(Bound) + 1]{};

    explicit argument_collector(Collector collector, const Bound&... bound)
        : Collector(collector), values{&bound.value...} {}

    template <class T, auto Name>
    void argument() {
        (add<T, Name, Bound>(place_of<Bound>), ...);
    }

private:
    template <class T, class Given>
    void put(const void* value) {
        if constexpr (requires { this->literals; })
            if (this->literals)
                return this->literals->push_back(argument_literal<T>(*static_cast<const Given*>(value)));
        this->push({value, &encode_argument<T, Given>});
    }
    template <class One>
    static constexpr std::size_t place_of = [] {
        const bool same[]{std::is_same_v<One, Bound>..., true};
        std::size_t i = 0;
        while (!same[i]) ++i;
        return i;
    }();
    template <class T, auto Name, class One>
    void add(std::size_t place) {
        if constexpr (One::name() == Name.view())
            if (!std::exchange(seen[place], true)) put<unwrapped<T>, typename One::value_type>(values[place]);
    }
};

// What can be wrong with the values. Each sentence is a class of its own, whose arguments the compiler shows.

template <fixed_string Name, std::size_t Times>
struct named_argument {
    static_assert(Times != 0, "pgmodel: this placeholder has no value; give it: pgmodel::bind<\"name\">(value)");
    static_assert(Times < 2, "pgmodel: this placeholder is given twice");
    static constexpr bool value = true;
};
template <fixed_string Name, class Given, bool Known, bool Fits>
struct given_argument {
    static_assert(Known, "pgmodel: the statement has no placeholder of this name");
    static_assert(!Known || Fits,
                  "pgmodel: this placeholder has another type than the value that is given for it; an optional is "
                  "taken by pgmodel::arg<std::optional<T>, \"name\">");
    static constexpr bool value = true;
};
template <bool OneType>
struct argument_of_one_type {
    static_assert(OneType, "pgmodel: two placeholders have one name and different types");
    static constexpr bool value = OneType;
};

template <class Given>
struct bound_by_name {
    static_assert(bound_value<Given>,
                  "pgmodel: behind a query stand the values of its placeholders: pgmodel::bind<\"name\">(value)");
    static constexpr bool value = bound_value<Given>;
};

/// Has each placeholder of the statement its value?
template <class Statement, class Indices, class... Bound>
struct checked_arguments;
template <class Statement>
struct checked_arguments<Statement, std::index_sequence<>> : std::true_type {};
template <class Statement, std::size_t... I, class... Bound>
struct checked_arguments<Statement, std::index_sequence<I...>, Bound...> {
    using text = rendered<Statement>;

    template <class Given>
    static constexpr std::size_t place = [] {
        std::size_t i = 0;
        while (i < sizeof...(I) && text::data.arguments[i].name != Given::name()) ++i;
        return i;
    }();
    template <class Given>
    static constexpr bool fits = argument_takes<typename Given::value_type>(text::data.arguments[place<Given>]);
    template <std::size_t Place>
    static constexpr std::size_t times = ((Bound::name() == text::data.arguments[Place].name ? 1u : 0u) + ... + 0u);
    template <std::size_t Place>
    static constexpr auto name = [] {
        fixed_string<text::data.arguments[Place].name.size()> out{};
        for (std::size_t i = 0; i < out.size(); ++i) out.text[i] = text::data.arguments[Place].name[i];
        return out;
    }();

    static constexpr bool value = (bound_by_name<Bound>::value && ... && true) &&
                                  (argument_of_one_type<text::data.arguments[I].one_type>::value && ... && true) &&
                                  (given_argument<Bound::bound_name, typename Bound::value_type,
                                                  (place<Bound> < sizeof...(I)), fits<Bound>>::value &&
                                   ... && true) &&
                                  (named_argument<name<I>, times<I>>::value && ... && true);
};
template <class Statement, class... Bound>
using arguments_of =
    checked_arguments<Statement, std::make_index_sequence<rendered<Statement>::size.arguments>, Bound...>;

}  // namespace detail

/// The value of a placeholder. A variable is referred to and must live until the statement has run; a temporary is
/// kept.
template <fixed_string Name, class Value>
constexpr auto bind(Value&& value) {
    using given = std::remove_cvref_t<Value>;
    if constexpr (std::is_array_v<given>)
        return detail::bound_argument<Name, std::string_view>(std::string_view(value));
    else if constexpr (std::is_lvalue_reference_v<Value>) return detail::bound_argument<Name, const given&>(value);
    else return detail::bound_argument<Name, given>(std::move(value));
}

}  // namespace pgmodel
