"""Papernotes in a real Neovim: what is typed, what is on the screen, where the cursor is."""

import json
import shlex
import subprocess
import unittest

import sample
import terminal

TAGS = sample.SCENARIO["tags"]
REFERENCE = sample.SCENARIO["reference"]
DUPLICATE = sample.SCENARIO["duplicate"]


class Neovim:
    """The tests, without a version of Neovim to run them on."""

    version = ""
    completes_by_itself = True

    def setUp(self):
        super().setUp()
        self.nvim = str(sample.EDITORS / f"neovim-{self.version}/nvim")
        self.socket = str(self.folder / "nvim")
        environment = {
            f"XDG_{kind}_HOME": str(self.folder / kind)
            for kind in ("CONFIG", "DATA", "STATE", "CACHE")
        }
        environment |= {
            "PAPERNOTES_PLUGIN": str(sample.ROOT / "editors/neovim"),
            "PAPERNOTES_SERVER": sample.server(),
            "PAPERNOTES_RECORDING": str(self.recording),
        }
        init = str(sample.HERE / "neovim.lua")
        command = [self.nvim, "--listen", self.socket, "-u", init, str(self.note)]
        command = ["sh", "-c", f"cd {shlex.quote(str(self.notes))} && exec {shlex.join(command)}"]
        self.terminal = terminal.Terminal(self.folder, command, environment)
        self.addCleanup(self.terminal.close)
        # The warnings come when all notes are read, so whatever is asked then has its full answer.
        self.wait("the warnings", "return #vim.diagnostic.get(0) > 0")

    def ask(self, lua):
        """What a function body of Lua returns in the running Neovim."""
        call = f"json_encode(luaeval({vim_string(f'(function() {lua} end)()')}))"
        done = subprocess.run(
            [self.nvim, "--server", self.socket, "--remote-expr", call],
            capture_output=True,
            text=True,
        )
        return json.loads(done.stdout) if done.stdout.strip() else None

    def wait(self, what, lua):
        try:
            return sample.wait(what, lambda: self.ask(lua))
        except AssertionError as error:
            raise AssertionError(f"{error}; the screen:\n{self.terminal.screen()}") from None

    def show(self, what, *texts):
        """Waits until the texts are on the screen and keeps a picture of it."""
        screen = self.terminal.wait_for(*texts)
        (sample.OUT / f"neovim-{self.version}-{what}.txt").write_text(screen)

    def quit(self):
        """Leaves Neovim as a person does; the server goes with it."""
        self.terminal.press("Escape")
        self.terminal.type(":qa!")
        self.terminal.press("Enter")
        sample.wait("Neovim to end", lambda: self.ask("return true") is None)
        self.check_recording(self.recording)

    def open_menu(self):
        if not self.completes_by_itself:
            self.terminal.press("C-x", "C-o")
        self.wait("the menu", "return vim.fn.pumvisible() == 1")

    def line(self):
        return self.ask("return vim.api.nvim_get_current_line()")

    def accept(self, tag):
        """Goes down the open menu to the tag and takes it."""

        def chosen():
            if self.ask("return vim.fn.complete_info({'selected'}).selected") is None:
                return False
            if self.line().startswith(tag):
                return True
            self.terminal.press("C-n")
            return False

        sample.wait(f"{tag} to be chosen", chosen)
        self.terminal.press("C-y")
        self.wait("the menu to close", "return vim.fn.pumvisible() == 0")

    def test_completes_tags_with_spaces(self):
        for number, (typed, tag) in enumerate(TAGS.items()):
            self.terminal.press("Escape", "G", "o")
            self.terminal.type(typed)
            self.wait(
                "what was typed", f"return vim.api.nvim_get_current_line() == {json.dumps(typed)}"
            )
            self.open_menu()
            self.show(f"completion-{number + 1}", tag)
            self.accept(tag)
            self.assertEqual(self.line(), tag)
        self.quit()

    def test_completes_on_behind_a_space(self):
        self.terminal.press("G", "o")
        tag = next(iter(TAGS.values()))
        typed = tag[: tag.index(" ") + 2]
        for character in typed:
            self.terminal.type(character)
        self.wait(
            "what was typed", f"return vim.api.nvim_get_current_line() == {json.dumps(typed)}"
        )
        self.open_menu()
        self.show("behind-space", tag)
        self.accept(tag)
        self.assertEqual(self.line(), tag)
        self.quit()

    def test_replaces_the_whole_tag(self):
        typed, tag = next(iter(TAGS.items()))
        self.terminal.press("G", "o")
        self.terminal.type(f"{tag} #NLP")
        self.terminal.press("Escape", "0", *["l"] * (len(typed) - 1), "a")
        self.terminal.press("C-x", "C-o")
        self.wait("the menu", "return vim.fn.pumvisible() == 1")
        self.accept(tag)
        self.assertEqual(self.line(), f"{tag} #NLP")
        self.quit()

    def find_reference(self):
        self.terminal.type(f"/\\V{REFERENCE['text']}/e")
        self.terminal.press("Enter")
        self.wait(
            "the reference", "return vim.fn.search([[\\%#.]], 'cn') > 0 and vim.v.hlsearch == 1"
        )

    def test_shows_the_card(self):
        self.find_reference()
        self.terminal.press("K")
        self.show("hover", *REFERENCE["card"])
        self.quit()

    def test_jumps_to_the_entry(self):
        self.find_reference()
        self.terminal.press("C-]")
        there = "vim.fn.expand('%:p') .. ':' .. vim.fn.line('.')"
        wanted = f"{self.notes / REFERENCE['path']}:{REFERENCE['line']}"
        self.wait(f"the jump to {wanted}", f"return {there} == {json.dumps(wanted)}")
        self.show("definition", *REFERENCE["card"][:1])
        self.quit()

    def test_marks_duplicates_with_both_places(self):
        line = DUPLICATE["line"]
        self.wait("the warning", f"return #vim.diagnostic.get(0, {{ lnum = {line - 1} }}) > 0")
        self.terminal.type(f"{line}G")
        self.terminal.press("C-w", "d")
        # Neovim 0.12 says the file's name only.
        name = DUPLICATE["path"].rpartition("/")[2]
        self.show("diagnostics", f"{name}:{DUPLICATE['other_line']}")
        self.quit()

    def act(self, title):
        """Takes the action on the duplicate whose title starts so."""
        line = DUPLICATE["line"]
        warnings = f"#vim.diagnostic.get(0, {{ lnum = {line - 1} }})"
        self.wait("the warning", f"return {warnings} > 0")
        self.terminal.type(f"{line}G")
        wanted = f"function(action) return vim.startswith(action.title, {json.dumps(title)}) end"
        self.wait("the cursor", f"return vim.fn.line('.') == {line}")
        self.ask(f"vim.lsp.buf.code_action({{ apply = true, filter = {wanted} }}) return true")
        return warnings

    def text_of(self, path):
        """What a buffer holds, seen or not."""
        loaded = f"local buffer = vim.fn.bufnr({json.dumps(str(path))})"
        return "\n".join(
            self.ask(f"{loaded} return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)")
        )

    def test_declares_a_duplicate_a_different_work(self):
        warnings = self.act("Different works")
        self.wait("the warning to go", f"return {warnings} == 0")
        settings = self.notes / ".papernotes.toml"
        self.assertIn("different = [", self.text_of(settings))
        self.terminal.type(":wa")
        self.terminal.press("Enter")
        sample.wait("the settings", lambda: "different = [" in settings.read_text())
        self.quit()

    def test_merges_a_duplicate(self):
        before = len(self.text_of(self.note))
        self.act("Merge into")
        sample.wait("the merge", lambda: len(self.text_of(self.note)) < before)
        self.assertNotEqual(
            self.text_of(self.notes / DUPLICATE["path"]).strip(),
            (self.notes / DUPLICATE["path"]).read_text().strip(),
        )
        self.quit()

    def test_is_healthy(self):
        self.terminal.type(":checkhealth papernotes")
        self.terminal.press("Enter")
        self.show("health", "serves", str(self.notes))
        self.assertNotIn("ERROR", self.terminal.screen())
        self.quit()


class Neovim010(Neovim, sample.NotesTest):
    version = "0.10"
    completes_by_itself = False


class Neovim012(Neovim, sample.NotesTest):
    version = "0.12"


def vim_string(text):
    return "'" + text.replace("'", "''") + "'"


if __name__ == "__main__":
    unittest.main()
