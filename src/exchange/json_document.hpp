// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/text/result.hpp"
#include "peersupport/text/wiped_string.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace peersupport::exchange {

enum class json_kind : std::uint8_t { null, boolean, number, string, array, object };

/// What a document may hold; beyond it, parsing ends.
struct json_limits {
    static constexpr std::size_t bytes = std::size_t{16} << 20;
    static constexpr std::size_t depth = 32;
    static constexpr std::size_t values = 1'000'000;
    static constexpr std::size_t members = 10'000;  ///< of one object
    static constexpr std::size_t string_bytes = std::size_t{1} << 20;
    static constexpr std::size_t number_digits = 64;
    static constexpr std::size_t exponent_digits = 4;
};

class json_value;

/// A JSON text as one flat array of nodes in the order of the text, with one pool of characters.
/// Flat, so that copying and destroying do not recurse and 16 MiB of input stay in bounded memory.
/// An object's children are key, value, key, value, …; a node's `end` is the node after its last descendant.
class json_document {
public:
    using index = std::uint32_t;
    struct node {
        json_kind kind = json_kind::null;
        bool truth = false;
        index offset = 0;      ///< byte in the caller's input where the value starts
        index text_begin = 0;  ///< strings and keys: the characters; numbers: as they are written
        index text_size = 0;
        index count = 0;  ///< members or elements
        index end = 0;
    };

    /// Errors, always exactly one problem: json_*, too_large. Throws std::bad_alloc only.
    [[nodiscard]] static result<json_document> parse(std::string_view text);

    [[nodiscard]] json_value root() const noexcept;
    [[nodiscard]] const node& at(index i) const noexcept { return nodes_[i]; }
    [[nodiscard]] std::string_view text_of(index i) const noexcept {
        return std::string_view(characters_).substr(nodes_[i].text_begin, nodes_[i].text_size);
    }
    /// The JSON pointer (RFC 6901) of a value or a key. A key of more than 64 bytes is not repeated: the
    /// pointer then ends at the object that holds it.
    [[nodiscard]] std::string pointer_to(index target) const;

private:
    friend class json_tree_builder;
    std::vector<node> nodes_;
    wiped_string characters_;  ///< may be a note or a person's answers
};

/// One value of a document; valid as long as the document.
class json_value {
public:
    json_value(const json_document& document, json_document::index at) noexcept : document_(&document), at_(at) {}

    [[nodiscard]] json_kind kind() const noexcept { return node().kind; }
    [[nodiscard]] std::size_t offset() const noexcept { return node().offset; }
    [[nodiscard]] std::size_t size() const noexcept { return node().count; }  ///< members or elements
    [[nodiscard]] bool truth() const noexcept { return node().truth; }
    [[nodiscard]] std::string_view text() const noexcept { return document_->text_of(at_); }
    [[nodiscard]] json_document::index position() const noexcept { return at_; }
    [[nodiscard]] const json_document& document() const noexcept { return *document_; }

    /// The node after this value: the next element, or the next key when this is a member's value.
    [[nodiscard]] json_value next() const noexcept { return {*document_, node().end}; }
    /// The first node inside an array or object.
    [[nodiscard]] json_value first() const noexcept { return {*document_, at_ + 1}; }

    friend bool operator==(const json_value& a, const json_value& b) noexcept { return a.at_ == b.at_; }

private:
    [[nodiscard]] const json_document::node& node() const noexcept { return document_->at(at_); }
    const json_document* document_;
    json_document::index at_;
};

inline json_value json_document::root() const noexcept { return {*this, 0}; }

/// The elements of an array, for range-for.
class json_elements {
public:
    class iterator {
    public:
        explicit iterator(json_value at) noexcept : at_(at) {}
        json_value operator*() const noexcept { return at_; }
        iterator& operator++() noexcept {
            at_ = at_.next();
            return *this;
        }
        friend bool operator==(const iterator&, const iterator&) = default;

    private:
        json_value at_;
    };
    explicit json_elements(json_value array) noexcept : array_(array) {}
    [[nodiscard]] iterator begin() const noexcept { return iterator(array_.first()); }
    [[nodiscard]] iterator end() const noexcept { return iterator(array_.next()); }

private:
    json_value array_;
};

struct json_member {
    json_value key;
    json_value value;
};

/// The members of an object, for range-for.
class json_members {
public:
    class iterator {
    public:
        explicit iterator(json_value key) noexcept : key_(key) {}
        json_member operator*() const noexcept { return {key_, key_.next()}; }
        iterator& operator++() noexcept {
            key_ = key_.next().next();
            return *this;
        }
        friend bool operator==(const iterator&, const iterator&) = default;

    private:
        json_value key_;
    };
    explicit json_members(json_value object) noexcept : object_(object) {}
    [[nodiscard]] iterator begin() const noexcept { return iterator(object_.first()); }
    [[nodiscard]] iterator end() const noexcept { return iterator(object_.next()); }

private:
    json_value object_;
};

}  // namespace peersupport::exchange
