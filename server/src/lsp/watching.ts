/** Watching: files that change outside of the editor. Only the client sees the disk change; it is asked to tell. */
import {
  type Connection,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
} from 'vscode-languageserver';
import { CONFIGURATION_NAMES } from '../workspace/configuration-file.ts';
import { isInside } from '../workspace/paths.ts';
import { isPythonFile } from '../workspace/python-files.ts';
import { VERSION_FILES } from '../workspace/target-version.ts';
import type { ClientFeatures } from './client-features.ts';
import { runGuarded } from './guard.ts';
import type { Projects } from './projects.ts';
import { pathOf } from './protocol.ts';

/** Besides Python files: what a project's setup is read from. */
const SETUP_FILES: readonly string[] = [...CONFIGURATION_NAMES, ...VERSION_FILES, '.gitignore'];

export interface WatchingOptions {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly projects: Projects;
  /** Called after projects took in what changed. */
  readonly onChange: () => void;
}

/** Follows the disk from now on. */
export async function watchFiles({ connection, client, projects, onChange }: WatchingOptions): Promise<void> {
  connection.onDidChangeWatchedFiles(({ changes }) => {
    runGuarded(connection, 'file watching', async () => {
      await projects.inTurn(() => takeChanges(changes, projects));
      onChange();
    });
  });
  if (!client.registersFileWatchers) return;
  const globs = ['**/*.{py,pyw}', ...SETUP_FILES.map((name) => `**/${name}`)];
  const watchers = globs.map((globPattern) => ({ globPattern }));
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

async function takeChanges(changes: readonly FileEvent[], projects: Projects): Promise<void> {
  const isSetupChanged = changes.some(({ uri, type }) => type !== FileChangeType.Changed || !isPythonFile(uri));
  for (const project of await projects.open()) {
    for (const path of changes.map(({ uri }) => pathOf(uri))) {
      if (isInside(project.setup.root, path)) project.forget(path);
    }
    if (isSetupChanged) projects.refresh(project);
  }
}
