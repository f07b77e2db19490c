/**
 * Projects: which project each document belongs to, with the open documents' texts above those on disk. One project a workspace
 * folder, and one for every document that lies in none.
 */
import type { Finding, Repair } from '../engine/findings/finding.ts';
import type { Assets } from '../workspace/assets.ts';
import { isInside } from '../workspace/paths.ts';
import type { Problem } from '../workspace/problem.ts';
import { Project } from '../workspace/project.ts';
import type { Overrides } from '../workspace/project-setup.ts';
import { projectRootOf } from '../workspace/project-root.ts';
import type { Documents, OpenDocument } from './documents.ts';

/** What projects need from the rest of the server. */
export interface ProjectsOptions {
  readonly assets: Assets;
  readonly documents: Documents;
  /** The editor's settings for the project at `root`, as overrides. */
  readonly overridesFor: (root: string) => Promise<Overrides>;
  /** Told of what is wrong with a project's configuration. */
  readonly onProblems: (problems: readonly Problem[]) => void;
  /** Told of faults of the engine's. */
  readonly onFailure: (message: string) => void;
}

export class Projects {
  readonly #options: ProjectsOptions;
  readonly #projects = new Map<string, Promise<Project>>();
  /** Which version of each open document its project has. */
  readonly #taken = new Map<OpenDocument, { readonly project: Project; version: number | null }>();
  #folders: readonly string[] = [];

  constructor(options: ProjectsOptions) {
    this.#options = options;
    options.documents.onDidClose((document) => this.#giveBack(document));
  }

  /** The workspace folders from now on. Projects of folders that went are dropped. */
  setFolders(paths: readonly string[]): void {
    this.#folders = paths;
    const roots = paths.map(projectRootOf);
    for (const root of this.#projects.keys()) if (!roots.includes(root)) this.#drop(root);
  }
}
