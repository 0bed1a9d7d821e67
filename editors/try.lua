-- What editors/try gives Neovim as init.lua: the plugin, and a hint at what to try. Without a screen
-- it tries that itself and writes down what came of it.
vim.opt.runtimepath:append(vim.env.PAPERNOTES_PLUGIN)
require('papernotes').setup()
vim.diagnostic.config({ virtual_text = true })
vim.o.swapfile = false

if not vim.lsp.completion then
  vim.o.completeopt = 'menuone,noselect'
end

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

--- Asks the server about a place as Neovim's own keys do, and fails without an answer.
local function ask(method, line, character)
  local answers, problem = vim.lsp.buf_request_sync(0, method, {
    textDocument = vim.lsp.util.make_text_document_params(0),
    position = { line = line, character = character },
  }, 10000)
  local _, answer = next(answers or {})
  return assert(answer and answer.result, problem or vim.inspect(answer))
end

local function completion()
  vim.api.nvim_buf_set_lines(0, -1, -1, false, { '#Sel' })
  local list = ask('textDocument/completion', vim.api.nvim_buf_line_count(0) - 1, 4)
  say('Typing #Sel offers:')
  for _, item in ipairs(list.items or list) do
    say('   ', ('%-32s'):format(item.label), item.detail or '')
  end
  vim.cmd('silent undo')
end

local function card_and_jump()
  vim.fn.cursor(1, 1)
  local line = vim.fn.search([[\V- [Paper Note] Hyper-Connections]], 'e')
  say('\nThe card of', vim.trim(vim.api.nvim_get_current_line():sub(2)) .. ':')
  local card = ask('textDocument/hover', line - 1, vim.fn.col('.') - 1)
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
      say(('        also noted in %s:%d'):format(path, info.location.range.start.line + 1))
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
  completion()
  card_and_jump()
  warnings()
end

vim.api.nvim_create_autocmd('VimEnter', {
  callback = vim.schedule_wrap(function()
    if not vim.list_contains(vim.v.argv, '--headless') then
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
