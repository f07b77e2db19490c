/** Cases about processes of asyncio: the body of a coroutine, before and after, or why it stays. */
import type { FixCase } from './fix-cases.ts';
import type { Refusal } from './refusals.ts';

export const FIX = 'Use asyncio.create_subprocess';

const indented = (lines: string) => lines.trimEnd().replace(/^(?=.)/gm, '    ');

/** The body of a coroutine, before and after. `subprocess` stays in use. */
export function body(name: string, before: string, after: string, more: Partial<FixCase> = {}): FixCase {
  const text = (lines: string) => {
    const head = 'import asyncio\nimport os\nimport subprocess\n\n\n';
    const parameters = 'cmd: list[str], line: str, data: bytes, unknown, seconds: float, folder';
    return `${head}async def main(${parameters}):\n${indented(lines)}\n\n\nERRORS = os.error, subprocess.SubprocessError\n`;
  };
  return {
    name,
    before: text(before),
    after: text(after),
    fix: FIX,
    safety: 'unsafe',
    settings: { lineLength: 100 },
    ...more,
  };
}

export function refused(name: string, lines: string, reason: string, target?: number): Refusal {
  const { before } = body(name, lines, '');
  return { name, text: before, kind: 'asyncio-subprocess', reason, ...(target === undefined ? {} : { target }) };
}
