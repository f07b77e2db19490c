/** The findings in the files of the workspace that are not open: what the Problems view lists before anyone looks at them. */
import type { CancellationToken, Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../engine/findings/finding.ts';
import type { Program } from '../engine/program/program.ts';
import type { Project } from '../workspace/project.ts';
import type { ClientFeatures } from './client-features.ts';
import type { EditorConfiguration } from './configuration.ts';
import type { Documents } from './documents.ts';
import type { Indexing } from './indexing.ts';
import type { Projects } from './projects.ts';
import { diagnosticOf, uriOf } from './protocol.ts';

export interface WorkspaceFindingsOptions {
  readonly client: ClientFeatures;
  readonly configuration: EditorConfiguration;
  readonly documents: Documents;
  readonly projects: Projects;
  readonly indexing: Indexing;
}

/** Files checked in one go: the more, the longer a keystroke may have to wait. */
const BATCH = 20;

export class WorkspaceFindings {
  readonly #options: WorkspaceFindingsOptions;
  /** The last complete answers. Clients ask every few seconds, and mostly nothing has changed. */
  readonly #known = new WeakMap<Project, { readonly program: Program; readonly findings: readonly Finding[] }>();

  constructor(options: WorkspaceFindingsOptions) {
    this.#options = options;
  }

  /** By URI, once no indexing is under way. Empty if the user turned this off, or the request is cancelled. */
  async find(token: CancellationToken): Promise<ReadonlyMap<string, Diagnostic[]>> {
    const { projects, documents, client, configuration, indexing } = this.#options;
    const found = new Map<string, Diagnostic[]>();
    const { workspaceDiagnostics } = await configuration.settingsFor(undefined);
    if (!workspaceDiagnostics) return found;
    await Promise.race([indexing.settled(), cancellationOf(token)]);
    for (const project of await projects.ofFolders()) {
      for (const finding of await this.#findingsOf(project, token)) {
        if (documents.at(finding.path) !== undefined || !projects.isInFolders(finding.path)) continue;
        const uri = uriOf(finding.path);
        found.set(uri, [...(found.get(uri) ?? []), diagnosticOf(finding, client)]);
      }
    }
    return found;
  }

  /** Those of the last time if the program changes meanwhile: the client will ask again. */
  async #findingsOf(project: Project, token: CancellationToken): Promise<readonly Finding[]> {
    const { projects } = this.#options;
    projects.takeDocuments(project);
    const { program } = project.analyzer;
    const known = this.#known.get(project);
    if (known?.program === program) return known.findings;
    const { files } = project.setup;
    const findings: Finding[] = [];
    for (let at = 0; at < files.length; at += BATCH) {
      await new Promise((resolve) => setImmediate(resolve));
      if (token.isCancellationRequested || project.analyzer.program !== program) return known?.findings ?? [];
      findings.push(...(await projects.inTurn(async () => projects.check(project, files.slice(at, at + BATCH)))));
    }
    this.#known.set(project, { program, findings });
    return findings;
  }
}

function cancellationOf(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve());
  });
}
