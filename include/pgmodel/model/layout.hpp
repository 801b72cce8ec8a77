// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// Where the columns of a model are: its fields in their order, each embedded struct replaced by its own. A model
// without embedded structs is not looked at: its columns are its fields.
#pragma once

#include <pgmodel/model/rebase.hpp>

#include <cstddef>
#include <string_view>
#include <utility>

namespace pgmodel::detail {

template <class T>
concept describes_itself = requires { T::table(); };
template <class T>
concept described_outside = requires { table_of<T>::table(); };

/// The declaration of a model as its author has written it; a struct that says nothing has none.
template <class T>
constexpr auto declare_as_written() {
    static_assert(!(describes_itself<T> && described_outside<T>),
                  "pgmodel: this struct has both a table() of its own and a pgmodel::table_of; keep one of them");
    if constexpr (describes_itself<T>) return T::table();
    else if constexpr (described_outside<T>) return table_of<T>::table();
    else return table_declaration<>{{}, {}};
}

template <class Item>
inline constexpr bool is_embedded = false;
template <auto M>
inline constexpr bool is_embedded<embedded_field<M>> = true;
template <class Declaration>
inline constexpr bool has_embedded = false;
template <class... Items>
inline constexpr bool has_embedded<table_declaration<Items...>> = (is_embedded<Items> || ...);
template <class T>
inline constexpr bool embeds = has_embedded<decltype(declare_as_written<T>())>;

/// The declaration of a model, embedded structs replaced by what they say.
template <class T>
constexpr auto declare() {
    if constexpr (embeds<T>) return flatten(declare_as_written<T>());
    else return declare_as_written<T>();
}
template <class T>
using declaration_type = decltype(declare<T>());

/// The column that a path leads to, and how many of its parts do; those that follow are attributes.
struct found_column {
    std::size_t place;
    std::size_t parts;
    std::size_t columns;  ///< 1, or of a whole embedded struct their number
    bool whole;
};

/// Writes the names of columns and of the fields behind them, one after the other; without memory it only counts.
struct name_writer {
    struct part {
        std::size_t begin = 0, size = 0;
    };
    struct prefix {
        const prefix* outer;
        std::string_view field, column;
    };
    char* out = nullptr;
    std::size_t size = 0;
    part* parts = nullptr;
    std::size_t count = 0;

    constexpr void append(std::string_view text) {
        if (out)
            for (std::size_t i = 0; i < text.size(); ++i) out[size + i] = text[i];
        size += text.size();
    }
    constexpr void append_all(const prefix* p, std::string_view prefix::* which, std::string_view between) {
        if (!p) return;
        append_all(p->outer, which, between);
        append(p->*which);
        append(between);
    }
    constexpr void add(const prefix* before, std::string_view prefix::* which, std::string_view between,
                       std::string_view name) {
        const std::size_t begin = size;
        append_all(before, which, between);
        append(name);
        if (parts) parts[count] = {begin, size - begin};
        ++count;
    }
};

/// The columns of struct `S`, which says this of its fields.
template <class S, class Declaration>
struct layout;
template <class S, template <class...> class Declaration, class... Items>
struct layout<S, Declaration<Items...>> {
    static constexpr std::size_t fields = field_count<S>;
    template <std::size_t I>
    using part = layout<field_type<I, S>, decltype(declare_embeddable<field_type<I, S>>())>;

    struct marks {
        bool at[fields]{};
        template <class Item>
        constexpr void note(const Item*) {}
        template <auto M>
        constexpr void note(const embedded_field<M>*) {
            if constexpr (std::is_same_v<owner_of<M>, S>) at[field_index<M>] = true;
        }
    };
    static constexpr marks embedded = [] {
        marks found{};
        (found.note(static_cast<const Items*>(nullptr)), ...);
        return found;
    }();

    template <std::size_t I>
    static constexpr std::size_t width() {
        if constexpr (embedded.at[I]) return part<I>::count;
        else return 1;
    }
    struct places {
        std::size_t at[fields + 1]{};
    };
    /// The first column of each field, and the number of all.
    static constexpr places starts = []<std::size_t... I>(std::index_sequence<I...>) {
        places first{};
        ((first.at[I + 1] = first.at[I] + width<I>()), ...);
        return first;
    }(std::make_index_sequence<fields>{});
    static constexpr std::size_t count = starts.at[fields];

