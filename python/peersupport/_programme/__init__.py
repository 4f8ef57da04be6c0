# SPDX-License-Identifier: Apache-2.0
"""The programme check: a program held against the rules of a definition, and its report as rows, text, page, picture."""
