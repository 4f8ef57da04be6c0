// SPDX-License-Identifier: Apache-2.0
#include "batch.hpp"
#include "handles.hpp"
#include "peersupport/evidence/person_key.hpp"
#include "tally_handle.hpp"

#include <algorithm>
#include <memory>

namespace capi = peersupport::capi;

namespace {

using peersupport::status;
using peersupport::tally;

static_assert(sizeof(peersupport_tally_group) == 8 * sizeof(void*), "frozen");
static_assert(sizeof(peersupport_tally_options) == 16, "grows at its end only");
static_assert(sizeof(peersupport_tally_rows) == 8 + 6 * sizeof(void*), "grows at its end only");
static_assert(sizeof(peersupport_tally_cell) == 10 * sizeof(void*) + 40, "frozen");
static_assert(PEERSUPPORT_NO_GROUP == peersupport::no_group && PEERSUPPORT_NO_DAY == peersupport::no_day);
static_assert(PEERSUPPORT_COUNTED_BY_PERSON == static_cast<int>(peersupport::counted_by::person));
static_assert(PEERSUPPORT_COUNTED_BY_RESPONSE == static_cast<int>(peersupport::counted_by::response));

/// Gives out a new tally when `s` is ok.
int32_t give_tally(status s, tally&& made, peersupport_tally** into) {
    if (s == status::ok) *into = new peersupport_tally{std::move(made)};
    return capi::code_of(s);
}

std::string text_of(const peersupport_text& t) { return std::string(capi::view_of(t.data, t.size)); }

bool readable(const peersupport_text& t) noexcept { return capi::sized(t.data, t.size); }

bool readable(const peersupport_tally_rows& rows) noexcept {
    if (!capi::sized(rows.groups, rows.group_count)) return false;
    return std::all_of(rows.groups, rows.groups + rows.group_count, [](const peersupport_tally_group& g) {
        return readable(g.unit) && readable(g.wave) && readable(g.language) && readable(g.stratum);
    });
}

std::vector<peersupport::tally_key> keys_of(const peersupport_tally_rows& rows) {
    std::vector<peersupport::tally_key> keys;
    for (const peersupport_tally_group& g : std::span(rows.groups, rows.group_count))
        keys.push_back({"", text_of(g.unit), text_of(g.wave), text_of(g.language), text_of(g.stratum)});
    return keys;
}

template <class T>
std::span<const T> column(const T* data, size_t rows) noexcept {
    return {data, data ? rows : 0};
}

peersupport_tally_cell in_c(const peersupport::tally_cell& c) noexcept {
    const auto text = [](const std::string& s) { return peersupport_text{s.c_str(), s.size()}; };
    return {text(c.key.form),
            text(c.key.unit),
            text(c.key.wave),
            text(c.key.language),
            text(c.key.stratum),
            c.responses,
            static_cast<int64_t>(c.people.size()),
            c.worker_responses,
            static_cast<int64_t>(c.workers.size()),
            c.first_day,
            c.last_day};
}

}  // namespace

int32_t peersupport_tally_plan_create(const peersupport_instrument* instrument, const peersupport_text* forms,
                                      size_t form_count, const peersupport_tally_options* options,
                                      peersupport_tally_plan** plan, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!instrument || !plan || !capi::sized(forms, form_count)) return PEERSUPPORT_INVALID_ARGUMENT;
        if (options && !capi::known_size(options)) return PEERSUPPORT_BAD_STRUCT_SIZE;
        if (!std::all_of(forms, forms + form_count, [](const peersupport_text& t) { return readable(t); }))
            return PEERSUPPORT_INVALID_ARGUMENT;
        peersupport::tally_options asked;
        if (options) {
            if (options->counted_by != PEERSUPPORT_COUNTED_BY_PERSON &&
                options->counted_by != PEERSUPPORT_COUNTED_BY_RESPONSE)
                return PEERSUPPORT_INVALID_ARGUMENT;
            asked.counted_by = static_cast<peersupport::counted_by>(options->counted_by);
            asked.with_gram = options->without_gram == 0;
            asked.allow_unverified = options->allow_unverified != 0;
        }
        std::vector<std::string_view> ids;
        for (const peersupport_text& t : std::span(forms, form_count)) ids.push_back(capi::view_of(t.data, t.size));
        auto made = peersupport::tally_plan::compile(instrument->value, ids, asked);
        if (!made) return capi::report(made.problems(), error);
        *plan = new peersupport_tally_plan{std::move(made).value()};
        return PEERSUPPORT_OK;
    });
}

void peersupport_tally_plan_free(peersupport_tally_plan* plan) { delete plan; }

