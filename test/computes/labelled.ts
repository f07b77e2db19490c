/** Labelled functions: `def f(n):  # heavy: f(10**6)` says that this call takes 20 ms or more, `# harmless: f(3)` that it takes less than 2. */
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export interface Labelled {
  readonly file: string;
  readonly name: string;
  readonly isHeavy: boolean;
  /** A Python expression. */
  readonly call: string;
}

const FOLDER = fileURLToPath(new URL('.', import.meta.url));

export function textOf(file: string): string {
  return readFileSync(`${FOLDER}${file}`, 'utf8');
}

/** Every labelled function in this folder, in the order of the text. */
export function labelled(): readonly Labelled[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.py'));
  return files
    .sort()
    .flatMap((file) =>
      [...textOf(file).matchAll(/^def (\w+)\(.*# (heavy|harmless): (.*)$/gm)].map(
        ([, name = '', label, call = '']): Labelled => ({ file, name, isHeavy: label === 'heavy', call }),
      ),
    );
}
