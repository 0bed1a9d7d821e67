// Starts the server for Markdown files and restarts it when asked. What the server can do is the
// language client's business; here is only what VS Code has to be told besides.
import * as vscode from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import { tagWords } from "./words";

let client: LanguageClient | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("Papernotes", { log: true });
  const start = () => startServer(context, output);
  context.subscriptions.push(
    output,
    vscode.languages.setLanguageConfiguration("markdown", { wordPattern: tagWords }),
    vscode.commands.registerCommand("papernotes.showOutput", () => output.show()),
    vscode.commands.registerCommand("papernotes.restart", async () => {
      await stopServer();
      await start();
    }),
    vscode.workspace.onDidChangeConfiguration(async (event) => {
      if (event.affectsConfiguration("papernotes.server.path")) {
        await stopServer();
        await start();
      }
    }),
  );
  await start();
}

export async function deactivate(): Promise<void> {
  await stopServer();
}

async function startServer(
  context: vscode.ExtensionContext,
  output: vscode.LogOutputChannel,
): Promise<void> {
  const chosen = vscode.workspace.getConfiguration("papernotes").get<string>("server.path");
  const program = process.platform === "win32" ? "papernotes.exe" : "papernotes";
  const command = chosen || context.asAbsolutePath(`bin/${program}`);
  client = new LanguageClient(
    "papernotes",
    "Papernotes",
    { command, args: ["lsp"], transport: TransportKind.stdio },
    {
      documentSelector: [{ scheme: "file", language: "markdown" }],
      outputChannel: output,
    },
  );
  try {
    await client.start();
  } catch (error) {
    client = undefined;
    // Not awaited: the message waits for a click, and activation must not.
    void vscode.window.showErrorMessage(`Papernotes: ${command} does not run: ${String(error)}`);
  }
}

async function stopServer(): Promise<void> {
  const stopping = client;
  client = undefined;
  await stopping?.dispose();
}
