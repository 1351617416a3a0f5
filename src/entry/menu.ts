import { SCREEN_PROPERTY } from '../actions/overview.ts';
import type { ActionName, Envelope, ScreenName, Value } from '../contract/api.ts';
import { grouped } from '../domain/grouped.ts';
import { attempt, currentSpreadsheet, say } from '../sheets/platform.ts';
import { rpc } from './rpc.ts';

/** Adds the menu. Only createAddonMenu, addItem and addToUi: all that AuthMode.NONE allows (editor add-on lifecycle). */
export function onOpen(): void {
  SpreadsheetApp.getUi()
    .createAddonMenu()
    .addItem('Open sidebar', 'openSidebar')
    .addItem('Check sheets', 'checkSheets')
    .addItem('Find or rename a code', 'findCode')
    .addItem('Import records', 'importRecords')
    .addItem('Delete flagged records', 'deleteFlaggedRecords')
    .addItem('Set up sheets', 'setUpSheets')
    .addToUi();
}

/** The file is open already when someone installs the add-on: the menu must come without a reload. */
export function onInstall(): void {
  onOpen();
}

export function openSidebar(): void {
  show(null);
}

export function findCode(): void {
  show('codes');
}

export function importRecords(): void {
  show('records');
}

export function deleteFlaggedRecords(): void {
  show('records');
}

/** Checks at once and opens the sidebar on the findings. */
export function checkSheets(): void {
  toast<'check'>(rpc('check', '{}'), (value) =>
    value.errors + value.warnings === 0
      ? 'No problems found.'
      : `${grouped(value.errors)} to fix, ${grouped(value.warnings)} to look at. See the sidebar or the Problems sheet.`,
  );
  show('overview');
}

export function setUpSheets(): void {
  toast<'setUpSheets'>(rpc('setUpSheets', '{}'), (value) => value.message);
  show('overview');
}

function show(screen: ScreenName | null): void {
  if (screen) attempt(() => PropertiesService.getUserProperties().setProperty(SCREEN_PROPERTY, screen));
  const page = HtmlService.createHtmlOutputFromFile('sidebar').setTitle('Qualification Codes');
  const shown = attempt(() => {
    SpreadsheetApp.getUi().showSidebar(page);
    return true;
  });
  if (!shown) say(currentSpreadsheet(), 'The sidebar could not be opened. Reload the file, then try again.');
}

function toast<A extends ActionName>(answer: string, words: (value: Value<A>) => string): void {
  const envelope = JSON.parse(answer) as Envelope<Value<A>>;
  const text = envelope.ok ? words(envelope.value) : envelope.refusal.message;
  say(currentSpreadsheet(), text);
}
