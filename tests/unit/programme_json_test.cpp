// SPDX-License-Identifier: Apache-2.0
#include "programme_case.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using namespace peersupport;
using namespace peersupport::unit;

namespace {

std::string example(const std::string& name) {
    return file_text(std::filesystem::path(PEERSUPPORT_SOURCE_DIR) / "examples/programme" / name);
}

/// The smallest programme: one region, nothing else.
constexpr const char* small =
    R"({"format": "peersupport-programme-1", "id": "small", "period": {"from": "2026-01-01", "to": "2026-06-30"},)"
    R"( "regions": [{"id": "valley"}], "agencies": [], "positions": [], "supervisors": [], "networks": [], "tables": []})";

std::string list_of(const error& problems) {
    std::string out;
    for (const problem& p : problems.problems) out.append(status_name(p.code)).append(" ").append(p.path).append("\n");
    return out;
}

struct refusal {
    replacements changes;
    status code;
    const char* path;
};

/// That the changed text has this one problem, at the ^ when there is one.
void expect_only(const std::string& base, const refusal& each) {
    const marked_text input = changed(base, each.changes);
    const auto read = read_programme(input.text, canonical());
    ASSERT_FALSE(read) << each.path;
    const error& found = read.problems();
    EXPECT_EQ(found.total, 1U) << each.path << " expected, found\n" << list_of(found);
    EXPECT_EQ(found.problems.at(0).code, each.code) << list_of(found);
    EXPECT_EQ(found.problems.at(0).path, each.path);
    EXPECT_TRUE(input.mark == problem::no_offset || found.problems.at(0).offset == input.mark) << each.path;
}

/// An array in an array of that name becomes this.
replacements put(const char* list, const char* content) {
    return {{std::string("\"") + list + "\": []", std::string("\"") + list + "\": [" + content + "]"}};
}

}  // namespace

TEST(programme_json, reads_the_smallest_programme) {
    const auto read = read_programme(small, canonical());
    ASSERT_TRUE(read) << list_of(read.problems());
    EXPECT_EQ(read->id, "small");
    EXPECT_EQ(read->period, (programme_period{{2026, 1, 1}, {2026, 6, 30}}));
    EXPECT_TRUE(read->name.empty());
    EXPECT_FALSE(read->definition || read->hub || read->funder || read->funding_framework || read->baseline ||
                 read->evaluation);
}

TEST(programme_json, reads_every_member) {
    const auto read = read_programme(example("clean-network.json"), canonical());
    ASSERT_TRUE(read) << list_of(read.problems());
    EXPECT_EQ(read->name.fr, "Réseau de soutien par les pairs de la Vallée");
    EXPECT_EQ(read->definition, (definition_citation{"1.3.0", ""}));
    EXPECT_EQ(read->funder->id, "valley-funder");
    EXPECT_EQ(read->funding_framework->positions.at(1), (funding_line{1, 2, ""}));
    EXPECT_EQ(read->funding_framework->system_leads, 1);
    EXPECT_EQ(read->hub->host, 0U);
    EXPECT_EQ(read->hub->leads, 1);
    EXPECT_EQ(read->agencies.at(1).setting, "setting-peer-run-csi");
    EXPECT_EQ(read->agencies.at(1).core_elements, (texts{"core-social-activities", "core-advocacy-services"}));
    const programme_position& position = read->positions.at(3);
    EXPECT_EQ(position.agency, 1U);
    EXPECT_EQ(position.role, "role-peer-supporter");
    EXPECT_TRUE(position.funded);
    EXPECT_EQ(position.started, day(2025, 9, 8));
    EXPECT_EQ(position.supervisor, 1U);
    EXPECT_EQ(position.networks, (std::vector<std::size_t>{0}));
    EXPECT_EQ(position.training.at(0), (training_record{"train-foundations", day(2025, 11, 21)}));
    EXPECT_EQ(read->networks.at(1).connection, "connection-supervisor-network");
    EXPECT_EQ(read->networks.at(1).meetings->size(), 6U);
    EXPECT_EQ(read->tables.at(0).agencies, (std::vector<std::size_t>{0, 1}));
    EXPECT_EQ(read->baseline->perspectives, (texts{"person", "peer-supporter"}));
    EXPECT_EQ(read->evaluation->integrity.at(0).known, day(2026, 3, 30));
    EXPECT_EQ(read->improvement.at(0).change_idea, "ci-notes-guide");
    EXPECT_EQ(read->improvement.at(0).decision, cycle_decision::adopt);
}

