# SPDX-License-Identifier: Apache-2.0
"""One shard counted in parts: threads, repeated tasks, trees of any shape."""
from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import peersupport as ps
import pytest
import scale_cases as cases
from peersupport._instrument import plan as compile_plan
from peersupport._tally_parts import Job, Part, beside, finished, joined


@pytest.fixture(scope="module")
def frame():
    return cases.answers()


@pytest.fixture(scope="module")
def expected(frame):
    return cases.expected(frame)


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("way", cases.WAYS)
def test_any_cut_and_tree_gives_the_bytes_of_one_process(frame, expected, way, seed):
    chance = np.random.default_rng(seed)
    job = pickle.loads(pickle.dumps(Job("integrity-survey", **_apart(cases.WAYS[way]))))
    pieces = cases.cuts(frame, seed, by=job.person)
    tasks = [*enumerate(pieces), *list(enumerate(pieces))[:2]]  # two run again
    with ThreadPoolExecutor(2) as pool:
        parts = list(pool.map(lambda task: job.part(*task), [tasks[i] for i in chance.permutation(len(tasks))]))
    assert finished(job, parts).to_bytes() == expected[way]
    apart = {part.numbers: part for part in parts}
    bunches = [list(apart.values())[i::3] for i in range(3)]
    tree = [joined(bunch) for bunch in bunches if bunch]
    assert finished(job, [*tree, tree[0]]).to_bytes() == expected[way]


def _apart(options):
    rest = dict(options)
    return {"shard": rest.pop("shard"), "options": rest}


def test_nothing_at_all_is_the_tally_of_no_row():
    job = Job("integrity-survey", "s", {})
    assert finished(job, []) == finished(job, [job.part(3, iter(()))])
    assert finished(job, []).responses == 0 and finished(job, []).shards == 1


def test_data_that_changed_while_it_was_counted_is_refused(frame):
    job = Job("integrity-survey", "s", {})
    first, other = job.part(0, frame.head(5)), job.part(0, frame.head(6))
    with pytest.raises(ps.Error) as refused:
        joined([first, other])
    assert refused.value.code == "SHARD_REPEATED"
    with pytest.raises(ps.Error) as refused:
        joined([joined([first, job.part(1, frame.head(2))]), first])
    assert refused.value.code == "SHARD_REPEATED"


def test_what_is_wrong_in_a_part_is_told_without_its_content(frame):
    job = Job("integrity-survey", "s", {})
    wrong = job.part(7, frame.head(3).assign(**{"hope-possibility": 4242}))
    assert isinstance(wrong, Part) and wrong.error is not None
    with pytest.raises(ps.Error) as refused:
        finished(job, [job.part(1, frame.head(2)), wrong])
    assert refused.value.code == "INVALID_CODE" and "partition 7" in str(refused.value)
    assert "4242" not in str(refused.value)


def test_a_person_is_never_joined_to_a_score_of_a_service():
    plan = compile_plan(ps.instrument("integrity-survey"), "person", False)
    assert beside(plan, None, ["x", "wave", "person_id", "unit"]) == ["unit", "wave"]
    for column in ("person_id", "response_id", "date", "file_number"):
        with pytest.raises(ps.Error) as refused:
            beside(plan, [column], [column])
        assert refused.value.code == "IDENTIFIER_REFUSED"


def test_what_cannot_travel_is_refused():
    for option in ({"definition": ps.definition}, {"series": []}):
        with pytest.raises(ps.Error) as refused:
            Job("integrity-survey", "s", option)
        assert refused.value.code == "INVALID_ARGUMENT"
