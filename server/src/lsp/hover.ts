/**
 * Hovers: on the name of a function, where it is defined or called, on which threads that runs and what it does to them. Beside the
 * hovers of other extensions: short, and only where there is something to say.
 */
import { type Connection, type Hover, type HoverParams, MarkupKind } from 'vscode-languageserver';
import type { Context, ContextKind, ContextLink } from '../engine/explain/contexts.ts';
import type { ExplainedEffect, Explanation } from '../engine/explain/explain.ts';
import type { Project } from '../workspace/project.ts';
import type { ClientFeatures } from './client-features.ts';
import type { EditorConfiguration } from './configuration.ts';
import type { Documents } from './documents.ts';
import { guarded } from './guard.ts';
import type { Projects } from './projects.ts';
import { rangeOf, uriOf } from './protocol.ts';

export interface HoverOptions {
  readonly connection: Connection;
  readonly client: ClientFeatures;
  readonly configuration: EditorConfiguration;
  readonly documents: Documents;
  readonly projects: Projects;
}

/** Answers requests for hovers from now on. */
export function provideHovers(options: HoverOptions): void {
  const { connection } = options;
  connection.onHover(guarded(connection, 'hovers', null, (params) => hoverAt(params, options)));
}

async function hoverAt(
  { textDocument, position }: HoverParams,
  { client, configuration, documents, projects }: HoverOptions,
): Promise<Hover | null> {
  const document = documents.get(textDocument.uri);
  if (document === undefined || !(await configuration.settingsFor(undefined)).hover) return null;
  return projects.consult(document.path, (project) => {
    const lineStart = project.analyzer.summaryOf(document.path)?.lineStarts[position.line];
    if (lineStart === undefined) return null;
    const explanation = project.explainAt(document.path, lineStart + position.character);
    const text = explanation === null ? null : textOf(explanation, project, client.showsMarkdown);
    if (explanation === null || text === null) return null;
    const kind = client.showsMarkdown ? MarkupKind.Markdown : MarkupKind.PlainText;
    return { contents: { kind, value: text }, range: rangeOf(explanation.range) };
  });
}

const WHERE: Readonly<Record<ContextKind, string | null>> = {
  loop: 'on the event loop',
  thread: 'in a worker thread',
  process: 'in another process',
  interpreter: 'in another interpreter',
  elsewhere: 'in a pool of threads, processes or interpreters',
  main: null,
  import: null,
  unknown: null,
};

/** Null where there is nothing to say: a function that does nothing to its thread, and runs where anybody would think. */
function textOf(explanation: Explanation, project: Project, isMarkdown: boolean): string | null {
  const { subject, definition, effects, handovers } = explanation;
  const isSilent = effects.length === 0 && handovers.length === 0;
  if (isSilent && (subject === 'call' || definition.scope.isAsync)) return null;
  const contexts = project.contextsOf(explanation).filter(({ kind }) => WHERE[kind] !== null);
  if (isSilent && contexts.length === 0) return null;
  const code = (text: string) => (isMarkdown ? `\`${text}\`` : text);
  const lines = [
    ...handovers.map(({ name, on, by }) => `Gives ${code(name)} to ${code(by)}, which runs it ${WHERE[on]}.`),
    ...contexts.map((context) => `Runs ${WHERE[context.kind]}: ${wayOf(context, isMarkdown)}`),
    ...effects.map((effect) => lineOfEffect(effect, code)),
  ];
  const shown = isMarkdown ? lines.map((line) => `- ${line}`) : lines;
  return [isMarkdown ? '**Offloop**\n' : 'Offloop', ...shown].join('\n');
}

/** More functions than this are not all named. */
const MOST_NAMED = 6;

function wayOf({ way, how, startedAt }: Context, isMarkdown: boolean): string {
  const names = way.map((link) => (isMarkdown ? linkTo(link) : link.name));
  const named = names.length <= MOST_NAMED ? names : [...names.slice(0, 2), '\u2026', ...names.slice(3 - MOST_NAMED)];
  const text = named.join(' \u2192 ');
  if (way.length > 1 || how === null) return text;
  const by =
    startedAt === null ? '' : ` by ${isMarkdown ? linkTo({ ...startedAt, name: startedAt.by }) : startedAt.by}`;
  return `${isMarkdown ? how : how.replaceAll('`', '')}${by}`;
}

function linkTo({ name, path, range }: Omit<ContextLink, 'call'>): string {
  const escaped = name.replace(/[\\`*_[\]<>]/g, '\\$&');
  return `[${escaped}](${uriOf(path)}#L${range.start.line + 1})`;
}

function lineOfEffect({ does, isConditional, names }: ExplainedEffect, code: (text: string) => string): string {
  const said = does.charAt(0).toUpperCase() + does.slice(1).replaceAll('`', '');
  const way = names.length === 0 ? '' : `: ${names.map(code).join(' \u2192 ')}`;
  return `${said}${isConditional ? ', sometimes' : ''}${way}`;
}
