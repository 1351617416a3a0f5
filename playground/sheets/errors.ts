// Google's texts (platform facts, 13). They are localised on the real platform: no code may match on them.
export const TEXTS = {
  allRows: 'Sorry, it is not possible to delete all non-frozen rows.',
  allColumns: 'Sorry, it is not possible to delete all non-frozen columns.',
  outOfBounds: 'Those rows are out of bounds.',
  columnsOutOfBounds: 'Those columns are out of bounds.',
  outsideSheet: 'The coordinates of the range are outside the dimensions of the sheet.',
  tooLong: 'Your input contains more than the maximum of 50000 characters in a single cell.',
  typedColumns: 'This operation is not allowed on cells in typed columns.',
  otherSheetRule: 'Conditional format rule cannot reference a different sheet.',
  emptyRange: 'The number of rows in the range must be at least 1.',
  emptyColumns: 'The number of columns in the range must be at least 1.',
  mergedSort: 'This operation cannot be performed on a range containing merged cells.',
  rejected: 'The data that you entered violates the data validation rules set on this cell.',
} as const;
