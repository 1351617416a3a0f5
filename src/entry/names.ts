/**
 * Every function that Google may call, and nothing else: simple triggers, menu items, and the sidebar's one `rpc`.
 * The build writes a top-level function for each (google.script.run and menus see only those).
 */
export const entryNames = [
  'onOpen',
  'onInstall',
  'onEdit',
  'openSidebar',
  'checkSheets',
  'findCode',
  'importRecords',
  'deleteFlaggedRecords',
  'setUpSheets',
  'rpc',
] as const;
