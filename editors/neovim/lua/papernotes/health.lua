local M = {}

--- What `:checkhealth papernotes` says.
function M.check()
  local health = vim.health
  health.start('papernotes')

  if vim.fn.has('nvim-0.10') == 0 then
    health.error('Neovim 0.10 or later is needed')
    return
  end
  health.ok(('Neovim %s'):format(tostring(vim.version())))

  local clients = vim.lsp.get_clients({ name = 'papernotes' })
  local config = clients[1] and clients[1].config or vim.lsp.config and vim.lsp.config.papernotes
  local server = config and config.cmd[1] or require('papernotes').server()
  if vim.fn.executable(server) == 0 then
    health.error('no papernotes on PATH', {
      'Put the program on PATH, or name it: ' .. "vim.lsp.config('papernotes', { cmd = { ... } })",
    })
  else
    local said = vim.fn.system({ server, '--version' })
    if vim.v.shell_error == 0 then
      health.ok(('%s: %s'):format(server, vim.trim(said)))
    else
      health.error(('%s does not run'):format(server), vim.split(vim.trim(said), '\n'))
    end
  end

  if #clients == 0 then
    health.info('not attached to any note; see |papernotes-start|')
  end
  for _, client in ipairs(clients) do
    local root = client.config.root_dir
    if root then
      health.ok(('serves %s'):format(root))
    else
      health.warn('serves single notes only', {
        'Notes know each other within a folder that holds .git or a file .papernotes.toml.',
      })
    end
  end
end

return M
