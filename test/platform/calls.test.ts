import { atMost } from '../../playground/page/at-most.ts';
import { run, scripted } from './support.ts';

describe('§1 the language', () => {
  test('has no timers, no URL, no encoders, no fetch, no crypto, no process', async () => {
    const names =
      'setTimeout setInterval clearTimeout URL URLSearchParams TextEncoder TextDecoder fetch FormData File Blob atob btoa crypto window navigator performance process require structuredClone queueMicrotask AbortController Event Request';
    expect(
      await run(`return '${names}'.split(' ').filter(function (name) { return name in globalThis; });`),
    ).toEqual([]);
  });

  test('an enum writes its name, and is the same value every time', async () => {
    expect(
      await run(
        'var t = SpreadsheetApp.ProtectionType; return [JSON.stringify(t.RANGE), String(t.SHEET), t.RANGE === SpreadsheetApp.ProtectionType.RANGE];',
      ),
    ).toEqual(['"RANGE"', 'SHEET', true]);
  });

  test('undefined for a service means null: setValue(undefined) clears', async () => {
    expect(await run("return sheet.getRange('A1').setValue('x').setValue(undefined).isBlank();")).toBe(true);
  });

  test('a menu item may name a method of an object, google.script.run may not', async () => {
    const host = await scripted("var menu = { item: function () { return 'done'; } };");
    expect(host.run('menu.item')).toBe('done');
    expect(() => host.callFromSidebar('menu.item', [])).toThrow('not found');
  });

  test('service objects take no properties, and lack nothing silently', async () => {
    await expect(run("'use strict'; sheet.mine = 1;")).rejects.toThrow('read-only');
    await expect(run('sheet.getRnage(1, 1)')).rejects.toThrow('NotEmulated: Sheet.getRnage');
    await expect(run('SpreadsheetApp.ProtectionType.CELL')).rejects.toThrow('NotEmulated');
    await expect(run('SpreadsheetApp.openById("x")')).rejects.toThrow('NotEmulated: SpreadsheetApp.openById');
  });

  test('arguments that fit no signature are told by their types', async () => {
    await expect(run("sheet.getRange(1, 'A')")).rejects.toThrow("don't match the method signature");
    await expect(run("sheet.getRange('A1').setValues('x')")).rejects.toThrow(
      "don't match the method signature",
    );
    await expect(run("Utilities.formatDate('2026', 'UTC', 'y')")).rejects.toThrow('method signature');
  });
});

describe('§2 google.script.run', () => {
  test.each([
    ['a Date', new Date(0)],
    ['a Date inside', { a: [new Date(0)] }],
    ['a function', () => 0],
    ['a Map', new Map()],
    ['a Set', new Set()],
    ['a RegExp', /x/],
    ['a typed array', new Uint8Array(1)],
    ['a boxed number', Object(1)],
  ])('%s is refused on the way in', async (_, value) => {
    const host = await scripted('function echo(x) { return x; }');
    expect(() => host.callFromSidebar('echo', [value])).toThrow('Failed due to illegal value in property: 0');
  });

  test('something that holds itself is refused', async () => {
    const host = await scripted('function echo(x) { return x; }');
    const circle: Record<string, unknown> = {};
    circle.self = { circle };
    expect(() => host.callFromSidebar('echo', [circle])).toThrow('illegal value');
  });

  test('undefined in a list is null; arguments travel by value', async () => {
    const host = await scripted('function change(x) { x.a = 2; return [x.a, x.list]; }');
    const given = { a: 1, list: [undefined] };
    expect(host.callFromSidebar('change', [given])).toEqual([2, [null]]);
    expect(given.a).toBe(1);
  });

  test('a Map arrives as an empty object, a function as its text', async () => {
    const host = await scripted('function odd() { return [new Map([[1, 2]]), function f() { return 1; }]; }');
    expect(host.callFromSidebar('odd', [])).toEqual([{}, 'function f() { return 1; }']);
  });

  test('every call is a fresh execution: no global is kept', async () => {
    const host = await scripted('var n = 0; function count() { return ++n; }');
    expect([host.callFromSidebar('count', []), host.callFromSidebar('count', [])]).toEqual([1, 1]);
  });

  test('is run with everything allowed', async () => {
    const host = await scripted(
      "function mode() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); return 'shown'; }",
    );
    expect(host.callFromSidebar('mode', [])).toBe('shown');
  });
});

