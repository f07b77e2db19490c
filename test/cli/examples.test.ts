import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { run } from './run.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

test('every mistake of the example service is found, and nothing else', async () => {
  const { code, stdout, stderr } = await run(repository, ['check', 'examples', '--output-format', 'json']);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const { findings } = JSON.parse(stdout);
  const found = findings.map((finding: { path: string; rule: string; evidence: readonly { path: string }[] }) => {
    const chain = finding.evidence.map(({ path }) => path.replace('examples/shop/', '')).join(' > ');
    return `${finding.rule}: ${chain}`;
  });
  expect(found).toEqual([
    'blocking-http-call: archive.py > archive.py',
    'cpu-bound-in-thread-pool: forecast.py > forecast.py',
    'blocking-file-io: main.py > settings.py > config.py',
    'blocking-http-call: prices.py',
    'blocking-sleep: prices.py',
  ]);
});
