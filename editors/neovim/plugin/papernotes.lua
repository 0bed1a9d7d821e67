-- What happens when the server attaches to a note. Nothing is loaded before that.
vim.api.nvim_create_autocmd('LspAttach', {
  group = vim.api.nvim_create_augroup('papernotes.attach', {}),
  desc = 'Papernotes: complete tags while typing',
  callback = function(event)
    local client = vim.lsp.get_client_by_id(event.data.client_id)
    if client and client.name == 'papernotes' then
      require('papernotes.completion').attach(client, event.buf)
    end
  end,
})
