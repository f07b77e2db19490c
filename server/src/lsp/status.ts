/** What the server says of itself to clients that show it: whether it is at work, and what it takes the projects for. */
import type { Connection } from 'vscode-languageserver';
import type { Project } from '../workspace/project.ts';
import type { ClientFeatures } from './client-features.ts';
import { runGuarded } from './guard.ts';
import { uriOf } from './protocol.ts';

/** The Python that one project is taken to run on. */
interface ShownTarget {
  /** Of the project's folder. */
  readonly uri: string;
  /** `3.14`; `3.14t` without the GIL. */
  readonly version: string;
  /** Where that was found, in words. */
  readonly source: string;
}

interface Status {
  readonly isBusy: boolean;
  /** How many files the workspace has; null while that is not known. */
  readonly files: number | null;
  readonly targets: readonly ShownTarget[];
}

export const BUSY: Status = { isBusy: true, files: null, targets: [] };

/** Of a workspace whose `projects` have been indexed. */
export function statusOf(projects: readonly Project[]): Status {
  const files = projects.reduce((sum, { setup }) => sum + setup.files.length, 0);
  return { isBusy: false, files, targets: projects.map(targetOf) };
}

export function tellStatus(connection: Connection, client: ClientFeatures, status: Status): void {
  if (!client.wantsStatus) return;
  runGuarded(connection, 'status', () => connection.sendNotification('offloop/status', status));
}

function targetOf({ setup }: Project): ShownTarget {
  const { root, target, settings, freeThreadingSource } = setup;
  const { isFreeThreaded } = settings;
  const isOther = isFreeThreaded && freeThreadingSource !== target.source;
  return {
    uri: uriOf(root),
    version: `3.${target.version.minor}${isFreeThreaded ? 't' : ''}`,
    source: `${target.source}${isOther ? `; without the GIL: ${freeThreadingSource}` : ''}`,
  };
}
