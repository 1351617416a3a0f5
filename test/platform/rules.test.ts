import type { BookModel } from '../../playground/sheets/model.ts';
import { book, run, scripted } from './support.ts';

const thrown = (call: string) => `try { ${call} return 'done'; } catch (e) { return e.message; }`;
const OTHER = 'other@example.com';

describe('§8 protection', () => {
  const shared = (): BookModel =>
    book((each) => {
      each.editors = ['friend@example.com', OTHER];
    });

  test('a new one stops no editor of the file until editors are removed', async () => {
    const file = shared();
    const write = thrown("sheet.getRange('A1').setValue('x');");
    await run("sheet.protect().setDescription('all');", { book: file });
    expect(await run(write, { book: file, user: OTHER })).toBe('done');
    await run("sheet.protect().removeEditors(['other@example.com']);", { book: file });
    expect(await run(write, { book: file, user: OTHER })).toContain('protected cell');
    expect(await run(write, { book: file, user: 'friend@example.com' })).toBe('done');
  });

  test('the owner and who asks cannot be removed', async () => {
    const body =
      "var p = sheet.protect(); p.addEditor('owner@example.com'); p.removeEditors(p.getEditors()); return [p.canEdit(), p.getEditors().map(function (u) { return u.getEmail(); })];";
    expect(await run(body, { book: shared() })).toEqual([true, ['owner@example.com']]);
  });

  test('who may not edit may ask for neither editors nor domain, and change nothing', async () => {
    const file = shared();
    await run("sheet.protect().removeEditor('other@example.com');", { book: file });
    const one = 'var p = sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET)[0];';
    const as = { book: file, user: OTHER };
    expect(await run(`${one} return p.canEdit();`, as)).toBe(false);
    for (const call of ['p.getEditors()', 'p.canDomainEdit()', 'p.setWarningOnly(true)', 'p.remove()'])
      expect(await run(`${one} ${thrown(`${call};`)}`, as)).toContain('permission');
  });

  test('a warning-only one stops nobody; parts of a protected sheet may stay open', async () => {
    const file = shared();
    const write = (a1: string) => thrown(`sheet.getRange('${a1}').setValue('x');`);
    await run(
      "var p = sheet.protect(); p.removeEditor('other@example.com'); p.setUnprotectedRanges([sheet.getRange('B2:C3')]);",
      { book: file },
    );
    const as = { book: file, user: OTHER };
    expect(await run(write('B2'), as)).toBe('done');
    expect(await run(write('A1:B2'), as)).toContain('protected cell');
    await run('sheet.protect().setWarningOnly(true);', { book: file });
    expect(await run(write('A1'), as)).toBe('done');
  });

  test('it keeps out of rows, sorts and the sheet’s rules too, and canEdit of a range tells', async () => {
    const file = shared();
    await run("sheet.getRange('A1:B5').protect().removeEditor('other@example.com');", { book: file });
    const as = { book: file, user: OTHER };
    expect(await run(thrown('sheet.deleteRows(2, 1);'), as)).toContain('protected cell');
    expect(await run(thrown("sheet.getRange('A1:D9').sort(1);"), as)).toContain('protected cell');
    expect(await run("return [sheet.getRange('A1').canEdit(), sheet.getRange('C1').canEdit()];", as)).toEqual(
      [false, true],
    );
    await run("sheet.protect().removeEditor('other@example.com');", { book: file });
    expect(await run(thrown('sheet.clearConditionalFormatRules();'), as)).toContain('protected cell');
  });

  test('§15 the range of a protected sheet has an empty A1 text', async () => {
    expect(await run('return sheet.protect().getRange().getA1Notation();')).toBe('');
  });
});

