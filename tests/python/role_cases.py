# SPDX-License-Identifier: Apache-2.0
"""What the tests of the role check share."""
from __future__ import annotations

import pytest

CANARY = "Zephyrine-Quux-424242"
LANGUAGES = pytest.mark.parametrize("language", ["en", "fr"])

POSTINGS = {
    "en": """Peer supporter, Maple Street drop-in

You give evening medication and search rooms when asked by staff.
You facilitate a weekly peer support group.
You meet with your supervisor every two weeks.

What you will not do:
- collect urine samples
- take part in restraint
""",
    "fr": """Paire aidante ou pair aidant, halte de la rue Érable

Vous distribuez les médicaments le soir et vous fouillez les chambres.
Vous animez un groupe d’entraide chaque semaine.

Ce que vous ne ferez pas :
- prélever des échantillons d’urine
- participer à la contention
""",
}
LOGS = {
    "en": [
        {"activity": "Met one-to-one with J., had a coffee and listened", "minutes": 60},
        {"activity": "Gave out evening medication", "minutes": 30},
        {"activity": "Emails", "minutes": 20, "code": "administration"},
        {"activity": "zzz", "minutes": 10},
    ],
    "fr": [
        {"activity": "Rencontre individuelle avec J., on a jasé et écouté", "minutes": 60},
        {"activity": "Distribué les médicaments du soir", "minutes": 30},
        {"activity": "Courriels", "minutes": 20, "code": "administration"},
        {"activity": "zzz", "minutes": 10},
    ],
}
