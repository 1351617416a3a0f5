import { textOf } from '../cell.ts';
import { codeKey } from '../code.ts';
import { addTo } from '../groups.ts';
import { codeSkeleton } from '../look-alike.ts';
import { monthsOf } from '../progress/validity.ts';
import { isEmptyRow } from '../workbook.ts';
import { type Check, place, places } from './context.ts';

/** A description without a code. */
export const checkCodeMissing: Check = ({ workbook: { codes }, report }) => {
  const { code, description, validForMonths } = codes.cells;
  if (!code) return;
  for (let i = 0; i < codes.length; i++) {
    if (codeKey(textOf(code, i)) !== '' || isEmptyRow([description, validForMonths], i)) continue;
    report('code-missing', 'error', [place('codes', i, 'code')], { description: textOf(description, i) });
  }
};

/** Valid For (Months) is a whole number; blank and 0 are no limit. Anything else would be no limit without a word. */
export const checkValidity: Check = ({ workbook: { codes }, report }) => {
  const { code, validForMonths } = codes.cells;
  validForMonths?.forEach((cell, i) => {
    if (monthsOf(cell) !== null) return;
    const args = { value: textOf(validForMonths, i), code: textOf(code, i) };
    report('code-validity', 'warning', [place('codes', i, 'validForMonths')], args);
  });
};

/** The same code in several rows of the Codes sheet, in whatever writing. */
export const checkCodeDuplicates: Check = ({ workbook: { codes }, live, report }) => {
  const rows = new Map<string, number[]>();
  const { code } = codes.cells;
  for (let i = 0; i < (code?.length ?? 0); i++) {
    const key = codeKey(textOf(code, i));
    if (key !== '') addTo(rows, key, i);
  }
  for (const [key, group] of rows) {
    if (group.length > 1)
      report('code-duplicate', 'error', places('codes', group, 'code'), { code: live.get(key) ?? key });
  }
};

/** Different codes that people cannot tell apart, or a live one that looks like one that was retired. */
export const checkLookAlikes: Check = ({ workbook: { codes, formerCodes }, live, became, report }) => {
  const firstRow = new Map<string, number>();
  const { code } = codes.cells;
  for (let i = 0; i < (code?.length ?? 0); i++) {
    const key = codeKey(textOf(code, i));
    if (key !== '' && !firstRow.has(key)) firstRow.set(key, i);
  }
  const looks = new Map<string, number[]>();
  for (const [key, index] of firstRow) addTo(looks, codeSkeleton(key), index);
  for (const group of looks.values()) {
    if (group.length < 2) continue;
    const [one = 0, other = 0] = group;
    report('code-look-alike', 'warning', places('codes', group, 'code'), {
      code: textOf(code, one),
      other: textOf(code, other),
      retired: 0,
    });
  }
  for (const former of formerCodes) {
    const key = codeKey(former.code);
    if (live.has(key)) continue;
    const now = codeKey(became(key) ?? '');
    const alike = (looks.get(codeSkeleton(key)) ?? []).filter(
      (index) => codeKey(textOf(code, index)) !== now,
    );
    const [first] = alike;
    if (first === undefined) continue;
    const args = { code: textOf(code, first), other: former.code, retired: 1 };
    report('code-look-alike', 'warning', places('codes', alike, 'code'), args);
  }
};
