import type { SampleCell } from '../../../playground/sample/rows.ts';
import type { SheetKey } from '../../../src/domain/layout.ts';

/** Cells by heading; headings that are not named are empty. */
export type ExampleRow = Readonly<Record<string, SampleCell>>;

/** What is added to the clean workbook (`base.ts`), or taken from it. */
export interface ExampleState {
  readonly codes?: readonly ExampleRow[];
  readonly content?: readonly ExampleRow[];
  readonly paths?: readonly ExampleRow[];
  readonly records?: readonly ExampleRow[];
  /** Headings written otherwise: `{ sheet: 'records', from: 'Name', to: 'Person' }`. */
  readonly headings?: readonly { readonly sheet: SheetKey; readonly from: string; readonly to: string }[];
  readonly withoutSheet?: SheetKey;
}

/** Why a check is there, a workbook in which it finds something, and the same workbook put right. */
export interface CheckExample {
  readonly why: string;
  readonly wrong: ExampleState;
  readonly right: ExampleState;
}

export const code = (text: SampleCell, description: string): ExampleRow => ({
  Code: text,
  Description: description,
});

export const content = (
  id: SampleCell,
  type: string,
  title: string,
  used: SampleCell,
  carries: SampleCell,
): ExampleRow => ({
  'Object Id': id,
  Type: type,
  Title: title,
  'Used In Training Records': used,
  'Qualification Code': carries,
});

export const path = (id: string, step: SampleCell, title: string, carries: SampleCell): ExampleRow => ({
  'Path Id': id,
  Step: step,
  Title: title,
  'Qualification Code': carries,
});

/** A training record that is in order, but for what `cells` say. */
export const record = (cells: ExampleRow): ExampleRow => ({
  'Record Id': '102',
  Name: 'ben',
  'Record Type': 'Training Record',
  Title: 'First aid day',
  'Completion Date': '2026-03-09',
  'Qualification Code': 'FIRST-AID',
  ...cells,
});
