import { toA1 } from '../sheets/a1.ts';
import type { ConditionalFormatModel, SheetModel, StoredValue } from '../sheets/model.ts';
import { areasOf, clip } from './references.ts';
import type { RuleLook } from './styles-reader.ts';
import { escapeXml } from './xml-text.ts';
import { child, children, type XmlNode } from './xml-tree.ts';

// Conditional formats between the file and the model. A colour scale, which the model only names, is kept as its own text.

const NUMBERS: Readonly<Record<string, string>> = {
  between: 'NUMBER_BETWEEN',
  notBetween: 'NUMBER_NOT_BETWEEN',
  equal: 'NUMBER_EQUAL_TO',
  notEqual: 'NUMBER_NOT_EQUAL_TO',
  greaterThan: 'NUMBER_GREATER_THAN',
  lessThan: 'NUMBER_LESS_THAN',
  greaterThanOrEqual: 'NUMBER_GREATER_THAN_OR_EQUAL_TO',
  lessThanOrEqual: 'NUMBER_LESS_THAN_OR_EQUAL_TO',
};
const TEXTS: Readonly<Record<string, string>> = {
  containsText: 'TEXT_CONTAINS',
  notContainsText: 'TEXT_DOES_NOT_CONTAIN',
  beginsWith: 'TEXT_STARTS_WITH',
  endsWith: 'TEXT_ENDS_WITH',
};

export function readConditionalFormats(sheet: SheetModel, around: XmlNode, looks: readonly RuleLook[]): void {
  const found: { priority: number; model: ConditionalFormatModel }[] = [];
  for (const format of children(around, 'conditionalFormatting')) {
    const areas = areasOf(format.attributes.sqref ?? '').flatMap(
      (area) => clip(area, sheet.rowCount, sheet.columnCount) ?? [],
    );
    if (areas.length === 0) continue;
    for (const rule of children(format, 'cfRule')) {
      const condition = readCondition(rule);
      if (!condition) continue;
      const look = looks[Number(rule.attributes.dxfId ?? -1)] ?? {};
      const priority = Number(rule.attributes.priority ?? found.length + 1);
      found.push({ priority, model: { areas: areas.map((area) => ({ ...area })), ...condition, ...look } });
    }
  }
  found.sort((a, b) => a.priority - b.priority);
  sheet.conditionalFormats = found.map(({ model }) => model);
}

function readCondition(rule: XmlNode): Pick<ConditionalFormatModel, 'criteria' | 'args'> | null {
  const { type = '', operator = '', text } = rule.attributes;
  const formulas = children(rule, 'formula').map((formula) => formula.text);
  if (type === 'expression') return { criteria: 'CUSTOM_FORMULA', args: [`=${formulas[0] ?? ''}`] };
  if (type === 'containsBlanks') return { criteria: 'CELL_EMPTY', args: [] };
  if (type === 'notContainsBlanks') return { criteria: 'CELL_NOT_EMPTY', args: [] };
  const criteria = TEXTS[type];
  if (criteria && text !== undefined) return { criteria, args: [text] };
  if (type === 'cellIs' && NUMBERS[operator]) {
    const [first = '', second] = formulas;
    const quoted = /^"((?:[^"]|"")*)"$/.exec(first)?.[1];
    if (quoted !== undefined && operator === 'equal')
      return { criteria: 'TEXT_EQUAL_TO', args: [quoted.replace(/""/g, '"')] };
    const args = [first, ...(second === undefined ? [] : [second])].map(
      (formula): StoredValue =>
        formula !== '' && !Number.isNaN(Number(formula)) ? Number(formula) : `=${formula}`,
    );
    return { criteria: NUMBERS[operator], args };
  }
  const scale = child(rule, 'colorScale');
  return scale ? { criteria: 'GRADIENT', args: [outerXml(scale)] } : null;
}

function outerXml({ name, attributes, children: inner }: XmlNode): string {
  const given = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${given.join('')}>${inner.map(outerXml).join('')}</${name}>`;
}

/**
 * The sheet's rules as elements. A rule that an .xlsx has no like for (about dates) is left out.
 * @param lookNumber the number that the styles part gives to a look
 */
export function writeConditionalFormats(sheet: SheetModel, lookNumber: (look: RuleLook) => number): string {
  return sheet.conditionalFormats
    .map((model, i) => {
      const [first] = model.areas;
      const rule = first && writeCondition(model, toA1({ ...first, rows: 1, columns: 1 }));
      if (!rule) return '';
      const dxf = model.criteria === 'GRADIENT' ? '' : ` dxfId="${lookNumber(model)}"`;
      const sqref = model.areas.map(toA1).join(' ');
      const [attributes, inner] = rule;
      return `<conditionalFormatting sqref="${sqref}"><cfRule ${attributes}${dxf} priority="${i + 1}">${inner}</cfRule></conditionalFormatting>`;
    })
    .join('');
}

/** @returns the attributes and the content of a rule */
function writeCondition({ criteria, args }: ConditionalFormatModel, corner: string): [string, string] | null {
  const [a, b] = args;
  const formula = (...texts: string[]): string =>
    texts.map((text) => `<formula>${escapeXml(text)}</formula>`).join('');
  const quoted = `"${String(a ?? '').replace(/"/g, '""')}"`;
  const given = (value: StoredValue): string => String(value).replace(/^=/, '');
  switch (criteria) {
    case 'CUSTOM_FORMULA':
      return ['type="expression"', formula(given(a ?? ''))];
    case 'CELL_EMPTY':
      return ['type="containsBlanks"', formula(`LEN(TRIM(${corner}))=0`)];
    case 'CELL_NOT_EMPTY':
      return ['type="notContainsBlanks"', formula(`LEN(TRIM(${corner}))>0`)];
    case 'TEXT_EQUAL_TO':
      return ['type="cellIs" operator="equal"', formula(quoted)];
    case 'GRADIENT':
      return typeof a === 'string' && a.startsWith('<colorScale') ? ['type="colorScale"', a] : null;
  }
  const textType = Object.keys(TEXTS).find((type) => TEXTS[type] === criteria);
  if (textType) {
    const tests: Record<string, string> = {
      containsText: `NOT(ISERROR(SEARCH(${quoted},${corner})))`,
      notContainsText: `ISERROR(SEARCH(${quoted},${corner}))`,
      beginsWith: `LEFT(${corner},LEN(${quoted}))=${quoted}`,
      endsWith: `RIGHT(${corner},LEN(${quoted}))=${quoted}`,
    };
    const operator = textType === 'notContainsText' ? 'notContains' : textType;
    return [
      `type="${textType}" operator="${operator}" text="${escapeXml(String(a ?? ''))}"`,
      formula(tests[textType] as string),
    ];
  }
  const operator = Object.keys(NUMBERS).find((name) => NUMBERS[name] === criteria);
  if (!operator || a === undefined) return null;
  return [
    `type="cellIs" operator="${operator}"`,
    formula(...[a, ...(b === undefined ? [] : [b])].map(given)),
  ];
}
