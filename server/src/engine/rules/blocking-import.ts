/** A package that takes long to import, imported for the first time on the event loop. */
import { blockingRule } from './blocking.ts';
import type { Occurrence } from './report.ts';

export const blockingImport = blockingRule({
  id: 'blocking-import',
  kind: 'import',
  isSpared: isUnknownFurtherDown,
  level: 'information',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A package that takes long to import, imported for the first time on the event loop.',
  explanation: `The first \`import\` of a package reads and runs all its modules: a tenth of a second for numpy, seconds for torch. In a
coroutine, or in a function that one calls, nothing else runs meanwhile. Later imports find it done.

The rule knows packages that take about 0.1 s or more; and a coroutine's own \`importlib.import_module\` of a name that is not written there,
which may be any of them. It is silent where
some module of the program imports the package at its top: then it is loaded before the loop starts, or soon after.`,
  bad: `async def summary(path):
    import pandas

    return pandas.DataFrame([path]).describe()
`,
  good: `import pandas


async def summary(path):
    return pandas.DataFrame([path]).describe()
`,
});

/** Which module a helper imports by a name that it is given is not known: mostly one that is loaded already. */
function isUnknownFurtherDown({ effect: { cause, next } }: Occurrence): boolean {
  return next !== null && cause.kind === 'fact' && cause.step.row.imports !== undefined;
}