TEST(programme_json, meetings_that_are_absent_are_not_meetings_that_were_not_held) {
    const auto text = changed(small, put("networks", R"({"id": "a", "connection": "peer-network", "joins_hub": true},)"
                                                     R"( {"id": "b", "connection": "connection-peer-network",)"
                                                     R"( "joins_hub": false, "meetings": []})"));
    const auto read = read_programme(text.text, canonical());
    ASSERT_TRUE(read) << list_of(read.problems());
    EXPECT_FALSE(read->networks.at(0).meetings);
    EXPECT_TRUE(read->networks.at(1).meetings && read->networks[1].meetings->empty());
    EXPECT_EQ(read->networks[0].connection, read->networks[1].connection);
}

TEST(programme_json, the_examples_hold_what_they_promise) {
    const auto clean_one = read_programme(example("clean-network.json"), canonical());
    EXPECT_TRUE(check_programme(*clean_one, canonical(), last_day)->findings.empty());
    const auto lakeshore = read_programme(example("lakeshore-network.json"), canonical());
    ASSERT_TRUE(lakeshore) << list_of(lakeshore.problems());
    const auto report = check_programme(*lakeshore, canonical(), day(2017, 12, 31));
    texts found;
    for (const finding& f : report->findings) found.push_back(f.rule);
    EXPECT_EQ(found, (texts{"rule-meetings-rare", "rule-core-skills-late", "rule-supervision-training-missing",
                            "rule-core-element-uncovered", "rule-position-vacant"}));
    EXPECT_EQ(report->counts.agencies, 11U);
    EXPECT_EQ(report->counts.positions, 42U);
    EXPECT_EQ(report->connections.at(0).parts.at(0).missed, (std::vector<date>{day(2017, 7, 1), day(2017, 8, 1)}));
    EXPECT_EQ(report->evaluation.order, evaluation_order::integrity_first);
}