describe('§8 conditional formats', () => {
  test('may not name a named range of another sheet; INDIRECT with the name in a text may', async () => {
    const set = (formula: string) =>
      `var other = ss.insertSheet('Codes'); ss.setNamedRange('AllCodes', other.getRange('A1:A9')); var r = SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied('${formula}').setRanges([sheet.getRange('A1')]).build(); ${thrown('sheet.setConditionalFormatRules([r]);')}`;
    expect(await run(set('=COUNTIF(AllCodes, A1)>0'))).toContain('different sheet');
    expect(await run(set('=COUNTIF(INDIRECT("Codes!A:A"), A1)>0'))).toBe('done');
  });

  test('set replaces all: what is to stay is read and set again', async () => {
    const body =
      "function rule(f) { return SpreadsheetApp.newConditionalFormatRule().whenFormulaSatisfied(f).setRanges([sheet.getRange('A1')]).build(); } sheet.setConditionalFormatRules([rule('=A1=1')]); sheet.setConditionalFormatRules([rule('=A1=2')]); var one = sheet.getConditionalFormatRules().length; sheet.setConditionalFormatRules(sheet.getConditionalFormatRules().concat([rule('=A1=3')])); return [one, sheet.getConditionalFormatRules().map(function (r) { return r.getBooleanCondition().getCriteriaValues()[0]; })];";
    expect(await run(body)).toEqual([1, ['=A1=2', '=A1=3']]);
  });
});

describe('§3 and §8 validation', () => {
  test.each([
    ['requireNumberBetween(1, 5)', '3', '6'],
    ['requireNumberNotBetween(1, 5)', '6', '3'],
    ['requireNumberLessThanOrEqualTo(5)', '5', "'text'"],
    ['requireNumberNotEqualTo(5)', '4', '5'],
    ['requireDate()', "'2026-01-05'", "'soon'"],
    ['requireDateOnOrAfter(new Date(Date.UTC(2026, 0, 5)))', "'2026-01-05'", "'2026-01-04'"],
    ['requireTextContains("x")', "'axb'", "'ab'"],
    ['requireTextIsEmail()', "'a@b.org'", "'a@b'"],
    ['requireValueInList(["a", "b"])', "'a'", "'c'"],
    ['requireCheckbox(1)', '1', '2'],
  ])('a rejecting %s takes %s and refuses %s, from scripts too', async (rule, good, bad) => {
    const body = `var c = sheet.getRange('A1').setDataValidation(SpreadsheetApp.newDataValidation().${rule}.setAllowInvalid(false).build()); c.setValue(${good}); try { c.setValue(${bad}); return 'taken'; } catch (e) { return c.isBlank(); }`;
    expect(await run(body)).toBe(false);
  });

  test('typed columns of a table take no rules and no checkboxes either', async () => {
    const typed = () =>
      book((each) => {
        const [first] = each.sheets;
        if (first) first.typedColumns = [0];
      });
    for (const call of [
      'setDataValidation(null)',
      'clearDataValidations()',
      'insertCheckboxes()',
      "setNumberFormats([['@']])",
    ])
      expect(await run(thrown(`sheet.getRange('A2').${call};`), { book: typed() })).toContain(
        'typed columns',
      );
    expect(await run(thrown("sheet.getRange('A2').setValue('x');"), { book: typed() })).toBe('done');
  });
});

