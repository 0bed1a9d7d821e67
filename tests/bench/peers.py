"""Other servers for Markdown that are on this machine, and VS Code's, which is fetched."""

import shutil
import subprocess
from pathlib import Path

HERE = Path(__file__).parent
_VSCODE = ["vscode-markdown-languageserver@0.3.0", "markdown-it@14"]
_ON_PATH = {
    "marksman": ["marksman", "server"],
    "markdown-oxide": ["markdown-oxide"],
    "zk": ["zk", "lsp"],
    "iwes": ["iwes"],
}


def found(folder):
    """Name, command, and whether it is only a relay."""
    out = []
    modules = folder / "vscode"
    if shutil.which("npm"):
        if not (modules / "node_modules" / "markdown-it").is_dir():
            modules.mkdir(parents=True, exist_ok=True)
            subprocess.run(
                ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", modules,
                 *_VSCODE], check=False)
        if (modules / "node_modules" / "markdown-it").is_dir():
            out.append(("VS Code's", ["node", HERE / "vscode_markdown.mjs", modules], True))
    out += [(name, command, False) for name, command in _ON_PATH.items()
            if shutil.which(command[0])]
    return out
