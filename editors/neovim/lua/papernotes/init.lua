local M = {}

--- The server: the one on PATH, else the one that was built in the checkout this plugin lies in.
---@return string
function M.server()
  local found = vim.fn.exepath('papernotes')
  if found ~= '' then
    return found
  end
  local here = vim.fs.normalize(debug.getinfo(1, 'S').source:sub(2))
  local checkout = here:gsub('/editors/neovim/lua/papernotes/init%.lua$', '')
  for _, preset in ipairs({ 'release', 'debug' }) do
    local built = ('%s/build/%s/papernotes'):format(checkout, preset)
    if vim.fn.executable(built) == 1 then
      return built
    end
  end
  return 'papernotes'
end

--- Attaches the server to every note that is opened. On Neovim 0.11 and later this is no more than
--- vim.lsp.enable('papernotes'); Neovim 0.10 has no such function and is served by vim.lsp.start.
---@param config? table what differs from lsp/papernotes.lua
function M.setup(config)
  config = config or {}
  if vim.lsp.enable then
    vim.lsp.config('papernotes', config)
    vim.lsp.enable('papernotes')
    return
  end
  local file = vim.api.nvim_get_runtime_file('lsp/papernotes.lua', false)[1]
  config = vim.tbl_deep_extend('force', { name = 'papernotes' }, dofile(file), config)
  vim.api.nvim_create_autocmd('FileType', {
    group = vim.api.nvim_create_augroup('papernotes.start', {}),
    pattern = config.filetypes,
    desc = 'Papernotes: start the server, or attach to the one that serves this folder',
    callback = function(event)
      -- A buffer without a file (a help window, a preview) has nothing to be served.
      if vim.bo[event.buf].buftype ~= '' then
        return
      end
      local root
      for _, marker in ipairs(config.root_markers) do
        root = root or vim.fs.root(event.buf, marker)
      end
      vim.lsp.start(vim.tbl_extend('keep', { root_dir = root }, config), { bufnr = event.buf })
    end,
  })
end

return M
