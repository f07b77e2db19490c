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

export class WorkspaceFindings {
  readonly #options: WorkspaceFindingsOptions;
  /** Clients ask every few seconds; a program that was not linked again has the findings it had. */
  readonly #known = new WeakMap<Program, readonly Finding[]>();

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
    if (token.isCancellationRequested) return found;
    return projects.inTurn(async () => {
      for (const project of await projects.ofFolders()) {
        for (const finding of this.#findingsOf(project)) {
          if (documents.at(finding.path) !== undefined || !projects.isInFolders(finding.path)) continue;
          const uri = uriOf(finding.path);
          found.set(uri, [...(found.get(uri) ?? []), diagnosticOf(finding, client)]);
        }
      }
      return found;
    });
  }

  #findingsOf(project: Project): readonly Finding[] {
    this.#options.projects.takeDocuments(project);
    const { program } = project.analyzer;
    const known = this.#known.get(program) ?? this.#options.projects.check(project, project.setup.files);
    this.#known.set(program, known);
    return known;
  }
}

function cancellationOf(token: CancellationToken): Promise<void> {
  return new Promise((resolve) => {
    token.onCancellationRequested(() => resolve());
  });
}
