/** Pieces of Markdown. */

export function python(code: string): string {
  return `\`\`\`python\n${code.trimEnd()}\n\`\`\``;
}
