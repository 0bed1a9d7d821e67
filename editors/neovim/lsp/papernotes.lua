-- How to start the server; vim.lsp.enable('papernotes') reads this file, and so does setup() on
-- Neovim 0.10. Change it by vim.lsp.config('papernotes', {...}).
---@type vim.lsp.Config
return {
  cmd = { require('papernotes').server(), 'lsp' },
  filetypes = { 'markdown' },
  root_markers = { '.papernotes.toml', '.git' },
  handlers = require('papernotes.related').handlers(),
  settings = {
    papernotes = {
      diagnostics = { enable = true, delay = 200 },
      completion = { limit = 200 },
    },
  },
}
