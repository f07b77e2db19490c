/**
 * `npm run print -- tree|summary|effects FILE`: shows what a stage of the pipeline makes of a Python file.
 *
 *     tree       the syntax table, a node a line
 *     summary    the module summary, as JSON
 *     effects    per function: where it runs, and what running it does, with the chain that says so (the project around is read)
 */
import { readFileSync } from 'node:fs';
import type { HandedTo } from '../server/src/engine/knowledge/rows.ts';
import { chainOf } from '../server/src/engine/program/chains.ts';
import { type Definition, definitionOf, type Module, qualifiedName } from '../server/src/engine/program/definitions.ts';
import { functionsOf } from '../server/src/engine/program/handovers.ts';
import type { Program } from '../server/src/engine/program/program.ts';
import type { ModuleSummary } from '../server/src/engine/summary/model.ts';
import { expressionsOf } from '../server/src/engine/summary/packed-expressions.ts';
import { scopesOf } from '../server/src/engine/summary/packed-scopes.ts';
import { summarise } from '../server/src/engine/summary/summarise.ts';
import { fieldName, kindName } from '../server/src/engine/syntax/kinds.ts';
import { positionAt } from '../server/src/engine/syntax/lines.ts';
import { nextOf, type SyntaxTable } from '../server/src/engine/syntax/table.ts';
import { loadAssets } from '../server/src/workspace/assets.ts';
import { absolutePath } from '../server/src/workspace/paths.ts';
import { Project } from '../server/src/workspace/project.ts';
import { projectRootOf } from '../server/src/workspace/project-root.ts';
import { NO_OVERRIDES } from '../server/src/workspace/project-setup.ts';

const STAGES: Readonly<Record<string, (path: string) => Promise<string>>> = {
  tree: async (path) => treeText(await tableOf(path)),
  summary: async (path) => summaryText(summarise(await tableOf(path))),
  effects: effectsText,
};

const [stage = '', file = ''] = process.argv.slice(2);
const show = STAGES[stage];
if (show === undefined || file === '') {
  process.stderr.write(`usage: npm run print -- ${Object.keys(STAGES).join('|')} FILE\n`);
  process.exitCode = 2;
} else {
  process.stdout.write(`${await show(absolutePath(process.cwd(), file))}\n`);
}

async function tableOf(path: string): Promise<SyntaxTable> {
  const { parser } = await loadAssets();
  return parser.parseOnce(readFileSync(path, 'utf8'));
}

function treeText(table: SyntaxTable): string {
  const lines: string[] = [];
  const open: number[] = [];
  for (let node = 0; node < table.length; node++) {
    while (open.length > 0 && (open.at(-1) ?? 0) <= node) open.pop();
    const kind = kindName(table.kinds[node] ?? 0);
    const field = fieldName(table.fields[node] ?? 0);
    const text = JSON.stringify(table.text.slice(table.starts[node], table.ends[node]).slice(0, 40));
    lines.push(`${'  '.repeat(open.length)}${field === 'none' ? '' : `${field}: `}${kind} ${text}`);
    open.push(nextOf(table, node));
  }
  return lines.join('\n');
}

/** The expressions, which are packed, as objects with their numbers. */
function summaryText(summary: ModuleSummary): string {
  const expressions = [...expressionsOf(summary.expressions)].map((expression, id) => ({ id, ...expression }));
  return JSON.stringify({ ...summary, expressions }, null, 1);
}

async function effectsText(path: string): Promise<string> {
  const project = Project.open(projectRootOf(path), NO_OVERRIDES, await loadAssets(), false);
  await project.index([path]);
  await project.load([path]);
  const { program } = project.analyzer;
  const module = program.moduleAt(path);
  if (module === undefined)
    return project
      .problemsIn([path])
      .map(({ message }) => `${path} ${message}`)
      .join('\n');
  const functions = scopesOf(module.summary.scopes).flatMap(({ kind }, id) =>
    kind === 'class' || kind === 'comprehension' ? [] : [definitionOf(module, id)],
  );
  program.effects.settle(functions);
  const contexts = contextsIn(program);
  const { root } = project.setup;
  return functions.map((each) => functionText(program, each, [...(contexts.get(each) ?? [])], root)).join('\n');
}

/** Where each function of the program runs: from the loop's roots and the handed-over functions down ordinary calls. */
function contextsIn(program: Program): ReadonlyMap<Definition, ReadonlySet<HandedTo>> {
  const contexts = new Map<Definition, Set<HandedTo>>();
  const modules: Module[] = [...program.modules];
  const pending: [Definition, HandedTo][] = program.loopRootsIn(modules).map((root) => [root, 'loop']);
  for (const { runs, target } of modules.flatMap((module) => program.handoversIn(module))) {
    for (const definition of functionsOf(target)) pending.push([definition, runs]);
  }
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [definition, context] = next;
    const known = contexts.get(definition) ?? new Set();
    if (known.has(context)) continue;
    contexts.set(definition, known.add(context));
    for (const step of program.effects.steppedOf(definition).flatMap(({ steps }) => steps)) {
      if (step.kind === 'function') pending.push([step.definition, context]);
    }
  }
  return contexts;
}

function functionText(
  { effects }: Program,
  definition: Definition,
  contexts: readonly HandedTo[],
  root: string,
): string {
  const { module, scope } = definition;
  const line = positionAt(module.summary.lineStarts, scope.span.start).line + 1;
  const where = contexts.length === 0 ? 'nowhere known' : contexts.toSorted().join(', ');
  const found = effects.effectsOf(definition).all.flatMap((effect) => {
    const notes = [
      effect.weight,
      ...(effect.isConditional ? ['conditional'] : []),
      ...(effect.isLikely ? ['likely'] : []),
    ];
    const links = chainOf(definition, effect).map(({ path, range, text }, depth) => {
      return `${'  '.repeat(depth + 2)}${path.slice(root.length + 1)}:${range.start.line + 1} ${text}`;
    });
    return [`  ${effect.kind} (${notes.join(', ')})`, ...links];
  });
  const kind = scope.isAsync ? 'async ' : '';
  return [`${line}: ${kind}${qualifiedName(definition)}, runs: ${where}`, ...found].join('\n');
}
