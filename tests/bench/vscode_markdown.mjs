// Speaks for VS Code to its own markdown server: that server asks its editor for the tokens and the
// bytes of every file, so it cannot be measured alone. Everything else passes through.
//   node vscode_markdown.mjs FOLDER_OF_NODE_MODULES
import { fork } from 'node:child_process';
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(path.join(process.argv[2], 'package.json'));
const markdown = require('markdown-it')({ html: true });
const { TextDocument } = require('vscode-languageserver-textdocument');
const server = fork(require.resolve('vscode-markdown-languageserver'), ['--node-ipc']);

const settings = {
  markdown: {
    suggest: { paths: { enabled: true, includeWorkspaceHeaderCompletions: 'never' } },
    occurrencesHighlight: { enabled: false },
    validate: { enabled: false },
    preferredMdPathExtensionStyle: 'auto',
    server: { log: 'off' },
  },
};
const open = new Map();
let root;

function markdownFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    if (entry.isDirectory()) return markdownFiles(at);
    return entry.name.endsWith('.md') ? [pathToFileURL(at).href] : [];
  });
}

function tokens(uri) {
  const text = open.get(uri)?.getText() ?? readFileSync(fileURLToPath(uri), 'utf8');
  const plain = (all) =>
    all?.map(({ type, markup, content, map, children }) => ({
      type, markup, content, map, children: plain(children),
    })) ?? null;
  const blank = (frontMatter) => frontMatter.replace(/[^\n]/g, ' ');
  return plain(markdown.parse(text.replace(/^---\n[^]*?\n---\n/, blank), {}));
}

function stat(uri) {
  const found = statSync(fileURLToPath(uri), { throwIfNoEntry: false });
  return found ? { isDirectory: found.isDirectory() } : null;
}

const answers = {
  'markdown/parse': ({ uri }) => tokens(uri),
  'markdown/fs/readFile': ({ uri }) => Array.from(readFileSync(fileURLToPath(uri))),
  'markdown/fs/stat': ({ uri }) => stat(uri),
  'markdown/fs/readDirectory': ({ uri }) =>
    readdirSync(fileURLToPath(uri), { withFileTypes: true }).map((entry) => [
      entry.name, { isDirectory: entry.isDirectory() },
    ]),
  'markdown/fs/watcher/create': () => null,
  'markdown/fs/watcher/delete': () => null,
  'markdown/findMarkdownFilesInWorkspace': () => markdownFiles(root),
};

function toEditor(message) {
  const body = Buffer.from(JSON.stringify(message));
  process.stdout.write(`Content-Length: ${body.length}\r\n\r\n`);
  process.stdout.write(body);
}

server.on('message', (message) => {
  const answer = message.id !== undefined && answers[message.method];
  if (answer) server.send({ jsonrpc: '2.0', id: message.id, result: answer(message.params) });
  else toEditor(message);
});
server.on('exit', (code) => process.exit(code ?? 1));

function toServer(message) {
  const { method, params } = message;
  if (method === 'initialize') root = fileURLToPath(params.rootUri);
  if (method === 'textDocument/didOpen') {
    const { uri, languageId, version, text } = params.textDocument;
    open.set(uri, TextDocument.create(uri, languageId, version, text));
  }
  if (method === 'textDocument/didChange') {
    const { uri, version } = params.textDocument;
    TextDocument.update(open.get(uri), params.contentChanges, version);
  }
  server.send(message);
  if (method !== 'initialized') return;
  server.send({ jsonrpc: '2.0', method: 'workspace/didChangeConfiguration', params: { settings } });
}

let buffer = Buffer.alloc(0);
process.stdin.on('data', (data) => {
  buffer = Buffer.concat([buffer, data]);
  for (;;) {
    const end = buffer.indexOf('\r\n\r\n');
    if (end < 0) return;
    const length = Number(/content-length: *(\d+)/i.exec(buffer.toString('latin1', 0, end))[1]);
    if (buffer.length < end + 4 + length) return;
    const body = buffer.toString('utf8', end + 4, end + 4 + length);
    buffer = buffer.subarray(end + 4 + length);
    toServer(JSON.parse(body));
  }
});
process.stdin.on('end', () => server.kill());
