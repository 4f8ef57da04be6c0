# SPDX-License-Identifier: Apache-2.0
"""The note check in an editor: a language server over standard input and output. It opens no socket, keeps no file and
logs nothing. Only `server` and `answers` need the extra `lsp`."""
