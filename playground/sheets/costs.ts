// Which call costs what. Object navigation is local: the client library answers it. The spreadsheet's structure (names,
// sizes) comes with the first such call of an execution and again after our own structural writes (inferred; getName is
// reported slow, getSheetId fast). Everything that reads or writes content reaches the server.

export type CallKind =
  | 'local'
  | 'structure'
  | 'read'
  | 'write'
  | 'rows'
  | 'sort'
  | 'duplicates'
  | 'flush'
  | 'store';

const KINDS: Readonly<Record<Exclude<CallKind, 'read' | 'local'>, readonly string[]>> = {
  structure: [
    'Spreadsheet.getSheets',
    'Spreadsheet.getSheetByName',
    'Spreadsheet.getSheetById',
    'Spreadsheet.getNumSheets',
    'Spreadsheet.getName',
    'Spreadsheet.getSpreadsheetTimeZone',
    'Spreadsheet.getSpreadsheetLocale',
    'Spreadsheet.getActiveSheet',
    'Spreadsheet.getDataRange',
    'Spreadsheet.getLastRow',
    'Spreadsheet.getLastColumn',
    'Sheet.getName',
    'Sheet.getSheetName',
    'Sheet.getLastRow',
    'Sheet.getLastColumn',
    'Sheet.getMaxRows',
    'Sheet.getMaxColumns',
    'Sheet.getDataRange',
    'Sheet.getFrozenRows',
    'Sheet.getFrozenColumns',
    'Sheet.getIndex',
    'Sheet.isSheetHidden',
  ],
  rows: [
    'Sheet.deleteRow',
    'Sheet.deleteRows',
    'Sheet.insertRowAfter',
    'Sheet.insertRowBefore',
    'Sheet.insertRowsAfter',
    'Sheet.insertRowsBefore',
    'Sheet.insertRows',
    'Sheet.deleteColumn',
    'Sheet.deleteColumns',
    'Sheet.insertColumnAfter',
    'Sheet.insertColumnBefore',
    'Sheet.insertColumnsAfter',
    'Sheet.insertColumnsBefore',
    'Sheet.insertColumns',
    'Sheet.appendRow',
  ],
  sort: ['Range.sort', 'Sheet.sort', 'Filter.sort'],
  duplicates: ['Range.removeDuplicates'],
  flush: ['SpreadsheetApp.flush'],
  store: [
    'Lock.tryLock',
    'Lock.waitLock',
    'Lock.releaseLock',
    'Lock.hasLock',
    'Properties.getProperty',
    'Properties.setProperty',
    'Properties.getProperties',
    'Properties.setProperties',
    'Properties.deleteProperty',
    'Properties.deleteAllProperties',
    'Properties.getKeys',
    'Cache.get',
    'Cache.put',
    'Cache.remove',
    'Cache.getAll',
    'Cache.putAll',
    'Cache.removeAll',
  ],
  write: [],
};

const SERVER_CLASSES = new Set([
  'Spreadsheet',
  'Sheet',
  'Range',
  'RangeList',
  'TextFinder',
  'Filter',
  'Protection',
  'Banding',
  'NamedRange',
  'DeveloperMetadata',
  'DeveloperMetadataFinder',
]);

const LOCAL = new Set([
  'Spreadsheet.getId',
  'Spreadsheet.getUrl',
  'Spreadsheet.getRange',
  'Spreadsheet.getRangeList',
  'Spreadsheet.toast',
  'Spreadsheet.createTextFinder',
  'Spreadsheet.setActiveSheet',
  'Spreadsheet.setActiveRange',
  'Spreadsheet.getActiveRange',
  'Spreadsheet.getActiveRangeList',
  'Sheet.getRange',
  'Sheet.getRangeList',
  'Sheet.getSheetId',
  'Sheet.getParent',
  'Sheet.activate',
  'Sheet.createTextFinder',
  'Sheet.newChart',
  'Sheet.getActiveRange',
  'Sheet.setActiveRange',
  'Sheet.getType',
  'Sheet.asDataSourceSheet',
  'Range.getA1Notation',
  'Range.getRow',
  'Range.getColumn',
  'Range.getLastRow',
  'Range.getLastColumn',
  'Range.getNumRows',
  'Range.getNumColumns',
  'Range.getHeight',
  'Range.getWidth',
  'Range.getSheet',
  'Range.getGridId',
  'Range.getCell',
  'Range.offset',
  'Range.getRowIndex',
  'Range.createTextFinder',
  'Range.activate',
  'RangeList.getRanges',
  'RangeList.activate',
  'TextFinder.matchCase',
  'TextFinder.matchEntireCell',
  'TextFinder.matchFormulaText',
  'TextFinder.useRegularExpression',
  'TextFinder.startFrom',
  'TextFinder.ignoreDiacritics',
  'DeveloperMetadataFinder.withKey',
  'DeveloperMetadataFinder.withValue',
  'DeveloperMetadataFinder.withId',
  'DeveloperMetadataFinder.withVisibility',
  'DeveloperMetadataFinder.withLocationType',
  'DeveloperMetadataFinder.onIntersectingLocations',
  'Protection.getDescription',
  'Protection.isWarningOnly',
  'Protection.getProtectionType',
  'Protection.getRange',
  'Filter.getRange',
]);

const kinds = new Map<string, CallKind>();
for (const [kind, names] of Object.entries(KINDS))
  for (const name of names) kinds.set(name, kind as CallKind);

/** What a method costs, by `Class.method`. */
export function kindOf(name: string): CallKind {
  const known = kinds.get(name);
  if (known) return known;
  if (LOCAL.has(name)) return 'local';
  const owner = name.slice(0, name.indexOf('.'));
  return SERVER_CLASSES.has(owner) ? 'read' : 'local';
}

/** Milliseconds: optimistic, middle, pessimistic (published measurements of 2018–2024, uncertain by about 2.5 ×). */
export const COST = {
  start: [300, 700, 3000],
  local: [0.2, 1, 5],
  server: [80, 150, 300],
  readPer1000: [5, 10, 20],
  writePer1000: [12, 40, 140],
  fillPer1000: [0.05, 0.1, 1],
  rows: [50, 130, 400],
  sortCall: [500, 500, 500],
  sortPer1000: [0.5, 3, 10],
  duplicatesCall: [300, 300, 300],
  duplicatesPer1000: [2.6, 6, 18],
  flush: [100, 560, 1500],
  store: [20, 50, 200],
} as const satisfies Record<string, readonly [number, number, number]>;