describe('§5 and §8 finding and filtering', () => {
  const texts = "sheet.getRange('A1:A4').setValues([['Fire'], ['fire drill'], ['FIRE'], ['Fe\u0301']]);";
  const found = '.findAll().map(function (r) { return r.getA1Notation(); })';

  test('a text finder takes part of a cell in any case, unless it is told otherwise', async () => {
    expect(await run(`${texts} return sheet.createTextFinder('fire')${found};`)).toEqual(['A1', 'A2', 'A3']);
    expect(
      await run(
        `${texts} return sheet.createTextFinder('FIRE').matchCase(true).matchEntireCell(true)${found};`,
      ),
    ).toEqual(['A3']);
    expect(await run(`${texts} return sheet.createTextFinder('fe').ignoreDiacritics(true)${found};`)).toEqual(
      ['A4'],
    );
  });

  test('it goes forth and back, and on from a cell', async () => {
    expect(
      await run(
        `${texts} var f = sheet.createTextFinder('fire'); var a = function (r) { return r && r.getA1Notation(); }; var seen = [a(f.findNext()), a(f.findNext()), a(f.findPrevious()), a(f.getCurrentMatch())]; return seen.concat([a(sheet.createTextFinder('fire').startFrom(sheet.getRange('A2')).findNext())]);`,
      ),
    ).toEqual(['A1', 'A2', 'A1', 'A1', 'A3']);
  });

  test('it replaces one match or all, and says how many', async () => {
    expect(
      await run(
        `${texts} var f = sheet.createTextFinder('fire'); f.findNext(); return [f.replaceWith('Smoke'), sheet.createTextFinder('fire').replaceAllWith('Smoke'), sheet.getRange('A1:A3').getValues()];`,
      ),
    ).toEqual([1, 2, [['Smoke'], ['Smoke drill'], ['Smoke']]]);
  });

  test('a sheet has one filter, which hides rows by what is shown', async () => {
    expect(
      await run(
        `sheet.getRange('A1:A3').setValues([['Code'], ['x'], ['y']]).createFilter().setColumnFilterCriteria(1, SpreadsheetApp.newFilterCriteria().setHiddenValues(['x']).build()); var hidden = [sheet.isRowHiddenByFilter(2), sheet.isRowHiddenByFilter(3)]; try { sheet.getRange('C1').createFilter(); } catch (e) { return hidden; }`,
      ),
    ).toEqual([true, false]);
  });

  test('removeDuplicates compares without case and moves cells up, beside cells that stay', async () => {
    expect(
      await run(
        "sheet.getRange('A1:B3').setValues([['a', 1], ['A', 2], ['b', 3]]); sheet.getRange('A1:A3').removeDuplicates(); return sheet.getRange('A1:B3').getValues();",
      ),
    ).toEqual([
      ['a', 1],
      ['b', 2],
      ['', 3],
    ]);
  });
});

describe('§8 metadata and named ranges', () => {
  test('metadata hangs at a whole column and goes with it when columns come in', async () => {
    expect(
      await run(
        "sheet.getRange('B:B').addDeveloperMetadata('field', 'code'); sheet.insertColumnsBefore(1, 2); var m = sheet.createDeveloperMetadataFinder().withKey('field').find()[0]; return [m.getValue(), String(m.getVisibility()), m.getLocation().getColumn().getColumn()];",
      ),
    ).toEqual(['code', 'DOCUMENT', 4]);
  });

  test('at cells it is refused, and so are more than 30,000 characters a sheet', async () => {
    expect(await run(thrown("sheet.getRange('B2').addDeveloperMetadata('a');"))).toContain('entire row');
    expect(
      await run(
        thrown(
          "sheet.addDeveloperMetadata('a', 'x'.repeat(29000)); sheet.addDeveloperMetadata('b', 'x'.repeat(1500));",
        ),
      ),
    ).toContain('30000');
  });

  test('what reaches out of a range is found only where locations may intersect', async () => {
    expect(
      await run(
        "sheet.getRange('2:2').addDeveloperMetadata('row'); var f = function () { return sheet.getRange('A1:B3').createDeveloperMetadataFinder(); }; return [f().find().length, f().onIntersectingLocations().find().length];",
      ),
    ).toEqual([0, 1]);
  });

  test('a named range counts in the whole file, in any case, and follows its rows', async () => {
    expect(
      await run(
        "ss.setNamedRange('Codes', sheet.getRange('A5:A9')); sheet.insertRowsBefore(2, 3); var at = ss.getRangeByName('codes').getA1Notation(); ss.removeNamedRange('Codes'); return [at, ss.getRangeByName('Codes')];",
      ),
    ).toEqual(['A8:A12', null]);
  });
});

