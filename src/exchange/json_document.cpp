// SPDX-License-Identifier: Apache-2.0
#include "exchange/json_document.hpp"

#include "exchange/json_tree_builder.hpp"
#include "text/utf8_check.hpp"

#include <boost/json/basic_parser_impl.hpp>

#include <charconv>
#include <memory>

namespace peersupport::exchange {

namespace {

namespace js = boost::json;

/// Boost 1.81 marks a failure by the parser's own address and compares it with positions in the input
/// (upstream #828). Bytes of ours before the parser keep a caller's buffer from ending exactly there.
struct guarded_parser {
    alignas(std::max_align_t) unsigned char guard[alignof(std::max_align_t)] = {};
    js::basic_parser<json_tree_builder> parser;
    explicit guarded_parser(std::string_view text) : parser(strict(), text) {}

    static js::parse_options strict() noexcept {
        js::parse_options options;
        options.max_depth = json_limits::depth;
        options.allow_comments = false;
        options.allow_trailing_commas = false;
        options.allow_invalid_utf8 = true;  // first_invalid_utf8() has checked, and says where
        return options;
    }
};

status status_of(const js::error_code& ec) noexcept {
    if (ec == js::error::too_deep) return status::json_too_deep;
    if (ec == js::error::exponent_overflow) return status::json_number;
    return status::json_syntax;
}

void append_escaped(std::string& out, std::string_view key) {
    for (const char c : key) {
        if (c == '~') out += "~0";
        else if (c == '/') out += "~1";
        else out += c;
    }
}

void append_number(std::string& out, std::size_t number) {
    char digits[20];
    out.append(digits, std::to_chars(digits, digits + sizeof digits, number).ptr);
}

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t longest_key_shown = 64;

}  // namespace

result<json_document> json_document::parse(std::string_view text) {
    if (text.size() > json_limits::bytes) return error(status::too_large, {}, json_limits::bytes);
    if (text.empty()) return error(status::json_syntax, {}, 0);
    if (const auto bad = first_invalid_utf8(text); bad != std::string_view::npos)
        return error(status::json_not_utf8, {}, bad);

    const std::size_t start = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    guarded_parser guarded(text);
    json_tree_builder& builder = guarded.parser.handler();
    builder.skip(start);
    js::error_code ec;
    // One whole buffer in one call: the streaming interface of 1.81 overflows a stack buffer (upstream #876).
    const std::size_t used = start + guarded.parser.write_some(false, text.data() + start, text.size() - start, ec);
    if (builder.failure()) return error(builder.failure()->code, builder.failure()->path, builder.failure()->offset);
    if (ec) {
        const status code = status_of(ec);
        return error(code, {}, code == status::json_number ? builder.next_token() : used);
    }
    if (used != text.size()) return error(status::json_syntax, {}, used);
    return std::move(builder).finish();
}

std::string json_document::pointer_to(index target) const {
    std::string out;
    index at = 0;
    while (at != target) {
        const node& parent = nodes_[at];
        index child = at + 1;
        if (parent.kind == json_kind::array) {
            std::size_t number = 0;
            for (; nodes_[child].end <= target; child = nodes_[child].end) ++number;
            out += '/';
            append_number(out, number);
            at = child;
            continue;
        }
        while (nodes_[child + 1].end <= target) child = nodes_[child + 1].end;
        if (nodes_[child].text_size > longest_key_shown) return out;
        out += '/';
        append_escaped(out, text_of(child));
        if (child == target) return out;
        at = child + 1;
    }
    return out;
}

}  // namespace peersupport::exchange
