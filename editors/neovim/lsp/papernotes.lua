-- How to start the server; vim.lsp.enable('papernotes') reads this file, and so does setup() on
-- Neovim 0.10. Change it by vim.lsp.config('papernotes', {...}).
---@type vim.lsp.Config
return {
  cmd = { require('papernotes').server(), 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { '.papernotes.toml', '.obsidian', 'logseq', '.git' },
  -- A Neovim that asks for the warnings of a note does not ask again when another note has changed:
  -- 0.10 knows no way to be told so, and 0.12 then asks for the notes that are not open. Being sent
  -- them is always right.
  init_options = { diagnosticMode = 'push' },
  handlers = require('papernotes.related').handlers(),
  settings = {
    papernotes = {
      diagnostics = { enable = true, delay = 200 },
      completion = { limit = 200 },
    },
  },
}
