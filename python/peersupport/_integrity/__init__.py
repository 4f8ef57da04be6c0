# SPDX-License-Identifier: Apache-2.0
"""Service integrity: from answers to a profile of a service, and to what people read of it."""
