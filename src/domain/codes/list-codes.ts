import { cellText } from '../cell.ts';
import { codeKey } from '../code.ts';
import type { Usage } from '../usage.ts';
import { sheetRow, type Workbook } from '../workbook.ts';
import { textAt } from './code-cells.ts';

export interface ListedCode {
  readonly code: string;
  readonly description: string;
  readonly row: number;
  readonly uses: {
    readonly content: number;
    readonly paths: number;
    readonly steps: number;
    readonly records: number;
  };
  readonly total: number;
}

/**
 * The codes of the Codes sheet, in its order. A search looks in code and description, and lists after those the codes
 * whose content's title fits. A code that stands twice is listed twice: the rows differ.
 */
export function listCodes(
  workbook: Workbook,
  usage: Usage,
  { search = '', filter = 'all' }: { search?: string; filter?: 'all' | 'used' | 'unused' } = {},
): ListedCode[] {
  // In any writing, as for codes: an invisible character or another case hides nothing.
  const wanted = codeKey(search);
  const first: ListedCode[] = [];
  const second: ListedCode[] = [];
  (workbook.codes.cells.code ?? []).forEach((cell, i) => {
    const code = cellText(cell);
    if (codeKey(code) === '') return;
    const use = usage.of(code);
    const uses = {
      content: use.content.length,
      paths: use.paths.length,
      steps: use.steps.length,
      records: use.records.length,
    };
    const total = uses.content + uses.paths + uses.steps + uses.records;
    if (filter !== 'all' && (filter === 'used') !== total > 0) return;
    const description = textAt(workbook.codes, 'description', i);
    const listed = { code, description, row: sheetRow(i), uses, total };
    if (codeKey(code).includes(wanted) || codeKey(description).includes(wanted)) first.push(listed);
    else if (use.content.some((at) => codeKey(textAt(workbook.content, 'title', at)).includes(wanted)))
      second.push(listed);
  });
  return first.concat(second);
}
