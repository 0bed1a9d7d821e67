-- What editors/try gives Neovim as init.lua: the plugin, and a hint at what to try. Without a screen
-- it tries that itself and writes down what came of it.
vim.opt.runtimepath:append(vim.env.PAPERNOTES_PLUGIN)
require('papernotes').setup()
vim.diagnostic.config({ virtual_text = true })
vim.o.swapfile = false

local on_screen = #vim.api.nvim_list_uis() > 0 or vim.fn.index(vim.v.argv, '--headless') < 0

local hint = {
  'Go to the end (Go) and type #Sel       the tags that begin so',
  '  CTRL-N chooses, CTRL-Y accepts       (Neovim 0.10 is asked by CTRL-X CTRL-O)',
  'On line 6: K                           the card of that paper',
  '           CTRL-]                      to its note, CTRL-T back',
  ']d, then CTRL-W d                      a paper that is noted twice, and where',
  'Leave with :qa!                        all this is a copy',
}

local function show_hint()
  local buf = vim.api.nvim_create_buf(false, true)
  vim.api.nvim_buf_set_lines(buf, 0, -1, false, hint)
  vim.cmd('botright 6split')
  vim.api.nvim_win_set_buf(0, buf)
  vim.wo.winfixheight = true
  vim.bo[buf].modifiable = false
  vim.cmd('wincmd p')
end

local function say(...)
  io.stdout:write(table.concat({ ... }, ' '), '\n')
end

--- Asks the server as Neovim's own keys do; stops with an error when there is no answer.
local function ask(client, method, params)
  local position = vim.lsp.util.make_position_params(0, client.offset_encoding)
  local answer, problem =
    client:request_sync(method, vim.tbl_extend('force', position, params or {}), 10000, 0)
  assert(answer and not answer.err, problem or vim.inspect(answer))
  return answer.result
end

local function completion(client)
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '#Sel' })
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), 4 })
  -- The cursor of normal mode cannot stand behind the line's last character, where one types.
  vim.o.virtualedit = 'onemore'
  vim.api.nvim_win_set_cursor(0, { vim.api.nvim_buf_line_count(0), 4 })
  local list = ask(client, 'textDocument/completion')
  say('Typing #Sel offers:')
  for i, item in ipairs(list.items or list) do
    if i <= 8 then
      say('   ', ('%-32s'):format(item.label), item.detail or '')
    end
  end
  vim.cmd('silent undo')
end

local function card_and_jump(client)
  vim.fn.cursor(1, 1)
  vim.fn.search([[\V- [Paper Note] Hyper-Connections]], 'e')
  say('\nThe card of', vim.trim(vim.api.nvim_get_current_line():sub(2)) .. ':')
  local card = ask(client, 'textDocument/hover')
  for _, line in ipairs(vim.split(card.contents.value, '\n')) do
    say('   ', line)
  end
  vim.lsp.buf.definition()
  local from = vim.api.nvim_get_current_buf()
  assert(vim.wait(10000, function()
    return vim.api.nvim_get_current_buf() ~= from
  end))
  local path = vim.fn.expand('%:.')
  say(('\nGoing to its definition lands on %s:%d:'):format(path, vim.fn.line('.')))
  say('   ', vim.api.nvim_get_current_line())
  vim.cmd('silent buffer ' .. from)
end

local function warnings()
  say('\nWarnings in', vim.fn.expand('%:.') .. ':')
  for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
    say(('    line %d: %s'):format(diagnostic.lnum + 1, vim.split(diagnostic.message, '\n')[1]))
    for _, info in ipairs(vim.tbl_get(diagnostic, 'user_data', 'lsp', 'relatedInformation') or {}) do
      local path = vim.fn.fnamemodify(vim.uri_to_fname(info.location.uri), ':.')
      say(('        %s:%d: %s'):format(path, info.location.range.start.line + 1, info.message))
    end
  end
end

local function try_it()
  -- Warnings come when all notes are read, so that everything has its full answer from then on.
  assert(
    vim.wait(20000, function()
      return #vim.diagnostic.get(0) > 0
    end),
    'no server answered in 20 seconds'
  )
  local client = vim.lsp.get_clients({ bufnr = 0, name = 'papernotes' })[1]
  completion(client)
  card_and_jump(client)
  warnings()
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = vim.schedule_wrap(function()
    if on_screen then
      show_hint()
      return
    end
    local done, problem = pcall(try_it)
    if not done then
      say('editors/try:', tostring(problem))
    end
    vim.cmd(done and 'qall!' or 'cquit!')
  end),
})
