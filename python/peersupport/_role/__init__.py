# SPDX-License-Identifier: Apache-2.0
"""The role check: job descriptions and activity logs held against a role."""
