import fc from 'fast-check';
import {
  type Area,
  type BookModel,
  emptyBook,
  emptySheet,
  type RowModel,
  type SheetModel,
  type ValidationModel,
} from '../../playground/sheets/model.ts';

const ROWS = 12;
const COLUMNS = 6;

const text = fc.oneof(
  { weight: 4, arbitrary: fc.string({ unit: 'grapheme', maxLength: 12 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  fc.constantFrom(
    '0012',
    '1E5',
    '=SUM(A1)',
    ' two  spaces ',
    'a\nb\r\nc\t',
    '_x0041_',
    '#N/A',
    '<&">',
    '\ud800',
    '\u0007',
    'TRUE',
    "'x",
  ),
);
const number = fc
  .oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
  .map((n) => (n === 0 ? 0 : n));
const stored = fc.oneof(text, number, fc.boolean());
const colour = fc.constantFrom('#ff0000', '#e8f0fe', '#000000', '#ffffff');
const column = fc.integer({ min: 0, max: COLUMNS - 1 });
const area: fc.Arbitrary<Area> = fc
  .tuple(
    fc.integer({ min: 0, max: ROWS - 1 }),
    column,
    fc.integer({ min: 1, max: ROWS }),
    fc.integer({ min: 1, max: COLUMNS }),
  )
  .map(([row, left, rows, columns]) => ({
    row,
    column: left,
    rows: Math.min(rows, ROWS - row),
    columns: Math.min(columns, COLUMNS - left),
  }));

const validation: fc.Arbitrary<ValidationModel> = fc
  .tuple(
    fc.oneof(
      fc.record({
        criteria: fc.constant('VALUE_IN_LIST'),
        args: fc.tuple(fc.array(text, { maxLength: 3 }), fc.boolean()),
      }),
      fc.record({ criteria: fc.constant('CHECKBOX'), args: fc.array(stored, { maxLength: 2 }) }),
      fc.record({
        criteria: fc.constant('VALUE_IN_RANGE'),
        args: fc.tuple(fc.constant({ sheet: 0, a1: 'A2:A9' }), fc.boolean()),
      }),
      fc.record({ criteria: fc.constant('NUMBER_BETWEEN'), args: fc.tuple(fc.integer(), fc.integer()) }),
      fc.record({ criteria: fc.constant('CUSTOM_FORMULA'), args: fc.tuple(fc.constant('=LEN(A1)>2')) }),
      fc.record({ criteria: fc.constant('TEXT_IS_VALID_EMAIL'), args: fc.constant([]) }),
    ),
    fc.boolean(),
    fc.option(text, { nil: undefined }),
  )
  .map(([rule, allowInvalid, helpText]) => ({
    ...rule,
    allowInvalid,
    ...(helpText !== undefined && { helpText }),
  }));

const layer = <T>(value: fc.Arbitrary<T>) =>
  fc
    .uniqueArray(fc.tuple(column, value), { minLength: 1, maxLength: 3, selector: ([key]) => key })
    .map((entries): Record<number, T> => Object.fromEntries(entries));
const style = fc
  .record(
    {
      background: colour,
      fontColor: colour,
      fontWeight: fc.constantFrom('bold' as const, 'normal' as const),
      fontStyle: fc.constantFrom('italic' as const, 'normal' as const),
      fontSize: fc.integer({ min: 6, max: 40 }),
      fontFamily: fc.constantFrom('Arial', 'Roboto & Co'),
      horizontalAlignment: fc.constantFrom('left', 'center', 'right', 'general'),
      verticalAlignment: fc.constantFrom('top', 'middle', 'bottom'),
      wrap: fc.boolean(),
    },
    { requiredKeys: [] },
  )
  .filter((one) => Object.keys(one).length > 0);
const link = fc.record({
  start: fc.integer({ min: 0, max: 3 }),
  end: fc.integer({ min: 3, max: 9 }),
  url: fc.constantFrom('https://example.org/?a=1&b="2"', '#gid=0&range=A2', '#gid=77'),
});

const row: fc.Arbitrary<RowModel> = fc.record(
  {
    values: fc.array(stored, { maxLength: COLUMNS }),
    formulas: layer(fc.constantFrom('=A1&"<"', '=TODAY()', '=QUERY(Codes!A:B,"select A")')),
    formats: layer(fc.constantFrom('@', 'yyyy-mm-dd', '0.00', 'd-mmm', '#,##0 "kg"', 'General')),
    notes: layer(text.filter((note) => note !== '')),
    styles: layer(style),
    links: layer(fc.array(link, { minLength: 1, maxLength: 2 })),
    validations: layer(validation),
    hidden: fc.constant(true),
    height: fc.integer({ min: 2, max: 400 }),
  },
  { requiredKeys: ['values'] },
);

const sheet = (id: number): fc.Arbitrary<SheetModel> =>
  fc
    .record({
      name: fc.constantFrom(`Codes ${id}`, `It's ${id} & <more>`, `Ünïcode ${id}`),
      hidden: fc.boolean(),
      rows: fc.array(fc.option(row, { nil: undefined }), { maxLength: ROWS }),
      frozenRows: fc.integer({ min: 0, max: 3 }),
      frozenColumns: fc.integer({ min: 0, max: 3 }),
      columnWidths: layer(fc.integer({ min: 20, max: 400 })),
      hiddenColumns: layer(fc.constant(true as const)),
      conditionalFormats: fc.array(
        fc.record({
          areas: fc.array(area, { minLength: 1, maxLength: 2 }),
          criteria: fc.constantFrom(
            'CUSTOM_FORMULA',
            'TEXT_CONTAINS',
            'DATE_AFTER',
            'NUMBER_BETWEEN',
            'GRADIENT',
          ),
          args: fc.array(stored, { maxLength: 2 }),
          background: colour,
          bold: fc.boolean(),
        }),
        { maxLength: 3 },
      ),
      protections: fc.array(
        fc.record({
          id: fc.uuid(),
          type: fc.constantFrom('RANGE' as const, 'SHEET' as const),
          area: fc.option(area),
          description: text,
          warningOnly: fc.boolean(),
          editors: fc.array(fc.constantFrom('a@example.com', 'b@example.com')),
          domainEdit: fc.boolean(),
        }),
        { maxLength: 2 },
      ),
      merges: fc.array(area, { maxLength: 1 }),
      filter: fc.option(
        area.chain((one) =>
          fc.record({ area: fc.constant(one), hiddenValues: layer(fc.array(text, { maxLength: 2 })) }),
        ),
      ),
      bandings: fc.array(fc.record({ area, theme: fc.constantFrom('CYAN', 'BLUE') }), { maxLength: 1 }),
      charts: fc.array(
        fc.record({
          id: fc.nat(),
          type: fc.constantFrom('BAR', 'PIE'),
          areas: fc.array(area, { maxLength: 2 }),
          position: fc.record({ row: fc.nat(9), column: fc.nat(9), offsetX: fc.nat(9), offsetY: fc.nat(9) }),
          options: fc.dictionary(fc.constantFrom('title', 'isStacked'), stored),
          headers: fc.nat(2),
        }),
        { maxLength: 2 },
      ),
      tabColor: fc.option(colour),
    })
    .map((given) => ({ ...emptySheet(id, given.name, ROWS, COLUMNS), ...given }));

/** Any workbook of two small sheets. */
export const anyBook: fc.Arbitrary<BookModel> = fc
  .record({
    title: text,
    locale: fc.constantFrom('en_GB', 'de_DE'),
    timeZone: fc.constantFrom('Europe/London', 'America/New_York'),
    sheets: fc.tuple(sheet(0), sheet(77)),
    activeSheet: fc.constantFrom(0, 77),
    selection: fc.dictionary(fc.constantFrom('0', '77'), area),
    properties: fc.record({
      document: fc.dictionary(fc.constantFrom('a', 'run'), text),
      script: fc.dictionary(fc.constantFrom('b'), text),
      user: fc.dictionary(fc.constantFrom('c'), text),
    }),
    owner: fc.constantFrom('owner@example.com', 'moira@example.org'),
    lastId: fc.integer({ min: 77, max: 99 }),
  })
  .map((given) => ({ ...emptyBook(), ...given, sheets: given.sheets.map(plain) }));

/** The same workbook in one way of saying it: no empty cells at row ends, no empty rows at the end, nothing said twice. */
function plain(sheet: SheetModel): SheetModel {
  const rows = sheet.rows.map((one) => {
    if (!one) return undefined;
    const { values, ...rest } = one;
    const cells = [...values];
    while (
      cells.length > 0 &&
      cells[cells.length - 1] === '' &&
      one.formulas?.[cells.length - 1] === undefined
    )
      cells.pop();
    return cells.length === 0 && Object.keys(rest).length === 0 ? undefined : { values: cells, ...rest };
  });
  while (rows.length > 0 && rows[rows.length - 1] === undefined) rows.pop();
  return { ...sheet, rows };
}

export function plainBook(book: BookModel): BookModel {
  return { ...book, sheets: book.sheets.map(plain) };
}
