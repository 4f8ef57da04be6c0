// SPDX-License-Identifier: Apache-2.0
#include "note_threads.hpp"

#include <algorithm>
#include <atomic>
#include <exception>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace peersupport::python {
namespace {

constexpr std::size_t block_rows = 256;  // small, so that long notes do not leave one thread to work alone

struct block {
    note_batch found;
    error wrong;
};

/// What threads take blocks from.
class work {
public:
    work(const rule_set& rules, std::span<const note_cell> cells, const note_batch_options& options)
        : rules_(rules), cells_(cells), options_(options), blocks_((cells.size() + block_rows - 1) / block_rows) {}

    [[nodiscard]] std::vector<block>& blocks() noexcept { return blocks_; }
    [[nodiscard]] const std::exception_ptr& thrown() const noexcept { return thrown_; }

    /// Takes blocks until there are none; what is thrown stops all and is kept.
    void take() noexcept {
        try {
            note_checker checker(rules_);
            for (std::size_t at = next_++; at < blocks_.size(); at = next_++) run(checker, at);
        } catch (...) {
            next_ = blocks_.size();
            if (!failed_.exchange(true)) thrown_ = std::current_exception();
        }
    }

private:
    void run(note_checker& checker, std::size_t at) {
        const std::size_t first = at * block_rows;
        const auto rows = cells_.subspan(first, std::min(block_rows, cells_.size() - first));
        blocks_[at].wrong = check_notes(checker, rows, first, options_, blocks_[at].found);
    }

    const rule_set& rules_;
    std::span<const note_cell> cells_;
    const note_batch_options& options_;
    std::vector<block> blocks_;
    std::atomic<std::size_t> next_{0};
    std::atomic<bool> failed_{false};
    std::exception_ptr thrown_;
};

void run(work& all, std::size_t threads) {
    std::vector<std::thread> others;
    try {
        while (others.size() + 1 < std::min(threads, all.blocks().size())) others.emplace_back([&all] { all.take(); });
    } catch (const std::system_error&) {  // the system gives no more threads: those that are there do the work
    } catch (const std::bad_alloc&) {
    }
    all.take();
    for (std::thread& other : others) other.join();
}

}  // namespace

note_batch check_side_by_side(const rule_set& rules, std::span<const note_cell> cells, const note_batch_options& options, std::size_t threads, error& wrong) {
    work all(rules, cells, options);
    run(all, threads);
    if (all.thrown()) std::rethrow_exception(all.thrown());
    note_batch together;
    for (block& each : all.blocks()) {
        for (const problem& p : each.wrong.problems) wrong.add(p.code, p.path, p.offset);
        wrong.total += each.wrong.total - each.wrong.problems.size();
        together.append(each.found);
        each.found = {};
    }
    return together;
}

}  // namespace peersupport::python
