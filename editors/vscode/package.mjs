// Packs the extension for this machine, with the server in it:
//
//   npm run package [-- SERVER]      SERVER: by default build/release/papernotes of this checkout
import { chmodSync, copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { createVSIX } from "@vscode/vsce";

const here = import.meta.dirname;
const program = process.platform === "win32" ? "papernotes.exe" : "papernotes";
const server = process.argv[2] ?? path.join(here, "../../build/release", program);
const target = `${process.platform}-${process.arch}`;

mkdirSync(path.join(here, "bin"), { recursive: true });
copyFileSync(server, path.join(here, "bin", program));
// A program that is not executable in the package is not so after installing either.
chmodSync(path.join(here, "bin", program), 0o755);
copyFileSync(path.join(here, "../../LICENSE"), path.join(here, "LICENSE"));

await createVSIX({
  cwd: here,
  target,
  dependencies: false, // esbuild has put them into the bundle
  allowMissingRepository: true,
  packagePath: path.join(here, `papernotes-${target}.vsix`),
});
