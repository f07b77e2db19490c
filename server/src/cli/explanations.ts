/** What `offloop explain` prints, for people and for other programs. */
import { type Context, type ContextKind, nameOf, type Place } from '../engine/explain/contexts.ts';
import type { ExplainedEffect, Explanation } from '../engine/explain/explain.ts';
import type { Paint } from './paint.ts';
import { rangeOf } from './reporters/json.ts';
import { printable, shownPath } from './shown.ts';

const WHERE: Readonly<Record<ContextKind, string>> = {
  loop: 'on the event loop',
  thread: 'in a worker thread',
  process: 'in another process',
  interpreter: 'in another interpreter',
  elsewhere: 'in a pool of threads, processes or interpreters',
  main: 'in the main thread, as a script',
  import: 'when its module is imported',
  unknown: 'nowhere that is known',
};

interface Told {
  readonly explanation: Explanation;
  readonly contexts: readonly Context[];
}

export function explanationsText(explanations: readonly Told[], cwd: string, paint: Paint): string {
  return explanations.map((each) => textOf(each, cwd, paint)).join('\n');
}

function textOf({ explanation, contexts }: Told, cwd: string, paint: Paint): string {
  const { subject, name, definition, effects, handovers } = explanation;
  const title = subject === 'function' ? name : `${name}() in ${nameOf(definition)}`;
  const lines = [
    `${paint('bold', title)} (${shownPlace(explanation, cwd)})`,
    ...contexts.flatMap((context) => linesOfContext(context, cwd, paint)),
    ...handovers.map(({ name: handed, on, by }) => `  gives ${handed} to ${by}, which runs it ${WHERE[on]}`),
    ...effects.flatMap((effect) => linesOfEffect(effect, cwd, paint)),
    ...(effects.length === 0 ? ['  does nothing to its thread that is known'] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function linesOfContext({ kind, how, startedAt, way }: Context, cwd: string, paint: Paint): readonly string[] {
  const names = printable(way.map(({ name }) => name).join(' \u2192 '));
  const by = startedAt === null ? '' : ` by ${startedAt.by} (${shownPlace(startedAt, cwd)})`;
  return [
    `  runs ${paint('cyan', WHERE[kind])}: ${names}`,
    ...way.map((link) => {
      const started = kind === 'unknown' ? ', which nothing that is known calls' : how === null ? '' : `, ${how}${by}`;
      return link.call === null
        ? `    ${shownPlace(link, cwd)} ${printable(link.name + started)}`
        : `    ${shownPlace(link.call, cwd)} calls ${printable(link.name)}`;
    }),
  ];
}

function linesOfEffect({ does, isConditional, names, chain }: ExplainedEffect, cwd: string, paint: Paint): string[] {
  const way = names.length === 0 ? '' : `: ${printable(names.join(' \u2192 '))}`;
  return [
    `  ${paint('yellow', printable(does))}${isConditional ? ', sometimes' : ''}${way}`,
    ...chain.map((link) => `    ${shownPlace(link, cwd)} ${printable(link.text)}`),
  ];
}

function shownPlace({ path, range }: Place, cwd: string): string {
  return printable(`${shownPath(path, cwd)}:${range.start.line + 1}:${range.start.column + 1}`);
}

/** One object for other programs: fields are added, never changed or taken away. */
export function explanationsJson(explanations: readonly Told[], cwd: string): string {
  const placeOf = ({ path, range }: Place) => ({ path: shownPath(path, cwd), range: rangeOf(range) });
  const object = {
    version: 1,
    explanations: explanations.map(({ contexts, explanation }) => ({
      subject: explanation.subject,
      name: explanation.name,
      ...placeOf(explanation),
      runsIn: nameOf(explanation.definition),
      contexts: contexts.map(({ kind, how, startedAt, way }) => ({
        kind,
        how,
        startedAt: startedAt && { by: startedAt.by, ...placeOf(startedAt) },
        way: way.map((link) => ({ name: link.name, ...placeOf(link), call: link.call && placeOf(link.call) })),
      })),
      effects: explanation.effects.map(({ kind, does, isConditional, names, chain }) => ({
        kind,
        does,
        isConditional,
        names,
        chain: chain.map((link) => ({ ...placeOf(link), text: link.text })),
      })),
      handovers: explanation.handovers,
    })),
  };
  return `${JSON.stringify(object, null, 2)}\n`;
}
