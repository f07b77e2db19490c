/** A task for another interpreter whose module imports what does not load there. */

import { certainImport, type ImportedRow } from '../program/certain-imports.ts';
import { located } from '../program/chains.ts';
import { useOfSurroundings } from '../program/closures.ts';
import type { Definition } from '../program/definitions.ts';
import { type Task, tasksIn } from '../program/tasks.ts';
import type { Type } from '../program/types.ts';
import { expressionAt } from '../summary/packed-expressions.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

export const interpreterUnsafeImport: Rule = {
  id: 'interpreter-unsafe-import',
  category: 'executor',
  level: 'error',
  isRecommended: true,
  alsoKnownAs: [],
  summary: 'A task for another interpreter that imports an extension which does not load there.',
  explanation: `Extension modules load in a worker of \`InterpreterPoolExecutor\` (Python 3.14) only if they declare that they can. numpy, pandas, pydantic, PIL,
lxml, cryptography and most modules made with Cython or PyO3 do not. The task's future then raises: an \`ImportError\` where the
function itself imports, and \`NotShareableError: args not shareable\`, which does not name the module, where the module of the function
does, directly or by way of others.

Use a \`ProcessPoolExecutor\`, or move the function to a module that imports none of these. A function that uses no global is sent as its
code, without its module; an import under \`try\` may fail; of both the rule is silent.`,
  bad: `from concurrent.futures import InterpreterPoolExecutor

import numpy as np


def total(values):
    return float(np.sum(values))


def totals(lists):
    with InterpreterPoolExecutor() as pool:
        return list(pool.map(total, lists))
`,
  good: `from concurrent.futures import ProcessPoolExecutor

import numpy as np


def total(values):
    return float(np.sum(values))


def totals(lists):
    with ProcessPoolExecutor() as pool:
        return list(pool.map(total, lists))
`,
  check,
};

function check(report: Report): void {
  for (const module of report.modules) {
    for (const task of tasksIn(report.program, module)) {
      if (task.worker === 'interpreter') checkTask(report, task);
    }
  }
}

function checkTask(report: Report, task: Task): void {
  const { types, isComplete } = task.handover.target;
  const [type] = types;
  const run = !isComplete || types.length !== 1 || type === undefined ? null : runBy(type);
  if (run === null) return;
  const found = certainImport(report.program, run.definition, run.isLoaded, (row) => row.interpreters === 'refused');
  if (found !== null) complain(report, task, run.definition, found);
}

/** The function that a worker runs, and whether it imports its module for that. */
function runBy(type: Type): { readonly definition: Definition; readonly isLoaded: boolean } | null {
  switch (type.kind) {
    case 'function': {
      const { definition, receiver } = type;
      const { scope } = definition;
      const isFound = scope.kind === 'function' && scope.parent === 0;
      const isPickled = receiver !== null || scope.decorators.length > 0 || useOfSurroundings(definition) !== null;
      return { definition, isLoaded: isPickled && (isFound || receiver !== null) };
    }
    case 'partial': {
      const [target, ...others] = type.target.types;
      if (target?.kind !== 'function' || others.length > 0) return null;
      return { definition: target.definition, isLoaded: target.definition.scope.parent === 0 };
    }
    default:
      return null;
  }
}

function complain(report: Report, { handover }: Task, task: Definition, { row, links }: ImportedRow): void {
  const { definition, event, argument, call, callee } = handover;
  const { module } = definition;
  const span = expressionAt(module.summary.expressions, argument) ?? call;
  const name = task.scope.kind === 'lambda' ? 'The lambda' : `\`${task.scope.name}\``;
  const way =
    links.length > 1
      ? `, by way of \`${links
          .slice(0, -1)
          .map((link) => link.name)
          .join('`, `')}\`,`
      : '';
  report.add({
    module,
    event,
    span,
    message: `${name} cannot run in another interpreter: it needs${way} \`${row.name}\`, which refuses to load there`,
    advice: 'Use a ProcessPoolExecutor, or move the function to a module without that import.',
    evidence: [
      { ...located(module, span), text: `handed over by \`${callee}\`` },
      ...links.map((link) => ({ ...located(link.module, link.span), text: `imports \`${link.name}\`` })),
    ],
    cause: row.name,
    confidence: 'certain',
  });
}
