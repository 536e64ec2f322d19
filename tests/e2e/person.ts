import type { Page } from 'playwright-core';

/** What a person does on a page, counted. */
export const person = (page: Page) => {
  let presses = 0;
  return {
    presses: () => presses,
    press: async (role: 'link' | 'button', name: string): Promise<void> => {
      presses += 1;
      await page.getByRole(role, { name, exact: true }).first().press('Enter');
    },
    choose: async (
      label: RegExp,
      file: Parameters<ReturnType<Page['locator']>['setInputFiles']>[0],
    ) => {
      presses += 2;
      await page.getByLabel(label).setInputFiles(file);
    },
    write: async (label: RegExp, text: string): Promise<void> => {
      presses += 1;
      await page.getByLabel(label).first().fill(text);
    },
    tick: async (label: RegExp): Promise<void> => {
      presses += 1;
      await page.getByLabel(label).first().press('Space');
    },
  };
};