test('§2 ten calls run at once, the eleventh waits, a failed one makes room too', async () => {
  const inTurn = atMost(10);
  let [running, most] = [0, 0];
  const done: number[] = [];
  const calls = Array.from({ length: 25 }, (_, i) =>
    inTurn(async () => {
      most = Math.max(most, ++running);
      await new Promise(setImmediate);
      running--;
      if (i % 3 === 0) throw new Error('failed');
      done.push(i);
    }).catch(() => {}),
  );
  await Promise.all(calls);
  expect([most, running, done.length]).toEqual([10, 0, 16]);
});

describe('§7 locks', () => {
  const source =
    "function ask() { var l = LockService.getDocumentLock(); l.waitLock(10); SpreadsheetApp.getUi().alert('?'); return l.hasLock(); } function take() { var l = LockService.getDocumentLock(); var got = l.tryLock(10); if (got) l.releaseLock(); return [got, l.hasLock()]; } function wait() { LockService.getDocumentLock().waitLock(-100); }";

  test('alert and prompt suspend the script, and its locks do not last', async () => {
    const host = await scripted(source, { answer: () => ({ button: 'OK', text: '' }) });
    expect(host.run('ask')).toBe(false);
  });

  test('a lock that another execution holds is not given, and time goes by', async () => {
    const held: unknown[] = [];
    const host = await scripted(source, {
      answer: () => {
        held.push('asked');
        return { button: 'OK', text: '' };
      },
    });
    const state = host.state('FULL');
    state.lock.holder.set('document', -1);
    expect(host.run('take')).toEqual([false, false]);
    expect(host.last?.modelled.middle).toBeGreaterThan(10);
    state.lock.holder.clear();
    expect(host.run('take')).toEqual([true, false]);
  });

  test('waitLock throws where tryLock is false', async () => {
    const host = await scripted(source);
    expect(() => host.run('wait')).toThrow('Lock timeout');
  });
});

describe('§6 and §9 triggers', () => {
  test('onInstall runs with everything allowed, and is told so', async () => {
    const host = await scripted(
      "function onInstall(e) { SpreadsheetApp.getActiveSpreadsheet().toast(String(e.authMode)); SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutput('x')); }",
    );
    host.install();
    expect(host.ui.toasts[0]?.message).toBe('FULL');
    expect(host.ui.sidebar?.html).toBe('x');
  });

  test('an event has the documented fields: authMode, source, user; with an edit range, and value of one cell', async () => {
    const host = await scripted(
      'function onEdit(e) { SpreadsheetApp.getActiveSpreadsheet().toast(Object.keys(e).sort().join() + " " + e.authMode + " " + e.source.getName()); }',
    );
    host.edited({ sheet: 0, row: 0, column: 0, rows: 1, columns: 1, value: 'x' });
    host.edited({ sheet: 0, row: 0, column: 0, rows: 1, columns: 1 });
    expect(host.ui.toasts.map(({ message }) => message)).toEqual([
      'authMode,range,source,user,value LIMITED Untitled spreadsheet',
      'authMode,range,source,user LIMITED Untitled spreadsheet',
    ]);
  });

  test('what a script writes fires no trigger', async () => {
    const host = await scripted(
      "function write() { SpreadsheetApp.getActiveSheet().getRange('A1').setValue('x'); } function onEdit() { SpreadsheetApp.getActiveSpreadsheet().toast('fired'); }",
    );
    host.run('write');
    expect(host.ui.toasts).toEqual([]);
  });

  test('a simple trigger is ended after thirty seconds, another run after six minutes', async () => {
    const source =
      'function slow() { Utilities.sleep(100000); return SpreadsheetApp.getActiveSheet().getName(); } function onEdit() { SpreadsheetApp.getActiveSpreadsheet().toast(slow()); }';
    const log: string[] = [];
    const host = await scripted(source, { log: (_, text) => log.push(text) });
    expect(host.run('slow')).toBe('Sheet1');
    host.edited({ sheet: 0, row: 0, column: 0, rows: 1, columns: 1 });
    expect(host.ui.toasts).toEqual([]);
    expect(log.join()).toContain('Exceeded maximum execution time');
  });

  test('Properties are open in AuthMode.LIMITED and closed in NONE', async () => {
    const host = await scripted(
      "function onOpen() { PropertiesService.getUserProperties().setProperty('a', 'b'); }",
    );
    host.openDocument('LIMITED');
    expect(() => host.openDocument('NONE')).toThrow('permission to call PropertiesService');
  });
});

describe('§13 errors', () => {
  test('come in the user’s language', async () => {
    const body = 'try { sheet.deleteRows(999, 3); } catch (e) { return e.message; }';
    expect(await run(body, { locale: 'en_US' })).toBe('Those rows are out of bounds.');
    expect(await run(body, { locale: 'de_DE' })).toMatch(/Zeilen/);
    expect(await run(body, { locale: 'fr_FR' })).toMatch(/lignes/);
  });
});