TEST(programme_json, says_what_is_wrong_and_where) {
    const std::string text = small;
    const std::vector<refusal> all{
        {{{"programme-1\"", "programme-2\""}, {"\"peersupport", "^\"peersupport"}},
         status::format_unsupported,
         "/format"},
        {{{"\"id\": \"small\", ", ""}}, status::field_missing, "/id"},
        {{{"\"small\"", "^\"Small\""}}, status::id_malformed, "/id"},
        {{{"\"small\"", "^7"}}, status::field_type, "/id"},
        {{{"\"valley\"", "^\"small\""}}, status::id_duplicate, "/regions/0/id"},
        {{{"[{\"id\": \"valley\"}]", "^[]"}}, status::field_value, "/regions"},
        {{{", \"tables\": []", ""}}, status::field_missing, "/tables"},
        {{{"\"tables\": []", "\"tables\": ^{}"}}, status::field_type, "/tables"},
        {{{"\"tables\"", "^\"people\": [], \"tables\""}}, status::field_unknown, "/people"},
        {{{"\"id\": \"valley\"", "\"id\": \"valley\", ^\"phone\": 1"}}, status::field_unknown, "/regions/0/phone"},
        {{{"\"2026-01-01\"", "^\"2026-1-1\""}}, status::date_malformed, "/period/from"},
        {{{"\"2026-06-30\"", "^\"2026-06-31\""}}, status::date_out_of_range, "/period/to"},
        {{{"\"2026-06-30\"", "^\"2025-12-31\""}}, status::date_out_of_range, "/period/to"},
        {{{"\"2026-06-30\"", "^\"2176-01-01\""}}, status::too_large, "/period/to"},
        {{{"\"period\"", "\"name\": {\"en\": \"x\"}, \"period\""}}, status::translation_missing, "/name/fr"},
        {{{"\"period\"", "\"definition\": {\"version\": ^\"1.1\"}, \"period\""}},
         status::field_value,
         "/definition/version"},
        {{{"\"period\"", "\"definition\": {\"version\": \"1.3.0\", \"digest\": ^\"0F\"}, \"period\""}},
         status::field_value,
         "/definition/digest"},
        {{{"\"period\"", "\"hub\": {\"id\": \"h\", \"host\": ^\"valley\"}, \"period\""}},
         status::reference_unknown,
         "/hub/host"},
        {{{"\"period\"", "\"hub\": {\"id\": \"h\", \"leads\": ^-1}, \"period\""}}, status::field_value, "/hub/leads"},
        {{{"\"period\"", "\"links\": [{\"from\": ^\"valley\", \"to\": \"h\"}], \"hub\": {\"id\": \"h\"}, \"period\""}},
         status::reference_unknown,
         "/links/0/from"},
        {{{"\"period\"", "\"links\": [{\"from\": \"h\", \"to\": ^\"h\"}], \"hub\": {\"id\": \"h\"}, \"period\""}},
         status::field_value,
         "/links/0/to"},
        {put("networks", R"({"id": "n", "connection": ^"planning-table", "joins_hub": true})"), status::field_value,
         "/networks/0/connection"},
        {put("tables", R"({"id": "n", "connection": ^"peer-network", "hub_takes_part": true})"), status::field_value,
         "/tables/0/connection"},
        {put("networks", R"({"id": "n", "connection": ^"no-such", "joins_hub": true})"), status::reference_unknown,
         "/networks/0/connection"},
        {{{"\"period\"",
           "\"baseline\": {\"date\": \"2026-01-01\", \"perspectives\": [\"person\", ^\"person\"]}, \"period\""}},
         status::id_duplicate,
         "/baseline/perspectives/1"},
    };
    for (const refusal& each : all) expect_only(text, each);
}

TEST(programme_json, says_what_is_wrong_with_positions_evaluation_and_improvement) {
    const std::string text = example("clean-network.json");
    const std::string first = R"("started": "2025-09-08", "supervisor": "sup-valley", "networks": ["valley-peers"])";
    const std::vector<refusal> all{
        {{{first, R"("started": "2025-09-08", "vacant_since": ^"2026-01-01", "networks": [])"}},
         status::field_value,
         "/positions/0/vacant_since"},
        {{{first, R"("supervisor": "sup-valley", "networks": ["valley-peers"])"}},
         status::field_missing,
         "/positions/0/started"},
        {{{first, R"("started": "2025-09-08", "supervisor": ^"valley-2", "networks": ["valley-peers"])"}},
         status::reference_unknown,
         "/positions/0/supervisor"},
        {{{first, R"("started": "2025-09-08", "networks": ["valley-peers", ^"valley-peers"])"}},
         status::id_duplicate,
         "/positions/0/networks/1"},
        {{{"\"role\": \"peer-supporter\"", "\"role\": ^\"peer\""}}, status::reference_unknown, "/positions/0/role"},
        {{{"\"role\": \"peer-supporter\"", "\"role\": \"peer-supporter\", ^\"name\": \"x\""}},
         status::field_unknown,
         "/positions/0/name"},
        {{{"\"core_elements\": [\"support-groups\"",
           "\"core_elements\": [\"core-support-groups\", ^\"support-groups\""}},
         status::id_duplicate,
         "/agencies/0/core_elements/1"},
        {{{"\"known\": \"2026-03-30\"", "\"known\": ^\"2026-02-01\""}},
         status::date_out_of_range,
         "/evaluation/integrity/0/known"},
        {{{"\"decided\": \"2026-06-15\"", "\"decided\": ^\"2026-04-12\""}},
         status::date_out_of_range,
         "/improvement/0/decided"},
        {{{", \"decision\": \"adopt\"", ""}}, status::field_missing, "/improvement/0/decision"},
        {{{"\"decided\": \"2026-06-15\", ", ""}}, status::field_missing, "/improvement/0/decided"},
        {{{"\"adopt\"", "^\"keep\""}}, status::field_value, "/improvement/0/decision"},
        {{{"\"count\": 3", "\"count\": ^3.5"}}, status::field_type, "/funding_framework/positions/0/count"},
    };
    for (const refusal& each : all) expect_only(text, each);
}

