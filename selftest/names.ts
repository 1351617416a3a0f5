/** Every function that Google may call. `secret_` is there to show that the page does not get to see it. */
export const names = [
  'onOpen',
  'runSelfTest',
  'openPage',
  'writeForUndo',
  'lookAtUndo',
  'runUntilKilled',
  'lookAtKilledRun',
  'echo',
  'lengthOf',
  'textOf',
  'aDate',
  'aMap',
  'breaks',
  'aSecond',
  'fromPage',
] as const;
