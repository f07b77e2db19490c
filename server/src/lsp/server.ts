/**
 * The language server: wires one connection's features together. They are made when a client says what it can do, and live
 * until the connection ends. What each of them does is in its own file; what the machine is, the host's.
 */
import type { Connection, InitializeParams, InitializeResult } from 'vscode-languageserver';
import { initializeResultFor } from './capabilities.ts';
import { type ClientFeatures, clientFeaturesOf } from './client-features.ts';
import { provideCodeActions } from './code-actions.ts';
import { EditorConfiguration } from './configuration.ts';
import { ConfigurationProblems } from './configuration-problems.ts';
import { Diagnostics } from './diagnostics.ts';
import { Documents } from './documents.ts';
import { overridesOf } from './editor-settings.ts';
import { foldersOf, followFolders } from './folders.ts';
import { runGuarded } from './guard.ts';
import type { Host } from './host.ts';
import { provideHovers } from './hover.ts';
import { Indexing } from './indexing.ts';
import { Projects } from './projects.ts';
import { uriOf } from './protocol.ts';
import { BUSY, statusOf, tellStatus } from './status.ts';
import { watchFiles } from './watching.ts';
import { WorkspaceFindings } from './workspace-findings.ts';
import { provideWorkspaceFixes } from './workspace-fixes.ts';

/** Serves the client behind `connection`. */
export function startServer(connection: Connection, host: Host): void {
  connection.onInitialize((params) => initialize(connection, host, params));
  connection.listen();
}

async function initialize(connection: Connection, host: Host, params: InitializeParams): Promise<InitializeResult> {
  const client = clientFeaturesOf(params);
  const configuration = new EditorConfiguration(connection, client, params);
  const { parser, libraries } = await host.loadAssets();
  const documents = new Documents(parser);
  documents.listen(connection);
  const problems = new ConfigurationProblems(connection);
  const projects = new Projects({
    assets: { parser, libraries },
    documents,
    async overridesFor(root) {
      const { overrides, problems: found } = overridesOf(await configuration.settingsFor(uriOf(root)), root);
      problems.tell(`settings of ${root}`, found);
      return overrides;
    },
    onProblems: (root, found) => problems.tell(root, found),
    onIncomplete: () => diagnostics.checkSoon(),
    onFailure: failureLogOf(connection),
  });
  const folders = foldersOf(params);
  projects.setFolders(folders);
  const diagnostics = startFeatures({ connection, client, configuration, documents, projects, folders });
  return initializeResultFor(client);
}

interface Parts {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly configuration: EditorConfiguration;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly folders: readonly string[];
}

/** Gives back the one feature that others have to wake. */
function startFeatures({ connection, client, configuration, documents, projects, folders }: Parts): Diagnostics {
  const indexing = new Indexing({
    connection,
    projects,
    onBegin: () => tellStatus(connection, client, BUSY),
    onEnd: (indexed) => {
      tellStatus(connection, client, statusOf(indexed));
      diagnostics.checkSoon();
    },
  });
  const workspaceFindings = new WorkspaceFindings({ client, configuration, documents, projects, indexing });
  const diagnostics = new Diagnostics({ connection, client, documents, projects, workspaceFindings });
  const startOver = (): void => {
    projects.reset();
    indexing.start(true);
  };

  diagnostics.listen();
  provideCodeActions({ connection, client, documents, projects });
  provideHovers({ connection, client, configuration, documents, projects });
  provideWorkspaceFixes({ connection, client, documents, projects, indexing });
  connection.onInitialized(() => {
    followFolders(connection, client, folders, (all) => {
      projects.setFolders(all);
      indexing.start(true);
    });
    runGuarded(connection, 'configuration', () => configuration.listen(startOver));
    runGuarded(connection, 'file watching', () => {
      return watchFiles({ connection, client, projects, onChange: () => indexing.start(false) });
    });
    indexing.start(true);
  });
  connection.onShutdown(() => {
    indexing.stop();
    diagnostics.dispose();
  });
  return diagnostics;
}

/** A fault shows at every check: it is logged the first time. */
function failureLogOf(connection: Connection): (message: string) => void {
  const logged = new Set<string>();
  return (message) => {
    if (!logged.has(message)) connection.console.error(`internal error, please report it: ${message}`);
    logged.add(message);
  };
}
