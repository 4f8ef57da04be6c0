# SPDX-License-Identifier: Apache-2.0
"""The note check: a help for the person who writes a note, never a watch on who writes."""
