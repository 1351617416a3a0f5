import { toA1 } from '../sheets/a1.ts';
import type { Area, BookModel, SheetModel, StoredValue, ValidationModel } from '../sheets/model.ts';
import { areasOf, clip, fixedReference, quoteSheet, splitReference } from './references.ts';
import { layValidation } from './validation-areas.ts';
import { tooBig } from './workbook-file-error.ts';
import { isOn } from './xml-scanner.ts';
import { escapeXml } from './xml-text.ts';
import { child, children, type XmlNode } from './xml-tree.ts';

// Data validation between the file and the model. A checkbox is, in an .xlsx, a list of what ticked and unticked write; the
// title of its prompt, which every program keeps, says that it is one.

const CHECKBOX_TITLE = 'Checkbox';
/** Cells that rules may cover in one file, rules lying over each other counted again. */
const MAX_COVERED = 20_000_000;

const COMPARISONS: Readonly<Record<string, string>> = {
  between: 'BETWEEN',
  notBetween: 'NOT_BETWEEN',
  equal: 'EQUAL_TO',
  notEqual: 'NOT_EQUAL_TO',
  greaterThan: 'GREATER_THAN',
  lessThan: 'LESS_THAN',
  greaterThanOrEqual: 'GREATER_THAN_OR_EQUAL_TO',
  lessThanOrEqual: 'LESS_THAN_OR_EQUAL_TO',
};
const DATES: Readonly<Record<string, string>> = {
  between: 'BETWEEN',
  notBetween: 'NOT_BETWEEN',
  equal: 'EQUAL_TO',
  greaterThan: 'AFTER',
  lessThan: 'BEFORE',
  greaterThanOrEqual: 'ON_OR_AFTER',
  lessThanOrEqual: 'ON_OR_BEFORE',
};

/** Gives the sheet's rows the validation rules that stand around its cells; Excel keeps rules about other sheets apart. */
export function readValidations(sheet: SheetModel, around: XmlNode, book: BookModel): void {
  const extended = children(child(around, 'extLst'), 'ext').flatMap((ext) =>
    children(child(ext, 'dataValidations'), 'dataValidation'),
  );
  const rules = [...children(child(around, 'dataValidations'), 'dataValidation'), ...extended];
  let covered = 0;
  for (const node of rules) {
    const model = readRule(node, sheet, book);
    if (!model) continue;
    const areas = areasOf(node.attributes.sqref ?? child(node, 'sqref')?.text ?? '');
    for (const whole of areas) {
      const area = clip(whole, sheet.rowCount, sheet.columnCount);
      if (!area) continue;
      covered += area.rows * area.columns;
      if (covered > MAX_COVERED) throw tooBig();
      layValidation(sheet, area, model);
    }
  }
}

function readRule(node: XmlNode, sheet: SheetModel, book: BookModel): ValidationModel | null {
  const {
    type,
    operator = 'between',
    errorStyle,
    showErrorMessage,
    promptTitle,
    prompt,
    showInputMessage,
  } = node.attributes;
  const formula = (name: string): string => {
    const found = child(node, name);
    return (child(found, 'f')?.text ?? found?.text ?? '').trim();
  };
  const first = formula('formula1');
  const rest = {
    allowInvalid: !isOn(showErrorMessage) || errorStyle === 'warning' || errorStyle === 'information',
    ...(prompt && isOn(showInputMessage) && { helpText: prompt }),
  };
  if (type === 'list') {
    const shown = !isOn(node.attributes.showDropDown);
    const text = /^"((?:[^"]|"")*)"$/.exec(first)?.[1]?.replace(/""/g, '"');
    if (text !== undefined) {
      const choices = text.split(',').map((choice) => choice.trim());
      if (promptTitle === CHECKBOX_TITLE)
        return { criteria: 'CHECKBOX', args: checkboxArgs(choices), ...rest };
      if (/^(?:true,\s*false|false,\s*true)$/i.test(text)) return { criteria: 'CHECKBOX', args: [], ...rest };
      return { criteria: 'VALUE_IN_LIST', args: [choices, shown], ...rest };
    }
    const range = splitReference(first);
    if (!range) return null;
    const source =
      range.sheet === null
        ? sheet
        : book.sheets.find(({ name }) => name.toLowerCase() === range.sheet?.toLowerCase());
    if (!source) return null;
    return { criteria: 'VALUE_IN_RANGE', args: [{ sheet: source.id, a1: range.a1 }, shown], ...rest };
  }
  if (type === 'custom') return { criteria: 'CUSTOM_FORMULA', args: [`=${first}`], ...rest };
  const kind = type === 'date' ? DATES[operator] : COMPARISONS[operator];
  if ((type !== 'date' && type !== 'decimal' && type !== 'whole') || !kind) return null;
  const args = [first, formula('formula2')].filter((text) => text !== '').map(numberOrText);
  return { criteria: `${type === 'date' ? 'DATE' : 'NUMBER'}_${kind}`, args, ...rest };
}

