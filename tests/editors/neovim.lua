-- What a user has in init.lua, for the tests of a real Neovim, which name the plugin and the server.
vim.opt.runtimepath:append(vim.env.PAPERNOTES_PLUGIN)
local cmd = { vim.env.PAPERNOTES_SERVER, 'lsp', '--record', vim.env.PAPERNOTES_RECORDING }
if vim.lsp.enable then
  vim.lsp.config('papernotes', { cmd = cmd })
  vim.lsp.enable('papernotes')
else
  require('papernotes').setup({ cmd = cmd })
  vim.o.completeopt = 'menuone,noselect'
end
vim.diagnostic.config({ virtual_text = true })
vim.o.swapfile = false
