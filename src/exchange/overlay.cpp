// SPDX-License-Identifier: Apache-2.0
#include "exchange/overlay.hpp"

#include <algorithm>

namespace peersupport::exchange {
namespace {

/// Makes one table after the other.
class overlay_application {
public:
    overlay_application(const overlay& what, definition_storage& storage, problem_list& problems)
        : what_(&what), storage_(&storage), problems_(&problems) {}

    void make(const table_description& table, const definition& base, definition_tables& out) const {
        const definition_table old(table, base.tables());
        const auto added = what_->added.find(table.id);
        const std::size_t room = old.size() + (added == what_->added.end() ? 0 : added->second.size());
        std::byte* const first = storage_->make_rows(table, room);
        std::size_t count = 0;
        for (std::size_t i = 0; i < old.size(); ++i) {
            if (what_->off.contains(old[i].id())) continue;
            keep_row(table, old[i], first + table.row_size * count++);
        }
        if (added != what_->added.end()) {
            for (const void* row : added->second) table.copy_row(first + table.row_size * count++, row);
        }
        table.assign(out, first, count);
    }

private:
    void keep_row(const table_description& table, const definition_row& from, void* to) const {
        table.copy_row(to, from.memory());
        if (const auto changes = what_->replaced.find(from.id()); changes != what_->replaced.end()) {
            for (const auto& [field, value] : changes->second) field->set(to, value);
        }
        for (const definition_field& field : table.fields) forget_rows(field, to);
    }

    /// Takes what is switched off out of a row's references.
    void forget_rows(const definition_field& field, void* row) const {
        if (field.kind == field_kind::reference) {
            const auto off = what_->off.find(field.get(row).string);
            if (off == what_->off.end()) return;
            if (field.required) problems_->add(status::row_in_use, off->second);
            field.set(row, {});
        }
        if (field.kind != field_kind::references) return;
        const std::span<const std::string_view> list = field.get(row).list;
        const auto first_off = std::ranges::find_if(list, [&](auto id) { return what_->off.contains(id); });
        if (first_off == list.end()) return;
        std::vector<std::string_view> left;
        for (const std::string_view id : list)
            if (!what_->off.contains(id)) left.push_back(id);
        if (left.empty() && field.required)
            problems_->add(status::row_in_use, what_->off.find(*first_off)->second);
        const bool given = !left.empty();
        field.set(row, {.list = storage_->keep(std::move(left)), .given = given});
    }

    const overlay* what_;
    definition_storage* storage_;
    problem_list* problems_;
};

}  // namespace

definition_tables apply(const overlay& what, const definition& base, definition_storage& storage,
                        problem_list& problems) {
    definition_tables out;
    const overlay_application applying(what, storage, problems);
    for (const table_description& table : table_descriptions()) applying.make(table, base, out);
    return out;
}

overlay_changes changes_of(const overlay& what, definition_storage& storage) {
    std::vector<std::string_view> added;
    std::vector<std::string_view> replaced;
    std::vector<std::string_view> off;
    for (const auto& [table, rows] : what.added) {
        const table_description* its = find_table_description(table);
        for (const void* row : rows) added.push_back(its->id_of(row));
    }
    std::ranges::sort(added);
    for (const auto& [id, fields] : what.replaced) replaced.push_back(id);
    for (const auto& [id, at] : what.off) off.push_back(id);
    return {storage.keep(std::move(added)), storage.keep(std::move(replaced)), storage.keep(std::move(off))};
}

}  // namespace peersupport::exchange
