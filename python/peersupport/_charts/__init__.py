# SPDX-License-Identifier: Apache-2.0
"""Charts: each is written once, as a Vega-Lite specification, and drawn from it."""