TEST(programme_json, reports_everything_at_once_in_the_order_of_the_file) {
    const marked_text text = changed(small, {{"\"small\"", "\"Small\""},
                                             {"2026-01-01", "2026-13-01"},
                                             {"\"id\": \"valley\"", "\"extra\": 1"},
                                             {"\"networks\": []", "\"networks\": 3"},
                                             {"\"agencies\": []", R"("agencies": [{"id": "a", "region": "b"}])"}});
    const auto read = read_programme(text.text, canonical());
    ASSERT_FALSE(read);
    EXPECT_EQ(
        list_of(read.problems()),
        "ID_MALFORMED /id\nDATE_OUT_OF_RANGE /period/from\nFIELD_MISSING /regions/0/id\nFIELD_UNKNOWN "
        "/regions/0/extra\nFIELD_MISSING /agencies/0/setting\nFIELD_MISSING /agencies/0/core_elements\nFIELD_MISSING "
        "/agencies/0/service_forms\nREFERENCE_UNKNOWN /agencies/0/region\nFIELD_TYPE /networks\n");
}

TEST(programme_json, a_file_cut_off_anywhere_is_refused) {
    std::string text = example("clean-network.json");
    while (text.back() != '}') text.pop_back();
    for (std::size_t size = 0; size < text.size(); ++size)
        ASSERT_FALSE(read_programme(std::string_view(text).substr(0, size), canonical())) << size;
    EXPECT_TRUE(read_programme(text, canonical()));
}

TEST(programme_json, a_byte_changed_anywhere_is_refused_or_checked) {
    const std::string text = example("clean-network.json");
    for (std::size_t at = 0; at < text.size(); ++at)
        for (const char other : {'"', '0', '}', 'x'}) {
            std::string broken = text;
            broken[at] = other;
            const auto read = read_programme(broken, canonical());
            EXPECT_TRUE(read || !read.problems().problems.empty());
            if (read) (void)check_programme(*read, canonical(), last_day);
        }
}

TEST(programme_json, the_same_programme_gives_the_same_bytes) {
    const std::string text = example("lakeshore-network.json");
    std::string first;
    for (int round = 0; round < 3; ++round) {
        const auto read = read_programme(text, canonical());
        const std::string written = write_programme_report(*check_programme(*read, canonical(), day(2017, 12, 31)));
        if (round == 0) first = written;
        EXPECT_EQ(written, first);
    }
    EXPECT_TRUE(first.starts_with("{\n  \"format\": \"peersupport-programme-report-1\",\n  \"definition\": {"));
    EXPECT_NE(first.find("\"place\": \"/positions/24\""), std::string::npos);
    EXPECT_NE(first.find("\"missed\": [\"2017-07-01\", \"2017-08-01\"]"), std::string::npos);
    EXPECT_NE(first.find("\"order\": \"integrity-first\""), std::string::npos);
    EXPECT_NE(first.find("\"met\": null"), std::string::npos);
    EXPECT_EQ(first.find("overlay"), std::string::npos);
}

TEST(programme_json, a_report_names_the_overlay_and_says_what_it_cannot_say) {
    definition_identity identity = canonical().identity();
    identity.overlay_id = "valley-words";
    identity.overlay_version = "2.0.0";
    identity.overlay_digest = "abc";
    const definition laid_over(identity, canonical().tables());
    const auto read = read_programme(small, laid_over);
    const std::string written = write_programme_report(*check_programme(*read, laid_over, last_day));
    EXPECT_NE(written.find("\"overlay\": {\n      \"id\": \"valley-words\",\n      \"version\": \"2.0.0\""),
              std::string::npos);
    for (const char* unknown : {"\"funding\": null", "\"system_leads\": null", "\"baseline\": null", "\"gap\": null"})
        EXPECT_NE(written.find(unknown), std::string::npos) << unknown;
}
