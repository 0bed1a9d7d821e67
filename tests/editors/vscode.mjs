// A real VS Code in a browser: starts it on a folder and does what a person does.
//
//   node vscode.mjs JOB      JOB: a JSON file, written by vscode_test.py
//
// Prints one JSON object: for each step null, or what went wrong. Pictures go to the job's folder.
import { execFileSync, spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";

const job = JSON.parse(fs.readFileSync(process.argv[2], "utf8"));
const { tags, reference, duplicate } = job.scenario;
const installed = path.join(job.vscode, "code-server/node_modules");
const { chromium } = createRequire(path.join(installed, "x.js"))("playwright-core");

const data = path.join(job.work, "data");
const entry = path.join(installed, "code-server/out/node/entry.js");
const folders = ["--user-data-dir", data, "--extensions-dir", path.join(job.work, "extensions")];
const env = {
  ...process.env,
  XDG_CONFIG_HOME: path.join(job.work, "config"),
  XDG_DATA_HOME: path.join(job.work, "share"),
  XDG_CACHE_HOME: path.join(job.work, "cache"),
  EXTENSIONS_GALLERY: '{"serviceUrl":""}', // nothing is looked up anywhere
};

function install() {
  const settings = {
    "workbench.startupEditor": "none",
    "workbench.tips.enabled": false,
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "chat.disableAIFeatures": true,
    "extensions.autoCheckUpdates": false,
    "extensions.ignoreRecommendations": true,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "git.enabled": false,
    "editor.minimap.enabled": false,
  };
  fs.mkdirSync(path.join(data, "User"), { recursive: true });
  fs.writeFileSync(path.join(data, "User/settings.json"), JSON.stringify(settings));
  execFileSync(process.execPath, [entry, ...folders, "--install-extension", job.vsix], {
    env,
    stdio: ["ignore", "ignore", "inherit"],
  });
  // The program of the package itself is run, with its session recorded.
  const [extension] = fs.globSync(path.join(job.work, "extensions/papernotes.papernotes-*"));
  const program = path.join(extension, "bin/papernotes");
  fs.accessSync(program, fs.constants.X_OK);
  fs.renameSync(program, program + "-unrecorded");
  const [first, second] = job.recordings;
  const script = `#!/bin/sh
record='${first}'
[ -e "$record" ] && record='${second}'
exec '${program}-unrecorded' "$@" --record "$record"
`;
  fs.writeFileSync(program, script, { mode: 0o755 });
}

async function start() {
  const socket = path.join(job.work, "code-server.log");
  const log = fs.openSync(socket, "w");
  const options = ["--auth", "none", "--bind-addr", `127.0.0.1:${job.port}`, "--disable-telemetry"];
  options.push("--disable-update-check", "--disable-getting-started-override");
  options.push("--disable-workspace-trust");
  const server = spawn(process.execPath, [entry, ...folders, ...options], {
    env,
    stdio: ["ignore", log, log],
  });
  const alive = () => fetch(`http://127.0.0.1:${job.port}/healthz`).catch(() => undefined);
  for (const end = Date.now() + 60000; !(await alive())?.ok;) {
    if (Date.now() > end || server.exitCode !== null) {
      throw new Error("code-server did not start: " + fs.readFileSync(socket, "utf8"));
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return server;
}

/** Types into the box at the top, and takes what is offered once it is the one that is meant. */
async function choose(key, text, offered) {
  await page.keyboard.press(key);
  await page.locator(".quick-input-widget input").fill(text);
  const focused = page.locator(".quick-input-list .monaco-list-row.focused", { hasText: offered });
  await focused.waitFor();
  await page.keyboard.press("Enter");
}

const command = (title) => choose("F1", ">" + title, title);

/** Opens a note of the folder, at a line. */
async function open(note, line = 1) {
  const name = path.basename(note);
  await choose("Control+P", `${note}:${line}`, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await status(`Ln ${line}, Col 1`);
  await page.locator(".monaco-editor.focused").first().waitFor(); // else keys go astray
}

const status = (text) => page.locator(".statusbar-item", { hasText: text }).first().waitFor();
// VS Code draws spaces as no-break spaces, and splits a line into many elements.
const plain = (text) => text.replaceAll("\u00a0", " ");
const screenLines = async () =>
  (await page.locator(".monaco-editor .view-line").allInnerTexts()).map(plain);
const picture = (name) => page.screenshot({ path: path.join(job.out, `vscode-${name}.png`) });

async function until(what, condition) {
  for (const end = Date.now() + 30000; !(await condition());) {
    if (Date.now() > end) throw new Error(`waited in vain for ${what}`);
    await page.waitForTimeout(50);
  }
}

const suggestion = (tag) =>
  page.locator(".suggest-widget.visible .monaco-list-row", { hasText: tag }).first();

async function newLine() {
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
}

const steps = {
  async duplicates() {
    await open(job.scenario.note, duplicate.line);
    const marks = page.locator(".monaco-editor .squiggly-warning");
    await marks.first().waitFor({ timeout: 90000 }); // a cold extension host takes its time
    await command("Problems: Focus on Problems View");
    const rows = page.locator(".markers-panel .monaco-list-row");
    const place = `Ln ${duplicate.other_line},`;
    const other = rows
      .filter({ hasText: path.basename(duplicate.path) })
      .filter({ hasText: place });
    await rows
      .filter({ hasText: `[Ln ${duplicate.line},` })
      .first()
      .waitFor();
    await other.first().waitFor();
    await picture("diagnostics");
    await command("View: Hide Panel");
  },
  async completion() {
    await open(job.scenario.note);
    for (const [number, [typed, tag]] of Object.entries(tags).entries()) {
      await newLine();
      await page.keyboard.type(typed, { delay: 50 });
      await suggestion(tag).waitFor();
      await picture(`completion-${number + 1}`);
      await suggestion(tag).click();
      await until(`the line ${tag}`, async () => (await screenLines()).includes(tag));
    }
  },
  async completionBehindSpace() {
    await open(job.scenario.note);
    await newLine();
    const tag = Object.values(tags)[0];
    const typed = tag.slice(0, tag.indexOf(" ") + 2);
    await page.keyboard.type(typed, { delay: 50 });
    await suggestion(tag).waitFor();
    // Suggestions that were sent away come back while the tag is typed on.
    await page.keyboard.press("Escape");
    await page.keyboard.type(tag.slice(typed.length, typed.length + 2), { delay: 50 });
    await suggestion(tag).waitFor();
    await picture("completion-behind-space");
    await page.keyboard.press("Tab");
    await until(
      "the tag",
      async () => (await screenLines()).filter((line) => line === tag).length > 1,
    );
  },
  async hover() {
    await open(job.scenario.note, job.referenceLine);
    for (let i = 0; i < reference.text.length - 1; ++i) await page.keyboard.press("ArrowRight");
    await command("Show or Focus Hover");
    const card = page.locator(".monaco-hover:visible").first();
    const words = async () => plain(await card.innerText().catch(() => ""));
    await until("the card", async () => {
      const text = await words();
      return reference.card.every((word) => text.includes(word));
    });
    await picture("hover");
  },
  async definition() {
    await open(job.scenario.note, job.referenceLine);
    for (let i = 0; i < reference.text.length - 1; ++i) await page.keyboard.press("ArrowRight");
    await page.keyboard.press("F12");
    const name = path.basename(reference.path);
    await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await status(`Ln ${reference.line},`);
    await picture("definition");
  },
  async actions() {
    await open(job.scenario.note, duplicate.line);
    await page.locator(".monaco-editor .squiggly-warning").first().waitFor();
    const offered = (action) =>
      page.locator(".action-widget .monaco-list-row", { hasText: action }).first();
    // VS Code asks for actions, and forgets that it did when something of its own comes between.
    await until("the actions", async () => {
      await page.keyboard.press("Escape");
      await page.keyboard.press("Control+.");
      const shown = offered("Merge into").waitFor({ timeout: 5000 });
      return shown.then(
        () => true,
        () => false,
      );
    });
    await picture("actions");
    await offered("Different works").click();
    const settings = path.join(job.notes, ".papernotes.toml");
    await until("the settings", async () => {
      await command("File: Save All");
      return fs.readFileSync(settings, "utf8").includes("different = [");
    });
  },
  async restart() {
    await command("Papernotes: Restart Server");
    await until("a new session", () => fs.existsSync(job.recordings[1]));
    await open(job.scenario.note, duplicate.line);
    await page.locator(".monaco-editor .squiggly-warning").first().waitFor();
  },
};

const results = {};
install();
const server = await start();
const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  ],
});
const page = await browser.newPage({ viewport: { width: 1200, height: 760 } });
page.setDefaultTimeout(30000);
try {
  const query = new URLSearchParams({ folder: job.notes });
  await page.goto(`http://127.0.0.1:${job.port}/?${query}`);
  await page.locator(".explorer-folders-view .monaco-list-row").first().waitFor({ timeout: 90000 });
  for (const [name, step] of Object.entries(steps)) {
    results[name] = await step().then(
      () => null,
      (error) => String(error),
    );
    if (results[name]) await picture(`${name}-failed`);
    for (let i = 0; i < 3; ++i) await page.keyboard.press("Escape");
  }
} finally {
  await browser.close();
  server.kill("SIGTERM");
  if (server.exitCode === null) await new Promise((resolve) => server.once("exit", resolve));
}
console.log(JSON.stringify(results));
