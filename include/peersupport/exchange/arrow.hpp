// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "peersupport/exchange/arrow_abi.h"
#include "peersupport/scoring/answers.hpp"
#include "peersupport/text/result.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace peersupport {

namespace exchange {
struct arrow_state;
}

/// Rows that lie together in memory: one column for each item asked for.
struct answer_chunk {
    std::size_t rows = 0;
    std::vector<answer_column> columns;
    std::vector<std::shared_ptr<const float[]>> widened;  ///< half-floats, made wider; `columns` point here
};

/// One column of a received table that is passed on as it is, such as an id. Keeps the table alive.
class arrow_column {
public:
    [[nodiscard]] std::string_view name() const noexcept;
    [[nodiscard]] std::string_view format() const noexcept;  ///< the standard's format string
    [[nodiscard]] std::size_t rows() const noexcept;
    [[nodiscard]] std::size_t chunk_count() const noexcept;
    [[nodiscard]] std::size_t chunk_rows(std::size_t chunk) const noexcept;
    /// The array of a chunk and the offset to add to its own; owned by the table.
    [[nodiscard]] std::pair<const ArrowArray*, std::int64_t> chunk(std::size_t at) const noexcept;

private:
    friend class arrow_table;
    arrow_column(std::shared_ptr<const exchange::arrow_state> of, std::size_t at) noexcept
        : of_(std::move(of)), at_(at) {}
    std::shared_ptr<const exchange::arrow_state> of_;
    std::size_t at_;
};

/// A table received through the Arrow C interfaces. Owns what the producer handed over, releases it when the
/// last copy goes. Sizes, counts and pointers are checked once, here; that the pointers lead to memory of
/// the announced size is the producer's promise. Immutable; copying shares.
class arrow_table {
public:
    /// Takes the whole stream. `from` is released also when an error is returned.
    /// Errors: arrow_invalid (path: the chunk), out_of_memory.
    [[nodiscard]] static result<arrow_table> from_stream(ArrowArrayStream* from);
    /// Takes one struct array. Both are released also when an error is returned.
    [[nodiscard]] static result<arrow_table> from_array(ArrowSchema* schema, ArrowArray* array);

    [[nodiscard]] std::size_t rows() const noexcept;
    [[nodiscard]] std::size_t column_count() const noexcept;
    [[nodiscard]] std::string_view column_name(std::size_t at) const noexcept;

    /// The named columns as answers, chunk by chunk, in the order of `names`. Numbers, booleans, half-floats
    /// and all-null columns are read; the chunks borrow from this table.
    /// Errors, all at once, path "/<name>": column_missing, column_duplicate, column_type (text, dates,
    /// dictionaries, nested), arrow_invalid.
    [[nodiscard]] result<std::vector<answer_chunk>> answers(std::span<const std::string> names) const;
    /// One column to pass on. Errors: column_missing, column_duplicate, column_type (nested, dictionary).
    [[nodiscard]] result<arrow_column> column(std::string_view name) const;

private:
    friend class arrow_batches;
    explicit arrow_table(std::shared_ptr<const exchange::arrow_state> s) noexcept : state_(std::move(s)) {}
    std::shared_ptr<const exchange::arrow_state> state_;
};

/// A stream read one batch at a time, so that memory is bounded by the batch.
class arrow_batches {
public:
    /// Takes the stream; errors as arrow_table::from_stream.
    [[nodiscard]] static result<arrow_batches> open(ArrowArrayStream* from);
    arrow_batches(arrow_batches&&) noexcept = default;
    arrow_batches& operator=(arrow_batches&&) noexcept = default;
    /// The next batch as a table of one chunk; a table without chunks at the end.
    [[nodiscard]] result<arrow_table> next();

private:
    explicit arrow_batches(std::shared_ptr<ArrowArrayStream> s) noexcept : stream_(std::move(s)) {}
    std::shared_ptr<ArrowArrayStream> stream_;
};

/// How the values of a score column are stored.
enum class score_cell : std::uint8_t { f32, f64 };

/// One scale's scores as they are written: contiguous values and reasons. A value is null where its reason
/// is not scored.
struct score_field {
    std::string name;
    score_cell type = score_cell::f64;
    const void* values = nullptr;
    const std::uint8_t* reasons = nullptr;
};

/// A table of scores to hand on. Columns: the passed-on ones, each scale's values under its id (nullable),
/// each scale's reason under "<id>.reason" (dictionary of the reasons' ids).
struct score_table {
    std::size_t rows = 0;
    std::vector<arrow_column> kept;  ///< each of `rows` rows, all cut into the same chunks
    std::vector<score_field> fields;
    std::vector<std::pair<std::string, std::string>> metadata;
    std::shared_ptr<const void> owner;  ///< keeps the memory of `fields` alive
};

/// Writes a stream over the table: one batch, or one for each chunk of the kept columns. Values are not
/// copied. `into` is the consumer's; every array keeps the table alive until it is released.
/// Returns ok or shape_mismatch. Throws std::bad_alloc only.
status write_scores(std::shared_ptr<const score_table> from, ArrowArrayStream* into);

}  // namespace peersupport