int32_t peersupport_person_key(const char* secret, size_t secret_size, const char* id, size_t id_size, uint64_t* key,
                               peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!capi::sized(secret, secret_size) || !capi::sized(id, id_size) || !key) return PEERSUPPORT_INVALID_ARGUMENT;
        *key = peersupport::person_key(capi::view_of(secret, secret_size), capi::view_of(id, id_size));
        return PEERSUPPORT_OK;
    });
}

int32_t peersupport_worker_key(const char* secret, size_t secret_size, const char* id, size_t id_size, uint64_t* key,
                               peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!capi::sized(secret, secret_size) || !capi::sized(id, id_size) || !key) return PEERSUPPORT_INVALID_ARGUMENT;
        *key = peersupport::worker_key(capi::view_of(secret, secret_size), capi::view_of(id, id_size));
        return PEERSUPPORT_OK;
    });
}

int32_t peersupport_tally_create(const peersupport_tally_plan* plan, uint64_t shard_high, uint64_t shard_low,
                                 peersupport_tally** made, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!plan || !made) return PEERSUPPORT_INVALID_ARGUMENT;
        return give_tally(status::ok, tally(plan->value, {shard_high, shard_low}), made);
    });
}

int32_t peersupport_tally_add(const peersupport_tally* to, const peersupport_tally_plan* plan, const char* form,
                              size_t form_size, const peersupport_column* columns, size_t column_count, size_t rows,
                              const peersupport_tally_rows* by, int32_t policy, peersupport_tally** made,
                              peersupport_invalid_report* report, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!to || !plan || !form || !by || !made) return PEERSUPPORT_INVALID_ARGUMENT;
        if (!capi::known_size(by)) return PEERSUPPORT_BAD_STRUCT_SIZE;
        if (!readable(*by)) return PEERSUPPORT_INVALID_ARGUMENT;
        const size_t place = plan->value.place_of({form, form_size});
        if (place == plan->value.header().forms.size()) return PEERSUPPORT_FORM_UNKNOWN;
        capi::batch batch(plan->value.form_plan(place), columns, column_count, rows, policy, report);
        if (batch.check() != status::ok) return capi::code_of(batch.check());
        const auto keys = keys_of(*by);
        const peersupport::tally_rows beside{keys,
                                             column(by->group, rows),
                                             column(by->person, rows),
                                             column(by->worker, rows),
                                             column(by->day, rows),
                                             by->skip_blank != 0};
        tally next = to->value;
        const int32_t code =
            batch.finish(next.add(plan->value, place, batch.of(), beside, batch.policy(), batch.found()), error);
        return code == PEERSUPPORT_OK ? give_tally(status::ok, std::move(next), made) : code;
    });
}

int32_t peersupport_tally_mark_simulated(const peersupport_tally* of, peersupport_tally** made,
                                         peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!of || !made) return PEERSUPPORT_INVALID_ARGUMENT;
        tally marked = of->value;
        marked.mark_simulated();
        return give_tally(status::ok, std::move(marked), made);
    });
}

int32_t peersupport_tally_is_simulated(const peersupport_tally* of) { return of && of->value.simulated() ? 1 : 0; }

int32_t peersupport_tally_merge(const peersupport_tally* a, const peersupport_tally* b, peersupport_tally** made,
                                peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!a || !b || !made) return PEERSUPPORT_INVALID_ARGUMENT;
        tally both = a->value;
        const status s = both.merge(b->value);
        return give_tally(s, std::move(both), made);
    });
}

int32_t peersupport_tally_write(const peersupport_tally* of, peersupport_string** bytes, peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!of || !bytes) return PEERSUPPORT_INVALID_ARGUMENT;
        *bytes = new peersupport_string{of->value.to_bytes()};
        return PEERSUPPORT_OK;
    });
}

int32_t peersupport_tally_read(const void* bytes, size_t size, size_t limit, peersupport_tally** made,
                               peersupport_error* error) {
    return capi::guarded(error, [=] {
        if (!bytes || !made) return PEERSUPPORT_INVALID_ARGUMENT;
        auto read =
            tally::from_bytes({static_cast<const char*>(bytes), size}, limit == 0 ? tally::default_limit : limit);
        if (!read) return capi::report(read.problems(), error);
        return give_tally(status::ok, std::move(read).value(), made);
    });
}

void peersupport_tally_free(peersupport_tally* of) { delete of; }

size_t peersupport_tally_cell_count(const peersupport_tally* of) { return of ? of->value.cells().size() : 0; }

size_t peersupport_tally_shard_count(const peersupport_tally* of) { return of ? of->value.shards().size() : 0; }

int32_t peersupport_tally_cell_at(const peersupport_tally* of, size_t index, peersupport_tally_cell* cell) {
    if (!of || !cell || index >= of->value.cells().size()) return PEERSUPPORT_INVALID_ARGUMENT;
    *cell = in_c(of->value.cells()[index]);
    return PEERSUPPORT_OK;
}