function checkboxArgs(choices: readonly string[]): StoredValue[] {
  const value = (text: string): StoredValue =>
    /^(?:true|false)$/i.test(text) ? /^true$/i.test(text) : numberOrText(text);
  const [checked = '', unchecked] = choices;
  return unchecked === undefined || unchecked === '' ? [value(checked)] : [value(checked), value(unchecked)];
}

function numberOrText(text: string): StoredValue {
  return text !== '' && !Number.isNaN(Number(text)) ? Number(text) : text;
}

/** A rule as an element; null when an .xlsx has none for it. */
export function writeRule(model: ValidationModel, areas: readonly Area[], book: BookModel): string | null {
  const [a, b] = model.args;
  const inputs: Record<string, string> = { sqref: areas.map(toA1).join(' '), allowBlank: '1' };
  inputs.showErrorMessage = '1';
  if (model.allowInvalid) inputs.errorStyle = 'warning';
  if (model.helpText) Object.assign(inputs, { prompt: model.helpText, showInputMessage: '1' });
  const write = (type: string, first: StoredValue, second?: StoredValue): string => {
    const attributes = Object.entries({ type, ...inputs })
      .map(([name, text]) => `${name}="${escapeXml(text)}"`)
      .join(' ');
    const formulas = [first, ...(second === undefined ? [] : [second])]
      .map((formula, i) => `<formula${i + 1}>${escapeXml(String(formula))}</formula${i + 1}>`)
      .join('');
    return `<dataValidation ${attributes}>${formulas}</dataValidation>`;
  };
  const list = (choices: readonly string[]): string | null => {
    const text = choices.join(',');
    // A list in the rule itself ends at 255 letters and cannot hold a comma within a choice.
    if (text.length > 255 || choices.some((choice) => choice.includes(',') || choice.trim() !== choice))
      return null;
    return write('list', `"${text.replace(/"/g, '""')}"`);
  };
  switch (model.criteria) {
    case 'CHECKBOX':
      inputs.promptTitle = CHECKBOX_TITLE;
      if (a === undefined) return list(['TRUE', 'FALSE']);
      return list(
        [a, b ?? ''].map((value) =>
          typeof value === 'boolean' ? String(value).toUpperCase() : String(value),
        ),
      );
    case 'VALUE_IN_LIST':
      if (b === false) inputs.showDropDown = '1';
      return list(a as readonly string[]);
    case 'VALUE_IN_RANGE': {
      const source = a as { sheet: number; a1: string };
      const name = book.sheets.find(({ id }) => id === source.sheet)?.name;
      if (name === undefined) return null;
      if (b === false) inputs.showDropDown = '1';
      return write('list', `${quoteSheet(name)}!${fixedReference(source.a1)}`);
    }
    case 'CUSTOM_FORMULA':
      return write('custom', String(a).replace(/^=/, ''));
    default: {
      const [, kind = '', comparison = ''] = /^(NUMBER|DATE)_(.+)$/.exec(model.criteria) ?? [];
      const operators = kind === 'DATE' ? DATES : COMPARISONS;
      const operator = Object.keys(operators).find((name) => operators[name] === comparison);
      if (!operator || (typeof a !== 'number' && typeof a !== 'string')) return null;
      inputs.operator = operator;
      return write(
        kind === 'DATE' ? 'date' : 'decimal',
        a,
        b === undefined || b === null ? undefined : (b as StoredValue),
      );
    }
  }
}
