# SPDX-License-Identifier: Apache-2.0
"""The definition as people read it: rows in words, pages, printed cards. Only pages and cards need jinja2."""
