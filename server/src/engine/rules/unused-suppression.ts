/** A comment that silences nothing. */
import { linesOf, UNUSED_SUPPRESSION } from '../findings/filter.ts';
import type { Finding } from '../findings/finding.ts';
import type { Module } from '../program/definitions.ts';
import type { Suppression } from '../summary/model.ts';
import type { Report } from './report.ts';
import type { Rule } from './rule.ts';

/** `others` are all other rules. */
export function unusedSuppression(others: readonly Rule[]): Rule {
  return {
    id: UNUSED_SUPPRESSION,
    category: 'comments',
    level: 'warning',
    isRecommended: true,
    alsoKnownAs: ['RUF100'],
    summary: 'A comment that silences a finding which is not there.',
    explanation: `An \`# offloop: ignore[...]\` that silences nothing misleads whoever reads it, and would hide the next finding on its line.
It stays behind when the call it was written for is gone, or it names what is no rule.

A comment counts as unused where each rule that it names is on and reports nothing for its line. Comments without a rule, or with a
whole category, are looked at where every recommended rule of theirs is on. Nothing is said of \`# noqa\`: other linters know theirs.`,
    bad: `import asyncio


async def pause():
    await asyncio.sleep(1)  # offloop: ignore[blocking-sleep] tests want it
`,
    good: `import asyncio


async def pause():
    await asyncio.sleep(1)
`,
    check(report) {
      for (const module of report.modules) {
        const comments = module.summary.suppressions.filter(({ kind }) => kind === 'offloop');
        if (comments.length === 0) continue;
        const findings = report.findings.filter(({ path }) => path === module.path);
        for (const comment of comments) checkComment(report, module, comment, findings, others);
      }
    },
  };
}

function checkComment(
  report: Report,
  module: Module,
  comment: Suppression,
  findings: readonly Finding[],
  rules: readonly Rule[],
): void {
  const here = findings.filter((finding) => linesOf(finding, module.summary).includes(comment.line));
  const codes = comment.codes.length === 0 ? ['all'] : comment.codes;
  const idle = codes.filter((code) => code !== UNUSED_SUPPRESSION && isIdle(code, here, report, rules));
  if (idle.length === 0) return;
  const isWhole = idle.length === codes.length;
  const names = idle.map((code) => `\`${code}\``).join(', ');
  const named = comment.codes.length === 0 ? 'nothing is found' : `${names} finds nothing`;
  const strange = idle.filter((code) => isUnknown(code, rules));
  report.addRemark({
    module,
    span: comment,
    message:
      strange.length > 0
        ? `${strange.map((code) => `\`${code}\``).join(', ')} in this comment names no rule`
        : `This comment silences nothing: ${named} on its line`,
    advice: isWhole ? 'Remove the comment.' : `Remove ${names} from the comment.`,
    cause: idle.join(' '),
    evidence: 'silences nothing',
  });
}

/** Whether what `code` names is looked for, and not found among the findings `here`. */
function isIdle(code: string, here: readonly Finding[], { settings }: Report, rules: readonly Rule[]): boolean {
  const named = rules.filter((rule) => isNamedBy(code, rule));
  if (named.some(({ id }) => here.some(({ rule }) => rule === id))) return false;
  const expected = named.some(({ id }) => id === code) ? named : named.filter(({ isRecommended }) => isRecommended);
  return expected.every(({ id }) => settings.rules.has(id));
}

function isUnknown(code: string, rules: readonly Rule[]): boolean {
  return !rules.some((rule) => isNamedBy(code, rule));
}

function isNamedBy(code: string, { id, category }: Rule): boolean {
  return code === id || code === category || code === 'all';
}
