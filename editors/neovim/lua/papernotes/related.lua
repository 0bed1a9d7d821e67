-- A duplicate has two places or more. Neovim 0.12 lists the others below a diagnostic; before that
-- they are added to its message here.
local M = {}

local function place(info)
  local path = vim.fn.fnamemodify(vim.uri_to_fname(info.location.uri), ':.')
  return ('%s:%d: %s'):format(path, info.location.range.start.line + 1, info.message)
end

local function add_places(diagnostics)
  for _, diagnostic in ipairs(diagnostics or {}) do
    local lines = { diagnostic.message }
    vim.list_extend(lines, vim.tbl_map(place, diagnostic.relatedInformation or {}))
    diagnostic.message = table.concat(lines, '\n')
  end
end

---@return table<string, function>
function M.handlers()
  if vim.fn.has('nvim-0.12') == 1 then
    return {}
  end
  return {
    ['textDocument/publishDiagnostics'] = function(err, result, ...)
      add_places(result and result.diagnostics)
      return vim.lsp.handlers['textDocument/publishDiagnostics'](err, result, ...)
    end,
    ['textDocument/diagnostic'] = function(err, result, ...)
      add_places(result and result.items)
      return vim.lsp.handlers['textDocument/diagnostic'](err, result, ...)
    end,
  }
end

return M
