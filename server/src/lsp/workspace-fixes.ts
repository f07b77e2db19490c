/** The command that makes all safe fixes in the workspace, in files that are open and files that are not, as one edit. */
import { type Connection, MessageType, ShowMessageNotification } from 'vscode-languageserver';
import type { TextEdit } from '../engine/findings/finding.ts';
import { fixAll } from '../workspace/fix-all.ts';
import type { Project } from '../workspace/project.ts';
import type { ClientFeatures } from './client-features.ts';
import type { Documents } from './documents.ts';
import { guarded } from './guard.ts';
import type { Indexing } from './indexing.ts';
import type { Projects } from './projects.ts';
import { workspaceEditOf } from './protocol.ts';
import { differencesBetween } from './text-difference.ts';

/** Clients offer it under this name. */
export const FIX_WORKSPACE = 'offloop.executeWorkspaceAutofix';

export interface WorkspaceFixesOptions {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly indexing: Indexing;
}

/** Answers the command from now on. */
export function provideWorkspaceFixes(options: WorkspaceFixesOptions): void {
  const { connection } = options;
  connection.onExecuteCommand(
    guarded(connection, 'commands', null, async ({ command }) => {
      if (command === FIX_WORKSPACE) await fixWorkspace(options);
      return null;
    }),
  );
}

async function fixWorkspace({ connection, client, documents, projects, indexing }: WorkspaceFixesOptions) {
  await indexing.settled();
  const edits = await projects.inTurn(async () => {
    const all: TextEdit[] = [];
    for (const project of await projects.ofFolders()) {
      projects.takeDocuments(project);
      all.push(...(await fixesIn(project, documents)));
    }
    return all;
  });
  if (edits.length === 0) {
    const message = 'Offloop: nothing in the workspace has a safe fix.';
    await connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
    return;
  }
  await connection.workspace.applyEdit({
    label: 'Fix all safely fixable Offloop findings',
    edit: workspaceEditOf(edits, documents, client),
  });
}

/** Tries all safe fixes on the project's copy of the texts; what the editor and the disk have stays as it is. */
async function fixesIn(project: Project, documents: Documents): Promise<readonly TextEdit[]> {
  const { changes } = await fixAll(project, project.setup.files, 'safe');
  return [...changes].flatMap(([path, { before, text }]) => {
    const document = documents.at(path);
    if (document === undefined) project.close(path);
    else project.open(path, document.text, document.table);
    return differencesBetween(before.text, text).map((difference) => ({ path, ...difference }));
  });
}
