// SPDX-License-Identifier: Apache-2.0
#include "definition_objects.hpp"

#include "peersupport/evidence/tally.hpp"
#include "peersupport/exchange/integrity_json.hpp"

namespace peersupport::python {
namespace {

template <class Make>
std::string made_without_lock(Make make) {
    auto made = [&] {
        const py::gil_scoped_release others;
        return make();
    }();
    return value_or_raise(std::move(made));
}

using of_tally = result<std::string> (*)(const tally&, const instrument&, const definition&, std::string_view);
using of_answers = result<std::string> (*)(const instrument&, const definition&, std::string_view);

/// (tally, instrument, definition, JSON) -> JSON
std::string with_tally(const py::args& args, const char* entry, of_tally make) {
    check_count(args, 4, entry);
    const auto& of = argument<const tally&>(args, 0, entry);
    const auto by = argument<std::shared_ptr<instrument>>(args, 1, entry);
    const definition_pointer against = argument<definition_object>(args, 2, entry).of;
    const std::string_view request = json_of(args[3], entry);
    return made_without_lock([&] { return make(of, *by, *against, request); });
}

/// (instrument, definition, JSON with answers) -> JSON
std::string with_answers(const py::args& args, const char* entry, of_answers make) {
    check_count(args, 3, entry);
    const auto by = argument<std::shared_ptr<instrument>>(args, 0, entry);
    const definition_pointer against = argument<definition_object>(args, 1, entry).of;
    const std::string_view request = json_of(args[2], entry);
    return made_without_lock([&] { return make(*by, *against, request); });
}

}  // namespace

void bind_integrity(py::module_& m) {
    m.def(
        "assess_integrity",
        [](const py::args& args) { return with_tally(args, "assess_integrity", assess_integrity_json); },
        "assess_integrity(tally, instrument, definition, request) -> the integrity profile as JSON");
    m.def(
        "integrity_snapshot",
        [](const py::args& args) { return with_tally(args, "integrity_snapshot", take_snapshot_json); },
        "integrity_snapshot(tally, instrument, definition, request) -> the state of the wave as JSON, private");
    m.def(
        "assess_integrity_answers",
        [](const py::args& args) { return with_answers(args, "assess_integrity_answers", assess_integrity_json); },
        "assess_integrity_answers(instrument, definition, request with answers) -> the integrity profile as JSON");
    m.def(
        "integrity_snapshot_answers",
        [](const py::args& args) { return with_answers(args, "integrity_snapshot_answers", take_snapshot_json); },
        "integrity_snapshot_answers(instrument, definition, request with answers) -> the state of the wave as JSON");
}

}  // namespace peersupport::python
