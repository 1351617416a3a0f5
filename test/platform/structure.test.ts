import { Killed } from '../../playground/sheets/meter.ts';
import { emptySheet } from '../../playground/sheets/model.ts';
import { book, run, scripted } from './support.ts';

const thrown = (call: string) => `try { ${call} } catch (e) { return e.message; }`;

describe('§5 rows', () => {
  test('deleting every row below the frozen ones is refused', async () => {
    const text = await run(
      `sheet.setFrozenRows(1); ${thrown('sheet.deleteRows(2, sheet.getMaxRows() - 1)')}`,
    );
    expect(text).toBe('Sorry, it is not possible to delete all non-frozen rows.');
  });

  test('rows past the grid are out of bounds', async () => {
    expect(await run(thrown('sheet.deleteRows(999, 3)'))).toBe('Those rows are out of bounds.');
  });

  test('deleteRows shrinks the grid, and a range past it fails', async () => {
    expect(await run(`sheet.deleteRows(2, 10); ${thrown('sheet.getRange(1000, 1)')}`)).toContain(
      'outside the dimensions',
    );
  });

  test('deleteRows leaves the notes, formats and validation of other rows with their rows', async () => {
    const body =
      "sheet.getRange('A1:A5').setValues([['a'],['b'],['c'],['d'],['e']]); sheet.getRange('A5').setNote('note').setNumberFormat('@'); sheet.deleteRows(2, 2); return [sheet.getRange('A1:A3').getValues(), sheet.getRange('A3').getNote(), sheet.getRange('A3').getNumberFormat()];";
    expect(await run(body)).toEqual([[['a'], ['d'], ['e']], 'note', '@']);
  });

  test('conditional formats and protections follow inserted rows', async () => {
    const body =
      "var rule = SpreadsheetApp.newConditionalFormatRule().whenCellNotEmpty().setBackground('#ff0000').setRanges([sheet.getRange('A5:B6')]).build(); sheet.setConditionalFormatRules([rule]); sheet.insertRowsBefore(3, 2); return sheet.getConditionalFormatRules()[0].getRanges()[0].getA1Notation();";
    expect(await run(body)).toBe('A7:B8');
  });

  test('deleteCells over a sheet\u2019s whole width moves the cells below up and keeps the grid', async () => {
    const body =
      "sheet.getRange('A1:A4').setValues([['a'],['b'],['c'],['d']]); sheet.getRange('A4').setNote('of d'); sheet.getRange(2, 1, 2, sheet.getMaxColumns()).deleteCells(SpreadsheetApp.Dimension.ROWS); return [sheet.getRange('A1:A3').getValues(), sheet.getRange('A2').getNote(), sheet.getMaxRows()];";
    expect(await run(body)).toEqual([[['a'], ['d'], ['']], 'of d', 1000]);
  });

  test('sort carries notes and formats with their cells, and keeps equal rows in order', async () => {
    const body =
      "sheet.getRange('A1:B3').setValues([[3,'c'],[1,'a'],[2,'b']]); sheet.getRange('B1').setNote('of c'); sheet.getRange('A1:B3').sort(1); return [sheet.getRange('A1:B3').getValues(), sheet.getRange('B3').getNote()];";
    expect(await run(body)).toEqual([
      [
        [1, 'a'],
        [2, 'b'],
        [3, 'c'],
      ],
      'of c',
    ]);
  });

  test('sort is refused over merged cells', async () => {
    expect(
      await run(`sheet.getRange('A1:A2').merge(); ${thrown("sheet.getRange('A1:B5').sort(1)")}`),
    ).toContain('merged');
  });
});

describe('§8 rules', () => {
  test('a conditional format that names another sheet takes the whole call down', async () => {
    const body = `ss.insertSheet('Codes'); var r = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('=COUNTIF(Codes!A:A, A1) > 0').setRanges([sheet.getRange('A1')]).build(); ${thrown('sheet.setConditionalFormatRules([r])')}`;
    expect(await run(body)).toBe('Conditional format rule cannot reference a different sheet.');
  });

  test('a new validation warns; one that rejects refuses a script’s write and changes nothing', async () => {
    const body = `var v = SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']); sheet.getRange('A1').setDataValidation(v.build()).setValue('z'); sheet.getRange('B1').setDataValidation(v.setAllowInvalid(false).build()); try { sheet.getRange('B1').setValue('z'); } catch (e) { return [sheet.getRange('A1').getValue(), sheet.getRange('B1').getValue()]; }`;
    expect(await run(body)).toEqual(['z', '']);
  });

  test('typed columns of a table refuse formats', async () => {
    const typed = book((each) => {
      const [first] = each.sheets;
      if (first) first.typedColumns = [0];
    });
    expect(await run(thrown("sheet.getRange('A2').setNumberFormat('@')"), { book: typed })).toBe(
      'This operation is not allowed on cells in typed columns.',
    );
  });

  test('a protection stops others, not the owner', async () => {
    const guarded = book((each) => {
      each.sheets[0]?.protections.push({
        id: 'p',
        type: 'SHEET',
        area: null,
        description: '',
        warningOnly: false,
        editors: [],
        domainEdit: false,
      });
    });
    const write = thrown("sheet.getRange('A1').setValue('x'); return 'written';");
    expect(await run(write, { book: guarded })).toBe('written');
    expect(await run(write, { book: guarded, user: 'other@example.com' })).toContain(
      'You are trying to edit a protected cell',
    );
  });
});

