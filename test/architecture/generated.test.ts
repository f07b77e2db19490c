/** Generated files are what `npm run generate` makes, and what they say of the settings is what the workspace reads. */
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import { expect, it } from 'vitest';
import { staleFiles } from '../../scripts/generated/files.ts';
import { SETTINGS, settingsSchema } from '../../scripts/generated/settings.ts';
import { readConfiguration } from '../../server/src/workspace/configuration.ts';
import { readNamedConfigurationFile } from '../../server/src/workspace/configuration-file.ts';
import { folderWith } from '../harness/folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

it('generated files are fresh', async () => {
  expect(await staleFiles(root), 'run `npm run generate`').toEqual([]);
});

it('the settings that are documented are those that are read', () => {
  const problems = problemsOf('no-such-key = 1\n');
  const known = [...(problems[0]?.remedy ?? '').matchAll(/`([a-z-]+)`/g)].map(([, key]) => key);
  expect(SETTINGS.map(({ key }) => key).sort()).toEqual(known.sort());
});

for (const { key, example } of SETTINGS) {
  it(`the example of \`${key}\` is right`, () => {
    expect(problemsOf(example.replace('[tool.offloop.', '['))).toEqual([]);
  });
}

it('the schema takes what is right and nothing else', () => {
  const isValid = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(settingsSchema()));
  expect(
    isValid({ select: ['blocking', 'blocking-sleep'], blocking: { 'a.b': 'http', 'a.c': { category: 'sdk' } } }),
  ).toBe(true);
  expect(isValid({ 'target-version': '3.12', levels: { 'blocking-sleep': 'hint' } })).toBe(true);
  expect(isValid({ select: ['no-such-rule'] })).toBe(false);
  expect(isValid({ 'target-version': '2.7' })).toBe(false);
  expect(isValid({ 'no-such-key': 1 })).toBe(false);
});

/** What is wrong with an offloop.toml of this text. */
function problemsOf(toml: string) {
  const path = `${folderWith({ 'offloop.toml': toml })}/offloop.toml`;
  const file = readNamedConfigurationFile(path);
  if (file === null || 'severity' in file) return [file];
  return readConfiguration(file).problems;
}