describe('§4 limits', () => {
  test('18,278 columns', async () => {
    expect(await run(thrown('sheet.deleteRows(1, 900); sheet.insertColumnsAfter(26, 18253);'))).toContain(
      '18278',
    );
  });

  test('500 KB of properties; each person has user properties of their own', async () => {
    const fill =
      "var p = PropertiesService.getScriptProperties(); for (var i = 0; i < 60; i++) p.setProperty('k' + i, 'x'.repeat(9000));";
    expect(await run(thrown(fill))).toContain('property storage quota');
    const file = book(() => {});
    await run("PropertiesService.getUserProperties().setProperty('a', 'mine');", { book: file });
    const read = "return PropertiesService.getUserProperties().getProperty('a');";
    expect(await run(read, { book: file, user: OTHER })).toBeNull();
    expect(await run(read, { book: file })).toBe('mine');
  });

  test('100 KB a cached value, 250 characters a key, six hours', async () => {
    const cache = 'var c = CacheService.getDocumentCache();';
    expect(await run(`${cache} ${thrown("c.put('k', 'x'.repeat(102401));")}`)).toContain('too large: value');
    expect(await run(`${cache} ${thrown("c.put('k'.repeat(251), 'x');")}`)).toContain('too large: key');
    let now = 0;
    const host = await scripted(
      "function put() { CacheService.getUserCache().putAll({ a: '1', b: '2' }, 99999999); } function get() { return Object.keys(CacheService.getUserCache().getAll(['a', 'b', 'c'])); }",
      { now: () => now },
    );
    host.run('put');
    now = 6 * 3_600_000 - 1;
    expect(host.run('get')).toEqual(['a', 'b']);
    now += 2;
    expect(host.run('get')).toEqual([]);
  });
});

describe('§15 small things seen live', () => {
  test('a name that is no colour is let be; colours read as #rrggbb', async () => {
    expect(
      await run(
        "var c = sheet.getRange('A1').setBackground('red'); c.setBackground('no colour'); var red = c.getBackground(); return [red, c.setBackground('#ABC').getBackground(), c.setBackground(null).getBackground()];",
      ),
    ).toEqual(['#ff0000', '#aabbcc', '#ffffff']);
  });

  test('insertSheet counts places from 0, getIndex from 1; the new sheet is the active one', async () => {
    expect(
      await run(
        "var s = ss.insertSheet('New', 1); return [s.getIndex(), ss.getActiveSheet().getName(), s.getMaxRows(), s.getMaxColumns()];",
      ),
    ).toEqual([2, 'New', 1000, 26]);
  });

  test('a name is taken once in any case, and the last visible sheet can be neither hidden nor deleted', async () => {
    expect(await run(thrown("ss.insertSheet('sheet1');"))).toContain('already exists');
    expect(await run(thrown('sheet.hideSheet();'))).toContain("can't hide all");
    expect(await run(thrown('ss.deleteSheet(sheet);'))).toContain("can't remove all");
  });

  test('rows inserted after a row carry its format and validation; appended ones their column’s', async () => {
    expect(
      await run(
        "sheet.getRange('A2').setNumberFormat('@'); sheet.insertRowsAfter(2, 2); return [sheet.getRange('A4').getNumberFormat(), sheet.getRange('A5').getNumberFormat()];",
      ),
    ).toEqual(['@', 'General']);
  });

  test('merging keeps the first value, and is taken apart again', async () => {
    expect(
      await run(
        "var r = sheet.getRange('A1:B2').setValues([[1, 2], [3, 4]]); r.mergeAcross(); var at = sheet.getDataRange().getMergedRanges().map(function (m) { return m.getA1Notation(); }); r.breakApart(); return [at, r.getValues(), r.isPartOfMerge()];",
      ),
    ).toEqual([
      ['A1:B1', 'A2:B2'],
      [
        [1, ''],
        [3, ''],
      ],
      false,
    ]);
  });
});