describe('§4 limits', () => {
  test('ten million cells', async () => {
    const large = book((each) => {
      each.sheets.push({ ...emptySheet(7, 'Large'), rowCount: 380_000 });
    });
    expect(
      await run(thrown("ss.getSheetByName('Large').insertRowsAfter(1, 10000)"), { book: large }),
    ).toContain('10000000 cells');
  });

  test('9 KB a property', async () => {
    expect(
      await run(
        thrown("PropertiesService.getDocumentProperties().setProperty('k', new Array(10000).join('x'))"),
      ),
    ).toBe('Argument too large: value');
  });

  test('an execution over its time is killed, and no catch of the script sees a service again', async () => {
    const source =
      "function test() { try { for (;;) SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1).getValue(); } catch (e) { SpreadsheetApp.getActiveSpreadsheet().getSheets()[0].getRange(1, 1).setValue('after'); } }";
    const host = await scripted(source, { limit: 5_000 });
    expect(() => host.run('test')).toThrow('Exceeded maximum execution time');
    expect(host.book.sheets[0]?.rows).toEqual([]);
  });
});

describe('§2 and §7 calls, locks', () => {
  test('a lock keeps out another execution, and goes with the end of its own', async () => {
    const host = await scripted('function take() { return LockService.getDocumentLock().tryLock(10); }');
    expect(host.run('take')).toBe(true);
    expect(host.run('take')).toBe(true);
  });

  test('a second tryLock of the same execution is true, a negative wait false', async () => {
    expect(
      await run(
        'var l = LockService.getDocumentLock(); return [l.tryLock(0), l.tryLock(0), l.tryLock(-100)];',
      ),
    ).toEqual([true, true, false]);
  });

  test('google.script.run: a Date anywhere fails going in, and turns the whole answer into null coming out', async () => {
    const host = await scripted(
      'function echo(x) { return x; } function when() { return { a: [new Date()] }; } function secret_() {}',
    );
    expect(() => host.callFromSidebar('echo', [{ when: new Date() }])).toThrow('illegal value');
    expect(host.callFromSidebar('when', [])).toBeNull();
    expect(host.callFromSidebar('echo', [undefined])).toBeNull();
    expect(() => host.callFromSidebar('secret_', [])).toThrow('not found');
  });

  test('one structure call, then local until our own structural write', async () => {
    const host = await scripted(
      'function test() { var s = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]; s.getLastRow(); s.getMaxRows(); s.deleteRow(5); s.getMaxRows(); }',
    );
    host.run('test');
    expect(host.last?.calls).toBe(3);
  });

  test('what is missing says so by name', async () => {
    await expect(run('sheet.getDrawings()')).rejects.toThrow('NotEmulated: Sheet.getDrawings');
    await expect(run('UrlFetchApp.fetch("x")')).rejects.toThrow('NotEmulated: UrlFetchApp.fetch');
  });

  test('a hook can kill an execution before or after any server call', async () => {
    const host = await scripted(
      "function test() { var s = SpreadsheetApp.getActiveSpreadsheet().getSheets()[0]; s.getRange(1, 1).setValue('a'); s.getRange(2, 1).setValue('b'); }",
    );
    host.hooks = {
      after(method) {
        if (method === 'Range.setValue') throw new Killed();
      },
    };
    expect(() => host.run('test')).toThrow('Exceeded');
    expect(host.book.sheets[0]?.rows.map((row) => row?.values[0])).toEqual(['a']);
  });
});

describe('§6 and §9 triggers', () => {
  test('in AuthMode.NONE only the menu works', async () => {
    const source =
      "function onOpen(e) { SpreadsheetApp.getUi().createAddonMenu().addItem('A', 'a').addToUi(); SpreadsheetApp.getActiveSpreadsheet(); }";
    const host = await scripted(source);
    expect(() => host.openDocument('NONE')).toThrow('permission');
    expect(host.ui.menus[0]?.items).toEqual([{ caption: 'A', functionName: 'a' }]);
    host.openDocument('LIMITED');
  });

  test('a sidebar cannot be opened in AuthMode.LIMITED', async () => {
    const host = await scripted(
      "function onOpen() { SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile('page')); }",
    );
    expect(() => host.openDocument('LIMITED')).toThrow('permission');
  });

  test('onEdit has value and oldValue for one cell only', async () => {
    const host = await scripted(
      'function onEdit(e) { SpreadsheetApp.getActiveSpreadsheet().toast([e.value, e.oldValue, e.range.getA1Notation()].join()); }',
    );
    host.edited({ sheet: 0, row: 0, column: 0, rows: 1, columns: 1, value: 'new', oldValue: 'old' });
    host.edited({ sheet: 0, row: 0, column: 0, rows: 2, columns: 2 });
    expect(host.ui.toasts.map(({ message }) => message)).toEqual(['new,old,A1', ',,A1:B2']);
  });

  test('§11 a missing HTML file throws', async () => {
    await expect(run("HtmlService.createHtmlOutputFromFile('nope')")).rejects.toThrow(
      'No HTML file named nope was found.',
    );
  });
});
