// SPDX-License-Identifier: Apache-2.0
// A tally as bytes, version 2. u8, u32, u64: little-endian. number: whole, of either sign, in as few bytes as it takes
// (byte_writer::put_number). A text and a list have their size in front, as u32.
//
//   mark, u32 version
//   header    texts instrument id, version, digest, definition version, digest; u8 counted by, u8 with gram;
//             forms: id, u8 perspective; items: id, count, numbers codes, points; scales: id, u32 places of items,
//             numbers numerator and denominator of the lowest score and of the highest
//   u8        whether simulated answers are among what was counted
//   shards    u64 high, u64 low
//   cells     u32 form; texts unit, wave, language, stratum; number responses; u64 people; number of responses
//             that name a worker; u64 workers; numbers first and last day; an item: number of each code, then of does-not-apply,
//             declined, blank, invalid; a scale: number of each reason, then bins: numbers answered, numerator,
//             denominator, people; with gram: its numbers
//   series    texts unit, series, period; numbers events, of
//   SHA-256 of all before it, 64 hexadecimal digits: damage is found, whatever it hits
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace peersupport::evidence {

inline constexpr std::string_view tally_mark{"PSTALLY\0", 8};
inline constexpr std::uint32_t tally_version = 2;
inline constexpr std::size_t digest_size = 64;

}  // namespace peersupport::evidence
