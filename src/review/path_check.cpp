// SPDX-License-Identifier: Apache-2.0
// How an issue raised by a peer reaches those who decide.
#include "review/programme_snapshot.hpp"
#include "review/rule_names.hpp"

#include <algorithm>
#include <utility>

namespace peersupport::review {

namespace {

using nodes = std::vector<std::size_t>;

/// Where an issue may go from where. The hub, networks, tables and agencies are nodes; positions lead only to
/// their networks and stay outside.
class issue_graph {
public:
    explicit issue_graph(const programme& of) : what_(of) {
        onward_.resize(1 + of.networks.size() + of.tables.size() + of.agencies.size());
        back_.resize(onward_.size());
        for (std::size_t i = 0; i < of.networks.size(); ++i)
            if (of.hub && of.networks[i].joins_hub) add(network(i), hub);
        for (std::size_t i = 0; i < of.tables.size(); ++i) {
            if (of.hub && of.tables[i].hub_takes_part) add(hub, table(i));
            for (const std::size_t sits : of.tables[i].agencies) add(agency(sits), table(i));
        }
        for (const programme_link& link : of.links) add(end(link.from), end(link.to));
    }

    [[nodiscard]] std::size_t network(std::size_t row) const noexcept { return 1 + row; }
    [[nodiscard]] std::size_t table(std::size_t row) const noexcept { return network(what_.networks.size()) + row; }

    /// Of each node: whether an issue comes from there to the target.
    [[nodiscard]] std::vector<bool> sources_of(std::size_t target) const {
        std::vector<bool> seen(back_.size());
        nodes queue{target};
        seen[target] = true;
        for (std::size_t i = 0; i < queue.size(); ++i)
            for (const std::size_t before : back_[queue[i]])
                if (!seen[before]) {
                    seen[before] = true;
                    queue.push_back(before);
                }
        return seen;
    }

    /// The shortest way from any of the starts; of several the first, by the order of the starts and the file.
    [[nodiscard]] nodes shortest(const nodes& starts, std::size_t target) const {
        constexpr std::size_t unseen = static_cast<std::size_t>(-1);
        std::vector<std::size_t> before(onward_.size(), unseen);
        nodes queue;
        const auto visit = [&](std::size_t node, std::size_t from) {
            if (before[node] != unseen) return;
            before[node] = from;
            queue.push_back(node);
        };
        for (const std::size_t start : starts) visit(start, start);
        for (std::size_t i = 0; i < queue.size() && before[target] == unseen; ++i)
            for (const std::size_t next : onward_[queue[i]]) visit(next, queue[i]);
        nodes way;
        for (std::size_t node = target; before[node] != unseen; node = before[node]) {
            way.push_back(node);
            if (before[node] == node) break;
        }
        std::reverse(way.begin(), way.end());
        return way;
    }

    [[nodiscard]] const std::string& id(std::size_t node) const noexcept {
        if (node == hub) return what_.hub->id;
        if (node < table(0)) return what_.networks[node - network(0)].id;
        if (node < agency(0)) return what_.tables[node - table(0)].id;
        return what_.agencies[node - agency(0)].id;
    }

private:
    static constexpr std::size_t hub = 0;

    [[nodiscard]] std::size_t agency(std::size_t row) const noexcept { return table(what_.tables.size()) + row; }
    [[nodiscard]] std::size_t end(const link_end& of) const noexcept {
        switch (of.kind) {
            case link_end_kind::hub: return hub;
            case link_end_kind::agency: return agency(of.row);
            case link_end_kind::network: return network(of.row);
            case link_end_kind::table: return table(of.row);
        }
        return hub;
    }
    void add(std::size_t from, std::size_t to) {
        onward_[from].push_back(to);
        back_[to].push_back(from);
    }

    const programme& what_;
    std::vector<nodes> onward_;
    std::vector<nodes> back_;
};

nodes starts_of(const issue_graph& graph, const programme_position& position) {
    nodes starts;
    for (const std::size_t network : position.networks) starts.push_back(graph.network(network));
    return starts;
}

path_report look_at(const programme_snapshot& at, const issue_graph& graph, std::size_t row) {
    const std::size_t target = graph.table(row);
    const std::vector<bool> reaches = graph.sources_of(target);
    path_report out;
    out.table = at.what.tables[row].id;
    out.connection = at.what.tables[row].connection;
    for (std::size_t i = 0; i < at.what.positions.size(); ++i) {
        if (!at.is_filled(i)) continue;
        const programme_position& position = at.what.positions[i];
        const bool reached = std::any_of(position.networks.begin(), position.networks.end(),
                                         [&](std::size_t n) { return reaches[graph.network(n)]; });
        if (!reached) {
            out.not_reached.push_back(position.id);
        } else if (++out.reached == 1) {
            out.path.push_back(position.id);
            for (const std::size_t node : graph.shortest(starts_of(graph, position), target))
                out.path.push_back(graph.id(node));
        }
    }
    return out;
}

}  // namespace

void check_paths(const programme_snapshot& at, finding_list& findings, programme_report& report) {
    const issue_graph graph(at.what);
    for (std::size_t i = 0; i < at.what.tables.size(); ++i) {
        const path_report& seen = report.paths.emplace_back(look_at(at, graph, i));
        if (seen.not_reached.empty() || at.kind_of(seen.connection) == constellation_kind::ring) continue;
        finding_draft draft({programme_member::tables, i});
        draft.id("table", seen.table)
            .ids("positions", seen.not_reached)
            .number("filled", static_cast<std::int64_t>(at.filled))
            .number("not_reached", static_cast<std::int64_t>(seen.not_reached.size()));
        findings.add(rules::issue_path_missing, std::move(draft));
    }
}

}  // namespace peersupport::review