    static constexpr std::size_t field_of(std::size_t place) {
        std::size_t i = 0;
        while (starts.at[i + 1] <= place) ++i;
        return i;
    }
    template <std::size_t Place, class Row>
    static constexpr auto& get(Row& row) {
        constexpr std::size_t field = field_of(Place);
        if constexpr (embedded.at[field])
            return part<field>::template get<Place - starts.at[field]>(get_field<field>(row));
        else return get_field<field>(row);
    }
    template <auto First, auto... More>
    static constexpr found_column find(member_path<First, More...>) {
        constexpr std::size_t field = field_index<First>;
        if constexpr (!embedded.at[field]) {
            return {starts.at[field], 1, 1, false};
        } else if constexpr (sizeof...(More) == 0) {
            return {starts.at[field], 1, part<field>::count, true};
        } else {
            const found_column inner = part<field>::find(member_path<More...>{});
            return {starts.at[field] + inner.place, 1 + inner.parts, inner.columns, inner.whole};
        }
    }

    /// The column to which these steps lead.
    static constexpr std::size_t follow(const std::uint16_t* step, std::size_t length) {
        std::size_t found = no_column;
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((I == *step ? void(found = follow_within<I>(step + 1, length - 1)) : void()), ...);
        }(std::make_index_sequence<fields>{});
        return found;
    }

    struct said_names {
        std::string_view named[fields]{};
        std::string_view prefix[fields]{};
        template <class Item>
        constexpr void operator()(const Item&) {}
        template <auto M, class R, class D, class U, class X>
        constexpr void operator()(const field_declaration<M, R, D, U, X>& item) {
            if constexpr (std::is_same_v<owner_of<M>, S>) named[field_index<M>] = item.flags.name;
        }
        template <auto M>
        constexpr void operator()(const embedded_field<M>& item) {
            if constexpr (std::is_same_v<owner_of<M>, S>) prefix[field_index<M>] = item.column_prefix;
        }
    };
    static constexpr void write_names(name_writer& out, const Declaration<Items...>& declared,
                                      const name_writer::prefix* before) {
        said_names said{};
        declared.items.each(said);
        [&]<std::size_t... I>(std::index_sequence<I...>) {
            (write_name<I>(out, said, before), ...);
        }(std::make_index_sequence<fields>{});
    }

private:
    template <std::size_t I>
    static constexpr std::size_t follow_within(const std::uint16_t* step, std::size_t length) {
        if constexpr (!embedded.at[I]) {
            return length == 0 ? starts.at[I] : no_column;
        } else {
            const std::size_t inner = length == 0 ? no_column : part<I>::follow(step, length);
            return inner == no_column ? no_column : starts.at[I] + inner;
        }
    }
    template <std::size_t I>
    static constexpr void write_name(name_writer& out, const said_names& said, const name_writer::prefix* before) {
        constexpr std::string_view field = field_names<S>.at[I];
        if constexpr (embedded.at[I]) {
            const name_writer::prefix all{before, field, said.prefix[I]};
            part<I>::write_names(out, declare_embeddable<field_type<I, S>>(), &all);
        } else {
            out.add(before, &name_writer::prefix::field, ".", field);
            out.add(before, &name_writer::prefix::column, "", said.named[I].empty() ? field : said.named[I]);
        }
    }
};
template <class T>
using layout_of = layout<T, decltype(declare_as_written<T>())>;

/// The names of the columns of a model with embedded structs: `meta.created_at` and `meta_created_at`.
template <class T>
struct flat_names {
    static constexpr name_writer run(char* out, name_writer::part* parts) {
        name_writer names{out, 0, parts};
        layout_of<T>::write_names(names, declare_as_written<T>(), nullptr);
        return names;
    }
    static constexpr std::size_t size = run(nullptr, nullptr).size;
    struct memory {
        char text[size + 1]{};
        name_writer::part parts[2 * layout_of<T>::count]{};
    };
    static constexpr memory data = [] {
        memory m{};
        run(m.text, m.parts);
        return m;
    }();
    static constexpr std::string_view at(std::size_t i) {
        return {data.text + data.parts[i].begin, data.parts[i].size};
    }
    static constexpr std::string_view field(std::size_t place) { return at(2 * place); }
    static constexpr std::string_view column(std::size_t place) { return at(2 * place + 1); }
};

}  // namespace pgmodel::detail
