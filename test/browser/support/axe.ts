import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const path = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

interface Finding {
  id: string;
  nodes: { html: string }[];
}

/** What axe finds against WCAG 2.2 AA and best practice, in words. */
export async function faults(page: Page, { fragment }: { fragment: boolean }): Promise<string[]> {
  await page.addScriptTag({ path });
  const found = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run(options: object): Promise<{ violations: Finding[] }> };
    };
    const runOnly = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    return (await axe.run({ runOnly })).violations;
  });
  // A sidebar is a fragment of Google's page, which brings the landmarks.
  const brought = fragment ? ['region', 'landmark-one-main'] : [];
  return found.filter(({ id }) => !brought.includes(id)).map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}
