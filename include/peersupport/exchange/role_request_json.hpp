// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/review/role_description.hpp"
#include "peersupport/text/result.hpp"
#include "peersupport/text/wiped_string.hpp"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace peersupport {

/// A job description or an activity log, read from JSON; keeps the characters that its views show. They are overwritten
/// before their memory is given back.
class role_request {
public:
    struct section {
        wiped_string name, text;  ///< a list of texts has a line for each, with a bullet
    };
    struct activity {
        wiped_string activity, code;
        std::int64_t minutes = 0;
    };

    wiped_string text;
    wiped_vector<section> sections;
    wiped_vector<activity> activities;
    std::optional<language> written_in;
    wiped_string role = "peer-supporter";

    /// Views of this request, good as long as it is there and does not change.
    [[nodiscard]] role_description what();

private:
    std::vector<role_section> section_views_;
    std::vector<role_activity> activity_views_;
};

/// Reads {"format": "peersupport-role-description-1", "text", "sections", "activities", …} (docs/schema/role-description-1.schema.json)
/// from UTF-8 bytes. Errors: every problem at once with code, byte offset and JSON pointer, which holds names of members
/// only where the format has them; syntax errors, duplicate keys, bad UTF-8 and limits (16 MiB) end reading at the first.
/// Never a word of the text. Throws std::bad_alloc only.
[[nodiscard]] result<role_request> read_role_request(std::string_view json);

}  // namespace peersupport
