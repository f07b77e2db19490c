/** The reads and writes of a file, and its closing, move with its `open`. */
import type { Definition } from '../program/definitions.ts';
import { sourcesOf } from '../program/sources.ts';
import type { Event, ExpressionId } from '../summary/model.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Occurrence, Report } from './report.ts';

/** Whether it is done to a file that the same function opens on the loop: that needs no finding of its own. */
export function movesWithOpen({ root, event }: Occurrence, report: Report): boolean {
  const { inference } = report.program;
  const isFile = (source: ExpressionId): boolean =>
    inference
      .answer(root.module, source)
      .types.some((type) => type.kind === 'object' && inference.catalogue.methodResultOf(type.class, '__enter__'));
  const isOpenedHere = (source: ExpressionId): boolean =>
    isFile(source) &&
    report
      .onLoop('file')
      .some((other) => other.root === root && other.event.kind === 'call' && other.event.call === source);
  const areAll = (subject: ExpressionId, isSo: (source: ExpressionId) => boolean): boolean => {
    const sources = sourcesOf(root.module, subject);
    return sources.length > 0 && sources.every(isSo);
  };
  /** `csv.reader(file)` reads the file as it is iterated, and has none of its own. */
  const isMadeOfOpened = (source: ExpressionId): boolean => {
    const call = expressionAt(root.module.summary.expressions, source);
    if (call?.kind !== 'call' || isFile(source)) return false;
    return call.arguments.some(({ value }) => areAll(value, isOpenedHere));
  };
  return subjectsOf(root, event).some((subject) =>
    areAll(subject, (source) => isOpenedHere(source) || isMadeOfOpened(source)),
  );
}

/** What `event` reads or writes: `file` in `file.read()`, `json.load(file)` and `for line in file`. */
function subjectsOf({ module }: Definition, event: Event): readonly ExpressionId[] {
  const { expressions } = module.summary;
  if (event.kind === 'import') return [];
  if (event.kind !== 'call') return [event.value];
  const call = expressionAt(expressions, event.call);
  if (call?.kind !== 'call') return [];
  const callee = expressionAt(expressions, call.callee);
  return [...(callee?.kind === 'attribute' ? [callee.object] : []), ...call.arguments.map(({ value }) => value)];
}
