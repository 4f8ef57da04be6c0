// SPDX-License-Identifier: Apache-2.0
#include "exchange/json_tree_builder.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::exchange {

namespace {

bool between_tokens(char c) noexcept {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',' || c == ':';
}

bool in_number(char c) noexcept {
    return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
}

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

/// Limits that hold before anyone asks what the number is for. Boost refuses exponents beyond an int and
/// later versions read them as infinity; refusing long exponents here makes the answer the same for all.
bool short_enough(std::string_view number) noexcept {
    if (static_cast<std::size_t>(std::ranges::count_if(number, is_digit)) > json_limits::number_digits) return false;
    const auto e = number.find_first_of("eE");
    if (e == std::string_view::npos) return true;
    std::string_view digits = number.substr(e + 1);
    digits.remove_prefix(std::min(digits.find_first_not_of("+-0"), digits.size()));
    return digits.size() <= json_limits::exponent_digits;
}

}  // namespace

std::size_t json_tree_builder::next_token() const noexcept {
    std::size_t at = cursor_;
    while (at < input_.size() && between_tokens(input_[at])) ++at;
    return at;
}

json_document json_tree_builder::finish() && { return std::move(document_); }

bool json_tree_builder::fail(status code, std::size_t offset, error_code& ec) {
    if (!failure_) failure_ = problem{code, offset, {}};
    ec = boost::json::error::syntax;
    return false;
}

bool json_tree_builder::add_value(json_kind kind, error_code& ec) {
    cursor_ = next_token();
    if (++values_ > json_limits::values) return fail(status::too_large, cursor_, ec);
    if (!open_.empty() && document_.nodes_[open_.back()].kind == json_kind::array)
        ++document_.nodes_[open_.back()].count;
    const auto here = static_cast<index>(document_.nodes_.size());
    document_.nodes_.push_back(
        {.kind = kind, .offset = static_cast<index>(cursor_), .end = static_cast<index>(here + 1)});
    return true;
}

bool json_tree_builder::open(json_kind kind, error_code& ec) {
    if (!add_value(kind, ec)) return false;
    open_.push_back(static_cast<index>(document_.nodes_.size() - 1));
    ++cursor_;
    return true;
}

void json_tree_builder::close() noexcept {
    document_.nodes_[open_.back()].end = static_cast<index>(document_.nodes_.size());
    open_.pop_back();
    cursor_ = next_token() + 1;
}

bool json_tree_builder::on_array_end(std::size_t, error_code&) {
    close();
    return true;
}

bool json_tree_builder::on_object_end(std::size_t, error_code& ec) {
    const index object = open_.back();
    close();
    const auto second = second_of_equal_keys(object);
    return second ? fail(status::json_duplicate_key, *second, ec) : true;
}

/// Compared when the object is complete: sorting needs no hash table and cannot be flooded.
std::optional<std::size_t> json_tree_builder::second_of_equal_keys(index object) {
    const auto& nodes = document_.nodes_;
    keys_.clear();
    for (index key = object + 1; key < nodes[object].end; key = nodes[key + 1].end) keys_.push_back(key);
    std::ranges::sort(keys_, {}, [&](index key) { return std::pair(document_.text_of(key), key); });
    std::optional<index> first;
    for (std::size_t i = 1; i < keys_.size(); ++i)
        if (document_.text_of(keys_[i - 1]) == document_.text_of(keys_[i]) && (!first || keys_[i] < *first))
            first = keys_[i];
    if (!first) return std::nullopt;
    return nodes[*first].offset;
}

bool json_tree_builder::append(std::string_view part, error_code& ec) {
    wiped_string& pool = document_.characters_;
    if (part.size() > json_limits::string_bytes - (pool.size() - text_begin_))
        return fail(status::too_large, next_token(), ec);
    pool.append(part);
    return true;
}

void json_tree_builder::take_string(json_document::node& into) noexcept {
    into.text_begin = static_cast<index>(text_begin_);
    into.text_size = static_cast<index>(document_.characters_.size() - text_begin_);
    text_begin_ = document_.characters_.size();
    ++cursor_;
    while (input_[cursor_] != '"') cursor_ += input_[cursor_] == '\\' ? 2U : 1U;
    ++cursor_;
}

bool json_tree_builder::on_key(std::string_view part, std::size_t, error_code& ec) {
    if (!append(part, ec)) return false;
    cursor_ = next_token();
    if (++document_.nodes_[open_.back()].count > json_limits::members) return fail(status::too_large, cursor_, ec);
    const auto here = static_cast<index>(document_.nodes_.size());
    document_.nodes_.push_back(
        {.kind = json_kind::string, .offset = static_cast<index>(cursor_), .end = static_cast<index>(here + 1)});
    take_string(document_.nodes_.back());
    return true;
}

bool json_tree_builder::on_string(std::string_view part, std::size_t, error_code& ec) {
    if (!append(part, ec) || !add_value(json_kind::string, ec)) return false;
    take_string(document_.nodes_.back());
    return true;
}

bool json_tree_builder::number(error_code& ec) {
    if (!add_value(json_kind::number, ec)) return false;
    std::size_t end = cursor_;
    while (end < input_.size() && in_number(input_[end])) ++end;
    const std::string_view text = input_.substr(cursor_, end - cursor_);
    if (!short_enough(text)) return fail(status::json_number, cursor_, ec);
    json_document::node& node = document_.nodes_.back();
    node.text_begin = static_cast<index>(text_begin_);
    node.text_size = static_cast<index>(text.size());
    document_.characters_.append(text);
    text_begin_ = document_.characters_.size();
    cursor_ = end;
    return true;
}

bool json_tree_builder::on_bool(bool truth, error_code& ec) {
    if (!add_value(json_kind::boolean, ec)) return false;
    document_.nodes_.back().truth = truth;
    cursor_ += truth ? 4 : 5;
    return true;
}

bool json_tree_builder::on_null(error_code& ec) {
    if (!add_value(json_kind::null, ec)) return false;
    cursor_ += 4;
    return true;
}

}  // namespace peersupport::exchange
