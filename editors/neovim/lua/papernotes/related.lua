-- A duplicate has two places or more. Neovim 0.12 lists the others below a diagnostic; before that,
-- what the server says of them is added to its message here.
local M = {}

local function add_places(diagnostic)
  local lines = { diagnostic.message }
  for _, other in ipairs(diagnostic.relatedInformation or {}) do
    table.insert(lines, other.message)
  end
  diagnostic.message = table.concat(lines, '\n')
end

---@return table<string, function>
function M.handlers()
  if vim.fn.has('nvim-0.12') == 1 then
    return {}
  end
  return {
    ['textDocument/publishDiagnostics'] = function(err, result, ...)
      vim.iter(result.diagnostics):each(add_places)
      return vim.lsp.handlers['textDocument/publishDiagnostics'](err, result, ...)
    end,
  }
end

return M
