-- Completion as Neovim's own: no plugin is needed, and one that is there is left to do it.
local M = {}

local group = vim.api.nvim_create_augroup('papernotes.completion', {})

--- Whether a completion plugin asks the server already; two popup menus would fight.
local function completes_elsewhere()
  return package.loaded['cmp'] ~= nil or package.loaded['blink.cmp'] ~= nil
end

--- Neovim keeps what follows the cursor when an item is accepted, although the item's edit spans
--- the whole tag: in `#Sel|ected Papers` the rest would stay behind. This removes that rest.
---@param client vim.lsp.Client
---@param buf integer
local function replace_whole_tags(client, buf)
  local asked -- where the cursor stood, and in what line, when the server was asked
  vim.api.nvim_create_autocmd('LspRequest', {
    group = group,
    buffer = buf,
    callback = function(event)
      local request = event.data.request
      if request.method == 'textDocument/completion' and request.type == 'pending' then
        local cursor = vim.api.nvim_win_get_cursor(0)
        asked = { row = cursor[1], column = cursor[2], line = vim.api.nvim_get_current_line() }
      end
    end,
  })
  vim.api.nvim_create_autocmd('CompleteDone', {
    group = group,
    buffer = buf,
    callback = function()
      local item = vim.tbl_get(vim.v.completed_item, 'user_data', 'nvim', 'lsp', 'completion_item')
      local range = item and item.textEdit and item.textEdit.range
      local row, column = unpack(vim.api.nvim_win_get_cursor(0))
      if not range or not asked or asked.row ~= row then
        return
      end
      local utf16 = client.offset_encoding ~= 'utf-32'
      local last = range['end'].character
      if client.offset_encoding ~= 'utf-8' then
        last = vim.str_byteindex(asked.line, last, utf16)
      end
      local rest = asked.line:sub(asked.column + 1, last)
      local line = vim.api.nvim_get_current_line()
      if rest ~= '' and vim.startswith(line:sub(column + 1), rest) then
        vim.api.nvim_buf_set_text(buf, row - 1, column, row - 1, column + #rest, {})
      end
    end,
  })
end

--- The server's trigger characters open the menu at the start of a tag only, and not if the next
--- key follows at once. This opens it anywhere in a tag that is being typed.
---@param buf integer
local function open_while_typing(buf)
  local accepted -- which must not be offered again right after it
  vim.api.nvim_create_autocmd('CompleteDone', {
    group = group,
    buffer = buf,
    callback = function()
      accepted = vim.v.completed_item.word
    end,
  })
  -- This event is not sent while the menu is open.
  vim.api.nvim_create_autocmd('TextChangedI', {
    group = group,
    buffer = buf,
    callback = function()
      local column = vim.api.nvim_win_get_cursor(0)[2]
      local before = vim.api.nvim_get_current_line():sub(1, column)
      local tag = vim.fn.matchstr(before, '[#＃][^#＃]\\{1,60}$')
      if tag ~= '' and tag ~= accepted then
        vim.lsp.completion.get()
      end
    end,
  })
end

---@param client vim.lsp.Client
---@param buf integer
function M.attach(client, buf)
  vim.api.nvim_clear_autocmds({ group = group, buffer = buf })
  if completes_elsewhere() then
    return
  end
  replace_whole_tags(client, buf)
  local wanted = vim.tbl_get(vim.g, 'papernotes', 'autotrigger') ~= false
  -- Neovim 0.10 completes when asked to: CTRL-X CTRL-O.
  if not wanted or not vim.lsp.completion then
    return
  end
  vim.lsp.completion.enable(true, client.id, buf, { autotrigger = true })
  open_while_typing(buf)
  -- Neovim's default writes the first item into the note as soon as the menu opens.
  if not vim.api.nvim_get_option_info2('completeopt', {}).was_set then
    vim.bo[buf].completeopt = 'menuone,noselect,fuzzy,popup'
  end
end

return M
