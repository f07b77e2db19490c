import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { startWorkbench, type Workbench } from './workbench.ts';

const repository = fileURLToPath(new URL('../..', import.meta.url));

const service = `import asyncio

import prices


async def quote(symbol):
    return prices.load(symbol)


asyncio.run(quote("AAPL"))
`;

const prices = `import requests


def load(symbol):
    return requests.get(f"https://prices.example/{symbol}", timeout=5).json()
`;

const stalls = `import asyncio
import time


async def main():
    time.sleep(1)
    time.sleep(2)
`;

/** How long to wait for something on disk. */
const waiting = { timeout: 10_000 };

let workbench: Workbench;

beforeAll(async () => {
  await promisify(execFile)('npm', ['run', 'package'], { cwd: repository });
  workbench = await startWorkbench(join(repository, 'offloop.vsix'), {
    'service.py': service,
    'prices.py': prices,
    'stalls.py': stalls,
  });
  console.log(`screenshots and logs: ${workbench.records}`);
});

afterAll(async () => {
  await workbench?.close();
});

beforeEach(({ onTestFailed }) => {
  onTestFailed(() => screenshot('failed'));
});

test('a finding that crosses two files is underlined, listed with its chain, fixed and saved', async () => {
  await workbench.open('service.py');

  const squiggle = workbench.page.locator('.squiggly-error').first();
  await squiggle.waitFor({ timeout: 60_000 });
  await screenshot('1-squiggle');

  const rows = await openProblems();
  expect(await rows.filter({ hasText: 'blocking-http-call' }).count()).toBe(1);
  const chain = rows.filter({ hasText: 'prices.py' });
  await chain.first().waitFor();
  await screenshot('2-problems');

  await chooseQuickFix(squiggle, 'asyncio.to_thread');
  await squiggle.waitFor({ state: 'detached' });
  await screenshot('4-fixed');

  await workbench.page.keyboard.press('Control+s');
  await expect
    .poll(() => textOf('service.py'), waiting)
    .toContain('return await asyncio.to_thread(prices.load, symbol)');
});

test('the status item says how many files the server knows, and which Python it takes them for', async () => {
  await workbench.open('service.py');
  await workbench.page.locator('[id="status.languageStatus"]').click();
  await workbench.page.getByText('Offloop: 3 files, Python 3.14').first().waitFor();
  await screenshot('6-status');
});

test('hovering over a function tells where it runs and what it does', async () => {
  await workbench.open('prices.py');
  const { page } = workbench;
  const name = page.locator('.view-line span', { hasText: /^load$/ }).last();
  await name.waitFor();
  const hover = async (): Promise<void> => {
    await page.mouse.move(0, 0);
    await name.hover();
    await page.locator('.monaco-hover', { hasText: 'Waits for the network' }).waitFor({ timeout: 2_500 });
  };
  await vi.waitFor(hover, { timeout: 60_000, interval: 500 });
  await screenshot('7-hover');
});

test('one command fixes all that is safe, also after a restart of the server', async () => {
  await workbench.open('stalls.py');
  const squiggles = workbench.page.locator('.squiggly-error');
  await squiggles.first().waitFor({ timeout: 60_000 });
  await runCommand('Offloop: Restart Server');

  const fixAll = async (): Promise<void> => {
    await runCommand('Offloop: Fix All Safely Fixable Problems');
    await squiggles.first().waitFor({ state: 'detached', timeout: 2_500 });
    await workbench.page.keyboard.press('Control+s');
    expect(await textOf('stalls.py')).toContain('    await asyncio.sleep(1)\n    await asyncio.sleep(2)\n');
  };
  await vi.waitFor(fixAll, { timeout: 60_000, interval: 500 });
  await screenshot('5-all-fixed');
});

/** The rows of the Problems view. */
async function openProblems(): Promise<Locator> {
  await workbench.page.keyboard.press('Control+Shift+M');
  const rows = workbench.page.locator('.markers-panel .monaco-list-row');
  await rows.filter({ hasText: 'Offloop' }).first().waitFor();
  return rows;
}

/** Opens the quick fixes at `squiggle` and takes `title`. Tried again, since keys pressed while the focus moves get lost. */
async function chooseQuickFix(squiggle: Locator, title: string): Promise<void> {
  const { keyboard } = workbench.page;
  const row = workbench.page.locator('.action-widget .monaco-list-row', { hasText: title }).first();
  const openMenu = async (): Promise<void> => {
    await keyboard.press('Escape');
    await squiggle.click({ force: true, timeout: 3_000 });
    await keyboard.press('Control+.');
    await row.waitFor({ timeout: 2_500 });
  };
  await vi.waitFor(openMenu, { timeout: 30_000 });
  await screenshot('3-quick-fixes');
  await row.click();
}

async function screenshot(name: string): Promise<void> {
  await workbench.page.screenshot({ path: join(workbench.records, `${name}.png`) });
}

/** What is saved. */
function textOf(file: string): Promise<string> {
  return readFile(join(workbench.workspace, file), 'utf8');
}

async function runCommand(title: string): Promise<void> {
  const { page } = workbench;
  await page.locator('.monaco-editor .view-lines').first().click();
  await page.keyboard.press('F1');
  await page.keyboard.type(title);
  await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
}
